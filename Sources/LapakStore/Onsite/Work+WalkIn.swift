package import LapakDomain

// A walk-in to a branch: number, yard, door, booth. Each function is one change: `Store.write` keeps it whole.
extension Work {
    /// What the yard's check came to.
    package enum Receipt: Sendable {
        case walkIn(WalkIn)
        /// The person has an appointment and keeps it, unless the check converts it.
        case hasAppointment(Claim)
        /// Today has no place left: the person stands in the branch's waiting list.
        case queued(Claim, Ticket)
    }

    /// Reserves numbers for a tablet that may lose its network. They are given away even where nobody uses them.
    package func reserve(_ count: Int, at branch: Branch, by staff: ID<Staff>) throws -> [QueueNumber] {
        let day = branch.zone.day(of: now)
        let numbers = try takeNumbers(count, at: branch.id, on: day)
        note(.walkIn(.numbersReserved(branch: branch.id, day: day, first: numbers[0], count: count)), by: .staff(staff))
        return numbers
    }

    /// Takes a number for a claim that has a place today; the one that it has already is answered again.
    package func takeNumber(for claim: Claim, booking: Booking, at branch: Branch) throws -> WalkIn {
        let number = try takeNumbers(1, at: branch.id, on: branch.zone.day(of: booking.start))[0]
        let (walkIn, event) = WalkIn.take(
            newID(), number: number, claim: claim.id, booking: booking, branch: branch, origin: .home, policy: policy, at: now)
        note(event, by: .member(claim.id))
        insert(walkIn)
        return walkIn
    }

    /// A member comes today instead of an appointment, or instead of waiting in line: a place in one of today's windows, and a number.
    /// Refuses with `quotaSpent` when that window is full, and with `lineFirst` while somebody waits for the branch who goes before.
    package func comeToday(_ claim: inout Claim, in slot: ID<Slot>) throws -> WalkIn {
        guard let branch = nation[Slot.branch(of: slot)], let window = try find(Slot.self, slot), window.channel == .onsite,
            branch.zone.day(of: window.start) == branch.zone.day(of: now)
        else { throw Refusal.slotUnknown }
        if let old = claim.slot, claim.phase.hasPlace, Slot.channel(of: old) == .onsite { throw Refusal.alreadyConfirmed }
        act(as: .member(claim.id))
        let booking = try placeToday(for: &claim, in: [slot], way: .home, other: nil, branch).booking
        let walkIn = try takeNumber(for: claim, booking: booking, at: branch)
        update(claim)
        return walkIn
    }

    /// The number is given up, by its person or by staff who were told: the place is free for whoever comes next, and the claim stands
    /// in the waiting list again.
    /// Refuses once they sit in a booth.
    package func giveUp(_ id: ID<WalkIn>, by author: Author) throws {
        var walkIn = try get(WalkIn.self, id)
        guard walkIn.phase.isLive else { throw Refusal.walkInPhase(walkIn.phase) }
        act(as: author)
        if let running = walkIn.interview, var interview = try find(Interview.self, running), interview.phase.isLive {
            guard interview.phase == .lobby || interview.phase == .called else { throw Refusal.interviewRunning }
            note(try interview.leave(at: now))
            update(interview)
        }
        note(walkIn.finish(.left, at: now))
        update(walkIn)
        guard let place = walkIn.booking, var booking = try find(Booking.self, place), Booking.Phase.live.contains(booking.phase),
            let holder = walkIn.claim, var claim = try find(Claim.self, holder), claim.booking == place, claim.phase.hasPlace
        else { return }
        let back = try ticketBack(for: claim, branch: booking.branch)
        if var slot = try find(Slot.self, booking.slot) {
            booking.release(in: &slot, line: try line(of: slot.branch), quiet: quiet, at: now)
            update(slot)
        }
        note(try claim.giveNumberUp(ticket: back))
        update(booking)
        try keep(ticket: back)
        update(claim)
    }

    /// What to expect was told at the yard: kept, to be compared with what then happens. Only the first time counts.
    package func tell(_ told: WalkIn.Told, to id: ID<WalkIn>) throws {
        guard var walkIn = try find(WalkIn.self, id), walkIn.told == nil else { return }
        walkIn.tell(told)
        update(walkIn)
    }

