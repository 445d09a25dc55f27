package import LapakDomain

/// A value that has its own table: one row each, known by one key.
package protocol Record: Sendable {
    static var table: Table<Self> { get }
}

extension Record {
    package var key: SQLValue { Self.table.key(of: self) }
    /// In the order of the table's columns; the key comes first.
    package var values: [SQLValue] { Self.table.values(of: self) }
    /// Reads a row that begins with the table's columns. Throws `decoding` trouble for a damaged one.
    package init(row: Row) throws { self = try Self.table.decode(row) }
}

/// A column of a table, read with `row[column]`.
package struct Column<Value>: Sendable {
    package let name: String
    /// Its place in the table's list, and so in every row that begins with it.
    let index: Int
}

/// A text column that holds a value as JSON, read with `row[column]`.
package struct JSONColumn<Value>: Sendable {
    let index: Int
}

extension Row {
    subscript<Value: StoredBody>(_ column: JSONColumn<Value>) -> Value { get throws { try json(Value.self, column.index) } }
    /// Nil where the column is null.
    subscript<Value: StoredBody>(_ column: JSONColumn<Value?>) -> Value? {
        get throws { values[column.index] == .null ? nil : try json(Value.self, column.index) }
    }
}

/// A table: its columns, each declared once with its name, how it is written and how it is read; what its unique indexes mean; and
/// the statements made from them once for both databases.
package struct Table<R: Sendable>: Sendable {
    package let name: String
    /// The first one is the key.
    package let columns: [TableColumn]
    /// The unique indexes by name, with what a second row means for people.
    package let uniques: [String: Refusal?]
    let statements: TableStatements
    let decode: @Sendable (Row) throws -> R
    private let writers: [@Sendable (R) -> SQLValue]

    /// `declare` names the columns in their order, the key first, and answers how a row of them is read.
    package init(_ name: String, _ declare: (inout TableDeclaration<R>) -> @Sendable (Row) throws -> R) {
        var declaration = TableDeclaration<R>()
        decode = declare(&declaration)
        self.name = name
        columns = declaration.columns
        uniques = declaration.uniques
        writers = declaration.writers
        statements = TableStatements(name, columns)
    }

    package func key(of record: R) -> SQLValue { writers[0](record) }
    package func values(of record: R) -> [SQLValue] { writers.map { $0(record) } }

    package var columnList: String { statements.columnList }
    package func columnList(of alias: String) -> String { columns.map { "\(alias).\($0.name)" }.joined(separator: ", ") }

    /// The name of the constraint that keeps the key unique.
    package var keyConstraint: String { "\(name)_pkey" }

    /// What a second row means for people; nil where it means nothing to them: the change is done again, with the next number if it
    /// has several.
    func refusal(of duplicate: DatabaseTrouble) -> Refusal? { duplicate.constraint.flatMap { uniques[$0] ?? nil } }
}

/// A column as the database knows it.
package struct TableColumn: Sendable, Hashable {
    package let name: String
    package let type: ColumnType
}

/// What a table's declaration has said so far.
package struct TableDeclaration<R: Sendable> {
    fileprivate var columns: [TableColumn] = []
    fileprivate var writers: [@Sendable (R) -> SQLValue] = []
    fileprivate var uniques: [String: Refusal?] = [:]

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
