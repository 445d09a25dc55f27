import LapakDomain
import Testing

@testable import LapakStore

@Suite struct PrecheckQueueTests {
    @Test(arguments: Databases.all)
    func `the head of the desk counts what waits, what is urgent, and who has what`(database: Databases) async throws {
        try await World.on(database, days: 1...4) { world in
            let (soon, later) = (
                try await world.book(1, world.slot(world.siak, 9, day: 1)), try await world.book(2, world.slot(world.siak, 9, day: 4))
            )
            let sent = [try await world.sendAll(for: soon.claim).count, try await world.sendAll(for: later.claim).count]
            let first = try await world.takeNext(1)
            let second = try await world.takeNext(2)
            #expect(first?.claim == soon.claim)
            #expect(second?.claim == soon.claim)
            func counts(for staff: Int64, at now: Instant = World.morning) async throws -> PrecheckQueue.Counts {
                let branch = world.siak.id
                return try await world.store.read { try PrecheckQueue.counts(at: branch, for: ID(staff), $0, at: now) }
            }
            let own = try await counts(for: 1)
            #expect(own == PrecheckQueue.Counts(waiting: sent[0] + sent[1], urgent: sent[0], taken: 1, own: 1))
            let stranger = try await counts(for: 3)
            #expect((stranger.taken, stranger.own) == (2, 0))
            let lapsed = try await counts(for: 1, at: World.morning + world.nation.policy.files.leaseLasts)
            #expect((lapsed.taken, lapsed.own) == (0, 0))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `a sign of life lengthens the lease in the database, and comes too late once it has run out`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            _ = try await world.sendAll(for: filed.claim)
            let taken = try await world.takeNext(1)
            let (id, policy) = (try #require(taken).id, world.nation.policy)
            let soon = World.morning + .minutes(9)
            let until = try await world.store.write(in: world.context(at: soon)) { try $0.keep(id, by: ID(1)) }
            #expect(until == soon + policy.files.leaseLasts)
            await #expect(throws: Refusal.leaseGone) {
                _ = try await world.store.write(in: world.context(at: soon + policy.files.leaseLasts)) { try $0.keep(id, by: ID(1)) }
            }
            await #expect(throws: Refusal.leaseGone) {
                _ = try await world.store.write(in: world.context(at: soon)) { try $0.keep(id, by: ID(2)) }
            }
            try await world.check()
        }
    }
}
