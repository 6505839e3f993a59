//! The five causes of under-protection.

use crate::code::{UnknownCode, closed_list};

closed_list! {
    /// Why a right does not reach the people it is meant for: the five causes of under-protection, in the order
    /// of the field. The list is closed.
    Cause {
        /// The right is not known, or its information not understood.
        NotKnown = "not-known",
        /// Known and eligible, not requested.
        NotRequested = "not-requested",
        /// Requested but not obtained; full shelters and waiting lists too.
        NotObtained = "not-obtained",
        /// An intermediary does not propose it.
        NotProposed = "not-proposed",
        /// No longer eligible; marked *never eligible* where the law gives no right at all.
        Exclusion = "exclusion",
    }
}

/// A cause as someone chose it: one of the five, "I don't know", or none because no right is in play.
///
/// Written as the cause's code, `unknown`, or the empty text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "&'static str")]
pub enum CauseChoice {
    /// One of the five.
    Of(Cause),
    /// The filer does not know; a coordinator decides.
    Unknown,
    /// No right is in play: counted apart.
    NoRight,
}

impl CauseChoice {
    /// The code as written in files; empty where no right is in play.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Of(cause) => cause.code(),
            Self::Unknown => "unknown",
            Self::NoRight => "",
        }
    }

    /// The choice with this code; an error when there is none.
    pub fn parse(code: &str) -> Result<Self, UnknownCode> {
        match code {
            "" => Ok(Self::NoRight),
            "unknown" => Ok(Self::Unknown),
            _ => Cause::parse(code).map(Self::Of),
        }
    }
}

impl TryFrom<String> for CauseChoice {
    type Error = UnknownCode;
    fn try_from(code: String) -> Result<Self, UnknownCode> {
        Self::parse(&code)
    }
}

impl From<CauseChoice> for &'static str {
    fn from(choice: CauseChoice) -> Self {
        choice.code()
    }
}
