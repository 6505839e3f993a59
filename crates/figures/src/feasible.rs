//! Any whole counts that agree with some sums.

use microlp::{ComparisonOp, Error, OptimizationDirection, Problem, SolveOptions};

/// Cells (by place in the list) with their factors, and what they add up to.
pub(crate) type Equation = (Vec<(usize, i64)>, i64);

/// What was found.
pub(crate) enum Feasible {
    /// These counts, checked by adding.
    Table(Vec<i64>),
    /// Not even fractions agree.
    Nowhere,
    /// The solver gave no answer that adds up.
    Unknown,
}

/// So many branches are looked at for whole counts.
const MAX_NODES: u64 = 2_000;
/// No count is larger.
const MOST: i32 = 1 << 26;

/// Whole counts, each at least so large, that satisfy the equations.
pub(crate) fn feasible(least: &[i64], equations: &[Equation]) -> Feasible {
    for whole in [false, true] {
        let mut problem = Problem::new(OptimizationDirection::Minimize);
        let variables: Vec<_> = least
            .iter()
            .map(|least| match whole {
                true => problem.add_integer_var(0.0, (i32::try_from(*least).unwrap_or(0), MOST)),
                false => problem.add_var(0.0, (*least as f64, f64::from(MOST))),
            })
            .collect();
        for (terms, sum) in equations {
            let terms: Vec<_> = terms.iter().map(|(at, factor)| (variables[*at], *factor as f64)).collect();
            problem.add_constraint(terms, ComparisonOp::Eq, *sum as f64);
        }
        let mut options = SolveOptions::default();
        options.node_limit = Some(MAX_NODES);
        let solution = match problem.solve_with(options) {
            Ok(outcome) => outcome.into_solution(),
            Err(Error::Infeasible) if !whole => return Feasible::Nowhere,
            Err(_) => return Feasible::Unknown,
        };
        let Ok(solution) = solution else { return Feasible::Unknown };
        let counts: Vec<i64> = variables.iter().map(|v| solution.var_value(*v).round() as i64).collect();
        let adds_up = |(terms, sum): &Equation| {
            terms.iter().map(|(at, factor)| counts[*at] * factor).sum::<i64>() == *sum
        };
        if equations.iter().all(adds_up) && counts.iter().zip(least).all(|(count, least)| count >= least) {
            return Feasible::Table(counts);
        }
    }
    Feasible::Unknown
}
