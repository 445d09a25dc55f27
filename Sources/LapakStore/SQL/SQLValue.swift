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

/// One row of an answer, read by the position of its columns.
package struct Row: Sendable, Hashable {
    package let values: [SQLValue]
    package init(_ values: [SQLValue]) { self.values = values }

    package func int(_ index: Int) throws(DatabaseTrouble) -> Int64 {
        switch values[index] {
        case .int(let value): return value
        case .text(let text): if let value = Int64(text) { return value }
        case .real, .null: break
        }
        throw DatabaseTrouble(.decoding, "column \(index) is not an integer")
    }
    package func optionalInt(_ index: Int) throws(DatabaseTrouble) -> Int64? { values[index] == .null ? nil : try int(index) }
    package func text(_ index: Int) throws(DatabaseTrouble) -> String {
        if case .text(let text) = values[index] { return text }
        throw DatabaseTrouble(.decoding, "column \(index) is not text")
    }
    package func optionalText(_ index: Int) -> String? { if case .text(let text) = values[index] { text } else { nil } }
    package func real(_ index: Int) throws(DatabaseTrouble) -> Double {
        switch values[index] {
        case .real(let value): return value
        case .int(let value): return Double(value)
        case .text, .null: throw DatabaseTrouble(.decoding, "column \(index) is not a number")
        }
    }
    package func bool(_ index: Int) throws(DatabaseTrouble) -> Bool { try int(index) != 0 }
}
