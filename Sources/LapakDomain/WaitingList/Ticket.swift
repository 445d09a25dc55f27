/// A member's place in the waiting list (daftar tunggu): numbered, visible, not transferable.
///
///     waiting ⇄ offered ─▶ served ─(papers missed)─▶ waiting
///        ╰─────────┴─────▶ withdrawn
///
/// A silent or declining person goes back to *waiting* with the same rank, and so does one whose papers were not there
/// at the deadline. The order of the line is `LineOrder`.
package struct Ticket: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable { case waiting, offered, served, withdrawn }

    package let id: ID<Ticket>
    package let claim: ID<Claim>
    package let member: ID<Member>
    package private(set) var phase: Phase
    /// The day of joining, at the nation's first clock (WIB).
    package let cohort: Day
    /// Milliseconds of joining, or the drawn place; smaller is earlier.
    package private(set) var rank: Int64
    /// False while the order inside the cohort still waits for its draw.
    package private(set) var drawn: Bool
    package private(set) var wish: Wish
    package let joined: Instant
    /// The offer that is open now.
    package private(set) var booking: ID<Booking>?

    package init(
        id: ID<Ticket>, claim: ID<Claim>, member: ID<Member>, phase: Phase = .waiting, cohort: Day, rank: Int64, drawn: Bool, wish: Wish,
        joined: Instant, booking: ID<Booking>? = nil
    ) {
        self.id = id
        self.claim = claim
        self.member = member
        self.phase = phase
        self.cohort = cohort
        self.rank = rank
        self.drawn = drawn
        self.wish = wish
        self.joined = joined
        self.booking = booking
    }
}

/// What a waiting person asked for, once: branches, days, times.
package struct Wish: Hashable, Codable, Sendable {
    /// Up to five branches; empty means any officer online, wherever.
    package var branches: [ID<Branch>]
    /// Empty means every working day.
    package var days: Set<Weekday>
    /// Empty means any time.
    package var times: Set<DayPart>
    /// The first day that suits: the eligibility's first date, or the person's own.
    package var earliest: Day?

    package init(branches: [ID<Branch>] = [], days: Set<Weekday> = [], times: Set<DayPart> = [], earliest: Day? = nil) {
        self.branches = branches
        self.days = days
        self.times = times
        self.earliest = earliest
    }

    package var anywhere: Bool { branches.isEmpty }

    /// Whether this slot would suit. A place at a branch today suits only whoever named the branch: "anywhere" means online.
    package func suits(_ slot: Slot, in zone: Zone) -> Bool {
        let day = zone.day(of: slot.start)
        let place = branches.contains(slot.branch) || (anywhere && slot.channel == .online)
        return place && (days.isEmpty || days.contains(day.weekday))
            && (times.isEmpty || times.contains(DayPart(zone.time(of: slot.start)))) && day >= (earliest ?? day)
    }
}

/// Morning until noon, or afternoon.
package enum DayPart: String, Hashable, Codable, Sendable, CaseIterable {
    case pagi, siang
    package init(_ time: ClockTime) { self = time < ClockTime(12, 0) ? .pagi : .siang }
}

extension Ticket {
    /// Joins the line. Where many wait, the day's draw decides the order inside the day; else the moment does.
    package static func join(
        _ id: ID<Ticket>, claim: ID<Claim>, member: ID<Member>, wish: Wish, line: Int, policy: Policy, at now: Instant
    ) throws(Refusal) -> Ticket {
        guard wish.branches.count <= policy.wishes else { throw .tooManyWishes(policy.wishes) }
        let drawing = line >= policy.drawFrom
        return Ticket(
            id: id, claim: claim, member: member, cohort: Zone.wib.day(of: now), rank: drawing ? Int64.max : now.milliseconds,
            drawn: !drawing, wish: wish, joined: now)
    }

    /// Back in line, because the papers of `claim` were not complete at the deadline. `former` is the ticket that brought
    /// the place, if one did: it goes on with its rank and wish. Whoever took a free place themselves gets a new ticket
    /// (`id`, `wish`) that stands where it would if they had joined when they filed: in that day's cohort by the moment of
    /// filing, before those whom the day's draw placed.
    package static func back(_ id: ID<Ticket>, for claim: Claim, former: Ticket?, wish: Wish) throws(Refusal) -> Ticket {
        guard var ticket = former else {
            return Ticket(
                id: id, claim: claim.id, member: claim.member, cohort: Zone.wib.day(of: claim.filed), rank: claim.filed.milliseconds,
                drawn: true, wish: wish, joined: claim.filed)
        }
        guard ticket.claim == claim.id, ticket.phase == .served else { throw .notWaiting }
        ticket.phase = .waiting
        ticket.booking = nil
        return ticket
    }

    /// The draw gave this place inside the cohort, counted from 1. Those who joined before the draw mode began
    /// that day keep their place before all drawn ones, by the moment of joining.
    package mutating func place(_ place: Int, dayEnds: Instant) {
        rank = dayEnds.milliseconds + Int64(place)
        drawn = true
    }

    /// The day's draw was held while the person joined: behind everyone who was drawn.
    package mutating func follow(_ draw: Draw) {
        if !drawn, draw.drawnAt != nil { place(draw.tickets + 1, dayEnds: draw.closes) }
    }

    /// A place is offered to this person alone.
    package mutating func offer(_ booking: ID<Booking>) throws(Refusal) {
        guard phase == .waiting, drawn else { throw .notWaiting }
        phase = .offered
        self.booking = booking
    }

    /// The person took it: the wait is over.
    package mutating func accept(_ booking: ID<Booking>) throws(Refusal) {
        guard phase == .offered, self.booking == booking else { throw .offerGone }
        phase = .served
    }

    /// Silent or declined: back to the same place in the line.
    package mutating func keepPlace(after booking: ID<Booking>) throws(Refusal) {
        guard phase == .offered, self.booking == booking else { throw .offerGone }
        phase = .waiting
        self.booking = nil
    }

    /// The person took another place themselves, while waiting.
    package mutating func serve() { if phase == .waiting { phase = .served } }

    /// The claim was cancelled.
    package mutating func withdraw() throws(Refusal) {
        guard phase == .waiting || phase == .offered else { throw .notWaiting }
        phase = .withdrawn
        booking = nil
    }

    /// Whether the ticket still stands in the line.
    package var isLive: Bool { phase == .waiting || phase == .offered }
}
