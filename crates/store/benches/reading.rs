//! How long the pages of coordinators wait for the store with a hundred thousand signals in it: queues with each filter,
//! searches, kept views, one signal, the log, the workbench; each beside one indexed read of one row in the same run.
//!
//! `cargo bench -p store --bench reading -- [SIGNALS]`; on SQLite, and on PostgreSQL where MEGAFOON_TEST_POSTGRES names one.
#![expect(
    clippy::disallowed_methods,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a benchmark prints its figures, may stop at once, and is told its server as the tests are"
)]

mod filled;

use std::time::{Duration, Instant};

use clustering::Searching;
use diesel::prelude::*;
use diesel::sql_types::Text;
use model::{CauseChoice, Code, Language, Place, SignalId};
use store::{LogFilter, Queue, QueueFilter, QueueOrder, SignalPage, Slice, Store, Wanted};
use testkit::{Database, code};

use filled::{Filled, Standing, fill};

/// How often each question is asked, and for how long at most.
const TIMES: usize = 200;
const LASTS: Duration = Duration::from_secs(3);

/// How many signals a page of a queue has.
const LINES: u32 = 20;

fn main() {
    let signals = std::env::args().filter_map(|argument| argument.parse().ok()).next().unwrap_or(100_000);
    for standing in [Standing::Worked, Standing::Released, Standing::Filed] {
        measure("sqlite", &Database::sqlite(), standing, signals);
        if std::env::var("MEGAFOON_TEST_POSTGRES").is_ok() {
            measure("postgresql", &Database::postgres("reading"), standing, signals);
        }
    }
}

fn measure(name: &str, database: &Database, standing: Standing, signals: usize) {
    let filled = fill(database, standing, signals);
    println!("reading {name}, {standing:?}: {signals} signals, words taken in in {:.1} s", filled.taking_in);
    let queue = match standing {
        Standing::Worked | Standing::Released => Queue::Network,
        Standing::Filed => Queue::Organisation(filled.organisation.clone()),
    };
    let bench = Bench { reference: reference(database), store: filled.store.clone(), queue };
    println!("  one indexed read: {:.3} ms", bench.reference * 1_000.0);
    bench.queues(&filled);
    if standing == Standing::Worked {
        let organisation = Queue::Organisation(filled.organisation.clone());
        let of_organisation = Bench { queue: organisation, ..bench.clone() };
        of_organisation
            .ask("first page, organisation", || of_organisation.page(&now(), QueueOrder::Oldest, 1));
    }
    bench.searches(&filled);
    bench.others(&filled);
}

/// Seconds that one indexed read of one row takes, at best half of the time.
fn reference(database: &Database) -> f64 {
    let sql = "SELECT state AS text FROM signals WHERE organisation = 'alfa' AND reference = 'none'";
    let mut times = if database.is_sqlite() {
        let mut db = SqliteConnection::establish(database.url().trim_start_matches("sqlite://")).unwrap();
        times(|| drop(diesel::sql_query(sql).load::<Row>(&mut db).unwrap()))
    } else {
        let mut db = PgConnection::establish(database.url()).unwrap();
        times(|| drop(diesel::sql_query(sql).load::<Row>(&mut db).unwrap()))
    };
    times.sort_unstable();
    times[times.len() / 2].as_secs_f64()
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    #[expect(dead_code, reason = "what is read does not matter")]
    text: String,
}

fn times(mut ask: impl FnMut()) -> Vec<Duration> {
    let begin = Instant::now();
    let mut times = Vec::new();
    while times.len() < TIMES && begin.elapsed() < LASTS {
        let asked = Instant::now();
        ask();
        times.push(asked.elapsed());
    }
    times
}

#[derive(Clone)]
struct Bench {
    reference: f64,
    store: Store,
    queue: Queue,
}

/// What a queue holds on the last day, without what is put aside.
fn now() -> QueueFilter {
    QueueFilter { today: Some(filled::last_day()), ..QueueFilter::default() }
}

