/// An e-mail address that any mail server takes: ASCII, at most 254 bytes (RFC 5321).
package struct EmailAddress: Hashable, Sendable, CustomStringConvertible {
    /// As typed, but with the domain in small letters; the part before `@` belongs to the receiving server.
    package let value: String

    /// What people type, with blanks around it and signs that nobody sees ignored.
    ///
    /// Nil unless there is one `@`, before it 1-64 letters, digits and `#$&*+-/=?^_{}~` with single points between, and after
    /// it a domain of at least two labels. Stricter than RFC 5321 on purpose: no quotes, and no `!`, `%` or `|`, which old relays obey.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 600 else { return nil }
        let bytes = Array(Typed.line(typed).utf8)
        let parts = bytes.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard bytes.count <= 254, parts.count == 2, Self.isMailbox(parts[0]), Self.isDomain(parts[1]) else { return nil }
        value = String(decoding: parts[0], as: UTF8.self) + "@" + String(decoding: parts[1], as: UTF8.self).lowercased()
    }

    /// The part after `@`.
    package var domain: Substring { value.drop { $0 != "@" }.dropFirst() }

    /// `s•••@example.co.id`: enough to recognise one's own.
    package var masked: String { "\(value.prefix(1))•••@\(domain)" }
    package var description: String { masked }

    private static func isMailbox(_ bytes: ArraySlice<UInt8>) -> Bool {
        (1...64).contains(bytes.count)
            && bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false).allSatisfy { atom in
                !atom.isEmpty && atom.allSatisfy { isLetterOrDigit($0) || "#$&*+-/=?^_{}~".utf8.contains($0) }
            }
    }

    private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard labels.count >= 2, let last = labels.last, last.count >= 2, last.contains(where: { $0 > 57 }) else { return false }
        return labels.allSatisfy { label in
            (1...63).contains(label.count) && label.first != UInt8(ascii: "-") && label.last != UInt8(ascii: "-")
                && label.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
        }
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
    }
}

extension EmailAddress: Codable {
    /// Reads one string and checks it as if it were typed.
    package init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        guard let found = EmailAddress(try box.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: box, debugDescription: "not an e-mail address")
        }
        self = found
    }
    package func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(value)
    }
}
