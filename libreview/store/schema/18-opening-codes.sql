-- What two people agree to open for somebody opens with two halves: whoever approved was shown a code, whoever proposed
-- has the link, and the link asks for the code. Of the code there is the SHA-256.
ALTER TABLE approvals ADD COLUMN code_digest BLOB CHECK (length(code_digest) = 32);
ALTER TABLE invitations ADD COLUMN code_digest BLOB CHECK (length(code_digest) = 32);
CREATE TRIGGER approval_codes_stay BEFORE UPDATE ON approvals
WHEN OLD.code_digest IS NOT NULL AND NEW.code_digest IS NOT OLD.code_digest
BEGIN SELECT RAISE(ABORT, 'a code is given once'); END;
-- The links of a real store from before have no code, and one person could open them alone: they are over. A practice
-- store asks nobody for a code.
UPDATE invitations SET ended = strftime('%Y-%m-%dT%H:%M:%fZ', 'now')
WHERE ended IS NULL AND EXISTS (SELECT 1 FROM meta WHERE name = 'practice' AND value = 'no');
