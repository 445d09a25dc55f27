// Many rows with few statements, in a reader's snapshot.
extension SQLConnection {
    /// The rows of these keys; those that are not there are left out.
    package func find<R: Record, Key: SQLEncodable & Hashable>(_ type: R.Type, _ keys: Set<Key>) throws -> [Key: R] {
        let bySQL = Dictionary(uniqueKeysWithValues: keys.map { ($0.sql, $0) })
        var found: [Key: R] = [:]
        var rest = Array(bySQL.keys)[...]
        for power in powers(of: keys.count, atMost: 64) {
            for row in try query(R.table.statements.select(power: power, locked: nil), Array(rest.prefix(1 << power))) {
                if let key = bySQL[row.values[0]] { found[key] = try R(row: row) }
            }
            rest = rest.dropFirst(1 << power)
        }
        return found
    }

    /// Rows whose `column` holds one of these keys, in the order of their own keys.
    package func find<R: Record>(_ type: R.Type, where column: String, in keys: [any SQLEncodable]) throws -> [R] {
        var rest = keys[...]
        return try powers(of: keys.count, atMost: 64).flatMap { power in
            let some = rest.prefix(1 << power).map { $0.sql }
            rest = rest.dropFirst(1 << power)
            let places = some.indices.map { "$\($0 + 1)" }.joined(separator: ",")
            let key = R.table.columns[0].name
            return try query("SELECT \(R.table.columnList) FROM \(R.table.name) WHERE \(column) IN (\(places)) ORDER BY \(key)", some)
                .map(R.init)
        }
    }
}
