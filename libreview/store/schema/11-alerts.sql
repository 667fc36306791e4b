-- What is told of clocks and watches: what is armed, what was told, who took notice. Nothing here is personal.
CREATE TABLE alert_arms(
  record TEXT NOT NULL,
  clock TEXT NOT NULL,
  started_by TEXT NOT NULL,
  due_on TEXT NOT NULL,
  agency TEXT NOT NULL,
  arming INTEGER NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  next_on TEXT NOT NULL,
  PRIMARY KEY(record, clock)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_arms_next ON alert_arms(next_on, record, clock) WHERE next_on <> '';

CREATE TABLE alerts(
  alert TEXT NOT NULL PRIMARY KEY,
  record TEXT NOT NULL,
  clock TEXT NOT NULL,
  started_by TEXT NOT NULL,
  arming INTEGER NOT NULL,
  step TEXT NOT NULL,
  due_on TEXT NOT NULL,
  agency TEXT NOT NULL,
  raised TEXT NOT NULL,
  raised_on TEXT NOT NULL,
  settled TEXT CHECK (settled IN ('ended', 'moved', 'next-step')),
  acknowledged_by TEXT,
  acknowledged TEXT,
  handed_out INTEGER NOT NULL DEFAULT 0 CHECK (handed_out IN (0, 1)),
  UNIQUE(record, clock, arming, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX alerts_open ON alerts(due_on, record, clock) WHERE settled IS NULL;
CREATE INDEX alerts_to_hand_out ON alerts(raised, alert) WHERE handed_out = 0;
CREATE TRIGGER alerts_stay BEFORE UPDATE ON alerts
WHEN NEW.record <> OLD.record OR NEW.clock <> OLD.clock OR NEW.arming <> OLD.arming OR NEW.step <> OLD.step
  OR NEW.due_on <> OLD.due_on OR NEW.raised <> OLD.raised OR OLD.settled IS NOT NULL AND NEW.settled IS NOT OLD.settled
  OR OLD.acknowledged IS NOT NULL AND NEW.acknowledged IS NOT OLD.acknowledged OR NEW.handed_out < OLD.handed_out
BEGIN SELECT RAISE(ABORT, 'what was told stays'); END;
CREATE TRIGGER alerts_remain BEFORE DELETE ON alerts
BEGIN SELECT RAISE(ABORT, 'what was told stays'); END;

CREATE TABLE alert_snoozes(
  alert TEXT NOT NULL REFERENCES alerts(alert),
  person TEXT NOT NULL,
  until_on TEXT NOT NULL,
  PRIMARY KEY(alert, person)
) STRICT, WITHOUT ROWID;
