import Foundation
package import LapakDomain
import Synchronization

/// The time that everyone here goes by. In development it can be moved forward, so that a test can wait for tomorrow.
package final class Clock: Sendable {
    private let shift = Atomic<Int64>(0)
    private let fixed: Instant?

    package init() { fixed = nil }
    /// Stands still at `moment` plus what it was moved.
    package init(at moment: Instant) { fixed = moment }

    package var now: Instant { wall + Span(milliseconds: shift.load(ordering: .relaxed)) }
    /// The time of the world outside, never moved: for what another program compares with its own clock.
    package var wall: Instant { fixed ?? Instant(milliseconds: Int64(Date().timeIntervalSince1970 * 1000)) }

    /// Moves it, but never out of the years 2000 to 9999, which is as far as calendars here go.
    package func advance(_ span: Span) {
        let (first, last) = (Instant(milliseconds: 946_684_800_000), Instant(milliseconds: 253_402_300_799_000))
        let moved = min(max(first, now + span), last) - wall
        shift.store(moved.milliseconds, ordering: .relaxed)
    }
}
