-- Who has read what an embargo covers is asked for by the embargo, among all else that people read of a case.
CREATE INDEX reads_covered ON reads(record, what, person, time) WHERE substr(what, 1, 8) = 'embargo/';
-- What was approved of one sort, newest first.
CREATE INDEX approvals_approved ON approvals(act, decided DESC) WHERE outcome = 'approved';
