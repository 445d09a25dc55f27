import Synchronization

/// The common SQL says `$1`; SQLite would take that for a *named* parameter, bound in order of first appearance.
/// Rewrites `$n` to `?n` outside quotes and comments, once per text.
final class Placeholders: Sendable {
    private let known = Mutex<[String: String]>([:])

    func rewritten(_ sql: String) -> String {
        known.withLock { texts in
            if let text = texts[sql] { return text }
            let text = Placeholders.rewrite(sql)
            texts[sql] = text
            return text
        }
    }

    static func rewrite(_ sql: String) -> String {
        let bytes = Array(sql.utf8)
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
                let end = closing(byte, in: bytes, after: index)
                out += bytes[index...end]
                index = end + 1
            } else if byte == UInt8(ascii: "-"), index + 1 < bytes.count, bytes[index + 1] == byte {
                let end = bytes[index...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
                out += bytes[index..<end]
                index = end
            } else if byte == UInt8(ascii: "$"), index + 1 < bytes.count, (48...57).contains(bytes[index + 1]) {
                out.append(UInt8(ascii: "?"))
                index += 1
            } else {
                out.append(byte)
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    /// The index of the quote that ends what begins at `start`; a doubled quote stands for itself.
    private static func closing(_ quote: UInt8, in bytes: [UInt8], after start: Int) -> Int {
        var index = start + 1
        while index < bytes.count {
            if bytes[index] == quote {
                guard index + 1 < bytes.count, bytes[index + 1] == quote else { return index }
                index += 1
            }
            index += 1
        }
        return bytes.count - 1
    }
}
