use super::{Highs, Nearest};
use crate::engine::{Engine, Exact, Found};
use crate::repair::{self, Movable};
use crate::space::Relation;
use crate::tableau::{Pushed, Way};

/// A small generator with a fixed seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }
}

/// The finest cells of a cross of three dimensions, with the sums over each; every second sum is published.
fn cross(seed: u64) -> (Vec<i64>, Vec<Relation>) {
    let mut dice = Dice(seed);
    let size = [3, 3, 2 + dice.below(2) as usize];
    let mut counts: Vec<i64> =
        (0..size.iter().product()).map(|_| dice.below(7).min(dice.below(7)) as i64).collect();
    let finest = counts.len();
    let place = |at: [usize; 3]| at[0] + size[0] * (at[1] + size[1] * at[2]);
    let mut sums = Vec::new();
    for over in 0..3 {
        let (one, other) = ((over + 1) % 3, (over + 2) % 3);
        for i in 0..size[one] {
            for j in 0..size[other] {
                let mut at = [0; 3];
                (at[one], at[other]) = (i, j);
                let part = |k: usize| {
                    at[over] = k;
                    place(at)
                };
                let parts: Vec<usize> = (0..size[over]).map(part).collect();
                let mut whole = usize::MAX;
                if dice.below(2) == 0 {
                    whole = counts.len();
                    counts.push(parts.iter().map(|part| counts[*part]).sum());
                }
                sums.push(Relation { whole, parts });
            }
        }
    }
    sums.push(Relation { whole: usize::MAX, parts: (0..finest).collect() });
    (counts, sums)
}

fn agrees(table: &[i64], counts: &[i64], least: &[i64], sums: &[Relation]) -> bool {
    let change = |sum: &Relation| -> i64 {
        sum.equation().iter().map(|(cell, factor)| factor * (table[*cell] - counts[*cell])).sum()
    };
    sums.iter().all(|sum| change(sum) == 0) && table.iter().zip(least).all(|(count, least)| count >= least)
}

#[test]
fn both_engines_get_a_cell_equally_far_and_what_comes_of_it_adds_up() {
    let (mut stuck, mut got_there) = (0, 0);
    for seed in 0..40 {
        let (counts, sums) = cross(seed);
        let mut dice = Dice(seed + 1_000);
        let least: Vec<i64> = counts.iter().map(|count| (dice.below(3) as i64 / 2).min(*count)).collect();
        let mut exact = Exact::new(counts.len(), &sums).unwrap();
        let mut highs = Highs::new(&counts, &sums).unwrap();
        let kept = dice.below(counts.len() as u64) as usize;
        exact.fix(kept).unwrap();
        highs.fix(kept).unwrap();
        for cell in 0..counts.len() {
            for (way, goal) in [(Way::Up, counts[cell] + 3), (Way::Down, 0)] {
                let there = |n: i64| if way == Way::Up { n >= goal } else { n <= goal };
                let case = format!("seed {seed}, cell {cell}, {way:?}");
                let table = |table: &[i64]| {
                    assert!(agrees(table, &counts, &least, &sums) && table[kept] == counts[kept], "{case}");
                };
                let best = match exact.push(&counts, &least, cell, (way, goal)).unwrap() {
                    Found::Table(found, _) => {
                        table(&found);
                        found[cell]
                    }
                    Found::Fractions(n) => n,
                    Found::Nothing => panic!("{case}: exact fractions always end somewhere"),
                };
                match highs.push(&counts, &least, cell, (way, goal)).unwrap() {
                    Found::Table(found, end) => {
                        table(&found);
                        assert!(end == Pushed::Reached && there(found[cell]), "{case}");
                        got_there += 1;
                    }
                    Found::Fractions(_) => assert!(there(best), "{case}"),
                    Found::Nothing => {
                        assert!(!there(best), "{case}: {best}");
                        stuck += 1;
                        if way == Way::Down {
                            assert!(highs.is_at_least(&least, cell, best), "{case}: {best}");
                        }
                    }
                }
                if way == Way::Down {
                    assert!(!highs.is_at_least(&least, cell, best + 1), "{case}: {best}");
                }
            }
        }
    }
    assert!(stuck > 100 && got_there > 100, "{stuck} and {got_there}");
}

#[test]
fn a_bound_is_none_that_the_truth_breaks_whatever_the_multipliers_are() {
    for seed in 0..40 {
        let (counts, sums) = cross(seed);
        let mut highs = Highs::new(&counts, &sums).unwrap();
        let mut dice = Dice(seed);
        for (cell, count) in counts.iter().enumerate() {
            let multipliers: Vec<f64> = sums.iter().map(|_| dice.below(9) as f64 / 3.0 - 1.0).collect();
            assert!(highs.bound(cell, &multipliers).is_none_or(|bound| bound <= *count));
        }
    }
}

#[test]
fn both_solvers_find_changes_of_the_same_cost() {
    let mut found = 0;
    for seed in 0..20 {
        let (counts, sums) = cross(seed);
        let sums: Vec<_> = sums.iter().map(Relation::equation).collect();
        let cells = || -> Vec<Movable> {
            let cost = |cell: usize| if cell.is_multiple_of(3) { 0.0 } else { 1.0 + cell as f64 / 10.0 };
            counts.iter().enumerate().map(|(cell, down)| Movable { down: *down, cost: cost(cell) }).collect()
        };
        let cost = |changes: Vec<f64>| -> f64 {
            cells().iter().zip(changes).map(|(cell, change)| cell.cost * change.abs()).sum()
        };
        let mut one = repair::Nearest::new(cells(), sums.clone()).unwrap();
        let mut other = Nearest::new(&cells(), &sums).unwrap();
        for target in (0..counts.len()).step_by(3) {
            let one = one.cheapest(target, (Way::Up, 2), false).map(cost);
            let other = other.cheapest(target, (Way::Up, 2), false).map(cost);
            assert_eq!(one.is_some(), other.is_some(), "seed {seed}, cell {target}");
            if let (Some(one), Some(other)) = (one, other) {
                assert!((one - other).abs() < 1e-6, "seed {seed}, cell {target}: {one} and {other}");
                found += 1;
            }
        }
    }
    assert!(found > 50, "only {found}");
}
