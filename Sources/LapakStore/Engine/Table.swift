package import LapakDomain

/// A table: its columns, each declared once with its name, how it is written and how it is read; what its unique indexes mean; and
/// the statements made from them once for both databases.
package final class Table<R: Sendable>: Sendable {
    /// As the database calls it.
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

    /// The key alone, without the other columns' values.
    package func key(of record: R) -> SQLValue { writers[0](record) }
    /// What every column holds of a record, in their order.
    package func values(of record: R) -> [SQLValue] { writers.map { $0(record) } }

    /// The columns for a SELECT, separated by commas.
    package var columnList: String { statements.columnList }
    /// The same for a table that a SELECT calls `alias`.
    package func columnList(of alias: String) -> String { columns.map { "\(alias).\($0.name)" }.joined(separator: ", ") }

    /// The name of the constraint that keeps the key unique.
    package var keyConstraint: String { "\(name)_pkey" }

    /// What a second row means for people; nil where it means nothing to them: the change is done again, with the next number if it
    /// has several.
    func refusal(of duplicate: DatabaseTrouble) -> Refusal? { duplicate.constraint.flatMap { uniques[$0] ?? nil } }
}

/// A column as the database knows it.
package struct TableColumn: Sendable, Hashable {
    /// As the database calls it.
    package let name: String
    /// What it is declared as.
    package let type: ColumnType
}
