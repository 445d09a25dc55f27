package import LapakDomain

/// Questions about the line.
package enum WaitingList {
    /// How many people stand before this ticket and want at least one of the same branches.
    package static func ahead(of ticket: Ticket, _ connection: any SQLConnection) throws -> Int {
        let here = LineOrder.position(ticket).map(\.sql)
        let branches = ticket.wish.branches.map(\.sql) + [LineCount.anywhere.sql]
        let places = branches.indices.map { "$\($0 + here.count + 1)" }.joined(separator: ",")
        let sql =
            "SELECT count(DISTINCT ticket) FROM wish WHERE live = 1 AND (\(LineOrder.sql())) < (\(LineOrder.places(from: 1)))"
            + (ticket.wish.anywhere ? "" : " AND branch IN (\(places))")
        return Int(try connection.query(sql, here + (ticket.wish.anywhere ? [] : branches))[0].int(0))
    }

    /// The forecast for a ticket, from who is ahead and what the branches give.
    package static func forecast(
        for ticket: Ticket, in availability: Availability, _ connection: any SQLConnection
    ) throws -> WaitForecast {
        let branches = ticket.wish.anywhere ? nil : Set(ticket.wish.branches)
        return WaitForecast(
            ahead: try ahead(of: ticket, connection), placesPerDay: availability.placesPerDay(at: branches), openDays: 1)
    }

    /// People waiting for a branch in their order, for the branch's manager: no names, only ranks and numbers.
    package struct Waiting: Sendable {
        package let number: ClaimNumber
        package let joined: Instant
        package let phase: Ticket.Phase
        package let anywhere: Bool
        package let drawn: Bool
    }

    package static func waiting(at branch: ID<Branch>, limit: Int, _ connection: any SQLConnection) throws -> [Waiting] {
        try connection.query(
            """
            SELECT c.number, t.joined, t.phase, w.branch, t.drawn FROM wish w
            JOIN ticket t ON t.id = w.ticket JOIN claim c ON c.id = t.claim
            WHERE w.branch IN ($1, 0) AND w.live = 1 ORDER BY \(LineOrder.sql("w.")) LIMIT $2
            """, branch, limit
        ).map { row in
            Waiting(
                number: try row["number"], joined: try row["joined"], phase: try row["phase"],
                anywhere: try row["branch"] == LineCount.anywhere, drawn: try row["drawn"])
        }
    }

    /// Online slots with a place, kept or free, that suits somebody who waits: first the earliest. What the line's rules know is
    /// compared in memory first, so that a line whom nothing suits costs no question for every slot.
    package static func wanted(
        in nation: Nation, limit: Int, _ connection: any SQLConnection, at now: Instant
    ) throws -> [ID<Slot>] {
        let wishes = try Wishes(connection)
        guard !wishes.isEmpty else { return [] }
        let slots = try connection.query(
            "SELECT \(Slot.table.columnList) FROM slot WHERE start > $1 AND channel = 'online' AND taken < capacity ORDER BY start, id", now
        )
        var wanted: [ID<Slot>] = []
        for row in slots where wanted.count < limit {
            let slot = try Slot(row: row)
            if try wishes.want(slot, in: nation), try connection.first(for: slot, in: nation, at: now)?.drawn == true {
                wanted.append(slot.id)
            }
        }
        return wanted
    }

    /// Whether a place of this slot would go to somebody in the line.
    package static func wants(_ id: ID<Slot>, in nation: Nation, _ connection: any SQLConnection, at now: Instant) throws -> Bool {
        guard let slot = try connection.find(Slot.self, id), slot.kept + slot.free > 0 else { return false }
        return try connection.first(for: slot, in: nation, at: now) != nil
    }

    /// Every different wish of those who wait now, without who wished it.
    struct Wishes {
        private struct Kind {
            let days: Int64
            let times: Int64
            let earliest: Int64
        }
        private let kinds: [ID<Branch>: [Kind]]

        init(_ connection: any SQLConnection) throws {
            let rows = try connection.query(
                """
                SELECT branch, days, times, min(earliest) AS earliest FROM wish
                WHERE live = 1 AND (open = 1 OR rank = \(Int64.max)) GROUP BY branch, days, times
                """, [])
            kinds = Dictionary(
                grouping: try rows.map { row in
                    (try row["branch"] as ID<Branch>, Kind(days: try row["days"], times: try row["times"], earliest: try row["earliest"]))
                }, by: \.0
            ).mapValues { $0.map(\.1) }
        }

        var isEmpty: Bool { kinds.isEmpty }

        func want(_ slot: Slot, in nation: Nation) throws -> Bool {
            guard let zone = nation[slot.branch]?.zone else { return false }
            let (day, part) = (zone.day(of: slot.start), DayPart(zone.time(of: slot.start)))
            return ((kinds[slot.branch] ?? []) + (kinds[LineCount.anywhere] ?? [])).contains {
                $0.days & day.weekday.bit != 0 && $0.times & part.bit != 0 && $0.earliest <= Int64(day.number)
            }
        }
    }

    /// A draw's public record, so that anyone can hold it again.
    package static func record(of day: Day, _ connection: any SQLConnection) throws -> (draw: Draw, order: [ID<Ticket>])? {
        guard let row = try connection.query("SELECT \(Draw.table.columnList) FROM draw WHERE day = $1", day).first else { return nil }
        let order = try connection.query("SELECT ticket FROM drawn_place WHERE day = $1 ORDER BY place", day)
        return (try Draw(row: row), try order.map { ID(try $0.int(0)) })
    }

    package static func draws(limit: Int, _ connection: any SQLConnection) throws -> [Draw] {
        try connection.query("SELECT \(Draw.table.columnList) FROM draw ORDER BY day DESC LIMIT $1", limit).map(Draw.init)
    }
}
