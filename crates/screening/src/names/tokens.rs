//! Cuts a text into words as the rules of names need them: where each stands, how it is written, what goes before.

use super::table::Key;

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// Begins with a small letter.
    Small,
    /// One capital letter alone.
    Initial,
    /// A capital, then small letters; also capitals inside, as in `McDonald`, `Jean-Pierre`.
    Capital,
    /// Capitals only.
    Capitals,
    /// A small and a capital letter in one part, as in `WhatsApp`, or digits: never a name.
    Odd,
}

/// What stands between a word and the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    /// Only spaces, or nothing after an elision (`d'Ahmed`).
    Space,
    /// A full stop and spaces.
    Stop,
    /// A comma, a slash, a closing bracket and the like.
    Comma,
    /// A colon, a bracket, a quotation mark or a dash: a capital may open something here.
    Opening,
    /// The end of a sentence or a line.
    End,
}

/// A word of the text.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token<'t> {
    pub(super) word: &'t str,
    pub(super) start: usize,
    pub(super) shape: Shape,
    pub(super) gap: Gap,
    /// Whether a colon follows at once, or after a space.
    pub(super) colon: bool,
    /// Of a word in small letters a to z alone, what it is known by.
    pub(super) plain: Option<Key>,
}

impl<'t> Token<'t> {
    fn new(word: &'t str, start: usize, shape: Shape, gap: Gap) -> Self {
        let plain = shape == Shape::Small && word.bytes().all(|letter| letter.is_ascii_lowercase());
        Self { word, start, shape, gap, colon: false, plain: plain.then(|| Key::of(word.as_bytes())) }
    }

    pub(super) fn end(&self) -> usize {
        self.start + self.word.len()
    }
}

const ELIDING: [&str; 13] =
    ["d", "l", "qu", "n", "s", "j", "m", "t", "c", "jusqu", "lorsqu", "puisqu", "quoiqu"];

/// Refills `tokens` with the words of the text.
pub(super) fn cut<'t>(text: &'t str, tokens: &mut Vec<Token<'t>>) {
    tokens.clear();
    let mut gap = Gap::End;
    let mut at = 0;
    let bytes = text.as_bytes();
    while let Some(first) = bytes.get(at) {
        if *first == b' ' {
            at += 1;
            continue;
        }
        let small = small_length(bytes.get(at..).unwrap_or_default());
        if small > 0 {
            let word = text.get(at..at + small).unwrap_or_default();
            let plain = Some(Key::within(bytes, at, small));
            tokens.push(Token { word, start: at, shape: Shape::Small, gap, colon: false, plain });
            at += small;
            gap = Gap::Space;
            continue;
        }
        let Some(rest) = text.get(at..) else { break };
        let length = word_length(rest);
        let word = rest.get(..length).unwrap_or_default();
        if word.is_empty() {
            let Some(character) = rest.chars().next() else { break };
            if character == ':'
                && let Some(before) = tokens.last_mut().filter(|_| gap == Gap::Space)
            {
                before.colon = true;
            }
            gap = gap.max(gap_of(character));
            at += character.len_utf8();
            continue;
        }
        if let Some(address) = web_address(rest, length) {
            let word = rest.get(..address).unwrap_or_default();
            tokens.push(Token::new(word, at, Shape::Odd, gap));
            at += address;
            gap = Gap::Space;
            continue;
        }
        at += length;
        push(word, at - length, gap, tokens);
        gap = Gap::Space;
    }
}

/// The bytes of `My.ONE.be` or `Immoweb.be`, when the text begins with such an address.
fn web_address(text: &str, first: usize) -> Option<usize> {
    const ENDS: [&str; 10] = ["be", "brussels", "com", "eu", "org", "net", "fr", "nl", "vlaanderen", "gov"];
    let mut end = first;
    let mut last = "";
    // Few and short parts, so that `1.1.1…` is not read to its end again and again.
    for _ in 0..5 {
        let Some(part) = text.get(end..).and_then(|rest| rest.strip_prefix('.')) else { break };
        let part = part.as_bytes();
        let part = part.get(..part.len().min(64)).unwrap_or_default();
        let length = part.iter().take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-').count();
        if length == 0 {
            break;
        }
        last = text.get(end + 1..end + 1 + length).unwrap_or_default();
        end += 1 + length;
    }
    ENDS.contains(&last).then_some(end)
}

/// The bytes of the plain small letters that are all of the first word: most words, so that nothing else is asked of
/// them. 0 when the word is another.
fn small_length(text: &[u8]) -> usize {
    let length = small_letters(text);
    let goes_on =
        |next: &u8| next.is_ascii_alphanumeric() || matches!(next, b'\'' | b'-') || !next.is_ascii();
    if text.get(length).is_some_and(goes_on) { 0 } else { length }
}

/// How many plain small letters the text begins with, counted by eights: where each word ends cannot be foreseen.
fn small_letters(text: &[u8]) -> usize {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    // The high bit of every byte that is no letter from a to z.
    let others = |eight: u64| {
        let low = eight & !HIGH;
        let from_a = low + ONES * u64::from(0x80 - b'a');
        let past_z = low + ONES * u64::from(0x7f - b'z');
        (!from_a | past_z | eight) & HIGH
    };
    let mut counted = 0;
    loop {
        let rest = text.get(counted..).unwrap_or_default();
        let Some(eight) = rest.first_chunk() else {
            return counted + rest.iter().take_while(|letter| letter.is_ascii_lowercase()).count();
        };
        match others(u64::from_le_bytes(*eight)) {
            0 => counted += 8,
            ended => return counted + ended.trailing_zeros() as usize / 8,
        }
    }
}

