//! Words of a network's own: kept, taken back, told without a word, and carried along with everything else.

use crate::people::people;
use model::Language;
use store::{Error, LexiconWord, LogFilter, Store};
use testkit::{on_both, on_each_database, today};

fn words(all: &[(Language, &str)]) -> Vec<(Language, String)> {
    all.iter().map(|(language, word)| (*language, (*word).to_owned())).collect()
}

fn kept(store: &Store) -> Vec<(String, String, bool)> {
    let all = store.lexicon_words().unwrap();
    all.into_iter().map(|kept| (kept.concept, kept.word, kept.is_off)).collect()
}

#[test]
fn a_word_is_added_once_with_who_and_when_and_taken_back() {
    on_both("lexicon", |store| {
        let by = people(store).network_coordinator;
        let zorgpas = words(&[(Language::Nl, "zorgpas")]);
        store.add_words("medical-card", zorgpas.clone(), by).unwrap();
        store.add_words("medical-card", zorgpas, by).unwrap();
        store.switch_words_off("medical-card", words(&[(Language::Fr, "carte")]), by).unwrap();
        let all: Vec<LexiconWord> = store.lexicon_words().unwrap();
        let [off, added] = &all[..] else { panic!("{} words", all.len()) };
        assert_eq!((added.word.as_str(), added.is_off, added.on), ("zorgpas", false, today()));
        assert_eq!(added.by, "Naam nc@network.example");
        assert_eq!((off.word.as_str(), off.is_off, off.language), ("carte", true, Language::Fr));
        let elsewhere = store.take_word_back("cpas", added.id, by);
        assert!(matches!(elsewhere, Err(Error::NotFound(_))), "only from its own concept");
        store.take_word_back("medical-card", added.id, by).unwrap();
        assert!(matches!(store.take_word_back("medical-card", added.id, by), Err(Error::NotFound(_))));
        store.take_word_back("medical-card", off.id, by).unwrap();
        assert!(kept(store).is_empty());
        let filter = LogFilter { subject: Some("concept".to_owned()), ..LogFilter::default() };
        let (log, _) = store.log(&filter, 20).unwrap();
        let told: Vec<(&str, &str)> =
            log.iter().rev().map(|entry| (entry.kind.as_str(), entry.subject_id.as_str())).collect();
        assert_eq!(
            told,
            [
                ("concept-word-added", "medical-card"),
                ("concept-word-switched-off", "medical-card"),
                ("concept-word-removed", "medical-card"),
                ("concept-word-switched-on", "medical-card"),
            ]
        );
        assert!(log.iter().all(|entry| !entry.detail.to_string().contains("zorgpas")));
        assert!(log.iter().all(|entry| entry.detail["by"] == by.to_string()));
    });
}

#[test]
fn a_concept_of_the_network_has_a_code_of_its_own_and_goes_with_all_its_words() {
    on_both("lexicon-concept", |store| {
        let by = people(store).network_coordinator;
        let both = words(&[(Language::Nl, "brugfiguur"), (Language::Fr, "relais école")]);
        let code = store.add_concept(both.clone(), by).unwrap();
        assert!(code.starts_with(store::OWN_CONCEPT));
        assert_ne!(store.add_concept(both, by).unwrap(), code);
        store.add_words("cpas", words(&[(Language::Nl, "sociaal loket")]), by).unwrap();
        assert!(matches!(store.remove_concept("cpas", by), Err(Error::NotFound(_))), "not the program's own");
        store.remove_concept(&code, by).unwrap();
        assert!(matches!(store.remove_concept(&code, by), Err(Error::NotFound(_))));
        assert_eq!(store.lexicon_words().unwrap().len(), 3);
    });
}

#[test]
fn what_compares_signals_is_told_that_the_words_changed() {
    on_both("lexicon-told", |store| {
        let by = people(store).network_coordinator;
        let before = store.last_event().unwrap();
        assert!(!store.changed_after(before, 10).unwrap().2);
        store.add_words("cpas", words(&[(Language::Nl, "sociaal loket")]), by).unwrap();
        assert!(store.changed_after(before, 10).unwrap().2);
        assert!(!store.changed_after(store.last_event().unwrap(), 10).unwrap().2);
    });
}

#[test]
fn the_words_of_a_network_come_back_from_a_backup() {
    on_each_database("lexicon-backup", |database| {
        let store = database.open();
        let by = people(&store).network_coordinator;
        store.add_words("cpas", words(&[(Language::Nl, "sociaal loket")]), by).unwrap();
        store.switch_words_off("cpas", words(&[(Language::Nl, "sociaal huis")]), by).unwrap();
        let file = database.folder().join("backup.sqlite");
        store.backup(&file).unwrap();
        on_each_database("lexicon-restore", |fresh| {
            Store::restore(fresh.url(), &file).unwrap();
            assert_eq!(fresh.open().lexicon_words().unwrap(), store.lexicon_words().unwrap());
            assert_eq!(kept(&store).len(), 2);
        });
    });
}
