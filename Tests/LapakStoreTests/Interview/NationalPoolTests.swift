import LapakDomain
import Testing

@testable import LapakStore

/// Officers of Siak and people of Balikpapan, whose nine o'clock in Siak is their ten o'clock.
@Suite struct NationalPoolTests {
    private static var pool: Policy {
        var policy = Policy()
        policy.interviews.nationalPool = true
        return policy
    }

    @Test(arguments: Databases.all) func `an idle officer takes another branch's people only where the policy says so`(
        database: Databases
    ) async throws {
        for (policy, isTaken) in [(Policy(), false), (Self.pool, true)] {
            try await World.on(database, places: 6, policy: policy) { world in
                let away = try await world.enter(try await world.ready(0, at: world.slot(world.balikpapan, 10)))
                let session = try await world.open(7, seats: 2)
                let sessions = try await world.store.read { try $0.sessionsWithLobby(nation: policy.interviews.nationalPool) }
                #expect(sessions.map(\.id) == (isTaken ? [session.id] : []))
                #expect(try await world.fill(session).map(\.id) == (isTaken ? [away.id] : []))
                try await world.check()
            }
        }
    }

    @Test(arguments: Databases.all) func `the own branch comes first, however long others have waited`(database: Databases) async throws {
        try await World.on(database, places: 6, policy: Self.pool) { world in
            let away = try await world.enter(try await world.ready(0, at: world.slot(world.balikpapan, 9)))
            let own = try await world.enter(try await world.ready(1), at: World.nine + .minutes(1))
            let session = try await world.open(7, seats: 2)
            #expect(try await world.fill(session).map(\.id) == [own.id, away.id])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `whoever came to a branch is called there and nowhere else`(database: Databases) async throws {
        try await World.on(database, places: 6, policy: Self.pool) { world in
            let visitor = try await world.visitor(at: world.balikpapan)
            let session = try await world.open(7, seats: 2)
            #expect(try await world.fill(session) == [])
            let there = try await world.open(8, seats: 2, in: world.balikpapan)
            #expect(try await world.fill(there).map(\.id) == [visitor])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `what follows is the person's own branch's: its line, its clock, its lobby`(database: Databases)
        async throws
    {
        try await World.on(database, places: 6, policy: Self.pool) { world in
            let (home, policy) = (world.balikpapan, world.nation.policy)
            let first = try await world.enter(try await world.ready(0, at: world.slot(home, 10)))
            let second = try await world.enter(try await world.ready(1, at: world.slot(home, 10)))
            let session = try await world.open(7, seats: 2)
            _ = try await world.fill(session)
            _ = try await world.serve(first, by: session.staff)
            try await world.step(first.id) { try $0.decide(.giveBack(.expired), by: session.staff, policy: policy, at: World.nine) }
            _ = try await world.settle(first.id, at: World.nine + .seconds(6))
            let claim = try await world.find(Claim.self, first.claim)
            let ticket = try await world.find(Ticket.self, try #require(claim.ticket))
            #expect(ticket.wish.branches == [home.id])
            try await world.step(second.id) { [try $0.pause(.parked, policy: policy, at: World.nine)] }
            let waiting = try await world.store.read { connection in
                (try Lobby.waiting(at: home.id, connection), try Lobby.waiting(at: world.siak.id, connection))
            }
            #expect(waiting == (1, 0))
            // Who was not served by anybody that day is in the line at home, too.
            let evening = World.nine + .hours(11)
            try await world.store.write(in: world.context(at: evening)) { try $0.sendHome(second.id) }
            let back = try #require(try await world.find(Claim.self, second.claim).ticket)
            #expect(try await world.find(Ticket.self, back).wish.branches == [home.id])
            try await world.check()
        }
    }
}
