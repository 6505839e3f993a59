//! Structural signals as others read them: the filer, organisations that see it too, authorities.

use chrono::NaiveDate;
use model::{
    Answer, AnswerState, Authority, EditionNumber, FieldVerdict, Language, Localised, Recognition,
    StructuralSignalId, Verdict,
};
use testkit::{code, network, structural_signal, submission};
use wording::Wording;

use crate::actor::{Actor, Answer as Page};
use crate::signals::{filed_by, nl, page_of, says, says_not};
use crate::world::World;

/// Freezes and publishes an edition.
pub fn publish(world: &World, edition: u32) {
    let edition = EditionNumber(edition);
    world
        .store
        .freeze(edition, &mut |_, rows, parts| {
            while let Some(row) = rows.next()? {
                parts.write(row.organisation.as_str().as_bytes())?;
            }
            Ok(())
        })
        .unwrap();
    world.store.mark_published(edition, 1, "aa").unwrap();
}

/// A network with one structural signal in edition 2, answered and judged; it says what this reference says.
pub fn network_with_structural(references: &[(&str, &str)]) -> model::Network {
    let text = |text: &str| Localised { nl: text.to_owned(), fr: format!("{text} (fr)"), en: String::new() };
    let day = NaiveDate::from_ymd_opt(2026, 1, 10).unwrap();
    let mut entry = structural_signal("reference-address", 2, references);
    entry.answers = vec![Answer {
        authority: Authority::Municipality,
        edition: EditionNumber(2),
        state: AnswerState::Commitment,
        date: Some(day),
        text: text("Elke gemeente krijgt een loket."),
        recommendation: None,
        office: None,
    }];
    entry.verdicts = vec![FieldVerdict {
        edition: EditionNumber(2),
        verdict: Verdict::Unchanged,
        date: day,
        by: code("alfa"),
        reason: text("Er is nog geen loket."),
    }];
    model::Network { structural_signals: vec![entry], ..network() }
}

#[test]
fn the_filer_reads_the_chapter_and_what_authority_and_field_say_of_it_once_it_is_published() {
    let world = World::new();
    let id = filed_by(&world, "filer", submission("alfa", "A-1", "2025-11"), 1, false);
    world.store.release(id, world.accounts["coordinator"]).unwrap();
    world.store.accept(id, world.accounts["network"]).unwrap();
    world.store.import_network(&network_with_structural(&[("alfa", "A-1")])).unwrap();
    let filer = world.signed_in("filer");

    let before = filer.get(&page_of(id));
    says(&before, "Titel van reference-address (nl)");
    says(&before, "Editie 2, nog niet gepubliceerd");
    says_not(&before, "Elke gemeente krijgt een loket.");

    publish(&world, 1);
    publish(&world, 2);
    let page = filer.get(&page_of(id));
    says(&page, "Editie 2, hoofdstuk 1");
    says(&page, "Elke gemeente krijgt een loket.");
    says(&page, &Wording::new(Language::Nl).label(AnswerState::Commitment));
    says(&page, "Er is nog geen loket.");
    // English has no text of its own: the words say in which language they are.
    let english = world.signed_in("filer").in_language("en").get(&page_of(id));
    assert!(english.body.contains("<p lang=\"fr\">Elke gemeente krijgt een loket. (fr)</p>"));
}

#[test]
fn an_answer_to_an_earlier_edition_stays_answered_when_the_next_one_has_none_yet() {
    let world = World::new();
    let id = filed_by(&world, "filer", submission("alfa", "A-1", "2024-11"), 1, false);
    world.store.release(id, world.accounts["coordinator"]).unwrap();
    world.store.accept(id, world.accounts["network"]).unwrap();
    let mut network = network_with_structural(&[("alfa", "A-1")]);
    let entry = &mut network.structural_signals[0];
    let later = entry.chapters.clone();
    *entry = model::StructuralEntry {
        answers: vec![Answer { edition: EditionNumber(1), ..entry.answers[0].clone() }],
        verdicts: Vec::new(),
        ..structural_signal("reference-address", 1, &[("alfa", "A-1")])
    };
    entry.chapters.extend(later);
    world.store.import_network(&network).unwrap();
    let filer = world.signed_in("filer");
    let open = filer.get(&page_of(id));
    assert_eq!(open.body.matches("aria-current=\"step\"").count(), 1);
    publish(&world, 1);
    for edition in [1, 2] {
        if edition == 2 {
            publish(&world, 2);
        }
        let page = filer.get(&page_of(id));
        says(&page, "Elke gemeente krijgt een loket.");
        says(&page, &nl("path-answered"));
        assert!(
            !page.body.contains("aria-current=\"step\""),
            "after edition {edition} no step is still to come"
        );
    }
}

pub fn structural_id(world: &World) -> StructuralSignalId {
    world.store.known_problems(None).unwrap()[0].structural
}

pub fn recognise(actor: &Actor, id: StructuralSignalId, answer: &str, back: &str) -> Page {
    actor.post(&format!("/problems/{id}/recognise"), &[("answer", answer), ("back", back)])
}

