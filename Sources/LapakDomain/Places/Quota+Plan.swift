// Officers are counted by the minute: windows that overlap share their seats, whatever plan each of them comes from.
extension Quota {
    /// One slot of a day as its branch can serve it now.
    package struct Planned: Hashable, Sendable {
        package let id: ID<Slot>
        package let channel: Channel
        package let start: Instant
        package let minutes: Int
        /// For sale or sold.
        package let places: Int
        /// Of those who are booked, so many have an officer at that time.
        package let served: Int
    }

    /// All slots of one day: its windows, and those of `standing` that the plan no longer has.
    ///
    /// Whoever is booked keeps their place as far as officers are there at that time: in a window of an earlier plan, and in one whose
    /// channel has fewer places now. Only what is left of every officer's minute is sold; also what those are promised still counts
    /// whom nobody will serve (`served` is less than what is taken), until they have another place. A window of another length at the
    /// same start keeps its length while somebody is in it.
    package static func plan(
        of branch: Branch, on day: Day, exception: BranchDay?, holidays: Set<Day>, policy: Policy, standing: [Slot]
    ) -> [Planned] {
        let seats = seats(of: branch, exception: exception)
        let spans = spans(of: branch, on: day, exception: exception, holidays: holidays)
        let windows = windows(of: branch, on: day, exception: exception, holidays: holidays, policy: policy)
        let taken = Dictionary(grouping: standing, by: \.start).mapValues(Standing.init)
        var planned: [Planned] = []
        // Seats of those who are booked outside the windows of this plan: of all, and of those who are served.
        var (promised, serving) = ([Busy](), [Busy]())
        for (start, stands) in taken.sorted(by: { $0.key < $1.key }) {
            let isOfPlan = windows.contains { $0.start == start && $0.minutes == stands.minutes }
            guard !isOfPlan, stands.all > 0 || !windows.contains(where: { $0.start == start }) else { continue }
            let end = start + .minutes(stands.minutes)
            let isStaffed = spans.contains { $0.from <= start && end <= $0.until }
            let free = isStaffed ? seats - Busy.peak(serving, from: start, until: end) : 0
            let here = window(start, minutes: stands.minutes, seats: free, of: branch)
            let online = min(stands.online, here.places)
            let onsite = min(stands.onsite, here.places - online)
            planned += slots(start, stands.minutes, stands, online: online, onsite: onsite, of: branch)
            promised.append(Busy(from: start, until: end, places: stands.all, branch))
            serving.append(Busy(from: start, until: end, places: online + onsite, branch))
        }
        let kept = Set(planned.map(\.start))
        for window in windows where !kept.contains(window.start) {
            func share(beside busy: [Busy]) -> (online: Int, onsite: Int) {
                let free = seats - Busy.peak(busy, from: window.start, until: window.end)
                let here = Self.window(window.start, minutes: window.minutes, seats: free, of: branch)
                return Self.share(here, among: stands)
            }
            let stands = taken[window.start] ?? Standing([])
            let (sold, served) = (share(beside: promised), share(beside: serving))
            planned += slots(
                window.start, window.minutes, stands, online: max(sold.online, min(stands.online, served.online)),
                onsite: max(sold.onsite, min(stands.onsite, served.onsite)), of: branch)
        }
        return planned
    }

    /// The places of both channels. Who is booked in one that has fewer now takes of the other's, as far as there are officers.
    private static func share(_ window: Window, among stands: Standing) -> (online: Int, onsite: Int) {
        let online =
            stands.online > window.online
            ? max(window.online, min(stands.online, window.places - min(stands.onsite, window.onsite)))
            : window.places - max(window.onsite, min(stands.onsite, window.places - stands.online))
        return (online, window.places - online)
    }

    private static func slots(
        _ start: Instant, _ minutes: Int, _ stands: Standing, online: Int, onsite: Int, of branch: Branch
    ) -> [Planned] {
        [(Channel.online, online, stands.online), (.onsite, onsite, stands.onsite)].map { channel, places, taken in
            Planned(
                id: Slot.identity(branch: branch.id, channel: channel, start: start), channel: channel, start: start, minutes: minutes,
                places: places, served: min(places, taken))
        }
    }

    /// Who is booked at one start.
    private struct Standing {
        let online: Int
        let onsite: Int
        let minutes: Int
        var all: Int { online + onsite }

        init(_ slots: [Slot]) {
            online = slots.reduce(0) { $0 + ($1.channel == .online ? $1.taken : 0) }
            onsite = slots.reduce(0) { $0 + ($1.channel == .onsite ? $1.taken : 0) }
            // The longest of those with people in it: nobody's time is shortened.
            minutes = slots.filter { $0.taken > 0 }.map(\.minutes).max() ?? slots.map(\.minutes).max() ?? 0
        }
    }

    /// Seats that are sold for a while.
    struct Busy {
        let from: Instant
        let until: Instant
        let seats: Int

        /// A seat that is used for a part of the window is counted whole.
        init(from: Instant, until: Instant, places: Int, _ branch: Branch) {
            (self.from, self.until) = (from, until)
            let minutes = Int((until - from).seconds / 60)
            seats = minutes == 0 ? 0 : (places * branch.minutesPerClaim + minutes - 1) / minutes
        }

        /// The most seats that are sold at one moment between two.
        static func peak(_ busy: [Busy], from: Instant, until: Instant) -> Int {
            let here = busy.filter { $0.from < until && from < $0.until }
            return ([from] + here.map(\.from)).filter { $0 >= from }
                .map { moment in here.reduce(0) { $0 + ($1.from <= moment && moment < $1.until ? $1.seats : 0) } }.max() ?? 0
        }
    }
}
