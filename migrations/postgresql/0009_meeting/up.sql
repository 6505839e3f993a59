-- By such a link an organisation says once what it thinks of the chapters of an edition, without an account. It ends with
-- the day until which is asked; of the token only its hash is here.
CREATE TABLE agreement_links (
    edition integer NOT NULL REFERENCES editions (number),
    organisation text COLLATE "C" NOT NULL REFERENCES organisations (code),
    token bytea NOT NULL,
    made_by uuid NOT NULL REFERENCES accounts (id),
    made_on date NOT NULL,
    answered_on date,
    PRIMARY KEY (edition, organisation)
);
CREATE UNIQUE INDEX agreement_links_token ON agreement_links (token);

-- A forum: the day on which authorities were invited to speak about structural signals, and what was decided.
CREATE TABLE forums (
    id uuid PRIMARY KEY NOT NULL,
    version integer NOT NULL,
    day date NOT NULL,
    authorities text COLLATE "C" NOT NULL,
    place_id uuid REFERENCES texts (id),
    decisions_id uuid REFERENCES texts (id)
);

-- What was spoken about there, and what was decided on it. A topic that is taken off keeps no row, its text stays in the texts.
CREATE TABLE forum_topics (
    forum uuid NOT NULL REFERENCES forums (id),
    structural_id uuid NOT NULL REFERENCES structural_signals (id),
    decision_id uuid REFERENCES texts (id),
    PRIMARY KEY (forum, structural_id)
);
CREATE INDEX forum_topics_structural ON forum_topics (structural_id);
