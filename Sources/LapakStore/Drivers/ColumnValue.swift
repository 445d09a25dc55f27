/// A Swift value that is written into one column and read back from it.
package protocol ColumnValue: SQLEncodable {
    /// Throws `decoding` trouble for anything that `sql` never gives.
    init(sql: SQLValue) throws(DatabaseTrouble)
    /// What the column is declared as.
    static var columnType: ColumnType { get }
}

/// What a column is declared as, in both databases.
package enum ColumnType: String, Sendable, Hashable {
    case int = "BIGINT"
    case real = "DOUBLE PRECISION"
    case text = "TEXT"
}

extension Int64: ColumnValue {
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) {
        switch sql {
        case .int(let value): self = value
        case .text(let text):
            guard let value = Int64(text) else { throw DatabaseTrouble(.decoding, "not an integer") }
            self = value
        case .real, .null: throw DatabaseTrouble(.decoding, "not an integer")
        }
    }
}

extension Int: ColumnValue {
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self = Int(try Int64(sql: sql)) }
}

extension Bool: ColumnValue {
    package static var columnType: ColumnType { .int }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self = try Int64(sql: sql) != 0 }
}

extension Double: ColumnValue {
    package static var columnType: ColumnType { .real }
    package init(sql: SQLValue) throws(DatabaseTrouble) {
        switch sql {
        case .real(let value): self = value
        case .int(let value): self = Double(value)
        case .text, .null: throw DatabaseTrouble(.decoding, "not a number")
        }
    }
}

extension String: ColumnValue {
    package static var columnType: ColumnType { .text }
    package init(sql: SQLValue) throws(DatabaseTrouble) {
        guard case .text(let text) = sql else { throw DatabaseTrouble(.decoding, "not text") }
        self = text
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    package static var columnType: ColumnType { Wrapped.columnType }
    package init(sql: SQLValue) throws(DatabaseTrouble) { self = sql == .null ? nil : try Wrapped(sql: sql) }
}

/// A value of a closed set stands in its column under its stable name.
extension ColumnValue where Self: RawRepresentable, RawValue == String {
    package var sql: SQLValue { .text(rawValue) }
    package static var columnType: ColumnType { .text }
    package init(sql: SQLValue) throws(DatabaseTrouble) {
        let name = try String(sql: sql)
        guard let value = Self(rawValue: name) else { throw DatabaseTrouble(.decoding, "no \(Self.self) is called \(name)") }
        self = value
    }
}

/// A value of the rules that is kept as a number or text and checked when it is read.
protocol CheckedColumnValue: ColumnValue {
    associatedtype Stored: ColumnValue
    var stored: Stored { get }
    /// Nil for what the rules would never have written: the row is damaged.
    init?(stored: Stored)
}

extension CheckedColumnValue {
    package var sql: SQLValue { stored.sql }
    package static var columnType: ColumnType { Stored.columnType }
    package init(sql: SQLValue) throws(DatabaseTrouble) {
        guard let value = Self(stored: try Stored(sql: sql)) else {
            throw DatabaseTrouble(.decoding, "something that the rules never write as \(Self.self)")
        }
        self = value
    }
}
