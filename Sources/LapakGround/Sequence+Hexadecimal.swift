extension Sequence<UInt8> {
    /// Two small hexadecimal digits for each byte.
    package var hex: String {
        var signs: [UInt8] = []
        signs.reserveCapacity(underestimatedCount * 2)
        for byte in self {
            signs.append(sign(byte >> 4))
            signs.append(sign(byte & 15))
        }
        return String(decoding: signs, as: UTF8.self)
    }
}

/// One hexadecimal sign.
private func sign(_ nibble: UInt8) -> UInt8 { nibble < 10 ? 48 + nibble : 87 + nibble }
