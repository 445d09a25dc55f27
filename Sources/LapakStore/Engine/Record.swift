/// A value that has its own table: one row each, known by one key.
package protocol Record: Sendable {
    /// How the value stands in its table.
    static var table: Table<Self> { get }
}

extension Record {
    /// What the row is known by; nothing else of the value is looked at.
    package var key: SQLValue { Self.table.key(of: self) }
    /// The whole row in the order of the table's columns; the key comes first.
    package var values: [SQLValue] { Self.table.values(of: self) }
    /// Reads a row that begins with the table's columns. Throws `decoding` trouble for a damaged one.
    package init(row: Row) throws { self = try Self.table.decode(row) }
}
