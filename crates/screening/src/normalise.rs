//! One spelling for what looks the same: composed letters, plain spaces, dashes and digits; offsets kept.
//!
//! Case and accents stay. What the eye does not see (zero-width characters, soft hyphens, marks that compose with
//! nothing) is dropped, look-alike letters of other scripts become Latin, and every decimal digit becomes ASCII.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What single characters become, read from the rules file.
pub(crate) struct Folding {
    table: BTreeMap<char, Option<char>>,
}

impl Folding {
    /// `look_alikes`: target, then the characters that become it; the target `""` drops them. `zeros`: the digit nought of every script, as four hexadecimal digits each.
    pub(crate) fn new(look_alikes: &BTreeMap<String, String>, zeros: &str) -> Self {
        let mut table = BTreeMap::new();
        for (target, sources) in look_alikes {
            table.extend(sources.chars().map(|source| (source, target.chars().next())));
        }
        for zero in zeros.as_bytes().chunks(4).filter_map(|hexadecimal| str::from_utf8(hexadecimal).ok()) {
            let Ok(zero) = u32::from_str_radix(zero, 16) else { continue };
            for (step, digit) in (0..).zip('0'..='9') {
                if let Some(source) = char::from_u32(zero + step) {
                    table.insert(source, Some(digit));
                }
            }
        }
        Self { table }
    }

    /// What a single character becomes: itself for nearly all.
    fn fold(&self, character: char) -> Option<char> {
        self.table.get(&character).map_or(Some(character), |folded| *folded)
    }

    /// The text as the rules see it.
    pub(crate) fn normalise<'a>(&self, original: &'a str) -> Normalised<'a> {
        if original.is_ascii() {
            let text = with_digits(Cow::Borrowed(original));
            return Normalised { text, length: original.len(), breaks: Vec::new(), scalars: original.len() };
        }
        let mut building =
            Building { text: String::with_capacity(original.len()), length: 0, breaks: Vec::new() };
        let mut cluster = String::new();
        let (mut rest, mut scalar) = (original, 0);
        while let Some(first) = rest.chars().next() {
            // Marks belong to the character before them, which is therefore not part of a plain run.
            let run = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
            let marked = rest.get(run..).and_then(|tail| tail.chars().next()).is_some_and(is_combining_mark);
            let plain = if marked { run.saturating_sub(1) } else { run };
            if let Some((head, tail)) = rest.split_at_checked(plain).filter(|_| plain > 0) {
                building.push(head, scalar);
                scalar += plain;
                rest = tail;
                continue;
            }
            let tail = rest.get(first.len_utf8()..).unwrap_or_default();
            let alone = tail.chars().next().is_none_or(|next| next.is_ascii() || !is_combining_mark(next));
            // `’` and its like become ASCII, which composes with nothing further.
            if alone && let Some(plain) = self.fold(first).filter(char::is_ascii) {
                building.push(plain.encode_utf8(&mut [0; 4]), scalar);
                scalar += 1;
                rest = tail;
                continue;
            }
            if alone && is_composed(first) {
                building.push(first.encode_utf8(&mut [0; 4]), scalar);
                scalar += 1;
                rest = tail;
                continue;
            }
            let after = tail.trim_start_matches(|next: char| !next.is_ascii() && is_combining_mark(next));
            let marks = tail.get(..tail.len() - after.len()).unwrap_or_default();
            cluster.clear();
            cluster.extend(self.fold(first));
            cluster.push_str(marks);
            for composed in cluster.nfkc().filter(|composed| !is_combining_mark(*composed)) {
                if let Some(folded) = self.fold(composed) {
                    building.push(folded.encode_utf8(&mut [0; 4]), scalar);
                }
            }
            scalar += 1 + marks.chars().count();
            rest = after;
        }
        let Building { text, length, breaks } = building;
        Normalised { text: with_digits(Cow::Owned(text)), length, breaks, scalars: scalar }
    }
}

/// Letters that look like digits are digits in a word that has digits, and so are two of them beside a number:
/// `85.O7.3I` and `47 OO OO 328` are typing habits.
fn with_digits(text: Cow<'_, str>) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    if !may_be_digits(bytes) {
        return text;
    }
    let mut meant: Vec<Range<usize>> = Vec::new();
    let (mut start, mut held) = (0, 0);
    for (at, byte) in bytes.iter().chain([&b' ']).enumerate() {
        let sort = written(*byte);
        held |= sort;
        if sort == SEPARATE {
            let word = start..at;
            if held & (LETTER | LIKE_DIGIT) == LIKE_DIGIT
                && word.len() > 1
                && stands_for_digits(&text, word.clone())
            {
                meant.push(word);
            }
            (start, held) = (at + 1, 0);
        }
    }
    if meant.is_empty() {
        return text;
    }
    let spelled = |(at, character): (usize, char)| match character {
        'O' | 'o' if meant.iter().any(|range| range.contains(&at)) => '0',
        'I' | 'l' if meant.iter().any(|range| range.contains(&at)) => '1',
        _ => character,
    };
    Cow::Owned(text.char_indices().map(spelled).collect())
}

