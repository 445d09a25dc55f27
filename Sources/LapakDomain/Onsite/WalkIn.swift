/// One person's visit to a branch today, known by its number (nomor antrean): from taking the number to leaving.
///
///     expected ─(comes)─▶ incomplete ⇄ waiting ─(told to come in)─▶ inside ─▶ done
///        │                    │           ▲                           │ ├──▶ waiting (set back after two calls)
///        │                    │           ╰────────(returns)── missed ◀─╯
///        ╰────────────────────┴───────────┴──────▶ left (gave up, or the day is over) ◀── missed
///
/// *expected* took the number from home. *incomplete* lacks papers and may bring them today. *waiting* is complete and may wait
/// anywhere. *inside* counts against the room's limit from the moment of being told, because the person may come through the door
/// at once; their interview says the rest. *missed* did not follow the last call and may return today. The place in the line is
/// `order`, then the number.
package struct WalkIn: Hashable, Codable, Sendable {
    package enum Phase: String, Hashable, Codable, Sendable, CaseIterable {
        case expected, incomplete, waiting, inside, missed, done, left
        /// Still has a place today.
        package var isLive: Bool { self != .done && self != .left }
    }

    /// The person is at the branch: not on the way, and not gone.
    package var hasCome: Bool { phase == .incomplete || phase == .waiting || phase == .inside }

    /// Where the number was taken.
    package enum Origin: String, Hashable, Codable, Sendable, CaseIterable { case home, yard }

    /// Why a place was made beyond the day's quota.
    package enum Made: String, Hashable, Codable, Sendable, CaseIterable {
        /// The number was given from a tablet's reserved block.
        case promise
        /// The number was given before, and the data that had to be mended match now.
        case number
    }

    /// A change of order that waits for the second person.
    package struct Asked: Hashable, Codable, Sendable {
        package let order: Instant
        package let reason: String
        package let by: ID<Staff>
    }

    /// A change of order that two people agreed on.
    package struct Move: Hashable, Codable, Sendable {
        package let from: Instant
        package let to: Instant
        package let reason: String
        package let by: ID<Staff>
        package let second: ID<Staff>
        package let at: Instant
    }

    package let id: ID<WalkIn>
    package let branch: ID<Branch>
    package let day: Day
    package let number: QueueNumber
    package let origin: Origin
    package let taken: Instant
    package internal(set) var phase: Phase
    package internal(set) var since: Instant
    /// Nil for someone whose data could not be matched yet: the number is theirs, the yard mends the data.
    package internal(set) var claim: ID<Claim>?
    /// The place in today's quota.
    package internal(set) var booking: ID<Booking>?
    /// Arrive-by time: the beginning of the window that the place is in.
    package internal(set) var start: Instant
    package internal(set) var priority: Priority?
    /// The place in the line; hardly ever two have the same.
    package internal(set) var order: Instant
    package internal(set) var arrived: Instant?
    /// When the person was told that it is nearly time.
    package internal(set) var alerted: Instant?
    /// When the person was told to come in.
    package internal(set) var admitted: Instant?
    /// When they were first called to a booth.
    package internal(set) var called: Instant?
    package internal(set) var interview: ID<Interview>?
    /// What the yard saw as originals, and what is missing.
    package internal(set) var seen: [Paper] = []
    package internal(set) var missing: [Paper] = []
    package internal(set) var checkedBy: ID<Staff>?
    package internal(set) var asked: Asked?
    /// Changes of order so far, and how often two calls passed: why the person stands where they stand.
    package internal(set) var moves: [Move] = []
    package internal(set) var setBacks = 0
    /// What was told when the papers were complete, to be compared with what then happened.
    package internal(set) var told: Told?
    /// What is wrong with the data of someone without a claim, for the yard.
    package internal(set) var trouble: Words?
    /// The check that made it, so that a second sending makes nothing.
    package let source: String?

    /// A forecast as it was told.
    package struct Told: Hashable, Codable, Sendable {
        package let from: Instant
        package let until: Instant
        package let at: Instant
        package init(from: Instant, until: Instant, at: Instant) {
            self.from = from
            self.until = until
            self.at = at
        }
    }
}

// From the number to the door.
extension WalkIn {
    /// Takes a number. `booking` is a place in today's quota; without one (data that could not be matched) the person stands where
    /// they would if they had come with a place for this moment. Those of one window stand by their numbers, each at a moment of their
    /// own, so that three places back are three and somebody can be put between any two.
    package static func take(
        _ id: ID<WalkIn>, number: QueueNumber, claim: ID<Claim>?, booking: Booking?, branch: Branch, origin: Origin,
        source: String? = nil, policy: Policy, at now: Instant
    ) -> (WalkIn, Event) {
        let start = booking?.start ?? now
        let walkIn = WalkIn(
            id: id, branch: branch.id, day: branch.zone.day(of: now), number: number, origin: origin, taken: now,
            phase: origin == .home ? .expected : .incomplete, since: now, claim: claim, booking: booking?.id, start: start, priority: nil,
            order: start + Span(milliseconds: 2 * Int64(number.ordinal)), arrived: origin == .yard ? now : nil, source: source)
        return (walkIn, .walkIn(.numberTaken(walkIn: id, claim: claim, branch: branch.id, number: number, origin: origin)))
    }

