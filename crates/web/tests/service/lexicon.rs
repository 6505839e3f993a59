//! The words by which signals find each other, as network coordinators extend them.

use crate::actor::{Actor, Answer};
use crate::similar::{OTHER, file, text};
use crate::structural::{has_distinct_ids, says};
use crate::world::World;
use model::Language;

/// A national register number, as nobody may write it.
const NUMBER: &str = "85.07.30-033.28";

const CARD: &str = "/lexicon/concepts/medical-card";

fn add(network: &Actor, nl: &str) -> Answer {
    network.post(&format!("{CARD}/words"), &[("words-nl", nl)])
}

#[test]
fn a_concept_is_found_read_and_gets_a_word_with_who_and_when() {
    let world = World::new();
    let network = world.signed_in("network");
    let list = network.get("/lexicon");
    says(&list, "Nog niets. Alle woorden zijn die van het programma zelf.");
    says(&list, "Gezondheid");
    has_distinct_ids(&list);
    let found = network.post("/lexicon", &[("words", "CARTE MÉDIC")]);
    assert_eq!(found.status, 200);
    assert!(found.body.contains(CARD), "{}", found.words());
    says(&network.post("/lexicon", &[("words", "zzyzx")]), "Dit woord kent het programma nog niet");
    assert!(network.get("/lexicon?group=document").body.contains("/lexicon/concepts/"));
    assert_eq!(network.get("/lexicon?group=none").status, 404);
    assert_eq!(network.get("/lexicon/concepts/none").status, 404);

    let page = network.get(CARD);
    says(&page, "medische kaart");
    says(&page, "carte médicale");
    has_distinct_ids(&page);
    let added = add(&network, "Zorgpasje, zorg-paspoort");
    assert_eq!(added.status, 303, "{}", added.words());
    let page = network.get(added.location());
    says(&page, "zorgpasje Nederlands, toegevoegd door Somebody network op");
    says(&page, "zorg-paspoort");
    has_distinct_ids(&page);
    says(&network.get("/lexicon"), "medische kaart");
    says(&network.get("/log"), "Woord aan een begrip toegevoegd");
    assert!(network.get("/log?thing=concept").body.contains(CARD), "the log leads to it");
    assert!(!network.get("/log").body.contains("zorgpasje"), "the log says no word");

    let id = page.hidden("id");
    let gone = network.post(&format!("{CARD}/back"), &[("id", &id)]);
    assert!(gone.location().ends_with("done=taken"), "{}", gone.words());
    assert_eq!(network.post(&format!("{CARD}/back"), &[("id", &id)]).status, 404, "gone already");
    assert_eq!(world.store.lexicon_words().unwrap().len(), 1);
}

#[test]
fn what_is_no_word_for_a_concept_comes_back_with_the_reason() {
    let world = World::new();
    let network = world.signed_in("network");
    for (typed, reason) in [
        ("", "Schrijf minstens één woord"),
        ("niet de", "staat in elke tekst"),
        ("zor*", "minstens vijf letters"),
        ("…", "staat geen letter"),
        ("medische kaarten", "staat hier al"),
        ("huisbaas", "hoort al bij het begrip"),
    ] {
        let answer = add(&network, typed);
        assert_eq!(answer.status, 422, "{typed}");
        says(&answer, reason);
        assert!(answer.body.contains(&format!("{typed}</textarea>")), "{typed} comes back");
        assert!(answer.body.contains("id=\"words-nl-error\""), "{typed}: its box says it too");
    }
    let blocked = add(&network, NUMBER);
    assert_eq!(blocked.status, 422, "a word is screened like every free text");
    assert!(!world.stores(NUMBER));
    assert!(world.store.lexicon_words().unwrap().is_empty());

    let one = network.post("/lexicon/new", &[("words-nl", "zwijnproject")]);
    assert_eq!(one.status, 422);
    says(&one, "minstens twee talen");
}

#[test]
fn a_word_that_leads_astray_is_switched_off_and_on_again() {
    let world = World::new();
    let network = world.signed_in("network");
    let off = |word: &str| network.post(&format!("{CARD}/off"), &[("word", word)]);
    assert!(off("nl:medische kaart").location().ends_with("done=off"));
    let page = network.get(CARD);
    says(&page, "medische kaart Nederlands, uitgezet door Somebody network op");
    assert!(!page.body.contains("value=\"nl:medische kaart\""), "it counts no longer");
    // What is no word of the concept, or nothing at all, switches nothing off.
    assert!(off("nl:dageraad").location().ends_with("#off"));
    assert!(network.post(&format!("{CARD}/off"), &[]).location().ends_with("#off"));
    assert_eq!(world.store.lexicon_words().unwrap().len(), 1);
    says(&add(&network, "medische kaart"), "is hier uitgezet");
    let on = network.post(&format!("{CARD}/back"), &[("id", &page.hidden("id"))]);
    assert!(on.location().ends_with("done=on"));
    assert!(network.get(CARD).body.contains("value=\"nl:medische kaart\""));
}

#[test]
fn a_word_that_belongs_to_another_concept_by_now_counts_here_no_more() {
    let world = World::new();
    let network = world.signed_in("network");
    let switched = network.post(&format!("{CARD}/off"), &[("word", "nl:medische kaart")]);
    let id = network.get(switched.location()).hidden("id");
    let made =
        network.post("/lexicon/new", &[("words-nl", "medische kaart"), ("words-fr", "projet sanglier")]);
    assert_eq!(made.status, 303, "{}", made.words());
    let on = network.post(&format!("{CARD}/back"), &[("id", &id)]);
    assert_eq!(on.status, 422);
    says(&on, "hoort al bij het begrip");
    has_distinct_ids(&on);
    assert!(network.get(CARD).body.contains(&id), "it stays switched off");
}

