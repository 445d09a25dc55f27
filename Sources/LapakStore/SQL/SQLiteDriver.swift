import Foundation
import GRDB

/// SQLite through GRDB: one writer, a few readers, write-ahead log, `synchronous=FULL`.
final class SQLiteDriver: Driver {
    let dialect = Dialect.sqlite
    let wakeUps: AsyncStream<Void>? = nil
    let wakeUpStatement: String? = nil
    private let pool: any DatabaseWriter
    private let placeholders = Placeholders()

    /// Opens or makes the file; nil is a database in memory. Refuses to start unless every commit reaches the disk:
    /// GRDB's pool sets `synchronous=NORMAL` after its configuration has run, so it is set again and read back.
    init(path: String?) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        if let path {
            pool = try DatabasePool(path: path, configuration: configuration)
        } else {
            pool = try DatabaseQueue(configuration: configuration)
        }
        let level = try pool.unsafeReentrantWrite { database in
            try database.execute(sql: "PRAGMA synchronous=FULL")
            try database.execute(sql: "PRAGMA wal_autocheckpoint=4000")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        try SQLiteDriver.insist(onFull: level)
    }

    /// Refuses every level of `PRAGMA synchronous` but 2, FULL.
    static func insist(onFull level: Int?) throws(DatabaseTrouble) {
        guard level == 2 else { throw DatabaseTrouble(.other, "SQLite does not keep synchronous=FULL (\(level ?? -1)); refusing to start") }
    }

    func transaction<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let placeholders = placeholders
        return try await translating {
            try await self.pool.writeWithoutTransaction { database in
                var result: T?
                try database.inTransaction(.immediate) {
                    result = try body(SQLiteConnection(database, placeholders))
                    return .commit
                }
                guard let result else { throw DatabaseTrouble(.other, "a transaction ended without its result") }
                return result
            }
        }
    }

    func read<T: Sendable>(_ body: @escaping @Sendable (any SQLConnection) throws -> T) async throws -> T {
        let placeholders = placeholders
        return try await translating { try await self.pool.read { try body(SQLiteConnection($0, placeholders)) } }
    }

    func close() async { try? pool.close() }

    private func translating<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        do { return try await body() } catch let error as DatabaseError { throw DatabaseTrouble(error) }
    }
}

private final class SQLiteConnection: SQLConnection {
    let dialect = Dialect.sqlite
    private let database: Database
    private let placeholders: Placeholders

    init(_ database: Database, _ placeholders: Placeholders) {
        self.database = database
        self.placeholders = placeholders
    }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> Int {
        do {
            let statement = try prepared(sql, arguments)
            let before = database.totalChangesCount
            try statement.execute()
            return database.totalChangesCount - before
        } catch { throw DatabaseTrouble(error) }
    }

    func query(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> [Row] {
        do {
            let cursor = try GRDB.Row.fetchCursor(prepared(sql, arguments))
            var rows: [Row] = []
            while let row = try cursor.next() { rows.append(Row(row.databaseValues.map(\.value))) }
            return rows
        } catch { throw DatabaseTrouble(error) }
    }

    private func prepared(_ sql: String, _ arguments: [SQLValue]) throws -> Statement {
        let statement = try database.cachedStatement(sql: placeholders.rewritten(sql))
        statement.setUncheckedArguments(StatementArguments(arguments.map(\.databaseValue)))
        return statement
    }
}

extension SQLValue {
    fileprivate var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .int(let value): value.databaseValue
        case .real(let value): value.databaseValue
        case .text(let value): value.databaseValue
        }
    }
}

extension DatabaseValue {
    fileprivate var value: SQLValue {
        switch storage {
        case .null: .null
        case .int64(let value): .int(value)
        case .double(let value): .real(value)
        case .string(let value): .text(value)
        case .blob(let data): .text(String(decoding: data, as: UTF8.self))
        }
    }
}

extension DatabaseTrouble {
    fileprivate init(_ error: any Error) {
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
                default: .other
                }
            }
        self.init(kind, error.message ?? "\(error.resultCode)")
    }
}
