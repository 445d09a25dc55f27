import LapakDomain
import Testing

@testable import LapakStore

@Suite("Nobody overtakes the line, by no way to a place") struct PlaceSearchTests {
    /// A draw is held where five wait, so that ranks are unknown for a while.
    private static var policy: Policy {
        var policy = Policy()
        policy.drawFrom = 5
        policy.changes = 50
        return policy
    }

    @Test(arguments: Databases.all, [1, 2, 3, 4] as [UInt64])
    func `two hundred steps by every way there is pass nobody over who waits`(database: Databases, seed: UInt64) async throws {
        try await World.on(database, days: 1...3, policy: Self.policy, seed: seed) { world in
            let verbs = PlaceSearch.Verb.allCases.filter { $0 != .overtakes } + [.waits, .waits, .joins, .ushers]
            var search = try await PlaceSearch(world, verbs)
            try await search.run(200)
            #expect(search.faults == [], "seed \(seed)")
            #expect(search.done.count > 12, "seed \(seed): \(search.done)")
            try await world.check(nil, "seed \(seed)")
        }
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `where nobody asks whose turn it is the search finds it`(seed: UInt64) async throws {
        try await World.on(.memory, days: 1...3, policy: Self.policy, seed: seed) { world in
            var search = try await PlaceSearch(world, [.joins, .overtakes, .waits, .ushers, .declines])
            try await search.run(200)
            #expect(search.faults.contains { $0.contains("went to booking") }, "seed \(seed)")
        }
    }
}
