//! A backup holds everything, is checked before it counts, and comes back into either database.

use crate::people::{filing, people};
use model::{EditionNumber, Submission};
use store::{Error, ExportFilter, Filing, ImportHow, NewSession, Store, Via};
use testkit::{Database, code, network, on_each_database, structural_signal, submission};

fn fill(store: &Store) {
    let mut network = network();
    network.structural_signals.push(structural_signal("no-address", 1, &[("alfa", "1")]));
    store.import_network(&network).unwrap();
    let mut quoted = submission("beta", "", "2024-03");
    quoted.problem = "Aanhalingstekens \" en ' en \\, regels\nen tekens é ß 漢 🙂".to_owned();
    let rows = [Ok(submission("alfa", "1", "2024-02")), Ok(quoted)];
    let how = ImportHow { accept: true, accept_valid: false, filer: None };
    store.import_signals(how, &mut rows.into_iter(), &mut |_| {}).unwrap();
    // Two whole parts and a rest.
    store.freeze(EditionNumber(1), &mut |_, _, parts| parts.write(&vec![0xA7; 2_500_000])).unwrap();
}

#[derive(Debug, PartialEq)]
struct Everything {
    network: store::NetworkView,
    signals: Vec<Submission>,
    frozen: (Vec<u8>, store::FrozenMeta),
    chain_without_the_exports: bool,
}

fn everything(store: &Store, head: &str) -> Everything {
    let mut signals = Vec::new();
    let mut bytes = Vec::new();
    let frozen = store
        .read_frozen(EditionNumber(1), 1, &mut |part| {
            bytes.extend_from_slice(part);
            Ok(())
        })
        .unwrap();
    store
        .export_signals(&ExportFilter::default(), &mut |submission| {
            signals.push(submission.clone());
            Ok(())
        })
        .unwrap();
    Everything {
        network: store.network().unwrap(),
        signals,
        frozen: (bytes, frozen),
        chain_without_the_exports: store.chain_contains(head).unwrap()
            && store.check_chain().unwrap().broken_at.is_none(),
    }
}

#[test]
fn a_backup_of_either_database_comes_back_into_either() {
    on_each_database("backup", |database| {
        let store = database.open();
        fill(&store);
        let file = database.folder().join("backup.sqlite");
        let report = store.backup(&file).unwrap();
        assert_eq!(report, store.check_chain().unwrap());
        let expected = everything(&store, &report.head);
        on_each_database("restore", |fresh| {
            assert_eq!(Store::restore(fresh.url(), &file).unwrap(), report);
            let restored = fresh.open();
            assert_eq!(everything(&restored, &report.head), expected);
            assert_eq!(restored.import_network(&network()).unwrap().organisations.unchanged, 3);
        });
    });
}

#[test]
fn people_drafts_threads_and_filings_come_back_too() {
    on_each_database("people", |database| {
        let store = database.open();
        let people = people(&store);
        let mut network = network();
        network.structural_signals.push(structural_signal("no-address", 1, &[]));
        store.import_network(&network).unwrap();
        let structural = store.known_problems(None).unwrap()[0].structural;
        store.set_password(people.filer, "$argon2id$").unwrap();
        store.set_second_factor(people.filer, Some(vec![0, 255, 7]), None).unwrap();
        assert!(store.use_totp_step(people.filer, i64::MAX - 1).unwrap());
        let session = NewSession {
            token: [1; 32],
            account: people.filer,
            expires_at: 5_000_000_000,
            second_factor: true,
            device: "Téléphone".to_owned(),
        };
        store.open_session(session).unwrap();
        store.make_link([2; 32], people.network_coordinator, store::LinkPurpose::Reset, 100, None).unwrap();
        store.add_token(&code("alfa"), "Registratie", [3; 32], None).unwrap();
        let card = store.add_card(&code("gamma"), Some(&code("beta")), "Kaart", [4; 32], None).unwrap();
        store.revoke_card(card, None).unwrap();
        let direct = Filing {
            direct: true,
            ..filing(5, Via::Account(people.filer), crate::people::submission("alfa", 5))
        };
        let filed = store.file(direct.clone()).unwrap();
        store.write_message(filed.signal, store::Side::Filer, Some(people.filer), "Woord").unwrap();
        store.decline(filed.signal, people.network_coordinator, "Omdat.").unwrap();
        store.save_draft(people.filer, model::DraftId::from_random([6; 16]), "Klad \"é\"").unwrap();
        let propose =
            store.propose_recognition(structural, &code("alfa"), people.filer, model::Recognition::Often);
        assert_eq!(propose, Ok(()));
        let beta = code("beta");
        store.confirm_recognition(structural, &beta, people.filer, model::Recognition::Not).unwrap();
        let secret = store.secret("csrf", 32).unwrap();
        let file = database.folder().join("backup.sqlite");
        store.backup(&file).unwrap();
        let seen = |store: &Store| {
            (
                store.session([1; 32], 0).unwrap(),
                store.link([2; 32], 0).unwrap(),
                (store.accounts().unwrap(), store.tokens(None).unwrap(), store.cards().unwrap()),
                store.signal(filed.signal).unwrap(),
                store.drafts(people.filer).unwrap(),
                (
                    store.known_problems(Some(&beta)).unwrap(),
                    store.recognition_proposals(&code("alfa")).unwrap(),
                ),
                store.secret("csrf", 32).unwrap(),
            )
        };
        let expected = seen(&store);
        assert_eq!((expected.5.0[0].mine, expected.5.1.len()), (Some(model::Recognition::Not), 1));
        assert!(expected.0.is_some() && expected.1.is_some() && expected.6 == secret);
        on_each_database("people_restored", |fresh| {
            Store::restore(fresh.url(), &file).unwrap();
            let restored = fresh.open();
            assert_eq!(seen(&restored), expected);
            assert!(!restored.use_totp_step(people.filer, i64::MAX - 1).unwrap(), "a used code stays used");
            assert!(restored.file(direct.clone()).unwrap().repeated);
        });
    });
}

