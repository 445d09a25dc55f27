package import LapakDomain

// A visit to a branch: number, yard, door, booth. Each function is one change: `Store.write` keeps it whole.
extension Work {
    /// New identities for one visit, made outside the rules.
    package struct FreshVisit: Sendable {
        package let walkIn: ID<WalkIn>
        package let claim: ID<Claim>
        package let booking: ID<Booking>
        /// As for `Fresh`: the next ones are for the rare case that chance gave the first to another claim before.
        package let numbers: [ClaimNumber]
        package let quiet: Span
        package init(walkIn: ID<WalkIn>, claim: ID<Claim>, booking: ID<Booking>, numbers: [ClaimNumber], quiet: Span) {
            self.walkIn = walkIn
            self.claim = claim
            self.booking = booking
            self.numbers = numbers
            self.quiet = quiet
        }
    }

    /// What the yard's check came to.
    package enum Receipt: Sendable {
        case visit(WalkIn)
        /// The person has an appointment and keeps it, unless the check converts it.
        case hasAppointment(Claim)
    }

    /// Reserves numbers for a tablet that may lose its network. They are given away even where nobody uses them.
    package func reserve(_ count: Int, at branch: Branch, by staff: ID<Staff>, now: Instant) throws -> [QueueNumber] {
        let day = branch.zone.day(of: now)
        let numbers = try takeNumbers(count, at: branch.id, on: day)
        note(.numbersReserved(branch: branch.id, day: day, first: numbers[0].text, count: count), by: .staff(staff), at: now)
        return numbers
    }

    /// Takes a number for a claim that has a place today; the one that it has already is answered again.
    package func takeNumber(_ id: ID<WalkIn>, for claim: Claim, booking: Booking, at branch: Branch, policy: Policy, now: Instant) throws
        -> WalkIn
    {
        _ = try find(WalkIn.self, id)
        let number = try takeNumbers(1, at: branch.id, on: branch.zone.day(of: booking.start))[0]
        let (walkIn, event) = WalkIn.take(
            id, number: number, claim: claim.id, booking: booking, branch: branch, origin: .home, policy: policy, at: now)
        note(event, by: .member(claim.id), at: now)
        save(walkIn)
        return walkIn
    }

    /// A member comes today instead of an appointment, or instead of waiting in line: a place in one of today's windows, and a number.
    /// Refuses with `quotaSpent` when that window is full.
    package func comeToday(_ claim: inout Claim, in slot: ID<Slot>, fresh: FreshVisit, of atlas: Atlas, now: Instant) throws -> WalkIn {
        guard let branch = atlas[Slot.branch(of: slot)], let window = try find(Slot.self, slot), window.channel == .onsite,
            branch.zone.day(of: window.start) == branch.zone.day(of: now)
        else { throw Refusal.slotUnknown }
        if let old = claim.slot, claim.phase.hasPlace, Slot.channel(of: old) == .onsite { throw Refusal.alreadyConfirmed }
        let booking = try placeToday(for: &claim, in: [slot], promised: false, branch, fresh, by: .member(claim.id), atlas, now)
        let visit = try takeNumber(fresh.walkIn, for: claim, booking: booking, at: branch, policy: atlas.policy, now: now)
        save(claim)
        return visit
    }

    /// The person gives the number up: the place is free for whoever comes next, and the claim stands in the waiting list again.
    /// Refuses once they sit in a booth.
    package func giveUp(_ id: ID<WalkIn>, ticket: ID<Ticket>, quiet: Span, in atlas: Atlas, at now: Instant) throws {
        var visit = try get(WalkIn.self, id)
        guard visit.phase.isLive else { throw Refusal.walkInPhase(visit.phase) }
        let author = visit.claim.map { Author.member($0) } ?? .clock
        if let running = visit.interview, var interview = try find(Interview.self, running), interview.phase.isLive {
            guard interview.phase == .lobby || interview.phase == .called else { throw Refusal.interviewRunning }
            note(try interview.leave(at: now), by: author, at: now)
            save(interview)
        }
        note(visit.finish(.left, at: now), by: author, at: now)
        save(visit)
        guard let place = visit.booking, var booking = try find(Booking.self, place), Booking.Phase.live.contains(booking.phase),
            let holder = visit.claim, var claim = try find(Claim.self, holder), claim.booking == place, claim.phase.hasPlace
        else { return }
        let back = try ticketBack(ticket, for: claim, branch: booking.branch)
        if var slot = try find(Slot.self, booking.slot) {
            booking.release(in: &slot, line: try line(of: slot.branch), quiet: quiet, at: now)
            save(slot)
        }
        note(try claim.giveNumberUp(ticket: back), by: author, at: now)
        save(booking)
        try save(ticket: back)
        save(claim)
    }

