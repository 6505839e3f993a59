//! Which signals a structural signal names: what is shown of many, what a coordinator can take back at once, and what stays
//! because a printed chapter leads to it.

use model::{Language, Network, SignalId, SignalState, StructuralSignalId};
use testkit::{network, structural_signal, submission};
use wording::{Wording, args};

use crate::actor::Answer;
use crate::problems::publish;
use crate::signals::{filed_by, in_state};
use crate::structural::{made, path, says};
use crate::world::World;

fn nl(key: &str) -> String {
    Wording::new(Language::Nl).say(key, &args![])
}

/// The toast of a page: what was done, and the way back where there is one.
fn toast(page: &Answer) -> &str {
    let from = page.body.split_once("class=\"toast\"").expect("something was done").1;
    from.split_once("</div>").unwrap().0
}

fn members(world: &World, id: StructuralSignalId) -> Vec<SignalId> {
    world.store.signals_of(id, 100).unwrap().into_iter().map(|line| line.id).collect()
}

#[test]
fn the_first_twelve_signals_are_shown_and_the_rest_is_one_click_away() {
    let world = World::new();
    let network = world.signed_in("network").in_language("nl");
    let signals: Vec<SignalId> =
        (1..=15).map(|number| in_state(&world, SignalState::Accepted, number)).collect();
    let few = made(&world, &network, "Weinig", &signals[..3]);
    assert!(!network.get(&path(few, "")).words().contains("signalen tonen"), "three need no fold");
    let many = made(&world, &network, "Veel", &signals[3..]);
    assert!(!network.get(&path(many, "")).words().contains("signalen tonen"), "twelve need none either");
    let ids: Vec<String> = signals[..3].iter().map(ToString::to_string).collect();
    let mut fields: Vec<(&str, &str)> = ids.iter().map(|id| ("signal", id.as_str())).collect();
    fields.extend([("act", "move"), ("reason", "Hoort samen.")]);
    let into = many.to_string();
    fields.push(("into", &into));
    assert_eq!(network.post(&path(few, "/signals"), &fields).status, 303);
    let page = network.get(&path(many, ""));
    let (shown, rest) = page.body.split_once("Nog 3 signalen tonen").unwrap();
    assert_eq!(shown.matches("name=\"signal\"").count(), 12);
    assert_eq!(rest.matches("name=\"signal\"").count(), 3);
    assert!(shown.rsplit_once("<details").unwrap().1.starts_with(" class=\"fold\"><summary>"), "folded");
    // What is ticked in the fold comes back in sight.
    let last = members(&world, many).last().unwrap().to_string();
    let wrong = network.post(&path(many, "/signals"), &[("act", "take-out"), ("signal", &last)]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("<details class=\"fold\" open><summary>Nog 3 signalen tonen"));
}

#[test]
fn the_reason_of_a_split_is_asked_in_plain_sight() {
    let world = World::new();
    let network = world.signed_in("network").in_language("nl");
    let signal = in_state(&world, SignalState::Accepted, 1);
    let id = made(&world, &network, "Eerste", &[signal]);
    let body = network.get(&path(id, "")).body;
    let form = body.split_once("id=\"members\"").unwrap().1.split_once("</form>").unwrap().0;
    assert!(form.contains("name=\"reason\"") && form.contains("value=\"split\""));
    assert!(!form.contains("<details"), "nothing of it is folded away");
}

#[test]
fn a_split_and_a_merge_say_so_with_a_way_back_for_whoever_did_it() {
    let world = World::new();
    let network = world.signed_in("network").in_language("nl");
    let signals = [1, 2].map(|number| in_state(&world, SignalState::Accepted, number));
    let one = made(&world, &network, "Eerste", &signals);
    let second = signals[1].to_string();
    let split = [
        ("act", "split"),
        ("titles", "yes"),
        ("signal", second.as_str()),
        ("title-nl", "Tweede"),
        ("reason", "Een ander loket."),
    ];
    let answer = network.post(&path(one, "/signals"), &split);
    assert_eq!(answer.status, 303, "{}", answer.words());
    let other = answer.location().strip_prefix("/structural/").unwrap().split('?').next().unwrap();
    let other = StructuralSignalId::parse(other).unwrap();
    let page = network.get(answer.location().split('#').next().unwrap());
    assert!(toast(&page).contains(&nl("bench-done-split")) && toast(&page).contains(&nl("done-undo")));
    let undone = network.post(&path(other, "/undo"), &[("event", &page.hidden("event"))]);
    assert_eq!(undone.status, 303);
    assert_eq!(members(&world, one), signals);
    let page = network.get(undone.location().split('#').next().unwrap());
    assert!(!toast(&page).contains("<form"), "what was taken back is not offered again");

    let into = one.to_string();
    let third = made(&world, &network, "Derde", &[in_state(&world, SignalState::Accepted, 3)]);
    let merge = [("into", &*into), ("reason", "Eén probleem."), ("act", "merge")];
    let answer = network.post(&path(third, "/merge"), &merge);
    let page = network.get(answer.location().split('#').next().unwrap());
    assert!(toast(&page).contains(&nl("bench-done-merged")) && toast(&page).contains("<form"));
    assert_eq!(network.post(&path(one, "/undo"), &[("event", &page.hidden("event"))]).status, 303);
    assert_eq!(members(&world, third).len(), 1);
}

#[test]
fn signals_to_which_a_printed_chapter_leads_stay_and_the_page_says_why() {
    let world = World::new();
    let signal = filed_by(&world, "filer", submission("alfa", "A-1", "2025-11"), 1, false);
    world.store.release(signal, world.accounts["coordinator"]).unwrap();
    world.store.accept(signal, world.accounts["network"]).unwrap();
    let entry = structural_signal("reference-address", 2, &[("alfa", "A-1")]);
    world.store.import_network(&Network { structural_signals: vec![entry], ..network() }).unwrap();
    let id = world.store.structural_signals().unwrap()[0].id;
    let network = world.signed_in("network").in_language("nl");
    let ticks = |page: &Answer| page.body.matches("name=\"signal\"").count();
    assert_eq!(ticks(&network.get(&path(id, ""))), 1, "before the freeze it can be moved");
    let other = made(&world, &network, "Ander", &[in_state(&world, SignalState::Accepted, 5)]);
    publish(&world, 1);
    publish(&world, 2);
    let page = network.get(&path(id, ""));
    assert_eq!(ticks(&page), 0);
    says(&page, "Editie 2 is bevroren met deze signalen.");
    for gone in ["value=\"split\"", "value=\"move\"", "/merge\""] {
        assert!(!page.body.contains(gone), "{gone} is not offered");
    }
    let (ticked, into) = (signal.to_string(), other.to_string());
    for act in ["take-out", "split", "move"] {
        let fields = [("act", act), ("signal", ticked.as_str()), ("reason", "Past niet."), ("into", &into)];
        let refused = network.post(&path(id, "/signals"), &fields);
        assert_eq!(refused.status, 422, "{act}");
        says(&refused, &nl("bench-taken-some"));
    }
    let merge = [("into", &*into), ("reason", "Eén probleem."), ("act", "merge")];
    assert_eq!(network.post(&path(id, "/merge"), &merge).status, 422);
    assert_eq!(members(&world, id), [signal], "nothing was moved");
}
