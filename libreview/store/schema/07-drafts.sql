-- What somebody began to write and has not recorded.
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
