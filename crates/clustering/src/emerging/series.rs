//! Which series are watched: per cause, domain and structural signal, and in pairs.

use std::collections::BTreeMap;

use model::{Cause, CauseChoice, Code, Month, Place, StructuralSignalId, Zone};

/// What a series counts.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// A main cause.
    Cause(Cause),
    /// A main domain.
    Domain(Code),
    /// A structural signal.
    Structural(StructuralSignalId),
    /// A cause in a domain.
    CauseDomain(Cause, Code),
    /// A cause in a zone.
    CauseZone(Cause, Zone),
    /// A domain in a zone.
    DomainZone(Code, Zone),
}

/// Signals of a month that have all this in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filed {
    /// The month in which they came in.
    pub month: Month,
    /// The main cause.
    pub cause: CauseChoice,
    /// The main domain.
    pub domain: Code,
    /// Where it happens.
    pub place: Place,
    /// The structural signal they belong to.
    pub structural: Option<StructuralSignalId>,
    /// How many.
    pub count: u32,
}

/// Counts month for month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series<K> {
    /// Of what.
    pub key: K,
    /// The count of each month, the oldest first.
    pub counts: Vec<u32>,
}

/// Everything that was filed, and the series within it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Months {
    /// The first month.
    pub first: Month,
    /// What was filed in each month.
    pub all: Vec<u32>,
    /// The series, in the order of their keys.
    pub series: Vec<Series<Key>>,
}

/// The series of what was filed, from the first month with a signal, or `from` where that is later, to `last`; none where
/// nothing was filed in these. A cause that nobody knows yet, a place without a zone and no right in play count in all
/// filing only.
pub fn series(filed: &[Filed], from: Month, last: Month) -> Option<Months> {
    let within = || filed.iter().filter(|one| (from..=last).contains(&one.month) && one.count > 0);
    let first = within().map(|one| one.month).min()?;
    let length = usize::try_from(last.number() - first.number()).ok()? + 1;
    let mut all = vec![0; length];
    let mut counts: BTreeMap<Key, Vec<u32>> = BTreeMap::new();
    for one in within() {
        let Ok(at) = usize::try_from(one.month.number() - first.number()) else { continue };
        all[at] += one.count;
        for key in keys(one) {
            counts.entry(key).or_insert_with(|| vec![0; length])[at] += one.count;
        }
    }
    let series = counts.into_iter().map(|(key, counts)| Series { key, counts }).collect();
    Some(Months { first, all, series })
}

/// The series to which a signal belongs.
fn keys(one: &Filed) -> impl Iterator<Item = Key> {
    let cause = if let CauseChoice::Of(cause) = one.cause { Some(cause) } else { None };
    let domain = || one.domain.clone();
    let zone = one.place.zone();
    [
        cause.map(Key::Cause),
        Some(Key::Domain(domain())),
        one.structural.map(Key::Structural),
        cause.map(|cause| Key::CauseDomain(cause, domain())),
        cause.zip(zone).map(|(cause, zone)| Key::CauseZone(cause, zone)),
        zone.map(|zone| Key::DomainZone(domain(), zone)),
    ]
    .into_iter()
    .flatten()
}
