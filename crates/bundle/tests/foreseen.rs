//! What is foreseen is what a freeze on that day publishes, and looking ahead freezes nothing.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use bundle::{Freezing, foresee, freeze, published};
use model::{Cause, CauseChoice, EditionNumber, EditionState};
use store::{ImportHow, Store};
use testkit::{Database, code, network, on_each_database, structural_signal, submission, today};

fn fill(store: &Store) {
    let mut network = network();
    network.structural_signals = vec![structural_signal("address", 1, &[("alfa", "24-00")])];
    store.import_network(&network).unwrap();
    let signals = (0_usize..120).map(|number| {
        let organisation = ["alfa", "beta", "gamma"][number % 3];
        let month = format!("20{}-06", 24 + number / 60);
        let mut signal =
            submission(organisation, &format!("{}-{:02}", 24 + number / 60, number % 60 / 3), &month);
        signal.cause = CauseChoice::Of(Cause::ALL[number / 3 % 4]);
        signal.other_causes.clear();
        signal.domain = code(["housing", "child-rights", "health"][number % 7 % 3]);
        Ok(signal)
    });
    let how = ImportHow { accept: true, ..ImportHow::default() };
    store.import_signals(how, &mut signals.into_iter(), &mut |_| {}).unwrap();
}

#[test]
fn what_is_foreseen_is_what_is_frozen() {
    on_each_database("foreseen", |database| {
        let store = database.open();
        fill(&store);
        for number in [1, 2].map(EditionNumber) {
            let seen = foresee(&store, today()).unwrap().unwrap();
            assert_eq!((seen.edition, seen.signals), (number, 60));
            assert_eq!(seen.together.is_some(), number.0 == 2);
            assert!(
                store.editions().unwrap().iter().all(|e| e.number != number || e.state == EditionState::Open)
            );
            freeze(&store, number, Freezing { date: today(), demonstration: false }).unwrap();
            store.mark_published(number, 1, "of files that nobody made").unwrap();
            let document = published(&store, number).unwrap();
            let fact = |id: &str| document.facts().iter().find(|fact| fact.id == id).unwrap().value;
            let foreseen = (seen.outlook.cells.published as u64, seen.outlook.cells.protected as u64);
            assert_eq!(foreseen, (fact("cells-published"), fact("cells-protected")), "edition {number}");
            let titled =
                seen.outlook.tables.iter().all(|table| seen.titles.contains_key(&table.planned.id()));
            assert!(titled, "a table without a name");
        }
        assert!(foresee(&store, today()).unwrap().is_none(), "no edition is open any more");
    });
}

#[test]
fn a_network_names_its_tables_and_its_rules() {
    let database = Database::sqlite();
    let store = database.open();
    fill(&store);
    let mut network = network();
    network.structural_signals = vec![structural_signal("address", 1, &[("alfa", "24-00")])];
    network.rules.publication.tables = ["cause", "domain-groups"].map(str::to_owned).to_vec();
    network.rules.publication.guard.threshold = 9;
    network.rules.publication.guard.max_protected_share = 1.0;
    store.import_network(&network).unwrap();
    assert_eq!(store.network().unwrap().rules, network.rules);
    freeze(&store, EditionNumber(1), Freezing { date: today(), demonstration: false }).unwrap();
    let document = published(&store, EditionNumber(1)).unwrap();
    let ids: Vec<&str> = document.tables().map(|(id, ..)| id).collect();
    assert_eq!(ids, ["total", "cause", "domain-groups"]);
    let open = document.tables().flat_map(|(_, _, _, cells)| cells).filter_map(|cell| cell.figure.count());
    let open: Vec<u64> = open.collect();
    assert!(open.len() > 2 && open.iter().all(|count| *count >= 9), "{open:?}");

    network.rules.publication.guard.insiders = false;
    store.import_network(&network).unwrap();
    let refused = freeze(&store, EditionNumber(2), Freezing { date: today(), demonstration: false });
    assert!(refused.is_err(), "an edition that does not resist the organisations");
}
