//! Which further cells would have to be protected, so that a cell that is held too tightly can move.
//!
//! The nearest other table in which the cell is where it should be possible: the least cost of published counts
//! that would be others in it (`guard.md`, "A method that was tried and works", 5). Solved in floating point, for it
//! only proposes: whatever it names is certified afterwards by [`Part`](crate::part::Part).

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};

use crate::tableau::Way;

/// A cell in the programme.
pub(crate) struct Movable {
    /// How far below its true count the attacker may place it.
    pub(crate) down: i64,
    /// What it costs, a unit, to be otherwise than it is: nothing where it is protected anyhow.
    pub(crate) cost: f64,
}

/// One sum: cells (by place in the list) and their factors.
pub(crate) type Equation = Vec<(usize, i64)>;

/// So many branches are looked at for whole changes; a number, not a time, so that it is the same everywhere.
const MAX_NODES: u64 = 2_000;

/// Looks for the cheapest other tables.
pub(crate) struct Nearest {
    cells: Vec<Movable>,
    sums: Vec<Equation>,
    /// In place of the default solver, where the programme is large.
    #[cfg(feature = "highs")]
    highs: Option<crate::highs::Nearest>,
}

impl Nearest {
    /// The cells, and the sums that their changes keep; nothing, where no solver takes them.
    pub(crate) fn new(cells: Vec<Movable>, sums: Vec<Equation>) -> Option<Self> {
        #[cfg(feature = "highs")]
        let highs = match crate::engine::is_dear(cells.len()) {
            true => Some(crate::highs::Nearest::new(&cells, &sums)?),
            false => None,
        };
        Some(Self {
            cells,
            sums,
            #[cfg(feature = "highs")]
            highs,
        })
    }

    /// The changes of each cell in the cheapest table that moves `target` by `by` the given way; nothing where there is
    /// no such table, or the solver found none. With `whole`, only whole changes.
    pub(crate) fn cheapest(&mut self, target: usize, aim: (Way, i64), whole: bool) -> Option<Vec<f64>> {
        #[cfg(feature = "highs")]
        if let Some(highs) = &mut self.highs {
            return highs.cheapest(target, aim, whole);
        }
        cheapest(&self.cells, &self.sums, target, aim, whole)
    }

    /// From now on a cell moves for nothing.
    pub(crate) fn close(&mut self, cell: usize) {
        self.cells[cell].cost = 0.0;
        #[cfg(feature = "highs")]
        if let Some(highs) = &mut self.highs {
            highs.close(cell);
        }
    }
}

fn cheapest(
    cells: &[Movable],
    sums: &[Equation],
    target: usize,
    (way, by): (Way, i64),
    whole: bool,
) -> Option<Vec<f64>> {
    let mut problem = Problem::new(OptimizationDirection::Minimize);
    let mut variables: Vec<(Variable, Option<Variable>)> = Vec::with_capacity(cells.len());
    let unbounded = f64::INFINITY;
    for (at, cell) in cells.iter().enumerate() {
        let down = cell.down as f64;
        let (least, most) = match way {
            _ if at != target => (-down, unbounded),
            Way::Up => (by as f64, unbounded),
            Way::Down => (-down, -(by as f64)),
        };
        let mut add = |cost: f64, least: f64, most: f64| {
            if whole {
                let bound = |x: f64| if x.is_finite() { x as i32 } else { i32::MAX / 4 };
                problem.add_integer_var(cost, (bound(least), bound(most)))
            } else {
                problem.add_var(cost, (least, most))
            }
        };
        if cell.cost == 0.0 || at == target {
            variables.push((add(0.0, least, most), None));
        } else {
            variables.push((add(cell.cost, 0.0, unbounded), Some(add(cell.cost, 0.0, down))));
        }
    }
    for sum in sums {
        let terms = sum.iter().flat_map(|(cell, factor)| {
            let ((up, down), factor) = (variables[*cell], *factor as f64);
            std::iter::once((up, factor)).chain(down.map(|down| (down, -factor)))
        });
        problem.add_constraint(terms.collect::<Vec<_>>(), ComparisonOp::Eq, 0.0);
    }
    let mut options = SolveOptions::default();
    options.node_limit = Some(MAX_NODES);
    let solution = problem.solve_with(options).ok()?.into_solution().ok()?;
    let change = |(up, down): &(Variable, Option<Variable>)| {
        solution.var_value(*up) - down.map_or(0.0, |down| solution.var_value(down))
    };
    Some(variables.iter().map(change).collect())
}
