package import LapakDomain

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
