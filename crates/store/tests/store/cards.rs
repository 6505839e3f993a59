//! Filing cards: they file and nothing else, and what they file waits for the sponsor.

use crate::people::{filing, people, submission};
use model::SignalState;
use store::{Error, Filing, MAY_NOT_FILE, Slice, Via};
use testkit::{code, on_both, today};

#[test]
fn what_a_card_files_waits_for_its_sponsor_and_cannot_release_itself() {
    on_both("card", |store| {
        people(store);
        let id = store.add_card(&code("gamma"), Some(&code("alfa")), "Buurtkaart", [1; 32], None).unwrap();
        let card = store.card([1; 32]).unwrap().unwrap();
        assert_eq!((card.id, card.organisation, card.sponsor), (id, code("gamma"), Some(code("alfa"))));
        let filed = store.file(filing(1, Via::Card(id), submission("gamma", 1))).unwrap();
        assert_eq!(filed.state, SignalState::PreSignal);
        let refused = Err(Error::Conflict(MAY_NOT_FILE.to_owned()));
        for (direct, release) in [(true, false), (false, true)] {
            let filing = Filing { direct, release, ..filing(2, Via::Card(id), submission("gamma", 2)) };
            assert_eq!(store.file(filing), refused);
        }
        assert_eq!(store.file(filing(2, Via::Card(id), submission("alfa", 2))), refused);
        let waiting = |organisation: &str| {
            let page = store.signals_to_release(&code(organisation), Slice::first(10)).unwrap();
            page.lines.into_iter().map(|line| line.id).collect::<Vec<_>>()
        };
        assert_eq!(waiting("alfa"), [filed.signal]);
        assert_eq!(waiting("gamma"), [filed.signal]);
        assert_eq!(waiting("beta"), []);
        assert_eq!(store.signal(filed.signal).unwrap().sponsor, Some(code("alfa")));
        let of_sponsor =
            store.signals_of_organisation(&code("alfa"), SignalState::ALL, Slice::first(9)).unwrap();
        assert_eq!(of_sponsor.total, 0, "a sponsor's own list holds its own signals");
    });
}

#[test]
fn a_revoked_card_is_known_and_files_no_more() {
    on_both("revoked", |store| {
        people(store);
        let id = store.add_card(&code("gamma"), None, "Buurtkaart", [1; 32], None).unwrap();
        let filed = store.file(filing(1, Via::Card(id), submission("gamma", 1))).unwrap();
        store.revoke_card(id, None).unwrap();
        store.revoke_card(id, None).unwrap();
        let card = store.card([1; 32]).unwrap().unwrap();
        assert_eq!(card.revoked_on, Some(today()));
        assert_eq!(store.cards().unwrap(), [card]);
        let refused = store.file(filing(2, Via::Card(id), submission("gamma", 2)));
        assert_eq!(refused, Err(Error::Conflict(MAY_NOT_FILE.to_owned())));
        assert_eq!(store.receipt(&filed.receipt).unwrap(), Some(filed.signal), "what was filed stays");
        assert_eq!(store.card([2; 32]).unwrap(), None);
    });
}
