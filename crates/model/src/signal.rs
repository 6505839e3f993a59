//! What surrounds a signal besides its submission: what was tried, how often, its state, what was decided.

use serde::{Deserialize, Serialize};

use crate::authority::Authority;
use crate::cause::{Cause, CauseChoice};
use crate::code::{Code, closed_list};
use crate::place::Place;
use crate::submission::Submission;

closed_list! {
    /// What the organisation tried before it signals.
    Tried {
        /// Asked the competent service.
        AskedService = "asked-service",
        /// Raised it inside the organisation.
        RaisedInternally = "raised-internally",
        /// Referred to another organisation.
        Referred = "referred",
        /// Nothing was possible.
        NothingPossible = "nothing-possible",
    }
}

closed_list! {
    /// How often the filer saw it.
    Recurrence {
        /// The first time.
        Once = "once",
        /// Two to four times.
        TwoToFour = "2-4",
        /// Five to nine times.
        FiveToNine = "5-9",
        /// Ten times or more.
        TenOrMore = "10+",
    }
}

closed_list! {
    /// Where a signal stands.
    SignalState {
        /// Filed, not yet weighed by its organisation.
        PreSignal = "pre-signal",
        /// Solved by the organisation itself: it goes no further.
        SolvedInternally = "solved-internally",
        /// Released by the organisation, waiting for a coordinator.
        Released = "released",
        /// Accepted: it counts.
        Accepted = "accepted",
        /// Not taken up.
        Declined = "declined",
        /// Handed to whoever can help better: it goes no further here.
        Referred = "referred-elsewhere",
        /// Taken back by its organisation. The row stays: the next edition must explain why a count fell.
        Withdrawn = "withdrawn",
    }
}

closed_list! {
    /// What a coordinator answers to one of the three questions on a signal.
    WeighingAnswer {
        /// Yes.
        Yes = "yes",
        /// No.
        No = "no",
        /// Not known.
        Unknown = "unknown",
    }
}

/// The three questions that a coordinator asks of a signal before it goes further (Signaalbundel, working method).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Weighing {
    /// Does it come back?
    pub recurring: WeighingAnswer,
    /// Does it go beyond one situation?
    pub beyond_one: WeighingAnswer,
    /// Could we solve it ourselves?
    pub solvable: WeighingAnswer,
}

/// What a coordinator decided of a signal, beside what was filed. Figures use this.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// The main cause.
    pub cause: CauseChoice,
    /// Secondary causes.
    pub other_causes: Vec<Cause>,
    /// No right in law at all; only with *exclusion*.
    pub never_eligible: bool,
    /// The main domain.
    pub domain: Code,
    /// Further domains.
    pub other_domains: Vec<Code>,
    /// The right in play.
    pub right: Option<Code>,
    /// Where it happens.
    pub place: Place,
    /// The competent level.
    pub authority: Option<Authority>,
}

impl Decided {
    /// The decision that leaves everything as it was filed.
    pub fn as_filed(submission: &Submission) -> Self {
        Self {
            cause: submission.cause,
            other_causes: submission.other_causes.clone(),
            never_eligible: submission.never_eligible,
            domain: submission.domain.clone(),
            other_domains: submission.other_domains.clone(),
            right: submission.right.clone(),
            place: submission.place,
            authority: submission.authority,
        }
    }
}
