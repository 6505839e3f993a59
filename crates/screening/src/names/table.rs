//! The classes of the listed words, by hash: every word of every text is looked up here.

/// What a word is known by: a hash of its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Key(u64);

/// What keeps a plain letter and a label apart: they share their lower five bits.
const LABELS: u64 = 0x1f1f_1f1f_1f1f_1f1f;
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

impl Key {
    /// That of plain letters, or of labels, which have the same.
    pub(super) fn of(word: &[u8]) -> Self {
        Self::within(word, 0, word.len())
    }

    /// That of the word of so many letters that begins here. Whatever its length, a word is read as two pieces of
    /// eight letters, with what follows it in the text masked away: a choice by length would often be foreseen wrongly.
    #[inline]
    pub(super) fn within(text: &[u8], start: usize, length: usize) -> Self {
        let read = |at: usize| match text.get(at..).and_then(|text| text.first_chunk()) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => {
                let rest = text.get(at..).unwrap_or_default().iter().rev();
                rest.fold(0, |letters, letter| letters << 8 | u64::from(*letter))
            }
        };
        let piece = |at: usize| {
            let kept = length.saturating_sub(at).min(8) as u32 * 8;
            read(start + at) & LABELS & u64::MAX.checked_shr(64 - kept).unwrap_or(0)
        };
        let mut hash = mix(piece(0) ^ ODD, piece(8) ^ ODD.rotate_left(32));
        for at in (16..length).step_by(8) {
            hash = mix(hash ^ ODD, piece(at) ^ ODD.rotate_left(32));
        }
        Self(hash)
    }

    /// Where the word is looked for.
    fn bucket(self) -> usize {
        self.0 as usize % BUCKETS
    }

    /// What tells it from others there.
    fn mark(self) -> u32 {
        (self.0 >> 32) as u32 & !SAYS
    }
}

/// Two numbers as one hash.
pub(super) fn mix(one: u64, other: u64) -> u64 {
    let wide = u128::from(one) * u128::from(other);
    (wide >> 64) as u64 ^ wide as u64
}

const BUCKETS: usize = 1 << 14;
const PLACES: usize = 4;
/// The part of a slot that says the classes.
const SAYS: u32 = 0xff;

/// Words with their classes, found by one hash. A slot has 24 bits of the hash and, in the last eight, which set of
/// classes: small, so that the table stays near the processor. All slots of a bucket are compared, whichever it is.
pub(super) struct Table {
    buckets: Vec<[u32; PLACES]>,
    /// The sets of classes that occur; first the empty one, which free slots say.
    classes: Vec<u32>,
}

impl Table {
    pub(super) fn new() -> Self {
        Self { buckets: vec![[0; PLACES]; BUCKETS], classes: vec![0] }
    }

    pub(super) fn insert(&mut self, word: Key, classes: u32) {
        let known = self.classes.iter().position(|set| *set == classes);
        let says = known.unwrap_or_else(|| {
            self.classes.push(classes);
            self.classes.len() - 1
        });
        let Ok(says) = u8::try_from(says) else { return };
        for step in 0..BUCKETS {
            let bucket = self.buckets.get_mut((word.bucket() + step) % BUCKETS);
            if let Some(free) = bucket.and_then(|slots| slots.iter_mut().find(|slot| **slot == 0)) {
                *free = word.mark() | u32::from(says);
                return;
            }
        }
    }

    /// The classes of a word, 0 when it is not listed.
    pub(super) fn get(&self, word: Key) -> u32 {
        let mark = word.mark();
        let mut at = word.bucket();
        loop {
            let Some(slots) = self.buckets.get(at) else { return 0 };
            let says =
                slots.iter().fold(0, |says, slot| if slot & !SAYS == mark { slot & SAYS } else { says });
            // A word that found its bucket full went to the next.
            if says != 0 || slots.contains(&0) {
                return self.classes.get(says as usize).copied().unwrap_or(0);
            }
            at = (at + 1) % BUCKETS;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Key, Table};

    #[test]
    fn a_listed_word_has_its_classes_and_no_other_word_has_any() {
        let word = |at: u32| {
            format!("word{}", at.to_string().replace(|digit: char| digit.is_ascii_digit(), "a"))
                + &at.to_string().bytes().map(|digit| char::from(digit - b'0' + b'b')).collect::<String>()
        };
        let mut table = Table::new();
        for at in 0..40_000 {
            table.insert(Key::of(word(at).as_bytes()), at % 200 + 1);
        }
        let found = |at| table.get(Key::of(word(at).as_bytes()));
        assert!((0..40_000).all(|at| found(at) == at % 200 + 1));
        assert!((40_000..80_000).all(|at| found(at) == 0));
    }

    #[test]
    fn a_key_is_that_of_the_word_whatever_follows_it() {
        let text = "a verhuis vreemdelingenzaken tegemoetkomingsaanvraag b";
        for word in text.split(' ') {
            let start = text.find(word).unwrap();
            assert_eq!(Key::within(text.as_bytes(), start, word.len()), Key::of(word.as_bytes()), "{word}");
            let labels: Vec<u8> = word.bytes().map(|letter| letter & 31).collect();
            assert_eq!(Key::of(&labels), Key::of(word.as_bytes()), "{word}");
        }
        assert_ne!(Key::of(b"vreemdelingenzaken"), Key::of(b"vreemdelingenzaker"));
    }
}
