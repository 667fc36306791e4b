-- The log, what stands beside it, and who may come in.
CREATE TABLE meta(
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries(
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
  record TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  entry TEXT NOT NULL UNIQUE,
  leaf TEXT NOT NULL,
  open_salt BLOB NOT NULL CHECK (length(open_salt) = 16),
  open TEXT NOT NULL,
  UNIQUE (record, version)
) STRICT;

CREATE TABLE sealed(
  seq INTEGER NOT NULL PRIMARY KEY REFERENCES entries(seq),
  salt BLOB NOT NULL CHECK (length(salt) = 16),
  sealed TEXT NOT NULL
) STRICT;

CREATE TABLE nodes(
  level INTEGER NOT NULL CHECK (level BETWEEN 0 AND 62),
  idx INTEGER NOT NULL CHECK (idx >= 0),
  hash BLOB NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;

CREATE TABLE counters(
  counter TEXT NOT NULL PRIMARY KEY,
  last INTEGER NOT NULL CHECK (last > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE idempotency(
  person TEXT NOT NULL,
  key_digest TEXT NOT NULL,
  request_digest TEXT NOT NULL,
  record TEXT NOT NULL,
  entry TEXT NOT NULL,
  version INTEGER NOT NULL,
  created TEXT NOT NULL,
  PRIMARY KEY (person, key_digest)
) STRICT, WITHOUT ROWID;
CREATE INDEX idempotency_created ON idempotency(created);
CREATE INDEX idempotency_entry ON idempotency(entry);

CREATE TABLE people(
  person TEXT NOT NULL PRIMARY KEY,
  made TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE tokens(
  token TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people(person),
  role TEXT NOT NULL,
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  created TEXT NOT NULL,
  expires TEXT NOT NULL,
  revoked TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE settings(
  change INTEGER NOT NULL PRIMARY KEY,
  setting TEXT NOT NULL,
  value TEXT NOT NULL,
  actor TEXT NOT NULL,
  time TEXT NOT NULL
) STRICT;
CREATE INDEX settings_newest ON settings(setting, change);

CREATE TABLE access_log(
  change INTEGER NOT NULL PRIMARY KEY,
  time TEXT NOT NULL,
  actor TEXT NOT NULL,
  deed TEXT NOT NULL,
  subject TEXT NOT NULL,
  detail TEXT NOT NULL
) STRICT;

CREATE TRIGGER entries_grow BEFORE INSERT ON entries
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM entries)
  OR EXISTS (SELECT 1 FROM entries WHERE entry = NEW.entry)
  OR NEW.version <> (SELECT coalesce(max(version), 0) + 1 FROM entries WHERE record = NEW.record)
BEGIN SELECT RAISE(ABORT, 'entries only grow, by one'); END;
CREATE TRIGGER entries_stay BEFORE UPDATE ON entries BEGIN SELECT RAISE(ABORT, 'entries never change'); END;
CREATE TRIGGER entries_remain BEFORE DELETE ON entries BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;

CREATE TRIGGER sealed_grow BEFORE INSERT ON sealed
WHEN NEW.seq <> (SELECT max(seq) FROM entries) OR EXISTS (SELECT 1 FROM sealed WHERE seq = NEW.seq)
BEGIN SELECT RAISE(ABORT, 'a sealed part comes with its entry'); END;
CREATE TRIGGER sealed_stay BEFORE UPDATE ON sealed
BEGIN SELECT RAISE(ABORT, 'a sealed part may be erased, never changed'); END;

CREATE TRIGGER nodes_grow BEFORE INSERT ON nodes
WHEN EXISTS (SELECT 1 FROM nodes WHERE level = NEW.level AND idx = NEW.idx)
BEGIN SELECT RAISE(ABORT, 'nodes never change'); END;
CREATE TRIGGER nodes_stay BEFORE UPDATE ON nodes BEGIN SELECT RAISE(ABORT, 'nodes never change'); END;
CREATE TRIGGER nodes_remain BEFORE DELETE ON nodes BEGIN SELECT RAISE(ABORT, 'nodes are never deleted'); END;

CREATE TRIGGER meta_stay BEFORE UPDATE ON meta BEGIN SELECT RAISE(ABORT, 'marks are for ever'); END;
CREATE TRIGGER meta_remain BEFORE DELETE ON meta BEGIN SELECT RAISE(ABORT, 'marks are for ever'); END;
CREATE TRIGGER meta_grow BEFORE INSERT ON meta WHEN EXISTS (SELECT 1 FROM meta WHERE name = NEW.name)
BEGIN SELECT RAISE(ABORT, 'marks are for ever'); END;

CREATE TRIGGER settings_grow BEFORE INSERT ON settings
WHEN NEW.change <> (SELECT coalesce(max(change), 0) + 1 FROM settings)
BEGIN SELECT RAISE(ABORT, 'settings only grow, by one'); END;
CREATE TRIGGER settings_stay BEFORE UPDATE ON settings BEGIN SELECT RAISE(ABORT, 'settings are dated rows'); END;
CREATE TRIGGER settings_remain BEFORE DELETE ON settings BEGIN SELECT RAISE(ABORT, 'settings are dated rows'); END;

CREATE TRIGGER access_log_grow BEFORE INSERT ON access_log
WHEN NEW.change <> (SELECT coalesce(max(change), 0) + 1 FROM access_log)
BEGIN SELECT RAISE(ABORT, 'the access log only grows, by one'); END;
CREATE TRIGGER access_log_stay BEFORE UPDATE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log stays'); END;
CREATE TRIGGER access_log_remain BEFORE DELETE ON access_log BEGIN SELECT RAISE(ABORT, 'the access log stays'); END;
