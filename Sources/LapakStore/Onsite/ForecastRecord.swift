package import LapakDomain

/// How well forecasts did: what was told at the check, against the first call.
package struct ForecastRecord: Hashable, Sendable {
    package let told: Int
    package let held: Int
    package let early: Int
    package let late: Int

    package static func load(_ branch: ID<Branch>, on day: Day, _ connection: any SQLConnection) throws -> ForecastRecord {
        let walkIns = try connection.query(
            "SELECT \(WalkIn.table.columnList) FROM walk_in WHERE branch = $1 AND day = $2 AND called IS NOT NULL", branch, day
        ).map(WalkIn.init)
        let pairs = walkIns.compactMap { walkIn in walkIn.told.flatMap { told in walkIn.called.map { (told, $0) } } }
        return ForecastRecord(
            told: pairs.count, held: pairs.count { $0.from <= $1 && $1 <= $0.until }, early: pairs.count { $1 < $0.from },
            late: pairs.count { $1 > $0.until })
    }
}
