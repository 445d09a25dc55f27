package import LapakDomain

/// What is left of today's numbers at a branch.
package struct DayQuota: Hashable, Sendable {
    package let places: Int
    package let left: Int
    /// Arrive-by times that still have a place, with how many.
    package let windows: [(slot: Slot, left: Int)]

    package static func == (one: DayQuota, other: DayQuota) -> Bool {
        one.places == other.places && one.left == other.left && one.windows.map(\.slot) == other.windows.map(\.slot)
    }
    package func hash(into hasher: inout Hasher) { hasher.combine(left) }

    package static func load(_ branch: Branch, on day: Day, _ connection: any SQLConnection, at now: Instant) throws -> DayQuota {
        let slots = try connection.query(
            """
            SELECT \(Slot.table.columnList) FROM slot
            WHERE branch = $1 AND channel = 'onsite' AND start >= $2 AND start < $3 ORDER BY start
            """, branch.id, day.at(ClockTime(0, 0), in: branch.zone), (day + 1).at(ClockTime(0, 0), in: branch.zone)
        ).map(Slot.init)
        let open = slots.filter { now < $0.end && $0.free > 0 }
        return DayQuota(
            places: slots.reduce(0) { $0 + $1.capacity }, left: open.reduce(0) { $0 + $1.free }, windows: open.map { ($0, $0.free) })
    }
}
