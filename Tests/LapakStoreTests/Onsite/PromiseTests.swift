import LapakDomain
import Testing

@testable import LapakStore

/// Only numbers of a reserved block are promises.
@Suite struct PromiseTests {
    /// The last window of the day, its only place taken, and a block of three numbers.
    private func full(_ database: Databases, _ body: (World, Branch, Instant, [QueueNumber]) async throws -> Void) async throws {
        try await World.on(database) { world in
            let branch = try await world.yard(places: 1)
            let now = (World.monday + 1).at(ClockTime(14, 45), in: .wib)
            let staff = world.officer(7).id
            let block = try await world.store.write(in: world.context(at: now)) { try $0.reserve(3, at: branch, by: staff) }
            try await world.walkIn(1, at: branch, now: now)
            try await body(world, branch, now, block)
            try await world.check()
        }
    }

    private func check(_ person: Int, _ number: QueueNumber?, _ world: World, queues: Bool = false) -> YardCheck {
        let person = world.person(person)
        return YardCheck(key: "tablet:\(person.nik.digits)", promised: number, person: person, seen: world.papers(person), queues: queues)
    }

    private func places(_ world: World) async throws -> Int {
        try await world.find(Slot.self, world.slot(world.siak, 14, 30, channel: .onsite)).capacity
    }

    @Test(arguments: Databases.all, ["Z-999", "A-005", "C-500"])
    func `a number that was never reserved makes no place beyond the quota`(database: Databases, number: String) async throws {
        try await full(database) { world, branch, now, _ in
            let invented = try #require(QueueNumber(number))
            #expect(await refusal { _ = try await world.receive(check(2, invented, world), at: branch, now: now) } == .quotaSpent)
            #expect(try await places(world) == 1)
            guard case .queued = try await world.receive(check(2, invented, world, queues: true), at: branch, now: now) else {
                return #expect(Bool(false), "the line takes over")
            }
        }
    }

    @Test(arguments: Databases.all) func `another person's number makes no place beyond the quota`(database: Databases) async throws {
        try await full(database) { world, branch, now, block in
            guard case .walkIn(let kept) = try await world.receive(check(2, block[0], world), at: branch, now: now) else {
                return #expect(Bool(false))
            }
            #expect((kept.number, kept.phase) == (block[0], .waiting))
            #expect(try await places(world) == 2)
            // The same number for somebody else, and the first visitor's own number, which no block had.
            for (person, number) in [(3, block[0]), (4, QueueNumber("A-004")!)] {
                #expect(await refusal { _ = try await world.receive(check(person, number, world), at: branch, now: now) } == .quotaSpent)
            }
            #expect(try await places(world) == 2)
        }
    }

    @Test(arguments: Databases.all) func `somebody with an appointment and an invented number keeps the appointment, and nothing is made`(
        database: Databases
    ) async throws {
        try await full(database) { world, branch, now, _ in
            try await world.plan(world.balikpapan, days: 3...3)
            let filed = try await world.book(5, world.slot(world.balikpapan, 9, day: 3))
            guard case .hasAppointment(let claim) = try await world.receive(check(5, QueueNumber("B-001"), world), at: branch, now: now)
            else { return #expect(Bool(false)) }
            #expect(claim.id == filed.claim)
        }
    }

    @Test(arguments: Databases.all) func `a place that is made has its own word in the journal, with its reason`(database: Databases)
        async throws
    {
        try await full(database) { world, branch, now, block in
            guard case .walkIn(let promised) = try await world.receive(check(2, block[1], world), at: branch, now: now) else {
                return #expect(Bool(false))
            }
            let trouble = YardCheck(key: "form", promised: block[2], trouble: Words("NIK tidak ada", "no such NIK"), seen: [])
            guard case .walkIn(let unmatched) = try await world.receive(trouble, at: branch, now: now) else { return #expect(Bool(false)) }
            var mended = check(3, nil, world)
            mended.walkIn = unmatched.id
            _ = try await world.receive(mended, at: branch, now: now)
            let slot = world.slot(world.siak, 14, 30, channel: .onsite)
            let made = try await world.journal().filter { if case .walkIn(.placeMade) = $0.event { true } else { false } }.map(\.event)
            #expect(
                made == [
                    .walkIn(.placeMade(walkIn: promised.id, slot: slot, why: .promise, by: ID(7))),
                    .walkIn(.placeMade(walkIn: unmatched.id, slot: slot, why: .number, by: ID(7))),
                ])
        }
    }
}
