-- People with an account. Roles are codes joined by `|`. The password is a PHC string; the step is the last one-time code used.
CREATE TABLE accounts (
    id uuid PRIMARY KEY NOT NULL,
    name text COLLATE "C" NOT NULL,
    address text COLLATE "C" NOT NULL,
    organisation text COLLATE "C" REFERENCES organisations (code),
    authority text COLLATE "C",
    roles text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    password text COLLATE "C",
    second_factor bytea,
    totp_step bigint,
    disabled boolean NOT NULL,
    digest boolean NOT NULL,
    created_on date NOT NULL
);
CREATE UNIQUE INDEX accounts_address ON accounts (address);

-- Tokens are stored as their SHA-256. Only the end of a session is a time; all else is a day.
CREATE TABLE sessions (
    token bytea PRIMARY KEY NOT NULL,
    key text COLLATE "C" NOT NULL,
    account uuid NOT NULL REFERENCES accounts (id),
    second_factor boolean NOT NULL,
    expires_at bigint NOT NULL,
    opened_on date NOT NULL,
    device text COLLATE "C" NOT NULL
);
CREATE UNIQUE INDEX sessions_key ON sessions (account, key);
CREATE INDEX sessions_end ON sessions (expires_at);

-- One-time links: an invitation or a new password.
CREATE TABLE links (
    token bytea PRIMARY KEY NOT NULL,
    account uuid NOT NULL REFERENCES accounts (id),
    purpose text COLLATE "C" NOT NULL,
    expires_at bigint NOT NULL
);
CREATE INDEX links_account ON links (account);

CREATE TABLE api_tokens (
    id uuid PRIMARY KEY NOT NULL,
    token bytea NOT NULL,
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    label text COLLATE "C" NOT NULL,
    created_on date NOT NULL,
    revoked_on date
);
CREATE UNIQUE INDEX api_tokens_token ON api_tokens (token);

-- A link that can only file, for a group without a login; its sponsor releases what it files.
CREATE TABLE filing_cards (
    id uuid PRIMARY KEY NOT NULL,
    token bytea NOT NULL,
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    sponsor text COLLATE "C" REFERENCES organisations (code),
    label text COLLATE "C" NOT NULL,
    created_on date NOT NULL,
    revoked_on date
);
CREATE UNIQUE INDEX filing_cards_token ON filing_cards (token);
CREATE INDEX filing_cards_sponsor ON filing_cards (sponsor);

-- How a signal came in one by one: under which id of the sender, with which receipt, by whom. The number tells their order.
CREATE TABLE filings (
    signal_id uuid PRIMARY KEY NOT NULL REFERENCES signals (id),
    number bigint NOT NULL,
    client_id uuid NOT NULL,
    receipt text COLLATE "C" NOT NULL,
    account uuid REFERENCES accounts (id),
    token uuid REFERENCES api_tokens (id),
    card uuid REFERENCES filing_cards (id),
    direct boolean NOT NULL
);
CREATE INDEX filings_number ON filings (number);
CREATE UNIQUE INDEX filings_client ON filings (client_id);
CREATE UNIQUE INDEX filings_receipt ON filings (receipt);
CREATE INDEX filings_account ON filings (account, number);
CREATE INDEX filings_card ON filings (card, signal_id);
CREATE INDEX filings_direct ON filings (direct, signal_id);

-- The queues: what waits where, in the order in which it is answered. The last columns are there so that a count reads the index alone.
CREATE INDEX signals_state ON signals (state, filed_on, id, organisation, import_id);
CREATE INDEX signals_organisation_state ON signals (organisation, state, filed_on, id, import_id);

-- Unfinished signals, their owner's alone; gone after 30 days.
CREATE TABLE drafts (
    id uuid PRIMARY KEY NOT NULL,
    account uuid NOT NULL REFERENCES accounts (id),
    body bytea NOT NULL,
    saved_on date NOT NULL
);
CREATE INDEX drafts_account ON drafts (account, saved_on);
CREATE INDEX drafts_saved ON drafts (saved_on);

-- Question and reply, in the order of their numbers.
CREATE TABLE messages (
    id uuid PRIMARY KEY NOT NULL,
    signal_id uuid NOT NULL REFERENCES signals (id),
    number integer NOT NULL,
    side text COLLATE "C" NOT NULL,
    account uuid REFERENCES accounts (id),
    text_id uuid NOT NULL REFERENCES texts (id),
    day date NOT NULL
);
CREATE UNIQUE INDEX messages_number ON messages (signal_id, number);

-- Why a signal was not taken up, or how it was solved.
CREATE TABLE reasons (
    signal_id uuid PRIMARY KEY NOT NULL REFERENCES signals (id),
    text_id uuid NOT NULL REFERENCES texts (id)
);

-- "We see this too" as a filer says it, until the organisation's signal coordinator answers.
CREATE TABLE recognition_proposals (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    account uuid NOT NULL REFERENCES accounts (id),
    answer text COLLATE "C" NOT NULL,
    day date NOT NULL,
    PRIMARY KEY (structural_id, organisation, account)
);
CREATE INDEX recognition_proposals_organisation ON recognition_proposals (organisation);

-- Answers given while no open edition had the structural signal: they count for the next that has it.
CREATE TABLE recognitions_waiting (
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    answer text COLLATE "C" NOT NULL,
    PRIMARY KEY (structural_id, organisation)
);

-- An answer that the organisation gave itself: no network file takes it back.
ALTER TABLE recognitions ADD COLUMN confirmed boolean NOT NULL DEFAULT FALSE;
