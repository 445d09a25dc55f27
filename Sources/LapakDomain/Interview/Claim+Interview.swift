// What the interview leaves on the claim.
extension Claim {
    /// The officer's decision stands. A returned claim stands in line again with `ticket`; an approved one is paid by
    /// `payBy`. Letters follow from the event.
    package mutating func settle(_ decision: Decision, payBy: Day, ticket: Ticket?, at now: Instant) throws(Refusal) -> Event {
        guard phase == .ready else { throw .wrongPhase(phase) }
        remindAt = nil
        papersDue = nil
        self.decision = decision
        decided = now
        switch decision {
        case .approve:
            phase = .approved
            self.payBy = payBy
        case .giveBack:
            guard let ticket, ticket.claim == id, ticket.phase == .waiting else { throw .notWaiting }
            phase = .waiting
            self.ticket = ticket.id
            (booking, slot) = (nil, nil)
        case .reject: phase = .rejected
        case .inPerson: phase = .inPerson
        }
        return .claim(.decided(claim: id, decision: Decision.Told(decision), ticket: ticket?.id))
    }

    /// Why an appointment passed without its interview.
    package enum Absence: Hashable, Sendable {
        /// Nobody came.
        case absent
        /// They were there in time, and did not answer when they were called: a network that was lost is no absence.
        case unreached
        /// We did not get round to them.
        case unserved
    }

    /// How often somebody who was there in time may not be reached before it counts like not coming.
    package func keepsRank(_ absence: Absence, _ policy: InterviewPolicy) -> Bool {
        switch absence {
        case .absent: misses < policy.freeMisses
        case .unreached: unreached < policy.freeUnreached
        case .unserved: true
        }
    }

    /// The appointment passed without an interview: in line again with `ticket`. Only who did not come has missed it; who was there and
    /// could not be reached is counted by itself, and whom we did not get round to not at all.
    package mutating func missInterview(ticket: Ticket, _ absence: Absence = .absent) throws(Refusal) -> Event {
        guard phase.hasPlace, let booking else { throw .wrongPhase(phase) }
        guard ticket.claim == id, ticket.phase == .waiting else { throw .notWaiting }
        phase = .waiting
        switch absence {
        case .absent: misses += 1
        case .unreached: unreached += 1
        case .unserved: break
        }
        self.ticket = ticket.id
        (self.booking, slot, papersDue, remindAt) = (nil, nil, nil, nil)
        return absence == .unreached
            ? .claim(.interviewUnreached(claim: id, booking: booking, ticket: ticket.id))
            : .claim(.interviewMissed(claim: id, booking: booking, ticket: ticket.id))
    }
}

extension Booking {
    /// The person is in the lobby. Coming twice changes nothing.
    package mutating func checkIn() throws(Refusal) {
        guard phase == .confirmed || phase == .checkedIn else { throw .holdGone }
        phase = .checkedIn
    }

    /// The interview ended with a decision.
    package mutating func finish() { if Phase.live.contains(phase) { phase = .done } }

    /// Nobody came, or somebody who was there in time was not reached.
    package mutating func miss(_ absence: Claim.Absence = .absent) {
        if Phase.live.contains(phase) { phase = absence == .unreached ? .unreached : .missed }
    }
}

/// The word that officer and member both see, so that each knows the other is meant (domain.md, "no call came").
package enum CodeWord {
    private static let words = [
        "melati", "kelapa", "rotan", "garuda", "cempaka", "durian", "kakao", "bambu", "merpati", "teratai", "mangga", "jati", "kenari",
        "pandan",
        "rajawali", "nangka", "cemara", "sagu", "kunyit", "anggrek", "belimbing", "kapuk", "lontar", "salak", "sirih", "beringin", "camar",
        "delima", "gambir", "jambu", "kemiri", "lengkuas",
    ]
    /// Word and two digits, from a number that is derived from the claim: `melati 42`.
    package static func text(_ number: UInt64) -> String {
        "\(words[Int(number % UInt64(words.count))]) \(10 + (number >> 8) % 90)"
    }
}
