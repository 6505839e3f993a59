//! The coordinators' work: filters, searches and kept views; weighing, correcting, putting aside, referring, the same case,
//! redaction; several at once; the log.

use model::{Language, SignalId, SignalState, Submission, Weighing, WeighingAnswer};
use store::{Filing, Side, Via};
use testkit::{code, submission};
use wording::{Wording, args};

use crate::actor::{Actor, Answer as Page, unescaped};
use crate::signals::{filed, in_state};
use crate::world::World;

const DAY: i64 = 86_400;

fn nl(key: &str) -> String {
    Wording::new(Language::Nl).say(key, &args![])
}

#[track_caller]
fn says(page: &Page, sentence: &str) {
    assert!(page.words().contains(sentence), "{sentence:?} is not on the page: {}", page.words());
}

#[track_caller]
fn says_not(page: &Page, sentence: &str) {
    assert!(!page.words().contains(sentence), "{sentence:?} is on the page: {}", page.words());
}

fn signals_on(page: &Page) -> usize {
    page.body.matches("<li class=\"signal\">").count()
}

fn action(id: SignalId, name: &str) -> String {
    format!("/signals/{id}/{name}")
}

fn state_of(world: &World, id: SignalId) -> SignalState {
    world.store.signal(id).unwrap().line.state
}

/// A released signal of `alfa` that differs by this.
fn released(world: &World, number: u32, change: impl FnOnce(&mut Submission)) -> SignalId {
    let mut submission = submission("alfa", "", "2025-11");
    change(&mut submission);
    let via = Via::Account(world.accounts["filer"]);
    let client_id = uuid::Builder::from_random_bytes(u128::from(number).to_be_bytes()).into_uuid();
    let filing = Filing { client_id, submission, via, direct: false, release: true, draft: None };
    let id = world.store.file(filing).unwrap().signal;
    if state_of(world, id) == SignalState::PreSignal {
        world.store.release(id, world.accounts["coordinator"]).unwrap();
    }
    id
}

fn undo_last(actor: &Actor, id: SignalId, page: &Page) {
    let mark = page.hidden("undo");
    assert!(!mark.is_empty(), "the page offers the way back");
    let undone = actor.post(&action(id, "undo"), &[("undo", &mark)]);
    assert_eq!(undone.status, 303, "{}", undone.words());
    says(&actor.get(undone.location()), &nl("done-undone"));
}

#[test]
fn a_queue_is_filtered_by_codes_in_its_address_and_sorted() {
    let world = World::new();
    let first = released(&world, 1, |_| {});
    released(&world, 2, |submission| {
        submission.language = Language::Fr;
        submission.right = None;
        submission.place = model::Place::Region;
    });
    let network = world.signed_in("network");
    for (query, count) in [
        ("", 2),
        ("language=fr", 1),
        ("language=nl&place=region", 0),
        ("place=region", 1),
        ("right=reference-address", 1),
        ("overdue=yes", 0),
        ("asked=yes", 0),
        ("asked=no", 2),
        ("aside=yes", 0),
        ("language=xx", 0),
    ] {
        assert_eq!(signals_on(&network.get(&format!("/network?{query}"))), count, "{query}");
    }
    world.store.write_message(first, Side::Coordinator, Some(world.accounts["network"]), "Waar?").unwrap();
    world.pass(20 * DAY);
    let network = world.signed_in("network");
    assert_eq!(signals_on(&network.get("/network?asked=yes")), 1);
    assert_eq!(signals_on(&network.get("/network?overdue=yes")), 1, "a question is a word of a human");
    let newest = network.get("/network?order=newest");
    assert!(newest.body.contains("value=\"newest\" selected"), "what is chosen stays chosen");
    assert_eq!(signals_on(&newest), 2);
    let coordinator = world.signed_in("coordinator");
    filed(&world, 3);
    assert_eq!(signals_on(&coordinator.get("/organisation?language=fr")), 0);
    assert_eq!(signals_on(&coordinator.get("/organisation?language=nl")), 1);
}

