//! Structural signals: the criteria they must meet, the text of a chapter, agreement, recommendations.

use serde::{Deserialize, Serialize};

use crate::authority::Authority;
use crate::code::{Code, closed_list};
use crate::edition::EditionNumber;
use crate::language::{Language, Localised};
use crate::month::Month;

/// What stands in a chapter beside its text. Each changes what the organisations agree to, and is part of the version.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Evidence {
    /// What people said.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Quote>,
    /// Figures from elsewhere that enrich it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub figures: Vec<OutsideFigure>,
    /// What works already.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub practices: Vec<GoodPractice>,
}

impl Evidence {
    /// Whether there is nothing.
    pub const fn is_empty(&self) -> bool {
        self.quotes.is_empty() && self.figures.is_empty() && self.practices.is_empty()
    }

    /// Its texts, in the order in which they are printed.
    pub fn texts(&self) -> impl Iterator<Item = &Localised> {
        let quotes = self.quotes.iter().map(|quote| &quote.text);
        let figures = self.figures.iter().map(|figure| &figure.text);
        quotes.chain(figures).chain(self.practices.iter().map(|practice| &practice.text))
    }
}

/// What somebody said, without any name. Printed only where the speaker agreed, where it was reworded so that nobody knows
/// them by how they speak, and where a second person cleared it.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quote {
    /// The words, without quotation marks.
    pub text: Localised,
    /// Whether the speaker said yes to its being printed without a name.
    pub agreed: bool,
    /// Whether it was reworded.
    pub reworded: bool,
}

impl Quote {
    /// Whether it may be printed as far as the speaker goes.
    pub const fn may_be_printed(&self) -> bool {
        self.agreed && self.reworded
    }
}

/// A figure that somebody else published.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutsideFigure {
    /// The sentence with the figure.
    pub text: Localised,
    /// Who published it, and where.
    pub source: String,
    /// The year it is about.
    pub year: u16,
}

/// Something that works already.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GoodPractice {
    /// What is done, and what comes of it.
    pub text: Localised,
    /// The member organisation whose practice it is; absent where it is somebody else's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Code>,
}

closed_list! {
    /// What an organisation says when asked whether it sees the problem too.
    Recognition {
        /// We see this often.
        Often = "often",
        /// We see this sometimes.
        Sometimes = "sometimes",
        /// We do not see this.
        Not = "not",
        /// This is not our field.
        NotOurField = "not-our-field",
    }
}

closed_list! {
    /// What an organisation says of one version of a chapter.
    Agreement {
        /// Agrees.
        Agrees = "agrees",
        /// Agrees, with a remark.
        AgreesWithRemark = "agrees-with-remark",
        /// Refuses, with a reason.
        Refuses = "refuses",
    }
}

impl Agreement {
    /// Whether the chapter may be printed as far as this organisation is concerned.
    pub const fn permits_printing(self) -> bool {
        matches!(self, Self::Agrees | Self::AgreesWithRemark)
    }
}

closed_list! {
    /// The direction of a recommendation.
    Stance {
        /// Do this.
        Do = "do",
        /// Do not do this.
        Dont = "dont",
    }
}

/// The four criteria of the working group, judged on the structural signal; an edition prints only what meets all four.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criteria {
    /// *Clear* (duidelijk).
    pub clear: bool,
    /// *Neutral* (neutraal).
    pub neutral: bool,
    /// *Recognised* ((h)erkend).
    pub recognised: bool,
    /// *Shared* (gedeeld): by several organisations.
    pub shared: bool,
    /// The working group's notes; kept, never printed.
    #[serde(default)]
    pub note: String,
}

impl Criteria {
    /// Whether all four are met.
    pub const fn all_met(&self) -> bool {
        self.clear && self.neutral && self.recognised && self.shared
    }
}

/// The text of one chapter in one language. Each entry of a list is a paragraph.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChapterText {
    /// The neutral title: the problem, not the solution.
    pub title: String,
    /// The problem in at most two sentences.
    pub summary: String,
    /// What we see.
    pub see: Vec<String>,
    /// What exists already and why it does not suffice.
    pub exists: Vec<String>,
    /// Why it is structural.
    pub structural: Vec<String>,
}

impl ChapterText {
    /// Whether every part has text.
    pub fn is_complete(&self) -> bool {
        let filled = |parts: &[String]| !parts.is_empty() && parts.iter().all(|p| !p.trim().is_empty());
        !self.title.trim().is_empty()
            && !self.summary.trim().is_empty()
            && filled(&self.see)
            && filled(&self.exists)
            && filled(&self.structural)
    }
}

/// A recommendation: apart from the problem, signed, and addressed to one authority or to the organisations.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recommendation {
    /// The edition that prints it.
    pub edition: EditionNumber,
    /// The addressee.
    pub addressee: Authority,
    /// The office there, where one is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub office: Option<Code>,
    /// Do or do not.
    pub stance: Stance,
    /// The sentence.
    pub text: Localised,
    /// The organisations that sign it, at least one.
    pub signed_by: Vec<Code>,
    /// By when, where a term is asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub term: Option<Month>,
}

impl Recommendation {
    /// The languages in which its sentence is missing.
    pub fn missing_languages(&self) -> impl Iterator<Item = Language> + '_ {
        Language::ALL.iter().copied().filter(|language| self.text.lacks(*language))
    }
}
