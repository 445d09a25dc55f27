import LapakDomain

/// How many signals one party may send: a burst at a call's beginning, then a steady few.
struct SignalBudget: Sendable {
    /// Messages a second, in the long run.
    static let perSecond = 40
    /// Messages at once, after a rest.
    static let burst = 200

    private var thousandths: Int64
    private var counted: Instant

    init(at now: Instant) {
        thousandths = Int64(Self.burst) * 1000
        counted = now
    }

    /// Whether `count` more are within the budget; if not, nothing is taken.
    mutating func take(_ count: Int, at now: Instant) -> Bool {
        let passed = max(0, (now - counted).milliseconds)
        // A day refills everything; more would only overflow.
        thousandths = min(Int64(Self.burst) * 1000, thousandths + min(passed, 86_400_000) * Int64(Self.perSecond))
        counted = now
        guard thousandths >= Int64(count) * 1000 else { return false }
        thousandths -= Int64(count) * 1000
        return true
    }
}
