//! "Known already?", and "we see this too".

use crate::people::{People, people};
use model::{EditionNumber, Network, Recognition, RecognitionEntry, StructuralSignalId};
use store::{Error, KnownProblem, Store};
use testkit::{code, network, on_both, structural_signal};

/// A network file with structural signals of these keys and editions.
fn with(structural: &[(&str, u32)]) -> Network {
    let mut file = network();
    file.structural_signals =
        structural.iter().map(|(key, edition)| structural_signal(key, *edition, &[])).collect();
    file
}

fn known(store: &Store, organisation: &str) -> Vec<KnownProblem> {
    store.known_problems(Some(&code(organisation))).unwrap()
}

fn freeze(store: &Store, edition: u32) -> (u32, u32) {
    let mut counts = (0, 0);
    store
        .freeze(EditionNumber(edition), &mut |material, _, parts| {
            counts = material.printed.first().map_or((0, 0), |printed| (printed.often, printed.sometimes));
            parts.write(&[1])
        })
        .unwrap();
    counts
}

#[test]
fn problems_are_known_while_their_edition_is_open_and_once_it_is_published() {
    on_both("known", |store| {
        people(store);
        let mut file = with(&[("printed", 1), ("withheld", 1), ("open", 2)]);
        file.structural_signals[1].chapters[0].criteria.shared = false;
        store.import_network(&file).unwrap();
        let titles = || -> Vec<(String, u32, bool)> {
            let known = store.known_problems(None).unwrap();
            known.into_iter().map(|one| (one.title.nl, one.edition.0, one.published)).collect()
        };
        let title = |key: &str, edition, published| (format!("Titel van {key} (nl)"), edition, published);
        assert_eq!(
            titles(),
            [title("printed", 1, false), title("withheld", 1, false), title("open", 2, false)]
        );
        freeze(store, 1);
        assert_eq!(titles(), [title("open", 2, false)], "between freezing and publishing");
        store.mark_published(EditionNumber(1), 1, &"ab".repeat(32)).unwrap();
        assert_eq!(titles(), [title("printed", 1, true), title("open", 2, false)]);
        let beta = known(store, "beta");
        assert_eq!(
            (beta[0].mine, beta[0].domain.clone()),
            (Some(Recognition::Often), code("residence-status"))
        );
        assert_eq!(known(store, "alfa")[0].mine, None);
        // Asked for by name, each is the same, with the recommendations that its answers number.
        let own = code("beta");
        for one in &beta {
            let alone = store.known_problems_of(&[one.structural], Some(&own)).unwrap();
            assert_eq!(alone, std::slice::from_ref(one));
            let file = store.structural_signal(one.structural).unwrap();
            let whole = store.structural_files().unwrap();
            assert_eq!(whole.iter().find(|other| other.line.id == one.structural), Some(&file));
        }
        assert_eq!(beta[0].recommended.len(), 1);
        assert!(beta[1].recommended.is_empty(), "nothing is printed of it yet");
        assert!(store.known_problems_of(&[], Some(&own)).unwrap().is_empty());
    });
}

fn first(store: &Store) -> StructuralSignalId {
    store.known_problems(None).unwrap()[0].structural
}

#[test]
fn what_nobody_may_see_yet_is_recognised_by_nobody() {
    on_both("unseen", |store| {
        let People { filer, signal_coordinator, .. } = people(store);
        let mut file = with(&[("withheld", 1)]);
        file.structural_signals[0].chapters[0].criteria.shared = false;
        store.import_network(&file).unwrap();
        let (withheld, alfa) = (first(store), code("alfa"));
        freeze(store, 1);
        let proposed = store.propose_recognition(withheld, &alfa, filer, Recognition::Often);
        assert!(matches!(proposed, Err(Error::NotFound(_))));
        let confirmed = store.confirm_recognition(withheld, &alfa, signal_coordinator, Recognition::Often);
        assert!(matches!(confirmed, Err(Error::NotFound(_))));
    });
}

