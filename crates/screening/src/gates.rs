//! Cheap conditions without which a rule finds nothing: they save time and change no finding.
//!
//! `rules/gates.json` names words, one of which must stand in the text, a number that must stand near it, and patterns.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use serde::Deserialize;

use crate::image::{Alphabet, Pattern};
use crate::rules::BrokenRules;
use crate::words::{Met, Words};

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
    /// How many characters a match may begin before, and end after, the word and the number.
    around: Option<[usize; 2]>,
    /// The same of the number alone, where a match does not hold the word.
    beside: Option<[usize; 2]>,
    /// The same of its digits, for a rule that asks for many.
    digits: Option<[usize; 2]>,
    /// A pattern for what stands between the end of the word and the number, or from the number to the end of the word:
    /// cheaper than `has`, because it need not know the words.
    between: Option<String>,
    /// A pattern, tried when the rest holds.
    has: Option<String>,
    /// The same, tried where a match may reach: for what every match holds.
    holds: Option<String>,
    /// How many characters it may begin before, and end after, the word and the number.
    within: Option<[usize; 2]>,
}

/// Unless a gate says more.
const AROUND: [usize; 2] = [120, 80];
const DIGITS: [usize; 2] = [64, 64];
const WITHIN: [usize; 2] = [24, 24];
/// How far before the last word that opens a gate the first one may stand.
const STREET: usize = 120;

/// A gate that is open for a part of a text: near one of its words, or one of them and a number.
struct Near {
    after: Option<usize>,
    before: Option<usize>,
    around: [usize; 2],
    /// Whether `around` is counted from the number alone.
    beside: bool,
    between: Option<Pattern>,
    has: Option<Pattern>,
    /// Whether `has` is tried where a match may reach.
    inside: bool,
    within: [usize; 2],
}

/// What opens a gate for a part of a text: a word and a number, or one place for both.
#[derive(Clone, Copy)]
struct Pair {
    /// Where the word ends.
    word: usize,
    /// Where the first of the words that followed one another stands.
    first: usize,
    number: usize,
}

impl Near {
    /// Opens this gate for a word and a number where it has what it must. `failed` is where its pattern was last looked
    /// for in vain: within that it is not looked for again.
    fn open(&self, windows: &mut Vec<Range<usize>>, failed: &mut Range<usize>, image: &[u8], pair: Pair) {
        let Pair { word, first, number } = pair;
        let reaching = |(first, last): (usize, usize), [before, after]: [usize; 2]| {
            first.saturating_sub(before)..image.len().min(last + after)
        };
        let both = (first.min(number), first.max(number));
        let window = reaching(if self.beside { (number, number) } else { both }, self.around);
        let is_within = |of: &Range<usize>, one: &Range<usize>| of.start <= one.start && one.end <= of.end;
        if windows.last().is_some_and(|last| is_within(last, &window)) {
            return;
        }
        let between = image.get(word.min(number)..word.max(number)).unwrap_or_default();
        if self.between.as_ref().is_some_and(|pattern| !pattern.is_match(between)) {
            return;
        }
        if let Some(has) = &self.has {
            let within = if self.inside { window.clone() } else { reaching(both, self.within) };
            if is_within(failed, &within) {
                return;
            }
            if !has.is_match_within(image, within.clone()) {
                *failed = within;
                return;
            }
        }
        join(windows, window);
    }
}

/// What is open for one text.
pub(crate) struct Open {
    /// The gates that are open for all of it, as bits.
    pub(crate) whole: u64,
    /// Those that are open for a part of it.
    parted: u64,
    /// For each gate these parts, by start; no two overlap.
    near: [Vec<Range<usize>>; GATES],
    /// All of the text.
    all: Range<usize>,
}

const GATES: usize = u64::BITS as usize;

impl Open {
    /// Every gate, as if there were none.
    #[cfg(test)]
    pub(crate) fn everything(length: usize) -> Self {
        Self { whole: u64::MAX, ..Self::nothing(length) }
    }

    fn nothing(length: usize) -> Self {
        Self { whole: 0, parted: 0, near: [const { Vec::new() }; GATES], all: 0..length }
    }

    /// Whether one of these gates is open anywhere.
    pub(crate) fn any(&self, gates: u64) -> bool {
        (self.whole | self.parted) & gates != 0
    }

