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
    package func advance(_ span: Span) { shift.wrappingAdd(span.milliseconds, ordering: .relaxed) }
}
