-- People sign on with an account of their council; tokens open less than their role does.
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
