// The papers' deadline: they are complete, or the place goes to the line.
extension Claim {
    /// What the papers decide about the place.
    package enum PapersVerdict: Hashable, Sendable, CaseIterable {
        /// The deadline lies ahead and something is still to come or to be looked at.
        case open
        /// All were sent in time, and our own checks of some are not done. The place waits for them.
        case checking
        case complete
        case missed
    }

    /// Whether papers may be sent, replaced or withdrawn now. Someone who waits in line may prepare theirs at any time;
    /// whoever has a place may until the deadline.
    package func papersOpen(at now: Instant) throws(Refusal) {
        guard phase.isOpen else { throw .wrongPhase(phase) }
        if let papersDue, now >= papersDue { throw .papersLate }
    }

    /// What the papers decide now, for the appointment in `slot`.
    ///
    /// Before the deadline only a dossier with every required paper accepted is complete. At the deadline it is enough that
    /// all are there and whole. Our own checks cost nobody the place: while some are outstanding nothing is decided, and
    /// from `latestBeforeCall` on what was sent counts.
    package func verdict(on dossier: Dossier, slot: Slot, zone: Zone, policy: Policy, at now: Instant) -> PapersVerdict {
        if dossier.isReady { return .complete }
        let deadline = Deadline(start: slot.start, zone: zone, policy: policy.files)
        guard now >= papersDue ?? deadline.due else { return .open }
        if dossier.isComplete { return .complete }
        if dossier.isSent { return now < deadline.latest ? .checking : .complete }
        return .missed
    }

    /// The papers are complete: the claim is ready for its interview. Only the reminder of the last day stays.
    package mutating func complete(_ dossier: Dossier, slot: Slot, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) -> Event {
        guard phase == .booked else { throw .wrongPhase(phase) }
        switch verdict(on: dossier, slot: slot, zone: zone, policy: policy, at: now) {
        case .open: throw .notYet(papersDue ?? slot.papersDue(in: zone))
        case .checking: throw .papersChecking
        case .missed: throw .papersMissing(dossier.missing.count)
        case .complete: break
        }
        phase = .ready
        let last = ReminderSchedule(start: slot.start, zone: zone, policy: policy).reminders.last?.moment
        remindAt = last.flatMap { $0 > now ? $0 : nil }
        return .claim(.papersComplete(claim: id))
    }

    /// The deadline passed without the papers: the claim stands in line again with `ticket` (see `Ticket.back`), its
    /// papers stay. The place is released beside this (`Booking.release`), as for a cancelled claim.
    package mutating func missPapers(
        _ dossier: Dossier, ticket: Ticket, slot: Slot, zone: Zone, policy: Policy, at now: Instant
    ) throws(Refusal) -> Event {
        guard phase == .booked, let booking else { throw .wrongPhase(phase) }
        switch verdict(on: dossier, slot: slot, zone: zone, policy: policy, at: now) {
        case .open: throw .notYet(papersDue ?? slot.papersDue(in: zone))
        case .checking: throw .papersChecking
        case .complete: throw .papersThere
        case .missed: break
        }
        guard ticket.claim == id, ticket.phase == .waiting else { throw .notWaiting }
        phase = .waiting
        self.booking = nil
        self.slot = nil
        self.ticket = ticket.id
        papersDue = nil
        remindAt = nil
        return .claim(.papersMissed(claim: id, booking: booking, slot: slot.id, ticket: ticket.id))
    }

    /// Our outages move the deadline, as `Deadline.extended` says. Nil when it stays where it is: asking again changes
    /// nothing, and a promise that was made is never shortened.
    package mutating func moveDeadline(
        for outages: [Outage], slot: Slot, zone: Zone, policy: Policy, at now: Instant
    ) throws(Refusal) -> Event? {
        guard phase == .booked else { throw .wrongPhase(phase) }
        let deadline = Deadline(start: slot.start, zone: zone, policy: policy.files)
        let (from, to) = (papersDue ?? deadline.due, deadline.extended(by: outages, policy: policy.files, at: now))
        guard to > from else { return nil }
        papersDue = to
        revision += 1
        return .claim(.deadlineMoved(claim: id, from: from, to: to))
    }

    /// A reminder goes out, once per moment of the schedule; the next one is set. Nil, and nothing is sent, when the day
    /// of the appointment has come in the meantime. After a pause of ours only the latest of those overdue is sent.
    package mutating func remind(slot: Slot, zone: Zone, policy: Policy, at now: Instant) throws(Refusal) -> Event? {
        guard phase.hasPlace, let remindAt else { throw .wrongPhase(phase) }
        guard now >= remindAt else { throw .notYet(remindAt) }
        let schedule = ReminderSchedule(start: slot.start, zone: zone, policy: policy)
        self.remindAt = schedule.next(after: now)?.moment
        guard zone.day(of: now) < zone.day(of: slot.start), let reminder = schedule.latest(at: now) else { return nil }
        return .claim(.papersReminder(claim: id, daysBefore: reminder.daysBefore))
    }
}
