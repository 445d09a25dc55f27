/// How many people a branch can interview, window by window: opening hours × officers × ratio ÷ minutes per claim
/// (domain.md "Channels"; kompas-0506).
package enum Quota {
    /// One window of a day that nobody is booked on yet: when it starts, how long it is, and how many places both channels have.
    package struct Window: Hashable, Sendable {
        package let start: Instant
        package let minutes: Int
        package let places: Int
        package let online: Int
        package var onsite: Int { places - online }
        var end: Instant { start + .minutes(minutes) }
    }

    /// The windows of one day. Empty on days the branch is closed. Whole windows only: what does not fit before lunch or closing is
    /// not offered.
    package static func windows(of branch: Branch, on day: Day, exception: BranchDay?, holidays: Set<Day>, policy: Policy) -> [Window] {
        spans(of: branch, on: day, exception: exception, holidays: holidays).flatMap { from, until in
            var windows: [Window] = []
            var start = from
            while start + .minutes(policy.slotMinutes) <= until {
                let seats = seats(of: branch, exception: exception)
                windows.append(window(start, minutes: policy.slotMinutes, seats: seats, of: branch))
                start = start + .minutes(policy.slotMinutes)
            }
            return windows
        }
    }

    /// When the branch works on this day: before and after its break. Empty on days it is closed.
    package static func spans(
        of branch: Branch, on day: Day, exception: BranchDay?, holidays: Set<Day>
    ) -> [(from: Instant, until: Instant)] {
        guard day.isOpen(exception, holidays) else { return [] }
        let hours = exception?.hours ?? branch.hours
        return [(hours.opens, min(hours.lunchFrom, hours.closes)), (max(hours.lunchUntil, hours.opens), hours.closes)]
            .map { (day.at($0, in: branch.zone), day.at($1, in: branch.zone)) }.filter { $0.0 < $0.1 }
    }

    /// People that the officers of the day serve at the same time.
    static func seats(of branch: Branch, exception: BranchDay?) -> Int { (exception?.officers ?? branch.officers) * branch.ratio }

    static func window(_ start: Instant, minutes: Int, seats: Int, of branch: Branch) -> Window {
        let places = max(0, seats) * minutes / max(1, branch.minutesPerClaim)
        return Window(start: start, minutes: minutes, places: places, online: places * branch.onlineShare / 100)
    }

    /// The days that can be taken at `now`: from tomorrow (papers are due the day before) to the horizon.
    package static func openDays(in zone: Zone, policy: Policy, at now: Instant) -> ClosedRange<Day> {
        let today = zone.day(of: now)
        return today + 1...today + policy.horizonDays
    }
}

extension Day: Strideable {
    package func distance(to other: Day) -> Int { other.number - number }
    package func advanced(by days: Int) -> Day { Day(number: number + days) }
}
