//! An answer or a verdict in one language alone: what says so, what waits for it, and how the other language comes to it.

use chrono::NaiveDate;
use model::{EditionNumber, Month, Period, StructuralSignalId};
use store::{LogFilter, MissingPlace, MissingText};

use crate::actor::Actor;
use crate::agreement;
use crate::signals::{says, says_not};
use crate::structural::path;
use crate::world::World;

const NEXT: EditionNumber = EditionNumber(3);

/// A structural signal in the published edition 2, for the Region and the municipality; edition 3 is open.
fn published(world: &World) -> StructuralSignalId {
    let id = agreement::published(world);
    let (from, to) = (Month::parse("2026-01").unwrap(), Month::parse("2026-12").unwrap());
    world.store.open_edition(NEXT, Period::new(from, to).unwrap()).unwrap();
    id
}

fn waits(world: &World) -> Vec<MissingText> {
    let day = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
    let all = world.store.missing_texts(NEXT, day).unwrap();
    let of_answers =
        |one: &MissingText| matches!(one.place, MissingPlace::Answer { .. } | MissingPlace::Verdict(_));
    all.into_iter().filter(of_answers).collect()
}

fn answers_in_french(actor: &Actor, id: StructuralSignalId) -> String {
    let fields = [("state", "study"), ("day", "2026-01-10"), ("answer-fr", "Nous étudions.")];
    let answered = actor.post(&format!("/problems/{id}/answer"), &fields);
    assert_eq!(answered.status, 303, "{}", answered.words());
    answered.location().to_owned()
}

#[test]
fn an_answer_in_one_language_is_told_wherever_the_edition_is_looked_at_and_completed_without_writing_it_again()
 {
    let world = World::new();
    let id = published(&world);
    let (reader, network) = (world.signed_in("reader"), world.signed_in("network"));
    says(&reader.get(&format!("/problems/{id}/answer")), "in het Nederlands en in het Frans staat");
    let landed = answers_in_french(&reader, id);
    assert_eq!(landed, format!("/problems?done=answered&of={id}#problem-{id}"));
    let page = reader.get(landed.split('#').next().unwrap());
    says(&page, "Het antwoord is genoteerd. Titel van reference-address (nl)");
    assert!(page.body.contains(&format!("<li id=\"problem-{id}\">")));
    says(&page, "Ontbreekt in het Nederlands");

    let said = "Antwoord op ‘Titel van reference-address (nl)’ (Brussels Hoofdstedelijk Gewest): \
                ontbreekt in het Nederlands";
    assert_eq!(waits(&world).len(), 1);
    says(&network.get("/structural"), "Wat het bevriezen van editie 3 nog tegenhoudt");
    says(&network.get("/structural"), said);
    says(&network.get(&path(id, "")), said);
    says(&network.get(&path(id, "")), "Ontbreekt in het Nederlands In het Nederlands aanvullen");

    let address = format!("/problems/{id}/complete");
    let asked = format!("{address}?of=answer&authority=region");
    says(&network.get(&asked), "Nous étudions.");
    let which = [("of", "answer"), ("authority", "region"), ("language", "nl")];
    let with = |words| which.into_iter().chain([("answer-nl", words)]).collect::<Vec<_>>();
    let empty = network.post(&address, &with(""));
    assert_eq!(empty.status, 422);
    says(&empty, "Schrijf het in het Nederlands.");
    let number = "Bel 85.07.30-033.28.";
    let blocked = network.post(&address, &with(number));
    assert_eq!(blocked.status, 422);
    assert!(blocked.body.contains(number) && !world.stores(number));

    let done = network.post(&address, &with("Wij bekijken het."));
    assert_eq!(done.location(), format!("/problems?done=completed&of={id}#problem-{id}"));
    let answer = world.store.structural_signal(id).unwrap().entry.answers.remove(0);
    assert_eq!((&*answer.text.nl, &*answer.text.fr), ("Wij bekijken het.", "Nous étudions."));
    assert_eq!(answer.date, NaiveDate::from_ymd_opt(2026, 1, 10), "the day of the answer stays");
    assert_eq!(waits(&world), []);
    says_not(&network.get("/structural"), said);
    says_not(&network.get(&path(id, "")), "Ontbreekt in het Nederlands");
    assert_eq!(network.post(&address, &with("Nog eens.")).status, 409, "what stands is not written over");
    assert_eq!(network.get(&asked).status, 409);
    let kinds = vec!["answer-completed".to_owned()];
    let (log, _) = world.store.log(&LogFilter { kinds, ..LogFilter::default() }, 5).unwrap();
    assert_eq!(log.len(), 1);
    assert_eq!((&log[0].detail["authority"], &log[0].detail["language"]), (&"region".into(), &"nl".into()));
    says(&network.get("/log"), "Antwoord van een overheid aangevuld in de andere taal");
}

#[test]
fn a_verdict_in_one_language_is_completed_by_whoever_judges_and_by_nobody_else() {
    let world = World::new();
    let id = published(&world);
    let coordinator = world.signed_in("coordinator");
    let fields = [("verdict", "better"), ("reason-nl", "Er is nu een loket.")];
    assert_eq!(coordinator.post(&format!("/problems/{id}/verdict"), &fields).status, 303);
    answers_in_french(&world.signed_in("reader"), id);
    assert_eq!(waits(&world).len(), 2);
    says(&coordinator.get("/problems"), "Ontbreekt in het Frans");
    says_not(&coordinator.get("/problems"), "Ontbreekt in het Nederlands");
    let address = format!("/problems/{id}/complete");
    let words = [("of", "verdict"), ("language", "fr"), ("reason-fr", "Il y a maintenant un guichet.")];
    for who in ["other-coordinator", "reader"] {
        assert_eq!(world.signed_in(who).post(&address, &words).status, 403, "{who}");
        says_not(&world.signed_in(who).get("/problems"), "Ontbreekt in het Frans");
    }
    assert_eq!(coordinator.get(&format!("{address}?of=answer&authority=region")).status, 403);
    assert_eq!(coordinator.get(&format!("{address}?of=rumour")).status, 404);
    assert_eq!(coordinator.post(&address, &words).status, 303);
    let verdict = world.store.structural_signal(id).unwrap().entry.verdicts.remove(0);
    assert_eq!(verdict.reason.fr, "Il y a maintenant un guichet.");
    assert_eq!(verdict.reason.nl, "Er is nu een loket.");
    assert_eq!(waits(&world).len(), 1);
}
