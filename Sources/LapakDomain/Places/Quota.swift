/// How many people a branch can interview, window by window: opening hours × officers × ratio ÷ minutes per claim
/// (domain.md "Channels"; kompas-0506).
package enum Quota {
    /// One window as planned: when it starts, how long it is, and how many places each channel has.
    package struct Window: Hashable, Sendable {
        package let start: Instant
        package let minutes: Int
        package let online: Int
        package let onsite: Int
    }

    /// The windows of one day. Empty on weekends, holidays and days the branch is closed. Whole windows only:
    /// what does not fit before lunch or closing is not offered.
    package static func windows(of branch: Branch, on day: Day, exception: BranchDay?, holidays: Set<Day>, policy: Policy) -> [Window] {
        guard exception.map({ !$0.closed }) ?? day.isWorking(holidays) else { return [] }
        let hours = exception?.hours ?? branch.hours
        let officers = exception?.officers ?? branch.officers
        let places = officers * branch.ratio * policy.slotMinutes / max(1, branch.minutesPerClaim)
        let online = places * branch.onlineShare / 100
        var windows: [Window] = []
        for (from, until) in [(hours.opens, min(hours.lunchFrom, hours.closes)), (max(hours.lunchUntil, hours.opens), hours.closes)] {
            var time = from
            while time.minutes + policy.slotMinutes <= until.minutes {
                windows.append(
                    Window(start: day.at(time, in: branch.zone), minutes: policy.slotMinutes, online: online, onsite: places - online))
                time.minutes += policy.slotMinutes
            }
        }
        return windows
    }

    /// The days that can be taken at `now`: from tomorrow (papers are due the day before) to the horizon.
    package static func openDays(in zone: Zone, policy: Policy, at now: Instant) -> ClosedRange<Day> {
        let today = zone.day(of: now)
        return today + 1...today + policy.horizonDays
    }
}

/// One day at one branch that is not like the others.
package struct BranchDay: Hashable, Sendable {
    package let branch: ID<Branch>
    package let day: Day
    package let closed: Bool
    package let hours: OpeningHours?
    package let officers: Int?
    /// Shown to members: why.
    package let note: String

    package init(branch: ID<Branch>, day: Day, closed: Bool, hours: OpeningHours? = nil, officers: Int? = nil, note: String) {
        self.branch = branch
        self.day = day
        self.closed = closed
        self.hours = hours
        self.officers = officers
        self.note = note
    }

    /// The day as it would be anyway: what remains of an exception that was taken back.
    package static func ordinary(_ branch: ID<Branch>, _ day: Day) -> BranchDay {
        BranchDay(branch: branch, day: day, closed: false, note: "")
    }
    package var isOrdinary: Bool { !closed && hours == nil && officers == nil }
}

extension Day: Strideable {
    package func distance(to other: Day) -> Int { other.number - number }
    package func advanced(by days: Int) -> Day { Day(number: number + days) }
}
