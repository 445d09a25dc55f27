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