    /// The yard's check of one person becomes a visit in line, or a longer list of what is missing. The same check twice is one.
    /// Refuses with `quotaSpent` when today has no place left, unless the number was promised already.
    package func receive(_ check: YardCheck, at branch: Branch, fresh: FreshVisit, by staff: Staff, in atlas: Atlas, now: Instant) throws
        -> Receipt
    {
        let day = branch.zone.day(of: now)
        let known = try knownVisit(of: check, at: branch, on: day)
        let running = try check.person.flatMap { person in
            try query("SELECT id FROM claim WHERE member = $1 AND live = 1", person.member).first.map { ID<Claim>(try $0.int(0)) }
        }
        let slots = try todaysPlaces(at: branch, on: day, now: now)
        var visit = try known.flatMap { try find(WalkIn.self, $0) }
        var claim = try (visit?.claim ?? running).flatMap { try find(Claim.self, $0) }
        let papers = try claim.map { try dossier(of: $0) } ?? check.person.map { Dossier($0.facts, documents: []) }
        if visit == nil || visit?.claim == nil, let person = check.person {
            if let claim, claim.phase.hasPlace, !check.converts { return .hasAppointment(claim) }
            var filed = claim ?? newClaim(person, fresh: fresh, policy: atlas.policy, now: now)
            let booking = try placeToday(
                for: &filed, in: slots, promised: check.promised != nil, branch, fresh, by: .staff(staff.id), atlas, now)
            if var matched = visit {
                matched.match(filed.id, booking)
                visit = matched
            } else {
                visit = try begin(check, claim: filed, booking, at: branch, fresh, by: staff.id, atlas.policy, now)
            }
            claim = filed
        }
        if visit == nil { visit = try begin(check, claim: nil, nil, at: branch, fresh, by: staff.id, atlas.policy, now) }
        guard var visit else { throw Refusal.notFound }
        if let trouble = check.trouble, claim == nil { visit.mismatch(trouble) }
        let missing = papers?.missing(after: check.seen) ?? []
        note(
            try visit.check(
                seen: check.seen, missing: missing, priority: check.priority, window: .minutes(atlas.policy.slotMinutes), by: staff.id,
                policy: atlas.policy, at: now), by: .staff(staff.id), at: now)
        if var claim {
            if visit.phase == .waiting { try claim.seeOriginals(at: now) }
            save(claim)
        }
        save(visit)
        return .visit(visit)
    }

    /// Tells people to come in while the room has a place: in the line's order, each with the next of `interviews`. The day's roll is
    /// locked meanwhile, so that two processes never count the same room.
    package func admit(at branch: Branch, interviews: [ID<Interview>], on day: Day, now: Instant) throws -> [WalkIn] {
        _ = try find(NumberRoll.self, NumberRoll.key(branch.id, day))
        let inside = Int(
            try query("SELECT count(*) FROM walk_in WHERE branch = $1 AND day = $2 AND phase = 'inside'", branch.id, day)[0].int(0))
        let places = min(branch.roomLimit - inside, interviews.count)
        guard places > 0 else { return [] }
        let waiting = try query(
            "SELECT id FROM walk_in WHERE branch = $1 AND day = $2 AND phase = 'waiting' ORDER BY place, number LIMIT $3", branch.id, day,
            places)
        var admitted: [WalkIn] = []
        for (row, id) in zip(waiting, interviews) {
            guard var visit = try find(WalkIn.self, ID<WalkIn>(try row.int(0))), visit.phase == .waiting, let holder = visit.claim,
                let claim = try find(Claim.self, holder), let place = visit.booking, var booking = try find(Booking.self, place)
            else { continue }
            _ = try find(Interview.self, id)
            let (interview, entered) = try Interview.enter(id, claim: claim, booking: &booking, walkIn: visit, at: now)
            note(try visit.admit(id, at: now), entered, by: .clock, at: now)
            save(booking)
            save(interview)
            save(visit)
            admitted.append(visit)
        }
        return admitted
    }

