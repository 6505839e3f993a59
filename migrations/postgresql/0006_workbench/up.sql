-- A structural signal that people changed in the workbench: no network file changes it any more. Where it was merged into
-- another, its signals are there, and it is printed no longer.
ALTER TABLE structural_signals ADD COLUMN kept_here boolean NOT NULL DEFAULT FALSE;
ALTER TABLE structural_signals ADD COLUMN merged_into uuid REFERENCES structural_signals (id);
ALTER TABLE structural_signals ADD COLUMN predecessor uuid REFERENCES structural_signals (id);

-- Before an edition is frozen, someone who did not write a chapter ticks that nobody can be recognised in this version of it.
CREATE TABLE clearances (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    version integer NOT NULL,
    item text COLLATE "C" NOT NULL,
    account uuid NOT NULL REFERENCES accounts (id),
    day date NOT NULL,
    PRIMARY KEY (structural_id, edition, version, item)
);

-- Who wrote a version of a chapter: whoever did may not clear it.
CREATE TABLE chapter_authors (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    version integer NOT NULL,
    account uuid NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (structural_id, edition, version)
);

-- What matters most: each coordinator has a limited number of dots for an edition.
CREATE TABLE dots (
    edition integer NOT NULL REFERENCES editions (number),
    account uuid NOT NULL REFERENCES accounts (id),
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    given integer NOT NULL,
    PRIMARY KEY (edition, account, structural_id)
);

-- Until when organisations are asked to agree with the chapters of an edition.
CREATE TABLE agreement_rounds (
    edition integer PRIMARY KEY NOT NULL REFERENCES editions (number),
    asked_on date NOT NULL,
    deadline date NOT NULL
);

-- What the owner of a structural signal did with it, and what comes next.
CREATE TABLE actions (
    id uuid PRIMARY KEY NOT NULL,
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    number integer NOT NULL,
    account uuid NOT NULL REFERENCES accounts (id),
    day date NOT NULL,
    text_id uuid NOT NULL REFERENCES texts (id),
    next_on date
);
CREATE UNIQUE INDEX actions_number ON actions (structural_id, number);
CREATE INDEX structural_members_structural ON structural_members (structural_id, position);
