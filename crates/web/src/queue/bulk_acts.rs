//! What can be done with several signals at once, and how it is done with one of them.

use chrono::NaiveDate;
use model::{AccountId, SignalId, SignalState};
use store::{SignalFile, Store};

use crate::signals::Standing;

use super::Desk;

/// A step that is taken with several signals at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Act {
    /// The organisation releases them.
    Release,
    /// The organisation solved them itself.
    Solve,
    /// The network accepts them.
    Accept,
    /// The network does not take them up.
    Decline,
    /// They tell one case: the first, or the chosen one, counts.
    SameCase,
    /// They are referred elsewhere.
    Refer,
    /// They are put aside.
    Postpone,
}

/// A step with all that it needs.
#[derive(Debug, Clone)]
pub enum Step {
    /// Released.
    Release,
    /// Solved, with how; it may be empty.
    Solve(String),
    /// Accepted.
    Accept,
    /// Not taken up, and why.
    Decline(String),
    /// The same case as this one.
    SameCase(SignalId),
    /// Referred, and where.
    Refer(String),
    /// Put aside until that day.
    Postpone(NaiveDate),
}

impl Act {
    /// What a desk can do with several: first the step that it takes most.
    pub const fn of_desk(desk: &Desk) -> &'static [Self] {
        match desk {
            Desk::Organisation(_) => &[Self::Release, Self::Solve, Self::Refer, Self::Postpone],
            Desk::Network => &[Self::Accept, Self::Decline, Self::SameCase, Self::Refer, Self::Postpone],
        }
    }

    /// The last part of its address.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Release => "release",
            Self::Solve => "solve",
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::SameCase => "same-case",
            Self::Refer => "refer",
            Self::Postpone => "postpone",
        }
    }

    /// The sentence on the button of a list, and over the page that asks once more.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Release => "bulk-release",
            Self::Solve => "bulk-solve",
            Self::Accept => "bulk-accept",
            Self::Decline => "bulk-decline",
            Self::SameCase => "bulk-same-case",
            Self::Refer => "bulk-refer",
            Self::Postpone => "bulk-postpone",
        }
    }

    /// The sentence on the button with which it is done.
    pub const fn button(self) -> &'static str {
        match self {
            Self::Release => "weigh-release",
            Self::Solve => "weigh-solved-send",
            Self::Accept => "judge-accept",
            Self::Decline => "judge-decline-send",
            Self::SameCase => "same-yes",
            Self::Refer => "refer-send",
            Self::Postpone => "aside-send",
        }
    }

    /// The box of the words that go with it: its name, the sentence of its label, and whether they are needed.
    pub const fn words(self) -> Option<(&'static str, &'static str, bool)> {
        match self {
            Self::Solve => Some(("note", "weigh-note", false)),
            Self::Decline => Some(("reason", "judge-reason", true)),
            Self::Refer => Some(("where", "refer-where", true)),
            Self::Release | Self::Accept | Self::SameCase | Self::Postpone => None,
        }
    }

    /// Whether it can be done with this signal now, at this desk.
    pub fn may(self, desk: &Desk, standing: Standing, file: &SignalFile) -> bool {
        match (desk, self) {
            (Desk::Network, Self::SameCase) => standing.joins(file),
            (Desk::Network, _) => standing.judges(file),
            (Desk::Organisation(_), _) => standing.weighs(file),
        }
    }
}

impl Step {
    /// Does it with one signal; whether anything changed that can be taken back.
    pub fn take(self, store: &Store, signal: SignalId, by: AccountId) -> Result<bool, store::Error> {
        match self {
            Self::Release => store.release(signal, by)?,
            Self::Solve(note) => store.solve_internally(signal, by, &note)?,
            Self::Accept => store.accept(signal, by)?,
            Self::Decline(reason) => store.decline(signal, by, &reason)?,
            // The one that counts has to be accepted before others can tell its case.
            Self::SameCase(counts) if counts == signal => {
                if store.signal(signal)?.line.state == SignalState::Accepted {
                    return Ok(false);
                }
                store.accept(signal, by)?;
            }
            Self::SameCase(counts) => store.same_case(signal, counts, by)?,
            Self::Refer(place) => store.refer(signal, by, &place)?,
            Self::Postpone(until) => store.postpone(signal, until, by)?,
        }
        Ok(true)
    }
}
