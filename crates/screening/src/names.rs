//! Where a text names a person: capitals, titles, words of naming and kin, weighed against lists of words and names.
//!
//! One pass cuts the text into words; only written-out candidates are looked up in the dictionaries. A capitalised word
//! that no list knows counts as a name; one that a dictionary or a list of places, peoples and organisations knows
//! counts as one only with a sign beside it. Small letters are found as far as the lists of names go.

mod anchors;
mod automaton;
mod closed;
mod fold;
mod judge;
mod known;
mod lexicon;
mod memory;
mod small;
mod table;
mod tokens;

use std::ops::Range;

use judge::Judge;
use lexicon::Lexicon;
use model::Language;

/// Finds personal names; built once, shared among threads.
pub(crate) struct Names {
    lexicon: Lexicon,
}

impl Names {
    /// Reads the embedded lists where they lie, without unpacking.
    pub(crate) fn new() -> Self {
        Self { lexicon: Lexicon::new() }
    }

    /// The names in a normalised text, each with given names, particles and surname together, as byte ranges by
    /// start. Titles stay outside.
    pub(crate) fn find(&self, text: &str, language: Option<Language>) -> Vec<Range<usize>> {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        tokens::cut(text, &mut tokens);
        Judge::new(&self.lexicon, language, &tokens).names()
    }
}

#[cfg(test)]
mod tests;
