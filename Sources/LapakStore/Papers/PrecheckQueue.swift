package import LapakDomain

/// Documents that wait for an officer, those with the nearest deadline first; people in line come after all who have a place.
package enum PrecheckQueue {
    /// Numbers for the desk's head: what waits without a verdict, what of it is due within a day, what colleagues have in
    /// hand, and whether this officer has something.
    package struct Counts: Sendable, Hashable {
        package let waiting: Int
        package let urgent: Int
        package let taken: Int
        package let own: Int
    }

    private static let waiting = """
        FROM document d JOIN claim c ON c.id = d.claim LEFT JOIN slot s ON s.id = c.slot
        WHERE d.phase = 'waiting' AND c.live = 1 AND (s.branch = $1 OR s.branch IS NULL)
        """

    /// Branch, now, limit: documents that nobody has in hand.
    static let next = """
        SELECT d.id \(waiting) AND (d.until IS NULL OR d.until <= $2)
        ORDER BY coalesce(c.papers_due, 9000000000000000), d.received, d.id LIMIT $3
        """

    package static func counts(
        at branch: ID<Branch>, for staff: ID<Staff>, _ connection: any SQLConnection, at now: Instant
    ) throws -> Counts {
        let row = try connection.query(
            """
            SELECT count(*) AS waiting, coalesce(sum(CASE WHEN c.papers_due < $3 THEN 1 ELSE 0 END), 0) AS urgent,
            coalesce(sum(CASE WHEN d.until > $2 AND d.staff <> $4 THEN 1 ELSE 0 END), 0) AS taken,
            coalesce(sum(CASE WHEN d.until > $2 AND d.staff = $4 THEN 1 ELSE 0 END), 0) AS own \(waiting)
            """, branch, now, now + FilePolicy.urgentWithin, staff)[0]
        return Counts(waiting: try row["waiting"], urgent: try row["urgent"], taken: try row["taken"], own: try row["own"])
    }
}

extension SQLConnection {
    /// Everything that was sent for a claim, oldest first.
    package func documents(of claim: ID<Claim>) throws -> [Document] {
        try query("SELECT \(Document.table.columnList) FROM document WHERE claim = $1 ORDER BY id", claim).map(Document.init)
    }
    package func dossier(of claim: Claim) throws -> Dossier { Dossier(claim.facts, documents: try documents(of: claim.id)) }
    /// Uploads of a claim that can still go on.
    package func uploads(of claim: ID<Claim>, at now: Instant) throws -> [Upload] {
        try query(
            "SELECT \(Upload.table.columnList) FROM upload WHERE claim = $1 AND phase = 'receiving' AND due > $2 ORDER BY id", claim, now
        ).map(Upload.init)
    }
}
