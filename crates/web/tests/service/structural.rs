//! The workbench of structural signals: making one, moving signals, writing its text, and what keeps it from print.

use model::{EditionNumber, EditionState, Language, SignalId, SignalState, StructuralSignalId};
use store::NewAccount;
use testkit::code;

use crate::actor::{Actor, Answer};
use crate::signals::in_state;
use crate::world::World;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";

/// What stands in the form of a new one.
pub const DESCRIBED: [(&str, &str); 7] = [
    ("title-nl", "Geen referentieadres"),
    ("domain", "housing"),
    ("cause", "not-obtained"),
    ("right", "reference-address"),
    ("authority", "cpas"),
    ("owner", "alfa"),
    ("predecessor", ""),
];

/// The edition that is being written.
pub fn open_edition(world: &World) -> EditionNumber {
    let editions = world.store.editions().unwrap();
    editions.iter().rfind(|edition| edition.state == EditionState::Open).unwrap().number
}

/// Makes a structural signal of these signals, as a coordinator does.
pub fn made(world: &World, actor: &Actor, title: &str, signals: &[SignalId]) -> StructuralSignalId {
    let ids: Vec<String> = signals.iter().map(SignalId::to_string).collect();
    let mut fields: Vec<(&str, &str)> = DESCRIBED.to_vec();
    fields[0].1 = title;
    fields.extend(ids.iter().map(|id| ("signal", id.as_str())));
    let answer = actor.post("/structural/new", &fields);
    assert_eq!(answer.status, 303, "{}", answer.words());
    let id = answer.location().strip_prefix("/structural/").unwrap().split('?').next().unwrap();
    assert!(world.store.structural_signal(StructuralSignalId::parse(id).unwrap()).is_ok());
    StructuralSignalId::parse(id).unwrap()
}

#[test]
fn the_code_on_paper_leads_to_its_structural_signal_however_it_is_typed() {
    let world = World::new();
    let network = world.signed_in("network");
    let signal = in_state(&world, SignalState::Accepted, 1);
    let id = made(&world, &network, "Geen adres", &[signal]);
    let trace = world.store.structural_signal(id).unwrap().line.trace;
    for typed in [trace.clone(), trace.to_lowercase(), format!("+{trace}+"), trace.replace('-', "")] {
        let found = network.get(&format!("/structural?trace={typed}"));
        assert_eq!((found.status, found.location()), (303, format!("/structural/{id}").as_str()), "{typed}");
    }
    let unknown = network.get("/structural?trace=2222-2222");
    assert_eq!(unknown.status, 422);
    says(&unknown, "hoort bij geen structureel signaal");
}

/// Whether these words stand on a page.
#[track_caller]
pub fn says(page: &Answer, sentence: &str) {
    let words = page.words();
    assert!(words.contains(sentence), "{sentence:?} is not on the page: {words}");
}

/// That no two elements of a page have the same id: labels and links lead to one of them.
#[track_caller]
pub fn has_distinct_ids(page: &Answer) {
    let mut ids: Vec<&str> =
        page.body.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    ids.sort_unstable();
    let twice: Vec<_> = ids.windows(2).filter(|pair| pair[0] == pair[1]).map(|pair| pair[0]).collect();
    assert!(twice.is_empty(), "{twice:?} stand twice");
    let links = page.body.split("href=\"#").skip(1).filter_map(|rest| rest.split('"').next());
    for link in links.filter(|link| *link != "main") {
        assert!(ids.contains(&link), "{link} is nowhere");
    }
}

/// Where something of a structural signal is.
pub fn path(id: StructuralSignalId, part: &str) -> String {
    format!("/structural/{id}{part}")
}

fn members(world: &World, id: StructuralSignalId) -> Vec<SignalId> {
    world.store.signals_of(id, 100).unwrap().into_iter().map(|line| line.id).collect()
}

/// The version of the chapter as it is now.
fn version(world: &World, id: StructuralSignalId) -> String {
    world.store.structural_signal(id).unwrap().versions[&open_edition(world)].to_string()
}

/// Sends a text: these fields, with the version that was read.
fn write(
    actor: &Actor,
    id: StructuralSignalId,
    version: &str,
    edition: &str,
    fields: &[(&str, &str)],
) -> Answer {
    let mut all = vec![("edition", edition), ("version", version)];
    all.extend_from_slice(fields);
    actor.post(&path(id, "/text"), &all)
}

