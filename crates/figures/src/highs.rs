//! HiGHS, a solver in floating point, for parts whose exact tableau would not fit: it proposes, whole numbers decide.
//!
//! A programme pushes one cell as far as it goes, and a little all others that still want a table. Only the objective
//! changes from one to the next, so that each starts where the last one ended. A corner in fractions is made whole by
//! rounding some counts, the nearest first, and solving again. What comes of it is checked by adding, like every table. How
//! far a cell can go *down* at most is proved from the multipliers of the sums in integers (weak duality), so
//! that no tolerance decides.
//!
//! Settings are fixed, one thread, limits in numbers: the same records give the same tables.

use std::collections::BTreeMap;

use highs::{Col, HighsModelStatus, Model, RowProblem, Sense, Solution};

use crate::engine::{Engine, Found, Wishes};
use crate::repair::{Equation, Movable};
use crate::space::Relation;
use crate::tableau::{Pushed, Stopped, Way};

/// A part with more cells is beyond the exact tableau.
pub(crate) const LARGEST_TABLEAU: usize = 3_000;
/// Nearer to a whole number than this is that number; what is rounded is checked by adding.
const NEAR: f64 = 1e-6;
/// So much does a wish count beside the cell that is pushed.
const WISH: f64 = 0.01;
/// Exchanges in one programme.
const MAX_EXCHANGES: i32 = 200_000;
/// Programmes on the way from a corner to a whole table, and those of them that may go wrong.
const MAX_STEPS: usize = 300;
const MAX_TURNS: usize = 20;
/// Programmes for each table, after which no more of its cells are opened again.
const ENOUGH: u64 = 50;
/// Multipliers are rounded to so many parts of one: 2^40.
const PARTS: i128 = 1 << 40;

/// The programmes of a part.
pub(crate) struct Highs {
    programme: Programme,
    counts: Vec<i64>,
    sums: Vec<Equation>,
    /// What the cells of each sum come to.
    left: Vec<i64>,
    least: Vec<i64>,
    /// The most that each cell can be, where the sums bound it.
    most: Vec<Option<i64>>,
    fixed: Vec<bool>,
    /// No count in a programme is larger.
    ceiling: i64,
}

/// The programmes that look for the cheapest cells to close.
pub(crate) struct Nearest {
    programme: Programme,
    /// For each cell, the column of its change; or of its increase, and then that of its decrease.
    columns: Vec<(usize, Option<usize>)>,
}

/// Columns with bounds and costs, and sums between them that stay.
struct Programme {
    /// Nothing once the solver failed: there are no answers any more.
    model: Option<Model>,
    columns: Vec<Col>,
    bounds: Vec<(f64, f64)>,
    costs: BTreeMap<usize, f64>,
}

#[derive(Clone, Copy)]
enum Simplex {
    /// Costs that are not negative make the unchanged table a good start, and so does a corner with new bounds.
    Dual = 1,
    /// A new objective leaves the last corner a good start.
    Primal = 4,
}

impl Highs {
    /// A part with these counts and the sums between them.
    pub(crate) fn new(counts: &[i64], sums: &[Relation]) -> Result<Self, Stopped> {
        let sums: Vec<Equation> = sums.iter().map(Relation::equation).collect();
        let total = |sum: &Equation| sum.iter().map(|(cell, factor)| factor * counts[*cell]).sum();
        let left: Vec<i64> = sums.iter().map(total).collect();
        let least = vec![0; counts.len()];
        let ceiling = 4 * counts.iter().copied().max().unwrap_or(0) + 1_000;
        let bounds = vec![(0.0, ceiling as f64); counts.len()];
        let rows = sums.iter().zip(&left).map(|(sum, left)| {
            let terms = sum.iter().map(|(cell, factor)| (*cell, *factor as f64));
            (terms.collect(), *left as f64)
        });
        Ok(Self {
            programme: Programme::new(bounds, BTreeMap::new(), rows).ok_or(Stopped::Limit)?,
            counts: counts.to_vec(),
            most: most(&sums, &left, &least),
            sums,
            left,
            least,
            fixed: vec![false; counts.len()],
            ceiling,
        })
    }

