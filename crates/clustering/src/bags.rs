//! What a text has of each sort of content, and how often.

use std::collections::BTreeMap;

use model::Language;

use crate::lexicon::{Layer, Lexicon};
use crate::reading::{Reader, named};
use crate::words::is_common;

/// A text as it is compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text<'a> {
    /// What it says.
    pub text: &'a str,
    /// The language; found out where absent.
    pub language: Option<Language>,
    /// The cause, as a code; empty where none was chosen.
    pub cause: &'a str,
    /// The domain, as a code.
    pub domain: &'a str,
    /// The right, as a code.
    pub right: &'a str,
}

/// What two texts can have in common. A theme is added later: it depends on how rare concepts are.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Feature {
    /// A concept, by its number in the lexicon.
    Concept(u32),
    /// A theme, by its number.
    Theme(u32),
    /// The stem of a word, in its language.
    Stem(Language, String),
    /// A cause, domain or right that people chose.
    Tag(Tag, String),
}

/// The tags of a signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tag {
    /// The cause of under-protection.
    Cause,
    /// The domain.
    Domain,
    /// The right in play.
    Right,
}

/// A text, counted.
pub struct Bag {
    /// The features in a fixed order, each once: how often it occurs, and for a stem the word that had it.
    pub counted: BTreeMap<Feature, (u32, String)>,
    /// A number made of what the text says: texts that are as alike keep an order that does not hang on their numbers.
    pub mark: u64,
}

/// What nobody chose says nothing. That no right is in play, which people choose too, does.
const NOT_CHOSEN: [&str; 2] = ["", "unknown"];

/// A text as a bag.
pub fn bag(lexicon: &Lexicon, reader: &mut Reader<'_>, text: &Text<'_>) -> Bag {
    let read = reader.read(text.language, text.text);
    let mut counted: BTreeMap<Feature, (u32, String)> = BTreeMap::new();
    let mut count = |feature: Feature, word: &str| {
        counted.entry(feature).or_insert_with(|| (0, word.to_owned())).0 += 1;
    };
    for layer in Layer::BOTH {
        for concept in named(lexicon, layer, &read) {
            count(Feature::Concept(concept), "");
        }
    }
    for seen in &read.words {
        let own = seen.stems.first().filter(|_| !is_common(read.language, &seen.word.folded));
        if let Some((language, stem)) = own {
            count(Feature::Stem(*language, stem.clone()), &seen.word.accented);
        }
    }
    let tags = [(Tag::Cause, text.cause), (Tag::Domain, text.domain), (Tag::Right, text.right)];
    for (tag, code) in tags {
        if !NOT_CHOSEN.contains(&code) {
            count(Feature::Tag(tag, code.to_owned()), "");
        }
    }
    Bag { counted, mark: mark(&[text.text, text.cause, text.domain, text.right]) }
}

/// FNV-1a, which is the same on every machine.
fn mark(parts: &[&str]) -> u64 {
    let bytes = parts.iter().flat_map(|part| part.bytes().chain([0]));
    bytes.fold(0xcbf2_9ce4_8422_2325, |mark, byte| (mark ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
