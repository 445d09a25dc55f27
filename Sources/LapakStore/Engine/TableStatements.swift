import Synchronization

/// The statements of one table for 1, 2, 4 … 64 rows: few texts, so that every one of them stays prepared.
struct TableStatements: Sendable {
    let columnList: String
    private let selects: [String]
    private let inserts: [String]
    private let updates: [String]
    private let upserts: [String]
    private let narrow: NarrowUpdates

    init(_ name: String, _ columns: [TableColumn]) {
        columnList = columns.map(\.name).joined(separator: ", ")
        selects = (0...6).map { Self.select(name, columns, keys: 1 << $0) }
        inserts = (0...6).map { Self.insert(name, columns, rows: 1 << $0) }
        narrow = NarrowUpdates(name, columns)
        updates = (0...6).map { Self.update(name, columns, rows: 1 << $0) }
        let kept = columns.dropFirst().map { "\($0.name) = excluded.\($0.name)" }.joined(separator: ", ")
        upserts = inserts.map { "\($0) ON CONFLICT (\(columns[0].name)) DO UPDATE SET \(kept)" }
    }

    /// Selects by key, for `1 << power` keys; `locked` takes the row locks of a database where writers can meet.
    func select(power: Int, locked dialect: Dialect?) -> String { selects[power] + (dialect?.forUpdate ?? "") }
    func insert(power: Int) -> String { inserts[power] }
    func update(power: Int) -> String { updates[power] }
    /// Updates these columns of one row, by their places in the table's list; the key is the first argument.
    func update(columns: [Int]) -> String { narrow.update(columns) }
    /// Inserts, or puts the row in place of the one with its key.
    func upsert(power: Int) -> String { upserts[power] }

    private static func select(_ name: String, _ columns: [TableColumn], keys: Int) -> String {
        let keys = (1...keys).map { "$\($0)" }.joined(separator: ",")
        let list = columns.map(\.name).joined(separator: ", ")
        return "SELECT \(list) FROM \(name) WHERE \(columns[0].name) IN (\(keys)) ORDER BY \(columns[0].name)"
    }

    private static func insert(_ name: String, _ columns: [TableColumn], rows: Int) -> String {
        let values = (0..<rows).map { row in
            "(" + columns.indices.map { "$\(row * columns.count + $0 + 1)" }.joined(separator: ",") + ")"
        }
        return "INSERT INTO \(name) (\(columns.map(\.name).joined(separator: ", "))) VALUES \(values.joined(separator: ","))"
    }

    private static func update(_ name: String, _ columns: [TableColumn], rows: Int) -> String {
        let key = columns[0].name
        if rows == 1 {
            let assignments = columns.enumerated().dropFirst().map { "\($0.element.name) = $\($0.offset + 1)" }.joined(separator: ", ")
            return "UPDATE \(name) SET \(assignments) WHERE \(key) = $1"
        }
        let values = (0..<rows).map { row in
            "("
                + columns.enumerated().map { index, column in
                    let place = "$\(row * columns.count + index + 1)"
                    return row == 0 ? "CAST(\(place) AS \(column.type.rawValue))" : place
                }.joined(separator: ",") + ")"
        }
        let assignments = columns.dropFirst().map { "\($0.name) = v.\($0.name)" }.joined(separator: ", ")
        return "WITH v(\(columns.map(\.name).joined(separator: ", "))) AS (VALUES \(values.joined(separator: ","))) "
            + "UPDATE \(name) SET \(assignments) FROM v WHERE \(name).\(key) = v.\(key)"
    }
}

/// The statements that update some columns of one row: few of the many possible ones ever occur, and each is made once.
private final class NarrowUpdates: Sendable {
    private let table: String
    private let columns: [String]
    private let known = Mutex<[[Int]: String]>([:])

    init(_ table: String, _ columns: [TableColumn]) {
        self.table = table
        self.columns = columns.map(\.name)
    }

    func update(_ places: [Int]) -> String {
        known.withLock { known in
            if let text = known[places] { return text }
            let assignments = places.enumerated().map { "\(columns[$0.element]) = $\($0.offset + 2)" }.joined(separator: ", ")
            let text = "UPDATE \(table) SET \(assignments) WHERE \(columns[0]) = $1"
            known[places] = text
            return text
        }
    }
}

/// `count` split into powers of two, largest first, none above `most`: few texts, so every statement stays prepared.
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
