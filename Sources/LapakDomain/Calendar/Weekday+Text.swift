extension Weekday {
    /// `Senin`, `Monday`.
    package func text(_ language: Language) -> String { words[language] }

    /// The first three letters: `Sen`, `Mon`.
    package func textShort(_ language: Language) -> String { String(words[language].prefix(3)) }

    private var words: Words {
        switch self {
        case .monday: Words("Senin", "Monday")
        case .tuesday: Words("Selasa", "Tuesday")
        case .wednesday: Words("Rabu", "Wednesday")
        case .thursday: Words("Kamis", "Thursday")
        case .friday: Words("Jumat", "Friday")
        case .saturday: Words("Sabtu", "Saturday")
        case .sunday: Words("Minggu", "Sunday")
        }
    }
}
