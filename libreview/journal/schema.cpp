#include "libreview/journal/schema.hpp"

#include <fmt/format.h>

#include <iterator>

namespace review {
namespace {

/// The steps in order; a store at version n has had the first n. A step is never edited once released: a change to a
/// table is a new step at the end. FORMAT.md describes what they make.
constexpr const char* steps[] = {
    // 1: the log, what stands beside it, and who may come in.
    R"sql(
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
)sql",
    // 2: people sign in with a password of their own.
    R"sql(
CREATE TABLE accounts(
  person TEXT NOT NULL PRIMARY KEY REFERENCES people(person),
  role TEXT NOT NULL,
  password TEXT NOT NULL,
  made TEXT NOT NULL,
  disabled TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations(
  invitation TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES accounts(person),
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  expires TEXT NOT NULL,
  ended TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions(
  session TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES accounts(person),
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  begun TEXT NOT NULL,
  seen TEXT NOT NULL,
  ended TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_person ON sessions(person);
)sql",
    // 3: who has seen what, and which cases somebody opened for a while.
    R"sql(
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
)sql",
    // 4: people sign on with an account of their council; tokens open less than their role does.
    R"sql(
CREATE TABLE sign_on_identities(
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  person TEXT NOT NULL REFERENCES accounts(person),
  bound TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX sign_on_identities_person ON sign_on_identities(person);

ALTER TABLE tokens ADD COLUMN scopes TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN cases TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN networks TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN agency TEXT NOT NULL DEFAULT '';
ALTER TABLE tokens ADD COLUMN used TEXT;
)sql",
    // 5: the contents of documents.
    R"sql(
CREATE TABLE document_contents(
  digest BLOB NOT NULL PRIMARY KEY CHECK (length(digest) = 32),
  size INTEGER NOT NULL CHECK (size > 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE document_pieces(
  piece INTEGER NOT NULL PRIMARY KEY,
  digest BLOB NOT NULL REFERENCES document_contents(digest),
  place INTEGER NOT NULL CHECK (place >= 0),
  bytes BLOB NOT NULL CHECK (length(bytes) BETWEEN 1 AND 262144),
  UNIQUE (digest, place)
) STRICT;

CREATE TABLE documents(
  entry TEXT NOT NULL PRIMARY KEY REFERENCES entries(entry),
  record TEXT NOT NULL,
  document TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  size INTEGER NOT NULL CHECK (size > 0),
  media_type TEXT NOT NULL,
  file_name TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('held', 'clean', 'refused', 'erased')),
  checked_by TEXT NOT NULL,
  checked TEXT NOT NULL,
  UNIQUE (record, document, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX documents_digest ON documents(digest);
CREATE INDEX documents_held ON documents(state) WHERE state = 'held';

CREATE TRIGGER document_contents_stay BEFORE UPDATE ON document_contents
BEGIN SELECT RAISE(ABORT, 'contents may be erased, never changed'); END;
CREATE TRIGGER document_pieces_stay BEFORE UPDATE ON document_pieces
BEGIN SELECT RAISE(ABORT, 'contents may be erased, never changed'); END;
CREATE TRIGGER documents_stay BEFORE UPDATE OF entry, record, document, version, digest, size, media_type ON documents
BEGIN SELECT RAISE(ABORT, 'a version of a document never changes'); END;
CREATE TRIGGER documents_remain BEFORE DELETE ON documents
BEGIN SELECT RAISE(ABORT, 'documents are erased, never deleted'); END;
)sql",
    // 6: lists that people narrowed down and gave a name.
    R"sql(
CREATE TABLE saved_views(
  saved_view TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people(person),
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (person, name)
) STRICT, WITHOUT ROWID;
)sql",
    // 7: what somebody began to write and has not recorded.
    R"sql(
CREATE TABLE drafts(
  draft TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people(person),
  kind TEXT NOT NULL,
  case_id TEXT NOT NULL,
  content TEXT NOT NULL,
  made TEXT NOT NULL,
  changed TEXT NOT NULL,
  expires TEXT NOT NULL,
  became TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX drafts_person ON drafts(person, changed);
)sql",
    // 8: agencies, whom to ask there, the mails that go out, and the links by which agencies answer.
    R"sql(
CREATE TABLE agencies(
  agency TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  body TEXT NOT NULL,
  closed_weekdays TEXT NOT NULL,
  made TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE agency_closures(
  agency TEXT NOT NULL REFERENCES agencies(agency),
  day TEXT NOT NULL,
  PRIMARY KEY (agency, day)
) STRICT, WITHOUT ROWID;

CREATE TABLE contacts(
  contact TEXT NOT NULL PRIMARY KEY,
  agency TEXT NOT NULL REFERENCES agencies(agency),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  mailbox TEXT NOT NULL,
  telephone TEXT NOT NULL,
  begins TEXT NOT NULL,
  ends TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX contacts_agency ON contacts(agency);

CREATE TABLE outbox(
  mail INTEGER NOT NULL PRIMARY KEY,
  recipient TEXT NOT NULL,
  subject TEXT NOT NULL,
  body TEXT NOT NULL,
  about TEXT NOT NULL,
  made TEXT NOT NULL,
  useless_after TEXT NOT NULL,
  next_try TEXT NOT NULL,
  tries INTEGER NOT NULL DEFAULT 0,
  delivered TEXT,
  failed TEXT
) STRICT;
CREATE INDEX outbox_waiting ON outbox(next_try) WHERE delivered IS NULL AND failed IS NULL;
CREATE INDEX outbox_about ON outbox(about, mail);

CREATE TABLE return_links(
  link TEXT NOT NULL PRIMARY KEY,
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  record TEXT NOT NULL,
  request TEXT NOT NULL,
  agency TEXT NOT NULL REFERENCES agencies(agency),
  contact TEXT NOT NULL REFERENCES contacts(contact),
  made TEXT NOT NULL,
  expires_on TEXT NOT NULL,
  revoked TEXT,
  code_digest BLOB,
  code_made TEXT,
  code_tries INTEGER NOT NULL DEFAULT 0,
  draft BLOB,
  entry TEXT,
  sent TEXT,
  complete INTEGER NOT NULL DEFAULT 0
) STRICT, WITHOUT ROWID;
CREATE INDEX return_links_record ON return_links(record);

CREATE TABLE return_link_uses(
  use INTEGER NOT NULL PRIMARY KEY,
  link TEXT NOT NULL REFERENCES return_links(link),
  time TEXT NOT NULL,
  what TEXT NOT NULL
) STRICT;
CREATE INDEX return_link_uses_link ON return_link_uses(link, use);

CREATE TABLE return_sessions(
  session TEXT NOT NULL PRIMARY KEY,
  link TEXT NOT NULL REFERENCES return_links(link),
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  begun TEXT NOT NULL,
  seen TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX return_sessions_link ON return_sessions(link);

CREATE TABLE return_alerts(
  alert TEXT NOT NULL PRIMARY KEY,
  link TEXT NOT NULL REFERENCES return_links(link),
  time TEXT NOT NULL,
  seen_by TEXT,
  seen TEXT
) STRICT, WITHOUT ROWID;
)sql",
    // 9: a second factor, browsers that are known, sign-ins under way, and when a session was last proved.
    R"sql(
CREATE TABLE second_factors(
  person TEXT NOT NULL PRIMARY KEY REFERENCES accounts(person),
  sealed BLOB NOT NULL,
  made TEXT NOT NULL,
  confirmed TEXT,
  last_step INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE recovery_codes(
  person TEXT NOT NULL REFERENCES accounts(person),
  code_digest BLOB NOT NULL CHECK (length(code_digest) = 32),
  PRIMARY KEY (person, code_digest)
) STRICT, WITHOUT ROWID;

CREATE TABLE devices(
  device TEXT NOT NULL PRIMARY KEY,
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE device_people(
  device TEXT NOT NULL REFERENCES devices(device) ON DELETE CASCADE,
  person TEXT NOT NULL REFERENCES accounts(person),
  PRIMARY KEY (device, person)
) STRICT, WITHOUT ROWID;
CREATE INDEX device_people_person ON device_people(person);

CREATE TABLE pending_sign_ins(
  pending TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES accounts(person),
  secret_digest BLOB NOT NULL CHECK (length(secret_digest) = 32),
  expires TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX pending_sign_ins_person ON pending_sign_ins(person);

CREATE TABLE failed_sign_ins(
  person TEXT NOT NULL,
  hour TEXT NOT NULL,
  tries INTEGER NOT NULL,
  PRIMARY KEY (person, hour)
) STRICT, WITHOUT ROWID;

ALTER TABLE sessions ADD COLUMN proved TEXT NOT NULL DEFAULT '';
)sql",
    // 10: what needs a second person; names and agencies of accounts; where scrutiny stands in the log.
    R"sql(
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
)sql",
};

/// The newest step that this release knows; a store has it as `user_version`.
constexpr int newest_schema = static_cast<int>(std::size(steps));

int pragma_number(SQLite::Database& database, const char* name) {
  return database.execAndGet(fmt::format("PRAGMA {}", name)).getInt();
}

}  // namespace

bool is_empty(SQLite::Database& database) {
  return pragma_number(database, "application_id") == 0 && pragma_number(database, "user_version") == 0 &&
         database.execAndGet("SELECT count(*) FROM sqlite_schema").getInt() == 0;
}

Result<void> bring_up_to_date(SQLite::Database& database) {
  const auto empty = is_empty(database);
  if (!empty && pragma_number(database, "application_id") != store_application) {
    return refuse(Code::malformed, "This file is not a store of child safeguarding reviews.");
  }
  const auto has = pragma_number(database, "user_version");
  if (has > newest_schema) {
    return refuse(Code::read_only,
                  fmt::format("This store was made by a newer release: it has schema {}, this release knows up to {}. "
                              "Install that release again, or restore a backup made before it.",
                              has, newest_schema));
  }
  if (has == newest_schema) return {};
  for (auto step = has; step < newest_schema; ++step) database.exec(steps[step]);
  database.exec(fmt::format("PRAGMA application_id={}", store_application));
  database.exec(fmt::format("PRAGMA user_version={}", newest_schema));
  return {};
}

}  // namespace review
