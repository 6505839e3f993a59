//! Which printed texts lack Dutch or French: the freeze refuses on them, and the workbench names them beforehand. Both ask
//! here, so that they cannot differ.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use model::{Authority, Code, EditionNumber, Language, Localised};

use super::collect::collect;
use crate::material::{Material, WithheldReason};
use crate::{Error, Store};

/// The languages without which nothing is printed.
const NEEDED: [Language; 2] = [Language::Nl, Language::Fr];

/// A text that must exist in this language before an edition can be frozen.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct MissingText {
    /// What it belongs to.
    pub place: MissingPlace,
    /// The language that is missing.
    pub language: Language,
}

/// What a missing text belongs to: codes and keys, never a text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum MissingPlace {
    /// The chapter of the structural signal with this key.
    Chapter(Code),
    /// One of its recommendations, counted as in print.
    Recommendation {
        /// The key of the structural signal.
        key: Code,
        /// Which, from 1.
        number: u32,
    },
    /// What an authority answered to the structural signal with this key.
    Answer {
        /// The key of the structural signal.
        key: Code,
        /// Who answered.
        authority: Authority,
        /// To which recommendation; none where to the whole.
        recommendation: Option<u32>,
    },
    /// The reason of the field's verdict on the structural signal with this key.
    Verdict(Code),
    /// The label of a right.
    Right(Code),
    /// The legal basis of a right.
    LegalBasis(Code),
    /// The label of a domain.
    Domain(Code),
    /// The name of an organisation.
    Organisation(Code),
    /// The name of the network.
    Network,
}

/// Of Dutch and French, those that a text lacks which stands in another language; none where there is no text at all.
pub fn missing_half(text: &Localised) -> impl Iterator<Item = Language> + '_ {
    let stands = Language::ALL.iter().any(|language| !text.lacks(*language));
    NEEDED.into_iter().filter(move |language| stands && text.lacks(*language))
}

impl Store {
    /// The texts for which an edition could not be frozen on this day as it stands. None for one that is frozen already,
    /// and while an earlier edition is still open: that one comes first.
    pub fn missing_texts(&self, number: EditionNumber, today: NaiveDate) -> Result<Vec<MissingText>, Error> {
        self.read(|db| match collect(db, number, today) {
            Ok(Ok(collected)) => Ok(collected.material.missing_texts()),
            Ok(Err(_)) | Err(Error::Conflict(_)) => Ok(Vec::new()),
            Err(error) => Err(error),
        })
    }
}

impl Material {
    /// Every text that is printed and lacks Dutch or French, sorted.
    pub fn missing_texts(&self) -> Vec<MissingText> {
        let mut missing = Missing::default();
        missing.need(MissingPlace::Network, &self.network);
        for domain in &self.domains {
            missing.need(MissingPlace::Domain(domain.code.clone()), &domain.label);
        }
        for here in &self.organisations {
            missing.need(MissingPlace::Organisation(here.organisation.code.clone()), &here.organisation.name);
        }
        for printed in &self.printed {
            for right in self.rights.iter().filter(|right| printed.rights.contains(&right.code)) {
                missing.need(MissingPlace::Right(right.code.clone()), &right.label);
                missing.both_or_neither(MissingPlace::LegalBasis(right.code.clone()), &right.legal_basis);
            }
            for (number, recommendation) in (1..).zip(&printed.recommendations) {
                let place = MissingPlace::Recommendation { key: printed.key.clone(), number };
                missing.need(place, &recommendation.text);
            }
        }
        for past in &self.follow_up {
            for answer in &past.answers {
                let (authority, recommendation) = (answer.authority, answer.recommendation);
                let place = MissingPlace::Answer { key: past.key.clone(), authority, recommendation };
                missing.both_or_neither(place, &answer.text);
            }
            if let Some(verdict) = &past.verdict {
                missing.both_or_neither(MissingPlace::Verdict(past.key.clone()), &verdict.reason);
            }
        }
        let incomplete = self.withheld.iter().filter(|one| one.reason == WithheldReason::Incomplete);
        for left_out in incomplete {
            for language in &left_out.missing {
                missing.add(MissingPlace::Chapter(left_out.key.clone()), *language);
            }
        }
        missing.0.into_iter().collect()
    }
}

#[derive(Default)]
struct Missing(BTreeSet<MissingText>);

impl Missing {
    fn add(&mut self, place: MissingPlace, language: Language) {
        self.0.insert(MissingText { place, language });
    }

    fn need(&mut self, place: MissingPlace, text: &Localised) {
        for language in NEEDED.into_iter().filter(|language| text.lacks(*language)) {
            self.add(place.clone(), language);
        }
    }

    /// A text that may be absent, but not in one language alone.
    fn both_or_neither(&mut self, place: MissingPlace, text: &Localised) {
        for language in missing_half(text) {
            self.add(place.clone(), language);
        }
    }
}
