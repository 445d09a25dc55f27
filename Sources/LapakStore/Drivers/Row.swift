/// One row of an answer. A table's columns read it; what a question asked for itself is read by name, and a lone value by position.
package struct Row: Sendable {
    /// In the order of the question's columns.
    package let values: [SQLValue]
    /// The names of the columns, shared by all rows of an answer.
    private let names: [String]

    /// `names` are those of the columns; without them the values are read by position alone.
    package init(_ values: [SQLValue], names: [String] = []) {
        self.values = values
        self.names = names
    }

    /// The value of a table's column, where the question asked for the table's columns first.
    /// Throws `decoding` trouble that names the column when it holds something else.
    package subscript<Value: ColumnValue>(_ column: Column<Value>) -> Value {
        get throws(DatabaseTrouble) { try read(column.name, at: column.index) }
    }

    /// The value of the first column with this name, as the question names it.
    /// Throws `decoding` trouble when there is none, or it holds something else.
    package subscript<Value: ColumnValue>(_ name: String) -> Value {
        get throws(DatabaseTrouble) {
            guard let index = names.firstIndex(of: name) else { throw DatabaseTrouble(.decoding, "the answer has no column \(name)") }
            return try read(name, at: index)
        }
    }

    private func read<Value: ColumnValue>(_ name: String, at index: Int) throws(DatabaseTrouble) -> Value {
        do throws(DatabaseTrouble) { return try Value(sql: values[index]) } catch {
            throw DatabaseTrouble(.decoding, "column \(name): \(error.message)")
        }
    }

    /// A lone integer of an answer. Throws `decoding` trouble for anything else.
    package func int(_ index: Int) throws(DatabaseTrouble) -> Int64 { try read("\(index)", at: index) }
    /// A lone text of an answer. Throws `decoding` trouble for anything else.
    package func text(_ index: Int) throws(DatabaseTrouble) -> String { try read("\(index)", at: index) }
}

/// Equal when the values are: the same question may name its columns differently on each database.
extension Row: Hashable {
    package static func == (one: Row, other: Row) -> Bool { one.values == other.values }
    package func hash(into hasher: inout Hasher) { hasher.combine(values) }
}
