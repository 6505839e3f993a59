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
DROP TABLE answers;
ALTER TABLE answers_before RENAME TO answers;
