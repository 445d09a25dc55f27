package import LapakDomain

/// A value that has its own table: one row each, known by one key.
package protocol Record: Sendable {
    static var table: Table { get }
    var key: SQLValue { get }
    /// In the order of the table's columns; the key comes first.
    var values: [SQLValue] { get }
    init(row: Row) throws
    /// What it means for people when a second row of this kind collides with a unique index.
    /// Nil where it means nothing to them: the change is done again, with the next number if it has several.
    static func refusal(of duplicate: DatabaseTrouble) -> Refusal?
}

extension Record {
    package var key: SQLValue { values[0] }
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? { nil }
}

/// A table's name and columns, and the statements made from them once for both databases.
package struct Table: Sendable {
    package let name: String
    /// The first one is the key.
    package let columns: [Column]
    private let selects: [String]
    private let inserts: [String]
    private let updates: [String]

    package struct Column: Sendable {
        package let name: String
        package let type: String
        package static func int(_ name: String) -> Column { Column(name: name, type: "BIGINT") }
        package static func text(_ name: String) -> Column { Column(name: name, type: "TEXT") }
        package static func real(_ name: String) -> Column { Column(name: name, type: "DOUBLE PRECISION") }
    }

    package init(_ name: String, _ columns: Column...) {
        self.name = name
        self.columns = columns
        selects = (0...6).map { Table.select(name, columns, keys: 1 << $0) }
        inserts = (0...6).map { Table.insert(name, columns, rows: 1 << $0) }
        updates = (0...6).map { Table.update(name, columns, rows: 1 << $0) }
    }

    package var columnList: String { columns.map(\.name).joined(separator: ", ") }
    package func columnList(of alias: String) -> String { columns.map { "\(alias).\($0.name)" }.joined(separator: ", ") }

    /// Selects by key, for `1 << power` keys; `locked` takes the row locks of a database where writers can meet.
    func select(power: Int, locked dialect: Dialect?) -> String { selects[power] + (dialect?.forUpdate ?? "") }
    func insert(power: Int) -> String { inserts[power] }
    func update(power: Int) -> String { updates[power] }

    private static func select(_ name: String, _ columns: [Column], keys: Int) -> String {
        let keys = (1...keys).map { "$\($0)" }.joined(separator: ",")
        let list = columns.map(\.name).joined(separator: ", ")
        return "SELECT \(list) FROM \(name) WHERE \(columns[0].name) IN (\(keys)) ORDER BY \(columns[0].name)"
    }

    private static func insert(_ name: String, _ columns: [Column], rows: Int) -> String {
        let values = (0..<rows).map { row in
            "(" + columns.indices.map { "$\(row * columns.count + $0 + 1)" }.joined(separator: ",") + ")"
        }
        return "INSERT INTO \(name) (\(columns.map(\.name).joined(separator: ", "))) VALUES \(values.joined(separator: ","))"
    }

    private static func update(_ name: String, _ columns: [Column], rows: Int) -> String {
        let key = columns[0].name
        if rows == 1 {
            let assignments = columns.enumerated().dropFirst().map { "\($0.element.name) = $\($0.offset + 1)" }.joined(separator: ", ")
            return "UPDATE \(name) SET \(assignments) WHERE \(key) = $1"
        }
        let values = (0..<rows).map { row in
            "("
                + columns.enumerated().map { index, column in
                    let place = "$\(row * columns.count + index + 1)"
                    return row == 0 ? "CAST(\(place) AS \(column.type))" : place
                }.joined(separator: ",") + ")"
        }
        let assignments = columns.dropFirst().map { "\($0.name) = v.\($0.name)" }.joined(separator: ", ")
        return "WITH v(\(columns.map(\.name).joined(separator: ", "))) AS (VALUES \(values.joined(separator: ","))) "
            + "UPDATE \(name) SET \(assignments) FROM v WHERE \(name).\(key) = v.\(key)"
    }
}

/// `count` split into powers of two, largest first, none above 64: few texts, so every statement stays prepared.
func powers(of count: Int, atMost most: Int) -> [Int] {
    var left = count
    var powers: [Int] = []
    while left > 0 {
        let power = min(Int.bitWidth - 1 - left.leadingZeroBitCount, most.trailingZeroBitCount)
        powers.append(power)
        left -= 1 << power
    }
    return powers
}
