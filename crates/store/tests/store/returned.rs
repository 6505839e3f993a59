//! What a letter says to an organisation of each of its signals.

use std::collections::BTreeMap;

use crate::people::{People, filing, people, submission};
use model::{EditionNumber, Month, SignalId};
use store::{Error, Fate, Filing, Store, Via};
use testkit::{on_both, structural_signal};

const FIRST: EditionNumber = EditionNumber(1);

fn released(store: &Store, people: People, number: u128, month: &str) -> (SignalId, String) {
    let mut submission = submission("alfa", number);
    submission.observed = Month::parse(month).unwrap();
    let via = Via::Account(people.signal_coordinator);
    let filed = store.file(Filing { release: true, ..filing(number, via, submission) }).unwrap();
    (filed.signal, filed.receipt)
}

fn fates(store: &Store) -> BTreeMap<String, Fate> {
    let returned = store.returned(FIRST).unwrap();
    assert!(returned.iter().all(|one| one.organisation.as_str() == "alfa"));
    returned.into_iter().map(|one| (one.reference.unwrap(), one.fate)).collect()
}

#[test]
fn each_signal_has_one_fate_and_what_came_after_the_freeze_is_for_the_next_letter() {
    on_both("returned", |store| {
        let people = people(store);
        let network_coordinator = people.network_coordinator;
        let in_2024 = |number| released(store, people, number, "2024-06");
        let (printed, withheld, counted) = (in_2024(1), in_2024(2), in_2024(3));
        for (signal, _) in [&printed, &withheld, &counted] {
            store.accept(*signal, network_coordinator).unwrap();
        }
        let (declined, referred, waiting) = (in_2024(4), in_2024(5), in_2024(6));
        store.decline(declined.0, network_coordinator, "Het gaat over één situatie.").unwrap();
        store.refer(referred.0, network_coordinator, "Naar de huurdersbond.").unwrap();
        // Of the next edition; taken back; not yet released.
        let (later, taken_back) = (released(store, people, 7, "2025-03"), in_2024(8));
        store.withdraw(taken_back.0, Some(people.filer)).unwrap();
        let mut file = testkit::network();
        let mut left_out = structural_signal("left-out", 1, &[("alfa", &withheld.1)]);
        left_out.chapters[0].agreements.pop();
        file.structural_signals = vec![structural_signal("address", 1, &[("alfa", &printed.1)]), left_out];
        store.import_network(&file).unwrap();
        assert!(matches!(store.returned(FIRST), Err(Error::NotFound(_))), "it is not frozen");
        store.freeze(FIRST, &mut |_, _, parts| parts.write(&[1])).unwrap();
        // After the freeze.
        let after = in_2024(9);
        store.decline(waiting.0, network_coordinator, "Te laat beslist.").unwrap();
        let fates = fates(store);
        assert!(
            matches!(&fates[&printed.1], Fate::Chapter(1, title) if title.nl == "Titel van address (nl)")
        );
        assert!(matches!(&fates[&withheld.1], Fate::Withheld(reason) if reason == "no-agreement"));
        assert!(fates[&counted.1] == Fate::Counted);
        assert!(fates[&declined.1] == Fate::Declined(Some("Het gaat over één situatie.".to_owned())));
        assert!(fates[&referred.1] == Fate::Referred(Some("Naar de huurdersbond.".to_owned())));
        for absent in [&waiting.1, &later.1, &taken_back.1, &after.1] {
            assert!(!fates.contains_key(absent));
        }
        assert_eq!(fates.len(), 5);
        assert!(!format!("{:?}", store.returned(FIRST).unwrap()).contains("situatie"));
    });
}

#[test]
fn what_waits_for_the_network_is_said_to_wait() {
    on_both("returned_waiting", |store| {
        let people = people(store);
        let (accepted, waiting) =
            (released(store, people, 1, "2024-06"), released(store, people, 2, "2024-06"));
        store.accept(accepted.0, people.network_coordinator).unwrap();
        store.freeze(FIRST, &mut |_, _, parts| parts.write(&[1])).unwrap();
        let after = released(store, people, 3, "2024-06");
        let fates = fates(store);
        assert!(fates[&waiting.1] == Fate::Waiting && fates[&accepted.1] == Fate::Counted);
        assert!(!fates.contains_key(&after.1));
    });
}
