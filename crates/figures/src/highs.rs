//! HiGHS, a solver in floating point, for parts whose exact tableau would not fit: it proposes, whole numbers decide.
//!
//! A programme looks for the nearest other table in which a cell is where it should be possible: the least sum of changes,
//! so that what comes of it is small, and mostly whole. A corner in fractions is left by making dearer what is broken in
//! it, and solving again. What comes of it is checked by adding, like every table. Where there is none, a bound of what the
//! cell can be is proved from the multipliers of the sums in integers (weak duality), so that no tolerance decides.
//!
//! Settings are fixed, one thread, limits in numbers: the same records give the same tables.

use std::collections::{BTreeMap, BTreeSet};

use highs::{Col, HighsModelStatus, Model, RowProblem, Sense, Solution};

use crate::engine::{Engine, Found};
use crate::repair::{Equation, Movable};
use crate::space::Relation;
use crate::tableau::{Pushed, Stopped, Way};

/// Nearer to a whole number than this is that number; what is rounded is checked by adding.
const NEAR: f64 = 1e-6;
/// Exchanges in one programme.
const MAX_EXCHANGES: i32 = 4_000;
/// So often is a broken corner left by another way, before the cell counts as held too tightly.
const DETOURS: usize = 3;
/// So often is each sum looked at for what it says of its cells.
const MAX_ROUNDS: usize = 20;
/// Programmes for each table, after which no more of its cells are opened again.
const ENOUGH: u64 = 50;
/// Multipliers are rounded to so many parts of one: 2^40.
const PARTS: i128 = 1 << 40;

/// The programmes of a part.
pub(crate) struct Highs {
    nearest: Nearest,
    counts: Vec<i64>,
    sums: Vec<Equation>,
    /// What the cells of each sum come to.
    left: Vec<i64>,
    least: Vec<i64>,
    fixed: Vec<bool>,
    /// What each cell can be at least and at most, as far as single sums say so; nothing until asked.
    ranges: Option<Vec<Range>>,
}

/// From the least count to the most; there may be no most.
type Range = (i64, Option<i64>);

/// The least and the most of a cell times its factor, where there is one.
type Ends = (Option<i64>, Option<i64>);

/// The programmes that look for the cheapest cells to close.
pub(crate) struct Nearest {
    programme: Programme,
    /// For each cell, the column of its change; or of its increase, and then that of its decrease.
    columns: Vec<(usize, Option<usize>)>,
}

/// Columns with bounds and costs, and sums between them that stay.
struct Programme {
    /// As it is now, to start from nothing.
    problem: RowProblem,
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
        // What is a sum of others moves with them.
        let wholes: BTreeSet<usize> = sums.iter().filter_map(whole_of).collect();
        // Changes that cost the same would leave the solver with too many ways.
        let own = |cell: usize| 1.0 + (cell * 7_919 % 1_009) as f64 / 2_018.0;
        let cost = |cell: usize| if wholes.contains(&cell) { 0.0 } else { own(cell) };
        let movable = |(cell, count): (usize, &i64)| Movable { down: *count, cost: cost(cell) };
        let movable: Vec<Movable> = counts.iter().enumerate().map(movable).collect();
        Ok(Self {
            nearest: Nearest::new(&movable, &sums).ok_or(Stopped::Limit)?,
            counts: counts.to_vec(),
            sums,
            left,
            least: vec![0; counts.len()],
            fixed: vec![false; counts.len()],
            ranges: None,
        })
    }

    /// Supposes other least counts.
    fn suppose(&mut self, least: &[i64]) {
        if self.least == least {
            return;
        }
        for (cell, least) in least.iter().enumerate() {
            if !self.fixed[cell] && self.least[cell] != *least {
                self.nearest.allow(cell, Some(self.counts[cell] - least));
            }
        }
        self.least = least.to_vec();
        self.ranges = None;
    }

    fn ranges(&mut self) -> &[Range] {
        self.ranges.get_or_insert_with(|| {
            let known = |(cell, least): (usize, &i64)| match self.fixed[cell] {
                true => (self.counts[cell], Some(self.counts[cell])),
                false => (*least, None),
            };
            narrowed(&self.sums, &self.left, self.least.iter().enumerate().map(known).collect())
        })
    }

    /// A whole count that the cell cannot be below, whatever the multipliers are; near the best such count if they belong to
    /// the lowest corner. Each sum times its multiplier is taken from the cell; what is left over of each cell is at
    /// its least, or at its most.
    fn bound(&mut self, cell: usize, multipliers: &[f64]) -> Option<i64> {
        let mut rest = vec![0_i128; self.counts.len()];
        rest[cell] = PARTS;
        let mut bound = 0_i128;
        for ((sum, left), multiplier) in self.sums.iter().zip(&self.left).zip(multipliers) {
            let times = (multiplier * PARTS as f64).round() as i128;
            bound += times * i128::from(*left);
            sum.iter().for_each(|(cell, factor)| rest[*cell] -= times * i128::from(*factor));
        }
        for (rest, (least, most)) in rest.into_iter().zip(self.ranges()).filter(|(rest, _)| *rest != 0) {
            bound += rest * i128::from(if rest > 0 { *least } else { (*most)? });
        }
        i64::try_from(-(-bound).div_euclid(PARTS)).ok()
    }
}

