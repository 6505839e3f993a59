-- The mail of the week: the day it was last sent, and the event up to which it told what was decided.
ALTER TABLE accounts ADD COLUMN digest_sent_on DATE;
ALTER TABLE accounts ADD COLUMN digest_event BIGINT;
