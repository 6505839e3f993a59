//! The pack about which organisations are asked: a PDF of the versions as they stand, and nothing before they are asked.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use model::{EditionNumber, Language, Role};
use store::{Error, NewAccount, Store};
use testkit::{network, on_both, structural_signal};

const FIRST: EditionNumber = EditionNumber(1);

fn coordinator(store: &Store) -> model::AccountId {
    let account = NewAccount {
        name: "Naam".to_owned(),
        address: "nc@network.example".to_owned(),
        organisation: None,
        authority: None,
        roles: vec![Role::NetworkCoordinator],
        language: Language::Nl,
    };
    store.add_account(account, None).unwrap()
}

fn made(store: &Store, language: Language) -> Vec<u8> {
    bundle::pack(store, FIRST, language).unwrap()
}

#[test]
fn a_pack_is_made_once_organisations_are_asked_and_is_the_same_until_something_in_it_changes() {
    on_both("pack", |store| {
        let mut network = network();
        network.structural_signals =
            vec![structural_signal("address", 1, &[]), structural_signal("card", 1, &[])];
        store.import_network(&network).unwrap();
        let by = coordinator(store);
        let early = bundle::pack(store, FIRST, Language::Nl);
        assert!(matches!(early, Err(bundle::Error::Store(Error::NotFound(_)))));
        store.ask_agreement(FIRST, testkit::today() + chrono::Days::new(30), by).unwrap();
        for language in Language::ALL {
            let pdf = made(store, *language);
            assert!(pdf.starts_with(b"%PDF-1.7"), "{language}");
            assert_eq!(pdf, made(store, *language), "{language}: the same versions, the same bytes");
        }
        let before = made(store, Language::Fr);
        let file = &store.structural_files().unwrap()[0];
        let mut text = file.entry.chapters[0].text.clone();
        text.get_mut(&Language::Nl).unwrap().title = "Een andere titel".to_owned();
        // French readers read the Dutch text too.
        text.remove(&Language::Fr);
        store.write_chapter(file.line.id, FIRST, file.versions[&FIRST], text, by).unwrap();
        assert_ne!(before, made(store, Language::Fr));
    });
}

/// The same edition, with another sentence in the recommendation of its first text.
#[test]
fn a_pack_shows_the_recommendations_so_that_another_sentence_makes_another_pack() {
    on_both("pack-recommendations", |store| {
        let mut network = network();
        network.structural_signals = vec![structural_signal("address", 1, &[])];
        store.import_network(&network).unwrap();
        let by = coordinator(store);
        store.ask_agreement(FIRST, testkit::today() + chrono::Days::new(30), by).unwrap();
        let before: Vec<Vec<u8>> = Language::ALL.iter().map(|language| made(store, *language)).collect();
        let file = &store.structural_files().unwrap()[0];
        let mut one = file.entry.recommendations[0].clone();
        let (at, revision) = file.recommendations[0];
        one.text = testkit::localised("Geef elk gezin een adres.");
        store.change_recommendation(file.line.id, at, revision, one, by).unwrap();
        for (language, before) in Language::ALL.iter().zip(before) {
            assert_ne!(before, made(store, *language), "{language}");
        }
    });
}
