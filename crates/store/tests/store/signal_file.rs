//! One signal whole, up to what an authority answered.

use crate::people::{file, filing, people, submission};
use model::{
    Answer, AnswerState, Authority, Decided, EditionNumber, FieldVerdict, Localised, Role, SignalId, Verdict,
};
use store::{Error, Store, Via};
use testkit::{code, network, on_both, structural_signal, today};

fn localised(text: &str) -> Localised {
    Localised { nl: text.to_owned(), fr: text.to_owned(), en: String::new() }
}

#[test]
fn a_signal_is_there_as_it_was_filed_and_as_it_was_decided() {
    on_both("file", |store| {
        let people = people(store);
        let filed = file(store, 1, people.filer);
        let signal = store.signal(filed.signal).unwrap();
        let mut sent = submission("alfa", 1);
        sent.reference = Some(filed.receipt.clone());
        assert_eq!(signal.decided, Decided::as_filed(&sent));
        assert_eq!(signal.submission, sent);
        assert_eq!((signal.reason.clone(), signal.sponsor.clone(), signal.may_withdraw), (None, None, true));
        assert_eq!((signal.messages.as_slice(), signal.became.as_slice()), (&[][..], &[][..]));
        assert!(!format!("{signal:?}").contains("referentieadres"));
        let absent = store.signal(SignalId::from_random([9; 16]));
        assert_eq!(absent, Err(Error::NotFound("signal".to_owned())));
    });
}

/// Files a signal, has it printed in edition 1, and an authority answer; the signal.
fn printed(store: &Store) -> SignalId {
    let people = people(store);
    let filed = file(store, 1, people.filer);
    store.release(filed.signal, people.signal_coordinator).unwrap();
    store.accept(filed.signal, people.network_coordinator).unwrap();
    let mut file = network();
    let mut first = structural_signal("a-first", 1, &[]);
    first.domain = code("housing");
    file.structural_signals = vec![
        structural_signal("no-address", 1, &[("alfa", &filed.receipt)]),
        first,
        structural_signal("later", 2, &[]),
    ];
    store.import_network(&file).unwrap();
    store.freeze(EditionNumber(1), &mut |_, _, parts| parts.write(&[1])).unwrap();
    filed.signal
}

#[test]
fn a_filer_sees_the_chapter_the_answer_and_what_the_field_sees() {
    on_both("became", |store| {
        let signal = printed(store);
        let frozen = store.signal(signal).unwrap().became.remove(0);
        assert_eq!((frozen.edition, frozen.published, frozen.position), (EditionNumber(1), false, Some(2)));
        store.mark_published(EditionNumber(1), 1, &"ab".repeat(32)).unwrap();
        let mut file = network();
        let receipt = store.signal(signal).unwrap().line.receipt.unwrap();
        let mut entry = structural_signal("no-address", 1, &[("alfa", &receipt)]);
        let again = structural_signal("no-address", 2, &[]);
        entry.chapters.extend(again.chapters);
        let answer = Answer {
            authority: Authority::Municipality,
            edition: EditionNumber(1),
            state: AnswerState::Study,
            date: Some(today()),
            text: localised("Wij bekijken het."),
            recommendation: None,
            office: None,
        };
        let verdict = FieldVerdict {
            edition: EditionNumber(1),
            verdict: Verdict::Unchanged,
            date: today(),
            by: code("alfa"),
            reason: localised("Nog altijd."),
        };
        entry.answers.push(answer.clone());
        entry.verdicts.push(verdict.clone());
        file.structural_signals = vec![entry];
        store.import_network(&file).unwrap();
        let became = store.signal(signal).unwrap().became;
        let places: Vec<_> = became.iter().map(|one| (one.edition.0, one.published, one.position)).collect();
        assert_eq!(places, [(2, false, None), (1, true, Some(2))]);
        assert_eq!((became[1].answers.as_slice(), became[1].verdict.clone()), (&[answer][..], Some(verdict)));
        assert_eq!((became[0].answers.as_slice(), became[0].verdict.clone()), (&[][..], None));
        assert_eq!(became[1].title.nl, "Titel van no-address (nl)");
        assert_eq!((became[1].trace.len(), became[1].structural), (9, became[0].structural));
    });
}

#[test]
fn a_signal_belongs_to_the_organisation_and_survives_the_worker() {
    on_both("survives", |store| {
        let people = people(store);
        let mut own = submission("alfa", 1);
        own.reference = Some("1".to_owned());
        let filed = store.file(filing(1, Via::Account(people.filer), own)).unwrap();
        store.disable_account(people.filer, None).unwrap();
        store.change_account(people.filer, "Weg", Some(code("beta")), None, &[Role::Filer], None).unwrap();
        let line = store.signal(filed.signal).unwrap().line;
        assert_eq!((line.organisation, line.filer), (code("alfa"), Some(people.filer)));
    });
}