impl Bench {
    fn ask<T>(&self, name: &str, mut ask: impl FnMut() -> T) {
        let mut times = times(|| drop(ask()));
        times.sort_unstable();
        let at = |share: usize| times[(times.len() * share / 100).min(times.len() - 1)].as_secs_f64();
        println!(
            "  {name:<44} p50 {:7.2} ms, p99 {:7.2} ms, {:6.0} indexed reads",
            at(50) * 1_000.0,
            at(99) * 1_000.0,
            at(50) / self.reference,
        );
    }

    /// All that the page of a queue reads.
    fn page(&self, filter: &QueueFilter, order: QueueOrder, page: u32) -> SignalPage {
        let slice = Slice { offset: (page - 1) * LINES, limit: LINES };
        self.store.network().unwrap();
        let found = self.store.queue(&self.queue, filter, order, slice).unwrap();
        let ids: Vec<SignalId> = found.lines.iter().map(|line| line.id).collect();
        let mut counted: Vec<QueueFilter> = Vec::new();
        if *filter != now() {
            counted.push(now());
        }
        self.store.queue_counts(&self.queue, &counted).unwrap();
        self.store.shared_filters(None, "network").unwrap();
        self.store.queue_counts(&self.queue, &kept()).unwrap();
        self.store.queue_notes(&ids).unwrap();
        found
    }

    fn queues(&self, filled: &Filled) {
        use QueueOrder::{Newest, Oldest};
        let page = |name: &str, filter: QueueFilter| {
            for order in [Oldest, Newest] {
                self.ask(&format!("{name}, {order:?}"), || self.page(&filter, order, 1));
            }
        };
        page("first page", now());
        self.ask("page 50, Oldest", || self.page(&now(), Oldest, 50));
        self.ask("page 50, Newest", || self.page(&now(), Newest, 50));
        self.ask("last page of 100,000, Oldest", || self.page(&now(), Oldest, 4_900));
        page("organisation", QueueFilter { organisation: Some(filled.organisation.clone()), ..now() });
        page("cause", QueueFilter { cause: Some(CauseChoice::Of(model::Cause::NotObtained)), ..now() });
        page("domain", QueueFilter { domain: Some(code("housing")), ..now() });
        page("right", QueueFilter { right: Some(code("reference-address")), ..now() });
        page("place", QueueFilter { place: Place::parse("21004").ok(), ..now() });
        page("language", QueueFilter { language: Some(Language::Fr), ..now() });
        page("overdue", QueueFilter { silent_since: Some(filled::long_ago()), ..now() });
        page("asked", QueueFilter { asked: Some(true), ..now() });
        page("not asked", QueueFilter { asked: Some(false), ..now() });
        page("put aside", QueueFilter { put_aside: true, ..now() });
        self.ask("counts of five kept views", || self.store.queue_counts(&self.queue, &kept()).unwrap());
        self.ask("only the rows of the first page", || {
            self.store.queue(&self.queue, &now(), Oldest, Slice::first(LINES)).unwrap()
        });
        self.ask("the next after a decision", || {
            self.store.queue_lines(&self.queue, &now(), Oldest, Slice::first(2)).unwrap()
        });
    }

    fn searches(&self, filled: &Filled) {
        let searching = Searching::default();
        let wanted = |typed: &str| Wanted::new(searching.forms(typed));
        let [frequent, second] = [&filled.words[0], &filled.words[1]];
        let rare = filled.words.last().unwrap();
        for (name, typed) in [
            ("a frequent word", frequent.clone()),
            ("a rare word", rare.clone()),
            ("two frequent words", format!("{frequent} {second}")),
            ("a frequent and a rare word", format!("{frequent} {rare}")),
            ("no such word", "quizzaciously".to_owned()),
        ] {
            for order in [QueueOrder::Oldest, QueueOrder::Newest] {
                let filter = QueueFilter { words: wanted(&typed), ..now() };
                let found = self.page(&filter, order, 1).total;
                self.ask(&format!("{name} ({found}), {order:?}"), || self.page(&filter, order, 1));
            }
        }
    }

