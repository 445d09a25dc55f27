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
            _ = try await store.maintain { connection in
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
    func `what PostgreSQL says of an error holds no value of a row`() async throws {
        try await Databases.postgres.open { store, _ in
            _ = try await store.maintain { connection in
                try connection.execute(
                    """
                    CREATE TABLE holder (
                    id BIGINT PRIMARY KEY, region BIGINT REFERENCES region (id), name TEXT CHECK (name <> 'Siti 3173'))
                    """
                )
            }
            let statements = [
                "INSERT INTO holder (id, name) VALUES (3173055204929981, 'Siti 3173')",
                "INSERT INTO holder (id, region, name) VALUES (3173055204929981, 99, 'Siti')",
                "INSERT INTO holder (id, name) VALUES (NULL, 'Siti 3173')",
                "INSERT INTO holder (id, name) SELECT 3173055204929981, 'Siti' FROM generate_series(1, 2)",
                "SELECT 'Siti 3173'::bigint", "SELECT '3173-05-52'::date", "SELECT '3173'::smallint * '3173'::smallint",
                "SELECT cast('{\"nik\": 3173' AS json)",
            ]
            for sql in statements {
                let trouble = await #expect(throws: DatabaseTrouble.self) { try await store.run(sql) }
                let text = try #require(trouble).description
                #expect(text.contains("SQLSTATE") && !text.contains("3173") && !text.contains("Siti") && !text.contains("\n"), "\(text)")
            }
            let broken = await #expect(throws: DatabaseTrouble.self) {
                try await store.run("INSERT INTO holder (id, region) VALUES (1, 99)")
            }
            #expect(broken?.description.contains("holder_region_fkey") == true, "the constraint's name is said")
        }
    }

    @Test(.enabled(if: Databases.server != nil, Databases.missing))
    func `a server that takes no changes any more is trouble for everyone, and its successor is found`() async throws {
        try await Databases.postgres.open { store, _ in
            _ = try await store.maintain { try $0.execute("SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY", []) }
            let trouble = await #expect(throws: DatabaseTrouble.self) {
                try await store.write { $0.insert(FollowerPosition(name: "a", position: 1)) }
            }
            #expect(trouble?.kind == .unwritable && trouble?.isAway == true)
            try await store.write { $0.insert(FollowerPosition(name: "a", position: 1)) }
        }
    }

    @Test func `a full and a read-only disk are no mistake of ours`() async throws {
        try await Databases.disk.open { store, _ in
            try await store.maintain { _ = try $0.query("PRAGMA max_page_count=1") }
            try await expectUnwritable(store)
            try await store.maintain { _ = try $0.query("PRAGMA max_page_count=99999") }
            try await store.write { $0.insert(FollowerPosition(name: "a", position: 1)) }
            // From here on even the end of that transaction is refused.
            _ = try? await store.maintain { _ = try $0.query("PRAGMA query_only=1") }
            try await expectUnwritable(store)
        }
    }

    private func expectUnwritable(_ store: Store, _ place: SourceLocation = #_sourceLocation) async throws {
        let trouble = await #expect(throws: DatabaseTrouble.self, sourceLocation: place) {
            try await store.write { work in
                for index in 0..<400 {
                    work.insert(FollowerPosition(name: String(repeating: "a", count: 400) + "\(index)", position: 1))
                }
            }
        }
        #expect(trouble?.kind == .unwritable && trouble?.isAway == true, sourceLocation: place)
    }

    @Test(arguments: [
        ("postgres://u@h/n", "postgres://u@h/n?connect_timeout=5&tcp_user_timeout=15000"),
        ("postgres://u@h/n?host=/tmp", "postgres://u@h/n?host=/tmp&connect_timeout=5&tcp_user_timeout=15000"),
        ("postgres://u@h/n?connect_timeout=60", "postgres://u@h/n?connect_timeout=60&tcp_user_timeout=15000"),
    ])
    func `a server that does not answer is not waited for without end`(address: String, limited: String) {
        #expect(PostgresAddress.limited(address) == limited)
    }

    @Test(.enabled(if: Databases.server != nil, Databases.missing))
    func `PostgreSQL's silent rollback of a failed transaction is not taken for a commit`() async throws {
        try await Databases.postgres.open { store, _ in
            let trouble = await #expect(throws: DatabaseTrouble.self) {
                _ = try await store.maintain { connection in
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
