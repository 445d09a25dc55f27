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

    /// Slots with places kept for the list whose day can still be offered.
    package static func kept(from: Instant, limit: Int, _ connection: any SQLConnection) throws -> [ID<Slot>] {
        try connection.query(
            "SELECT id FROM slot WHERE kept_until IS NOT NULL AND start > $1 ORDER BY start, id LIMIT $2", from, limit
        ).map { ID(try $0.int(0)) }
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
