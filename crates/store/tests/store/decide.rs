//! The steps of a signal: each from the states that permit it, and from no other.

use crate::people::{People, filing, people, submission};
use model::{AccountId, EditionNumber, SignalId, SignalState};
use store::{Error, Filing, REASON_NEEDED, Side, Store, Via, WRONG_STATE};
use testkit::on_both;

/// A signal that stands in this state.
fn signal_in(store: &Store, people: People, state: SignalState, number: u128) -> SignalId {
    let released = matches!(state, SignalState::Released | SignalState::Accepted | SignalState::Declined);
    let filing = Filing {
        release: released,
        ..filing(number, Via::Account(people.signal_coordinator), submission("alfa", number))
    };
    let signal = store.file(filing).unwrap().signal;
    match state {
        SignalState::PreSignal | SignalState::Released => {}
        SignalState::SolvedInternally => {
            store.solve_internally(signal, people.signal_coordinator, "").unwrap();
        }
        SignalState::Accepted => store.accept(signal, people.network_coordinator).unwrap(),
        SignalState::Declined => store.decline(signal, people.network_coordinator, "Omdat.").unwrap(),
        SignalState::Referred => {
            store.refer(signal, people.signal_coordinator, "Naar de huurdersbond.").unwrap()
        }
        SignalState::Withdrawn => store.withdraw(signal, Some(people.filer)).unwrap(),
    }
    signal
}

#[test]
fn every_step_is_taken_from_the_states_that_permit_it_and_from_no_other() {
    use SignalState::{Accepted, Declined, PreSignal, Referred, Released, SolvedInternally, Withdrawn};
    type Step = fn(&Store, SignalId, AccountId) -> Result<(), Error>;
    let steps: [(Step, &[SignalState], SignalState); 6] = [
        (|store, signal, by| store.release(signal, by), &[PreSignal], Released),
        (|store, signal, by| store.solve_internally(signal, by, "Zelf."), &[PreSignal], SolvedInternally),
        (|store, signal, by| store.accept(signal, by), &[Released], Accepted),
        (|store, signal, by| store.decline(signal, by, "Omdat."), &[Released], Declined),
        (|store, signal, by| store.refer(signal, by, "Elders."), &[PreSignal, Released], Referred),
        (|store, signal, by| store.withdraw(signal, Some(by)), &[PreSignal, Released, Accepted], Withdrawn),
    ];
    on_both("steps", |store| {
        let people = people(store);
        let mut number = 0;
        for (step, permitted, to) in steps {
            for from in SignalState::ALL.iter().copied() {
                number += 1;
                let signal = signal_in(store, people, from, number);
                let events = store.check_chain().unwrap().events;
                let outcome = step(store, signal, people.network_coordinator);
                let state = store.signal(signal).unwrap().line.state;
                let told = store.check_chain().unwrap().events - events;
                if permitted.contains(&from) {
                    assert_eq!((outcome, state), (Ok(()), to), "from {from} to {to}");
                    assert!(told >= 1, "from {from} to {to}");
                } else {
                    let refused = Err(Error::Conflict(WRONG_STATE.to_owned()));
                    assert_eq!((outcome, state, told), (refused, from, 0), "from {from} to {to}");
                }
            }
        }
        let absent = store.release(SignalId::from_random([9; 16]), people.signal_coordinator);
        assert_eq!(absent, Err(Error::NotFound("signal".to_owned())));
    });
}

#[test]
fn a_reason_is_kept_and_a_refusal_without_one_is_none() {
    on_both("reason", |store| {
        let people = people(store);
        let signal = signal_in(store, people, SignalState::Released, 1);
        let refused = store.decline(signal, people.network_coordinator, "  ");
        assert_eq!(refused, Err(Error::Conflict(REASON_NEEDED.to_owned())));
        store.decline(signal, people.network_coordinator, " Het valt buiten de regio. ").unwrap();
        let file = store.signal(signal).unwrap();
        assert_eq!(file.reason.as_deref(), Some("Het valt buiten de regio."));
        assert!(!file.may_withdraw);
        let solved = signal_in(store, people, SignalState::SolvedInternally, 2);
        assert_eq!(store.signal(solved).unwrap().reason, None);
    });
}

#[test]
fn of_many_at_once_one_takes_the_step() {
    on_both("step_race", |store| {
        let people = people(store);
        let signal = signal_in(store, people, SignalState::Released, 1);
        let won = std::thread::scope(|scope| {
            let threads: Vec<_> = (0..8)
                .map(|thread| {
                    scope.spawn(move || match thread % 2 {
                        0 => store.accept(signal, people.network_coordinator).is_ok(),
                        _ => store.decline(signal, people.network_coordinator, "Omdat.").is_ok(),
                    })
                })
                .collect();
            threads.into_iter().filter_map(|thread| thread.join().ok()).filter(|won| *won).count()
        });
        assert_eq!(won, 1);
    });
}

