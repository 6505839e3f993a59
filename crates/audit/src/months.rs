//! Months, and the stretches of time that editions cut each other into.

use std::collections::BTreeSet;

use serde::Deserialize;

use crate::published::Published;

/// A month, written `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub struct Month(i64);

impl TryFrom<String> for Month {
    type Error = String;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let wrong = || "a month is written YYYY-MM".to_owned();
        let (year, month) = text.split_once('-').ok_or_else(wrong)?;
        let year: i64 = year.parse().map_err(|_| wrong())?;
        let month: i64 = month.parse().map_err(|_| wrong())?;
        (1..=12).contains(&month).then_some(Self(year * 12 + month - 1)).ok_or_else(wrong)
    }
}

/// Editions that share months with each other, directly or through others; by place in the list.
pub(crate) fn together(editions: &[Published]) -> Vec<Vec<usize>> {
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (at, edition) in editions.iter().enumerate() {
        let shares = |other: &usize| {
            let (a, b) = (edition.period, editions[*other].period);
            a.from <= b.to && b.from <= a.to
        };
        let (mut with, without): (Vec<Vec<usize>>, Vec<Vec<usize>>) =
            groups.into_iter().partition(|group| group.iter().any(shares));
        with.push(vec![at]);
        groups = without;
        groups.push(with.concat());
    }
    groups.iter_mut().for_each(|group| group.sort_unstable());
    groups.sort();
    groups
}

/// The months at which a stretch of time begins.
fn starts(editions: &[&Published]) -> Vec<Month> {
    let starts: BTreeSet<Month> =
        editions.iter().flat_map(|edition| [edition.period.from, edition.period.to.next()]).collect();
    starts.into_iter().collect()
}

/// The stretch in which a month lies.
pub(crate) fn at_month(editions: &[&Published], month: Month) -> Option<usize> {
    starts(editions).iter().rposition(|start| *start <= month)
}

/// For each edition of a group, the stretches of time it is about, numbered from the first.
pub(crate) fn stretches(editions: &[&Published]) -> Vec<Vec<usize>> {
    let starts = starts(editions);
    let inside = |edition: &&Published| {
        let within = |start: &Month| edition.period.from <= *start && *start <= edition.period.to;
        (0..starts.len()).filter(|stretch| within(&starts[*stretch])).collect()
    };
    editions.iter().map(inside).collect()
}

impl Month {
    pub(crate) const fn year(self) -> u64 {
        self.0.div_euclid(12).unsigned_abs()
    }

    const fn next(self) -> Self {
        Self(self.0 + 1)
    }
}
