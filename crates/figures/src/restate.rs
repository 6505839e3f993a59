//! What earlier editions stated about the same months, cell by cell.
//!
//! Protected once stays protected, and two statements about the same months differ by nothing or by at least the
//! threshold. A statement is also what follows by adding editions that follow each other, or by taking away from one
//! edition those that make up the rest of it.

use model::Period;

use crate::document::Earlier;
use crate::secondary::NewCell;
use crate::space::At;

/// The earlier editions that bear on a period.
pub(crate) struct Restated<'a> {
    period: Period,
    overlapping: Vec<&'a Earlier>,
    /// Editions that together are about the period: the first added, the others taken away; or all added.
    sums: Vec<(Vec<&'a Earlier>, Vec<&'a Earlier>)>,
}

/// So many ways of adding editions up to a period are looked at.
const MAX_SUMS: usize = 1_000;

impl<'a> Restated<'a> {
    pub(crate) fn new(period: Period, earlier: &'a [Earlier]) -> Self {
        let overlapping: Vec<&Earlier> =
            earlier.iter().filter(|other| !other.period().is_disjoint_from(period)).collect();
        let (from, to) = (period.from().number(), period.to().number());
        let mut sums = Vec::new();
        chains(earlier, (from, to), &mut Vec::new(), &mut |chain| {
            if chain.len() > 1 {
                sums.push((chain.to_vec(), Vec::new()));
            }
            sums.len() < MAX_SUMS
        });
        for whole in earlier {
            let (first, last) = (whole.period().from().number(), whole.period().to().number());
            if (first, last) == (from, to) || first > from || last < to {
                continue;
            }
            // What lies before the period and what lies after it; either may be nothing.
            let mut before: Vec<Vec<&Earlier>> = Vec::new();
            chains(earlier, (first, from - 1), &mut Vec::new(), &mut |chain| {
                before.push(chain.to_vec());
                before.len() < MAX_SUMS
            });
            for chain in before {
                let mut rest = chain.clone();
                chains(earlier, (to + 1, last), &mut rest, &mut |rest| {
                    sums.push((vec![whole], rest.to_vec()));
                    sums.len() < MAX_SUMS
                });
            }
        }
        Self { period, overlapping, sums }
    }

    /// What they mean for a cell.
    pub(crate) fn apply(&self, cell: &mut NewCell, at: &At) {
        let threshold = cell.count.threshold.unsigned_abs();
        let total = cell.count.total;
        for earlier in &self.overlapping {
            let Some(figure) = earlier.stated(at) else { continue };
            let Some(before) = figure.count() else {
                cell.stays_protected = true;
                continue;
            };
            let difference = total.abs_diff(i64::try_from(before).unwrap_or(i64::MAX));
            if difference == 0 {
                cell.public_before |= earlier.period() == self.period;
            } else if difference < threshold {
                cell.stays_protected = true;
            }
        }
        let count = |earlier: &&Earlier| i64::try_from(earlier.stated(at)?.count()?).ok();
        let add = |editions: &[&Earlier]| editions.iter().map(count).sum::<Option<i64>>();
        for (added, taken) in &self.sums {
            let (Some(added), Some(taken)) = (add(added), add(taken)) else { continue };
            let difference = total.abs_diff(added - taken);
            cell.stays_protected |= difference != 0 && difference < threshold;
        }
    }
}

/// Every way of filling the months from the first to the last with editions that follow each other without a gap; goes on
/// as long as `take` says so.
fn chains<'a>(
    earlier: &'a [Earlier],
    (first, last): (i32, i32),
    chain: &mut Vec<&'a Earlier>,
    take: &mut impl FnMut(&[&'a Earlier]) -> bool,
) -> bool {
    if first > last {
        return take(chain);
    }
    let next =
        |other: &&Earlier| other.period().from().number() == first && other.period().to().number() <= last;
    for edition in earlier.iter().filter(next) {
        chain.push(edition);
        let more = chains(earlier, (edition.period().to().number() + 1, last), chain, take);
        chain.pop();
        if !more {
            return false;
        }
    }
    true
}
