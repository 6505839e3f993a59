//! The network file: one JSON document with all that surrounds the signals (`import network FILE.json`).
//!
//! Importing it again changes nothing that is the same; entries are known by their `code` or `key`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::answer::{Answer, FieldVerdict};
use crate::authority::Authority;
use crate::cause::Cause;
use crate::code::Code;
use crate::domain::Domain;
use crate::edition::EditionNumber;
use crate::guard::Rules;
use crate::language::{Language, Localised};
use crate::month::Period;
use crate::office::Office;
use crate::organisation::Organisation;
use crate::right::Right;
use crate::structural::{Agreement, ChapterText, Criteria, Evidence, Recognition, Recommendation};

/// A network as a file describes it. Every list may be absent.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Network {
    /// Version of the file format: 1.
    pub schema: u32,
    /// The network's name.
    pub name: Localised,
    /// The network's settings.
    #[serde(default)]
    pub rules: NetworkRules,
    /// Domains. The three given ones must be among those the network ends up with.
    #[serde(default)]
    pub domains: Vec<Domain>,
    /// Rights.
    #[serde(default)]
    pub rights: Vec<Right>,
    /// Member organisations.
    #[serde(default)]
    pub organisations: Vec<OrganisationEntry>,
    /// Offices to which recommendations are addressed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offices: Vec<Office>,
    /// Editions.
    #[serde(default)]
    pub editions: Vec<EditionEntry>,
    /// Structural signals.
    #[serde(default)]
    pub structural_signals: Vec<StructuralEntry>,
}

/// An organisation in a network file.
pub type OrganisationEntry = Organisation;
/// A recommendation in a network file.
pub type RecommendationEntry = Recommendation;
/// An answer in a network file.
pub type AnswerEntry = Answer;
/// A verdict in a network file.
pub type VerdictEntry = FieldVerdict;

/// Settings of the network that decide what is printed.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NetworkRules {
    /// Whether silence after the stated deadline counts as agreement. By default all must say yes.
    pub silence_is_agreement: bool,
    /// What an edition publishes of counts.
    pub publication: PublicationRules,
}

/// Which tables an edition publishes, and when a count in them is protected.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PublicationRules {
    /// When a count is protected.
    pub guard: Rules,
    /// The tables by name (`domain`, `domain-groups-by-cause`), what matters most first; the default plan where none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<String>,
}

/// An edition in a network file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EditionEntry {
    /// Its number.
    pub number: EditionNumber,
    /// Its period.
    pub period: Period,
    /// Which organisations agree to be named as having filed.
    #[serde(default)]
    pub consents: Vec<ConsentEntry>,
}

/// An organisation that agrees to be named in an edition.
pub type ConsentEntry = Code;

/// A structural signal in a network file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StructuralEntry {
    /// The key by which files name it.
    pub key: Code,
    /// Its domain: figures count its signals there.
    pub domain: Code,
    /// Its main cause; absent where no right is in play.
    #[serde(default)]
    pub cause: Option<Cause>,
    /// No right in law at all; only with *exclusion*.
    #[serde(default)]
    pub never_eligible: bool,
    /// The rights in play.
    #[serde(default)]
    pub rights: Vec<Code>,
    /// The competent levels as the coordinator decides.
    pub authorities: Vec<Authority>,
    /// The owner (trekker).
    pub owner: Code,
    /// The signals that say this.
    #[serde(default)]
    pub signals: Vec<SignalReference>,
    /// Which organisations see this too.
    #[serde(default)]
    pub recognition: Vec<RecognitionEntry>,
    /// Its text per edition: one version, in several languages.
    #[serde(default)]
    pub chapters: Vec<ChapterEntry>,
    /// Its recommendations.
    #[serde(default)]
    pub recommendations: Vec<RecommendationEntry>,
    /// Answers of authorities.
    #[serde(default)]
    pub answers: Vec<AnswerEntry>,
    /// What the field sees.
    #[serde(default)]
    pub verdicts: Vec<VerdictEntry>,
}

/// A signal as a network file names it; it may be imported later.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SignalReference {
    /// The organisation.
    pub organisation: Code,
    /// Its own running number.
    pub reference: String,
}

/// One organisation's answer to "we see this too".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecognitionEntry {
    /// The organisation.
    pub organisation: Code,
    /// What it says.
    pub answer: Recognition,
    /// The edition for which it was asked.
    pub edition: EditionNumber,
}

/// The text of a structural signal for one edition, with what was decided on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterEntry {
    /// The edition it is for.
    pub edition: EditionNumber,
    /// The four criteria.
    pub criteria: Criteria,
    /// The text per language.
    pub text: BTreeMap<Language, ChapterText>,
    /// Quotes, figures from elsewhere and good practices.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
    /// What each organisation says of this version.
    #[serde(default)]
    pub agreements: Vec<AgreementEntry>,
}

/// What one organisation says of one version of a chapter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AgreementEntry {
    /// The organisation.
    pub organisation: Code,
    /// What it says.
    pub stance: Agreement,
    /// Its remark or reason; kept, never printed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub remark: String,
}
