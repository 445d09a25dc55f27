import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

@Suite struct PlanChangeTests {
    private func windows(_ world: World, day: Int) async throws -> Int {
        let from = (World.monday + day).at(ClockTime(0, 0), in: .wib)
        return try await world.store.read {
            try $0.query(
                "SELECT id FROM slot WHERE branch = $1 AND start >= $2 AND start < $3 AND capacity > 0", world.siak.id, from,
                from + .days(1))
        }.count
    }

    private func except(_ world: World, _ exception: BranchDay) async throws {
        try await world.store.write(in: world.context(by: .operations)) {
            try $0.plan(world.siak, days: exception.day...exception.day, exception: exception)
        }
    }

    @Test(arguments: Databases.all)
    func `an exception that is taken back leaves a weekend and a holiday closed, and a working day open`(database: Databases) async throws {
        try await World.on(database, places: 2, days: 1...5) { world in
            let saturday = World.monday + 5
            try await except(world, BranchDay(branch: world.siak.id, day: saturday, closed: false, officers: 1, note: "Antrean panjang"))
            #expect(try await windows(world, day: 5) > 0)
            try await except(world, .takenBack(world.siak.id, saturday))
            #expect(try await windows(world, day: 5) == 0)
            try await except(world, BranchDay(branch: world.siak.id, day: World.monday + 6, closed: false, note: "Hari pelayanan"))
            #expect(try await windows(world, day: 6) > 0, "a Sunday may be opened like a working day")
            let listed = try await world.store.read { try Agenda.exceptions(at: world.siak.id, from: World.monday, $0) }
            #expect(listed.map(\.day) == [World.monday + 6], "and then stands in the list, where it can be taken back")
            try await except(world, .takenBack(world.siak.id, World.monday + 6))
            #expect(try await windows(world, day: 6) == 0)
            try await except(world, BranchDay(branch: world.siak.id, day: World.monday + 3, closed: true, note: "Banjir"))
            #expect(try await windows(world, day: 3) == 0)
            try await except(world, .takenBack(world.siak.id, World.monday + 3))
            #expect(try await windows(world, day: 3) == 12)
            let festive = Nation(branches: world.nation.branches, holidays: [World.monday + 4], policy: world.nation.policy)
            let context = Context(at: World.morning, by: .clock, in: festive, fresh: world.source.fresh())
            for exception in [
                BranchDay(branch: world.siak.id, day: World.monday + 4, closed: false, officers: 1, note: "Lembur"),
                .takenBack(world.siak.id, World.monday + 4),
            ] {
                try await world.store.write(in: context) {
                    try $0.plan(world.siak, days: exception.day...exception.day, exception: exception)
                }
            }
            #expect(try await windows(world, day: 4) == 0)
        }
    }

    @Test(arguments: Databases.all)
    func `officers whose hours move are not sold a second time`(database: Databases) async throws {
        try await World.on(database, places: 4) { world in
            _ = try await together(4) { try await world.book($0, world.slot(world.siak, 8)) }
            var later = world.siak.giving(places: 4)
            later.hours.opens = ClockTime(8, 15)
            try await world.plan(later)
            #expect(await refusal { _ = try await world.book(9, world.slot(world.siak, 8, 15)) } == .slotFull)
            #expect(try await world.book(10, world.slot(world.siak, 8, 45)).booking != nil, "from then on they are free")
            try await world.check()
        }
    }
}
