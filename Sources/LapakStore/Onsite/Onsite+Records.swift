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

extension WalkIn: Record {
    package static let table = Table<WalkIn>("walk_in") { table in
        table.derived("id", \.id)
        table.derived("branch", \.branch)
        table.derived("day", \.day)
        table.derived("number", \.number)
        table.derived("claim", \.claim)
        table.derived("phase", \.phase)
        table.derived("live", \.phase.isLive)
        table.derived("place", \.order)
        table.derived("source", \.source)
        table.derived("called", \.called)
        let body = table.body("body")
        // Chance gave a number twice: it is drawn again.
        table.unique("walk_in_branch_day_number_key")
        table.unique("walk_in_source_key")
        table.unique("walk_in_claim", .liveClaim)
        return { row in try row[body] }
    }
}

extension Booth: Record {
    package static let table = Table<Booth>("booth") { table in
        table.derived("id", \.id)
        table.derived("branch", \.branch)
        table.derived("number", \.number)
        table.derived("code", \.code)
        let body = table.body("body")
        table.unique("booth_branch_number_key", Booth.numberIsThere)
        return { row in try row[body] }
    }

    /// Two booths of a branch cannot have one number.
    static let numberIsThere = Refusal.invalid(
        field: "bilik", Words("Nomor bilik ini sudah ada.", "This booth number is there already."))
}
