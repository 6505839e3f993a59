//! Finds every word of every gate in one pass over a simplified text: small letters without accents, `0` for every
//! number, a space at every edge of a word.
//!
//! The automaton is that of Aho and Corasick. Of each state, what frequent signs lead to lies apart from what the others
//! do, in one line of memory: going from one line to the next is most of what reading a text for words costs.

use std::collections::BTreeMap;

use crate::rules::BrokenRules;

/// The edge of a word, and whatever is no part of one.
pub(crate) const EDGE: u8 = 0;
/// A number, however long.
pub(crate) const NUMBER: u8 = 1;
/// The small letters, the frequent ones first, from this sign on; after them a letter that no word has.
const LETTERS: (u8, [u8; 26]) = (2, *b"esnatirolduvgmpchbkfwjzqyx");
const FOREIGN: u8 = LETTERS.0 + 26;
/// The other signs that words have, from this one on.
const SIGNS: (u8, [u8; 8]) = (FOREIGN + 1, *b"@*+(<{[\xb0");
const WIDTH: usize = SIGNS.0 as usize + SIGNS.1.len();

/// For each sign, the state after it.
type Row = [u16; WIDTH];

/// How many signs are frequent; what a state has of them is one line of memory.
const FREQUENT: usize = 32;

#[derive(Clone, Copy)]
#[repr(align(64))]
struct Frequent([u16; FREQUENT]);

/// A bit of a state: some word ends here.
const ENDS: u16 = 1 << 15;

/// The words, as an automaton.
pub(crate) struct Words {
    /// What each byte of an image is in a simplified text.
    signs: [u8; 256],
    /// For each state, what frequent signs lead to, and what the others do.
    frequent: Vec<Frequent>,
    others: Vec<[u16; WIDTH - FREQUENT]>,
    /// What the words that end in a state say together, as bits.
    said: Vec<u64>,
}

/// The automaton while it is made.
struct Growing {
    signs: [u8; 256],
    rows: Vec<Row>,
    said: Vec<u64>,
}

impl Growing {
    /// Adds the beginnings of all words, short before long, so that the states are numbered from the root on.
    fn grow(&mut self, words: &BTreeMap<Vec<u8>, u64>) -> Result<(), BrokenRules> {
        let spelled = |word: &Vec<u8>| {
            word.iter()
                .map(|byte| self.signs.get(usize::from(*byte)).copied().unwrap_or(EDGE))
                .collect::<Vec<u8>>()
        };
        let mut growing: Vec<_> = words.iter().map(|(word, says)| (spelled(word), *says, 0)).collect();
        let longest = words.keys().map(Vec::len).max().unwrap_or(0);
        for length in 0..=longest {
            for (word, says, state) in &mut growing {
                let Some(sign) = word.get(length) else {
                    if let Some(said) =
                        self.said.get_mut(usize::from(*state)).filter(|_| word.len() == length)
                    {
                        *said |= *says;
                    }
                    continue;
                };
                let row = self.rows.get(usize::from(*state));
                let known = row.and_then(|row| row.get(usize::from(*sign))).copied().unwrap_or(0);
                *state = if known == 0 { self.add(*state, *sign)? } else { known };
            }
        }
        Ok(())
    }

    /// A new state after this one and this sign.
    fn add(&mut self, state: u16, sign: u8) -> Result<u16, BrokenRules> {
        let new = u16::try_from(self.rows.len()).ok().filter(|new| new & ENDS == 0);
        let new = new.ok_or_else(|| BrokenRules::of("too many words"))?;
        if let Some(slot) =
            self.rows.get_mut(usize::from(state)).and_then(|row| row.get_mut(usize::from(sign)))
        {
            *slot = new;
        }
        self.rows.push([0; WIDTH]);
        self.said.push(0);
        Ok(new)
    }

    /// Fills in, where a word does not go on, where the longest other word that may have begun does.
    fn fall_back(&mut self) {
        let mut falls = vec![0_usize; self.rows.len()];
        for state in 0..self.rows.len() {
            let fall = falls.get(state).copied().unwrap_or(0);
            let (Some(other), Some(other_said)) =
                (self.rows.get(fall).copied(), self.said.get(fall).copied())
            else {
                continue;
            };
            if let Some(said) = self.said.get_mut(state) {
                *said |= other_said;
            }
            let Some(row) = self.rows.get_mut(state) else { continue };
            for (slot, other) in row.iter_mut().zip(other) {
                if *slot == 0 {
                    *slot = other;
                } else if let Some(deeper) = falls.get_mut(usize::from(*slot)).filter(|_| state != 0) {
                    *deeper = usize::from(other);
                }
            }
        }
        let ending: Vec<u16> = self.said.iter().map(|said| if *said == 0 { 0 } else { ENDS }).collect();
        for slot in self.rows.iter_mut().flatten() {
            *slot |= ending.get(usize::from(*slot)).copied().unwrap_or(0);
        }
    }
}

/// What happens on the way through a text.
pub(crate) enum Met {
    /// Words end here that say this together.
    Words(u64),
    /// A number begins.
    Number,
    /// The edge of a word.
    Edge,
}

impl Words {
    /// Words as images, with what each says as bits.
    pub(crate) fn new(words: &BTreeMap<Vec<u8>, u64>) -> Result<Self, BrokenRules> {
        let mut made = Growing { signs: signs(), rows: vec![[0; WIDTH]], said: vec![0] };
        made.grow(words)?;
        made.fall_back();
        let Growing { signs, rows, said } = made;
        let frequent = rows.iter().filter_map(|row| row.first_chunk().copied().map(Frequent)).collect();
        let others = rows.iter().filter_map(|row| row.last_chunk().copied()).collect();
        Ok(Self { signs, frequent, others, said })
    }

