//! What somebody filled in, exactly as it was typed, so that nothing is lost while it is not yet right.

use std::collections::BTreeMap;

use model::{Code, Field, Language, Month, RawSubmission};

use crate::posted::Posted;

/// The questions, in the order in which the page asks them.
pub const QUESTIONS: [Field; 20] = [
    Field::Problem,
    Field::Domain,
    Field::Place,
    Field::NoMunicipality,
    Field::Tried,
    Field::Cause,
    Field::NeverEligible,
    Field::Headline,
    Field::Impact,
    Field::TriedNote,
    Field::Recurrence,
    Field::Right,
    Field::TargetGroups,
    Field::Authority,
    Field::OtherCauses,
    Field::OtherDomains,
    Field::OtherPlaces,
    Field::Observed,
    Field::Language,
    Field::Reference,
];

/// The questions in words of one's own: these are screened.
pub const TEXTS: [Field; 5] =
    [Field::Problem, Field::Headline, Field::Impact, Field::TriedNote, Field::Reference];

/// The questions with any number of answers.
const LISTS: [Field; 5] =
    [Field::Tried, Field::OtherCauses, Field::OtherDomains, Field::TargetGroups, Field::OtherPlaces];

/// No list has more entries than this.
const LONGEST_LIST: usize = 64;

/// Straight to a network coordinator.
pub const DIRECT: &str = "direct";
/// A signal coordinator releases at once.
pub const RELEASE: &str = "release";

/// The answer "this is about no right": an empty radio button would look like no answer at all.
pub const NO_RIGHT: &str = "none";

/// The answers by the name of their field. A name that is no question is not kept.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Answers {
    values: BTreeMap<&'static str, Vec<String>>,
}

impl Answers {
    /// As a form sent them.
    pub fn of(posted: &Posted) -> Self {
        // One answer to a question that has one: what is kept is what was looked at, and nothing beside it.
        Self::by(|name| {
            let many = LISTS.iter().any(|field| field.code() == name);
            posted.all(name).take(if many { LONGEST_LIST } else { 1 }).map(str::to_owned).collect()
        })
    }

    /// As a text per field, lists joined by `|`.
    pub fn joined(texts: &BTreeMap<String, String>) -> Self {
        let mut answers = Self::by(|name| texts.get(name).cloned().into_iter().collect());
        for field in LISTS {
            if let Some(values) = answers.values.get_mut(field.code()) {
                *values = values.iter().flat_map(|text| text.split('|')).map(str::to_owned).collect();
            }
        }
        answers
    }

    /// As a draft keeps them.
    pub fn kept(lists: &BTreeMap<String, Vec<String>>) -> Self {
        Self::by(|name| lists.get(name).cloned().unwrap_or_default())
    }

    /// To be kept in a draft.
    pub fn to_keep(&self) -> BTreeMap<String, Vec<String>> {
        self.values.iter().map(|(name, values)| ((*name).to_owned(), values.clone())).collect()
    }

    /// The first answer of this name; empty where there is none.
    pub fn get(&self, name: &str) -> &str {
        self.values.get(name).and_then(|values| values.first()).map_or("", String::as_str)
    }

    /// The text of a question.
    pub fn text(&self, field: Field) -> &str {
        self.get(field.code())
    }

    /// Whether this is an answer, or one of the answers.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.values.get(name).is_some_and(|values| values.iter().any(|known| known == value))
    }

    /// Puts one answer.
    pub fn set(&mut self, field: Field, value: String) {
        self.values.insert(field.code(), vec![value]);
    }

    /// Every name with each of its values.
    pub fn pairs(&self) -> impl Iterator<Item = (&'static str, &str)> {
        self.values.iter().flat_map(|(name, values)| values.iter().map(|value| (*name, value.as_str())))
    }

    /// Whether nothing was written yet in words of one's own.
    pub fn is_unwritten(&self) -> bool {
        TEXTS.iter().all(|field| self.text(*field).trim().is_empty())
    }

    /// As the model checks them. Where the page proposes an answer, none means that one.
    pub fn raw(&self, organisation: &Code, this_month: Month, language: Language) -> RawSubmission {
        let mut raw = RawSubmission::default();
        for field in QUESTIONS {
            if LISTS.contains(&field) {
                raw.set(
                    field,
                    self.values.get(field.code()).map(|values| values.join("|")).unwrap_or_default(),
                );
            } else {
                raw.set(field, self.text(field));
            }
        }
        raw.set(Field::Organisation, organisation.as_str());
        match self.values.get(Field::Cause.code()).map(|_| self.text(Field::Cause)) {
            // No answer is not the answer "no right is in play".
            None => raw.set(Field::Cause, "unknown"),
            Some(NO_RIGHT) => raw.set(Field::Cause, ""),
            Some(_) => {}
        }
        if self.text(Field::Observed).is_empty() {
            raw.set(Field::Observed, this_month.to_string());
        }
        if self.text(Field::Language).is_empty() {
            raw.set(Field::Language, language.code());
        }
        raw
    }

    fn by(values: impl Fn(&str) -> Vec<String>) -> Self {
        let names = QUESTIONS.iter().map(|field| field.code()).chain([DIRECT, RELEASE]);
        let kept = names.map(|name| (name, values(name))).filter(|(_, values)| !values.is_empty());
        Self { values: kept.collect() }
    }
}

#[cfg(test)]
mod tests {
    use model::Cause;

    use super::*;

    fn answers(fields: &[(&str, &str)]) -> Answers {
        Answers::of(&Posted::with(fields.iter().copied()))
    }

    fn raw(answers: &Answers) -> RawSubmission {
        answers.raw(&Code::parse("alfa").unwrap(), Month::new(2026, 1).unwrap(), Language::Fr)
    }

    #[test]
    fn no_answer_to_the_cause_is_not_the_answer_no_right() {
        assert_eq!(raw(&answers(&[])).get(Field::Cause), "unknown");
        assert_eq!(raw(&answers(&[("cause", "none")])).get(Field::Cause), "");
        assert_eq!(raw(&answers(&[("cause", "")])).get(Field::Cause), "");
        assert_eq!(raw(&answers(&[("cause", "exclusion")])).get(Field::Cause), Cause::Exclusion.code());
    }

    #[test]
    fn what_the_page_proposes_needs_no_answer() {
        let raw = raw(&answers(&[]));
        assert_eq!((raw.get(Field::Observed), raw.get(Field::Language)), ("2026-01", "fr"));
    }

    #[test]
    fn several_taps_become_one_list_and_a_text_stays_as_it_is() {
        let answers = answers(&[("tried", "referred"), ("tried", "asked-service"), ("problem", " a|b\r\n ")]);
        assert_eq!(raw(&answers).get(Field::Tried), "referred|asked-service");
        assert_eq!(answers.text(Field::Problem), " a|b\r\n ");
    }

    #[test]
    fn answers_come_back_from_a_draft_and_from_a_sealed_item_as_they_were() {
        let answers = answers(&[
            ("tried", "referred"),
            ("tried", "asked-service"),
            ("problem", "a|b"),
            ("direct", "yes"),
        ]);
        assert!(Answers::kept(&answers.to_keep()) == answers);
        let texts = [("tried", "referred|asked-service"), ("problem", "a|b"), ("direct", "yes")];
        let texts = texts.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
        assert!(Answers::joined(&texts) == answers);
    }

    #[test]
    fn a_field_that_is_no_question_is_not_kept() {
        assert_eq!(answers(&[("csrf", "x"), ("organisation", "beta"), ("source", "y")]).pairs().count(), 0);
    }
}
