-- By such a link an organisation says once what it thinks of the chapters of an edition, without an account. It ends with
-- the day until which is asked; of the token only its hash is here.
CREATE TABLE agreement_links (
    edition INTEGER NOT NULL REFERENCES editions (number),
    organisation TEXT NOT NULL REFERENCES organisations (code),
    token BLOB NOT NULL,
    made_by UUID NOT NULL REFERENCES accounts (id),
    made_on DATE NOT NULL,
    answered_on DATE,
    PRIMARY KEY (edition, organisation)
);
CREATE UNIQUE INDEX agreement_links_token ON agreement_links (token);

-- A forum: the day on which authorities were invited to speak about structural signals, and what was decided.
CREATE TABLE forums (
    id UUID PRIMARY KEY NOT NULL,
    version INTEGER NOT NULL,
    day DATE NOT NULL,
    authorities TEXT NOT NULL,
    place_id UUID REFERENCES texts (id),
    decisions_id UUID REFERENCES texts (id)
);

-- What was spoken about there, and what was decided on it. A topic that is taken off keeps no row, its text stays in the texts.
CREATE TABLE forum_topics (
    forum UUID NOT NULL REFERENCES forums (id),
    structural_id UUID NOT NULL REFERENCES structural_signals (id),
    decision_id UUID REFERENCES texts (id),
    PRIMARY KEY (forum, structural_id)
);
CREATE INDEX forum_topics_structural ON forum_topics (structural_id);
