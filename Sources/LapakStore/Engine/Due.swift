package import LapakDomain

/// What the clock has to do now; every list is bounded, the rest comes with the next look.
package struct Due: Sendable {
    package let bookings: [ID<Booking>]
    package let slots: [ID<Slot>]
    package let claims: [ID<Claim>]
    package let draws: [Day]
    /// Claims whose papers' deadline has passed.
    package let papers: [ID<Claim>]
    package static let limit = 500

    package var isEmpty: Bool { bookings.isEmpty && slots.isEmpty && claims.isEmpty && draws.isEmpty && papers.isEmpty }

    package static func load(_ connection: any SQLConnection, at now: Instant) throws -> Due {
        Due(
            bookings: try connection.query(
                "SELECT id FROM booking WHERE due IS NOT NULL AND due <= $1 ORDER BY due LIMIT $2", now, limit
            ).map { ID(try $0.int(0)) },
            slots: try connection.query(
                "SELECT id FROM slot WHERE kept_until IS NOT NULL AND kept_until <= $1 ORDER BY kept_until LIMIT $2", now, limit
            ).map { ID(try $0.int(0)) },
            claims: try connection.query(
                "SELECT id FROM claim WHERE remind_at IS NOT NULL AND remind_at <= $1 ORDER BY remind_at LIMIT $2", now, limit
            ).map { ID(try $0.int(0)) },
            draws: try connection.query("SELECT day FROM draw WHERE drawn_at IS NULL AND closes <= $1 ORDER BY day", now)
                .map { Day(number: Int(try $0.int(0))) },
            papers: try connection.query(
                "SELECT id FROM claim WHERE phase = 'booked' AND papers_due <= $1 ORDER BY papers_due LIMIT $2", now, limit
            ).map { ID(try $0.int(0)) })
    }

    /// Forgets what has outlived its purpose: unfinished registrations, visits, budgets, sessions, old answers.
    ///
    /// At most so many rows of each, the oldest first: whoever writes waits for this. Answers whether there may be more.
    package static func forget(_ connection: any SQLConnection, at now: Instant, most: Int = 500) throws -> Bool {
        let longAgo = now - .days(1)
        let old: [(table: String, key: String, column: String, before: Instant)] = [
            ("registration", "id", "due", longAgo), ("visit", "id", "due", longAgo), ("contact_proof", "id", "due", now),
            ("budget", "key", "until", now),
            ("staff_session", "id", "due", now), ("answer", "key", "at", now - .days(7)),
        ]
        var isMore = false
        for (table, key, column, before) in old {
            let count = try connection.execute(
                """
                DELETE FROM \(table) WHERE \(key) IN (SELECT \(key) FROM \(table) WHERE \(column) < $1 ORDER BY \(column) LIMIT $2)
                """, before, most)
            isMore = isMore || count == most
        }
        return isMore
    }
}
