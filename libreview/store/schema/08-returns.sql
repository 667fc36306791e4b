-- Agencies, whom to ask there, the mails that go out, and the links by which agencies answer.
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
