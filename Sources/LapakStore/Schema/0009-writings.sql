-- What member and officer write to each other.

-- One message between member and officer, sealed with the claim's key.
CREATE TABLE writing (
    id {id},
    interview BIGINT NOT NULL,
    claim BIGINT NOT NULL,
    staff BIGINT,
    at BIGINT NOT NULL,
    box TEXT NOT NULL
);
CREATE INDEX writing_interview ON writing (interview);
CREATE INDEX writing_claim ON writing (claim);
