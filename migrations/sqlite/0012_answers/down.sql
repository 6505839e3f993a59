-- Of several answers of an authority the first stays.
CREATE TABLE answers_before (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    authority TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    day DATE,
    text_id UUID REFERENCES texts (id),
    recommendation INTEGER,
    office TEXT REFERENCES offices (code),
    PRIMARY KEY (structural_id, edition, authority)
);
INSERT OR IGNORE INTO answers_before (structural_id, edition, authority, position, state, day, text_id, recommendation, office)
SELECT structural_id, edition, authority, position, state, day, text_id, nullif(recommendation, 0), office FROM answers
ORDER BY structural_id, edition, authority, recommendation;
-- The words of those that go, go with them.
CREATE TABLE answers_gone AS SELECT text_id FROM answers WHERE text_id IS NOT NULL
AND text_id NOT IN (SELECT text_id FROM answers_before WHERE text_id IS NOT NULL);
DROP TABLE answers;
DELETE FROM text_versions WHERE text_id IN (SELECT text_id FROM answers_gone);
DELETE FROM texts WHERE id IN (SELECT text_id FROM answers_gone);
DROP TABLE answers_gone;
ALTER TABLE answers_before RENAME TO answers;
