package import LapakDomain

// The yard's check: from a person with their papers to a walk-in in line.
extension Work {
    /// The yard's check of one person becomes a walk-in in line, or a longer list of what is missing. The same check twice is one.
    ///
    /// Refuses with `quotaSpent` when today has no place left, unless the check queues, or the number was given already: then the
    /// place is made, and the journal says so. Whoever has a number of a reserved block keeps it, whatever else is wrong: the walk-in
    /// has a `trouble` then. A number that was never reserved, or that somebody has, promises nothing.
    package func receive(_ check: YardCheck, at branch: Branch, by staff: Staff) throws -> Receipt {
        act(as: .staff(staff.id))
        let day = branch.zone.day(of: now)
        let known = try knownWalkIn(of: check, at: branch, on: day)
        let running = try check.person.flatMap { person in
            try query("SELECT id FROM claim WHERE member = $1 AND live = 1", person.member).first.map { ID<Claim>(try $0.int(0)) }
        }
        let slots = try todaysPlaces(at: branch, on: day)
        let other = try running.flatMap { claim in
            try query("SELECT id FROM walk_in WHERE claim = $1 AND live = 1", claim).first.map { ID<WalkIn>(try $0.int(0)) }
        }
        let promised = try reserved(check.promised, at: branch.id, on: day)
        let former = try known.flatMap { try find(WalkIn.self, $0) }
        var walkIn = former
        // The answer was lost on the way, and the tablet sends again.
        if let walkIn, walkIn.source == check.key, walkIn.checkedBy != nil { return .walkIn(walkIn) }
        var claim = try (walkIn?.claim ?? running).flatMap { try find(Claim.self, $0) }
        let isNew = claim == nil
        if let claim, let person = check.person, claim.member != person.member { throw Refusal.invalid(field: "nik", Self.anothersNumber) }
        let papers = try claim.map { try dossier(of: $0) } ?? check.person.map { Dossier($0.facts, documents: []) }
        var trouble = check.trouble
        var beyond: [Event] = []
        if walkIn?.claim == nil, let person = check.person {
            if let claim, claim.phase.hasPlace, !check.converts {
                guard promised != nil, walkIn == nil else { return .hasAppointment(claim) }
                trouble = YardCheck.hasAppointment
            } else {
                var filed = claim ?? newClaim(person)
                do {
                    let taken = try placeToday(
                        for: &filed, in: slots, way: .yard(promised: promised != nil || walkIn != nil), other: other, branch)
                    let booking = taken.booking
                    if var matched = walkIn {
                        matched.match(filed.id, booking)
                        walkIn = matched
                    } else {
                        walkIn = try begin(check, promised, claim: filed, booking, at: branch, by: staff.id)
                    }
                    if let walkIn { beyond = taken.reasons(walkIn, by: staff.id, isPromise: promised != nil) }
                    claim = filed
                } catch Refusal.quotaSpent where check.queues {
                    return try queue(filed, isNew: isNew, at: branch, by: staff.id)
                } catch let refusal as Refusal {
                    guard promised != nil, walkIn == nil else { throw refusal }
                    trouble = refusal.words
                }
            }
        }
        if walkIn == nil { walkIn = try begin(check, promised, claim: nil, nil, at: branch, by: staff.id) }
        guard var walkIn else { throw Refusal.notFound }
        if walkIn.claim == nil {
            claim = nil
            if let trouble { walkIn.mismatch(trouble) }
        }
        for event in beyond { note(event, by: .staff(staff.id)) }
        let missing = claim == nil ? [] : papers?.missing(after: check.seen) ?? []
        note(
            try walkIn.check(
                seen: check.seen, missing: missing, priority: check.priority, window: .minutes(policy.slotMinutes), by: staff.id,
                policy: policy, at: now), by: .staff(staff.id))
        if var claim {
            if walkIn.phase == .waiting { try claim.seeOriginals(at: now) }
            if isNew { insert(claim) } else { update(claim) }
        }
        if former == nil { insert(walkIn) } else { update(walkIn) }
        return .walkIn(walkIn)
    }

