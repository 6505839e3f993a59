//! The columns by which queues are read fast: they say what other tables say, whatever happened.

use crate::people::{filing, people, submission};
use crate::raw;
use model::{Language, SignalId, StructuralEntry};
use store::{ImportHow, Queue, QueueFilter, QueueOrder, Side, Slice, Store, Via};
use testkit::{network, on_each_database, structural_signal};

/// The signals whose columns differ from the tables they repeat.
const WRONG: &str = "SELECT 'of ' || organisation AS text FROM signals WHERE \
    number <> coalesce((SELECT filings.number FROM filings WHERE filings.signal_id = signals.id), 9223372036854775807) \
    OR coalesce(asked_as, '') <> coalesce((SELECT messages.asked_as FROM messages WHERE messages.signal_id = signals.id \
        AND NOT EXISTS (SELECT 1 FROM messages later WHERE later.signal_id = messages.signal_id \
            AND later.number > messages.number)), '') \
    OR answered <> EXISTS (SELECT 1 FROM messages WHERE messages.signal_id = signals.id AND side = 'coordinator') \
    OR (structural_id IS NOT NULL) <> EXISTS (SELECT 1 FROM structural_members member \
        WHERE member.organisation = signals.organisation AND member.reference = signals.reference) \
    OR EXISTS (SELECT 1 FROM structural_members member WHERE member.organisation = signals.organisation \
        AND member.reference = signals.reference AND member.structural_id <> signals.structural_id) \
    OR (aside_until IS NOT NULL) <> EXISTS (SELECT 1 FROM postponements \
        WHERE postponements.signal_id = signals.id AND postponements.until = signals.aside_until) \
    OR coalesce(search_row, 0) <> coalesce((SELECT search_rows.row FROM search_rows \
        WHERE search_rows.text_id = signals.text_id), 0)";

/// How many signals have something in each of those columns.
const FILLED: &str = "SELECT count(asked_as) || ' ' || count(structural_id) || ' ' || count(aside_until) || ' ' || \
    count(search_row) AS text FROM signals";

fn with(entries: Vec<StructuralEntry>) -> model::Network {
    model::Network { structural_signals: entries, ..network() }
}

fn words(_: Language, text: &str) -> String {
    text.to_lowercase().split(|c: char| !c.is_alphanumeric()).collect::<Vec<_>>().join(" ")
}

fn import(store: &Store, references: &[&str]) {
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    let mut rows = references.iter().map(|one| Ok(testkit::submission("alfa", one, "2025-05")));
    store.import_signals(how, &mut rows, &mut |_| {}).unwrap();
}

fn free(store: &Store) -> Vec<SignalId> {
    let filter = QueueFilter { attached: Some(false), ..QueueFilter::default() };
    let lines = store.queue_lines(&Queue::Accepted, &filter, QueueOrder::Oldest, Slice::first(50)).unwrap();
    lines.iter().map(|line| line.id).collect()
}

#[test]
fn what_queues_read_fast_is_what_the_tables_say() {
    on_each_database("standings", |database| {
        let store = database.open();
        let people = people(&store);
        let right = || assert_eq!(raw::texts(database, WRONG), Vec::<String>::new());
        let filled = || raw::texts(database, FILLED);
        let file = |number| {
            let via = Via::Account(people.filer);
            store.file(filing(number, via, submission("alfa", number))).unwrap().signal
        };
        let (first, second) = (file(1), file(2));
        right();
        store.write_message(first, Side::Coordinator, Some(people.signal_coordinator), "Waar?").unwrap();
        store.postpone(second, "2027-01-01".parse().unwrap(), people.signal_coordinator).unwrap();
        right();
        while store.index_words(1, &words).unwrap() > 0 {}
        right();
        assert_eq!(filled(), ["1 0 1 2"]);
        store.write_message(first, Side::Filer, Some(people.filer), "Overal.").unwrap();
        store.release(second, people.signal_coordinator).unwrap();
        store.wipe_version(store.text_of_signal(first).unwrap(), 1).unwrap();
        right();
        assert_eq!(filled(), ["0 0 0 1"]);

        // Named before it is there, and after.
        store
            .import_network(&with(vec![structural_signal("a", 2, &[("alfa", "L-1"), ("alfa", "L-2")])]))
            .unwrap();
        import(&store, &["L-1", "L-2", "L-3"]);
        right();
        assert_eq!(filled(), ["0 2 0 1"]);
        let entries = vec![
            structural_signal("a", 2, &[("alfa", "L-2")]),
            structural_signal("b", 2, &[("alfa", "L-3")]),
        ];
        store.import_network(&with(entries)).unwrap();
        right();
        assert_eq!(filled(), ["0 2 0 1"]);
        let [from, into] =
            store.structural_signals().unwrap().iter().map(|one| one.id).collect::<Vec<_>>()[..]
        else {
            unreachable!("two structural signals")
        };
        store.attach(from, &free(&store), "", people.network_coordinator).unwrap();
        right();
        store.merge(from, into, "Hetzelfde.", people.network_coordinator).unwrap();
        right();
        assert_eq!(filled(), ["0 3 0 1"]);
        assert_eq!(free(&store), []);
        let lines = store.structural_signals().unwrap();
        assert_eq!(lines.iter().map(|line| line.signals).collect::<Vec<_>>(), [0, 3]);
    });
}
