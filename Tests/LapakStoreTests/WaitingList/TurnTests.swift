import LapakDomain
import Testing

@testable import LapakStore

/// While somebody waits whom a place suits, nobody behind them gets it.
@Suite struct TurnTests {
    /// Tuesday to Thursday at Siak with one place a window, all free; somebody waits for Siak.
    private func waits(
        _ database: Databases, _ wish: (World) -> Wish = { Wish(branches: [$0.siak.id]) }, _ body: (World, Filed) async throws -> Void
    ) async throws {
        try await World.on(database, days: 2...4) { world in
            try await body(world, try await world.queue(1, wish(world)))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `three who missed their papers get the free places of their branch before a newcomer does`(database: Databases) async throws {
        try await World.on(database, places: 3, days: 1...1) { world in
            var claims: [ID<Claim>] = []
            for person in 1...3 { claims.append(try await world.book(person, world.slot(world.siak, 9)).claim) }
            try await world.plan(world.siak, days: 3...3)
            let midnight = (World.monday + 1).at(ClockTime(0, 0), in: .wib)
            try await world.tick(at: midnight)
            for claim in claims { #expect(try await world.find(Claim.self, claim).phase == .waiting) }
            let first = world.slot(world.siak, 8, day: 3)
            #expect(await refusal { _ = try await world.book(9, first, at: midnight) } == .lineFirst)
            let offers = try await world.usher(at: midnight)
            #expect(Set(offers.compactMap(\.claim)) == Set(claims) && offers.allSatisfy { $0.slot == first })
            // At night: their time runs from the morning.
            let morning = (World.monday + 1).at(ClockTime(7, 0), in: .wib)
            #expect(offers.allSatisfy { $0.due.map { $0 > morning } ?? false })
            #expect(await refusal { _ = try await world.book(9, first, at: midnight) } == .slotFull)
            _ = try await world.book(10, world.slot(world.siak, 8, 30, day: 3), at: midnight)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who exchanges an appointment stands behind whoever waits`(database: Databases) async throws {
        try await World.on(database, days: 2...4) { world in
            let filed = try await world.book(5, world.slot(world.ambon, 9, day: 2))
            let waiting = try await world.queue(1, Wish(branches: [world.siak.id], times: [.pagi]))
            #expect(await refusal { try await world.move(filed.claim, to: world.slot(world.siak, 9, day: 3)) } == .lineFirst)
            try await world.move(filed.claim, to: world.slot(world.siak, 13, day: 3))
            #expect(try await world.usher().map(\.claim) == [waiting.claim])
            try await world.move(filed.claim, to: world.slot(world.siak, 9, day: 3))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a number for today from home is the line's first, and who stands in the yard is told of`(
        database: Databases
    ) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            let waiting = try await world.queue(1, Wish(branches: [world.siak.id]))
            let registration = try await world.register(2)
            let window = world.slot(world.siak, 10, channel: .onsite)
            #expect(await refusal { try await world.choose(window, for: registration, at: World.nine) } == .lineFirst)
            let visitor = try await world.walkIn(3, at: branch)
            let events = try await world.journal().map(\.event)
            let reason = Event.walkIn(.cameBeforeLine(walkIn: visitor.id, ticket: try #require(waiting.ticket), by: ID(7)))
            #expect(events.contains(reason))
            try await world.store.write(in: world.context(at: World.nine)) { work in
                var claim = try work.get(Claim.self, waiting.claim)
                _ = try work.comeToday(&claim, in: window)
            }
            #expect(try await world.find(Claim.self, waiting.claim).slot == window)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a place that returned to everyone is the line's again once somebody waits for it`(
        database: Databases
    ) async throws {
        try await World.on(database, days: 3...3) { world in
            let slot = world.slot(world.siak, 9, day: 3)
            let filed = try await world.book(5, slot)
            try await world.cancel(filed.claim)
            let later = World.morning + World.quiet
            try await world.tick(at: later)
            #expect(try await world.find(Slot.self, slot).free == 1)
            let waiting = try await world.queue(1, Wish(branches: [world.siak.id]), at: later)
            #expect(await refusal { _ = try await world.book(9, slot, at: later) } == .lineFirst)
            #expect(try await world.usher(at: later).first?.claim == waiting.claim)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a hold that runs out, and a hold that is chosen anew, wait for the line`(database: Databases)
        async throws
    {
        try await waits(database) { world, waiting in
            let registration = try await world.register(2)
            #expect(await refusal { try await world.choose(world.slot(world.siak, 9, day: 3), for: registration) } == .lineFirst)
            try await world.choose(world.slot(world.ambon, 9, day: 3), for: registration)
            // An unproven person keeps the choice; after the proof the line is asked as well.
            let unproven = try await world.register(3, proven: false)
            try await world.choose(world.slot(world.siak, 9, day: 3), for: unproven)
            #expect(try await world.find(Registration.self, unproven).booking == nil)
            _ = try await world.store.write(in: world.context()) { work in
                var registration = try work.get(Registration.self, unproven)
                return try work.prove(&registration, codeHash: "code", secret: registration.secret)
            }
            #expect(await refusal { _ = try await world.file(unproven) } == .lineFirst)
            _ = try await world.usher()
            _ = try await world.file(unproven)
        }
    }

    @Test(arguments: Databases.all) func `whom no free place suits is in nobody's way`(database: Databases) async throws {
        try await waits(database, { Wish(branches: [$0.siak.id], days: [.saturday]) }) { world, _ in
            _ = try await world.queue(2, Wish(branches: [world.siak.id], earliest: World.monday + 30))
            _ = try await world.queue(3, Wish(branches: [world.balikpapan.id]))
            _ = try await world.queue(4, Wish(branches: [world.siak.id], times: [.siang]))
            #expect(try await world.usher().count == 2)
            _ = try await world.book(9, world.slot(world.siak, 9, day: 3))
        }
    }

    @Test(arguments: Databases.all) func `a place that the line can no longer use on the eve is anybody's`(database: Databases) async throws
    {
        try await waits(database) { world, _ in
            let eve = (World.monday + 1).at(ClockTime(21, 30), in: .wib)
            #expect(await refusal { _ = try await world.book(9, world.slot(world.siak, 9, day: 3), at: eve) } == .lineFirst)
            _ = try await world.book(9, world.slot(world.siak, 9, day: 2), at: eve)
        }
    }

    @Test(arguments: Databases.all) func `while the day's draw is open nobody takes what suits those who wait for it`(database: Databases)
        async throws
    {
        var policy = Policy()
        policy.drawFrom = 0
        try await World.on(database, days: 2...4, policy: policy) { world in
            let waiting = try await world.queue(1, Wish(branches: [world.siak.id]))
            let other = try await world.queue(2, Wish(branches: [world.siak.id]))
            let slot = world.slot(world.siak, 9, day: 3)
            #expect(try await world.usher().isEmpty)
            #expect(await refusal { _ = try await world.book(9, slot) } == .lineFirst)
            #expect(await refusal { try await world.move(waiting.claim, to: slot) } == .lineFirst)
            #expect(await refusal { try await world.move(other.claim, to: slot) } == .lineFirst)
            let free = try await world.store.read { try Availability.load($0, in: world.nation, at: World.morning).openings }
            #expect(free.allSatisfy { $0.branch != world.siak.id } && !free.isEmpty)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who waits takes another free place instead of the offered one, and nobody before them`(
        database: Databases
    ) async throws {
        try await waits(database) { world, first in
            let second = try await world.queue(2, Wish(branches: [world.siak.id], times: [.siang]), at: World.morning + .seconds(1))
            #expect(await refusal { try await world.move(second.claim, to: world.slot(world.siak, 13, day: 3)) } == .lineFirst)
            let offers = try await world.usher()
            #expect(offers.map(\.claim) == [first.claim, second.claim])
            let chosen = world.slot(world.siak, 14, day: 4)
            try await world.move(first.claim, to: chosen)
            let claim = try await world.find(Claim.self, first.claim)
            #expect((claim.phase, claim.slot) == (.booked, chosen))
            #expect(try await world.find(Ticket.self, first.ticket).phase == .served)
            let declined = try await world.find(Booking.self, offers[0].id)
            #expect((declined.phase, declined.declined) == (.released, true))
            #expect(await refusal { _ = try await world.accept(offers[0]) } == .offerDeclined)
            // The offered slot itself is simply taken.
            try await world.move(second.claim, to: offers[1].slot)
            #expect(try await world.find(Claim.self, second.claim).booking == offers[1].id)
        }
    }
}
