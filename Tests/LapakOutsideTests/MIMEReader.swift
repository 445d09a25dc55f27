import Foundation
import Testing

/// Reads letters back for the tests, written apart from what writes them.
enum MIMEReader {
    /// The bodies of the parts, without their headers.
    static func parts(of message: String, boundary: String) -> [String] {
        message.components(separatedBy: "\r\n--\(boundary)").dropFirst().dropLast().map { part in
            part.components(separatedBy: "\r\n\r\n").dropFirst().joined(separator: "\r\n\r\n")
        }
    }

    static func quotedPrintable(_ text: String) -> [UInt8] {
        let bytes = Array(text.replacing("=\r\n", with: "").utf8)
        var decoded: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let isEscape = bytes[index] == UInt8(ascii: "=") && index + 2 < bytes.count
            decoded.append(isEscape ? UInt8(String(decoding: bytes[index + 1...index + 2], as: UTF8.self), radix: 16) ?? 0 : bytes[index])
            index += isEscape ? 3 : 1
        }
        return decoded
    }

    /// Every line end as CR LF.
    static func canonical(_ text: String) -> String {
        let bytes = Array(text.utf8)
        let canonical = bytes.indices.flatMap { index -> [UInt8] in
            switch bytes[index] {
            case 10: index > 0 && bytes[index - 1] == 13 ? [] : [13, 10]
            case 13: [13, 10]
            default: [bytes[index]]
            }
        }
        return String(decoding: canonical, as: UTF8.self)
    }

    static func headerLines(_ message: String) -> [String] {
        (message.components(separatedBy: "\r\n\r\n").first ?? "").components(separatedBy: "\r\n")
    }

    static func headerNames(_ message: String) -> [String] {
        headerLines(message).filter { !$0.hasPrefix(" ") }.map { String($0.prefix { $0 != ":" }) }
    }

    /// The value of a header, unfolded, each encoded word decoded by itself.
    static func header(_ name: String, of message: String) throws -> String {
        let lines = headerLines(message)
        let start = try #require(lines.firstIndex { $0.hasPrefix("\(name): ") })
        let pieces =
            [String(lines[start].dropFirst(name.utf8.count + 2))]
            + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }.map { String($0.dropFirst()) }
        return try pieces.map { piece in
            guard piece.hasPrefix("=?UTF-8?B?"), piece.hasSuffix("?=") else { return piece }
            let data = try #require(Data(base64Encoded: String(piece.dropFirst(10).dropLast(2))))
            return try #require(String(validating: data, as: UTF8.self))
        }.joined()
    }
}
