//! How fast signals are imported, as a ratio to a bare batched insert of the same columns in the same run.
//!
//! `cargo bench -p store --bench import -- [ROWS]`; on SQLite, and on PostgreSQL where MEGAFOON_TEST_POSTGRES names one.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures, may stop at once, and is told its server as the tests are"
)]

use std::time::Instant;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use model::Submission;
use store::ImportHow;
use testkit::{Database, network, submission};

fn main() {
    let rows = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(100_000_u64);
    measure("sqlite", &Database::sqlite(), rows);
    if std::env::var("MEGAFOON_TEST_POSTGRES").is_ok() {
        measure("postgresql", &Database::postgres("bench"), rows);
    }
}

fn measure(name: &str, database: &Database, rows: u64) {
    let bare = if database.is_sqlite() { bare_sqlite(database, rows) } else { bare_postgres(database, rows) };
    let store = database.open();
    store.import_network(&network()).unwrap();
    let begin = Instant::now();
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    let report = store.import_signals(how, &mut (0..rows).map(|n| Ok(row(n))), &mut |_| {}).unwrap();
    assert_eq!(report.added, rows);
    let import = begin.elapsed().as_secs_f64();
    println!(
        "import {name}: {rows} rows in {import:.2} s ({:.0} rows/s); bare insert {bare:.2} s; ratio {:.2}; peak memory {} MB",
        rows as f64 / import,
        import / bare,
        peak()
    );
    let begin = Instant::now();
    let mut counted = 0_u64;
    store
        .freeze(model::EditionNumber(1), &mut |_, rows, parts| {
            while let Some(row) = rows.next()? {
                parts.write(row.organisation.as_str().as_bytes())?;
                counted += 1;
            }
            Ok(())
        })
        .unwrap();
    println!(
        "freeze {name}: {counted} rows in {:.2} s; peak memory {} MB",
        begin.elapsed().as_secs_f64(),
        peak()
    );
}

fn row(number: u64) -> Submission {
    let organisation = ["alfa", "beta", "gamma"][(number % 3) as usize];
    let mut row = submission(organisation, &format!("G-{number:07}"), "2024-05");
    row.problem = format!("{} {number}", row.problem.repeat(5));
    row
}

fn peak() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap_or("0");
    line.split_whitespace().next().and_then(|kb| kb.parse::<u64>().ok()).unwrap_or(0) / 1024
}

/// One flat table with the columns that the store keeps of a signal: no reference, no event, one key, one unique index.
const BARE: &str = "CREATE TABLE bare (id TEXT PRIMARY KEY, organisation TEXT, reference TEXT, observed INTEGER, \
    filed_on DATE, language TEXT, state TEXT, tried TEXT, target_groups TEXT, other_places TEXT, \
    no_municipality BOOLEAN, recurrence TEXT, generated BOOLEAN, filed_cause TEXT, filed_other_causes TEXT, \
    filed_never_eligible BOOLEAN, filed_domain TEXT, filed_other_domains TEXT, filed_right TEXT, filed_place TEXT, \
    filed_authority TEXT, decided_cause TEXT, decided_other_causes TEXT, decided_never_eligible BOOLEAN, \
    decided_domain TEXT, decided_other_domains TEXT, decided_right TEXT, decided_place TEXT, decided_authority TEXT, \
    words TEXT, digest TEXT)";

diesel::table! {
    bare (id) {
        id -> Text, organisation -> Text, reference -> Nullable<Text>, observed -> Integer, filed_on -> Date,
        language -> Text, state -> Text, tried -> Text, target_groups -> Text, other_places -> Text,
        no_municipality -> Bool, recurrence -> Text, generated -> Bool, filed_cause -> Text, filed_other_causes -> Text,
        filed_never_eligible -> Bool, filed_domain -> Text, filed_other_domains -> Text, filed_right -> Text,
        filed_place -> Text, filed_authority -> Text, decided_cause -> Text, decided_other_causes -> Text,
        decided_never_eligible -> Bool, decided_domain -> Text, decided_other_domains -> Text, decided_right -> Text,
        decided_place -> Text, decided_authority -> Text, words -> Text, digest -> Text,
    }
}

