//! What became of a signal: who may read it, which steps lead on, the thread, the queues, "we see this too".

use chrono::NaiveDate;
use model::{
    Answer, AnswerState, Authority, CauseChoice, DraftId, EditionNumber, FieldVerdict, Language, Localised,
    Recognition, SignalId, SignalState, StructuralSignalId, Submission, Verdict,
};
use store::{Filing, Side, Slice, Via};
use testkit::{code, network, structural_signal, submission};
use wording::{Wording, args};

use crate::actor::{Actor, Answer as Page};
use crate::world::World;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";

const DAY: i64 = 86_400;

/// Files a signal of `alfa`'s filer.
pub fn filed(world: &World, number: u32) -> SignalId {
    filed_by(world, "filer", submission("alfa", "", "2025-11"), number, false)
}

pub fn filed_by(world: &World, who: &str, submission: Submission, number: u32, direct: bool) -> SignalId {
    filed_via(world, Via::Account(world.accounts[who]), submission, number, direct)
}

fn filed_via(world: &World, via: Via, submission: Submission, number: u32, direct: bool) -> SignalId {
    let client_id = uuid::Builder::from_random_bytes(u128::from(number).to_be_bytes()).into_uuid();
    let filing = Filing { client_id, submission, via, direct, release: false, draft: None };
    world.store.file(filing).unwrap().signal
}

/// A signal of `alfa`'s filer in this state.
pub fn in_state(world: &World, state: SignalState, number: u32) -> SignalId {
    let id = filed(world, number);
    let (coordinator, network) = (world.accounts["coordinator"], world.accounts["network"]);
    let store = &world.store;
    match state {
        SignalState::PreSignal => {}
        SignalState::SolvedInternally => store.solve_internally(id, coordinator, "Zelf geregeld.").unwrap(),
        SignalState::Referred => store.refer(id, coordinator, "Naar de huurdersbond.").unwrap(),
        SignalState::Withdrawn => store.withdraw(id, Some(world.accounts["filer"])).unwrap(),
        SignalState::Released | SignalState::Accepted | SignalState::Declined => {
            store.release(id, coordinator).unwrap();
            match state {
                SignalState::Accepted => store.accept(id, network).unwrap(),
                SignalState::Declined => store.decline(id, network, "Staat al in editie 1.").unwrap(),
                _ => {}
            }
        }
    }
    id
}

fn state_of(world: &World, id: SignalId) -> SignalState {
    world.store.signal(id).unwrap().line.state
}

fn page_of(id: SignalId) -> String {
    format!("/signals/{id}")
}

fn action(id: SignalId, name: &str) -> String {
    format!("/signals/{id}/{name}")
}

fn nl(key: &str) -> String {
    Wording::new(Language::Nl).say(key, &args![])
}

/// Whether a sentence stands on a page, in the language of the page.
#[track_caller]
fn says(page: &Page, sentence: &str) {
    let words = page.words();
    let sentence = sentence.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains(&sentence), "{sentence:?} is not on the page: {words}");
}

#[track_caller]
fn says_not(page: &Page, sentence: &str) {
    assert!(!page.words().contains(sentence), "{sentence:?} is on the page");
}