    /// A check of a day that is over: the person stands in the line for this branch, unless they have a place or stand in it already.
    package func queueLate(_ check: YardCheck, at branch: Branch, by staff: Staff) throws -> Receipt {
        act(as: .staff(staff.id))
        if let row = try query("SELECT id FROM walk_in WHERE source = $1", check.key).first {
            return .walkIn(try get(WalkIn.self, ID<WalkIn>(try row.int(0))))
        }
        guard let person = check.person else { throw Refusal.notFound }
        let running = try query("SELECT id FROM claim WHERE member = $1 AND live = 1", person.member).first
        let claim = try running.flatMap { try find(Claim.self, ID<Claim>(try $0.int(0))) }
        if let claim, claim.phase.hasPlace { return .hasAppointment(claim) }
        return try queue(claim ?? newClaim(person), isNew: claim == nil, at: branch, by: staff.id)
    }

    /// A photo that was missing is whole now: the walk-in stands in line without another look. Answers whether it does.
    package func completeWalkIn(of id: ID<Claim>) throws -> Bool {
        let row = try query("SELECT id FROM walk_in WHERE claim = $1 AND live = 1 AND phase = 'incomplete'", id).first
        guard let row, var claim = try find(Claim.self, id), claim.phase.hasPlace else { return false }
        let dossier = try dossier(of: claim)
        guard var walkIn = try find(WalkIn.self, ID<WalkIn>(try row.int(0))), walkIn.phase == .incomplete, let staff = walkIn.checkedBy,
            dossier.missing(after: walkIn.seen).isEmpty
        else { return false }
        note(
            try walkIn.check(
                seen: walkIn.seen, missing: [], priority: nil, window: .minutes(policy.slotMinutes), by: staff, policy: policy, at: now),
            by: .clock)
        try claim.seeOriginals(at: now)
        update(claim)
        update(walkIn)
        return true
    }

    private static let anothersNumber = Words(
        "Nomor antrean ini milik orang lain. Pindai tiket orang ini, atau periksa tanpa nomor.",
        "This queue number is somebody else's. Scan this person's ticket, or check without a number.")

    /// The walk-in that a check is about: the one it made before, the scanned one, or the one that the person's claim has.
    private func knownWalkIn(of check: YardCheck, at branch: Branch, on day: Day) throws -> ID<WalkIn>? {
        if let row = try query("SELECT id FROM walk_in WHERE source = $1", check.key).first { return ID(try row.int(0)) }
        if let id = check.walkIn {
            guard let walkIn = try glance(WalkIn.self, id), walkIn.branch == branch.id, walkIn.day == day else { throw Refusal.notFound }
            return id
        }
        guard let person = check.person else { return nil }
        return try query(
            """
            SELECT w.id FROM walk_in w JOIN claim c ON c.id = w.claim AND c.live = 1
            WHERE c.member = $1 AND w.live = 1 AND w.branch = $2 AND w.day = $3
            """, person.member, branch.id, day
        ).first.map { ID(try $0.int(0)) }
    }

    /// The number that a tablet gave, if it was reserved and nobody has it: else another one is drawn.
    private func reserved(_ number: QueueNumber?, at branch: ID<Branch>, on day: Day) throws -> QueueNumber? {
        guard let number, let roll = try glance(NumberRoll.self, NumberRoll.key(branch, day)), number.ordinal < roll.next else {
            return nil
        }
        let taken = try query("SELECT 1 FROM walk_in WHERE branch = $1 AND day = $2 AND number = $3", branch, day, number.text)
        return taken.isEmpty ? number : nil
    }

    /// Today's windows that are not over, first the earliest.
    private func todaysPlaces(at branch: Branch, on day: Day) throws -> [ID<Slot>] {
        try query(
            """
            SELECT id FROM slot WHERE branch = $1 AND channel = 'onsite' AND start >= $2 AND start < $3 AND start + minutes * 60000 > $4
            ORDER BY start
            """, branch.id, day.at(ClockTime(0, 0), in: branch.zone), (day + 1).at(ClockTime(0, 0), in: branch.zone), now
        ).map { ID(try $0.int(0)) }
    }

    private func newClaim(_ person: YardCheck.Person) -> Claim {
        Claim(
            id: newID(), number: newNumber(), member: person.member, reason: person.facts.reason,
            rules: person.facts.rules, phase: .waiting, name: person.name, nik: person.nik, email: person.email, phone: person.phone,
            language: person.language, earliest: person.earliest, filed: now, facts: person.facts)
    }

