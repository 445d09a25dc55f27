package import LapakDomain

extension Claim: Record {
    package static let table = Table(
        "claim", .int("id"), .text("number"), .int("member"), .int("live"), .text("reason"), .text("rules"), .text("phase"), .text("name"),
        .text("nik"), .text("email"), .text("phone"), .text("language"), .int("booking"), .int("slot"), .int("ticket"), .int("earliest"),
        .int("changes"), .int("filed"), .int("remind_at"), .int("papers_due"), .text("facts"), .text("decision"), .int("decided"),
        .int("pay_by"), .int("misses"))
    package var values: [SQLValue] {
        [
            id.sql, number.value.sql, member.sql, phase.isLive.sql, reason.rawValue.sql, rules.rawValue.sql, phase.rawValue.sql, name.sql,
            nik.sql, (email?.value ?? "").sql, phone.sql, language.rawValue.sql, booking.sql, slot.sql, ticket.sql, earliest.sql, changes.sql, filed.sql,
            remindAt.sql, papersDue.sql, json(facts), decision.map { json($0) } ?? .null, decided.sql, payBy.sql, misses.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), number: try row.checked(ClaimNumber(try row.text(1)), 1), member: ID(try row.int(2)),
            reason: try row.value(4), rules: try row.value(5), phase: try row.value(6), name: try row.text(7), nik: try row.nik(8),
            email: EmailAddress(try row.text(9)), phone: try row.phone(10), language: try row.value(11), booking: try row.id(12), slot: try row.id(13),
            ticket: try row.id(14), earliest: try row.optionalDay(15), changes: Int(try row.int(16)), filed: try row.instant(17),
            remindAt: try row.optionalInstant(18), papersDue: try row.optionalInstant(19),
            facts: row.values[20] == .null ? nil : try row.json(Dossier.Facts.self, 20),
            decision: row.values[21] == .null ? nil : try row.json(Decision.self, 21), decided: try row.optionalInstant(22),
            payBy: try row.optionalDay(23), misses: Int(try row.int(24)))
    }
    /// Two claims got the same number by chance, which is nobody's mistake; or the member has a live claim already.
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? { duplicate.message.contains("number") ? nil : .liveClaim }
}

extension Ticket: Record {
    package static let table = Table(
        "ticket", .int("id"), .int("claim"), .int("member"), .text("phase"), .int("live"), .int("cohort"), .int("rank"), .int("drawn"),
        .text("wish"), .int("joined"), .int("booking"))
    package var values: [SQLValue] {
        [
            id.sql, claim.sql, member.sql, phase.rawValue.sql, isLive.sql, cohort.sql, rank.sql, drawn.sql, json(wish), joined.sql,
            booking.sql,
        ]
    }
    package init(row: Row) throws {
        self.init(
            id: ID(try row.int(0)), claim: ID(try row.int(1)), member: ID(try row.int(2)), phase: try row.value(3),
            cohort: Day(number: Int(try row.int(5))), rank: try row.int(6), drawn: try row.bool(7), wish: try row.json(Wish.self, 8),
            joined: try row.instant(9), booking: try row.id(10))
    }
    package static func refusal(of duplicate: DatabaseTrouble) -> Refusal? { .liveClaim }
}

/// One branch of a ticket's wish, kept beside it so that the next in line is found by an index.
struct WishRow: Record {
    let branch: ID<Branch>
    let ticket: Ticket
    static let table = Table(
        "wish", .text("id"), .int("branch"), .int("ticket"), .int("cohort"), .int("rank"), .int("open"), .int("live"))
    var values: [SQLValue] {
        [
            .text("\(ticket.id.rawValue)-\(branch.rawValue)"), branch.sql, ticket.id.sql, ticket.cohort.sql, ticket.rank.sql,
            (ticket.phase == .waiting && ticket.drawn).sql, ticket.isLive.sql,
        ]
    }
    init(branch: ID<Branch>, ticket: Ticket) {
        self.branch = branch
        self.ticket = ticket
    }
    /// Only ever read for its being there; the ticket itself is the truth.
    init(row: Row) throws {
        branch = ID(try row.int(1))
        ticket = Ticket(
            id: ID(try row.int(2)), claim: ID(0), member: ID(0), cohort: Day(number: Int(try row.int(3))), rank: try row.int(4),
            drawn: try row.bool(5), wish: Wish(), joined: Instant(milliseconds: 0))
    }
}

extension Work {
    /// Keeps a ticket with its wishes and the counters of the lines that it stands in.
    package func save(ticket: Ticket) throws {
        let before = try find(Ticket.self, ticket.id)
        let wasLive = before?.isLive ?? false
        for branch in ticket.wish.anywhere ? [Line.anywhere] : ticket.wish.branches {
            let row = WishRow(branch: branch, ticket: ticket)
            _ = try find(WishRow.self, row.key)
            save(row)
            if wasLive != ticket.isLive {
                var line = try find(Line.self, branch) ?? Line(branch: branch, waiting: 0)
                line.waiting += ticket.isLive ? 1 : -1
                save(line)
            }
        }
        save(ticket)
    }

    /// How many people wait for places of this branch, those who would go anywhere included.
    package func line(of branch: ID<Branch>) throws -> Int {
        let own = try glance(Line.self, branch)?.waiting ?? 0
        let anywhere = try glance(Line.self, Line.anywhere)?.waiting ?? 0
        return own + anywhere
    }
}
