package import LapakDomain

// Days are opened, hours and officers change: slots follow, and nobody loses a place.
extension Work {
    /// Makes the slots of one branch equal to its plan for `days`. New ones are kept for the list while anyone waits;
    /// slots that the plan no longer has stay for the people in them. Running it again changes nothing. A new `exception`
    /// is kept in the same change, in place of an earlier one of that day. For the running day, also as `today` before `days`, nothing
    /// new is opened online: papers sent now would be too late for it.
    package func plan(_ branch: Branch, today: Day? = nil, days: ClosedRange<Day>, exception new: BranchDay? = nil) throws {
        let days = (today ?? days.lowerBound)...days.upperBound
        let running = today ?? branch.zone.day(of: now)
        let rows = try query(
            "SELECT id FROM slot WHERE branch = $1 AND start >= $2 AND start < $3", branch.id,
            days.lowerBound.at(ClockTime(0, 0), in: branch.zone), (days.upperBound + 1).at(ClockTime(0, 0), in: branch.zone))
        let ids = try rows.map { ID<Slot>(try $0.int(0)) }
        let line = try line(of: branch.id)
        try load(BranchDay.self, days.map { BranchDay.key(branch.id, $0) })
        if let new { try keep(new) }
        try load(Slot.self, ids)
        let standing = Dictionary(grouping: try ids.sorted().compactMap { try find(Slot.self, $0) }) { branch.zone.day(of: $0.start) }
        for day in days {
            let exception = try find(BranchDay.self, BranchDay.key(branch.id, day))
            let plan = Quota.plan(
                of: branch, on: day, exception: exception, holidays: nation.holidays, policy: policy, standing: standing[day] ?? [])
            try load(Slot.self, plan.map(\.id))
            var opened = 0
            for planned in plan {
                if let slot = try find(Slot.self, planned.id) {
                    if planned.channel == .online, day <= running, planned.places > slot.planned { continue }
                    try replan(slot, to: planned, line: line)
                } else if now < planned.start + .minutes(planned.minutes), planned.channel == .onsite || day > running {
                    var slot = Slot(
                        id: planned.id, branch: branch.id, channel: planned.channel, start: planned.start, minutes: planned.minutes,
                        planned: planned.places)
                    if line > 0, planned.channel == .online { slot.keep(planned.places, until: now + quiet) }
                    insert(slot)
                    opened += planned.places
                }
            }
            if opened > 0 { note(.slot(.opened(branch: branch.id, day: day, places: opened))) }
        }
    }

    /// Keeps an exception of one day, in place of an earlier one.
    package func keep(_ exception: BranchDay) throws {
        upsert(exception)
        note(.operations(.branchChanged(branch: exception.branch)))
    }

    private func replan(_ slot: Slot, to planned: Quota.Planned, line: Int) throws {
        guard slot.planned != planned.places || (slot.minutes != planned.minutes && slot.taken == 0) else { return }
        var slot = slot
        let gained = slot.replan(
            to: planned.places, minutes: planned.minutes, line: slot.channel == .online ? line : 0, quiet: quiet, at: now)
        update(slot)
        note(.slot(.replanned(slot: slot.id, planned: planned.places, gained: gained)))
    }
}
