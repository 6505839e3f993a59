//! One decision on several signals at once: a look first, then what became of each, and one way back for all.

use model::{AccountId, Language, SignalId, SignalState};
use wording::{Wording, args};

use crate::actor::{Actor, Answer as Page};
use crate::signals::{filed, in_state};
use crate::world::World;

fn nl(key: &str) -> String {
    Wording::new(Language::Nl).say(key, &args![])
}

#[track_caller]
fn says(page: &Page, sentence: &str) {
    assert!(page.words().contains(sentence), "{sentence:?} is not on the page: {}", page.words());
}

fn state_of(world: &World, id: SignalId) -> SignalState {
    world.store.signal(id).unwrap().line.state
}

fn states(world: &World, ids: &[SignalId]) -> Vec<SignalState> {
    ids.iter().map(|id| state_of(world, *id)).collect()
}

/// Sends the ticks and whatever else to the address of a step.
fn send(actor: &Actor, path: &str, ids: &[SignalId], more: &[(&str, &str)]) -> Page {
    let ids: Vec<String> = ids.iter().map(ToString::to_string).collect();
    let ticks = ids.iter().map(|id| ("signal", id.as_str()));
    let fields: Vec<(&str, &str)> = ticks.chain(more.iter().copied()).collect();
    actor.post(path, &fields)
}

/// Every value of the hidden fields of this name, in the order of the page.
fn all_hidden(page: &Page, name: &str) -> Vec<String> {
    let start = format!("type=\"hidden\" name=\"{name}\" value=\"");
    let parts = page.body.split(&start).skip(1);
    parts.map(|part| part.split('"').next().unwrap().to_owned()).collect()
}

/// Presses the button that takes all of it back.
fn undo_all(actor: &Actor, desk: &str, done: &Page) -> Page {
    let ids = all_hidden(done, "signal");
    assert!(ids.len() > 1, "the page offers the way back for all");
    // Those of the one form come before those of each signal.
    let marks = all_hidden(done, "undo");
    let fields: Vec<(&str, &str)> = ids
        .iter()
        .zip(&marks)
        .flat_map(|(id, mark)| [("signal", id.as_str()), ("undo", mark.as_str())])
        .collect();
    actor.post(&format!("{desk}/undo"), &fields)
}

fn two_released(world: &World) -> [SignalId; 2] {
    [in_state(world, SignalState::Released, 1), in_state(world, SignalState::Released, 2)]
}

#[test]
fn the_list_offers_every_step_that_can_be_taken_with_several() {
    let world = World::new();
    in_state(&world, SignalState::Released, 1);
    filed(&world, 2);
    let steps: [(&str, &str, &[&str]); 2] = [
        ("network", "/network", &["decline", "same-case", "refer", "postpone"]),
        ("coordinator", "/organisation", &["solve", "refer", "postpone"]),
    ];
    for (who, path, steps) in steps {
        let page = world.signed_in(who).get(path);
        for step in steps {
            assert!(
                page.body.contains(&format!("form=\"bulk\" formaction=\"{path}/{step}\"")),
                "{path} {step}"
            );
        }
        assert!(page.body.contains("data-several"), "{path}: the key b leads to a button");
        says(&page, &nl("keys-several"));
    }
}

#[test]
fn views_and_filters_are_one_closed_line_until_something_is_chosen() {
    let world = World::new();
    in_state(&world, SignalState::Released, 1);
    let network = world.signed_in("network");
    let kept = network.post("/network/views", &[("domain", "housing"), ("called", "Wonen")]);
    assert_eq!(kept.status, 303);
    let places = |page: &Page| {
        let at = |text: &str| page.body.find(text).unwrap();
        (at("class=\"views\""), at(&nl("queue-find")))
    };
    let (views, find) = places(&network.get("/network"));
    assert!(find < views, "inside the fold");
    says(&network.get("/network"), &format!("{}: 1", nl("queue-views")));
    let (views, find) = places(&network.get(kept.location()));
    assert!(views < find, "in sight, once one is chosen");
}

