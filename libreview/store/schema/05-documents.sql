-- The contents of documents.
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
