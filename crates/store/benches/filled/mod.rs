//! A database as it is after years of service: generated signals with their texts in the search, structural signals that
//! name many of them, questions, things put aside, kept views and a long log.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::Instant;

use chrono::{Days, NaiveDate};
use clustering::Searching;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use generate::{Generator, languages_of};
use model::{
    AccountId, Code, EditionNumber, Language, Localised, Network, Organisation, OrganisationType, Period,
    Role, SignalId, Submission,
};
use store::{ImportHow, NewAccount, Queue, QueueFilter, QueueOrder, Side, Slice, Store, Surroundings};
use testkit::{Database, code, network, structural_signal, surroundings, today};

/// How many structural signals there are, and how many signals each of them names.
const STRUCTURAL: usize = 40;
const NAMED: usize = 500;

/// How many signals wait for an answer, and how many are put aside.
const ASKED: u32 = 300;
const ASIDE: u32 = 300;

/// On how many days signals came in.
const DAYS: u64 = 50;

/// Where the signals stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// Six hundred wait, half of them for their organisation; the others were accepted, most of them for an edition.
    Worked,
    /// All of them wait for the network.
    Released,
    /// All of them wait for their organisations.
    Filed,
}

/// A full database.
pub struct Filled {
    pub store: Store,
    /// A network coordinator, and the organisation that files most.
    pub coordinator: AccountId,
    pub organisation: Code,
    /// The words of the texts, the most frequent first.
    pub words: Vec<String>,
    /// How long the search took to take all words in, in seconds.
    pub taking_in: f64,
}

/// Fills a database with so many signals.
pub fn fill(database: &Database, standing: Standing, signals: usize) -> Filled {
    let searching = Searching::default();
    let network = network_with(12);
    let day = Arc::new(Mutex::new(today()));
    let clock = Arc::clone(&day);
    let surroundings = Surroundings { today: Box::new(move || *clock.lock().unwrap()), ..surroundings(1) };
    let store = Store::open(database.url(), surroundings).unwrap();
    store.import_network(&network).unwrap();
    let coordinator = store.add_account(account(), None).unwrap();

    let all = generated(&network, signals);
    let a_day = signals.div_ceil(usize::try_from(DAYS).unwrap());
    let how = ImportHow { accept: false, accept_valid: false, filer: None };
    for (number, some) in (1..).zip(all.chunks(a_day)) {
        *day.lock().unwrap() = on(number);
        store.import_signals(how, &mut some.iter().cloned().map(Ok), &mut |_| {}).unwrap();
    }
    *day.lock().unwrap() = on(DAYS + 1);

    let begin = Instant::now();
    let words_of = |language, text: &str| searching.words(language, text);
    while store.index_words(INDEXED_AT_ONCE, &words_of).unwrap() > 0 {}
    let taking_in = begin.elapsed().as_secs_f64();

    grow_old(database, standing);
    store.import_network(&with_structural(network, &all)).unwrap();
    let organisation = busiest(&all);
    let queue = match standing {
        Standing::Filed => Queue::Organisation(organisation.clone()),
        Standing::Worked | Standing::Released => Queue::Network,
    };
    speak_of(&store, &queue, coordinator);
    Filled { organisation, words: by_frequency(&all), store, coordinator, taking_in }
}

/// How many signals the search takes in at a time, as the service does.
const INDEXED_AT_ONCE: u32 = 250;

/// A day of filing, counted from 1.
fn on(number: u64) -> NaiveDate {
    today() + Days::new(number)
}

fn account() -> NewAccount {
    NewAccount {
        name: "Robin".to_owned(),
        address: "robin@voorbeeld.example".to_owned(),
        organisation: None,
        authority: None,
        roles: vec![Role::NetworkCoordinator],
        language: Language::Nl,
    }
}

/// The invented network with so many organisations.
fn network_with(organisations: usize) -> Network {
    let mut network = network();
    for number in network.organisations.len()..organisations {
        network.organisations.push(Organisation {
            code: code(&format!("member-{number}")),
            name: Localised {
                nl: format!("Lid {number}"),
                fr: format!("Membre {number}"),
                en: String::new(),
            },
            kind: OrganisationType::ALL[number % OrganisationType::ALL.len()],
        });
    }
    network
}

fn generated(network: &Network, signals: usize) -> Vec<Submission> {
    let filers: Vec<_> = network
        .organisations
        .iter()
        .map(|one| (one.code.clone(), one.kind, languages_of(&one.name)))
        .collect();
    let periods = [Period::year(2024).unwrap(), Period::year(2025).unwrap()];
    Generator::new(7, &periods, &filers).take(signals).map(|one| one.submission).collect()
}

