import Foundation
import Synchronization
import Testing

@testable import LapakStore

/// Databases on PostgreSQL that tests borrow, each by one test at a time.
///
/// Making one costs a third of a second, and dropping one a whole checkpoint: so a database is emptied and lent again, and
/// all of them are dropped when the run ends.
enum PostgresDatabases {
    private struct State {
        var server = ""
        var free: [String] = []
        var all: [String] = []
    }
    private static let state = Mutex(State())
    private static let farewell: Void = { _ = atexit { PostgresDatabases.drop() } }()

    /// The address of an empty database on `server`.
    static func lend<T: Sendable>(on server: String, _ body: (String) async throws -> T) async throws -> T {
        var parts = try #require(URLComponents(string: server))
        let name = try await borrow(on: server)
        defer { state.withLock { $0.free.append(name) } }
        parts.path = "/\(name)"
        let address = try #require(parts.string)
        try await order(
            [
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
                """, "DROP SCHEMA public CASCADE", "CREATE SCHEMA public",
            ], of: address)
        return try await body(address)
    }

    private static func borrow(on server: String) async throws -> String {
        if let name = state.withLock({ $0.free.popLast() }) { return name }
        _ = farewell
        let name = "lapak_test_" + UUID().uuidString.replacing("-", with: "").lowercased()
        try await order(["CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'"], of: server)
        state.withLock { state in
            state.server = server
            state.all.append(name)
        }
        return name
    }

    /// Statements outside any transaction, on a thread that may block.
    private static func order(_ statements: [String], of address: String) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            DispatchQueue.global().async {
                continuation.resume(
                    with: Result {
                        let connection = try PostgresConnection(address)
                        for statement in statements { try connection.simple(statement) }
                    })
            }
        }
    }

    private static func drop() {
        let (server, names) = state.withLock { ($0.server, $0.all) }
        guard let connection = try? PostgresConnection(server) else { return }
        for name in names { try? connection.simple("DROP DATABASE IF EXISTS \(name) WITH (FORCE)") }
    }
}
