package import LapakDomain

/// What a table's declaration has said so far.
package struct TableDeclaration<R: Sendable> {
    private(set) var columns: [TableColumn] = []
    private(set) var writers: [@Sendable (R) -> SQLValue] = []
    private(set) var uniques: [String: Refusal?] = [:]

    private mutating func add(_ name: String, _ type: ColumnType, _ write: @escaping @Sendable (R) -> SQLValue) -> Int {
        columns.append(TableColumn(name: name, type: type))
        writers.append(write)
        return columns.count - 1
    }

    /// A column that is written and read.
    package mutating func column<Value: ColumnValue>(_ name: String, _ value: @escaping @Sendable (R) -> Value) -> Column<Value> {
        Column(name: name, index: add(name, Value.columnType) { value($0).sql })
    }

    /// A column that is only written, for searching and for constraints: what it says stands in the others.
    package mutating func derived<Value: ColumnValue>(_ name: String, _ value: @escaping @Sendable (R) -> Value) {
        _ = column(name, value)
    }

    /// A column that holds a value as JSON.
    package mutating func json<Value: StoredBody>(_ name: String, _ value: @escaping @Sendable (R) -> Value) -> JSONColumn<Value> {
        JSONColumn(index: add(name, .text) { LapakStore.json(value($0)) })
    }

    /// A column that holds a value as JSON, or nothing.
    package mutating func optionalJSON<Value: StoredBody>(
        _ name: String, _ value: @escaping @Sendable (R) -> Value?
    ) -> JSONColumn<Value?> {
        JSONColumn(index: add(name, .text) { value($0).map { LapakStore.json($0) } ?? .null })
    }

    /// A unique index, by its name in the database, and what a second row means for people: nil where it means nothing to them.
    package mutating func unique(_ name: String, _ refusal: Refusal? = nil) { uniques[name] = .some(refusal) }
}

extension TableDeclaration where R: StoredBody {
    /// The column that holds the whole value as JSON; the others are only written.
    package mutating func body(_ name: String) -> JSONColumn<R> { json(name) { $0 } }
}
