-- What a network adds to the concepts by which signals are compared, and which of the program's own words it switched off
-- there. A concept of the network's own is one whose code the program does not know; it stands as long as it has a word.
CREATE TABLE lexicon_words (
    id uuid PRIMARY KEY NOT NULL,
    concept text COLLATE "C" NOT NULL,
    language text COLLATE "C" NOT NULL,
    word text COLLATE "C" NOT NULL,
    is_off boolean NOT NULL,
    made_by uuid NOT NULL REFERENCES accounts (id),
    made_on date NOT NULL
);
CREATE UNIQUE INDEX lexicon_words_word ON lexicon_words (concept, language, word);
