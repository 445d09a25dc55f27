import LapakDomain
import Testing

@testable import LapakStore

@Suite struct BoundaryTests {
    @Test(arguments: Databases.all, Zone.allCases)
    func `a place can be taken until the midnight before its day at the branch, to the millisecond`(
        database: Databases, zone: Zone
    ) async throws {
        try await World.on(database, places: 3) { world in
            let branch = try #require(world.nation.branches.first { $0.zone == zone })
            let slot = world.slot(branch, 8)
            let midnight = Instant(seconds: Int64(World.monday.number + 1) * 86_400 - zone.offset)
            #expect(try await world.find(Slot.self, slot).papersDue(in: zone) == midnight)
            #expect(await refusal { _ = try await world.book(1, slot, at: Instant(milliseconds: midnight.milliseconds - 1)) } == nil)
            #expect(await refusal { _ = try await world.book(2, slot, at: midnight) } == .slotPassed)
            let registration = try await world.register(3, at: midnight)
            #expect(await refusal { try await world.choose(slot, for: registration, at: midnight) } == .slotPassed)
            #expect(try await world.find(Slot.self, slot).taken == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `an appointment can be changed twice, and the old place goes to the list`(database: Databases) async throws {
        try await World.on(database) { world in
            let slots = [8, 9, 10, 11].map { world.slot(world.siak, $0) }
            let filed = try await world.book(1, slots[0])
            try await world.move(filed.claim, to: slots[1])
            #expect(await refusal { try await world.move(filed.claim, to: slots[1]) } == .slotUnknown)
            try await world.move(filed.claim, to: slots[2])
            #expect(await refusal { try await world.move(filed.claim, to: slots[3]) } == .noChangesLeft(2))
            let taken = try await together(4) { try await world.find(Slot.self, slots[$0]).taken }
            #expect(taken == [0, 0, 1, 0])
            #expect(try await world.find(Slot.self, slots[0]).kept == 1)
            #expect(try await world.find(Slot.self, slots[3]).free == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `moving to a full slot keeps the old place`(database: Databases) async throws {
        try await World.on(database) { world in
            let (here, there) = (world.slot(world.siak, 8), world.slot(world.siak, 9))
            let filed = try await world.book(1, here)
            _ = try await world.book(2, there)
            #expect(await refusal { try await world.move(filed.claim, to: there) } == .slotFull)
            #expect(try await world.find(Claim.self, filed.claim).slot == here)
            #expect(try await world.find(Claim.self, filed.claim).changes == 0)
            try await world.check()
        }
    }
}
