//! Answers of authorities, and beside them what the field sees.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::authority::Authority;
use crate::code::{Code, closed_list};
use crate::edition::EditionNumber;
use crate::language::Localised;

closed_list! {
    /// What an authority says.
    AnswerState {
        /// No answer.
        None = "none",
        /// Received and acknowledged.
        Acknowledged = "acknowledged",
        /// Refused, with the reason.
        Refused = "refused",
        /// Will be studied.
        Study = "study",
        /// A commitment, with a date.
        Commitment = "commitment",
        /// A measure was taken.
        Measure = "measure",
        /// Solved, says the authority.
        Solved = "solved",
    }
}

closed_list! {
    /// What the field sees. Only the field closes a structural signal.
    Verdict {
        /// It became worse.
        Worse = "worse",
        /// Unchanged.
        Unchanged = "unchanged",
        /// It became better.
        Better = "better",
        /// Solved.
        Solved = "solved",
    }
}

/// An answer of an authority to a structural signal of an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answer {
    /// Who answers.
    pub authority: Authority,
    /// The edition it answers.
    pub edition: EditionNumber,
    /// What it says, as a state.
    pub state: AnswerState,
    /// The day of the answer; absent for *no answer*.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<NaiveDate>,
    /// What it says, in a sentence; empty for *no answer*.
    #[serde(default)]
    pub text: Localised,
    /// The recommendation that it answers, counted from 1 among those of the edition; absent for the problem as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub recommendation: Option<u32>,
    /// The office that answers, where it says which.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Code>,
}

/// What the field sees of a structural signal after an edition.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FieldVerdict {
    /// The edition after which it was given.
    pub edition: EditionNumber,
    /// The verdict.
    pub verdict: Verdict,
    /// The day it was given.
    pub date: NaiveDate,
    /// The owner who gives it.
    pub by: Code,
    /// Why, in a sentence.
    #[serde(default)]
    pub reason: Localised,
}
