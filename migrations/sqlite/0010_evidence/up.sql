-- The offices to which recommendations are addressed: never who holds one, but for how long its mandate runs.
CREATE TABLE offices (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    authority TEXT NOT NULL,
    name TEXT NOT NULL,
    mandate_from DATE NOT NULL,
    mandate_until DATE
);

ALTER TABLE recommendations ADD COLUMN office TEXT REFERENCES offices (code);
-- Another random number with every change and every signature: nobody signs or changes what they have not read.
ALTER TABLE recommendations ADD COLUMN revision INTEGER NOT NULL DEFAULT 0;

-- Which recommendation of the edition an answer is about, counted from 1; none for the problem as a whole.
ALTER TABLE answers ADD COLUMN recommendation INTEGER;
ALTER TABLE answers ADD COLUMN office TEXT REFERENCES offices (code);
