//! A backup holds everything, is checked before it counts, and comes back into either database.

use model::{EditionNumber, Submission};
use store::{Error, ExportFilter, ImportHow, Store};
use testkit::{Database, network, on_each_database, structural_signal, submission};

fn fill(store: &Store) {
    let mut network = network();
    network.structural_signals.push(structural_signal("no-address", 1, &[("alfa", "1")]));
    store.import_network(&network).unwrap();
    let mut quoted = submission("beta", "", "2024-03");
    quoted.problem = "Aanhalingstekens \" en ' en \\, regels\nen tekens é ß 漢 🙂".to_owned();
    let rows = [Ok(submission("alfa", "1", "2024-02")), Ok(quoted)];
    let how = ImportHow { accept: true, accept_valid: false };
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
