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

    /// As it is read within a sentence: `tiga`, `three`; from eleven on, and below zero, in digits.
    package func spelled(_ language: Language) -> String {
        let words = Int.names[language]
        return words.indices.contains(self) ? words[self] : grouped(language)
    }

    /// How often: `satu kali`, `once`; `tiga kali`, `three times`.
    package func times(_ language: Language) -> String {
        switch (self, language) {
        case (1, .en): "once"
        case (2, .en): "twice"
        case (_, .en): "\(spelled(.en)) times"
        case (_, .id): "\(spelled(.id)) kali"
        }
    }

    private static let names = NumberNames(
        id: ["nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"],
        en: ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])

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

/// The names of the numbers from zero on.
private struct NumberNames {
    let id: [String]
    let en: [String]
    subscript(_ language: Language) -> [String] { language == .id ? id : en }
}
