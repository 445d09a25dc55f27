extension Span {
    /// The length in at most two units, rounded down: `2 hari`, `1 hari 5 jam`, `1 jam 20 menit`, `52 menit`.
    ///
    /// From two days on only days; below one minute, and below zero, `kurang dari 1 menit`.
    package func text(_ language: Language) -> String {
        let minutes = seconds.flooredDivision(by: 60)
        let (days, hours) = (minutes / 1440, minutes / 60 % 24)
        let parts: [(Int64, Words)] =
            switch minutes {
            case 2880...: [(days, Span.day)]
            case 1440...: [(days, Span.day), (hours, Span.hour)]
            case 60...: [(hours, Span.hour), (minutes % 60, Span.minute)]
            default: [(minutes, Span.minute)]
            }
        let words = parts.filter { $0.0 > 0 }.map { Span.count($0.0, $0.1, language) }
        return words.isEmpty ? Words("kurang dari 1 menit", "less than 1 minute")[language] : words.joined(separator: " ")
    }

    /// What is left until a deadline: `2 hari lagi`, `1 jam 20 menit lagi`, `2 days left`.
    ///
    /// Rounded down, so that nobody is promised more time than there is; at zero and below `sudah lewat`, `time is up`.
    package func textLeft(_ language: Language) -> String {
        guard milliseconds > 0 else { return Words("sudah lewat", "time is up")[language] }
        return text(language) + Words(" lagi", " left")[language]
    }

    /// How long ago something was, in one unit: `baru saja`, `1 menit lalu`, `3 hari lalu`, `1 minute ago`.
    ///
    /// A negative length (a clock that is ahead) also reads `baru saja`.
    package func textAgo(_ language: Language) -> String {
        let minutes = seconds.flooredDivision(by: 60)
        let text =
            switch minutes {
            case 1440...: Span.count(minutes / 1440, Span.day, language)
            case 60...: Span.count(minutes / 60, Span.hour, language)
            case 1...: Span.count(minutes, Span.minute, language)
            default: ""
            }
        return text.isEmpty ? Words("baru saja", "just now")[language] : text + Words(" lalu", " ago")[language]
    }

    private static let day = Words("hari", "day")
    private static let hour = Words("jam", "hour")
    private static let minute = Words("menit", "minute")

    private static func count(_ number: Int64, _ unit: Words, _ language: Language) -> String {
        "\(Int(number).grouped(language)) \(unit[language])\(language == .en && number != 1 ? "s" : "")"
    }
}
