//! The named checks of rules that a pattern cannot express.

use std::collections::BTreeMap;

/// A check that a rule names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    /// A bank card: the digits follow Luhn (ISO/IEC 7812-1).
    Luhn,
    /// A register number of either century: the last two digits are 97 minus the rest modulo 97.
    Belgian97,
    /// An identity card: the last two digits are the first ten modulo 97, with 97 for 0.
    Eid97,
    /// The country is known and the length is that of its accounts (ISO 13616); the place is cut to that length.
    Iban,
}

impl Check {
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "luhn" => Some(Self::Luhn),
            "belgian97" => Some(Self::Belgian97),
            "eid97" => Some(Self::Eid97),
            "iban" => Some(Self::Iban),
            _ => None,
        }
    }
}

/// What checks look up.
pub(crate) struct Checks {
    iban_lengths: BTreeMap<[u8; 2], usize>,
}

impl Checks {
    /// `lengths`: countries, two letters each, and after them the length of their accounts, in two digits; and so on.
    pub(crate) fn new(lengths: &str) -> Self {
        let mut iban_lengths = BTreeMap::new();
        let mut countries = Vec::new();
        for pair in lengths.as_bytes().chunks(2) {
            match *pair {
                [tens, ones] if tens.is_ascii_digit() => {
                    let length = usize::from(tens - b'0') * 10 + usize::from(ones - b'0');
                    iban_lengths.extend(countries.drain(..).map(|country| (country, length)));
                }
                [first, second] => countries.push([first, second]),
                _ => {}
            }
        }
        Self { iban_lengths }
    }

    /// How many bytes of the place pass the check; none when it fails.
    pub(crate) fn passing(&self, check: Check, place: &[u8]) -> Option<usize> {
        match check {
            Check::Luhn => luhn(&digits(place)).then_some(place.len()),
            Check::Belgian97 => belgian97(&digits(place)).then_some(place.len()),
            Check::Eid97 => eid97(&digits(place)).then_some(place.len()),
            Check::Iban => self.iban(place),
        }
    }

    /// An account as long as its country says. With a wrong check digit it still counts when it is mostly digits or
    /// in capitals, so that a typing error does not let it through and the words after `al 20 …` are not taken for one.
    fn iban(&self, place: &[u8]) -> Option<usize> {
        let mut account = place.iter().enumerate().filter(|(_, byte)| byte.is_ascii_alphanumeric());
        let country = [account.next()?.1.to_ascii_uppercase(), account.next()?.1.to_ascii_uppercase()];
        let length = *self.iban_lengths.get(&country)?;
        let (last, _) = account.nth(length.checked_sub(3)?)?;
        let end = last + 1;
        if place.get(end).is_some_and(u8::is_ascii_alphanumeric) {
            return None;
        }
        let characters: Vec<u8> = place.iter().copied().take(end).filter(u8::is_ascii_alphanumeric).collect();
        let numeric = characters.iter().skip(4).filter(|byte| byte.is_ascii_digit()).count();
        let capitals = !characters.iter().any(u8::is_ascii_lowercase);
        let enough = if mod97(&characters) {
            capitals || numeric >= 4
        } else {
            numeric * 2 >= length || capitals && numeric >= 6
        };
        enough.then_some(end)
    }
}

fn digits(place: &[u8]) -> Vec<u64> {
    place.iter().filter(|byte| byte.is_ascii_digit()).map(|digit| u64::from(digit - b'0')).collect()
}

fn number(digits: &[u64]) -> u64 {
    digits.iter().fold(0, |value, digit| value * 10 + digit)
}

fn luhn(digits: &[u64]) -> bool {
    let doubled = |(position, digit): (usize, &u64)| match position % 2 {
        0 => *digit,
        _ if *digit > 4 => digit * 2 - 9,
        _ => digit * 2,
    };
    digits.iter().rev().enumerate().map(doubled).sum::<u64>() % 10 == 0
}

fn belgian97(digits: &[u64]) -> bool {
    let Some((body, check)) = digits.split_at_checked(9) else { return false };
    let (body, check) = (number(body), number(check));
    check == 97 - body % 97 || check == 97 - (2_000_000_000 + body) % 97
}

fn eid97(digits: &[u64]) -> bool {
    let Some((body, check)) = digits.split_at_checked(10) else { return false };
    let rest = number(body) % 97;
    number(check) == if rest == 0 { 97 } else { rest }
}

fn mod97(account: &[u8]) -> bool {
    let rotated = account.iter().skip(4).chain(account.iter().take(4));
    rotated.fold(0, |rest: u64, byte| match byte {
        b'0'..=b'9' => (rest * 10 + u64::from(byte - b'0')) % 97,
        _ => (rest * 100 + u64::from(byte.to_ascii_uppercase() - b'A') + 10) % 97,
    }) == 1
}
