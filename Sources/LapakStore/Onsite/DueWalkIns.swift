package import LapakDomain

/// What the clock has to do for walk-ins now; bounded, the rest comes with the next look.
package struct DueWalkIns: Sendable {
    /// Branches with somebody who may come in.
    package let branches: [ID<Branch>]
    /// Visits of days that are over in every zone.
    package let over: [ID<WalkIn>]

    package static func load(_ connection: any SQLConnection, at now: Instant) throws -> DueWalkIns {
        let today = Zone.wib.day(of: now)
        return DueWalkIns(
            branches: try connection.query("SELECT DISTINCT branch FROM walk_in WHERE phase = 'waiting' AND live = 1 AND day >= $1", today)
                .map {
                    ID(try $0.int(0))
                },
            over: try connection.query("SELECT id FROM walk_in WHERE live = 1 AND day < $1 LIMIT $2", today, Due.limit).map {
                ID(try $0.int(0))
            })
    }
}
