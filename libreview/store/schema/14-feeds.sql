-- Reminders in people's own calendars, and what a calendar has to know of an arm: how often it changed, and when last.
CREATE TABLE feeds(
  feed TEXT NOT NULL PRIMARY KEY,
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  scope TEXT NOT NULL CHECK (scope IN ('MY_CASES', 'ALL_I_SEE')),
  made TEXT NOT NULL,
  revoked TEXT,
  fetched TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX feeds_person ON feeds(person, made);

ALTER TABLE alert_arms ADD COLUMN sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE alert_arms ADD COLUMN changed TEXT NOT NULL DEFAULT '';
ALTER TABLE alert_arms ADD COLUMN changed_on TEXT NOT NULL DEFAULT '';
-- The day before the rules or the holidays moved it, until that was told; kept by the alert that tells it.
ALTER TABLE alert_arms ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';
ALTER TABLE alerts ADD COLUMN moved_from TEXT NOT NULL DEFAULT '';
-- What ended before there were calendars is in none.
UPDATE alert_arms SET changed = '1970-01-01T00:00:00.000Z', changed_on = '1970-01-01' WHERE live = 0;
CREATE INDEX alert_arms_unstamped ON alert_arms(record, clock) WHERE changed = '';