#[test]
fn a_signal_is_read_by_its_filer_its_coordinators_and_after_release_the_network_and_nobody_else_learns_of_it()
{
    let world = World::new();
    let card = world.card();
    let card_id = world.store.cards().unwrap()[0].id;
    let signals = [
        ("pre-signal", in_state(&world, SignalState::PreSignal, 1)),
        ("solved", in_state(&world, SignalState::SolvedInternally, 2)),
        ("released", in_state(&world, SignalState::Released, 3)),
        ("accepted", in_state(&world, SignalState::Accepted, 4)),
        ("declined", in_state(&world, SignalState::Declined, 5)),
        ("withdrawn", in_state(&world, SignalState::Withdrawn, 6)),
        ("direct", filed_by(&world, "filer", submission("alfa", "", "2025-11"), 7, true)),
        ("card", filed_via(&world, Via::Card(card_id), submission("gamma", "", "2025-11"), 8, false)),
        ("of another", filed_by(&world, "other-filer", submission("beta", "", "2025-11"), 9, false)),
    ];
    // Who reads which; all others get the page of what does not exist.
    let readers: [(&str, &[&str]); 8] = [
        ("filer", &["pre-signal", "solved", "released", "accepted", "declined", "withdrawn", "direct"]),
        ("coordinator", &["pre-signal", "solved", "released", "accepted", "declined", "withdrawn", "card"]),
        ("network", &["released", "accepted", "declined", "direct"]),
        ("other-filer", &["of another"]),
        ("other-coordinator", &["of another"]),
        ("colleague", &[]),
        ("reader", &[]),
        ("administrator", &[]),
    ];
    for (who, reads) in readers {
        let actor = world.signed_in(who);
        for (name, id) in &signals {
            let answer = actor.get(&page_of(*id));
            let expected = if reads.contains(name) { 200 } else { 404 };
            assert_eq!(answer.status, expected, "{who} opens the signal {name:?}");
            if expected == 404 {
                let nothing = actor.get(&page_of(SignalId::from_random([9; 16])));
                assert_eq!(
                    answer.words(),
                    nothing.words(),
                    "{who} cannot tell {name:?} from what does not exist"
                );
                assert_eq!(actor.post(&action(*id, "messages"), &[("text", "Wie is dit?")]).status, 404);
            }
        }
    }
    for (_, id) in &signals {
        assert_eq!(world.visitor().get(&page_of(*id)).status, 303);
        assert_eq!(card.get(&page_of(*id)).status, 403, "a card follows by its receipt");
        assert_eq!(world.program().get(&page_of(*id)).status, 303);
    }
}

#[test]
fn a_step_is_taken_from_the_right_state_and_refused_from_every_other_in_the_readers_language() {
    let world = World::new();
    let steps = [
        ("coordinator", "release", SignalState::Released, &[SignalState::PreSignal][..]),
        ("coordinator", "solve", SignalState::SolvedInternally, &[SignalState::PreSignal]),
        ("network", "accept", SignalState::Accepted, &[SignalState::Released]),
        ("network", "decline", SignalState::Declined, &[SignalState::Released]),
        (
            "filer",
            "withdraw",
            SignalState::Withdrawn,
            &[SignalState::PreSignal, SignalState::Released, SignalState::Accepted],
        ),
    ];
    let mut number = 0;
    for (who, step, to, from) in steps {
        for state in SignalState::ALL {
            number += 1;
            let id = in_state(&world, *state, number);
            // What was referred here was referred by its organisation, and never released.
            let hidden = who == "network"
                && matches!(
                    state,
                    SignalState::PreSignal
                        | SignalState::SolvedInternally
                        | SignalState::Referred
                        | SignalState::Withdrawn
                );
            for language in [Language::Fr, Language::En, Language::Nl] {
                if from.contains(state) && language != Language::Nl {
                    continue;
                }
                let actor = world.signed_in(who).in_language(language.code());
                let fields = [("reason", "Niet opgenomen, omdat het lokaal is."), ("note", "")];
                let answer = actor.post(&action(id, step), &fields);
                if from.contains(state) {
                    assert_eq!((answer.status, state_of(&world, id)), (303, to), "{step} from {state}");
                } else if hidden {
                    assert_eq!(answer.status, 404, "{step} from {state}");
                } else {
                    assert_eq!((answer.status, state_of(&world, id)), (409, *state), "{step} from {state}");
                    says(&answer, &Wording::new(language).say("failure-conflict.title", &args![]));
                }
            }
        }
    }
}

#[test]
fn nobody_takes_a_step_that_is_anothers() {
    let world = World::new();
    let pre_signal = in_state(&world, SignalState::PreSignal, 1);
    let released = in_state(&world, SignalState::Released, 2);
    let cases = [
        ("filer", pre_signal, "release", 403),
        ("filer", pre_signal, "solve", 403),
        ("colleague", pre_signal, "withdraw", 404),
        ("other-coordinator", pre_signal, "release", 404),
        ("other-coordinator", pre_signal, "withdraw", 404),
        ("coordinator", released, "accept", 403),
        ("filer", released, "decline", 403),
        ("network", pre_signal, "accept", 404),
        ("network", released, "release", 403),
        ("network", released, "withdraw", 403),
        ("reader", released, "accept", 403),
        ("administrator", released, "withdraw", 403),
    ];
    for (who, id, step, status) in cases {
        let answer = world.signed_in(who).post(&action(id, step), &[("reason", "Omdat."), ("note", "")]);
        assert_eq!(answer.status, status, "{who} {step}");
    }
    assert_eq!(state_of(&world, pre_signal), SignalState::PreSignal);
    assert_eq!(state_of(&world, released), SignalState::Released);
}

