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
    package static func forget(_ connection: any SQLConnection, at now: Instant) throws {
        let longAgo = now - .days(1)
        try connection.execute("DELETE FROM registration WHERE due < $1", longAgo)
        try connection.execute("DELETE FROM visit WHERE due < $1", longAgo)
        try connection.execute("DELETE FROM contact_proof WHERE due < $1", now)
        try connection.execute("DELETE FROM budget WHERE until < $1", now)
        try connection.execute("DELETE FROM staff_session WHERE due < $1", now)
        try connection.execute("DELETE FROM answer WHERE at < $1", now - .days(7))
    }
}
