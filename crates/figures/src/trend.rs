//! How a figure changed since an earlier edition, and what part of another it is.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::document::Earlier;
use crate::publication::Publication;

/// A percentage of change is given only where the earlier count is at least this: below it, one signal more
/// or less moves the percentage by over 2 points, and the figures themselves say more.
pub const MIN_BASE_FOR_PERCENT: u64 = 50;

/// A figure in two editions of disjoint periods, public in both.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The earlier count.
    pub before: u64,
    /// The count now.
    pub now: u64,
    /// Now less before.
    pub difference: i64,
    /// Its sign.
    pub direction: Direction,
    /// The difference in whole percents of the earlier count, where that is large enough.
    pub percent: Option<i64>,
}

/// Which way a figure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Direction {
    /// More signals.
    Up,
    /// As many.
    Same,
    /// Fewer signals.
    Down,
}

/// A published figure as a part of another published figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Share {
    /// The part.
    pub part: u64,
    /// The whole, at least 1.
    pub whole: u64,
    /// Whole percents, rounded half up.
    pub percent: u64,
}

impl Publication {
    /// How a figure changed since an earlier edition: only where the periods share no month, both figures are
    /// public, and the coordinates mean the same in both (`guard.md`: "trends between disjoint periods need only
    /// that both sides are public"). The rest of a domain, and groups with other members, are not comparable.
    pub fn change(&self, earlier: &Earlier, at: &[(&str, &str)]) -> Option<Change> {
        if !self.is_comparable(earlier, at) {
            return None;
        }
        let (before, now) = (earlier.figure(at).count()?, self.figure(at).count()?);
        let difference = i64::try_from(now).ok()?.checked_sub(i64::try_from(before).ok()?)?;
        let direction = match difference.signum() {
            1 => Direction::Up,
            -1 => Direction::Down,
            _ => Direction::Same,
        };
        let percent = (before >= MIN_BASE_FOR_PERCENT)
            .then(|| i64::try_from(whole_percent(difference.unsigned_abs(), before)).ok())
            .flatten()
            .map(|percent| percent * difference.signum());
        Some(Change { before, now, difference, direction, percent })
    }

    /// Whether a cell of an earlier edition may stand beside this one's: the periods share no month, and the
    /// coordinates mean the same in both.
    pub fn is_comparable(&self, earlier: &Earlier, at: &[(&str, &str)]) -> bool {
        earlier.period().is_disjoint_from(self.period())
            && at.iter().all(|(dimension, code)| self.means_the_same(earlier, dimension, code))
    }

    /// What part of one figure another is: only where both are public and every signal of `at` is one of `of`.
    pub fn share(&self, at: &[(&str, &str)], of: &[(&str, &str)]) -> Option<Share> {
        let (inner, outer) =
            (self.space().region(at.iter().copied())?, self.space().region(of.iter().copied())?);
        if !self.space().lies_in(&inner, &outer) {
            return None;
        }
        let (part, whole) = (self.figure(at).count()?, self.figure(of).count()?);
        (whole > 0).then(|| Share { part, whole, percent: whole_percent(part, whole) })
    }

    fn means_the_same(&self, earlier: &Earlier, dimension: &str, code: &str) -> bool {
        let (Some(now), Some(before)) =
            (self.dimensions().get(dimension), earlier.dimensions().get(dimension))
        else {
            return false;
        };
        let members = |group: Option<&Vec<String>>| group.map(|g| g.iter().cloned().collect::<BTreeSet<_>>());
        now.has(code)
            && before.has(code)
            && !now.is_rest(code)
            && members(now.groups.get(code)) == members(before.groups.get(code))
    }
}

/// `part` in whole percents of `whole`, rounded half up.
fn whole_percent(part: u64, whole: u64) -> u64 {
    let percent = (u128::from(part) * 200 + u128::from(whole)) / (u128::from(whole.max(1)) * 2);
    u64::try_from(percent).unwrap_or(u64::MAX)
}
