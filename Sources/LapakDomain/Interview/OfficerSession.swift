/// An officer's live session with 1 to 6 seats (sesi One to Many): one per officer, however many windows they sign in with.
///
///     open ─▶ closing ─▶ closed
///
/// *closing* takes nobody new and closes when the last person is done.
package struct OfficerSession: Hashable, Codable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable { case open, closing, closed }
    package static let mostSeats = 6

    package let id: ID<OfficerSession>
    package let staff: ID<Staff>
    package let branch: ID<Branch>
    package private(set) var phase = Phase.open
    /// How many people at once, 1...6. Fewer than sit just now means that nobody new comes until some are done.
    package private(set) var seats: Int
    package let opened: Instant
    package private(set) var closed: Instant?
    /// The last sign of life from the officer's console.
    package private(set) var seen: Instant
    /// The interview that the officer attends to, since when, and how long it had waited then.
    package private(set) var focus: Focus?

    package struct Focus: Hashable, Codable, Sendable {
        package let interview: ID<Interview>
        package let since: Instant
        package let waited: Span
        package let phase: Interview.Phase
    }

    /// Opens a session. Refuses with `invalid` other numbers of seats than 1...6.
    package static func open(
        _ id: ID<OfficerSession>, staff: Staff, branch: Branch, seats: Int? = nil, at now: Instant
    ) throws(Refusal) -> (OfficerSession, Event) {
        let seats = seats ?? branch.ratio
        try check(seats)
        let session = OfficerSession(id: id, staff: staff.id, branch: branch.id, seats: seats, opened: now, seen: now)
        return (session, .session(.opened(session: id, staff: staff.id, branch: branch.id, seats: seats)))
    }

    package var isOpen: Bool { phase == .open }

    /// Another number of seats, by the manager or the officer; nobody who sits loses the seat.
    package mutating func change(seats: Int, by staff: ID<Staff>) throws(Refusal) -> Event? {
        guard phase != .closed else { throw .noSeat }
        try OfficerSession.check(seats)
        guard seats != self.seats else { return nil }
        self.seats = seats
        return .session(.seatsChanged(session: id, seats: seats, by: staff))
    }

    /// Takes nobody new; closes at once when nobody sits.
    package mutating func close(sitting: Int, at now: Instant) -> Event? {
        guard phase != .closed else { return nil }
        phase = sitting == 0 ? .closed : .closing
        if sitting == 0 { closed = now }
        return .session(.closing(session: id, sitting: sitting))
    }

    /// Goes on after all.
    package mutating func reopen() throws(Refusal) {
        guard phase != .closed else { throw .noSeat }
        phase = .open
    }

    package mutating func live(at now: Instant) { seen = max(seen, now) }

    /// Whether the officer's console was not heard of for so long that others must know.
    package func isAway(_ policy: Policy, at now: Instant) -> Bool { phase != .closed && now - seen >= policy.interviews.awayAfter }
    package func isAbandoned(_ policy: Policy, at now: Instant) -> Bool {
        phase != .closed && now - seen >= policy.interviews.abandonedAfter
    }

    /// The officer turns to a seat, or away from all. Answers the touch that ended, if there was one.
    package mutating func attend(_ interview: Interview?, touch id: ID<Touch>, at now: Instant) -> Touch? {
        guard focus?.interview != interview?.id else { return nil }
        let ended = focus.map { Touch(id: id, session: self, focus: $0, ended: now) }
        focus = interview.map {
            Focus(interview: $0.id, since: now, waited: $0.needed.map { max(.zero, now - $0) } ?? .zero, phase: $0.phase)
        }
        seen = max(seen, now)
        return ended
    }

    private static func check(_ seats: Int) throws(Refusal) {
        guard (1...mostSeats).contains(seats) else {
            throw .invalid(field: "kursi", Words("Pilih 1 sampai \(mostSeats) kursi.", "Choose 1 to \(mostSeats) seats."))
        }
    }
}

/// One stretch of an officer's attention at one seat: what the measured factor is made of.
package struct Touch: Hashable, Sendable {
    package let id: ID<Touch>
    package let session: ID<OfficerSession>
    package let staff: ID<Staff>
    package let branch: ID<Branch>
    package let interview: ID<Interview>
    /// What the seat needed when the officer came.
    package let phase: Interview.Phase
    /// How long the person had waited for the officer.
    package let waited: Span
    package let begun: Instant
    package let ended: Instant

    package init(
        id: ID<Touch>, session: ID<OfficerSession>, staff: ID<Staff>, branch: ID<Branch>, interview: ID<Interview>, phase: Interview.Phase,
        waited: Span, begun: Instant, ended: Instant
    ) {
        self.id = id
        self.session = session
        self.staff = staff
        self.branch = branch
        self.interview = interview
        self.phase = phase
        self.waited = waited
        self.begun = begun
        self.ended = ended
    }

    init(id: ID<Touch>, session: OfficerSession, focus: OfficerSession.Focus, ended: Instant) {
        self.init(
            id: id, session: session.id, staff: session.staff, branch: session.branch, interview: focus.interview, phase: focus.phase,
            waited: focus.waited, begun: focus.since, ended: ended)
    }

    package var lasted: Span { max(.zero, ended - begun) }
}
