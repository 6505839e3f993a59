//! The chain: any event that is changed, removed or moved breaks it, and a cut end shows against a printed head.

use crate::raw;
use store::{ImportHow, Store};
use testkit::{Database, network, on_both, on_each_database, submission};

fn fill(store: &Store) {
    store.import_network(&network()).unwrap();
    let mut rows = (0..20).map(|n| Ok(submission("alfa", &n.to_string(), "2024-02")));
    store.import_signals(ImportHow::default(), &mut rows, &mut |_| {}).unwrap();
}

/// The sequence number at which the chain is broken after this statement.
fn broken_after(database: &Database, statement: &str) -> Option<i64> {
    fill(&database.open());
    raw::execute(database, statement);
    database.open().check_chain().unwrap().broken_at
}

#[test]
fn an_untouched_chain_is_whole_and_knows_every_head_it_had() {
    on_both("whole", |store| {
        let empty = store.check_chain().unwrap();
        assert_eq!((empty.events, empty.broken_at), (0, None));
        store.import_network(&network()).unwrap();
        let early = store.check_chain().unwrap();
        fill(store);
        let late = store.check_chain().unwrap();
        assert_eq!(late.broken_at, None);
        assert!(late.events >= early.events + 20);
        for head in [&empty.head, &early.head, &late.head] {
            assert!(store.chain_contains(head).unwrap());
        }
        assert!(!store.chain_contains(&"ab".repeat(32)).unwrap());
        assert!(!store.chain_contains("no head").unwrap());
    });
}

#[test]
fn a_changed_event_breaks_the_chain_there() {
    for column in ["kind", "subject", "subject_id", "detail"] {
        on_each_database("changed", |database| {
            let statement = format!("UPDATE events SET {column} = {column} || 'x' WHERE sequence = 12");
            assert_eq!(broken_after(database, &statement), Some(12));
        });
    }
}

#[test]
fn another_day_breaks_the_chain_there() {
    on_each_database("day", |database| {
        assert_eq!(
            broken_after(database, "UPDATE events SET day = '2020-02-02' WHERE sequence = 5"),
            Some(5)
        );
    });
}

#[test]
fn a_commitment_that_is_taken_away_breaks_the_chain_there() {
    on_each_database("commitment", |database| {
        let statement = "UPDATE events SET commitment = NULL WHERE sequence = 15 AND commitment IS NOT NULL";
        assert_eq!(broken_after(database, statement), Some(15));
    });
}

#[test]
fn a_removed_event_breaks_the_chain_there() {
    on_each_database("removed", |database| {
        assert_eq!(broken_after(database, "DELETE FROM events WHERE sequence = 9"), Some(9));
    });
}

#[test]
fn two_events_in_each_other_s_place_break_the_chain_at_the_first() {
    on_each_database("moved", |database| {
        let statement = "UPDATE events SET sequence = -7 WHERE sequence = 7; \
            UPDATE events SET sequence = 7 WHERE sequence = 8; UPDATE events SET sequence = 8 WHERE sequence = -7";
        assert_eq!(broken_after(database, statement), Some(7));
    });
}

#[test]
fn an_event_that_is_whole_in_itself_but_of_another_chain_breaks_the_chain_there() {
    let (database, other) = (Database::sqlite(), Database::sqlite());
    fill(&Store::open(other.url(), testkit::surroundings(99)).unwrap());
    let file = other.url().trim_start_matches("sqlite://");
    let statement = format!(
        "ATTACH '{file}' AS other; DELETE FROM events WHERE sequence = 17; \
         INSERT INTO events SELECT * FROM other.events WHERE sequence = 17"
    );
    assert_eq!(broken_after(&database, &statement), Some(17));
}

#[test]
fn a_cut_end_shows_against_the_head_of_the_chain() {
    on_each_database("cut", |database| {
        fill(&database.open());
        let whole = database.open().check_chain().unwrap();
        let last = i64::try_from(whole.events).unwrap();
        raw::execute(database, &format!("DELETE FROM events WHERE sequence = {last}"));
        assert_eq!(database.open().check_chain().unwrap().broken_at, Some(last));
    });
}

#[test]
fn an_end_cut_together_with_its_head_shows_against_a_head_that_was_printed() {
    on_each_database("printed", |database| {
        fill(&database.open());
        let printed = database.open().check_chain().unwrap();
        let last = printed.events;
        raw::execute(
            database,
            &format!(
                "DELETE FROM events WHERE sequence = {last}; \
                 UPDATE chain_head SET sequence = sequence - 1, \
                 hash = (SELECT hash FROM events WHERE sequence = {last} - 1)"
            ),
        );
        let store = database.open();
        assert_eq!(store.check_chain().unwrap().broken_at, None);
        assert!(!store.chain_contains(&printed.head).unwrap());
    });
}

#[test]
fn no_event_holds_what_a_person_wrote() {
    on_each_database("no_text", |database| {
        let mut network = network();
        network.structural_signals.push(testkit::structural_signal(
            "no-address",
            1,
            &[("alfa", "REFERENCE")],
        ));
        let store = database.open();
        store.import_network(&network).unwrap();
        let mut submission = submission("alfa", "REFERENCE", "2024-02");
        submission.tried_note = "Nota".to_owned();
        store
            .import_signals(ImportHow::default(), &mut [Ok(submission.clone())].into_iter(), &mut |_| {})
            .unwrap();
        let log = raw::texts(database, "SELECT kind || subject || subject_id || detail AS text FROM events")
            .concat();
        assert!(log.contains("signal-filed"));
        for text in [&submission.problem, "REFERENCE", "Nota", "Besproken", "Doe dit", "Titel van"] {
            assert!(!log.contains(text));
        }
    });
}
