//! The concepts of the field: what is said in Dutch, French and English by different words and means the same.

use std::collections::BTreeMap;

use model::Language;

use crate::stems::Stems;
use crate::words::words;

/// A lexicon that cannot be read: the line, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenLexicon {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong.
    pub what: String,
}

impl std::fmt::Display for BrokenLexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for BrokenLexicon {}

/// The concept lexicon. It is data: a table with the columns `concept`, `group`, `nl`, `fr`, `en`; terms stand between
/// `|`; a term that ends in `*` is the beginning of a word, one that begins with `*` the end of one.
pub struct Lexicon {
    codes: Vec<String>,
    /// Terms by their first stem, the longest first: the stems, and the concept.
    phrases: BTreeMap<Language, BTreeMap<String, Vec<Phrase>>>,
    starts: BTreeMap<Language, Vec<(String, u32)>>,
    ends: BTreeMap<Language, Vec<(String, u32)>>,
}

struct Phrase {
    stems: Vec<String>,
    concept: u32,
}

/// A concept at a place of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Named {
    /// Its number in the lexicon.
    pub concept: u32,
    /// How many words name it.
    pub words: usize,
}

/// What the project knows of the field.
const OWN: &str = include_str!("../lexicon/concepts.csv");

impl Lexicon {
    /// The project's own.
    pub fn own() -> Result<Self, BrokenLexicon> {
        Self::read(&[OWN])
    }

    /// The concepts of these tables together: a concept that stands in several has the terms of all.
    pub fn read(tables: &[&str]) -> Result<Self, BrokenLexicon> {
        let stems = Stems::new();
        let mut lexicon = Self {
            codes: Vec::new(),
            phrases: BTreeMap::new(),
            starts: BTreeMap::new(),
            ends: BTreeMap::new(),
        };
        let mut numbers: BTreeMap<String, u32> = BTreeMap::new();
        for table in tables {
            let mut reader =
                csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes());
            let header: Vec<&str> = vec!["concept", "group", "nl", "fr", "en"];
            let found = reader.headers().map_err(|error| broken(1, &error))?;
            if found.iter().ne(header.iter().copied()) {
                return Err(BrokenLexicon {
                    line: 1,
                    what: format!("the columns are not {}", header.join(",")),
                });
            }
            for (row, record) in reader.records().enumerate() {
                let line = row as u64 + 2;
                let record = record.map_err(|error| broken(line, &error))?;
                let cell = |at: usize| record.get(at).unwrap_or_default().trim();
                if cell(0).is_empty() || [2, 3, 4].iter().all(|at| cell(*at).is_empty()) {
                    return Err(BrokenLexicon {
                        line,
                        what: "a concept without a code or without terms".to_owned(),
                    });
                }
                let next = numbers.len() as u32;
                let concept = *numbers.entry(cell(0).to_owned()).or_insert(next);
                if concept == next {
                    lexicon.codes.push(cell(0).to_owned());
                }
                for (language, at) in [(Language::Nl, 2), (Language::Fr, 3), (Language::En, 4)] {
                    for term in cell(at).split('|').map(str::trim).filter(|term| !term.is_empty()) {
                        lexicon.add(&stems, language, term, concept);
                    }
                }
            }
        }
        lexicon.sort();
        Ok(lexicon)
    }

    /// The code of a concept.
    pub fn code(&self, concept: u32) -> &str {
        self.codes.get(concept as usize).map_or("", String::as_str)
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The concepts that a text names, in its order; of two that begin at the same word the longer. Terms of its own
    /// language go before those of others: workers mix them.
    pub(crate) fn named(&self, stems: &Stems, language: Language, words: &[String]) -> Vec<Named> {
        let others = Language::ALL.iter().copied().filter(|other| *other != language);
        let languages: Vec<Language> = std::iter::once(language).chain(others).collect();
        let stemmed: Vec<Vec<String>> = languages
            .iter()
            .map(|language| words.iter().map(|word| stems.stem(*language, word)).collect())
            .collect();
        let mut named = Vec::new();
        let mut at = 0;
        while at < words.len() {
            let found = languages.iter().zip(&stemmed).find_map(|(language, stemmed)| {
                self.phrase_at(*language, stemmed, at).or_else(|| self.part(*language, &words[at]))
            });
            match found {
                Some(found) => {
                    named.push(found);
                    at += found.words;
                }
                None => at += 1,
            }
        }
        named
    }

    fn phrase_at(&self, language: Language, stems: &[String], at: usize) -> Option<Named> {
        let candidates = self.phrases.get(&language)?.get(stems.get(at)?)?;
        let fits = |phrase: &&Phrase| stems.get(at..).is_some_and(|rest| rest.starts_with(&phrase.stems));
        let phrase = candidates.iter().find(fits)?;
        Some(Named { concept: phrase.concept, words: phrase.stems.len() })
    }

    /// A word whose beginning or end names a concept: Dutch writes compounds as one word.
    fn part(&self, language: Language, word: &str) -> Option<Named> {
        let starts = self.starts.get(&language).into_iter().flatten();
        let ends = self.ends.get(&language).into_iter().flatten();
        let found = starts
            .filter(|(part, _)| word.starts_with(part.as_str()))
            .chain(ends.filter(|(part, _)| word.ends_with(part.as_str())));
        let longest = found.max_by_key(|(part, _)| part.len())?;
        Some(Named { concept: longest.1, words: 1 })
    }

    fn add(&mut self, stems: &Stems, language: Language, term: &str, concept: u32) {
        let folded = words(term.trim_matches('*'));
        match (term.strip_suffix('*'), term.strip_prefix('*'), &folded[..]) {
            (Some(_), None, [part]) => {
                self.starts.entry(language).or_default().push((part.clone(), concept));
            }
            (None, Some(_), [part]) => {
                self.ends.entry(language).or_default().push((part.clone(), concept));
            }
            _ => {
                let stems: Vec<String> = folded.iter().map(|word| stems.stem(language, word)).collect();
                let Some(first) = stems.first().cloned() else { return };
                let known = self.phrases.entry(language).or_default().entry(first).or_default();
                if !known.iter().any(|phrase| phrase.stems == stems) {
                    known.push(Phrase { stems, concept });
                }
            }
        }
    }

    fn sort(&mut self) {
        for phrases in self.phrases.values_mut().flat_map(BTreeMap::values_mut) {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.stems.len()));
        }
    }
}

fn broken(line: u64, error: &csv::Error) -> BrokenLexicon {
    let line = error.position().map_or(line, csv::Position::line);
    BrokenLexicon { line, what: "the row cannot be read".to_owned() }
}
