/// What a transaction's body sees. Synchronous: drivers run bodies on a thread that may block.
package protocol SQLConnection: AnyObject {
    var dialect: Dialect { get }
    /// Runs one statement; answers how many rows changed.
    @discardableResult func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> Int
    func query(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> [Row]
}

extension SQLConnection {
    @discardableResult package func execute(_ sql: String, _ arguments: any SQLEncodable...) throws(DatabaseTrouble) -> Int {
        try execute(sql, arguments.map { $0.sql })
    }
    package func query(_ sql: String, _ arguments: any SQLEncodable...) throws(DatabaseTrouble) -> [Row] {
        try query(sql, arguments.map { $0.sql })
    }
}

/// Where SQLite and PostgreSQL differ although the text is the same.
package enum Dialect: String, Sendable {
    case sqlite, postgres

    /// Row lock suffix of a SELECT: SQLite's write transaction already excludes every other writer.
    var forUpdate: String { self == .postgres ? " FOR UPDATE" : "" }
    /// Rows per INSERT: a round trip is worth saving on PostgreSQL; SQLite has none and keeps one small statement.
    var rowsPerStatement: Int { self == .postgres ? 64 : 1 }
    /// Tells other processes that the journal grew; sent inside the transaction, heard after its commit.
    var wakeUp: String? { self == .postgres ? "NOTIFY lapak_journal" : nil }
    /// The type of an identity column. Only `INTEGER` names SQLite's row itself.
    var identity: String { self == .postgres ? "BIGINT PRIMARY KEY" : "INTEGER PRIMARY KEY" }
}

/// A thin shell over one database: transactions in, rows out. Everything else is common.
package protocol Driver: Sendable {
    var dialect: Dialect { get }
    /// One transaction on the writer; what throws leaves nothing behind.
    func transaction<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
    /// A read-only snapshot.
    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T
    /// A hint to other processes that the journal grew; readers always ask again.
    var wakeUps: AsyncStream<Void>? { get }
    func close() async
}
