//! Forums, and next steps that are due: where they are written, and where they are read.

use model::StructuralSignalId;

use crate::structural::{has_distinct_ids, made, open_edition, path, says};
use crate::world::World;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";

fn two(world: &World) -> [StructuralSignalId; 2] {
    let network = world.signed_in("network");
    ["Geen referentieadres", "Geen medische kaart"].map(|title| made(world, &network, title, &[]))
}

#[test]
fn a_forum_is_written_read_and_shown_on_the_page_of_what_was_discussed() {
    let world = World::new();
    let [one, other] = two(&world);
    let network = world.signed_in("network");
    says(&network.get("/forums"), "Nog geen forum");
    has_distinct_ids(&network.get("/forums/new"));
    let topic = one.to_string();
    let fields = [("day", "2026-01-10"), ("topic", topic.as_str()), ("authority", "region")];
    let open: Vec<_> = fields.iter().copied().chain([("act", "open")]).collect();
    let opened = network.post("/forums/new", &open);
    assert_eq!(opened.status, 200);
    assert!(opened.body.contains(&format!("name=\"decision-{one}\"")));
    assert!(!opened.body.contains(&format!("name=\"decision-{other}\"")));
    assert!(world.store.forums().unwrap().is_empty(), "boxes are shown, nothing is kept");
    let decision = format!("decision-{one}");
    let words = [
        ("place", "Huis van het Gewest"),
        ("decisions", "In het najaar opnieuw."),
        (decision.as_str(), "Het kabinet zoekt een loket."),
    ];
    let all: Vec<_> = fields.iter().copied().chain(words).collect();
    let answer = network.post("/forums/new", &all);
    assert_eq!(answer.status, 303, "{}", answer.words());
    let page = network.get(answer.location());
    says(&page, "Forum van 10 januari 2026");
    says(&page, "Huis van het Gewest");
    says(&page, "Geen referentieadres Het kabinet zoekt een loket.");
    says(&page, "In het najaar opnieuw.");
    has_distinct_ids(&page);
    says(&network.get("/forums"), "10 januari 2026 Brussels Hoofdstedelijk Gewest Eén structureel signaal");
    says(&network.get(&path(one, "")), "Besproken op een forum 10 januari 2026");
    says(&network.get(&path(one, "")), "Het kabinet zoekt een loket.");
    assert!(!network.get(&path(other, "")).words().contains("Besproken op een forum"));
    says(&network.get("/log"), "Forum genoteerd");
}

