-- A structural signal that people changed in the workbench: no network file changes it any more. Where it was merged into
-- another, its signals are there, and it is printed no longer.
ALTER TABLE structural_signals ADD COLUMN kept_here BOOLEAN NOT NULL DEFAULT FALSE;
ALTER TABLE structural_signals ADD COLUMN merged_into UUID REFERENCES structural_signals (id);
ALTER TABLE structural_signals ADD COLUMN predecessor UUID REFERENCES structural_signals (id);

-- Before an edition is frozen, someone who did not write a chapter ticks that nobody can be recognised in this version of it.
CREATE TABLE clearances (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    version INTEGER NOT NULL,
    item TEXT NOT NULL,
    account UUID NOT NULL REFERENCES accounts (id),
    day DATE NOT NULL,
    PRIMARY KEY (structural_id, edition, version, item)
);

-- Who wrote a version of a chapter: whoever did may not clear it.
CREATE TABLE chapter_authors (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    version INTEGER NOT NULL,
    account UUID NOT NULL REFERENCES accounts (id),
    PRIMARY KEY (structural_id, edition, version)
);

-- What matters most: each coordinator has a limited number of dots for an edition.
CREATE TABLE dots (
    edition INTEGER NOT NULL REFERENCES editions (number),
    account UUID NOT NULL REFERENCES accounts (id),
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    given INTEGER NOT NULL,
    PRIMARY KEY (edition, account, structural_id)
);

-- Until when organisations are asked to agree with the chapters of an edition.
CREATE TABLE agreement_rounds (
    edition INTEGER PRIMARY KEY NOT NULL REFERENCES editions (number),
    asked_on DATE NOT NULL,
    deadline DATE NOT NULL
);

-- What the owner of a structural signal did with it, and what comes next.
CREATE TABLE actions (
    id UUID PRIMARY KEY NOT NULL,
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    number INTEGER NOT NULL,
    account UUID NOT NULL REFERENCES accounts (id),
    day DATE NOT NULL,
    text_id UUID NOT NULL REFERENCES texts (id),
    next_on DATE
);
CREATE UNIQUE INDEX actions_number ON actions (structural_id, number);
CREATE INDEX structural_members_structural ON structural_members (structural_id, position);
