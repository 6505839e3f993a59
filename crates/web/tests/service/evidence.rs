//! What stands beside the text of a chapter, its recommendations, and the offices they go to.

use model::{Evidence, StructuralSignalId};
use testkit::structural_signal;

use crate::actor::{Actor, Answer};
use crate::structural::{has_distinct_ids, made, open_edition, path, says};
use crate::world::World;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";

fn version(world: &World, id: StructuralSignalId) -> String {
    world.store.structural_signal(id).unwrap().versions[&open_edition(world)].to_string()
}

fn evidence(world: &World, id: StructuralSignalId) -> Evidence {
    world.store.structural_signal(id).unwrap().entry.chapters[0].evidence.clone()
}

fn beside(actor: &Actor, id: StructuralSignalId, kind: &str, fields: &[(&str, &str)]) -> Answer {
    actor.post(&path(id, &format!("/evidence/{kind}")), fields)
}

#[test]
fn a_quote_needs_a_yes_is_screened_and_waits_for_rewording_in_plain_sight() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let page = network.get(&path(id, "/evidence/quote"));
    assert_eq!(page.status, 200);
    has_distinct_ids(&page);
    assert_eq!(network.get(&path(id, "/evidence/rumour")).status, 404);
    assert_eq!(network.get(&path(id, "/evidence/quote?at=1")).status, 404, "there is none yet");
    let now = version(&world, id);
    let words = ("quote-nl", "Wij wachten al zo lang.");
    let no_yes = beside(&network, id, "quote", &[("version", &now), words]);
    assert_eq!(no_yes.status, 422);
    says(&no_yes, "Vraag het eerst aan wie het zei.");
    assert!(no_yes.body.contains("Wij wachten al zo lang.</textarea>"));
    let number = format!("Ik ben {NUMBER}.");
    let blocked =
        beside(&network, id, "quote", &[("version", &now), ("quote-nl", &number), ("agreed", "yes")]);
    assert_eq!(blocked.status, 422);
    assert!(!world.stores(NUMBER));
    let empty = beside(&network, id, "quote", &[("version", &now), ("agreed", "yes")]);
    says(&empty, "Schrijf dit in minstens één taal.");
    assert_eq!(evidence(&world, id), Evidence::default());

    let kept = beside(&network, id, "quote", &[("version", &now), words, ("agreed", "yes")]);
    assert_eq!(kept.location(), format!("/structural/{id}?done=evidence#evidence"));
    let page = network.get(&path(id, ""));
    has_distinct_ids(&page);
    says(&page, "Nog niet herschreven");
    says(&page, "Eén citaat wacht nog op een ja of een herschrijving");
    says(&page, "Ontbreekt in het Frans");
    says(&page, "Citaat 1: wat hebt u nagekeken?");
    let form = network.get(&path(id, "/evidence/quote?at=1"));
    assert!(form.body.contains("name=\"agreed\" value=\"yes\" checked"));
    let fields = [
        ("version", &*form.hidden("version")),
        ("at", "1"),
        words,
        ("quote-fr", "Nous attendons depuis si longtemps."),
        ("agreed", "yes"),
        ("reworded", "yes"),
    ]
    .map(|(name, value)| (name, value.to_owned()));
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(beside(&network, id, "quote", &fields).status, 303);
    assert!(evidence(&world, id).quotes[0].may_be_printed());

    // Whoever only switches the language or corrects something does not get past what others wrote.
    let mark = network.mark();
    let switched = [fields.as_slice(), &[("csrf", mark.as_str())]].concat();
    let address = path(id, "/evidence/quote?switch=nl");
    let redrawn = network.post_raw(&address, &switched, &[("sec-fetch-site", "same-origin")]);
    assert_eq!(redrawn.status, 200);
    assert_eq!(redrawn.hidden("version"), fields[0].1, "still the version that was read");
    // The second writer sees what was written meanwhile, and keeps their own words.
    let late = beside(&network, id, "quote", &fields);
    assert_eq!(late.status, 409);
    says(&late, "Iemand anders bewaarde de tekst terwijl u schreef.");
    says(&late, "Nous attendons depuis si longtemps.");
    let removed = [("version", &*version(&world, id)), ("at", "1"), ("act", "remove")]
        .map(|(name, value)| (name, value.to_owned()));
    let removed: Vec<(&str, &str)> = removed.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(beside(&network, id, "quote", &removed).status, 303);
    assert_eq!(evidence(&world, id), Evidence::default());
}

