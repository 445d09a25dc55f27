import LapakDomain

/// A column of a table, read with `row[column]`.
package struct Column<Value>: Sendable {
    /// As the database calls it.
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
