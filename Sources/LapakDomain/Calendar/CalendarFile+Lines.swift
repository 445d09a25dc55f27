extension CalendarFile {
    /// A value of type TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends escaped, control characters dropped.
    static func escaped(_ text: String) -> String {
        if text.utf8.allSatisfy(isPlain) { return text }
        var escaped: [UInt8] = []
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped += "\\n".utf8
            case "\\", ";", ",": escaped += [UInt8(ascii: "\\"), UInt8(scalar.value)]
            case "\t": escaped.append(9)
            case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            default: escaped += String(Character(scalar)).utf8
            }
            last = scalar
        }
        return String(decoding: escaped, as: UTF8.self)
    }

    /// A printable sign of ASCII that means nothing to a calendar.
    private static func isPlain(_ byte: UInt8) -> Bool {
        (32...126).contains(byte) && byte != UInt8(ascii: "\\") && byte != UInt8(ascii: ";") && byte != UInt8(ascii: ",")
    }

    /// A content line broken into lines of at most 75 octets, never inside a character's bytes (RFC 5545, 3.1).
    static func folded(_ line: String) -> String {
        if line.utf8.count <= 75 { return line }
        let bytes = Array(line.utf8)
        var folded: [UInt8] = []
        var (start, room) = (0, 75)
        while bytes.count - start > room {
            var end = start + room
            while bytes[end] & 0xC0 == 0x80 { end -= 1 }
            folded += bytes[start..<end]
            folded += "\r\n ".utf8
            (start, room) = (end, 74)
        }
        return String(decoding: folded + bytes[start...], as: UTF8.self)
    }

    /// `2020-06-15T10:15:00` as `20200615T101500`.
    static func compact(_ iso: some StringProtocol) -> String {
        String(decoding: iso.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ":") }, as: UTF8.self)
    }

    /// What RFC 3986 lets stand in an address beside letters and digits; `%` too, since it is encoded already.
    static let addressMarks = "-._~:/?#[]@!$&'()*+,;=%"

    /// An address whose other bytes, line ends above all, are percent-encoded.
    static func inAddress(_ address: String, keeping marks: String) -> String {
        address.utf8.map { byte in
            switch byte {
            case 48...57, 65...90, 97...122: String(Unicode.Scalar(byte))
            case _ where marks.utf8.contains(byte): String(Unicode.Scalar(byte))
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }.joined()
    }
}
