package import LapakDomain

// The waiting list: one exclusive timed offer after another.
extension Work {
    /// Offers one place of the slot, kept or free, to the first in line whom it suits. Nil when there is no place, nobody suits, or the
    /// first one's rank still waits for the day's draw. At night the offer stands at once; its time runs from the morning.
    package func offerNext(of slotID: ID<Slot>, booking id: ID<Booking>, secret: String) throws -> Booking? {
        guard var slot = try find(Slot.self, slotID), slot.channel == .online, slot.kept + slot.free > 0, let branch = nation[slot.branch],
            let first = try first(for: slot), first.drawn, var ticket = try find(Ticket.self, first.id), ticket.phase == .waiting
        else { return nil }
        let zone = branch.zone
        let prepared = slot.audience(in: zone, policy: policy, at: now) == .prepared
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
            throw booking.declined ? Refusal.offerDeclined : Refusal.offerGone
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
        try give(back: &booking, of: &ticket, in: &slot)
        return claim
    }

    private func give(back booking: inout Booking, of ticket: inout Ticket, in slot: inout Slot) throws {
        try booking.decline(in: &slot, line: try line(of: slot.branch), quiet: quiet, at: now)
        try ticket.keepPlace(after: booking.id)
        update(booking)
        update(slot)
        try keep(ticket: ticket)
        note(
            .ticket(.declined(ticket: ticket.id, claim: ticket.claim, booking: booking.id, slot: slot.id)), by: .member(ticket.claim))
    }

    /// Somebody who waits takes a free place themselves: any that suits nobody before them. An offer that is open is declined by it,
    /// or accepted where it is of the same slot. Refuses with `lineFirst` where somebody goes before.
    package func pick(_ slotID: ID<Slot>, for claim: inout Claim) throws {
        guard claim.phase == .waiting, let id = claim.ticket, var ticket = try find(Ticket.self, id), ticket.isLive else {
            throw Refusal.notWaiting
        }
        if let open = ticket.booking, var offer = try find(Booking.self, open), offer.phase == .offered {
            if offer.slot == slotID, let secret = offer.secret {
                claim = try accept(Pass(id: open, hash: secret))
                return
            }
            guard var offered = try find(Slot.self, offer.slot) else { throw Refusal.slotUnknown }
            try give(back: &offer, of: &ticket, in: &offered)
        }
        guard var slot = try find(Slot.self, slotID), slot.channel == .online else { throw Refusal.slotUnknown }
        let zone = try nation.branch(of: slot).zone
        try slot.open(in: zone, at: now)
        let booking = try Booking.confirm(
            newID(), in: &slot, for: claim.id, turn: try turn(at: slot, for: ticket), zone: zone, policy: policy, at: now)
        let event = try claim.book(booking, zone: zone, policy: policy, at: now)
        ticket.serve()
        update(slot)
        insert(booking)
        try keep(ticket: ticket)
        update(claim)
        note(event, by: .member(claim.id))
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
