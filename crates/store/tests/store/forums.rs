//! Forums: what was discussed with authorities, kept, changed by one at a time, and found from what was discussed.

use std::collections::BTreeMap;

use crate::people::people;
use model::{Authority, StructuralSignalId};
use store::{CHANGED_MEANWHILE, Error, Forum, LogFilter, Store};
use testkit::{network, on_both, structural_signal, today};

fn two(store: &Store) -> [StructuralSignalId; 2] {
    let structural_signals = vec![structural_signal("one", 1, &[]), structural_signal("other", 1, &[])];
    store.import_network(&model::Network { structural_signals, ..network() }).unwrap();
    let all = store.structural_signals().unwrap();
    [all[0].id, all[1].id]
}

fn forum(topics: &[(StructuralSignalId, &str)]) -> Forum {
    Forum {
        day: today(),
        place: "Zaal aan het kanaal".to_owned(),
        authorities: vec![Authority::Region, Authority::Cpas],
        topics: topics.iter().map(|(id, decision)| (*id, (*decision).to_owned())).collect(),
        decisions: "Volgend jaar opnieuw.".to_owned(),
    }
}

#[test]
fn a_forum_is_read_as_it_was_written_and_found_from_what_was_discussed() {
    on_both("forums", |store| {
        let by = people(store).network_coordinator;
        let [one, other] = two(store);
        let said = forum(&[(one, "Het Gewest bekijkt een loket.")]);
        let id = store.hold_forum(said.clone(), by).unwrap();
        let held = store.forum(id).unwrap();
        assert_eq!((held.version, held.forum), (1, said));
        let earlier = Forum { day: today() - chrono::Days::new(300), ..forum(&[(one, ""), (other, "")]) };
        let before = store.hold_forum(earlier, by).unwrap();
        let ids = |found: Vec<store::HeldForum>| found.iter().map(|held| held.id).collect::<Vec<_>>();
        assert_eq!(ids(store.forums().unwrap()), [id, before]);
        assert_eq!(ids(store.forums_on(one).unwrap()), [id, before]);
        assert_eq!(ids(store.forums_on(other).unwrap()), [before]);
        let unknown = StructuralSignalId::from_uuid(uuid::Uuid::from_u128(1));
        assert!(matches!(store.hold_forum(forum(&[(unknown, "")]), by), Err(Error::NotFound(_))));
        assert_eq!(store.forums().unwrap().len(), 2, "all or nothing");
    });
}

#[test]
fn a_forum_is_changed_by_one_at_a_time_and_the_log_holds_no_word_of_it() {
    on_both("forums-changed", |store| {
        let by = people(store).network_coordinator;
        let [one, other] = two(store);
        let id = store.hold_forum(forum(&[(one, "Een loket.")]), by).unwrap();
        let changed = Forum { decisions: String::new(), ..forum(&[(one, "Twee loketten."), (other, "")]) };
        store.change_forum(id, 1, changed.clone(), by).unwrap();
        let second = store.change_forum(id, 1, forum(&[]), by);
        assert_eq!(second, Err(Error::Conflict(CHANGED_MEANWHILE.to_owned())));
        let held = store.forum(id).unwrap();
        assert_eq!((held.version, held.forum), (2, changed));
        store.change_forum(id, 2, forum(&[(other, "")]), by).unwrap();
        assert!(store.forums_on(one).unwrap().is_empty());
        assert_eq!(store.forum(id).unwrap().forum.topics, BTreeMap::from([(other, String::new())]));
        let (entries, _) = store.log(&LogFilter::default(), 100).unwrap();
        let kinds: Vec<_> = entries.iter().filter(|entry| entry.subject == "forum").collect();
        assert_eq!(kinds.len(), 3);
        for entry in entries {
            let told = entry.detail.to_string();
            assert!(!told.contains("loket") && !told.contains("kanaal") && !told.contains("opnieuw"));
        }
    });
}
