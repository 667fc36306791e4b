-- Who has seen what, and which cases somebody opened for a while.
CREATE TABLE reads(
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq > 0),
  time TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  record TEXT NOT NULL,
  what TEXT NOT NULL,
  why TEXT NOT NULL
) STRICT;
CREATE INDEX reads_record ON reads(record, seq);
CREATE INDEX reads_person ON reads(person, seq);
CREATE TRIGGER reads_grow BEFORE INSERT ON reads
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM reads)
BEGIN SELECT RAISE(ABORT, 'reads only grow, by one'); END;
CREATE TRIGGER reads_stay BEFORE UPDATE ON reads BEGIN SELECT RAISE(ABORT, 'reads stay'); END;
CREATE TRIGGER reads_remain BEFORE DELETE ON reads BEGIN SELECT RAISE(ABORT, 'reads stay'); END;

CREATE TABLE broken_glass(
  glass TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL,
  record TEXT NOT NULL,
  ground TEXT NOT NULL,
  words TEXT NOT NULL,
  begun TEXT NOT NULL,
  ends TEXT NOT NULL,
  reviewed_by TEXT,
  reviewed TEXT,
  finding TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX broken_glass_person ON broken_glass(person, ends);
