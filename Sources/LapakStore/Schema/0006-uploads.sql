-- What an upload was announced with; how often an inspection ended without a word.

ALTER TABLE upload ADD COLUMN metadata TEXT;
ALTER TABLE inspecting ADD COLUMN lost BIGINT NOT NULL DEFAULT 0;
