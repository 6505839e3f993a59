//! Words of a network's own: kept, taken back, told without a word, and carried along with everything else.

use crate::people::people;
use model::Language;
use store::{Error, LexiconWord, LogFilter, Store, WORDS_DO_NOT_FIT};
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
        store.add_words("medical-card", zorgpas.clone(), by, |_| true).unwrap();
        store.add_words("medical-card", zorgpas, by, |_| true).unwrap();
        store.switch_words_off("medical-card", words(&[(Language::Fr, "carte")]), by).unwrap();
        let all: Vec<LexiconWord> = store.lexicon_words().unwrap();
        let [off, added] = &all[..] else { panic!("{} words", all.len()) };
        assert_eq!((added.word.as_str(), added.is_off, added.on), ("zorgpas", false, today()));
        assert_eq!(added.by, "Naam nc@network.example");
        assert_eq!((off.word.as_str(), off.is_off, off.language), ("carte", true, Language::Fr));
        let elsewhere = store.take_word_back("cpas", added.id, by, |_| true);
        assert!(matches!(elsewhere, Err(Error::NotFound(_))), "only from its own concept");
        store.take_word_back("medical-card", added.id, by, |_| true).unwrap();
        assert!(matches!(
            store.take_word_back("medical-card", added.id, by, |_| true),
            Err(Error::NotFound(_))
        ));
        store.take_word_back("medical-card", off.id, by, |_| true).unwrap();
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
        let code = store.add_concept(both.clone(), by, |_| true).unwrap();
        assert!(code.starts_with(store::OWN_CONCEPT));
        assert_ne!(store.add_concept(both, by, |_| true).unwrap(), code);
        store.add_words("cpas", words(&[(Language::Nl, "sociaal loket")]), by, |_| true).unwrap();
        assert!(matches!(store.remove_concept("cpas", by), Err(Error::NotFound(_))), "not the program's own");
        store.remove_concept(&code, by).unwrap();
        assert!(matches!(store.remove_concept(&code, by), Err(Error::NotFound(_))));
        assert_eq!(store.lexicon_words().unwrap().len(), 3);
    });
}

#[test]
fn whether_words_fit_is_asked_of_those_that_stand_when_they_are_written() {
    on_both("lexicon-fit", |store| {
        let by = people(store).network_coordinator;
        let relais = words(&[(Language::Nl, "brugfiguur"), (Language::Fr, "relais")]);
        let in_none = |all: &[LexiconWord]| all.iter().all(|kept| kept.word != "relais");
        let refused = |answer| matches!(answer, Err(Error::Conflict(detail)) if detail == WORDS_DO_NOT_FIT);
        // Two who looked before either had written: the second is told of the first one's words.
        let code = store.add_concept(relais.clone(), by, in_none).unwrap();
        let last = store.last_event().unwrap();
        assert!(refused(store.add_concept(relais.clone(), by, in_none).map(drop)));
        assert!(refused(store.add_words("cpas", relais, by, in_none)));
        assert_eq!(kept(store).len(), 2, "nothing of it is kept");
        assert_eq!(store.last_event().unwrap(), last, "and nothing told");
        // One that was switched off counts again only where it fits by now; one that was added goes in any case.
        store.switch_words_off("cpas", words(&[(Language::Fr, "relais")]), by).unwrap();
        let id =
            |store: &Store, off| store.lexicon_words().unwrap().iter().find(|w| w.is_off == off).unwrap().id;
        assert!(refused(store.take_word_back("cpas", id(store, true), by, |_| false)));
        store.take_word_back("cpas", id(store, true), by, |_| true).unwrap();
        store.take_word_back(&code, id(store, false), by, |_| false).unwrap();
    });
}

#[test]
fn a_word_that_comes_late_brings_no_concept_back_that_was_taken_away() {
    on_both("lexicon-late", |store| {
        let by = people(store).network_coordinator;
        let code = store.add_concept(words(&[(Language::Nl, "brugfiguur")]), by, |_| true).unwrap();
        store.remove_concept(&code, by).unwrap();
        let late = store.add_words(&code, words(&[(Language::Fr, "relais")]), by, |_| true);
        assert!(matches!(late, Err(Error::NotFound(_))));
        assert!(kept(store).is_empty());
    });
}

#[test]
fn what_compares_signals_is_told_that_the_words_changed() {
    on_both("lexicon-told", |store| {
        let by = people(store).network_coordinator;
        let before = store.last_event().unwrap();
        assert!(!store.changed_after(before, 10).unwrap().2);
        store.add_words("cpas", words(&[(Language::Nl, "sociaal loket")]), by, |_| true).unwrap();
        assert!(store.changed_after(before, 10).unwrap().2);
        assert!(!store.changed_after(store.last_event().unwrap(), 10).unwrap().2);
    });
}

#[test]
fn the_words_of_a_network_come_back_from_a_backup() {
    on_each_database("lexicon-backup", |database| {
        let store = database.open();
        let by = people(&store).network_coordinator;
        store.add_words("cpas", words(&[(Language::Nl, "sociaal loket")]), by, |_| true).unwrap();
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
