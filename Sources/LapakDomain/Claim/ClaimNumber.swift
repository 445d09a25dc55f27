/// The number that people write down: seven letters or digits without those that look alike, and a check sign.
/// Shown as `7K4M-92QX`.
package struct ClaimNumber: Hashable, Codable, Sendable, CustomStringConvertible {
    package let value: String
    private static let signs = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)

    /// From 35 chance bits.
    package init(chance: UInt64) {
        var signs: [UInt8] = (0..<7).map { Self.signs[Int(chance >> UInt64($0 * 5) & 31)] }
        signs.append(Self.check(signs))
        value = String(decoding: signs, as: UTF8.self)
    }

    /// As typed: small letters, blanks, dashes and points are fine, O is 0, I and L are 1. Nil when the check sign is wrong.
    package init?(_ typed: String) {
        var signs: [UInt8] = []
        for byte in Typed.line(typed).utf8 where !" -.".utf8.contains(byte) {
            let upper = (97...122).contains(byte) ? byte - 32 : byte
            let sign: UInt8 = upper == 79 ? 48 : upper == 73 || upper == 76 ? 49 : upper
            guard Self.signs.contains(sign) else { return nil }
            signs.append(sign)
        }
        guard signs.count == 8, Self.check(Array(signs.dropLast())) == signs.last else { return nil }
        value = String(decoding: signs, as: UTF8.self)
    }

    package var description: String { "\(value.prefix(4))-\(value.suffix(4))" }

    /// Luhn's sign over 32 signs: one mistyped sign never passes.
    private static func check(_ body: [UInt8]) -> UInt8 {
        let sum = body.reversed().enumerated().reduce(0) { sum, place in
            let value = (signs.firstIndex(of: place.element) ?? 0) * (place.offset.isMultiple(of: 2) ? 2 : 1)
            return sum + value / 32 + value % 32
        }
        return signs[(32 - sum % 32) % 32]
    }
}
