//! The numbers in a text, and the words around them.

/// A word of a text without the marks around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Token {
    pub core: String,
    /// In small letters, without an elided article.
    pub word: String,
    /// Whether a mark ends what it belongs to here: a comma, a full stop.
    pub ends: bool,
}

/// A number in a text.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Number {
    pub value: f64,
    /// As printed.
    pub text: String,
    pub form: Form,
    /// Its place among the tokens.
    pub at: usize,
    /// The letters glued before it.
    pub glued: String,
}

/// How a number is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Digits.
    Whole,
    /// With a sign before it.
    Signed,
    /// With a point or comma.
    Broken,
    /// Of a hundred.
    Percent,
    /// A first, a second; a date, a version, a code, a checksum: never a count.
    Name,
}

/// What replaces a name that has digits.
pub(super) const NAMED: &str = "¤";

/// The words of a text.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let text = joined(text);
    let mut tokens = Vec::new();
    for part in text.split_whitespace() {
        let wanted = |c: char| c.is_alphanumeric() || matches!(c, '%' | '§' | '€' | '¤' | '×');
        let from = part.char_indices().find(|(_, c)| wanted(*c)).map(|(at, _)| at);
        let Some(from) = from else {
            // A mark standing alone ends what it follows.
            if let Some(last) = tokens.last_mut() {
                let last: &mut Token = last;
                last.ends |= part.chars().any(|c| ",;:.!?·|".contains(c));
            }
            continue;
        };
        let last =
            part.char_indices().rev().find(|(_, c)| wanted(*c)).map_or(from, |(at, c)| at + c.len_utf8());
        let sign = part[..from].chars().next_back().filter(|c| "+−-±".contains(*c));
        let starts = part[from..last].starts_with(|c: char| c.is_ascii_digit());
        // A hyphen that stands for a minus is glued to its number and nothing before it.
        let core = match sign {
            Some(sign) if starts => format!("{sign}{}", &part[from..last]),
            _ => part[from..last].to_owned(),
        };
        let word = core.to_lowercase();
        let elided =
            word.char_indices().find(|(_, c)| "’'".contains(*c)).map(|(at, c)| (at, at + c.len_utf8()));
        let word = match elided {
            Some((at, after)) if at <= 2 && after < word.len() => word[after..].to_owned(),
            _ => word,
        };
        let ends = part[last..].chars().any(|c| ",;:.!?".contains(c));
        tokens.push(Token { core, word, ends });
    }
    tokens
}

/// The numbers of a text.
pub(super) fn numbers(tokens: &[Token]) -> Vec<Number> {
    let mut numbers = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        let core = token.core.as_str();
        if !core.contains(|c: char| c.is_numeric()) {
            continue;
        }
        let number =
            |value: f64, form: Form| Number { value, text: core.to_owned(), form, at, glued: String::new() };
        let (bare, percent) = match core.strip_suffix('%') {
            Some(bare) => (bare, true),
            None => {
                let next = tokens.get(at + 1).map(|next| next.word.as_str());
                let cent = next == Some("pour") && tokens.get(at + 2).is_some_and(|next| next.word == "cent");
                let said = next.is_some_and(|next| next == "%" || super::vocabulary::PERCENT.contains(&next));
                (core, said || cent)
            }
        };
        let signed = bare.starts_with(['+', '−', '-', '±']);
        let digits = bare.trim_start_matches(['+', '−', '-', '±']);
        if is_name(digits) {
            numbers.push(number(0.0, Form::Name));
            continue;
        }
        match whole(digits) {
            Some(value) => {
                let form = match (percent, signed) {
                    (true, _) => Form::Percent,
                    (false, true) => Form::Signed,
                    (false, false) => Form::Whole,
                };
                let value = if bare.starts_with(['−', '-']) { -value } else { value };
                numbers.push(number(value, form));
            }
            None => match broken(digits) {
                Some(value) => {
                    numbers.push(number(value, if percent { Form::Percent } else { Form::Broken }));
                }
                None => numbers.extend(runs(digits, at)),
            },
        }
    }
    numbers
}

/// A text that is one whole number and nothing else.
pub(super) fn sole(text: &str) -> Option<u64> {
    match tokens(text).as_slice() {
        [token] => whole(&token.core).map(|value| value as u64),
        _ => None,
    }
}

