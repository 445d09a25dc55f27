import LapakDomain

extension LineOrder {
    static let columns = keys.map(\.column)

    /// `cohort, rank, ticket`, as an order and as one side of a comparison.
    static func sql(_ alias: String = "") -> String { columns.map { alias + $0 }.joined(separator: ", ") }

    /// As many placeholders, from `$first` on.
    static func places(from first: Int) -> String { keys.indices.map { "$\(first + $0)" }.joined(separator: ", ") }

    /// Before everybody.
    static let start = [Int64](repeating: -1, count: keys.count)
}

extension Weekday {
    /// Its bit in a wish's row.
    var bit: Int64 { 1 << Int64(rawValue) }
}

extension DayPart {
    /// Its bit in a wish's row.
    var bit: Int64 { self == .pagi ? 1 : 2 }
}

extension Wish {
    /// The weekdays that suit, as bits.
    var dayBits: Int64 { (days.isEmpty ? Set(Weekday.allCases) : days).reduce(0) { $0 | $1.bit } }
    /// The parts of the day that suit, as bits.
    var timeBits: Int64 { (times.isEmpty ? Set(DayPart.allCases) : times).reduce(0) { $0 | $1.bit } }
}
