/// The tables, as numbered steps that are each run once.
///
/// Constraints are the last net under the rules. Money, times and flags are BIGINT (times in milliseconds since 1970,
/// UTC); ids are made by the application. There are no foreign keys on the hot tables: a place is taken by rows that
/// are locked anyway, and `lapak doctor` finds orphans.
package enum Schema {
    /// Brings an empty or older database to today's tables. Answers how many steps were new.
    @discardableResult package static func migrate(_ store: Store) async throws -> Int {
        let dialect = store.dialect
        return try await store.maintain { connection in
            // Two processes may start at once, and CREATE TABLE IF NOT EXISTS alone does not wait on PostgreSQL.
            if dialect == .postgres { _ = try connection.query("SELECT pg_advisory_xact_lock(1)", []) }
            try connection.execute("CREATE TABLE IF NOT EXISTS migration (number BIGINT PRIMARY KEY)", [])
            let done = try connection.query("SELECT coalesce(max(number), 0) FROM migration", [])[0].int(0)
            let new = steps.enumerated().dropFirst(Int(done))
            for (index, step) in new {
                for statement in step.split(separator: ";\n") where !statement.allSatisfy(\.isWhitespace) {
                    try connection.execute(String(statement).replacing("{id}", with: dialect.identity), [])
                }
                try connection.execute("INSERT INTO migration (number) VALUES ($1)", Int64(index + 1))
            }
            return new.count
        }
    }

    private static let steps = [nation, claims, journal, papers, channels, uploads, interviews, onsite, writings]

    private static let nation = """
        CREATE TABLE region (id {id}, name TEXT NOT NULL);
        CREATE TABLE branch (
            id {id}, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL, region BIGINT NOT NULL, zone TEXT NOT NULL, city TEXT NOT NULL,
            latitude DOUBLE PRECISION NOT NULL, longitude DOUBLE PRECISION NOT NULL, opens BIGINT NOT NULL, closes BIGINT NOT NULL,
            lunch_from BIGINT NOT NULL, lunch_until BIGINT NOT NULL, officers BIGINT NOT NULL CHECK (officers >= 0),
            ratio BIGINT NOT NULL CHECK (ratio BETWEEN 1 AND 6), minutes_per_claim BIGINT NOT NULL CHECK (minutes_per_claim > 0),
            online_share BIGINT NOT NULL CHECK (online_share BETWEEN 0 AND 100));
        CREATE TABLE branch_day (
            id {id}, branch BIGINT NOT NULL, day BIGINT NOT NULL, closed BIGINT NOT NULL, opens BIGINT, closes BIGINT,
            lunch_from BIGINT, lunch_until BIGINT, officers BIGINT, note TEXT NOT NULL);
        CREATE INDEX branch_day_branch ON branch_day (branch, day);
        CREATE TABLE holiday (day {id}, name TEXT NOT NULL, source TEXT NOT NULL, confirmed BIGINT NOT NULL);
        CREATE TABLE policy (id {id}, body TEXT NOT NULL);
        CREATE TABLE staff (
            id {id}, username TEXT NOT NULL UNIQUE, name TEXT NOT NULL, role TEXT NOT NULL, branch BIGINT, password TEXT NOT NULL);
        CREATE TABLE staff_session (id {id}, secret TEXT NOT NULL, staff BIGINT NOT NULL, due BIGINT NOT NULL);
        CREATE TABLE member (
            id {id}, nik TEXT NOT NULL UNIQUE, name TEXT NOT NULL, birth BIGINT NOT NULL, mother TEXT NOT NULL,
            memberships TEXT NOT NULL, partials TEXT NOT NULL);
        CREATE TABLE import (source TEXT PRIMARY KEY, line BIGINT NOT NULL, loaded BIGINT NOT NULL, faults BIGINT NOT NULL);
        """

    private static let claims = """
        CREATE TABLE slot (
            id {id}, branch BIGINT NOT NULL, channel TEXT NOT NULL, start BIGINT NOT NULL, minutes BIGINT NOT NULL,
            planned BIGINT NOT NULL, capacity BIGINT NOT NULL, taken BIGINT NOT NULL, unproven BIGINT NOT NULL, kept BIGINT NOT NULL,
            kept_until BIGINT,
            CHECK (taken BETWEEN 0 AND capacity), CHECK (unproven BETWEEN 0 AND taken), CHECK (kept BETWEEN 0 AND capacity - taken));
        CREATE INDEX slot_branch ON slot (branch, start);
        CREATE INDEX slot_start ON slot (start);
        CREATE INDEX slot_kept ON slot (kept_until) WHERE kept_until IS NOT NULL;
        CREATE TABLE booking (
            id {id}, slot BIGINT NOT NULL, branch BIGINT NOT NULL, start BIGINT NOT NULL, phase TEXT NOT NULL, proven BIGINT NOT NULL,
            registration BIGINT, claim BIGINT, ticket BIGINT, secret TEXT, since BIGINT NOT NULL, due BIGINT);
        CREATE INDEX booking_slot ON booking (slot);
        CREATE INDEX booking_due ON booking (due) WHERE due IS NOT NULL;
        CREATE INDEX booking_ticket ON booking (ticket) WHERE ticket IS NOT NULL;
        CREATE UNIQUE INDEX booking_live ON booking (claim) WHERE claim IS NOT NULL AND phase IN ('confirmed', 'checkedIn');
        CREATE TABLE registration (
            id {id}, secret TEXT NOT NULL, language TEXT NOT NULL, slot BIGINT, booking BIGINT, queues BIGINT NOT NULL, wish TEXT,
            nik TEXT, kpj TEXT, name TEXT, birth BIGINT, mother TEXT, email TEXT, phone TEXT, code_hash TEXT, code_sent BIGINT,
            code_until BIGINT, code_tries BIGINT NOT NULL, codes BIGINT NOT NULL, proven BIGINT, reason TEXT, member BIGINT,
            earliest BIGINT, claim BIGINT, due BIGINT NOT NULL);
        CREATE INDEX registration_due ON registration (due);
        CREATE TABLE visit (
            id {id}, secret TEXT NOT NULL, claim BIGINT, code_hash TEXT, code_sent BIGINT, code_until BIGINT, code_tries BIGINT NOT NULL,
            proven BIGINT, due BIGINT NOT NULL);
        CREATE INDEX visit_due ON visit (due);
        CREATE TABLE claim (
            id {id}, number TEXT NOT NULL, member BIGINT NOT NULL, live BIGINT NOT NULL, reason TEXT NOT NULL, rules TEXT NOT NULL,
            phase TEXT NOT NULL, name TEXT NOT NULL, nik TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, language TEXT NOT NULL,
            booking BIGINT, slot BIGINT, ticket BIGINT, earliest BIGINT, changes BIGINT NOT NULL, filed BIGINT NOT NULL, remind_at BIGINT);
        CREATE UNIQUE INDEX claim_number ON claim (number);
        CREATE UNIQUE INDEX claim_live ON claim (member) WHERE live = 1;
        CREATE INDEX claim_remind ON claim (remind_at) WHERE remind_at IS NOT NULL;
        CREATE TABLE ticket (
            id {id}, claim BIGINT NOT NULL, member BIGINT NOT NULL, phase TEXT NOT NULL, live BIGINT NOT NULL, cohort BIGINT NOT NULL,
            rank BIGINT NOT NULL, drawn BIGINT NOT NULL, wish TEXT NOT NULL, joined BIGINT NOT NULL, booking BIGINT);
        CREATE UNIQUE INDEX ticket_live ON ticket (member) WHERE live = 1;
        CREATE INDEX ticket_cohort ON ticket (cohort) WHERE drawn = 0;
        CREATE TABLE wish (
            id TEXT PRIMARY KEY, branch BIGINT NOT NULL, ticket BIGINT NOT NULL, cohort BIGINT NOT NULL, rank BIGINT NOT NULL,
            open BIGINT NOT NULL, live BIGINT NOT NULL);
        CREATE INDEX wish_line ON wish (branch, cohort, rank, ticket) WHERE live = 1;
        CREATE TABLE line (branch {id}, waiting BIGINT NOT NULL CHECK (waiting >= 0));
        CREATE TABLE draw (
            day {id}, seed_hash TEXT NOT NULL, seed TEXT NOT NULL, closes BIGINT NOT NULL, journal_hash TEXT, drawn_at BIGINT,
            tickets BIGINT NOT NULL);
        CREATE TABLE drawn_place (id TEXT PRIMARY KEY, day BIGINT NOT NULL, place BIGINT NOT NULL, ticket BIGINT NOT NULL);
        CREATE INDEX drawn_place_day ON drawn_place (day, place);
        """

    private static let journal = """
        CREATE TABLE journal (position {id}, at BIGINT NOT NULL, author TEXT NOT NULL, body TEXT NOT NULL, hash TEXT NOT NULL);
        CREATE TABLE journal_head (id {id}, position BIGINT NOT NULL, hash TEXT NOT NULL);
        INSERT INTO journal_head (id, position, hash) VALUES (1, 0, '');
        CREATE TABLE follower (name TEXT PRIMARY KEY, position BIGINT NOT NULL);
        CREATE TABLE answer (key TEXT PRIMARY KEY, parameters TEXT NOT NULL, body TEXT NOT NULL, at BIGINT NOT NULL);
        CREATE INDEX answer_at ON answer (at);
        CREATE TABLE message (
            id {id}, source TEXT NOT NULL UNIQUE, kind TEXT NOT NULL, recipient TEXT NOT NULL, language TEXT NOT NULL, claim BIGINT,
            details TEXT NOT NULL, phase TEXT NOT NULL, attempts BIGINT NOT NULL, due BIGINT NOT NULL, made BIGINT NOT NULL, sent BIGINT,
            trouble TEXT);
        CREATE INDEX message_due ON message (due) WHERE phase = 'waiting';
        CREATE TABLE budget (key TEXT PRIMARY KEY, used BIGINT NOT NULL, until BIGINT NOT NULL);
        CREATE INDEX budget_until ON budget (until);
        """

    private static let papers = """
        ALTER TABLE claim ADD COLUMN papers_due BIGINT;
        ALTER TABLE claim ADD COLUMN facts TEXT;
        ALTER TABLE registration ADD COLUMN facts TEXT;
        CREATE INDEX claim_papers_due ON claim (papers_due) WHERE phase = 'booked';
        CREATE TABLE document (
            id {id}, claim BIGINT NOT NULL, paper TEXT NOT NULL, version BIGINT NOT NULL, kind TEXT, bytes BIGINT NOT NULL,
            sha256 TEXT NOT NULL, pages BIGINT NOT NULL, hints TEXT NOT NULL, received BIGINT NOT NULL, phase TEXT NOT NULL, fault TEXT,
            reason TEXT, note TEXT, staff BIGINT, until BIGINT, UNIQUE (claim, paper, version));
        CREATE INDEX document_waiting ON document (claim) WHERE phase = 'waiting';
        CREATE INDEX document_staff ON document (staff) WHERE staff IS NOT NULL;
        CREATE TABLE upload (
            id {id}, claim BIGINT NOT NULL, paper TEXT NOT NULL, length BIGINT NOT NULL, received BIGINT NOT NULL, name TEXT NOT NULL,
            declared TEXT, phase TEXT NOT NULL, begun BIGINT NOT NULL, due BIGINT NOT NULL, sha256 TEXT,
            CHECK (received BETWEEN 0 AND length));
        CREATE INDEX upload_claim ON upload (claim) WHERE phase = 'receiving';
        CREATE INDEX upload_due ON upload (due) WHERE phase = 'receiving';
        CREATE TABLE upload_link (
            id {id}, claim BIGINT NOT NULL UNIQUE, secret TEXT NOT NULL, sent BIGINT NOT NULL, exchanged BIGINT, session TEXT);
        CREATE TABLE outage (id {id}, kind TEXT NOT NULL, since BIGINT NOT NULL, until BIGINT);
        CREATE TABLE claim_key (claim {id}, wrapped TEXT NOT NULL);
        CREATE TABLE inspecting (document {id}, due BIGINT, attempts BIGINT NOT NULL, trouble TEXT);
        CREATE INDEX inspecting_due ON inspecting (due) WHERE due IS NOT NULL;
        """

    private static let uploads = """
        ALTER TABLE upload ADD COLUMN metadata TEXT;
        ALTER TABLE inspecting ADD COLUMN lost BIGINT NOT NULL DEFAULT 0;
        """
}
