-- Keys that never leave the database, such as the one under the digests of rows without a reference.
CREATE TABLE secrets (
    name text COLLATE "C" PRIMARY KEY NOT NULL,
    value bytea NOT NULL
);

-- The event log: append-only, each row chained to the one before it. No text, no hash of a text, no time of day.
CREATE TABLE events (
    sequence bigint PRIMARY KEY NOT NULL,
    day date NOT NULL,
    kind text COLLATE "C" NOT NULL,
    subject text COLLATE "C" NOT NULL,
    subject_id text COLLATE "C" NOT NULL,
    detail text COLLATE "C" NOT NULL,
    commitment bytea,
    previous bytea NOT NULL,
    hash bytea NOT NULL
);

-- One row: the end of the chain. Whoever writes locks it last.
CREATE TABLE chain_head (
    id integer PRIMARY KEY NOT NULL CHECK (id = 1),
    sequence bigint NOT NULL,
    hash bytea NOT NULL
);

INSERT INTO chain_head (id, sequence, hash) VALUES (1, 0, decode(repeat('00',32),'hex'));

-- What a person wrote lives in versions. Wiping one empties body, key and digest, and keeps the row.
CREATE TABLE texts (
    id uuid PRIMARY KEY NOT NULL,
    kind text COLLATE "C" NOT NULL
);

CREATE TABLE text_versions (
    text_id uuid NOT NULL REFERENCES texts (id),
    number integer NOT NULL,
    body bytea,
    commitment_key bytea,
    digest bytea,
    occurrence integer,
    day date NOT NULL,
    wiped_on date,
    PRIMARY KEY (text_id, number)
);
CREATE UNIQUE INDEX text_versions_digest ON text_versions (digest, occurrence) WHERE occurrence IS NOT NULL;

CREATE TABLE network (
    id integer PRIMARY KEY NOT NULL CHECK (id = 1),
    name text COLLATE "C" NOT NULL,
    silence_is_agreement boolean NOT NULL
);

CREATE TABLE domains (
    code text COLLATE "C" PRIMARY KEY NOT NULL,
    position integer NOT NULL,
    domain_group text COLLATE "C" NOT NULL,
    label text COLLATE "C" NOT NULL,
    retired boolean NOT NULL
);

CREATE TABLE rights (
    code text COLLATE "C" PRIMARY KEY NOT NULL,
    position integer NOT NULL,
    label text COLLATE "C" NOT NULL,
    decides text COLLATE "C" NOT NULL,
    applies text COLLATE "C" NOT NULL,
    legal_basis text COLLATE "C" NOT NULL,
    valid_from integer
);

CREATE TABLE organisations (
    code text COLLATE "C" PRIMARY KEY NOT NULL,
    position integer NOT NULL,
    name text COLLATE "C" NOT NULL,
    kind text COLLATE "C" NOT NULL
);

CREATE TABLE editions (
    number integer PRIMARY KEY NOT NULL,
    period_from integer NOT NULL,
    period_to integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    revision integer NOT NULL
);

CREATE TABLE consents (
    edition integer NOT NULL REFERENCES editions (number),
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    position integer NOT NULL,
    PRIMARY KEY (edition, organisation)
);

-- Rows of an import that is not `done` are invisible to every reader.
CREATE TABLE imports (
    id uuid PRIMARY KEY NOT NULL,
    state text COLLATE "C" NOT NULL,
    accepted boolean NOT NULL,
    day date NOT NULL
);

-- As filed and as decided stand side by side; figures use what was decided. Lists are codes joined by `|`.
-- Codes of domains and rights are no foreign keys: they are checked before they arrive, nothing deletes an entry of a list,
-- and a check per code would take PostgreSQL as long as the insert itself.
CREATE TABLE signals (
    id uuid PRIMARY KEY NOT NULL,
    import_id uuid REFERENCES imports (id),
    text_id uuid NOT NULL,
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    reference text COLLATE "C",
    observed integer NOT NULL,
    filed_on date NOT NULL,
    language text COLLATE "C" NOT NULL,
    state text COLLATE "C" NOT NULL,
    edition integer REFERENCES editions (number),
    tried text COLLATE "C" NOT NULL,
    target_groups text COLLATE "C" NOT NULL,
    other_places text COLLATE "C" NOT NULL,
    no_municipality boolean NOT NULL,
    recurrence text COLLATE "C",
    generated boolean NOT NULL,
    filed_cause text COLLATE "C" NOT NULL,
    filed_other_causes text COLLATE "C" NOT NULL,
    filed_never_eligible boolean NOT NULL,
    filed_domain text COLLATE "C" NOT NULL,
    filed_other_domains text COLLATE "C" NOT NULL,
    filed_right text COLLATE "C",
    filed_place text COLLATE "C" NOT NULL,
    filed_authority text COLLATE "C",
    decided_cause text COLLATE "C" NOT NULL,
    decided_other_causes text COLLATE "C" NOT NULL,
    decided_never_eligible boolean NOT NULL,
    decided_domain text COLLATE "C" NOT NULL,
    decided_other_domains text COLLATE "C" NOT NULL,
    decided_right text COLLATE "C",
    decided_place text COLLATE "C" NOT NULL,
    decided_authority text COLLATE "C"
);
CREATE UNIQUE INDEX signals_reference ON signals (organisation, reference) WHERE reference IS NOT NULL;
CREATE INDEX signals_import ON signals (import_id);
CREATE INDEX signals_without_reference ON signals (organisation, id) WHERE reference IS NULL;

