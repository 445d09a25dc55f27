// What the officer does: calls, marks, takes the one next step, gives back, parks, hands over, takes back.
extension Interview {
    /// Calls the person to a seat. Two officers who press "next" at once find it called.
    /// Someone who came to the branch needs a booth.
    package mutating func call(to session: OfficerSession, seat: Int, booth: ID<Booth>? = nil, policy: Policy, at now: Instant)
        throws(Refusal) -> Event
    {
        guard phase == .lobby else { throw .interviewPhase(phase) }
        guard (walkIn == nil) == (booth == nil) else { throw .noSeat }
        guard session.isOpen, (1...session.seats).contains(seat) else { throw .noSeat }
        if pause == .handedOver, session.seats > 1 { throw .interviewPhase(phase) }
        self.session = session.id
        self.seat = seat
        (self.booth, sits) = (booth, nil)
        calls += 1
        go(.called, at: now)
        return .interview(.called(interview: id, claim: claim, session: session.id, seat: seat, time: calls))
    }

    /// Calls again while the person has not answered.
    package mutating func callAgain(policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase == .called, let session, let seat else { throw .interviewPhase(phase) }
        guard calls < policy.interviews.calls else { throw .tooMany }
        calls += 1
        since = now
        return .interview(.called(interview: id, claim: claim, session: session, seat: seat, time: calls))
    }

    /// Marks one row by hand; nil when it was marked so already. A mismatch needs `giveBack` before the interview goes on.
    package mutating func mark(
        _ subject: InterviewCheck.Subject, fits: Bool, among checks: [InterviewCheck], by staff: ID<Staff>, at now: Instant
    ) throws(Refusal) -> Event? {
        guard phase.isOfficers else { throw .interviewPhase(phase) }
        guard checks.contains(where: { $0.subject == subject }) else { throw .notFound }
        let mark = Mark(subject: subject, fits: fits, byHand: true)
        guard !marks.contains(mark) else { return nil }
        marks.removeAll { $0.subject == subject }
        marks.append(mark)
        return .interview(.rowMarked(interview: id, subject: subject, fits: fits, by: staff))
    }

    /// Enter: accepts every automatic match and takes the one next step. Refuses while a row waits for eyes or does not fit.
    package mutating func accept(_ checks: [InterviewCheck], by staff: ID<Staff>, policy: Policy, at now: Instant) throws(Refusal)
        -> [Event]
    {
        if stuck != nil, !phase.isOfficers {
            keepUndo(policy: policy, at: now)
            relieve(at: now)
            return [.interview(.relieved(interview: id, by: staff))]
        }
        guard phase.isOfficers else { throw .interviewPhase(phase) }
        for check in checks {
            let mark = marks.first { $0.subject == check.subject }
            if let mark, !mark.fits { throw .rowDiffers(check.title) }
            if mark == nil, check.needsHand { throw .rowOpen(check.title) }
        }
        if phase == .agreed { return try decide(.approve, by: staff, policy: policy, at: now) }
        keepUndo(policy: policy, at: now)
        for check in checks where !marks.contains(where: { $0.subject == check.subject }) {
            marks.append(Mark(subject: check.subject, fits: true, byHand: false))
        }
        let former = phase
        go(phase == .ready ? .originals : .summary, at: now)
        let asked = former == .shown ? questions : []
        let told = asked.isEmpty ? [] : [Event.interview(.questionsAsked(interview: id, by: staff, questions: asked))]
        return [moved(from: former)] + told
    }

    /// A row does not fit: back to the member with the reason. The second time a person has to look at it.
    package mutating func giveBack(
        _ subject: InterviewCheck.Subject, _ reason: ReturnReason, by staff: ID<Staff>, policy: Policy, at now: Instant
    ) throws(Refusal) -> [Event] {
        guard phase.isOfficers else { throw .interviewPhase(phase) }
        keepUndo(policy: policy, at: now)
        mismatches += 1
        marks.removeAll { $0.subject == subject }
        let former = phase
        let papers = originals(behind: subject)
        if !papers.isEmpty {
            captures.removeAll { capture in papers.contains { capture.kind == .paper($0) } }
            returned = returned.filter { !$0.subject.isOriginal } + papers.map { Returned(subject: .original($0), reason: reason) }
            go(.originals, at: now)
        } else if subject == .papers, phase == .ready {
            returned = [Returned(subject: subject, reason: reason)]
            go(.filling, at: now)
        }
        let stopped = mismatches >= policy.interviews.mismatches ? stop(.mismatches, at: now) : nil
        let back = Event.interview(.givenBack(interview: id, subject: subject, reason: reason, by: staff))
        return [back] + (former == phase ? [] : [moved(from: former)]) + (stopped.map { [$0] } ?? [])
    }

    /// Which originals the member has to show anew when this row does not fit; none for what no photograph mends.
    private func originals(behind subject: InterviewCheck.Subject) -> [Paper] {
        switch subject {
        case .identity: wanted.filter { $0 == .ktp }
        case .others: wanted.filter { $0 != .ktp }
        case .original(let paper): wanted.filter { $0 == paper }
        case .nik, .names, .waiting, .papers, .face, .answers, .agreement: []
        }
    }

    /// The decision stands once it can no longer be undone (`settle`).
    package mutating func decide(_ decision: Decision, by staff: ID<Staff>, policy: Policy, at now: Instant) throws(Refusal) -> [Event] {
        guard phase.hasSeat, phase != .called, phase != .deciding else { throw .interviewPhase(phase) }
        guard decision != .approve || phase == .agreed else { throw .interviewPhase(phase) }
        keepUndo(policy: policy, at: now)
        let former = phase
        self.decision = decision
        decidedBy = staff
        go(.deciding, at: now)
        return [moved(from: former)]
    }