    /// Tells people to come in while the room has a place: in the line's order, each with the next of `interviews`. The day's roll is
    /// locked meanwhile, so that two processes never count the same room.
    package func admit(at branch: Branch, interviews: [ID<Interview>], on day: Day) throws -> [WalkIn] {
        try lock(NumberRoll.self, NumberRoll.key(branch.id, day))
        let inside = Int(
            try query("SELECT count(*) FROM walk_in WHERE branch = $1 AND day = $2 AND phase = 'inside'", branch.id, day)[0].int(0))
        let places = min(branch.roomLimit - inside, interviews.count)
        guard places > 0 else { return [] }
        let waiting = try query(
            "SELECT id FROM walk_in WHERE branch = $1 AND day = $2 AND phase = 'waiting' ORDER BY place, number LIMIT $3", branch.id, day,
            places)
        var admitted: [WalkIn] = []
        for (row, id) in zip(waiting, interviews) {
            guard var walkIn = try find(WalkIn.self, ID<WalkIn>(try row.int(0))), walkIn.phase == .waiting, let holder = walkIn.claim,
                let claim = try find(Claim.self, holder), let place = walkIn.booking, var booking = try find(Booking.self, place)
            else { continue }
            let (interview, entered) = try Interview.enter(id, claim: claim, booking: &booking, walkIn: walkIn, at: now)
            note(try walkIn.admit(id, at: now), entered, by: .clock)
            update(booking)
            insert(interview)
            update(walkIn)
            admitted.append(walkIn)
        }
        return admitted
    }

    /// These people, who wait outside, are told that it is nearly time, each once.
    package func alert(_ walkIns: [ID<WalkIn>]) throws {
        for id in walkIns {
            guard var walkIn = try find(WalkIn.self, id), let event = walkIn.alert(policy: policy, at: now) else { continue }
            note(event, by: .clock)
            update(walkIn)
        }
    }

    /// Whoever missed every call, or went away, is there again.
    package func comeBack(_ id: ID<WalkIn>, by staff: ID<Staff>) throws -> WalkIn {
        act(as: .staff(staff))
        return try walkIn(id) { try $0.comeBack(at: now) }
    }

    /// One step of a walk-in by whoever takes it.
    @discardableResult package func walkIn(_ id: ID<WalkIn>, _ change: (inout WalkIn) throws -> Event?) throws -> WalkIn {
        var walkIn = try get(WalkIn.self, id)
        note(try change(&walkIn))
        update(walkIn)
        return walkIn
    }

    /// The day is over: whoever was not served stands in the waiting list, and it counts as a miss only for who did not come.
    package func endDay(of id: ID<WalkIn>) throws {
        guard var walkIn = try find(WalkIn.self, id), walkIn.phase.isLive else { return }
        let isOurs = walkIn.phase != .expected && walkIn.phase != .missed
        if let running = walkIn.interview, var interview = try find(Interview.self, running), interview.phase.isLive {
            guard let event = try? interview.leave(at: now) else { return }
            note(event, by: .clock)
            update(interview)
        }
        note(walkIn.finish(.left, at: now), by: .clock)
        update(walkIn)
        if let booking = walkIn.booking { try missAppointment(booking, isOurs ? .unserved : .absent) }
    }

    /// The booths of a branch that can take somebody now, smallest number first. The last person has a minute for the receipt.
    func freeBooths(of branch: ID<Branch>) throws -> [ID<Booth>] {
        let rows = try query(
            """
            SELECT \(Booth.table.columnList) FROM booth b WHERE branch = $1 AND NOT EXISTS (
                SELECT 1 FROM interview i WHERE i.booth = b.id AND (i.live = 1 OR i.since > $2)) ORDER BY number
            """, branch, now - Booth.receiptLasts)
        return try rows.map(Booth.init).filter { $0.isUsable(policy, at: now) }.map(\.id)
    }

    /// The interview of a visitor is over, or they went: the room has a place again.
    func endWalkIn(of interview: Interview) throws {
        guard let id = interview.walkIn, var walkIn = try find(WalkIn.self, id), walkIn.phase == .inside else { return }
        note(interview.phase == .done ? walkIn.finish(.done, at: now) : walkIn.miss(at: now))
        update(walkIn)
    }

    /// Two calls passed: behind the next three in the lobby.
    func setBack(_ id: ID<Interview>) throws -> Interview {
        guard let looked = try glance(Interview.self, id) else { throw Refusal.notFound }
        let behind = try query(
            """
            SELECT start FROM interview
            WHERE phase = 'lobby' AND branch = $1 AND walk_in IS NOT NULL AND start >= $2 ORDER BY start, entered LIMIT $3
            """, looked.branch, looked.order, policy.onsite.setBack)
        let order = try behind.last.map { Instant(milliseconds: try $0.int(0) + 1) } ?? now
        var interview = try get(Interview.self, id)
        note(try interview.setBack(behind: order, policy: policy, at: now), by: .clock)
        update(interview)
        if let walkIn = interview.walkIn { try self.walkIn(walkIn) { $0.setBack(behind: order, at: now) } }
        return interview
    }
}

extension Work {
    func takeNumbers(_ count: Int, at branch: ID<Branch>, on day: Day) throws -> [QueueNumber] {
        var roll = try find(NumberRoll.self, NumberRoll.key(branch, day)) ?? NumberRoll(branch: branch, day: day)
        let numbers = try roll.take(count)
        upsert(roll)
        return numbers
    }
}
