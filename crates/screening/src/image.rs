//! A text with one byte for each character, and the patterns that read it.
//!
//! The rules tell few characters apart: those of Latin-1, the euro sign, and of all others only whether they are
//! letters, small or capital. One byte holds that much. A pattern over such bytes has a small automaton where one over
//! UTF-8 has a large one, which makes compiling and first meetings with a text cheap, and a place in the image is a
//! count of characters.

use regex_automata::Input;
use regex_automata::meta;
use regex_automata::util::syntax;
use regex_syntax::hir::{
    Capture, Class, ClassBytes, ClassBytesRange, ClassUnicode, Hir, HirKind, Look, Repetition,
};
use std::ops::Range;

use crate::rules::BrokenRules;

/// Any character that is no letter and has no byte of its own.
const SIGN: u8 = 0x80;
/// Any other capital letter.
const CAPITAL: u8 = 0x81;
/// Any other small letter.
const SMALL: u8 = 0x82;
/// A letter of a script without capitals.
const LETTER: u8 = 0x83;
/// Characters beyond Latin-1 that patterns name, from this byte on.
const NAMED: (u8, [char; 2]) = (0x84, ['€', '’']);
/// The first character of Latin-1 that stands for itself; the control characters before it are signs.
const LATIN: u8 = 0xa0;

/// How much one pattern may keep of its automaton, per thread.
const CACHE: usize = 4 << 20;

/// Which characters are letters, as the patterns' `\p{L}` has it.
pub(crate) struct Alphabet {
    letters: ClassUnicode,
    capitals: ClassUnicode,
    small: ClassUnicode,
}

impl Alphabet {
    pub(crate) fn new() -> Result<Self, BrokenRules> {
        let class = |source: &str| match syntax::parse(source).map_err(BrokenRules::of)?.into_kind() {
            HirKind::Class(Class::Unicode(class)) => Ok(class),
            _ => Err(BrokenRules::of(source)),
        };
        Ok(Self { letters: class(r"\p{L}")?, capitals: class(r"\p{Lu}")?, small: class(r"\p{Ll}")? })
    }

    /// The text with one byte for each character.
    pub(crate) fn image(&self, text: &str) -> Vec<u8> {
        let mut image = Vec::with_capacity(text.len());
        let mut rest = text;
        loop {
            let run = rest.bytes().position(|byte| !byte.is_ascii()).unwrap_or(rest.len());
            let (plain, tail) = rest.split_at_checked(run).unwrap_or((rest, ""));
            image.extend_from_slice(plain.as_bytes());
            let mut characters = tail.chars();
            let Some(character) = characters.next() else { return image };
            image.push(self.byte(character));
            rest = characters.as_str();
        }
    }

    fn byte(&self, character: char) -> u8 {
        match u8::try_from(u32::from(character)) {
            Ok(latin) if !(SIGN..LATIN).contains(&latin) => latin,
            Ok(_) => SIGN,
            Err(_) => named(character).unwrap_or_else(|| {
                let is = |class: &ClassUnicode| contains(class, character);
                match () {
                    () if !is(&self.letters) => SIGN,
                    () if is(&self.capitals) => CAPITAL,
                    () if is(&self.small) => SMALL,
                    () => LETTER,
                }
            }),
        }
    }

    /// A pattern over images; written for characters, with or without regard to case.
    pub(crate) fn pattern(&self, source: &str, case: bool) -> Result<Pattern, BrokenRules> {
        let translated = self.translated(source, case)?;
        let regex = builder().build_from_hir(&translated).map_err(BrokenRules::of)?;
        Ok(Pattern { regex, edges: edges(&translated) })
    }

    fn translated(&self, source: &str, case: bool) -> Result<Hir, BrokenRules> {
        let config = syntax::Config::new().case_insensitive(!case);
        self.of_bytes(&syntax::parse_with(source, &config).map_err(BrokenRules::of)?)
    }

    /// The same pattern, of bytes in place of characters.
    fn of_bytes(&self, hir: &Hir) -> Result<Hir, BrokenRules> {
        let each =
            |parts: &[Hir]| parts.iter().map(|part| self.of_bytes(part)).collect::<Result<Vec<_>, _>>();
        Ok(match hir.kind() {
            HirKind::Empty => Hir::empty(),
            HirKind::Look(look) => Hir::look(*look),
            HirKind::Literal(literal) => {
                let text = std::str::from_utf8(&literal.0).map_err(BrokenRules::of)?;
                let own = |character| match self.byte(character) {
                    SIGN..=LETTER => Err(BrokenRules::of(format!("{character} has no byte of its own"))),
                    byte => Ok(byte),
                };
                Hir::literal(text.chars().map(own).collect::<Result<Vec<u8>, _>>()?)
            }
            HirKind::Class(Class::Unicode(class)) => Hir::class(Class::Bytes(bytes_of(class))),
            HirKind::Class(Class::Bytes(class)) => Hir::class(Class::Bytes(class.clone())),
            HirKind::Repetition(repetition) => {
                let sub = Box::new(self.of_bytes(&repetition.sub)?);
                Hir::repetition(Repetition { sub, ..repetition.clone() })
            }
            HirKind::Capture(capture) => {
                let sub = Box::new(self.of_bytes(&capture.sub)?);
                Hir::capture(Capture { sub, ..capture.clone() })
            }
            HirKind::Concat(parts) => Hir::concat(each(parts)?),
            HirKind::Alternation(parts) => Hir::alternation(each(parts)?),
        })
    }
}

