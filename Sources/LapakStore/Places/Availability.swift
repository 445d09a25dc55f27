package import LapakDomain

/// What is free now, everywhere: a picture that one writer redraws and everyone reads, so that looking never touches
/// the way of those who change.
package struct Availability: Sendable {
    /// One slot with free places.
    package struct Opening: Sendable, Hashable {
        package let slot: ID<Slot>
        package let branch: ID<Branch>
        package let start: Instant
        package let minutes: Int
        package let free: Int
    }

    package let made: Instant
    /// By start, then branch; only slots with a free place that suits nobody who waits.
    package let openings: [Opening]
    /// People waiting per branch; branch 0 is "anywhere".
    package let waiting: [ID<Branch>: Int]
    /// Online places planned per branch and open day.
    package let planned: [ID<Branch>: [Day: Int]]

    package init(made: Instant, openings: [Opening], waiting: [ID<Branch>: Int], planned: [ID<Branch>: [Day: Int]]) {
        self.made = made
        self.openings = openings
        self.waiting = waiting
        self.planned = planned
    }

    package static let empty = Availability(made: Instant(milliseconds: 0), openings: [], waiting: [:], planned: [:])

    package static func load(_ connection: any SQLConnection, in nation: Nation, at now: Instant) throws -> Availability {
        var openings: [Opening] = []
        var planned: [ID<Branch>: [Day: Int]] = [:]
        let rows = try connection.query(
            """
            SELECT \(Slot.table.columnList) FROM slot
            WHERE start > $1 AND channel = 'online' ORDER BY start, branch
            """, now)
        let open = Dictionary(uniqueKeysWithValues: Zone.allCases.map { ($0, Quota.openDays(in: $0, policy: nation.policy, at: now)) })
        let wishes = try WaitingList.Wishes(connection)
        for row in rows {
            let slot = try Slot(row: row)
            guard let zone = nation[slot.branch]?.zone else { continue }
            let day = zone.day(of: slot.start)
            guard open[zone]?.contains(day) ?? false else { continue }
            planned[slot.branch, default: [:]][day, default: 0] += slot.planned
            guard slot.free > 0 else { continue }
            if try wishes.want(slot, in: nation), try connection.first(for: slot, in: nation, at: now) != nil { continue }
            openings.append(
                Opening(slot: slot.id, branch: slot.branch, start: slot.start, minutes: slot.minutes, free: slot.free))
        }
        let lines = try connection.query("SELECT \(LineCount.table.columnList) FROM line WHERE waiting > 0", []).map(LineCount.init)
        return Availability(
            made: now, openings: openings,
            waiting: Dictionary(lines.map { ($0.branch, $0.waiting) }) { $1 }, planned: planned)
    }

    /// Free places at some branches, or everywhere.
    package func free(at branches: Set<ID<Branch>>? = nil) -> Int {
        openings.reduce(0) { $0 + (branches?.contains($1.branch) ?? true ? $1.free : 0) }
    }

    package func openings(at branches: Set<ID<Branch>>?, on day: Day? = nil, from: Day? = nil, in nation: Nation) -> [Opening] {
        openings.filter { opening in
            guard branches?.contains(opening.branch) ?? true, let zone = nation[opening.branch]?.zone else { return false }
            let its = zone.day(of: opening.start)
            return (day ?? its) == its && its >= (from ?? its)
        }
    }

    /// Online places of an average open day at these branches; nil means every branch.
    package func placesPerDay(at branches: Set<ID<Branch>>?) -> Int {
        let days = planned.filter { branches?.contains($0.key) ?? true }
        let working = Set(days.values.flatMap { $0.filter { $0.value > 0 }.keys }).count
        return working == 0 ? 0 : days.values.reduce(0) { $0 + $1.values.reduce(0, +) } / working
    }
}
