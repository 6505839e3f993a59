//! Another solver beside the one that attacks: the same bounds for every protected cell of random plans.

#[expect(
    dead_code,
    clippy::unwrap_used,
    reason = "the plans serve other tests too, which may stop at the first surprise"
)]
#[path = "../../tests/plans/mod.rs"]
mod plans;

use highs::{HighsModelStatus, RowProblem, Sense};

use super::{Programme, Unknowns};

/// The least and the largest count of a cell, by HiGHS.
fn bounds(unknowns: &Unknowns, sum: &[usize]) -> [f64; 2] {
    [Sense::Minimise, Sense::Maximise].map(|sense| {
        let mut problem = RowProblem::default();
        let cost = |unknown: usize| if sum.contains(&unknown) { 1.0 } else { 0.0 };
        let columns: Vec<_> = unknowns
            .least
            .iter()
            .enumerate()
            .map(|(unknown, least)| problem.add_column(cost(unknown), *least..=super::NO_BOUND))
            .collect();
        for equation in &unknowns.equations {
            let terms = equation.terms.iter().map(|(unknown, factor)| (columns[*unknown], *factor));
            problem.add_row(equation.count..=equation.count, terms.collect::<Vec<_>>());
        }
        let mut model = problem.optimise(sense);
        model.make_quiet();
        model.set_option("threads", 1);
        let solved = model.solve();
        assert_eq!(solved.status(), HighsModelStatus::Optimal);
        solved.objective_value()
    })
}

#[test]
fn two_solvers_find_the_same_bounds_of_every_protected_cell() {
    let mut cells = 0;
    for seed in 0..16 {
        let plan = plans::plan(seed, false);
        let published = plans::published(&plans::protected(&plan));
        let unknowns = Unknowns::of(&[&published], &[]).unwrap();
        for cell in unknowns.protected.iter().step_by(3) {
            let [low, high] = bounds(&unknowns, &cell.sum);
            for (up, bound) in [(false, low), (true, high)] {
                let table = Programme::new(&unknowns, &cell.sum, Some(up), (false, false)).solve().unwrap();
                let count: f64 = cell.sum.iter().map(|unknown| table[*unknown]).sum();
                let near = 1e-5 * bound.abs().max(1.0);
                assert!((count - bound).abs() < near, "seed {seed}, {:?}: {count} and {bound}", cell.at);
            }
            cells += 1;
        }
    }
    assert!(cells > 60, "only {cells} cells");
}
