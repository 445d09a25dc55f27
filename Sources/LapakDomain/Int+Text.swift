extension Int {
    /// The number with its thousands marked: `8.371` in Indonesian, `8,371` in English.
    package func grouped(_ language: Language) -> String {
        let digits = Array(String(magnitude).utf8)
        var text: [UInt8] = self < 0 ? [UInt8(ascii: "-")] : []
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(language == .id ? UInt8(ascii: ".") : UInt8(ascii: ",")) }
            text.append(digit)
        }
        return String(decoding: text, as: UTF8.self)
    }

    /// At least `width` digits, filled with zeros from the left: `7` becomes `07`.
    func padded(to width: Int) -> String {
        let digits = String(magnitude)
        return (self < 0 ? "-" : "") + String(repeating: "0", count: Swift.max(0, width - digits.utf8.count)) + digits
    }

    /// The value of one to nine ASCII digits; nil for anything else (no sign, no space, no Arabic digits).
    init?(asciiDigits bytes: some Collection<UInt8>) {
        guard (1...9).contains(bytes.count) else { return nil }
        var value = 0
        for byte in bytes {
            guard (48...57).contains(byte) else { return nil }
            value = value * 10 + Int(byte - 48)
        }
        self = value
    }
}
