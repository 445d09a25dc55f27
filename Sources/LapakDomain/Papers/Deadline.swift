/// Until when papers may arrive: before 00.00 of the interview's day by the branch's clock (H-1, domain.md "Channels").
package struct Deadline: Hashable, Sendable {
    /// The moment at which it is too late; one millisecond earlier is in time.
    package let due: Instant
    /// Outages move the deadline at most to here.
    package let latest: Instant

    package init(start: Instant, zone: Zone, policy: FilePolicy) {
        due = Self.due(start: start, zone: zone)
        latest = max(due, start - policy.latestBeforeCall)
    }

    /// H-1: the midnight that begins the day of what starts at `start`.
    package static func due(start: Instant, zone: Zone) -> Instant { zone.day(of: start).at(ClockTime(0, 0), in: zone) }

    /// The deadline after outages of ours: from `policy.outageWindow` before it on, its clock stands still while one lasts.
    ///
    /// An outage that ended before the deadline moves it by its length inside the window; one that goes on past the deadline
    /// counts in whole, so that the hours lost come back after it. Outages at the same time count once. One that still lasts
    /// is taken to last `policy.outageGuess` longer, so that nobody is told every minute. Never later than `latest`.
    package func extended(by outages: [Outage], policy: FilePolicy, at now: Instant) -> Instant {
        var moved = due
        var counted = due - policy.outageWindow
        for outage in outages.sorted(by: { $0.from < $1.from }) where outage.from < moved {
            let until = outage.until ?? max(now, outage.from) + policy.outageGuess
            let from = max(outage.from, counted)
            guard until > from else { continue }
            moved = moved + (until - from)
            counted = until
        }
        return min(moved, latest)
    }
}
