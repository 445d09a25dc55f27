package import LapakDomain

extension SQLConnection {
    /// Documents whose inspection should be taken in hand, those that wait longest first.
    package func inspections(dueAt now: Instant, limit: Int) throws -> [ID<Document>] {
        try query("SELECT document FROM inspecting WHERE due IS NOT NULL AND due <= $1 ORDER BY due, document LIMIT $2", now, limit)
            .map { ID(try $0.int(0)) }
    }

    /// How many inspections are outstanding, those in hand included.
    package func inspectionsOutstanding() throws -> Int {
        Int(try query("SELECT count(*) FROM inspecting WHERE due IS NOT NULL", [])[0].int(0))
    }

    /// The kinds of outages that last.
    package func openOutages() throws -> Set<Outage.Kind> {
        Set(try query("SELECT kind FROM outage WHERE until IS NULL", []).compactMap { Outage.Kind(rawValue: try $0.text(0)) })
    }

    /// Uploads that can never go on: past their time, or given up by the member. Not finished ones, which are documents.
    package func deadUploads(at now: Instant, limit: Int) throws -> [Upload] {
        try query(
            """
            SELECT \(Upload.table.columnList) FROM upload WHERE phase = 'receiving' AND due <= $1 OR phase = 'terminated'
            ORDER BY id LIMIT $2
            """, now, limit
        ).map(Upload.init)
    }

    /// Takes dead uploads from the database, once their files are gone.
    package func forgetUploads(_ ids: [ID<Upload>]) throws {
        for id in ids { try execute("DELETE FROM upload WHERE id = $1 AND phase <> 'finished'", id) }
    }

    /// The wrapped keys of claims after `claim`, in order; destroyed ones are left out.
    package func keptKeys(after claim: ID<Claim>, limit: Int) throws -> [KeptKey] {
        try query(
            "SELECT \(KeptKey.table.columnList) FROM claim_key WHERE claim > $1 AND wrapped <> '' ORDER BY claim LIMIT $2", claim, limit
        ).map(KeptKey.init)
    }
}
