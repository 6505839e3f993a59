//! The mail of the week: what is counted for whom, and that it is due once a week.

use chrono::{Days, NaiveDate};
use model::{Answer, AnswerState, Authority, EditionNumber, Localised, Role};
use store::{Digest, NewAccount, Side, Store};
use testkit::{Database, network, on_each_database, structural_signal, today};

use crate::people::{file, new, people};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn due(store: &Store) -> Vec<Digest> {
    store.digests_due(today()).unwrap()
}

/// Questions, decided, to release, to accept, to answer.
fn counts(digest: &Digest) -> [u64; 5] {
    [digest.questions, digest.decided, digest.to_release, digest.to_accept, digest.to_answer]
}

#[test]
fn next_steps_that_are_due_are_told_to_the_network_and_to_their_owner() {
    on_each_database("digest_steps", |database: &Database| {
        let store = database.open();
        let people = people(&store);
        let structural_signals = vec![structural_signal("one", 1, &[]), structural_signal("other", 1, &[])];
        store.import_network(&model::Network { structural_signals, ..network() }).unwrap();
        let all = store.structural_signals().unwrap();
        assert_eq!(all[0].owner.as_str(), "alfa");
        let beta = store.add_account(new("sc@beta.example", Some("beta"), &[Role::SignalCoordinator]), None);
        let beta = beta.unwrap();
        for account in [people.filer, people.signal_coordinator, people.network_coordinator, beta] {
            store.set_digest(account, true).unwrap();
        }
        let by = people.network_coordinator;
        store.note_action(all[0].id, "Gebeld.", Some(today()), by).unwrap();
        store.note_action(all[1].id, "Gebeld.", Some(today() + Days::new(1)), by).unwrap();
        let told: Vec<_> =
            due(&store).into_iter().map(|digest| (digest.account, digest.next_steps)).collect();
        assert_eq!(told, [(people.network_coordinator, 1), (people.signal_coordinator, 1)]);
    });
}

/// Some moment, in Unix seconds.
const NOW: i64 = 1_800_000_000;

#[test]
fn each_role_is_told_how_much_waits_for_it() {
    on_each_database("digest_counts", |database: &Database| {
        let store = database.open();
        let people = people(&store);
        for account in [people.filer, people.signal_coordinator, people.network_coordinator] {
            store.set_digest(account, true).unwrap();
        }
        assert_eq!(due(&store), [], "nothing waits: no mail");

        let filed: Vec<_> = (1..=6).map(|number| file(&store, number, people.filer).signal).collect();
        for signal in &filed[..4] {
            store.release(*signal, people.signal_coordinator).unwrap();
        }
        store.accept(filed[0], people.network_coordinator).unwrap();
        store.decline(filed[1], people.network_coordinator, "Al gekend.").unwrap();
        let ask = |signal, side, by, text| store.write_message(signal, side, Some(by), text).unwrap();
        ask(filed[2], Side::Coordinator, people.network_coordinator, "Welk loket?");
        ask(filed[3], Side::Coordinator, people.network_coordinator, "Sinds wanneer?");
        ask(filed[3], Side::Filer, people.filer, "Sinds mei.");
        // A question about what was taken back needs no answer.
        ask(filed[4], Side::Coordinator, people.signal_coordinator, "Waar?");
        store.withdraw(filed[4], Some(people.filer)).unwrap();

        let digests = due(&store);
        let found: Vec<(&str, [u64; 5])> =
            digests.iter().map(|digest| (digest.address.as_str(), counts(digest))).collect();
        assert_eq!(
            found,
            [
                ("filer@alfa.example", [1, 2, 0, 0, 0]),
                ("nc@network.example", [0, 0, 0, 2, 0]),
                ("sc@alfa.example", [0, 0, 1, 0, 0]),
            ]
        );
        assert!(!format!("{digests:?}").contains("example"), "an address is not printed by mistake");
    });
}

