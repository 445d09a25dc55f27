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
