-- A signal that was put aside comes back into its queue on this day.
CREATE TABLE postponements (
    signal_id uuid PRIMARY KEY NOT NULL REFERENCES signals (id),
    until date NOT NULL
);

-- Signals whose words the search does not know yet, or not as they are now. The service catches up; an import does not
-- wait for it.
CREATE TABLE search_waiting (
    signal_id uuid PRIMARY KEY NOT NULL REFERENCES signals (id)
);
INSERT INTO search_waiting (signal_id) SELECT id FROM signals;

-- The row of a text in the search. The words there are stems, without order: they find a signal and tell no sentence.
CREATE TABLE search_rows (
    text_id uuid PRIMARY KEY NOT NULL,
    row bigint NOT NULL
);
CREATE UNIQUE INDEX search_rows_row ON search_rows (row);
CREATE TABLE search_words (
    row bigint PRIMARY KEY NOT NULL,
    words tsvector NOT NULL
);
CREATE INDEX search_words_words ON search_words USING gin (words);

-- The coordinator's three questions, as the organisation and as the network answered them.
CREATE TABLE weighings (
    signal_id uuid NOT NULL REFERENCES signals (id),
    side text COLLATE "C" NOT NULL,
    recurring text COLLATE "C" NOT NULL,
    beyond_one text COLLATE "C" NOT NULL,
    solvable text COLLATE "C" NOT NULL,
    PRIMARY KEY (signal_id, side)
);

-- A search that people keep: an organisation's, or the network's where it has no organisation. With an account it is
-- that account's own, unnamed, and replaced by its next one.
CREATE TABLE saved_filters (
    id uuid PRIMARY KEY NOT NULL,
    organisation text COLLATE "C" REFERENCES organisations (code),
    account uuid REFERENCES accounts (id),
    queue text COLLATE "C" NOT NULL,
    name bytea NOT NULL,
    query bytea NOT NULL,
    made_on date NOT NULL
);
CREATE INDEX saved_filters_account ON saved_filters (account, queue);
CREATE INDEX saved_filters_organisation ON saved_filters (organisation);

-- What happened to a thing, from the end: undoing and the log ask this.
CREATE INDEX events_subject ON events (subject_id, sequence);
