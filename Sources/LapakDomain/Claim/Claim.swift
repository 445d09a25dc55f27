/// A member's request to withdraw JHT savings.
///
///     waiting ─▶ booked ─(papers)─▶ ready ─(interview)─▶ approved ─▶ (payment: a later room of this application)
///      │ ▲        │  ▲               │ │ ├─▶ rejected
///      │ ├────────╯  ╰──(moved)──────╯ │ ╰─▶ inPerson
///      │ │(no papers at the deadline)  │
///      │ ╰──(returned, or missed)──────┤
///      ╰──────────┴─────▶ cancelled ◀──╯
///
/// *waiting* (in line for a place) can become booked or cancelled. *booked* becomes ready once every required paper is
/// accepted, or when the papers' deadline passes and all of them are there; it goes back to waiting when the deadline
/// passes without them: the place is the line's, the rank stays the member's. *ready* never loses its place over papers:
/// one that is returned later is settled in the interview. *booked* and *ready* can be moved to another time, which
/// gives *booked* with a new deadline, or cancelled. The interview ends *ready*: approved, rejected, inPerson (the member comes to
/// the branch), or waiting again with the rank kept when something is missing or the call was missed. One live claim per
/// member: the database holds it too.
package struct Claim: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case waiting, booked, ready, cancelled, approved, rejected, inPerson = "in_person"
        package var isLive: Bool { self != .cancelled && self != .rejected }
        /// The member may still give up or be given another time.
        package var isOpen: Bool { self == .waiting || self == .booked || self == .ready }
        /// The claim has its appointment.
        package var hasPlace: Bool { self == .booked || self == .ready }
    }

    package let id: ID<Claim>
    package let number: ClaimNumber
    package let member: ID<Member>
    package let reason: ClaimReason
    package let rules: RuleVersion
    package internal(set) var phase: Phase
    package let name: String
    package let nik: NIK
    /// How the person can be reached, and what of it they have proven.
    package internal(set) var contacts: Contacts
    package private(set) var language: Language
    package internal(set) var booking: ID<Booking>?
    package internal(set) var slot: ID<Slot>? { didSet { if slot != oldValue { revision += 1 } } }
    package internal(set) var ticket: ID<Ticket>?
    /// The first day on which the reason allows the claim; appointments lie on it or later.
    package let earliest: Day?
    /// How often the member changed the appointment.
    package private(set) var changes: Int
    /// How often the appointment was made, changed or lost, whatever the cause: what people's calendars know it by (`sequence`).
    package internal(set) var revision: Int
    package let filed: Instant
    /// When the next reminder is due.
    package internal(set) var remindAt: Instant?
    /// Papers must be complete before this moment; nil while there is no appointment.
    package internal(set) var papersDue: Instant?
    /// What the checklist depends on, as it was when the claim was filed.
    package let facts: Dossier.Facts
    /// What the officer decided last, and when; stays while a returned claim waits for its next interview.
    package internal(set) var decision: Decision?
    package internal(set) var decided: Instant?
    /// The last day on which an approved claim is paid.
    package internal(set) var payBy: Day?
    /// Interviews that the member missed.
    package internal(set) var misses: Int
    /// Interviews that they were there for in time, and could not be reached when called.
    package internal(set) var unreached: Int

    package init(
        id: ID<Claim>, number: ClaimNumber, member: ID<Member>, reason: ClaimReason, rules: RuleVersion, phase: Phase, name: String,
        nik: NIK,
        email: EmailAddress?, phone: PhoneNumber, language: Language, booking: ID<Booking>? = nil, slot: ID<Slot>? = nil,
        ticket: ID<Ticket>? = nil, earliest: Day? = nil, changes: Int = 0, revision: Int = 0, filed: Instant, remindAt: Instant? = nil,
        papersDue: Instant? = nil, facts: Dossier.Facts? = nil, decision: Decision? = nil, decided: Instant? = nil, payBy: Day? = nil,
        misses: Int = 0, unreached: Int = 0, mail: Contacts.Standing = Contacts.Standing(),
        mobile: Contacts.Standing = Contacts.Standing()
    ) {
        self.id = id
        self.number = number
        self.member = member
        self.reason = reason
        self.rules = rules
        self.phase = phase
        self.name = name
        self.nik = nik
        contacts = Contacts(email: email, phone: phone, mail: mail, mobile: mobile)
        self.language = language
        self.booking = booking
        self.slot = slot
        self.ticket = ticket
        self.earliest = earliest
        self.changes = changes
        self.revision = revision
        self.filed = filed
        self.remindAt = remindAt
        self.papersDue = papersDue
        self.decision = decision
        self.decided = decided
        self.payBy = payBy
        self.misses = misses
        self.unreached = unreached
        self.facts = facts ?? Dossier.Facts(reason: reason, rules: rules, balance: Rupiah(0), partialBefore: false)
    }
}