    /// Where one of these gates is open, by start; no two windows overlap.
    pub(crate) fn windows(&self, gates: u64) -> Cow<'_, [Range<usize>]> {
        if self.whole & gates != 0 {
            return Cow::Borrowed(std::slice::from_ref(&self.all));
        }
        let mut windows = bits(self.parted & gates).filter_map(|gate| self.near.get(gate));
        let first = windows.next().map_or(&[][..], Vec::as_slice);
        let mut all = Cow::Borrowed(first);
        for more in windows {
            let mut sorted = [&all, more.as_slice()].concat();
            sorted.sort_by_key(|window| window.end);
            all = Cow::Owned(sorted.into_iter().fold(Vec::new(), |mut joined, window| {
                join(&mut joined, window);
                joined
            }));
        }
        all
    }
}

/// Adds a window that ends after all others; those that it touches become part of it.
fn join(windows: &mut Vec<Range<usize>>, mut window: Range<usize>) {
    while let Some(last) = windows.pop_if(|last| window.start <= last.end) {
        window.start = window.start.min(last.start);
        window.end = window.end.max(last.end);
    }
    windows.push(window);
}

/// The places of the bits that are set, from the lowest.
fn bits(mut of: u64) -> impl Iterator<Item = usize> {
    std::iter::from_fn(move || {
        let lowest = of.trailing_zeros() as usize;
        of &= of.checked_sub(1)?;
        Some(lowest)
    })
}

/// Every gate.
pub(crate) struct Gates {
    rules: Vec<Vec<String>>,
    words: Words,
    /// The gates without words, as bits.
    wordless: u64,
    /// The gates that are open for a part of a text, as bits: near a word alone, near one and a number after it,
    /// near one and a number before it.
    alone: u64,
    after: u64,
    before: u64,
    near: [Option<Near>; GATES],
    /// What else a gate must have that is open for all of a text.
    more: Vec<(u64, Pattern)>,
    digits: Vec<[usize; 2]>,
}

impl Gates {
    pub(crate) fn read(alphabet: &Alphabet, gates: &str) -> Result<Self, BrokenRules> {
        let written: Vec<Written> = serde_json::from_str(gates).map_err(BrokenRules::of)?;
        if written.len() >= GATES {
            return Err(BrokenRules::of("too many gates"));
        }
        let mut words: BTreeMap<Vec<u8>, u64> = BTreeMap::new();
        let mut read = Self {
            rules: written.iter().map(|gate| gate.rules.clone()).collect(),
            words: Words::new(&words)?,
            wordless: 0,
            alone: 0,
            after: 0,
            before: 0,
            near: [const { None }; GATES],
            more: Vec::new(),
            digits: written.iter().map(|gate| gate.digits.unwrap_or(DIGITS)).collect(),
        };
        for (at, (gate, slot)) in written.iter().zip(&mut read.near).enumerate() {
            let bit = 1 << at;
            for word in gate.words.iter().flat_map(|words| words.split('|')) {
                *words.entry(alphabet.image(&word.replace('_', " "))).or_default() |= bit;
            }
            let pattern = |source: &String| alphabet.pattern(source, false);
            let has = gate.holds.as_ref().or(gate.has.as_ref()).map(pattern).transpose()?;
            let numbered = gate.after.is_some() || gate.before.is_some();
            read.wordless |= if gate.words.is_none() { bit } else { 0 };
            if !numbered && gate.around.is_none() {
                read.more.extend(has.map(|pattern| (bit, pattern)));
                continue;
            }
            read.alone |= if numbered { 0 } else { bit };
            read.after |= if gate.after.is_some() { bit } else { 0 };
            read.before |= if gate.before.is_some() { bit } else { 0 };
            *slot = Some(Near {
                after: gate.after,
                before: gate.before,
                around: gate.beside.or(gate.around).unwrap_or(AROUND),
                beside: gate.beside.is_some(),
                between: gate.between.as_ref().map(pattern).transpose()?,
                has,
                inside: gate.holds.is_some(),
                within: gate.within.unwrap_or(WITHIN),
            });
        }
        read.words = Words::new(&words)?;
        Ok(read)
    }

