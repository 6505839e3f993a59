//! Cheap conditions without which a rule finds nothing: they save time and change no finding.
//!
//! `rules/gates.json` names words, one of which must stand in the text, a number that must stand near it, and patterns.
//! All the words of all gates are looked for in one pass over a simplified text.

use std::collections::BTreeMap;
use std::ops::Range;

use aho_corasick::automaton::{Automaton, StateID};
use aho_corasick::dfa::DFA;
use aho_corasick::{Anchored, MatchKind};
use serde::Deserialize;

use crate::image::{Alphabet, Pattern};
use crate::rules::BrokenRules;

/// A gate as it is written: a rule is tried when one of its gates is open, and a gate is open when all it has holds.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    rules: Vec<String>,
    /// Between bars, in small letters without accents; `_` is the edge of a word, `0` any number.
    words: Option<String>,
    /// A number stands within so many words after one of them.
    after: Option<usize>,
    /// A number stands within so many words before one of them; of two limits one is enough.
    before: Option<usize>,
    /// Any pattern, tried when the rest holds.
    has: Option<String>,
}

/// What a match may begin before, and end after, the word and the number near which a gate is open.
const BEFORE: usize = 120;
const AFTER: usize = 80;

/// What is open for one text.
pub(crate) struct Open {
    /// The gates that are open for all of it, as bits.
    pub(crate) whole: u64,
    /// The gates that are open for a part of it, as a bit, by the end of the part.
    near: Vec<(u64, Range<usize>)>,
}

impl Open {
    /// Every gate, as if there were none.
    #[cfg(test)]
    pub(crate) fn everything() -> Self {
        Self { whole: u64::MAX, near: Vec::new() }
    }

    /// Where one of these gates is open, by start; no two windows overlap.
    pub(crate) fn windows(&self, gates: u64, length: usize) -> Vec<Range<usize>> {
        if self.whole & gates != 0 {
            return std::iter::once(0..length).collect();
        }
        let near = self.near.iter().filter(|(gate, _)| gates & gate != 0);
        let mut windows: Vec<Range<usize>> = near.map(|(_, window)| window.clone()).collect();
        windows.sort_by_key(|window| window.start);
        windows.dedup_by(|next, last| {
            let overlaps = next.start <= last.end;
            if overlaps {
                last.end = last.end.max(next.end);
            }
            overlaps
        });
        windows
    }
}

/// Every gate.
pub(crate) struct Gates {
    rules: Vec<Vec<String>>,
    simple: [u8; 256],
    words: DFA,
    /// Where the words begin to be looked for.
    start: StateID,
    /// For each word, the gates that it may open, as bits.
    word_gates: Vec<u64>,
    /// The gates without words, as bits.
    wordless: u64,
    /// The gates whose words ask for a number after them, and before them: as a bit, within how many words.
    numbers: [Vec<(u64, usize)>; 2],
    /// What else a gate must have.
    more: Vec<(u64, Pattern)>,
}

impl Gates {
    pub(crate) fn read(alphabet: &Alphabet, gates: &str) -> Result<Self, BrokenRules> {
        let written: Vec<Written> = serde_json::from_str(gates).map_err(BrokenRules::of)?;
        if written.len() > 64 {
            return Err(BrokenRules::of("more than 64 gates"));
        }
        let mut words: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        let (mut wordless, mut numbers, mut more) = (0, [Vec::new(), Vec::new()], Vec::new());
        for (at, gate) in written.iter().enumerate() {
            let bit = 1 << at;
            for word in gate.words.iter().flat_map(|words| words.split('|')) {
                *words.entry(alphabet.image(&word.replace('_', " "))).or_default() |= bit;
            }
            if gate.words.is_none() {
                wordless |= bit;
            }
            let [after, before] = &mut numbers;
            after.extend(gate.after.map(|within| (bit, within)));
            before.extend(gate.before.map(|within| (bit, within)));
            if let Some(pattern) = &gate.has {
                more.push((bit, alphabet.pattern(pattern, false)?));
            }
        }
        let (words, word_gates): (Vec<_>, Vec<_>) = words.into_iter().unzip();
        let words = DFA::builder().match_kind(MatchKind::Standard).build(words).map_err(BrokenRules::of)?;
        let start = words.start_state(Anchored::No).map_err(BrokenRules::of)?;
        Ok(Self {
            rules: written.iter().map(|gate| gate.rules.clone()).collect(),
            simple: simple(),
            words,
            start,
            word_gates,
            wordless,
            numbers,
            more,
        })
    }

