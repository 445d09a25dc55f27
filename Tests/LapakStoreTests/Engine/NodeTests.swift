import LapakDomain
import Testing

@testable import LapakStore

@Suite("Numbers of processes") struct NodeTests {
    private static let morning = World.morning

    private static func context(at now: Instant) -> Context {
        Context(at: now, by: .clock, in: Nation(branches: []), fresh: Context.bookkeeping.fresh)
    }

    @Test(arguments: Databases.shared) func `processes that start at once get different numbers`(database: Databases) async throws {
        try await database.open { store, address in
            let other = try Store.open(address)
            let taken = try await withThrowingTaskGroup(of: Int64.self) { group in
                for index in 0..<24 {
                    let store = index.isMultiple(of: 2) ? store : other
                    group.addTask { try await store.write(in: Self.context(at: Self.morning)) { try $0.takeNode(for: "p\(index)") } }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(taken).count == 24 && taken.allSatisfy { (0..<Node.numbers).contains($0) })
            await other.close()
        }
    }

    @Test(arguments: Databases.all) func `a number is given again only when all were had, the longest free one first`(
        database: Databases
    ) async throws {
        try await database.open { store, _ in
            let now = Self.morning
            try await store.maintain { connection in
                for number in 0..<Node.numbers {
                    // All live but three, which ended at different times.
                    let until =
                        switch number {
                        case 7: now - .hours(1);
                        case 500: now - .hours(2);
                        case 900: now;
                        default: now + .minutes(1)
                        }
                    try connection.execute("INSERT INTO node (number, holder, until) VALUES ($1, $2, $3)", number, "old", until)
                }
            }
            var taken: [Int64] = []
            for name in ["a", "b", "c"] { taken.append(try await store.write(in: Self.context(at: now)) { try $0.takeNode(for: name) }) }
            #expect(taken == [500, 7, 900])
            await #expect(throws: DatabaseTrouble.self) { try await store.write(in: Self.context(at: now)) { try $0.takeNode(for: "d") } }
            #expect(try await store.write(in: Self.context(at: now + .minutes(1))) { try $0.takeNode(for: "d") } == 0)
        }
    }

    @Test(arguments: Databases.all) func `who lives keeps the number, who was away too long gets another`(database: Databases) async throws
    {
        try await database.open { store, _ in
            let now = Self.morning
            let first = try await store.write(in: Self.context(at: now)) { try $0.takeNode(for: "a") }
            let later = now + .minutes(4)
            #expect(try await store.write(in: Self.context(at: later)) { try $0.keepNode(first, of: "a") } == first)
            #expect(try await store.read { try $0.find(Node.self, first)?.until } == later + Node.lasts)
            // Late, but nobody took it: still its own.
            #expect(try await store.write(in: Self.context(at: now + .hours(3))) { try $0.keepNode(first, of: "a") } == first)
            _ = try await store.maintain { try $0.execute("UPDATE node SET holder = 'b' WHERE number = $1", first) }
            let second = try await store.write(in: Self.context(at: now + .hours(3))) { try $0.keepNode(first, of: "a") }
            #expect(second != first)
            #expect(try await store.read { try $0.find(Node.self, first)?.holder } == "b")
        }
    }
}
