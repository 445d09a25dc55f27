-- For whom a place is held, while it is: one live hold for a NIK that the registry knows, for a proven mailbox, and for a phone.
ALTER TABLE booking ADD COLUMN hold_nik TEXT;
ALTER TABLE booking ADD COLUMN hold_mailbox TEXT;
ALTER TABLE booking ADD COLUMN hold_phone TEXT;
CREATE UNIQUE INDEX booking_hold_nik ON booking (hold_nik) WHERE hold_nik IS NOT NULL;
CREATE UNIQUE INDEX booking_hold_mailbox ON booking (hold_mailbox) WHERE hold_mailbox IS NOT NULL;
CREATE UNIQUE INDEX booking_hold_phone ON booking (hold_phone) WHERE hold_phone IS NOT NULL;
