package import LapakDomain

extension Ticket: Record {
    package static let table = Table<Ticket>("ticket") { table in
        let id = table.column("id", \.id)
        let claim = table.column("claim", \.claim)
        let member = table.column("member", \.member)
        let phase = table.column("phase", \.phase)
        table.derived("live", \.isLive)
        let cohort = table.column("cohort", \.cohort)
        let rank = table.column("rank", \.rank)
        let drawn = table.column("drawn", \.drawn)
        let wish = table.json("wish", \.wish)
        let joined = table.column("joined", \.joined)
        let booking = table.column("booking", \.booking)
        table.unique("ticket_live", .liveClaim)
        return { row in
            Ticket(
                id: try row[id], claim: try row[claim], member: try row[member], phase: try row[phase], cohort: try row[cohort],
                rank: try row[rank], drawn: try row[drawn], wish: try row[wish], joined: try row[joined], booking: try row[booking])
        }
    }
}

/// One branch of a ticket's wish, kept beside it so that the next in line is found by an index. Only ever written: the ticket itself
/// is the truth.
struct WishRow: Record {
    let branch: ID<Branch>
    let ticket: Ticket

    static let table = Table<WishRow>("wish") { table in
        table.derived("id") { "\($0.ticket.id.rawValue)-\($0.branch.rawValue)" }
        table.derived("branch", \.branch)
        table.derived("ticket", \.ticket.id)
        table.derived("cohort", \.ticket.cohort)
        table.derived("rank", \.ticket.rank)
        table.derived("open") { $0.ticket.phase == .waiting && $0.ticket.drawn }
        table.derived("live", \.ticket.isLive)
        table.derived("days", \.ticket.wish.dayBits)
        table.derived("times", \.ticket.wish.timeBits)
        table.derived("earliest") { Int64($0.ticket.wish.earliest?.number ?? 0) }
        return { _ in throw DatabaseTrouble(.decoding, "a wish is read from its ticket") }
    }
}

extension Work {
    /// Keeps a ticket with its wishes and the counters of the lines that it stands in.
    package func keep(ticket: Ticket) throws {
        let before = try find(Ticket.self, ticket.id)
        let wasLive = before?.isLive ?? false
        for branch in ticket.wish.anywhere ? [LineCount.anywhere] : ticket.wish.branches {
            upsert(WishRow(branch: branch, ticket: ticket))
            if wasLive != ticket.isLive {
                var line = try find(LineCount.self, branch) ?? LineCount(branch: branch, waiting: 0)
                line.waiting += ticket.isLive ? 1 : -1
                upsert(line)
            }
        }
        upsert(ticket)
    }

    /// How many people wait for places of this branch, those who would go anywhere included.
    package func line(of branch: ID<Branch>) throws -> Int {
        let own = try glance(LineCount.self, branch)?.waiting ?? 0
        let anywhere = try glance(LineCount.self, LineCount.anywhere)?.waiting ?? 0
        return own + anywhere
    }
}
