package import LapakDomain

// Days are opened, hours and officers change: slots follow, and nobody loses a place.
extension Work {
    /// Makes the slots of one branch equal to its plan for `days`. New ones are kept for the list while anyone waits;
    /// slots that the plan no longer has stay for the people in them. Running it again changes nothing. A new `exception`
    /// is kept in the same change, in place of an earlier one of that day. `today`, the day before `days`, is planned for the branch
    /// channel only: papers sent online would be too late for it.
    package func plan(
        _ branch: Branch, today: Day? = nil, days: ClosedRange<Day>, exception new: BranchDay? = nil, holidays: Set<Day>
    ) throws {
        let online = days.lowerBound.at(ClockTime(0, 0), in: branch.zone)
        let until = (days.upperBound + 1).at(ClockTime(0, 0), in: branch.zone)
        let days = (today ?? days.lowerBound)...days.upperBound
        let rows = try query(
            "SELECT id FROM slot WHERE branch = $1 AND start >= $2 AND start < $3 AND (channel = 'onsite' OR start >= $4)", branch.id,
            days.lowerBound.at(ClockTime(0, 0), in: branch.zone), until, online)
        var left = Set(try rows.map { ID<Slot>(try $0.int(0)) })
        let line = try line(of: branch.id)
        try load(BranchDay.self, days.map { BranchDay.key(branch.id, $0) })
        if let new { try keep(new) }
        let plan = try days.map { day in
            let exception = try find(BranchDay.self, BranchDay.key(branch.id, day))
            return (day, Quota.windows(of: branch, on: day, exception: exception, holidays: holidays, policy: policy))
        }
        let planned = plan.flatMap { $0.1 }.flatMap { window in
            Channel.allCases.filter { $0 == .onsite || window.start >= online }.map {
                Slot.identity(branch: branch.id, channel: $0, start: window.start)
            }
        }
        try load(Slot.self, left.union(planned).map { $0 as any SQLEncodable })
        for (day, windows) in plan {
            var opened = 0
            for window in windows {
                for (channel, places) in [(Channel.online, window.online), (.onsite, window.onsite)]
                where channel == .onsite || window.start >= online {
                    let id = Slot.identity(branch: branch.id, channel: channel, start: window.start)
                    left.remove(id)
                    if let slot = try find(Slot.self, id) {
                        try replan(slot, to: places, line: line)
                    } else if now < window.start + .minutes(window.minutes) {
                        var slot = Slot(
                            id: id, branch: branch.id, channel: channel, start: window.start, minutes: window.minutes, planned: places)
                        if line > 0, channel == .online { slot.keep(places, until: now + quiet) }
                        insert(slot)
                        opened += places
                    }
                }
            }
            if opened > 0 { note(.slot(.opened(branch: branch.id, day: day, places: opened))) }
        }
        for id in left.sorted() {
            if let slot = try find(Slot.self, id) { try replan(slot, to: 0, line: line) }
        }
    }

    /// Keeps an exception of one day, in place of an earlier one.
    package func keep(_ exception: BranchDay) throws {
        upsert(exception)
        note(.operations(.branchChanged(branch: exception.branch)))
    }

    private func replan(_ slot: Slot, to places: Int, line: Int) throws {
        guard slot.planned != places else { return }
        var slot = slot
        let gained = slot.replan(to: places, line: slot.channel == .online ? line : 0, quiet: quiet, at: now)
        update(slot)
        note(.slot(.replanned(slot: slot.id, planned: places, gained: gained)))
    }
}
