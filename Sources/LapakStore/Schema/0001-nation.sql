-- The nation: branches and their days, holidays, the policy, staff, and the members that were loaded.

-- A group of branches, for figures and for finding one.
CREATE TABLE region (
    id {id},
    name TEXT NOT NULL
);

-- A branch: where it is, when it is open, how many officers serve how many people. `zone` is the time zone's name.
CREATE TABLE branch (
    id {id},
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
    online_share BIGINT NOT NULL CHECK (online_share BETWEEN 0 AND 100)
);

-- A day on which a branch is closed or has other hours or officers than usual. `day` counts days since 1970-01-01.
CREATE TABLE branch_day (
    id {id},
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

-- A public holiday; unconfirmed ones are only announced.
CREATE TABLE holiday (
    day {id},
    name TEXT NOT NULL,
    source TEXT NOT NULL,
    confirmed BIGINT NOT NULL
);

-- What the agency decided: at most one row, id 0, whose body is JSON. Without it the national defaults hold.
CREATE TABLE policy (
    id {id},
    body TEXT NOT NULL
);

-- Who works here and signs in with a password. No branch: national operations.
CREATE TABLE staff (
    id {id},
    username TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    branch BIGINT,
    password TEXT NOT NULL
);

-- A signed-in browser of staff; the hash of its cookie's secret.
CREATE TABLE staff_session (
    id {id},
    secret TEXT NOT NULL,
    staff BIGINT NOT NULL,
    due BIGINT NOT NULL
);

-- A member as the registry knows them. `memberships` and `partials` are JSON.
CREATE TABLE member (
    id {id},
    nik TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    birth BIGINT NOT NULL,
    mother TEXT NOT NULL,
    memberships TEXT NOT NULL,
    partials TEXT NOT NULL
);

-- How far a file of members was loaded.
CREATE TABLE import (
    source TEXT PRIMARY KEY,
    line BIGINT NOT NULL,
    loaded BIGINT NOT NULL,
    faults BIGINT NOT NULL
);