#[test]
fn a_filers_we_see_this_too_is_a_proposal_and_the_coordinators_counts() {
    let world = World::new();
    world.store.import_network(&network_with_structural(&[])).unwrap();
    let id = structural_id(&world);
    let filer = world.signed_in("filer");
    says(&filer.get("/problems"), "Titel van reference-address (nl)");
    let answer = recognise(&filer, id, "often", "");
    assert_eq!((answer.status, answer.location()), (303, "/problems?done=proposed"));
    let page = filer.get(answer.location());
    says(&page, &nl("done-proposed"));
    says(&page, "U stelde voor: Wij zien dit vaak.");
    let said = |who: &str| {
        let organisation = if who.starts_with("other") { "beta" } else { "alfa" };
        world.store.known_problems(Some(&code(organisation))).unwrap()[0].mine
    };
    assert_eq!(said("filer"), None, "a proposal does not count");
    says_not(&world.signed_in("other-filer").get("/problems"), "U stelde voor");

    let coordinator = world.signed_in("coordinator");
    let queue = coordinator.get("/organisation");
    says(&queue, "Somebody filer stelt voor: Wij zien dit vaak");
    let answer = recognise(&coordinator, id, "sometimes", "/organisation");
    assert_eq!(answer.location(), "/organisation?done=recognised");
    assert_eq!(said("filer"), Some(Recognition::Sometimes));
    says_not(&coordinator.get("/organisation"), "stelt voor");
    says(&filer.get("/problems"), "Antwoord van uw organisatie: Wij zien dit soms");
    assert_eq!(recognise(&filer, id, "often", "https://evil.example").location(), "/problems?done=proposed");
    assert_eq!(recognise(&filer, id, "always", "").status, 400);
    assert_eq!(recognise(&filer, StructuralSignalId::from_random([1; 16]), "often", "").status, 404);
    for who in ["network", "reader", "administrator"] {
        assert_eq!(recognise(&world.signed_in(who), id, "often", "").status, 403, "{who}");
    }
}

#[test]
fn an_authority_reads_a_structural_signal_only_once_it_is_published() {
    let world = World::new();
    world.store.import_network(&network_with_structural(&[])).unwrap();
    let title = "Titel van reference-address (nl)";
    says_not(&world.signed_in("reader").get("/problems"), title);
    says(&world.signed_in("network").get("/problems"), title);
    publish(&world, 1);
    publish(&world, 2);
    let page = world.signed_in("reader").get("/problems");
    says(&page, title);
    says(&page, "Gepubliceerd in editie 2");
    says(&page, "Elke gemeente krijgt een loket.");
    assert!(!page.body.contains("/recognise"), "an authority is not asked");
    // The municipality is competent, and has answered to the second edition; the region is not.
    let waiting = |authority| {
        let account = world.store.account(world.accounts["reader"]).unwrap();
        world
            .store
            .change_account(account.id, &account.name, None, Some(authority), &account.roles, None)
            .unwrap();
        world.signed_in("reader").get("/problems?show=unanswered").words().contains(title)
    };
    assert!(!waiting(Authority::Region) && !waiting(Authority::Municipality));
    let mut unanswered = network_with_structural(&[]);
    unanswered.structural_signals[0].answers.clear();
    world.store.import_network(&unanswered).unwrap();
    assert!(!waiting(Authority::Region) && waiting(Authority::Municipality));
    assert_eq!(world.signed_in("network").get("/problems?show=unanswered").status, 404);
    assert_eq!(world.signed_in("reader").get("/problems?show=all").status, 404);
    // Its help speaks of answering, and not of filing.
    says(&world.signed_in("reader").get("/help"), &nl("help-reader-answer"));
    says_not(&world.signed_in("reader").get("/help"), &nl("help-offline"));
    says_not(&world.signed_in("filer").get("/help"), &nl("help-reader-answer"));
    assert_eq!(world.signed_in("administrator").get("/problems").status, 403);
}

#[test]
fn the_buttons_show_what_the_organisation_answers_and_it_can_be_changed() {
    let world = World::new();
    world.store.import_network(&network_with_structural(&[])).unwrap();
    let id = structural_id(&world);
    let coordinator = world.signed_in("coordinator");
    let pressed = || {
        let body = coordinator.get("/problems").body;
        let buttons = body.split("name=\"answer\" value=\"").skip(1);
        let pressed =
            buttons.filter(|button| button.split('>').next().unwrap().contains("aria-pressed=\"true\""));
        pressed.map(|button| button.split('"').next().unwrap().to_owned()).collect::<Vec<_>>()
    };
    assert_eq!(pressed(), Vec::<String>::new());
    for answer in ["often", "not"] {
        recognise(&coordinator, id, answer, "");
        assert_eq!(pressed(), [answer]);
    }
    says(&coordinator.get("/problems"), "Antwoord van uw organisatie: Wij zien dit niet");
    says(&world.signed_in("other-filer").get("/problems"), "Antwoord van uw organisatie: Wij zien dit vaak");
}

#[test]
fn what_is_published_is_read_whole_and_the_filer_sees_in_the_list_that_it_was_answered() {
    let world = World::new();
    let own = filed_by(&world, "filer", submission("alfa", "7", "2025-11"), 1, false);
    world.store.release(own, world.accounts["coordinator"]).unwrap();
    world.store.accept(own, world.accounts["network"]).unwrap();
    world.store.import_network(&network_with_structural(&[("alfa", "7")])).unwrap();
    let (filer, reader) = (world.signed_in("filer"), world.signed_in("reader"));
    let text = world.store.known_problems(None).unwrap()[0].text[&Language::Nl].clone();
    says_not(&filer.get("/signals"), &nl("signal-answered"));
    says_not(&reader.get("/problems"), &text.see[0]);
    publish(&world, 1);
    publish(&world, 2);
    says(&filer.get("/signals"), &nl("signal-answered"));
    let page = reader.get("/problems");
    says(&page, &nl("structural-text"));
    says(&page, &text.summary);
    says(&page, &text.see[0]);
}
