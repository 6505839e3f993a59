//! What a card or a token is called: it stands in lists, so nobody may be recognised in it.

use screening::Screen;
use wording::{Wording, args};

/// The longest label, in characters.
const LONGEST: usize = 60;

/// Why a label may not be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LabelProblem {
    /// It is empty, or longer than it may be.
    Length,
    /// Somebody can be recognised in it.
    PersonalData,
}

impl LabelProblem {
    /// What is wrong and what to do; nothing of the label.
    pub fn said(self, wording: Wording) -> String {
        let key = match self {
            Self::Length => "administration-label-length",
            Self::PersonalData => "administration-label-personal",
        };
        wording.say(key, &args![longest = LONGEST])
    }
}

/// The label without white space around it, where it may be kept.
pub fn fit_label(screen: &Screen, label: &str) -> Result<String, LabelProblem> {
    let label = label.trim();
    if label.is_empty() || label.chars().count() > LONGEST {
        Err(LabelProblem::Length)
    } else if !screen.blocked(label).is_empty() {
        Err(LabelProblem::PersonalData)
    } else {
        Ok(label.to_owned())
    }
}