#[test]
fn a_queue_is_filtered_by_what_screening_marks_and_a_kept_view_counts_it() {
    let world = World::new();
    let marked = released(&world, 1, |submission| {
        submission.problem = "Mevrouw Peeters wacht al maanden op een loket.".to_owned();
    });
    let clear = released(&world, 2, |submission| {
        submission.problem = "Het loket is al maanden dicht.".to_owned();
    });
    let network = world.signed_in("network").in_language("nl");
    let ids = |page: &Page| [marked, clear].map(|id| page.body.contains(&format!("select-{id}\"")));
    assert_eq!(ids(&network.get("/network?marked=yes")), [true, false]);
    assert_eq!(ids(&network.get("/network?marked=no")), [false, true]);
    let not_yet = network.get("/network?marked=not-yet");
    assert_eq!(ids(&not_yet), [false, false], "both were looked through");
    assert!(not_yet.body.contains("value=\"not-yet\" selected"));
    assert_eq!(ids(&network.get("/network?marked=perhaps")), [false, false], "a code that is none");
    let kept = network.post("/network/views", &[("marked", "yes"), ("called", "Nakijken")]);
    says(&network.get(kept.location()), "Nakijken (1)");
    // An organisation's own list too.
    let waiting = filed(&world, 3);
    let own = world.signed_in("coordinator").get("/organisation?marked=no");
    assert!(own.body.contains(&format!("select-{waiting}\"")));
}

#[test]
fn what_somebody_looks_for_stands_in_no_address_and_is_found_whatever_its_case_accents_and_plural() {
    let world = World::new();
    released(&world, 1, |submission| submission.problem = "Les REFUS répétés découragent.".to_owned());
    released(&world, 2, |_| {});
    let network = world.signed_in("network");
    for (typed, count) in [("refus repetes", 1), ("répété", 1), ("Décourage", 1), ("niemandsland", 0)] {
        let to = network.post("/network/search", &[("words", typed), ("domain", "housing")]);
        assert_eq!(to.status, 303);
        let address = to.location();
        assert!(address.starts_with("/network?domain=housing&search="), "{address}");
        assert!(!address.contains("refus") && !address.contains("niemandsland"), "{address}");
        let found = network.get(address);
        assert_eq!(signals_on(&found), count, "{typed}");
        assert!(unescaped(&found.body).contains(&format!("value=\"{typed}\"")), "it stays in its field");
    }
    let search = network.post("/network/search", &[("words", "refus")]).location().to_owned();
    assert_eq!(signals_on(&network.get(&search)), 1);
    let id = search.rsplit('=').next().unwrap();
    // Only for its own account, and only in its own list.
    let coordinator = world.signed_in("coordinator");
    assert_eq!(coordinator.get(&format!("/organisation?search={id}")).status, 404);
    assert_eq!(network.get("/network?search=00000000-0000-4000-8000-000000000000").status, 404);
    assert_eq!(network.get("/network?search=refus").status, 404);
    assert_eq!(network.post("/network/search", &[("words", " "), ("domain", "<b>")]).location(), "/network");
    assert!(world.log.lock().unwrap().iter().all(|line| !line.contains("refus")));
}

#[test]
fn a_view_is_kept_for_everyone_of_a_desk_with_its_count_and_thrown_away() {
    let world = World::new();
    released(&world, 1, |_| {});
    released(&world, 2, |submission| submission.language = Language::Fr);
    let network = world.signed_in("network");
    let nothing = network.post("/network/views", &[("called", "Alles")]);
    assert_eq!(nothing.status, 422);
    says(&nothing, &nl("queue-keep-nothing"));
    for name in ["", "Bel 0486 91 82 73"] {
        let refused = network.post("/network/views", &[("called", name), ("language", "fr")]);
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.body.contains("name=\"language\" value=\"fr\""), "what was chosen is still there");
    }
    let kept = network.post("/network/views", &[("called", "Franstalig"), ("language", "fr")]);
    assert!(kept.location().starts_with("/network?view="), "{}", kept.location());
    let view = network.get(kept.location());
    assert_eq!(signals_on(&view), 1);
    says(&view, "Franstalig (1)");
    let id = kept.location().rsplit('=').next().unwrap().to_owned();
    let coordinator = world.signed_in("coordinator");
    assert_eq!(coordinator.get(&format!("/organisation?view={id}")).status, 404, "of another desk");
    let delete = |path: &str, who: &Actor| who.post(&format!("{path}/views/{id}/delete"), &[]).status;
    assert_eq!(delete("/organisation", &coordinator), 404);
    assert_eq!(delete("/network", &network), 303);
    assert_eq!(network.get(kept.location()).status, 404);
    says_not(&network.get("/network"), "Franstalig");

    // Of an organisation, its own alone.
    let kept = coordinator.post("/organisation/views", &[("called", "Wonen"), ("domain", "housing")]);
    says(&world.signed_in("coordinator").get("/organisation"), "Wonen (0)");
    assert_eq!(world.signed_in("other-coordinator").get(kept.location()).status, 404);
}