    /// Supposes other least counts.
    fn suppose(&mut self, least: &[i64]) {
        for (cell, least) in least.iter().enumerate() {
            if !self.fixed[cell] && self.least[cell] != *least {
                self.programme.bound(cell, (*least as f64, self.ceiling as f64));
            }
        }
        self.least = least.to_vec();
        self.most = most(&self.sums, &self.left, &self.least);
    }

    /// A whole count that the cell cannot be below, whatever the multipliers are; near the best such count if they belong to
    /// the lowest corner. Each sum times its multiplier is taken from the cell; what is left over of each cell is at
    /// its least, or at its most.
    fn bound(&self, cell: usize, multipliers: &[f64]) -> Option<i64> {
        let mut rest = vec![0_i128; self.counts.len()];
        rest[cell] = PARTS;
        let mut bound = 0_i128;
        for ((sum, left), multiplier) in self.sums.iter().zip(&self.left).zip(multipliers) {
            let times = (multiplier * PARTS as f64).round() as i128;
            bound += times * i128::from(*left);
            sum.iter().for_each(|(cell, factor)| rest[*cell] -= times * i128::from(*factor));
        }
        for (cell, rest) in rest.into_iter().enumerate().filter(|(_, rest)| *rest != 0) {
            let at = match (self.fixed[cell], rest > 0) {
                (true, _) => self.counts[cell],
                (false, true) => self.least[cell],
                (false, false) => self.most[cell]?,
            };
            bound += rest * i128::from(at);
        }
        i64::try_from(-(-bound).div_euclid(PARTS)).ok()
    }
}

impl Engine for Highs {
    fn fix(&mut self, cell: usize) -> Result<(), Stopped> {
        self.fixed[cell] = true;
        self.programme.bound(cell, (self.counts[cell] as f64, self.counts[cell] as f64));
        Ok(())
    }

    fn release(&mut self, cell: usize) {
        self.fixed[cell] = false;
        self.programme.bound(cell, (self.least[cell] as f64, self.ceiling as f64));
    }

    fn is_fixed(&self, cell: usize) -> bool {
        self.fixed[cell]
    }

    /// Each part costs a start from nothing, so that it is worth while to look at all cells first.
    fn at_once(&self) -> usize {
        usize::MAX
    }

    /// Opening one cell may cost most tables.
    fn enough(&self) -> u64 {
        ENOUGH
    }

    fn push(
        &mut self,
        from: &[i64],
        least: &[i64],
        cell: usize,
        (way, goal): (Way, i64),
        wishes: Wishes<'_>,
    ) -> Result<Found, Stopped> {
        if self.least != least {
            self.suppose(least);
        }
        let towards = |way: Way| if way == Way::Up { -1.0 } else { 1.0 };
        let reached = |aim: i64, count: f64| match way {
            Way::Up => count >= aim as f64 - NEAR,
            Way::Down => count <= aim as f64 + NEAR,
        };
        let alone = BTreeMap::from([(cell, towards(way))]);
        let mut costs: BTreeMap<usize, f64> = BTreeMap::new();
        for (other, way) in wishes() {
            *costs.entry(other).or_default() += WISH * towards(way);
        }
        costs.extend(alone.clone());
        let together = costs.len() > 1;
        self.programme.cost(costs);
        let mut corner = self.programme.solve(Simplex::Primal).ok_or(Stopped::Limit)?;
        if together && !reached(goal, corner.columns()[cell]) {
            self.programme.cost(alone);
            corner = self.programme.solve(Simplex::Primal).ok_or(Stopped::Limit)?;
        }
        let reaches = reached(goal, corner.columns()[cell]);
        let aim = match way {
            _ if reaches => goal,
            // Not far enough: nobody asks for more.
            Way::Up => return Ok(Found::Table(from.to_vec(), Pushed::Best)),
            Way::Down => match self.bound(cell, corner.dual_rows()) {
                Some(bound) if bound > goal => bound,
                _ => return Ok(Found::Fractions(goal)),
            },
        };
        let start = corner.columns().to_vec();
        let towards = |column: usize| from[column] as f64;
        let whole = self.programme.whole(start, towards, |table| reached(aim, table[cell]));
        Ok(whole.map_or(Found::Fractions(aim), |table| {
            let counts = table.into_iter().map(|count| count as i64).collect();
            Found::Table(counts, if reaches { Pushed::Reached } else { Pushed::Best })
        }))
    }
}