#[test]
fn of_two_who_give_one_word_to_two_concepts_at_once_one_reads_where_it_belongs() {
    let world = World::new();
    let mut actors = ["nl", "fr"].map(|language| world.signed_in("network").in_language(language));
    let rounds = [("zwijnproject", ["sanglier", "marcassin"]), ("dassenpas", ["blaireau", "tanière"])];
    for (word, others) in rounds {
        let answers: Vec<Answer> = std::thread::scope(|scope| {
            let posts = actors.iter_mut().zip(others).map(|(actor, other)| {
                scope.spawn(move || actor.post("/lexicon/new", &[("words-nl", word), ("words-fr", other)]))
            });
            let posts: Vec<_> = posts.collect();
            posts.into_iter().map(|post| post.join().unwrap()).collect()
        });
        let mut status: Vec<u16> = answers.iter().map(|answer| answer.status).collect();
        status.sort_unstable();
        assert_eq!(status, [303, 422], "{word}");
        let refused = answers.iter().find(|answer| answer.status == 422).unwrap();
        assert!(refused.body.contains(&format!("{word}</textarea>")), "what was typed comes back");
        let words = world.store.lexicon_words().unwrap();
        assert_eq!(words.iter().filter(|kept| kept.word == word).count(), 1, "{word}");
    }
}

#[test]
fn a_concept_of_the_network_brings_signals_together_and_says_why() {
    let world = World::new();
    let dutch = text(Language::Nl, "Het zwijnproject", "Na juni is er geen zwijnproject.");
    let french = text(Language::Fr, "Le projet sanglier", "Personne au projet sanglier.");
    let dutch = file(&world, 1, dutch, true);
    let french = file(&world, 2, french, true);
    file(&world, 3, text(Language::Nl, "Borg voor een laptop", OTHER), true);
    let network = world.signed_in("network").in_language("nl");
    let similar = format!("/signals/{dutch}/similar");
    assert!(!network.get(&similar).body.contains("Samen: zwijnproject"), "not known yet");
    let made = network.post(
        "/lexicon/new",
        &[("words-nl", "zwijnproject"), ("words-fr", "projet sanglier; projet-sanglier")],
    );
    assert_eq!(made.status, 303, "{}", made.words());
    let page = network.get(made.location());
    says(&page, "Dit begrip heeft uw netwerk zelf toegevoegd");
    let near = network.get(&similar);
    assert!(near.body.contains("Le projet sanglier"), "{}", near.words());
    assert!(near.body.contains("Samen: zwijnproject"), "{}", near.words());
    let trying = format!("/lexicon/try?first={dutch}&second={french}");
    assert!(near.body.contains(&trying.replace('&', "&amp;")), "from there one sees which words they share");
    let tried = network.get(&trying);
    says(
        &tried,
        "Met de woorden van het programma alleen project Zoals het nu is project zwijnproject nieuw",
    );
    has_distinct_ids(&tried);
    // Whoever takes it away takes it from the comparison too.
    let address = made.location().split('?').next().unwrap();
    assert!(network.post(&format!("{address}/remove"), &[]).location().ends_with("done=gone"));
    assert_eq!(network.get(address).status, 404);
    says(&network.get(&trying), "Zoals het nu is project Wat maar in één van beide staat");
}

#[test]
fn words_are_tried_in_two_texts_before_they_are_added_and_nothing_is_kept() {
    let world = World::new();
    let network = world.signed_in("network");
    let page = network.get("/lexicon/try?concept=medical-card");
    says(&page, "Met deze woorden erbij voor het begrip");
    has_distinct_ids(&page);
    let texts = [("first", "Het zorgpasje blijft uit."), ("second", "La carte médicale tarde.")];
    let mut fields = vec![("concept", "medical-card"), ("words-nl", "zorgpasje")];
    fields.extend(texts);
    let tried = network.post("/lexicon/try", &fields);
    assert_eq!(tried.status, 200, "{}", tried.words());
    says(&tried, "Zoals het nu is Geen enkel begrip. Met de nieuwe woorden erbij medische kaart nieuw");
    assert!(world.store.lexicon_words().unwrap().is_empty());
    assert!(!world.stores("zorgpasje"));
    let alone = network.post("/lexicon/try", &texts);
    says(&alone, "Met de woorden van het programma alleen Geen enkel begrip.");
    assert_eq!(network.post("/lexicon/try", &[("first", "Alleen dit.")]).status, 422);
    assert_eq!(network.post("/lexicon/try", &[("first", NUMBER), ("second", "Iets.")]).status, 422);
    assert_eq!(network.get("/lexicon/try?concept=none").status, 404);
}

#[test]
fn only_signals_that_the_network_may_read_are_tried() {
    let world = World::new();
    let one = file(&world, 1, text(Language::Nl, "Borg voor een laptop", OTHER), true);
    let waiting = file(&world, 2, text(Language::Nl, "Nog niet vrijgegeven", OTHER), false);
    let network = world.signed_in("network");
    assert_eq!(network.get(&format!("/lexicon/try?first={one}&second={one}")).status, 200);
    assert_eq!(network.get(&format!("/lexicon/try?first={one}&second={waiting}")).status, 404);
    for stranger in ["coordinator", "filer", "reader", "administrator"] {
        assert_eq!(world.signed_in(stranger).get("/lexicon").status, 403, "{stranger}");
    }
}
