import CPostgres
import Foundation

/// One blocking libpq connection, owned by exactly one thread.
final class PostgresConnection: SQLConnection {
    let dialect = Dialect.postgres
    private let connection: OpaquePointer
    private var statements: [String: Prepared] = [:]

    init(_ address: String) throws(DatabaseTrouble) {
        guard let connection = PQconnectdb(PostgresAddress.limited(address)) else { throw DatabaseTrouble(.connection, "out of memory") }
        self.connection = connection
        guard PQstatus(connection) == CONNECTION_OK else {
            throw DatabaseTrouble(.connection, String(cString: PQerrorMessage(connection)))
        }
        PQsetNoticeReceiver(connection, { _, _ in }, nil)
        // Neither details nor context: they repeat the values of a row.
        PQsetErrorVerbosity(connection, PQERRORS_TERSE)
        try simple("SET client_encoding TO 'UTF8'; SET statement_timeout TO '30s'; SET lock_timeout TO '10s'")
    }

    deinit { PQfinish(connection) }

    /// Notices, too, a server that hung up while nobody asked it anything.
    var isAlive: Bool {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        for _ in 0..<4 where PQstatus(connection) == CONNECTION_OK && poll(&descriptor, 1, 0) > 0 { PQconsumeInput(connection) }
        return PQstatus(connection) == CONNECTION_OK
    }
    private var socket: Int32 { PQsocket(connection) }

    /// Ends the transaction. PostgreSQL answers the COMMIT of a failed transaction with a ROLLBACK and no error; and when
    /// the connection breaks now, nobody knows whether it was kept.
    func commit() throws(DatabaseTrouble) {
        do throws(DatabaseTrouble) {
            let result = try checked(PQexec(connection, "COMMIT"))
            defer { PQclear(result) }
            guard String(cString: PQcmdStatus(result)) == "COMMIT" else {
                throw DatabaseTrouble(.serialization, "a statement of the transaction had failed")
            }
        } catch {
            throw error.kind == .connection ? DatabaseTrouble(.unknown, error.message) : error
        }
    }

    /// Runs a statement without parameters, or several.
    func simple(_ sql: String) throws(DatabaseTrouble) { PQclear(try checked(PQexec(connection, sql))) }

