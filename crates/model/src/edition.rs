//! Editions: one period, frozen once, published as numbered revisions.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::code::closed_list;
use crate::month::Period;

/// The number of an edition: 1, 2, 3 …
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EditionNumber(pub u32);

impl fmt::Display for EditionNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

closed_list! {
    /// Where an edition stands. It only moves forward.
    EditionState {
        /// Signals are still taken in, chapters still written.
        Open = "open",
        /// The frozen record is made; signals and chapters no longer change it.
        Frozen = "frozen",
        /// Published: a correction is a new revision.
        Published = "published",
    }
}

/// An edition of the bundle.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edition {
    /// Its number.
    pub number: EditionNumber,
    /// The months it covers; a year unless chosen otherwise.
    pub period: Period,
    /// Where it stands.
    pub state: EditionState,
    /// The revision, 1 at first publication.
    pub revision: u32,
}
