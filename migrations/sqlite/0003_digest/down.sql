ALTER TABLE accounts DROP COLUMN digest_event;
ALTER TABLE accounts DROP COLUMN digest_sent_on;