    /// Goes through a text and tells what it meets, with the place in the image.
    pub(crate) fn each(&self, image: &[u8], mut met: impl FnMut(Met, usize)) {
        let mut state = 0;
        self.simplified(image, |sign, at| {
            let (at_state, column) = (usize::from(state & !ENDS), usize::from(sign));
            let next = match column.checked_sub(FREQUENT) {
                None => self.frequent.get(at_state).and_then(|row| row.0.get(column)),
                Some(column) => self.others.get(at_state).and_then(|row| row.get(column)),
            };
            state = next.copied().unwrap_or(0);
            if state & ENDS != 0 {
                met(Met::Words(self.said.get(usize::from(state & !ENDS)).copied().unwrap_or(0)), at);
            }
            match sign {
                EDGE => met(Met::Edge, at),
                NUMBER => met(Met::Number, at),
                _ => {}
            }
        });
    }

    /// The signs of the simplified text, one after the other, each with the place in the image from which it came.
    #[inline]
    fn simplified(&self, image: &[u8], mut take: impl FnMut(u8, usize)) {
        take(EDGE, 0);
        let (mut at, mut edge) = (0, None);
        while let Some(byte) = image.get(at) {
            let sign = self.sign(*byte);
            if sign == EDGE {
                at += 1;
                continue;
            }
            if !is_letter(sign) {
                take(sign, at);
            }
            while let Some(next) = image.get(at).map(|byte| self.sign(*byte)) {
                if !is_letter(sign) && next == sign {
                    at += 1;
                } else if is_letter(sign) && is_letter(next) {
                    take(next, at);
                    at += 1;
                } else {
                    break;
                }
            }
            take(EDGE, at);
            edge = Some(at);
        }
        if edge != Some(image.len()) {
            take(EDGE, image.len());
        }
    }

    fn sign(&self, byte: u8) -> u8 {
        self.signs.get(usize::from(byte)).copied().unwrap_or(EDGE)
    }
}

fn is_letter(sign: u8) -> bool {
    (LETTERS.0..=FOREIGN).contains(&sign)
}

/// What each byte of an image is in a simplified text.
fn signs() -> [u8; 256] {
    const ACCENTED: [(&str, u8); 8] = [
        ("ÀÁÂÃÄÅàáâãäåª", b'a'),
        ("Çç", b'c'),
        ("ÈÉÊËèéêë", b'e'),
        ("ÌÍÎÏìíîï", b'i'),
        ("Ññ", b'n'),
        ("ÒÓÔÕÖØòóôõöøº", b'o'),
        ("ÙÚÛÜùúûü", b'u'),
        ("Ýýÿ", b'y'),
    ];
    const OTHERS: &str = "ÆÐÞßæðþµ\u{81}\u{82}\u{83}";
    let place = |first: u8, held: &[u8], byte: u8| {
        (first..).zip(held).find(|(_, one)| **one == byte).map(|(sign, _)| sign)
    };
    let mut table = [EDGE; 256];
    for (byte, slot) in (0..=u8::MAX).zip(&mut table) {
        let accented = ACCENTED.iter().find(|(characters, _)| characters.contains(char::from(byte)));
        let plain = accented.map_or(byte, |(_, plain)| *plain);
        let letter = place(LETTERS.0, &LETTERS.1, plain.to_ascii_lowercase());
        let sign = letter.or_else(|| place(SIGNS.0, &SIGNS.1, byte));
        *slot = match byte {
            b'0'..=b'9' => NUMBER,
            _ if OTHERS.contains(char::from(byte)) => FOREIGN,
            _ => sign.unwrap_or(EDGE),
        };
    }
    table
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::{EDGE, LETTERS, Met, NUMBER, SIGNS, Words, is_letter};
    use crate::image::Alphabet;

    #[test]
    fn a_simplified_text_has_small_letters_and_one_nought_a_number() {
        let alphabet = Alphabet::new().unwrap();
        let words = Words::new(&BTreeMap::new()).unwrap();
        let shown = |sign: u8| match sign {
            EDGE => ' ',
            NUMBER => '0',
            letter if is_letter(letter) => char::from(LETTERS.1[usize::from(letter - LETTERS.0)]),
            sign => char::from(SIGNS.1[usize::from(sign - SIGNS.0)]),
        };
        let simplified = |text| {
            let mut simplified = String::new();
            words.simplified(&alphabet.image(text), |sign, _| simplified.push(shown(sign)));
            simplified
        };
        assert_eq!(simplified("Née le 12/03: ÉTÉ2024"), " nee le 0 0 ete 0 ");
        assert_eq!(simplified("jan(at)gmail"), " jan ( at gmail ");
        assert_eq!(simplified(""), "  ");
    }

    #[test]
    fn words_are_found_within_and_across_one_another() {
        let alphabet = Alphabet::new().unwrap();
        let given = [(" rue ", 1), ("ruelle", 2), ("elle 0", 4), ("le", 8)];
        let given = given.map(|(word, says)| (alphabet.image(word), says));
        let words = Words::new(&given.into_iter().collect()).unwrap();
        let met = |text| {
            let mut found = Vec::new();
            words.each(&alphabet.image(text), |met, at| {
                if let Met::Words(said) = met {
                    found.push((said, at));
                }
            });
            found
        };
        assert_eq!(met("rue 7"), [(1, 3)]);
        assert_eq!(met("la Ruelle 12"), [(2 | 8, 8), (4, 10)]);
        assert_eq!(met("truelle"), [(2 | 8, 6)]);
        assert_eq!(met("rues"), []);
    }
}