#[test]
fn a_kept_view_with_words_finds_them_for_whoever_opens_it() {
    let world = World::new();
    released(&world, 1, |submission| submission.problem = "De wachtlijst groeit.".to_owned());
    released(&world, 2, |_| {});
    let network = world.signed_in("network");
    let search = network.post("/network/search", &[("words", "wachtlijsten")]).location().to_owned();
    let id = search.rsplit('=').next().unwrap();
    let kept = network.post("/network/views", &[("called", "Wachten"), ("search", id)]);
    network.post("/network/search", &[("words", "iets anders")]);
    let view = world.signed_in("network").get(kept.location());
    assert_eq!(signals_on(&view), 1);
    says(&view, "Wachten (1)");
    let narrowed = kept.location().rsplit('=').next().unwrap();
    assert_eq!(signals_on(&network.get(&format!("/network?search={narrowed}&language=fr"))), 0);
}

#[test]
fn the_three_questions_are_answered_by_each_side_and_both_read_it() {
    let world = World::new();
    let id = filed(&world, 1);
    let coordinator = world.signed_in("coordinator");
    let half = coordinator.post(&action(id, "weigh"), &[("recurring", "yes")]);
    assert_eq!(half.status, 422);
    says(&half, &nl("weigh-missing"));
    let answers = [("recurring", "yes"), ("beyond_one", "unknown"), ("solvable", "no")];
    let weighed = coordinator.post(&action(id, "weigh"), &answers);
    let page = coordinator.get(weighed.location());
    says(&page, &nl("done-weighed"));
    let said = Weighing {
        recurring: WeighingAnswer::Yes,
        beyond_one: WeighingAnswer::Unknown,
        solvable: WeighingAnswer::No,
    };
    assert_eq!(world.store.weighings(id).unwrap(), (Some(said), None));
    undo_last(&coordinator, id, &page);
    assert_eq!(world.store.weighings(id).unwrap(), (None, None));
    coordinator.post(&action(id, "weigh"), &answers);
    coordinator.post(&action(id, "release"), &[]);
    assert_eq!(coordinator.post(&action(id, "weigh"), &answers).status, 409, "it is the network's now");
    let network = world.signed_in("network");
    says(&network.get(&format!("/signals/{id}")), "De organisatie antwoordde:");
    assert_eq!(network.post(&action(id, "weigh"), &answers).status, 303);
    assert_eq!(world.store.weighings(id).unwrap(), (Some(said), Some(said)));
    says_not(&world.signed_in("filer").get(&format!("/signals/{id}")), "De organisatie antwoordde:");
}

#[test]
fn codes_are_put_right_beside_what_was_filed_and_none_that_the_network_lacks() {
    let world = World::new();
    let id = in_state(&world, SignalState::Released, 1);
    let network = world.signed_in("network");
    let right =
        [("domain", "health"), ("cause", "unknown"), ("right", ""), ("place", "region"), ("authority", "")];
    for (name, wrong) in [
        ("domain", "nowhere"),
        ("cause", "because"),
        ("right", "to-party"),
        ("place", "99999"),
        ("authority", "x"),
    ] {
        let fields: Vec<(&str, &str)> = right
            .iter()
            .map(|(known, value)| (*known, if *known == name { wrong } else { *value }))
            .collect();
        let refused = network.post(&action(id, "correct"), &fields);
        assert_eq!(refused.status, 422, "{name}");
        assert!(refused.body.contains(&format!("id=\"{name}-error\"")), "{name}");
    }
    let done = network.post(&action(id, "correct"), &right);
    let page = network.get(done.location());
    says(&page, &nl("done-corrected"));
    says(&page, "Beslist: health (nl)");
    let file = world.store.signal(id).unwrap();
    assert_eq!(file.decided.domain, code("health"));
    assert_eq!(file.submission.domain, code("housing"), "what was filed stays");
    assert_eq!(file.decided.right, None);
    assert!(!file.decided.other_domains.contains(&code("health")));
    undo_last(&network, id, &page);
    assert_eq!(world.store.signal(id).unwrap().decided.domain, code("housing"));
    assert_eq!(world.signed_in("coordinator").post(&action(id, "correct"), &right).status, 409);
}

