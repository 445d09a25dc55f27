import GRDB

extension DatabaseTrouble {
    /// What SQLite says, in the terms of both databases. `database` is asked for the name of a violated unique index.
    init(_ error: any Error, in database: Database? = nil) {
        guard let error = error as? DatabaseError else {
            self = error as? DatabaseTrouble ?? DatabaseTrouble(.other, "\(error)")
            return
        }
        let kind: Kind =
            switch error.extendedResultCode {
            case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY, .SQLITE_CONSTRAINT_ROWID: .unique
            case .SQLITE_CONSTRAINT_FOREIGNKEY: .foreignKey
            case .SQLITE_CONSTRAINT_CHECK, .SQLITE_CONSTRAINT_NOTNULL: .check
            default:
                switch error.resultCode {
                case .SQLITE_BUSY, .SQLITE_LOCKED: .busy
                case .SQLITE_ERROR: .syntax
                // Says GRDB of a database that was closed.
                case .SQLITE_MISUSE where error.message == "Connection is closed": .closed
                case .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_READONLY, .SQLITE_CANTOPEN, .SQLITE_NOMEM, .SQLITE_PERM: .unwritable
                default: .other
                }
            }
        let message = error.message ?? "\(error.resultCode)"
        let constraint = kind == .unique ? database.flatMap { ViolatedIndex(message)?.name(in: $0) } : nil
        self.init(kind, message, constraint: constraint)
    }
}

/// What SQLite tells of a violated unique index: `UNIQUE constraint failed: walk_in.branch, walk_in.number`, or `index 'name'` where
/// the index is on an expression.
struct ViolatedIndex: Hashable {
    let table: String
    let columns: [String]
    private let given: String?

    /// Nil for any other message.
    init?(_ message: String) {
        guard let start = message.firstRange(of: "UNIQUE constraint failed: ") else { return nil }
        let told = message[start.upperBound...]
        if told.hasPrefix("index '") {
            (table, columns, given) = ("", [], String(told.dropFirst("index '".count).prefix { $0 != "'" }))
            return
        }
        let places = told.split(separator: ",").map { $0.drop { $0 == " " }.split(separator: ".") }
        guard let first = places.first, places.allSatisfy({ $0.count == 2 && $0[0] == first[0] }) else { return nil }
        (table, columns, given) = (String(first[0]), places.map { String($0[1]) }, nil)
    }

    /// The index's own name, or the one that PostgreSQL would have given to it.
    func name(in database: Database) -> String? {
        if let given { return given }
        if (try? database.primaryKey(table).columns) == columns { return "\(table)_pkey" }
        guard let index = try? database.indexes(on: table).first(where: { $0.isUnique && $0.columns == columns }) else { return nil }
        return index.origin == .createIndex ? index.name : "\(table)_\(columns.joined(separator: "_"))_key"
    }
}
