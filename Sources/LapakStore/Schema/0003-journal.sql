-- The journal with its followers, the answers to repeated requests, the post.

-- Everything that happened, chained by hash, never changed. `body` is the event in JSON.
CREATE TABLE journal (
    position {id},
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL
);

-- The journal's last position and hash: one row, locked last by every change.
CREATE TABLE journal_head (
    id {id},
    position BIGINT NOT NULL,
    hash TEXT NOT NULL
);
INSERT INTO journal_head (id, position, hash) VALUES (1, 0, '');

-- How far a follower has read the journal.
CREATE TABLE follower (
    name TEXT PRIMARY KEY,
    position BIGINT NOT NULL
);

-- What a request with an idempotency key was answered, in JSON; `parameters` is the hash of what was asked.
CREATE TABLE answer (
    key TEXT PRIMARY KEY,
    parameters TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX answer_at ON answer (at);

-- A message of the post, in its first shape.
CREATE TABLE message (
    id {id},
    source TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    claim BIGINT,
    details TEXT NOT NULL,
    phase TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    due BIGINT NOT NULL,
    made BIGINT NOT NULL,
    sent BIGINT,
    trouble TEXT
);
CREATE INDEX message_due ON message (due) WHERE phase = 'waiting';

-- How much of something scarce was used, until when.
CREATE TABLE budget (
    key TEXT PRIMARY KEY,
    used BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX budget_until ON budget (until);