#[test]
fn a_question_is_asked_seen_and_replied_to_by_the_filer_and_by_the_organisation() {
    let world = World::new();
    let id = filed(&world, 1);
    let (filer, coordinator, network) =
        (world.signed_in("filer"), world.signed_in("coordinator"), world.signed_in("network"));
    // Nobody replies to what was not asked.
    assert_eq!(filer.post(&action(id, "messages"), &[("text", "Hallo?")]).status, 409);
    says_not(&filer.get(&page_of(id)), &nl("thread-reply"));

    // Before the release the organisation's coordinator asks.
    let page = coordinator.get(&page_of(id));
    says(&page, &nl("thread-question.hint"));
    let asked = coordinator.post(&action(id, "messages"), &[("text", "Gebeurt dit vaak?")]);
    assert_eq!((asked.status, asked.location()), (303, "/organisation?done=asked"));
    let mine = filer.get("/signals");
    says(&mine, "Er is één vraag voor u");
    assert!(mine.body.contains(&format!("href=\"/signals/{id}#thread\"")), "the list leads to it");
    says(&mine, &nl("signal-question-waits"));
    let page = filer.get(&page_of(id));
    says(&page, "Gebeurt dit vaak?");
    says(&page, &nl("thread-reply.hint"));
    let at = |part: &str| page.body.find(part).unwrap();
    assert!(at("id=\"thread\"") < at("id=\"became\""), "who is asked reads the question first");
    let replied = filer.post(&action(id, "messages"), &[("text", "Elke week.\r\nOok in de zomer.")]);
    assert_eq!(replied.location(), format!("/signals/{id}?done=replied"));
    says_not(&filer.get("/signals"), &nl("signal-question-waits"));
    says(&coordinator.get(&page_of(id)), "Ook in de zomer.");

    // After it the network's coordinator asks, and the organisation replies: the signal survives the worker.
    coordinator.post(&action(id, "release"), &[]);
    says(&network.get(&page_of(id)), &nl("thread-question.hint"));
    let asked = network.post(&action(id, "messages"), &[("text", "Ook bij andere loketten?")]);
    assert_eq!((asked.status, asked.location()), (303, "/network?done=asked"));
    assert_eq!(coordinator.post(&action(id, "messages"), &[("text", "Bij elk loket.")]).status, 303);
    let thread = world.store.signal(id).unwrap().messages;
    let said: Vec<(Side, &str)> = thread.iter().map(|one| (one.side, one.text.as_str())).collect();
    assert_eq!(
        said,
        [
            (Side::Coordinator, "Gebeurt dit vaak?"),
            (Side::Filer, "Elke week.\nOok in de zomer."),
            (Side::Coordinator, "Ook bij andere loketten?"),
            (Side::Filer, "Bij elk loket."),
        ]
    );
    // What goes no further has nothing to ask.
    network.post(&action(id, "decline"), &[("reason", "Staat al in editie 1.")]);
    assert_eq!(network.post(&action(id, "messages"), &[("text", "Nog iets?")]).status, 409);
}

