//! Sessions: found by token, ended in every way.

use crate::people::people;
use model::AccountId;
use store::{Error, NewSession, Store};
use testkit::{on_both, today};

fn open(store: &Store, token: u8, account: AccountId, expires_at: i64) {
    let device = format!("Toestel {token}");
    let new = NewSession { token: [token; 32], account, expires_at, second_factor: false, device };
    store.open_session(new).unwrap();
}

fn is_open(store: &Store, token: u8) -> bool {
    store.session([token; 32], 0).unwrap().is_some()
}

#[test]
fn a_session_is_found_by_its_token_until_it_ends() {
    on_both("session", |store| {
        let people = people(store);
        open(store, 1, people.filer, 100);
        let session = store.session([1; 32], 99).unwrap().unwrap();
        assert_eq!(session.account, store.account(people.filer).unwrap());
        assert_eq!((session.second_factor, session.expires_at, session.opened_on), (false, 100, today()));
        assert_eq!((session.device.as_str(), session.key.len()), ("Toestel 1", 16));
        assert_eq!(store.session([1; 32], 100).unwrap(), None);
        assert_eq!(store.session([2; 32], 0).unwrap(), None);
        store.confirm_second_factor([1; 32]).unwrap();
        store.extend_session([1; 32], 200).unwrap();
        let session = store.session([1; 32], 199).unwrap().unwrap();
        assert_eq!((session.second_factor, session.expires_at), (true, 200));
        assert!(matches!(store.confirm_second_factor([2; 32]), Err(Error::NotFound(_))));
        assert!(matches!(store.extend_session([2; 32], 200), Err(Error::NotFound(_))));
        store.end_session([1; 32]).unwrap();
        store.end_session([1; 32]).unwrap();
        assert!(!is_open(store, 1));
    });
}

#[test]
fn a_list_shows_what_is_open_and_ends_one_or_all_of_one_s_own() {
    on_both("list", |store| {
        let people = people(store);
        (1..=3).for_each(|token| open(store, token, people.filer, 100 + i64::from(token)));
        open(store, 4, people.signal_coordinator, 100);
        let list = store.sessions_of(people.filer, 101).unwrap();
        let devices: Vec<&str> = list.iter().map(|session| session.device.as_str()).collect();
        assert_eq!(devices, ["Toestel 3", "Toestel 2"]);
        let other = store.end_session_by_key(people.signal_coordinator, &list[0].key);
        assert!(matches!(other, Err(Error::NotFound(_))), "of another account");
        assert!(is_open(store, 3));
        store.end_session_by_key(people.filer, &list[0].key).unwrap();
        assert!(!is_open(store, 3));
        assert_eq!(store.end_all_sessions(people.filer, Some([2; 32])).unwrap(), 1);
        assert!(is_open(store, 2) && !is_open(store, 1));
        assert_eq!(store.end_all_sessions(people.filer, None).unwrap(), 1);
        assert!(!is_open(store, 2) && is_open(store, 4));
    });
}

#[test]
fn what_has_ended_is_removed() {
    on_both("expired", |store| {
        let people = people(store);
        open(store, 1, people.filer, 100);
        open(store, 2, people.filer, 101);
        store.make_link([3; 32], people.filer, store::LinkPurpose::Invitation, 100, None).unwrap();
        assert_eq!(store.remove_expired(100).unwrap(), 2);
        assert!(!is_open(store, 1) && is_open(store, 2));
        assert_eq!(store.remove_expired(100).unwrap(), 0);
    });
}