#[test]
fn several_are_declined_with_one_reason_that_is_needed_screened_and_read_by_each_filer() {
    let world = World::new();
    let ids = two_released(&world);
    let network = world.signed_in("network").in_language("nl");
    let looked = send(&network, "/network/decline", &ids, &[]);
    assert_eq!(looked.status, 200);
    says(&looked, "2 signalen. Klopt het?");
    says(&looked, &nl("bulk-words"));
    for (id, line) in ids.iter().zip(world.store.lines_of(&ids).unwrap()) {
        let seen = format!("for=\"select-{id}\">{}: <span lang=\"nl\">{}", nl("queue-select"), line.headline);
        assert!(looked.body.contains(&seen), "each box names its signal, for everybody");
    }
    for (reason, wrong) in [("", "free-text-missing"), ("Bel 85.07.30-033.28", "free-text-blocked")] {
        let refused = send(&network, "/network/decline", &ids, &[("sure", "yes"), ("reason", reason)]);
        assert_eq!(refused.status, 422, "{wrong}");
        says(&refused, &nl(wrong));
        assert_eq!(states(&world, &ids), [SignalState::Released; 2]);
    }
    let fields = [("sure", "yes"), ("reason", "Niet opgenomen, omdat dit over één loket gaat.")];
    let done = send(&network, "/network/decline", &ids, &fields);
    says(&done, "2 signalen zijn behandeld.");
    assert_eq!(states(&world, &ids), [SignalState::Declined; 2]);
    for id in ids {
        says(&world.signed_in("filer").get(&format!("/signals/{id}")), "omdat dit over één loket gaat");
    }
    let undone = undo_all(&network, "/network", &done);
    says(&undone, "2 signalen staan weer waar ze stonden.");
    assert_eq!(states(&world, &ids), [SignalState::Released; 2]);
    // What was taken back once cannot be taken back again.
    says(&undo_all(&network, "/network", &done), "Er is niets ongedaan gemaakt.");
}

#[test]
fn several_are_put_aside_until_a_day_to_come_and_are_back_with_one_click() {
    let world = World::new();
    let ids = two_released(&world);
    let network = world.signed_in("network").in_language("nl");
    let looked = send(&network, "/network/postpone", &ids, &[]);
    assert!(looked.body.contains("name=\"until\" type=\"date\" required value=\"2026-"), "a day is proposed");
    for wrong in ["2020-01-01", "9999-01-01"] {
        let refused = send(&network, "/network/postpone", &ids, &[("sure", "yes"), ("until", wrong)]);
        assert_eq!(refused.status, 422, "{wrong}");
        says(&refused, &nl("aside-wrong"));
    }
    let done = send(&network, "/network/postpone", &ids, &[("sure", "yes"), ("until", "2031-01-01")]);
    for id in ids {
        assert!(world.store.postponed_until(id).unwrap().is_some());
    }
    undo_all(&network, "/network", &done);
    for id in ids {
        assert_eq!(world.store.postponed_until(id).unwrap(), None);
    }
}

#[test]
fn what_is_too_much_for_one_decision_is_told_before_and_after_it_and_stays_in_the_list() {
    let world = World::new();
    let ids: Vec<SignalId> = (1..=52).map(|number| in_state(&world, SignalState::Released, number)).collect();
    let network = world.signed_in("network").in_language("nl");
    let looked = send(&network, "/network/accept", &ids, &[]);
    says(&looked, "50 signalen. Klopt het?");
    says(&looked, "2 aangevinkte signalen staan er niet bij");
    let done = send(&network, "/network/accept", &ids, &[("sure", "yes")]);
    says(&done, "50 signalen zijn behandeld.");
    says(&done, "2 aangevinkte signalen staan er niet bij");
    assert_eq!(states(&world, &ids[50..]), [SignalState::Released; 2]);
    // A signal that is named twice is one.
    let twice = [&ids[50..], &ids[50..]].concat();
    assert!(!send(&network, "/network/accept", &twice, &[]).words().contains("staan er niet bij"));
}

#[test]
fn several_are_referred_by_either_desk_and_solved_by_the_organisation() {
    let world = World::new();
    let network = world.signed_in("network").in_language("nl");
    let ids = two_released(&world);
    let fields = [("sure", "yes"), ("where", "Naar de huurdersbond.")];
    let done = send(&network, "/network/refer", &ids, &fields);
    assert_eq!(states(&world, &ids), [SignalState::Referred; 2]);
    says(&undo_all(&network, "/network", &done), "2 signalen staan weer waar ze stonden.");
    assert_eq!(states(&world, &ids), [SignalState::Released; 2]);
    let coordinator = world.signed_in("coordinator").in_language("nl");
    let own = [filed(&world, 3), filed(&world, 4)];
    let done = send(&coordinator, "/organisation/solve", &own, &[("sure", "yes")]);
    assert_eq!(states(&world, &own), [SignalState::SolvedInternally; 2], "a note may be left out");
    undo_all(&coordinator, "/organisation", &done);
    let done = send(&coordinator, "/organisation/refer", &own, &fields);
    assert_eq!(states(&world, &own), [SignalState::Referred; 2]);
    undo_all(&coordinator, "/organisation", &done);
    assert_eq!(states(&world, &own), [SignalState::PreSignal; 2]);
    for step in ["accept", "decline", "same-case"] {
        assert_eq!(coordinator.post(&format!("/organisation/{step}"), &[]).status, 404, "{step}");
    }
    // What another organisation ticks is not named, and nothing happens.
    let refused =
        send(&world.signed_in("other-coordinator"), "/organisation/solve", &own, &[("sure", "yes")]);
    assert!(own.iter().all(|id| !refused.body.contains(&id.to_string())));
    assert_eq!(states(&world, &own), [SignalState::PreSignal; 2]);
}