#[test]
fn a_signal_is_withdrawn_until_its_edition_is_frozen() {
    on_both("withdraw", |store| {
        let people = people(store);
        let taken = signal_in(store, people, SignalState::Accepted, 1);
        let withdrawn = signal_in(store, people, SignalState::Accepted, 2);
        signal_in(store, people, SignalState::Released, 3);
        signal_in(store, people, SignalState::SolvedInternally, 4);
        assert!(store.signal(withdrawn).unwrap().may_withdraw);
        store.withdraw(withdrawn, None).unwrap();
        let report = store.freeze(EditionNumber(1), &mut |_, _, parts| parts.write(&[1])).unwrap();
        assert_eq!(report.signals, 1, "accepted ones alone");
        let file = store.signal(taken).unwrap();
        assert_eq!((file.may_withdraw, file.line.edition), (false, Some(EditionNumber(1))));
        let refused = store.withdraw(taken, Some(people.filer));
        assert_eq!(refused, Err(Error::Conflict(WRONG_STATE.to_owned())));
    });
}

/// A step, by whoever may take it, from a state to another; and whether there are words with it.
type Way = (fn(&Store, SignalId, AccountId) -> Result<(), Error>, SignalState, SignalState, bool);

const WAYS: [Way; 4] = [
    (|store, signal, by| store.release(signal, by), SignalState::PreSignal, SignalState::Released, false),
    (
        |store, signal, by| store.solve_internally(signal, by, "Zelf geregeld."),
        SignalState::PreSignal,
        SignalState::SolvedInternally,
        true,
    ),
    (|store, signal, by| store.accept(signal, by), SignalState::Released, SignalState::Accepted, false),
    (
        |store, signal, by| store.decline(signal, by, "Omdat."),
        SignalState::Released,
        SignalState::Declined,
        true,
    ),
];

/// Takes back what this account did with a signal last; the first event of all where it did nothing.
pub fn undo_last(store: &Store, signal: SignalId, by: AccountId) -> Result<(), Error> {
    let last = store.last_step(signal, by)?.unwrap_or_default();
    store.undo(signal, last, by)
}

#[test]
fn a_step_is_taken_back_by_who_took_it_and_may_be_taken_again() {
    let refused = || Err(Error::Conflict(WRONG_STATE.to_owned()));
    on_both("undo", |store| {
        let people = people(store);
        for (number, (step, from, to, words)) in (1..).zip(WAYS) {
            let signal = signal_in(store, people, from, number);
            let by = people.network_coordinator;
            assert_eq!(undo_last(store, signal, by), refused(), "nothing was done yet");
            step(store, signal, by).unwrap();
            let reason = store.signal(signal).unwrap().reason;
            assert_eq!(reason.is_some(), words);
            let last = store.last_step(signal, by).unwrap().unwrap();
            assert_eq!(store.undo(signal, last, people.filer), refused(), "another's step");
            assert_eq!(store.last_step(signal, people.filer).unwrap(), None);
            assert_eq!(store.undo(signal, last - 1, by), refused(), "an earlier step than the last");
            let events = store.check_chain().unwrap().events;
            store.undo(signal, last, by).unwrap();
            let file = store.signal(signal).unwrap();
            assert_eq!((file.line.state, file.reason), (from, None), "from {to}");
            let report = store.check_chain().unwrap();
            assert_eq!((report.events - events, report.broken_at), (1 + u64::from(words), None));
            assert_eq!(store.undo(signal, last, by), refused(), "once");
            step(store, signal, by).unwrap();
            assert_eq!(store.signal(signal).unwrap().line.state, to);
        }
        let absent = undo_last(store, SignalId::from_random([9; 16]), people.signal_coordinator);
        assert_eq!(absent, Err(Error::NotFound("signal".to_owned())));
    });
}

#[test]
fn nothing_is_taken_back_once_something_else_happened() {
    let refused = || Err(Error::Conflict(WRONG_STATE.to_owned()));
    on_both("undo_late", |store| {
        let people = people(store);
        let (organisation, network) = (people.signal_coordinator, people.network_coordinator);
        let asked = signal_in(store, people, SignalState::PreSignal, 1);
        store.release(asked, organisation).unwrap();
        store.write_message(asked, Side::Coordinator, Some(network), "Waar?").unwrap();
        let accepted = signal_in(store, people, SignalState::PreSignal, 2);
        store.release(accepted, organisation).unwrap();
        store.accept(accepted, network).unwrap();
        let withdrawn = signal_in(store, people, SignalState::PreSignal, 3);
        store.release(withdrawn, organisation).unwrap();
        store.withdraw(withdrawn, Some(organisation)).unwrap();
        for signal in [asked, accepted, withdrawn] {
            assert_eq!(undo_last(store, signal, organisation), refused());
        }
        store.freeze(EditionNumber(1), &mut |_, _, parts| parts.write(&[1])).unwrap();
        assert_eq!(undo_last(store, accepted, network), refused(), "an edition took it");
        assert_eq!(store.signal(accepted).unwrap().line.state, SignalState::Accepted);
    });
}
