import LapakDomain
import Testing

@testable import LapakStore

@Suite struct WaitingListTests {
    /// One slot whose only place is given back while people wait for it: kept for the list.
    private func freed(
        _ database: Databases, waiting: Int = 2, day: Int = 4, _ body: (World, ID<Slot>, [Filed]) async throws -> Void
    ) async throws {
        try await World.on(database, days: day...day) { world in
            let slot = world.slot(world.siak, 9, day: day)
            let first = try await world.book(0, slot)
            var line: [Filed] = []
            for person in 1...waiting {
                let joined = World.morning + .seconds(person)
                line.append(try await world.queue(person, Wish(branches: [world.siak.id], times: [.pagi]), at: joined))
            }
            try await world.cancel(first.claim)
            let kept = try await world.find(Slot.self, slot)
            #expect((kept.kept, kept.free, kept.taken) == (1, 0, 0))
            try await body(world, slot, line)
        }
    }

    @Test(arguments: Databases.all) func `a place that was given back goes to the first in line`(database: Databases) async throws {
        try await freed(database) { world, slot, line in
            #expect(await refusal { _ = try await world.book(9, slot) } == .slotFull)
            let offer = try #require(try await world.offer(slot))
            #expect((offer.ticket, offer.claim) == (line[0].ticket, line[0].claim))
            #expect(try await world.offer(slot) == nil)
            #expect(try await world.find(Slot.self, slot).kept == 0)
            let filed = try await world.accept(offer)
            #expect((filed.claim, filed.booking) == (line[0].claim, offer.id))
            let claim = try await world.find(Claim.self, filed.claim)
            #expect((claim.phase, claim.slot) == (.booked, slot))
            #expect(try await world.find(Ticket.self, line[0].ticket).phase == .served)
            let waiting = try await world.store.read { try $0.find(LineCount.self, world.siak.id)?.waiting }
            #expect(waiting == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all, [true, false])
    func `who declines or is silent keeps the rank, and the next one is asked`(database: Databases, declines: Bool) async throws {
        try await freed(database) { world, slot, line in
            let rank = try await world.find(Ticket.self, line[0].ticket).rank
            let offer = try #require(try await world.offer(slot))
            let later = (World.monday + 1).at(ClockTime(8, 0), in: .wib)
            if declines { try await world.decline(offer, at: later) } else { #expect(try await world.lapse(offer.id, at: later)) }
            let ticket = try await world.find(Ticket.self, line[0].ticket)
            #expect((ticket.phase, ticket.rank, ticket.booking) == (.waiting, rank, nil))
            #expect(try await world.find(Slot.self, slot).kept == 1)
            try await world.check()
            let next = try #require(try await world.offer(slot, at: later))
            #expect(next.ticket == line[1].ticket)
            try await world.decline(next, at: later)
            #expect(try await world.offer(slot, at: later) == nil)
            // Another place: the first in line is asked first again.
            try await world.plan(world.siak.giving(places: 2), days: 4...4, at: later)
            let other = try #require(try await world.offer(world.slot(world.siak, 10, day: 4), at: later))
            #expect(other.ticket == line[0].ticket)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `accepting twice, and ten times at once, gets one answer`(database: Databases) async throws {
        try await freed(database) { world, slot, line in
            let offer = try #require(try await world.offer(slot))
            let answers = try await together(10) { _ in try await world.accept(offer) }
            #expect(Set(answers).count == 1)
            #expect(try await world.accept(offer) == answers[0])
            #expect(await refusal { try await world.decline(offer) } == .alreadyConfirmed)
            let accepted = try await world.journal().count { if case .ticket(.accepted) = $0.event { true } else { false } }
            #expect(accepted == 1)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `an offer can be accepted until the last millisecond, and not at its end`(database: Databases) async throws {
        try await freed(database) { world, slot, line in
            let offer = try #require(try await world.offer(slot))
            let due = try #require(offer.due)
            #expect(await refusal { _ = try await world.accept(offer, at: due) } == .offerGone)
            #expect(await refusal { _ = try await world.accept(offer, secret: "another") } == .notFound)
            #expect(try await world.find(Ticket.self, line[0].ticket).phase == .offered)
            _ = try await world.accept(offer, at: Instant(milliseconds: due.milliseconds - 1))
            #expect(try await !world.lapse(offer.id, at: due))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `an offer that ran out cannot be accepted, and says so every time`(database: Databases) async throws {
        try await freed(database) { world, slot, line in
            let offer = try #require(try await world.offer(slot))
            try await world.tick(at: try #require(offer.due))
            for _ in 1...2 { #expect(await refusal { _ = try await world.accept(offer, at: World.morning) } == .offerGone) }
            try await world.decline(offer)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all) func `who gives up with an open offer frees it for the next`(database: Databases) async throws {
        try await freed(database) { world, slot, line in
            let offer = try #require(try await world.offer(slot))
            try await world.cancel(line[0].claim)
            #expect(await refusal { _ = try await world.accept(offer) } == .offerGone)
            #expect(try await world.offer(slot)?.ticket == line[1].ticket)
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `kept places stay with the list while someone suits, then return to everyone`(database: Databases) async throws {
        try await freed(database, waiting: 1) { world, slot, line in
            let quietEnds = World.morning + World.quiet
            #expect(try await world.tick(at: Instant(milliseconds: quietEnds.milliseconds - 1)) == 0)
            #expect(try await world.tick(at: quietEnds) == 1)
            #expect(try await world.find(Slot.self, slot).kept == 1)
            let offer = try #require(try await world.offer(slot, at: quietEnds))
            try await world.decline(offer, at: quietEnds)
            #expect(try await world.tick(at: quietEnds + World.quiet) == 1)
            let open = try await world.find(Slot.self, slot)
            #expect((open.kept, open.free) == (0, 1))
            try await world.check()
        }
    }

    @Test(arguments: Databases.all)
    func `nobody is woken, and nothing is offered once papers could not arrive`(database: Databases) async throws {
        try await freed(database) { world, slot, line in
            let lateEvening = (World.monday + 3).at(ClockTime(21, 0), in: .wib)
            #expect(try await world.offer(slot, at: lateEvening) == nil)
            let eve = (World.monday + 4).at(ClockTime(0, 0), in: .wib)
            #expect(try await world.offer(slot, at: eve) == nil)
            let lastEvening = (World.monday + 3).at(ClockTime(20, 59), in: .wib)
            #expect(try await world.offer(slot, at: lastEvening)?.due.map { $0 <= eve } == true)
            try await world.check()
        }
    }
}

@Suite struct LineOrderTests {
    @Test(arguments: Databases.all) func `the index of the line stands in the line's order`(database: Databases) async throws {
        try await database.open { store, _ in
            let columns = try await store.read { connection in
                database == .postgres
                    ? try connection.query(
                        """
                        SELECT a.attname FROM pg_index i JOIN pg_attribute a ON a.attrelid = i.indexrelid
                        WHERE i.indexrelid = 'wish_line'::regclass ORDER BY a.attnum
                        """, []
                    ).map { try $0.text(0) }
                    : try connection.query("SELECT name FROM pragma_index_info('wish_line') ORDER BY seqno", []).map { try $0.text(0) }
            }
            #expect(columns == ["branch"] + LineOrder.columns)
        }
    }

    @Test(arguments: Databases.all) func `the database and the rules order the line alike`(database: Databases) async throws {
        try await World.on(database, places: 1) { world in
            for person in 1...6 { _ = try await world.queue(person) }
            try await world.store.read { connection in
                let tickets = try connection.query("SELECT \(Ticket.table.columnList) FROM ticket", []).map(Ticket.init)
                let asked = try connection.query("SELECT ticket FROM wish ORDER BY \(LineOrder.sql())", []).map {
                    ID<Ticket>(try $0.int(0))
                }
                var told: [ID<Ticket>] = []
                for ticket in asked where told.last != ticket { told.append(ticket) }
                #expect(told == tickets.sorted(by: LineOrder.precedes).map(\.id))
                for (index, ticket) in tickets.sorted(by: LineOrder.precedes).enumerated() where ticket.wish == tickets[0].wish {
                    #expect(try WaitingList.ahead(of: ticket, connection) == index)
                }
            }
        }
    }
}