#[derive(Insertable)]
#[diesel(table_name = bare, treat_none_as_default_value = false)]
struct Bare {
    id: String,
    organisation: String,
    reference: Option<String>,
    observed: i32,
    filed_on: chrono::NaiveDate,
    language: &'static str,
    state: &'static str,
    tried: &'static str,
    target_groups: &'static str,
    other_places: &'static str,
    no_municipality: bool,
    recurrence: &'static str,
    generated: bool,
    filed_cause: &'static str,
    filed_other_causes: &'static str,
    filed_never_eligible: bool,
    filed_domain: String,
    filed_other_domains: &'static str,
    filed_right: &'static str,
    filed_place: String,
    filed_authority: &'static str,
    decided_cause: &'static str,
    decided_other_causes: &'static str,
    decided_never_eligible: bool,
    decided_domain: String,
    decided_other_domains: &'static str,
    decided_right: &'static str,
    decided_place: String,
    decided_authority: &'static str,
    words: String,
    digest: String,
}

fn bare_row(number: u64) -> Bare {
    let row = row(number);
    let id = format!("{:032x}", u128::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C834));
    Bare {
        digest: id.clone(),
        id,
        organisation: row.organisation.as_str().to_owned(),
        reference: row.reference,
        observed: row.observed.number(),
        filed_on: testkit::today(),
        language: row.language.code(),
        state: "accepted",
        tried: "asked-service|referred",
        target_groups: "undocumented|children",
        other_places: "region",
        no_municipality: row.no_municipality,
        recurrence: "2-4",
        generated: row.generated,
        filed_cause: row.cause.code(),
        filed_other_causes: "not-known",
        filed_never_eligible: row.never_eligible,
        filed_domain: row.domain.as_str().to_owned(),
        filed_other_domains: "residence-status",
        filed_right: "reference-address",
        filed_place: row.place.code(),
        filed_authority: "municipality",
        decided_cause: row.cause.code(),
        decided_other_causes: "not-known",
        decided_never_eligible: row.never_eligible,
        decided_domain: row.domain.as_str().to_owned(),
        decided_other_domains: "residence-status",
        decided_right: "reference-address",
        decided_place: row.place.code(),
        decided_authority: "municipality",
        words: row.headline + &row.problem + &row.impact,
    }
}

fn bare_sqlite(database: &Database, rows: u64) -> f64 {
    let mut connection =
        SqliteConnection::establish(database.folder().join("bare.db").to_str().unwrap()).unwrap();
    connection
        .batch_execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536")
        .unwrap();
    connection.batch_execute(BARE).unwrap();
    connection.batch_execute("CREATE UNIQUE INDEX bare_reference ON bare (organisation, reference)").unwrap();
    let begin = Instant::now();
    let mut number = 0;
    while number < rows {
        connection
            .immediate_transaction::<_, diesel::result::Error, _>(|connection| {
                for number in number..rows.min(number + 1_000) {
                    diesel::insert_into(bare::table).values(bare_row(number)).execute(connection)?;
                }
                Ok(())
            })
            .unwrap();
        number += 1_000;
    }
    begin.elapsed().as_secs_f64()
}

fn bare_postgres(database: &Database, rows: u64) -> f64 {
    let mut connection = PgConnection::establish(database.url()).unwrap();
    connection.batch_execute(BARE).unwrap();
    connection.batch_execute("CREATE UNIQUE INDEX bare_reference ON bare (organisation, reference)").unwrap();
    let begin = Instant::now();
    let mut number = 0;
    while number < rows {
        let batch: Vec<Bare> = (number..rows.min(number + 1_000)).map(bare_row).collect();
        diesel::insert_into(bare::table).values(&batch).execute(&mut connection).unwrap();
        number += 1_000;
    }
    let elapsed = begin.elapsed().as_secs_f64();
    connection.batch_execute("DROP TABLE bare").unwrap();
    elapsed
}