    /// How far a match of a rule that asks for many digits reaches before and after them.
    pub(crate) fn digits(&self, rule: &str) -> [usize; 2] {
        let mut gates = self.rules.iter().zip(&self.digits);
        gates.find(|(rules, _)| rules.iter().any(|one| one == rule)).map_or(DIGITS, |(_, digits)| *digits)
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
        }
        open.whole |= 1 << (GATES - 1);
        open
    }

    /// The gates that have a word in the text, with a number near it where they ask for one.
    fn said(&self, image: &[u8]) -> Open {
        let mut open = Open::nothing(image.len());
        // The words passed; of the words that each gate met, the last after how many words and where, and where the
        // first of those that followed one another stands (`rue de la Porte 3`); the last number in the same way.
        let (mut passed, mut met_by, mut number) = (0_usize, [(0, 0, 0); GATES], None);
        let mut heard = 0;
        type Limit = fn(&Near) -> Option<usize>;
        let mut failed = [const { 0..0 }; GATES];
        let mut near = |gate: usize, pair: Pair, apart: usize, limit: Limit| {
            let near = self.near.get(gate).and_then(Option::as_ref);
            let Some(near) = near.filter(|near| limit(near) >= Some(apart)) else { return };
            if let (Some(windows), Some(failed)) = (open.near.get_mut(gate), failed.get_mut(gate)) {
                near.open(windows, failed, image, pair);
                open.parted |= u64::from(!windows.is_empty()) << gate;
            }
        };
        self.words.each(image, |met, at| match met {
            Met::Words(said) => {
                open.whole |= said & !(self.alone | self.after | self.before);
                for gate in bits(said & self.after) {
                    let Some((latest, word, first)) = met_by.get_mut(gate) else { continue };
                    let reach = self.near.get(gate).and_then(Option::as_ref).and_then(|near| near.after);
                    let follows = heard >> gate & 1 == 1 && Some(passed - *latest) <= reach;
                    // No street is longer, and each number reads from here on.
                    *first = if follows { (*first).max(at.saturating_sub(STREET)) } else { at };
                    (*latest, *word) = (passed, at);
                }
                heard |= said & self.after;
                for gate in bits(said & self.alone) {
                    near(gate, Pair { word: at, first: at, number: at }, 0, |_| Some(0));
                }
                let Some((before, number)) = number else { return };
                for gate in bits(said & self.before) {
                    near(gate, Pair { word: at, first: at, number }, passed - before, |near| near.before);
                }
            }
            Met::Edge => passed += 1,
            Met::Number => {
                number = Some((passed, at));
                for gate in bits(heard) {
                    let Some((latest, word, first)) = met_by.get(gate) else { continue };
                    let pair = Pair { word: *word, first: *first, number: at };
                    near(gate, pair, passed - latest, |near| near.after);
                }
            }
        });
        open
    }
}

#[cfg(test)]
mod tests {
    use super::Gates;
    use crate::image::Alphabet;

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
            let open = gates.open(&alphabet.image(text));
            open.windows(gate).iter().map(|window| (window.start, window.end)).collect()
        };
        assert_eq!(windows("rue Haute 12", 0b1), [(0, 12)]);
        assert_eq!(windows("rue Haute 12", 0b10), []);
        assert_eq!(windows("rue de la Porte Haute, 12", 0b11), []);
        assert_eq!(windows("12, rue Haute", 0b10), [(0, 13)]);
        assert_eq!(windows("12 enfants dorment dans la rue Haute", 0b11), []);
        let far = format!("{}rue Haute 12 {}rue Basse 7", "a ".repeat(150), "b ".repeat(200));
        assert_eq!(windows(&far, 0b1), [(183, 390), (596, 724)]);
    }

    #[test]
    fn a_gate_opens_as_far_as_its_match_may_reach() {
        let alphabet = Alphabet::new().unwrap();
        let written = r#"[{"rules":["a"],"words":"_rue_","after":9,"beside":[2,3]},
            {"rules":["b"],"words":"_rue_","after":9,"between":"^ [a-z]*: $","around":[1,1]},{"rules":["c"],"words":"_at_","around":[1,2]}]"#;
        let gates = Gates::read(&alphabet, written).unwrap();
        let windows = |text: &str, gate| -> Vec<_> {
            let open = gates.open(&alphabet.image(text));
            open.windows(gate).iter().map(|window| (window.start, window.end)).collect()
        };
        assert_eq!(windows("rue Haute 12 et demi", 0b1), [(8, 13)]);
        assert_eq!(windows("rue Haute 12", 0b10), []);
        assert_eq!(windows("rue Haute: 12", 0b10), [(2, 12)]);
        assert_eq!(windows("wait at noon", 0b100), [(6, 9)]);
    }
}