/// The bytes of the letters, digits and inner apostrophes and hyphens that the text begins with.
fn word_length(text: &str) -> usize {
    let mut length = text.bytes().take_while(u8::is_ascii_alphanumeric).count();
    if !text.as_bytes().get(length).is_some_and(|next| matches!(next, b'\'' | b'-') || !next.is_ascii()) {
        return length;
    }
    length = 0;
    let mut joint = None;
    for (at, character) in text.char_indices() {
        if character.is_ascii_alphanumeric() || !character.is_ascii() && character.is_alphanumeric() {
            length = at + character.len_utf8();
            joint = None;
        } else if is_joint(character) && joint.is_none() && length > 0 {
            joint = Some(at);
        } else {
            break;
        }
    }
    length
}

fn is_joint(character: char) -> bool {
    is_apostrophe(character) || matches!(character, '-' | '‐' | '‑')
}

fn is_apostrophe(character: char) -> bool {
    matches!(character, '\'' | '’' | 'ʼ')
}

/// Takes the word in, cut at a French elision and without a final `'s`.
fn push<'t>(word: &'t str, start: usize, gap: Gap, tokens: &mut Vec<Token<'t>>) {
    let plain = word.bytes().all(|letter| letter.is_ascii_alphabetic());
    if !plain
        && let Some((at, apostrophe)) = word.char_indices().find(|(_, character)| is_apostrophe(*character))
    {
        let (before, after) = (word.get(..at).unwrap_or_default(), at + apostrophe.len_utf8());
        let rest = word.get(after..).unwrap_or_default();
        if rest == "s" || rest == "S" {
            tokens.push(Token::new(before, start, shape(before), gap));
            return;
        }
        if elides(before, rest) {
            // `L'école` opens a sentence as `École` would.
            let opens = before.chars().next().is_some_and(char::is_uppercase);
            let gap = if opens { gap } else { Gap::Space };
            if !opens {
                tokens.push(Token::new(before, start, Shape::Small, gap));
            }
            push(rest, start + after, gap, tokens);
            return;
        }
    }
    tokens.push(Token::new(word, start, shape(word), gap));
}

/// `d'Ahmed`, `L'école`, `L'Office`; not `N'Diaye`, `D'Hondt` or `M'Bala`, of which the lists know nothing more.
fn elides(before: &str, rest: &str) -> bool {
    let known = ELIDING.iter().any(|eliding| eliding.eq_ignore_ascii_case(before));
    let small = before.chars().all(char::is_lowercase);
    let name_like =
        matches!(before, "N" | "D" | "M" | "O" | "T") && rest.chars().next().is_some_and(char::is_uppercase);
    let initial = rest.chars().count() == 1 && rest.chars().all(char::is_uppercase);
    known && (rest.chars().count() > 1 || initial) && (small || !name_like)
}

fn shape(word: &str) -> Shape {
    if word.bytes().all(|letter| letter.is_ascii_lowercase()) {
        return Shape::Small;
    }
    if word.len() > 1
        && let Some((first, rest)) = word.as_bytes().split_first()
        && first.is_ascii_uppercase()
        && rest.iter().all(u8::is_ascii_lowercase)
    {
        return Shape::Capital;
    }
    let mut letters = 0_usize;
    let (mut capitals, mut odd) = (0_usize, false);
    let (mut first_is_capital, mut before_small, mut part) = (false, false, 0_usize);
    for (at, character) in word.char_indices() {
        if is_joint(character) {
            before_small = false;
            part = at + character.len_utf8();
            continue;
        }
        if character.is_numeric() {
            return Shape::Odd;
        }
        let capital = character.is_uppercase();
        // `McCarthy`, `VanDamme`; not `WhatsApp` or `GazElec`.
        odd |= capital && before_small && !is_prefix(word.get(part..at).unwrap_or_default());
        first_is_capital |= capital && letters == 0;
        capitals += usize::from(capital);
        before_small = !capital;
        letters += 1;
    }
    match (first_is_capital, capitals) {
        (false, 0) => Shape::Small,
        (false, _) => Shape::Odd,
        _ if odd => Shape::Odd,
        // `À Forest`: a word, no initial.
        _ if letters == 1 && word == "À" => Shape::Capital,
        _ if letters == 1 => Shape::Initial,
        _ if capitals == letters => Shape::Capitals,
        _ => Shape::Capital,
    }
}

/// What a surname may carry before a capital of its own.
fn is_prefix(part: &str) -> bool {
    const PREFIXES: [&str; 20] = [
        "Mc", "Mac", "De", "Di", "Da", "Du", "Do", "Dos", "Del", "La", "Le", "Van", "Von", "Ver", "Fitz",
        "El", "Al", "Ben", "Ou", "Abd",
    ];
    PREFIXES.contains(&part)
}

fn gap_of(character: char) -> Gap {
    match character {
        ' ' | '\u{a0}' | '\u{202f}' | '\t' => Gap::Space,
        '.' => Gap::Stop,
        '!' | '?' | '…' | '\n' | '\r' | ';' | '•' | '*' | '|' => Gap::End,
        ':' | '(' | '[' | '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '–' | '—' | '-' | '>' | '\'' | '’' => {
            Gap::Opening
        }
        _ if character.is_whitespace() => Gap::Space,
        _ => Gap::Comma,
    }
}
