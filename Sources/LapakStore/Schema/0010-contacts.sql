-- Contacts are proven one by one, and may be changed.

-- When each contact was proven, and until when one that was changed opens nothing valuable by itself.
ALTER TABLE claim ADD COLUMN email_proven BIGINT;
ALTER TABLE claim ADD COLUMN email_rests BIGINT;
ALTER TABLE claim ADD COLUMN phone_proven BIGINT;
ALTER TABLE claim ADD COLUMN phone_rests BIGINT;

-- Whoever filed at home had proven the address by its code. What somebody in a yard typed was never proven, and no phone ever was.
UPDATE claim SET email_proven = filed WHERE email <> '';
UPDATE claim SET email_proven = NULL WHERE filed IN (
    SELECT at FROM journal WHERE author LIKE 'staff:%' AND (body LIKE '{"booked"%' OR body LIKE '{"queued"%')
);
-- Links that went to an address which nobody had proven open nothing any more.
UPDATE upload_link SET secret = '', session = NULL WHERE claim IN (SELECT id FROM claim WHERE email_proven IS NULL);

-- Each contact gets a code of its own, so that a visit knows by which one somebody came.
ALTER TABLE visit ADD COLUMN phone_hash TEXT;
ALTER TABLE visit ADD COLUMN proven_by TEXT;
ALTER TABLE visit ADD COLUMN known BIGINT NOT NULL DEFAULT 0;

-- A contact on its way to be proven: at most one for each claim and way.
CREATE TABLE contact_proof (
    id TEXT PRIMARY KEY,
    claim BIGINT NOT NULL,
    way TEXT NOT NULL,
    address TEXT NOT NULL,
    code_hash TEXT,
    code_sent BIGINT,
    code_until BIGINT,
    code_tries BIGINT NOT NULL,
    codes BIGINT NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX contact_proof_due ON contact_proof (due);

-- What did not reach a claim's contacts, for its own pages.
CREATE INDEX message_dead_claim ON message (claim) WHERE phase = 'dead';
