//! How fast the figures of an edition are counted and protected, as a ratio to one `SELECT … GROUP BY` per table of
//! the plan in the same run, and how time and memory grow with the number of signals.
//!
//! `cargo bench --bench aggregation -- [SIGNALS …]`; 10,000, 100,000 and 1,000,000 unless said otherwise. SQLite.
#![expect(
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures and may stop at once"
)]

use std::time::Instant;

use bundle::{Freezing, freeze, published};
use diesel::prelude::*;
use generate::{Generator, languages_of};
use model::{EditionNumber, Period};
use store::ImportHow;
use testkit::{Database, network, today};

const EDITION: EditionNumber = EditionNumber(1);

fn main() {
    let asked: Vec<u64> = std::env::args().filter_map(|argument| argument.parse().ok()).collect();
    let sizes = if asked.is_empty() { vec![10_000, 100_000, 1_000_000] } else { asked };
    for size in sizes {
        measure(size);
    }
}

fn measure(signals: u64) {
    let database = Database::sqlite();
    let store = database.open();
    let mut network = network();
    let demo: model::Network =
        serde_json::from_str(include_str!("../../../fixtures/demo/network.json")).unwrap();
    network.domains = demo.domains;
    network.rights = demo.rights;
    network.organisations = demo.organisations;
    network.editions.truncate(1);
    network.editions[0].period = Period::year(2024).unwrap();
    network.editions[0].consents.clear();
    store.import_network(&network).unwrap();
    let organisations: Vec<_> = network
        .organisations
        .iter()
        .map(|one| (one.code.clone(), one.kind, languages_of(&one.name)))
        .collect();
    let generator = Generator::new(7, &[Period::year(2024).unwrap()], &organisations);
    let count = usize::try_from(signals).unwrap();
    let mut rows = generator.take(count).map(|signal| Ok(signal.submission));
    store
        .import_signals(ImportHow { accept: true, accept_valid: false, filer: None }, &mut rows, &mut |_| {})
        .unwrap();

    let begin = Instant::now();
    freeze(&store, EDITION, Freezing { date: today(), demonstration: true }).unwrap();
    let freezing = begin.elapsed().as_secs_f64();

    let before = peak();
    let begin = Instant::now();
    let tables = published(&store, EDITION).unwrap();
    let counted = begin.elapsed().as_secs_f64();
    let after = peak();
    let begin = Instant::now();
    let queries = group_by(&database);
    let reference = begin.elapsed().as_secs_f64();
    println!(
        "aggregation: {signals} signals, {} tables: read, counted, protected and checked in {counted:.2} s; \
         {queries} GROUP BY queries {reference:.2} s; ratio {:.2}; peak memory {before} → {after} MB; freezing before \
         that {freezing:.1} s",
        tables.tables().count(),
        counted / reference,
    );
}

#[derive(QueryableByName)]
struct Counted {
    #[diesel(sql_type = diesel::sql_types::BigInt)]
    signals: i64,
}

/// One query per table of the default plan, as somebody would write them: what comes back is only counted.
fn group_by(database: &Database) -> usize {
    let path = database.url().strip_prefix("sqlite://").unwrap();
    let mut connection = SqliteConnection::establish(path).unwrap();
    let one_way = [
        "decided_domain",
        "decided_cause",
        "decided_place",
        "no_municipality",
        "decided_authority",
        "recurrence",
    ];
    let crossed =
        ["decided_domain, decided_cause", "decided_domain, decided_place", "decided_domain, o.kind"];
    let mut queries = vec!["SELECT COUNT(*) AS signals FROM signals WHERE edition = 1".to_owned()];
    for columns in one_way.iter().chain(&crossed[..2]) {
        queries.push(format!(
            "SELECT {columns}, COUNT(*) AS signals FROM signals WHERE edition = 1 GROUP BY {columns}"
        ));
    }
    for columns in ["o.kind", crossed[2]] {
        queries.push(format!(
            "SELECT {columns}, COUNT(*) AS signals FROM signals s JOIN organisations o ON o.code = s.organisation \
             WHERE edition = 1 GROUP BY {columns}"
        ));
    }
    for group in model::TargetGroup::ALL {
        let code = group.code();
        queries.push(format!(
            "SELECT ('|' || target_groups || '|') LIKE '%|{code}|%' AS yes, COUNT(*) AS signals FROM signals \
             WHERE edition = 1 GROUP BY yes"
        ));
    }
    for query in &queries {
        let rows: Vec<Counted> = diesel::sql_query(query).load(&mut connection).unwrap();
        assert!(rows.iter().map(|row| row.signals).sum::<i64>() > 0);
    }
    queries.len()
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}