impl Engine for Highs {
    fn fix(&mut self, cell: usize) -> Result<(), Stopped> {
        self.fixed[cell] = true;
        self.nearest.allow(cell, None);
        self.ranges = None;
        Ok(())
    }

    fn release(&mut self, cell: usize) {
        self.fixed[cell] = false;
        self.nearest.allow(cell, Some(self.counts[cell] - self.least[cell]));
        self.ranges = None;
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

    /// From the true counts, wherever the last table was.
    fn push(
        &mut self,
        _: &[i64],
        least: &[i64],
        cell: usize,
        (way, goal): (Way, i64),
    ) -> Result<Found, Stopped> {
        self.suppose(least);
        let mut table = self.counts.clone();
        let mut moved = Moved::Not;
        // All the way at once, or else one by one: a short way is more often whole.
        let mut strides: &[bool] = &[true, false];
        loop {
            let left = if way == Way::Up { goal - table[cell] } else { table[cell] - goal };
            if left <= 0 {
                break;
            }
            let Some((all, rest)) = strides.split_first() else { break };
            moved = self.nearest.move_by(
                cell,
                (way, if *all { left } else { 1 }),
                Some(if *all { 0 } else { DETOURS }),
            );
            match &moved {
                Moved::So(changes) => {
                    for (cell, change) in
                        changes.iter().enumerate().filter(|(_, change)| change.round() != 0.0)
                    {
                        table[cell] += change.round() as i64;
                        self.nearest.allow(cell, (!self.fixed[cell]).then(|| table[cell] - least[cell]));
                    }
                    strides = &[true, false];
                }
                Moved::Broken => strides = rest,
                Moved::Not => break,
            }
        }
        for cell in (0..table.len()).filter(|cell| table[*cell] != self.counts[*cell]) {
            self.nearest.allow(cell, (!self.fixed[cell]).then(|| self.counts[cell] - least[cell]));
        }
        let there = if way == Way::Up { table[cell] >= goal } else { table[cell] <= goal };
        Ok(match moved {
            _ if there => Found::Table(table, Pushed::Reached),
            Moved::Not if table == self.counts => Found::Nothing,
            _ => Found::Fractions(goal),
        })
    }

    fn is_at_least(&mut self, least: &[i64], cell: usize, count: i64) -> bool {
        self.suppose(least);
        let range = self.ranges()[cell];
        range.0 >= count || {
            let multipliers = self.nearest.lowest(cell);
            multipliers.and_then(|multipliers| self.bound(cell, &multipliers)).is_some_and(|n| n >= count)
        }
    }
}

/// How a cell was moved.
enum Moved {
    /// By these changes of all cells.
    So(Vec<f64>),
    /// There are changes in fractions, and no whole ones were found.
    Broken,
    /// There are none, or the solver found none.
    Not,
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
    pub(crate) fn cheapest(&mut self, target: usize, aim: (Way, i64), whole: bool) -> Option<Vec<f64>> {
        match self.move_by(target, aim, whole.then_some(DETOURS)) {
            Moved::So(changes) => Some(changes),
            Moved::Broken | Moved::Not => None,
        }
    }

