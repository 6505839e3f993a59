-- Of several answers of an authority the first stays.
CREATE TABLE answers_gone AS SELECT DISTINCT later.text_id FROM answers AS later JOIN answers AS first
ON later.structural_id = first.structural_id AND later.edition = first.edition AND later.authority = first.authority
WHERE later.recommendation > first.recommendation AND later.text_id IS NOT NULL;
DELETE FROM answers AS later USING answers AS first
WHERE later.structural_id = first.structural_id AND later.edition = first.edition AND later.authority = first.authority
  AND later.recommendation > first.recommendation;
-- The words of those that go, go with them.
DELETE FROM text_versions WHERE text_id IN (SELECT text_id FROM answers_gone);
DELETE FROM texts WHERE id IN (SELECT text_id FROM answers_gone);
DROP TABLE answers_gone;
ALTER TABLE answers DROP CONSTRAINT answers_pkey;
ALTER TABLE answers ADD PRIMARY KEY (structural_id, edition, authority);
ALTER TABLE answers ALTER COLUMN recommendation DROP NOT NULL;
UPDATE answers SET recommendation = NULL WHERE recommendation = 0;
