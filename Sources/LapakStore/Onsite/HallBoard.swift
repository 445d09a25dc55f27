package import LapakDomain

/// What the hall of a branch shows: numbers and booths, never a name.
package struct HallBoard: Sendable {
    /// One number that is or was called.
    package struct Call: Hashable, Sendable {
        package let number: QueueNumber
        package let booth: Int
        /// The moment of the newest call.
        package let at: Instant
        /// 1 for the first call.
        package let time: Int
        /// Nobody has come to the booth yet.
        package let isOpen: Bool
    }
    /// Newest first.
    package let calls: [Call]
    /// Told to come in and not yet called, in the order of the line.
    package let invited: [QueueNumber]
    /// Complete and outside.
    package let waiting: Int
    package let inside: Int
    /// For somebody who comes to the line now.
    package let forecast: LobbyForecast
    /// The journal's position that the picture was drawn after.
    package let position: Int64

    package static func load(_ branch: Branch, on day: Day, _ policy: Policy, _ connection: any SQLConnection, at now: Instant) throws
        -> HallBoard
    {
        let position = try Journal.head(connection).position
        let rows = try connection.query(
            """
            SELECT \(Interview.table.columnList(of: "i")), b.number AS booth_number, w.number AS visit_number
            FROM interview i JOIN booth b ON b.id = i.booth JOIN walk_in w ON w.id = i.walk_in
            WHERE w.branch = $1 AND w.day = $2 ORDER BY i.since DESC LIMIT 40
            """, branch.id, day)
        let calls = try rows.compactMap { row -> Call? in
            let interview = try Interview(row: row)
            guard interview.phase != .lobby else { return nil }
            let isOpen = interview.phase == .called
            return Call(
                number: try row["visit_number"], booth: try row["booth_number"],
                at: isOpen ? interview.since : interview.seated ?? interview.since,
                time: max(1, interview.calls), isOpen: isOpen)
        }.sorted { ($0.isOpen ? 1 : 0, $0.at, $0.number) > ($1.isOpen ? 1 : 0, $1.at, $1.number) }
        let invited = try connection.query(
            """
            SELECT w.number FROM walk_in w JOIN interview i ON i.walk_in = w.id AND i.phase = 'lobby'
            WHERE w.branch = $1 AND w.day = $2 AND w.phase = 'inside' ORDER BY i.start, i.entered, w.number
            """, branch.id, day
        ).compactMap { QueueNumber(try $0.text(0)) }
        let counts = try connection.query(
            "SELECT phase, count(*) FROM walk_in WHERE branch = $1 AND day = $2 GROUP BY phase", branch.id, day)
        let count = Dictionary(uniqueKeysWithValues: try counts.map { (try $0.text(0), Int(try $0.int(1))) })
        return HallBoard(
            calls: Array(calls.prefix(8)), invited: invited, waiting: count["waiting"] ?? 0, inside: count["inside"] ?? 0,
            forecast: try LobbyForecast.load(branch.id, before: nil, policy, connection, at: now), position: position)
    }
}
