/// Whose turn it is (giliran), as somebody finds it who wants a place in a slot: the one rule of every way to a place.
///
/// While somebody waits whom the place suits and who was not asked about it yet, nobody who stands behind them in the line, or
/// not in it at all, gets it. Whom nothing suits, or who could not use the place any more, is in nobody's way.
package struct Turn: Hashable, Sendable {
    /// How many people wait for the branch.
    package let waiting: Int
    /// The first of those who go before; nil when it is the asking person's turn.
    package let first: ID<Ticket>?

    package init(waiting: Int, first: ID<Ticket>? = nil) {
        self.waiting = waiting
        self.first = first
    }

    /// Nobody waits.
    package static let free = Turn(waiting: 0)

    /// Refuses with `lineFirst` whoever would overtake.
    package func grant() throws(Refusal) { if first != nil { throw .lineFirst } }
}

extension Ticket {
    /// Whether this ticket is served before somebody with `taker`, or without any. Before the day's draw nobody of that day who
    /// waits for it is before another.
    package func goesBefore(_ taker: Ticket?) -> Bool {
        guard let taker else { return true }
        guard taker.id != id else { return false }
        return LineOrder.precedes(self, taker) || (!drawn && !taker.drawn && cohort == taker.cohort)
    }
}

extension Slot {
    /// Whom in the line a place can still be offered.
    package enum Audience: Hashable, Sendable {
        case everyone
        /// The papers' deadline passes before an answer could come: those whose papers are complete.
        case prepared
        case nobody
    }

    /// Who could still use an offer that is made now. At night people answer in the morning at the earliest.
    package func audience(in zone: Zone, policy: Policy, at now: Instant) -> Audience {
        guard channel == .online else { return now < end ? .everyone : .nobody }
        let awake = policy.offers.awake(at: now, in: zone)
        if awake < offeredUntil(prepared: false, in: zone, policy: policy) { return .everyone }
        return awake < offeredUntil(prepared: true, in: zone, policy: policy) ? .prepared : .nobody
    }
}
