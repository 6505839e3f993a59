//! Importing a network: idempotent, complete in its complaints, versioned in its texts.

use crate::raw;
use model::{EditionNumber, Network};
use store::{Counts, NetworkError, NetworkReason};
use testkit::{code, month, network, on_both, on_each_database, structural_signal};

fn filled() -> Network {
    let mut entry = structural_signal("no-address", 1, &[("alfa", "2"), ("beta", "1")]);
    entry.chapters[0].agreements[1].remark = "Met een opmerking.".to_owned();
    entry.answers.push(model::Answer {
        authority: model::Authority::Federal,
        edition: EditionNumber(1),
        state: model::AnswerState::None,
        date: None,
        text: model::Localised::default(),
        recommendation: None,
        office: None,
    });
    entry.verdicts.push(model::FieldVerdict {
        edition: EditionNumber(1),
        verdict: model::Verdict::Worse,
        date: testkit::today(),
        by: code("beta"),
        reason: model::Localised {
            nl: "Meer vragen.".to_owned(),
            fr: "Plus.".to_owned(),
            en: "More.".to_owned(),
        },
    });
    entry.recommendations[0].term = Some(month("2026-06"));
    Network { structural_signals: vec![entry, structural_signal("other", 2, &[])], ..network() }
}

#[test]
fn the_same_network_twice_changes_nothing_the_second_time() {
    on_both("network_twice", |store| {
        let first = store.import_network(&filled()).unwrap();
        assert_eq!(first.structural_signals, Counts { added: 2, ..Counts::default() });
        assert_eq!(
            (first.domains.added, first.rights.added, first.organisations.added, first.editions.added),
            (4, 1, 3, 2)
        );
        let chain = store.check_chain().unwrap();
        let second = store.import_network(&filled()).unwrap();
        assert_eq!(second.structural_signals, Counts { unchanged: 2, ..Counts::default() });
        assert_eq!(
            (second.domains.unchanged, second.settings.unchanged, second.editions.unchanged),
            (4, 1, 2)
        );
        assert_eq!(store.check_chain().unwrap(), chain);
    });
}

#[test]
fn what_was_imported_is_what_others_see() {
    on_both("network_view", |store| {
        let network = filled();
        store.import_network(&network).unwrap();
        let view = store.network().unwrap();
        assert_eq!((&view.name, &view.rules), (&network.name, &network.rules));
        assert_eq!((view.domains, view.rights), (network.domains.clone(), network.rights.clone()));
        assert_eq!(view.organisations, network.organisations);
        let lists = store.lists(month("2026-01")).unwrap();
        assert_eq!(lists.organisations, [code("alfa"), code("beta"), code("gamma")]);
        assert_eq!(lists.domains.get(&code("housing")), Some(&false));
        let numbers: Vec<u32> = store.editions().unwrap().iter().map(|edition| edition.number.0).collect();
        assert_eq!(numbers, [1, 2]);
    });
}

#[test]
fn a_changed_chapter_is_a_new_version_of_the_same_text() {
    on_each_database("versions", |database| {
        let store = database.open();
        let mut network = filled();
        store.import_network(&network).unwrap();
        let versions = "SELECT count(*) || ' ' || max(number) AS text FROM text_versions v \
            JOIN texts t ON t.id = v.text_id WHERE t.kind = 'chapter'";
        assert_eq!(raw::texts(database, versions), ["2 1"]);
        network.structural_signals[0].chapters[0].text.get_mut(&model::Language::Nl).unwrap().title.push('!');
        let report = store.import_network(&network).unwrap();
        assert_eq!(report.structural_signals, Counts { changed: 1, unchanged: 1, ..Counts::default() });
        assert_eq!(raw::texts(database, versions), ["3 2"]);
        assert_eq!(store.import_network(&network).unwrap().structural_signals.unchanged, 2);
    });
}

#[test]
fn a_text_that_is_taken_back_is_wiped() {
    on_each_database("taken_back", |database| {
        let store = database.open();
        let mut network = filled();
        store.import_network(&network).unwrap();
        let left = "SELECT count(*) || '' AS text FROM text_versions v JOIN texts t ON t.id = v.text_id \
            WHERE t.kind = 'agreement-remark' AND v.body IS NOT NULL";
        assert_eq!(raw::texts(database, left), ["1"]);
        network.structural_signals[0].chapters[0].agreements[1].remark.clear();
        store.import_network(&network).unwrap();
        assert_eq!(raw::texts(database, left), ["0"]);
    });
}

#[test]
fn every_unknown_or_repeated_code_is_told_with_its_place_and_nothing_is_stored() {
    on_both("problems", |store| {
        let mut network = filled();
        network.domains.remove(0);
        network.organisations.push(network.organisations[0].clone());
        network.editions[0].consents.push(code("delta"));
        let entry = &mut network.structural_signals[0];
        entry.domain = code("nowhere");
        entry.rights.push(code("no-right"));
        entry.chapters[0].agreements[2].organisation = code("epsilon");
        entry.recommendations[0].edition = EditionNumber(9);
        entry.recommendations[0].signed_by.clear();
        entry.signals.push(entry.signals[0].clone());
        let Err(NetworkError::Refused(problems)) = store.import_network(&network) else {
            unreachable!("it is refused")
        };
        let told: Vec<(&str, &str, NetworkReason)> = problems
            .iter()
            .map(|problem| (problem.path.as_str(), problem.code.as_str(), problem.reason))
            .collect();
        assert_eq!(
            told,
            [
                ("domains", "housing", NetworkReason::Missing),
                ("organisations[3].code", "alfa", NetworkReason::Repeated),
                ("editions[0].consents[2]", "delta", NetworkReason::Unknown),
                ("structural_signals[0].signals[2]", "alfa", NetworkReason::Repeated),
                ("structural_signals[0].domain", "nowhere", NetworkReason::Unknown),
                ("structural_signals[0].rights[1]", "no-right", NetworkReason::Unknown),
                (
                    "structural_signals[0].chapters[0].agreements[2].organisation",
                    "epsilon",
                    NetworkReason::Unknown
                ),
                ("structural_signals[0].recommendations[0].edition", "9", NetworkReason::Unknown),
                ("structural_signals[0].recommendations[0].signed_by", "", NetworkReason::Missing),
            ]
        );
        assert!(store.network().unwrap().organisations.is_empty());
        assert_eq!(store.check_chain().unwrap().events, 0);
    });
}

#[test]
fn the_period_of_a_frozen_edition_stays() {
    on_both("frozen_period", |store| {
        store.import_network(&network()).unwrap();
        store.freeze(EditionNumber(1), &mut |_, _, _| Ok(())).unwrap();
        let mut network = network();
        network.editions[0].period = model::Period::year(2023).unwrap();
        let Err(NetworkError::Refused(problems)) = store.import_network(&network) else {
            unreachable!("it is refused")
        };
        assert_eq!(problems[0].reason, NetworkReason::Frozen);
    });
}