/// What files over HTTP, decisions and years leave behind: written at once, since a hundred thousand single steps take long
/// and lead to the same rows.
fn grow_old(database: &Database, standing: Standing) {
    let old = [
        // Every second signal came in one by one.
        "INSERT INTO filings (signal_id, number, client_id, receipt, direct) SELECT id, n, id, 'R' || n, FALSE FROM \
         (SELECT id, row_number() OVER (ORDER BY filed_on, id) AS n FROM signals) numbered WHERE n % 2 = 0",
        "UPDATE signals SET import_id = NULL WHERE id IN (SELECT signal_id FROM filings)",
        match standing {
            Standing::Released => "UPDATE signals SET state = 'released'",
            Standing::Filed => "UPDATE signals SET state = 'pre-signal'",
            Standing::Worked => {
                "UPDATE signals SET state = CASE WHEN id IN (SELECT id FROM signals ORDER BY filed_on DESC, id LIMIT 300) \
                 THEN 'pre-signal' WHEN id IN (SELECT id FROM signals ORDER BY filed_on DESC, id LIMIT 300 OFFSET 300) \
                 THEN 'released' ELSE 'accepted' END"
            }
        },
        "UPDATE signals SET edition = 1 WHERE state = 'accepted' AND filed_on < '2026-02-15'",
        // The log: what was written, filed, released.
        "INSERT INTO events (sequence, day, kind, subject, subject_id, detail, previous, hash) SELECT \
         (SELECT sequence FROM chain_head) + row_number() OVER (ORDER BY filed_on, s.id, k.kind DESC), filed_on, k.kind, \
         CASE k.kind WHEN 'text-written' THEN 'text' ELSE 'signal' END, ID_TEXT, k.detail, hash, hash \
         FROM signals s, chain_head, (SELECT 'text-written' AS kind, '{\"kind\":\"signal\",\"version\":1}' AS detail \
         UNION ALL SELECT 'signal-filed', '{\"by\":\"00000000-0000-4000-8000-000000000001\"}' \
         UNION ALL SELECT 'signal-released', '{\"by\":\"00000000-0000-4000-8000-000000000002\"}') k",
        "UPDATE chain_head SET sequence = (SELECT max(sequence) FROM events)",
    ];
    // The log writes ids as text.
    let id = if database.is_sqlite() {
        "lower(substr(hex(s.id), 1, 8) || '-' || substr(hex(s.id), 9, 4) || '-' || substr(hex(s.id), 13, 4) || '-' || \
         substr(hex(s.id), 17, 4) || '-' || substr(hex(s.id), 21))"
    } else {
        "s.id::text"
    };
    let all: String = old.iter().map(|step| format!("{};", step.replace("ID_TEXT", id))).collect();
    if database.is_sqlite() {
        let file = database.url().trim_start_matches("sqlite://");
        SqliteConnection::establish(file).unwrap().batch_execute(&all).unwrap();
    } else {
        let mut connection = PgConnection::establish(database.url()).unwrap();
        connection.batch_execute(&all).unwrap();
        connection.batch_execute("ANALYZE").unwrap();
    }
}

fn with_structural(mut network: Network, all: &[Submission]) -> Network {
    let mut named = all.iter().filter_map(|one| Some((one.organisation.as_str(), one.reference.as_deref()?)));
    for number in 0..STRUCTURAL {
        let members: Vec<(&str, &str)> = named.by_ref().take(NAMED).collect();
        network.structural_signals.push(structural_signal(&format!("topic-{number}"), 2, &members));
    }
    network
}

/// Asks about some, puts some aside, keeps views.
fn speak_of(store: &Store, queue: &Queue, by: AccountId) {
    let slice = Slice::first(ASKED + ASIDE);
    let ids: Vec<SignalId> = store
        .queue(queue, &QueueFilter::default(), QueueOrder::Newest, slice)
        .unwrap()
        .lines
        .iter()
        .map(|line| line.id)
        .collect();
    let (asked, aside) = ids.split_at(ids.len() / 2);
    for id in asked {
        store.write_message(*id, Side::Coordinator, Some(by), "Sinds wanneer is dat zo?").unwrap();
    }
    for id in aside {
        store.postpone(*id, on(DAYS + 9), by).unwrap();
    }
    for name in ["Wonen", "Uit Brussel", "Kinderen", "Wacht te lang", "Gezondheid"] {
        store.save_filter(None, "network", name, "{}", by).unwrap();
    }
    assert_eq!(store.editions().unwrap().first().map(|edition| edition.number), Some(EditionNumber(1)));
}

/// The organisation that files most.
fn busiest(all: &[Submission]) -> Code {
    let mut counts: BTreeMap<&Code, usize> = BTreeMap::new();
    for one in all {
        *counts.entry(&one.organisation).or_default() += 1;
    }
    counts.into_iter().max_by_key(|(_, count)| *count).unwrap().0.clone()
}

/// Words of at least five letters, the most frequent first.
fn by_frequency(all: &[Submission]) -> Vec<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for word in all.iter().flat_map(|one| one.problem.split_whitespace()) {
        if word.len() >= 5 && word.chars().all(char::is_alphabetic) {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    counts.into_iter().map(|(word, _)| word).collect()
}

/// The day after the last one on which a signal came in.
pub fn last_day() -> NaiveDate {
    on(DAYS + 1)
}

/// The twentieth of those days.
pub fn long_ago() -> NaiveDate {
    on(20)
}
