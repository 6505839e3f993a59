//! Signals that say the same thing meet across languages, before the eyes of those who may read them and of nobody else.

use model::{CauseChoice, Language, SignalId, Submission};
use store::{Filing, Via};
use testkit::{code, submission};

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
