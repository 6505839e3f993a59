//! How fast signals are filed over HTTP by many programs at once, each screened, and durable before it is acknowledged,
//! beside a bare loop of single durable inserts in the same run; what the service takes of memory.
//!
//! `cargo bench -p store --bench service`; on SQLite, and on PostgreSQL where MEGAFOON_TEST_POSTGRES names one. It stands
//! here, and not beside the service, because only this crate may speak to a database without the store.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures, may stop at once, and is told its server as the tests are"
)]

mod bare;

use std::time::{Duration, Instant};

use rand::{Rng, SeedableRng};
use testkit::{Database, code, network};
use uuid::Uuid;

const CLIENTS: u64 = 64;

fn main() {
    measure("sqlite", &Database::sqlite());
    if std::env::var("MEGAFOON_TEST_POSTGRES").is_ok() {
        measure("postgresql", &Database::postgres("service"));
    }
}

fn measure(name: &str, database: &Database) {
    let bare = bare::inserts(database);
    let store = database.open();
    store.import_network(&network()).unwrap();
    let token = web::new_token([7; 32]);
    store.add_token(&code("alfa"), "bench", web::hash_of_token(&token), None).unwrap();
    let settings = web::Settings { requests_per_minute: 0, ..web::Settings::default() };
    let surroundings = web::Surroundings {
        now: Box::new(|| 1_768_478_400),
        random: Box::new(|bytes| rand_chacha::ChaCha8Rng::seed_from_u64(1).fill_bytes(bytes)),
        log: Box::new(|line| println!("{line}")),
    };
    let site = web::Site::new(store.clone(), settings, surroundings).unwrap();
    let running = web::start(site, "127.0.0.1:0").unwrap();
    let url = format!("http://{}/api/v1/signals", running.address());
    std::thread::spawn(move || running.serve().unwrap());

    let before = resident();
    let begin = Instant::now();
    let mut times: Vec<Duration> = std::thread::scope(|scope| {
        let clients: Vec<_> = (0..CLIENTS)
            .map(|client| {
                let (url, token) = (&url, &token);
                scope.spawn(move || {
                    let agent: ureq::Agent = ureq::Agent::config_builder().build().into();
                    let mut times = Vec::new();
                    while begin.elapsed() < bare::LASTS {
                        let number = (u128::from(client) << 32) + times.len() as u128 + 1;
                        let id = uuid::Builder::from_random_bytes((number << 16).to_be_bytes()).into_uuid();
                        let body = body(id, &bare::words(number).problem);
                        let sent = Instant::now();
                        let answer = agent
                            .post(url)
                            .header("authorization", format!("Bearer {token}"))
                            .header("content-type", "application/json")
                            .send(body)
                            .unwrap();
                        assert_eq!(answer.status(), 201);
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
    println!(
        "service {name}: {rate:.0} durable signals/s over HTTP by {CLIENTS} clients, screened; p50 {:.1} ms, p99 {:.1} ms; \
         bare loop of single inserts {bare:.0}/s; ratio {:.1}; memory {before} MB before, {} MB after {} signals \
         (clients included)",
        at(50),
        at(99),
        rate / bare,
        resident(),
        times.len(),
    );
}

fn body(client: Uuid, problem: &str) -> String {
    serde_json::json!({
        "client_id": client,
        "problem": problem,
        "domain": "housing",
        "place": "21004",
        "tried": ["asked-service"],
        "observed": "2025-05",
    })
    .to_string()
}

/// What this process holds in memory, in MB.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap() / 1024
}
