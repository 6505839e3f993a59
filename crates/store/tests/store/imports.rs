//! Importing signals: idempotent, batched, invisible until it is done.

use model::Submission;
use store::{Error, ExportFilter, ImportHow, ImportReport, Store};
use testkit::{network, on_both, on_each_database, submission};

const ACCEPT: ImportHow = ImportHow { accept: true, accept_valid: false, filer: None };

fn import(store: &Store, how: ImportHow, rows: Vec<Submission>) -> Result<ImportReport, Error> {
    store.import_signals(how, &mut rows.into_iter().map(Ok), &mut |_| {})
}

fn exported(store: &Store) -> Vec<Submission> {
    let mut all = Vec::new();
    store
        .export_signals(&ExportFilter::default(), &mut |submission| {
            all.push(submission.clone());
            Ok(())
        })
        .unwrap();
    all
}

#[test]
fn what_was_imported_is_exported_word_for_word_in_order() {
    on_both("round_trip", |store| {
        store.import_network(&network()).unwrap();
        let rows = vec![
            submission("beta", "2", "2024-05"),
            submission("alfa", "10", "2024-03"),
            submission("alfa", "1", "2024-02"),
            submission("alfa", "", "2024-02"),
        ];
        let report = import(store, ACCEPT, rows.clone()).unwrap();
        assert_eq!(report.added, 4);
        let expected: Vec<_> = [2, 1, 3, 0].into_iter().map(|at: usize| rows[at].clone()).collect();
        assert_eq!(exported(store), expected);
    });
}

#[test]
fn the_same_file_twice_adds_nothing_the_second_time() {
    on_both("twice", |store| {
        store.import_network(&network()).unwrap();
        let rows = || {
            vec![
                submission("alfa", "1", "2024-02"),
                submission("alfa", "", "2024-02"),
                submission("alfa", "", "2024-02"),
            ]
        };
        assert_eq!(import(store, ACCEPT, rows()).unwrap().added, 3);
        let again = import(store, ACCEPT, rows()).unwrap();
        assert_eq!((again.added, again.already_there), (0, 3));
        assert_eq!(exported(store).len(), 3);
    });
}

#[test]
fn a_reference_used_for_something_else_keeps_the_whole_file_out() {
    on_both("differently", |store| {
        store.import_network(&network()).unwrap();
        import(store, ACCEPT, vec![submission("alfa", "1", "2024-02")]).unwrap();
        let rows = vec![
            submission("alfa", "2", "2024-02"),
            submission("alfa", "1", "2024-03"),
            submission("beta", "1", "2024-03"),
        ];
        let report = import(store, ACCEPT, rows.clone()).unwrap();
        assert_eq!((report.added, report.repeated_differently.as_slice()), (0, &[1][..]));
        assert_eq!(exported(store).len(), 1);
        let report = import(store, ImportHow { accept_valid: true, ..ACCEPT }, rows).unwrap();
        assert_eq!((report.added, report.repeated_differently.as_slice()), (2, &[1][..]));
        assert_eq!(exported(store).len(), 3);
    });
}

#[test]
fn nothing_of_a_running_import_is_visible() {
    on_both("invisible", |store| {
        store.import_network(&network()).unwrap();
        let mut seen = Vec::new();
        let mut rows = (0..3_500).map(|n| Ok(submission("alfa", &n.to_string(), "2024-02")));
        let report = store
            .import_signals(ACCEPT, &mut rows, &mut |done| seen.push((done, exported(store).len())))
            .unwrap();
        assert_eq!(report.added, 3_500);
        assert_eq!(seen, [(1_000, 0), (2_000, 0), (3_000, 0), (3_500, 0)]);
        assert_eq!(exported(store).len(), 3_500);
    });
}

