//! The fields of the form as a page draws them: words, what was answered, and what is wrong at the place.

use std::collections::BTreeMap;

use askama::Template;
use model::Field;
use wording::{Wording, args};

use super::answers::Answers;
use crate::findings::{Findings, shown};

/// A text in one's own words.
#[derive(Template)]
#[template(path = "filing/text_field.html")]
pub struct TextField {
    about: About,
    rows: u8,
    limit: usize,
    value: String,
    counter: String,
    findings: Findings,
}

/// Compounds that are wider than a tile on a narrow phone, with their joint: without a dictionary, as many browsers are, a
/// word breaks wherever the line ends.
const JOINTS: [(&str, &str); 4] = [
    ("gezins", "ondersteuning"),
    ("gezondheids", "zorg"),
    ("erblijfs", "statuut"),
    ("erblijfs", "vergunning"),
];

/// The label with a soft hyphen where a long word may break.
fn breakable(label: &str) -> String {
    JOINTS.iter().fold(label.to_owned(), |label, (before, after)| {
        label.replace(&format!("{before}{after}"), &format!("{before}\u{ad}{after}"))
    })
}

/// One choice, or several, as tiles that a thumb can hit.
#[derive(Template)]
#[template(path = "filing/tiles_field.html")]
pub struct TilesField {
    about: About,
    /// `radio` or `checkbox`.
    kind: &'static str,
    one_column: bool,
    groups: Vec<Group>,
}

/// One choice out of a long list.
#[derive(Template)]
#[template(path = "filing/select_field.html")]
pub struct SelectField {
    about: About,
    /// The words for no answer.
    none: Option<String>,
    groups: Vec<Group>,
}

/// A box to tick.
#[derive(Template)]
#[template(path = "filing/tick_field.html")]
pub struct TickField {
    about: About,
    ticked: bool,
}

/// What all fields have.
struct About {
    name: &'static str,
    label: String,
    hint: String,
    optional: Option<String>,
    required: bool,
    error: String,
    /// Whether the page opens here.
    focus: bool,
}

/// Choices under a heading; an empty one is not shown.
pub struct Group {
    /// The heading.
    pub heading: String,
    /// The choices.
    pub choices: Vec<Choice>,
}

/// An answer that one may choose.
pub struct Choice {
    /// Its code.
    pub value: String,
    /// In words.
    pub label: String,
    /// An example.
    pub note: String,
    /// Whether it is chosen.
    pub chosen: bool,
}

/// With which answers, and what is wrong with them, the fields are drawn.
pub struct Drawn<'a> {
    /// The words.
    pub wording: Wording,
    /// What was answered.
    pub answers: &'a Answers,
    /// What is wrong, by the name of the field.
    pub errors: BTreeMap<&'static str, String>,
    /// What screening found, in the order of the text.
    pub findings: &'a BTreeMap<Field, Vec<screening::Finding>>,
    /// Where the page opens.
    pub focus: Option<Field>,
}

impl Drawn<'_> {
    /// A text of so many rows (0: one line).
    pub fn text(&self, field: Field, rows: u8, limit: usize) -> TextField {
        let value = self.answers.text(field);
        let found = self.findings.get(&field).map(Vec::as_slice).unwrap_or_default();
        let findings = Findings { field: field.code().to_owned(), shown: shown(self.wording, value, found) };
        let counter = self.wording.say("filing-counter", &args![limit = limit]);
        TextField { about: self.about(field), rows, limit, value: value.to_owned(), counter, findings }
    }

    /// Tiles of which one is chosen.
    pub fn one_of(&self, field: Field, one_column: bool, groups: Vec<Group>) -> TilesField {
        TilesField { about: self.about(field), kind: "radio", one_column, groups }
    }

    /// Tiles of which any number is chosen.
    pub fn some_of(&self, field: Field, one_column: bool, groups: Vec<Group>) -> TilesField {
        TilesField { about: self.about(field), kind: "checkbox", one_column, groups }
    }

    /// A long list; `none` is the key of the words for no answer.
    pub fn select(&self, field: Field, none: Option<&str>, groups: Vec<Group>) -> SelectField {
        let none = none.map(|key| self.wording.say(key, &args![]));
        SelectField { about: self.about(field), none, groups }
    }

    /// A box to tick for a question of the model.
    pub fn tick(&self, field: Field) -> TickField {
        TickField { about: self.about(field), ticked: self.answers.has(field.code(), "yes") }
    }

    /// A box to tick for what the form asks besides.
    pub fn wish(&self, name: &'static str) -> TickField {
        let about = self.named(name, None);
        TickField { about, ticked: self.answers.has(name, "yes") }
    }

    /// A choice by its code.
    pub fn choice(&self, field: Field, value: &str, label: String) -> Choice {
        Choice {
            value: value.to_owned(),
            label: breakable(&label),
            note: String::new(),
            chosen: self.answers.has(field.code(), value),
        }
    }

    fn about(&self, field: Field) -> About {
        self.named(field.code(), Some(field))
    }

    fn named(&self, name: &'static str, field: Option<Field>) -> About {
        let key = format!("filing-{}", name.replace('_', "-"));
        let said = |attribute: &str| self.wording.try_say(&format!("{key}.{attribute}"), &args![]);
        let required = matches!(field, Some(Field::Problem | Field::Domain | Field::Place | Field::Tried));
        About {
            name,
            label: self.wording.say(&key, &args![]),
            hint: said("hint").unwrap_or_default(),
            optional: (field == Some(Field::Cause)).then(|| self.wording.say("filing-optional", &args![])),
            required,
            error: self.errors.get(name).cloned().unwrap_or_default(),
            focus: field.is_some() && field == self.focus,
        }
    }
}

impl About {
    fn is_wrong(&self) -> bool {
        !self.error.is_empty()
    }

    /// The ids of what is said of the field; empty where nothing is.
    fn described_by(&self, more: &str) -> String {
        let mut ids = Vec::new();
        if !self.hint.is_empty() {
            ids.push(format!("{}-hint", self.name));
        }
        if self.is_wrong() {
            ids.push(format!("{}-error", self.name));
        }
        if !more.is_empty() {
            ids.push(format!("{}-{more}", self.name));
        }
        ids.join(" ")
    }
}
