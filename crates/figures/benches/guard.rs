//! How long protection takes: an acyclic plan of ten two-way tables by 20 organisations, for those who read and for all
//! attackers; and how it grows with cells and with organisations.
//!
//! The reference, in the same run: a linear programme over all protected cells of the same publication, solved from
//! scratch by `microlp`, once up and once down for a sample of them. Certifying cell by cell needs as many programmes as
//! there are protected cells, twice, for each attacker; it would find neither which cells to close nor whole numbers.
//!
//! `cargo bench -p figures --bench guard`. Records are random, the same in every run; times are processor time (Linux).
//! Exit 1 above a minute for those who read, or ten for all attackers.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures and may stop at once"
)]

#[path = "../tests/figures/network.rs"]
#[expect(dead_code, reason = "of the network, only its dice and its organisations are asked")]
mod network;

use std::collections::{BTreeMap, BTreeSet};
use std::process::ExitCode;
use std::time::Duration;

use figures::{Column, Dimension, Kind, Level, Plan, Publication, Rules, TOTAL, TablePlan, Tally, protect};
use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use model::Period;

use network::{Dice, organisations};

/// Seconds for those who read, and for all attackers.
const BARS: [f64; 2] = [60.0, 600.0];
/// Programmes of the reference.
const SAMPLE: usize = 100;

