-- Sessions, seats, touches and evidence. What is asked for by lists stands in columns; the rest of an interview or a session is
-- its body in JSON, because only the rules read it. A seat holds one person and a person one seat: two partial unique indexes.

ALTER TABLE claim ADD COLUMN decision TEXT;
ALTER TABLE claim ADD COLUMN decided BIGINT;
ALTER TABLE claim ADD COLUMN pay_by BIGINT;
ALTER TABLE claim ADD COLUMN misses BIGINT NOT NULL DEFAULT 0;
CREATE INDEX booking_coming ON booking (start) WHERE phase IN ('confirmed', 'checkedIn');

-- An officer's live session of 1 to 6 seats; `body` is JSON.
CREATE TABLE officer_session (
    id {id},
    staff BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    live BIGINT NOT NULL,
    seats BIGINT NOT NULL CHECK (seats BETWEEN 1 AND 6),
    opened BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    body TEXT NOT NULL
);
CREATE UNIQUE INDEX officer_session_live ON officer_session (staff) WHERE live > 0;
CREATE INDEX officer_session_branch ON officer_session (branch, opened);

-- One person's interview, from the lobby to the decision; `body` is JSON.
CREATE TABLE interview (
    id {id},
    claim BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    phase TEXT NOT NULL,
    live BIGINT NOT NULL,
    session BIGINT,
    seat BIGINT,
    front BIGINT NOT NULL,
    start BIGINT NOT NULL,
    entered BIGINT NOT NULL,
    not_before BIGINT,
    since BIGINT NOT NULL,
    progress BIGINT,
    served BIGINT,
    body TEXT NOT NULL,
    CHECK (seat BETWEEN 1 AND 6)
);
CREATE UNIQUE INDEX interview_live ON interview (claim) WHERE live = 1;
CREATE UNIQUE INDEX interview_seat ON interview (session, seat) WHERE live = 1 AND seat IS NOT NULL;
CREATE INDEX interview_lobby ON interview (branch, front, start, entered) WHERE phase = 'lobby';
CREATE INDEX interview_phase ON interview (phase, since) WHERE live = 1;
CREATE INDEX interview_session ON interview (session);
CREATE INDEX interview_claim ON interview (claim);

-- How long an officer attended to one seat, and how long the person had waited.
CREATE TABLE touch (
    id {id},
    session BIGINT NOT NULL,
    staff BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    interview BIGINT NOT NULL,
    phase TEXT NOT NULL,
    waited BIGINT NOT NULL,
    begun BIGINT NOT NULL,
    ended BIGINT NOT NULL
);
CREATE INDEX touch_session ON touch (session);

-- A still of an original or a face: its hash and size. The picture itself is sealed in the file store.
CREATE TABLE evidence (
    id {id},
    interview BIGINT NOT NULL,
    claim BIGINT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    how TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX evidence_claim ON evidence (claim);
