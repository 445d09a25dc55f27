extension Day {
    /// `Senin, 15 Juni 2020`, `Monday, 15 June 2020`.
    package func text(_ language: Language) -> String {
        let (year, month, day) = date
        return "\(weekday.text(language)), \(day) \(Day.months[month - 1][language]) \(year)"
    }

    /// For lists where the year is plain: `Sen, 15 Jun`, `Mon, 15 Jun`.
    package func textShort(_ language: Language) -> String {
        let (_, month, day) = date
        return "\(weekday.textShort(language)), \(day) \(Day.months[month - 1][language].prefix(3))"
    }

    /// ISO 8601, as in forms and files: `2020-06-15`.
    package var iso: String {
        let (year, month, day) = date
        return "\(year.padded(to: 4))-\(month.padded(to: 2))-\(day.padded(to: 2))"
    }

    /// The day written exactly as `2020-06-15`; nil for any other form and for dates that do not exist.
    package init?(iso: String) { self.init(isoBytes: iso.utf8) }

    init?(isoBytes: some Collection<UInt8>) {
        let bytes = Array(isoBytes)
        guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
            let year = Int(asciiDigits: bytes[0..<4]), let month = Int(asciiDigits: bytes[5..<7]), let day = Int(asciiDigits: bytes[8..<10])
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// A birth date as people type it in one field: `15-06-1987`, `15/6/1987`, `15 6 1987`, `15.6.1987`,
    /// `15061987` (number pads have no dash) or `1987-06-15`.
    ///
    /// Day before month, always. The year needs four digits, 1900-2099, so that no century is guessed.
    package init?(typed: String) {
        guard typed.utf8.count <= 200, let (year, month, day) = Day.parts(Typed.line(typed)), (1900...2099).contains(year) else {
            return nil
        }
        self.init(year: year, month: month, day: day)
    }

    private static func parts(_ typed: String) -> (year: Int, month: Int, day: Int)? {
        let written = typed.utf8.split { [UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: ".")].contains($0) }
        let parts = written.count == 1 && written[0].count == 8 ? inEight(written[0]) : written
        guard parts.count == 3, let first = Int(asciiDigits: parts[0]), let month = Int(asciiDigits: parts[1]),
            let last = Int(asciiDigits: parts[2])
        else { return nil }
        switch (parts[0].count, parts[1].count, parts[2].count) {
        case (1...2, 1...2, 4): return (last, month, first)
        case (4, 1...2, 1...2): return (first, month, last)
        default: return nil
        }
    }

    private static func inEight(_ digits: Substring.UTF8View) -> [Substring.UTF8View] {
        [digits.prefix(2), digits.dropFirst(2).prefix(2), digits.suffix(4)]
    }

    private static let months = [
        Words("Januari", "January"), Words("Februari", "February"), Words("Maret", "March"), Words("April", "April"),
        Words("Mei", "May"), Words("Juni", "June"), Words("Juli", "July"), Words("Agustus", "August"),
        Words("September", "September"), Words("Oktober", "October"), Words("November", "November"), Words("Desember", "December"),
    ]
}