    func execute(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> Int {
        let (_, result) = try run(sql, arguments)
        defer { PQclear(result) }
        return Int(String(cString: PQcmdTuples(result))) ?? 0
    }

    func query(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> [Row] {
        let (statement, result) = try run(sql, arguments)
        defer { PQclear(result) }
        let columns = PQnfields(result)
        let types = (0..<columns).map { PQftype(result, $0) }
        let names = statement.names(in: result)
        return (0..<PQntuples(result)).map { row in
            Row(
                (0..<columns).map { column in
                    PQgetisnull(result, row, column) == 1 ? .null : SQLValue(PQgetvalue(result, row, column), type: types[Int(column)])
                }, names: names)
        }
    }

    /// The server's process behind this connection.
    var backend: Int32 { PQbackendPID(connection) }

    /// Waits up to half a second for notifications; true when there was one that `own` did not send.
    func waitForNotification(notFrom own: Int32) throws(DatabaseTrouble) -> Bool {
        var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
        _ = poll(&descriptor, 1, 500)
        guard PQconsumeInput(connection) == 1 else { throw DatabaseTrouble(.connection, "the connection broke") }
        var any = false
        while let note = PQnotifies(connection) {
            any = any || note.pointee.be_pid != own
            PQfreemem(note)
        }
        return any
    }

    private func run(_ sql: String, _ arguments: [SQLValue]) throws(DatabaseTrouble) -> (Prepared, OpaquePointer) {
        let statement: Prepared
        if let known = statements[sql] {
            statement = known
        } else {
            statement = Prepared("s\(statements.count)")
            PQclear(try checked(PQprepare(connection, statement.name, sql, 0, nil)))
            statements[sql] = statement
        }
        var bytes: [CChar] = []
        var offsets: [Int?] = []
        for argument in arguments {
            guard let text = argument.postgresText else { offsets.append(nil); continue }
            offsets.append(bytes.count)
            for byte in text.utf8 {
                guard byte != 0 else { throw DatabaseTrouble(.other, "NUL in text") }
                bytes.append(CChar(bitPattern: byte))
            }
            bytes.append(0)
        }
        let result = bytes.withUnsafeBufferPointer { buffer in
            let pointers = offsets.map { offset in offset.flatMap { buffer.baseAddress?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer {
                PQexecPrepared(connection, statement.name, Int32(arguments.count), $0.baseAddress, nil, nil, 0)
            }
        }
        return (statement, try checked(result))
    }

    private func checked(_ result: OpaquePointer?) throws(DatabaseTrouble) -> OpaquePointer {
        let status = PQresultStatus(result)
        if let result, status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK { return result }
        let code = PostgresField.code.read(result) ?? ""
        var constraint = PostgresField.constraint.read(result)
        // A key keeps its name when its table is renamed.
        if constraint?.hasSuffix("_pkey") ?? false { constraint = PostgresField.table.read(result).map { "\($0)_pkey" } }
        let message = code.isEmpty ? String(cString: PQerrorMessage(connection)) : PostgresField.sentence(result, code)
        PQclear(result)
        let kind: DatabaseTrouble.Kind =
            switch code {
            case "23505": .unique
            case "23503": .foreignKey
            case "23514", "23502": .check
            case "40001", "40P01", "55P03", "25P02": .serialization
            case "42601", "42P01", "42703", "42883", "42P18": .syntax
            case "57P01", "57P02", "57P03", "57P05", "53300": .connection
            case "53000", "53100", "53200", "53400", "58000", "58030", "25006": .unwritable
            case "57014": .overload
            default: code.hasPrefix("08") || !isAlive ? .connection : .other
            }
        throw DatabaseTrouble(kind, message, constraint: kind == .unique ? constraint : nil)
    }
}

/// A statement that the server has parsed, with its columns' names once an answer has told them.
private final class Prepared {
    let name: String
    private var names: [String] = []

    init(_ name: String) { self.name = name }

    func names(in answer: OpaquePointer) -> [String] {
        if names.isEmpty { names = (0..<PQnfields(answer)).map { PQfname(answer, $0).map { String(cString: $0) } ?? "" } }
        return names
    }
}

/// Fields of an error, by the signs that libpq's header defines: `PG_DIAG_SQLSTATE`, `PG_DIAG_TABLE_NAME`, `PG_DIAG_COLUMN_NAME`,
/// `PG_DIAG_CONSTRAINT_NAME`, `PG_DIAG_MESSAGE_PRIMARY`.
private enum PostgresField: Character {
    case code = "C"
    case table = "t"
    case column = "c"
    case constraint = "n"
    case primary = "M"

    /// Classes of errors whose sentence speaks of the server and of our own SQL. That of every other one may repeat what somebody
    /// entered: `invalid input syntax for type bigint: "…"`.
    private static let harmless: Set<String> = ["08", "25", "26", "28", "3D", "40", "42", "53", "54", "55", "57", "58"]

    /// What is known of an error without the values that it was about: its code, and the names of what was violated.
    static func sentence(_ result: OpaquePointer?, _ code: String) -> String {
        var parts = ["SQLSTATE \(code)"]
        for (name, field) in [("table", table), ("column", column), ("constraint", constraint)] {
            if let value = field.read(result) { parts.append("\(name) \(value)") }
        }
        if harmless.contains(String(code.prefix(2))), let text = primary.read(result) { parts.append(text) }
        return parts.joined(separator: ", ")
    }

    func read(_ result: OpaquePointer?) -> String? {
        rawValue.asciiValue.flatMap { PQresultErrorField(result, Int32($0)) }.map { String(cString: $0) }
    }
}

extension SQLValue {
    fileprivate var postgresText: String? {
        switch self {
        case .null: nil
        case .int(let value): String(value)
        case .real(let value): String(value)
        case .text(let value): value
        }
    }

    /// Integers and booleans arrive as integers, as in SQLite.
    fileprivate init(_ text: UnsafeMutablePointer<CChar>, type: Oid) {
        let string = String(cString: text)
        self =
            switch type {
            case 20, 21, 23: .int(Int64(string) ?? 0)
            case 16: .int(string == "t" ? 1 : 0)
            case 700, 701, 1700: .real(Double(string) ?? 0)
            default: .text(string)
            }
    }
}
