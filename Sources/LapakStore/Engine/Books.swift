package import LapakDomain

extension Draw: Record {
    package static let table = Table<Draw>("draw") { table in
        let day = table.column("day", \.day)
        let seedHash = table.column("seed_hash", \.seedHash)
        let seed = table.column("seed", \.seed)
        let closes = table.column("closes", \.closes)
        let journalHash = table.column("journal_hash", \.journalHash)
        let drawnAt = table.column("drawn_at", \.drawnAt)
        let tickets = table.column("tickets", \.tickets)
        return { row in
            Draw(
                day: try row[day], seedHash: try row[seedHash], seed: try row[seed], closes: try row[closes],
                journalHash: try row[journalHash], drawnAt: try row[drawnAt], tickets: try row[tickets])
        }
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

    package static let table = Table<DrawnPlace>("drawn_place") { table in
        table.derived("id") { "\($0.day.number)-\($0.place)" }
        let day = table.column("day", \.day)
        let place = table.column("place", \.place)
        let ticket = table.column("ticket", \.ticket)
        return { row in DrawnPlace(day: try row[day], place: try row[place], ticket: try row[ticket]) }
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

    package static let table = Table<FollowerPosition>("follower") { table in
        let name = table.column("name", \.name)
        let position = table.column("position", \.position)
        return { row in FollowerPosition(name: try row[name], position: try row[position]) }
    }
}

/// The answer that a request's key was given, kept in the same transaction as its effect.
struct StoredAnswer: Record {
    let requestKey: String
    /// A hash of what was asked: the same key with other content is refused.
    let parameters: String
    let body: String
    let at: Instant

    static let table = Table<StoredAnswer>("answer") { table in
        let key = table.column("key", \.requestKey)
        let parameters = table.column("parameters", \.parameters)
        let body = table.column("body", \.body)
        let at = table.column("at", \.at)
        return { row in
            StoredAnswer(requestKey: try row[key], parameters: try row[parameters], body: try row[body], at: try row[at])
        }
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

    package static let table = Table<Budget>("budget") { table in
        let name = table.column("key", \.name)
        let used = table.column("used", \.used)
        let until = table.column("until", \.until)
        return { row in Budget(name: try row[name], used: try row[used], until: try row[until]) }
    }
}

extension Work {
    /// Uses one of `most` in `window`; refuses when none is left.
    package func spend(_ name: String, most: Int, per window: Span, at now: Instant) throws {
        var budget = try find(Budget.self, name) ?? Budget(name: name, used: 0, until: now + window)
        if now >= budget.until { budget = Budget(name: name, used: 0, until: now + window) }
        guard budget.used < most else { throw Refusal.tooMany }
        budget.used += 1
        upsert(budget)
    }
}

extension Member: Record {
    package static let table = Table<Member>("member") { table in
        let id = table.column("id", \.id)
        let nik = table.column("nik", \.nik)
        let name = table.column("name", \.name)
        let birth = table.column("birth", \.birth)
        let mother = table.column("mother", \.mother)
        let memberships = table.json("memberships", \.memberships)
        let partials = table.json("partials", \.partials)
        table.unique("member_nik_key")
        return { row in
            Member(
                id: try row[id], nik: try row[nik], name: try row[name], birth: try row[birth], mother: try row[mother],
                memberships: try row[memberships], partials: try row[partials])
        }
    }
}
