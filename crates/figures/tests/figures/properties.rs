//! Random small worlds, attacked by arithmetic that shares nothing with the guard's.

use std::collections::BTreeMap;

use figures::{Cell, Plan, Publication, Rules, Tally, protect};
use proptest::prelude::*;

use crate::network::organisations;
use crate::world::{dimension, plan, read_back, year};

/// A world of three dimensions, of which `a` has groups and stands in both two-way tables.
#[derive(Debug, Clone)]
struct World {
    /// Counts of each finest cell (a, b, c) by organisation.
    counts: Vec<[u32; 5]>,
    groups: u8,
    share: f64,
}

const A: [&str; 5] = ["a1", "a2", "a3", "a4", "a5"];
const B: [&str; 3] = ["b1", "b2", "b3"];
const C: [&str; 2] = ["c1", "c2"];

fn world() -> impl Strategy<Value = World> {
    let count = prop_oneof![4 => Just(0u32), 4 => 0..4u32, 2 => 2..14u32];
    let cell = prop::array::uniform5(count);
    (prop::collection::vec(cell, 30), 0..4u8, prop_oneof![Just(0.4), Just(1.0)])
        .prop_map(|(counts, groups, share)| World { counts, groups, share })
}

impl World {
    fn plan(&self) -> Plan {
        let groups: &[(&str, &[&str])] = match self.groups {
            0 => &[],
            1 => &[("g", &["a1", "a2"]), ("h", &["a3", "a4", "a5"])],
            2 => &[("g", &["a1", "a2", "a3"]), ("h", &["a1", "a2"])],
            _ => &[("g", &["a1", "a2", "a3"]), ("h", &["a3", "a4"])],
        };
        let dimensions = [("a", dimension(&A, groups)), ("b", dimension(&B, &[])), ("c", dimension(&C, &[]))];
        plan(&dimensions, &[&[], &["a"], &["b"], &["c"], &["a", "b"], &["a", "c"]])
    }

    fn rules(&self) -> Rules {
        Rules { max_protected_share: self.share, ..Rules::default() }
    }

    fn tally_of(&self, plan: Plan) -> Tally {
        let mut tally = Tally::new(plan, organisations(5)).unwrap();
        for (at, parts) in self.counts.iter().enumerate() {
            let codes = [("a", A[at / 6]), ("b", B[at / 2 % 3]), ("c", C[at % 2])];
            for (organisation, count) in parts.iter().enumerate() {
                tally.add_coded(&codes, organisation, *count).unwrap();
            }
        }
        tally
    }

    fn publication(&self) -> Publication {
        protect(&self.tally_of(self.plan()), &self.rules(), year(2025), &[])
    }

    /// Which finest cells a published cell counts.
    fn members(&self, plan: &Plan, cell: &Cell) -> Vec<usize> {
        let holds = |dimension: &str, value: &str| match cell.at.get(dimension).map(String::as_str) {
            None | Some("*") => true,
            Some(code) if code == value => true,
            Some(code) => {
                plan.dimensions[dimension].groups.get(code).is_some_and(|g| g.iter().any(|v| v == value))
            }
        };
        (0..30)
            .filter(|at| holds("a", A[at / 6]) && holds("b", B[at / 2 % 3]) && holds("c", C[at % 2]))
            .collect()
    }

    fn truth(&self, members: &[usize]) -> u64 {
        members.iter().flat_map(|at| self.counts[*at]).map(u64::from).sum()
    }
}

/// Gauss over fractions kept as integers modulo a prime that the guard does not use.
struct Span {
    rows: Vec<Vec<u64>>,
}

const P: u64 = 1_000_000_007;

impl Span {
    fn reduce(&self, mut vector: Vec<u64>) -> Vec<u64> {
        for row in &self.rows {
            let lead = row.iter().position(|x| *x != 0).unwrap();
            let factor = vector[lead];
            if factor != 0 {
                for (x, r) in vector.iter_mut().zip(row) {
                    *x = (*x + P - factor * r % P) % P;
                }
            }
        }
        vector
    }

    fn insert(&mut self, vector: Vec<u64>) {
        let mut vector = self.reduce(vector);
        if let Some(lead) = vector.iter().find(|x| **x != 0).copied() {
            let mut inverse = 1;
            let (mut base, mut exponent) = (lead, P - 2);
            while exponent > 0 {
                if exponent & 1 == 1 {
                    inverse = inverse * base % P;
                }
                base = base * base % P;
                exponent >>= 1;
            }
            vector.iter_mut().for_each(|x| *x = *x * inverse % P);
            self.rows.push(vector);
        }
    }
}

