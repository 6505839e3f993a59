//! A box for free text: what was typed is checked and screened, and comes back with the reason where it may not stay.

use askama::Template;
use screening::Finding;
use wording::{Wording, args};

use crate::findings::{Findings, is_blocked, marks, shown};
use crate::frame::FieldError;
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// The longest message, note or reason, in characters.
pub const LONGEST: usize = 1000;

/// A box as the page shows it; `{{ box|safe }}` draws it.
#[derive(Template)]
#[template(path = "free_text.html")]
pub struct FreeText {
    name: &'static str,
    label: String,
    hint: String,
    optional: Option<String>,
    value: String,
    limit: usize,
    counter: String,
    error: Option<String>,
    findings: Findings,
    sure: Option<Sure>,
}

/// The question whether nobody is pointed at, for as many doubts as there are.
struct Sure {
    label: String,
    doubts: usize,
}

/// What was typed, and what is wrong with it.
pub struct Typed {
    name: &'static str,
    text: String,
    findings: Vec<Finding>,
    /// What must be confirmed: marked places, and a question who the family is.
    doubts: usize,
    /// Whether one of them is the question who the family is.
    asks_who: bool,
    wrong: Option<&'static str>,
    switches: bool,
}

impl Typed {
    /// Reads the field of this name. `needed`: it may not be empty. What is marked must be confirmed in the box that
    /// shows it, for as many places as there are.
    pub fn read(site: &Site, visit: &Visit, posted: &Posted, name: &'static str, needed: bool) -> Self {
        Self::looked_at(site, visit, posted, name, needed, false)
    }

    /// Reads a question to a filer: one that asks who the family is must be confirmed too.
    pub fn question(site: &Site, visit: &Visit, posted: &Posted, name: &'static str) -> Self {
        Self::looked_at(site, visit, posted, name, true, true)
    }

    fn looked_at(
        site: &Site,
        visit: &Visit,
        posted: &Posted,
        name: &'static str,
        needed: bool,
        is_question: bool,
    ) -> Self {
        let text = posted.get(name).replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        // Longer texts are refused as too long; a screen of the beginning tells what is wrong with that.
        let looked_at: String = text.chars().take(10 * LONGEST).collect();
        let findings = site.screen().findings(&looked_at, Some(visit.language()));
        let asks_who = is_question && site.screen().asks_who(&looked_at);
        let doubts = marks(&findings) + usize::from(asks_who);
        let confirmed = posted.get(&sure_name(name)) == doubts.to_string();
        let wrong = if needed && text.is_empty() {
            Some("free-text-missing")
        } else if is_blocked(&findings) {
            Some("free-text-blocked")
        } else if text.chars().count() > LONGEST {
            Some("free-text-long")
        } else if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            Some("free-text-control")
        } else if asks_who && !confirmed {
            Some("free-text-asks-who")
        } else if doubts > 0 && !confirmed {
            Some("free-text-marked")
        } else {
            None
        };
        Self { name, text, findings, doubts, asks_who, wrong, switches: visit.switches() }
    }

    /// The text, where nothing is wrong with it and it was sent to be kept.
    pub fn text(&self) -> Option<&str> {
        (self.wrong.is_none() && !self.switches).then_some(self.text.as_str())
    }

    /// The name of its field.
    pub fn name(&self) -> &'static str {
        self.name
    }

    /// What is wrong, for the summary of errors.
    pub fn error(&self, wording: Wording) -> Option<FieldError> {
        self.wrong.map(|key| FieldError {
            field: self.name.to_owned(),
            text: wording.say(key, &args![limit = LONGEST]),
        })
    }
}

impl FreeText {
    /// An empty box; its label is the sentence `key`, its hint `key.hint`.
    pub fn new(wording: Wording, name: &'static str, key: &str) -> Self {
        Self {
            name,
            label: wording.say(key, &args![]),
            hint: wording.say(&format!("{key}.hint"), &args![]),
            optional: None,
            value: String::new(),
            limit: LONGEST,
            counter: wording.say("free-text-counter", &args![limit = LONGEST]),
            error: None,
            findings: Findings { field: name.to_owned(), shown: Vec::new() },
            sure: None,
        }
    }

    /// The box may stay empty, and says so.
    pub fn may_be_empty(mut self, wording: Wording) -> Self {
        self.optional = Some(wording.say("free-text-optional", &args![]));
        self
    }

    /// The box with what was typed in it, where that is what this box is for.
    pub fn with(mut self, wording: Wording, typed: Option<&Typed>) -> Self {
        let Some(typed) = typed.filter(|typed| typed.name == self.name) else { return self };
        self.value.clone_from(&typed.text);
        self.error = typed.error(wording).map(|error| error.text);
        self.findings.shown = shown(wording, &typed.text, &typed.findings);
        let sure = if typed.asks_who { "free-text-sure-who" } else { "free-text-sure" };
        self.sure =
            (typed.doubts > 0).then(|| Sure { label: wording.say(sure, &args![]), doubts: typed.doubts });
        self
    }

    /// Whether it came back with something wrong.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    fn sure_name(&self) -> String {
        sure_name(self.name)
    }
}

/// The box in which a person confirms what is marked.
fn sure_name(name: &str) -> String {
    format!("{name}-sure")
}
