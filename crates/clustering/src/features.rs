//! Every feature that occurred, by number, and in how many texts each stands.

use std::collections::BTreeMap;

use crate::bags::Feature;

/// Every feature that occurred.
#[derive(Default)]
pub struct Features {
    numbers: BTreeMap<Feature, u32>,
    known: Vec<Known>,
}

struct Known {
    feature: Feature,
    /// How it is shown: a stem by the first word that had it.
    word: String,
    /// In how many texts it stands.
    texts: u32,
}

impl Features {
    /// The number of a feature, new where it was not known.
    pub fn number(&mut self, feature: &Feature, word: &str) -> u32 {
        if let Some(number) = self.numbers.get(feature) {
            return *number;
        }
        let number = self.known.len() as u32;
        self.numbers.insert(feature.clone(), number);
        self.known.push(Known { feature: feature.clone(), word: word.to_owned(), texts: 0 });
        number
    }

    /// The number of a feature that occurred.
    pub fn known(&self, feature: &Feature) -> Option<u32> {
        self.numbers.get(feature).copied()
    }

    /// The feature of a number, and the word it is shown by.
    pub fn get(&self, number: u32) -> Option<(&Feature, &str)> {
        self.known.get(number as usize).map(|known| (&known.feature, known.word.as_str()))
    }

    /// One text more, or one less, has it. Says whether that changes how rare it is.
    pub fn count(&mut self, number: u32, more: bool) -> bool {
        let Some(known) = self.known.get_mut(number as usize) else { return false };
        let before = magnitude(known.texts);
        known.texts = if more { known.texts + 1 } else { known.texts.saturating_sub(1) };
        before != magnitude(known.texts)
    }

    /// One in how many of so many texts has the feature. Both are taken as the nearest power of two, so that a text more
    /// or less seldom changes what other texts weigh; measured, it costs nothing.
    pub fn one_in(&self, number: u32, many: u32) -> f32 {
        let texts = self.known.get(number as usize).map_or(0, |known| known.texts);
        (f64::from(magnitude(many)) - f64::from(magnitude(texts))).exp2() as f32
    }
}

/// The nearest power of two, as its exponent.
pub fn magnitude(many: u32) -> u32 {
    let many = u64::from(many.max(1));
    (2 * many * many).ilog2() / 2
}
