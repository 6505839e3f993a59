-- An authority answers to the problem as a whole (recommendation 0) and to each recommendation apart: one answer does not take
-- the place of the other.
UPDATE answers SET recommendation = 0 WHERE recommendation IS NULL;
ALTER TABLE answers ALTER COLUMN recommendation SET NOT NULL;
ALTER TABLE answers DROP CONSTRAINT answers_pkey;
ALTER TABLE answers ADD PRIMARY KEY (structural_id, edition, authority, recommendation);
