//! The tableau beside another solver.

use microlp::{ComparisonOp, OptimizationDirection, Problem};
use proptest::prelude::*;

use super::{Point, Pushed, Tableau, Way};

/// The sums of a table of three by three by three: cells 0..27, sums along each of the three directions of
/// which some are unknown too (27..).
fn sums(known: u32) -> (usize, Vec<Vec<(usize, i64)>>) {
    let mut unknowns = 27;
    let mut equations = Vec::new();
    for (direction, stride) in [1, 3, 9].into_iter().enumerate() {
        for line in 0..9 {
            let first = match direction {
                0 => line * 3,
                1 => line / 3 * 9 + line % 3,
                _ => line,
            };
            let mut equation: Vec<(usize, i64)> = (0..3).map(|i| (first + i * stride, 1)).collect();
            if known >> (direction * 9 + line) & 1 == 0 {
                equation.push((unknowns, -1));
                unknowns += 1;
            }
            equations.push(equation);
        }
    }
    (unknowns, equations)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_cell_is_pushed_as_far_as_another_solver_says(
        cells in prop::collection::vec(prop_oneof![2 => Just(0i64), 3 => 0..8i64], 27),
        known in 0..(1u32 << 27),
        target in 0..27usize,
        up in any::<bool>(),
        kept in prop::collection::vec(0..27usize, 0..6),
    ) {
        let (unknowns, equations) = sums(known);
        let mut counts = cells.clone();
        counts.resize(unknowns, 0);
        for equation in &equations {
            if let Some((whole, _)) = equation.iter().find(|(_, factor)| *factor < 0) {
                counts[*whole] = equation.iter().take(3).map(|(cell, _)| cells[*cell]).sum();
            }
        }
        let way = if up { Way::Up } else { Way::Down };
        let direction = if up { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut problem = Problem::new(direction);
        let variables: Vec<_> = (0..unknowns)
            .map(|unknown| {
                let count = counts[unknown] as f64;
                let bounds = if kept.contains(&unknown) { (count, count) } else { (0.0, 10_000.0) };
                problem.add_var(if unknown == target { 1.0 } else { 0.0 }, bounds)
            })
            .collect();
        for equation in &equations {
            let known: i64 = equation.iter().map(|(unknown, factor)| counts[*unknown] * factor).sum();
            let terms: Vec<_> = equation.iter().map(|(u, factor)| (variables[*u], *factor as f64)).collect();
            problem.add_constraint(terms, ComparisonOp::Eq, known as f64);
        }
        let expected = problem.solve().unwrap().into_solution().unwrap().objective();

        let mut tableau = Tableau::new(unknowns, equations.clone()).unwrap();
        for unknown in &kept {
            tableau.fix(*unknown).unwrap();
        }
        let mut point = Point::new(counts.clone());
        let goal = if up { 10_000 } else { -1 };
        let pushed = tableau.push(&mut point, &vec![0; unknowns], target, way, goal).unwrap();
        let found = point.counts[target] as f64 / point.over as f64;
        if expected < 9_000.0 {
            prop_assert_eq!(pushed, Pushed::Best);
            prop_assert!((found - expected).abs() < 1e-6, "{} instead of {}", found, expected);
        } else {
            prop_assert_eq!(pushed, Pushed::Reached);
        }
        for equation in &equations {
            let sum: i64 = equation.iter().map(|(unknown, factor)| point.counts[*unknown] * factor).sum();
            let known: i64 = equation.iter().map(|(unknown, factor)| counts[*unknown] * factor).sum();
            prop_assert_eq!(sum, known * point.over);
        }
        prop_assert!(point.counts.iter().all(|count| *count >= 0));
        for unknown in &kept {
            prop_assert_eq!(point.counts[*unknown], counts[*unknown] * point.over);
        }
    }
}
