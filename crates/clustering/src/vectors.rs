//! A text as one sparse vector: how alike two texts are is the product of theirs.
//!
//! Each sort of content has its share of the product, and is normalised by itself. Weights are whole numbers, so that a
//! sum does not depend on its order.

use crate::features::Features;
use crate::lexicon::{Layer, Lexicon};
use crate::themes::Themes;

/// A weight of 1.
pub const ONE: f32 = 60_000.0;

/// By how much each sort of content can add to the likeness of two texts, which is at most 1. Chosen on the first half
/// of the labelled signals; around these values little changes.
const CONCEPTS: f32 = 0.40;
const THEMES: f32 = 0.20;
const WORDS: f32 = 0.04;
/// Per tag, by the logarithm of one in how many has it, up to [`RAREST`], and a little for each.
const TAG: f32 = 0.028;
const RAREST: f32 = 4.0;
const LEAST: f32 = 0.25;
/// Everyday words count a little more beside the field's concepts, of which a text names fewer.
const EVERYDAY: f32 = 1.25;

/// The number of a feature that no text in the index has.
pub const UNKNOWN: u32 = u32::MAX;

/// A feature of a text.
#[derive(Debug, Clone, Copy)]
pub struct Item {
    /// Its number among the features, or [`UNKNOWN`].
    pub number: u32,
    /// Its sort.
    pub sort: Sort,
    /// How often it occurs.
    pub times: u32,
}

/// The sorts of content that are counted.
#[derive(Debug, Clone, Copy)]
pub enum Sort {
    /// A concept, by its number in the lexicon.
    Concept(u32),
    /// A stem.
    Stem,
    /// A tag.
    Tag,
}

/// What a text weighs in each feature, by the feature's number.
pub type Vector = Vec<(u32, u16)>;

/// The vector of a text, among so many texts.
pub fn vector(lexicon: &Lexicon, themes: &Themes, features: &Features, many: u32, items: &[Item]) -> Vector {
    let mut concepts: Vec<(u32, u32, f32)> = Vec::new();
    let mut stems: Vec<(u32, f32)> = Vec::new();
    let mut vector = Vector::new();
    for item in items {
        let one_in = features.one_in(item.number, many);
        let much = (1.0 + (item.times as f32).ln()) * (1.0 + one_in).ln();
        match item.sort {
            Sort::Concept(concept) => {
                let everyday = lexicon.layer(concept) == Layer::Everyday;
                concepts.push((item.number, concept, if everyday { much * EVERYDAY } else { much }));
            }
            Sort::Stem => stems.push((item.number, much)),
            Sort::Tag => {
                let rare = one_in.ln().clamp(0.0, RAREST) + LEAST;
                vector.push((item.number, whole((TAG * rare).sqrt())));
            }
        }
    }
    let length = length(concepts.iter().map(|(_, _, much)| *much));
    for (_, _, much) in &mut concepts {
        *much /= length;
    }
    vector.extend(concepts.iter().map(|(number, _, much)| (*number, whole(much * CONCEPTS.sqrt()))));
    let near = themes.of(concepts.iter().map(|(_, concept, much)| (*concept, *much)));
    let length = self::length(near.iter().map(|(_, much)| *much));
    vector.extend(near.iter().map(|(theme, much)| (*theme, whole(much / length * THEMES.sqrt()))));
    let length = self::length(stems.iter().map(|(_, much)| *much));
    vector.extend(stems.iter().map(|(number, much)| (*number, whole(much / length * WORDS.sqrt()))));
    vector.retain(|(number, _)| *number != UNKNOWN);
    vector.sort_unstable();
    vector
}

/// How alike two texts are.
pub fn product(one: &Vector, other: &Vector) -> u32 {
    shared(one, other).map(|(_, product)| product).sum()
}

/// What two texts share, and what each feature adds to their likeness.
pub fn shared<'a>(one: &'a Vector, other: &'a Vector) -> impl Iterator<Item = (u32, u32)> + 'a {
    let (mut at, mut beside) = (0, 0);
    std::iter::from_fn(move || {
        loop {
            let ((feature, much), (another, much_too)) = (one.get(at)?, other.get(beside)?);
            at += usize::from(feature <= another);
            beside += usize::from(another <= feature);
            if feature == another {
                return Some((*feature, u32::from(*much) * u32::from(*much_too)));
            }
        }
    })
}

/// Never nothing: a text that has a feature is found by it.
fn whole(much: f32) -> u16 {
    ((much * ONE).round() as u16).max(1)
}

fn length(much: impl Iterator<Item = f32>) -> f32 {
    let length = much.map(|much| much * much).sum::<f32>().sqrt();
    if length > 0.0 { length } else { 1.0 }
}
