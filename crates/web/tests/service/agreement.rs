//! What organisations say before a chapter is printed, what authorities answer to it, and what the field sees since.

use model::{Agreement, AnswerState, Authority, EditionNumber, StructuralSignalId, Verdict};
use testkit::{code, network, structural_signal};

use crate::actor::Actor;
use crate::structural::{has_distinct_ids, made, open_edition, path, says};
use crate::world::World;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";

/// Two structural signals of the open edition, about which the organisations are asked.
pub fn asked(world: &World) -> [StructuralSignalId; 2] {
    let network = world.signed_in("network");
    let ids = ["Geen referentieadres", "Geen medische kaart"].map(|title| made(world, &network, title, &[]));
    let edition = open_edition(world).to_string();
    let answer = network.post("/structural/board", &[("edition", &edition), ("deadline", "2030-01-31")]);
    assert_eq!(answer.status, 303);
    ids
}

pub fn version(world: &World, id: StructuralSignalId) -> i32 {
    world.store.structural_signal(id).unwrap().versions[&open_edition(world)]
}

fn read(world: &World, id: StructuralSignalId) -> String {
    format!("{id}:{}", version(world, id))
}

pub fn stances(world: &World, id: StructuralSignalId) -> Vec<(String, Agreement, String)> {
    let file = world.store.structural_signal(id).unwrap();
    let given = file.entry.chapters[0].agreements.iter();
    given.map(|one| (one.organisation.to_string(), one.stance, one.remark.clone())).collect()
}

/// Sends what an organisation says of one chapter, as it was read.
pub fn say(
    world: &World,
    actor: &Actor,
    id: StructuralSignalId,
    version: i32,
    stance: &str,
    remark: &str,
) -> u16 {
    let (edition, version) = (open_edition(world).to_string(), version.to_string());
    let fields =
        [("edition", edition.as_str()), ("version", &version), ("stance", stance), ("remark", remark)];
    actor.post(&format!("/agreement/{id}"), &fields).status
}

#[test]
fn organisations_read_the_texts_only_once_they_are_asked_and_the_day_must_be_to_come() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let coordinator = world.signed_in("coordinator");
    says(&coordinator.get("/agreement"), "U wordt nog niets gevraagd");
    assert_eq!(coordinator.get(&format!("/agreement/{id}")).status, 404);
    let edition = open_edition(&world).to_string();
    for day in ["2020-01-01", "", "ooit", "9999-01-31"] {
        let answer = network.post("/structural/board", &[("edition", &edition), ("deadline", day)]);
        assert_eq!(answer.status, 422, "{day}");
        says(&answer, "Kies een dag na vandaag");
    }
    let answer = network.post("/structural/board", &[("edition", &edition), ("deadline", "2030-01-31")]);
    assert_eq!(answer.status, 303);
    let page = coordinator.get("/agreement");
    says(&page, "Geen referentieadres");
    says(&page, "Gevraagd tot 31 januari 2030. Alleen wie ja zegt, stemt in.");
    has_distinct_ids(&page);
    has_distinct_ids(&coordinator.get(&format!("/agreement/{id}")));
    assert_eq!(coordinator.get(&format!("/agreement/{id}")).status, 200);
    let french = world.signed_in("coordinator").in_language("fr").get("/agreement");
    says(&french, "Seul un oui vaut accord.");
}

#[test]
fn a_coordinator_agrees_to_all_but_the_marked_ones_after_reading_which() {
    let world = World::new();
    let [one, other] = asked(&world);
    let coordinator = world.signed_in("coordinator");
    let (first, second, marked) = (read(&world, one), read(&world, other), other.to_string());
    let fields = [("read", first.as_str()), ("read", &second), ("except", &marked), ("act", "preview")];
    let preview = coordinator.post("/agreement", &fields);
    assert_eq!(preview.status, 200);
    says(&preview, "Uw organisatie stemt in met Geen referentieadres");
    says(&preview, "Nog niet beantwoord Geen medische kaart");
    assert!(preview.body.contains(&first) && !preview.body.contains(&second));
    assert!(stances(&world, one).is_empty(), "a preview says nothing");
    let all_marked = [("read", second.as_str()), ("except", &marked), ("act", "preview")];
    assert_eq!(coordinator.post("/agreement", &all_marked).status, 422);

    let answer = coordinator.post("/agreement", &[("read", &first), ("act", "agree")]);
    assert_eq!(answer.location(), "/agreement?done=agreed");
    assert_eq!(stances(&world, one), [("alfa".to_owned(), Agreement::Agrees, String::new())]);
    assert!(stances(&world, other).is_empty());
    let board = world.signed_in("network").get("/structural/board");
    says(&board, "alfa (nl) 1 0 1");
    says(&board, "beta (nl) 0 0 2");
    says(&world.signed_in("network").get("/structural"), "1 akkoord, 0 niet, 2 nog stil");
}

