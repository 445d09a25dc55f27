/// Text as ASCII lines of at most 76 characters (RFC 2045, section 6.7).
enum QuotedPrintable {
    /// Encodes the UTF-8 of `text`. CR LF, CR and LF are line ends alike and come out as CR LF; the last line gets none.
    static func encode(_ text: String) -> String {
        lines(of: Array(text.utf8)).map(encode(line:)).joined(separator: "\r\n")
    }

    private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        var lines: [ArraySlice<UInt8>] = []
        var start = 0
        var index = 0
        while index < bytes.count {
            if bytes[index] == 10 || bytes[index] == 13 {
                lines.append(bytes[start..<index])
                if bytes[index] == 13, index + 1 < bytes.count, bytes[index + 1] == 10 { index += 1 }
                start = index + 1
            }
            index += 1
        }
        return lines + [bytes[start...]]
    }

    private static func encode(line: ArraySlice<UInt8>) -> String {
        var encoded: [UInt8] = []
        var width = 0
        for (index, byte) in zip(line.indices, line) {
            let isLast = index == line.endIndex - 1
            var piece = isLiteral(byte, isLast: isLast) ? [byte] : escape(byte)
            if width + piece.count > (isLast ? 76 : 75) {
                encoded += softBreak
                width = 0
            }
            if width == 0, byte == dot { piece = escape(dot) }
            encoded += piece
            width += piece.count
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// A blank at the end of a line is escaped, so that no carrier on the way can lose it; likewise a dot at the start,
    /// so that none has to double it.
    private static func isLiteral(_ byte: UInt8, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case 9, 32: !isLast
        default: (33...126).contains(byte)
        }
    }

    private static let dot = UInt8(ascii: ".")
    private static let softBreak = Array("=\r\n".utf8)
    private static let digits = Array("0123456789ABCDEF".utf8)
    private static func escape(_ byte: UInt8) -> [UInt8] { [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]] }
}
