extension Day {
    /// No weekend and no holiday.
    package func isWorking(_ holidays: Set<Day>) -> Bool { weekday != .saturday && weekday != .sunday && !holidays.contains(self) }

    /// The day so many working days later.
    package func adding(workingDays count: Int, holidays: Set<Day>) -> Day {
        var day = self
        var left = count
        while left > 0 {
            day = day + 1
            if day.isWorking(holidays) { left -= 1 }
        }
        return day
    }
}
