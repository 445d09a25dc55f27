/// The database failed: trouble of the world, never a refusal of the rules.
package struct DatabaseTrouble: Error, Sendable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable {
        case unique, foreignKey, check, busy, serialization, connection, closed, syntax, decoding, overload, other
        /// It can be asked and not changed: a full or broken disk, no more memory, a server that only follows another.
        case unwritable
        /// The connection broke during the commit: it may have been kept or not. Never done again by itself.
        case unknown
    }
    package let kind: Kind
    package let message: String
    /// The name of the unique index or constraint that was violated, the same on both databases: the index's own name, `table_pkey`
    /// for the key, `table_column_column_key` for one without a name. Nil for other trouble.
    package let constraint: String?
    package init(_ kind: Kind, _ message: String, constraint: String? = nil) {
        self.kind = kind
        self.message = message
        self.constraint = constraint
    }

    package var description: String { "\(kind): \(message)" }
    /// Doing the same again may succeed: nothing of the transaction remains.
    package var isPassing: Bool { kind == .busy || kind == .serialization || kind == .connection }
    /// The database is away: what is true of one change is true of all that wait.
    var concernsEveryone: Bool { [.connection, .closed, .overload, .unknown, .unwritable].contains(kind) }
    /// Nothing is wrong with what was asked; later it may be answered.
    package var isAway: Bool { isPassing || concernsEveryone }
}