#[test]
fn a_filer_proposes_and_the_signal_coordinator_decides() {
    on_both("propose", |store| {
        let People { filer, signal_coordinator, .. } = people(store);
        store.import_network(&with(&[("no-address", 1)])).unwrap();
        let (structural, alfa) = (first(store), code("alfa"));
        store.propose_recognition(structural, &alfa, filer, Recognition::Often).unwrap();
        store.propose_recognition(structural, &alfa, filer, Recognition::Sometimes).unwrap();
        let proposals = store.recognition_proposals(&alfa).unwrap();
        assert_eq!(proposals.len(), 1, "the last one counts");
        let one = &proposals[0];
        assert_eq!((one.structural, one.account, one.answer), (structural, filer, Recognition::Sometimes));
        assert_eq!(
            (one.title.fr.as_str(), one.name.as_str()),
            ("Titel van no-address (fr)", "Naam filer@alfa.example")
        );
        assert_eq!(store.recognition_proposals(&code("beta")).unwrap(), []);
        assert_eq!(known(store, "alfa")[0].mine, None, "a proposal is no answer");
        store.confirm_recognition(structural, &alfa, signal_coordinator, Recognition::Sometimes).unwrap();
        assert_eq!(store.recognition_proposals(&alfa).unwrap(), []);
        assert_eq!(known(store, "alfa")[0].mine, Some(Recognition::Sometimes));
        store.confirm_recognition(structural, &alfa, signal_coordinator, Recognition::Often).unwrap();
        assert_eq!(known(store, "alfa")[0].mine, Some(Recognition::Often));
        assert_eq!(freeze(store, 1), (2, 0), "beta by file, alfa by itself");
        let absent = StructuralSignalId::from_random([9; 16]);
        for outcome in [
            store.propose_recognition(absent, &alfa, filer, Recognition::Often),
            store.confirm_recognition(absent, &alfa, filer, Recognition::Often),
        ] {
            assert_eq!(outcome, Err(Error::NotFound("structural signal".to_owned())));
        }
    });
}

#[test]
fn no_network_file_takes_back_what_an_organisation_answered_itself() {
    on_both("own", |store| {
        let People { signal_coordinator, .. } = people(store);
        let mut file = with(&[("no-address", 1)]);
        store.import_network(&file).unwrap();
        let structural = first(store);
        for (organisation, answer) in [("alfa", Recognition::Often), ("beta", Recognition::Sometimes)] {
            store.confirm_recognition(structural, &code(organisation), signal_coordinator, answer).unwrap();
        }
        let events = store.check_chain().unwrap().events;
        let report = store.import_network(&file).unwrap();
        assert_eq!(report.structural_signals.unchanged, 1, "the same file changes nothing");
        assert_eq!(store.check_chain().unwrap().events, events);
        let gamma = RecognitionEntry {
            organisation: code("gamma"),
            answer: Recognition::Often,
            edition: EditionNumber(1),
        };
        file.structural_signals[0].recognition.push(gamma);
        assert_eq!(store.import_network(&file).unwrap().structural_signals.changed, 1);
        assert_eq!(known(store, "alfa")[0].mine, Some(Recognition::Often));
        assert_eq!(known(store, "beta")[0].mine, Some(Recognition::Sometimes));
        assert_eq!(freeze(store, 1), (2, 1));
    });
}

#[test]
fn an_answer_to_a_published_problem_waits_for_the_next_edition_that_has_it() {
    on_both("next", |store| {
        let People { signal_coordinator, .. } = people(store);
        store.import_network(&with(&[("no-address", 1)])).unwrap();
        freeze(store, 1);
        store.mark_published(EditionNumber(1), 1, &"ab".repeat(32)).unwrap();
        let structural = first(store);
        store
            .confirm_recognition(structural, &code("alfa"), signal_coordinator, Recognition::Sometimes)
            .unwrap();
        assert_eq!(known(store, "alfa")[0].mine, Some(Recognition::Sometimes));
        let mut file = with(&[("no-address", 1)]);
        let again = structural_signal("no-address", 2, &[]);
        file.structural_signals[0].chapters.extend(again.chapters);
        file.structural_signals[0].recognition.extend(again.recognition);
        store.import_network(&file).unwrap();
        assert_eq!(known(store, "alfa")[0].mine, Some(Recognition::Sometimes));
        assert_eq!(store.import_network(&file).unwrap().structural_signals.unchanged, 1);
        assert_eq!(freeze(store, 2), (1, 1), "beta often, alfa sometimes");
    });
}
