//! Signals that say the same thing meet across languages, before the eyes of those who may read them and of nobody else.

use model::{CauseChoice, Language, SignalId, Submission};
use store::{Filing, Via};
use testkit::{code, submission};

use crate::structural::made;
use crate::world::World;

const DUTCH: &str =
    "De huisarts wacht op de medische kaart van het OCMW. Zonder kaart betaalt niemand de medicatie.";
const FRENCH: &str =
    "Le CPAS met des semaines à délivrer la carte médicale ; le médecin refuse de soigner sans elle.";
pub const OTHER: &str = "De school vraagt borg voor een laptop. Wie niet betaalt, werkt op de telefoon.";

pub fn text(language: Language, headline: &str, problem: &str) -> Submission {
    Submission {
        language,
        headline: headline.to_owned(),
        problem: problem.to_owned(),
        impact: String::new(),
        cause: CauseChoice::Unknown,
        domain: code("housing"),
        right: None,
        ..submission("alfa", "", "2025-11")
    }
}

pub fn file(world: &World, number: u32, submission: Submission, release: bool) -> SignalId {
    let client_id = uuid::Builder::from_random_bytes(u128::from(number).to_be_bytes()).into_uuid();
    let via = Via::Account(world.accounts["coordinator"]);
    let filing = Filing { client_id, submission, via, direct: false, release, draft: None };
    world.store.file(filing).unwrap().signal
}

#[test]
fn a_dutch_and_a_french_signal_about_the_medical_card_meet() {
    let world = World::new();
    let dutch = file(&world, 1, text(Language::Nl, "Wachten op de medische kaart", DUTCH), true);
    let french = file(&world, 2, text(Language::Fr, "La carte médicale tarde", FRENCH), true);
    file(&world, 3, text(Language::Nl, "Borg voor een laptop", OTHER), true);
    let network = world.signed_in("network").in_language("nl");
    let page = network.get(&format!("/signals/{dutch}/similar"));
    assert_eq!(page.status, 200);
    let (card, laptop) = (page.body.find("La carte médicale tarde"), page.body.find("Borg voor een laptop"));
    assert!(card.is_some_and(|card| laptop.is_none_or(|laptop| card < laptop)), "the nearest comes first");
    assert!(page.body.contains("medische kaart"), "and it is said why, in the reader's language");
    assert!(page.words().contains("Le CPAS met des semaines à délivrer la carte"), "and how it begins");
    assert!(page.words().contains("november 2025"), "and of when it tells");
    // What is filed later is known at once; what is withdrawn is compared with nothing.
    let later = file(&world, 4, text(Language::Fr, "Carte refusée aux urgences", FRENCH), true);
    assert!(network.get(&format!("/signals/{dutch}/similar")).body.contains("Carte refusée aux urgences"));
    world.store.withdraw(later, Some(world.accounts["coordinator"])).unwrap();
    assert!(!network.get(&format!("/signals/{dutch}/similar")).body.contains("Carte refusée aux urgences"));
    let chosen = network.post(&format!("/signals/{dutch}/similar"), &[("signal", &french.to_string())]);
    assert_eq!(chosen.status, 303);
    assert!(chosen.location().contains(&format!("signals={dutch},{french}")));
}

#[test]
fn however_many_say_it_in_the_same_words_the_other_language_is_among_them() {
    let world = World::new();
    let dutch = file(&world, 1, text(Language::Nl, "Wachten op de medische kaart", DUTCH), true);
    for number in 2..16 {
        file(&world, number, text(Language::Nl, "Nog eens de medische kaart", DUTCH), true);
    }
    file(&world, 16, text(Language::Fr, "La carte médicale tarde", FRENCH), true);
    let page = world.signed_in("network").get(&format!("/signals/{dutch}/similar"));
    assert_eq!(page.body.matches("<li class=\"signal\">").count(), 10);
    assert!(page.body.contains("La carte médicale tarde"));
}

#[test]
fn nobody_learns_of_a_signal_by_what_is_like_it() {
    let world = World::new();
    let released = file(&world, 1, text(Language::Nl, "Wachten op de medische kaart", DUTCH), true);
    let waiting = file(&world, 2, text(Language::Fr, "La carte médicale tarde", FRENCH), false);
    let path = format!("/signals/{released}/similar");
    assert!(
        !world.signed_in("network").get(&path).body.contains("La carte médicale tarde"),
        "not released yet"
    );
    assert!(world.signed_in("coordinator").get(&path).body.contains("La carte médicale tarde"), "its own");
    for stranger in ["other-coordinator", "filer", "reader", "administrator"] {
        if world.accounts.contains_key(stranger) {
            let status = world.signed_in(stranger).get(&path).status;
            assert!(matches!(status, 403 | 404), "{stranger}: {status}");
        }
    }
    let hidden = world.signed_in("network").get(&format!("/signals/{waiting}/similar"));
    assert_eq!(hidden.status, 404);
}