    /// The gates of a rule, as bits; a rule without any is always tried.
    pub(crate) fn of(&self, rule: &str) -> u64 {
        let has = |rules: &Vec<String>| rules.iter().any(|one| one == rule);
        let gates = self.rules.iter().enumerate().filter(|(_, rules)| has(rules));
        match gates.fold(0, |bits, (at, _)| bits | 1 << at) {
            0 => u64::MAX,
            bits => bits,
        }
    }

    /// What is open for a text.
    pub(crate) fn open(&self, image: &[u8]) -> Open {
        let mut open = self.said(image);
        open.whole |= self.wordless;
        for (gate, pattern) in &self.more {
            if open.whole & gate != 0 && !pattern.is_match(image) {
                open.whole &= !gate;
            }
            open.near.retain(|(near, window)| near != gate || pattern.is_match_within(image, window.clone()));
        }
        open.whole |= 1 << 63;
        open
    }

    /// The gates that have a word in the text, with a number near it where they ask for one.
    fn said(&self, image: &[u8]) -> Open {
        let [after, before] = &self.numbers;
        let waiting = after.iter().chain(before).fold(0, |bits, (gate, _)| bits | gate);
        // The word that each gate met last, and the number: after how many words, and where.
        let (mut latest, mut number) = ([None; 64], None);
        let mut open = Open { whole: 0, near: Vec::new() };
        let (mut state, mut counted) = (self.start, 0_usize);
        self.simplified(image, |byte, at| {
            state = self.words.next_state(Anchored::No, state, byte);
            let near = |other: Option<(usize, usize)>, within: usize, counted: usize| {
                other
                    .filter(|(word, _)| counted - word <= within)
                    .map(|(_, other)| other.saturating_sub(BEFORE)..image.len().min(at + AFTER))
            };
            if self.words.is_match(state) {
                let words = (0..self.words.match_len(state)).map(|at| self.words.match_pattern(state, at));
                let gates = words
                    .filter_map(|word| self.word_gates.get(word.as_usize()))
                    .fold(0, |bits, gates| bits | gates);
                open.whole |= gates & !waiting;
                let touched = |(gate, _): &&(u64, usize)| gates & gate != 0;
                if gates & waiting != 0 {
                    for ((gate, _), latest) in after.iter().zip(&mut latest) {
                        if gates & gate != 0 {
                            *latest = Some((counted, at));
                        }
                    }
                    for (gate, within) in before.iter().filter(touched) {
                        open.near.extend(near(number, *within, counted).map(|window| (*gate, window)));
                    }
                }
            }
            // A word may hold the number itself: `_ov_0`.
            if byte == b' ' {
                counted += 1;
            } else if byte == b'0' {
                number = Some((counted, at));
                for ((gate, within), latest) in after.iter().zip(&latest) {
                    open.near.extend(near(*latest, *within, counted).map(|window| (*gate, window)));
                }
            }
        });
        open
    }

    /// Small letters without accents, `0` for every number, a space at every edge of a word, one after the other, each
    /// with the place in the image from which it came.
    fn simplified(&self, image: &[u8], mut take: impl FnMut(u8, usize)) {
        take(b' ', 0);
        let mut last = b' ';
        for (at, byte) in image.iter().enumerate() {
            let next = self.simple.get(usize::from(*byte)).copied().unwrap_or(b' ');
            let goes_on = if is_letter(next) { is_letter(last) } else { next == last };
            if !goes_on && last != b' ' {
                take(b' ', at);
            }
            if is_letter(next) || !goes_on && next != b' ' {
                take(next, at);
            }
            last = next;
        }
        take(b' ', image.len());
    }
}

fn is_letter(simple: u8) -> bool {
    simple.is_ascii_lowercase() || simple == FOREIGN
}

/// A letter that no word has.
const FOREIGN: u8 = 0x7f;

