//! How often a rise is told where there is none, and how late one that is there: simulated, from fixed seeds. Writes
//! the tables of `crates/testkit/comparisons/emerging/results.md`.
//!
//! `cargo run --release -p clustering --example emerging`
#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "an example prints, and may stop at once")]

mod network;

use clustering::emerging::{Found, Settings};
use network::{Habits, Network, is_watched};

/// So many networks a line.
const NETWORKS: u32 = 200;
/// So many months of each are judged.
const JUDGED: usize = 12;

fn main() {
    let mut arguments = std::env::args().skip(1);
    let networks: u32 = arguments.next().map_or(NETWORKS, |count| count.parse().unwrap());
    let only = arguments.next().unwrap_or_default();
    let settings = Settings::default();
    let nominal = settings.nominal * 100.0;
    println!("# Emerging problems: false alarms and delay, simulated\n");
    println!(
        "Made by `just emerging`: {networks} networks a line, {JUDGED} months of each, one after the other.\n"
    );
    println!("## Months with any alarm although nothing changed: nominal {nominal} %\n");
    println!("| network | months of past | series watched | months with an alarm, % | 95 % of it |");
    println!("| --- | ---: | ---: | ---: | ---: |");
    for (name, habits) in quiet().into_iter().filter(|q| q.0.contains(&only)) {
        for past in [settings.shortest_past, settings.longest_past] {
            let settings = Settings { longest_past: past, ..settings.clone() };
            let Share { watched, mean, error } = false_alarms(habits, &settings, networks);
            let (low, high) = ((mean - 1.96 * error).max(0.0), mean + 1.96 * error);
            println!(
                "| {name} | {past} | {watched:.0} | {:.2} | {:.2}–{:.2} |",
                mean * 100.0,
                low * 100.0,
                high * 100.0
            );
        }
    }
    println!("\n## Months until a doubling is told\n");
    println!(
        "A domain doubles for good, in a network of 25 other signals a month with {} months of past. 1: it is told at the end \
         of the first month.\n",
        settings.longest_past
    );
    println!(
        "| a month before | counts | half are told within | nine of ten | told within 3, % | never within {JUDGED}, % |"
    );
    println!("| ---: | --- | ---: | ---: | ---: | ---: |");
    for a_month in [1.0, 3.0, 10.0, 30.0] {
        for (name, dispersion) in [("Poisson", 1.0), ("variance 1.5 × mean", 1.5), ("variance 2 × mean", 2.0)]
        {
            let delays = delays(Habits { dispersion, ..Habits::steady(25.0) }, a_month, &settings, networks);
            let within =
                |months: usize| delays.iter().filter(|delay| delay.is_some_and(|at| at <= months)).count();
            let share = |count: usize| 100.0 * count as f64 / delays.len() as f64;
            let first = |percent: f64| {
                let months = (1..=JUDGED).find(|months| share(within(*months)) >= percent);
                months.map_or_else(|| format!("not within {JUDGED}"), |months| months.to_string())
            };
            println!(
                "| {a_month} | {name} | {} | {} | {:.1} | {:.1} |",
                first(50.0),
                first(90.0),
                share(within(3)),
                100.0 - share(within(JUDGED))
            );
        }
    }
}

/// Networks in which nothing rises by itself.
fn quiet() -> Vec<(&'static str, Habits)> {
    let steady = Habits::steady(25.0);
    vec![
        ("10 a month, Poisson", Habits::steady(10.0)),
        ("25 a month, Poisson", steady),
        ("60 a month, Poisson", Habits::steady(60.0)),
        ("25 a month, variance 1.5 × mean", Habits { dispersion: 1.5, ..steady }),
        ("25 a month, variance 2 × mean", Habits { dispersion: 2.0, ..steady }),
        ("60 a month, variance 2 × mean", Habits { dispersion: 2.0, ..Habits::steady(60.0) }),
        ("25 a month, variance 3 × mean", Habits { dispersion: 3.0, ..steady }),
        ("25 a month, quiet summers", Habits { seasonal: true, ..steady }),
        (
            "25 a month, quiet summers, variance 2 × mean",
            Habits { seasonal: true, dispersion: 2.0, ..steady },
        ),
        ("25 a month, 3 % more each month", Habits { growth: 0.03, ..steady }),
        ("25 a month, then everybody files twice as much", Habits { campaign: Some((0, 2.0)), ..steady }),
        (
            "25 a month, then twice as much, variance 2 × mean",
            Habits { campaign: Some((0, 2.0)), dispersion: 2.0, ..steady },
        ),
        (
            "*beyond what is promised:* two domains with a winter of their own",
            Habits { own_season: true, ..steady },
        ),
    ]
}

/// A share of months, how sure it is, and how many series were watched.
struct Share {
    watched: f64,
    mean: f64,
    error: f64,
}

fn false_alarms(habits: Habits, settings: &Settings, networks: u32) -> Share {
    // A campaign begins with the first month that is judged, when all windows have a whole past.
    let start = settings.months() - 1;
    let habits = Habits { campaign: habits.campaign.map(|(_, times)| (start, times)), ..habits };
    let (mut watched, mut judged, mut shares) = (0, 0, Vec::new());
    for seed in 0..networks {
        let network = Network::new(u64::from(seed), habits, start + JUDGED);
        let mut alarmed = 0;
        for at in start..start + JUDGED {
            let Found::Compared(found) = network.found(at, settings) else { continue };
            alarmed += usize::from(!found.alarms.is_empty());
            watched += found.watched;
            judged += 1;
        }
        shares.push(alarmed as f64 / JUDGED as f64);
    }
    // The months of one network hang together: the networks are what is independent.
    let count = shares.len() as f64;
    let mean = shares.iter().sum::<f64>() / count;
    let variance = shares.iter().map(|share| (share - mean).powi(2)).sum::<f64>() / (count - 1.0);
    Share { watched: watched as f64 / f64::from(judged), mean, error: (variance / count).sqrt() }
}

/// After how many months the doubling was told, in each network.
fn delays(habits: Habits, a_month: f64, settings: &Settings, networks: u32) -> Vec<Option<usize>> {
    let start = settings.months();
    let habits = Habits { doubling: Some((a_month, start)), ..habits };
    let delay = |seed: u32| {
        let network = Network::new(u64::from(seed), habits, start + JUDGED);
        (1..=JUDGED).find(|months| {
            let Found::Compared(found) = network.found(start + months - 1, settings) else { return false };
            found.alarms.iter().any(|alarm| is_watched(&alarm.key))
        })
    };
    (0..networks).map(delay).collect()
}
