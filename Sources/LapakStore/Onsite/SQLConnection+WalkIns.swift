package import LapakDomain

extension SQLConnection {
    /// A walk-in by its number, today or another day.
    package func walkIn(_ number: QueueNumber, at branch: ID<Branch>, on day: Day) throws -> WalkIn? {
        try query("SELECT \(WalkIn.table.columnList) FROM walk_in WHERE branch = $1 AND day = $2 AND number = $3", branch, day, number.text)
            .first.map(WalkIn.init)
    }

    /// The walk-ins of a day in the order of the line, those that are over at the end.
    package func walkIns(at branch: ID<Branch>, on day: Day) throws -> [WalkIn] {
        try query(
            "SELECT \(WalkIn.table.columnList) FROM walk_in WHERE branch = $1 AND day = $2 ORDER BY live DESC, place, number LIMIT 2000",
            branch, day
        ).map(WalkIn.init)
    }

    /// Those who wait outside and come in next.
    package func nextOutside(_ count: Int, at branch: ID<Branch>, on day: Day) throws -> [WalkIn] {
        try query(
            """
            SELECT \(WalkIn.table.columnList) FROM walk_in
            WHERE branch = $1 AND day = $2 AND phase = 'waiting' ORDER BY place, number LIMIT $3
            """, branch, day, count
        ).map(WalkIn.init)
    }

    /// The live walk-in of a claim.
    package func walkIn(of claim: ID<Claim>) throws -> WalkIn? {
        try query("SELECT \(WalkIn.table.columnList) FROM walk_in WHERE claim = $1 AND live = 1", claim).first.map(WalkIn.init)
    }

    /// The running claim of a member.
    package func liveClaim(of member: ID<Member>) throws -> Claim? {
        try query("SELECT \(Claim.table.columnList) FROM claim WHERE member = $1 AND live = 1", member).first.map(Claim.init)
    }

    package func booths(of branch: ID<Branch>) throws -> [Booth] {
        try query("SELECT \(Booth.table.columnList) FROM booth WHERE branch = $1 ORDER BY number", branch).map(Booth.init)
    }

    package func booth(code: String) throws -> Booth? {
        try query("SELECT \(Booth.table.columnList) FROM booth WHERE code = $1", code).first.map(Booth.init)
    }

    /// The interview that a booth is for now: the running one, or the last one while its receipt is shown.
    package func interview(in booth: ID<Booth>, since moment: Instant) throws -> Interview? {
        try query(
            """
            SELECT \(Interview.table.columnList) FROM interview
            WHERE booth = $1 AND (live = 1 OR since > $2) ORDER BY live DESC, since DESC LIMIT 1
            """, booth, moment
        ).first.map(Interview.init)
    }
}
