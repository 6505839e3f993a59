//! Whether answers are a signal: what the model says of them, and what screening finds in their words.

use std::collections::BTreeMap;

use model::{Code, Field, Language, Lists, Month, Problem, Submission};
use screening::{Finding, Screen};
use store::NetworkView;

use super::answers::{Answers, TEXTS};
use crate::findings::is_blocked;

/// What was found out about answers.
pub struct Looked {
    /// The signal, or everything that is missing or wrong.
    pub signal: Result<Submission, Vec<Problem>>,
    /// Where somebody may be recognised, by question; only questions where something was found.
    pub findings: BTreeMap<Field, Vec<Finding>>,
    /// Whether the headline is the beginning of the problem: what is wrong there is then said once, of the problem.
    pub headline_follows: bool,
}

impl Looked {
    /// The questions with something that must be reworded before anything of the answers may be kept.
    pub fn blocked(&self) -> impl Iterator<Item = Field> {
        self.findings.iter().filter(|(_, found)| is_blocked(found)).map(|(field, _)| *field)
    }

    /// Whether there is such a question.
    pub fn is_blocked(&self) -> bool {
        self.blocked().next().is_some()
    }

    /// The signal, where it may be filed.
    pub fn fileable(&self) -> Option<&Submission> {
        self.signal.as_ref().ok().filter(|_| !self.is_blocked())
    }
}

/// Looks at answers. `language` is the one the page proposes for the texts.
pub fn look(
    screen: &Screen,
    network: &NetworkView,
    organisation: &Code,
    this_month: Month,
    language: Language,
    answers: &Answers,
) -> Looked {
    let raw = answers.raw(organisation, this_month, language);
    let written_in = Language::parse(raw.get(Field::Language)).ok();
    let lists = Lists {
        organisations: network.organisations.iter().map(|organisation| organisation.code.clone()).collect(),
        domains: network.domains.iter().map(|domain| (domain.code.clone(), domain.retired)).collect(),
        rights: network.rights.iter().map(|right| right.code.clone()).collect(),
        this_month,
    };
    let findings = TEXTS.iter().map(|field| (*field, screen.findings(answers.text(*field), written_in)));
    let headline = answers.text(Field::Headline).trim().trim_end_matches('…').trim_end();
    Looked {
        headline_follows: answers.text(Field::Problem).trim().starts_with(headline),
        signal: Submission::check(&raw, &lists),
        findings: findings.filter(|(_, found)| !found.is_empty()).collect(),
    }
}
