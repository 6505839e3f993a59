//! A box for free text: what was typed is checked and screened, and comes back with the reason where it may not stay.

use std::borrow::Cow;

use askama::Template;
use model::{Language, uncovered_characters};
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
    name: Cow<'static, str>,
    label: String,
    hint: String,
    optional: Option<String>,
    value: String,
    limit: usize,
    counter: String,
    error: Option<String>,
    findings: Findings,
    sure: Option<Sure>,
    rows: u8,
    lang: Option<&'static str>,
}

/// What a box of a text that is printed takes.
#[derive(Clone, Copy)]
pub struct Printed<'a> {
    /// The name of its field.
    pub name: &'static str,
    /// The language it is written in.
    pub language: Language,
    /// The longest it may be, in characters.
    pub longest: usize,
    /// What stands there already: what was confirmed in it once is not asked about again.
    pub known: &'a str,
}

/// How a text is looked at.
struct Look<'a> {
    name: Cow<'static, str>,
    needed: bool,
    is_question: bool,
    is_printed: bool,
    longest: usize,
    language: Language,
    known: Option<&'a str>,
}

/// The question whether nobody is pointed at, for as many doubts as there are.
struct Sure {
    label: String,
    doubts: usize,
}

/// What was typed, and what is wrong with it.
pub struct Typed {
    name: Cow<'static, str>,
    text: String,
    findings: Vec<Finding>,
    /// What must be confirmed: marked places, and a question who the family is.
    doubts: usize,
    /// Whether one of them is the question who the family is.
    asks_who: bool,
    wrong: Option<&'static str>,
    longest: usize,
    switches: bool,
}

impl Typed {
    /// Reads the field of this name. `needed`: it may not be empty. What is marked must be confirmed in the box that
    /// shows it, for as many places as there are.
    pub fn read(
        site: &Site,
        visit: &Visit,
        posted: &Posted,
        name: impl Into<Cow<'static, str>>,
        needed: bool,
    ) -> Self {
        Self::looked_at(site, visit, posted, Look { needed, ..Look::message(visit, name) })
    }

    /// Reads a question to a filer: one that asks who the family is must be confirmed too.
    pub fn question(site: &Site, visit: &Visit, posted: &Posted, name: &'static str) -> Self {
        let look = Look { needed: true, is_question: true, ..Look::message(visit, name) };
        Self::looked_at(site, visit, posted, look)
    }

    /// Reads a text that is printed: it may stay empty, and has no character that no font has.
    pub fn printed(site: &Site, visit: &Visit, posted: &Posted, printed: Printed<'_>) -> Self {
        let look = Look {
            is_printed: true,
            longest: printed.longest,
            language: printed.language,
            known: Some(printed.known),
            ..Look::message(visit, printed.name)
        };
        Self::looked_at(site, visit, posted, look)
    }

    fn looked_at(site: &Site, visit: &Visit, posted: &Posted, look: Look<'_>) -> Self {
        let Look { name, needed, is_question, longest, .. } = look;
        let text = posted.get(&name).replace("\r\n", "\n").replace('\r', "\n").trim().to_owned();
        // Longer texts are refused as too long; a screen of the beginning tells what is wrong with that.
        let looked_at: String = text.chars().take(10 * longest).collect();
        let findings = site.screen().findings(&looked_at, Some(look.language));
        let asks_who = is_question && site.screen().asks_who(&looked_at);
        let doubts = marks(&findings) + usize::from(asks_who);
        let confirmed = posted.get(&sure_name(&name)) == doubts.to_string() || look.known == Some(&*text);
        let wrong = if needed && text.is_empty() {
            Some("free-text-missing")
        } else if is_blocked(&findings) {
            Some("free-text-blocked")
        } else if text.chars().count() > longest {
            Some("free-text-long")
        } else if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            Some("free-text-control")
        } else if look.is_printed && !uncovered_characters(&text.replace(['\n', '\t'], " ")).is_empty() {
            Some("free-text-uncovered")
        } else if asks_who && !confirmed {
            Some("free-text-asks-who")
        } else if doubts > 0 && !confirmed {
            Some("free-text-marked")
        } else {
            None
        };
        Self { name, text, findings, doubts, asks_who, wrong, longest, switches: visit.switches() }
    }

    /// The text, where nothing is wrong with it and it was sent to be kept.
    pub fn text(&self) -> Option<&str> {
        (self.wrong.is_none() && !self.switches).then_some(self.text.as_str())
    }

    /// What was typed, whatever is wrong with it.
    pub fn typed(&self) -> &str {
        &self.text
    }

    /// For how many places somebody confirmed that nobody is pointed at.
    pub fn doubts(&self) -> usize {
        self.doubts
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// The name of its field.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What is wrong, for the summary of errors.
    pub fn error(&self, wording: Wording) -> Option<FieldError> {
        self.wrong.map(|key| FieldError {
            field: self.name.to_string(),
            text: wording.say(key, &args![limit = self.longest]),
        })
    }
}