    /// The yard looked at the papers. Nothing missing: in line. Whoever comes after their window stands behind those who are there.
    package mutating func check(
        seen: [Paper], missing: [Paper], priority: Priority?, window: Span, by staff: ID<Staff>, policy: Policy, at now: Instant
    ) throws(Refusal) -> Event {
        guard phase == .expected || phase == .incomplete || phase == .waiting else { throw .walkInPhase(phase) }
        if arrived == nil {
            arrived = now
            if now > start + window { order = max(order, now) }
        }
        prefer(priority, policy: policy)
        (self.seen, self.missing, checkedBy) = (seen, missing, staff)
        let next: Phase = missing.isEmpty && claim != nil ? .waiting : .incomplete
        if phase != next { go(next, at: now) }
        return .walkIn(.prechecked(walkIn: id, claim: claim, seen: seen, missing: missing, by: staff))
    }

    /// The data match now: the claim and its place.
    package mutating func match(_ claim: ID<Claim>, _ booking: Booking) {
        (self.claim, self.booking, start, trouble) = (claim, booking.id, booking.start, nil)
    }

    /// Why the data do not match, in the yard's words.
    package mutating func mismatch(_ why: Words) { trouble = why }

    /// Told when to expect the call.
    package mutating func tell(_ told: Told) { self.told = told }

    /// Not told yet that it is nearly time, and in line for so long that it is news.
    package func wantsAlert(_ policy: Policy, at now: Instant) -> Bool {
        phase == .waiting && alerted == nil && now - since >= policy.onsite.comesSoon
    }

    /// Nearly time to come in: told once. Nil for whom it is no news.
    package mutating func alert(policy: Policy, at now: Instant) -> Event? {
        guard wantsAlert(policy, at: now) else { return nil }
        alerted = now
        return .walkIn(.comesSoon(walkIn: id, claim: claim))
    }

    /// Told to come in. The caller has counted the room.
    package mutating func admit(_ interview: ID<Interview>, at now: Instant) throws(Refusal) -> Event {
        guard phase == .waiting else { throw .walkInPhase(phase) }
        go(.inside, at: now)
        admitted = admitted ?? now
        self.interview = interview
        return .walkIn(.admitted(walkIn: id, claim: claim))
    }

    /// Called to a booth; the first call is kept for the figures.
    package mutating func call(at now: Instant) { called = called ?? now }

    /// Two calls passed without the person: behind the next ones, outside or in.
    package mutating func setBack(behind order: Instant, at now: Instant) -> Event {
        self.order = max(self.order, order)
        setBacks += 1
        return .walkIn(.setBack(walkIn: id, claim: claim, order: self.order))
    }

    /// The last call passed, too. The person may return today.
    package mutating func miss(at now: Instant) -> Event {
        go(.missed, at: now)
        interview = nil
        return .walkIn(.missed(walkIn: id, claim: claim))
    }

    /// The person is there again: in line behind those who are there now.
    package mutating func comeBack(at now: Instant) throws(Refusal) -> Event {
        guard phase == .missed else { throw .walkInPhase(phase) }
        go(.waiting, at: now)
        order = max(order, now)
        return .walkIn(.cameBack(walkIn: id, claim: claim))
    }

    /// The interview is over, or the person gave up: the room has a place again.
    package mutating func finish(_ phase: Phase, at now: Instant) -> Event? {
        guard self.phase.isLive, !phase.isLive else { return nil }
        go(phase, at: now)
        asked = nil
        return .walkIn(.over(walkIn: id, claim: claim, phase: phase))
    }

    private mutating func go(_ next: Phase, at now: Instant) {
        phase = next
        since = now
    }

    /// Priority counts once, from the place that the person would have without it.
    private mutating func prefer(_ priority: Priority?, policy: Policy) {
        guard let priority, self.priority == nil, policy.onsite.priorities.contains(priority) else { return }
        self.priority = priority
        order = order - policy.onsite.priorityAhead
    }
}

// Another place in the line: only for a reason, and never by one person alone.
extension WalkIn {
    /// Letters of a reason, at least.
    package static let shortestReason = 5

    /// Asks for another place, right before someone else's or anywhere. A second person has to say yes.
    package mutating func ask(order: Instant, reason: String, by staff: ID<Staff>) throws(Refusal) -> Event {
        guard phase == .expected || phase == .waiting || phase == .incomplete else { throw .walkInPhase(phase) }
        let reason = String(reason.prefix(200))
        guard reason.filter(\.isLetter).count >= Self.shortestReason else {
            throw .invalid(
                field: "alasan",
                Words(
                    "Tulis alasannya, paling sedikit \(Self.shortestReason) huruf.",
                    "Write the reason, at least \(Self.shortestReason) letters."))
        }
        asked = Asked(order: order, reason: reason, by: staff)
        return .walkIn(.orderAsked(walkIn: id, to: order, by: staff))
    }

    /// The second person agrees, or does not. Refuses with `secondPerson` whoever asked themselves.
    package mutating func answer(_ agrees: Bool, by staff: ID<Staff>, at now: Instant) throws(Refusal) -> Event {
        guard let asked else { throw .notFound }
        guard asked.by != staff else { throw .secondPerson }
        let former = order
        if agrees {
            order = asked.order
            moves.append(Move(from: former, to: order, reason: asked.reason, by: asked.by, second: staff, at: now))
        }
        self.asked = nil
        return .walkIn(.orderAnswered(walkIn: id, from: former, to: order, by: asked.by, second: staff, agreed: agrees))
    }
}