#[test]
fn what_is_put_aside_leaves_the_queue_until_its_day_and_comes_back_with_a_click() {
    let world = World::new();
    let id = in_state(&world, SignalState::Released, 1);
    let network = world.signed_in("network");
    for wrong in ["", "morgen", "2026-01-15", "2025-12-31", "9999-01-01"] {
        let refused = network.post(&action(id, "postpone"), &[("until", wrong)]);
        assert_eq!(refused.status, 422, "{wrong}");
        says(&refused, &nl("aside-wrong"));
    }
    let aside =
        network.post(&action(id, "postpone"), &[("until", "2026-01-20"), ("back", "/network?language=nl")]);
    assert!(aside.location().starts_with("/network?language=nl&done=postponed&of="), "{}", aside.location());
    let page = network.get(aside.location());
    assert_eq!(signals_on(&page), 0);
    assert_eq!(signals_on(&network.get("/network?aside=yes")), 1);
    says(&network.get(&format!("/signals/{id}")), "Opzij gelegd: komt terug op 20 januari 2026.");
    undo_last(&network, id, &page);
    assert_eq!(signals_on(&network.get("/network")), 1);
    network.post(&action(id, "postpone"), &[("until", "2026-01-20")]);
    world.pass(5 * DAY);
    assert_eq!(signals_on(&world.signed_in("network").get("/network")), 1, "its day has come");
}

#[test]
fn a_decision_leads_back_to_its_list_and_to_no_other_place() {
    let world = World::new();
    let network = world.signed_in("network");
    for (number, back, to) in [
        (1, "/network?domain=housing", "/network?domain=housing&done=accepted"),
        (2, "/network", "/network?done=accepted"),
        (3, "https://elsewhere.example", "/network?done=accepted"),
        (4, "//elsewhere.example", "/network?done=accepted"),
        (5, "/networked", "/network?done=accepted"),
        (6, "/network?a=\"><b>", "/network?done=accepted"),
    ] {
        let id = in_state(&world, SignalState::Released, number);
        let done = network.post(&action(id, "accept"), &[("back", back)]);
        assert!(done.location().starts_with(to), "{back}: {}", done.location());
    }
}

#[test]
fn a_signal_that_was_opened_from_a_list_leads_back_to_it_after_words_too() {
    let world = World::new();
    let network = world.signed_in("network");
    let list = "/network?domain=housing";
    for (number, name, field) in [(1, "decline", "reason"), (2, "messages", "text"), (3, "refer", "where")] {
        let id = in_state(&world, SignalState::Released, number);
        let opened = network.get(&format!("/signals/{id}?back=%2Fnetwork%3Fdomain%3Dhousing"));
        assert_eq!(opened.hidden("back"), list);
        let empty = network.post(&action(id, name), &[(field, ""), ("back", list)]);
        assert_eq!((empty.status, empty.hidden("back").as_str()), (422, list), "{name}");
        let done = network.post(&action(id, name), &[(field, "Dit lossen wij zelf op."), ("back", list)]);
        assert!(done.location().starts_with("/network?domain=housing&done="), "{name}: {}", done.location());
    }
    let id = in_state(&world, SignalState::Released, 4);
    let elsewhere = network.get(&format!("/signals/{id}?back=%2F%2Felsewhere.example"));
    assert!(!elsewhere.body.contains("elsewhere.example"));
}

#[test]
fn a_list_shows_how_each_problem_begins_up_to_the_end_of_a_word() {
    let world = World::new();
    released(&world, 1, |submission| submission.problem = "Kort gezegd: het loket is dicht.".to_owned());
    released(&world, 2, |submission| submission.problem = "wachten ".repeat(100).trim().to_owned());
    let page = world.signed_in("network").get("/network");
    says(&page, "Kort gezegd: het loket is dicht.");
    says(&page, "wachten wachten …");
}

