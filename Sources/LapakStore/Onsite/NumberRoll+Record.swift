package import LapakDomain

extension NumberRoll: Record {
    package static func key(_ branch: ID<Branch>, _ day: Day) -> ID<NumberRoll> { ID(branch.rawValue << 24 | Int64(day.number)) }

    package static let table = Table<NumberRoll>("number_roll") { table in
        table.derived("id") { NumberRoll.key($0.branch, $0.day) }
        let branch = table.column("branch", \.branch)
        let day = table.column("day", \.day)
        let next = table.column("next", \.next)
        return { row in NumberRoll(branch: try row[branch], day: try row[day], next: try row[next]) }
    }
}
