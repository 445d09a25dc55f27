-- Whose turn it is at a place is asked in one question: what a wish allows stands beside its place in the line.

-- Weekdays as bits (Monday is 2, Sunday 128) and parts of the day (morning 1, afternoon 2), the first day that suits. Wishes from
-- before this step allow everything here; the ticket's own wish is looked at as well.
ALTER TABLE wish ADD COLUMN days BIGINT NOT NULL DEFAULT 254;
ALTER TABLE wish ADD COLUMN times BIGINT NOT NULL DEFAULT 3;
ALTER TABLE wish ADD COLUMN earliest BIGINT NOT NULL DEFAULT 0;

-- The person said no to an offer, which is something else than a silence.
ALTER TABLE booking ADD COLUMN declined BIGINT NOT NULL DEFAULT 0;

-- Interviews that somebody was there for in time, and could not be reached when called: no misses.
ALTER TABLE claim ADD COLUMN unreached BIGINT NOT NULL DEFAULT 0;
