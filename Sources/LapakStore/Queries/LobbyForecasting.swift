package import LapakDomain

extension LobbyForecast {
    /// What is to be expected for this person now. How long one sits is measured on the last people of the sessions that are open.
    package static func load(
        _ interview: Interview, _ policy: Policy, _ connection: any SQLConnection, at now: Instant
    ) throws -> LobbyForecast {
        let sessions = try connection.sessions(at: interview.branch).filter { $0.isOpen && !$0.isAway(policy, at: now) }
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
            ahead: try Lobby.ahead(of: interview, connection, at: now), seats: seats, free: free, sitting: max(.minutes(1), sitting))
    }
}