    fn others(&self, filled: &Filled) {
        let store = &self.store;
        let ids: Vec<SignalId> =
            self.page(&now(), QueueOrder::Oldest, 1).lines.iter().map(|l| l.id).collect();
        let mut round = ids.iter().cycle();
        self.ask("the page of a signal", || {
            let file = store.signal(*round.next().unwrap()).unwrap();
            let id = file.line.id;
            let alike = QueueFilter {
                cause: Some(file.decided.cause),
                domain: Some(file.decided.domain.clone()),
                ..QueueFilter::default()
            };
            store.network().unwrap();
            store.queue_lines(&Queue::Accepted, &alike, QueueOrder::Newest, Slice::first(9)).unwrap();
            store.weighings(id).unwrap();
            store.postponed_until(id).unwrap();
            store.log(&LogFilter { subject_id: Some(id.to_string()), ..of("signal") }, 100).unwrap();
        });
        let said = store::LOG_KINDS.iter().filter(|kind| **kind != "text-written");
        let pages =
            LogFilter { kinds: said.map(|kind| (*kind).to_owned()).collect(), ..LogFilter::default() };
        let ago = filled::long_ago();
        for (name, filter) in [
            ("all", pages.clone()),
            ("signals", of("signal")),
            ("kept views", of("filter")),
            ("editions", of("edition")),
            ("by one account", LogFilter { by: Some(filled.coordinator.to_string()), ..pages.clone() }),
            (
                "by nobody",
                LogFilter { by: Some(SignalId::from_uuid(uuid::Uuid::max()).to_string()), ..pages.clone() },
            ),
            ("until long ago", LogFilter { to: Some(ago), ..pages.clone() }),
            ("of one day", LogFilter { from: Some(ago), to: Some(ago), ..pages.clone() }),
            ("editions, until long ago", LogFilter { to: Some(ago), ..of("edition") }),
            ("further down", LogFilter { before: Some(9_000), ..pages }),
        ] {
            self.ask(&format!("log: {name}"), || store.log(&filter, 50).unwrap());
        }
        let free = QueueFilter { attached: Some(false), ..QueueFilter::default() };
        let chosen = |filter: &QueueFilter, limit| {
            store.queue(&Queue::Accepted, filter, QueueOrder::Oldest, Slice::first(limit)).unwrap()
        };
        self.ask("structural/new: 200 to choose from", || chosen(&free, 200));
        let domain = QueueFilter { domain: Some(code("housing")), ..free.clone() };
        self.ask("structural/new: in one domain", || chosen(&domain, 200));
        self.ask("proposals: 2,000 to compare", || {
            let some = Slice::first(2_000);
            let lines = store.queue_lines(&Queue::Accepted, &free, QueueOrder::Oldest, some).unwrap();
            let ids: Vec<SignalId> = lines.iter().map(|line| line.id).collect();
            store.words_of(&ids).unwrap()
        });
        self.ask("structural: the list, the board", || store.structural_files().unwrap());
        let one = store.structural_files().unwrap().first().unwrap().line.id;
        self.ask("structural: one, with its signals", || {
            store.structural_signal(one).unwrap();
            store.signals_of(one, 200).unwrap()
        });
        let own: &Code = &filled.organisation;
        let states = [model::SignalState::Accepted, model::SignalState::Released];
        self.ask("the signals of an organisation", || {
            store.signals_of_organisation(own, &states, Slice::first(LINES)).unwrap()
        });
    }
}

fn of(thing: &str) -> LogFilter {
    LogFilter { subject: Some(thing.to_owned()), ..LogFilter::default() }
}

/// What five kept views look for.
fn kept() -> [QueueFilter; 5] {
    [
        QueueFilter { domain: Some(code("housing")), ..now() },
        QueueFilter { place: Place::parse("21004").ok(), ..now() },
        QueueFilter { cause: Some(CauseChoice::NoRight), language: Some(Language::Nl), ..now() },
        QueueFilter { silent_since: Some(filled::long_ago()), ..now() },
        QueueFilter { asked: Some(true), ..now() },
    ]
}
