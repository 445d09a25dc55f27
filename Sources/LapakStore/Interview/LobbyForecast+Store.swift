package import LapakDomain

extension LobbyForecast {
    /// What is to be expected for this person now. How long one sits is measured on the last people of the sessions that are open.
    package static func load(
        _ interview: Interview, _ policy: Policy, _ connection: any SQLConnection, at now: Instant
    ) throws -> LobbyForecast {
        try load(interview.branch, ahead: try Lobby.ahead(of: interview, connection, at: now), policy, connection, at: now)
    }

    /// The same for somebody who waits outside, or (`before` nil) comes to the end of the line now: those in the lobby and those
    /// outside who stand before them.
    package static func load(
        _ branch: ID<Branch>, before walkIn: WalkIn?, _ policy: Policy, _ connection: any SQLConnection, at now: Instant
    ) throws -> LobbyForecast {
        let order = walkIn?.order ?? now
        let ahead = try connection.query(
            """
            SELECT (SELECT count(*) FROM interview WHERE phase = 'lobby' AND branch = $1 AND start <= $2)
            + (SELECT count(*) FROM walk_in WHERE phase = 'waiting' AND live = 1 AND branch = $1 AND place <= $2 AND id <> $3)
            """, branch, order, walkIn?.id ?? ID<WalkIn>(0))[0].int(0)
        return try load(branch, ahead: Int(ahead), policy, connection, at: now)
    }

    private static func load(
        _ branch: ID<Branch>, ahead: Int, _ policy: Policy, _ connection: any SQLConnection, at now: Instant
    ) throws -> LobbyForecast {
        let sessions = try connection.sessions(at: branch).filter { $0.isOpen && !$0.isAway(policy, at: now) }
        var (seats, free, lasted): (Int, Int, [Int64]) = (0, 0, [])
        for session in sessions {
            seats += session.seats
            free += max(0, session.seats - (try connection.interviews(of: session.id).count))
            let done = try connection.query(
                "SELECT \(Interview.table.columnList) FROM interview WHERE session = $1 AND phase = 'done' ORDER BY id DESC LIMIT 8",
                session.id
            ).map(Interview.init)
            lasted += done.compactMap { one in one.seated.map { (one.since - $0).milliseconds } }
        }
        let sitting = lasted.count < 3 ? usual : Span(milliseconds: lasted.reduce(0, +) / Int64(lasted.count))
        return LobbyForecast(
            ahead: ahead, seats: seats, free: free, sitting: max(.minutes(1), sitting))
    }
}
