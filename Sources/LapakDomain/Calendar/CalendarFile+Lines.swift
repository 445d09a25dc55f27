extension CalendarFile {
    /// A value of type TEXT (RFC 5545, 3.3.11): backslash, semicolon, comma and line ends escaped, control characters dropped.
    static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n" where last == "\r": break
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": escaped.append(contentsOf: "\\n".unicodeScalars)
            case "\\", ";", ",": escaped.append(contentsOf: ["\\", scalar])
            case "\t": escaped.append(scalar)
            case _ where scalar.properties.generalCategory == .control: break
            default: escaped.append(scalar)
            }
            last = scalar
        }
        return String(escaped)
    }

    /// A content line broken into lines of at most 75 octets, never inside a character's bytes (RFC 5545, 3.1).
    static func folded(_ line: String) -> String {
        var folded = String.UnicodeScalarView()
        var octets = 0
        for scalar in line.unicodeScalars {
            let width = UTF8.width(scalar)
            if octets + width > 75 {
                folded.append(contentsOf: "\r\n ".unicodeScalars)
                octets = 1
            }
            folded.append(scalar)
            octets += width
        }
        return String(folded)
    }

    /// `2020-06-15T10:15:00` as `20200615T101500`.
    static func compact(_ iso: some StringProtocol) -> String { String(iso.filter { $0 != "-" && $0 != ":" }) }

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
