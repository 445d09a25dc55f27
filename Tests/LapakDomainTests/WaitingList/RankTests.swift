import LapakDomain
import Testing

@Suite struct RankTests {
    private func order(_ tickets: [Ticket]) -> [ID<Ticket>] {
        tickets.sorted(by: LineOrder.precedes).map(\.id)
    }

    private func join(_ id: Int64, at now: Instant, line: Int = 0) throws -> Ticket {
        try Ticket.join(ID(id), claim: ID(id), member: ID(id), wish: Wish(), line: line, policy: Policy(), at: now)
    }

    @Test func `who came from the line goes back to the same ticket and rank`() throws {
        let papers = Papers()
        let served = Papers.ticket(.served)
        let back = try Ticket.back(ID(99), for: papers.claim, former: served, wish: Wish(branches: [ID(3)]))
        #expect(
            (back.id, back.cohort, back.rank, back.drawn, back.wish) == (served.id, served.cohort, served.rank, served.drawn, served.wish))
        #expect((back.phase, back.booking) == (.waiting, nil))
    }

    @Test func `who took a free place stands where they would if they had joined when they filed`() throws {
        let papers = Papers()
        let wish = Wish(branches: [ID(3)])
        let back = try Ticket.back(ID(50), for: papers.claim, former: nil, wish: wish)
        #expect((back.claim, back.member, back.phase, back.drawn, back.wish) == (ID(13), ID(1), .waiting, true, wish))
        let earlier = try join(60, at: Papers.thursday - .seconds(1))
        let later = try join(40, at: Papers.thursday + .seconds(1))
        let yesterday = try join(70, at: Papers.thursday - .days(1))
        #expect(order([back, later, earlier, yesterday]) == [ID(70), ID(60), ID(50), ID(40)])
    }

    @Test func `and before those whom that day's draw placed`() throws {
        let back = try Ticket.back(ID(50), for: Papers().claim, former: nil, wish: Wish())
        var drawn = try join(10, at: Papers.thursday - .hours(1), line: 200)
        drawn.place(1, dayEnds: (Papers.monday - 3).at(ClockTime(0, 0), in: .wib))
        #expect(order([drawn, back]) == [ID(50), ID(10)])
    }

    @Test(arguments: [Ticket.Phase.waiting, .offered, .withdrawn])
    func `only a ticket that was served comes back`(phase: Ticket.Phase) {
        #expect(refused { _ = try Ticket.back(ID(1), for: Papers().claim, former: Papers.ticket(phase), wish: Wish()) } == .notWaiting)
        #expect(
            refused { _ = try Ticket.back(ID(1), for: Papers().claim, former: Papers.ticket(.served, claim: 99), wish: Wish()) }
                == .notWaiting)
    }

    @Test func `a place that came back at the deadline is for those whose papers are complete`() throws {
        let papers = Papers()
        func offer(_ prepared: Bool, at now: Instant) throws -> Booking {
            var (slot, ticket) = (papers.slot, Papers.ticket())
            slot.keep(1, until: now + .hours(1))
            return try Booking.offer(
                ID(1), in: &slot, to: &ticket, prepared: prepared, secret: "", zone: .wib, policy: papers.policy, at: now
            ).0
        }
        #expect(refused { _ = try offer(false, at: Papers.before(papers.due)) } == nil)
        #expect(refused { _ = try offer(false, at: papers.due) } == .slotPassed)
        #expect(try offer(true, at: papers.due + .hours(7)).due == papers.latest)
        #expect(refused { _ = try offer(true, at: papers.latest) } == .slotPassed)
    }
}
