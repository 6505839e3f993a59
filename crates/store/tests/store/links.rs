//! One-time links: used once, the newest alone, and not after their end.

use crate::people::people;
use store::LinkPurpose;
use testkit::on_both;

#[test]
fn a_link_sets_a_password_once() {
    on_both("link", |store| {
        let people = people(store);
        store.make_link([1; 32], people.filer, LinkPurpose::Invitation, 100, None).unwrap();
        let (account, purpose) = store.link([1; 32], 99).unwrap().unwrap();
        assert_eq!((account.id, purpose), (people.filer, LinkPurpose::Invitation));
        assert_eq!(store.redeem_link([1; 32], 100, "$late").unwrap(), None, "it has ended");
        assert_eq!(store.redeem_link([1; 32], 99, "$first").unwrap(), Some(people.filer));
        assert_eq!(store.redeem_link([1; 32], 99, "$second").unwrap(), None, "it was used");
        assert_eq!(store.link([1; 32], 0).unwrap(), None);
        assert_eq!(store.account(people.filer).unwrap().password.as_deref(), Some("$first"));
    });
}

#[test]
fn of_many_at_once_one_uses_it() {
    on_both("race", |store| {
        let people = people(store);
        store.make_link([1; 32], people.filer, LinkPurpose::Reset, 100, None).unwrap();
        let won = std::thread::scope(|scope| {
            let threads: Vec<_> =
                (0..8).map(|_| scope.spawn(|| store.redeem_link([1; 32], 0, "$x").unwrap())).collect();
            threads.into_iter().filter_map(|thread| thread.join().ok().flatten()).count()
        });
        assert_eq!(won, 1);
    });
}

#[test]
fn a_newer_link_replaces_the_older_of_the_same_account() {
    on_both("newer", |store| {
        let people = people(store);
        store.make_link([1; 32], people.filer, LinkPurpose::Invitation, 100, None).unwrap();
        store.make_link([2; 32], people.signal_coordinator, LinkPurpose::Invitation, 100, None).unwrap();
        store.make_link([3; 32], people.filer, LinkPurpose::Reset, 100, None).unwrap();
        let there = |token| store.link([token; 32], 0).unwrap().is_some();
        assert_eq!((there(1), there(2), there(3)), (false, true, true));
    });
}