    /// The cheapest changes that move a cell so far; or whole ones, near the cheapest, a broken corner being left by
    /// another way at most so often.
    fn move_by(&mut self, target: usize, (way, by): (Way, i64), whole: Option<usize>) -> Moved {
        // Where increase and decrease are two columns, the other one stays nothing, or both could grow.
        let (column, sign, other) = match (way, self.columns[target]) {
            (Way::Down, (up, Some(down))) => (down, 1.0, Some(up)),
            (Way::Down, (column, None)) => (column, -1.0, None),
            (Way::Up, (column, down)) => (column, 1.0, down),
        };
        let other = other.map(|other| (other, self.programme.bounds[other]));
        let by = sign * by as f64;
        let before = self.programme.bounds[column];
        if by < before.0.min(0.0) || by > before.1 {
            return Moved::Not;
        }
        // What earlier programmes exchanged is in the way of the next ones, though all changes are none again.
        self.programme.restart();
        self.programme.bound(column, if sign > 0.0 { (by, before.1) } else { (before.0, by) });
        if let Some((other, _)) = other {
            self.programme.bound(other, (0.0, 0.0));
        }
        let mut corner = self.programme.solve(Simplex::Dual).map(|corner| corner.columns().to_vec());
        // A broken corner is left by another way: whatever is broken in it becomes dearer.
        let costs = self.programme.costs.clone();
        for _ in 0..whole.unwrap_or(0) {
            let broken = corner.iter().flatten().enumerate().filter(|(_, change)| is_broken(**change));
            let mut dearer = self.programme.costs.clone();
            let before = dearer.clone();
            for (column, _) in broken {
                dearer.entry(column).and_modify(|cost| *cost *= 2.0);
            }
            if dearer == before {
                break;
            }
            self.programme.cost(dearer);
            self.programme.restart();
            corner = self.programme.solve(Simplex::Dual).map(|corner| corner.columns().to_vec());
        }
        let moved = match corner {
            None => Moved::Not,
            Some(corner) if whole.is_some() && corner.iter().any(|change| is_broken(*change)) => {
                Moved::Broken
            }
            Some(corner) => Moved::So(corner),
        };
        if self.programme.costs != costs {
            self.programme.cost(costs);
            self.programme.restart();
        }
        for (column, bounds) in other.into_iter().chain([(column, before)]) {
            self.programme.bound(column, bounds);
        }
        let Moved::So(changes) = moved else { return moved };
        let change =
            |(up, down): &(usize, Option<usize>)| changes[*up] - down.map_or(0.0, |down| changes[down]);
        Moved::So(self.columns.iter().map(change).collect())
    }

    /// The multipliers of the sums where a cell is as low as can be.
    fn lowest(&mut self, target: usize) -> Option<Vec<f64>> {
        let (up, down) = self.columns[target];
        let alone = std::iter::once((up, 1.0)).chain(down.map(|down| (down, -1.0)));
        let costs = self.programme.costs.clone();
        self.programme.cost(alone.collect());
        self.programme.restart();
        let multipliers = self.programme.solve(Simplex::Primal).map(|corner| corner.dual_rows().to_vec());
        self.programme.cost(costs);
        self.programme.restart();
        multipliers
    }

    /// From now on a cell may be so far below its count, or does not move.
    fn allow(&mut self, cell: usize, down: Option<i64>) {
        let (most, down) = down.map_or((0.0, 0.0), |down| (f64::INFINITY, down as f64));
        match self.columns[cell] {
            (column, None) => self.programme.bound(column, (-down, most)),
            (column, Some(other)) => {
                self.programme.bound(column, (0.0, most));
                self.programme.bound(other, (0.0, down));
            }
        }
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
        let mut programme = Self { problem, model: None, columns, bounds, costs };
        programme.restart();
        programme.model.is_some().then_some(programme)
    }

