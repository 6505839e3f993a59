//! A signal as a program sends it, and whether it may be filed.

use std::borrow::Cow;

use model::{Code, Field, Language, Lists, Month, Problem, RawSubmission, Reason, Submission, limits};
use screening::{Finding, Screen};
use serde::{Deserialize, Deserializer};
use uuid::Uuid;

/// A signal as a program sends it. Absent is the same as `null`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignalSent {
    #[serde(deserialize_with = "hyphenated")]
    pub client_id: Uuid,
    problem: String,
    domain: String,
    place: String,
    tried: Vec<String>,
    pub observed: Option<String>,
    language: Option<String>,
    headline: Option<String>,
    impact: Option<String>,
    tried_note: Option<String>,
    cause: Option<String>,
    other_causes: Option<Vec<String>>,
    never_eligible: Option<bool>,
    other_domains: Option<Vec<String>>,
    right: Option<String>,
    target_groups: Option<Vec<String>>,
    other_places: Option<Vec<String>>,
    no_municipality: Option<bool>,
    authority: Option<String>,
    recurrence: Option<String>,
    reference: Option<String>,
}

/// No right is in play: an empty code would look like no answer.
pub const NO_RIGHT: &str = "none";

/// Something wrong with one field.
pub struct Wrong {
    /// What is wrong.
    pub problem: Problem,
    /// Where somebody can be recognised, for `personal-data`.
    pub findings: Vec<Finding>,
}

impl SignalSent {
    /// The signal, or everything wrong with it, by field.
    pub fn check(
        &self,
        screen: &Screen,
        organisation: &Code,
        lists: &Lists,
        language: Language,
    ) -> Result<Submission, Vec<Wrong>> {
        let checked = Submission::check(&self.raw(organisation, lists.this_month, language), lists);
        let mut problems = checked.as_ref().err().cloned().unwrap_or_default();
        let mut wrong = Vec::new();
        for (field, text, limit) in self.texts() {
            // The document states the limits of what is sent, white space included.
            let too_long = Problem { field, reason: Reason::TooLong };
            if text.chars().count() > limit && !problems.contains(&too_long) {
                problems.push(too_long);
            }
            let findings = screen.blocked(text);
            if !findings.is_empty() {
                wrong.push(Wrong { problem: Problem { field, reason: Reason::PersonalData }, findings });
            }
        }
        wrong.extend(problems.into_iter().map(|problem| Wrong { problem, findings: Vec::new() }));
        wrong.sort_by_key(|wrong| wrong.problem);
        match checked {
            Ok(signal) if wrong.is_empty() => Ok(signal),
            _ => Err(wrong),
        }
    }

    fn texts(&self) -> [(Field, &str, usize); 5] {
        [
            (Field::Problem, &self.problem, limits::PROBLEM),
            (Field::Headline, self.headline.as_deref().unwrap_or_default(), limits::HEADLINE),
            (Field::Impact, self.impact.as_deref().unwrap_or_default(), limits::IMPACT),
            (Field::TriedNote, self.tried_note.as_deref().unwrap_or_default(), limits::TRIED_NOTE),
            (Field::Reference, self.reference.as_deref().unwrap_or_default(), limits::REFERENCE),
        ]
    }

    fn raw(&self, organisation: &Code, this_month: Month, language: Language) -> RawSubmission {
        let mut raw = RawSubmission::default();
        for (field, text, _) in self.texts() {
            raw.set(field, text);
        }
        let codes = [
            (Field::Domain, Some(&self.domain)),
            (Field::Place, Some(&self.place)),
            (Field::Observed, self.observed.as_ref()),
            (Field::Language, self.language.as_ref()),
            (Field::Right, self.right.as_ref()),
            (Field::Authority, self.authority.as_ref()),
            (Field::Recurrence, self.recurrence.as_ref()),
        ];
        for (field, text) in codes {
            raw.set(field, text.map_or("".into(), |text| code(text)));
        }
        let lists = [
            (Field::Tried, Some(&self.tried)),
            (Field::OtherCauses, self.other_causes.as_ref()),
            (Field::OtherDomains, self.other_domains.as_ref()),
            (Field::TargetGroups, self.target_groups.as_ref()),
            (Field::OtherPlaces, self.other_places.as_ref()),
        ];
        for (field, texts) in lists {
            let codes: Vec<_> = texts.into_iter().flatten().map(|text| code(text)).collect();
            raw.set(field, codes.join("|"));
        }
        let answers =
            [(Field::NeverEligible, self.never_eligible), (Field::NoMunicipality, self.no_municipality)];
        for (field, answer) in answers {
            raw.set(field, if answer == Some(true) { "yes" } else { "no" });
        }
        raw.set(Field::Organisation, organisation.as_str());
        raw.set(
            Field::Cause,
            match self.cause.as_deref() {
                None => "unknown".into(),
                Some(NO_RIGHT) => "".into(),
                Some(text) => code(text),
            },
        );
        if self.observed.is_none() {
            raw.set(Field::Observed, this_month.to_string());
        }
        if self.language.is_none() {
            raw.set(Field::Language, language.code());
        }
        raw
    }
}

/// A code as it may be looked up. Files are read leniently (white space, lists in one cell), JSON is not: what no
/// code can look like becomes one that no list has.
fn code(text: &str) -> Cow<'_, str> {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'+';
    if !text.is_empty() && text.bytes().all(plain) { text.into() } else { "?".into() }
}

fn hyphenated<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Uuid, D::Error> {
    let text = String::deserialize(deserializer)?;
    let id = Uuid::try_parse(&text).ok().filter(|_| text.len() == uuid::fmt::Hyphenated::LENGTH);
    id.ok_or_else(|| serde::de::Error::custom("not a UUID"))
}