#[test]
fn a_figure_has_a_source_and_a_year_and_a_practice_may_be_of_a_member() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let now = version(&world, id);
    let sentence = ("figure-nl", "Er zijn 1 200 plaatsen.");
    for (source, year, says_so) in [
        ("", "2024", "Schrijf waar dit cijfer vandaan komt."),
        ("Jaarverslag", "", "Schrijf een jaar tussen 1990 en nu"),
        ("Jaarverslag", "3024", "Schrijf een jaar tussen 1990 en nu"),
    ] {
        let wrong = beside(
            &network,
            id,
            "figure",
            &[("version", &now), sentence, ("source", source), ("year", year)],
        );
        assert_eq!(wrong.status, 422, "{source} {year}");
        says(&wrong, says_so);
    }
    let figure = [("version", now.as_str()), sentence, ("source", "Jaarverslag"), ("year", "2024")];
    assert_eq!(beside(&network, id, "figure", &figure).status, 303);
    let now = version(&world, id);
    let form = network.get(&path(id, "/evidence/practice"));
    says(
        &form,
        "De naam wordt alleen gedrukt als de organisatie ermee instemt in deze editie genoemd te worden",
    );
    let practice = [("version", now.as_str()), ("practice-nl", "Een vast loket."), ("organisation", "beta")];
    assert_eq!(beside(&network, id, "practice", &practice).status, 303);
    let page = network.get(&path(id, ""));
    says(&page, "Er zijn 1 200 plaatsen. Jaarverslag, 2024");
    says(&page, "Een vast loket. beta (nl)");
    // Whoever is asked to agree reads it too.
    let edition = open_edition(&world).to_string();
    let deadline = [("edition", edition.as_str()), ("deadline", "2030-01-31")];
    assert_eq!(network.post("/structural/board", &deadline).status, 303);
    let asked = world.signed_in("coordinator").get(&format!("/agreement/{id}"));
    says(&asked, "Er zijn 1 200 plaatsen. (Jaarverslag, 2024)");
}

