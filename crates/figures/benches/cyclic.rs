//! A plan whose tables bind each other in a cycle: all two-way tables of four dimensions with groups.
//!
//! Fixed: 38 × 22 × 5 × 5 values with groups, 20,900 finest cells, 20 organisations, seeded records, attackers A0 and A1
//! (`guard.md`). `cargo bench -p figures --features highs --bench cyclic`; a number of signals may follow.
#![expect(clippy::print_stdout, reason = "a program that prints a table")]

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::time::Instant;

use figures::{Column, Dimension, Kind, Level, Plan, Publication, Rules, TOTAL, TablePlan, Tally, protect};
use model::{Code, OrganisationType, Period};

/// Each dimension with its number of values and of groups.
const DIMENSIONS: [(&str, usize, usize); 4] = [("a", 38, 9), ("b", 22, 6), ("c", 5, 2), ("d", 5, 2)];
const ORGANISATIONS: usize = 20;
const SIGNALS: usize = 10_000;

fn main() -> Result<(), Box<dyn Error>> {
    let given = std::env::args().filter_map(|argument| argument.parse().ok()).next();
    let signals = given.unwrap_or(SIGNALS);
    let tally = tally(signals)?;
    let rules =
        Rules { insiders: false, max_protected_share: 1.0, thresholds: Vec::new(), ..Rules::default() };
    let at = Instant::now();
    let publication = protect(&tally, &rules, Period::year(2025)?, &[]);
    let seconds = at.elapsed().as_secs_f64();
    let cells = publication.cells();
    let protected = cells.protected;
    println!("| signals | cells | primary | suppressed | programmes | seconds | peak memory |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    println!(
        "| {signals} | {} | {} | {protected} | {} | {seconds:.1} | {} |",
        cells.published + protected,
        publication.primary(),
        publication.programs(),
        peak()?,
    );
    let (one, other) = reference(&publication)?;
    println!("one programme of it: HiGHS {one:.2} s, microlp {other:.2} s, {:.0} times as long", other / one);
    for dropped in publication.dropped() {
        println!("not as planned: {dropped:?}");
    }
    Ok(())
}

/// One of an attacker's programmes, solved from nothing by each solver: how large a protected cell can be, where everything
/// published is a sum of finest cells. In seconds.
fn reference(publication: &Publication) -> Result<(f64, f64), Box<dyn Error>> {
    let finest: usize = DIMENSIONS.iter().map(|(_, values, _)| values).product();
    let within = |at: &BTreeMap<String, String>| -> Vec<usize> {
        let mut cells = vec![0];
        let mut stride = 1;
        for (name, values, groups) in DIMENSIONS {
            let code = at.get(name).map_or(TOTAL, String::as_str);
            let shape = dimension(name, values, groups);
            let holds = |value: &usize| {
                let value = &shape.values[*value];
                code == TOTAL
                    || code == value
                    || shape.groups.get(code).is_some_and(|group| group.contains(value))
            };
            let inside: Vec<usize> = (0..values).filter(holds).collect();
            cells =
                cells.iter().flat_map(|cell| inside.iter().map(move |value| cell + value * stride)).collect();
            stride *= values;
        }
        cells
    };
    let cells: Vec<_> = publication.tables().iter().flat_map(|table| table.cells()).collect();
    let target = cells.iter().find(|cell| cell.figure.is_protected()).ok_or("nothing is protected")?;
    let target: BTreeSet<usize> = within(&target.at).into_iter().collect();
    let told: BTreeMap<Vec<usize>, u64> =
        cells.iter().filter_map(|cell| Some((within(&cell.at), cell.figure.count()?))).collect();
    let cost = |cell: usize| if target.contains(&cell) { 1.0 } else { 0.0 };

    let at = Instant::now();
    let mut problem = highs::RowProblem::default();
    let columns: Vec<_> = (0..finest).map(|cell| problem.add_column(cost(cell), 0.0..)).collect();
    for (sum, count) in &told {
        let count = *count as f64;
        problem.add_row(count..=count, sum.iter().map(|cell| (columns[*cell], 1.0)).collect::<Vec<_>>());
    }
    let mut model = problem.optimise(highs::Sense::Maximise);
    model.make_quiet();
    model.set_option("presolve", "off");
    model.set_option("simplex_strategy", 4);
    let high = model.solve().objective_value();
    let one = at.elapsed().as_secs_f64();

    let at = Instant::now();
    let mut problem = microlp::Problem::new(microlp::OptimizationDirection::Maximize);
    let columns: Vec<_> = (0..finest).map(|cell| problem.add_var(cost(cell), (0.0, f64::INFINITY))).collect();
    for (sum, count) in &told {
        let terms: Vec<_> = sum.iter().map(|cell| (columns[*cell], 1.0)).collect();
        problem.add_constraint(terms, microlp::ComparisonOp::Eq, *count as f64);
    }
    let solution = problem.solve()?.into_solution().map_err(|_| "no answer")?;
    let other = at.elapsed().as_secs_f64();
    println!("largest count of one protected cell: {high:.3}, {:.3}", solution.objective());
    Ok((one, other))
}

/// The most memory that the program ever had.
fn peak() -> Result<String, Box<dyn Error>> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("no such line")?;
    Ok(line.trim().to_owned())
}

fn tally(signals: usize) -> Result<Tally, Box<dyn Error>> {
    let dimensions = DIMENSIONS
        .iter()
        .map(|(name, values, groups)| ((*name).to_owned(), dimension(name, *values, *groups)));
    let column = |name: &str| Column { dimension: name.to_owned(), level: Level::Fine };
    let names = DIMENSIONS.map(|(name, _, _)| name);
    let mut tables = vec![TablePlan { tier: 1, columns: Vec::new() }];
    tables.extend(names.iter().map(|name| TablePlan { tier: 2, columns: vec![column(name)] }));
    for (number, first) in names.iter().enumerate() {
        let pair = |second: &&str| TablePlan { tier: 3, columns: vec![column(first), column(second)] };
        tables.extend(names[number + 1..].iter().map(pair));
    }
    let plan = Plan { dimensions: dimensions.collect(), tables, cyclic: true };
    let organisations: Result<Vec<_>, _> = (0..ORGANISATIONS)
        .map(|number| {
            Ok::<_, Box<dyn Error>>((Code::parse(&format!("o{number}"))?, OrganisationType::PublicService))
        })
        .collect();
    let mut tally = Tally::new(plan, organisations?)?;
    let mut dice = Dice(2026);
    for _ in 0..signals {
        let codes = DIMENSIONS.map(|(name, values, _)| format!("{name}{}", dice.skewed(values)));
        let at: Vec<(&str, &str)> = names.iter().copied().zip(codes.iter().map(String::as_str)).collect();
        tally.add_coded(&at, dice.skewed(ORGANISATIONS), 1)?;
    }
    Ok(tally)
}

/// Values in groups of about the same size.
fn dimension(name: &str, values: usize, groups: usize) -> Dimension {
    let codes: Vec<String> = (0..values).map(|value| format!("{name}{value}")).collect();
    let mut members: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (value, code) in codes.iter().enumerate() {
        members.entry(format!("{name}-group-{}", value * groups / values)).or_default().push(code.clone());
    }
    Dimension { kind: Kind::Other, values: codes, groups: members, multiple: false, within: None }
}

/// A small generator with a fixed seed: the same records in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % n
    }

    /// The first ones more often than the last.
    fn skewed(&mut self, n: usize) -> usize {
        self.below(n).min(self.below(n))
    }
}
