import LapakDomain
import Testing

@testable import LapakStore

@Suite struct HoldTests {
    @Test(arguments: Databases.all, 0..<8)
    func `a hold that runs out while it is confirmed has one clear outcome`(database: Databases, round: Int) async throws {
        try await World.on(database) { world in
            let slot = world.slot(world.siak, 9)
            let registration = try await world.register(1)
            try await world.choose(slot, for: registration)
            let held = try #require(try await world.find(Registration.self, registration).booking)
            let due = try #require(try await world.find(Booking.self, held).due)
            let history = History()
            async let filed: Void = history.ask("k") {
                try await world.file(registration, key: "k", at: Instant(milliseconds: due.milliseconds - 1))
            }
            if round.isMultiple(of: 2) { await Task.yield() }
            async let lapsed = world.lapse(held, at: due)
            await filed
            let booking = try await (lapsed, world.find(Booking.self, held)).1
            if let answer = history.accepted.first {
                #expect(try await !lapsed)
                #expect((booking.phase, booking.claim) == (.confirmed, answer.claim))
            } else {
                #expect(try await lapsed)
                #expect(history.refusals == [.holdGone])
                #expect(booking.phase == .released)
            }
            try await world.check(history)
        }
    }

    @Test(arguments: Databases.all)
    func `a hold can be confirmed until the last millisecond, and not at its end`(database: Databases) async throws {
        try await World.on(database, places: 2, days: 4...4) { world in
            let slot = world.slot(world.siak, 9, day: 4)
            let end = World.morning + world.nation.policy.holdProven
            for (person, moment) in [(1, Instant(milliseconds: end.milliseconds - 1)), (2, end)] {
                let registration = try await world.register(person)
                try await world.choose(slot, for: registration)
                let refusal = await refusal { _ = try await world.file(registration, at: moment) }
                #expect(refusal == (person == 1 ? nil : .holdGone))
            }
            #expect(try await world.tick(at: end) == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all, [3, 4, 9])
    func `unproven holds never take more than a third`(database: Databases, places: Int) async throws {
        try await World.on(database, places: places) { world in
            let slot = world.slot(world.siak, 9)
            _ = try await together(20) { try await world.choose(slot, for: world.register($0, proven: false)) }
            let kept = try await world.find(Slot.self, slot)
            #expect((kept.unproven, kept.taken) == (places / 3, places / 3))
            _ = try await together(20) { try? await world.choose(slot, for: world.register(20 + $0)) }
            let full = try await world.find(Slot.self, slot)
            #expect((full.unproven, full.taken) == (places / 3, places))
            try await world.check()
            try await world.tick(at: World.morning + world.nation.policy.holdUnproven)
            let after = try await world.find(Slot.self, slot)
            #expect((after.unproven, after.free) == (0, places / 3))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `while anyone waits, an unproven person cannot hold a place`(database: Databases) async throws {
        try await World.on(database, places: 9) { world in
            let slot = world.slot(world.siak, 9)
            let waiting = try await world.queue(1, Wish(branches: [world.siak.id]))
            let unproven = try await world.register(2, proven: false)
            try await world.choose(slot, for: unproven)
            #expect(try await world.find(Registration.self, unproven).booking == nil)
            #expect(try await world.find(Registration.self, unproven).slot == slot)
            try await world.choose(world.slot(world.ambon, 9), for: unproven)
            #expect(try await world.find(Registration.self, unproven).booking != nil)
            try await world.cancel(waiting.claim)
            try await world.choose(slot, for: unproven)
            #expect(try await world.find(Slot.self, slot).unproven == 1)
            #expect(try await world.find(Slot.self, world.slot(world.ambon, 9)).taken == 0)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `whoever waits for anywhere keeps unproven holds away everywhere`(database: Databases) async throws {
        try await World.on(database, places: 9) { world in
            _ = try await world.queue(1)
            let unproven = try await world.register(2, proven: false)
            try await world.choose(world.slot(world.ambon, 9), for: unproven)
            #expect(try await world.find(Registration.self, unproven).booking == nil)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `the proof turns a hold into a full one, or takes a place that is still free`(database: Databases) async throws {
        try await World.on(database, places: 3) { world in
            let slot = world.slot(world.siak, 9)
            let people = try await together(3) { try await world.register($0, proven: false) }
            for person in people { try await world.choose(slot, for: person) }
            #expect(try await world.find(Slot.self, slot).taken == 1)
            for (person, code) in [(0, "wrong"), (0, "code"), (1, "code"), (2, "code")] {
                let refusal = try await world.store.write(in: world.context(at: World.morning)) { work in
                    var registration = try work.get(Registration.self, people[person])
                    return try work.prove(&registration, codeHash: code, secret: "")
                }
                #expect(refusal == (code == "wrong" ? .codeWrong(left: 4) : nil))
            }
            let kept = try await world.find(Slot.self, slot)
            #expect((kept.taken, kept.unproven) == (3, 0))
            for person in people { _ = try await world.file(person) }
            try await world.check()
        }
    }
}

/// The refusal that `body` throws; nil when it succeeds.
func refusal(_ body: () async throws -> Void) async -> Refusal? {
    do { try await body() } catch { return error as? Refusal }
    return nil
}
