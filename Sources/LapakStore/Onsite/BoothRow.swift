package import LapakDomain

/// Who sits where in a branch's booths now.
package struct BoothRow: Sendable {
    package let booth: Booth
    /// The number of the person in it, with where they stand; nil while it is empty.
    package let sitting: (number: QueueNumber, phase: Interview.Phase, isThere: Bool)?

    package static func load(_ branch: ID<Branch>, _ connection: any SQLConnection) throws -> [BoothRow] {
        let rows = try connection.query(
            """
            SELECT \(Interview.table.columnList(of: "i")), w.number AS visit_number FROM interview i JOIN walk_in w ON w.id = i.walk_in
            WHERE i.branch = $1 AND i.live = 1 AND i.booth IS NOT NULL
            """, branch)
        var sitting: [ID<Booth>: (QueueNumber, Interview.Phase, Bool)] = [:]
        for row in rows {
            let interview = try Interview(row: row)
            guard let booth = interview.booth else { continue }
            sitting[booth] = (try row["visit_number"], interview.phase, interview.isThere)
        }
        return try connection.booths(of: branch).map { BoothRow(booth: $0, sitting: sitting[$0.id]) }
    }
}
