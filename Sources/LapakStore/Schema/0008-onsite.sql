-- The branch channel: walk-ins with their numbers, booths, and the seats that are in them. A number is one walk-in's, a claim has
-- one live walk-in, a booth holds one person: three unique indexes.

ALTER TABLE branch ADD COLUMN room BIGINT;

-- The number that a branch gives next on a day.
CREATE TABLE number_roll (
    id {id},
    branch BIGINT NOT NULL,
    day BIGINT NOT NULL,
    next BIGINT NOT NULL
);

-- Somebody at a branch today, with a number; `body` is JSON.
CREATE TABLE walk_in (
    id {id},
    branch BIGINT NOT NULL,
    day BIGINT NOT NULL,
    number TEXT NOT NULL,
    claim BIGINT,
    phase TEXT NOT NULL,
    live BIGINT NOT NULL,
    place BIGINT NOT NULL,
    source TEXT UNIQUE,
    called BIGINT,
    body TEXT NOT NULL,
    UNIQUE (branch, day, number)
);
CREATE UNIQUE INDEX walk_in_claim ON walk_in (claim) WHERE live = 1 AND claim IS NOT NULL;
CREATE INDEX walk_in_line ON walk_in (branch, day, phase, place, number);
CREATE INDEX walk_in_live ON walk_in (day) WHERE live = 1;

-- A cubicle with a camera and a paired browser; `body` is JSON.
CREATE TABLE booth (
    id {id},
    branch BIGINT NOT NULL,
    number BIGINT NOT NULL,
    code TEXT,
    body TEXT NOT NULL,
    UNIQUE (branch, number)
);
CREATE INDEX booth_code ON booth (code) WHERE code IS NOT NULL;
ALTER TABLE interview ADD COLUMN walk_in BIGINT;
ALTER TABLE interview ADD COLUMN booth BIGINT;
CREATE UNIQUE INDEX interview_booth ON interview (booth) WHERE live = 1 AND booth IS NOT NULL;
CREATE INDEX interview_booth_last ON interview (booth, since) WHERE booth IS NOT NULL;
