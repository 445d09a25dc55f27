/// One person's place in a slot, from the first touch to the interview: always the same row.
///
///     held ────▶ confirmed ─▶ checkedIn ─▶ done
///      │ ╲          │  │          ╰──────▶ missed
///      │  ╰─(time)─▶│  ╰─▶ missed
///      ╰──────────▶ released ◀── offered ──▶ confirmed
///
/// *held* can become confirmed or released; *offered* (to someone on the waiting list) can become confirmed or
/// released; *confirmed* can become checkedIn, missed or released; *checkedIn* can become done, missed, or unreached: whoever was
/// there in time and did not answer when called.
package struct Booking: Hashable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case held, offered, confirmed, checkedIn, done, missed, unreached, released

        /// A place is taken in these phases.
        package static let live: [Phase] = [.held, .offered, .confirmed, .checkedIn]
    }

    package let id: ID<Booking>
    package let slot: ID<Slot>
    package let branch: ID<Branch>
    package let start: Instant
    package internal(set) var phase: Phase
    /// Whether the person behind it has proven their contact, and the registry knows them.
    package private(set) var proven: Bool
    package private(set) var registration: ID<Registration>?
    package private(set) var claim: ID<Claim>?
    package private(set) var ticket: ID<Ticket>?
    /// The hash of the secret in an offer's link; nil for everything else.
    package private(set) var secret: String?
    package let since: Instant
    /// When a hold or an offer runs out; nil in the other phases.
    package private(set) var due: Instant?
    /// The person said no to the offer, or took another place instead; false when it only ran out.
    package private(set) var declined: Bool
    /// For whom the place is held; nil in the other phases, and while nothing is proven.
    package private(set) var holder: Holder?

    package init(
        id: ID<Booking>, slot: ID<Slot>, branch: ID<Branch>, start: Instant, phase: Phase, proven: Bool,
        registration: ID<Registration>? = nil, claim: ID<Claim>? = nil, ticket: ID<Ticket>? = nil, secret: String? = nil,
        since: Instant, due: Instant?, declined: Bool = false, holder: Holder? = nil
    ) {
        self.id = id
        self.slot = slot
        self.branch = branch
        self.start = start
        self.phase = phase
        self.proven = proven
        self.registration = registration
        self.claim = claim
        self.ticket = ticket
        self.secret = secret
        self.since = since
        self.due = due
        self.declined = declined
        self.holder = holder
    }
}

extension Booking {
    /// Holds a place in `slot` while someone fills in the form: for long only once the registry knows them.
    package static func hold(
        _ id: ID<Booking>, in slot: inout Slot, for registration: Registration, turn: Turn, zone: Zone, policy: Policy, at now: Instant
    ) throws(Refusal) -> (Booking, Event) {
        let proven = registration.isMatched
        try slot.take(proven: proven, turn: turn, zone: zone, policy: policy, at: now)
        let booking = Booking(
            id: id, slot: slot.id, branch: slot.branch, start: slot.start, phase: .held, proven: proven,
            registration: registration.id, since: now, due: now + (proven ? policy.holdProven : policy.holdUnproven),
            holder: registration.holder)
        return (booking, .registration(.held(booking: id, slot: slot.id, proven: proven)))
    }

    /// Books a free place at once, for someone whose contact is proven.
    package static func confirm(
        _ id: ID<Booking>, in slot: inout Slot, for claim: ID<Claim>, turn: Turn, zone: Zone, policy: Policy, at now: Instant
    ) throws(Refusal) -> Booking {
        try slot.take(proven: true, turn: turn, zone: zone, policy: policy, at: now)
        return Booking(
            id: id, slot: slot.id, branch: slot.branch, start: slot.start, phase: .confirmed, proven: true, claim: claim,
            since: now, due: nil)
    }

