package import LapakDomain

// A registration becomes a claim, with its appointment or its place in line.
extension Work {
    /// Files the claim. The held place, or a free one in `slot`, becomes the appointment; or the person joins the line.
    /// Asked again, it answers with the claim that was filed. Refuses whatever is missing, gone, full, or already running.
    package func file(_ registration: inout Registration, slot direct: ID<Slot>? = nil) throws -> Claim {
        if let filed = registration.claim { return try get(Claim.self, filed) }
        guard let nik = registration.nik, let email = registration.email, let phone = registration.phone, let name = registration.name,
            registration.proven != nil
        else { throw Refusal.stepMissing }
        guard let reason = registration.reason, let member = registration.member else { throw Refusal.stepMissing }
        var claim = Claim(
            id: newID(), number: newNumber(), member: member, reason: reason, rules: policy.rules, phase: .waiting, name: name, nik: nik,
            email: email, phone: phone, language: registration.language, earliest: registration.earliest, filed: now,
            facts: registration.facts, mail: Contacts.Standing(proven: registration.proven))
        act(as: .visitor(registration.id))
        if registration.queues, direct == nil {
            guard var wish = registration.wish else { throw Refusal.stepMissing }
            if let earliest = registration.earliest { wish.earliest = max(wish.earliest ?? earliest, earliest) }
            let ticket = try joinLine(for: claim, wish)
            try keep(ticket: ticket)
            note(claim.queue(ticket))
        } else {
            let (booking, zone) = try appointment(of: claim.id, for: registration, slot: direct)
            note(try claim.book(booking, zone: zone, policy: policy, at: now))
            if Slot.channel(of: booking.slot) == .onsite, let branch = nation[booking.branch] {
                _ = try takeNumber(for: claim, booking: booking, at: branch)
            }
        }
        registration.file(claim.id)
        update(registration)
        insert(claim)
        return claim
    }

    /// A place in the line for a claim.
    func joinLine(for claim: Claim, _ wish: Wish) throws -> Ticket {
        let waiting =
            try (wish.anywhere ? [LineCount.anywhere] : wish.branches).map { try glance(LineCount.self, $0)?.waiting ?? 0 }.max() ?? 0
        var ticket = try Ticket.join(newID(), claim: claim.id, member: claim.member, wish: wish, line: waiting, policy: policy, at: now)
        if !ticket.drawn, let draw = try find(Draw.self, ticket.cohort) { ticket.follow(draw) }
        return ticket
    }

    /// The held place, confirmed, or a new one in the chosen slot; both are kept.
    private func appointment(
        of claim: ID<Claim>, for registration: Registration, slot direct: ID<Slot>?
    ) throws -> (Booking, Zone) {
        if let held = registration.booking, direct == nil || registration.slot == direct, var booking = try find(Booking.self, held) {
            guard let branch = nation[booking.branch], let slot = try find(Slot.self, booking.slot) else { throw Refusal.slotUnknown }
            // The papers' deadline may have passed while the form was filled in.
            try slot.open(in: branch.zone, at: now)
            try booking.confirm(for: claim, at: now)
            update(booking)
            return (booking, branch.zone)
        }
        guard let id = direct ?? registration.slot else { throw Refusal.stepMissing }
        guard var slot = try find(Slot.self, id) else { throw Refusal.slotUnknown }
        try drop(registration.booking)
        let zone = try nation.branch(of: slot).zone
        try slot.open(in: zone, at: now)
        let turn = try turn(at: slot)
        let booking: Booking
        do throws(Refusal) {
            booking = try Booking.confirm(newID(), in: &slot, for: claim, turn: turn, zone: zone, policy: policy, at: now)
        } catch {
            // Who waits already is told so, and not that somebody else goes first.
            guard error == .lineFirst, let member = registration.member,
                try !query("SELECT 1 FROM claim WHERE member = $1 AND live = 1", member).isEmpty
            else { throw error }
            throw Refusal.liveClaim
        }
        update(slot)
        insert(booking)
        return (booking, zone)
    }

    /// Another appointment for a claim that has one: the old place goes to the list. Whoever waits in line takes a free place with it.
    package func move(_ claim: inout Claim, to slotID: ID<Slot>) throws {
        if claim.phase == .waiting { return try pick(slotID, for: &claim) }
        guard let old = claim.booking, var former = try find(Booking.self, old), var freed = try find(Slot.self, former.slot) else {
            throw Refusal.wrongPhase(claim.phase)
        }
        guard former.phase != .checkedIn else { throw Refusal.interviewRunning }
        // A number at the branch is given up first, by its holder or at the end of the day.
        guard freed.channel == .online else { throw Refusal.alreadyConfirmed }
        guard var slot = try find(Slot.self, slotID), slot.channel == .online, slot.id != freed.id else { throw Refusal.slotUnknown }
        let zone = try nation.branch(of: slot).zone
        try slot.open(in: zone, at: now)
        let booking = try Booking.confirm(
            newID(), in: &slot, for: claim.id, turn: try turn(at: slot), zone: zone, policy: policy, at: now)
        let event = try claim.move(to: booking, from: freed, zone: zone, policy: policy, at: now)
        former.release(in: &freed, line: try line(of: freed.branch), quiet: quiet, at: now)
        update(former)
        update(freed)
        update(slot)
        insert(booking)
        update(claim)
        note(event, by: .member(claim.id))
    }

    /// The member gives up: the place goes to the list, the ticket leaves the line, an open offer goes to the next.
    package func cancel(_ claim: inout Claim) throws {
        let walkIns = try query("SELECT id FROM walk_in WHERE claim = $1 AND live = 1", claim.id)
        if let id = claim.booking, try find(Booking.self, id)?.phase == .checkedIn { throw Refusal.interviewRunning }
        let event = try claim.cancel(at: now)
        for row in walkIns {
            guard var walkIn = try find(WalkIn.self, ID<WalkIn>(try row.int(0))) else { continue }
            note(walkIn.finish(.left, at: now), by: .member(claim.id))
            update(walkIn)
        }
        let ticket = try claim.ticket.flatMap { try find(Ticket.self, $0) }
        for id in Set([claim.booking, ticket?.booking].compactMap(\.self)) {
            guard var booking = try find(Booking.self, id), var slot = try find(Slot.self, booking.slot) else { continue }
            booking.release(in: &slot, line: try line(of: slot.branch), quiet: quiet, at: now)
            update(booking)
            update(slot)
        }
        if var ticket, ticket.isLive {
            try ticket.withdraw()
            try keep(ticket: ticket)
        }
        update(claim)
        note(event, by: .member(claim.id))
    }
}
