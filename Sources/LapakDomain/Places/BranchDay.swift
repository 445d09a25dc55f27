/// One day at one branch that is not like the others.
package struct BranchDay: Hashable, Sendable {
    package let branch: ID<Branch>
    package let day: Day
    package let closed: Bool
    package let hours: OpeningHours?
    package let officers: Int?
    /// Shown to members: why. Every exception has a reason; what was taken back has none.
    package let note: String

    package init(branch: ID<Branch>, day: Day, closed: Bool, hours: OpeningHours? = nil, officers: Int? = nil, note: String) {
        self.branch = branch
        self.day = day
        self.closed = closed
        self.hours = hours
        self.officers = officers
        self.note = note
    }

    /// What remains of an exception that was taken back: it says nothing, and the day is what it would be anyway.
    package static func takenBack(_ branch: ID<Branch>, _ day: Day) -> BranchDay {
        BranchDay(branch: branch, day: day, closed: false, note: "")
    }
    /// An exception with a reason and nothing that differs opens a weekend or a holiday like a working day; without one it is none.
    package var isTakenBack: Bool { note.isEmpty && !closed && hours == nil && officers == nil }
}

extension Day {
    /// Whether a branch works on this day: as its exception says, else on every working day. Nothing else decides it.
    package func isOpen(_ exception: BranchDay?, _ holidays: Set<Day>) -> Bool {
        guard let exception, !exception.isTakenBack else { return isWorking(holidays) }
        return !exception.closed
    }
}
