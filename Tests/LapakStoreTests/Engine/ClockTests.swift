import LapakDomain
import Testing

@testable import LapakStore

@Suite struct ClockTests {
    @Test(arguments: Databases.all) func `what is due is listed to the millisecond, and nothing else`(database: Databases) async throws {
        try await World.on(database, places: 3, days: 4...4) { world in
            let slot = world.slot(world.siak, 9, day: 4)
            let held = try await world.register(1)
            try await world.choose(slot, for: held)
            let booked = try await world.book(2, slot)
            let freed = try await world.book(3, world.slot(world.siak, 10, day: 4))
            try await world.cancel(freed.claim)
            _ = try await world.queue(4, Wish(branches: [world.ambon.id]))
            try await world.store.write(in: world.context(at: World.morning)) {
                try $0.announce(Draw(day: World.monday, seedHash: "", seed: "", closes: World.morning + .days(1)))
            }
            let hold = try #require(try await world.find(Registration.self, held).booking)
            let reminder = (World.monday + 1).at(ClockTime(9, 0), in: .wib)
            let papers = (World.monday + 4).at(ClockTime(0, 0), in: .wib)
            let moments: [(Instant, (Due) -> Bool)] = [
                (World.morning + world.nation.policy.holdProven, { $0.bookings == [hold] }),
                (World.morning + World.quiet, { $0.slots == [world.slot(world.siak, 10, day: 4)] }),
                (World.morning + .days(1), { $0.draws == [World.monday] }),
                (reminder, { $0.claims == [booked.claim] }),
                (papers, { $0.papers == [booked.claim] }),
            ]
            for (moment, isListed) in moments {
                let before = try await world.store.read { try Due.load($0, at: Instant(milliseconds: moment.milliseconds - 1)) }
                #expect(!isListed(before))
                let due = try await world.store.read { try Due.load($0, at: moment) }
                #expect(isListed(due), "\(due)")
            }
            let now = try await world.store.read { try Due.load($0, at: World.morning) }
            #expect(now.isEmpty)
            #expect(try await world.tick(at: reminder) == 3)
            #expect(try await world.tick(at: reminder) == 0)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `a claim is reminded once`(database: Databases) async throws {
        try await World.on(database) { world in
            let filed = try await world.book(1, world.slot(world.siak, 9, day: 2))
            let reminder = (World.monday + 1).at(ClockTime(9, 0), in: .wib)
            let sent = try await together(5) { _ in
                try await world.store.write(in: world.context(at: reminder)) { try $0.remind(filed.claim) }
            }
            #expect(sent.count { $0 } == 1)
        }
    }

    @Test(arguments: Databases.all)
    func `what has outlived its purpose is forgotten, and what lives is kept`(database: Databases) async throws {
        try await World.on(database) { world in
            let key = RequestKey("k", scope: "test", parameters: "")
            let filed = try await world.file(try await world.register(1), slot: world.slot(world.siak, 9), key: "k")
            try await world.store.write(in: world.context(at: World.morning)) { work in
                try work.spend("few", most: 2, per: .hours(1))
                work.insert(SignIn(id: ID(1), secret: "", staff: ID(1), due: World.morning + .hours(8)))
                work.insert(ReturnVisit(id: ID(1), secret: "", claim: filed.claim, code: nil, due: World.morning + .hours(2)))
            }
            _ = try await world.store.maintain { try Due.forget($0, at: World.morning) }
            #expect(try await counts(in: world) == ["registration": 1, "visit": 1, "budget": 1, "staff_session": 1, "answer": 1])
            _ = try await world.store.maintain { try Due.forget($0, at: World.morning + .hours(2)) }
            #expect(try await counts(in: world) == ["registration": 1, "visit": 1, "budget": 0, "staff_session": 1, "answer": 1])
            _ = try await world.store.maintain { try Due.forget($0, at: World.morning + .days(3)) }
            #expect(try await counts(in: world) == ["registration": 0, "visit": 0, "budget": 0, "staff_session": 0, "answer": 1])
            let again: Filed = try await world.store.write(once: key, in: world.context(at: World.morning + .days(2))) { _ in
                throw Refusal.notFound
            }
            #expect(again == filed)
            #expect(try await world.find(Claim.self, filed.claim).phase == .booked)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `millions are forgotten in small portions, the oldest first, and nobody waits for all of them`(database: Databases) async throws {
        try await World.on(database) { world in
            let (count, most) = (1234, 500)
            try await world.store.maintain { connection in
                for index in 0..<count {
                    let at = World.morning - .minutes(count - index)
                    try connection.execute("INSERT INTO budget (key, used, until) VALUES ($1, 1, $2)", "b\(index)", at)
                    try connection.execute(
                        "INSERT INTO visit (id, secret, code_tries, due) VALUES ($1, '', 0, $2)", index + 10, at - .days(2))
                }
            }
            var left: [Int64] = []
            while try await world.store.maintain({ try Due.forget($0, at: World.morning, most: most) }) {
                let (kept, oldest) = try await world.store.read { connection in
                    let row = try connection.query("SELECT count(*), min(until) FROM budget", [])[0]
                    return (try row.int(0), try row.int(1))
                }
                left.append(kept)
                #expect(oldest == (World.morning - .minutes(Int(kept))).milliseconds, "the oldest went first")
            }
            #expect(left == [734, 234])
            #expect(try await counts(in: world)["budget"] == 0)
            #expect(try await counts(in: world)["visit"] == 0)
        }
    }

    private func counts(in world: World) async throws -> [String: Int64] {
        try await world.store.read { connection in
            var counts: [String: Int64] = [:]
            for table in ["registration", "visit", "budget", "staff_session", "answer"] {
                counts[table] = try connection.query("SELECT count(*) FROM \(table)", [])[0].int(0)
            }
            return counts
        }
    }
}
