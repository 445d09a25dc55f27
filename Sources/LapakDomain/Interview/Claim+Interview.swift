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

    /// Nobody answered the calls, or nobody came: in line again with `ticket`. The first time the rank is kept.
    /// `unserved` when we did not get round to them: no miss of theirs.
    package mutating func missInterview(ticket: Ticket, unserved: Bool = false) throws(Refusal) -> Event {
        guard phase.hasPlace, let booking else { throw .wrongPhase(phase) }
        guard ticket.claim == id, ticket.phase == .waiting else { throw .notWaiting }
        phase = .waiting
        if !unserved { misses += 1 }
        self.ticket = ticket.id
        (self.booking, slot, papersDue, remindAt) = (nil, nil, nil, nil)
        return .claim(.interviewMissed(claim: id, booking: booking, ticket: ticket.id))
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

    /// Nobody came, or nobody answered.
    package mutating func miss() { if Phase.live.contains(phase) { phase = .missed } }
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