#[test]
fn a_signal_is_referred_with_words_that_the_filer_reads_and_that_name_nobody() {
    let world = World::new();
    let network = world.signed_in("network");
    let id = in_state(&world, SignalState::Released, 1);
    assert_eq!(network.post(&action(id, "refer"), &[("where", "")]).status, 422);
    let refused = network.post(&action(id, "refer"), &[("where", "Bel 85.07.30-033.28")]);
    assert_eq!(refused.status, 422);
    says(&refused, &nl("free-text-blocked"));
    assert_eq!(state_of(&world, id), SignalState::Released);
    let done = network.post(&action(id, "refer"), &[("where", "Naar de huurdersbond.")]);
    assert_eq!(state_of(&world, id), SignalState::Referred);
    says(&world.signed_in("filer").get(&format!("/signals/{id}")), "Naar de huurdersbond.");
    let page = network.get(done.location());
    says(&page, &nl("done-referred"));
    assert_eq!(network.get(&format!("/signals/{id}")).status, 200, "whoever referred it still reads it");
    undo_last(&network, id, &page);
    assert_eq!(state_of(&world, id), SignalState::Released);
    // What an organisation referred before it released it, the network does not learn of.
    let own = in_state(&world, SignalState::Referred, 2);
    assert_eq!(network.get(&format!("/signals/{own}")).status, 404);
    assert_eq!(world.signed_in("coordinator").get(&format!("/signals/{own}")).status, 200);
}

#[test]
fn a_signal_that_tells_the_same_case_is_shown_beside_the_other_before_it_is_said() {
    let world = World::new();
    let network = world.signed_in("network");
    let accepted = in_state(&world, SignalState::Accepted, 1);
    let waiting = in_state(&world, SignalState::Released, 2);
    let hidden = filed(&world, 3);
    let receipt = |id: SignalId| world.store.signal(id).unwrap().line.receipt.unwrap();
    for wrong in ["", "XXXX-XXXX", &receipt(waiting), &receipt(hidden)] {
        let refused = network.post(&action(waiting, "same-case"), &[("receipt", wrong)]);
        assert_eq!(refused.status, 422, "{wrong}");
        says(&refused, &nl("same-wrong"));
    }
    let page = network.get(&format!("/signals/{waiting}"));
    assert!(page.body.contains(&format!("id=\"other-{accepted}\"")), "accepted ones like it can be chosen");
    let looked = network.post(&action(waiting, "same-case"), &[("receipt", &receipt(accepted))]);
    assert_eq!(looked.status, 200);
    says(&looked, &nl("same-title"));
    says(&looked, &world.store.signal(accepted).unwrap().line.headline);
    assert_eq!(state_of(&world, waiting), SignalState::Released, "a look changes nothing");
    let other = looked.hidden("other");
    let done = network.post(&action(waiting, "same-case"), &[("other", &other), ("sure", "yes")]);
    assert_eq!(state_of(&world, waiting), SignalState::Accepted);
    let page = network.get(done.location());
    says(&page, &nl("done-same-case"));
    undo_last(&network, waiting, &page);
    assert_eq!(state_of(&world, waiting), SignalState::Released);
    assert_eq!(world.signed_in("coordinator").post(&action(waiting, "same-case"), &[]).status, 403);
}

#[test]
fn a_passage_is_taken_out_for_good_after_a_look_at_before_and_after() {
    let world = World::new();
    let id = released(&world, 1, |submission| {
        submission.problem = "Mevrouw Peeters wacht al maanden op een loket.".to_owned();
    });
    let network = world.signed_in("network");
    let secret = "Mevrouw Peeters";
    let missing = network.post(&action(id, "redact"), &[("field", "impact"), ("passage", secret)]);
    assert_eq!(missing.status, 422);
    says(&missing, &nl("redact-missing"));
    let looked = network.post(&action(id, "redact"), &[("field", "problem"), ("passage", secret)]);
    says(&looked, "[…] wacht al maanden op een loket.");
    says(&looked, &nl("redact-text"));
    assert!(world.store.signal(id).unwrap().submission.problem.contains(secret), "a look changes nothing");
    let fields = [("field", "problem"), ("passage", secret), ("sure", "yes")];
    let done = network.post(&action(id, "redact"), &fields);
    let page = network.get(done.location());
    says(&page, &nl("done-redacted"));
    assert!(page.hidden("undo").is_empty(), "there is no way back");
    assert_eq!(world.store.signal(id).unwrap().submission.problem, "[…] wacht al maanden op een loket.");
    assert!(world.log.lock().unwrap().iter().all(|line| !line.contains("Peeters")));
    assert!(!done.location().contains("Peeters"));
    let filer = world.signed_in("filer").post(&action(id, "redact"), &fields);
    assert_eq!(filer.status, 403);
}

