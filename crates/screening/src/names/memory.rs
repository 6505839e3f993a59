//! Remembers what was found of the words met last: capitals recur from text to text, and asking every list and
//! dictionary about one again costs more than all else that is done with it.

use std::sync::atomic::{AtomicU64, Ordering};

use model::Language;

use super::known::{Known, Standing};
use super::lexicon::Classes;
use super::table::mix;
use super::tokens::Shape;

const SLOTS: usize = 1 << 12;
/// How many bits of a slot say what is known; the others are those of the hash. No word is kept, and with the bits
/// that choose the slot 45 must agree for one to be taken for another.
const KNOWN: u32 = 30;

/// What is asked of a word.
#[derive(Clone, Copy)]
pub(super) enum Asked {
    /// All that is known of it, written like this.
    Known(Shape),
    /// Which dictionaries hold it, and no more.
    Holders,
}

/// What is known of the words met last, shared among threads; of two with the same slot, the later.
pub(super) struct Memory {
    slots: Vec<AtomicU64>,
}

impl Memory {
    pub(super) fn new() -> Self {
        Self { slots: (0..SLOTS).map(|_| AtomicU64::new(0)).collect() }
    }

    /// What is known of a word in a text of this language; found out where it is not remembered.
    pub(super) fn recall(
        &self,
        word: &str,
        asked: Asked,
        language: Option<Language>,
        find_out: impl FnOnce() -> Known,
    ) -> Known {
        let hash = hash(word.as_bytes(), asked, language);
        let Some(slot) = self.slots.get(hash as usize % SLOTS) else { return find_out() };
        // The highest bit tells a hash from a free slot.
        let marked = (hash | 1 << 63) >> KNOWN << KNOWN;
        let held = slot.load(Ordering::Relaxed);
        if held >> KNOWN << KNOWN == marked {
            return unpacked(held);
        }
        let known = find_out();
        slot.store(marked | packed(known), Ordering::Relaxed);
        known
    }
}

fn packed(known: Known) -> u64 {
    let standing = match known.standing {
        Standing::Never => 0,
        Standing::Beside => 1,
        Standing::Inside => 2,
        Standing::Always => 3,
    };
    u64::from(known.classes.bits())
        | standing << 26
        | u64::from(known.own_word) << 28
        | u64::from(known.word) << 29
}

fn unpacked(held: u64) -> Known {
    let standing = match held >> 26 & 3 {
        0 => Standing::Never,
        1 => Standing::Beside,
        2 => Standing::Inside,
        _ => Standing::Always,
    };
    Known {
        classes: Classes::from_bits(held as u32),
        standing,
        own_word: held >> 28 & 1 == 1,
        word: held >> 29 & 1 == 1,
    }
}

/// Of the word as it is written, and of all else that decides what is known of it.
fn hash(word: &[u8], asked: Asked, language: Option<Language>) -> u64 {
    const ODD: u64 = 0x9e37_79b9_7f4a_7c15;
    let language = match language {
        None => 0,
        Some(Language::Nl) => 1,
        Some(Language::Fr) => 2,
        Some(Language::En) => 3,
    };
    let asked = match asked {
        Asked::Holders => 0,
        Asked::Known(shape) => shape as u64 + 1,
    };
    let seed = mix((word.len() as u64) << 8 | asked << 4 | language, ODD.rotate_left(32));
    word.chunks(8).fold(seed, |hash, piece| {
        let letters = match piece.first_chunk() {
            Some(eight) => u64::from_le_bytes(*eight),
            None => piece.iter().fold(0, |letters, letter| letters << 8 | u64::from(*letter)),
        };
        mix(hash ^ ODD, letters ^ ODD.rotate_left(16))
    })
}

#[cfg(test)]
mod tests {
    use super::{Asked, Classes, Known, Language, Memory, Shape, Standing};

    const CAPITAL: Asked = Asked::Known(Shape::Capital);

    fn known(standing: Standing, own_word: bool, word: bool) -> Known {
        Known { classes: Classes::FIRST.or(Classes::PERSONAL), standing, own_word, word }
    }

    fn forgotten() -> Known {
        unreachable!("it is remembered")
    }

    #[test]
    fn what_is_remembered_is_what_was_found() {
        let memory = Memory::new();
        let all = [Standing::Never, Standing::Beside, Standing::Inside, Standing::Always];
        for (at, standing) in all.into_iter().enumerate() {
            for (own_word, word) in [(false, false), (false, true), (true, false), (true, true)] {
                let text = format!("Vreemdelingenzaken{at}{own_word}{word}");
                let found = known(standing, own_word, word);
                assert_eq!(memory.recall(&text, CAPITAL, None, || found), found);
                assert_eq!(memory.recall(&text, CAPITAL, None, forgotten), found);
            }
        }
    }

    #[test]
    fn another_language_shape_writing_or_question_is_another_word() {
        let memory = Memory::new();
        let (first, second) = (known(Standing::Always, false, false), known(Standing::Beside, true, true));
        let (dutch, french) = (Some(Language::Nl), Some(Language::Fr));
        assert_eq!(memory.recall("Elke", CAPITAL, french, || first), first);
        assert_eq!(memory.recall("Elke", CAPITAL, dutch, || second), second);
        assert_eq!(memory.recall("Elke", Asked::Known(Shape::Odd), french, || second), second);
        assert_eq!(memory.recall("Elke", Asked::Holders, french, || second), second);
        assert_eq!(memory.recall("ELKE", CAPITAL, french, || second), second);
        assert_eq!(memory.recall("Elke", CAPITAL, french, forgotten), first);
    }
}
