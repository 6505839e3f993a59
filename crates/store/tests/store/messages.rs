//! Question and reply.

use crate::people::{file, people};
use model::SignalId;
use store::{EMPTY_MESSAGE, Error, Side, Slice, WRONG_STATE};
use testkit::{on_both, today};

#[test]
fn a_question_waits_until_it_is_answered_and_the_thread_is_in_order() {
    on_both("thread", |store| {
        let people = people(store);
        let signal = file(store, 1, people.filer).signal;
        let waits = || {
            let page = store.signals_of_account(people.filer, Slice::first(5)).unwrap();
            page.lines[0].unanswered_question
        };
        assert!(!waits());
        let question = store
            .write_message(
                signal,
                Side::Coordinator,
                Some(people.network_coordinator),
                " In welke gemeente? ",
            )
            .unwrap();
        assert!(waits());
        let reply = store.write_message(signal, Side::Filer, None, "In Jette.").unwrap();
        assert!(!waits());
        store.write_message(signal, Side::Filer, Some(people.filer), "En in Evere.").unwrap();
        let messages = store.signal(signal).unwrap().messages;
        let said: Vec<(Side, &str)> = messages.iter().map(|one| (one.side, one.text.as_str())).collect();
        assert_eq!(
            said,
            [
                (Side::Coordinator, "In welke gemeente?"),
                (Side::Filer, "In Jette."),
                (Side::Filer, "En in Evere.")
            ]
        );
        assert_eq!((messages[0].id, messages[1].id, messages[0].day), (question, reply, today()));
        assert!(!format!("{messages:?}").contains("Jette"));
    });
}

#[test]
fn nothing_is_written_without_words_without_a_signal_or_on_a_withdrawn_one() {
    on_both("no_message", |store| {
        let people = people(store);
        let signal = file(store, 1, people.filer).signal;
        let write = |signal, text| store.write_message(signal, Side::Filer, Some(people.filer), text);
        assert_eq!(write(signal, " \n"), Err(Error::Conflict(EMPTY_MESSAGE.to_owned())));
        let absent = write(SignalId::from_random([9; 16]), "Dag");
        assert_eq!(absent, Err(Error::NotFound("signal".to_owned())));
        store.withdraw(signal, Some(people.filer)).unwrap();
        assert_eq!(write(signal, "Dag"), Err(Error::Conflict(WRONG_STATE.to_owned())));
        assert_eq!(store.signal(signal).unwrap().messages, []);
    });
}