#[test]
fn a_backup_is_made_while_others_write_and_holds_one_state() {
    on_each_database("online", |database| {
        let store = database.open();
        store.import_network(&network()).unwrap();
        let mut backups = Vec::new();
        let mut rows = (0..3_000).map(|n| Ok(submission("alfa", &n.to_string(), "2024-02")));
        store
            .import_signals(ImportHow::default(), &mut rows, &mut |done| {
                let file = database.folder().join(format!("{done}.sqlite"));
                backups.push((store.backup(&file).unwrap(), file));
            })
            .unwrap();
        assert_eq!(backups.len(), 3);
        for (report, file) in backups {
            assert!(store.chain_contains(&report.head).unwrap());
            let fresh = Database::sqlite();
            Store::restore(fresh.url(), &file).unwrap();
            let mut seen = 0;
            fresh
                .open()
                .export_signals(&ExportFilter::default(), &mut |_| {
                    seen += 1;
                    Ok(())
                })
                .unwrap();
            assert_eq!(seen, 0, "an import that was running is not there");
        }
    });
}

#[test]
fn nothing_is_overwritten() {
    on_each_database("overwrite", |database| {
        let store = database.open();
        store.import_network(&network()).unwrap();
        let file = database.folder().join("backup.sqlite");
        store.backup(&file).unwrap();
        assert!(matches!(store.backup(&file), Err(Error::Conflict(_))));
        assert!(matches!(Store::restore(database.url(), &file), Err(Error::Conflict(_))));
    });
}

#[test]
fn a_file_that_is_no_whole_backup_is_refused_and_leaves_nothing() {
    let database = Database::sqlite();
    let store = database.open();
    fill(&store);
    let file = database.folder().join("backup.sqlite");
    store.backup(&file).unwrap();
    let whole = std::fs::read(&file).unwrap();
    let damaged = |name: &str, bytes: &[u8]| {
        let file = database.folder().join(name);
        std::fs::write(&file, bytes).unwrap();
        let fresh = Database::sqlite();
        let outcome = Store::restore(fresh.url(), &file);
        assert!(matches!(outcome, Err(Error::Broken(_))), "{name}: {outcome:?}");
        assert_eq!(std::fs::read_dir(fresh.folder()).unwrap().count(), 0);
    };
    damaged(
        "text",
        "no database at all, only some words that are long enough to be a header".repeat(99).as_bytes(),
    );
    damaged("cut", &whole[..whole.len() / 2]);
    let mut changed = whole.clone();
    let place = changed.windows(12).position(|window| window == b"signal-filed").unwrap();
    changed[place] = b'S';
    damaged("changed", &changed);
    let absent = Store::restore(Database::sqlite().url(), &database.folder().join("absent"));
    assert!(matches!(absent, Err(Error::NotFound(_))));
}
