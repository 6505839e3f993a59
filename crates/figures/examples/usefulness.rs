//! What an edition of a given size still publishes, by tier, beside what other ways of publishing leave of the same
//! records.
//!
//! Every share is of the cells *planned*: a table that is dropped has published none of them, and a coarser form in
//! its place counts with what it publishes. Beside the guard, by the same primary rules:
//!
//! - *primary only*: nothing but the small and concentrated cells is closed. Not safe; what no safe way can exceed.
//! - *all or nothing*: a table is published if none of its cells is primary. Not safe between tables either.
//! - *rounding to 5*: every cell is published, to the nearest multiple of five.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a program that prints a table")]

#[path = "../tests/figures/network.rs"]
mod network;

use std::collections::BTreeMap;
use std::time::Instant;

use figures::{Dropped, Plan, Protection, Publication, Rules, TablePlan, Tally, Zeros, protect};
use model::Period;

const SEEDS: [u64; 5] = [1, 2, 3, 4, 5];
const ORGANISATIONS: usize = 20;

fn main() {
    println!(
        "| signals | tier | planned cells | guard | of the tables kept | tables kept | primary only | all or nothing | \
         rounding to 5: exact | off by, on average |"
    );
    println!("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
    let mut costs = Vec::new();
    for signals in [60, 100, 200, 300, 1_000, 5_000] {
        let runs: Vec<Run> = SEEDS.iter().map(|seed| run(signals, *seed)).collect();
        for (tier, name) in NAMES {
            let of = |measure: fn(&Tier) -> Option<f64>| {
                spread(runs.iter().filter_map(|run| measure(&run.tiers[&tier])).collect())
            };
            println!(
                "| {signals} | {name} | {} | {} | {} | {} | {} | {} | {} | {} |",
                runs[0].tiers[&tier].planned,
                of(|tier| Some(share(tier.published, tier.planned))),
                of(|tier| (tier.in_kept > 0).then(|| share(tier.published, tier.in_kept))),
                runs.iter().map(|run| run.tiers[&tier].kept.to_string()).collect::<Vec<_>>().join(" "),
                of(|tier| Some(share(tier.planned - tier.primary, tier.planned))),
                of(|tier| Some(share(tier.whole, tier.planned))),
                of(|tier| Some(share(tier.exact, tier.planned))),
                of(|tier| Some(tier.error)),
            );
        }
        costs.push(format!(
            "| {signals} | {} | {} | {} | {:.2} |",
            runs.iter().map(|run| run.programs.to_string()).collect::<Vec<_>>().join(" "),
            spread(runs.iter().map(|run| run.crooked).collect()),
            runs.iter().map(|run| run.replaced.to_string()).collect::<Vec<_>>().join(" "),
            runs.iter().map(|run| run.seconds).fold(0.0, f64::max),
        ));
    }
    println!();
    println!(
        "| signals | programmes of the guard | rounding: totals that do not add up | coarser forms taken | seconds at most |"
    );
    println!("| ---: | --- | ---: | --- | ---: |");
    costs.iter().for_each(|line| println!("{line}"));
}

const NAMES: [(u8, &str); 5] =
    [(1, "total"), (2, "one-way"), (3, "group × group"), (4, "group × fine"), (5, "fine × fine")];

/// One edition, published in each way.
struct Run {
    tiers: BTreeMap<u8, Tier>,
    programs: u64,
    seconds: f64,
    replaced: usize,
    /// The share of totals over one dimension that are not the sum of their values once all are rounded.
    crooked: f64,
}

/// Numbers of cells; `error` is the mean of what rounding changes in a count, as a share of it.
#[derive(Default)]
struct Tier {
    planned: usize,
    published: usize,
    in_kept: usize,
    kept: usize,
    primary: usize,
    whole: usize,
    exact: usize,
    error: f64,
}

fn run(signals: u64, seed: u64) -> Run {
    let publish = |tally: &Tally, rules: &Rules| protect(tally, rules, Period::year(2025).unwrap(), &[]);
    let published = |plan: Plan, rules: &Rules| -> Publication {
        publish(&network::network_on(plan, signals, ORGANISATIONS, seed), rules)
    };
    let tally = network::network(signals, ORGANISATIONS, seed);
    let begun = Instant::now();
    let guarded = publish(&tally, &Rules::default());
    let seconds = begun.elapsed().as_secs_f64();

    let mut tiers: BTreeMap<u8, Tier> = BTreeMap::new();
    for table in guarded.tables() {
        let tier = tiers.entry(table.tier()).or_default();
        tier.published += table.cells().iter().filter(|cell| !cell.figure.is_protected()).count();
        tier.in_kept += table.cells().len();
        tier.kept += 1;
    }
    let mut errors: BTreeMap<u8, Vec<f64>> = BTreeMap::new();
    let (mut totals, mut crooked) = (0, 0);
    for table in &network::plan().tables {
        let tier = tiers.entry(table.tier).or_default();
        let primary = published(alone(table), &primary_only()).primary();
        let all = published(alone(table), &nothing_closed());
        let cells = all.tables()[0].cells();
        let counts = cells.iter().map(|cell| cell.figure.count().unwrap());
        tier.planned += cells.len();
        tier.primary += primary;
        tier.whole += if primary == 0 { cells.len() } else { 0 };
        tier.exact += counts.clone().filter(|count| rounded(*count) == *count).count();
        let error = |count: u64| rounded(count).abs_diff(count) as f64 / count as f64;
        errors.entry(table.tier).or_default().extend(counts.filter(|count| *count > 0).map(error));
        // Totals over a one-way table, beside the sum of its values.
        if let [column] = &table.columns[..] {
            let at = |code: &str| all.figure(&[(&column.dimension, code)]).count().unwrap();
            let values = &all.dimensions()[&column.dimension].values;
            totals += 1;
            let sum: u64 = values.iter().map(|value| rounded(at(value))).sum();
            crooked += usize::from(sum != rounded(at(figures::TOTAL)));
        }
    }
    for (tier, errors) in errors {
        tiers.entry(tier).or_default().error = errors.iter().sum::<f64>() / errors.len().max(1) as f64;
    }
    let replaced = guarded.dropped().iter().filter(|Dropped { instead, .. }| instead.is_some()).count();
    Run { tiers, programs: guarded.programs(), seconds, replaced, crooked: share(crooked, totals) }
}

/// A plan of one table, which nothing else binds.
fn alone(table: &TablePlan) -> Plan {
    Plan { tables: vec![table.clone()], ..network::plan() }
}

/// The default primary rules, for asking how many cells they close.
fn primary_only() -> Rules {
    Rules { protection: Protection::Exact, max_protected_share: 1.0, ..Rules::default() }
}

fn nothing_closed() -> Rules {
    Rules {
        threshold: 0,
        zeros: Zeros::Publish,
        min_organisations: 0,
        max_share: 1.0,
        min_others: 0,
        max_protected_share: 1.0,
        thresholds: Vec::new(),
        insiders: false,
        protection: Protection::Exact,
    }
}

const fn rounded(count: u64) -> u64 {
    (count + 2) / 5 * 5
}

fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Mean and range, in per cent.
fn spread(shares: Vec<f64>) -> String {
    if shares.is_empty() {
        return "–".to_owned();
    }
    let mean = shares.iter().sum::<f64>() / shares.len() as f64;
    let least = shares.iter().copied().fold(f64::INFINITY, f64::min);
    let most = shares.iter().copied().fold(0.0, f64::max);
    if format!("{:.0}", least * 100.0) == format!("{:.0}", most * 100.0) {
        format!("{:.0} %", mean * 100.0)
    } else {
        format!("{:.0} % ({:.0}–{:.0})", mean * 100.0, least * 100.0, most * 100.0)
    }
}
