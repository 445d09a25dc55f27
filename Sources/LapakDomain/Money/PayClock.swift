/// The five working days in which a complete and correct claim must be paid (Minister of Manpower Regulation 4/2022).
///
/// How days are counted was not found; this is our reading, as values that the policy sets.
package struct PayClock: Hashable, Codable, Sendable {
    /// Working days after day 0.
    package var days = 5
    /// What is complete after this time, the branch's clock, counts from the next working day.
    package var closes = ClockTime(15, 0)
    /// The branch hears of it at the end of this day, national operations at the end of the next.
    package var branchHears = 3

    package init() {}

    /// Day 0: the working day, at the branch, of the last paper that was accepted.
    package func dayZero(complete: Instant, in zone: Zone, holidays: Set<Day>) -> Day {
        let day = zone.day(of: complete)
        if day.isWorking(holidays), zone.time(of: complete) < closes { return day }
        return day.adding(workingDays: 1, holidays: holidays)
    }

    /// The last day for the money to be sent. A day that was told never moves later: a holiday that is decreed afterwards is ours
    /// to catch up.
    package func due(complete: Instant, in zone: Zone, holidays: Set<Day>, told: Day? = nil) -> Day {
        let due = dayZero(complete: complete, in: zone, holidays: holidays).adding(workingDays: days, holidays: holidays)
        return min(due, told ?? due)
    }

    /// The due day after the member needed `pause` working days to mend what only they could mend. A pause is the only thing that moves a
    /// told day, and by its own length.
    package func due(told: Day, pausedFor pause: Int, holidays: Set<Day>) -> Day { told.adding(workingDays: pause, holidays: holidays) }

    /// Who hears on `today` that a claim due on `due` is not paid yet.
    package func escalation(due: Day, on today: Day, holidays: Set<Day>) -> Escalation {
        if today > due { return .late }
        var left = 0
        var day = today
        while day < due {
            day = day + 1
            if day.isWorking(holidays) { left += 1 }
        }
        return left <= days - branchHears - 1 ? .nation : left <= days - branchHears ? .branch : .none
    }

    package enum Escalation: String, Hashable, Codable, Sendable, CaseIterable {
        case none, branch, nation, late
    }
}