impl Look<'_> {
    /// A message in the language of the page, which may stay empty.
    fn message(visit: &Visit, name: impl Into<Cow<'static, str>>) -> Self {
        Self {
            name: name.into(),
            needed: false,
            is_question: false,
            is_printed: false,
            longest: LONGEST,
            language: visit.language(),
            known: None,
        }
    }
}

impl FreeText {
    /// An empty box; its label is the sentence `key`, its hint `key.hint`.
    pub fn new(wording: Wording, name: impl Into<Cow<'static, str>>, key: &str) -> Self {
        let name = name.into();
        Self {
            label: wording.say(key, &args![]),
            hint: wording.say(&format!("{key}.hint"), &args![]),
            optional: None,
            value: String::new(),
            limit: LONGEST,
            counter: wording.say("free-text-counter", &args![limit = LONGEST]),
            error: None,
            findings: Findings { field: name.to_string(), shown: Vec::new() },
            sure: None,
            rows: 4,
            lang: None,
            name,
        }
    }

    /// The box of a text that is printed, as it stands: so many rows high, with its language behind its label.
    pub fn printed(mut self, wording: Wording, printed: Printed<'_>, rows: u8) -> Self {
        self.label = format!("{} ({})", self.label, printed.language.code().to_uppercase());
        self.lang = Some(printed.language.code());
        self.limit = printed.longest;
        self.counter = wording.say("free-text-counter", &args![limit = printed.longest]);
        printed.known.clone_into(&mut self.value);
        self.rows = rows;
        self
    }

    /// The box of one line that is printed the same in every language, as it stands.
    pub fn line(mut self, wording: Wording, printed: Printed<'_>) -> Self {
        self.limit = printed.longest;
        self.counter = wording.say("free-text-counter", &args![limit = printed.longest]);
        printed.known.clone_into(&mut self.value);
        self.rows = 2;
        self
    }

    /// The box may stay empty, and says so.
    pub fn may_be_empty(mut self, wording: Wording) -> Self {
        self.optional = Some(wording.say("free-text-optional", &args![]));
        self
    }

    /// The box, so many rows high.
    pub fn high(mut self, rows: u8) -> Self {
        self.rows = rows;
        self
    }

    /// The box with what stands already.
    pub fn holding(mut self, text: &str) -> Self {
        text.clone_into(&mut self.value);
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

    /// The box with what the page found wrong with it, where nothing else is.
    pub fn refused(mut self, errors: &[FieldError]) -> Self {
        if self.error.is_none() {
            let its = errors.iter().find(|error| error.field == self.name);
            self.error = its.map(|error| error.text.clone());
        }
        self
    }

    /// Whether it came back with something wrong.
    pub fn is_wrong(&self) -> bool {
        self.error.is_some()
    }

    fn sure_name(&self) -> String {
        sure_name(&self.name)
    }
}

/// The box in which a person confirms what is marked.
fn sure_name(name: &str) -> String {
    format!("{name}-sure")
}