    /// Whoever missed three calls, or went away, is there again.
    package func comeBack(_ id: ID<WalkIn>, by staff: ID<Staff>, at now: Instant) throws -> WalkIn {
        try visit(id, by: .staff(staff), at: now) { try $0.comeBack(at: now) }
    }

    /// One step of a visit by whoever takes it.
    @discardableResult package func visit(
        _ id: ID<WalkIn>, by author: Author, at now: Instant, _ change: (inout WalkIn) throws -> Event?
    ) throws -> WalkIn {
        var visit = try get(WalkIn.self, id)
        note(try change(&visit), by: author, at: now)
        save(visit)
        return visit
    }

    /// The day is over: whoever was not served stands in the waiting list, and it counts as a miss only for who did not come.
    package func endDay(of id: ID<WalkIn>, ticket: ID<Ticket>, in atlas: Atlas, at now: Instant) throws {
        guard var visit = try find(WalkIn.self, id), visit.phase.isLive else { return }
        let isOurs = visit.phase != .expected && visit.phase != .missed
        if let running = visit.interview, var interview = try find(Interview.self, running), interview.phase.isLive {
            guard let event = try? interview.leave(at: now) else { return }
            note(event, by: .clock, at: now)
            save(interview)
        }
        note(visit.finish(.left, at: now), by: .clock, at: now)
        save(visit)
        if let booking = visit.booking { try missAppointment(booking, ticket: ticket, unserved: isOurs, in: atlas, by: .clock, at: now) }
    }

    /// The booths of a branch that can take somebody now, smallest number first. The last person has a minute for the receipt.
    func freeBooths(of branch: ID<Branch>, policy: Policy, at now: Instant) throws -> [ID<Booth>] {
        let rows = try query(
            """
            SELECT \(Booth.table.columnList) FROM booth b WHERE branch = $1 AND NOT EXISTS (
                SELECT 1 FROM interview i WHERE i.booth = b.id AND (i.live = 1 OR i.since > $2)) ORDER BY number
            """, branch, now - .seconds(60))
        return try rows.map(Booth.init).filter { $0.isUsable(policy, at: now) }.map(\.id)
    }

    /// The interview of a visitor is over, or they went: the room has a place again.
    func endVisit(of interview: Interview, by author: Author, at now: Instant) throws {
        guard let id = interview.walkIn, var visit = try find(WalkIn.self, id), visit.phase == .inside else { return }
        note(interview.phase == .done ? visit.finish(.done, at: now) : visit.miss(at: now), by: author, at: now)
        save(visit)
    }

    /// Two calls passed: behind the next three in the lobby.
    func setBack(_ id: ID<Interview>, policy: Policy, at now: Instant) throws -> Interview {
        guard let looked = try glance(Interview.self, id) else { throw Refusal.notFound }
        let behind = try query(
            "SELECT start FROM interview WHERE phase = 'lobby' AND branch = $1 AND walk_in IS NOT NULL AND start >= $2 ORDER BY start, entered LIMIT $3",
            looked.branch, looked.order, policy.onsite.setBack)
        let order = try behind.last.map { Instant(milliseconds: try $0.int(0) + 1) } ?? now
        var interview = try get(Interview.self, id)
        note(try interview.setBack(behind: order, policy: policy, at: now), by: .clock, at: now)
        save(interview)
        if let visit = interview.walkIn { try self.visit(visit, by: .clock, at: now) { $0.setBack(behind: order, at: now) } }
        return interview
    }
}

