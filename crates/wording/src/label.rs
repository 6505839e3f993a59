//! Which sentence is the label of which code.

use model::{
    Agreement, AnswerState, Authority, Cause, CauseChoice, DomainGroup, EditionState, Field, Formality,
    Language, Municipality, OrganisationType, Place, Recognition, Recurrence, Role, SignalState, Stance,
    TargetGroup, Tried, Verdict, WeighingAnswer, Zone,
};

/// A code that people read as words. `Wording::label` says them.
pub trait Label {
    /// The key of the label in the files of sentences.
    fn key(&self) -> String;
}

macro_rules! labels {
    ($($list:ty => $prefix:literal,)+) => {$(
        impl Label for $list {
            fn key(&self) -> String {
                format!(concat!($prefix, "-{}"), self.code())
            }
        }
    )+};
}

labels! {
    Agreement => "agreement",
    AnswerState => "answer",
    Authority => "authority",
    Cause => "cause",
    DomainGroup => "domain-group",
    EditionState => "edition-state",
    Field => "field",
    Formality => "formality",
    Language => "language",
    OrganisationType => "organisation-type",
    Place => "place",
    Recognition => "recognition",
    Role => "role",
    SignalState => "signal-state",
    Stance => "stance",
    TargetGroup => "target-group",
    Tried => "tried",
    Verdict => "verdict",
    WeighingAnswer => "weighing",
    Zone => "zone",
}

impl Label for CauseChoice {
    fn key(&self) -> String {
        match self {
            Self::Of(cause) => cause.key(),
            Self::Unknown => "cause-unknown".to_owned(),
            Self::NoRight => "cause-none".to_owned(),
        }
    }
}

impl Label for Municipality {
    fn key(&self) -> String {
        Place::In(*self).key()
    }
}

impl Label for Recurrence {
    fn key(&self) -> String {
        // A key has no "+".
        format!("recurrence-{}", self.code().replace('+', "-or-more"))
    }
}
