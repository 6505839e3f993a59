//! Whose signal it is.

use model::{Role, SignalState};
use store::{Error, ImportHow, NewAccount, OTHER_ORGANISATION, Slice};
use testkit::{code, on_both};

use crate::people::{file, people};

fn account(store: &store::Store, name: &str, organisation: &str) -> model::AccountId {
    store
        .add_account(
            NewAccount {
                name: name.to_owned(),
                address: format!("{name}@example.org"),
                organisation: Some(code(organisation)),
                authority: None,
                roles: vec![Role::Filer],
                language: model::Language::Fr,
            },
            None,
        )
        .unwrap()
}

#[test]
fn a_signal_passes_to_a_colleague_and_to_nobody_else() {
    on_both("hand_over", |store| {
        let people = people(store);
        let filed = file(store, 7, people.filer).signal;
        let colleague = account(store, "colleague", "alfa");
        let stranger = account(store, "stranger", "beta");
        assert_eq!(
            store.hand_over(filed, stranger, None),
            Err(Error::Conflict(OTHER_ORGANISATION.to_owned()))
        );
        store.hand_over(filed, colleague, Some(people.signal_coordinator)).unwrap();
        let of = |account| store.signals_of_account(account, Slice::first(10)).unwrap().total;
        assert_eq!((of(colleague), of(people.filer), of(stranger)), (1, 0, 0));
        assert_eq!(store.check_chain().unwrap().broken_at, None);
    });
}

#[test]
fn an_imported_signal_gets_a_receipt_when_it_is_handed_over() {
    on_both("hand_over_imported", |store| {
        people(store);
        let colleague = account(store, "colleague", "alfa");
        let signal = testkit::submission("alfa", "24-01", "2024-05");
        store.import_signals(ImportHow::default(), &mut [Ok(signal)].into_iter(), &mut |_| {}).unwrap();
        let alfa = code("alfa");
        assert_eq!(store.signal_by_reference(&alfa, "24-02").unwrap(), None);
        assert_eq!(store.signal_by_reference(&code("beta"), "24-01").unwrap(), None);
        let id = store.signal_by_reference(&alfa, "24-01").unwrap().unwrap();
        store.hand_over(id, colleague, None).unwrap();
        let lines = store.signals_of_account(colleague, Slice::first(10)).unwrap().lines;
        assert_eq!(lines[0].state, SignalState::PreSignal);
        assert_eq!(store.receipt(lines[0].receipt.as_ref().unwrap()).unwrap(), Some(id));
    });
}
