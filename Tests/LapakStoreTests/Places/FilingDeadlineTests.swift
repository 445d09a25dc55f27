import LapakDomain
import Testing

@testable import LapakStore

/// Nobody files into a deadline that has passed.
@Suite struct FilingDeadlineTests {
    private static let midnight = (World.monday + 1).at(ClockTime(0, 0), in: .wib)

    @Test(arguments: Databases.all)
    func `a place held before midnight cannot be filed after it, and another one can, with the same answers`(database: Databases)
        async throws
    {
        try await World.on(database) { world in
            let registration = try await world.register(1, at: Self.midnight - .minutes(10))
            try await world.choose(world.slot(world.siak, 9), for: registration, at: Self.midnight - .minutes(5))
            #expect(await refusal { _ = try await world.file(registration, at: Self.midnight + .minutes(2)) } == .slotPassed)
            try await world.choose(world.slot(world.siak, 9, day: 2), for: registration, at: Self.midnight + .minutes(3))
            let filed = try await world.file(registration, at: Self.midnight + .minutes(4))
            #expect(try await world.find(Claim.self, filed.claim).slot == world.slot(world.siak, 9, day: 2))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `the branch's own midnight counts, to the millisecond`(database: Databases) async throws {
        try await World.on(database) { world in
            for (branch, person) in [(world.siak, 1), (world.balikpapan, 2), (world.ambon, 3)] {
                let due = (World.monday + 1).at(ClockTime(0, 0), in: branch.zone)
                for (offset, late) in [(-1, false), (0, true)] as [(Int64, Bool)] {
                    let registration = try await world.register(person * 10 + (late ? 1 : 0), at: due - .minutes(5))
                    let slot = world.slot(branch, late ? 9 : 10)
                    try await world.choose(slot, for: registration, at: due - .minutes(5))
                    let moment = Instant(milliseconds: due.milliseconds + offset)
                    #expect(await refusal { _ = try await world.file(registration, at: moment) } == (late ? .slotPassed : nil))
                }
            }
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a number for a window that is over cannot be filed`(database: Databases) async throws {
        try await World.on(database) { world in
            _ = try await world.yard()
            let end = (World.monday + 1).at(ClockTime(9, 30), in: .wib)
            let registration = try await world.register(1, at: end - .minutes(5))
            try await world.choose(world.slot(world.siak, 9, channel: .onsite), for: registration, at: end - .minutes(5))
            #expect(await refusal { _ = try await world.file(registration, at: end + .minutes(1)) } == .slotPassed)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `an exception for today opens no online window that nobody could take`(database: Databases)
        async throws
    {
        try await World.on(database, days: 1...1) { world in
            let branch = try await world.yard(places: 2)
            let exception = BranchDay(branch: branch.id, day: World.monday + 1, closed: false, officers: 8, note: "Ramai")
            let extra = BranchDay(branch: branch.id, day: World.monday + 1, closed: false, hours: longer, note: "Lembur")
            for change in [exception, extra] {
                try await world.store.write(in: world.context(by: .operations, at: World.nine)) { work in
                    try work.plan(branch, days: World.monday + 1...World.monday + 1, exception: change)
                }
            }
            let slots = try await world.store.read { try Agenda.slots(at: branch, on: World.monday + 1, $0) }
            #expect(slots.filter { $0.channel == .online }.allSatisfy { $0.planned == 2 && $0.start < longer.ordinaryEnd(branch.zone) })
            #expect(slots.contains { $0.channel == .onsite && $0.start >= longer.ordinaryEnd(branch.zone) })
            try await world.check()
        }
    }

    private var longer: OpeningHours {
        OpeningHours(opens: ClockTime(8, 0), closes: ClockTime(17, 0), lunchFrom: ClockTime(12, 0), lunchUntil: ClockTime(13, 0))
    }
}

extension OpeningHours {
    /// Three in the afternoon of Tuesday, when an ordinary day ends.
    fileprivate func ordinaryEnd(_ zone: Zone) -> Instant { (World.monday + 1).at(ClockTime(15, 0), in: zone) }
}