#[test]
fn accepted_signals_that_are_like_each_other_are_proposed_together() {
    let world = World::new();
    let problems = [
        (Language::Nl, "Wachten op de medische kaart", DUTCH),
        (Language::Fr, "La carte médicale tarde", FRENCH),
        (
            Language::Nl,
            "Geen medische kaart, geen dokter",
            "Het OCMW geeft de medische kaart niet, de dokter wacht.",
        ),
        (Language::Fr, "Carte médicale refusée", "Le CPAS refuse la carte médicale, le médecin attend."),
    ];
    for (number, (language, headline, problem)) in (1..).zip(problems) {
        let id = file(&world, number, text(language, headline, problem), true);
        world.store.accept(id, world.accounts["network"]).unwrap();
    }
    let page = world.signed_in("network").in_language("nl").get("/proposals");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("/structural/new?signals="), "a structural signal can be made of them");
    assert!(
        page.body.contains("Wachten op de medische kaart") || page.body.contains("La carte médicale tarde")
    );
    assert_eq!(world.signed_in("coordinator").get("/proposals").status, 403);
}

/// The page of the proposals, once it says this: newer ones are made beside the pages.
fn proposals_that_say(world: &World, wanted: &str) -> String {
    for _ in 0..600 {
        let page = world.signed_in("network").in_language("nl").get("/proposals");
        if page.words().contains(wanted) {
            return page.body;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    panic!("{wanted:?} is never proposed");
}

/// Accepted signals on one problem.
fn accepted(world: &World, numbers: std::ops::Range<u32>, problem: &str) -> Vec<SignalId> {
    let one = |number| {
        let id = file(world, number, text(Language::Nl, &format!("Signaal {number}"), problem), true);
        world.store.accept(id, world.accounts["network"]).unwrap();
        id
    };
    numbers.map(one).collect()
}

#[test]
fn proposals_are_made_anew_once_signals_changed() {
    let world = World::new();
    accepted(&world, 1..4, DUTCH);
    let network = world.signed_in("network").in_language("nl");
    let first = network.get("/proposals");
    assert!(first.words().contains("3 signalen van 1 organisatie"), "{}", first.words());
    accepted(&world, 4..5, DUTCH);
    proposals_that_say(&world, "4 signalen van 1 organisatie");
}

#[test]
fn a_problem_of_which_nobody_made_a_structural_signal_is_proposed_first() {
    let world = World::new();
    let known = accepted(&world, 1..9, DUTCH);
    accepted(&world, 9..12, OTHER);
    let before = proposals_that_say(&world, "3 signalen van 1 organisatie");
    assert!(before.find("8 signalen van") < before.find("3 signalen van"), "the larger one is first");
    let network = world.signed_in("network").in_language("nl");
    made(&world, &network, "De medische kaart komt te laat", &known[..4]);
    let after = proposals_that_say(&world, "Lijkt op wat al in een structureel signaal staat");
    assert!(after.find("3 signalen van") < after.find("4 signalen van"), "what is new is first");
    assert!(after.contains("De medische kaart komt te laat"));
    // It is printed nowhere: nothing can go on from it, and the form says where the signals belong.
    let (_, rest) = after.split_once("like=").unwrap();
    let like = &rest[..36];
    let form = network.get(&format!("/structural/new?signals={}&like={like}", known[5]));
    assert!(form.words().contains("voeg de signalen daar toe"), "{}", form.words());
    assert!(form.body.contains("<option value=\"\" selected>Niets: het is nieuw"));
}

#[test]
fn what_looks_like_something_that_was_printed_goes_on_from_it_and_the_form_says_why() {
    let world = World::new();
    let entry = testkit::structural_signal("reference-address", 1, &[]);
    let network = model::Network { structural_signals: vec![entry], ..testkit::network() };
    world.store.import_network(&network).unwrap();
    crate::problems::publish(&world, 1);
    let printed = world.store.structural_signals().unwrap()[0].id;
    let ids = accepted(&world, 1..4, DUTCH);
    let network = world.signed_in("network").in_language("nl");
    let plain = network.get(&format!("/structural/new?signals={}", ids[0]));
    assert!(!plain.body.contains(&format!("value=\"{printed}\" selected")));
    let form = network.get(&format!("/structural/new?signals={}&like={printed}", ids[0]));
    assert!(form.body.contains(&format!("value=\"{printed}\" selected")));
    assert!(form.words().contains("Daarom staat dat hierboven al gekozen"), "{}", form.words());
    let other = network.get(&format!("/structural/new?signals={}&like=nothing", ids[0]));
    assert_eq!(other.status, 200, "what is no id is passed over");
}

#[test]
fn where_nothing_is_proposed_it_is_said_how_many_stand_alone() {
    let world = World::new();
    let network = world.signed_in("network").in_language("nl");
    proposals_that_say(&world, "Geen enkel aanvaard signaal staat nog los");
    accepted(&world, 1..3, DUTCH);
    assert!(network.get("/proposals").words().contains("2 aanvaarde signalen horen nog nergens bij"));
}

#[test]
fn a_queue_says_how_many_others_are_like_a_signal_to_the_network_alone() {
    let world = World::new();
    accepted(&world, 1..4, DUTCH);
    file(&world, 5, text(Language::Nl, "Wachten op de medische kaart", DUTCH), true);
    let network = world.signed_in("network").in_language("nl");
    assert!(
        !network.get("/network").words().contains("signalen lijken hierop"),
        "nothing is compared for it"
    );
    assert!(network.get("/proposals").words().contains("Nog 1 signaal in de wachtrij zegt dit ook."));
    assert!(network.get("/network").words().contains("3 andere signalen lijken hierop"));
    file(&world, 6, text(Language::Nl, "Nog eens de medische kaart", DUTCH), false);
    let own = world.signed_in("coordinator").in_language("nl").get("/organisation");
    assert!(own.words().contains("Nog eens de medische kaart"));
    assert!(!own.words().contains("lijken hierop"));
}
