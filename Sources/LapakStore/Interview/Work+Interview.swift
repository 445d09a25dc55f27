package import LapakDomain

// One interview: the member's steps, the officer's, the clock's, and what the decision leaves on the claim.
extension Work {
    /// The member comes to the lobby; the interview that runs already is answered again.
    package func enterLobby(
        _ id: ID<Interview>, claim: ID<Claim>, priority: Bool, rung: Interview.Rung, consents: Bool
    ) throws -> Interview {
        let live = try query("SELECT id FROM interview WHERE claim = $1 AND live = 1", claim).first
        if let live, let interview = try find(Interview.self, ID<Interview>(try live.int(0))) { return interview }
        let claim = try get(Claim.self, claim)
        guard let place = claim.booking, var booking = try find(Booking.self, place) else { throw Refusal.wrongPhase(claim.phase) }
        act(as: .member(claim.id))
        let (interview, events) = try Interview.enter(
            id, claim: claim, booking: &booking, priority: priority, rung: rung, consents: consents, policy: policy, at: now)
        for event in events { note(event) }
        update(booking)
        insert(interview)
        return interview
    }

    /// The called member is there. What they have to show follows from their papers.
    package func answer(_ id: ID<Interview>, chance: UInt64) throws -> Interview {
        guard let looked = try glance(Interview.self, id), let claim = try glance(Claim.self, looked.claim)?.value else {
            throw Refusal.notFound
        }
        act(as: .member(claim.id))
        let dossier = try dossier(of: claim)
        let walkIn = try looked.walkIn.flatMap { try glance(WalkIn.self, $0) }
        let wanted = dossier.originals(seen: walkIn?.seen ?? [])
        return try step(id) { interview in
            [
                try interview.answer(
                    wanted: wanted, prechecked: walkIn != nil || dossier.isReady, questions: InterviewQuestion.draw(chance), at: now)
            ]
        }
    }

    /// One step of an interview by whoever takes it, with its events.
    @discardableResult package func step(_ id: ID<Interview>, _ change: (inout Interview) throws -> [Event]) throws -> Interview {
        var interview = try get(Interview.self, id)
        for event in try change(&interview) { note(event) }
        update(interview)
        if interview.phase == .left { try endWalkIn(of: interview) }
        return interview
    }

    /// A still arrived and is sealed; once it is in the database it counts.
    package func keep(_ evidence: Evidence) throws -> Interview {
        if try find(Evidence.self, evidence.id) != nil { return try get(Interview.self, evidence.interview) }
        let interview = try step(evidence.interview) {
            try $0.add(Capture(kind: evidence.kind, evidence: evidence.id), sha256: evidence.sha256, at: now)
        }
        insert(evidence)
        return interview
    }

    /// The colleague takes a person over to the first free seat of their session.
    package func takeOver(_ id: ID<Interview>, to session: ID<OfficerSession>, by staff: ID<Staff>) throws -> Interview {
        let taken = try sittingRows(session).map { Int(try $0.int(1)) }
        let session = try get(OfficerSession.self, session)
        guard let seat = (1...session.seats).first(where: { !taken.contains($0) }) else { throw Refusal.noSeat }
        act(as: .staff(staff))
        return try step(id) { [try $0.takeOver(to: session, seat: seat, by: staff)] }
    }

    /// The decision can no longer be undone: claim, appointment and line follow.
    package func settle(_ id: ID<Interview>) throws -> Interview {
        var interview = try get(Interview.self, id)
        let (decision, staff) = try interview.settle(at: now)
        var claim = try get(Claim.self, interview.claim)
        act(as: .staff(staff))
        let zone = nation[interview.branch]?.zone ?? .wib
        let payBy = zone.day(of: now).adding(workingDays: policy.interviews.payWithin, holidays: nation.holidays)
        var back: Ticket?
        if case .giveBack = decision { back = try ticketBack(for: claim, branch: interview.branch) }
        note(
            .interview(
                .done(
                    interview: id, claim: claim.id, by: staff, milliseconds: interview.attention.milliseconds, touches: interview.touches)),
            try claim.settle(decision, payBy: payBy, ticket: back, at: now))
        if var booking = try find(Booking.self, interview.booking) {
            booking.finish()
            update(booking)
        }
        if let back { try keep(ticket: back) }
        update(claim)
        update(interview)
        try endWalkIn(of: interview)
        return interview
    }

    /// After the last call, or when somebody says the person is not there: back in line.
    package func miss(_ id: ID<Interview>) throws -> Interview {
        if author == .clock, let looked = try glance(Interview.self, id), looked.value.setsBack(policy) {
            return try setBack(id)
        }
        var interview = try get(Interview.self, id)
        note(author == .clock ? try interview.lapseCall(policy: policy, at: now) : try interview.miss(at: now))
        update(interview)
        if interview.phase == .missed, interview.walkIn != nil {
            try endWalkIn(of: interview)
        } else if interview.phase == .missed {
            try missAppointment(interview.booking, interview.cameInTime(policy) ? .unreached : .absent)
        }
        return interview
    }

    /// The day is over and nobody came for them: in line again with the rank, and no miss of theirs.
    package func sendHome(_ id: ID<Interview>) throws {
        let interview = try step(id) { [try $0.leave(at: now)] }
        guard interview.walkIn == nil else { return }
        try missAppointment(interview.booking, .unserved)
    }

    /// The appointment passed without its interview: in line again, with the rank kept as often as the policy allows for why.
    package func missAppointment(_ id: ID<Booking>, _ absence: Claim.Absence = .absent) throws {
        guard var booking = try find(Booking.self, id), Booking.Phase.live.contains(booking.phase), let holder = booking.claim,
            var claim = try find(Claim.self, holder), claim.booking == id, claim.phase.hasPlace
        else { return }
        let wish = Wish(branches: [booking.branch], earliest: claim.earliest)
        let ticket =
            claim.keepsRank(absence, policy.interviews)
            ? try ticketBack(for: claim, branch: booking.branch)
            : try Ticket.join(
                newID(), claim: claim.id, member: claim.member, wish: wish, line: try line(of: booking.branch), policy: policy, at: now)
        booking.miss(absence)
        note(try claim.missInterview(ticket: ticket, absence))
        update(booking)
        try keep(ticket: ticket)
        update(claim)
    }

    func ticketBack(for claim: Claim, branch: ID<Branch>) throws -> Ticket {
        let former = try claim.ticket.flatMap { try find(Ticket.self, $0) }
        return try Ticket.back(newID(), for: claim, former: former, wish: Wish(branches: [branch], earliest: claim.earliest))
    }

    /// Who looked at which still is told.
    package func view(_ evidence: ID<Evidence>) throws {
        note(.evidence(.viewed(evidence: evidence)))
    }
}
