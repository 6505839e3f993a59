ALTER TABLE accounts DROP COLUMN digest_claimed_at;
ALTER TABLE messages DROP COLUMN asked_as;
