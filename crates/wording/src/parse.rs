//! Reading back what people wrote in a table: headers and labels in any of the three languages become codes.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::OnceLock;

use icu::normalizer::DecomposingNormalizerBorrowed;
use model::{Authority, Cause, Field, Language, Place, Recurrence, TargetGroup, Tried};

use crate::label::Label;
use crate::wording::Wording;

/// The field that a column header names: its English code, or its label in one of the three languages. Capitals,
/// accents, and how the words are joined make no difference.
pub fn field_of_header(header: &str) -> Option<Field> {
    static HEADERS: OnceLock<BTreeMap<String, Field>> = OnceLock::new();
    let headers = HEADERS.get_or_init(|| {
        let mut headers = BTreeMap::new();
        for field in Field::ALL {
            headers.insert(folded(field.code()), *field);
            for wording in all_languages() {
                headers.insert(folded(&wording.label(*field)), *field);
            }
        }
        headers
    });
    headers.get(&folded(header)).copied()
}

/// The code in a cell: a label in one of the three languages becomes its code, `ja` and `oui` become `yes`; in a
/// list (`a|b`) each entry by itself. What is no label stays as it is, for `Submission::check` to judge.
pub fn cell_code(field: Field, cell: &str) -> Cow<'_, str> {
    let words = words_of(field);
    if words.is_empty() {
        return Cow::Borrowed(cell);
    }
    let code_of = |entry: &'_ str| words.get(&folded(entry)).map(|code| code.as_str());
    if is_list(field) && cell.contains('|') {
        let codes: Vec<&str> = cell.split('|').map(|entry| code_of(entry).unwrap_or(entry.trim())).collect();
        return Cow::Owned(codes.join("|"));
    }
    match code_of(cell) {
        Some(code) => Cow::Borrowed(code),
        None => Cow::Borrowed(cell),
    }
}

const fn is_list(field: Field) -> bool {
    matches!(
        field,
        Field::Tried | Field::OtherCauses | Field::OtherDomains | Field::TargetGroups | Field::OtherPlaces
    )
}

/// The words that stand for a code in this field; empty for a field of free text, an organisation or a month.
fn words_of(field: Field) -> &'static BTreeMap<String, String> {
    static WORDS: OnceLock<BTreeMap<Field, BTreeMap<String, String>>> = OnceLock::new();
    static NONE: BTreeMap<String, String> = BTreeMap::new();
    let words =
        WORDS.get_or_init(|| Field::ALL.iter().map(|field| (*field, collect_words(*field))).collect());
    words.get(&field).unwrap_or(&NONE)
}

fn collect_words(field: Field) -> BTreeMap<String, String> {
    let mut words = Words::default();
    match field {
        Field::Language => Language::ALL.iter().for_each(|code| words.add(code.code(), &code.key())),
        Field::Tried => Tried::ALL.iter().for_each(|code| words.add(code.code(), &code.key())),
        Field::Cause => {
            Cause::ALL.iter().for_each(|code| words.add(code.code(), &code.key()));
            words.add("unknown", "cause-unknown");
            words.add("unknown", "cause-unknown-answer");
            words.add("", "cause-none");
        }
        Field::OtherCauses => Cause::ALL.iter().for_each(|code| words.add(code.code(), &code.key())),
        Field::NeverEligible | Field::NoMunicipality | Field::Generated => {
            words.add("yes", "yes");
            words.add("no", "no");
            words.alias("y", "yes");
            words.alias("n", "no");
            words.alias("nee", "no");
        }
        Field::Domain | Field::OtherDomains => {
            DOMAINS.iter().for_each(|code| words.add(code, &format!("domain-{code}")))
        }
        Field::Right => RIGHTS.iter().for_each(|code| words.add(code, &format!("right-{code}"))),
        Field::TargetGroups => TargetGroup::ALL.iter().for_each(|code| words.add(code.code(), &code.key())),
        Field::Place | Field::OtherPlaces => {
            Place::all().for_each(|place| words.add(&place.code(), &place.key()));
            // What people write for the City of Brussels; the region has a value of its own.
            for name in ["Brussel", "Bruxelles", "Brussels", "City of Brussels", "Bruxelles-Ville"] {
                words.alias(name, "21004");
            }
        }
        Field::Authority => {
            for authority in Authority::ALL {
                words.add(authority.code(), &authority.key());
                words.add(authority.code(), &format!("{}.short", authority.key()));
            }
        }
        Field::Recurrence => Recurrence::ALL.iter().for_each(|code| words.add(code.code(), &code.key())),
        Field::Reference
        | Field::Organisation
        | Field::Observed
        | Field::Headline
        | Field::Problem
        | Field::Impact
        | Field::TriedNote
        | Field::Source => {}
    }
    words.0
}

/// The domains and rights whose labels this program knows; a network may add others, known by their codes alone.
pub(crate) const DOMAINS: [&str; 15] = [
    "housing",
    "energy",
    "material-needs",
    "residence-status",
    "service-access",
    "language",
    "digital",
    "child-rights",
    "education",
    "childcare-family",
    "violence-safety",
    "health",
    "mental-health",
    "income-debts",
    "work",
];
pub(crate) const RIGHTS: [&str; 20] = [
    "leefloon",
    "urgent-medical-aid",
    "social-assistance",
    "material-aid-minors",
    "reference-address",
    "child-benefit",
    "school-allowance",
    "study-allowance",
    "social-housing",
    "social-rental-agency",
    "rent-allowance",
    "increased-reimbursement",
    "emergency-shelter",
    "cohabitant-status",
    "residence-permit",
    "childcare-social-rate",
    "energy-social-tariff",
    "interpreting",
    "other",
    "none",
];

#[derive(Default)]
struct Words(BTreeMap<String, String>);

impl Words {
    /// The code itself, and the label `key` in each language.
    fn add(&mut self, code: &str, key: &str) {
        self.alias(code, code);
        for wording in all_languages() {
            if let Some(label) = wording.try_say(key, &[]) {
                self.alias(&label, code);
            }
        }
    }

    /// The first meaning of a word stays.
    fn alias(&mut self, words: &str, code: &str) {
        self.0.entry(folded(words)).or_insert_with(|| code.to_owned());
    }
}

fn all_languages() -> impl Iterator<Item = Wording> {
    Language::ALL.iter().map(|language| Wording::new(*language))
}

/// Without capitals and accents; anything between letters and digits is one space. A `+` stays: `10+`.
fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    let mut push = |character: char| {
        if character.is_alphanumeric() || character == '+' {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.extend(character.to_lowercase());
        } else if !is_combining(character) {
            gap = true;
        }
    };
    if text.is_ascii() {
        text.chars().for_each(&mut push);
    } else {
        DecomposingNormalizerBorrowed::new_nfkd().normalize_iter(text.chars()).for_each(&mut push);
    }
    folded
}

const fn is_combining(character: char) -> bool {
    matches!(character, '\u{300}'..='\u{36F}')
}
