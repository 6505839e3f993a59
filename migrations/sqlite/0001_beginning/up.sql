-- Keys that never leave the database, such as the one under the digests of rows without a reference.
CREATE TABLE secrets (
    name TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
);

-- The event log: append-only, each row chained to the one before it. No text, no hash of a text, no time of day.
CREATE TABLE events (
    sequence INTEGER PRIMARY KEY NOT NULL,
    day DATE NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    subject_id TEXT NOT NULL,
    detail TEXT NOT NULL,
    commitment BLOB,
    previous BLOB NOT NULL,
    hash BLOB NOT NULL
);

-- One row: the end of the chain. Whoever writes locks it last.
CREATE TABLE chain_head (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    sequence BIGINT NOT NULL,
    hash BLOB NOT NULL
);

INSERT INTO chain_head (id, sequence, hash) VALUES (1, 0, zeroblob(32));

-- What a person wrote lives in versions. Wiping one empties body, key and digest, and keeps the row.
CREATE TABLE texts (
    id UUID PRIMARY KEY NOT NULL,
    kind TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE text_versions (
    text_id UUID NOT NULL REFERENCES texts (id),
    number INTEGER NOT NULL,
    body BLOB,
    commitment_key BLOB,
    digest BLOB,
    occurrence INTEGER,
    day DATE NOT NULL,
    wiped_on DATE,
    PRIMARY KEY (text_id, number)
);
CREATE UNIQUE INDEX text_versions_digest ON text_versions (digest, occurrence) WHERE occurrence IS NOT NULL;

CREATE TABLE network (
    id INTEGER PRIMARY KEY NOT NULL CHECK (id = 1),
    name TEXT NOT NULL,
    silence_is_agreement BOOLEAN NOT NULL
);

CREATE TABLE domains (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    domain_group TEXT NOT NULL,
    label TEXT NOT NULL,
    retired BOOLEAN NOT NULL
);

CREATE TABLE rights (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    label TEXT NOT NULL,
    decides TEXT NOT NULL,
    applies TEXT NOT NULL,
    legal_basis TEXT NOT NULL,
    valid_from INTEGER
);

CREATE TABLE organisations (
    code TEXT PRIMARY KEY NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL
);

CREATE TABLE editions (
    number INTEGER PRIMARY KEY NOT NULL,
    period_from INTEGER NOT NULL,
    period_to INTEGER NOT NULL,
    state TEXT NOT NULL,
    revision INTEGER NOT NULL
);

CREATE TABLE consents (
    edition INTEGER NOT NULL REFERENCES editions (number),
    organisation TEXT NOT NULL REFERENCES organisations (code),
    position INTEGER NOT NULL,
    PRIMARY KEY (edition, organisation)
);

-- Rows of an import that is not `done` are invisible to every reader.
CREATE TABLE imports (
    id UUID PRIMARY KEY NOT NULL,
    state TEXT NOT NULL,
    accepted BOOLEAN NOT NULL,
    day DATE NOT NULL
);

-- As filed and as decided stand side by side; figures use what was decided. Lists are codes joined by `|`.
-- Codes of domains and rights are no foreign keys: they are checked before they arrive, nothing deletes an entry of a list,
-- and a check per code would take PostgreSQL as long as the insert itself.
CREATE TABLE signals (
    id UUID PRIMARY KEY NOT NULL,
    import_id UUID REFERENCES imports (id),
    text_id UUID NOT NULL,
    organisation TEXT NOT NULL REFERENCES organisations (code),
    reference TEXT,
    observed INTEGER NOT NULL,
    filed_on DATE NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL,
    edition INTEGER REFERENCES editions (number),
    tried TEXT NOT NULL,
    target_groups TEXT NOT NULL,
    other_places TEXT NOT NULL,
    no_municipality BOOLEAN NOT NULL,
    recurrence TEXT,
    generated BOOLEAN NOT NULL,
    filed_cause TEXT NOT NULL,
    filed_other_causes TEXT NOT NULL,
    filed_never_eligible BOOLEAN NOT NULL,
    filed_domain TEXT NOT NULL,
    filed_other_domains TEXT NOT NULL,
    filed_right TEXT,
    filed_place TEXT NOT NULL,
    filed_authority TEXT,
    decided_cause TEXT NOT NULL,
    decided_other_causes TEXT NOT NULL,
    decided_never_eligible BOOLEAN NOT NULL,
    decided_domain TEXT NOT NULL,
    decided_other_domains TEXT NOT NULL,
    decided_right TEXT,
    decided_place TEXT NOT NULL,
    decided_authority TEXT
);
CREATE UNIQUE INDEX signals_reference ON signals (organisation, reference) WHERE reference IS NOT NULL;
CREATE INDEX signals_import ON signals (import_id);
CREATE INDEX signals_without_reference ON signals (organisation, id) WHERE reference IS NULL;

-- A report of a case that another signal already tells: kept, linked, and not counted.
CREATE TABLE same_cases (
    signal_id UUID PRIMARY KEY NOT NULL REFERENCES signals (id),
    same_as UUID NOT NULL REFERENCES signals (id)
);

CREATE TABLE structural_signals (
    id UUID PRIMARY KEY NOT NULL,
    key TEXT NOT NULL UNIQUE,
    trace TEXT NOT NULL UNIQUE,
    position INTEGER NOT NULL,
    domain TEXT NOT NULL REFERENCES domains (code),
    cause TEXT,
    never_eligible BOOLEAN NOT NULL,
    rights TEXT NOT NULL,
    authorities TEXT NOT NULL,
    owner TEXT NOT NULL REFERENCES organisations (code)
);

-- By organisation and reference, not by id: a signal that arrives later attaches by itself.
CREATE TABLE structural_members (
    organisation TEXT NOT NULL REFERENCES organisations (code),
    reference TEXT NOT NULL,
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    position INTEGER NOT NULL,
    PRIMARY KEY (organisation, reference)
);

CREATE TABLE recognitions (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    organisation TEXT NOT NULL REFERENCES organisations (code),
    position INTEGER NOT NULL,
    answer TEXT NOT NULL,
    PRIMARY KEY (structural_id, edition, organisation)
);

CREATE TABLE chapters (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    position INTEGER NOT NULL,
    text_id UUID NOT NULL REFERENCES texts (id),
    version INTEGER NOT NULL,
    clear BOOLEAN NOT NULL,
    neutral BOOLEAN NOT NULL,
    recognised BOOLEAN NOT NULL,
    shared BOOLEAN NOT NULL,
    note_id UUID REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition)
);

