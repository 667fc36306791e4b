-- Reminders by mail: who wants them where and when, who is told of what, and whether a way of telling works.
CREATE TABLE notice_settings(
  person TEXT NOT NULL PRIMARY KEY REFERENCES people(person),
  mailbox TEXT NOT NULL DEFAULT '',
  chosen TEXT NOT NULL DEFAULT '' CHECK (chosen IN ('', 'NONE', 'IMMEDIATE', 'DAILY')),
  away_from TEXT NOT NULL DEFAULT '',
  away_until TEXT NOT NULL DEFAULT '',
  cover TEXT NOT NULL DEFAULT '',
  asked TEXT NOT NULL DEFAULT '',
  code_digest BLOB,
  code_made TEXT NOT NULL DEFAULT '',
  code_tries INTEGER NOT NULL DEFAULT 0,
  codes_on TEXT NOT NULL DEFAULT '',
  codes INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;

ALTER TABLE outbox ADD COLUMN dedupe TEXT NOT NULL DEFAULT '';
ALTER TABLE outbox ADD COLUMN in_hours INTEGER NOT NULL DEFAULT 0 CHECK (in_hours IN (0, 1));
CREATE UNIQUE INDEX outbox_dedupe ON outbox(dedupe) WHERE dedupe <> '';

CREATE TABLE notices(
  notice INTEGER NOT NULL PRIMARY KEY,
  alert TEXT NOT NULL REFERENCES alerts(alert),
  alert_key TEXT NOT NULL,
  person TEXT NOT NULL,
  sort TEXT NOT NULL CHECK (sort IN ('IMMEDIATE', 'DAILY', 'AGENCY')),
  made TEXT NOT NULL,
  mail INTEGER REFERENCES outbox(mail),
  dropped TEXT,
  UNIQUE (person, alert_key)
) STRICT;
CREATE INDEX notices_waiting ON notices(sort, person, notice) WHERE mail IS NULL AND dropped IS NULL;
CREATE INDEX notices_alert ON notices(alert);
CREATE TRIGGER notices_stay BEFORE UPDATE ON notices
WHEN NEW.alert <> OLD.alert OR NEW.alert_key <> OLD.alert_key OR NEW.person <> OLD.person
  OR OLD.mail IS NOT NULL OR OLD.dropped IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'who was told stays'); END;

CREATE TABLE channels(
  channel TEXT NOT NULL PRIMARY KEY,
  failing_since TEXT NOT NULL DEFAULT '',
  failing_on TEXT NOT NULL DEFAULT '',
  gave_up INTEGER NOT NULL DEFAULT 0 CHECK (gave_up IN (0, 1))
) STRICT, WITHOUT ROWID;
