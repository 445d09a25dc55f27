-- What comparing a registration's identity with the member registry found; pages show it without asking again. `comparison` is JSON.
ALTER TABLE registration ADD COLUMN comparison TEXT;
