-- People sign in with a password of their own.
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
