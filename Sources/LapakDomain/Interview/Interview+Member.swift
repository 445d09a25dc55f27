// What the member does: comes to the lobby, answers, shows, reads, agrees, asks for help, goes.
extension Interview {
    /// What the member agreed to before the camera was asked for.
    package static let consentVersion = "wawancara-2"

    /// Comes to the lobby, from `lobbyOpens` before the appointment on. The claim must be ready; consent is asked and kept.
    package static func enter(
        _ id: ID<Interview>, claim: Claim, booking: inout Booking, priority: Bool, rung: Rung, consents: Bool, policy: Policy,
        at now: Instant
    ) throws(Refusal) -> (Interview, [Event]) {
        guard claim.phase == .ready, claim.booking == booking.id else { throw .wrongPhase(claim.phase) }
        guard consents else {
            throw .invalid(
                field: "setuju",
                Words(
                    "Beri tanda setuju dahulu; tanpa itu kami tidak boleh memakai kamera Anda.",
                    "Tick that you agree first; without it we may not use your camera."))
        }
        let opens = booking.start - policy.interviews.lobbyOpens
        guard now >= opens else { throw .notYet(opens) }
        try booking.checkIn()
        let interview = Interview(
            id: id, claim: claim.id, booking: booking.id, branch: booking.branch, start: booking.start, since: now, entered: now,
            priority: priority, rung: rung, progress: now, consent: consentVersion)
        return (interview, [.interview(.entered(interview: id, claim: claim.id, booking: booking.id, consent: consentVersion))])
    }

    /// A visitor of the branch is told to come in: they are in the lobby from now on. Consent is asked in the booth.
    package static func enter(
        _ id: ID<Interview>, claim: Claim, booking: inout Booking, walkIn: WalkIn, at now: Instant
    ) throws(Refusal) -> (Interview, Event) {
        guard claim.phase == .ready, claim.booking == booking.id, walkIn.claim == claim.id else { throw .wrongPhase(claim.phase) }
        try booking.checkIn()
        let interview = Interview(
            id: id, claim: claim.id, booking: booking.id, branch: booking.branch, start: booking.start, line: walkIn.order,
            walkIn: walkIn.id, since: now, entered: now, priority: walkIn.priority != nil, rung: .video, progress: now, consent: "")
        return (interview, .interview(.entered(interview: id, claim: claim.id, booking: booking.id, consent: "")))
    }

    /// The person in the booth agrees to camera and microphone.
    package mutating func consent(at now: Instant) throws(Refusal) -> Event? {
        guard phase.isLive else { throw .interviewPhase(phase) }
        guard consent.isEmpty else { return nil }
        consent = Self.consentVersion
        return .interview(.consented(interview: id, consent: consent))
    }

    /// The number was scanned or typed in the booth. Who was only away from the page goes on; a call does not run out meanwhile.
    package mutating func sit(in booth: ID<Booth>, at now: Instant) throws(Refusal) -> Event? {
        guard phase.hasSeat, self.booth == booth else { throw .interviewPhase(phase) }
        guard sits != booth else { return nil }
        sits = booth
        if phase == .called { since = now }
        let was = stuck
        live(at: now)
        return was == stuck ? nil : goesOn
    }

    /// Nobody is at the booth any more: the page forgets the person until the number is asked again. The step stays.
    package mutating func rise() { sits = nil }

    /// The called person is there. The first time they confirm their data; after a pause they go on where they were.
    package mutating func answer(
        wanted: [Paper], prechecked: Bool, questions: [InterviewQuestion], at now: Instant
    ) throws(Refusal) -> Event {
        guard phase == .called else { throw .interviewPhase(phase) }
        guard !consent.isEmpty else { throw .consentFirst }
        if resume == nil {
            self.wanted = wanted
            self.prechecked = prechecked
            self.questions = questions
            seated = now
        }
        let former = phase
        go(resume ?? .filling, at: now)
        (resume, pause, calls, notBefore) = (nil, nil, 0, nil)
        return moved(from: former)
    }

    /// The data are right. Papers that were accepted before the day need no first touch.
    package mutating func confirmData(at now: Instant) throws(Refusal) -> Event {
        guard phase == .filling else { throw .interviewPhase(phase) }
        returned.removeAll { !$0.subject.isOriginal }
        undo = nil
        go(prechecked ? .originals : .ready, at: now)
        return moved(from: .filling)
    }

    /// A still was kept. The last of the wanted originals calls the officer.
    package mutating func add(_ capture: Capture, sha256: String, at now: Instant) throws(Refusal) -> [Event] {
        guard phase.hasSeat, phase != .called, phase != .deciding else { throw .interviewPhase(phase) }
        if case .paper(let paper) = capture.kind, !wanted.contains(paper) { throw .paperNotAsked }
        guard captures.count < 60 else { throw .tooMany }
        captures.append(capture)
        progress = now
        var events: [Event] = [.evidence(.kept(interview: id, claim: claim, evidence: capture.evidence, sha256: sha256))]
        if case .paper(let paper) = capture.kind { returned.removeAll { $0.subject == .original(paper) } }
        if phase == .originals, missing.isEmpty, returned.isEmpty {
            undo = nil
            go(.shown, at: now)
            events.append(moved(from: .originals))
        }
        return events
    }

    /// The summary is read and right.
    package mutating func agree(at now: Instant) throws(Refusal) -> Event {
        guard phase == .summary else { throw .interviewPhase(phase) }
        undo = nil
        agreed = now
        go(.agreed, at: now)
        return moved(from: .summary)
    }

    /// The help key, or something in the summary is wrong.
    package mutating func ask(_ why: Stuck, at now: Instant) throws(Refusal) -> Event? {
        guard phase.hasSeat, phase != .called, phase != .deciding else { throw .interviewPhase(phase) }
        return stop(why, at: now)
    }

    /// A weaker phone or network takes the next rung; nothing is lost.
    package mutating func change(to rung: Rung, at now: Instant) throws(Refusal) -> Event? {
        guard phase.isLive else { throw .interviewPhase(phase) }
        guard self.rung != rung else { return nil }
        self.rung = rung
        progress = now
        return .interview(.rungChanged(interview: id, to: rung))
    }

    /// Someone is at work on the page: not stuck.
    package mutating func live(at now: Instant) {
        progress = max(progress, now)
        if stuck == .noProgress || stuck == .contactLost { relieve(at: now) }
    }

    /// What tells others that a stuck step goes on: the same phase again.
    package var goesOn: Event { moved(from: phase) }

    /// The member goes before the end. They may come back to the lobby the same day, behind those who wait.
    package mutating func leave(at now: Instant) throws(Refusal) -> Event {
        guard phase.isLive, phase != .deciding else { throw .interviewPhase(phase) }
        let former = phase
        go(.left, at: now)
        let event = moved(from: former)
        (session, seat, booth, offered) = (nil, nil, nil, nil)
        return event
    }

    mutating func stop(_ why: Stuck, at now: Instant) -> Event? {
        guard stuck == nil || (stuck != why && (why == .help || why == .objection)) else { return nil }
        stuck = why
        needed = needed ?? now
        return .interview(.stuck(interview: id, claim: claim, why: why))
    }

    mutating func relieve(at now: Instant) {
        stuck = nil
        progress = now
        if !phase.isOfficers { needed = nil }
    }
}
