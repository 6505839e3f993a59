//! What an edition of a given size still publishes, by tier.
#![expect(clippy::unwrap_used, clippy::print_stdout, reason = "a program that prints a table")]

#[path = "../tests/figures/network.rs"]
mod network;

use std::collections::BTreeMap;
use std::time::Instant;

use figures::{Rules, protect};
use model::Period;

fn main() {
    println!("| signals | seed | tier: published of planned cells … | attackers | programmes | seconds |");
    for signals in [60, 100, 200, 300, 1_000, 2_000, 5_000] {
        for seed in [1, 2, 3] {
            for insiders in [false, true] {
                let tally = network::network(signals, 20, seed);
                let rules = Rules { insiders, ..Rules::default() };
                let at = Instant::now();
                let publication = protect(&tally, &rules, Period::year(2025).unwrap(), &[]);
                let seconds = at.elapsed().as_secs_f64();
                let mut tiers: BTreeMap<u8, (usize, usize, usize)> = BTreeMap::new();
                for table in publication.tables() {
                    let tier = tiers.entry(table.tier()).or_default();
                    tier.0 += table.cells().iter().filter(|cell| !cell.figure.is_protected()).count();
                    tier.1 += table.cells().len();
                    tier.2 += 1;
                }
                let tiers: Vec<String> = tiers
                    .iter()
                    .map(|(tier, (open, all, n))| format!("{tier}: {open}/{all} in {n}"))
                    .collect();
                println!(
                    "| {signals} | {seed} | {} | {} | {} | {seconds:.1} |",
                    tiers.join(", "),
                    if insiders { "all" } else { "A0, A1, A4" },
                    publication.programs(),
                );
            }
        }
    }
}