#[test]
fn a_digest_is_due_once_a_week_and_tells_a_decision_once() {
    on_each_database("digest_once", |database: &Database| {
        let store = database.open();
        let people = people(&store);
        let first = file(&store, 1, people.filer).signal;
        let second = file(&store, 2, people.filer).signal;
        store.solve_internally(first, people.signal_coordinator, "").unwrap();
        // What was decided before it was asked for is no news.
        store.set_digest(people.filer, true).unwrap();
        assert_eq!(due(&store), []);
        store.solve_internally(second, people.signal_coordinator, "").unwrap();
        let digest = due(&store).pop().unwrap();
        assert_eq!(counts(&digest), [0, 1, 0, 0, 0]);
        // To ask once more for what one has changes nothing.
        store.set_digest(people.filer, true).unwrap();
        assert_eq!(due(&store).len(), 1);

        // What was taken back is not told, until it is decided anew.
        crate::decide::undo_last(&store, second, people.signal_coordinator).unwrap();
        assert_eq!(due(&store), []);
        store.solve_internally(second, people.signal_coordinator, "").unwrap();
        let digest = due(&store).pop().unwrap();
        assert_eq!(counts(&digest), [0, 1, 0, 0, 0]);

        assert!(store.claim_digest(&digest, NOW).unwrap());
        assert!(!store.claim_digest(&digest, NOW).unwrap(), "two senders: one of them sends");
        store.give_digest_back(&digest).unwrap();
        assert_eq!(due(&store), std::slice::from_ref(&digest), "it did not leave");
        assert!(store.claim_digest(&digest, NOW).unwrap());
        // Whoever had it died: for an hour it may still leave, then another sender takes it.
        assert!(!store.claim_digest(&digest, NOW + 3_599).unwrap());
        assert!(store.claim_digest(&digest, NOW + 3_600).unwrap());
        store.digest_left(&digest).unwrap();
        assert_eq!(due(&store), []);
        assert!(!store.claim_digest(&digest, NOW + 9_999).unwrap(), "it left");
        // The one that was slow and not dead says so too late: nothing changes.
        store.give_digest_back(&digest).unwrap();
        assert_eq!(due(&store), []);

        let third = file(&store, 3, people.filer).signal;
        store.solve_internally(third, people.signal_coordinator, "").unwrap();
        let next = store.digests_due(today() + Days::new(7)).unwrap();
        assert_eq!(counts(&next[0]), [0, 1, 0, 0, 0], "the second is not told again");
    });
}

#[test]
fn a_week_begins_on_monday_also_where_the_year_turns() {
    on_each_database("digest_week", |database: &Database| {
        let store = database.open();
        let people = people(&store);
        store.set_digest(people.signal_coordinator, true).unwrap();
        file(&store, 1, people.filer);
        for (sent, sunday, monday) in
            [("2026-01-15", "2026-01-18", "2026-01-19"), ("2026-12-28", "2027-01-03", "2027-01-04")]
        {
            let digest = store.digests_due(day(sent)).unwrap().pop().unwrap();
            assert!(store.claim_digest(&digest, NOW).unwrap());
            store.digest_left(&digest).unwrap();
            assert_eq!(store.digests_due(day(sunday)).unwrap(), [], "{sunday}");
            assert_eq!(store.digests_due(day(monday)).unwrap().len(), 1, "{monday}: it waits still");
        }
    });
}

#[test]
fn a_reader_hears_of_published_problems_that_the_authority_has_not_answered() {
    on_each_database("digest_reader", |database: &Database| {
        let store = database.open();
        people(&store);
        let mut file = network();
        file.structural_signals =
            vec![structural_signal("printed", 1, &[]), structural_signal("open", 2, &[])];
        store.import_network(&file).unwrap();
        let competent = file.structural_signals[0].authorities[0];
        let other =
            *Authority::ALL.iter().find(|one| !file.structural_signals[0].authorities.contains(one)).unwrap();
        let reader = |address: &str, authority| NewAccount {
            authority: Some(authority),
            ..new(address, None, &[Role::Reader])
        };
        for (address, authority) in
            [("reader@authority.example", competent), ("other@authority.example", other)]
        {
            let account = store.add_account(reader(address, authority), None).unwrap();
            store.set_digest(account, true).unwrap();
        }
        assert_eq!(due(&store), [], "nothing is published");
        store.freeze(EditionNumber(1), &mut |_, _, parts| parts.write(&[1])).unwrap();
        store.mark_published(EditionNumber(1), 1, &"ab".repeat(32)).unwrap();
        let digests = due(&store);
        assert_eq!(digests.len(), 1);
        assert_eq!(
            (digests[0].address.as_str(), counts(&digests[0])),
            ("reader@authority.example", [0, 0, 0, 0, 1])
        );
        file.structural_signals[0].answers = vec![Answer {
            authority: competent,
            edition: EditionNumber(1),
            state: AnswerState::Acknowledged,
            date: Some(today()),
            text: Localised { nl: "Gezien.".to_owned(), fr: "Vu.".to_owned(), en: "Seen.".to_owned() },
            recommendation: None,
            office: None,
        }];
        store.import_network(&file).unwrap();
        assert_eq!(due(&store), []);
    });
}

#[test]
fn nobody_is_mailed_who_is_locked_or_did_not_ask() {
    on_each_database("digest_nobody", |database: &Database| {
        let store = database.open();
        let people = people(&store);
        file(&store, 1, people.filer);
        assert_eq!(due(&store), []);
        store.set_digest(people.signal_coordinator, true).unwrap();
        let digest = due(&store).pop().unwrap();
        store.disable_account(people.signal_coordinator, None).unwrap();
        assert_eq!(due(&store), []);
        assert!(!store.claim_digest(&digest, NOW).unwrap(), "locked since it was read");
        store.enable_account(people.signal_coordinator, None).unwrap();
        store.set_digest(people.signal_coordinator, false).unwrap();
        assert_eq!(due(&store), []);
        assert!(!store.claim_digest(&digest, NOW).unwrap(), "not wanted any more");
    });
}
