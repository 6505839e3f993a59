//! Drafts: their owner's alone, and gone without a trace.

use crate::people::{file, filing, people, submission};
use chrono::Days;
use model::DraftId;
use store::{Error, Filing, Store, Via};
use testkit::{Database, on_both, on_each_database, surroundings_on, today};

const SECRET: &str = "Zonderlinge-woordgroep-die-nergens-anders-staat";

fn id(number: u8) -> DraftId {
    DraftId::from_random([number; 16])
}

/// How often the words stand in any file of a SQLite database.
fn traces(database: &Database) -> usize {
    let files = std::fs::read_dir(database.folder()).unwrap().map(|entry| entry.unwrap().path());
    let words = SECRET.as_bytes();
    files.map(|file| std::fs::read(file).unwrap().windows(words.len()).filter(|w| *w == words).count()).sum()
}

#[test]
fn a_draft_is_saved_again_and_read_by_its_owner_alone() {
    on_both("draft", |store| {
        let people = people(store);
        store.save_draft(people.filer, id(1), "één").unwrap();
        store.save_draft(people.filer, id(1), "twee").unwrap();
        store.save_draft(people.filer, id(2), "drie").unwrap();
        let draft = store.draft(people.filer, id(1)).unwrap().unwrap();
        assert_eq!((draft.body.as_str(), draft.saved_on), ("twee", today()));
        assert_eq!(Some(draft.expires_on), today().checked_add_days(Days::new(30)));
        assert!(!format!("{draft:?}").contains("twee"));
        assert_eq!(store.drafts(people.filer).unwrap().len(), 2);
        let other = people.signal_coordinator;
        assert_eq!(store.draft(other, id(1)).unwrap(), None);
        assert_eq!(store.drafts(other).unwrap(), []);
        assert_eq!(store.save_draft(other, id(1), "vier"), Err(Error::NotFound("draft".to_owned())));
        store.delete_draft(other, id(1)).unwrap();
        assert_eq!(store.draft(people.filer, id(1)).unwrap().unwrap().body, "twee");
        store.delete_draft(people.filer, id(1)).unwrap();
        assert_eq!(store.draft(people.filer, id(1)).unwrap(), None);
    });
}

#[test]
fn a_deleted_draft_is_gone_from_every_byte_of_the_file() {
    on_each_database("deleted_draft", |database| {
        let store = database.open();
        let people = people(&store);
        // Twice, the second time longer: the first version is elsewhere in the file by then.
        store.save_draft(people.filer, id(1), SECRET).unwrap();
        store.save_draft(people.filer, id(1), &format!("{SECRET} ").repeat(200)).unwrap();
        if database.is_sqlite() {
            assert!(traces(database) > 0, "the words are in the file before they are deleted");
        }
        store.delete_draft(people.filer, id(1)).unwrap();
        assert_eq!(traces(database), 0);
    });
}

#[test]
fn a_draft_that_is_filed_is_gone_in_the_same_moment() {
    on_each_database("filed_draft", |database| {
        let store = database.open();
        let people = people(&store);
        store.save_draft(people.filer, id(1), SECRET).unwrap();
        store.save_draft(people.signal_coordinator, id(2), "van iemand anders").unwrap();
        let filing = |number, draft| Filing {
            draft: Some(draft),
            ..filing(number, Via::Account(people.filer), submission("alfa", number))
        };
        store.file(filing(1, id(1))).unwrap();
        assert_eq!(store.drafts(people.filer).unwrap(), []);
        assert_eq!(traces(database), 0);
        store.file(filing(2, id(2))).unwrap();
        assert_eq!(store.drafts(people.signal_coordinator).unwrap().len(), 1, "another's draft stays");
        // What is refused leaves the draft where it is.
        store.save_draft(people.filer, id(3), "nog niet").unwrap();
        let refused = Filing { client_id: filing(1, id(3)).client_id, ..filing(9, id(3)) };
        assert!(store.file(refused).is_err());
        assert_eq!(store.drafts(people.filer).unwrap().len(), 1);
    });
}

#[test]
fn after_thirty_days_the_schedule_removes_a_draft_and_nothing_else() {
    on_each_database("old_draft", |database| {
        let (people, filed) = {
            let store = database.open();
            let people = people(&store);
            store.save_draft(people.filer, id(1), SECRET).unwrap();
            (people, file(&store, 1, people.filer))
        };
        let later = |days| {
            let day = today().checked_add_days(Days::new(days)).unwrap();
            Store::open(database.url(), surroundings_on(3, day)).unwrap()
        };
        let store = later(29);
        assert_eq!(store.keep_schedule().unwrap().drafts, 0);
        store.save_draft(people.filer, id(2), "later").unwrap();
        drop(store);
        let store = later(30);
        assert_eq!(store.keep_schedule().unwrap().drafts, 1);
        assert_eq!(traces(database), 0);
        assert_eq!(store.drafts(people.filer).unwrap().len(), 1);
        assert!(store.signal(filed.signal).is_ok());
    });
}
