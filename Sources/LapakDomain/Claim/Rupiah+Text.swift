extension Rupiah {
    /// The official spelling, the same in both languages: `Rp1.234.567`, and `-Rp1.234` below zero.
    ///
    /// No space and no point after `Rp` (PUEBI; ICU's `id_ID` differs).
    package var text: String { written(.id) }

    /// One decimal and a word, for headlines: `Rp11,9 triliun`, `Rp11.9 trillion`.
    ///
    /// Rounded half away from zero, without a decimal that is zero; below one million the whole amount stands.
    package func textShort(_ language: Language) -> String {
        let magnitude = amount.magnitude
        for size in Size.all where size.holds(magnitude) {
            let tenths = Int((magnitude + size.unit / 20) / (size.unit / 10))
            let (whole, decimal) = tenths.quotientAndRemainder(dividingBy: 10)
            let fraction = decimal == 0 ? "" : (language == .id ? "," : ".") + String(decimal)
            return "\(amount < 0 ? "-" : "")Rp\(whole.grouped(language))\(fraction) \(size.name[language])"
        }
        return written(language)
    }

    private func written(_ language: Language) -> String {
        let digits = Int(amount).grouped(language)
        return amount < 0 ? "-Rp" + digits.dropFirst() : "Rp" + digits
    }

    private struct Size {
        let unit: UInt64
        /// A tenth of the next smaller unit: 999,96 juta is already 1 miliar, 960 juta is not.
        let step: UInt64
        let name: Words

        static let all = [
            Size(unit: 1_000_000_000_000, step: 100_000_000, name: Words("triliun", "trillion")),
            Size(unit: 1_000_000_000, step: 100_000, name: Words("miliar", "billion")),
            Size(unit: 1_000_000, step: 1, name: Words("juta", "million")),
        ]

        func holds(_ magnitude: UInt64) -> Bool { (magnitude + step / 2) / step * step >= unit }
    }
}
