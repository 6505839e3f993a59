//! Cheap conditions without which a rule finds nothing: they save time and change no finding.
//!
//! `rules/gates.json` names words, one of which must stand in the text, a number that must stand near it, and patterns.
//! All the words of all gates are looked for in one pass over a simplified text.

use std::collections::BTreeMap;

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

    /// The gates that are open for a text, as bits; the highest always is.
    pub(crate) fn open(&self, image: &[u8]) -> u64 {
        let mut open = self.said(image) | self.wordless;
        for (gate, pattern) in &self.more {
            if open & gate != 0 && !pattern.is_match(image) {
                open &= !gate;
            }
        }
        open | 1 << 63
    }

    /// The gates that have a word in the text, with a number near it where they ask for one.
    fn said(&self, image: &[u8]) -> u64 {
        let [after, before] = &self.numbers;
        let waiting = after.iter().chain(before).fold(0, |bits, (gate, _)| bits | gate);
        let mut latest = [None; 64];
        let (mut state, mut said) = (self.start, 0);
        let (mut counted, mut number) = (0_usize, None);
        self.simplified(image, |byte| {
            state = self.words.next_state(Anchored::No, state, byte);
            if byte == b' ' {
                counted += 1;
            } else if byte == b'0' {
                number = Some(counted);
                for ((gate, within), latest) in after.iter().zip(&latest) {
                    if latest.is_some_and(|word| counted - word <= *within) {
                        said |= gate;
                    }
                }
            }
            if self.words.is_match(state) {
                let words = (0..self.words.match_len(state)).map(|at| self.words.match_pattern(state, at));
                let gates = words
                    .filter_map(|word| self.word_gates.get(word.as_usize()))
                    .fold(0, |bits, gates| bits | gates);
                said |= gates & !waiting;
                if gates & waiting != 0 {
                    for ((gate, _), latest) in after.iter().zip(&mut latest) {
                        if gates & gate != 0 {
                            *latest = Some(counted);
                        }
                    }
                    for (gate, within) in before {
                        if gates & gate != 0 && number.is_some_and(|number| counted - number <= *within) {
                            said |= gate;
                        }
                    }
                }
            }
        });
        said
    }

    /// Small letters without accents, `0` for every number, a space at every edge of a word, one after the other.
    fn simplified(&self, image: &[u8], mut take: impl FnMut(u8)) {
        take(b' ');
        let mut last = b' ';
        for byte in image {
            let next = self.simple.get(usize::from(*byte)).copied().unwrap_or(b' ');
            let goes_on = if is_letter(next) { is_letter(last) } else { next == last };
            if !goes_on && last != b' ' {
                take(b' ');
            }
            if is_letter(next) || !goes_on && next != b' ' {
                take(next);
            }
            last = next;
        }
        take(b' ');
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
            gates.simplified(&alphabet.image(text), |byte| simplified.push(char::from(byte)));
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
        let open = |text| gates.open(&alphabet.image(text)) & 0b111;
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
        let open = |text| gates.open(&alphabet.image(text)) & 0b11;
        assert_eq!(open("rue Haute 12"), 0b1);
        assert_eq!(open("rue de la Porte Haute, 12"), 0);
        assert_eq!(open("12, rue Haute"), 0b10);
        assert_eq!(open("12 enfants dorment dans la rue Haute"), 0);
    }
}