-- What an organisation says of one version of a chapter; another version asks again.
CREATE TABLE agreements (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    organisation TEXT NOT NULL REFERENCES organisations (code),
    position INTEGER NOT NULL,
    version INTEGER NOT NULL,
    stance TEXT NOT NULL,
    remark_id UUID REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition, organisation)
);

CREATE TABLE recommendations (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    position INTEGER NOT NULL,
    edition INTEGER NOT NULL REFERENCES editions (number),
    addressee TEXT NOT NULL,
    stance TEXT NOT NULL,
    text_id UUID NOT NULL REFERENCES texts (id),
    signed_by TEXT NOT NULL,
    term INTEGER,
    PRIMARY KEY (structural_id, position)
);

CREATE TABLE answers (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    authority TEXT NOT NULL,
    position INTEGER NOT NULL,
    state TEXT NOT NULL,
    day DATE,
    text_id UUID REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition, authority)
);

CREATE TABLE verdicts (
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    edition INTEGER NOT NULL REFERENCES editions (number),
    position INTEGER NOT NULL,
    verdict TEXT NOT NULL,
    day DATE NOT NULL,
    given_by TEXT NOT NULL REFERENCES organisations (code),
    reason_id UUID REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition)
);

-- The frozen record of an edition, under its own random key, cut in parts. Nothing here ever changes.
CREATE TABLE frozen_records (
    edition INTEGER NOT NULL REFERENCES editions (number),
    revision INTEGER NOT NULL,
    record_key BLOB NOT NULL,
    hmac BLOB NOT NULL,
    chain_head BLOB NOT NULL,
    length BIGINT NOT NULL,
    manifest_sha256 TEXT,
    PRIMARY KEY (edition, revision)
);

CREATE TABLE frozen_parts (
    edition INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    part INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    PRIMARY KEY (edition, revision, part),
    FOREIGN KEY (edition, revision) REFERENCES frozen_records (edition, revision)
);

-- Which structural signals an edition printed.
CREATE TABLE frozen_topics (
    edition INTEGER NOT NULL,
    revision INTEGER NOT NULL,
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    PRIMARY KEY (edition, revision, structural_id),
    FOREIGN KEY (edition, revision) REFERENCES frozen_records (edition, revision)
);
