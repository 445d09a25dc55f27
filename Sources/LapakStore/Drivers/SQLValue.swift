/// What a column can hold, the same in both databases.
package enum SQLValue: Sendable, Hashable {
    case null
    case int(Int64)
    case real(Double)
    case text(String)
}

/// A Swift value that has a place in a column.
package protocol SQLEncodable: Sendable { var sql: SQLValue { get } }

extension Int: SQLEncodable { package var sql: SQLValue { .int(Int64(self)) } }
extension Int64: SQLEncodable { package var sql: SQLValue { .int(self) } }
extension Bool: SQLEncodable { package var sql: SQLValue { .int(self ? 1 : 0) } }
extension Double: SQLEncodable { package var sql: SQLValue { .real(self) } }
extension String: SQLEncodable { package var sql: SQLValue { .text(self) } }
extension SQLValue: SQLEncodable { package var sql: SQLValue { self } }
extension Optional: SQLEncodable where Wrapped: SQLEncodable { package var sql: SQLValue { self?.sql ?? .null } }
