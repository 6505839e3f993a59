//! The problems that generated signals speak of: how frequent each is, and what goes with it.

use model::{Authority, Cause, TargetGroup};

mod table;

pub(crate) use table::SPECS;

/// The keys of all problems; the first twelve are the structural signals of the demo network.
pub fn problem_keys() -> impl Iterator<Item = &'static str> {
    SPECS.iter().map(|spec| spec.key)
}

/// The key of problem number `number` in [`problem_keys`]; `None` beyond the last.
pub fn problem_key(number: usize) -> Option<&'static str> {
    SPECS.get(number).map(|spec| spec.key)
}

/// In which months a problem is seen most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Season {
    Even,
    Winter,
    School,
}

/// A problem of the field.
pub(crate) struct Spec {
    /// The key under which its texts stand.
    pub key: &'static str,
    pub domain: &'static str,
    /// How frequent it is, beside the others.
    pub weight: u32,
    pub season: Season,
    /// The main causes, each with its share.
    pub causes: &'static [(Cause, u32)],
    pub rights: &'static [&'static str],
    /// The competent levels, the likeliest first.
    pub authorities: &'static [Authority],
    pub groups: &'static [TargetGroup],
    pub other_domains: &'static [&'static str],
    /// How many in a hundred that no municipality takes up.
    pub no_municipality: u32,
    /// How many in a hundred of the exclusions where the law gives no right at all.
    pub never_eligible: u32,
}
