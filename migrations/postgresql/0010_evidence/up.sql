-- The offices to which recommendations are addressed: never who holds one, but for how long its mandate runs.
CREATE TABLE offices (
    code text COLLATE "C" PRIMARY KEY NOT NULL,
    position integer NOT NULL,
    authority text COLLATE "C" NOT NULL,
    name text COLLATE "C" NOT NULL,
    mandate_from date NOT NULL,
    mandate_until date
);

ALTER TABLE recommendations ADD COLUMN office text COLLATE "C" REFERENCES offices (code);
-- Another random number with every change and every signature: nobody signs or changes what they have not read.
ALTER TABLE recommendations ADD COLUMN revision integer NOT NULL DEFAULT 0;

-- Which recommendation of the edition an answer is about, counted from 1; none for the problem as a whole.
ALTER TABLE answers ADD COLUMN recommendation integer;
ALTER TABLE answers ADD COLUMN office text COLLATE "C" REFERENCES offices (code);