/// A label as it is compared: its words, whatever the marks and spaces.
pub(super) fn plain(text: &str) -> String {
    let words: Vec<String> = tokens(text).into_iter().map(|token| token.core.to_lowercase()).collect();
    words.join(" ")
}

/// Groups of three digits with a narrow space between belong together; soft hyphens are not there.
fn joined(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let characters: Vec<char> =
        text.chars().filter(|c| !matches!(c, '\u{ad}' | '\u{200b}' | '\u{2060}')).collect();
    for (at, character) in characters.iter().enumerate() {
        let digit = |at: usize| characters.get(at).is_some_and(char::is_ascii_digit);
        let narrow = matches!(character, '\u{202f}' | '\u{a0}' | '\u{2009}');
        let group = digit(at + 1) && digit(at + 2) && digit(at + 3) && !digit(at + 4);
        if narrow && at > 0 && digit(at - 1) && group {
            continue;
        }
        out.push(if *character == '\u{2011}' { '-' } else { *character });
    }
    out
}

/// Digits, perhaps in groups of three.
fn whole(text: &str) -> Option<f64> {
    let mut groups = text.split(['.', ',']);
    let first = groups.next()?;
    let digits = |group: &str| !group.is_empty() && group.chars().all(|c| c.is_ascii_digit());
    let rest: Vec<&str> = groups.collect();
    if !digits(first) || rest.iter().any(|group| group.len() != 3 || !digits(group)) {
        return None;
    }
    if !rest.is_empty() && first.len() > 3 {
        return None;
    }
    format!("{first}{}", rest.concat()).parse().ok()
}

fn broken(text: &str) -> Option<f64> {
    let number = text.replace(',', ".");
    let form = number.chars().all(|c| c.is_ascii_digit() || c == '.') && number.matches('.').count() == 1;
    form.then(|| number.parse().ok()).flatten()
}

/// Dates, versions of three parts, ordinals, trace codes and checksums.
fn is_name(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
    let letters = text.chars().any(char::is_alphabetic);
    if text.len() >= 16 && letters && text.chars().all(|c| c.is_ascii_hexdigit()) {
        return true;
    }
    let parts: Vec<&str> = text.split('-').collect();
    let code =
        |part: &&str| part.len() == 4 && part.chars().all(|c| c.is_ascii_digit() || c.is_ascii_uppercase());
    if letters && parts.len() == 2 && parts.iter().all(code) {
        return true;
    }
    let day = text.split('T').next().unwrap_or_default();
    let parts: Vec<&str> = day.split('-').collect();
    if let [year, rest @ ..] = parts.as_slice()
        && is_year(year.parse().unwrap_or_default())
        && matches!(rest.len(), 1 | 2)
        && rest.iter().all(|part| part.len() == 2 && digits(part))
    {
        return true;
    }
    let parts: Vec<&str> = text.split('.').collect();
    if parts.len() >= 3 && parts.iter().all(|part| digits(part)) && whole(text).is_none() {
        return true;
    }
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    end > 0 && ["e", "er", "re", "ste", "de", "st", "nd", "rd", "th", "ère", "ème"].contains(&&text[end..])
}

/// A number that is a year wherever nothing says that it counts.
pub(super) fn is_year(value: u64) -> bool {
    (1900..2100).contains(&value)
}

/// Every run of digits in a word that is none of the known forms: each may be a count.
fn runs(text: &str, at: usize) -> Vec<Number> {
    let mut runs = Vec::new();
    let mut before = 0;
    let mut rest = text;
    let mut offset = 0;
    while let Some(from) = rest.find(|c: char| c.is_numeric()) {
        let length = rest[from..].find(|c: char| !c.is_numeric()).unwrap_or(rest.len() - from);
        let digits = &rest[from..from + length];
        // Digits of other scripts and fractions are numbers too, of an unknown value.
        let value = digits.parse().unwrap_or(f64::NAN);
        let glued = text[before..offset + from].trim_matches(|c: char| !c.is_alphabetic()).to_lowercase();
        runs.push(Number { value, text: digits.to_owned(), form: Form::Whole, at, glued });
        offset += from + length;
        before = offset;
        rest = &text[offset..];
    }
    runs
}