fn indicator(members: &[usize]) -> Vec<u64> {
    (0..30).map(|at| u64::from(members.contains(&at))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_protected_cell_is_a_linear_combination_of_published_ones(world in world()) {
        let (plan, publication) = (world.plan(), world.publication());
        let cells: Vec<&Cell> = publication.tables().iter().flat_map(|table| table.cells()).collect();
        let mut span = Span { rows: Vec::new() };
        for cell in cells.iter().filter(|cell| !cell.figure.is_protected()) {
            span.insert(indicator(&world.members(&plan, cell)));
        }
        for cell in cells.iter().filter(|cell| cell.figure.is_protected()) {
            let left = span.reduce(indicator(&world.members(&plan, cell)));
            prop_assert!(left.iter().any(|x| *x != 0), "{:?} follows from the others", cell.at);
        }
    }

    #[test]
    fn published_cells_are_true_and_small_ones_are_never_among_them(world in world()) {
        let (plan, publication) = (world.plan(), world.publication());
        for cell in publication.tables().iter().flat_map(|table| table.cells()) {
            let members = world.members(&plan, cell);
            if let Some(count) = cell.figure.count() {
                prop_assert_eq!(count, world.truth(&members));
                prop_assert!(count >= 5);
                let by: Vec<u32> = (0..5).map(|o| members.iter().map(|at| world.counts[*at][o]).sum()).collect();
                let largest = u64::from(by.iter().copied().max().unwrap());
                prop_assert!(by.iter().filter(|n| **n > 0).count() >= 3);
                prop_assert!(largest * 10 <= count * 8 && count - largest >= 3);
            }
        }
    }

    #[test]
    fn the_same_world_gives_the_same_publication_and_passes_its_own_check(world in world()) {
        let (one, two) = (world.publication(), world.publication());
        prop_assert_eq!(one.tables(), two.tables());
        prop_assert_eq!(one.dropped(), two.dropped());
        prop_assert!(one.self_check().is_ok());
        prop_assert_eq!(read_back(&one).figure(&[]), one.total());
    }

    #[test]
    fn a_later_tier_never_closes_a_cell_of_an_earlier_one(world in world()) {
        let whole = world.publication();
        for kept in 1..world.plan().tables.len() {
            let mut plan = world.plan();
            plan.tables.truncate(kept);
            let less = protect(&world.tally_of(plan), &world.rules(), year(2025), &[]);
            for cell in less.tables().iter().flat_map(|table| table.cells()) {
                let at: Vec<(&str, &str)> = cell.at.iter().map(|(d, v)| (d.as_str(), v.as_str())).collect();
                prop_assert_eq!(whole.figure(&at), cell.figure);
            }
        }
    }

    /// Every whole-number table of one dimension with a group that agrees with what is published, by trying them all:
    /// each protected cell can be 0, and can reach the threshold.
    #[test]
    fn a_protected_cell_of_a_one_way_table_can_be_nothing_and_can_be_five(
        parts in prop::collection::vec(prop::array::uniform4(0..3u32), 5)
    ) {
        let d = dimension(&A, &[("g", &["a1", "a2", "a3"])]);
        let mut tally = Tally::new(plan(&[("a", d)], &[&[], &["a"]]), organisations(4)).unwrap();
        for (value, parts) in A.iter().zip(&parts) {
            for (organisation, count) in parts.iter().enumerate() {
                tally.add_coded(&[("a", value)], organisation, *count).unwrap();
            }
        }
        let rules = Rules { max_protected_share: 1.0, ..Rules::default() };
        let publication = protect(&tally, &rules, year(2025), &[]);
        let figure = |code: &str| publication.figure(&[("a", code)]).count();
        let total: u64 = parts.iter().flatten().map(|n| u64::from(*n)).sum();
        let Some(published_total) = publication.total().count() else { return Ok(()) };
        prop_assert_eq!(published_total, total);
        let mut reach: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
        let range = |code: &str| figure(code).map_or(0..=total, |n| n..=n);
        for a1 in range("a1") {
            for a2 in range("a2") {
                for a3 in range("a3") {
                    if figure("g").is_some_and(|g| g != a1 + a2 + a3) || a1 + a2 + a3 > total {
                        continue;
                    }
                    for a4 in range("a4") {
                        let Some(a5) = total.checked_sub(a1 + a2 + a3 + a4) else { continue };
                        if !range("a5").contains(&a5) {
                            continue;
                        }
                        for (code, n) in [("a1", a1), ("a2", a2), ("a3", a3), ("a4", a4), ("a5", a5), ("g", a1 + a2 + a3)] {
                            let seen = reach.entry(code).or_insert((n, n));
                            *seen = (seen.0.min(n), seen.1.max(n));
                        }
                    }
                }
            }
        }
        for (code, (low, high)) in reach {
            if figure(code).is_none() {
                prop_assert!(high >= 5 && (low == 0 || low >= 5), "{} lies in {}..={}", code, low, high);
            }
        }
    }

    /// Every whole-number filling of a table of four rows and four columns that agrees with what is published.
    #[test]
    fn a_protected_cell_of_a_two_way_table_can_be_nothing_and_can_be_five(
        parts in prop::collection::vec(
            prop_oneof![
                1 => Just([0u32, 0, 0]),
                2 => prop::array::uniform3(0..3u32),
                5 => prop::array::uniform3(2..4u32),
            ],
            16,
        )
    ) {
        let (rows, columns) = (["r1", "r2", "r3", "r4"], ["c1", "c2", "c3", "c4"]);
        let dimensions = [("r", dimension(&rows, &[])), ("c", dimension(&columns, &[]))];
        let mut tally = Tally::new(plan(&dimensions, &[&[], &["r"], &["c"], &["r", "c"]]), organisations(3)).unwrap();
        for (at, parts) in parts.iter().enumerate() {
            let codes = [("r", rows[at / 4]), ("c", columns[at % 4])];
            for (organisation, count) in parts.iter().enumerate() {
                tally.add_coded(&codes, organisation, *count).unwrap();
            }
        }
        let rules = Rules { max_protected_share: 1.0, ..Rules::default() };
        let publication = protect(&tally, &rules, year(2025), &[]);
        let total = publication.total().count();
        let margin = |dimension: &str, code: &str| publication.figure(&[(dimension, code)]).count();
        let row_sums = rows.map(|row| margin("r", row));
        let column_sums = columns.map(|column| margin("c", column));
        let margins = total.is_some() && !row_sums.contains(&None) && !column_sums.contains(&None);
        if publication.table("r-by-c").is_none() || !margins {
            return Ok(());
        }
        let left = (row_sums.map(Option::unwrap), column_sums.map(Option::unwrap));
        let known: Vec<Option<u64>> = (0..16)
            .map(|at| publication.figure(&[("r", rows[at / 4]), ("c", columns[at % 4])]).count())
            .collect();
        for target in (0..16).filter(|at| known[*at].is_none()) {
            let can_be = |value: u64| {
                let mut fixed = known.clone();
                fixed[target] = Some(value);
                fillable(&fixed, left)
            };
            prop_assert!((5..=60).any(can_be), "cell {} stays under five: {:?} {:?}", target, known, left);
            prop_assert!(can_be(0) || !(1..5).any(can_be), "cell {} is not nothing: {:?} {:?}", target, known, left);
        }
    }
}

/// Whether a table of four by four with these known cells and margins can be filled: as a flow from rows to columns.
fn fillable(known: &[Option<u64>], (mut rows, mut columns): ([u64; 4], [u64; 4])) -> bool {
    for (at, value) in known.iter().enumerate().filter_map(|(at, v)| Some((at, (*v)?))) {
        let (Some(r), Some(c)) = (rows[at / 4].checked_sub(value), columns[at % 4].checked_sub(value)) else {
            return false;
        };
        (rows[at / 4], columns[at % 4]) = (r, c);
    }
    let free = |row: usize, column: usize| known[row * 4 + column].is_none();
    // Hall: what a set of rows still needs fits into the columns that any of them may use, and all is used.
    rows.iter().sum::<u64>() == columns.iter().sum::<u64>()
        && (0..16u8).all(|set| {
            let inside = |i: usize| set & (1 << i) != 0;
            let need: u64 = (0..4).filter(|r| inside(*r)).map(|r| rows[r]).sum();
            let room: u64 =
                (0..4).filter(|c| (0..4).any(|r| inside(r) && free(r, *c))).map(|c| columns[c]).sum();
            need <= room
        })
}
