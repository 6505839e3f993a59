//! A signal as filed: parsed once, at the edge, with every problem found at once.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::authority::Authority;
use crate::cause::{Cause, CauseChoice};
use crate::code::{Code, UnknownCode};
use crate::language::Language;
use crate::month::Month;
use crate::place::Place;
use crate::problem::{Field, Problem, Reason};
use crate::signal::{Recurrence, Tried};
use crate::target_group::TargetGroup;

/// The longest a text may be, in Unicode scalar values.
pub mod limits {
    /// The organisation's own running number.
    pub const REFERENCE: usize = 40;
    /// The headline.
    pub const HEADLINE: usize = 80;
    /// The problem.
    pub const PROBLEM: usize = 1000;
    /// The impact.
    pub const IMPACT: usize = 1000;
    /// The note on what was tried.
    pub const TRIED_NOTE: usize = 500;
    /// The source of a fixture.
    pub const SOURCE: usize = 200;
}

/// A signal as it arrives: a text per field, lists joined by `|`. Absent is the same as empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RawSubmission {
    values: BTreeMap<Field, String>,
}

impl RawSubmission {
    /// Puts the text of one field.
    pub fn set(&mut self, field: Field, value: impl Into<String>) {
        self.values.insert(field, value.into());
    }

    /// The text of one field without surrounding white space; empty where absent.
    pub fn get(&self, field: Field) -> &str {
        self.values.get(&field).map_or("", |value| value.trim())
    }
}

/// What a submission is checked against: the network's own lists, and the current month.
#[derive(Debug, Clone)]
pub struct Lists {
    /// Codes of the organisations.
    pub organisations: Vec<Code>,
    /// Codes of the domains; `true` where retired.
    pub domains: BTreeMap<Code, bool>,
    /// Codes of the rights.
    pub rights: Vec<Code>,
    /// The current month: nothing is observed after it.
    pub this_month: Month,
}

/// A signal as filed. Made only by [`Submission::check`], so each field is valid.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// The organisation's own running number; seen only by that organisation.
    pub reference: Option<String>,
    /// The organisation.
    pub organisation: Code,
    /// The month of observation.
    pub observed: Month,
    /// The language it is written in.
    pub language: Language,
    /// The headline; proposed from the first sentence where the filer gave none.
    pub headline: String,
    /// The problem.
    pub problem: String,
    /// What it leads to; may be empty.
    pub impact: String,
    /// What was tried, at least one, in the order of the list.
    pub tried: Vec<Tried>,
    /// What was tried, in words; may be empty.
    pub tried_note: String,
    /// The main cause.
    pub cause: CauseChoice,
    /// Secondary causes, in the order of the list.
    pub other_causes: Vec<Cause>,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The main domain.
    pub domain: Code,
    /// Further domains, sorted.
    pub other_domains: Vec<Code>,
    /// The right in play.
    pub right: Option<Code>,
    /// The groups concerned, in the order of the list.
    pub target_groups: Vec<TargetGroup>,
    /// Where it happens.
    pub place: Place,
    /// Where it happens too, sorted.
    pub other_places: Vec<Place>,
    /// No municipality accepts responsibility.
    pub no_municipality: bool,
    /// The competent level as the filer sees it.
    pub authority: Option<Authority>,
    /// How often it was seen.
    pub recurrence: Option<Recurrence>,
    /// Where the facts come from (fixtures only); may be empty.
    pub source: String,
    /// Made by the generator; never quoted.
    pub generated: bool,
}

