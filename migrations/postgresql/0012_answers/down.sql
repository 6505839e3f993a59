-- Of several answers of an authority the first stays.
DELETE FROM answers AS later USING answers AS first
WHERE later.structural_id = first.structural_id AND later.edition = first.edition AND later.authority = first.authority
  AND later.recommendation > first.recommendation;
ALTER TABLE answers DROP CONSTRAINT answers_pkey;
ALTER TABLE answers ADD PRIMARY KEY (structural_id, edition, authority);
ALTER TABLE answers ALTER COLUMN recommendation DROP NOT NULL;
UPDATE answers SET recommendation = NULL WHERE recommendation = 0;
