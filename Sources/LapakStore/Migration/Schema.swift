/// The tables, as numbered steps that are each run once: the files in `Schema/`, which are compiled into the program, so that no other
/// folder can lie beside it.
///
/// Constraints are the last net under the rules. Money, times and flags are BIGINT (times in milliseconds since 1970,
/// UTC); ids are made by the application. There are no foreign keys on the hot tables: a place is taken by rows that
/// are locked anyway, and `lapak doctor` finds orphans.
package enum Schema {
    /// Every step that this program knows, in order. A file is never changed once a release has it; a change is a further step.
    package static let steps = [
        SchemaStep(1, "nation", PackageResources._001_nation_sql),
        SchemaStep(2, "claims", PackageResources._002_claims_sql),
        SchemaStep(3, "journal", PackageResources._003_journal_sql),
        SchemaStep(4, "papers", PackageResources._004_papers_sql),
        SchemaStep(5, "channels", PackageResources._005_channels_sql),
        SchemaStep(6, "uploads", PackageResources._006_uploads_sql),
        SchemaStep(7, "interviews", PackageResources._007_interviews_sql),
        SchemaStep(8, "onsite", PackageResources._008_onsite_sql),
        SchemaStep(9, "writings", PackageResources._009_writings_sql),
        SchemaStep(10, "contacts", PackageResources._010_contacts_sql),
        SchemaStep(11, "claim-keys", PackageResources._011_claim_keys_sql),
        SchemaStep(12, "revisions", PackageResources._012_revisions_sql),
        SchemaStep(13, "line", PackageResources._013_line_sql),
        SchemaStep(14, "comparison", PackageResources._014_comparison_sql),
        SchemaStep(15, "holder", PackageResources._015_holder_sql),
        SchemaStep(16, "nodes", PackageResources._016_nodes_sql),
    ]

    /// How many steps a database has seen; nil when it has no tables. Throws `SchemaTrouble` when they are not this program's.
    package static func done(_ store: Store) async throws -> Int? {
        try await store.read { connection in
            let record = try SchemaRecord(connection)
            return record.isThere ? try record.done(of: steps) : nil
        }
    }

    /// Brings an empty or older database to today's tables, all new steps or none. Answers how many steps were new.
    ///
    /// When nothing is missing it only reads, so that a role that may not create tables can serve. Throws `SchemaTrouble` for tables
    /// that are newer, or that other steps than these have made.
    @discardableResult package static func migrate(_ store: Store, steps: [SchemaStep] = steps) async throws -> Int {
        let isCurrent = try await store.read { connection in
            let record = try SchemaRecord(connection)
            return try record.done(of: steps) == steps.count && record.hasHashes
        }
        return isCurrent ? 0 : try await store.maintain { try run(steps, $0) }
    }

    private static func run(_ steps: [SchemaStep], _ connection: any SQLConnection) throws -> Int {
        // Two processes may start at once, and CREATE TABLE IF NOT EXISTS alone does not wait on PostgreSQL.
        if connection.dialect == .postgres {
            // Steps walk whole tables; the limits of ordinary changes would end them half way, at every start anew.
            for limit in ["statement_timeout = 0", "lock_timeout = 0", "work_mem = '256MB'"] {
                try connection.execute("SET LOCAL \(limit)", [])
            }
            _ = try connection.query("SELECT pg_advisory_xact_lock(1)")
        }
        let record = try SchemaRecord(connection)
        let done = try record.done(of: steps)
        if !record.isThere {
            try connection.execute(SchemaRecord.table)
        } else if !record.hasHashes {
            // Made before hashes were kept, when these very steps were strings in the program.
            try connection.execute("ALTER TABLE migration ADD COLUMN sha256 TEXT")
            for step in steps.prefix(done) {
                try connection.execute("UPDATE migration SET sha256 = $1 WHERE number = $2", step.sha256, step.number)
            }
        }
        for step in steps.dropFirst(done) {
            try run(step, connection)
            try connection.execute("INSERT INTO migration (number, sha256) VALUES ($1, $2)", step.number, step.sha256)
        }
        return steps.count - done
    }

    private static func run(_ step: SchemaStep, _ connection: any SQLConnection) throws {
        let statements = step.statements(identity: connection.dialect.identity)
        do {
            for statement in statements { try connection.execute(statement, []) }
        } catch {
            if error.isPassing { throw error }
            throw SchemaTrouble.refused(step: step.title, why: error.message)
        }
    }
}