impl Submission {
    /// The signal in `raw`, or every problem with it at once, in the order of the fields.
    ///
    /// Rules: `domain.md` of the field, section "Rules of the practice" (what is required, lengths), and the
    /// five causes (*never eligible* goes with *exclusion* alone).
    pub fn check(raw: &RawSubmission, lists: &Lists) -> Result<Self, Vec<Problem>> {
        let mut check = Check { raw, problems: Vec::new() };
        let reference = check.text(Field::Reference, limits::REFERENCE);
        let organisation = check.required(Field::Organisation, |code| {
            Code::parse(code)
                .ok()
                .filter(|code| lists.organisations.contains(code))
                .ok_or(Reason::UnknownCode)
        });
        let observed = check.required(Field::Observed, |text| match Month::parse(text) {
            Ok(month) if month <= lists.this_month => Ok(month),
            Ok(_) => Err(Reason::InTheFuture),
            Err(_) => Err(Reason::NotAMonth),
        });
        let language = check.optional(Field::Language, known(Language::parse));
        let headline = check.text(Field::Headline, limits::HEADLINE);
        let problem = check.text(Field::Problem, limits::PROBLEM);
        if problem.is_empty() {
            check.report(Field::Problem, Reason::Missing);
        }
        let impact = check.text(Field::Impact, limits::IMPACT);
        let tried = check.list(Field::Tried, known(Tried::parse));
        if tried.is_empty() && !check.problems.iter().any(|p| p.field == Field::Tried) {
            check.report(Field::Tried, Reason::Missing);
        }
        let tried_note = check.text(Field::TriedNote, limits::TRIED_NOTE);
        let cause = match CauseChoice::parse(raw.get(Field::Cause)) {
            Ok(cause) => cause,
            Err(UnknownCode) => {
                check.report(Field::Cause, Reason::UnknownCode);
                CauseChoice::Unknown
            }
        };
        let other_causes = check.list(Field::OtherCauses, known(Cause::parse));
        if let CauseChoice::Of(main) = cause
            && other_causes.contains(&main)
        {
            check.report(Field::OtherCauses, Reason::Repeated);
        }
        let never_eligible = check.yes_or_no(Field::NeverEligible);
        if never_eligible && cause != CauseChoice::Of(Cause::Exclusion) {
            check.report(Field::NeverEligible, Reason::OnlyWithExclusion);
        }
        let known_domain = |code: &str| match Code::parse(code).ok().and_then(|code| {
            let retired = *lists.domains.get(&code)?;
            Some((code, retired))
        }) {
            Some((code, false)) => Ok(code),
            Some((_, true)) => Err(Reason::Retired),
            None => Err(Reason::UnknownCode),
        };
        let domain = check.required(Field::Domain, known_domain);
        let other_domains = check.list(Field::OtherDomains, known_domain);
        if domain.as_ref().is_some_and(|main| other_domains.contains(main)) {
            check.report(Field::OtherDomains, Reason::Repeated);
        }
        let right = check.optional(Field::Right, |code| {
            Code::parse(code).ok().filter(|code| lists.rights.contains(code)).ok_or(Reason::UnknownCode)
        });
        let target_groups = check.list(Field::TargetGroups, known(TargetGroup::parse));
        let place = check.required(Field::Place, known(Place::parse));
        let other_places = check.list(Field::OtherPlaces, known(Place::parse));
        if place.is_some_and(|main| other_places.contains(&main)) {
            check.report(Field::OtherPlaces, Reason::Repeated);
        }
        let no_municipality = check.yes_or_no(Field::NoMunicipality);
        let authority = check.optional(Field::Authority, known(Authority::parse));
        let recurrence = check.optional(Field::Recurrence, known(Recurrence::parse));
        let source = check.text(Field::Source, limits::SOURCE);
        let generated = check.yes_or_no(Field::Generated);

        let mut problems = check.problems;
        problems.sort_unstable();
        match (organisation, observed, domain, place) {
            (Some(organisation), Some(observed), Some(domain), Some(place)) if problems.is_empty() => {
                Ok(Self {
                    reference: Some(reference).filter(|reference| !reference.is_empty()),
                    organisation,
                    observed,
                    language: language.unwrap_or(Language::Nl),
                    headline: if headline.is_empty() { proposed_headline(&problem) } else { headline },
                    problem,
                    impact,
                    tried,
                    tried_note,
                    cause,
                    other_causes,
                    never_eligible,
                    domain,
                    other_domains,
                    right,
                    target_groups,
                    place,
                    other_places,
                    no_municipality,
                    authority,
                    recurrence,
                    source,
                    generated,
                })
            }
            _ => Err(problems),
        }
    }

