//! What follows from published cells: the attacker's own arithmetic.
//!
//! Two attacks on the sums that hold between cells. *Elimination*, exact, modulo a prime: a protected cell that
//! is a linear combination of published ones. *Bounds*: counts are not negative, so each sum bounds its
//! parts; bounds are passed on until nothing changes, also from the supposition that a cell is small, or large. What
//! bounds reveal is truly revealed; they are exact
//! where the sums form a tree (one-way tables with nested groups), and may miss what a linear program finds in
//! crossed tables.

use std::collections::BTreeMap;

use crate::space::Relation;

/// The sums between cells.
pub(crate) struct Sums {
    relations: Vec<Relation>,
}

/// Smallest and largest value that a cell may have for the attacker.
pub(crate) type Bounds = (i64, i64);

/// Larger than any count; many of them still add up.
const UNBOUNDED: i64 = 1 << 40;
/// 2^61 − 1.
const PRIME: u64 = (1 << 61) - 1;
/// Bounds only narrow, and stay true when the passing stops early.
const MAX_ROUNDS: usize = 10_000;

impl Sums {
    /// These sums.
    pub(crate) const fn new(relations: Vec<Relation>) -> Self {
        Self { relations }
    }

    /// The bounds of every cell, given the known ones and a least value for the others.
    pub(crate) fn bounds(&self, known: &[Option<i64>], least: &[i64]) -> Vec<Bounds> {
        let mut bounds: Vec<Bounds> = known
            .iter()
            .zip(least)
            .map(|(known, least)| known.map_or((*least, UNBOUNDED), |n| (n, n)))
            .collect();
        self.pass_on(known, &mut bounds);
        bounds
    }

    /// Whether a cell could lie within `between`, as far as passing on the bounds that follow can tell.
    pub(crate) fn may_lie(
        &self,
        cell: usize,
        between: Bounds,
        known: &[Option<i64>],
        bounds: &[Bounds],
    ) -> bool {
        let mut bounds = bounds.to_vec();
        bounds[cell] = (bounds[cell].0.max(between.0), bounds[cell].1.min(between.1));
        self.pass_on(known, &mut bounds)
    }

    /// Passes bounds on until nothing changes; no, where that leaves some cell without a possible value.
    fn pass_on(&self, known: &[Option<i64>], bounds: &mut [Bounds]) -> bool {
        let open = |relation: &&Relation| relation.cells().any(|cell| known[cell].is_none());
        let relations: Vec<&Relation> = self.relations.iter().filter(open).collect();
        for _ in 0..MAX_ROUNDS {
            let mut changed = false;
            for relation in &relations {
                for cell in relation.cells().filter(|cell| known[*cell].is_none()) {
                    let (low, high) = relation.bounds_of(cell, bounds);
                    let now = bounds[cell];
                    let next = (now.0.max(low.min(UNBOUNDED)), now.1.min(high.max(-UNBOUNDED)));
                    if next.0 > next.1 {
                        return false;
                    }
                    changed |= next != now;
                    bounds[cell] = next;
                }
            }
            if !changed {
                break;
            }
        }
        true
    }

    /// The unknown cells that are linear combinations of known ones, each with the combination of known cells
    /// (cell, coefficient) that gives it; in order of cells.
    pub(crate) fn determined(&self, known: &[bool]) -> Vec<(usize, Vec<(usize, i64)>)> {
        let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
        let mut equations: Vec<(usize, Row)> = Vec::new();
        for relation in &self.relations {
            let mut row = Row::default();
            for cell in relation.cells() {
                let coefficient = if cell == relation.whole { PRIME - 1 } else { 1 };
                let side = if known[cell] { &mut row.known } else { &mut row.unknown };
                side.insert(cell, coefficient);
            }
            if !row.unknown.is_empty() {
                equations.push((row.unknown.len(), row));
            }
        }
        equations.sort_by_key(|(length, _)| *length);
        for (_, mut row) in equations {
            let pivots: Vec<usize> =
                row.unknown.keys().copied().filter(|cell| rows.contains_key(cell)).collect();
            for pivot in pivots {
                if let (Some(factor), Some(other)) = (row.unknown.get(&pivot).copied(), rows.get(&pivot)) {
                    row.subtract(other, factor);
                }
            }
            let Some((pivot, leading)) = row.unknown.iter().next_back().map(|(cell, c)| (*cell, *c)) else {
                continue;
            };
            row.scale(inverse(leading));
            for other in rows.values_mut() {
                if let Some(factor) = other.unknown.get(&pivot).copied() {
                    other.subtract(&row, factor);
                }
            }
            rows.insert(pivot, row);
        }
        let alone = rows.into_iter().filter(|(_, row)| row.unknown.len() == 1);
        alone.map(|(cell, row)| (cell, row.combination())).collect()
    }
}

impl Relation {
    /// The whole and its parts.
    pub(crate) fn cells(&self) -> impl Iterator<Item = usize> {
        std::iter::once(self.whole).chain(self.parts.iter().copied())
    }

    /// What this sum alone says of one of its cells.
    pub(crate) fn bounds_of(&self, cell: usize, bounds: &[Bounds]) -> Bounds {
        let (low, high) = self.parts.iter().fold((0, 0), |(low, high), part| {
            if *part == cell { (low, high) } else { (low + bounds[*part].0, high + bounds[*part].1) }
        });
        if cell == self.whole {
            (low, high)
        } else {
            (bounds[self.whole].0 - high, bounds[self.whole].1 - low)
        }
    }
}

/// One equation: its terms add up to nothing, modulo the prime.
#[derive(Default)]
struct Row {
    unknown: BTreeMap<usize, u64>,
    known: BTreeMap<usize, u64>,
}

impl Row {
    fn subtract(&mut self, other: &Self, factor: u64) {
        for (mine, theirs) in [(&mut self.unknown, &other.unknown), (&mut self.known, &other.known)] {
            for (cell, coefficient) in theirs {
                let take = multiply(*coefficient, factor);
                let now = mine.get(cell).copied().unwrap_or(0);
                let next = (now + PRIME - take) % PRIME;
                if next == 0 {
                    mine.remove(cell);
                } else {
                    mine.insert(*cell, next);
                }
            }
        }
    }

    fn scale(&mut self, factor: u64) {
        for coefficient in self.unknown.values_mut().chain(self.known.values_mut()) {
            *coefficient = multiply(*coefficient, factor);
        }
    }

    /// The known side, carried over: what the one unknown equals. Empty where a coefficient is no small integer.
    fn combination(&self) -> Vec<(usize, i64)> {
        let small = |coefficient: u64| {
            let minus = i64::try_from(coefficient).ok().filter(|n| *n < 1000).map(|n| -n);
            minus.or_else(|| i64::try_from(PRIME - coefficient).ok().filter(|n| *n < 1000))
        };
        let terms: Option<Vec<(usize, i64)>> =
            self.known.iter().map(|(cell, c)| Some((*cell, small(*c)?))).collect();
        terms.unwrap_or_default()
    }
}

fn multiply(a: u64, b: u64) -> u64 {
    let product = u128::from(a) * u128::from(b) % u128::from(PRIME);
    u64::try_from(product).unwrap_or(0)
}

/// By Fermat: a^(p−2).
fn inverse(a: u64) -> u64 {
    let (mut result, mut base, mut exponent) = (1, a, PRIME - 2);
    while exponent > 0 {
        if exponent & 1 == 1 {
            result = multiply(result, base);
        }
        base = multiply(base, base);
        exponent >>= 1;
    }
    result
}