impl Nearest {
    /// The cells, and the sums that their changes keep.
    pub(crate) fn new(cells: &[Movable], sums: &[Equation]) -> Option<Self> {
        let mut bounds = Vec::with_capacity(cells.len());
        let mut costs = BTreeMap::new();
        let mut columns = Vec::with_capacity(cells.len());
        for cell in cells {
            let (at, down) = (bounds.len(), cell.down as f64);
            if cell.cost == 0.0 {
                bounds.push((-down, f64::INFINITY));
                columns.push((at, None));
            } else {
                bounds.extend([(0.0, f64::INFINITY), (0.0, down)]);
                costs.extend([(at, cell.cost), (at + 1, cell.cost)]);
                columns.push((at, Some(at + 1)));
            }
        }
        let rows = sums.iter().map(|sum| {
            let terms = sum.iter().flat_map(|(cell, factor)| {
                let ((up, down), factor) = (columns[*cell], *factor as f64);
                std::iter::once((up, factor)).chain(down.map(|down| (down, -factor)))
            });
            (terms.collect(), 0.0)
        });
        let programme = Programme::new(bounds, costs, rows)?;
        Some(Self { programme, columns })
    }

    /// The cheapest changes that move a cell so far; with `whole`, whole ones.
    pub(crate) fn cheapest(&mut self, target: usize, (way, by): (Way, i64), whole: bool) -> Option<Vec<f64>> {
        let (column, _) = self.columns[target];
        let before = self.programme.bounds[column];
        let by = by as f64;
        self.programme.bound(column, if way == Way::Up { (by, before.1) } else { (before.0, -by) });
        let corner = self.programme.solve(Simplex::Dual).map(|corner| corner.columns().to_vec());
        let changes = match corner {
            Some(corner) if whole => self.programme.whole(corner, |_| 0.0, |_| true),
            other => other,
        };
        self.programme.bound(column, before);
        let changes = changes?;
        let change =
            |(up, down): &(usize, Option<usize>)| changes[*up] - down.map_or(0.0, |down| changes[down]);
        Some(self.columns.iter().map(change).collect())
    }

    /// From now on a cell moves for nothing.
    pub(crate) fn close(&mut self, cell: usize) {
        let (up, down) = self.columns[cell];
        let mut costs = self.programme.costs.clone();
        costs.remove(&up);
        down.map(|down| costs.remove(&down));
        self.programme.cost(costs);
    }
}

impl Programme {
    fn new(
        bounds: Vec<(f64, f64)>,
        costs: BTreeMap<usize, f64>,
        rows: impl Iterator<Item = (Vec<(usize, f64)>, f64)>,
    ) -> Option<Self> {
        let mut problem = RowProblem::default();
        let cost = |column: usize| costs.get(&column).copied().unwrap_or(0.0);
        let columns: Vec<Col> = bounds
            .iter()
            .enumerate()
            .map(|(column, (least, most))| problem.add_column(cost(column), *least..=*most))
            .collect();
        for (terms, left) in rows {
            let terms = terms.into_iter().map(|(column, factor)| (columns[column], factor));
            problem.add_row(left..=left, terms.collect::<Vec<_>>());
        }
        let mut model = problem.try_optimise(Sense::Minimise).ok()?;
        model.make_quiet();
        for (name, value) in [("simplex_iteration_limit", MAX_EXCHANGES), ("threads", 1), ("random_seed", 0)]
        {
            model.try_set_option(name, value).ok()?;
        }
        for (name, value) in [("presolve", "off"), ("solver", "simplex"), ("parallel", "off")] {
            model.try_set_option(name, value).ok()?;
        }
        Some(Self { model: Some(model), columns, bounds, costs })
    }

    fn bound(&mut self, column: usize, bounds: (f64, f64)) {
        self.bounds[column] = bounds;
        self.bound_now(column, bounds);
    }

    /// For the time being.
    fn bound_now(&mut self, column: usize, (least, most): (f64, f64)) {
        if let Some(model) = &mut self.model {
            model.change_column_bounds(self.columns[column], least..=most);
        }
    }

