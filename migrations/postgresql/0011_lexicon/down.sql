DROP TABLE lexicon_words;
