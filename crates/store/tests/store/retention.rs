//! Texts go, and nothing of them stays in the file; decisions and links stay.

use crate::raw;
use model::{SignalId, TextId};
use store::{ExportFilter, ImportHow};
use testkit::{network, on_each_database, submission};

#[test]
fn a_wiped_text_is_gone_from_every_byte_of_the_file_while_its_signal_stays() {
    on_each_database("wiped", |database| {
        let store = database.open();
        store.import_network(&network()).unwrap();
        let secret = "Zonderlinge-woordgroep-die-nergens-anders-staat";
        let mut wiped = submission("alfa", "1", "2024-02");
        // Long enough to fill overflow pages as well.
        wiped.problem = format!("{secret} ").repeat(18);
        let kept = submission("alfa", "2", "2024-02");
        let rows = [Ok(wiped.clone()), Ok(kept.clone())];
        store.import_signals(ImportHow::default(), &mut rows.into_iter(), &mut |_| {}).unwrap();
        let traces = || -> usize {
            let files = std::fs::read_dir(database.folder()).unwrap().map(|entry| entry.unwrap().path());
            files.map(|file| count(&std::fs::read(file).unwrap(), secret.as_bytes())).sum()
        };
        if database.is_sqlite() {
            assert!(traces() > 0, "the text is in the file before it is wiped");
        }
        let cast = if database.is_sqlite() { "lower(hex(id))" } else { "id::text" };
        let ids = raw::texts(database, &format!("SELECT {cast} AS text FROM signals WHERE reference = '1'"));
        let text = store.text_of_signal(SignalId::from_uuid(ids[0].parse().unwrap())).unwrap();
        store.wipe_version(text, 1).unwrap();
        assert_eq!(traces(), 0);
        let mut exported = Vec::new();
        store
            .export_signals(&ExportFilter::default(), &mut |submission| {
                exported.push(submission.clone());
                Ok(())
            })
            .unwrap();
        assert_eq!(exported[1], kept);
        assert_eq!((exported[0].problem.as_str(), exported[0].cause), ("", wiped.cause));
        let left = "SELECT count(*) || '' AS text FROM text_versions \
            WHERE body IS NULL AND commitment_key IS NULL AND digest IS NULL AND wiped_on IS NOT NULL";
        assert_eq!(raw::texts(database, left), ["1"]);
        assert_eq!(store.check_chain().unwrap().broken_at, None);
        let events = store.check_chain().unwrap().events;
        store.wipe_version(text, 1).unwrap();
        assert_eq!(store.check_chain().unwrap().events, events, "wiping again changes nothing");
    });
}

#[test]
fn a_text_that_is_not_there_cannot_be_wiped() {
    on_each_database("absent", |database| {
        let outcome = database.open().wipe_version(TextId::from_random([7; 16]), 1);
        assert!(matches!(outcome, Err(store::Error::NotFound(_))));
    });
}

fn count(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).filter(|window| *window == wanted).count()
}