/// A recommendation of a text.
fn recommend(world: &World, id: StructuralSignalId, sentence: &str) {
    let fields = [("version", "0"), ("recommendation-nl", sentence), ("stance", "do"), ("addressee", "cpas")];
    assert_eq!(world.signed_in("network").post(&path(id, "/recommendation"), &fields).status, 303);
}

fn signers(world: &World, id: StructuralSignalId) -> Vec<Vec<String>> {
    let file = world.store.structural_signal(id).unwrap();
    let all = file.entry.recommendations.iter();
    all.map(|one| one.signed_by.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn whoever_agrees_in_one_go_signs_only_what_is_ticked_and_reads_first_what_is_signed_and_what_not() {
    let world = World::new();
    let [one, other] = asked(&world);
    recommend(&world, one, "Geef elk gezin een adres.");
    recommend(&world, one, "Vraag geen huurcontract.");
    recommend(&world, other, "Maak de kaart gratis.");
    let coordinator = world.signed_in("coordinator");
    let page = coordinator.get("/agreement");
    says(&page, "Welke aanbevelingen ondertekent u mee?");
    says(&page, "Geef elk gezin een adres.");
    has_distinct_ids(&page);
    let codes = |id: StructuralSignalId| -> Vec<String> {
        let start = format!("name=\"read-{id}\" value=\"");
        let rest = page.body.split(&start).skip(1);
        rest.map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
    };
    let ([first, second], [third]) = (&codes(one)[..], &codes(other)[..]) else { panic!("three boxes") };
    let (now, then, marked) = (read(&world, one), read(&world, other), other.to_string());
    let (read_one, read_other) = (format!("read-{one}"), format!("read-{other}"));
    let (sign_one, sign_other) = (format!("sign-{one}"), format!("sign-{other}"));
    let boxes = [
        (read_one.as_str(), first.as_str()),
        (&read_one, second),
        (&read_other, third),
        (&sign_one, first),
        (&sign_other, third),
    ];
    let send = |more: &[(&str, &str)]| coordinator.post("/agreement", &[&boxes[..], more].concat());
    let preview = send(&[("read", &now), ("read", &then), ("except", &marked), ("act", "preview")]);
    assert_eq!(preview.status, 200);
    says(
        &preview,
        "Geen referentieadres Mee ondertekend: Geef elk gezin een adres. Niet mee ondertekend: Vraag geen huurcontract.",
    );
    says(&preview, "Nog niet beantwoord Geen medische kaart Mee ondertekend: Maak de kaart gratis.");
    assert!(preview.body.contains(first) && preview.body.contains(third), "the button sends the ticks again");
    assert_eq!(signers(&world, one), [[""; 0], []], "a preview signs nothing");

    assert_eq!(send(&[("read", &now), ("act", "agree")]).location(), "/agreement?done=agreed");
    assert_eq!(signers(&world, one), [vec!["alfa"], vec![]]);
    assert_eq!(signers(&world, other), [["alfa"]]);
    assert!(stances(&world, other).is_empty(), "a signature is no agreement");
    says(&coordinator.get("/agreement"), "Eén aanbeveling ondertekent u niet mee");
}

#[test]
fn of_a_text_with_another_recommendation_than_was_read_nothing_counts_and_the_ticks_stay() {
    let world = World::new();
    let [one, other] = asked(&world);
    let coordinator = world.signed_in("coordinator");
    let (now, then, marked) = (read(&world, one), read(&world, other), other.to_string());
    recommend(&world, one, "Geef elk gezin een adres.");
    let fields = [("read", now.as_str()), ("read", &then), ("except", &marked)];
    let preview = coordinator.post("/agreement", &[&fields[..], &[("act", "preview")]].concat());
    assert_eq!(preview.status, 409);
    says(&preview, "Geef elk gezin een adres.");
    assert!(preview.body.contains(&format!("value=\"{other}\" checked")));
    let sent = [("read", now.as_str()), ("read", &then), ("act", "agree")];
    assert_eq!(coordinator.post("/agreement", &sent).location(), "/agreement?done=agreed-some");
    assert!(stances(&world, one).is_empty());
    assert_eq!(stances(&world, other).len(), 1);
}

#[test]
fn the_menu_and_the_first_page_count_the_texts_that_wait_for_the_organisation() {
    let world = World::new();
    let coordinator = world.signed_in("coordinator");
    assert!(!coordinator.get("/organisation").words().contains("Instemming ("));
    says(&coordinator.get("/organisation"), "Er wacht niets op u");
    let [one, _] = asked(&world);
    let page = coordinator.get("/organisation");
    says(&page, "Instemming (2)");
    says(&page, "2 teksten wachten op de instemming van uw organisatie");
    assert!(!page.words().contains("Er wacht niets op u"));
    let now = version(&world, one);
    assert_eq!(say(&world, &coordinator, one, now, "agrees", ""), 303);
    says(&coordinator.get("/help"), "Instemming (1)");
    says(&coordinator.get("/organisation"), "Eén tekst wacht op de instemming van uw organisatie");
    let edition = open_edition(&world).to_string();
    let text =
        [("edition", edition.as_str()), ("version", &now.to_string()), ("title-nl", "Nergens een adres")];
    assert_eq!(world.signed_in("network").post(&path(one, "/text"), &text).status, 303);
    says(&coordinator.get("/help"), "Instemming (2)");
    assert!(!world.signed_in("filer").get("/help").words().contains("Instemming"));
}

#[test]
fn after_the_freeze_what_the_organisation_said_stays_to_be_read_and_the_list_marks_what_is_not_printed() {
    let world = World::new();
    let [one, _] = asked(&world);
    let coordinator = world.signed_in("coordinator");
    let now = version(&world, one);
    assert_eq!(say(&world, &coordinator, one, now, "refuses", "Te scherp."), 303);
    let edition = open_edition(&world);
    for number in 1..=edition.0 {
        let state =
            world.store.editions().unwrap().iter().find(|one| one.number.0 == number).map(|one| one.state);
        if state == Some(model::EditionState::Open) {
            crate::problems::publish(&world, number);
        }
    }
    let page = coordinator.get("/agreement");
    says(&page, "gepubliceerd: wat uw organisatie zei");
    says(&page, "Geen referentieadres Stemt niet in Te scherp.");
    says(&page, "Geen medische kaart Geen antwoord");
    assert!(!page.body.contains("<form class=\"form\""), "nothing is asked any more");
    let list = world.signed_in("network").get("/structural");
    says(&list, &format!("Niet gedrukt in editie {}", edition.0));
}

#[test]
fn a_reader_finds_the_own_language_first_and_is_told_to_read_both() {
    let world = World::new();
    let [one, _] = asked(&world);
    for (language, first, second, both) in [
        ("nl", "Nederlands", "Frans", "Beide talen worden gedrukt"),
        ("fr", "français", "néerlandais", "Les deux langues seront imprimées"),
    ] {
        let coordinator = world.signed_in("coordinator").in_language(language);
        for page in [coordinator.get("/agreement"), coordinator.get(&format!("/agreement/{one}"))] {
            let at = |name: &str| {
                page.body.to_lowercase().find(&format!("aria-label=\"{}\"><p", name.to_lowercase())).unwrap()
            };
            assert!(at(first) < at(second), "{language}");
            says(&page, both);
        }
    }
}

#[test]
fn a_refusal_and_a_remark_need_words_and_a_changed_text_asks_again_and_says_so() {
    let world = World::new();
    let [one, _] = asked(&world);
    let coordinator = world.signed_in("coordinator");
    let now = version(&world, one);
    assert_eq!(say(&world, &coordinator, one, now, "", ""), 422);
    assert_eq!(say(&world, &coordinator, one, now, "refuses", ""), 422);
    assert_eq!(say(&world, &coordinator, one, now, "refuses", &format!("Zie {NUMBER}.")), 422);
    assert!(stances(&world, one).is_empty() && !world.stores(NUMBER));
    assert_eq!(say(&world, &coordinator, one, now, "refuses", "Te scherp."), 303);
    assert_eq!(stances(&world, one)[0].1, Agreement::Refuses);
    let network = world.signed_in("network");
    says(&network.get(&path(one, "")), "Te scherp.");
    says(&network.get("/structural"), "Eén organisatie stemt niet in");
    assert_eq!(say(&world, &coordinator, one, now, "agrees-with-remark", "Goed zo."), 303);

    let edition = open_edition(&world).to_string();
    let text =
        [("edition", edition.as_str()), ("version", &now.to_string()), ("title-nl", "Nergens een adres")];
    assert_eq!(network.post(&path(one, "/text"), &text).status, 303);
    let page = coordinator.get("/agreement");
    says(&page, "De tekst is veranderd: uw organisatie wordt opnieuw gevraagd.");
    says(&page, "Over de vorige versie zei zij: Stemt in, met een opmerking.");
    assert_eq!(say(&world, &coordinator, one, now, "agrees", ""), 409, "it was read in another version");
    says(&network.get(&path(one, "")), "Sprak over een vorige versie");
    let old = format!("{one}:{now}");
    let all = coordinator.post("/agreement", &[("read", &old), ("act", "agree")]);
    assert_eq!(all.location(), "/agreement?done=agreed-some");
    says(&coordinator.get("/agreement?done=agreed-some"), "behalve waar de tekst intussen veranderde");
    assert_eq!(say(&world, &coordinator, one, version(&world, one), "agrees", ""), 303);
}

#[test]
fn a_member_to_which_a_chapter_is_also_addressed_is_marked() {
    let world = World::new();
    let [one, _] = asked(&world);
    assert!(
        !world.signed_in("coordinator").get("/agreement").words().contains("Ook aan uw organisatie gericht")
    );
    let mut fields = crate::structural::DESCRIBED[1..].to_vec();
    fields.push(("authority", "organisations"));
    assert_eq!(world.signed_in("network").post(&path(one, "/describe"), &fields).status, 303);
    says(&world.signed_in("coordinator").get("/agreement"), "Ook aan uw organisatie gericht");
    says(&world.signed_in("network").get("/structural/board"), "Eén ook aan haar gericht");
}

/// A structural signal in the published edition 2, competent: the Region, for which the reader reads.
pub fn published(world: &World) -> StructuralSignalId {
    let mut entry = structural_signal("reference-address", 2, &[]);
    entry.authorities = vec![Authority::Region, Authority::Municipality];
    world.store.import_network(&model::Network { structural_signals: vec![entry], ..network() }).unwrap();
    for number in [1, 2] {
        crate::problems::publish(world, number);
    }
    world.store.structural_signals().unwrap()[0].id
}

#[test]
fn an_authority_answers_in_its_own_name_and_a_coordinator_registers_the_letters_of_the_others() {
    let world = World::new();
    let reader = world.signed_in("reader");
    let id = published(&world);
    says(&reader.get("/problems"), "Antwoorden");
    let form = format!("/problems/{id}/answer");
    says(&reader.get(&form), "U antwoordt voor: Brussels Hoofdstedelijk Gewest.");
    let wrong =
        reader.post(&form, &[("state", "study"), ("day", "2031-01-01"), ("answer-fr", "Nous étudions.")]);
    assert_eq!(wrong.status, 422);
    says(&wrong, "Kies een dag die voorbij is of vandaag");
    has_distinct_ids(&wrong);
    assert!(wrong.body.contains("Nous étudions.</textarea>"), "the words stay");
    let empty = reader.post(&form, &[("state", "none"), ("day", "2026-01-10")]);
    says(&empty, "Kies wat het antwoord inhoudt.");
    says(&empty, "Schrijf het antwoord, in het Nederlands of in het Frans.");
    let fields =
        [("state", "study"), ("day", "2026-01-10"), ("answer-fr", "Nous étudions."), ("authority", "vgc")];
    let landed = reader.post(&form, &fields);
    assert_eq!(landed.location(), format!("/problems?done=answered&of={id}#problem-{id}"));
    let answers = world.store.structural_signal(id).unwrap().entry.answers;
    assert_eq!((answers[0].authority, answers[0].state), (Authority::Region, AnswerState::Study));
    says(&reader.get("/problems"), "Nous étudions.");

    let network = world.signed_in("network");
    let letter = [("state", "commitment"), ("day", "2026-01-12"), ("answer-nl", "Er komt een loket.")];
    assert_eq!(network.post(&form, &letter).status, 422, "which authority?");
    let letter: Vec<_> = letter.iter().copied().chain([("authority", "municipality")]).collect();
    assert_eq!(network.post(&form, &letter).status, 303);
    assert_eq!(world.store.structural_signal(id).unwrap().entry.answers.len(), 2);
    assert_eq!(world.signed_in("coordinator").get(&form).status, 403);
}

#[test]
fn only_the_owner_and_the_network_say_what_the_field_sees_and_only_of_what_is_published() {
    let world = World::new();
    let unpublished = made(&world, &world.signed_in("network"), "Geen medische kaart", &[]);
    let form = format!("/problems/{unpublished}/verdict");
    assert_eq!(world.signed_in("network").get(&form).status, 404);
    assert_eq!(world.signed_in("reader").get(&format!("/problems/{unpublished}/answer")).status, 404);

    let world = World::new();
    let id = published(&world);
    let form = format!("/problems/{id}/verdict");
    let coordinator = world.signed_in("coordinator");
    says(&coordinator.get("/problems"), "Zeggen wat het terrein ziet");
    assert_eq!(world.signed_in("other-coordinator").get(&form).status, 403);
    assert!(
        !world.signed_in("other-coordinator").get("/problems").words().contains("Zeggen wat het terrein")
    );
    let wrong = coordinator.post(&form, &[("verdict", "worse")]);
    assert_eq!(wrong.status, 422);
    says(&wrong, "Zeg waaraan u dat ziet");
    let fields = [("verdict", "better"), ("reason-nl", "Er is nu een loket.")];
    let landed = coordinator.post(&form, &fields);
    assert_eq!(landed.location(), format!("/problems?done=verdict&of={id}#problem-{id}"));
    let verdicts = world.store.structural_signal(id).unwrap().entry.verdicts;
    let given = (verdicts[0].verdict, &verdicts[0].by, verdicts[0].edition);
    assert_eq!(given, (Verdict::Better, &code("alfa"), EditionNumber(2)));
    says(&world.signed_in("network").get(&path(id, "")), "Er is nu een loket.");
}

#[test]
fn two_to_four_stand_beside_each_other_with_the_words_they_share_marked() {
    let world = World::new();
    let network = world.signed_in("network");
    let [one, other] = ["Eerste", "Tweede"].map(|title| made(&world, &network, title, &[]));
    let edition = open_edition(&world).to_string();
    for (id, see) in
        [(one, "Zonder referentieadres geen hulp."), (other, "Een referentieadres duurt maanden.")]
    {
        let version = version(&world, id).to_string();
        let text =
            [("edition", edition.as_str()), ("version", &version), ("title-nl", "Titel"), ("see-nl", see)];
        assert_eq!(network.post(&path(id, "/text"), &text).status, 303);
    }
    let page = network.get(&format!("/structural/compare?ids={one},{other}"));
    assert_eq!(page.body.matches("<mark>referentieadres</mark>").count(), 2, "{}", page.body);
    assert!(!page.body.contains("<mark>maanden"));
    says(&page, "komen in meer dan één tekst voor");
    let alone = network.get(&format!("/structural/compare?id={one}"));
    says(&alone, "Kies er twee tot vier.");
    assert!(!alone.body.contains("<mark>"));
    assert_eq!(network.get("/structural/compare?ids=x").status, 404);
}
