//! The stretches of time into which editions cut each other.

use std::collections::BTreeSet;

use model::Period;

/// For each of some periods, the stretches that it consists of.
pub(crate) struct Stretches {
    of: Vec<Vec<usize>>,
    number: usize,
}

impl Stretches {
    /// The stretches of some periods.
    pub(crate) fn new(periods: &[Period]) -> Self {
        let starts: BTreeSet<i32> =
            periods.iter().flat_map(|period| [period.from().number(), period.to().number() + 1]).collect();
        let inside = |period: &Period| {
            let within = |start: &i32| period.from().number() <= *start && *start <= period.to().number();
            starts.iter().enumerate().filter(|(_, start)| within(start)).map(|(at, _)| at).collect()
        };
        Self { of: periods.iter().map(inside).collect(), number: starts.len() }
    }

    /// Those of a period, by its place in the list.
    pub(crate) fn of(&self, period: usize) -> &[usize] {
        &self.of[period]
    }

    /// All of them.
    pub(crate) fn all(&self) -> std::ops::Range<usize> {
        0..self.number
    }
}

/// The periods that share months with the first, directly or through others; by place in the list.
pub(crate) fn connected(periods: &[Period]) -> Vec<usize> {
    let mut found = BTreeSet::from([0]);
    loop {
        let touches = |at: &usize| found.iter().any(|other| !periods[*at].is_disjoint_from(periods[*other]));
        let more: BTreeSet<usize> = (0..periods.len()).filter(touches).collect();
        if more.len() == found.len() {
            return found.into_iter().collect();
        }
        found = more;
    }
}
