/// How a claim comes in; all channels end in the same claim.
package enum Channel: String, Hashable, Codable, Sendable, CaseIterable {
    case online, onsite

    /// The last bit of a slot's identity, so that the channel is known without the slot.
    package var parity: Int64 { self == .online ? 0 : 1 }
}

/// A branch, a date, a window of time and so many places: what people take a place in (jadwal).
///
/// Every place is in exactly one of three states: *taken* (held, offered or booked), *kept* for the waiting list,
/// or *free* for everyone. `taken + kept <= capacity` always; the database checks it too.
package struct Slot: Hashable, Sendable {
    package let id: ID<Slot>
    package let branch: ID<Branch>
    package let channel: Channel
    package let start: Instant
    /// Changes with the plan only while nobody is in it.
    package private(set) var minutes: Int
    /// What the branch's hours and officers give. May fall below `taken` when staff is cut.
    package private(set) var planned: Int
    /// `planned`, or what is already taken where that is more: live bookings are never lost.
    package private(set) var capacity: Int
    package private(set) var taken: Int
    /// Of the taken places, those held by people who have not yet proven their contact.
    package private(set) var unproven: Int
    package private(set) var kept: Int
    /// When kept places that nobody on the list wants return to everyone; nil while nothing is kept.
    package private(set) var keptUntil: Instant?

    package init(
        id: ID<Slot>, branch: ID<Branch>, channel: Channel, start: Instant, minutes: Int, planned: Int, capacity: Int? = nil,
        taken: Int = 0, unproven: Int = 0, kept: Int = 0, keptUntil: Instant? = nil
    ) {
        self.id = id
        self.branch = branch
        self.channel = channel
        self.start = start
        self.minutes = minutes
        self.planned = planned
        self.capacity = capacity ?? max(planned, taken)
        self.taken = taken
        self.unproven = unproven
        self.kept = kept
        self.keptUntil = keptUntil
    }

    /// The identity follows from the place and time, so that generating a day twice makes nothing twice.
    package static func identity(branch: ID<Branch>, channel: Channel, start: Instant) -> ID<Slot> {
        ID((branch.rawValue << 33) | ((start.seconds / 60) << 1) | channel.parity)
    }

    /// The channel that stands in a slot's identity.
    package static func channel(of id: ID<Slot>) -> Channel { id.rawValue & 1 == Channel.online.parity ? .online : .onsite }

    /// The branch that stands in a slot's identity.
    package static func branch(of id: ID<Slot>) -> ID<Branch> { ID(id.rawValue >> 33) }

    package var end: Instant { start + .minutes(minutes) }

    /// Places that anyone may take now.
    package var free: Int { capacity - taken - kept }

    /// Papers are due before this moment, unless an outage moved the deadline.
    package func papersDue(in zone: Zone) -> Instant { Deadline.due(start: start, zone: zone) }

    /// Until when a place can be taken, chosen or filed: until papers are due; at a branch, until its window ends.
    package func takenBefore(in zone: Zone) -> Instant { channel == .online ? papersDue(in: zone) : end }

    /// Whether somebody could still use a place that they take or file now. Refuses with `slotPassed` otherwise.
    package func open(in zone: Zone, at now: Instant) throws(Refusal) { guard now < takenBefore(in: zone) else { throw .slotPassed } }

    /// Until when a kept place can be offered: until papers are due; to someone whose papers are complete already
    /// (`prepared`), until shortly before the appointment.
    package func offeredUntil(prepared: Bool, in zone: Zone, policy: Policy) -> Instant {
        let deadline = Deadline(start: start, zone: zone, policy: policy.files)
        return prepared ? deadline.latest : deadline.due
    }

    /// Places that unproven holds may take together: a third, rounded down, so that a hold is no weapon.
    package func unprovenAtMost(_ policy: Policy) -> Int { capacity / policy.unprovenShare }
}

extension Slot {
    /// Takes one free place for someone whose `turn` it is: while anyone waits for the branch only a person with a proven contact
    /// may take what is still free, and while the place suits somebody who goes before nobody else may. Refuses when nothing is
    /// free, when the papers could no longer arrive in time, or when unproven holds already take their third.
    package mutating func take(proven: Bool, turn: Turn, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) {
        try open(in: zone, at: now)
        guard free > 0 else { throw .slotFull }
        if !proven {
            guard turn.waiting == 0, unproven < unprovenAtMost(policy) else { throw .proofFirst }
        }
        try turn.grant()
        if !proven { unproven += 1 }
        taken += 1
    }

    /// A promise that was made without asking the database, by a tablet without a network: the place is made if there is none.
    package mutating func squeeze() {
        if free <= 0 { capacity += 1 }
        taken += 1
    }

    /// An unproven hold became a proven one.
    package mutating func prove() {
        precondition(unproven > 0)
        unproven -= 1
    }

    /// Gives one taken place back. Where someone waits for this branch, or the place was really someone's, it is kept
    /// for the list until `quiet` has passed; a mere unproven look goes straight back to everyone, or looking
    /// would be a way to hide places.
    package mutating func release(proven: Bool, line: Int, quiet: Span, at now: Instant) {
        precondition(taken > 0)
        taken -= 1
        if !proven { unproven -= 1 }
        let room = max(planned, taken)
        let gained = capacity == room
        capacity = room
        if gained, channel == .online, proven || line > 0 { keep(1, until: now + quiet) }
    }

    /// Turns one kept place, or else a free one, into a taken one for the person at the head of the line.
    package mutating func offer(prepared: Bool = false, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) {
        guard now < offeredUntil(prepared: prepared, in: zone, policy: policy) else { throw .slotPassed }
        guard kept + free > 0 else { throw .slotFull }
        kept = max(0, kept - 1)
        taken += 1
        if kept == 0 { keptUntil = nil }
    }

    /// Hours or officers changed. Nobody loses a place: what is taken stays, and new room goes to the list first
    /// while anyone waits. An empty window takes the plan's length. Returns how many places were gained.
    package mutating func replan(to places: Int, minutes: Int? = nil, line: Int, quiet: Span, at now: Instant) -> Int {
        let before = capacity
        if let minutes, taken == 0 { self.minutes = minutes }
        planned = places
        capacity = max(places, taken)
        kept = min(kept, capacity - taken)
        if kept == 0 { keptUntil = nil }
        let gained = max(0, capacity - before)
        if gained > 0, line > 0 { keep(gained, until: now + quiet) }
        return gained
    }

    /// Nobody on the list wanted them: kept places return to everyone. Refuses before `keptUntil`.
    package mutating func reopen(at now: Instant) throws(Refusal) -> Int {
        guard let keptUntil, now >= keptUntil else { throw .notYet(self.keptUntil ?? now) }
        defer { kept = 0; self.keptUntil = nil }
        return kept
    }

    /// Someone may still want them: kept places stay with the list for another while.
    package mutating func keepOn(until: Instant) { if kept > 0 { keptUntil = until } }

    /// Moves places that are free into the list's keeping.
    package mutating func keep(_ places: Int, until: Instant) {
        kept = min(kept + places, capacity - taken)
        keptUntil = kept > 0 ? max(keptUntil ?? until, until) : nil
    }
}
