package import LapakDomain

extension Draw: Record {
    package static let table = Table(
        "draw", .int("day"), .text("seed_hash"), .text("seed"), .int("closes"), .text("journal_hash"), .int("drawn_at"), .int("tickets"))
    package var values: [SQLValue] { [day.sql, seedHash.sql, seed.sql, closes.sql, journalHash.sql, drawnAt.sql, tickets.sql] }
    package init(row: Row) throws {
        self.init(
            day: Day(number: Int(try row.int(0))), seedHash: try row.text(1), seed: try row.text(2), closes: try row.instant(3),
            journalHash: row.optionalText(4), drawnAt: try row.optionalInstant(5), tickets: Int(try row.int(6)))
    }
}

/// One line of a draw's published result.
package struct DrawnPlace: Record {
    package let day: Day
    package let place: Int
    package let ticket: ID<Ticket>
    package init(day: Day, place: Int, ticket: ID<Ticket>) {
        self.day = day
        self.place = place
        self.ticket = ticket
    }
    package static let table = Table("drawn_place", .text("id"), .int("day"), .int("place"), .int("ticket"))
    package var values: [SQLValue] { [.text("\(day.number)-\(place)"), day.sql, place.sql, ticket.sql] }
    package init(row: Row) throws {
        self.init(day: Day(number: Int(try row.int(1))), place: Int(try row.int(2)), ticket: ID(try row.int(3)))
    }
}

/// How far a follower has read the journal.
package struct FollowerPosition: Record {
    package let name: String
    package var position: Int64
    package init(name: String, position: Int64) {
        self.name = name
        self.position = position
    }
    package static let table = Table("follower", .text("name"), .int("position"))
    package var values: [SQLValue] { [name.sql, position.sql] }
    package init(row: Row) throws { self.init(name: try row.text(0), position: try row.int(1)) }
}

/// The answer that a request's key was given, kept in the same transaction as its effect.
struct StoredAnswer: Record {
    let requestKey: String
    /// A hash of what was asked: the same key with other content is refused.
    let parameters: String
    let body: String
    let at: Instant
    static let table = Table("answer", .text("key"), .text("parameters"), .text("body"), .int("at"))
    var values: [SQLValue] { [requestKey.sql, parameters.sql, body.sql, at.sql] }
    init(requestKey: String, parameters: String, body: String, at: Instant) {
        self.requestKey = requestKey
        self.parameters = parameters
        self.body = body
        self.at = at
    }
    init(row: Row) throws {
        self.init(requestKey: try row.text(0), parameters: try row.text(1), body: try row.text(2), at: try row.instant(3))
    }
}

/// How much of something that must be scarce (codes to one address, looks at one NIK) was used, until when.
package struct Budget: Record {
    package let name: String
    package var used: Int
    package var until: Instant
    package init(name: String, used: Int, until: Instant) {
        self.name = name
        self.used = used
        self.until = until
    }
    package static let table = Table("budget", .text("key"), .int("used"), .int("until"))
    package var values: [SQLValue] { [name.sql, used.sql, until.sql] }
    package init(row: Row) throws { self.init(name: try row.text(0), used: Int(try row.int(1)), until: try row.instant(2)) }
}

extension Work {
    /// Uses one of `most` in `window`; refuses when none is left.
    package func spend(_ name: String, most: Int, per window: Span, at now: Instant) throws {
        var budget = try find(Budget.self, name) ?? Budget(name: name, used: 0, until: now + window)
        if now >= budget.until { budget = Budget(name: name, used: 0, until: now + window) }
        guard budget.used < most else { throw Refusal.tooMany }
        budget.used += 1
        save(budget)
    }
}

extension Member: Record {
    package static let table = Table(
        "member", .int("id"), .text("nik"), .text("name"), .int("birth"), .text("mother"), .text("memberships"), .text("partials"))
    package var values: [SQLValue] { [id.sql, nik.sql, name.sql, birth.sql, mother.sql, json(memberships), json(partials)] }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), nik: try row.nik(1), name: try row.text(2), birth: Day(number: Int(try row.int(3))),
            mother: try row.text(4), memberships: try row.json([Membership].self, 5), partials: try row.json([PartialClaim].self, 6))
    }
}
