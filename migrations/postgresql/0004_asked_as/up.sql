-- In which role a coordinator asked. What was asked before counts as asked in the role of now; where somebody has both,
-- as the network's.
ALTER TABLE messages ADD COLUMN asked_as text COLLATE "C";
UPDATE messages SET asked_as = CASE
    WHEN EXISTS (SELECT 1 FROM accounts WHERE accounts.id = messages.account AND accounts.roles LIKE '%network-coordinator%')
    THEN 'network-coordinator' ELSE 'signal-coordinator' END
WHERE side = 'coordinator';
-- When somebody took the mail of the week to send it, in Unix seconds; none once it left.
ALTER TABLE accounts ADD COLUMN digest_claimed_at bigint;
