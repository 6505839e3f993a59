//! Which counts are protected for their own sake.

use crate::rules::{Rules, Zeros, threshold_of};
use crate::space::{Region, Space};

/// What the guard knows of one cell. Never leaves the crate.
pub(crate) struct Count {
    pub(crate) total: i64,
    /// By organisation.
    pub(crate) parts: Vec<u64>,
    /// Below it a count is small: the network's threshold, or a higher one for what the cell names.
    pub(crate) threshold: i64,
    pub(crate) verdict: Verdict,
}

/// What the primary rules say of a count (`guard.md`, "Rules").
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// May be published.
    Open,
    /// Too small.
    Small,
    /// Large enough, but too much one organisation's, or too few organisations.
    Concentrated,
    /// No member of these sectors filed: a zero that is public in words.
    StructuralZero,
}

/// The count of a cell, judged.
pub(crate) fn judge(parts: Vec<u64>, space: &Space, region: &Region, rules: &Rules, silent: bool) -> Count {
    let total: u64 = parts.iter().sum();
    let threshold = threshold_of(rules, space, region);
    let largest = parts.iter().copied().max().unwrap_or(0);
    let organisations = parts.iter().filter(|part| **part > 0).count() as u64;
    let verdict = if silent {
        Verdict::StructuralZero
    } else if total == 0 && rules.zeros == Zeros::Publish {
        Verdict::Open
    } else if total < threshold {
        Verdict::Small
    } else if organisations < rules.min_organisations
        || Rules::exceeds(rules.max_share, largest, total)
        || total - largest < rules.min_others
    {
        Verdict::Concentrated
    } else {
        Verdict::Open
    };
    let (total, threshold) =
        (i64::try_from(total).unwrap_or(i64::MAX), i64::try_from(threshold).unwrap_or(i64::MAX));
    Count { total, parts, threshold, verdict }
}

impl Count {
    /// What an organisation filed of it.
    pub(crate) fn own(&self, organisation: usize) -> i64 {
        self.parts.get(organisation).map_or(0, |own| i64::try_from(*own).unwrap_or(i64::MAX))
    }
}
