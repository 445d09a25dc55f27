import LapakDomain
import LapakNation
import Testing

@testable import LapakStore

@Suite struct DrawTests {
    private static let closes = (World.monday + 1).at(ClockTime(0, 0), in: .wib)
    private static let announced = Draw(day: World.monday, seedHash: "the seed's hash", seed: "the seed", closes: closes)

    /// Stands for SHA-256, which these tests have no need of: 32 bytes that follow from both texts.
    private static func mixed(_ seed: String, _ journalHash: String) -> [UInt8] {
        var dice = Dice(seed: (seed + "|" + journalHash).utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
        return (0..<32).map { _ in UInt8(dice.roll(0..<256)) }
    }

    /// Twelve people on one day, of whom the first three come before so many wait that the day is drawn.
    private func crowded(_ database: Databases, _ body: (World, [ID<Ticket>]) async throws -> Void) async throws {
        var policy = Policy()
        policy.drawFrom = 3
        try await World.on(database, policy: policy) { world in
            for _ in 1...2 { try await world.store.write(in: world.context(at: World.morning)) { try $0.announce(Self.announced) } }
            var tickets: [ID<Ticket>] = []
            for person in 0..<12 {
                let filed = try await world.queue(person, Wish(branches: [world.siak.id]), at: World.morning + .seconds(person))
                tickets.append(try #require(filed.ticket))
            }
            try await body(world, tickets)
        }
    }

    private func draw(in world: World, at now: Instant) async throws -> Bool {
        try await world.store.write(in: world.context(at: now)) { try $0.draw(World.monday, mixed: Self.mixed) }
    }

    private func line(in world: World) async throws -> [ID<Ticket>] {
        try await world.store.read { connection in
            try connection.query("SELECT \(Ticket.table.columnList) FROM ticket", []).map(Ticket.init).sorted(by: LineOrder.precedes).map(
                \.id)
        }
    }

    @Test(arguments: Databases.all)
    func `the draw orders the day as its seed and the journal say, and anyone can draw again`(database: Databases) async throws {
        try await crowded(database) { world, tickets in
            let hash = try await world.store.read { try Journal.head($0) }.hash
            #expect(try await draw(in: world, at: Self.closes))
            let order = Draw.order(Array(tickets[3...]), by: Self.mixed("the seed", hash))
            #expect(try await line(in: world) == tickets[..<3] + order)
            #expect(order != Array(tickets[3...]))
            let record = try #require(try await world.store.read { try WaitingList.record(of: World.monday, $0) })
            #expect((record.draw.journalHash, record.draw.seed, record.draw.tickets) == (hash, "the seed", 9))
            #expect(record.order == order)
            let announcements = try await world.journal().filter {
                $0.event == .draw(.announced(day: World.monday, seedHash: "the seed's hash"))
            }
            #expect(announcements.count == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `nobody is placed before the day has closed, and nobody is drawn twice`(database: Databases) async throws {
        try await crowded(database) { world, tickets in
            let due = try await world.store.read { try Due.load($0, at: Instant(milliseconds: Self.closes.milliseconds - 1)) }
            #expect(due.draws == [])
            #expect(try await !draw(in: world, at: Instant(milliseconds: Self.closes.milliseconds - 1)))
            #expect(try await world.store.read { try Due.load($0, at: Self.closes) }.draws == [World.monday])
            let held = try await together(4) { _ in try await draw(in: world, at: Self.closes) }
            #expect(held.count { $0 } == 1)
            let order = try await line(in: world)
            #expect(try await !draw(in: world, at: Self.closes + .hours(1)))
            #expect(try await line(in: world) == order)
            #expect(try await world.store.read { try Due.load($0, at: Self.closes + .hours(1)) }.draws == [])
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `whoever waits for the draw is offered nothing before it`(database: Databases) async throws {
        try await crowded(database) { world, tickets in
            try await world.plan(world.siak, days: 3...3)
            let offers = try await world.usher()
            #expect(offers.compactMap(\.ticket) == Array(tickets[..<3]))
            #expect(try await draw(in: world, at: Self.closes))
            let order = try await line(in: world)
            let morning = (World.monday + 1).at(ClockTime(8, 0), in: .wib)
            #expect(try await world.usher(at: morning).compactMap(\.ticket) == Array(order[3...]))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who knows the seed still cannot foresee the order`(database: Databases) async throws {
        var orders: Set<[Int]> = []
        for noise in 0..<3 {
            try await crowded(database) { world, tickets in
                try await world.store.write(in: world.context(at: World.morning)) {
                    $0.note(.operations(.signedIn(staff: ID(Int64(noise)))), by: .clock)
                }
                #expect(try await draw(in: world, at: Self.closes))
                let order = try await line(in: world)
                orders.insert(order.compactMap { tickets.firstIndex(of: $0) })
            }
        }
        #expect(orders.count == 3)
    }

    @Test(arguments: Databases.all)
    func `a request that the draw overtook stands behind everyone who was drawn`(database: Databases) async throws {
        try await crowded(database) { world, tickets in
            #expect(try await draw(in: world, at: Self.closes))
            let late = try await world.queue(99, Wish(branches: [world.siak.id]), at: Instant(milliseconds: Self.closes.milliseconds - 1))
            let ticket = try await world.find(Ticket.self, late.ticket)
            #expect(ticket.drawn)
            #expect(try await line(in: world).last == late.ticket)
            try await world.check()
        }
    }
}