    /// Offers a place to the person at the head of the line, for them alone. Whose papers are complete (`prepared`)
    /// can use a place that was given back after the papers' deadline.
    package static func offer(
        _ id: ID<Booking>, in slot: inout Slot, to ticket: inout Ticket, prepared: Bool = false, secret: String, zone: Zone, policy: Policy,
        at now: Instant
    ) throws(Refusal) -> (Booking, Event) {
        try slot.offer(prepared: prepared, zone: zone, policy: policy, at: now)
        try ticket.offer(id)
        let last = slot.offeredUntil(prepared: prepared, in: zone, policy: policy)
        let until = policy.offers.deadline(for: slot.start, in: zone, last: last, at: now)
        let booking = Booking(
            id: id, slot: slot.id, branch: slot.branch, start: slot.start, phase: .offered, proven: true, claim: ticket.claim,
            ticket: ticket.id, secret: secret, since: now, due: until)
        return (booking, .ticket(.offered(ticket: ticket.id, claim: ticket.claim, booking: id, slot: slot.id, until: until)))
    }

    /// A sign of life: the hold starts its minutes anew, up to the longest the policy allows. A hold that has
    /// run out stays run out.
    package mutating func extend(policy: Policy, at now: Instant) throws(Refusal) {
        guard phase == .held else { throw .holdGone }
        guard let due, now < due else { throw .holdGone }
        let (each, most) = proven ? (policy.holdProven, policy.holdProvenAtMost) : (policy.holdUnproven, policy.holdUnprovenAtMost)
        self.due = max(due, min(now + each, since + most))
    }

    /// Says for whom the place is held. A hold that has run out stays nobody's.
    package mutating func name(_ holder: Holder, at now: Instant) throws(Refusal) {
        guard phase == .held, let due, now < due else { throw .holdGone }
        self.holder = holder
    }

    /// The registry knows the person: the hold is a real one now, with its full minutes.
    package mutating func prove(in slot: inout Slot, policy: Policy, at now: Instant) throws(Refusal) -> Event? {
        guard phase == .held, let due, now < due else { throw .holdGone }
        guard !proven else { return nil }
        proven = true
        slot.prove()
        self.due = now + policy.holdProven
        return .registration(.holdProven(booking: id))
    }

    /// The hold or offer becomes the claim's appointment. Refuses once its time has run out.
    package mutating func confirm(for claim: ID<Claim>, at now: Instant) throws(Refusal) {
        guard phase == .held || phase == .offered else { throw phase == .released ? .holdGone : .alreadyConfirmed }
        guard proven else { throw .proofFirst }
        guard let due, now < due else { throw phase == .offered ? .offerGone : .holdGone }
        phase = .confirmed
        self.claim = claim
        self.due = nil
        holder = nil
    }

    /// The clock passed the end of a hold or an offer. The place goes back to the slot.
    package mutating func lapse(in slot: inout Slot, line: Int, quiet: Span, at now: Instant) throws(Refusal) -> Event {
        guard phase == .held || phase == .offered, let due else { throw .holdGone }
        guard now >= due else { throw .notYet(due) }
        let event: Event =
            phase == .held
            ? .registration(.holdLapsed(booking: id, slot: self.slot))
            : .ticket(.lapsed(ticket: ticket ?? ID(0), claim: claim ?? ID(0), booking: id, slot: self.slot))
        release(in: &slot, line: line, quiet: quiet, at: now)
        return event
    }

    /// The person does not want the offered place: it goes back to the slot.
    package mutating func decline(in slot: inout Slot, line: Int, quiet: Span, at now: Instant) throws(Refusal) {
        guard phase == .offered else { throw .offerGone }
        declined = true
        release(in: &slot, line: line, quiet: quiet, at: now)
    }

    /// Gives the place back, whatever it was. Nothing happens to one that was given back before.
    package mutating func release(in slot: inout Slot, line: Int, quiet: Span, at now: Instant) {
        guard Phase.live.contains(phase) else { return }
        slot.release(proven: proven, line: line, quiet: quiet, at: now)
        phase = .released
        due = nil
        holder = nil
    }
}
