/// An Indonesian mobile number, which takes SMS and WhatsApp messages.
package struct PhoneNumber: Hashable, Sendable, CustomStringConvertible {
    /// E.164: `+628…`, at most fifteen digits.
    package let value: String

    /// What people type or paste: `0812…`, `62812…`, `+62 812…`, `0062 812…`, `+62 (0)812…`, and `812…` as spreadsheets leave it.
    ///
    /// Blanks, points, dashes, brackets and signs that nobody sees are ignored. Nil unless the number has at least ten digits in its
    /// `08…` form and at most fifteen in its `+628…` form.
    package init?(_ typed: String) {
        guard typed.utf8.count <= 200, let (digits, international) = Self.digits(typed) else { return nil }
        var own = digits[...]
        if own.starts(with: "62".utf8) { own = own.dropFirst(2) } else if international { return nil }
        if own.first == UInt8(ascii: "0") { own = own.dropFirst() }
        guard own.first == UInt8(ascii: "8"), (9...13).contains(own.count) else { return nil }
        value = "+62" + String(decoding: own, as: UTF8.self)
    }

    /// As people write it: `0812 3456 7788`.
    package var text: String {
        let rest = local.dropFirst(4)
        let middle = rest.prefix(rest.count / 2)
        return "\(local.prefix(4)) \(middle) \(rest.dropFirst(middle.count))"
    }

    /// `0812 •••• 7788`; of a shorter number fewer of the first digits, so that four stay hidden.
    package var masked: String { "\(local.prefix(min(4, local.count - 8))) •••• \(local.suffix(4))" }
    package var description: String { masked }

    private var local: String { "0" + value.dropFirst(3) }

    /// The digits, and whether a `+`, or the `00` that is dialled for it, stands before them; nil if anything else is written.
    private static func digits(_ typed: String) -> (digits: [UInt8], international: Bool)? {
        var digits: [UInt8] = []
        var international = false
        for byte in Typed.line(typed).utf8 {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
            case UInt8(ascii: "+") where digits.isEmpty && !international: international = true
            case UInt8(ascii: " "), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "("), UInt8(ascii: ")"): continue
            default: return nil
            }
        }
        guard !international, digits.starts(with: "00".utf8) else { return (digits, international) }
        return (Array(digits.dropFirst(2)), true)
    }
}

extension PhoneNumber: Codable {
    /// Reads one string and checks it as if it were typed.
    package init(from decoder: any Decoder) throws {
        let box = try decoder.singleValueContainer()
        guard let found = PhoneNumber(try box.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: box, debugDescription: "not a mobile number")
        }
        self = found
    }
    package func encode(to encoder: any Encoder) throws {
        var box = encoder.singleValueContainer()
        try box.encode(value)
    }
}
