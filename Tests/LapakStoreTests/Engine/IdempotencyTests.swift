import LapakDomain
import Testing

@testable import LapakStore

@Suite struct IdempotencyTests {
    @Test(arguments: Databases.all)
    func `ten identical requests at once make one booking and get one answer`(database: Databases) async throws {
        try await World.on(database, places: 5) { world in
            let (history, slot) = (History(), world.slot(world.siak, 9))
            let registration = try await world.register(1)
            _ = try await together(10) { _ in
                await history.ask("k") { try await world.file(registration, slot: slot, key: "k", parameters: "a") }
            }
            #expect(history.accepted.count == 10)
            #expect(Set(history.accepted).count == 1)
            #expect(try await world.find(Slot.self, slot).taken == 1)
            try await world.check(history)
        }
    }

    @Test(arguments: Databases.shared) func `the same holds when they reach two processes`(database: Databases) async throws {
        try await World.on(database, places: 5) { world in
            let (history, slot, other) = (History(), world.slot(world.siak, 9), try world.again())
            let registrations = try await together(5) { try await world.register($0) }
            _ = try await together(50) { index in
                let (door, key) = (index.isMultiple(of: 2) ? world : other, "k\(index % 5)")
                await history.ask(key) { try await door.file(registrations[index % 5], slot: slot, key: key) }
            }
            #expect(history.unknown == [])
            #expect(Set(history.accepted).count == 5)
            #expect(history.accepted.count == 50)
            #expect(try await world.find(Slot.self, slot).taken == 5)
            try await world.check(history)
            await other.store.close()
        }
    }

    @Test(arguments: Databases.shared) func `two processes that get a key in the same moment give one answer`(
        database: Databases
    ) async throws {
        try await World.on(database, places: 20) { world in
            let (history, slot, other) = (History(), world.slot(world.siak, 9), try world.again())
            for person in 0..<20 {
                let registration = try await world.register(person)
                _ = try await together(2) { door in
                    await history.ask("\(person)") {
                        try await (door == 0 ? world : other).file(registration, slot: slot, key: "\(person)")
                    }
                }
            }
            #expect(history.unknown == [])
            #expect((history.accepted.count, Set(history.accepted).count) == (40, 20))
            try await world.check(history)
            await other.store.close()
        }
    }

    @Test(arguments: Databases.all) func `the same key for something else is refused`(database: Databases) async throws {
        try await World.on(database, places: 5) { world in
            let registration = try await world.register(1)
            let first = try await world.file(registration, slot: world.slot(world.siak, 9), key: "k", parameters: "09.00")
            await #expect(throws: Refusal.keyReused) {
                try await world.file(registration, slot: world.slot(world.siak, 10), key: "k", parameters: "10.00")
            }
            #expect(try await world.file(registration, slot: world.slot(world.siak, 9), key: "k", parameters: "09.00") == first)
            try await world.check()
        }
    }

    @Test func `keys of different doors and people never meet`() {
        let key = RequestKey("k", scope: "a", parameters: "p")
        #expect(key != RequestKey("k", scope: "b", parameters: "p"))
        #expect(key.key != RequestKey("k", scope: "b", parameters: "p").key)
        #expect(key == RequestKey("k", scope: "a", parameters: "p"))
    }

    @Test(arguments: Databases.all) func `what was refused stays refused under its key`(database: Databases) async throws {
        try await World.on(database) { world in
            let (history, slot) = (History(), world.slot(world.siak, 9))
            let first = try await world.book(1, slot)
            let second = try await world.register(2)
            await history.ask("k") { try await world.file(second, slot: slot, key: "k") }
            try await world.cancel(first.claim)
            try await world.tick(at: World.morning + World.quiet)
            #expect(try await world.find(Slot.self, slot).free == 1)
            await history.ask("k") { try await world.file(second, slot: slot, key: "k") }
            await history.ask("another") { try await world.file(second, slot: slot, key: "another") }
            #expect(history.requests.map(\.outcome).prefix(2) == [.refused(.slotFull), .refused(.slotFull)])
            #expect(history.accepted.count == 1)
            try await world.check(history)
        }
    }

    @Test(arguments: Databases.all) func `so does what a unique index refused`(database: Databases) async throws {
        try await World.on(database, places: 5) { world in
            let slot = world.slot(world.siak, 9)
            let first = try await world.book(1, slot)
            let again = try await world.register(1)
            await #expect(throws: Refusal.liveClaim) { try await world.file(again, slot: slot, key: "k") }
            try await world.cancel(first.claim)
            await #expect(throws: Refusal.liveClaim) { try await world.file(again, slot: slot, key: "k") }
            _ = try await world.file(again, slot: slot, key: "another")
            try await world.check()
        }
    }
}