#[test]
fn accepted_signals_are_chosen_by_codes_and_made_into_a_structural_signal_with_the_authorities_of_its_right()
{
    let world = World::new();
    let network = world.signed_in("network");
    let signals = [1, 2].map(|number| in_state(&world, SignalState::Accepted, number));
    let page = network.get("/structural");
    says(&page, "Nog geen structurele signalen");
    let chosen = format!("signal={}", signals[0]);
    let page = network.get(&format!("/structural/new?domain=health&{chosen}"));
    assert_eq!(page.status, 200);
    assert!(page.body.contains(&format!("value=\"{}\" checked", signals[0])), "what is ticked stays ticked");
    assert!(!page.body.contains(&signals[1].to_string()), "a domain leaves out what is elsewhere");
    assert_eq!(network.get("/structural/new?domain=%3Cx%3E").status, 404);

    let page = network.get(&format!("/structural/new?signals={},{}", signals[0], signals[1]));
    assert_eq!(page.body.matches("name=\"signal\"").count(), 2, "{}", page.words());
    let wrong = network.post("/structural/new", &[("signal", &signals[0].to_string()), ("act", "")]);
    assert_eq!(wrong.status, 422);
    says(&wrong, "Schrijf een titel in minstens één taal.");
    says(&wrong, "Kies een domein.");
    let proposing = [("right", "reference-address"), ("act", "propose")];
    let proposed = network.post("/structural/new", &proposing);
    for authority in ["federal", "municipality", "cpas"] {
        assert!(proposed.body.contains(&format!("value=\"{authority}\" checked")), "{authority}");
    }
    assert!(!proposed.body.contains("value=\"vgc\" checked"));

    let id = made(&world, &network, "Geen referentieadres", &signals);
    assert_eq!(members(&world, id), signals);
    let page = network.get("/structural");
    says(&page, "Geen referentieadres");
    says(&page, "2 signalen");
    says(&page, "0 van de 4 criteria");
    says(&page, "Titel ontbreekt in het Frans");
    says(&page, "De tekst ontbreekt in het Frans");
    says(&page, "Een tweede persoon las de tekst nog niet na");
    says(&network.get("/structural/new"), "Geen signaal past");
}

#[test]
fn everything_of_a_structural_signal_stands_on_its_page_in_three_languages() {
    let world = World::new();
    let network = world.signed_in("network");
    let signal = in_state(&world, SignalState::Accepted, 1);
    let id = made(&world, &network, "Geen referentieadres", &[signal]);
    for (language, words) in [
        ("nl", ["Wat nog moet gebeuren", "Ontbreekt", "Geschreven door Somebody network."]),
        ("fr", ["Ce qui reste à faire", "Manque", "Écrit par Somebody network."]),
        ("en", ["What is still to be done", "Missing", "Written by Somebody network."]),
    ] {
        let page = world.signed_in("network").in_language(language).get(&path(id, ""));
        assert_eq!(page.status, 200);
        for sentence in words {
            says(&page, sentence);
        }
        assert!(page.body.contains(&format!("href=\"/signals/{signal}\"")));
        assert!(!page.body.contains('⟦'));
    }
    let id = path(id, "");
    for page in ["/structural", "/structural/new", "/structural/board", "/structural/compare"] {
        has_distinct_ids(&network.get(page));
    }
    for part in ["", "/text", "/add", "/describe", "/merge"] {
        has_distinct_ids(&network.get(&format!("{id}{part}")));
    }
    has_distinct_ids(&network.get(&format!("/structural/new?signals={signal}")));
    has_distinct_ids(&network.post("/structural/new", &[]));
    has_distinct_ids(&network.post(&format!("{id}/actions"), &[("next_on", "x")]));
    has_distinct_ids(&network.post(&format!("{id}/signals"), &[]));
    let split = [("act", "split"), ("signal", &signal.to_string())];
    has_distinct_ids(&network.post(&format!("{id}/signals"), &split));
    let nowhere = "/structural/00000000-0000-4000-8000-000000000000";
    assert_eq!(network.get(nowhere).status, 404);
    assert_eq!(network.get("/structural/x").status, 404);
}

