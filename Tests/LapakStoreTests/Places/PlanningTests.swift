import LapakDomain
import Testing

@testable import LapakStore

@Suite struct PlanningTests {
    @Test(arguments: Databases.all) func `planning twice changes nothing`(database: Databases) async throws {
        try await World.on(database, places: 3) { world in
            let before = try await (world.journal(), slots(in: world))
            for branch in world.nation.branches { try await world.plan(branch) }
            #expect(try await world.journal() == before.0)
            #expect(try await slots(in: world) == before.1)
            #expect(before.1.count == 3 * 2 * 12 * 2)
        }
    }

    @Test(arguments: Databases.shared) func `several processes may plan the same days at once`(database: Databases) async throws {
        try await World.on(database, places: 3, days: 1...1) { world in
            let other = try world.again()
            _ = try await together(6) { index in try await (index.isMultiple(of: 2) ? world : other).plan(world.siak, days: 1...4) }
            #expect(try await slots(in: world).count == (3 + 3) * 12 * 2)
            try await world.check()
            await other.store.close()
        }
    }

    @Test(arguments: Databases.all)
    func `fewer officers take nobody's place, and what comes free then is gone`(database: Databases) async throws {
        try await World.on(database, places: 3) { world in
            let slot = world.slot(world.siak, 9)
            let booked = try await together(3) { try await world.book($0, slot) }
            try await world.plan(world.siak.giving(places: 1))
            let kept = try await world.find(Slot.self, slot)
            #expect((kept.planned, kept.capacity, kept.taken) == (1, 3, 3))
            for filed in booked[..<2] { try await world.cancel(filed.claim) }
            let after = try await world.find(Slot.self, slot)
            #expect((after.capacity, after.taken, after.kept) == (1, 1, 0))
            #expect(await refusal { _ = try await world.book(9, slot) } == .slotFull)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `a window that is planned no more stays for those who are in it`(database: Databases) async throws {
        try await World.on(database, places: 2) { world in
            let filed = try await world.book(1, world.slot(world.siak, 8))
            var late = world.siak.giving(places: 2)
            late.hours.opens = ClockTime(9, 0)
            try await world.plan(late)
            let slot = try await world.find(Slot.self, world.slot(world.siak, 8))
            #expect((slot.planned, slot.capacity, slot.taken, slot.free) == (0, 1, 1, 0))
            #expect(try await world.find(Booking.self, filed.booking).phase == .confirmed)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `today is opened for the branch channel only, and only where the window is not over`(database: Databases) async throws {
        try await World.on(database, places: 2) { world in
            let today = World.monday
            for _ in 1...2 {
                try await world.store.write(in: world.context(by: .operations, at: World.morning)) { work in
                    try work.plan(world.siak.giving(places: 2), today: today, days: today + 1...today + 2)
                }
            }
            let midnight = (today + 1).at(ClockTime(0, 0), in: .wib)
            let todays = try await slots(in: world).filter { $0.start < midnight }
            #expect(todays.map(\.start).min() == today.at(ClockTime(9, 0), in: .wib))
            #expect(todays.allSatisfy { $0.channel == .onsite })
            #expect(todays.count == 10)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `new room goes to the line first`(database: Databases) async throws {
        try await World.on(database, places: 1) { world in
            let waiting = try await world.queue(1, Wish(branches: [world.siak.id]))
            try await world.plan(world.siak.giving(places: 3), days: 1...3)
            #expect(try await world.find(Slot.self, world.slot(world.siak, 9)).kept == 2)
            #expect(try await world.find(Slot.self, world.slot(world.siak, 9, day: 3)).kept == 3)
            let offers = try await world.usher()
            #expect(offers.map(\.ticket) == [waiting.ticket])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all, 1...6)
    func `replans, bookings, moves and cancellations in any order lose nothing and sell nothing twice`(
        database: Databases, seed: UInt64
    ) async throws {
        try await World.on(database, places: 3, seed: seed) { world in
            let (history, source) = (History(), world.source)
            var now = World.morning
            for step in 0..<60 {
                let slot = world.slot(world.nation.branches[source.roll(0..<3)], 8 + source.roll(0..<3))
                let (someone, moment) = (history.accepted.randomElement(by: source), now)
                switch source.roll(0..<10) {
                case 0...3: await history.ask("\(step)") { try await world.book(step, slot, at: moment) }
                case 4: await history.ask("\(step)") { try await world.queue(step, at: moment) }
                case 5: if let someone { try? await world.cancel(someone.claim, at: moment) }
                case 6: if let someone { try? await world.move(someone.claim, to: slot, at: moment) }
                case 7:
                    for offer in try await world.usher(at: moment) where step.isMultiple(of: 2) {
                        _ = try await world.accept(offer, at: moment)
                    }
                case 8: try? await world.choose(slot, for: world.register(step, proven: step.isMultiple(of: 2), at: moment), at: moment)
                default: try await world.plan(world.nation.branches[source.roll(0..<3)].giving(places: source.roll(0..<6)), at: moment)
                }
                if step.isMultiple(of: 7) { try await world.tick(at: moment) }
                try await world.check(nil, "seed \(seed), step \(step)")
                now = now + .minutes(3)
            }
            #expect(history.unknown == [])
            #expect(history.accepted.count > 10)
        }
    }

    private func slots(in world: World) async throws -> [Slot] {
        try await world.store.read { try $0.query("SELECT \(Slot.table.columnList) FROM slot ORDER BY id", []).map(Slot.init) }
    }
}
