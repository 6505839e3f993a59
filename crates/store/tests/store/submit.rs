//! Filing: durable, once only, and never overheard by the log.

use crate::people::{file, filing, new, people, submission};
use crate::raw;
use std::collections::BTreeSet;

use model::{Role, SignalState};
use store::{
    Error, ExportFilter, Filed, Filing, ImportHow, MAY_NOT_FILE, OTHER_CONTENT, REFERENCE_TAKEN, Store, Via,
};
use testkit::{code, on_both, on_each_database, surroundings};

#[test]
fn the_same_client_id_gets_the_first_answer_again() {
    on_both("idempotent", |store| {
        let people = people(store);
        let filing = || filing(7, Via::Account(people.filer), submission("alfa", 7));
        let first = store.file(filing()).unwrap();
        assert_eq!((first.state, first.repeated), (SignalState::PreSignal, false));
        let again = store.file(filing()).unwrap();
        assert_eq!(again, Filed { repeated: true, ..first.clone() });
        store.release(first.signal, people.signal_coordinator).unwrap();
        assert_eq!(store.file(filing()).unwrap().state, SignalState::Released, "where it stands now");
        let exported = store.export_signals(&ExportFilter::default(), &mut |_| Ok(())).unwrap();
        assert_eq!(exported, 1);
    });
}

#[test]
fn a_client_id_stands_for_one_content_by_one_caller() {
    on_both("other_content", |store| {
        let people = people(store);
        let token = store.add_token(&code("alfa"), "Registratie", [1; 32], None).unwrap();
        let first = filing(7, Via::Account(people.filer), submission("alfa", 7));
        store.file(first.clone()).unwrap();
        let others = [
            Filing { submission: submission("alfa", 8), ..first.clone() },
            Filing { submission: submission("beta", 7), ..first.clone() },
            Filing { via: Via::Account(people.signal_coordinator), ..first.clone() },
            Filing { via: Via::Token(token), ..first.clone() },
            Filing { direct: true, ..first.clone() },
        ];
        for other in others {
            assert_eq!(store.file(other), Err(Error::Conflict(OTHER_CONTENT.to_owned())));
        }
        assert!(store.file(first).unwrap().repeated);
    });
}

#[test]
fn eight_threads_with_one_client_id_file_one_signal() {
    on_each_database("eight_threads", |database| {
        let store = database.open();
        let people = people(&store);
        // Half of them through another server on the same database.
        let other = Store::open(database.url(), surroundings(2)).unwrap();
        for number in 1..=20 {
            let filed: Vec<Filed> = std::thread::scope(|scope| {
                let threads: Vec<_> = (0..8)
                    .map(|thread| {
                        let store = if thread % 2 == 0 { &store } else { &other };
                        scope.spawn(move || file(store, number, people.filer))
                    })
                    .collect();
                threads.into_iter().filter_map(|thread| thread.join().ok()).collect()
            });
            assert_eq!(filed.len(), 8);
            assert_eq!(filed.iter().filter(|filed| !filed.repeated).count(), 1);
            assert!(filed.iter().all(|one| one.signal == filed[0].signal && one.receipt == filed[0].receipt));
        }
        assert_eq!(raw::texts(database, "SELECT count(*) || '' AS text FROM signals"), ["20"]);
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn what_was_answered_is_there_after_a_restart() {
    on_each_database("filed_durable", |database| {
        let store = database.open();
        let people = people(&store);
        let filed: Vec<Filed> = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8_u128)
                .map(|thread| {
                    let store = &store;
                    scope.spawn(move || {
                        (0..25).map(|n| file(store, 1 + thread * 25 + n, people.filer)).collect::<Vec<_>>()
                    })
                })
                .collect();
            threads.into_iter().flat_map(|thread| thread.join().unwrap()).collect()
        });
        // Nobody closes the first store: what it answered has to be on disk already.
        let other = Store::open(database.url(), surroundings(2)).unwrap();
        assert_eq!(filed.iter().map(|filed| &filed.receipt).collect::<BTreeSet<_>>().len(), 200);
        for one in &filed {
            assert_eq!(other.receipt(&one.receipt).unwrap(), Some(one.signal));
        }
        assert_eq!(other.check_chain().unwrap().broken_at, None);
        drop(store);
    });
}

#[test]
fn a_receipt_is_found_however_it_is_typed() {
    on_both("receipt", |store| {
        let people = people(store);
        for number in 1..=40 {
            let filed = file(store, number, people.filer);
            let receipt = filed.receipt.as_str();
            assert_eq!((receipt.len(), receipt.find('-')), (11, Some(5)));
            let zero_as_letter = receipt.replace('0', "o").replace('1', "l").replace('V', "u");
            let typed = [
                receipt.to_owned(),
                receipt.to_lowercase(),
                receipt.replace('-', ""),
                receipt.replace('-', "\u{a0}– "),
                zero_as_letter,
            ];
            for typed in typed {
                assert_eq!(store.receipt(&typed).unwrap(), Some(filed.signal), "{typed}");
            }
            assert_eq!(store.receipt(&receipt[..10]).unwrap(), None);
        }
        for nonsense in ["", "-", "K7QMW-2F9X", "K7QMW-2F9XR2", "éééééééééé", "ＫＫＫＫＫＫＫＫＫＫ"]
        {
            assert_eq!(store.receipt(nonsense).unwrap(), None);
        }
    });
}

