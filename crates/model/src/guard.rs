//! When a count is protected: settings of the network, with the defaults of `guard.md`.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// When a count is too small, or too much one organisation's, to be published.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// Counts below it are protected.
    pub threshold: u64,
    /// Whether a zero is a small count.
    pub zeros: Zeros,
    /// A count from fewer organisations is protected.
    pub min_organisations: u64,
    /// A count of which one organisation filed more than this share is protected.
    pub max_share: f64,
    /// A count with fewer signals that are not from its largest filer is protected.
    pub min_others: u64,
    /// A table with a larger share of protected cells is replaced by a coarser form or dropped; the total never.
    pub max_protected_share: f64,
    /// Other thresholds for cells that name certain values together; the highest that applies counts.
    pub thresholds: Vec<Threshold>,
    /// Whether each single organisation, which knows its own signals, is an attacker too.
    pub insiders: bool,
    /// How much must stay possible for a protected cell.
    pub protection: Protection,
}

/// How much must stay possible for a protected cell.
///
/// Written `safe`, `interval`, `width:N`, `exact`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum Protection {
    /// Every protected cell, also one that is protected for another's sake, can be nothing and can be large.
    #[default]
    Safe,
    /// The same, asked only of cells that are protected for their own sake.
    Interval,
    /// Two counts at least so far apart are possible for each cell that is protected for its own sake.
    Width(u64),
    /// No cell that is protected for its own sake is a linear combination of published ones.
    Exact,
}

/// A protection that is none of those known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownProtection(String);

impl std::fmt::Display for UnknownProtection {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "protection is safe, interval, width:N or exact, not: {}", self.0)
    }
}

impl std::error::Error for UnknownProtection {}

impl TryFrom<String> for Protection {
    type Error = UnknownProtection;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.as_str() {
            "safe" => Ok(Self::Safe),
            "interval" => Ok(Self::Interval),
            "exact" => Ok(Self::Exact),
            other => {
                let width = other.strip_prefix("width:").and_then(|n| n.parse().ok());
                width.map(Self::Width).ok_or(UnknownProtection(text))
            }
        }
    }
}

impl From<Protection> for String {
    fn from(protection: Protection) -> Self {
        match protection {
            Protection::Safe => "safe".to_owned(),
            Protection::Interval => "interval".to_owned(),
            Protection::Width(width) => format!("width:{width}"),
            Protection::Exact => "exact".to_owned(),
        }
    }
}

/// What a zero is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Zeros {
    /// A small count like 1 to 4.
    Protect,
    /// A public fact: a protected cell then holds at least 1.
    Publish,
}

/// A threshold for every cell that names, in each of these dimensions, one of the values, or a group that holds
/// one. An empty list of values stands for any value or group: the cell names the dimension at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// Dimension → values.
    pub when: BTreeMap<String, Vec<String>>,
    /// The threshold.
    pub threshold: u64,
}

impl Default for Rules {
    fn default() -> Self {
        let sensitive = ["residence-status", "health", "mental-health"].map(str::to_owned).to_vec();
        Self {
            threshold: 5,
            zeros: Zeros::Protect,
            min_organisations: 3,
            max_share: 0.8,
            min_others: 3,
            max_protected_share: 0.4,
            thresholds: vec![Threshold {
                when: BTreeMap::from([("domain".to_owned(), sensitive), ("place".to_owned(), Vec::new())]),
                threshold: 10,
            }],
            insiders: true,
            protection: Protection::Safe,
        }
    }
}

impl Rules {
    /// Whether an edition may be published by these rules: they may be stricter than the defaults of the field, and never so
    /// loose that the promise of an edition would be empty.
    pub fn may_stand(&self) -> bool {
        self.threshold >= Self::LEAST_THRESHOLD
            && self.thresholds.iter().all(|other| other.threshold >= Self::LEAST_THRESHOLD)
            && self.min_organisations >= 2
            && self.min_others >= 1
            && (0.0..1.0).contains(&self.max_share)
            && (0.0..=1.0).contains(&self.max_protected_share)
            && self.protection == Protection::Safe
            && self.insiders
    }

    /// The lowest threshold that an edition may have: below it, a protected count says next to nothing.
    pub const LEAST_THRESHOLD: u64 = 3;

    /// The count up to which a protected cell must be able to fall: 0, or 1 where zeros are public.
    pub const fn smallest(&self) -> i64 {
        match self.zeros {
            Zeros::Protect => 0,
            Zeros::Publish => 1,
        }
    }

    /// Whether `part` is more of `whole` than `share` allows. In thousandths, so that no rounding decides.
    pub fn exceeds(share: f64, part: u64, whole: u64) -> bool {
        u128::from(part) * 1000
            > u128::from(whole) * u128::from((share.clamp(0.0, 1.0) * 1000.0).round() as u32)
    }
}