    /// The texts of the signal, by field, in the order of the fields; empty ones too.
    pub fn texts(&self) -> [(Field, &str); 4] {
        [
            (Field::Headline, &self.headline),
            (Field::Problem, &self.problem),
            (Field::Impact, &self.impact),
            (Field::TriedNote, &self.tried_note),
        ]
    }
}

/// The first sentence of the problem, cut at a word so that it fits a headline.
fn proposed_headline(problem: &str) -> String {
    let sentence_end = problem
        .char_indices()
        .find(|(at, c)| {
            let after = problem[at + c.len_utf8()..].chars().next();
            *c == '\n' || (matches!(c, '.' | '!' | '?') && after.is_none_or(char::is_whitespace))
        })
        .map_or(problem.len(), |(at, _)| at);
    let sentence = problem[..sentence_end].trim();
    if sentence.chars().count() <= limits::HEADLINE {
        return sentence.to_owned();
    }
    let head: String = sentence.chars().take(limits::HEADLINE - 1).collect();
    let whole_words = head.rfind(char::is_whitespace).map_or(head.as_str(), |at| &head[..at]);
    format!("{}…", whole_words.trim_end())
}

fn known<T>(parse: fn(&str) -> Result<T, UnknownCode>) -> impl Fn(&str) -> Result<T, Reason> {
    move |code| parse(code).map_err(|UnknownCode| Reason::UnknownCode)
}

struct Check<'a> {
    raw: &'a RawSubmission,
    problems: Vec<Problem>,
}

impl Check<'_> {
    fn report(&mut self, field: Field, reason: Reason) {
        self.problems.push(Problem { field, reason });
    }

    fn text(&mut self, field: Field, limit: usize) -> String {
        // Windows line ends become one character, so that a limit means the same from every keyboard.
        let text = self.raw.get(field).replace("\r\n", "\n").replace('\r', "\n");
        if text.chars().count() > limit {
            self.report(field, Reason::TooLong);
        }
        if text.chars().any(|c| c.is_control() && c != '\n' && c != '\t') {
            self.report(field, Reason::ControlCharacter);
        }
        text
    }

    fn required<T>(&mut self, field: Field, parse: impl Fn(&str) -> Result<T, Reason>) -> Option<T> {
        let parsed = match self.raw.get(field) {
            "" => Err(Reason::Missing),
            text => parse(text),
        };
        parsed.map_err(|reason| self.report(field, reason)).ok()
    }

    fn optional<T>(&mut self, field: Field, parse: impl Fn(&str) -> Result<T, Reason>) -> Option<T> {
        match self.raw.get(field) {
            "" => None,
            text => parse(text).map_err(|reason| self.report(field, reason)).ok(),
        }
    }

    fn list<T: Ord>(&mut self, field: Field, parse: impl Fn(&str) -> Result<T, Reason>) -> Vec<T> {
        let mut values = Vec::new();
        for text in self.raw.get(field).split('|').map(str::trim).filter(|text| !text.is_empty()) {
            match parse(text) {
                Ok(value) if values.contains(&value) => self.report(field, Reason::Repeated),
                Ok(value) => values.push(value),
                Err(reason) => self.report(field, reason),
            }
        }
        values.sort_unstable();
        values
    }

    fn yes_or_no(&mut self, field: Field) -> bool {
        match self.raw.get(field) {
            "yes" => true,
            "no" | "" => false,
            _ => {
                self.report(field, Reason::NotYesOrNo);
                false
            }
        }
    }
}
