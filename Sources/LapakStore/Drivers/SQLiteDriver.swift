import Foundation
import GRDB
import GRDBSQLite
import Glibc

/// SQLite through GRDB: one writer, a few readers, write-ahead log, `synchronous=FULL`.
final class SQLiteDriver: Driver {
    let dialect = Dialect.sqlite
    let wakeUps: AsyncStream<Void>? = nil
    private let pool: any DatabaseWriter
    private let placeholders = Placeholders()
    /// Nobody asks a database that was closed: its handle is gone.
    private let usable = Switch()

    /// Opens or makes the file; nil is a database in memory. Refuses to start unless every commit reaches the disk:
    /// GRDB's pool sets `synchronous=NORMAL` after its configuration has run, so it is set again and read back.
    init(path: String?) throws {
        var configuration = Configuration()
        configuration.maximumReaderCount = 4
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        if let path {
            SQLiteDriver.keepPrivate(path)
            pool = try DatabasePool(path: path, configuration: configuration)
        } else {
            pool = try DatabaseQueue(configuration: configuration)
        }
        let level = try pool.unsafeReentrantWrite { database in
            try database.execute(sql: "PRAGMA synchronous=FULL")
            try database.execute(sql: "PRAGMA wal_autocheckpoint=4000")
            // The one writer keeps the pages that it comes back to: 16 MiB.
            try database.execute(sql: "PRAGMA cache_size=-16384")
            return try Int.fetchOne(database, sql: "PRAGMA synchronous")
        }
        try SQLiteDriver.insist(onFull: level)
    }

    /// The file and those beside it are for their owner only: SQLite gives new ones the rights of the database. What cannot be changed is
    /// left as it is; opening says what is wrong.
    private static func keepPrivate(_ path: String) {
        let file = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        if file >= 0 { Glibc.close(file) }
        for name in ["", "-wal", "-shm", "-journal"].map({ path + $0 }) {
            var about = stat()
            guard stat(name, &about) == 0, about.st_mode & S_IFMT == S_IFREG, about.st_mode & 0o077 != 0 else { continue }
            chmod(name, about.st_mode & 0o700)
        }
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

    func close() async {
        usable.turnOff()
        try? pool.close()
    }

    private func translating<T: Sendable>(_ body: () async throws -> T) async throws -> T {
        guard usable.isOn else { throw DatabaseTrouble(.closed, "the database was closed") }
        do { return try await body() } catch let error as DatabaseError { throw DatabaseTrouble(error) }
    }
}

/// GRDB keeps the connection and its prepared statements; values are bound and read here, without boxes in between.
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
            let before = database.totalChangesCount
            try run(sql, arguments) { _, _ in }
            return database.totalChangesCount - before
        } catch { throw DatabaseTrouble(error, in: database) }
    }

    func query(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> [Row] {
        do {
            var rows: [Row] = []
            try run(sql, arguments) { statement, names in
                rows.append(Row((0..<sqlite3_column_count(statement)).map { SQLValue(statement, column: $0) }, names: names))
            }
            return rows
        } catch { throw DatabaseTrouble(error, in: database) }
    }

    private func run(_ sql: String, _ arguments: [SQLValue], _ row: (OpaquePointer, _ names: [String]) -> Void) throws {
        let cached = try database.cachedStatement(sql: placeholders.rewritten(sql))
        let statement = cached.sqliteStatement
        defer { sqlite3_reset(statement) }
        guard arguments.count == sqlite3_bind_parameter_count(statement) else {
            throw DatabaseTrouble(.syntax, "\(arguments.count) values for another number of places: \(sql.prefix(200))")
        }
        for (index, value) in arguments.enumerated() {
            guard value.bind(to: statement, at: Int32(index + 1)) == SQLITE_OK else { throw trouble }
        }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: row(statement, cached.columnNames)
            case SQLITE_DONE: return
            default: throw trouble
            }
        }
    }

    private var trouble: DatabaseError {
        let connection = database.sqliteConnection
        return DatabaseError(
            resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: String(cString: sqlite3_errmsg(connection)))
    }
}

extension SQLValue {
    fileprivate func bind(to statement: OpaquePointer, at place: Int32) -> Int32 {
        switch self {
        case .null: return sqlite3_bind_null(statement, place)
        case .int(let value): return sqlite3_bind_int64(statement, place, value)
        case .real(let value): return sqlite3_bind_double(statement, place, value)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) {
                    sqlite3_bind_text(statement, place, $0.baseAddress, Int32($0.count), copying)
                }
            }
        }
    }

    fileprivate init(_ statement: OpaquePointer, column: Int32) {
        switch sqlite3_column_type(statement, column) {
        case SQLITE_INTEGER: self = .int(sqlite3_column_int64(statement, column))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, column))
        case SQLITE_NULL: self = .null
        default:
            let bytes = UnsafeBufferPointer(
                start: sqlite3_column_text(statement, column), count: Int(sqlite3_column_bytes(statement, column)))
            self = .text(String(decoding: bytes, as: UTF8.self))
        }
    }
}

/// SQLite's `SQLITE_TRANSIENT`, which its header spells as a cast that Swift does not import: the value is copied.
private var copying: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
