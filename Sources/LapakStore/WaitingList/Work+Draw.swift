package import LapakDomain

// The public draw of a scarce day.
extension Work {
    /// Publishes the hash of a day's seed before anyone joins. Nothing happens when it was published.
    package func announce(_ draw: Draw) throws {
        guard try find(Draw.self, draw.day) == nil else { return }
        insert(draw)
        note(.draw(.announced(day: draw.day, seedHash: draw.seedHash)), by: .clock)
    }

    /// Holds a day's draw over everyone who joined that day under it. `mixed` makes 32 bytes of seed and journal hash.
    package func draw(_ day: Day, mixed: (_ seed: String, _ journalHash: String) -> [UInt8]) throws -> Bool {
        let rows = try query("SELECT id FROM ticket WHERE cohort = $1 AND drawn = 0 AND live = 1", day)
        guard let hash = try query("SELECT hash FROM journal_head WHERE id = 1").first?.text(0), var draw = try find(Draw.self, day),
            draw.drawnAt == nil, now >= draw.closes
        else { return false }
        let order = try draw.hold(
            try rows.map { ID(try $0.int(0)) }, journalHash: hash, mixed: mixed(draw.seed, hash), at: now)
        try load(Ticket.self, order.map { $0 as any SQLEncodable })
        for (index, id) in order.enumerated() {
            guard var ticket = try find(Ticket.self, id) else { continue }
            ticket.place(index + 1, dayEnds: draw.closes)
            try keep(ticket: ticket)
            insert(DrawnPlace(day: day, place: index + 1, ticket: id))
        }
        update(draw)
        note(.draw(.drawn(day: day, tickets: order.count, seed: draw.seed)), by: .clock)
        return true
    }
}