#[test]
fn a_question_who_the_family_is_goes_only_to_whoever_confirms_that_it_asks_nobody() {
    let world = World::new();
    let id = filed(&world, 1);
    let coordinator = world.signed_in("coordinator");
    let ask = |fields: &[(&str, &str)]| coordinator.post(&action(id, "messages"), fields);
    for question in ["Hoe heet ze?", "Comment s’appelle la mère ?", "What is her name?"] {
        let answer = ask(&[("text", question)]);
        assert_eq!(answer.status, 422, "{question}");
        says(&answer, &nl("free-text-asks-who"));
        says(&answer, &nl("free-text-sure-who"));
    }
    assert_eq!(world.store.signal(id).unwrap().messages.len(), 0);
    assert_eq!(ask(&[("text", "Hoe heet de dienst?")]).status, 303);
    // A filer may be unlucky with words too, but nobody asks the coordinator's name there.
    let replied = world.signed_in("filer").post(&action(id, "messages"), &[("text", "Hoe heet ze?")]);
    assert_eq!(replied.status, 303);
    assert_eq!(ask(&[("text", "Hoe heet ze?"), ("text-sure", "1")]).status, 303);
}

#[test]
fn a_text_that_identifies_somebody_is_refused_in_every_box_kept_on_the_page_and_stored_nowhere() {
    let world = World::new();
    let pre_signal = in_state(&world, SignalState::PreSignal, 1);
    let released = in_state(&world, SignalState::Released, 2);
    let asked = in_state(&world, SignalState::Released, 3);
    let network = world.accounts["network"];
    world.store.write_message(asked, Side::Coordinator, Some(network), "Waar?").unwrap();
    let boxes = [
        ("coordinator", pre_signal, "messages", "text"),
        ("coordinator", pre_signal, "solve", "note"),
        ("network", released, "messages", "text"),
        ("network", released, "decline", "reason"),
        ("filer", asked, "messages", "text"),
    ];
    for (who, id, step, field) in boxes {
        let text = format!("Het gaat om <mevrouw> {NUMBER} & haar kind.");
        let answer = world.signed_in(who).post(&action(id, step), &[(field, &text)]);
        assert_eq!(answer.status, 422, "{who} {step}");
        says(&answer, &nl("free-text-blocked"));
        says(&answer, &nl("finding-nrn"));
        says(&answer, &nl("suggestion-nrn"));
        assert!(answer.body.contains(&format!("<mark>{NUMBER}</mark>")), "the place is shown");
        let kept = answer.body.split_once("<textarea").unwrap().1.to_owned() + &answer.body;
        assert!(
            kept.contains("&#60;mevrouw&#62;") || kept.contains("&lt;mevrouw&gt;"),
            "what was typed is kept"
        );
        assert!(!answer.body.contains("<mevrouw>"));
        assert!(answer.body.contains(&format!("href=\"#{field}\"")), "the summary leads to the box");
    }
    assert_eq!(state_of(&world, pre_signal), SignalState::PreSignal);
    assert_eq!(state_of(&world, released), SignalState::Released);
    assert_eq!(world.store.signal(asked).unwrap().messages.len(), 1);
    assert!(!world.stores(NUMBER));
    assert!(world.stores("Geen adres, geen recht"), "the search finds what is stored");
    assert!(world.log.lock().unwrap().is_empty());
}

#[test]
fn a_box_that_is_empty_or_too_full_comes_back_with_the_reason() {
    let world = World::new();
    let id = in_state(&world, SignalState::Released, 1);
    let network = world.signed_in("network");
    let long = "lang ".repeat(300);
    for (text, key) in
        [("", "free-text-missing"), (" \r\n ", "free-text-missing"), (&*long, "free-text-long")]
    {
        for (step, field) in [("decline", "reason"), ("messages", "text")] {
            let answer = network.post(&action(id, step), &[(field, text)]);
            assert_eq!(answer.status, 422, "{step} {key}");
            says(&answer, &Wording::new(Language::Nl).say(key, &args![limit = 1_000]));
        }
    }
    assert_eq!(state_of(&world, id), SignalState::Released);
}

#[test]
fn the_filer_reads_where_the_signal_stands_and_why() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let keys = [
        (SignalState::PreSignal, "path-weighing"),
        (SignalState::SolvedInternally, "path-solved"),
        (SignalState::Released, "path-reading"),
        (SignalState::Accepted, "path-gathering"),
        (SignalState::Declined, "path-declined"),
        (SignalState::Withdrawn, "path-withdrawn"),
    ];
    for (number, (state, key)) in (1..).zip(keys) {
        let page = filer.get(&page_of(in_state(&world, state, number)));
        assert_eq!(page.status, 200);
        assert_eq!(page.body.matches("aria-current=\"step\"").count(), 1, "{state}");
        let (_, now) = page.body.split_once("aria-current=\"step\"><h3>").unwrap();
        assert!(now.starts_with(&nl(key)), "{state}: {now}");
        assert_eq!(page.body.contains("Zelf geregeld."), state == SignalState::SolvedInternally);
        assert_eq!(page.body.contains("Staat al in editie 1."), state == SignalState::Declined);
    }
}

