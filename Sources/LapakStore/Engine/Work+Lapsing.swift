package import LapakDomain

// Time is one more author: what is due is loaded and the same verbs are called.
extension Work {
    /// A hold or an offer ran out. A silent person keeps the place in line. Answers whether anything changed.
    package func lapse(_ id: ID<Booking>) throws -> Bool {
        guard var booking = try find(Booking.self, id), let due = booking.due, now >= due, var slot = try find(Slot.self, booking.slot)
        else { return false }
        let event = try booking.lapse(in: &slot, line: try line(of: slot.branch), quiet: quiet, at: now)
        if let waiting = booking.ticket, var ticket = try find(Ticket.self, waiting) {
            try ticket.keepPlace(after: id)
            try keep(ticket: ticket)
        }
        update(booking)
        update(slot)
        note(event, by: .clock)
        return true
    }

    /// Kept places whose quiet time has passed: they stay kept while someone suitable waits, else they are everyone's.
    package func reopen(_ id: ID<Slot>) throws -> Bool {
        guard var slot = try find(Slot.self, id), let until = slot.keptUntil, now >= until, nation[slot.branch] != nil else {
            return false
        }
        if try first(for: slot) != nil {
            slot.keepOn(until: now + quiet)
        } else {
            let places = try slot.reopen(at: now)
            note(.slot(.returned(slot: id, places: places)), by: .clock)
        }
        update(slot)
        return true
    }

    /// A reminder of the appointment and its papers.
    package func remind(_ id: ID<Claim>) throws -> Bool {
        guard var claim = try find(Claim.self, id), let due = claim.remindAt, now >= due,
            let slot = try claim.slot.flatMap({ try find(Slot.self, $0) })
        else { return false }
        let zone = try nation.branch(of: slot).zone
        note(try claim.remind(slot: slot, zone: zone, policy: policy, at: now), by: .clock)
        update(claim)
        return true
    }
}
