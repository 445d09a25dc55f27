/// The database failed: trouble of the world, never a refusal of the rules.
package struct DatabaseTrouble: Error, Sendable, CustomStringConvertible {
    package enum Kind: Sendable, Hashable {
        case unique, foreignKey, check, busy, serialization, connection, closed, syntax, decoding, overload, other
    }
    package let kind: Kind
    package let message: String
    package init(_ kind: Kind, _ message: String) { self.kind = kind; self.message = message }

    package var description: String { "\(kind): \(message)" }
    /// Doing the same again may succeed: nothing of the transaction remains.
    package var isPassing: Bool { kind == .busy || kind == .serialization }
}