extension Claim {
    /// Nil for somebody who came to a branch and has none.
    package var email: EmailAddress? { contacts.email }
    package var phone: PhoneNumber { contacts.phone }

    /// Its person's name as their own pages say it: `Siti A.`.
    package var shortName: String { PersonName(name)?.short ?? name }
    /// The same where somebody else may look: `S*** A******`.
    package var maskedName: String { PersonName(name)?.masked ?? "" }

    /// Whether these are the last four digits of the person's phone number: what they know and a hall display does not show.
    /// Anything but four digits is not.
    package func isAnswered(by digits: String) -> Bool { digits.utf8.count == 4 && phone.value.hasSuffix(digits) }

    /// The claim has its appointment: the first one, or one that the waiting list brought.
    package mutating func book(_ booking: Booking, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase == .waiting else { throw .wrongPhase(phase) }
        if let earliest, zone.day(of: booking.start) < earliest { throw .tooEarly(earliest) }
        take(booking, zone: zone, policy: policy, at: now)
        return .claim(.booked(claim: id, booking: booking.id, slot: booking.slot))
    }

    /// Another time or branch, with its own deadline; papers that were sent stay. At most as often as the policy says,
    /// not after the appointment began, and not once the papers' deadline has passed without them.
    /// A number for today at a branch takes the place of an appointment in the same way.
    package mutating func move(to booking: Booking, from slot: Slot, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        if let refusal = refusesMove(from: slot, policy: policy, at: now) { throw refusal }
        guard let old = self.booking else { throw .wrongPhase(phase) }
        if let earliest, zone.day(of: booking.start) < earliest { throw .tooEarly(earliest) }
        changes += 1
        take(booking, zone: zone, policy: policy, at: now)
        return .claim(.moved(claim: id, from: old, to: booking.id, slot: booking.slot, freed: slot.id))
    }

    /// Why the appointment in `slot` cannot be changed now, whatever the new one; nil when it can. Pages ask before they show a button.
    package func refusesMove(from slot: Slot, policy: Policy, at now: Instant) -> Refusal? {
        if !phase.hasPlace || booking == nil { return .wrongPhase(phase) }
        if changes >= policy.changes { return .noChangesLeft(policy.changes) }
        if now >= slot.start { return .slotPassed }
        if phase == .booked, let papersDue, now >= papersDue { return .papersLate }
        return nil
    }

    /// The number of this state of the appointment in calendar files (RFC 5545, 3.8.7.4): 0 for the first, higher for each further.
    package var sequence: Int { max(0, revision - 1) }

    /// Stands in line.
    package mutating func queue(_ ticket: Ticket) -> Event {
        self.ticket = ticket.id
        return .ticket(.queued(claim: id, ticket: ticket.id))
    }

    /// The member gives up. A cancelled claim stays on record; a new one may be filed.
    package mutating func cancel(at now: Instant) throws(Refusal) -> Event {
        guard phase.isOpen else { throw .wrongPhase(phase) }
        phase = .cancelled
        revision += 1
        remindAt = nil
        papersDue = nil
        return .claim(.cancelled(claim: id, slot: slot, ticket: ticket))
    }

    private mutating func take(_ booking: Booking, zone: Zone, policy: Policy, at now: Instant) {
        phase = .booked
        self.booking = booking.id
        slot = booking.slot
        (papersDue, remindAt) = (nil, nil)
        guard Slot.channel(of: booking.slot) == .online else { return }
        papersDue = Deadline(start: booking.start, zone: zone, policy: policy.files).due
        remindAt = ReminderSchedule(start: booking.start, zone: zone, policy: policy).next(after: now)?.moment
    }
}
