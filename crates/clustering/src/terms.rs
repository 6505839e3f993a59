//! The terms of one language, and how a word or a phrase finds them.

use std::collections::BTreeMap;

use model::Language;

use crate::stems::Stems;
use crate::words::{Word, words};

/// Terms of one language, each with the concepts it names: usually one, several where a word has several meanings.
#[derive(Default)]
pub struct Terms {
    /// By the first stem, the longest first.
    phrases: BTreeMap<String, Vec<Phrase>>,
    /// Beginnings of words, and ends of words.
    starts: BTreeMap<String, u32>,
    ends: BTreeMap<String, u32>,
    /// Long terms of one word by their first letter and their length, for what is misspelt.
    long: BTreeMap<(char, usize), BTreeMap<String, u32>>,
}

struct Phrase {
    stems: Vec<String>,
    concepts: Vec<u32>,
}

/// A part of a compound has at least so many letters.
const PART: usize = 4;
/// The end or the beginning of a word that names something by itself has at least so many.
const ALONE: usize = 6;
/// A term of at least so many letters is found with one letter wrong.
const LONG: usize = 7;
/// What stands between the parts of a Dutch compound.
const BETWEEN: [&str; 6] = ["", "s", "en", "e", "er", "n"];

impl Terms {
    /// Adds a term.
    pub fn add(&mut self, stems: &Stems, language: Language, term: &str, concept: u32) {
        let parts = words(term.trim_matches('*'));
        match (term.strip_suffix('*'), term.strip_prefix('*'), &parts[..]) {
            (Some(_), None, [part]) => {
                self.starts.entry(part.folded.clone()).or_insert(concept);
            }
            (None, Some(_), [part]) => {
                self.ends.entry(part.folded.clone()).or_insert(concept);
            }
            (_, _, parts) => {
                let stemmed: Vec<String> = parts.iter().map(|word| stems.stem(language, word)).collect();
                let Some(first) = stemmed.first().cloned() else { return };
                let known = self.phrases.entry(first).or_default();
                match known.iter_mut().find(|phrase| phrase.stems == stemmed) {
                    Some(phrase) if phrase.concepts.contains(&concept) => {}
                    Some(phrase) => phrase.concepts.push(concept),
                    None => {
                        known.push(Phrase { stems: stemmed, concepts: vec![concept] });
                        known.sort_by_key(|phrase| std::cmp::Reverse(phrase.stems.len()));
                    }
                }
                if let [part] = parts
                    && part.folded.len() >= LONG
                    && let Some(letter) = part.folded.chars().next()
                {
                    let long = self.long.entry((letter, part.folded.len())).or_default();
                    long.entry(part.folded.clone()).or_insert(concept);
                }
            }
        }
    }

    /// Whether a term begins with a stem.
    pub fn lead(&self, stem: &str) -> bool {
        self.phrases.contains_key(stem)
    }

    /// The longest phrase that a text begins with: its concepts, and how many words it has.
    pub fn phrase<'s>(&self, text: impl Iterator<Item = &'s str> + Clone) -> Option<(Vec<u32>, usize)> {
        let candidates = self.phrases.get(text.clone().next()?)?;
        let fits = |phrase: &&Phrase| {
            let mut text = text.clone();
            phrase.stems.iter().all(|stem| text.next() == Some(stem))
        };
        let phrase = candidates.iter().find(fits)?;
        Some((phrase.concepts.clone(), phrase.stems.len()))
    }

    /// A word whose beginning or end is a term with a star; of several the longest.
    pub fn starred(&self, word: &Word) -> Option<u32> {
        let word = word.folded.as_str();
        let cuts = || word.char_indices().map(|(at, _)| at).skip(1);
        let starts = std::iter::once(word.len())
            .chain(cuts())
            .filter_map(|at| Some((at, self.starts.get(&word[..at])?)));
        let ends = std::iter::once(0)
            .chain(cuts())
            .filter_map(|at| Some((word.len() - at, self.ends.get(&word[at..])?)));
        let (_, concept) = starts.chain(ends).max_by_key(|(length, _)| *length)?;
        Some(*concept)
    }

    /// What a word that is no term names by its parts, or would name with one letter less wrong.
    pub fn within(&self, stems: &Stems, language: Language, word: &Word) -> Vec<u32> {
        if language == Language::Nl {
            let parts = self.parts(stems, language, &word.folded);
            if !parts.is_empty() {
                return parts;
            }
        }
        self.misspelt(&word.folded).into_iter().collect()
    }

    /// Dutch writes compounds as one word: *wachtzaal* is *wacht* and *zaal*. Both parts known, else the longer part at
    /// an end that is known.
    fn parts(&self, stems: &Stems, language: Language, word: &str) -> Vec<u32> {
        let single = |part: &str| -> Option<&[u32]> {
            let part = Word { folded: part.to_owned(), accented: part.to_owned() };
            let phrases = self.phrases.get(&stems.stem(language, &part))?;
            phrases.iter().find(|phrase| phrase.stems.len() == 1).map(|phrase| phrase.concepts.as_slice())
        };
        let cuts: Vec<usize> = word.char_indices().map(|(at, _)| at).collect();
        let mut alone: Option<(usize, Vec<u32>)> = None;
        // The longest last part first: it says what the thing is.
        for &at in cuts.iter().skip(3) {
            let (first, last) = word.split_at(at);
            let found_last = (last.len() >= PART).then(|| single(last)).flatten();
            let found_first = BETWEEN
                .iter()
                .filter_map(|between| first.strip_suffix(between))
                .filter(|first| first.len() >= PART)
                .find_map(single);
            match (found_first, found_last) {
                (Some(first), Some(last)) => return first.iter().chain(last).copied().collect(),
                (Some(found), None) if first.len() >= ALONE => longer(&mut alone, first.len(), found),
                (None, Some(found)) if last.len() >= ALONE => longer(&mut alone, last.len(), found),
                _ => {}
            }
        }
        alone.map(|(_, concepts)| concepts).unwrap_or_default()
    }

    /// The first long term that differs by one letter: one wrong, one missing, one too many, or two changed round.
    fn misspelt(&self, word: &str) -> Option<u32> {
        if word.len() + 1 < LONG {
            return None;
        }
        // People seldom get the first letter wrong.
        let first = word.chars().next()?;
        let lengths = word.len().saturating_sub(1)..=word.len() + 1;
        let long = lengths.filter_map(|length| self.long.get(&(first, length))).flatten();
        long.filter(|(term, _)| differ_by_one(term.as_bytes(), word.as_bytes()))
            .map(|(_, concept)| *concept)
            .next()
    }
}

fn longer(kept: &mut Option<(usize, Vec<u32>)>, length: usize, concepts: &[u32]) {
    if kept.as_ref().is_none_or(|(known, _)| length > *known) {
        *kept = Some((length, concepts.to_vec()));
    }
}

fn differ_by_one(one: &[u8], other: &[u8]) -> bool {
    let same = one.iter().zip(other).take_while(|(one, other)| one == other).count();
    let (one, other) = (&one[same..], &other[same..]);
    match (one, other) {
        ([_, rest @ ..], [_, others @ ..]) if rest == others => true,
        ([a, b, rest @ ..], [c, d, others @ ..]) if a == d && b == c && rest == others => true,
        ([_, rest @ ..], others) | (others, [_, rest @ ..]) if rest == others => true,
        (rest, [_, others @ ..]) => rest == others,
        _ => false,
    }
}
