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

/// What is left of today's numbers at a branch.
package struct DayQuota: Hashable, Sendable {
    package let places: Int
    package let left: Int
    /// Arrive-by times that still have a place, with how many.
    package let windows: [(slot: Slot, left: Int)]

    package static func == (one: DayQuota, other: DayQuota) -> Bool {
        one.places == other.places && one.left == other.left && one.windows.map(\.slot) == other.windows.map(\.slot)
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(left) }

    package static func load(_ branch: Branch, on day: Day, _ connection: any SQLConnection, at now: Instant) throws -> DayQuota {
        let slots = try connection.query(
            """
            SELECT \(Slot.table.columnList) FROM slot
            WHERE branch = $1 AND channel = 'onsite' AND start >= $2 AND start < $3 ORDER BY start
            """, branch.id, day.at(ClockTime(0, 0), in: branch.zone), (day + 1).at(ClockTime(0, 0), in: branch.zone)
        ).map(Slot.init)
        let open = slots.filter { now < $0.end && $0.free > 0 }
        return DayQuota(
            places: slots.reduce(0) { $0 + $1.capacity }, left: open.reduce(0) { $0 + $1.free }, windows: open.map { ($0, $0.free) })
    }
}

/// How well forecasts did: what was told at the check, against the first call.
package struct ForecastRecord: Hashable, Sendable {
    package let told: Int
    package let held: Int
    package let early: Int
    package let late: Int

    package static func load(_ branch: ID<Branch>, on day: Day, _ connection: any SQLConnection) throws -> ForecastRecord {
        let visits = try connection.query(
            "SELECT \(WalkIn.table.columnList) FROM walk_in WHERE branch = $1 AND day = $2 AND called IS NOT NULL", branch, day
        ).map(WalkIn.init)
        let pairs = visits.compactMap { visit in visit.told.flatMap { told in visit.called.map { (told, $0) } } }
        return ForecastRecord(
            told: pairs.count, held: pairs.count { $0.from <= $1 && $1 <= $0.until }, early: pairs.count { $1 < $0.from },
            late: pairs.count { $1 > $0.until })
    }
}

/// What the clock has to do for visits now; bounded, the rest comes with the next look.
package struct DueVisits: Sendable {
    /// Branches with somebody who may come in.
    package let branches: [ID<Branch>]
    /// Visits of days that are over in every zone.
    package let over: [ID<WalkIn>]

    package static func load(_ connection: any SQLConnection, at now: Instant) throws -> DueVisits {
        let today = Zone.wib.day(of: now)
        return DueVisits(
            branches: try connection.query("SELECT DISTINCT branch FROM walk_in WHERE phase = 'waiting' AND live = 1 AND day >= $1", today)
                .map {
                    ID(try $0.int(0))
                },
            over: try connection.query("SELECT id FROM walk_in WHERE live = 1 AND day < $1 LIMIT $2", today, Due.limit).map {
                ID(try $0.int(0))
            })
    }
}

extension SQLConnection {
    /// A visit by its number, today or another day.
    package func visit(_ number: QueueNumber, at branch: ID<Branch>, on day: Day) throws -> WalkIn? {
        try query("SELECT \(WalkIn.table.columnList) FROM walk_in WHERE branch = $1 AND day = $2 AND number = $3", branch, day, number.text)
            .first.map(WalkIn.init)
    }

    /// The visits of a day in the order of the line, those that are over at the end.
    package func visits(at branch: ID<Branch>, on day: Day) throws -> [WalkIn] {
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

    /// The live visit of a claim.
    package func visit(of claim: ID<Claim>) throws -> WalkIn? {
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
