-- The tables of Lapak Asik on PostgreSQL after step 0016-nodes, printed by `lapak schema`.

-- What a request with an idempotency key was answered, in JSON; `parameters` is the hash of what was asked.
CREATE TABLE answer (
    key TEXT PRIMARY KEY,
    parameters TEXT NOT NULL,
    body TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX answer_at ON answer (at);

-- One place of one person in a slot, from the hold to the end.
CREATE TABLE booking (
    id BIGINT PRIMARY KEY,
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
    due BIGINT,
    declined BIGINT NOT NULL DEFAULT 0,
    hold_nik TEXT,
    hold_mailbox TEXT,
    hold_phone TEXT
);
CREATE INDEX booking_coming ON booking (start) WHERE phase IN ('confirmed', 'checkedIn');
CREATE INDEX booking_due ON booking (due) WHERE due IS NOT NULL;
CREATE UNIQUE INDEX booking_hold_mailbox ON booking (hold_mailbox) WHERE hold_mailbox IS NOT NULL;
CREATE UNIQUE INDEX booking_hold_nik ON booking (hold_nik) WHERE hold_nik IS NOT NULL;
CREATE UNIQUE INDEX booking_hold_phone ON booking (hold_phone) WHERE hold_phone IS NOT NULL;
CREATE UNIQUE INDEX booking_live ON booking (claim) WHERE claim IS NOT NULL AND phase IN ('confirmed', 'checkedIn');
CREATE INDEX booking_slot ON booking (slot);
CREATE INDEX booking_ticket ON booking (ticket) WHERE ticket IS NOT NULL;

-- A cubicle with a camera and a paired browser; `body` is JSON.
CREATE TABLE booth (
    id BIGINT PRIMARY KEY,
    branch BIGINT NOT NULL,
    number BIGINT NOT NULL,
    code TEXT,
    body TEXT NOT NULL,
    UNIQUE (branch, number)
);
CREATE INDEX booth_code ON booth (code) WHERE code IS NOT NULL;

-- A branch: where it is, when it is open, how many officers serve how many people. `zone` is the time zone's name.
CREATE TABLE branch (
    id BIGINT PRIMARY KEY,
    code TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    region BIGINT NOT NULL,
    zone TEXT NOT NULL,
    city TEXT NOT NULL,
    latitude DOUBLE PRECISION NOT NULL,
    longitude DOUBLE PRECISION NOT NULL,
    opens BIGINT NOT NULL,
    closes BIGINT NOT NULL,
    lunch_from BIGINT NOT NULL,
    lunch_until BIGINT NOT NULL,
    officers BIGINT NOT NULL CHECK (officers >= 0),
    ratio BIGINT NOT NULL CHECK (ratio BETWEEN 1 AND 6),
    minutes_per_claim BIGINT NOT NULL CHECK (minutes_per_claim > 0),
    online_share BIGINT NOT NULL CHECK (online_share BETWEEN 0 AND 100),
    room BIGINT
);

-- A day on which a branch is closed or has other hours or officers than usual. `day` counts days since 1970-01-01.
CREATE TABLE branch_day (
    id BIGINT PRIMARY KEY,
    branch BIGINT NOT NULL,
    day BIGINT NOT NULL,
    closed BIGINT NOT NULL,
    opens BIGINT,
    closes BIGINT,
    lunch_from BIGINT,
    lunch_until BIGINT,
    officers BIGINT,
    note TEXT NOT NULL
);
CREATE INDEX branch_day_branch ON branch_day (branch, day);

-- How much of something scarce was used, until when.
CREATE TABLE budget (
    key TEXT PRIMARY KEY,
    used BIGINT NOT NULL,
    until BIGINT NOT NULL
);
CREATE INDEX budget_until ON budget (until);

-- A claim. `decision` and `facts` are JSON. One live claim a member.
CREATE TABLE claim (
    id BIGINT PRIMARY KEY,
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
    remind_at BIGINT,
    papers_due BIGINT,
    facts TEXT,
    decision TEXT,
    decided BIGINT,
    pay_by BIGINT,
    misses BIGINT NOT NULL DEFAULT 0,
    email_proven BIGINT,
    email_rests BIGINT,
    phone_proven BIGINT,
    phone_rests BIGINT,
    revision BIGINT NOT NULL DEFAULT 0,
    unreached BIGINT NOT NULL DEFAULT 0
);
CREATE UNIQUE INDEX claim_live ON claim (member) WHERE live = 1;
CREATE UNIQUE INDEX claim_number ON claim (number);
CREATE INDEX claim_papers_due ON claim (papers_due) WHERE phase = 'booked';
CREATE INDEX claim_remind ON claim (remind_at) WHERE remind_at IS NOT NULL;

-- The key of a claim's files, wrapped by a master key; empty once it is destroyed.
CREATE TABLE claim_key (
    claim BIGINT PRIMARY KEY,
    wrapped TEXT NOT NULL
);

-- A contact on its way to be proven: at most one for each claim and way.
CREATE TABLE contact_proof (
    id TEXT PRIMARY KEY,
    claim BIGINT NOT NULL,
    way TEXT NOT NULL,
    address TEXT NOT NULL,
    code_hash TEXT,
    code_sent BIGINT,
    code_until BIGINT,
    code_tries BIGINT NOT NULL,
    codes BIGINT NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX contact_proof_due ON contact_proof (due);

-- A paper that a member sent, each version a row. `hints` and `fault` are JSON.
CREATE TABLE document (
    id BIGINT PRIMARY KEY,
    claim BIGINT NOT NULL,
    paper TEXT NOT NULL,
    version BIGINT NOT NULL,
    kind TEXT,
    bytes BIGINT NOT NULL,
    sha256 TEXT NOT NULL,
    pages BIGINT NOT NULL,
    hints TEXT NOT NULL,
    received BIGINT NOT NULL,
    phase TEXT NOT NULL,
    fault TEXT,
    reason TEXT,
    note TEXT,
    staff BIGINT,
    until BIGINT,
    UNIQUE (claim, paper, version)
);
CREATE INDEX document_staff ON document (staff) WHERE staff IS NOT NULL;
CREATE INDEX document_waiting ON document (claim) WHERE phase = 'waiting';

-- The public draw of one day's order: the hash of its seed before, the seed and the journal's hash after.
CREATE TABLE draw (
    day BIGINT PRIMARY KEY,
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

-- A still of an original or a face: its hash and size. The picture itself is sealed in the file store.
CREATE TABLE evidence (
    id BIGINT PRIMARY KEY,
    interview BIGINT NOT NULL,
    claim BIGINT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes BIGINT NOT NULL,
    width BIGINT NOT NULL,
    height BIGINT NOT NULL,
    how TEXT NOT NULL,
    at BIGINT NOT NULL
);
CREATE INDEX evidence_claim ON evidence (claim);

-- How far a follower has read the journal.
CREATE TABLE follower (
    name TEXT PRIMARY KEY,
    position BIGINT NOT NULL
);

-- A public holiday; unconfirmed ones are only announced.
CREATE TABLE holiday (
    day BIGINT PRIMARY KEY,
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    confirmed BIGINT NOT NULL
);

-- How far a file of members was loaded.
CREATE TABLE import (
    source TEXT PRIMARY KEY,
    line BIGINT NOT NULL,
    loaded BIGINT NOT NULL,
    faults BIGINT NOT NULL
);

-- The inspection of a document that is due.
CREATE TABLE inspecting (
    document BIGINT PRIMARY KEY,
    due BIGINT,
    attempts BIGINT NOT NULL,
    trouble TEXT,
    lost BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX inspecting_due ON inspecting (due) WHERE due IS NOT NULL;

-- One person's interview, from the lobby to the decision; `body` is JSON.
CREATE TABLE interview (
    id BIGINT PRIMARY KEY,
    claim BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    phase TEXT NOT NULL,
    live BIGINT NOT NULL,
    session BIGINT,
    seat BIGINT,
    front BIGINT NOT NULL,
    start BIGINT NOT NULL,
    entered BIGINT NOT NULL,
    not_before BIGINT,
    since BIGINT NOT NULL,
    progress BIGINT,
    served BIGINT,
    body TEXT NOT NULL,
    walk_in BIGINT,
    booth BIGINT,
    CHECK (seat BETWEEN 1 AND 6)
);
CREATE UNIQUE INDEX interview_booth ON interview (booth) WHERE live = 1 AND booth IS NOT NULL;
CREATE INDEX interview_booth_last ON interview (booth, since) WHERE booth IS NOT NULL;
CREATE INDEX interview_claim ON interview (claim);
CREATE UNIQUE INDEX interview_live ON interview (claim) WHERE live = 1;
CREATE INDEX interview_lobby ON interview (branch, front, start, entered) WHERE phase = 'lobby';
CREATE INDEX interview_phase ON interview (phase, since) WHERE live = 1;
CREATE UNIQUE INDEX interview_seat ON interview (session, seat) WHERE live = 1 AND seat IS NOT NULL;
CREATE INDEX interview_session ON interview (session);

-- Everything that happened, chained by hash, never changed. `body` is the event in JSON.
CREATE TABLE journal (
    position BIGINT PRIMARY KEY,
    at BIGINT NOT NULL,
    author TEXT NOT NULL,
    body TEXT NOT NULL,
    hash TEXT NOT NULL
);

-- The journal's last position and hash: one row, locked last by every change.
CREATE TABLE journal_head (
    id BIGINT PRIMARY KEY,
    position BIGINT NOT NULL,
    hash TEXT NOT NULL
);

-- How many people wait for a branch.
CREATE TABLE line (
    branch BIGINT PRIMARY KEY,
    waiting BIGINT NOT NULL CHECK (waiting >= 0)
);

-- A member as the registry knows them. `memberships` and `partials` are JSON.
CREATE TABLE member (
    id BIGINT PRIMARY KEY,
    nik TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    birth BIGINT NOT NULL,
    mother TEXT NOT NULL,
    memberships TEXT NOT NULL,
    partials TEXT NOT NULL
);

-- One notice to one person by one channel.
CREATE TABLE message (
    id BIGINT PRIMARY KEY,
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
CREATE INDEX message_dead ON message (changed) WHERE phase = 'dead';
CREATE INDEX message_dead_claim ON message (claim) WHERE phase = 'dead';
CREATE INDEX message_due ON message (channel, due) WHERE phase IN ('waiting', 'taken');
CREATE UNIQUE INDEX message_once ON message (source, kind, channel);
CREATE INDEX message_overdue ON message (overdue) WHERE overdue IS NOT NULL;

-- The schema steps that were done, each with the SHA-256 of its file.
CREATE TABLE migration (
    number BIGINT PRIMARY KEY,
    sha256 TEXT
);

-- One process, by the number in its identities, until it must have said again that it lives.
CREATE TABLE node (
    number BIGINT PRIMARY KEY,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);

-- The number that a branch gives next on a day.
CREATE TABLE number_roll (
    id BIGINT PRIMARY KEY,
    branch BIGINT NOT NULL,
    day BIGINT NOT NULL,
    next BIGINT NOT NULL
);

-- An officer's live session of 1 to 6 seats; `body` is JSON.
CREATE TABLE officer_session (
    id BIGINT PRIMARY KEY,
    staff BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    live BIGINT NOT NULL,
    seats BIGINT NOT NULL CHECK (seats BETWEEN 1 AND 6),
    opened BIGINT NOT NULL,
    seen BIGINT NOT NULL,
    body TEXT NOT NULL
);
CREATE INDEX officer_session_branch ON officer_session (branch, opened);
CREATE UNIQUE INDEX officer_session_live ON officer_session (staff) WHERE live > 0;

-- A stretch of time in which members could not send papers and it was our fault.
CREATE TABLE outage (
    id BIGINT PRIMARY KEY,
    kind TEXT NOT NULL,
    since BIGINT NOT NULL,
    until BIGINT
);

-- What the agency decided: at most one row, id 0, whose body is JSON. Without it the national defaults hold.
CREATE TABLE policy (
    id BIGINT PRIMARY KEY,
    body TEXT NOT NULL
);

-- A group of branches, for figures and for finding one.
CREATE TABLE region (
    id BIGINT PRIMARY KEY,
    name TEXT NOT NULL
);

-- A form that somebody fills in, until it becomes a claim. `wish` and `facts` are JSON.
CREATE TABLE registration (
    id BIGINT PRIMARY KEY,
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
    due BIGINT NOT NULL,
    facts TEXT,
    comparison TEXT
);
CREATE INDEX registration_claim ON registration (claim) WHERE claim IS NOT NULL;
CREATE INDEX registration_due ON registration (due);

-- A window of appointments at one branch by one channel. A place is free, kept for the waiting list, or taken.
CREATE TABLE slot (
    id BIGINT PRIMARY KEY,
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
CREATE INDEX slot_kept ON slot (kept_until) WHERE kept_until IS NOT NULL;
CREATE INDEX slot_start ON slot (start);

-- Who works here and signs in with a password. No branch: national operations.
CREATE TABLE staff (
    id BIGINT PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    branch BIGINT,
    password TEXT NOT NULL
);

-- A signed-in browser of staff; the hash of its cookie's secret.
CREATE TABLE staff_session (
    id BIGINT PRIMARY KEY,
    secret TEXT NOT NULL,
    staff BIGINT NOT NULL,
    due BIGINT NOT NULL
);
CREATE INDEX staff_session_staff ON staff_session (staff);

-- A place in the waiting list, in the order of cohort, rank and id. `wish` is JSON.
CREATE TABLE ticket (
    id BIGINT PRIMARY KEY,
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
CREATE INDEX ticket_cohort ON ticket (cohort) WHERE drawn = 0;
CREATE UNIQUE INDEX ticket_live ON ticket (member) WHERE live = 1;

-- How long an officer attended to one seat, and how long the person had waited.
CREATE TABLE touch (
    id BIGINT PRIMARY KEY,
    session BIGINT NOT NULL,
    staff BIGINT NOT NULL,
    branch BIGINT NOT NULL,
    interview BIGINT NOT NULL,
    phase TEXT NOT NULL,
    waited BIGINT NOT NULL,
    begun BIGINT NOT NULL,
    ended BIGINT NOT NULL
);
CREATE INDEX touch_session ON touch (session);

-- A file that is arriving.
CREATE TABLE upload (
    id BIGINT PRIMARY KEY,
    claim BIGINT NOT NULL,
    paper TEXT NOT NULL,
    length BIGINT NOT NULL,
    received BIGINT NOT NULL,
    name TEXT NOT NULL,
    declared TEXT,
    phase TEXT NOT NULL,
    begun BIGINT NOT NULL,
    due BIGINT NOT NULL,
    sha256 TEXT,
    metadata TEXT,
    CHECK (received BETWEEN 0 AND length)
);
CREATE INDEX upload_claim ON upload (claim) WHERE phase = 'receiving';
CREATE INDEX upload_due ON upload (due) WHERE phase = 'receiving';

-- The personal link to a claim's papers, and the session that it was exchanged for.
CREATE TABLE upload_link (
    id BIGINT PRIMARY KEY,
    claim BIGINT NOT NULL UNIQUE,
    secret TEXT NOT NULL,
    sent BIGINT NOT NULL,
    exchanged BIGINT,
    session TEXT
);

-- A member who came back to their claim with its number and a one-time code.
CREATE TABLE visit (
    id BIGINT PRIMARY KEY,
    secret TEXT NOT NULL,
    claim BIGINT,
    code_hash TEXT,
    code_sent BIGINT,
    code_until BIGINT,
    code_tries BIGINT NOT NULL,
    proven BIGINT,
    due BIGINT NOT NULL,
    phone_hash TEXT,
    proven_by TEXT,
    known BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX visit_claim ON visit (claim) WHERE claim IS NOT NULL;
CREATE INDEX visit_due ON visit (due);

-- Somebody at a branch today, with a number; `body` is JSON.
CREATE TABLE walk_in (
    id BIGINT PRIMARY KEY,
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

-- A ticket's place in the line of one branch, so that the next in line is found by an index.
CREATE TABLE wish (
    id TEXT PRIMARY KEY,
    branch BIGINT NOT NULL,
    ticket BIGINT NOT NULL,
    cohort BIGINT NOT NULL,
    rank BIGINT NOT NULL,
    open BIGINT NOT NULL,
    live BIGINT NOT NULL,
    days BIGINT NOT NULL DEFAULT 254,
    times BIGINT NOT NULL DEFAULT 3,
    earliest BIGINT NOT NULL DEFAULT 0
);
CREATE INDEX wish_line ON wish (branch, cohort, rank, ticket) WHERE live = 1;

-- One message between member and officer, sealed with the claim's key.
CREATE TABLE writing (
    id BIGINT PRIMARY KEY,
    interview BIGINT NOT NULL,
    claim BIGINT NOT NULL,
    staff BIGINT,
    at BIGINT NOT NULL,
    box TEXT NOT NULL
);
CREATE INDEX writing_claim ON writing (claim);
CREATE INDEX writing_interview ON writing (interview);
