package import LapakDomain

// The waiting list: one exclusive timed offer after another.
extension Work {
    /// The first person in line whom `slot` suits and who was not offered it before; nil when there is none. After the papers'
    /// deadline only someone whose papers are complete can use the place (`prepared`).
    package func next(for slot: Slot, in zone: Zone, prepared: Bool = false) throws -> Ticket? {
        let page = 200
        var after = LineOrder.start
        while true {
            let rows = try query(
                """
                SELECT ticket, \(LineOrder.sql()) FROM wish
                WHERE branch IN ($1, 0) AND live = 1 AND open = 1 AND (\(LineOrder.sql())) > (\(LineOrder.places(from: 3)))
                ORDER BY \(LineOrder.sql()) LIMIT $2
                """, [slot.branch.sql, page.sql] + after.map(\.sql))
            for row in rows {
                let id = try row["ticket"] as ID<Ticket>
                guard let ticket = try find(Ticket.self, id), ticket.phase == .waiting, ticket.wish.suits(slot, in: zone) else { continue }
                if prepared { guard try dossier(of: get(Claim.self, ticket.claim)).isComplete else { continue } }
                if try query("SELECT 1 FROM booking WHERE ticket = $1 AND slot = $2 LIMIT 1", id, slot.id).isEmpty { return ticket }
            }
            guard rows.count == page, let last = rows.last else { return nil }
            after = try LineOrder.keys.map { try last[$0.column] }
        }
    }

    /// Offers one kept place of the slot to the next person. Nil when nothing is kept, it is night, or nobody suits.
    package func offerNext(of slotID: ID<Slot>, booking id: ID<Booking>, secret: String) throws -> Booking? {
        guard var slot = try find(Slot.self, slotID), slot.kept > 0, let branch = nation[slot.branch] else { return nil }
        let zone = branch.zone
        let prepared = now >= slot.papersDue(in: zone)
        guard !policy.offers.isNight(at: now, in: zone), now < slot.offeredUntil(prepared: prepared, in: zone, policy: policy) else {
            return nil
        }
        guard var ticket = try next(for: slot, in: zone, prepared: prepared) else { return nil }
        let (booking, event) = try Booking.offer(
            id, in: &slot, to: &ticket, prepared: prepared, secret: secret, zone: zone, policy: policy, at: now)
        insert(booking)
        update(slot)
        try keep(ticket: ticket)
        note(event, by: .clock)
        return booking
    }

    /// The person takes the offered place. Asked again, the answer is the same.
    package func accept(_ pass: Pass<Booking>) throws -> Claim {
        var (booking, ticket) = try offer(pass)
        var claim = try get(Claim.self, ticket.claim)
        if booking.phase == .confirmed, claim.booking == booking.id { return claim }
        guard booking.phase == .offered, let branch = nation[booking.branch], let slot = try find(Slot.self, booking.slot) else {
            throw Refusal.offerGone
        }
        let late = try now >= slot.papersDue(in: branch.zone) ? dossier(of: claim) : nil
        try booking.confirm(for: claim.id, at: now)
        try ticket.accept(booking.id)
        let booked = try claim.book(booking, zone: branch.zone, policy: policy, at: now)
        // Offered after the papers' deadline, because they are complete.
        let complete = try late.map { try claim.complete($0, slot: slot, zone: branch.zone, policy: policy, at: now) }
        update(booking)
        try keep(ticket: ticket)
        update(claim)
        note(
            .ticket(.accepted(ticket: ticket.id, claim: claim.id, booking: booking.id, slot: booking.slot)), booked, complete,
            by: .member(claim.id))
        return claim
    }

    /// The person does not want it: the place goes to the next one, the number in line stays.
    package func decline(_ pass: Pass<Booking>) throws -> Claim {
        var (booking, ticket) = try offer(pass)
        let claim = try get(Claim.self, ticket.claim)
        if booking.phase == .released { return claim }
        guard booking.phase == .offered, var slot = try find(Slot.self, booking.slot) else { throw Refusal.alreadyConfirmed }
        booking.release(in: &slot, line: try line(of: slot.branch), quiet: quiet, at: now)
        try ticket.keepPlace(after: booking.id)
        update(booking)
        update(slot)
        try keep(ticket: ticket)
        note(.ticket(.declined(ticket: ticket.id, claim: claim.id, booking: booking.id, slot: slot.id)), by: .member(claim.id))
        return claim
    }

    private func offer(_ pass: Pass<Booking>) throws -> (Booking, Ticket) {
        guard let booking = try find(Booking.self, pass.id), booking.secret == pass.hash, let id = booking.ticket else {
            throw Refusal.notFound
        }
        let ticket = try get(Ticket.self, id)
        act(as: .member(ticket.claim))
        return (booking, ticket)
    }
}