#[test]
fn several_signals_are_decided_at_once_after_a_look_and_each_says_what_became_of_it() {
    let world = World::new();
    let (one, two) = (in_state(&world, SignalState::Released, 1), in_state(&world, SignalState::Released, 2));
    let late = in_state(&world, SignalState::Declined, 3);
    let hidden = filed(&world, 4);
    let network = world.signed_in("network");
    assert_eq!(network.post("/network/accept", &[]).location(), "/network");
    let ids: Vec<String> = [one, two, late, hidden].iter().map(ToString::to_string).collect();
    let fields: Vec<(&str, &str)> = ids.iter().map(|id| ("signal", id.as_str())).collect();
    let looked = network.post("/network/accept", &fields);
    assert_eq!(looked.status, 200);
    says(&looked, "2 signalen. Klopt het?");
    assert!(!looked.body.contains(&hidden.to_string()), "what the network may not know is not named");
    assert_eq!(state_of(&world, one), SignalState::Released, "a look changes nothing");
    let sure: Vec<(&str, &str)> = fields.iter().copied().chain([("sure", "yes")]).collect();
    let done = network.post("/network/accept", &sure);
    says(&done, "2 signalen zijn behandeld.");
    assert_eq!(done.words().matches(&nl("bulk-decided")).count(), 1);
    assert_eq!(
        (state_of(&world, one), state_of(&world, two)),
        (SignalState::Accepted, SignalState::Accepted)
    );
    assert_eq!(
        (state_of(&world, late), state_of(&world, hidden)),
        (SignalState::Declined, SignalState::PreSignal)
    );
    let mark = done.hidden("undo");
    assert_eq!(network.post(&action(one, "undo"), &[("undo", &mark)]).status, 303, "each can be taken back");
    assert_eq!(state_of(&world, one), SignalState::Released);
    let coordinator = world.signed_in("coordinator");
    let own = hidden.to_string();
    coordinator.post("/organisation/release", &[("signal", &own), ("sure", "yes")]);
    assert_eq!(state_of(&world, hidden), SignalState::Released);
    let of_another = filed(&world, 5).to_string();
    let other = world.signed_in("other-coordinator");
    let refused = other.post("/organisation/release", &[("signal", &of_another), ("sure", "yes")]);
    says(&refused, "Er is niets gebeurd.");
}

#[test]
fn the_log_tells_who_did_what_and_takes_back_what_still_stands() {
    let world = World::new();
    let id = in_state(&world, SignalState::Accepted, 1);
    let network = world.signed_in("network");
    network.post(&action(id, "messages"), &[("text", "Hoe vaak?")]);
    let page = network.get("/log");
    says(&page, &nl("log-signal-accepted"));
    says(&page, "Somebody network");
    says_not(&page, "Somebody filer");
    says_not(&page, &nl("log-text-written"));
    says(&network.get("/log?thing=text"), &nl("log-text-written"));
    says_not(&network.get("/log?thing=account"), &nl("log-signal-accepted"));
    says_not(&network.get("/log?to=2026-01-14"), &nl("log-signal-accepted"));
    let by = world.accounts["coordinator"];
    let his = network.get(&format!("/log?by={by}"));
    says(&his, "Vrijgegeven Signaal");
    says_not(&his, "Aanvaard Signaal");
    assert_eq!(network.get("/log?by=somebody").status, 404);
    says(&network.get("/log?from=gisteren"), &nl("log-wrong"));
    // The one event that can be taken back now is the last decision.
    let accepted = world.store.log(&store::LogFilter::default(), 100).unwrap().0;
    let accepted =
        accepted.iter().find(|entry| entry.kind == "signal-accepted").unwrap().sequence.to_string();
    let coordinator = world.signed_in("coordinator");
    assert_eq!(coordinator.post(&action(id, "undo-event"), &[("event", &accepted)]).status, 403);
    assert_eq!(network.post(&action(id, "undo-event"), &[("event", "x")]).status, 404);
    let undone = network.post(&action(id, "undo-event"), &[("event", &accepted)]);
    says(&network.get(undone.location()), &nl("done-undone"));
    assert_eq!(state_of(&world, id), SignalState::Released);
    assert_eq!(network.post(&action(id, "undo-event"), &[("event", &accepted)]).status, 409, "once");
    says(&network.get("/log"), &nl("log-undone"));
    let here = network.get(&format!("/signals/{id}"));
    says(&here, &nl("log-here"));
    says(&here, &nl("log-signal-step-undone"));
    says_not(&world.signed_in("filer").get(&format!("/signals/{id}")), &nl("log-here"));
}

