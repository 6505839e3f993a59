//! What a signal, structural signal, edition, authority, recommendation and answer *is*, and when one is valid.
//!
//! Nothing here reads a file, a clock or a random source: values in, values out. A value of one of these
//! types has been checked when it was made (`Submission::check`, the `parse` functions); nobody asks again.
//! Sentences for people live in `wording`; here a thing is a code.
#![warn(missing_docs)]

mod answer;
mod authority;
mod cause;
mod code;
mod coverage;
mod domain;
mod edition;
mod guard;
mod id;
mod language;
mod mail_address;
mod month;
mod network;
mod office;
mod organisation;
mod place;
mod problem;
mod right;
mod role;
mod signal;
mod structural;
mod submission;
mod target_group;
mod working_days;

pub use answer::{Answer, AnswerState, FieldVerdict, Verdict};
pub use authority::Authority;
pub use cause::{Cause, CauseChoice};
pub use code::{Code, UnknownCode};
pub use coverage::uncovered_characters;
pub use domain::{Domain, DomainGroup, GIVEN_DOMAINS};
pub use edition::{Edition, EditionNumber, EditionState};
pub use guard::{Protection, Rules, Threshold, UnknownProtection, Zeros};
pub use id::{
    AccountId, AnswerId, ApiTokenId, DraftId, FilingCardId, ForumId, IdError, MessageId, OrganisationId,
    RecommendationId, SignalId, StructuralSignalId, TextId, VersionId,
};
pub use language::{Language, Localised};
pub use mail_address::is_mail_address;
pub use month::{Month, MonthError, Period};
pub use network::{
    AgreementEntry, AnswerEntry, ChapterEntry, ConsentEntry, EditionEntry, Network, NetworkRules,
    OrganisationEntry, PublicationRules, RecognitionEntry, RecommendationEntry, SignalReference,
    StructuralEntry, VerdictEntry,
};
pub use office::Office;
pub use organisation::{Formality, Organisation, OrganisationType};
pub use place::{Municipality, Place, Zone};
pub use problem::{Field, Problem, Reason};
pub use right::Right;
pub use role::Role;
pub use signal::{Decided, Recurrence, SignalState, Tried, Weighing, WeighingAnswer};
pub use structural::{
    Agreement, ChapterText, Criteria, Evidence, GoodPractice, OutsideFigure, Quote, Recognition,
    Recommendation, Stance,
};
pub use submission::{Lists, RawSubmission, Submission, limits};
pub use target_group::TargetGroup;
pub use working_days::{FIRST_REPLY_WITHIN, is_working_day, working_days_before};
