-- An authority answers to the problem as a whole (recommendation 0) and to each recommendation apart: one answer does not take
-- the place of the other.
CREATE TABLE answers_apart (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    authority TEXT NOT NULL,
    recommendation INTEGER NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    day DATE,
    text_id UUID REFERENCES texts (id),
    office TEXT REFERENCES offices (code),
    PRIMARY KEY (structural_id, edition, authority, recommendation)
);
INSERT INTO answers_apart (structural_id, edition, authority, recommendation, position, state, day, text_id, office)
SELECT structural_id, edition, authority, coalesce(recommendation, 0), position, state, day, text_id, office FROM answers;
DROP TABLE answers;
ALTER TABLE answers_apart RENAME TO answers;