#[test]
fn several_that_tell_one_case_count_once_through_the_first_or_the_chosen_one() {
    let world = World::new();
    let [one, two] = two_released(&world);
    let three = in_state(&world, SignalState::Released, 3);
    let ids = [one, two, three];
    let network = world.signed_in("network").in_language("nl");
    let alone = send(&network, "/network/same-case", &[one], &[("sure", "yes")]);
    says(&alone, &nl("bulk-same-alone"));
    assert_eq!(state_of(&world, one), SignalState::Released, "one alone tells no other's case");
    let looked = send(&network, "/network/same-case", &ids, &[]);
    let first = format!("name=\"counts\" value=\"{one}\" checked");
    assert!(looked.body.contains(&first), "the first that was ticked counts, until another is chosen");
    let chosen = two.to_string();
    let done = send(&network, "/network/same-case", &ids, &[("sure", "yes"), ("counts", &chosen)]);
    says(&done, "3 signalen zijn behandeld.");
    says(&done, &nl("bulk-item-counts"));
    assert_eq!(states(&world, &ids), [SignalState::Accepted; 3]);
    for id in [one, three] {
        let told = world.signed_in("network").get(&format!("/signals/{id}"));
        assert_eq!(told.status, 200);
        let by: AccountId = world.accounts["network"];
        assert!(world.store.last_step(id, by).unwrap().is_some());
    }
    let by = world.accounts["network"];
    let accept = world.store.last_step(two, by).unwrap().unwrap();
    assert!(
        world.store.undo(two, accept, by).is_err(),
        "the one that counts cannot go while others tell its case"
    );
    let undone = undo_all(&network, "/network", &done);
    says(&undone, "3 signalen staan weer waar ze stonden.");
    assert_eq!(states(&world, &ids), [SignalState::Released; 3]);
}

#[test]
fn the_look_and_the_result_begin_with_their_heading_and_lead_back_to_the_list_they_came_from() {
    let world = World::new();
    let ids = two_released(&world);
    let network = world.signed_in("network").in_language("nl");
    let back = [("back", "/network?domain=housing")];
    let looked = send(&network, "/network/accept", &ids, &back);
    let done = send(&network, "/network/accept", &ids, &[("sure", "yes"), back[0]]);
    for page in [&looked, &done] {
        assert!(page.body.contains("<h1 tabindex=\"-1\" autofocus>"), "the focus is on the heading");
        assert!(page.body.contains("<a href=\"/network?domain=housing#list\">"));
    }
    let elsewhere = send(&network, "/network/accept", &ids, &[("back", "https://elsewhere.example")]);
    assert!(!elsewhere.body.contains("elsewhere.example"));
}

#[test]
fn nobody_takes_back_with_a_mark_of_another_visit() {
    let world = World::new();
    let ids = two_released(&world);
    let done = send(&world.signed_in("network"), "/network/accept", &ids, &[("sure", "yes")]);
    let other = world.signed_in("network").in_language("nl");
    says(&undo_all(&other, "/network", &done), "Er is niets ongedaan gemaakt.");
    assert_eq!(states(&world, &ids), [SignalState::Accepted; 2]);
}

#[test]
fn a_reason_for_several_stays_when_the_language_is_switched() {
    let world = World::new();
    let ids = two_released(&world);
    let network = world.signed_in("network").in_language("nl");
    let (mark, ids_sent) = (network.mark(), ids.map(|id| id.to_string()));
    let mut fields = vec![("csrf", mark.as_str()), ("sure", "yes"), ("reason", "Dit gebeurde één keer.")];
    fields.extend(ids_sent.iter().map(|id| ("signal", id.as_str())));
    let here = [("accept", "text/html"), ("sec-fetch-site", "same-origin")];
    let french = network.post_raw("/network/decline?switch=fr", &fields, &here);
    assert!(french.body.contains("<html lang=\"fr\">"), "{}", french.words());
    assert!(french.words().contains("Dit gebeurde één keer."), "{}", french.words());
    assert_eq!(states(&world, &ids), [SignalState::Released; 2], "a switch decides nothing");
}

#[test]
fn the_way_back_for_all_takes_back_no_later_decision() {
    let world = World::new();
    let ids = two_released(&world);
    let network = world.signed_in("network");
    let done = send(&network, "/network/postpone", &ids, &[("sure", "yes"), ("until", "2031-01-01")]);
    assert_eq!(network.post(&format!("/signals/{}/accept", ids[0]), &[]).status, 303);
    let undone = undo_all(&network, "/network", &done);
    says(&undone, &nl("bulk-too-late"));
    assert_eq!(states(&world, &ids), [SignalState::Accepted, SignalState::Released]);
    assert!(world.store.postponed_until(ids[1]).unwrap().is_none(), "the other one waits again");
}
