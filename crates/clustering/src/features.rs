//! What texts can have in common, by number: concepts, stems, letters in fours, tags; and in how many texts each stands.

use std::collections::BTreeMap;

/// The sorts of content, each compared by itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Sort {
    /// A concept of the field.
    Concept,
    /// The stem of a word, in its language.
    Stem,
    /// Four letters in a row.
    Letters,
    /// A cause, domain or right that people chose.
    Tag,
}

impl Sort {
    /// All of them, in the order of their numbers.
    pub const ALL: [Self; 4] = [Self::Concept, Self::Stem, Self::Letters, Self::Tag];
}

/// Every feature that occurred.
#[derive(Default)]
pub struct Features {
    numbers: [BTreeMap<String, u32>; 4],
    /// How a feature is shown: a concept by its code, a stem by the first word that had it.
    shown: Vec<String>,
    /// In how many texts it stands.
    texts: Vec<u32>,
}

impl Features {
    /// The number of a feature, new where it was not known.
    pub fn number(&mut self, sort: Sort, key: &str, shown: &str) -> u32 {
        let numbers = &mut self.numbers[sort as usize];
        if let Some(number) = numbers.get(key) {
            return *number;
        }
        let number = self.texts.len() as u32;
        numbers.insert(key.to_owned(), number);
        self.shown.push(if sort == Sort::Letters { String::new() } else { shown.to_owned() });
        self.texts.push(0);
        number
    }

    /// The number of a feature that occurred.
    pub fn known(&self, sort: Sort, key: &str) -> Option<u32> {
        self.numbers[sort as usize].get(key).copied()
    }

    /// How it is shown.
    pub fn shown(&self, number: u32) -> &str {
        self.shown.get(number as usize).map_or("", String::as_str)
    }

    /// One text more, or one less, has it.
    pub fn count(&mut self, number: u32, more: bool) {
        if let Some(texts) = self.texts.get_mut(number as usize) {
            *texts = if more { *texts + 1 } else { texts.saturating_sub(1) };
        }
    }

    /// In how many texts each stands, by number.
    pub fn texts(&self) -> &[u32] {
        &self.texts
    }
}
