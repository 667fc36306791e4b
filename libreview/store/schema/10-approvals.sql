-- What needs a second person; names and agencies of accounts; where scrutiny stands in the log.
ALTER TABLE accounts ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN agency TEXT NOT NULL DEFAULT '';
ALTER TABLE accounts ADD COLUMN last_signed_in TEXT NOT NULL DEFAULT '';

CREATE TABLE approvals(
  approval TEXT NOT NULL PRIMARY KEY,
  act TEXT NOT NULL,
  subject TEXT NOT NULL,
  proposal TEXT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed TEXT NOT NULL,
  reason TEXT NOT NULL,
  decided_by TEXT,
  decided TEXT,
  outcome TEXT CHECK (outcome IN ('approved', 'refused', 'withdrawn')),
  used TEXT,
  CHECK ((outcome IS NULL) = (decided IS NULL) AND (outcome IS NULL) = (decided_by IS NULL)),
  CHECK (outcome IS NOT 'approved' OR decided_by <> proposed_by)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX approvals_open ON approvals(act, subject) WHERE outcome IS NULL;
CREATE TRIGGER approvals_stay BEFORE UPDATE ON approvals
WHEN OLD.outcome IS NOT NULL AND (NEW.outcome IS NOT OLD.outcome OR NEW.decided_by IS NOT OLD.decided_by)
  OR OLD.used IS NOT NULL OR NEW.act <> OLD.act OR NEW.subject <> OLD.subject OR NEW.proposal <> OLD.proposal
  OR NEW.proposed_by <> OLD.proposed_by OR NEW.proposed <> OLD.proposed OR NEW.reason <> OLD.reason
BEGIN SELECT RAISE(ABORT, 'what was proposed and decided stays'); END;
CREATE TRIGGER approvals_remain BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'what was proposed and decided stays'); END;

CREATE INDEX entries_scrutiny ON entries(record) WHERE instr(leaf, '"kind":"challengeRaised"') > 0
  OR instr(leaf, '"kind":"challengeAnswered"') > 0 OR instr(leaf, '"kind":"scrutinyGiven"') > 0;
