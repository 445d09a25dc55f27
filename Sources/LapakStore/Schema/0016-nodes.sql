-- Which running process makes identities with which number.

-- One process, by the number in its identities, until it must have said again that it lives.
CREATE TABLE node (
    number BIGINT PRIMARY KEY,
    holder TEXT NOT NULL,
    until BIGINT NOT NULL
);