#[test]
fn a_signal_without_a_reference_takes_its_receipt_and_comes_back_by_import_as_the_same() {
    on_both("reference", |store| {
        let people = people(store);
        let filed = file(store, 1, people.filer);
        let mut with_reference = submission("alfa", 2);
        with_reference.reference = Some("2024/17".to_owned());
        let own = store.file(filing(2, Via::Account(people.filer), with_reference.clone())).unwrap();
        assert_eq!(store.signal(own.signal).unwrap().submission, with_reference);
        let kept = store.signal(filed.signal).unwrap().submission;
        assert_eq!(kept.reference.as_deref(), Some(filed.receipt.as_str()));
        let mut exported = Vec::new();
        store
            .export_signals(&ExportFilter::default(), &mut |submission| {
                exported.push(Ok(submission.clone()));
                Ok(())
            })
            .unwrap();
        assert_eq!(exported.len(), 2);
        let report =
            store.import_signals(ImportHow::default(), &mut exported.into_iter(), &mut |_| {}).unwrap();
        assert_eq!((report.added, report.already_there, report.repeated_differently.len()), (0, 2, 0));
        let mut taken = submission("alfa", 3);
        taken.reference = Some("2024/17".to_owned());
        let refused = store.file(filing(3, Via::Account(people.filer), taken));
        assert_eq!(refused, Err(Error::Conflict(REFERENCE_TAKEN.to_owned())));
    });
}

#[test]
fn wiped_words_are_compared_with_nothing() {
    on_both("wiped", |store| {
        let people = people(store);
        let filed = file(store, 1, people.filer);
        store.wipe_version(store.text_of_signal(filed.signal).unwrap(), 1).unwrap();
        let again = file(store, 1, people.filer);
        assert_eq!((again.signal, again.repeated), (filed.signal, true));
        let other = store.file(filing(1, Via::Account(people.signal_coordinator), submission("alfa", 1)));
        assert_eq!(other, Err(Error::Conflict(OTHER_CONTENT.to_owned())));
    });
}

#[test]
fn a_direct_or_released_filing_is_released_and_a_disabled_account_files_nothing() {
    on_both("direct", |store| {
        let people = people(store);
        let direct = Filing { direct: true, ..filing(1, Via::Account(people.filer), submission("alfa", 1)) };
        let released = Filing {
            release: true,
            ..filing(2, Via::Account(people.signal_coordinator), submission("alfa", 2))
        };
        assert_eq!(store.file(direct).unwrap().state, SignalState::Released);
        assert_eq!(store.file(released).unwrap().state, SignalState::Released);
        let other = store.add_account(new("x@alfa.example", Some("alfa"), &[Role::Filer]), None).unwrap();
        store.disable_account(other, None).unwrap();
        let refused = store.file(filing(3, Via::Account(other), submission("alfa", 3)));
        assert_eq!(refused, Err(Error::Conflict(MAY_NOT_FILE.to_owned())));
    });
}

#[test]
fn the_log_tells_who_filed_by_id_and_no_word_of_what() {
    on_each_database("filed_log", |database| {
        let store = database.open();
        let people = people(&store);
        let mut signal = submission("alfa", 1);
        signal.reference = Some("REFERENCE".to_owned());
        signal.tried_note = "Nota".to_owned();
        let filing = filing(1, Via::Account(people.filer), signal.clone());
        assert!(!format!("{filing:?}").contains("referentieadres"));
        let filed = store.file(filing).unwrap();
        store
            .write_message(filed.signal, store::Side::Coordinator, Some(people.network_coordinator), "Vraag?")
            .unwrap();
        store.write_message(filed.signal, store::Side::Filer, None, "Antwoord!").unwrap();
        store.release(filed.signal, people.signal_coordinator).unwrap();
        store.decline(filed.signal, people.network_coordinator, "Omdat").unwrap();
        let other = file(&store, 2, people.filer);
        store.solve_internally(other.signal, people.signal_coordinator, "Opgelost").unwrap();
        store.save_draft(people.filer, model::DraftId::from_random([1; 16]), "Klad").unwrap();
        let log = raw::texts(database, "SELECT kind || subject || subject_id || detail AS text FROM events")
            .concat();
        for kind in ["signal-filed", "message-written", "signal-released", "signal-declined", "signal-solved"]
        {
            assert!(log.contains(kind), "{kind}");
        }
        assert!(log.contains(&people.filer.to_string()));
        let words = [
            &signal.problem,
            &signal.headline,
            "REFERENCE",
            "Nota",
            "Vraag",
            "Antwoord",
            "Omdat",
            "Opgelost",
            "Klad",
            "Naam",
            "example",
            &filed.receipt,
        ];
        for text in words {
            assert!(!log.contains(text), "{text}");
        }
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}
