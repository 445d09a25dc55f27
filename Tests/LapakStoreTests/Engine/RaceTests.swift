import LapakDomain
import Testing

@testable import LapakStore

@Suite struct RaceTests {
    @Test(arguments: Databases.all) func `of 64 people who want the last place, exactly one gets it`(database: Databases) async throws {
        try await World.on(database) { world in
            let (history, slot) = (History(), world.slot(world.siak, 9))
            let people = try await together(64) { try await world.register($0) }
            _ = try await together(64) { person in
                await history.ask("\(person)") { try await world.file(people[person], slot: slot, key: "\(person)") }
            }
            #expect(history.accepted.count == 1)
            #expect(history.refusals == Array(repeating: .slotFull, count: 63))
            #expect(try await world.find(Slot.self, slot).taken == 1)
            try await world.check(history)
        }
    }

    /// A race test that cannot fail proves nothing: without the guard, the same checker must see the same race.
    @Test(arguments: Databases.all)
    func `with the guard switched off, the checker sees the place sold twice`(database: Databases) async throws {
        try await World.on(database) { world in
            let slot = world.slot(world.siak, 9)
            for table in ["slot", "booking"] {
                try await world.store.run("ALTER TABLE \(table) RENAME TO guarded_\(table)")
                try await world.store.run("CREATE TABLE \(table) AS SELECT * FROM guarded_\(table)")
            }
            try await world.check()
            // Everyone looks before anyone writes: what a server without the guard does when two requests overlap.
            let free = try await together(64) { _ in
                try await world.store.read { try $0.query("SELECT capacity - taken FROM slot WHERE id = $1", slot)[0].int(0) }
            }
            _ = try await together(64) { person in
                guard free[person] > 0 else { return }
                try await world.store.maintain { connection in
                    try connection.execute("UPDATE slot SET taken = taken + 1 WHERE id = $1", slot)
                    try connection.execute(
                        """
                        INSERT INTO booking (id, slot, branch, start, phase, proven, since) VALUES ($1, $2, 3, 0, 'held', 1, 0)
                        """, Int64(person), slot)
                }
            }
            let drifts = try await world.store.read { try Reconciler.drifts($0) }
            #expect(drifts.map(\.invariant) == ["no slot has more live bookings than its capacity"])
            #expect(drifts.first?.detail.contains("64") ?? false)
            #expect(try await world.store.read { try Checker.faults($0) }.count == 65)
        }
    }

    @Test(arguments: Databases.shared, [1, 2, 3])
    func `two processes never sell a place twice, and a follower misses nothing`(database: Databases, seed: UInt64) async throws {
        try await World.on(database, places: 3, seed: seed) { world in
            let (history, other) = (History(), try world.again())
            let slots = (8...11).flatMap { hour in [world.siak, world.ambon].map { world.slot($0, hour) } }
            async let followed = follow(world, until: "the end")
            _ = try await together(80) { person in
                let door = person.isMultiple(of: 2) ? world : other
                let registration = try await door.register(person)
                let slot = slots[world.source.roll(0..<slots.count)]
                await history.ask("\(person)") { try await door.file(registration, slot: slot, key: "\(person)") }
                if person.isMultiple(of: 5), let filed = history.accepted.randomElement(by: world.source) {
                    try? await door.cancel(filed.claim)
                }
            }
            try await world.store.write(in: world.context(at: World.morning)) {
                $0.note(.draw(.drawn(day: World.monday, tickets: 0, seed: "the end")), by: .clock)
            }
            #expect(history.unknown == [])
            #expect(history.accepted.count >= 16)
            #expect(try await followed == world.journal())
            try await world.check(history)
            await other.store.close()
        }
    }

    /// Reads "greater than mine" while others write, until the line that ends the story.
    private func follow(_ world: World, until end: String) async throws -> [Journal.Line] {
        var seen: [Journal.Line] = []
        while true {
            let position = seen.last?.position ?? 0
            let lines = try await world.store.read { try Journal.lines(after: position, limit: 5, $0) }
            seen += lines
            for line in lines { if case .draw(.drawn(_, _, end)) = line.event { return seen } }
            if lines.isEmpty { await Task.yield() }
        }
    }

    @Test(arguments: Databases.all) func `of ten claims that one member files at once, one lives`(database: Databases) async throws {
        try await World.on(database, places: 5) { world in
            let history = History()
            let forms = try await together(10) { _ in try await world.register(1) }
            let slots = [world.slot(world.siak, 8), world.slot(world.siak, 9), world.slot(world.ambon, 9)]
            _ = try await together(10) { index in
                await history.ask("\(index)") { try await world.file(forms[index], slot: slots[index % 3], key: "\(index)") }
            }
            #expect(history.accepted.count == 1)
            #expect(history.refusals == Array(repeating: .liveClaim, count: 9))
            let taken = try await world.store.read { try $0.query("SELECT CAST(sum(taken) AS BIGINT) FROM slot", [])[0].int(0) }
            #expect(taken == 1)
            try await world.check(history)
        }
    }

    @Test(arguments: Databases.all)
    func `of ten places that one member waits and books for at once, one claim lives`(database: Databases) async throws {
        try await World.on(database, places: 5) { world in
            let history = History()
            let (queuing, booking) = (try await world.register(1, wish: Wish()), try await world.register(1))
            _ = try await together(10) { index in
                await history.ask(index.isMultiple(of: 2) ? "line" : "place") {
                    index.isMultiple(of: 2)
                        ? try await world.file(queuing, key: "line")
                        : try await world.file(booking, slot: world.slot(world.siak, 9), key: "place")
                }
            }
            #expect(Set(history.accepted).count == 1)
            #expect(Set(history.refusals) == [.liveClaim])
            try await world.check(history)
        }
    }

    @Test(arguments: Databases.all)
    func `a number that chance gives twice is not the second person's fault`(database: Databases) async throws {
        try await World.on(database, places: 8) { world in
            let same = world.source.number()
            let slot = world.slot(world.siak, 9)
            let filed = try await together(6) { person in
                let id = try await world.register(person + 1)
                return try await world.store.write(in: world.context(numbers: [same])) { work in
                    var registration = try work.get(Registration.self, id)
                    return try work.file(&registration, slot: slot).number
                }
            }
            #expect(Set(filed).count == 6)
            // A batch that is done again draws anew, so perhaps nobody has it in the end.
            #expect(filed.count { $0 == same } <= 1)
            try await world.check()
        }
    }
}

extension Array {
    /// One of them, by the world's own chance.
    func randomElement(by source: Source) -> Element? { isEmpty ? nil : self[source.roll(0..<count)] }
}
