//! What stands in the lexicon, for people who look something up, try it, or extend it.

use std::collections::{BTreeMap, BTreeSet};

use model::Language;

use crate::lexicon::{Layer, Lexicon};
use crate::reading::{Reader, named};
use crate::tables;
use crate::words::{is_common, words};

/// One thing that helps to tell problems apart, with the terms by which texts name it.
pub struct Concept {
    pub(crate) code: String,
    pub(crate) group: String,
    pub(crate) layer: Layer,
    pub(crate) terms: BTreeMap<Language, Vec<String>>,
}

/// A word that a network added to a concept, or one of the project's that it switched off there, in all its forms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NetworkWord {
    /// The code of the concept: one of the project's, or one of its own.
    pub concept: String,
    /// The language of the word.
    pub language: Language,
    /// The word or phrase, as a term is written.
    pub word: String,
    /// Whether it is one that leads astray.
    pub is_off: bool,
}

/// Why something typed cannot be a term.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WrongTerm {
    /// There is no letter in it.
    Empty,
    /// Nobody writes it twice like that.
    Long,
    /// A star anywhere but at the beginning or the end of one word, or with too few letters beside it.
    Star,
    /// Every text has it: it tells nothing.
    Common,
}

/// The longest term, in characters.
const LONGEST: usize = 60;
/// Beside a star stand at least so many letters.
const BESIDE_STAR: usize = 5;
/// So many concepts are found at most.
const FOUND: usize = 40;

impl Concept {
    /// Its code.
    pub fn code(&self) -> &str {
        &self.code
    }

    /// The group that it stands under: `everyday` for everyday words, [`crate::OF_NETWORK`] for a network's own.
    pub fn group(&self) -> &str {
        &self.group
    }

    /// Its terms in a language, the usual one first.
    pub fn terms(&self, language: Language) -> &[String] {
        self.terms.get(&language).map_or(&[], Vec::as_slice)
    }

    /// The usual term in a language, or else in another.
    pub fn usual(&self, language: Language) -> Option<&str> {
        let whole = |language: &Language| self.terms(*language).iter().find(|term| !term.contains('*'));
        whole(&language).or_else(|| Language::ALL.iter().find_map(whole)).map(String::as_str)
    }
}

/// What somebody typed as a term is kept: lower case, straight apostrophes, single spaces.
///
/// # Errors
///
/// Says what is wrong with it.
pub fn owned_term(language: Language, typed: &str) -> Result<String, WrongTerm> {
    let term = typed.to_lowercase().replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ");
    tables::check(&term)?;
    if term.contains('|') || term.chars().count() > LONGEST {
        return Err(WrongTerm::Long);
    }
    let words = words(&term);
    if term.contains('*') && words.iter().any(|word| word.folded.chars().count() < BESIDE_STAR) {
        return Err(WrongTerm::Star);
    }
    if words.iter().all(|word| is_common(language, &word.folded)) {
        return Err(WrongTerm::Common);
    }
    Ok(term)
}

impl Lexicon {
    /// The concepts that have something like this among their terms: first those of which it is one, then those of which
    /// one begins so, then the rest. Case and accents make no difference.
    pub fn search(&self, typed: &str) -> Vec<&Concept> {
        let wanted = plain(typed);
        if wanted.is_empty() {
            return Vec::new();
        }
        let rank = |concept: &Concept| {
            let terms = Language::ALL.iter().flat_map(|language| concept.terms(*language));
            terms
                .filter_map(|term| match plain(term) {
                    term if term == wanted => Some(0),
                    term if term.starts_with(&wanted) => Some(1),
                    term if term.contains(&wanted) => Some(2),
                    _ => None,
                })
                .min()
        };
        let mut found: Vec<(u8, &Concept)> =
            self.concepts().iter().filter_map(|concept| Some((rank(concept)?, concept))).collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.truncate(FOUND);
        found.into_iter().map(|(_, concept)| concept).collect()
    }

    /// The concepts that have this very term in a language, as texts are compared: in any of its forms.
    pub fn having(&self, language: Language, term: &str) -> Vec<&Concept> {
        let wanted = self.form(language, term);
        let has = |concept: &&Concept| {
            concept.terms(language).iter().any(|term| self.form(language, term) == wanted)
        };
        self.concepts().iter().filter(has).collect()
    }

    /// The codes of the concepts that a text names; its language is found out where it is not said.
    pub fn named_in(&self, language: Option<Language>, text: &str) -> BTreeSet<String> {
        let text = Reader::new(self).read(language, text);
        let all = Layer::BOTH.into_iter().flat_map(|layer| named(self, layer, &text));
        all.map(|concept| self.code(concept).to_owned()).collect()
    }
}

/// Its words without accents, one space between.
fn plain(text: &str) -> String {
    words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>().join(" ")
}
