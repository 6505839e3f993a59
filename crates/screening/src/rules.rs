//! The blocked rules as data, and as compiled patterns.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::checks::{Check, Checks};
use crate::finding::Kind;
use crate::gates::Gates;
use crate::image::{Alphabet, Pattern};
use crate::normalise::Folding;

/// The embedded rules cannot be read; a test holds that they can.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenRules(String);

impl BrokenRules {
    pub(crate) fn of(error: impl std::fmt::Display) -> Self {
        Self(error.to_string())
    }
}

impl std::fmt::Display for BrokenRules {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "the screening rules cannot be read: {}", self.0)
    }
}

impl std::error::Error for BrokenRules {}

/// `rules/blocked.json` as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct File {
    version: u32,
    look_alikes: BTreeMap<String, String>,
    zeros: String,
    iban_lengths: String,
    parts: BTreeMap<String, String>,
    rules: Vec<Written>,
}

/// One rule as it is written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Written {
    id: String,
    kind: String,
    at: String,
    #[serde(default)]
    min: usize,
    #[serde(default)]
    case: bool,
    #[serde(default)]
    check: Option<String>,
    #[serde(default)]
    within: Option<usize>,
    #[serde(default)]
    before: Option<String>,
    #[serde(default)]
    after: Option<String>,
    #[serde(default)]
    not: Option<String>,
    #[serde(default)]
    not_before: Option<String>,
    #[serde(default)]
    not_after: Option<String>,
    #[serde(default)]
    trim: Option<String>,
}

/// One rule, compiled. Group 1 of `at` is the place; every other pattern decides about that place.
pub(crate) struct Rule {
    pub(crate) kind: Kind,
    pub(crate) at: Pattern,
    /// At least so many digits must stand close together, in the place where the rule matches if they are many.
    pub(crate) min: usize,
    /// How far a match reaches before and after these digits.
    pub(crate) digits: [usize; 2],
    /// One of these gates must be open.
    pub(crate) gates: u64,
    pub(crate) check: Option<Check>,
    /// How many characters before and after the place the context reaches.
    pub(crate) within: usize,
    pub(crate) before: Option<Pattern>,
    pub(crate) after: Option<Pattern>,
    pub(crate) not: Option<Pattern>,
    pub(crate) not_before: Option<Pattern>,
    pub(crate) not_after: Option<Pattern>,
    pub(crate) trim: Option<Pattern>,
}

/// Every blocked rule, with what they share.
pub(crate) struct Rules {
    pub(crate) rules: Vec<Rule>,
    pub(crate) folding: Folding,
    pub(crate) checks: Checks,
}

/// The context of a rule that does not say how far it reaches.
const WITHIN: usize = 40;

impl Rules {
    pub(crate) fn read(alphabet: &Alphabet, rules: &str, gates: &Gates) -> Result<Self, BrokenRules> {
        let file: File = serde_json::from_str(rules).map_err(BrokenRules::of)?;
        if file.version != 1 {
            return Err(BrokenRules(format!("version {}", file.version)));
        }
        let rules = file
            .rules
            .iter()
            .map(|written| compile(written, &file.parts, gates, alphabet))
            .collect::<Result<_, _>>()?;
        Ok(Self {
            rules,
            folding: Folding::new(&file.look_alikes, &file.zeros),
            checks: Checks::new(&file.iban_lengths),
        })
    }
}

fn compile(
    written: &Written,
    parts: &BTreeMap<String, String>,
    gates: &Gates,
    alphabet: &Alphabet,
) -> Result<Rule, BrokenRules> {
    let broken = |what: &str| BrokenRules(format!("rule {}: {what}", written.id));
    let pattern = |source: &str| {
        alphabet.pattern(&expand(source, parts), written.case).map_err(|error| broken(&error.to_string()))
    };
    let optional = |source: &Option<String>| source.as_deref().map(pattern).transpose();
    let check =
        written.check.as_deref().map(|name| Check::named(name).ok_or_else(|| broken(name))).transpose()?;
    Ok(Rule {
        kind: Kind::from_code(&written.kind).ok_or_else(|| broken(&written.kind))?,
        at: pattern(&written.at)?,
        min: written.min,
        digits: gates.digits(&written.id),
        gates: gates.of(&written.id),
        check,
        within: written.within.unwrap_or(WITHIN),
        before: optional(&written.before)?,
        after: optional(&written.after)?,
        not: optional(&written.not)?,
        not_before: optional(&written.not_before)?,
        not_after: optional(&written.not_after)?,
        trim: optional(&written.trim)?,
    })
}

/// A pattern with its `<parts>` filled in, those of `<^parts>` in any case; parts may use parts, three deep.
fn expand(source: &str, parts: &BTreeMap<String, String>) -> String {
    let mut pattern = source.to_owned();
    for _ in 0..3 {
        for (name, part) in parts {
            pattern = pattern.replace(&format!("<{name}>"), part);
            // Few patterns ask for a part in any case, which takes long to write out.
            let any_case = format!("<^{name}>");
            if pattern.contains(&any_case) {
                pattern = pattern.replace(&any_case, &in_any_case(part));
            }
        }
    }
    pattern
}

/// The same part, in which every small letter may be a capital.
fn in_any_case(part: &str) -> String {
    let (mut cased, mut within_class) = (String::with_capacity(part.len() * 4), false);
    for character in part.chars() {
        within_class = within_class && character != ']' || character == '[';
        let capitals = character.to_uppercase().filter(|_| character.is_lowercase());
        if character.is_lowercase() && !within_class {
            cased.push('[');
            cased.push(character);
            cased.extend(capitals);
            cased.push(']');
        } else {
            cased.push(character);
            cased.extend(capitals);
        }
    }
    cased
}