#[test]
fn a_text_is_written_in_paragraphs_and_the_second_who_saves_sees_both_and_loses_nothing() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let (read, edition) = (version(&world, id), open_edition(&world).to_string());
    let page = network.get(&path(id, &format!("/text?edition={edition}")));
    assert_eq!(page.hidden("version"), read);
    assert!(page.body.contains("Geen referentieadres</textarea>"));
    let first = [
        ("title-nl", "Geen referentieadres"),
        ("see-nl", "Eén alinea.\r\n\r\nNog een."),
        ("title-fr", "Pas d’adresse de référence"),
    ];
    assert_eq!(write(&network, id, &read, &edition, &first).status, 303);
    let file = world.store.structural_signal(id).unwrap();
    assert_eq!(file.entry.chapters[0].text[&Language::Nl].see, ["Eén alinea.", "Nog een."]);
    assert!(!file.entry.chapters[0].text.contains_key(&Language::En));

    let second = [("title-nl", "Nergens een adres"), ("see-nl", "Heel iets anders.")];
    let both = write(&network, id, &read, &edition, &second);
    assert_eq!(both.status, 409);
    says(&both, "Iemand anders bewaarde de tekst terwijl u schreef.");
    assert!(both.body.contains("Nergens een adres</textarea>"), "mine is still in the box");
    assert!(both.body.contains("<p lang=\"nl\">Nog een.</p>"), "theirs stands beside it");
    assert!(both.body.contains("<p lang=\"fr\">Pas d’adresse de référence</p>"), "also what I left empty");
    assert_eq!(world.store.structural_signal(id).unwrap().line.title.nl, "Geen referentieadres");
    assert_ne!(both.hidden("version"), read);
    assert_eq!(write(&network, id, &both.hidden("version"), &edition, &second).status, 303);
    assert_eq!(world.store.structural_signal(id).unwrap().line.title.nl, "Nergens een adres");
}

#[test]
fn a_text_with_personal_data_or_an_unprintable_character_comes_back_and_is_stored_nowhere() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let (read, edition) = (version(&world, id), open_edition(&world).to_string());
    let see = format!("Iemand met nummer {NUMBER} kreeg niets.");
    let refused = write(&network, id, &read, &edition, &[("title-nl", "Titel"), ("see-nl", &see)]);
    assert_eq!(refused.status, 422);
    says(&refused, "Dit lijkt op een rijksregisternummer.");
    says(&refused, "Wat wij zien (NL): Hier staat iets waaraan iemand te herkennen is.");
    assert!(!world.stores(NUMBER));
    let unprintable =
        write(&network, id, &read, &edition, &[("title-nl", "Titel"), ("see-nl", "Een 漢 teken.")]);
    assert_eq!(unprintable.status, 422);
    says(&unprintable, "Hier staat een teken dat niet gedrukt kan worden.");
    let empty = write(&network, id, &read, &edition, &[("see-nl", "Zonder titel.")]);
    assert_eq!(empty.status, 422);
    says(&empty, "Schrijf een titel in minstens één taal.");
    let mark = network.mark();
    let fields =
        [("csrf", mark.as_str()), ("edition", &edition), ("version", &read), ("title-nl", "Onderweg")];
    let here = [("accept", "text/html"), ("sec-fetch-site", "same-origin")];
    let switched = network.post_raw(&path(id, "/text?switch=fr"), &fields, &here);
    says(&switched, "Écrire le texte");
    assert!(switched.body.contains("Onderweg</textarea>"), "another language keeps what was typed");
    assert_eq!(version(&world, id), read, "nothing was written");
}

