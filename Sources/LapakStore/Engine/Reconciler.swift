import LapakDomain

/// Recounts what is counted and looks for what the rules never allow; used by `lapak doctor`, a service, and every test.
package enum Reconciler {
    /// One thing that is not as it must be.
    package struct Drift: Sendable, Hashable, CustomStringConvertible {
        package let invariant: String
        package let detail: String
        package var description: String { "\(invariant): \(detail)" }
    }

    /// Everything that is wrong, at most 100 lines a question. Empty is good.
    package static func drifts(_ connection: any SQLConnection) throws -> [Drift] {
        var drifts: [Drift] = []
        for (invariant, sql) in questions {
            for row in try connection.query(sql + " LIMIT 100", []) {
                drifts.append(Drift(invariant: invariant, detail: row.values.map { "\($0)" }.joined(separator: " ")))
            }
        }
        if let position = try Journal.firstBreak(connection) {
            drifts.append(Drift(invariant: "the journal's chain is whole", detail: "it breaks at position \(position)"))
        }
        return drifts
    }

    /// What a wish keeps of its ticket's place in the line.
    private static let sameOrder = LineOrder.columns.filter { $0 != LineOrder.ticketColumn }.map { "t.\($0) = w.\($0)" }
        .joined(separator: " AND ")

    private static let questions: [(String, String)] = [
        (
            "no slot has more live bookings than its capacity",
            """
            SELECT s.id, s.capacity, count(b.id) FROM slot s JOIN booking b ON b.slot = s.id AND b.phase <> 'released'
            GROUP BY s.id, s.capacity HAVING count(b.id) > s.capacity
            """
        ),
        (
            "taken equals the bookings that take a place",
            """
            SELECT s.id, s.taken, count(b.id) FROM slot s LEFT JOIN booking b ON b.slot = s.id AND b.phase <> 'released'
            GROUP BY s.id, s.taken HAVING count(b.id) <> s.taken
            """
        ),
        (
            "unproven equals the unproven holds",
            """
            SELECT s.id, s.unproven, count(b.id) FROM slot s LEFT JOIN booking b ON b.slot = s.id AND b.phase = 'held' AND b.proven = 0
            GROUP BY s.id, s.unproven HAVING count(b.id) <> s.unproven
            """
        ),
        ("one live claim per member", "SELECT member, count(*) FROM claim WHERE live = 1 GROUP BY member HAVING count(*) > 1"),
        (
            "one live booking per claim",
            "SELECT claim, count(*) FROM booking WHERE phase IN ('confirmed', 'checkedIn') GROUP BY claim HAVING count(*) > 1"
        ),
        (
            "a booked claim has its booking",
            """
            SELECT c.id FROM claim c LEFT JOIN booking b ON b.id = c.booking AND b.claim = c.id AND b.phase <> 'released'
            WHERE c.phase IN ('booked', 'ready') AND b.id IS NULL
            """
        ),
        (
            "a confirmed booking has its booked claim",
            """
            SELECT b.id FROM booking b LEFT JOIN claim c ON c.id = b.claim AND c.booking = b.id AND c.phase IN ('booked', 'ready')
            WHERE b.phase = 'confirmed' AND c.id IS NULL
            """
        ),
        (
            "a line equals the live wishes it counts",
            """
            SELECT l.branch, l.waiting, count(w.id) FROM line l LEFT JOIN wish w ON w.branch = l.branch AND w.live = 1
            GROUP BY l.branch, l.waiting HAVING count(w.id) <> l.waiting
            """
        ),
        (
            "a waiting claim stands in line",
            """
            SELECT c.id FROM claim c LEFT JOIN ticket t ON t.id = c.ticket AND t.live = 1 WHERE c.phase = 'waiting' AND t.id IS NULL
            """
        ),
        (
            "waiting people are counted in their line",
            """
            SELECT w.branch, count(*) FROM wish w LEFT JOIN line l ON l.branch = w.branch WHERE w.live = 1
            GROUP BY w.branch, l.waiting HAVING count(*) <> coalesce(l.waiting, 0)
            """
        ),
        (
            "a live wish belongs to its ticket",
            """
            SELECT w.id FROM wish w LEFT JOIN ticket t ON t.id = w.ticket AND t.live = 1 AND \(sameOrder)
            WHERE w.live = 1 AND t.id IS NULL
            """
        ),
        (
            "kept places have their time",
            "SELECT id, kept FROM slot WHERE (kept > 0 AND kept_until IS NULL) OR (kept = 0 AND kept_until IS NOT NULL)"
        ),
        (
            "an offered ticket has its open offer",
            """
            SELECT t.id FROM ticket t LEFT JOIN booking b ON b.id = t.booking AND b.ticket = t.id AND b.phase = 'offered'
            WHERE t.phase = 'offered' AND b.id IS NULL
            """
        ),
        (
            "whoever is inside has a live interview",
            """
            SELECT w.id FROM walk_in w LEFT JOIN interview i ON i.walk_in = w.id AND i.live = 1 WHERE w.phase = 'inside' AND i.id IS NULL
            """
        ),
        (
            "a live visit has its claim's place",
            """
            SELECT w.id FROM walk_in w LEFT JOIN claim c ON c.id = w.claim AND c.phase IN ('booked', 'ready')
            WHERE w.live = 1 AND w.claim IS NOT NULL AND c.id IS NULL
            """
        ),
        ("one live interview per claim", "SELECT claim, count(*) FROM interview WHERE live = 1 GROUP BY claim HAVING count(*) > 1"),
        (
            "a seat holds one person",
            """
            SELECT session, seat, count(*) FROM interview WHERE live = 1 AND seat IS NOT NULL GROUP BY session, seat HAVING count(*) > 1
            """
        ),
        (
            "an open offer belongs to its ticket",
            """
            SELECT b.id FROM booking b LEFT JOIN ticket t ON t.id = b.ticket AND t.booking = b.id AND t.phase = 'offered'
            WHERE b.phase = 'offered' AND t.id IS NULL
            """
        ),
    ]
}