#[test]
fn a_file_that_ends_in_an_error_leaves_nothing() {
    on_both("cut", |store| {
        store.import_network(&network()).unwrap();
        let good = (0..1_500).map(|n| Ok(submission("alfa", &n.to_string(), "2024-02")));
        let mut rows = good.chain([Err(Error::Unavailable("the spool".to_owned()))]);
        let outcome = store.import_signals(ACCEPT, &mut rows, &mut |_| {});
        assert_eq!(outcome, Err(Error::Unavailable("the spool".to_owned())));
        assert!(exported(store).is_empty());
        assert_eq!(import(store, ACCEPT, vec![submission("alfa", "1", "2024-02")]).unwrap().added, 1);
    });
}

#[test]
fn what_a_killed_import_left_is_removed_at_the_next_start() {
    on_each_database("killed", |database| {
        let store = database.open();
        store.import_network(&network()).unwrap();
        // Another process that stops in the middle: its rows were committed, its end never came.
        let copy = store.clone();
        let killed = std::thread::spawn(move || {
            let mut rows = (0..).map(|n| {
                assert!(n < 2_500, "the process is killed here");
                Ok(submission("alfa", &n.to_string(), "2024-02"))
            });
            copy.import_signals(ACCEPT, &mut rows, &mut |_| {})
        });
        assert!(killed.join().is_err());
        assert!(exported(&store).is_empty());
        drop(store);
        let store = database.open();
        assert!(exported(&store).is_empty());
        assert_eq!(import(&store, ACCEPT, vec![submission("alfa", "7", "2024-09")]).unwrap().added, 1);
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn two_imports_at_once_do_not_mix() {
    on_both("two_imports", |store| {
        store.import_network(&network()).unwrap();
        let mut second = None;
        let mut rows = (0..1_200).map(|n| Ok(submission("alfa", &n.to_string(), "2024-02")));
        store
            .import_signals(ACCEPT, &mut rows, &mut |_| {
                second.get_or_insert_with(|| import(store, ACCEPT, vec![submission("beta", "1", "2024-02")]));
            })
            .unwrap();
        assert!(matches!(second, Some(Err(Error::Conflict(_)))));
        assert_eq!(exported(store).len(), 1_200);
    });
}

#[test]
fn a_pre_signal_is_accepted_when_it_is_imported_again_as_weighed() {
    on_both("accepted_now", |store| {
        store.import_network(&network()).unwrap();
        let rows = || vec![submission("alfa", "1", "2024-05"), submission("beta", "1", "2024-06")];
        let first = import(store, ImportHow::default(), rows()).unwrap();
        assert_eq!((first.added, first.accepted_now), (2, 0));
        let second = import(store, ACCEPT, rows()).unwrap();
        assert_eq!((second.added, second.already_there, second.accepted_now), (0, 2, 2));
        let third = import(store, ACCEPT, rows()).unwrap();
        assert_eq!(third.accepted_now, 0);
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn whoever_files_a_file_sees_what_becomes_of_its_signals_in_its_order() {
    on_both("filer", |store| {
        let people = crate::people::people(store);
        let how = ImportHow { filer: Some(people.filer), ..ImportHow::default() };
        let rows = || (1..=3).map(|number| submission("alfa", &number.to_string(), "2024-02")).collect();
        assert_eq!(import(store, how, rows()).unwrap().added, 3);
        assert_eq!(import(store, how, rows()).unwrap().added, 0, "the same file is not filed twice");
        let mine = store.signals_of_account(people.filer, store::Slice::first(10)).unwrap();
        let receipts: Vec<_> = mine.lines.iter().filter_map(|line| line.receipt.clone()).collect();
        assert_eq!((mine.total, receipts.len()), (3, 3));
        let signal = |number: &str| store.signal_by_reference(&testkit::code("alfa"), number).unwrap();
        let newest_first: Vec<_> = mine.lines.iter().map(|line| Some(line.id)).collect();
        assert_eq!(newest_first, [signal("3"), signal("2"), signal("1")]);
        assert_eq!(store.receipt(&receipts[0]).unwrap(), newest_first[0]);
    });
}