#[test]
fn signals_are_taken_out_moved_split_and_merged_with_a_reason_and_every_move_is_taken_back_from_the_history()
{
    let world = World::new();
    let network = world.signed_in("network");
    let signals = [1, 2, 3].map(|number| in_state(&world, SignalState::Accepted, number));
    let one = made(&world, &network, "Eerste", &signals[..2]);
    let other = made(&world, &network, "Tweede", &signals[2..]);
    let ids = signals.map(|id| id.to_string());

    let none = network.post(&path(one, "/signals"), &[("act", "take-out"), ("reason", "Past niet.")]);
    assert_eq!(none.status, 422);
    says(&none, "Vink eerst een of meer signalen aan.");
    let without = network.post(&path(one, "/signals"), &[("act", "take-out"), ("signal", &ids[0])]);
    assert_eq!((without.status, members(&world, one).len()), (422, 2));
    assert!(without.body.contains(&format!("value=\"{}\" checked", ids[0])), "the tick stays");
    let out = [("act", "take-out"), ("signal", ids[0].as_str()), ("reason", "Gaat over iets anders.")];
    assert_eq!(network.post(&path(one, "/signals"), &out).status, 303);
    assert_eq!(members(&world, one), signals[1..2]);
    let page = network.get(&path(one, ""));
    says(&page, "Eén signaal uitgehaald");
    says(&page, "Gaat over iets anders.");
    assert_eq!(network.post(&path(one, "/undo"), &[("event", &page.hidden("event"))]).status, 303);
    assert_eq!(members(&world, one).len(), 2);
    let again = network.post(&path(one, "/undo"), &[("event", &page.hidden("event"))]);
    assert_eq!(again.status, 422, "once");

    let into = other.to_string();
    let moved = [("act", "move"), ("signal", ids[0].as_str()), ("reason", "Hoort daar."), ("into", &into)];
    assert_eq!(network.post(&path(one, "/signals"), &moved).status, 303);
    assert_eq!(members(&world, other), [signals[2], signals[0]]);
    let added = network.get(&path(one, &format!("/add?signal={}&chosen=1", ids[0])));
    assert_eq!(added.status, 200);
    let taken = network.post(&path(one, "/signals"), &[("act", "add"), ("signal", &ids[0])]);
    assert_eq!(taken.status, 422);
    says(&taken, "hangt intussen aan een ander structureel signaal");

    let asked = network.post(&path(other, "/signals"), &[("act", "split"), ("signal", &ids[0])]);
    assert_eq!(asked.status, 200);
    says(&asked, "Deze signalen worden een nieuw structureel signaal");
    let split = [
        ("act", "split"),
        ("titles", "yes"),
        ("signal", ids[0].as_str()),
        ("title-nl", "Derde"),
        ("reason", "Ander loket."),
    ];
    let answer = network.post(&path(other, "/signals"), &split);
    assert_eq!(answer.status, 303, "{}", answer.words());
    let third = answer.location().strip_prefix("/structural/").unwrap().split('?').next().unwrap();
    let third = StructuralSignalId::parse(third).unwrap();
    assert_eq!((members(&world, third), members(&world, other)), (vec![signals[0]], vec![signals[2]]));

    // Taken back from the page of the new one, which is empty then: one lands where it was split from, and does it again.
    let page = network.get(&path(third, ""));
    let undone = network.post(&path(third, "/undo"), &[("event", &page.hidden("event"))]);
    assert_eq!(undone.location(), format!("/structural/{other}?done=undone#signals"));
    assert_eq!(members(&world, other), [signals[2], signals[0]]);
    let answer = network.post(&path(other, "/signals"), &split);
    let third = answer.location().strip_prefix("/structural/").unwrap().split('?').next().unwrap();
    let third = StructuralSignalId::parse(third).unwrap();

    let merging = [("into", into.as_str()), ("reason", "Eén probleem.")];
    let preview = network.post(&path(third, "/merge"), &merging);
    says(&preview, "Eén signaal gaat mee.");
    assert_eq!(members(&world, third).len(), 1, "a preview changes nothing");
    let sent = [("into", into.as_str()), ("reason", &preview.hidden("reason")), ("act", "merge")];
    assert_eq!(network.post(&path(third, "/merge"), &sent).status, 303);
    assert_eq!(members(&world, other), [signals[2], signals[0]]);
    says(&network.get(&path(third, "")), "Dit is samengevoegd met: Tweede");
    says(&network.get("/structural"), "Samengevoegd met een ander");
    let page = network.get(&path(third, ""));
    assert_eq!(network.post(&path(third, "/undo"), &[("event", &page.hidden("event"))]).status, 303);
    assert_eq!(members(&world, third), [signals[0]]);
}

