-- A second factor, browsers that are known, sign-ins under way, and when a session was last proved.
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
