//! What stands in `tables.json`.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::months::Month;

/// An edition as published. Fields that the attack does not need are not read.
#[derive(Debug, Clone, Deserialize)]
pub struct Published {
    /// The number of the edition.
    pub edition: u32,
    /// Its revision.
    pub revision: u32,
    /// The months that it is about.
    pub period: Period,
    /// The rules that it says it follows.
    pub rules: Rules,
    /// The dimensions, by code.
    pub dimensions: BTreeMap<String, Dimension>,
    /// The tables.
    pub tables: Vec<Table>,
    /// Counts that are not of signals.
    #[serde(default)]
    pub facts: Vec<Fact>,
}

/// A count that is not of signals.
#[derive(Debug, Clone, Deserialize)]
pub struct Fact {
    /// Its name.
    pub id: String,
    /// How many.
    pub value: u64,
    /// Of what: `organisations`, `structural-signals`, `cells`.
    pub unit: String,
}

/// First and last month.
#[derive(Debug, Clone, Copy, Deserialize)]
pub struct Period {
    pub(crate) from: Month,
    pub(crate) to: Month,
}

impl Period {
    /// First and last year.
    pub(crate) const fn years(self) -> (u64, u64) {
        (self.from.year(), self.to.year())
    }
}

/// The rules that matter to who reads.
#[derive(Debug, Clone, Deserialize)]
pub struct Rules {
    /// A protected count must be able to be at least this.
    pub threshold: u64,
    /// A count from fewer organisations is protected.
    #[serde(default)]
    pub min_organisations: u64,
    /// A count of which one organisation filed a larger share is protected.
    #[serde(default = "all")]
    pub max_share: f64,
    /// A count with fewer signals besides those of its largest filer is protected.
    #[serde(default)]
    pub min_others: u64,
    /// `protect`, or `publish` where a zero is always shown.
    pub zeros: String,
    /// Higher thresholds for cells that name certain values together.
    #[serde(default)]
    pub thresholds: Vec<Threshold>,
}

/// A threshold for cells that name one of the values in each of these dimensions; any value, where none is listed.
#[derive(Debug, Clone, Deserialize)]
pub struct Threshold {
    /// Dimension → values.
    pub when: BTreeMap<String, Vec<String>>,
    /// The threshold.
    pub threshold: u64,
}

/// A way of dividing the signals.
#[derive(Debug, Clone, Deserialize)]
pub struct Dimension {
    /// What it divides the signals by.
    #[serde(default)]
    pub kind: String,
    /// Every signal has one of these.
    pub values: Vec<String>,
    /// Sets of values.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    /// The dimension of which this one's groups are the values.
    #[serde(default)]
    pub within: Option<String>,
}

/// A table.
#[derive(Debug, Clone, Deserialize)]
pub struct Table {
    /// Its name.
    pub id: String,
    /// Its title, by language.
    #[serde(default)]
    pub title: BTreeMap<String, String>,
    /// The dimensions crossed.
    pub dimensions: Vec<String>,
    /// Its cells.
    pub cells: Vec<Cell>,
}

/// A count, or that it is protected.
#[derive(Debug, Clone, Deserialize)]
pub struct Cell {
    /// Dimension → value, group or `*`.
    pub at: BTreeMap<String, String>,
    /// The count; nothing where it is protected.
    pub count: Option<u64>,
    /// `published` or `protected`.
    pub status: String,
}

/// A record of the attacker's own: what an organisation knows of the signals that it filed itself.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Own {
    /// The month in which it was seen; needed only where editions share some months and not others.
    #[serde(default)]
    pub month: Option<Month>,
    /// How many such records.
    #[serde(default = "one")]
    pub count: u64,
    /// Dimension → value, of the finest dimensions. Tables of which it does not name every dimension are left aside.
    #[serde(flatten)]
    pub at: BTreeMap<String, String>,
}

const fn one() -> u64 {
    1
}

const fn all() -> f64 {
    1.0
}