    /// How somebody comes to a place of today.
    enum WayToday {
        /// From home: the line goes first.
        case home
        /// Who stands in the yard is there, which is the reason that goes into the journal where somebody waits at home. A number
        /// that was given already gets a place whatever the quota says.
        case yard(promised: Bool)
    }

    /// A place of today, and by what exception it was given.
    struct PlaceToday {
        let booking: Booking
        /// There was none left: it was made.
        let isMade: Bool
        /// Who waits at home, wanted such a place, and was not there.
        let before: ID<Ticket>?

        /// What the journal has to tell beside the visit.
        func reasons(_ walkIn: WalkIn, by staff: ID<Staff>, isPromise: Bool) -> [Event] {
            let made: WalkIn.Made = isPromise ? .promise : .number
            return (isMade ? [.walkIn(.placeMade(walkIn: walkIn.id, slot: booking.slot, why: made, by: staff))] : [])
                + (before.map { [.walkIn(.cameBeforeLine(walkIn: walkIn.id, ticket: $0, by: staff))] } ?? [])
        }
    }

    /// A place in today's quota for a claim that waits, is new, or gives its appointment up. Refuses before it keeps anything.
    func placeToday(
        for claim: inout Claim, in slots: [ID<Slot>], way: WayToday, other: ID<WalkIn>?, _ branch: Branch
    ) throws -> PlaceToday {
        let places = try slots.compactMap { try find(Slot.self, $0) }.filter { now < $0.end }
        let promised = if case .yard(promised: true) = way { true } else { false }
        guard var slot = places.first(where: { $0.free > 0 }) ?? (promised ? places.last : nil) else { throw Refusal.quotaSpent }
        let own = try claim.ticket.flatMap { try find(Ticket.self, $0) }.flatMap { $0.isLive ? $0 : nil }
        let turn = try turn(at: slot, for: own)
        if case .home = way { try turn.grant() }
        let isMade = slot.free <= 0
        let booking = try Booking.onsite(
            newID(), in: &slot, for: claim.id, promised: promised, zone: branch.zone, policy: policy, at: now)
        if let old = claim.booking, var former = try find(Booking.self, old), var freed = try find(Slot.self, former.slot) {
            guard former.phase != .checkedIn else { throw Refusal.interviewRunning }
            let event = try claim.move(to: booking, from: freed, zone: branch.zone, policy: policy, at: now)
            former.release(in: &freed, line: try line(of: freed.branch), quiet: quiet, at: now)
            update(former)
            update(freed)
            note(event)
            if let other, var walkIn = try find(WalkIn.self, other) {
                note(walkIn.finish(.left, at: now))
                update(walkIn)
            }
        } else {
            var ticket = try claim.ticket.flatMap { try find(Ticket.self, $0) }
            if ticket?.phase == .offered { throw Refusal.alreadyConfirmed }
            note(try claim.book(booking, zone: branch.zone, policy: policy, at: now))
            if ticket?.phase == .waiting {
                ticket?.serve()
                if let ticket { try keep(ticket: ticket) }
            }
        }
        update(slot)
        insert(booking)
        return PlaceToday(booking: booking, isMade: isMade, before: turn.first)
    }

    /// Today is full: the person stands in the line for this branch; whoever stands in line already keeps their place there.
    private func queue(_ claim: Claim, isNew: Bool, at branch: Branch, by staff: ID<Staff>) throws -> Receipt {
        if let id = claim.ticket, let ticket = try find(Ticket.self, id), ticket.isLive { return .queued(claim, ticket) }
        guard isNew else { throw Refusal.quotaSpent }
        var claim = claim
        let ticket = try joinLine(for: claim, Wish(branches: [branch.id], earliest: claim.earliest))
        try keep(ticket: ticket)
        note(claim.queue(ticket), by: .staff(staff))
        insert(claim)
        return .queued(claim, ticket)
    }

    private func begin(
        _ check: YardCheck, _ promised: QueueNumber?, claim: Claim?, _ booking: Booking?, at branch: Branch, by staff: ID<Staff>
    ) throws -> WalkIn {
        let number = try promised ?? takeNumbers(1, at: branch.id, on: branch.zone.day(of: now))[0]
        let (walkIn, event) = WalkIn.take(
            newID(), number: number, claim: claim?.id, booking: booking, branch: branch, origin: .yard, source: check.key,
            policy: policy, at: now)
        note(event, by: .staff(staff))
        return walkIn
    }
}
