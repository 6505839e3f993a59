//! Random small worlds, attacked with another model and another solver: one unknown whole number for each finest
//! cell of the full cross, though no table crosses all, and branch and bound.

use figures::{Cell, Rules, Tally, Zeros, protect};
use microlp::{ComparisonOp, OptimizationDirection, Problem};
use proptest::prelude::*;

use crate::network::organisations;
use crate::world::{dimension, plan, year};

const A: [&str; 5] = ["a1", "a2", "a3", "a4", "a5"];
const B: [&str; 3] = ["b1", "b2", "b3"];
const C: [&str; 3] = ["c1", "c2", "c3"];
const ATOMS: usize = 45;
const ORGANISATIONS: usize = 4;

/// Which finest cells a cell counts.
fn members(cell: &Cell) -> Vec<usize> {
    let holds = |dimension: &str, value: &str| match cell.at.get(dimension).map(String::as_str) {
        None | Some("*") => true,
        Some("g") => ["a1", "a2"].contains(&value),
        Some("h") => ["a3", "a4", "a5"].contains(&value),
        Some(code) => code == value,
    };
    (0..ATOMS)
        .filter(|at| holds("a", A[at / 9]) && holds("b", B[at / 3 % 3]) && holds("c", C[at % 3]))
        .collect()
}

/// The smallest or largest count that a cell can have, given what is published and what each finest cell holds at
/// least.
fn extreme(way: OptimizationDirection, cell: &Cell, cells: &[&Cell], least: &[u32], positive: bool) -> f64 {
    let mut problem = Problem::new(way);
    let of_cell = members(cell);
    let variables: Vec<_> = (0..ATOMS)
        .map(|at| {
            let cost = if of_cell.contains(&at) { 1.0 } else { 0.0 };
            problem.add_integer_var(cost, (i32::try_from(least[at]).unwrap(), 1_000))
        })
        .collect();
    for other in cells {
        let sum: Vec<_> = members(other).into_iter().map(|at| (variables[at], 1.0)).collect();
        match other.figure.count() {
            Some(count) => {
                problem.add_constraint(sum, ComparisonOp::Eq, f64::from(u32::try_from(count).unwrap()))
            }
            None if positive => problem.add_constraint(sum, ComparisonOp::Ge, 1.0),
            None => {}
        }
    }
    let solution = problem.solve().unwrap().into_solution().unwrap();
    solution.objective().round()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nobody_who_reads_and_no_organisation_can_rule_out_nothing_or_five(
        counts in prop::collection::vec(
            prop::array::uniform4(prop_oneof![5 => Just(0u32), 4 => 0..3u32, 2 => 2..9u32]),
            ATOMS,
        ),
        zeros in prop_oneof![Just(Zeros::Protect), Just(Zeros::Publish)],
        seen in 0..=ORGANISATIONS,
        cyclic in any::<bool>(),
    ) {
        let dimensions =
            [("a", dimension(&A, &[("g", &["a1", "a2"]), ("h", &["a3", "a4", "a5"])])),
             ("b", dimension(&B, &[])), ("c", dimension(&C, &[]))];
        let tables: &[&[&str]] = &[&[], &["a"], &["b"], &["c"], &["a", "b"], &["a", "c"], &["b", "c"]];
        let mut plan = plan(&dimensions, &tables[..if cyclic { 7 } else { 6 }]);
        plan.cyclic = cyclic;
        let mut tally = Tally::new(plan, organisations(ORGANISATIONS)).unwrap();
        for (at, parts) in counts.iter().enumerate() {
            let codes = [("a", A[at / 9]), ("b", B[at / 3 % 3]), ("c", C[at % 3])];
            for (organisation, count) in parts.iter().enumerate() {
                tally.add_coded(&codes, organisation, *count).unwrap();
            }
        }
        let rules = Rules { max_protected_share: 1.0, zeros, ..Rules::default() };
        let publication = protect(&tally, &rules, year(2025), &[]);
        let cells: Vec<&Cell> = publication.tables().iter().flat_map(|table| table.cells()).collect();
        // The outsider, or one of the organisations with what it filed itself.
        let own: Vec<u32> =
            counts.iter().map(|parts| if seen == ORGANISATIONS { 0 } else { parts[seen] }).collect();
        let smallest = if zeros == Zeros::Publish { 1 } else { 0 };
        for cell in cells.iter().filter(|cell| cell.figure.is_protected()) {
            let known: u32 = members(cell).iter().map(|at| own[*at]).sum();
            let ask = |way| extreme(way, cell, &cells, &own, zeros == Zeros::Publish) - f64::from(known);
            let (low, high) = (ask(OptimizationDirection::Minimize), ask(OptimizationDirection::Maximize));
            prop_assert!(high >= 5.0, "{:?} is at most {high}", cell.at);
            prop_assert!(low <= f64::from(smallest) || low >= 5.0, "{:?} is at least {low}", cell.at);
        }
    }
}
