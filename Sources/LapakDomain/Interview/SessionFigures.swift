/// What a manager sees of an officer's session: measured, never promised (screens.md 2.5 and section 7).
package struct SessionFigures: Hashable, Sendable {
    package let seats: Int
    package let done: Int
    package let stuck: Int
    /// Officer's focus, all touches together.
    package let attention: Span
    package let open: Span
    /// Sorted, shortest first.
    let waits: [Span]
    /// Mean time from the seat to the decision.
    package let lasted: Span?

    package init(seats: Int, done: Int, stuck: Int, touches: [Touch], lasted: [Span], open: Span) {
        self.seats = seats
        self.done = done
        self.stuck = stuck
        self.open = open
        attention = touches.reduce(.zero) { $0 + $1.lasted }
        waits = touches.filter { $0.phase.isOfficers }.map(\.waited).sorted()
        self.lasted = lasted.isEmpty ? nil : Span(milliseconds: lasted.reduce(0) { $0 + $1.milliseconds } / Int64(lasted.count))
    }

    /// Nil in the first minute.
    package var claimsPerHour: Double? { open < .minutes(1) ? nil : Double(done) * 3_600_000 / Double(open.milliseconds) }

    /// Share of the session in which the officer attended to somebody, 0...1.
    package var busy: Double? { open.milliseconds == 0 ? nil : min(1, Double(attention.milliseconds) / Double(open.milliseconds)) }

    package var attentionPerClaim: Span? { done == 0 ? nil : Span(milliseconds: attention.milliseconds / Int64(done)) }

    /// The wait for the officer that 95 of 100 touches stay within.
    package var waitP95: Span? { waits.isEmpty ? nil : waits[min(waits.count - 1, waits.count * Threshold.waits / 100)] }

    /// Claims per hour against what one-to-one service would have done in the same time: an interview's own length without the
    /// waits for the officer. Nil before the first claim is done.
    package var factor: Double? {
        guard let rate = claimsPerHour, let lasted, done > 0 else { return nil }
        let waited = waits.reduce(0) { $0 + $1.milliseconds } / Int64(done)
        let alone = max(1, lasted.milliseconds - waited)
        return rate * Double(alone) / 3_600_000
    }

    package enum Suggestion: Hashable, Sendable { case lower(Int), raise(Int) }

    /// When a session's seats ought to change, and what its waits ought to stay within.
    package enum Threshold {
        /// Busier than this many of a hundred: one seat less.
        package static let tooBusy = 75
        /// Less busy than this with people waiting: one seat more.
        package static let idle = 50
        package static let notBefore = Span.minutes(15)
        package static let attentionPerClaim = Span.seconds(105)
        /// So many of a hundred waits are at most `wait`.
        package static let waits = 95
        package static let wait = Span.seconds(120)
    }

    /// One seat less for who is too busy, one more for who is idle while people wait; nil before `Threshold.notBefore`.
    package func suggestion(waiting: Int) -> Suggestion? {
        guard open >= Threshold.notBefore, let busy else { return nil }
        if busy * 100 > Double(Threshold.tooBusy), seats > 1 { return .lower(seats - 1) }
        if busy * 100 < Double(Threshold.idle), waiting > 0, seats < OfficerSession.mostSeats { return .raise(seats + 1) }
        return nil
    }
}
