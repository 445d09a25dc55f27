package import LapakDomain

// An officer's session: opened once, however many windows; its seats refill one by one from the lobby.
extension Work {
    /// The officer's open session, or a new one. Two windows at once end in one session.
    package func openSession(_ id: ID<OfficerSession>, for staff: Staff, at branch: Branch, seats: Int?) throws -> OfficerSession {
        let open = try query("SELECT id FROM officer_session WHERE staff = $1 AND live > 0", staff.id).first
        if let open, var session = try find(OfficerSession.self, ID<OfficerSession>(try open.int(0))) {
            try session.reopen()
            session.live(at: now)
            update(session)
            return session
        }
        let (session, event) = try OfficerSession.open(id, staff: staff, branch: branch, seats: seats, at: now)
        note(event, by: .staff(staff.id))
        insert(session)
        return session
    }

    /// Calls people from the lobby to free seats, at most so many; answers whom. Nobody is called while the officer is away.
    package func fillSeats(of id: ID<OfficerSession>, most: Int = OfficerSession.mostSeats) throws -> [Interview] {
        let taken = try sittingRows(id).map { Int(try $0.int(1)) }
        guard let looked = try glance(OfficerSession.self, id), looked.isOpen, !looked.value.isAway(policy, at: now) else { return [] }
        var free = (1...looked.seats).filter { !taken.contains($0) }
        free = Array(free.prefix(min(most, max(0, looked.seats - taken.count))))
        guard !free.isEmpty else { return [] }
        var booths = try freeBooths(of: looked.branch)
        let waiting = try query(
            Lobby.next(alone: looked.seats == 1, nation: policy.interviews.nationalPool, booths: !booths.isEmpty), looked.branch, now,
            free.count * 4 + 4)
        // The session is locked only now: who has no place to fill or nobody to call holds nobody up.
        guard !waiting.isEmpty, let session = try find(OfficerSession.self, id), session.isOpen else { return [] }
        var called: [Interview] = []
        for row in waiting {
            guard let seat = free.first else { break }
            guard var interview = try find(Interview.self, ID<Interview>(try row.int(0))), interview.phase == .lobby else { continue }
            let booth = interview.walkIn == nil ? nil : booths.first
            guard let event = try? interview.call(to: session, seat: seat, booth: booth, policy: policy, at: now) else { continue }
            free.removeFirst()
            if booth != nil { booths.removeFirst() }
            if let walkIn = interview.walkIn, var walkIn = try find(WalkIn.self, walkIn) {
                walkIn.call(at: now)
                update(walkIn)
            }
            note(event, by: .staff(session.staff))
            update(interview)
            called.append(interview)
        }
        return called
    }

    /// Another number of seats, at once.
    package func change(seats: Int, of id: ID<OfficerSession>, by staff: ID<Staff>) throws -> OfficerSession {
        var session = try get(OfficerSession.self, id)
        note(try session.change(seats: seats, by: staff), by: .staff(staff))
        update(session)
        return session
    }

    /// Takes nobody new, and closes once nobody sits.
    package func close(_ id: ID<OfficerSession>) throws -> OfficerSession {
        let sitting = try sittingRows(id).count
        var session = try get(OfficerSession.self, id)
        note(session.close(sitting: sitting, at: now))
        update(session)
        return session
    }

    /// A sign of life from the console.
    package func keepAlive(_ id: ID<OfficerSession>) throws {
        var session = try get(OfficerSession.self, id)
        session.live(at: now)
        update(session)
    }

    /// The officer turns to a seat of the session, or away from all; the touch that ended is kept.
    package func attend(_ interview: ID<Interview>?, in id: ID<OfficerSession>) throws -> OfficerSession {
        var session = try get(OfficerSession.self, id)
        let next = try interview.flatMap { try find(Interview.self, $0) }
        if let next, next.session != id { throw Refusal.notFound }
        if let ended = session.attend(next, touch: newID(), at: now) {
            insert(ended)
            if var former = try find(Interview.self, ended.interview) {
                former.attended(for: ended.lasted)
                update(former)
            }
            note(
                .session(.attended(interview: ended.interview, session: id, milliseconds: ended.lasted.milliseconds)),
                by: .staff(session.staff))
        }
        update(session)
        return session
    }

    /// The officer is gone: everyone who sits goes back to the front of the lobby with what was done, and the session closes.
    package func abandon(_ id: ID<OfficerSession>) throws -> [ID<Interview>] {
        let rows = try sittingRows(id)
        guard let session = try find(OfficerSession.self, id), session.phase != .closed else { return [] }
        guard author != .clock || session.isAbandoned(policy, at: now) else { return [] }
        var former = try attend(nil, in: id)
        var freed: [ID<Interview>] = []
        for row in rows {
            guard var interview = try find(Interview.self, ID<Interview>(try row.int(0))), interview.session == id else { continue }
            guard let event = try? interview.pause(.officerLeft, policy: policy, at: now) else { continue }
            note(event)
            update(interview)
            freed.append(interview.id)
        }
        note(former.close(sitting: rows.count - freed.count, at: now))
        update(former)
        return freed
    }

    func sittingRows(_ id: ID<OfficerSession>) throws -> [Row] {
        try query("SELECT id, seat FROM interview WHERE session = $1 AND live = 1 AND seat IS NOT NULL ORDER BY seat", id)
    }
}
