-- A signal that was put aside comes back into its queue on this day.
CREATE TABLE postponements (
    signal_id UUID PRIMARY KEY NOT NULL REFERENCES signals (id),
    until DATE NOT NULL
);

-- Signals whose words the search does not know yet, or not as they are now. The service catches up; an import does not
-- wait for it.
CREATE TABLE search_waiting (
    signal_id UUID PRIMARY KEY NOT NULL REFERENCES signals (id)
);
INSERT INTO search_waiting (signal_id) SELECT id FROM signals;

-- The row of a text in the search. The words there are stems, without order: they find a signal and tell no sentence.
CREATE TABLE search_rows (
    text_id UUID PRIMARY KEY NOT NULL,
    row BIGINT NOT NULL
);
CREATE UNIQUE INDEX search_rows_row ON search_rows (row);
CREATE VIRTUAL TABLE search_words USING fts5(words, detail = none, tokenize = 'unicode61');
INSERT INTO search_words (search_words, rank) VALUES ('secure-delete', 1);

-- The coordinator's three questions, as the organisation and as the network answered them.
CREATE TABLE weighings (
    signal_id UUID NOT NULL REFERENCES signals (id),
    side TEXT NOT NULL,
    recurring TEXT NOT NULL,
    beyond_one TEXT NOT NULL,
    solvable TEXT NOT NULL,
    PRIMARY KEY (signal_id, side)
);

-- A search that people keep: an organisation's, or the network's where it has no organisation. With an account it is
-- that account's own, unnamed, and replaced by its next one.
CREATE TABLE saved_filters (
    id UUID PRIMARY KEY NOT NULL,
    organisation TEXT REFERENCES organisations (code),
    account UUID REFERENCES accounts (id),
    queue TEXT NOT NULL,
    name BLOB NOT NULL,
    query BLOB NOT NULL,
    made_on DATE NOT NULL
);
CREATE INDEX saved_filters_account ON saved_filters (account, queue);
CREATE INDEX saved_filters_organisation ON saved_filters (organisation);

-- What happened to a thing, from the end: undoing and the log ask this.
CREATE INDEX events_subject ON events (subject_id, sequence);
