//! How fast signals are filed one by one by many at once, each durable before it is answered, beside a bare loop of
//! single durable inserts in the same run; and how fast the queues answer with many signals in them.
//!
//! `cargo bench -p store --bench filing -- [QUEUE]`; on SQLite, and on PostgreSQL where MEGAFOON_TEST_POSTGRES names one.
//! The ratio tells something only where that server writes to disk: the throw-away one of the tests does not.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures, may stop at once, and is told its server as the tests are"
)]

mod bare;

use std::time::{Duration, Instant};

use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use model::{AccountId, Language, Role, SignalState};
use store::{Filing, ImportHow, NewAccount, Slice, Store, Via};
use testkit::{Database, code, network, submission};
use uuid::Uuid;

const CLIENTS: u64 = 64;

fn main() {
    let queue = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(100_000_u64);
    measure("sqlite", &Database::sqlite(), queue);
    if std::env::var("MEGAFOON_TEST_POSTGRES").is_ok() {
        measure("postgresql", &Database::postgres("filing"), queue);
    }
}

fn measure(name: &str, database: &Database, queue: u64) {
    let bare = bare::inserts(database);
    let store = database.open();
    store.import_network(&network()).unwrap();
    let new = NewAccount {
        name: "Filer".to_owned(),
        address: "filer@alfa.example".to_owned(),
        organisation: Some(code("alfa")),
        authority: None,
        roles: vec![Role::Filer],
        language: Language::Nl,
    };
    let account = store.add_account(new, None).unwrap();
    let (rate, median, late) = filings(&store, account, 0);
    println!(
        "filing {name}: {rate:.0} durable signals/s by {CLIENTS} at once; p50 {median:.1} ms, p99 {late:.1} ms; \
         bare loop of single inserts {bare:.0}/s; ratio {:.1}",
        rate / bare
    );
    let mut rows = (0..queue).map(|number| {
        let organisation = ["alfa", "beta", "gamma"][(number % 3) as usize];
        Ok(submission(organisation, &format!("G-{number:07}"), "2024-05"))
    });
    store.import_signals(ImportHow::default(), &mut rows, &mut |_| {}).unwrap();
    let alfa = code("alfa");
    let first = Slice::first(50);
    let pre_signals = [SignalState::PreSignal];
    println!(
        "queues {name} with {queue} imported pre-signals: to release {:.1} ms, of an organisation {:.1} ms, \
         of an account {:.1} ms",
        timed(|| store.signals_to_release(&alfa, first).unwrap().total),
        timed(|| store.signals_of_organisation(&alfa, &pre_signals, first).unwrap().total),
        timed(|| store.signals_of_account(account, first).unwrap().total),
    );
    // The same many, waiting for a network coordinator.
    let statement = "UPDATE signals SET state = 'released'";
    if database.is_sqlite() {
        let file = database.url().trim_start_matches("sqlite://").to_owned();
        SqliteConnection::establish(&file).unwrap().batch_execute(statement).unwrap();
    } else {
        PgConnection::establish(database.url()).unwrap().batch_execute(statement).unwrap();
    }
    println!(
        "queue {name} of the network with as many: {:.1} ms",
        timed(|| store.released_signals(first).unwrap().total)
    );
    let (rate, median, late) = filings(&store, account, 1 << 64);
    println!("filing {name} with as many there: {rate:.0} signals/s; p50 {median:.1} ms, p99 {late:.1} ms");
}

/// The middle of eleven times, in milliseconds.
fn timed<T>(mut question: impl FnMut() -> T) -> f64 {
    let mut times: Vec<Duration> = (0..11)
        .map(|_| {
            let begin = Instant::now();
            question();
            begin.elapsed()
        })
        .collect();
    times.sort_unstable();
    times[5].as_secs_f64() * 1_000.0
}

/// Filings per second, and the milliseconds that half of them and 99 of 100 took at most.
fn filings(store: &Store, account: AccountId, from: u128) -> (f64, f64, f64) {
    let begin = Instant::now();
    let mut times: Vec<Duration> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                scope.spawn(move || {
                    let mut times = Vec::new();
                    while begin.elapsed() < bare::LASTS {
                        let number = from + (u128::from(client) << 32) + times.len() as u128 + 1;
                        let filing = Filing {
                            client_id: Uuid::from_u128(number),
                            submission: bare::words(number),
                            via: Via::Account(account),
                            direct: false,
                            release: false,
                            draft: None,
                        };
                        let sent = Instant::now();
                        store.file(filing).unwrap();
                        times.push(sent.elapsed());
                    }
                    times
                })
            })
            .collect();
        clients.into_iter().flat_map(|client| client.join().unwrap()).collect()
    });
    let rate = times.len() as f64 / begin.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |share: usize| times[times.len() * share / 100].as_secs_f64() * 1_000.0;
    (rate, at(50), at(99))
}
