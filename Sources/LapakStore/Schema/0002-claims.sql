-- Places and bookings, registrations, claims, the waiting list and its draws.

-- A window of appointments at one branch by one channel. A place is free, kept for the waiting list, or taken.
CREATE TABLE slot (
    id {id},
    branch BIGINT NOT NULL,
    channel TEXT NOT NULL,
    start BIGINT NOT NULL,
    minutes BIGINT NOT NULL,
    planned BIGINT NOT NULL,
    capacity BIGINT NOT NULL,
    taken BIGINT NOT NULL,
    unproven BIGINT NOT NULL,
    kept BIGINT NOT NULL,
    kept_until BIGINT,
    CHECK (taken BETWEEN 0 AND capacity),
    CHECK (unproven BETWEEN 0 AND taken),
    CHECK (kept BETWEEN 0 AND capacity - taken)
);
CREATE INDEX slot_branch ON slot (branch, start);
CREATE INDEX slot_start ON slot (start);
CREATE INDEX slot_kept ON slot (kept_until) WHERE kept_until IS NOT NULL;

-- One place of one person in a slot, from the hold to the end.
CREATE TABLE booking (
    id {id},
    slot BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    start BIGINT NOT NULL,
    phase TEXT NOT NULL,
    proven BIGINT NOT NULL,
    registration BIGINT,
    claim BIGINT,
    ticket BIGINT,
    secret TEXT,
    since BIGINT NOT NULL,
    due BIGINT
);
CREATE INDEX booking_slot ON booking (slot);
CREATE INDEX booking_due ON booking (due) WHERE due IS NOT NULL;
CREATE INDEX booking_ticket ON booking (ticket) WHERE ticket IS NOT NULL;
CREATE UNIQUE INDEX booking_live ON booking (claim) WHERE claim IS NOT NULL AND phase IN ('confirmed', 'checkedIn');

-- A form that somebody fills in, until it becomes a claim. `wish` and `facts` are JSON.
CREATE TABLE registration (
    id {id},
    secret TEXT NOT NULL,
    language TEXT NOT NULL,
    slot BIGINT,
    booking BIGINT,
    queues BIGINT NOT NULL,
    wish TEXT,
    nik TEXT,
    kpj TEXT,
    name TEXT,
    birth BIGINT,
    mother TEXT,
    email TEXT,
    phone TEXT,
    code_hash TEXT,
    code_sent BIGINT,
    code_until BIGINT,
    code_tries BIGINT NOT NULL,
    codes BIGINT NOT NULL,
    proven BIGINT,
    reason TEXT,
    member BIGINT,
    earliest BIGINT,
    claim BIGINT,
    due BIGINT NOT NULL
);
CREATE INDEX registration_due ON registration (due);

-- A member who came back to their claim with its number and a one-time code.
CREATE TABLE visit (
    id {id},
    secret TEXT NOT NULL,
    claim BIGINT,
    code_hash TEXT,
    code_sent BIGINT,
    code_until BIGINT,
    code_tries BIGINT NOT NULL,
    proven BIGINT,
    due BIGINT NOT NULL
);
CREATE INDEX visit_due ON visit (due);

-- A claim. `decision` and `facts` are JSON. One live claim a member.
CREATE TABLE claim (
    id {id},
    number TEXT NOT NULL,
    member BIGINT NOT NULL,
    live BIGINT NOT NULL,
    reason TEXT NOT NULL,
    rules TEXT NOT NULL,
    phase TEXT NOT NULL,
    name TEXT NOT NULL,
    nik TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    language TEXT NOT NULL,
    booking BIGINT,
    slot BIGINT,
    ticket BIGINT,
    earliest BIGINT,
    changes BIGINT NOT NULL,
    filed BIGINT NOT NULL,
    remind_at BIGINT
);
CREATE UNIQUE INDEX claim_number ON claim (number);
CREATE UNIQUE INDEX claim_live ON claim (member) WHERE live = 1;
CREATE INDEX claim_remind ON claim (remind_at) WHERE remind_at IS NOT NULL;

-- A place in the waiting list, in the order of cohort, rank and id. `wish` is JSON.
CREATE TABLE ticket (
    id {id},
    claim BIGINT NOT NULL,
    member BIGINT NOT NULL,
    phase TEXT NOT NULL,
    live BIGINT NOT NULL,
    cohort BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    drawn BIGINT NOT NULL,
    wish TEXT NOT NULL,
    joined BIGINT NOT NULL,
    booking BIGINT
);
CREATE UNIQUE INDEX ticket_live ON ticket (member) WHERE live = 1;
CREATE INDEX ticket_cohort ON ticket (cohort) WHERE drawn = 0;

-- A ticket's place in the line of one branch, so that the next in line is found by an index.
CREATE TABLE wish (
    id TEXT PRIMARY KEY,
    branch BIGINT NOT NULL,
    ticket BIGINT NOT NULL,
    cohort BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    open BIGINT NOT NULL,
    live BIGINT NOT NULL
);
CREATE INDEX wish_line ON wish (branch, cohort, rank, ticket) WHERE live = 1;

-- How many people wait for a branch.
CREATE TABLE line (
    branch {id},
    waiting BIGINT NOT NULL CHECK (waiting >= 0)
);

-- The public draw of one day's order: the hash of its seed before, the seed and the journal's hash after.
CREATE TABLE draw (
    day {id},
    seed_hash TEXT NOT NULL,
    seed TEXT NOT NULL,
    closes BIGINT NOT NULL,
    journal_hash TEXT,
    drawn_at BIGINT,
    tickets BIGINT NOT NULL
);

-- One line of a draw's published result.
CREATE TABLE drawn_place (
    id TEXT PRIMARY KEY,
    day BIGINT NOT NULL,
    place BIGINT NOT NULL,
    ticket BIGINT NOT NULL
);
CREATE INDEX drawn_place_day ON drawn_place (day, place);