#[test]
fn a_recommendation_goes_to_an_office_and_each_organisation_signs_for_itself() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    says(&network.get("/structural/offices"), "Nog geen mandaten");
    let office = |fields: &[(&str, &str)]| network.post("/structural/offices", fields);
    let name = ("office-nl", "Voorzitter van het OCMW");
    let backwards = office(&[name, ("authority", "cpas"), ("from", "2024-12-01"), ("until", "2024-01-01")]);
    assert_eq!(backwards.status, 422);
    says(&backwards, "Het mandaat eindigt voor het begint.");
    for (from, until) in [("0024-12-01", ""), ("2024-12-01", "9999-12-01")] {
        let slip = office(&[name, ("authority", "cpas"), ("from", from), ("until", until)]);
        assert_eq!(slip.status, 422, "{from} {until}");
        says(&slip, "Het jaar ligt tussen 2000 en 2099.");
    }
    assert_eq!(office(&[("authority", "cpas"), ("from", "2024-12-01")]).status, 422);
    assert_eq!(office(&[name, ("authority", "cpas"), ("from", "2024-12-01")]).status, 303);
    let offices = network.get("/structural/offices");
    says(&offices, "sinds 1 december 2024");
    let chosen = world.store.network().unwrap().offices[0].code.to_string();
    assert_eq!(network.get(&format!("/structural/offices?code={chosen}")).status, 200);

    let recommend = |fields: &[(&str, &str)]| network.post(&path(id, "/recommendation"), fields);
    let sentence = ("recommendation-nl", "Geef elk gezin een adres.");
    let wrong = recommend(&[
        ("version", "0"),
        sentence,
        ("stance", "do"),
        ("addressee", "federal"),
        ("office", &chosen),
        ("term", "ooit"),
    ]);
    assert_eq!(wrong.status, 422);
    says(&wrong, "Dit mandaat hoort bij een ander niveau.");
    says(&wrong, "Schrijf het jaar en de maand, bijvoorbeeld 2027-06.");
    assert!(wrong.body.contains("Geef elk gezin een adres.</textarea>"));
    let fields = [
        ("version", "0"),
        sentence,
        ("stance", "do"),
        ("addressee", "cpas"),
        ("office", chosen.as_str()),
        ("term", "2030-06"),
    ];
    assert_eq!(recommend(&fields).status, 303);
    let page = network.get(&path(id, ""));
    says(&page, "Nog door niemand ondertekend");
    says(&page, "Eén aanbeveling staat maar in één taal");
    says(&page, "Tegen juni 2030.");
    says(&page, "Voorzitter van het OCMW");
    has_distinct_ids(&page);
    let form = network.get(&path(id, "/recommendation?at=0"));
    assert!(form.body.contains("Geef elk gezin een adres.</textarea>"));

    let coordinator = world.signed_in("coordinator");
    let sign = |act: &str, asks: &str| {
        coordinator.post(&format!("/agreement/{id}/sign"), &[("at", "0"), ("asks", asks), ("act", act)])
    };
    assert_eq!(sign("sign", "1").status, 404, "nobody is asked yet");
    let edition = open_edition(&world).to_string();
    let deadline = [("edition", edition.as_str()), ("deadline", "2030-01-31")];
    assert_eq!(network.post("/structural/board", &deadline).status, 303);
    says(&coordinator.get(&format!("/agreement/{id}")), "Mee ondertekenen");
    assert_eq!(sign("sign", "2").status, 409, "another one than was read");
    let read = || coordinator.get(&format!("/agreement/{id}")).hidden("asks");
    assert_eq!(sign("sign", &read()).status, 303);
    let page = coordinator.get(&format!("/agreement/{id}"));
    says(&page, "Handtekening terugtrekken");
    says(&page, "Ondertekend door alfa (nl).");
    has_distinct_ids(&page);
    assert_eq!(sign("withdraw", &read()).status, 303);
    assert!(!network.get(&path(id, "")).words().contains("Ondertekend door"));
    let version = network.get(&path(id, "/recommendation?at=0")).hidden("version");
    assert_eq!(recommend(&[("version", &version), ("at", "0"), ("act", "remove")]).status, 303);
    says(&network.get(&path(id, "")), "Nog geen aanbevelingen.");
}

#[test]
fn an_answer_names_a_recommendation_and_who_is_silent_stands_there_as_a_blank() {
    let world = World::new();
    let mut file = testkit::network();
    let mut entry = structural_signal("adres", 1, &[]);
    entry.authorities.push(model::Authority::Federal);
    file.structural_signals.push(entry);
    world.store.import_network(&file).unwrap();
    crate::problems::publish(&world, 1);
    let id = world.store.structural_signals().unwrap()[0].id;
    let network = world.signed_in("network");
    let answer = |recommendation: &str| {
        let fields = [
            ("authority", "municipality"),
            ("state", "study"),
            ("day", "2026-01-05"),
            ("answer-nl", "Wij bekijken het."),
            ("recommendation", recommendation),
        ];
        network.post(&format!("/problems/{id}/answer"), &fields)
    };
    says(&network.get(&format!("/problems/{id}/answer")), "1. Doe dit.");
    assert_eq!(answer("7").status, 404, "there is one");
    assert_eq!(answer("1").status, 303);
    let page = network.get(&path(id, ""));
    says(&page, "op: Doe dit.");
    says(&page, "Antwoord van een overheid, op: Doe dit.");
    says(&network.get("/log"), "Antwoord van een overheid genoteerd, op: Doe dit.");
    says(&network.get("/problems"), "op: Doe dit.");
    says(&page, "Nog geen antwoord");
    assert_eq!(answer("").status, 303, "to the whole");
    assert_eq!(answer("1").status, 303, "once more to the same");
    let given = world.store.structural_signal(id).unwrap().entry.answers;
    let about: Vec<Option<u32>> = given.iter().map(|answer| answer.recommendation).collect();
    assert_eq!(about, [Some(1), None], "one answer does not take the place of the other");
}