    /// The costs of all columns that have one.
    fn cost(&mut self, costs: BTreeMap<usize, f64>) {
        let Some(model) = &mut self.model else { return };
        let before = std::mem::replace(&mut self.costs, costs);
        for column in before.keys().filter(|column| !self.costs.contains_key(column)) {
            model.change_column_cost(self.columns[*column], 0.0);
        }
        for (column, cost) in self.costs.iter().filter(|(column, cost)| before.get(column) != Some(cost)) {
            model.change_column_cost(self.columns[*column], *cost);
        }
    }

    /// The cheapest corner; nothing where there is none, or the solver found none.
    fn solve(&mut self, simplex: Simplex) -> Option<Solution> {
        let mut model = self.model.take()?;
        model.try_set_option("simplex_strategy", simplex as i32).ok()?;
        let solved = model.try_solve().ok()?;
        let corner = (solved.status() == HighsModelStatus::Optimal).then(|| solved.get_solution());
        self.model = Some(solved.into());
        corner
    }

    /// A whole table near a corner: the counts nearest to a whole number are rounded, those in the middle
    /// `towards` a known table, and the rest is solved anew, as long as the table stays `there`.
    fn whole(
        &mut self,
        mut corner: Vec<f64>,
        towards: impl Fn(usize) -> f64,
        there: impl Fn(&[f64]) -> bool,
    ) -> Option<Vec<f64>> {
        let mut rounded: BTreeMap<usize, (f64, f64)> = BTreeMap::new();
        let mut turns = 0;
        let mut whole = None;
        for _ in 0..MAX_STEPS {
            let off = |column: &usize| (corner[*column] - corner[*column].round()).abs();
            let mut broken: Vec<usize> = (0..corner.len()).filter(|column| off(column) > NEAR).collect();
            if broken.is_empty() {
                whole = there(&corner).then(|| corner.iter().map(|count| count.round()).collect());
                break;
            }
            broken.sort_by(|a, b| off(a).total_cmp(&off(b)).then(a.cmp(b)));
            // After a wrong turn, in smaller steps.
            let many = broken.len().div_ceil(2 << turns);
            let bounds = |column: usize, other_way: bool| {
                let value = corner[column];
                let middle = off(&column) > 0.3;
                let up = if middle { towards(column) > value } else { value.round() > value };
                let (least, most) = rounded.get(&column).copied().unwrap_or(self.bounds[column]);
                (column, if up != other_way { (value.ceil(), most) } else { (least, value.floor()) })
            };
            let as_they_are = broken[..many].iter().map(|column| bounds(*column, false)).collect();
            let tries: [Vec<_>; 2] = [as_they_are, vec![bounds(broken[0], true)]];
            let mut next = None;
            for tried in tries {
                tried.iter().for_each(|(column, bounds)| self.bound_now(*column, *bounds));
                let solved = self.solve(Simplex::Dual).map(|corner| corner.columns().to_vec());
                next = solved.filter(|corner| there(corner));
                if next.is_some() {
                    rounded.extend(tried);
                    break;
                }
                turns += 1;
                for (column, _) in tried {
                    let before = rounded.get(&column).copied().unwrap_or(self.bounds[column]);
                    self.bound_now(column, before);
                }
            }
            match next {
                Some(next) if turns <= MAX_TURNS => corner = next,
                _ => break,
            }
        }
        for column in rounded.into_keys() {
            self.bound_now(column, self.bounds[column]);
        }
        whole
    }
}

/// What each cell can be at most, as far as single sums say so: each part of a sum whose whole is published, or
/// bounded itself.
fn most(sums: &[Equation], left: &[i64], least: &[i64]) -> Vec<Option<i64>> {
    let mut most: Vec<Option<i64>> = vec![None; least.len()];
    loop {
        let before = most.iter().flatten().count();
        for (sum, left) in sums.iter().zip(left) {
            let whole = sum.iter().find(|(_, factor)| *factor < 0).map(|(cell, _)| *cell);
            let Some(whole) = whole.map_or(Some(0), |whole| most[whole]) else { continue };
            let parts = || sum.iter().filter(|(_, factor)| *factor > 0).map(|(part, _)| *part);
            let others: i64 = parts().map(|part| least[part]).sum();
            for part in parts() {
                let bound = left + whole - others + least[part];
                most[part] = Some(most[part].map_or(bound, |other| other.min(bound)));
            }
        }
        if most.iter().flatten().count() == before {
            return most;
        }
    }
}

#[cfg(test)]
mod tests;
