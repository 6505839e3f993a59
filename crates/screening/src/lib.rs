//! Finds what could point at a family in a free text: *blocked* (must be reworded) and *marked* (a warning).
//!
//! The blocked rules are data, `rules/blocked.json`, used unchanged by the page (`js/screening.js`); what needs word
//! and name lists stays here. Pure: text in, places out; nothing is read, stored or logged. A machine does not see
//! everything: what it finds nothing in is not therefore anonymous.
#![warn(missing_docs)]

mod asking;
mod checks;
mod finding;
mod gates;
mod image;
mod marked;
mod names;
mod normalise;
mod rules;
mod scan;
mod words;

use std::ops::Range;

use asking::Asking;
pub use finding::{Certainty, Finding, Kind};
use gates::Gates;
use image::Alphabet;
use marked::Marked;
use model::Language;
use names::Names;
use normalise::Normalised;
pub use rules::BrokenRules;
use rules::Rules;
use scan::Place;

/// The blocked rules as the page receives them.
pub const RULES_JSON: &str = include_str!("../rules/blocked.json");

/// The same screening for the page, without the word and name lists: an ES module that exports `makeScreen`.
pub const SCRIPT_JS: &str = include_str!("../js/screening.js");

const GATES_JSON: &str = include_str!("../rules/gates.json");

/// Every rule, compiled once; share one among threads.
pub struct Screen {
    alphabet: Alphabet,
    gates: Gates,
    rules: Rules,
    names: Names,
    marked: Marked,
    asking: Asking,
}

impl Screen {
    /// Compiles every rule, which takes about a tenth of a second.
    ///
    /// # Errors
    /// When the embedded rules cannot be read, which a test excludes.
    pub fn new() -> Result<Self, BrokenRules> {
        let alphabet = Alphabet::new()?;
        let gates = Gates::read(&alphabet, GATES_JSON)?;
        let rules = Rules::read(&alphabet, RULES_JSON, &gates)?;
        let marked = Marked::new(&alphabet, &gates)?;
        let asking = Asking::new(&alphabet)?;
        Ok(Self { alphabet, gates, rules, names: Names::new(), marked, asking })
    }

    /// What must be reworded, by start; no two overlap.
    #[must_use]
    pub fn blocked(&self, text: &str) -> Vec<Finding> {
        let text = self.rules.folding.normalise(text);
        let image = self.alphabet.image(text.text());
        findings_at(&text, self.rules.scan(&image, &self.gates.open(&image)))
    }

    /// Whether a question to a filer asks who the family is (`Hoe heet ze?`), where it should ask about the problem.
    /// A reason to warn, in any of the three languages; never to refuse.
    #[must_use]
    pub fn asks_who(&self, question: &str) -> bool {
        let text = self.rules.folding.normalise(question);
        self.asking.asks_who(&self.alphabet.image(text.text()))
    }

    /// What must be reworded and what is marked, by start; no two overlap: blocked goes before marked, then long
    /// before short. Without a language, the rules of all three apply.
    #[must_use]
    pub fn findings(&self, text: &str, language: Option<Language>) -> Vec<Finding> {
        let text = self.rules.folding.normalise(text);
        let image = self.alphabet.image(text.text());
        let open = self.gates.open(&image);
        let mut places = self.rules.scan(&image, &open);
        let taken: Vec<_> = places.iter().map(|place| place.range.clone()).collect();
        let mut marked = self.marked.find(&image, open.whole);
        let names = in_characters(text.text(), self.names.find(text.text(), language));
        marked.extend(names.into_iter().map(|range| Place { kind: Kind::Name, range }));
        places.extend(longest(marked, &taken));
        places.sort_by_key(|place| place.range.start);
        findings_at(&text, places)
    }
}

/// Ranges of bytes, by start and apart from each other, as ranges of characters.
fn in_characters(text: &str, ranges: Vec<Range<usize>>) -> Vec<Range<usize>> {
    let (mut at, mut counted) = (0, 0);
    let mut count = |byte: usize| {
        counted += text.get(at..byte).map_or(0, |passed| passed.chars().count());
        at = byte;
        counted
    };
    ranges.into_iter().map(|range| count(range.start)..count(range.end)).collect()
}

/// Of the marked places that overlap each other, the longest; none that overlaps what is blocked.
fn longest(mut marked: Vec<Place>, blocked: &[Range<usize>]) -> Vec<Place> {
    marked.retain(|place| {
        let before = blocked.partition_point(|taken| taken.end <= place.range.start);
        blocked.get(before).is_none_or(|taken| taken.start >= place.range.end)
    });
    marked.sort_by_key(|place| place.range.start);
    let mut kept: Vec<Place> = Vec::with_capacity(marked.len());
    for place in marked {
        match kept.last_mut() {
            Some(last) if place.range.start < last.range.end => {
                if place.range.len() > last.range.len() {
                    *last = place;
                }
            }
            _ => kept.push(place),
        }
    }
    kept
}

/// The same places in the original text; of two that meet within one character that became several (`½`), the first
/// has it.
fn findings_at(text: &Normalised<'_>, places: Vec<Place>) -> Vec<Finding> {
    let mut taken = 0;
    let finding = |place: Place| {
        let (start, end) = text.original_span(place.range.start, place.range.end);
        let start = start.max(taken);
        taken = taken.max(end);
        let certainty = place.kind.certainty();
        (start < end).then_some(Finding { kind: place.kind, start, end, certainty })
    };
    places.into_iter().filter_map(finding).collect()
}
