extension Sequence<UInt8> {
    /// Two small hexadecimal digits for each byte.
    @inlinable package var hex: String {
        var signs: [UInt8] = []
        signs.reserveCapacity(underestimatedCount * 2)
        for byte in self {
            signs.append(hexadecimalSign(byte >> 4))
            signs.append(hexadecimalSign(byte & 15))
        }
        return String(decoding: signs, as: UTF8.self)
    }
}

/// The small digit of a value below 16.
@inlinable package func hexadecimalSign(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
