-- The checks of documents for what tells who somebody is, which this service ran to their end: of which version, with
-- which content. That a report was checked is recorded only where one of these shows it.
CREATE TABLE report_checks(
  record TEXT NOT NULL,
  document TEXT NOT NULL,
  digest TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  person TEXT NOT NULL,
  checked TEXT NOT NULL
) STRICT;
CREATE INDEX report_checks_document ON report_checks(record, document, digest);
CREATE TRIGGER report_checks_stay BEFORE UPDATE ON report_checks
BEGIN SELECT RAISE(ABORT, 'a check that was run stays'); END;
