-- Signing out asks which other keys open the claim.
CREATE INDEX registration_claim ON registration (claim) WHERE claim IS NOT NULL;
CREATE INDEX visit_claim ON visit (claim) WHERE claim IS NOT NULL;
-- Whether an officer is signed in anywhere, asked while a session with members is open.
CREATE INDEX staff_session_staff ON staff_session (staff);