extension Work {
    private func takeNumbers(_ count: Int, at branch: ID<Branch>, on day: Day) throws -> [QueueNumber] {
        var roll = try find(NumberRoll.self, NumberRoll.key(branch, day)) ?? NumberRoll(branch: branch, day: day)
        let numbers = try roll.take(count)
        save(roll)
        return numbers
    }

    /// The visit that a check is about: the one it made before, the scanned one, or the one that the person's claim has.
    private func knownVisit(of check: YardCheck, at branch: Branch, on day: Day) throws -> ID<WalkIn>? {
        if let row = try query("SELECT id FROM walk_in WHERE source = $1", check.key).first { return ID(try row.int(0)) }
        if let id = check.walkIn {
            guard let visit = try glance(WalkIn.self, id), visit.branch == branch.id, visit.day == day else { throw Refusal.notFound }
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

    /// Today's windows that are not over, first the earliest.
    private func todaysPlaces(at branch: Branch, on day: Day, now: Instant) throws -> [ID<Slot>] {
        try query(
            "SELECT id FROM slot WHERE branch = $1 AND channel = 'onsite' AND start >= $2 AND start < $3 ORDER BY start", branch.id,
            max(day.at(ClockTime(0, 0), in: branch.zone), now - .minutes(30)), (day + 1).at(ClockTime(0, 0), in: branch.zone)
        ).map { ID(try $0.int(0)) }
    }

    private func newClaim(_ person: YardCheck.Person, fresh: FreshVisit, policy: Policy, now: Instant) -> Claim {
        Claim(
            id: fresh.claim, number: fresh.numbers[attempt % fresh.numbers.count], member: person.member, reason: person.facts.reason,
            rules: person.facts.rules, phase: .waiting, name: person.name, nik: person.nik, email: person.email, phone: person.phone,
            language: person.language, earliest: person.earliest, filed: now, facts: person.facts)
    }

    /// A place in today's quota for a claim that waits, is new, or gives its appointment up.
    private func placeToday(
        for claim: inout Claim, in slots: [ID<Slot>], promised: Bool, _ branch: Branch, _ fresh: FreshVisit, by author: Author,
        _ atlas: Atlas, _ now: Instant
    ) throws -> Booking {
        _ = try find(Claim.self, claim.id)
        let places = try slots.compactMap { try find(Slot.self, $0) }.filter { now < $0.end }
        guard var slot = places.first(where: { $0.free > 0 }) ?? (promised ? places.last : nil) else { throw Refusal.quotaSpent }
        _ = try find(Booking.self, fresh.booking)
        let booking = try Booking.onsite(
            fresh.booking, in: &slot, for: claim.id, promised: promised, zone: branch.zone, policy: atlas.policy, at: now)
        if let old = claim.booking, var former = try find(Booking.self, old), var freed = try find(Slot.self, former.slot) {
            let event = try claim.move(to: booking, from: freed, zone: branch.zone, policy: atlas.policy, at: now)
            former.release(in: &freed, line: try line(of: freed.branch), quiet: fresh.quiet, at: now)
            save(former)
            save(freed)
            note(event, by: author, at: now)
        } else {
            if let id = claim.ticket, var ticket = try find(Ticket.self, id), ticket.isLive {
                guard ticket.phase == .waiting else { throw Refusal.alreadyConfirmed }
                ticket.serve()
                try save(ticket: ticket)
            }
            note(try claim.book(booking, zone: branch.zone, policy: atlas.policy, at: now), by: author, at: now)
        }
        save(slot)
        save(booking)
        return booking
    }

    private func begin(
        _ check: YardCheck, claim: Claim?, _ booking: Booking?, at branch: Branch, _ fresh: FreshVisit, by staff: ID<Staff>,
        _ policy: Policy, _ now: Instant
    ) throws -> WalkIn {
        _ = try find(WalkIn.self, fresh.walkIn)
        let number = try check.promised ?? takeNumbers(1, at: branch.id, on: branch.zone.day(of: now))[0]
        let (visit, event) = WalkIn.take(
            fresh.walkIn, number: number, claim: claim?.id, booking: booking, branch: branch, origin: .yard, source: check.key, policy: policy,
            at: now)
        note(event, by: .staff(staff), at: now)
        return visit
    }
}