#[test]
fn the_criteria_are_judged_and_only_somebody_who_did_not_write_clears_the_text() {
    let mut world = World::new();
    let second = world
        .store
        .add_account(
            NewAccount {
                name: "Somebody second".to_owned(),
                address: "second@example.org".to_owned(),
                organisation: None,
                authority: None,
                roles: vec![model::Role::NetworkCoordinator],
                language: Language::Nl,
            },
            None,
        )
        .unwrap();
    world.accounts.insert("second", second);
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let (read, edition) = (version(&world, id), open_edition(&world).to_string());
    let judged = [
        ("edition", edition.as_str()),
        ("criterion", "clear"),
        ("criterion", "shared"),
        ("note", "Besproken."),
    ];
    assert_eq!(network.post(&path(id, "/criteria"), &judged).status, 303);
    let page = network.get(&path(id, ""));
    assert!(page.body.contains("value=\"clear\" checked") && page.body.contains("Besproken.</textarea>"));
    assert!(!page.body.contains("value=\"neutral\" checked"));
    says(&page, "2 criteria zijn nog niet vervuld");
    says(&page, "U schreef mee aan deze tekst: iemand anders moet hem nalezen.");

    let items = store::Clearance::ALL.map(|item| ("item", item.code()));
    let mut fields = vec![("edition", edition.as_str()), ("version", read.as_str())];
    fields.extend(items);
    let own = network.post(&path(id, "/clearance"), &fields);
    assert_eq!((own.status, world.store.clearances(id, open_edition(&world)).unwrap().len()), (422, 0));
    let other = world.signed_in("second");
    assert_eq!(other.post(&path(id, "/clearance"), &fields).status, 303);
    says(&network.get(&path(id, "")), "nagelezen door Somebody second");
    let next = write(&network, id, &read, &edition, &[("title-nl", "Nergens een adres")]);
    assert_eq!(next.status, 303);
    let stale = other.post(&path(id, "/clearance"), &fields);
    assert_eq!(stale.status, 422);
    says(&stale, "De tekst is intussen veranderd.");
}

#[test]
fn dots_are_counted_with_their_spread_and_a_step_that_is_due_stands_on_top_of_the_list() {
    let world = World::new();
    let network = world.signed_in("network");
    let [one, other] = ["Eerste", "Tweede"].map(|title| made(&world, &network, title, &[]));
    let edition = open_edition(&world).to_string();
    let give = |id, count: &str| network.post(&path(id, "/dots"), &[("edition", &edition), ("dots", count)]);
    assert_eq!(give(one, "7").status, 303);
    let many = give(other, "4");
    assert_eq!(many.status, 422);
    says(&many, "Zoveel stippen hebt u niet meer.");
    assert_eq!(give(other, "veel").status, 422);
    assert_eq!(give(other, "3").status, 303);
    says(&network.get("/structural"), "7 stippen, alle van één mens");

    let act =
        |text: &str, day: &str| network.post(&path(one, "/actions"), &[("text", text), ("next_on", day)]);
    assert_eq!(act("", "").status, 422);
    let wrong = act("Gebeld met het kabinet.", "morgen");
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("Gebeld met het kabinet.</textarea>"));
    says(&wrong, "Schrijf de dag als jaar, maand en dag");
    assert_eq!(act("Gebeld met het kabinet.", "2020-01-01").status, 303);
    let list = network.get("/structural");
    says(&list, "Volgende stappen die nu moeten");
    says(&list, "tegen 1 januari 2020");
    says(&network.get(&path(one, "")), "Gebeld met het kabinet.");
    assert_eq!(act("Afspraak gemaakt.", "").status, 303);
    assert!(!network.get("/structural").words().contains("Volgende stappen die nu moeten"));
}

#[test]
fn a_description_is_changed_and_an_owner_outside_the_network_is_refused() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let page = network.get(&path(id, "/describe"));
    assert!(page.body.contains("<option value=\"alfa\" selected>"));
    let mut fields = DESCRIBED[1..].to_vec();
    fields.retain(|(name, _)| *name != "owner");
    fields.push(("owner", "nobody"));
    let refused = network.post(&path(id, "/describe"), &fields);
    assert_eq!(refused.status, 422);
    fields.retain(|(name, _)| *name != "owner");
    fields.push(("owner", "beta"));
    assert_eq!(network.post(&path(id, "/describe"), &fields).status, 303);
    assert_eq!(world.store.structural_signal(id).unwrap().line.owner, code("beta"));
}

#[test]
fn a_text_that_was_written_while_the_session_ended_comes_back_part_by_part() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = made(&world, &network, "Geen referentieadres", &[]);
    let (read, edition) = (version(&world, id), open_edition(&world).to_string());
    let mark = network.mark();
    world.signed_out(&network);
    let fields = [
        ("csrf", mark.as_str()),
        ("edition", &edition),
        ("version", &read),
        ("see-nl", "Een lange tekst."),
        ("see-fr", "Un long texte."),
    ];
    let here = [("accept", "text/html"), ("sec-fetch-site", "same-origin")];
    let kept = network.post_raw(&path(id, "/text"), &fields, &here);
    assert_eq!(kept.status, 401);
    says(&kept, "Wat wij zien (NL) Een lange tekst.");
    says(&kept, "Wat wij zien (FR) Un long texte.");
    assert_eq!((kept.hidden("see-fr"), kept.hidden("version")), ("Un long texte.".to_owned(), read));
}
