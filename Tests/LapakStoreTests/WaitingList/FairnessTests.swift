import LapakDomain
import Testing

@testable import LapakStore

@Suite struct FairnessTests {
    @Test(arguments: Databases.all, [1, 2])
    func `among 100 people with wishes of every kind nobody is served before someone earlier whom the place suits`(
        database: Databases, seed: UInt64
    ) async throws {
        try await World.on(database, seed: seed) { world in
            for person in 0..<100 {
                _ = try await world.queue(person, wish(in: world), at: World.morning + .seconds(person))
            }
            // Days that open while people wait are theirs first.
            for branch in world.nation.branches { try await world.plan(branch, days: 3...4, at: World.morning + .minutes(10)) }
            var (now, offered) = (World.morning + .minutes(10), 0)
            for _ in 1...8 {
                let offers = try await world.usher(at: now)
                offered += offers.count
                for offer in offers { try await answer(offer, in: world, at: now) }
                now = now + .minutes(30)
                try await world.tick(at: now)
                try await world.check()
            }
            #expect(offered > 60)
            let faults = try await world.store.read {
                try Fairness($0, in: world.nation).faults(in: Journal.lines(after: 0, limit: 10_000, $0))
            }
            #expect(faults == [], "seed \(seed)")
        }
    }

    @Test func `the checker sees someone who is passed over`() async throws {
        try await World.on(.memory, days: 1...1) { world in
            let first = try await world.queue(1, at: World.morning)
            let second = try await world.queue(2, at: World.morning + .seconds(1))
            let slot = world.slot(world.siak, 9)
            for ticket in [second.ticket, first.ticket].compactMap(\.self) {
                try await world.store.write(in: world.context(at: World.morning)) {
                    $0.note(
                        .ticket(.offered(ticket: ticket, claim: first.claim, booking: ID(1), slot: slot, until: World.morning)), by: .clock)
                }
            }
            let faults = try await world.store.read {
                try Fairness($0, in: world.nation).faults(in: Journal.lines(after: 0, limit: 10_000, $0))
            }
            #expect(faults.count == 1)
        }
    }

    /// Up to three branches or anywhere, some days, some times, now and then only from Thursday on.
    private func wish(in world: World) -> Wish {
        let source = world.source
        return Wish(
            branches: source.roll(0..<4) == 0 ? [] : world.nation.branches.map(\.id).filter { _ in source.roll(0..<2) == 0 },
            days: source.roll(0..<3) == 0 ? [[.thursday, .friday][source.roll(0..<2)]] : [],
            times: source.roll(0..<3) == 0 ? [DayPart.allCases[source.roll(0..<2)]] : [],
            earliest: source.roll(0..<5) == 0 ? World.monday + 4 : nil)
    }

    /// Half accept, a quarter declines, some give up, the others say nothing.
    private func answer(_ offer: Booking, in world: World, at now: Instant) async throws {
        switch world.source.roll(0..<8) {
        case 0...3: _ = try await world.accept(offer, at: now)
        case 4, 5: try await world.decline(offer, at: now)
        case 6: if let claim = offer.claim { try await world.cancel(claim, at: now) }
        default: break
        }
    }
}
