import Testing

@testable import LapakStore

@Suite struct PlaceholdersTests {
    @Test(arguments: Databases.all) func `arguments find their places out of order and repeated`(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.run("CREATE TABLE three (a BIGINT NOT NULL, b TEXT NOT NULL, c BIGINT)")
            try await store.run("INSERT INTO three (c, b, a) VALUES ($3, $2, $1)", 1, "two", 3)
            let rows = try await store.read { connection in
                try connection.query("SELECT a, b, c FROM three WHERE c = $2 AND b = $1 AND a + $2 > $2 AND b = $1", "two", 3)
            }
            #expect(rows.map(\.values) == [[.int(1), .text("two"), .int(3)]])
        }
    }

    @Test(arguments: Databases.all) func `a dollar inside quotes or a comment is no argument`(database: Databases) async throws {
        try await database.open { store, _ in
            let row = try await store.read { try $0.query("SELECT 'it''s $2', $1 || \"name\" FROM region -- $3\n", "a").first }
            #expect(row == nil)
            try await store.run("INSERT INTO region (id, name) VALUES (1, $1)", "b$1'\"")
            let found = try await store.read { try $0.query("SELECT 'it''s $2', name, CAST($1 AS TEXT) FROM region -- $3\n", "a")[0] }
            #expect(found.values == [.text("it's $2"), .text("b$1'\""), .text("a")])
        }
    }

    @Test(arguments: Databases.all) func `values come back as they went in`(database: Databases) async throws {
        let values: [SQLValue] = [.int(.max), .int(.min), .real(0.1), .text(""), .text("ñ 😀\n$1 ?1"), .null]
        try await database.open { store, _ in
            try await store.maintain { connection in
                try connection.execute("CREATE TABLE kind (a BIGINT, b BIGINT, c DOUBLE PRECISION, d TEXT, e TEXT, f TEXT)", [])
                try connection.execute("INSERT INTO kind VALUES ($1, $2, $3, $4, $5, $6)", values)
            }
            #expect(try await store.read { try $0.query("SELECT * FROM kind", [])[0].values } == values)
        }
    }

    @Test(arguments: Databases.all, [1, 2, 3, 63, 64, 65, 200])
    func `rows are kept in any number`(database: Databases, count: Int) async throws {
        try await database.open { store, _ in
            for round in 1...2 {
                try await store.write { work in
                    try work.load(FollowerPosition.self, (0..<count).map { "\($0)" })
                    for index in 0..<count { work.upsert(FollowerPosition(name: "\(index)", position: Int64(index * round))) }
                }
            }
            let kept = try await store.read { try $0.query("SELECT name, position FROM follower", []).map(FollowerPosition.init) }
            #expect(kept.count == count)
            #expect(kept.allSatisfy { $0.position == (Int64($0.name) ?? -1) * 2 })
        }
    }
}