#[test]
fn an_organisation_takes_back_from_the_log_what_the_same_person_decided_before_the_network_did() {
    let world = World::new();
    let id = in_state(&world, SignalState::Released, 1);
    let released = world.store.log(&store::LogFilter::default(), 100).unwrap().0;
    let released =
        released.iter().find(|entry| entry.kind == "signal-released").unwrap().sequence.to_string();
    let other = in_state(&world, SignalState::Released, 2);
    let coordinator = world.signed_in("coordinator");
    assert_eq!(coordinator.post(&action(other, "undo-event"), &[("event", &released)]).status, 404);
    let page = coordinator.get(&format!("/signals/{id}"));
    assert!(page.body.contains(&format!("name=\"event\" value=\"{released}\"")));
    assert_eq!(coordinator.post(&action(id, "undo-event"), &[("event", &released)]).status, 303);
    assert_eq!(state_of(&world, id), SignalState::PreSignal);
}

#[test]
fn the_log_is_a_file_too_page_by_page_and_without_a_name_of_a_filer() {
    let world = World::new();
    for number in 1..=30 {
        in_state(&world, SignalState::Released, number);
    }
    let network = world.signed_in("network");
    let first = network.get("/log?thing=signal");
    let older = first.body.split("href=\"/log?").nth(1).unwrap().split('"').next().unwrap();
    let second = network.get(&format!("/log?{}", unescaped(older)));
    assert_eq!(first.body.matches("<time").count(), 50);
    assert_eq!(second.body.matches("<time").count(), 10, "60 events in all");
    let file = network.get("/log.csv?thing=signal");
    assert!(file.header("content-type").starts_with("text/csv"));
    assert!(file.header("content-disposition").contains("attachment"));
    assert_eq!(file.body.lines().count(), 61);
    assert!(file.body.contains("Somebody coordinator") && !file.body.contains("Somebody filer"));
}

#[test]
fn every_kind_of_event_and_of_thing_has_its_words() {
    let kinds = store::LOG_KINDS.iter().map(|kind| format!("log-{kind}"));
    let answers = WeighingAnswer::ALL.iter().map(|answer| format!("weighing-{answer}"));
    let done = ["weighed", "corrected", "postponed", "referred", "same-case", "redacted"];
    let keys: Vec<String> = kinds.chain(answers).chain(done.map(|done| format!("done-{done}"))).collect();
    for language in Language::ALL {
        let wording = Wording::new(*language);
        for key in &keys {
            assert!(wording.try_say(key, &args![]).is_some(), "{key} in {language}");
        }
        let frozen = wording.say("log-edition-frozen", &args![]).to_lowercase();
        let state = wording.label(model::EditionState::Frozen).to_lowercase();
        assert!(frozen.ends_with(&state), "one word for what is frozen: {frozen}, {state}");
    }
    let world = World::new();
    in_state(&world, SignalState::Accepted, 1);
    for entry in world.store.log(&store::LogFilter::default(), 1000).unwrap().0 {
        let key = format!("log-thing-{}", entry.subject);
        assert!(Wording::new(Language::Nl).try_say(&key, &args![]).is_some(), "{key}");
    }
}

#[test]
fn the_list_has_a_button_for_every_key_and_a_script_that_only_helps() {
    let world = World::new();
    in_state(&world, SignalState::Released, 1);
    filed(&world, 2);
    for (who, path, key) in [("network", "/network", "a"), ("coordinator", "/organisation", "r")] {
        let actor = world.signed_in(who);
        let page = actor.get(path);
        for key in [key, "x", "p", "n", "q"] {
            assert!(page.body.contains(&format!("data-key=\"{key}\"")), "{path}: {key}");
        }
        assert!(page.body.contains("class=\"skip\" href=\"#list\""), "{path}: straight to the list");
        assert!(page.body.contains("id=\"list\" tabindex=\"-1\" data-triage"));
        let script = page.body.split("src=\"").find(|part| part.contains("triage.js\"")).unwrap();
        assert_eq!(actor.get(script.split('"').next().unwrap()).status, 200);
    }
}
