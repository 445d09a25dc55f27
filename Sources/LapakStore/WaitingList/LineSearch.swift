package import LapakDomain

/// Who in the line comes first for a place: the one question behind every way to one, asked by changes and by the picture alike.
struct LineSearch {
    /// Asks the database.
    let query: (String, [SQLValue]) throws -> [Row]
    /// The ticket as it stands now.
    let ticket: (ID<Ticket>) throws -> Ticket?
    /// Whether all papers of the ticket's claim are there.
    let isPrepared: (Ticket) throws -> Bool

    /// Whoever waits, might want a place of the slot and was not asked about it, in the line's order from a place on. Those who wait
    /// for their day's draw stand in it, too: with the greatest rank.
    private static let question = """
        SELECT w.ticket, \(LineOrder.columns.filter { $0 != LineOrder.ticketColumn }.map { "w.\($0)" }.joined(separator: ", ")) FROM wish w
        WHERE w.branch IN ($1, $2) AND w.live = 1 AND (w.open = 1 OR w.rank = \(Int64.max))
        AND (w.days & $3) <> 0 AND (w.times & $4) <> 0 AND w.earliest <= $5
        AND (\(LineOrder.sql("w."))) > (\(LineOrder.places(from: 8)))
        AND NOT EXISTS (SELECT 1 FROM booking b WHERE b.ticket = w.ticket AND b.slot = $6)
        ORDER BY \(LineOrder.sql("w.")) LIMIT $7
        """
    private static let page = 100

    /// The first person before `taker` whom the place suits; nil when there is nobody, or nobody could use it any more.
    func first(for slot: Slot, in zone: Zone, before taker: Ticket? = nil, policy: Policy, at now: Instant) throws -> Ticket? {
        let audience = slot.audience(in: zone, policy: policy, at: now)
        guard audience != .nobody else { return nil }
        let day = zone.day(of: slot.start)
        let anywhere = slot.channel == .online ? LineCount.anywhere : slot.branch
        let asked: [SQLValue] = [
            slot.branch.sql, anywhere.sql, day.weekday.bit.sql, DayPart(zone.time(of: slot.start)).bit.sql, Int64(day.number).sql,
            slot.id.sql, Self.page.sql,
        ]
        var after = LineOrder.start
        while true {
            let rows = try query(Self.question, asked + after.map(\.sql))
            for row in rows {
                let id = try row["ticket"] as ID<Ticket>
                guard let ticket = try ticket(id), ticket.phase == .waiting, ticket.wish.suits(slot, in: zone), ticket.id != taker?.id
                else {
                    continue
                }
                if audience == .prepared { guard try isPrepared(ticket) else { continue } }
                return ticket.goesBefore(taker) ? ticket : nil
            }
            guard rows.count == Self.page, let last = rows.last else { return nil }
            after = try LineOrder.keys.map { try last[$0.column] }
        }
    }
}

extension Work {
    /// Who in the line comes first for a place of `slot`, before `taker` where somebody asks who waits themselves.
    func first(for slot: Slot, before taker: Ticket? = nil) throws -> Ticket? {
        let search = LineSearch(
            query: { try self.query($0, $1) }, ticket: { try self.glance(Ticket.self, $0)?.value },
            isPrepared: { ticket in try self.glance(Claim.self, ticket.claim).map { try self.dossier(of: $0.value).isComplete } ?? false })
        return try search.first(for: slot, in: try nation.branch(of: slot).zone, before: taker, policy: policy, at: now)
    }

    /// Whose turn it is at `slot` for somebody with `ticket`, or without one. Asks nothing while nobody waits for the branch.
    package func turn(at slot: Slot, for ticket: Ticket? = nil) throws -> Turn {
        let waiting = try line(of: slot.branch)
        return waiting == 0 ? .free : Turn(waiting: waiting, first: try first(for: slot, before: ticket)?.id)
    }
}

extension SQLConnection {
    /// Who in the line comes first for a place of `slot`.
    func first(for slot: Slot, in nation: Nation, at now: Instant) throws -> Ticket? {
        let search = LineSearch(
            query: { try self.query($0, $1) }, ticket: { try self.find(Ticket.self, $0) },
            isPrepared: { ticket in try self.find(Claim.self, ticket.claim).map { try self.dossier(of: $0).isComplete } ?? false })
        guard let zone = nation[slot.branch]?.zone else { return nil }
        return try search.first(for: slot, in: zone, policy: nation.policy, at: now)
    }
}