-- A report of a case that another signal already tells: kept, linked, and not counted.
CREATE TABLE same_cases (
    signal_id uuid PRIMARY KEY NOT NULL REFERENCES signals (id),
    same_as uuid NOT NULL REFERENCES signals (id)
);

CREATE TABLE structural_signals (
    id uuid PRIMARY KEY NOT NULL,
    key text COLLATE "C" NOT NULL UNIQUE,
    trace text COLLATE "C" NOT NULL UNIQUE,
    position integer NOT NULL,
    domain text COLLATE "C" NOT NULL REFERENCES domains (code),
    cause text COLLATE "C",
    never_eligible boolean NOT NULL,
    rights text COLLATE "C" NOT NULL,
    authorities text COLLATE "C" NOT NULL,
    owner text COLLATE "C" NOT NULL REFERENCES organisations (code)
);

-- By organisation and reference, not by id: a signal that arrives later attaches by itself.
CREATE TABLE structural_members (
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    reference text COLLATE "C" NOT NULL,
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    position integer NOT NULL,
    PRIMARY KEY (organisation, reference)
);

CREATE TABLE recognitions (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    position integer NOT NULL,
    answer text COLLATE "C" NOT NULL,
    PRIMARY KEY (structural_id, edition, organisation)
);

CREATE TABLE chapters (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    position integer NOT NULL,
    text_id uuid NOT NULL REFERENCES texts (id),
    version integer NOT NULL,
    clear boolean NOT NULL,
    neutral boolean NOT NULL,
    recognised boolean NOT NULL,
    shared boolean NOT NULL,
    note_id uuid REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition)
);

-- What an organisation says of one version of a chapter; another version asks again.
CREATE TABLE agreements (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    position integer NOT NULL,
    version integer NOT NULL,
    stance text COLLATE "C" NOT NULL,
    remark_id uuid REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition, organisation)
);

CREATE TABLE recommendations (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    position integer NOT NULL,
    edition integer NOT NULL REFERENCES editions (number),
    addressee text COLLATE "C" NOT NULL,
    stance text COLLATE "C" NOT NULL,
    text_id uuid NOT NULL REFERENCES texts (id),
    signed_by text COLLATE "C" NOT NULL,
    term integer,
    PRIMARY KEY (structural_id, position)
);

CREATE TABLE answers (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    authority text COLLATE "C" NOT NULL,
    position integer NOT NULL,
    state text COLLATE "C" NOT NULL,
    day date,
    text_id uuid REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition, authority)
);

CREATE TABLE verdicts (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    edition integer NOT NULL REFERENCES editions (number),
    position integer NOT NULL,
    verdict text COLLATE "C" NOT NULL,
    day date NOT NULL,
    given_by text COLLATE "C" NOT NULL REFERENCES organisations (code),
    reason_id uuid REFERENCES texts (id),
    PRIMARY KEY (structural_id, edition)
);

-- The frozen record of an edition, under its own random key, cut in parts. Nothing here ever changes.
CREATE TABLE frozen_records (
    edition integer NOT NULL REFERENCES editions (number),
    revision integer NOT NULL,
    record_key bytea NOT NULL,
    hmac bytea NOT NULL,
    chain_head bytea NOT NULL,
    length bigint NOT NULL,
    manifest_sha256 text COLLATE "C",
    PRIMARY KEY (edition, revision)
);

CREATE TABLE frozen_parts (
    edition integer NOT NULL,
    revision integer NOT NULL,
    part integer NOT NULL,
    bytes bytea NOT NULL,
    PRIMARY KEY (edition, revision, part),
    FOREIGN KEY (edition, revision) REFERENCES frozen_records (edition, revision)
);

-- Which structural signals an edition printed.
CREATE TABLE frozen_topics (
    edition integer NOT NULL,
    revision integer NOT NULL,
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    PRIMARY KEY (edition, revision, structural_id),
    FOREIGN KEY (edition, revision) REFERENCES frozen_records (edition, revision)
);