/// The places of such bytes in an image, where most are others: asked of sixteen at once, which needs no choice.
pub(crate) fn places<'a>(
    image: &'a [u8],
    of: impl Fn(u8) -> bool + Copy + 'a,
) -> impl Iterator<Item = usize> + 'a {
    const TOGETHER: usize = 16;
    let holding = image.chunks(TOGETHER).enumerate();
    let holding = holding.filter(move |(_, chunk)| chunk.iter().fold(false, |any, byte| any | of(*byte)));
    holding.flat_map(move |(at, chunk)| {
        let held = chunk.iter().enumerate().filter(move |(_, byte)| of(**byte));
        held.map(move |(step, _)| at * TOGETHER + step)
    })
}

/// Whether this byte of an image is a letter.
pub(crate) fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic()
        || matches!(byte, CAPITAL..=LETTER | 0xaa | 0xb5 | 0xba)
        || byte >= 0xc0 && !matches!(byte, 0xd7 | 0xf7)
}

/// Whether this byte of an image is a capital letter.
pub(crate) fn is_capital(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte == CAPITAL || matches!(byte, 0xc0..=0xd6 | 0xd8..=0xde)
}

fn named(character: char) -> Option<u8> {
    let (first, characters) = NAMED;
    (first..).zip(characters).find(|(_, named)| *named == character).map(|(byte, _)| byte)
}

/// The bytes of the characters in a class; a byte that stands for many goes by one of them.
fn bytes_of(class: &ClassUnicode) -> ClassBytes {
    let stands_for = |byte: u8| match byte {
        SIGN => Some('†'),
        CAPITAL => Some('Ω'),
        SMALL => Some('ω'),
        LETTER => Some('א'),
        byte if (SIGN..LATIN).contains(&byte) => {
            NAMED.1.get(usize::from(byte.checked_sub(NAMED.0)?)).copied()
        }
        byte => Some(char::from(byte)),
    };
    let held = (0..=u8::MAX).filter(|byte| stands_for(*byte).is_some_and(|one| contains(class, one)));
    ClassBytes::new(held.map(|byte| ClassBytesRange::new(byte, byte)))
}

fn contains(class: &ClassUnicode, character: char) -> bool {
    let ranges = class.ranges();
    let at = ranges.partition_point(|range| range.end() < character);
    ranges.get(at).is_some_and(|range| range.start() <= character)
}

fn builder() -> meta::Builder {
    let mut builder = meta::Builder::new();
    let config =
        meta::Config::new().utf8_empty(false).nfa_size_limit(Some(64 << 20)).hybrid_cache_capacity(CACHE);
    builder.configure(config);
    builder
}

/// A compiled pattern over images.
pub(crate) struct Pattern {
    regex: meta::Regex,
    /// How many characters a match has before group 1 and after it, away from the ends of the text.
    edges: Option<[usize; 2]>,
}

/// The edges of a pattern that is group 1 between `(?:^|[…])` and, perhaps, `(?:$|[…])`.
fn edges(hir: &Hir) -> Option<[usize; 2]> {
    let is_edge = |part: &Hir, end: Look| {
        matches!(part.kind(), HirKind::Alternation(either)
            if matches!(either.as_slice(), [at, one] if *at.kind() == HirKind::Look(end)
                && matches!(one.kind(), HirKind::Class(_))))
    };
    let HirKind::Concat(parts) = hir.kind() else { return None };
    let (before, group, after) = match parts.as_slice() {
        [before, group] => (before, group, None),
        [before, group, after] => (before, group, Some(after)),
        _ => return None,
    };
    let grouped = matches!(group.kind(), HirKind::Capture(Capture { index: 1, .. }));
    let ended = after.is_none_or(|after| is_edge(after, Look::End));
    (grouped && ended && is_edge(before, Look::Start)).then_some([1, usize::from(after.is_some())])
}

impl Pattern {
    pub(crate) fn is_match(&self, image: &[u8]) -> bool {
        self.regex.is_match(image)
    }

    /// Whether there is a match within these bytes.
    pub(crate) fn is_match_within(&self, image: &[u8], within: Range<usize>) -> bool {
        self.regex.is_match(Input::new(image).span(within))
    }

    /// Where the first match ends.
    pub(crate) fn end(&self, image: &[u8]) -> Option<usize> {
        self.regex.find(image).map(|found| found.end())
    }

    /// Group 1 of the first match within these bytes.
    pub(crate) fn place(&self, image: &[u8], within: Range<usize>) -> Option<Range<usize>> {
        let input = Input::new(image).span(within);
        if let Some([before, after]) = self.edges {
            let found = self.regex.search(&input)?;
            if found.start() > 0 && found.end() < image.len() {
                return Some(found.start() + before..found.end() - after);
            }
        }
        // Two for the match, two for group 1.
        let mut slots = [None; 4];
        self.regex.search_slots(&input, &mut slots);
        let [.., start, end] = slots;
        Some(start?.get()..end?.get())
    }

    /// Of each match, the first group that took part in it.
    pub(crate) fn groups<'a>(&'a self, image: &'a [u8]) -> impl Iterator<Item = Range<usize>> + 'a {
        self.groups_within(image, 0..image.len())
    }

    /// The same of each match within these bytes.
    pub(crate) fn groups_within<'a>(
        &'a self,
        image: &'a [u8],
        within: Range<usize>,
    ) -> impl Iterator<Item = Range<usize>> + 'a {
        self.regex
            .captures_iter(Input::new(image).span(within))
            .filter_map(|found| found.iter().skip(1).flatten().next().map(|group| group.range()))
    }
}
