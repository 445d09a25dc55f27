import LapakDomain

extension Day {
    /// A date written in this module's tables; a date that does not exist is a slip in the table and stops the program.
    static func written(_ year: Int, _ month: Int, _ day: Int) -> Day {
        guard let found = Day(year: year, month: month, day: day) else { preconditionFailure("no such date: \(year)-\(month)-\(day)") }
        return found
    }
}
