package import LapakDomain

// One live hold a person: found before it is made, and held by unique indexes where two are at it at once.
extension Work {
    /// States the NIK. A hold that is somebody's ends with another NIK: a place cannot be handed on. The chosen time is remembered, and
    /// taken again once the registry knows the new person, if it is still free then.
    package func state(nik: NIK, for registration: inout Registration) throws {
        let isAnother = registration.nik.map { $0 != nik } ?? false
        try registration.state(nik: nik)
        if isAnother, let held = registration.booking, try find(Booking.self, held)?.holder != nil {
            try drop(held)
            registration.hold(nil)
        }
    }

    /// After a proof: the hold is this person's from now on, and a long one once the registry knows them; or a place is taken now in the
    /// slot that was chosen, if one is left. Whoever holds another place keeps that one, and this choice without a hold.
    func secureHold(for registration: inout Registration) throws {
        guard let holder = registration.holder else { return }
        if try otherHold(of: holder, than: registration.id) != nil {
            try drop(registration.booking)
            registration.hold(nil)
        } else if let id = registration.booking, var booking = try find(Booking.self, id), var slot = try find(Slot.self, booking.slot),
            (try? booking.name(holder, at: now)) != nil
        {
            if registration.isMatched { note(try booking.prove(in: &slot, policy: policy, at: now)) }
            update(booking)
            update(slot)
        } else if let chosen = registration.slot {
            try? choose(chosen, for: &registration)
        }
    }

    /// A live hold of the same person by another registration. Holds whose time is over end here, if the clock has not ended them yet.
    func otherHold(of holder: Holder, than registration: ID<Registration>) throws -> Booking? {
        while true {
            // Each look writes what was ended before it, or two rows would want the same place in an index at once.
            let rows = try query(
                """
                SELECT id FROM booking WHERE hold_nik = $1
                UNION SELECT id FROM booking WHERE hold_mailbox = $2
                UNION SELECT id FROM booking WHERE hold_phone = $3
                """, holder.nik, holder.mailbox, holder.phone)
            let held = try rows.compactMap { try find(Booking.self, ID<Booking>(try $0.int(0))) }
            guard let other = held.first(where: { $0.holder != nil && $0.registration != registration }) else { return nil }
            guard try lapse(other.id) else { return other }
        }
    }
}

extension SQLConnection {
    /// Until when another registration of the same person holds a place; nil while none does.
    package func heldElsewhere(_ registration: Registration, at now: Instant) throws -> Instant? {
        guard let holder = registration.holder else { return nil }
        return try query(
            """
            SELECT \(Booking.table.columnList) FROM booking
            WHERE hold_nik = $1 OR hold_mailbox = $2 OR hold_phone = $3
            """, holder.nik, holder.mailbox, holder.phone
        ).map(Booking.init).filter { $0.registration != registration.id }.compactMap(\.due).filter { now < $0 }.max()
    }
}
