package import LapakDomain

// From choosing a time to a proven contact. Each function is one change: `Store.write` keeps it whole.
extension Work {
    /// The registration behind a cookie or token. Refuses a forged, a forgotten and an expired one alike; else the
    /// visitor is the change's author.
    package func registration(_ pass: Pass<Registration>) throws -> Registration {
        guard var registration = try find(Registration.self, pass.id), registration.secret == pass.hash, now < registration.due else {
            throw Refusal.registrationGone
        }
        act(as: .visitor(pass.id))
        registration.touch(policy: policy, at: now)
        if let id = registration.booking, var booking = try find(Booking.self, id) {
            if (try? booking.extend(policy: policy, at: now)) != nil { update(booking) }
        }
        return registration
    }

    /// Chooses a slot and tries to hold a place in it; an older hold is given back. Where only proven people may
    /// hold, or this person holds another place, the choice is remembered; the place is taken at the proof or when the claim is
    /// filed. Refuses when the slot is full or past.
    package func choose(_ slotID: ID<Slot>, for registration: inout Registration) throws {
        act(as: .visitor(registration.id))
        if let held = registration.booking, let booking = try find(Booking.self, held), booking.phase == .held, booking.slot == slotID,
            let due = booking.due, now < due
        {
            return
        }
        // Before the slot is in hand: holds whose time is over end by it.
        let other = try registration.holder.flatMap { try otherHold(of: $0, than: registration.id) }
        guard var slot = try find(Slot.self, slotID) else { throw Refusal.slotUnknown }
        let zone = try nation.branch(of: slot).zone
        // A number at the branch is for today only.
        guard slot.channel == .online || zone.day(of: slot.start) == zone.day(of: now) else { throw Refusal.slotUnknown }
        try slot.open(in: zone, at: now)
        let turn = try turn(at: slot)
        let older = registration.booking
        let hold: (Booking, Event)?
        do throws(Refusal) {
            hold = try Booking.hold(newID(), in: &slot, for: registration, turn: turn, zone: zone, policy: policy, at: now)
        } catch {
            guard error == .proofFirst else { throw error }
            hold = nil
        }
        try registration.choose(slotID, holding: nil)
        if let (booking, event) = hold, other == nil {
            update(slot)
            try drop(older)
            insert(booking)
            note(event)
            registration.hold(booking.id)
        } else {
            try drop(older)
        }
        update(registration)
    }

    /// Asks for the waiting list instead; a hold is given back.
    package func queue(_ registration: inout Registration) throws {
        act(as: .visitor(registration.id))
        try drop(registration.booking)
        try registration.queue()
        update(registration)
    }

    /// Proves the contact with a code's hash. A wrong code is answered with its refusal and still counted. After the
    /// proof the hold is this person's, or a place is taken now in the slot that was chosen, if one is left, and only `secret` (a hash)
    /// opens the registration.
    package func prove(_ registration: inout Registration, codeHash: String, secret: String) throws -> Refusal? {
        act(as: .visitor(registration.id))
        do throws(Refusal) {
            note(try registration.prove(codeHash: codeHash, secret: secret, policy: policy, at: now))
        } catch {
            update(registration)
            return error
        }
        try secureHold(for: &registration)
        update(registration)
        return nil
    }

    /// Gives a hold back before its time; anything else is left alone.
    func drop(_ id: ID<Booking>?) throws(Refusal) {
        guard let id, var booking = try? find(Booking.self, id), booking.phase == .held, var slot = try? find(Slot.self, booking.slot)
        else { return }
        let line = (try? line(of: slot.branch)) ?? 0
        booking.release(in: &slot, line: line, quiet: quiet, at: now)
        update(booking)
        update(slot)
        note(.registration(.holdDropped(booking: id, slot: slot.id)))
    }
}

/// What a cookie, a bearer token or a link carries: which row, and the hash of the secret that opens it.
package struct Pass<Noun>: Sendable, Hashable {
    package let id: ID<Noun>
    package let hash: String
    package init(id: ID<Noun>, hash: String) {
        self.id = id
        self.hash = hash
    }
}
