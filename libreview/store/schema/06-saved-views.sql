-- Lists that people narrowed down and gave a name.
CREATE TABLE saved_views(
  saved_view TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES people(person),
  name TEXT NOT NULL,
  query TEXT NOT NULL,
  made TEXT NOT NULL,
  UNIQUE (person, name)
) STRICT, WITHOUT ROWID;
