//! What freezing an edition hands over: everything a bundle may need, and no text of a signal.

use std::collections::BTreeMap;

use model::{
    Answer, Authority, Cause, CauseChoice, ChapterText, Code, Domain, EditionNumber, Evidence, FieldVerdict,
    Language, Localised, Month, NetworkRules, Office, Organisation, Period, Place, Recommendation,
    Recurrence, Right, TargetGroup,
};
use serde::{Deserialize, Serialize};

/// What an edition is made of, apart from its countable rows.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Material {
    /// The edition.
    pub number: EditionNumber,
    /// The months it covers.
    pub period: Period,
    /// The revision, from 1.
    pub revision: u32,
    /// The network's name.
    pub network: Localised,
    /// The network's settings.
    pub rules: NetworkRules,
    /// The domains, in the network's order; retired ones too.
    pub domains: Vec<Domain>,
    /// The rights, in the network's order.
    pub rights: Vec<Right>,
    /// The offices that its recommendations are addressed to.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// The member organisations, in the network's order.
    pub organisations: Vec<OrganisationHere>,
    /// The structural signals to print, in the network's order.
    pub printed: Vec<PrintedStructural>,
    /// Those that were written for this edition and may not be printed.
    pub withheld: Vec<Withheld>,
    /// What became of each structural signal that the previous edition printed.
    pub follow_up: Vec<Past>,
    /// The edition before, where there is one that was frozen.
    pub previous_edition: Option<EditionNumber>,
    /// The end of the event chain before the freeze, in hexadecimal.
    pub chain_head: String,
}

/// A member organisation and what it said about being named.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OrganisationHere {
    /// The organisation.
    pub organisation: Organisation,
    /// Whether it agreed to be named in this edition.
    pub consented: bool,
}

/// A structural signal that meets the four criteria, is complete in nl and fr, and has every agreement.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PrintedStructural {
    /// Its key in files.
    pub key: Code,
    /// The opaque code that a chapter prints; only signed-in people can resolve it.
    pub trace: String,
    /// Its domain: figures count its signals there.
    pub domain: Code,
    /// Its main cause; absent where no right is in play.
    pub cause: Option<Cause>,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The rights in play.
    pub rights: Vec<Code>,
    /// The competent levels.
    pub authorities: Vec<Authority>,
    /// The owner.
    pub owner: Code,
    /// The chapter per language; nl and fr are complete.
    pub text: BTreeMap<Language, ChapterText>,
    /// Quotes, figures from elsewhere and good practices; each in nl and fr, each quote agreed to and cleared.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
    /// How many organisations see this often.
    pub often: u32,
    /// How many organisations see this sometimes.
    pub sometimes: u32,
    /// Its recommendations for this edition.
    pub recommendations: Vec<Recommendation>,
    /// Whether the previous edition printed it.
    pub printed_in_previous: bool,
}

/// A structural signal that an edition leaves out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Withheld {
    /// Its key.
    pub key: Code,
    /// Why.
    pub reason: WithheldReason,
    /// Of nl and fr, those in which a part of its text is missing.
    pub missing: Vec<Language>,
}

/// What authorities answered to a structural signal of the previous edition, and what the field saw since.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Past {
    /// Its key.
    pub key: Code,
    /// What authorities answered to the previous edition.
    pub answers: Vec<Answer>,
    /// What the field saw after the previous edition.
    pub verdict: Option<FieldVerdict>,
}

/// Why an edition leaves a structural signal out; the first that holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum WithheldReason {
    /// It does not meet all four criteria.
    Criteria,
    /// A part of its text is missing in nl or fr.
    Incomplete,
    /// Nobody but its author looked whether anybody can be recognised in it.
    NotCleared,
    /// An organisation refused this version, or was not heard where silence is no agreement.
    NoAgreement,
}

impl WithheldReason {
    /// The code as written in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Criteria => "criteria",
            Self::Incomplete => "incomplete",
            Self::NotCleared => "not-cleared",
            Self::NoAgreement => "no-agreement",
        }
    }
}

/// One signal that an edition counts: codes as decided, no id, no text, no date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CountRow {
    /// Who filed it.
    pub organisation: Code,
    /// When it was observed.
    pub observed: Month,
    /// The main cause.
    pub cause: CauseChoice,
    /// Secondary causes.
    pub other_causes: Vec<Cause>,
    /// No right in law at all.
    pub never_eligible: bool,
    /// The domain: of its printed structural signal, or else its own.
    pub domain: Code,
    /// The key of its printed structural signal.
    pub topic: Option<Code>,
    /// The right in play.
    pub right: Option<Code>,
    /// The groups concerned.
    pub target_groups: Vec<TargetGroup>,
    /// Where it happens.
    pub place: Place,
    /// No municipality accepts responsibility.
    pub no_municipality: bool,
    /// The competent level.
    pub authority: Option<Authority>,
    /// How often it was seen.
    pub recurrence: Option<Recurrence>,
    /// The language it was written in.
    pub language: Language,
    /// Made by the generator.
    pub generated: bool,
}