    /// Forgets the last corner.
    fn restart(&mut self) {
        self.model = model(&self.problem);
    }

    fn bound(&mut self, column: usize, (least, most): (f64, f64)) {
        self.bounds[column] = (least, most);
        self.problem.change_column_bounds(self.columns[column], least..=most);
        if let Some(model) = &mut self.model {
            model.change_column_bounds(self.columns[column], least..=most);
        }
    }

    /// The costs of all columns that have one.
    fn cost(&mut self, costs: BTreeMap<usize, f64>) {
        let before = std::mem::replace(&mut self.costs, costs);
        let gone =
            before.keys().filter(|column| !self.costs.contains_key(column)).map(|column| (column, &0.0));
        let other = self.costs.iter().filter(|(column, cost)| before.get(column) != Some(cost));
        for (column, cost) in gone.chain(other) {
            self.problem.change_column_cost(self.columns[*column], *cost);
            if let Some(model) = &mut self.model {
                model.change_column_cost(self.columns[*column], *cost);
            }
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
}

/// A solver that has solved nothing yet.
fn model(problem: &RowProblem) -> Option<Model> {
    let mut model = problem.clone().try_optimise(Sense::Minimise).ok()?;
    model.make_quiet();
    for (name, value) in [("simplex_iteration_limit", MAX_EXCHANGES), ("threads", 1), ("random_seed", 0)] {
        model.try_set_option(name, value).ok()?;
    }
    for (name, value) in [("presolve", "off"), ("solver", "simplex"), ("parallel", "off")] {
        model.try_set_option(name, value).ok()?;
    }
    Some(model)
}

/// Whether a count is no whole one.
fn is_broken(count: f64) -> bool {
    (count - count.round()).abs() > NEAR
}

/// The cell that a sum gives, where it is not published.
fn whole_of(sum: &Equation) -> Option<usize> {
    sum.iter().find(|(_, factor)| *factor < 0).map(|(cell, _)| *cell)
}

/// What each cell can be at least and at most, as far as single sums say so: each cell of a sum is what the others leave.
fn narrowed(sums: &[Equation], left: &[i64], mut ranges: Vec<Range>) -> Vec<Range> {
    for _ in 0..MAX_ROUNDS {
        let mut changed = false;
        for (sum, left) in sums.iter().zip(left) {
            // The cells times their factors, together at least and at most.
            let ends = |(cell, factor): &(usize, i64)| match (ranges[*cell], *factor > 0) {
                ((least, most), true) => (Some(factor * least), most.map(|most| factor * most)),
                ((least, most), false) => (most.map(|most| factor * most), Some(factor * least)),
            };
            let all: Vec<_> = sum.iter().map(ends).collect();
            let total = |end: fn(&Ends) -> Option<i64>| {
                let open = all.iter().filter(|ends| end(ends).is_none()).count();
                (open, all.iter().filter_map(end).sum::<i64>())
            };
            let (lows, highs) = (total(|ends| ends.0), total(|ends| ends.1));
            for ((cell, factor), (low, high)) in sum.iter().zip(&all) {
                let others = |(open, sum): (usize, i64), own: Option<i64>| match (open, own) {
                    (0, Some(own)) => Some(sum - own),
                    (1, None) => Some(sum),
                    _ => None,
                };
                // Factors are one and minus one.
                let most = others(lows, *low).map(|others| left - others);
                let least = others(highs, *high).map(|others| left - others);
                let (least, most) =
                    if *factor > 0 { (least, most) } else { (most.map(|n| -n), least.map(|n| -n)) };
                let range = &mut ranges[*cell];
                let new = (
                    least.map_or(range.0, |least| range.0.max(least)),
                    match (range.1, most) {
                        (Some(one), Some(other)) => Some(one.min(other)),
                        (one, other) => one.or(other),
                    },
                );
                changed |= new != *range;
                *range = new;
            }
        }
        if !changed {
            break;
        }
    }
    ranges
}

#[cfg(test)]
mod tests;
