import LapakDomain
import Testing

@testable import LapakStore

@Suite struct TodaysNumberTests {
    @Test(arguments: Databases.all)
    func `an appointment becomes a number for today, a number that is given up a place in line, and nothing is lost`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 1) { world in
            var branch = world.siak.giving(places: 4)
            branch.onlineShare = 50
            let (today, nation) = (World.monday, world.nation)
            try await world.store.write(in: world.context(by: .operations, at: World.morning)) { [branch] work in
                try work.plan(branch, today: today, days: today + 1...today + 2)
            }
            let (appointment, window) = (world.slot(world.siak, 9), world.slot(world.siak, 10, day: 0, channel: .onsite))
            let filed = try await world.book(1, appointment)

            let walkIn = try await come(filed.claim, in: window, world, nation)
            #expect(walkIn.number.text == "A-001" && walkIn.phase == .expected && walkIn.origin == .home)
            var claim = try await world.find(Claim.self, filed.claim)
            #expect((claim.phase, claim.slot, claim.papersDue) == (.booked, window, nil))
            #expect(try await world.find(Slot.self, window).taken == 1)
            #expect(try await world.find(Slot.self, appointment).taken == 0)
            #expect(await refusal { _ = try await come(filed.claim, in: window, world, nation) } == .alreadyConfirmed)
            #expect(await refusal { try await world.move(filed.claim, to: appointment) } == .alreadyConfirmed)
            try await world.check()

            try await world.store.write(in: world.context(at: World.morning)) { try $0.giveUp(walkIn.id, by: .clock) }
            claim = try await world.find(Claim.self, filed.claim)
            let ticket = try #require(claim.ticket)
            #expect((claim.phase, claim.booking, claim.misses) == (.waiting, nil, 0))
            #expect(try await world.find(WalkIn.self, walkIn.id).phase == .left)
            #expect(try await world.find(Slot.self, window).taken == 0)
            try await world.check()

            let again = try await come(filed.claim, in: window, world, nation)
            #expect(again.number.text == "A-002")
            #expect(try await world.find(Ticket.self, ticket).phase == .served)
            try await world.cancel(filed.claim)
            #expect(try await world.find(WalkIn.self, again.id).phase == .left)
            #expect(try await world.find(Slot.self, window).taken == 0)
            try await world.check()
        }
    }

    private func come(_ claim: ID<Claim>, in slot: ID<Slot>, _ world: World, _ nation: Nation) async throws -> WalkIn {
        return try await world.store.write(in: world.context(at: World.morning)) { work in
            var claim = try work.get(Claim.self, claim)
            return try work.comeToday(&claim, in: slot)
        }
    }
}
