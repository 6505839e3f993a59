//! One page of a long list, and the way to the others.

use askama::Template;
use store::Slice;
use wording::{Wording, args};

use crate::failure::Failure;

/// How many lines a page has.
pub const LINES: u32 = 20;

/// The page that an address asks for: `page=2`, the first where nothing is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PageNumber(u32);

impl PageNumber {
    /// The first page.
    pub const FIRST: Self = Self(1);

    /// Reads the number. `NotFound` for what is none.
    pub fn read(text: Option<&str>) -> Result<Self, Failure> {
        match text {
            None | Some("") => Ok(Self(1)),
            Some(text) => match text.parse::<u32>() {
                // A number so high that no list reaches it is no page either.
                Ok(number) if (1..=u32::MAX / LINES).contains(&number) => Ok(Self(number)),
                _ => Err(Failure::NotFound),
            },
        }
    }

    /// The lines of this page.
    pub fn slice(self) -> Slice {
        Slice { offset: (self.0 - 1) * LINES, limit: LINES }
    }
}

/// The links to the page before and the page after; draws nothing where there is one page. `{{ paging|safe }}`.
#[derive(Template)]
#[template(path = "paging.html")]
pub struct Paging {
    label: String,
    here: String,
    previous: Option<PageLink>,
    next: Option<PageLink>,
    shown: bool,
}

struct PageLink {
    href: String,
    label: String,
}

impl Paging {
    /// The links of this page of a list with `total` lines. `query` is what else stands in the address: pairs of names
    /// and codes. `NotFound` for a page behind the last.
    pub fn new(
        wording: Wording,
        path: &str,
        query: &[(&str, &str)],
        number: PageNumber,
        total: u64,
    ) -> Result<Self, Failure> {
        let pages = total.div_ceil(u64::from(LINES)).max(1);
        let here = u64::from(number.0);
        if here > pages {
            return Err(Failure::NotFound);
        }
        let link = |number: u64, key: &str| {
            let number = if number > 1 { number.to_string() } else { String::new() };
            let pairs: Vec<(&str, &str)> = query.iter().copied().chain([("page", number.as_str())]).collect();
            PageLink { href: address(path, &pairs), label: wording.say(key, &args![]) }
        };
        Ok(Self {
            label: wording.say("paging-label", &args![]),
            here: wording.say("paging-here", &args![page = here, pages = pages]),
            previous: (here > 1).then(|| link(here - 1, "paging-previous")),
            next: (here < pages).then(|| link(here + 1, "paging-next")),
            shown: pages > 1,
        })
    }
}

/// An address with these pairs of names and codes; an empty code is left out.
pub fn address(path: &str, query: &[(&str, &str)]) -> String {
    let said = query.iter().filter(|(_, value)| !value.is_empty());
    let pairs: Vec<String> = said.map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    let mark = if pairs.is_empty() { "" } else { "?" };
    format!("{path}{mark}{}", pairs.join("&"))
}

/// A value as it may stand in an address: whatever is no letter, digit or dash is written in hexadecimal.
pub fn encoded(value: &str) -> String {
    let mut text = String::new();
    for byte in value.bytes() {
        if byte.is_ascii_alphanumeric() || byte == b'-' {
            text.push(char::from(byte));
        } else {
            text.push_str(&format!("%{byte:02X}"));
        }
    }
    text
}
