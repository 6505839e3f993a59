//! The same frozen record gives the same files, whatever keeps it.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::Mutex;

use bundle::{Freezing, Scope, Verified, freeze, make, publish, verify};
use model::{Cause, CauseChoice, EditionNumber, Language, Place};
use store::{ImportHow, Store};
use testkit::{code, network, on_each_database, structural_signal, submission, today};

const FIRST: EditionNumber = EditionNumber(1);
const SECOND: EditionNumber = EditionNumber(2);
const ORGANISATIONS: [&str; 3] = ["alfa", "beta", "gamma"];

/// Two years of signals under two structural signals, the second edition not yet frozen.
fn fill(store: &Store) {
    let mut network = network();
    let mut structural =
        structural_signal("address", 1, &[("alfa", "24-00"), ("beta", "24-01"), ("gamma", "25-00")]);
    let again = structural_signal("address", 2, &[]);
    structural.chapters.extend(again.chapters);
    structural.recommendations.extend(again.recommendations);
    structural.recognition.extend(again.recognition);
    network.structural_signals = vec![structural];
    store.import_network(&network).unwrap();
    let signals = (0_usize..120).map(|number| {
        let year = 24 + number / 60;
        let organisation = ORGANISATIONS[number % 3];
        let mut signal =
            submission(organisation, &format!("{year}-{:02}", number % 60 / 3), &format!("20{year}-06"));
        signal.cause = CauseChoice::Of(Cause::ALL[number / 3 % 4]);
        signal.other_causes.clear();
        signal.domain = code(["housing", "child-rights", "health"][number % 7 % 3]);
        signal.place = Place::parse(["21001", "21004", "21012"][number % 5 % 3]).unwrap();
        Ok(signal)
    });
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    let report = store.import_signals(how, &mut signals.into_iter(), &mut |_| {}).unwrap();
    assert_eq!(report.added, 120);
}

/// Freezes an edition, and makes and publishes its files.
fn publish_edition(store: &Store, number: EditionNumber, out: &Path) -> BTreeMap<String, Vec<u8>> {
    freeze(store, number, Freezing { date: today(), demonstration: true }).unwrap();
    let made = make(store, number, Scope::ALL, out, &mut |_| {}).unwrap();
    let tried = publish(store, number, out).unwrap();
    assert!(tried.is_published(), "{:?} {:?} {:?}", tried.outside, tried.printed, tried.inside);
    let verified: Verified = tried.verified;
    assert_eq!(verified.differences, []);
    made.names.iter().map(|name| (name.clone(), fs::read(made.folder.join(name)).unwrap())).collect()
}

#[test]
fn the_same_network_gives_the_same_files_on_both_databases() {
    let made = Mutex::new(Vec::new());
    let run = |name: &str| {
        on_each_database(name, |database| {
            let store = database.open();
            fill(&store);
            let out = database.folder().join("out");
            let first = publish_edition(&store, FIRST, &out);
            let second = publish_edition(&store, SECOND, &out);
            assert!(first["bundle.nl.pdf"] != second["bundle.nl.pdf"], "two editions are the same");
            // Opened again, and after a second edition stands on it, the first is still what it was.
            drop(store);
            let store = database.open();
            assert_eq!(verify(&store, &out.join("edition-1")).unwrap().differences, []);
            made.lock().unwrap().push([first, second]);
        });
    };
    run("same_bytes_once");
    run("same_bytes_again");
    let made = made.into_inner().unwrap();
    assert!(made.len() >= 2);
    for other in &made[1..] {
        for (edition, expected) in other.iter().zip(&made[0]) {
            assert_eq!(edition.keys().collect::<Vec<_>>(), expected.keys().collect::<Vec<_>>());
            for (name, bytes) in edition {
                assert!(*bytes == expected[name], "{name} differs between two databases");
            }
        }
    }
}

#[test]
fn a_restored_record_gives_the_same_files_on_both_databases() {
    let source = testkit::Database::sqlite();
    let store = source.open();
    fill(&store);
    let made = publish_edition(&store, FIRST, &source.folder().join("out"));
    let backup = source.folder().join("backup.db");
    store.backup(&backup).unwrap();
    on_each_database("restored_record", |database| {
        Store::restore(database.url(), &backup).unwrap();
        // Other randomness and another day: neither reaches a frozen edition.
        let store = Store::open(database.url(), testkit::surroundings(99)).unwrap();
        let out = database.folder().join("again");
        make(&store, FIRST, Scope::ALL, &out, &mut |_| {}).unwrap();
        for (name, bytes) in &made {
            assert!(
                fs::read(out.join("edition-1").join(name)).unwrap() == *bytes,
                "{name} differs after a restore"
            );
        }
    });
}

#[test]
fn what_happens_after_the_freeze_changes_no_frozen_edition() {
    on_each_database("after_freeze", |database| {
        let store = database.open();
        fill(&store);
        let out = database.folder().join("out");
        publish_edition(&store, FIRST, &out);
        // Late signals of the same year, and other names for the organisations.
        let late = (0..30).map(|number| Ok(submission("gamma", &format!("late-{number}"), "2024-11")));
        let how = ImportHow { accept: true, accept_valid: false, filer: None };
        store.import_signals(how, &mut late.into_iter(), &mut |_| {}).unwrap();
        let mut renamed = network();
        renamed.organisations[0].name.nl = "Een andere naam".to_owned();
        renamed.domains[0].label.nl = "Een ander domein".to_owned();
        store.import_network(&renamed).unwrap();
        assert_eq!(verify(&store, &out.join("edition-1")).unwrap().differences, []);
    });
}

#[test]
fn letters_stand_apart_for_their_owner_alone_and_tell_no_other_organisation() {
    let database = testkit::Database::sqlite();
    let store = database.open();
    fill(&store);
    let out = database.folder().join("out");
    publish_edition(&store, FIRST, &out);
    let languages = [Language::Nl, Language::Fr];
    assert_eq!(bundle::letters(&store, FIRST, &languages, &out).unwrap(), 6);
    let folder = bundle::private_folder(&out, FIRST);
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort();
    let expected =
        ["alfa.fr.pdf", "alfa.nl.pdf", "beta.fr.pdf", "beta.nl.pdf", "gamma.fr.pdf", "gamma.nl.pdf"];
    assert_eq!(names, expected);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!(mode(&folder), 0o700);
        assert_eq!(mode(&folder.join("alfa.nl.pdf")), 0o600);
        // Opened to others by mistake, it is closed again.
        fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
        bundle::letters(&store, FIRST, &languages, &out).unwrap();
        assert_eq!(mode(&folder), 0o700);
    }
    // The edition itself knows nothing of them.
    assert_eq!(verify(&store, &out.join("edition-1")).unwrap().differences, []);
    assert!(!fs::read_to_string(out.join("edition-1/manifest.json")).unwrap().contains("alfa"));
}
