-- Documents of a claim, from the upload to the officer's verdict.

ALTER TABLE claim ADD COLUMN papers_due BIGINT;
ALTER TABLE claim ADD COLUMN facts TEXT;
ALTER TABLE registration ADD COLUMN facts TEXT;
CREATE INDEX claim_papers_due ON claim (papers_due) WHERE phase = 'booked';

-- A paper that a member sent, each version a row. `hints` and `fault` are JSON.
CREATE TABLE document (
    id {id},
    claim BIGINT NOT NULL,
    paper TEXT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    pages BIGINT NOT NULL,
    hints TEXT NOT NULL,
    received BIGINT NOT NULL,
    phase TEXT NOT NULL,
    fault TEXT,
    reason TEXT,
    note TEXT,
    staff BIGINT,
    until BIGINT,
    UNIQUE (claim, paper, version)
);
CREATE INDEX document_waiting ON document (claim) WHERE phase = 'waiting';
CREATE INDEX document_staff ON document (staff) WHERE staff IS NOT NULL;

-- A file that is arriving.
CREATE TABLE upload (
    id {id},
    claim BIGINT NOT NULL,
    paper TEXT NOT NULL,
    length BIGINT NOT NULL,
    received BIGINT NOT NULL,
    name TEXT NOT NULL,
    declared TEXT,
    phase TEXT NOT NULL,
    begun BIGINT NOT NULL,
    due BIGINT NOT NULL,
    sha256 TEXT,
    CHECK (received BETWEEN 0 AND length)
);
CREATE INDEX upload_claim ON upload (claim) WHERE phase = 'receiving';
CREATE INDEX upload_due ON upload (due) WHERE phase = 'receiving';

-- The personal link to a claim's papers, and the session that it was exchanged for.
CREATE TABLE upload_link (
    id {id},
    claim BIGINT NOT NULL UNIQUE,
    secret TEXT NOT NULL,
    sent BIGINT NOT NULL,
    exchanged BIGINT,
    session TEXT
);

-- A stretch of time in which members could not send papers and it was our fault.
CREATE TABLE outage (
    id {id},
    kind TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT
);

-- The key of a claim's files, wrapped by a master key; empty once it is destroyed.
CREATE TABLE claim_key (
    claim {id},
    wrapped TEXT NOT NULL
);

-- The inspection of a document that is due.
CREATE TABLE inspecting (
    document {id},
    due BIGINT,
    attempts BIGINT NOT NULL,
    trouble TEXT
);
CREATE INDEX inspecting_due ON inspecting (due) WHERE due IS NOT NULL;