#[test]
fn withdrawing_asks_once_more_and_is_over_when_the_edition_is_frozen() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let id = in_state(&world, SignalState::Accepted, 1);
    assert!(filer.get(&page_of(id)).body.contains(&action(id, "withdraw")));
    let sure = filer.get(&action(id, "withdraw"));
    says(&sure, &nl("withdraw-text"));
    assert_eq!(state_of(&world, id), SignalState::Accepted, "asking changes nothing");
    let answer = filer.post(&action(id, "withdraw"), &[]);
    assert_eq!(answer.location(), format!("/signals/{id}?done=withdrawn"));
    says(&filer.get(answer.location()), &nl("done-withdrawn"));

    let taken = in_state(&world, SignalState::Accepted, 2);
    publish(&world, 1);
    publish(&world, 2);
    let page = filer.get(&page_of(taken));
    assert!(!page.body.contains(&action(taken, "withdraw")), "an edition took it");
    assert_eq!(filer.get(&action(taken, "withdraw")).status, 409);
    assert_eq!(filer.post(&action(taken, "withdraw"), &[]).status, 409);
}

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
fn network_with_structural(references: &[(&str, &str)]) -> model::Network {
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

#[test]
fn codes_are_said_in_words_and_the_number_of_an_organisation_stays_with_it() {
    let world = World::new();
    let id = filed(&world, 1);
    let page = world.signed_in("filer").get(&page_of(id));
    says(&page, "housing (nl)");
    says(&page, &Wording::new(Language::Nl).label(model::Cause::NotObtained));
    says_not(&page, "Beslist:");
    // The number of the organisation is the organisation's.
    let mut numbered = submission("alfa", "ALFA-77", "2025-11");
    numbered.problem = "Een gezin krijgt nergens een referentieadres.".to_owned();
    let numbered = filed_by(&world, "filer", numbered, 2, true);
    says(&world.signed_in("filer").get(&page_of(numbered)), "ALFA-77");
    says_not(&world.signed_in("network").get(&page_of(numbered)), "ALFA-77");
}

#[test]
fn the_own_signals_come_twenty_at_a_time_newest_first() {
    let world = World::new();
    for number in 1..=25 {
        let mut one = submission("alfa", "", "2025-11");
        one.headline = format!("Signaal nummer {number}.");
        filed_by(&world, "filer", one, number, false);
    }
    let filer = world.signed_in("filer");
    let first = filer.get("/signals");
    assert_eq!(first.body.matches("<li class=\"signal\">").count(), 20);
    says(&first, "Signaal nummer 25.");
    says_not(&first, "Signaal nummer 5.");
    says(&first, "Bladzijde 1 van 2");
    assert!(first.body.contains("href=\"/signals?page=2\""));
    let second = filer.get("/signals?page=2");
    assert_eq!(second.body.matches("<li class=\"signal\">").count(), 5);
    says(&second, "Signaal nummer 5.");
    assert!(second.body.contains("href=\"/signals\" rel=\"prev\""));
    for page in ["3", "0", "-1", "x", "99999999999999999999", "4294967295"] {
        assert_eq!(filer.get(&format!("/signals?page={page}")).status, 404, "page {page}");
    }
}

#[test]
fn every_list_says_in_each_language_that_it_is_empty() {
    let world = World::new();
    let lists = [
        ("filer", "/signals", "signals-none"),
        ("coordinator", "/organisation", "organisation-none-weigh"),
        ("coordinator", "/organisation?show=released", "organisation-none"),
        ("coordinator", "/organisation?show=solved", "organisation-none"),
        ("coordinator", "/organisation?show=all", "organisation-none"),
        ("network", "/network", "network-none"),
        ("network", "/network?domain=housing", "network-none-filtered"),
        ("reader", "/problems", "problems-none"),
        ("filer", "/problems", "problems-none"),
    ];
    for language in Language::ALL {
        let wording = Wording::new(*language);
        for (who, path, key) in lists {
            let page = world.signed_in(who).in_language(language.code()).get(path);
            assert_eq!(page.status, 200, "{path}");
            assert!(page.body.contains(&format!("<html lang=\"{language}\">")));
            says(&page, &wording.say(&format!("{key}.title"), &args![]));
            says(&page, &wording.say(key, &args![]));
        }
    }
    assert_eq!(world.signed_in("coordinator").get("/organisation?show=nothing").status, 404);
}

#[test]
fn a_draft_is_its_owners_to_open_and_to_throw_away() {
    let world = World::new();
    let id = DraftId::from_random([3; 16]);
    world.store.save_draft(world.accounts["filer"], id, "{}").unwrap();
    let filer = world.signed_in("filer");
    let page = filer.get("/signals");
    assert!(page.body.contains(&format!("/file?draft={id}")));
    says(&page, "Nog 30 dagen bewaard");
    says_not(&world.signed_in("colleague").get("/signals"), "Nog 30 dagen bewaard");
    let delete = format!("/drafts/{id}/delete");
    assert_eq!(world.signed_in("colleague").post(&delete, &[]).status, 404);
    assert_eq!(world.store.drafts(world.accounts["filer"]).unwrap().len(), 1);
    let answer = filer.post(&delete, &[]);
    assert_eq!((answer.status, answer.location()), (303, "/signals?done=draft-deleted"));
    says(&filer.get(answer.location()), &nl("done-draft-deleted"));
    assert!(world.store.drafts(world.accounts["filer"]).unwrap().is_empty());
    assert_eq!(filer.post(&delete, &[]).status, 404);
}

#[test]
fn a_coordinator_works_through_the_queue_and_is_told_each_time_what_was_done() {
    let world = World::new();
    world.card();
    let card = world.store.cards().unwrap()[0].id;
    let mut ids = vec![filed(&world, 1), filed(&world, 2)];
    ids.push(filed_via(&world, Via::Card(card), submission("gamma", "", "2025-11"), 3, false));
    filed_by(&world, "filer", submission("alfa", "", "2025-11"), 4, true);
    filed_by(&world, "other-filer", submission("beta", "", "2025-11"), 5, false);
    world.pass(3 * DAY);
    let coordinator = world.signed_in("coordinator");
    let queue = coordinator.get("/organisation");
    says(&queue, "Te wegen (3)");
    says(&queue, "Wacht 3 dagen");
    says(&queue, "Van Somebody filer");
    says(&queue, "Met de signaalkaart van gamma (nl)");
    assert_eq!(
        queue.body.matches("<li class=\"signal\">").count(),
        3,
        "neither the direct one nor another's"
    );

    let order: Vec<SignalId> = world
        .store
        .signals_to_release(&code("alfa"), Slice::first(9))
        .unwrap()
        .lines
        .iter()
        .map(|line| line.id)
        .collect();
    assert_eq!(order, ids, "the oldest first, and of one day in the order in which they came");
    // Asked about, the first waits behind the others: the second follows.
    let answer = coordinator.post(&action(order[0], "messages"), &[("text", "Ook elders?")]);
    assert_eq!(answer.location(), format!("/signals/{}?done=asked&next=yes", order[1]));
    let next = coordinator.get(answer.location());
    says(&next, &nl("done-asked"));
    says(&next, &nl("done-next"));
    assert!(next.body.contains("role=\"status\""));
    let queue = coordinator.get("/organisation");
    says(&queue, &nl("signal-question-open"));
    let last = queue.body.rfind("href=\"/signals/").map(|at| &queue.body[at + 15..at + 51]);
    assert_eq!(last, Some(order[0].to_string().as_str()), "what waits for an answer stands last");
    let answer = coordinator.post(&action(order[1], "release"), &[]);
    assert!(answer.location().starts_with(&format!("/signals/{}?done=released&of=", order[2])));
    assert!(answer.location().ends_with("&next=yes"));
    let answer = coordinator.post(&action(order[2], "release"), &[]);
    assert!(answer.location().starts_with("/organisation?done=released&of="), "nothing to decide is left");
    says_not(&coordinator.get(answer.location()), &nl("done-last"));
    world.store.write_message(order[0], Side::Filer, Some(world.accounts["filer"]), "Overal.").unwrap();
    says_not(&coordinator.get("/organisation"), &nl("signal-question-open"));
    let answer = coordinator.post(&action(order[0], "solve"), &[("note", "Met het loket geregeld.")]);
    let done = coordinator.get(answer.location());
    says(&done, &nl("done-last"));
    says(&done, "Te wegen (0)");
    says(&coordinator.get("/organisation?show=solved"), "Geen adres, geen recht");
    // The address holds a code of ours and nothing else: what is no code is not said.
    says_not(&coordinator.get("/organisation?done=%3Cb%3Enot-a-code"), "not-a-code");
    assert!(ids.contains(&order[0]));
}

#[test]
fn the_network_sees_the_oldest_first_finds_by_code_and_learns_who_waits_too_long() {
    let world = World::new();
    let old = in_state(&world, SignalState::Released, 1);
    let mut other = submission("beta", "", "2025-11");
    other.domain = code("health");
    other.other_domains = Vec::new();
    other.cause = CauseChoice::NoRight;
    other.other_causes = Vec::new();
    other.headline = "Geen tolk in het ziekenhuis".to_owned();
    let other = filed_by(&world, "other-filer", other, 2, false);
    world.store.release(other, world.accounts["other-coordinator"]).unwrap();
    let direct = filed_by(&world, "filer", submission("alfa", "", "2025-11"), 3, true);
    let network = world.signed_in("network");
    let all = network.get("/network");
    says(&all, "3 signalen");
    says(&all, &nl("network-direct"));
    says_not(&all, &nl("network-overdue"));
    says_not(&all, "Somebody filer");
    for (query, count) in [
        ("domain=housing", "2 signalen"),
        ("domain=health", "Eén signaal"),
        ("cause=none", "Eén signaal"),
        ("cause=not-obtained", "2 signalen"),
        ("organisation=beta", "Eén signaal"),
        ("organisation=beta&domain=health&cause=none", "Eén signaal"),
        ("organisation=&domain=&cause=", "3 signalen"),
    ] {
        says(&network.get(&format!("/network?{query}")), count);
    }
    says(&network.get("/network?organisation=alfa&domain=health"), &nl("network-none-filtered.title"));
    says(&network.get("/network?organisation=%3Cb%3E"), &nl("network-none-filtered.title"));

    // 15 January 2026 is a Thursday: the tenth working day after it is the 29th.
    world.store.write_message(direct, Side::Coordinator, Some(world.accounts["network"]), "Waar?").unwrap();
    world.pass(14 * DAY);
    says_not(&world.signed_in("network").get("/network"), &nl("network-overdue"));
    world.pass(DAY);
    let late = world.signed_in("network").get("/network");
    assert_eq!(late.words().matches(&nl("network-overdue")).count(), 2, "a question is an answer of a human");
    let network = world.signed_in("network");
    let first = network.get("/network").body.split_once("/signals/").unwrap().1[..36].to_owned();
    let first = SignalId::parse(&first).unwrap();
    let answer = network.post(&action(first, "accept"), &[]);
    assert!(answer.location().contains("?done=accepted&of=") && answer.location().ends_with("&next=yes"));
    assert_eq!(first, old, "the oldest, and the one that was asked about behind the others");
    assert!(answer.location().starts_with(&format!("/signals/{other}?")));
    let answer = network.post(&action(other, "decline"), &[("reason", "Staat al in editie 1.")]);
    assert!(answer.location().starts_with("/network?done=declined"), "the question is not answered yet");
    let queue = network.get("/network");
    says(&queue, &nl("signal-question-open"));
    assert!(queue.body.contains(&direct.to_string()));
}

fn structural_id(world: &World) -> StructuralSignalId {
    world.store.known_problems(None).unwrap()[0].structural
}

fn recognise(actor: &Actor, id: StructuralSignalId, answer: &str, back: &str) -> Page {
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
fn every_sentence_that_is_chosen_by_a_code_exists() {
    let mut keys = Vec::new();
    for done in [
        "released",
        "solved",
        "asked",
        "replied",
        "accepted",
        "declined",
        "withdrawn",
        "draft-deleted",
        "recognised",
        "proposed",
        "undone",
    ] {
        keys.push(format!("done-{done}"));
    }
    for kind in screening::Kind::ALL {
        keys.push(format!("finding-{}", kind.code()));
        keys.push(format!("suggestion-{}", kind.code()));
        keys.push(format!("finding-do-{}", kind.certainty().code()));
    }
    keys.extend(SignalState::ALL.iter().map(|state| format!("signal-now-{state}")));
    keys.extend(["released", "solved", "all"].map(|section| format!("organisation-{section}")));
    for named in ["thread-question", "thread-reply", "weigh-note", "judge-reason"] {
        keys.extend([named.to_owned(), format!("{named}.hint")]);
    }
    for language in Language::ALL {
        let wording = Wording::new(*language);
        for key in &keys {
            let args = args![edition = "1", limit = 1];
            assert!(wording.try_say(key, &args).is_some(), "{key} in {language}");
        }
    }
}

#[test]
fn a_step_is_taken_back_in_the_same_visit_and_as_long_as_nothing_else_happened() {
    let world = World::new();
    let (coordinator, network) = (world.signed_in("coordinator"), world.signed_in("network"));
    for (number, (who, step, fields, from)) in (1..).zip([
        (&coordinator, "release", [("note", "")], SignalState::PreSignal),
        (&coordinator, "solve", [("note", "Met het loket geregeld.")], SignalState::PreSignal),
        (&network, "accept", [("reason", "")], SignalState::Released),
        (&network, "decline", [("reason", "Staat al in editie 1.")], SignalState::Released),
    ]) {
        let id = in_state(&world, from, number);
        let answer = who.post(&action(id, step), &fields);
        let page = who.get(answer.location());
        says(&page, &nl("done-undo"));
        // The line names the signal, the address does not.
        let headline = world.store.signal(id).unwrap().line.headline;
        assert!(page.body.contains(&format!("<q lang=\"nl\">{headline}</q>")), "{step}: {headline}");
        assert!(!answer.location().contains(headline.split(' ').next_back().unwrap()), "{step}");
        let mark = page.hidden("undo");
        // Not from another visit, not by another, not with a mark of nothing.
        assert_eq!(who.post(&action(id, "undo"), &[("undo", "")]).status, 409, "{step}");
        let again =
            world.signed_in(if step == "release" || step == "solve" { "coordinator" } else { "network" });
        says_not(&again.get(answer.location()), &nl("done-undo"));
        assert_eq!(again.post(&action(id, "undo"), &[("undo", &mark)]).status, 409, "{step}");
        assert_eq!(world.signed_in("filer").post(&action(id, "undo"), &[("undo", &mark)]).status, 403);
        assert_ne!(state_of(&world, id), from);
        let undone = who.post(&action(id, "undo"), &[("undo", &mark)]);
        assert_eq!(undone.location(), format!("/signals/{id}?done=undone"), "{step}");
        says(&who.get(undone.location()), &nl("done-undone"));
        assert_eq!(state_of(&world, id), from);
        assert_eq!(world.store.signal(id).unwrap().reason, None);
        let words = fields[0].1;
        assert!(words.is_empty() || !world.stores(words), "what is taken back is gone");
        assert_eq!(who.post(&action(id, "undo"), &[("undo", &mark)]).status, 409, "once");
    }
    let id = in_state(&world, SignalState::PreSignal, 9);
    let answer = coordinator.post(&action(id, "release"), &[]);
    let mark = coordinator.get(answer.location()).hidden("undo");
    world.store.write_message(id, Side::Coordinator, Some(world.accounts["network"]), "Waar?").unwrap();
    says_not(&coordinator.get(answer.location()), &nl("done-undo"));
    assert_eq!(coordinator.post(&action(id, "undo"), &[("undo", &mark)]).status, 409);
    assert_eq!(state_of(&world, id), SignalState::Released);
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