/// Whether a text has a digit, and a word that may stand for digits: a digit and a letter like one stand side by side, or
/// two such letters alone. Asked of all bytes at once, without a choice, and most texts have neither.
fn may_be_digits(bytes: &[u8]) -> bool {
    let like = |byte: u8| (byte | 0x20 == b'o') | (byte == b'I') | (byte == b'l');
    let digit = |byte: u8| byte.wrapping_sub(b'0') < 10;
    let apart = |byte: u8| !(digit(byte) | ((byte | 0x20).wrapping_sub(b'a') < 26));
    let any = |holds: u8, one: bool| holds | u8::from(one);
    let behind = |by: usize| bytes.get(by..).unwrap_or_default().iter().copied();
    let pairs = behind(0).zip(behind(1));
    let beside = pairs.map(|(one, next)| digit(one) & like(next) | like(one) & digit(next)).fold(0, any) != 0;
    let fours = behind(0).zip(behind(1)).zip(behind(2).zip(behind(3)));
    let alone =
        fours.map(|((before, one), (next, after))| apart(before) & like(one) & like(next) & apart(after));
    let at_an_end = || match bytes {
        [first, second, .., before, last] => like(*first) & like(*second) | like(*before) & like(*last),
        _ => true,
    };
    bytes.iter().map(|byte| digit(*byte)).fold(0, any) != 0
        && (beside || alone.fold(0, any) != 0 || at_an_end())
}

/// What each byte is to a word that may be a number, as a bit: any letter, a letter like a digit, or a digit; apart
/// from it, none.
static WRITTEN: [u8; 256] = {
    let mut table = [SEPARATE; 256];
    let mut byte = 0_u8;
    while byte < 128 {
        table[byte as usize] = match byte {
            b'0'..=b'9' => DIGIT,
            b'O' | b'o' | b'I' | b'l' => LIKE_DIGIT,
            b'a'..=b'z' | b'A'..=b'Z' => LETTER,
            _ => SEPARATE,
        };
        byte += 1;
    }
    table
};
const SEPARATE: u8 = 0;
const LETTER: u8 = 1;
const LIKE_DIGIT: u8 = 2;
const DIGIT: u8 = 4;

fn written(byte: u8) -> u8 {
    WRITTEN.get(usize::from(byte)).copied().unwrap_or(SEPARATE)
}

/// Whether this whole word of digits and letters like digits is meant as a number.
fn stands_for_digits(text: &str, range: Range<usize>) -> bool {
    let (Some(head), Some(word), Some(tail)) =
        (text.get(..range.start), text.get(range.clone()), text.get(range.end..))
    else {
        return false;
    };
    let joined = |character: char| character.is_alphabetic() || character.is_ascii_digit();
    if head.ends_with(joined) || tail.starts_with(joined) {
        return false;
    }
    let noughts = word.bytes().all(|byte| matches!(byte, b'O' | b'o'));
    // What stands beside must be a digit, or a letter like one that has a digit behind it; noughts keep company.
    let near = |character: Option<char>, behind: Option<char>| match (character, behind) {
        (Some(digit), _) if digit.is_ascii_digit() => true,
        (Some('O' | 'o'), _) if noughts => true,
        (Some('O' | 'o' | 'I' | 'l'), Some(digit)) => digit.is_ascii_digit(),
        _ => false,
    };
    let before = |mark: &str| {
        let mut left = head.strip_suffix(mark).into_iter().flat_map(|head| head.chars().rev());
        near(left.next(), left.next())
    };
    let after = |mark: &str| {
        let mut right = tail.strip_prefix(mark).into_iter().flat_map(str::chars);
        near(right.next(), right.next())
    };
    let beside = [".", "/", "-", " - "].into_iter().any(|mark| before(mark) || after(mark))
        || before(" ") && after(" ")
        || noughts && (before(" ") || after(" "));
    word.bytes().any(|byte| byte.is_ascii_digit()) || word.len() == 2 && beside
}

/// Composed Latin letters stay as they are.
fn is_composed(character: char) -> bool {
    ('\u{c0}'..='\u{17f}').contains(&character)
        && !matches!(character, '×' | '÷' | 'ı' | 'Ĳ' | 'ĳ' | 'Ŀ' | 'ŀ' | 'ŉ' | 'ſ')
}

struct Building {
    text: String,
    /// How many characters the text has.
    length: usize,
    breaks: Vec<(usize, usize)>,
}

impl Building {
    /// Adds ASCII, or a single character, that stood at this scalar.
    fn push(&mut self, piece: &str, scalar: usize) {
        let expected = self.breaks.last().map_or(self.length, |(at, from)| from + (self.length - at));
        if expected != scalar {
            self.breaks.push((self.length, scalar));
        }
        self.text.push_str(piece);
        self.length += if piece.is_ascii() { piece.len() } else { 1 };
    }
}

/// A text as the rules see it, which still knows where each piece stood in the original.
pub(crate) struct Normalised<'a> {
    text: Cow<'a, str>,
    /// How many characters the text has; they are counted where offsets are given.
    length: usize,
    /// Where the distance between character here and scalar there changes: (character here, scalar there), ascending.
    breaks: Vec<(usize, usize)>,
    scalars: usize,
}

impl Normalised<'_> {
    /// The normalised text.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The scalar of the original from which this character came; at the end, the length in scalars.
    fn original_offset(&self, character: usize) -> usize {
        if character >= self.length {
            return self.scalars;
        }
        let after = self.breaks.partition_point(|(at, _)| *at <= character);
        match after.checked_sub(1).and_then(|before| self.breaks.get(before)) {
            Some((at, from)) => from + (character - at),
            None => character,
        }
    }

    /// The scalars of the original that a range of characters covers; whole ones, also where one became several.
    pub(crate) fn original_span(&self, start: usize, end: usize) -> (usize, usize) {
        let last = end.saturating_sub(1).max(start);
        (self.original_offset(start), self.original_offset(end).max(self.original_offset(last) + 1))
    }
}