    /// Takes the officer's last step back, for as long as the policy says and until the member went on.
    package mutating func takeBack(by staff: ID<Staff>, at now: Instant) throws(Refusal) -> Event {
        guard let undo, now < undo.until, phase.hasSeat else { throw .undoGone }
        let former = phase
        (phase, since, needed, stuck, marks, returned) = (undo.phase, undo.since, undo.needed, undo.stuck, undo.marks, undo.returned)
        mismatches = undo.mismatches
        (decision, decidedBy, self.undo) = (nil, nil, nil)
        progress = now
        return .interview(.stepUndone(interview: id, from: former, to: phase, by: staff))
    }

    /// The seat is given up and everything is kept: parked for a while, handed to a one-to-one desk, or the officer is gone.
    package mutating func pause(_ why: Pause, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase.hasSeat, phase != .deciding else { throw .interviewPhase(phase) }
        let former = phase
        resume = former == .called ? resume : former
        let event = Event.interview(.paused(interview: id, claim: claim, session: session, why: why))
        go(.lobby, at: now)
        pause = why
        notBefore = why == .parked ? now + policy.interviews.parkLasts : nil
        calls = 0
        (session, seat, booth, offered, undo) = (nil, nil, nil, nil, nil)
        return event
    }

    /// Asks a colleague's session to take this person over; nil takes the question back.
    package mutating func offer(to other: ID<OfficerSession>?) throws(Refusal) -> Event {
        guard phase.hasSeat, let session, other != session else { throw .interviewPhase(phase) }
        offered = other
        return .interview(.takeOverOffered(interview: id, from: session, to: other))
    }

    /// The colleague says yes: the same phase, another officer and seat.
    package mutating func takeOver(to other: OfficerSession, seat: Int, by staff: ID<Staff>) throws(Refusal) -> Event {
        guard phase.hasSeat, offered == other.id, let former = session else { throw .interviewPhase(phase) }
        guard other.isOpen, (1...other.seats).contains(seat) else { throw .noSeat }
        session = other.id
        self.seat = seat
        (offered, undo) = (nil, nil)
        return .interview(.takenOver(interview: id, from: former, to: other.id, seat: seat, by: staff))
    }

    /// One touch of the officer is over.
    package mutating func attended(for span: Span) {
        touches += 1
        attention = attention + span
    }

    private mutating func keepUndo(policy: Policy, at now: Instant) {
        undo = Undo(
            phase: phase, since: since, needed: needed, stuck: stuck, marks: marks, returned: returned, mismatches: mismatches,
            until: now + policy.interviews.undo)
    }
}

// What time does.
extension Interview {
    /// Whether the call that runs now is the last one before a visitor of the branch moves back in line.
    package func setsBack(_ policy: Policy) -> Bool { phase == .called && walkIn != nil && calls == policy.onsite.callsBeforeSetBack }

    /// Two calls passed: back in the lobby `behind` the next ones, with the calls counted. Seat and booth are free.
    package mutating func setBack(behind order: Instant, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard setsBack(policy) else { throw .interviewPhase(phase) }
        guard now >= since + policy.interviews.answerWithin else { throw .notYet(since + policy.interviews.answerWithin) }
        let event = Event.interview(.moved(interview: id, claim: claim, session: session, from: .called, to: .lobby))
        go(.lobby, at: now)
        line = max(self.order, order)
        (session, seat, booth, offered) = (nil, nil, nil, nil)
        return event
    }

    /// Camera or screen of the booth failed: another booth, the same seat and step.
    package mutating func move(to booth: ID<Booth>) throws(Refusal) -> Event {
        guard phase.hasSeat, let former = self.booth, former != booth else { throw .interviewPhase(phase) }
        (self.booth, sits) = (booth, nil)
        return .interview(.boothChanged(interview: id, from: former, to: booth))
    }

    /// Nobody answered in time: called again, or missed after the last call. The seat is free then.
    package mutating func lapseCall(policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase == .called else { throw .interviewPhase(phase) }
        guard now >= since + policy.interviews.answerWithin else { throw .notYet(since + policy.interviews.answerWithin) }
        if calls < policy.interviews.calls { return try callAgain(policy: policy, at: now) }
        return try miss(at: now)
    }

    /// The officer or the clock says that the person is not there.
    package mutating func miss(at now: Instant) throws(Refusal) -> Event {
        guard phase == .called else { throw .interviewPhase(phase) }
        go(.missed, at: now)
        let event = moved(from: .called)
        (session, seat, booth) = (nil, nil, nil)
        return event
    }

    /// The member's step stands still. Nil when it does not.
    package mutating func noticeStandstill(policy: Policy, at now: Instant) -> Event? {
        guard phase.isMembers, now >= progress + policy.interviews.stuckAfter else { return nil }
        return stop(.noProgress, at: now)
    }

    /// The member's page is gone; the console shows it.
    package mutating func loseContact(at now: Instant) -> Event? {
        guard phase.hasSeat, phase != .called, phase != .deciding else { return nil }
        return stop(.contactLost, at: now)
    }

    /// The member's page is there again; whoever was sent to another booth is there when they sit.
    package mutating func regainContact(at now: Instant) -> Event? {
        guard stuck == .contactLost, booth == nil || isThere else { return nil }
        relieve(at: now)
        return goesOn
    }

    /// The decision can no longer be undone: it stands, and the seat is free.
    package mutating func settle(at now: Instant) throws(Refusal) -> (Decision, ID<Staff>) {
        guard phase == .deciding, let decision, let decidedBy else { throw .interviewPhase(phase) }
        if let undo, now < undo.until { throw .notYet(undo.until) }
        phase = .done
        since = now
        (seat, offered, undo) = (nil, nil, nil)
        return (decision, decidedBy)
    }
}