fn main() -> ExitCode {
    let ten = star(&[18, 14, 14, 16, 19, 13, 16, 14, 14, 17], 18);
    let tally = tally(&ten, 3_000, 20);
    println!("Ten two-way tables, 3,000 signals of 20 organisations\n");
    println!(
        "| attackers | cells | protected | programmes | seconds | at most | one by one, from scratch | of that |"
    );
    println!("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut passed = true;
    for (insiders, bar) in [(false, BARS[0]), (true, BARS[1])] {
        let (publication, seconds) = protected(&tally, insiders);
        assert_eq!(publication.tables().len(), ten.tables.len(), "a table was refused");
        let cells = publication.cells();
        let attackers = if insiders { 21 } else { 1 };
        let alone = one_by_one(&publication) * (2 * cells.protected * attackers) as f64;
        println!(
            "| {} | {} | {} | {} | {seconds:.1} | {bar:.0} | {alone:.0} s | {:.4} |",
            if insiders { "all" } else { "A0, A1, A4" },
            cells.published + cells.protected,
            cells.protected,
            publication.programs(),
            seconds / alone,
        );
        passed &= seconds <= bar;
    }
    println!("\nGrowth: one two-way table of n × n values with all attackers\n");
    println!(
        "| n | organisations | signals | cells | protected | programmes | seconds | one programme from scratch |"
    );
    println!("| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let by_cells = [(10, 20), (15, 20), (20, 20), (30, 20), (40, 20)];
    let by_organisations = [(20, 5), (20, 10), (20, 20), (20, 40), (20, 80)];
    for (n, filers) in by_cells.into_iter().chain(by_organisations) {
        let signals = 12 * n * n;
        let (publication, seconds) = protected(&self::tally(&star(&[n], n), signals, filers), true);
        let cells = publication.cells();
        println!(
            "| {n} | {filers} | {signals} | {} | {} | {} | {seconds:.2} | {:.4} s |",
            cells.published + cells.protected,
            cells.protected,
            publication.programs(),
            one_by_one(&publication),
        );
    }
    if passed { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// A dimension of so many values in the middle, crossed with each of the others; one in three has groups.
fn star(sizes: &[u64], middle: u64) -> Plan {
    let dimension = |number: usize, size: u64| {
        let values: Vec<String> = (0..size).map(|value| format!("v{value}")).collect();
        let (some, others) = values.split_at(values.len() / 2);
        let groups = BTreeMap::from([("g".to_owned(), some.to_vec()), ("h".to_owned(), others.to_vec())]);
        let groups = if number % 3 == 1 { groups } else { BTreeMap::new() };
        Dimension { kind: Kind::Other, values, groups, multiple: false, within: None }
    };
    let name = |number: usize| format!("d{number:02}");
    let all = || std::iter::once(&middle).chain(sizes).enumerate();
    let column = |number: usize| Column { dimension: name(number), level: Level::Fine };
    let one_way = all().map(|(number, _)| TablePlan { tier: 2, columns: vec![column(number)] });
    let crosses =
        (1..=sizes.len()).map(|number| TablePlan { tier: 5, columns: vec![column(0), column(number)] });
    let total = TablePlan { tier: 1, columns: Vec::new() };
    Plan {
        dimensions: all().map(|(number, size)| (name(number), dimension(number, *size))).collect(),
        tables: std::iter::once(total).chain(one_way).chain(crosses).collect(),
        cyclic: false,
    }
}

fn tally(plan: &Plan, signals: u64, filers: usize) -> Tally {
    let mut tally = Tally::new(plan.clone(), organisations(filers)).unwrap();
    let mut dice = Dice(7);
    for _ in 0..signals {
        let filer = dice.skewed(filers as u64);
        let at: Vec<(&str, &str)> = plan
            .dimensions
            .iter()
            .map(|(name, shape)| (&**name, &*shape.values[dice.skewed(shape.values.len() as u64)]))
            .collect();
        tally.add_coded(&at, filer, 1).unwrap();
    }
    tally
}

fn protected(tally: &Tally, insiders: bool) -> (Publication, f64) {
    let rules = Rules { insiders, max_protected_share: 1.0, ..Rules::default() };
    let begun = spent();
    let publication = protect(tally, &rules, Period::year(2025).unwrap(), &[]);
    (publication, (spent() - begun).as_secs_f64())
}

/// A cell, whatever table it stands in: what it names.
type Key = BTreeMap<String, String>;

/// Seconds for one programme, on average: how far a protected cell can go, from nothing but what is published.
fn one_by_one(publication: &Publication) -> f64 {
    let key = |at: &Key| -> Key { at.clone().into_iter().filter(|(_, code)| code != TOTAL).collect() };
    let cells = || publication.tables().iter().flat_map(|table| table.cells());
    let figures: BTreeMap<Key, Option<u64>> =
        cells().map(|cell| (key(&cell.at), cell.figure.count())).collect();
    let unknown: Vec<&Key> =
        figures.iter().filter(|(_, count)| count.is_none()).map(|(key, _)| key).collect();
    let number: BTreeMap<&Key, usize> = unknown.iter().enumerate().map(|(n, key)| (*key, n)).collect();
    // Every whole of every table with the values it holds, along each dimension.
    let mut sums: BTreeSet<(Key, Vec<Key>)> = BTreeSet::new();
    for cell in cells() {
        for (name, code) in &cell.at {
            let shape = &publication.dimensions()[name];
            let members = if code == TOTAL { Some(&shape.values) } else { shape.groups.get(code) };
            let part = |value: &String| {
                let mut at = cell.at.clone();
                at.insert(name.clone(), value.clone());
                key(&at)
            };
            sums.extend(members.map(|members| (key(&cell.at), members.iter().map(part).collect())));
        }
    }
    let programme = |target: usize, way| {
        let mut problem = Problem::new(way);
        let variables: Vec<Variable> = (0..unknown.len())
            .map(|cell| problem.add_var(if cell == target { 1.0 } else { 0.0 }, (0.0, 1e6)))
            .collect();
        for (whole, parts) in &sums {
            let terms = std::iter::once((whole, -1.0)).chain(parts.iter().map(|part| (part, 1.0)));
            let known = |key: &Key| figures[key].map(|count| count as f64);
            let fixed: f64 = terms.clone().filter_map(|(key, factor)| Some(factor * known(key)?)).sum();
            let moving: Vec<(Variable, f64)> =
                terms.filter_map(|(key, factor)| Some((variables[*number.get(key)?], factor))).collect();
            if !moving.is_empty() {
                problem.add_constraint(moving, ComparisonOp::Eq, -fixed);
            }
        }
        problem
    };
    let step = unknown.len().div_ceil(SAMPLE / 2).max(1);
    let ways = [OptimizationDirection::Minimize, OptimizationDirection::Maximize];
    let sample = (0..unknown.len()).step_by(step).flat_map(|cell| ways.map(|way| (cell, way)));
    let sample: Vec<Problem> = sample.map(|(cell, way)| programme(cell, way)).collect();
    let begun = spent();
    let solved = |problem: &Problem| {
        problem.solve_with(SolveOptions::default()).is_ok_and(|done| done.into_solution().is_ok())
    };
    assert!(sample.iter().all(solved), "the true counts are possible");
    (spent() - begun).as_secs_f64() / sample.len().max(1) as f64
}

/// The processor time spent so far: other work on the machine does not count.
fn spent() -> Duration {
    let spent = std::fs::read_to_string("/proc/thread-self/schedstat").unwrap();
    Duration::from_nanos(spent.split_whitespace().next().unwrap().parse().unwrap())
}