#[test]
fn what_is_wrong_in_a_forum_comes_back_and_the_second_writer_loses_nothing() {
    let world = World::new();
    let [one, _] = two(&world);
    let network = world.signed_in("network");
    assert_eq!(network.post("/forums/new", &[("day", "0026-01-10")]).status, 422, "a slip of the hand");
    let wrong = network.post("/forums/new", &[("day", "ooit"), ("decisions", "In het najaar.")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("In het najaar.</textarea>"));
    let personal = format!("Zie {NUMBER}.");
    let blocked = network.post("/forums/new", &[("day", "2026-01-10"), ("decisions", &personal)]);
    assert_eq!(blocked.status, 422);
    assert!(!world.stores(NUMBER));
    let topic = one.to_string();
    let (name, mark) = (format!("decision-{one}"), network.mark());
    let fields = [
        ("csrf", mark.as_str()),
        ("day", "2026-01-10"),
        ("topic", &topic),
        (&name, "Een loket."),
        ("switch", "fr"),
    ];
    let french = network.post_raw("/forums/new?switch=fr", &fields, &[("sec-fetch-site", "same-origin")]);
    says(&french, "Noter un forum");
    assert!(french.body.contains("Een loket.</textarea>"));
    assert!(world.store.forums().unwrap().is_empty());

    let network = world.signed_in("network");
    let place = network.post("/forums/new", &[("day", "2026-01-10")]).location().to_owned();
    let change = format!("{}/change", place.split('?').next().unwrap());
    let first = network.post(&change, &[("version", "1"), ("day", "2026-01-11"), ("decisions", "Eerst.")]);
    assert_eq!(first.status, 303);
    let second = [("version", "1"), ("day", "2026-01-12"), ("decisions", "Daarna.")];
    let second = network.post(&change, &second);
    assert_eq!(second.status, 409);
    says(&second, "Iemand anders wijzigde dit forum terwijl u schreef.");
    assert!(second.body.contains("Daarna.</textarea>"));
    assert_eq!(second.hidden("version"), "2");
    let again = network.post(&change, &[("version", "2"), ("day", "2026-01-12"), ("decisions", "Daarna.")]);
    assert_eq!(again.status, 303);
    assert_eq!(world.store.forums().unwrap()[0].forum.decisions, "Daarna.");
    assert_eq!(network.get("/forums/none").status, 404);
}

#[test]
fn a_next_step_that_is_due_stands_where_the_network_and_its_owner_begin() {
    let world = World::new();
    let [one, other] = two(&world);
    let by = world.accounts["network"];
    let day = |text: &str| Some(text.parse().unwrap());
    world.store.note_action(one, "Gebeld.", day("2026-01-12"), by).unwrap();
    world.store.note_action(other, "Gebeld.", day("2026-02-12"), by).unwrap();
    for page in ["/network", "/structural"] {
        let page = world.signed_in("network").get(page);
        says(&page, "Volgende stappen die nu moeten Geen referentieadres moest tegen 12 januari 2026");
        assert!(page.body.contains(&format!("/structural/{one}#actions")));
        has_distinct_ids(&page);
    }
    let coordinator = world.signed_in("coordinator");
    let early = coordinator.get("/organisation").words();
    assert!(!early.contains("Volgende stappen"), "what is being written is not hers to read yet");
    let edition = open_edition(&world).to_string();
    let asked = [("edition", edition.as_str()), ("deadline", "2030-01-31")];
    assert_eq!(world.signed_in("network").post("/structural/board", &asked).status, 303);
    let owner = coordinator.get("/organisation");
    says(&owner, "Volgende stappen die nu moeten Geen referentieadres moest tegen 12 januari 2026");
    assert!(!owner.body.contains("Gebeld"), "what was done stands on a page of its own");
    let elsewhere = world.signed_in("other-coordinator").get("/organisation");
    assert!(!elsewhere.words().contains("Volgende stappen"));
}

#[test]
fn the_owner_reads_what_was_done_and_notes_the_next_step_and_no_other_organisation_does() {
    let world = World::new();
    let [one, _] = two(&world);
    world.store.note_action(one, "Gebeld met het kabinet.", None, world.accounts["network"]).unwrap();
    let coordinator = world.signed_in("coordinator");
    let here = format!("/problems/{one}/actions");
    assert_eq!(coordinator.get(&here).status, 404, "what is being written is not hers to read yet");
    let edition = open_edition(&world).to_string();
    let asked = [("edition", edition.as_str()), ("deadline", "2030-01-31")];
    assert_eq!(world.signed_in("network").post("/structural/board", &asked).status, 303);
    assert!(coordinator.get("/problems").body.contains(&here));
    let page = coordinator.get(&here);
    says(&page, "15 januari 2026, Het netwerk Gebeld met het kabinet.");
    has_distinct_ids(&page);
    let wrong = coordinator.post(&here, &[("text", "Brief gestuurd."), ("next_on", "morgen")]);
    assert_eq!(wrong.status, 422);
    says(&wrong, "Schrijf de dag als jaar, maand en dag, zoals 2026-03-31.");
    assert!(wrong.body.contains("Brief gestuurd.</textarea>") && wrong.body.contains("value=\"morgen\""));
    assert_eq!(coordinator.post(&here, &[("text", "Zie 85.07.30-033.28.")]).status, 422);
    let noted = coordinator.post(&here, &[("text", "Brief gestuurd."), ("next_on", "2026-01-15")]);
    assert_eq!(noted.location(), format!("{here}?done=noted"));
    says(&coordinator.get(noted.location()), "Volgende stap tegen 15 januari 2026");
    assert!(coordinator.get("/organisation").body.contains(&here), "a reminder leads here");
    says(&world.signed_in("network").get(&path(one, "")), "Brief gestuurd.");
    let elsewhere = world.signed_in("other-coordinator");
    assert_eq!(elsewhere.get(&here).status, 403);
    assert_eq!(elsewhere.post(&here, &[("text", "Iets.")]).status, 403);
    assert!(!elsewhere.get("/problems").body.contains("/actions"));
}
