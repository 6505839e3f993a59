-- What a network adds to the concepts by which signals are compared, and which of the program's own words it switched off
-- there. A concept of the network's own is one whose code the program does not know; it stands as long as it has a word.
CREATE TABLE lexicon_words (
    id UUID PRIMARY KEY NOT NULL,
    concept TEXT NOT NULL,
    language TEXT NOT NULL,
    word TEXT NOT NULL,
    is_off BOOLEAN NOT NULL,
    made_by UUID NOT NULL REFERENCES accounts (id),
    made_on DATE NOT NULL
);
CREATE UNIQUE INDEX lexicon_words_word ON lexicon_words (concept, language, word);
