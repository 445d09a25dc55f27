-- Messages travel by several channels, and news of them comes back: one row for each cause, kind and channel.
-- The table is made anew because SQLite cannot take the old unique mark off `source`.

-- One notice to one person by one channel.
CREATE TABLE message_next (
    id {id},
    source TEXT NOT NULL,
    kind TEXT NOT NULL,
    channel TEXT NOT NULL,
    recipient TEXT NOT NULL,
    language TEXT NOT NULL,
    claim BIGINT,
    details TEXT NOT NULL,
    phase TEXT NOT NULL,
    attempts BIGINT NOT NULL,
    doubts BIGINT NOT NULL,
    due BIGINT NOT NULL,
    overdue BIGINT,
    made BIGINT NOT NULL,
    changed BIGINT NOT NULL,
    sent BIGINT,
    reference TEXT,
    successor BIGINT,
    trouble TEXT
);
INSERT INTO message_next (
    id, source, kind, channel, recipient, language, claim, details, phase, attempts, doubts, due, made, changed, sent,
    trouble)
SELECT
    id, source, kind, 'mail', recipient, language, claim, details, phase, attempts, 0, due, made, coalesce(sent, made),
    sent, trouble
FROM message;
DROP TABLE message;
ALTER TABLE message_next RENAME TO message;
CREATE UNIQUE INDEX message_once ON message (source, kind, channel);
CREATE INDEX message_due ON message (channel, due) WHERE phase IN ('waiting', 'taken');
CREATE INDEX message_overdue ON message (overdue) WHERE overdue IS NOT NULL;
CREATE INDEX message_dead ON message (changed) WHERE phase = 'dead';
