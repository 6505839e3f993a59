//! One-time links to agree: whose they are, when they end, and that answers are taken once and together.

use crate::people::people;
use model::{Agreement, EditionNumber, StructuralSignalId};
use store::{Error, LinkAnswer, LogFilter, NOT_ASKED, Store, WRITTEN_MEANWHILE, said_code};
use testkit::{code, network, on_both, structural_signal, today};

const FIRST: EditionNumber = EditionNumber(1);

fn two(store: &Store) -> [StructuralSignalId; 2] {
    let structural_signals = vec![structural_signal("one", 1, &[]), structural_signal("other", 1, &[])];
    store.import_network(&model::Network { structural_signals, ..network() }).unwrap();
    let all = store.structural_signals().unwrap();
    [all[0].id, all[1].id]
}

fn answer(store: &Store, structural: StructuralSignalId, stance: Agreement, remark: &str) -> LinkAnswer {
    let file = store.structural_signal(structural).unwrap();
    let (version, was) = (file.versions[&FIRST], said_code(&file, FIRST, &code("gamma")));
    LinkAnswer { structural, version, stance, remark: remark.to_owned(), signatures: Vec::new(), was }
}

fn said(store: &Store, id: StructuralSignalId) -> Option<Agreement> {
    let file = store.structural_signal(id).unwrap();
    let given = &file.entry.chapters[0].agreements;
    given.iter().find(|one| one.organisation == code("gamma")).map(|one| one.stance)
}

#[test]
fn a_link_answers_for_its_organisation_once_and_all_or_nothing() {
    on_both("by-link", |store| {
        let by = people(store).network_coordinator;
        let [one, other] = two(store);
        let make = |token| store.make_agreement_links(FIRST, vec![(code("gamma"), token)], by);
        assert_eq!(make([1; 32]), Err(Error::Conflict(NOT_ASKED.to_owned())));
        store.ask_agreement(FIRST, today() + chrono::Days::new(10), by).unwrap();
        make([1; 32]).unwrap();
        let before = said(store, one);
        let stale = LinkAnswer { version: 99, ..answer(store, other, Agreement::Refuses, "Neen.") };
        let first = answer(store, one, Agreement::AgreesWithRemark, "Goed zo.");
        let half = store.agree_by_link([1; 32], vec![first.clone(), stale]);
        assert_eq!(half, Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned())));
        assert_eq!(said(store, one), before);
        let all = vec![first, answer(store, other, Agreement::Refuses, "Neen.")];
        store.agree_by_link([1; 32], all.clone()).unwrap();
        assert_eq!(said(store, one), Some(Agreement::AgreesWithRemark));
        assert_eq!(said(store, other), Some(Agreement::Refuses));
        assert!(matches!(store.agree_by_link([1; 32], all.clone()), Err(Error::NotFound(_))), "once");
        let used = store.agreement_link([1; 32], today()).unwrap().unwrap();
        assert_eq!((used.organisation, used.answered_on), (code("gamma"), Some(today())));
        // A new one lets it answer again.
        make([2; 32]).unwrap();
        assert_eq!(store.agreement_link([1; 32], today()).unwrap(), None);
        let before_the_first = store.agree_by_link([2; 32], all);
        let meanwhile = Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
        assert_eq!(before_the_first, meanwhile, "somebody of the organisation answered since it was read");
        let one_alone = vec![answer(store, one, Agreement::Agrees, "")];
        assert_eq!(store.agree_by_link([2; 32], one_alone), meanwhile, "all chapters or none");
        let both =
            vec![answer(store, one, Agreement::Agrees, ""), answer(store, other, Agreement::Agrees, "")];
        store.agree_by_link([2; 32], both).unwrap();
        assert_eq!(said(store, other), Some(Agreement::Agrees));
    });
}

#[test]
fn a_link_ends_with_the_day_with_its_edition_and_when_it_is_taken_back() {
    on_both("by-link-ends", |store| {
        let by = people(store).network_coordinator;
        let [one, _] = two(store);
        let until = today() + chrono::Days::new(10);
        store.ask_agreement(FIRST, until, by).unwrap();
        let make = |token| store.make_agreement_links(FIRST, vec![(code("beta"), token)], by).unwrap();
        make([3; 32]);
        let is_there = |day| store.agreement_link([3; 32], day).unwrap().is_some();
        assert!(is_there(until) && !is_there(until + chrono::Days::new(1)));
        store.revoke_agreement_link(FIRST, &code("beta"), by).unwrap();
        assert!(!is_there(today()));
        assert!(matches!(store.revoke_agreement_link(FIRST, &code("beta"), by), Err(Error::NotFound(_))));
        make([3; 32]);
        let frozen = store.freeze(FIRST, &mut |_, rows, _| {
            while rows.next()?.is_some() {}
            Ok(())
        });
        assert!(frozen.is_ok());
        assert!(!is_there(today()), "a frozen edition is not agreed to any more");
        let late = vec![answer(store, one, Agreement::Agrees, "")];
        assert!(matches!(store.agree_by_link([3; 32], late), Err(Error::NotFound(_))));
        let (entries, _) = store.log(&LogFilter::default(), 100).unwrap();
        let kinds = |kind: &str| entries.iter().filter(|entry| entry.kind == kind).count();
        assert_eq!((kinds("agreement-link-made"), kinds("agreement-link-revoked")), (2, 1));
    });
}
