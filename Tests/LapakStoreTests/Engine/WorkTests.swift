import LapakDomain
import Testing

@testable import LapakStore

@Suite struct WorkTests {
    private static func position(_ name: String, _ position: Int64) -> FollowerPosition { FollowerPosition(name: name, position: position) }

    /// What is kept under a name; nil for nothing.
    private static func kept(_ name: String, in store: Store) async throws -> Int64? {
        try await store.read { try $0.find(FollowerPosition.self, name)?.position }
    }

    @Test(arguments: Databases.all) func `a row that exists is not inserted, by the constraint's name`(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.write { $0.insert(Self.position("a", 1)) }
            let unseen = await #expect(throws: DatabaseTrouble.self) { try await store.write { $0.insert(Self.position("a", 2)) } }
            let found = await #expect(throws: DatabaseTrouble.self) {
                try await store.write { work in
                    _ = try work.find(FollowerPosition.self, "a")
                    work.insert(Self.position("a", 3))
                }
            }
            let twice = await #expect(throws: DatabaseTrouble.self) {
                try await store.write { work in
                    work.insert(Self.position("b", 1))
                    work.insert(Self.position("b", 2))
                }
            }
            for trouble in [unseen, found, twice] {
                #expect(trouble?.kind == .unique)
                #expect(trouble?.constraint == "follower_pkey")
            }
            #expect(try await Self.kept("a", in: store) == 1)
            #expect(try await Self.kept("b", in: store) == nil)
        }
    }

    @Test(arguments: Databases.all) func `of two inserts of one batch one is kept`(database: Databases) async throws {
        try await database.open { store, _ in
            let told = try await crowd(of: 8, in: store) { index, work in
                work.insert(Self.position(index < 2 ? "twin" : "\(index)", Int64(index)))
            }
            #expect(told.count { $0 != nil } == 1)
            #expect(told.compactMap { ($0 as? DatabaseTrouble)?.constraint } == ["follower_pkey"])
        }
    }

    @Test(arguments: Databases.all) func `only what was found is updated`(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.write { $0.insert(Self.position("a", 1)) }
            await #expect(throws: DatabaseTrouble.self) { try await store.write { $0.update(Self.position("a", 2)) } }
            await #expect(throws: DatabaseTrouble.self) {
                try await store.write { work in
                    _ = try work.find(FollowerPosition.self, "nobody")
                    work.update(Self.position("nobody", 2))
                }
            }
            await #expect(throws: DatabaseTrouble.self) {
                try await store.write { work in
                    guard let looked = try work.glance(FollowerPosition.self, "a") else { return }
                    work.update(looked.value)
                }
            }
            #expect(try await Self.kept("a", in: store) == 1)
            try await store.write { work in
                var found = try work.get(FollowerPosition.self, "a")
                found.position = 5
                work.update(found)
            }
            #expect(try await Self.kept("a", in: store) == 5)
        }
    }

    @Test(arguments: Databases.all) func `an upsert needs no look, and takes one into account`(database: Databases) async throws {
        try await database.open { store, _ in
            for position in 1...2 { try await store.write { $0.upsert(Self.position("a", Int64(position))) } }
            #expect(try await Self.kept("a", in: store) == 2)
            try await store.write { work in
                for name in ["a", "b"] {
                    var row = try work.find(FollowerPosition.self, name) ?? Self.position(name, 0)
                    row.position += 10
                    work.upsert(row)
                }
            }
            #expect(try await Self.kept("a", in: store) == 12)
            #expect(try await Self.kept("b", in: store) == 10)
        }
    }

    @Test(arguments: Databases.all) func `a new row may be changed again before it is written`(database: Databases) async throws {
        try await database.open { store, _ in
            let told = try await crowd(of: 3, in: store) { index, work in
                var row = try work.find(FollowerPosition.self, "a") ?? Self.position("a", 0)
                if row.position == 0 { work.insert(row) }
                row.position += 1
                work.update(row)
            }
            #expect(told.allSatisfy { $0 == nil })
            #expect(try await Self.kept("a", in: store) == 3)
        }
    }

    @Test(arguments: Databases.all) func `a question sees what the same change did before it`(database: Databases) async throws {
        try await database.open { store, _ in
            let seen = try await store.write { work -> [Int64] in
                work.insert(Self.position("a", 1))
                let first = try work.query("SELECT count(*) FROM follower")[0].int(0)
                var row = try work.get(FollowerPosition.self, "a")
                row.position = 7
                work.update(row)
                work.insert(Self.position("b", 1))
                return [first, try work.query("SELECT CAST(sum(position) AS BIGINT) FROM follower")[0].int(0)]
            }
            #expect(seen == [1, 8])
            #expect(try await Self.kept("a", in: store) == 7)
            #expect(try await Self.kept("b", in: store) == 1)
        }
    }

    @Test(arguments: Databases.all)
    func `a change that is refused after its question leaves nothing, and hurts nobody`(database: Databases) async throws {
        try await database.open { store, _ in
            try await store.write { $0.insert(Self.position("shared", 0)) }
            let told = try await crowd(of: 12, in: store) { index, work in
                var shared = try work.get(FollowerPosition.self, "shared")
                shared.position += 1
                work.update(shared)
                work.insert(Self.position("\(index)", 1))
                let sum = try work.query("SELECT CAST(sum(position) AS BIGINT) FROM follower WHERE name = 'shared'")[0].int(0)
                guard sum == shared.position else { throw Refusal.notFound }
                work.note(.operations(.signedIn(staff: ID(Int64(index)))), by: .clock)
                if index.isMultiple(of: 3) { throw Refusal.slotFull }
            }
            for (index, error) in told.enumerated() { #expect(error as? Refusal == (index.isMultiple(of: 3) ? .slotFull : nil)) }
            #expect(try await Self.kept("shared", in: store) == 8)
            #expect(try await store.read { try $0.query("SELECT count(*) FROM follower")[0].int(0) } == 9)
            #expect(try await store.read { try Journal.head($0) }.position == 8)
        }
    }
}