/// What each byte of an image is in a simplified text: a small letter, `0`, a sign that words have, or a space.
fn simple() -> [u8; 256] {
    const ACCENTED: [(&str, u8); 9] = [
        ("ÀÁÂÃÄÅàáâãäåª", b'a'),
        ("Çç", b'c'),
        ("ÈÉÊËèéêë", b'e'),
        ("ÌÍÎÏìíîï", b'i'),
        ("Ññ", b'n'),
        ("ÒÓÔÕÖØòóôõöøº", b'o'),
        ("ÙÚÛÜùúûü", b'u'),
        ("Ýýÿ", b'y'),
        ("ÆÐÞßæðþµ\u{81}\u{82}\u{83}", FOREIGN),
    ];
    let mut table = [b' '; 256];
    for (byte, slot) in (0..=u8::MAX).zip(&mut table) {
        let accented = ACCENTED.iter().find(|(characters, _)| characters.contains(char::from(byte)));
        *slot = match byte {
            b'0'..=b'9' => b'0',
            b'@' | b'*' | b'+' | b'(' | b'<' | b'{' | b'[' | 0xb0 => byte,
            _ if byte.is_ascii_alphabetic() => byte.to_ascii_lowercase(),
            _ => accented.map_or(b' ', |(_, letter)| *letter),
        };
    }
    table
}

#[cfg(test)]
mod tests {
    use super::Gates;
    use crate::image::Alphabet;

    #[test]
    fn a_simplified_text_has_small_letters_and_one_nought_a_number() {
        let alphabet = Alphabet::new().unwrap();
        let gates = Gates::read(&alphabet, "[]").unwrap();
        let simplified = |text| {
            let mut simplified = String::new();
            gates.simplified(&alphabet.image(text), |byte, _| simplified.push(char::from(byte)));
            simplified
        };
        assert_eq!(simplified("Née le 12/03: ÉTÉ2024"), " nee le 0 0 ete 0 ");
        assert_eq!(simplified("jan(at)gmail"), " jan ( at gmail ");
        assert_eq!(simplified(""), "  ");
    }

    #[test]
    fn a_gate_opens_when_its_word_and_its_shape_are_there() {
        let alphabet = Alphabet::new().unwrap();
        let written = r#"[{"rules":["a"],"words":"_ov_|_born"},{"rules":["b"],"words":"_born","has":"[0-9]-[0-9]"},
            {"rules":["a","c"],"has":"x[0-9]"}]"#;
        let gates = Gates::read(&alphabet, written).unwrap();
        assert_eq!((gates.of("a"), gates.of("b"), gates.of("c")), (0b101, 0b10, 0b100));
        let open = |text| gates.open(&alphabet.image(text)).whole & 0b111;
        assert_eq!(open("over Born"), 0b1);
        assert_eq!(open("nr. OV, 1-2"), 0b1);
        assert_eq!(open("born 1-2"), 0b11);
        assert_eq!(open("reborn 1-2 X3"), 0b100);
        assert_eq!(gates.of("without"), u64::MAX);
    }

    #[test]
    fn a_gate_that_asks_for_a_number_counts_the_words_to_it() {
        let alphabet = Alphabet::new().unwrap();
        let written =
            r#"[{"rules":["a"],"words":"_rue_","after":3},{"rules":["b"],"words":"_rue_","before":2}]"#;
        let gates = Gates::read(&alphabet, written).unwrap();
        let windows = |text: &str, gate| -> Vec<_> {
            let windows = gates.open(&alphabet.image(text)).windows(gate, text.len());
            windows.into_iter().map(|window| (window.start, window.end)).collect()
        };
        assert_eq!(windows("rue Haute 12", 0b1), [(0, 12)]);
        assert_eq!(windows("rue Haute 12", 0b10), []);
        assert_eq!(windows("rue de la Porte Haute, 12", 0b11), []);
        assert_eq!(windows("12, rue Haute", 0b10), [(0, 13)]);
        assert_eq!(windows("12 enfants dorment dans la rue Haute", 0b11), []);
        let far = format!("{}rue Haute 12 {}rue Basse 7", "a ".repeat(150), "b ".repeat(200));
        assert_eq!(windows(&far, 0b1), [(183, 390), (596, 724)]);
    }
}
