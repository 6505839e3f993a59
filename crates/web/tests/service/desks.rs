//! The queues of coordinators: what waits, what comes next, and a step taken back at once.

use model::{CauseChoice, SignalId, SignalState};
use store::{Side, Slice, Via};
use testkit::{code, submission};

use crate::signals::{action, filed, filed_by, filed_via, in_state, nl, says, says_not, state_of};
use crate::world::World;

const DAY: i64 = 86_400;

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
