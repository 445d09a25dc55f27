import LapakDomain
import Testing

@testable import LapakStore

@Suite struct TroubleTests {
    private static let statements: [(String, DatabaseTrouble.Kind)] = [
        ("INSERT INTO region (id, name) VALUES (1, 'again')", .unique),
        ("INSERT INTO holder (id, region) VALUES (1, 99)", .foreignKey),
        ("INSERT INTO region (id, name) VALUES (2, NULL)", .check),
        ("INSERT INTO line (branch, waiting) VALUES (1, -1)", .check),
        ("SELEC 1", .syntax),
        ("SELECT 1 FROM nowhere", .syntax),
        ("SELECT nothing FROM region", .syntax),
    ]

    @Test(arguments: Databases.all, statements)
    func `trouble has its kind`(database: Databases, statement: (sql: String, kind: DatabaseTrouble.Kind)) async throws {
        try await database.open { store, _ in
            try await store.maintain { connection in
                try connection.execute("CREATE TABLE holder (id BIGINT PRIMARY KEY, region BIGINT REFERENCES region (id))", [])
                try connection.execute("INSERT INTO region (id, name) VALUES (1, 'once')", [])
            }
            let trouble = await #expect(throws: DatabaseTrouble.self) { try await store.run(statement.sql) }
            #expect(trouble?.kind == statement.kind)
            #expect(try await store.read { try $0.query("SELECT count(*) FROM region", []) } == [Row([.int(1)])])
        }
    }

    @Test(arguments: ["postgres://postgres@127.0.0.1:1/postgres", "sqlite:/dev/null/books.db", "mysql://localhost"])
    func `a database that cannot be reached is trouble at once`(address: String) {
        #expect(throws: (any Error).self) { try Store.open(address) }
    }

    @Test(arguments: Databases.all) func `a reader cannot write`(database: Databases) async throws {
        try await database.open { store, _ in
            await #expect(throws: DatabaseTrouble.self) { try await store.read { try $0.execute("DELETE FROM region", []) } }
        }
    }

    @Test(.enabled(if: Databases.server != nil, Databases.missing))
    func `PostgreSQL's silent rollback of a failed transaction is not taken for a commit`() async throws {
        try await Databases.postgres.open { store, _ in
            let trouble = await #expect(throws: DatabaseTrouble.self) {
                try await store.maintain { connection in
                    try connection.execute("INSERT INTO region (id, name) VALUES (1, 'a')", [])
                    _ = try? connection.execute("INSERT INTO region (id, name) VALUES (1, 'b')", [])
                }
            }
            #expect(trouble?.kind == .serialization)
        }
    }

    @Test(.enabled(if: Databases.server != nil, Databases.missing))
    func `a server that hung up is called again, by writers and readers`() async throws {
        try await Databases.postgres.open { store, address in
            try await store.write { $0.insert(FollowerPosition(name: "a", position: 1)) }
            _ = try await store.read { try $0.query("SELECT 1", []) }
            let other = try Store.open(address)
            _ = try await other.maintain { connection in
                try connection.query(
                    """
                    SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
                    WHERE datname = current_database() AND pid <> pg_backend_pid()
                    """, [])
            }
            await other.close()
            try await store.write { $0.insert(FollowerPosition(name: "b", position: 1)) }
            let kept = try await store.read { try $0.query("SELECT name FROM follower ORDER BY name", []).map { try $0.text(0) } }
            #expect(kept == ["a", "b"])
        }
    }
}
