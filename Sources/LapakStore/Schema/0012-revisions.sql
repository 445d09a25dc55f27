-- How often a claim's appointment was made, changed or lost. Calendars were told at most the member's own changes and one.

ALTER TABLE claim ADD COLUMN revision BIGINT NOT NULL DEFAULT 0;
UPDATE claim SET revision = changes + 2;
