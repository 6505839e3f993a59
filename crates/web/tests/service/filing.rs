//! Filing: from the form to the receipt, for accounts and for cards; what is refused, and what is kept.

use model::{Recognition, SignalId, SignalState};
use serde_json::Value;
use store::{Side, Slice};
use testkit::{code, network, structural_signal};

use crate::actor::{Actor, Answer};
use crate::form::Form;
use crate::world::World;

pub const PROBLEM: &str =
    "Ouders krijgen pas na maanden een medische kaart. Ondertussen stellen ziekenhuizen zorg uit.";

/// What one must answer.
pub const ANSWERS: [(&str, &str); 5] = [
    ("problem", PROBLEM),
    ("domain", "health"),
    ("place", "21012"),
    ("tried", "asked-service"),
    ("tried", "referred"),
];

/// Something of each kind that must be reworded, and the part that may be found nowhere.
pub const BLOCKED: [(&str, &str, &str); 14] = [
    ("nrn", "De moeder, 85.07.30-033.28, wacht nog.", "85.07.30-033.28"),
    ("bis", "Met het nummer 85.47.30-033.48 lukt het niet.", "85.47.30-033.48"),
    ("eid", "De kaart 591-1234567-46 werd geweigerd.", "591-1234567-46"),
    ("iban", "Het geld gaat naar BE68 5390 0754 7034 en komt terug.", "BE68 5390 0754 7034"),
    ("email", "Schrijf naar fatima.x@voorbeeld.be voor meer.", "fatima.x@voorbeeld.be"),
    ("phone", "Bel haar op 0477 12 34 56 na vijf uur.", "0477 12 34 56"),
    ("card", "De kaart 4111 1111 1111 1111 is geblokkeerd.", "4111 1111 1111 1111"),
    ("ov", "Het OV-nummer 7.123.456 is bekend bij DVZ.", "7.123.456"),
    ("cg", "Bij het CGVS loopt nummer CG 21/12345 nog.", "21/12345"),
    ("plate", "De auto 1-ABC-234 stond voor de deur.", "1-ABC-234"),
    ("profile", "Zie facebook.com/jan.peeters.9 voor foto’s.", "jan.peeters.9"),
    ("dob", "Het kind, geboren op 12/03/2019, wacht.", "12/03/2019"),
    ("addr", "Zij wonen in de Wetstraat 16 boven een winkel.", "Wetstraat 16"),
    ("coordinates", "Ze slapen op 50.846712, 4.352531 in een tent.", "50.846712"),
];

pub fn fill(actor: &Actor) -> Form {
    let page = actor.get("/file");
    assert_eq!(page.status, 200);
    Form::of(&page).with(&ANSWERS)
}

fn post(actor: &Actor, path: &str, form: &Form) -> Answer {
    actor.post_raw(path, &form.fields(), &[("accept", "text/html")])
}

/// Files a form through the page where it is read once more; gives the receipt.
fn file(actor: &Actor, form: &Form) -> String {
    let check = post(actor, "/file/check", form);
    assert_eq!(check.status, 200, "{}", check.words());
    let sent = post(actor, "/file", &Form::of(&check));
    assert_eq!(sent.status, 303, "{}", sent.words());
    assert!(sent.location().starts_with("/filed/"), "{}", sent.location());
    receipt_on(&actor.get(sent.location()))
}

/// The receipt that stands on a page, and not in its address.
fn receipt_on(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("class=\"receipt-code\">").expect("a receipt");
    rest.split('<').next().unwrap_or_default().trim().to_owned()
}

pub fn signal(world: &World, receipt: &str) -> SignalId {
    world.store.receipt(receipt).unwrap().expect("a signal with this receipt")
}

pub fn signals_of(world: &World, name: &str) -> usize {
    world.store.signals_of_account(world.accounts[name], Slice::first(100)).unwrap().lines.len()
}

#[test]
fn a_filer_goes_from_the_form_to_the_receipt() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let form = fill(&filer).with(&[
        ("cause", "not-obtained"),
        ("recurrence", "10+"),
        ("impact", "Zorg komt te laat."),
    ]);
    let check = post(&filer, "/file/check", &form);
    assert_eq!(check.status, 200);
    for words in [
        PROBLEM,
        "Sint-Jans-Molenbeek",
        "Zorg komt te laat.",
        "Ouders krijgen pas na maanden een medische kaart",
    ] {
        assert!(check.words().contains(words), "{words}");
    }
    assert_eq!(signals_of(&world, "filer"), 0, "nothing is sent before it was read once more");

    let receipt = file(&filer, &form);
    let page = filer.get(&format!("/filed/{}", signal(&world, &receipt)));
    assert_eq!(page.status, 200);
    assert!(page.words().contains(&receipt), "{}", page.words());
    assert!(page.words().contains("tien werkdagen"));

    let filed = world.store.signal(signal(&world, &receipt)).unwrap();
    assert_eq!(filed.line.state, SignalState::PreSignal);
    assert_eq!(filed.line.filer, Some(world.accounts["filer"]));
    assert_eq!(filed.submission.problem, PROBLEM);
    assert_eq!(filed.submission.headline, "Ouders krijgen pas na maanden een medische kaart");
    assert_eq!(filed.submission.organisation, code("alfa"));
    assert_eq!(filed.submission.tried.len(), 2);
    assert_eq!(filed.submission.observed.to_string(), "2026-01");

    assert!(world.stores("ziekenhuizen zorg uit"), "what is stored can be found in the files");

    // A receipt is for whoever filed.
    assert_eq!(world.signed_in("colleague").get(&format!("/filed/{}", signal(&world, &receipt))).status, 404);
    assert_eq!(world.card().get(&format!("/filed/{}", signal(&world, &receipt))).status, 404);
}

#[test]
fn no_answer_to_the_cause_is_left_to_the_coordinator() {
    let world = World::new();
    let filer = world.signed_in("filer");
    for (answer, cause) in [(None, "unknown"), (Some("none"), ""), (Some("exclusion"), "exclusion")] {
        let form = fill(&filer);
        let form = match answer {
            Some(answer) => form.with(&[("cause", answer)]),
            None => form,
        };
        let filed = world.store.signal(signal(&world, &file(&filer, &form))).unwrap();
        assert_eq!(filed.submission.cause.code(), cause);
    }
}

#[test]
fn what_is_wrong_with_a_text_is_said_once_in_the_summary_and_once_at_the_text() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let text = "Bel 0477 12 34 56 of 0478 12 34 56 na vijf uur. Het wacht al lang.";
    // The page's script proposes the first sentence as the headline, so that the number stands in both.
    let headline = "Bel 0477 12 34 56 of 0478 12 34 56 na vijf uur";
    let sentences = |headline: &str| {
        let page =
            post(&filer, "/file/check", &fill(&filer).with(&[("problem", text), ("headline", headline)]));
        assert_eq!(page.status, 422);
        let (_, rest) = page.body.split_once("class=\"error-summary\"").unwrap();
        let summary = rest.split("</ul>").next().unwrap().matches("<li>").count();
        let at_text = page.body.matches("id=\"problem-error\"").count();
        (summary, at_text, page.body.matches("id=\"headline-error\"").count())
    };
    assert_eq!(sentences(headline), (1, 1, 0));
    assert_eq!(
        sentences("Vraag het op 0479 12 34 56"),
        (2, 1, 1),
        "a headline of its own has to be reworded itself"
    );
}

#[test]
fn what_nobody_answered_is_not_read_as_an_answer() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let unanswered = post(&filer, "/file/check", &fill(&filer));
    assert!(unanswered.words().contains("Niet ingevuld"), "{}", unanswered.words());
    assert!(!unanswered.words().contains("Ik weet het niet"), "{}", unanswered.words());
    let unsure = post(&filer, "/file/check", &fill(&filer).with(&[("cause", "unknown")]));
    assert!(unsure.words().contains("Ik weet het niet"), "{}", unsure.words());
}

#[test]
fn a_group_with_a_card_files_and_follows_up_with_its_receipt() {
    let world = World::new();
    let group = world.card();
    let receipt = file(&group, &fill(&group).with(&[("direct", "yes"), ("release", "yes")]));
    let page = group.get(&format!("/filed/{}", signal(&world, &receipt)));
    assert!(page.words().contains("Alleen met deze code"), "{}", page.words());
    let id = signal(&world, &receipt);
    let filed = world.store.signal(id).unwrap();
    assert_eq!((filed.line.organisation, filed.line.filer), (code("gamma"), None));
    assert_eq!(filed.sponsor, Some(code("alfa")));
    assert_eq!(
        (filed.line.state, filed.line.direct),
        (SignalState::PreSignal, false),
        "a card asks for nothing more"
    );

    // By its code, typed as people type; never what was written in it.
    let typed = receipt.to_lowercase().replace('-', " ");
    let found = world.visitor().post("/receipt", &[("receipt", &typed)]);
    assert_eq!(found.status, 200);
    assert!(found.words().contains("Pre-signaal"), "{}", found.words());
    assert!(!found.words().contains("medische kaart"));
    assert_eq!(world.visitor().post("/receipt", &[("receipt", "AAAAA-AAAAA")]).status, 422);

    // A question, and the reply.
    let coordinator = world.accounts["coordinator"];
    world.store.write_message(id, Side::Coordinator, Some(coordinator), "Ziet u dit vaak?").unwrap();
    let asked = group.post("/receipt", &[("receipt", &receipt)]);
    assert!(asked.words().contains("Ziet u dit vaak?"));
    assert!(asked.body.contains("name=\"reply\""));
    let reply = [("receipt", receipt.as_str()), ("reply", "Elke week, bij grote gezinnen.")];
    for _ in 0..2 {
        assert_eq!(group.post("/receipt", &reply).status, 200);
    }
    let messages = world.store.signal(id).unwrap().messages;
    assert_eq!(messages.len(), 2, "the same reply sent twice is one");
    assert_eq!(messages[1].text, "Elke week, bij grote gezinnen.");

    // Whoever only knows the code reads; the blocked reply stays in the page.
    let stranger = world.visitor();
    assert!(!stranger.post("/receipt", &[("receipt", &receipt)]).body.contains("name=\"reply\""));
    assert_eq!(stranger.post("/receipt", &reply).status, 403);
    let blocked = group.post("/receipt", &[("receipt", &receipt), ("reply", "Bel 0477 12 34 56 maar.")]);
    assert_eq!(blocked.status, 422);
    assert_eq!(world.store.signal(id).unwrap().messages.len(), 2);
    assert!(!world.stores("0477 12 34 56"));
}

#[test]
fn a_card_opens_the_form_and_a_revoked_or_unknown_one_says_so() {
    let world = World::new();
    let token = world.token();
    let card = world
        .store
        .add_card(&code("gamma"), Some(&code("alfa")), "Kaart", web::hash_of_token(&token), None)
        .unwrap();
    let group = world.visitor();
    let opened = group.get(&format!("/card/{token}"));
    assert_eq!((opened.status, opened.location()), (303, "/file"));
    let form = group.get("/file");
    assert_eq!(form.status, 200);
    assert!(form.body.contains(&format!("data-card=\"{token}\"")), "a sealed item takes the card with it");
    assert!(!form.body.contains("formaction=\"/file/draft\""), "a card keeps no drafts");

    world.store.revoke_card(card, None).unwrap();
    let revoked = world.visitor().get(&format!("/card/{token}"));
    assert_eq!(revoked.status, 410);
    assert!(revoked.words().contains("werkt niet meer"));
    assert_eq!(world.visitor().get("/card/nobody-knows-me").status, 404);
    assert_eq!(group.get("/file").status, 303, "the cookie of a revoked card opens nothing");
}

#[test]
fn what_is_missing_comes_back_with_every_character() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("fr");
    let nasty = "\r\n \"Rien\" & <b>personne</b> : l’été, 50 % 🙂\r\n\r\nFin ";
    let form = Form::of(&filer.get("/file")).with(&[
        ("problem", nasty),
        ("tried", "asked-service"),
        ("tried", "nothing-possible"),
        ("tried_note", "a|b; \u{1F600}"),
        ("other_places", "21001"),
        ("other_places", "21015"),
        ("target_groups", "roma"),
        ("no_municipality", "yes"),
        ("observed", "2025-11"),
        ("direct", "yes"),
        ("reference", "'"),
    ]);
    let back = post(&filer, "/file/check", &form);
    assert_eq!(back.status, 422);
    assert!(back.words().starts_with("Erreur"), "{}", &back.words()[..80]);
    assert_eq!(Form::of(&back).answers(), form.answers());
    for (field, words) in
        [("domain", "Choisissez de quoi il s’agit surtout"), ("place", "Choisissez le lieu où vous le voyez")]
    {
        assert!(back.body.contains(&format!("<a href=\"#{field}\">{words}</a>")), "{field}: in the summary");
        assert!(back.body.contains(&format!("id=\"{field}-error\">{words}</p>")), "{field}: at the field");
        assert!(back.body.contains(&format!(" id=\"{field}\"")), "{field}: where the summary leads");
    }
    assert_eq!(Form::of(&back).get("client_id"), form.get("client_id"), "it is still the same signal");
}

#[test]
fn what_points_at_a_person_is_refused_and_stays_nowhere_but_in_the_form() {
    let world = World::new();
    let filer = world.signed_in("filer");
    for (kind, text, words) in BLOCKED {
        for field in ["problem", "headline", "impact", "tried_note"] {
            let form = fill(&filer).with(&[(field, text)]);
            for path in ["/file", "/file/check", "/file/draft"] {
                let refused = post(&filer, path, &form);
                assert_eq!(refused.status, 422, "{kind} in {field} on {path}");
                assert_eq!(Form::of(&refused).answers(), form.answers());
                let (before, rest) = refused.body.split_once("<form id=\"filing\"").unwrap();
                let (inside, after) = rest.split_once("</form>").unwrap();
                assert!(inside.contains(words), "{kind}: shown at the place");
                assert!(!before.contains(words) && !after.contains(words), "{kind}: outside the form");
                assert!(inside.contains("data-certainty=\"blocked\""), "{kind}");
            }
            let script = filer.post_raw("/file/draft", &form.fields(), &[("accept", "*/*")]);
            assert_eq!(script.status, 422);
            let told: Value = serde_json::from_str(&script.body).unwrap();
            assert_eq!(told["error"]["fields"][0]["field"], *field);
            assert_eq!(told["error"]["fields"][0]["reason"], *kind);
            assert!(!script.body.contains(words));
        }
    }
    assert_eq!(signals_of(&world, "filer"), 0);
    assert!(world.store.drafts(world.accounts["filer"]).unwrap().is_empty());
    for (kind, _, words) in BLOCKED {
        assert!(!world.stores(words), "{kind} lies in the files of the database");
        assert!(!world.log.lock().unwrap().iter().any(|line| line.contains(words)), "{kind} was logged");
    }
}

#[test]
fn switching_the_language_loses_nothing_at_any_step() {
    let world = World::new();
    for (name, actor) in [("filer", world.signed_in("filer")), ("card", world.card())] {
        let text = " Trois \"enfants\"\r\n<dorment> & attendent… ";
        let form = fill(&actor).with(&[("problem", text), ("cause", "exclusion"), ("never_eligible", "yes")]);
        for (language, title) in
            [("fr", "Dites ce que vous voyez"), ("en", "Tell us what you see"), ("nl", "Vertel wat u ziet")]
        {
            let page = post(&actor, "/file/language", &form.clone().with(&[("switch", language)]));
            assert_eq!(page.status, 200, "{name}");
            assert!(page.words().contains(title), "{}", page.words());
            assert!(page.body.contains(&format!("<html lang=\"{language}\">")));
            assert_eq!(Form::of(&page).answers(), form.answers(), "{name} in {language}");
            assert_eq!(Form::of(&page).get("client_id"), form.get("client_id"));
            assert_eq!(actor.cookie("megafoon-language").as_deref(), Some(language));
        }
        let check = Form::of(&post(&actor, "/file/check", &form));
        let page = post(&actor, "/file/language", &check.clone().with(&[("switch", "fr")]));
        assert!(page.words().contains("Relisez une dernière fois"), "the same step: {}", page.words());
        assert_eq!(Form::of(&page).answers(), check.answers());
        let back = post(&actor, "/file/change", &check.clone().with(&[("change", "cause")]));
        assert_eq!(Form::of(&back).answers(), check.answers(), "and back to the form");
        assert!(back.body.contains("id=\"cause\" autofocus"));
    }
    let account = world.store.account(world.accounts["filer"]).unwrap();
    assert_eq!(account.language, model::Language::Fr, "kept for the next visit");
}

#[test]
fn whoever_switches_before_writing_writes_in_the_new_language() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let empty = Form::of(&filer.get("/file"));
    assert_eq!(empty.get("language"), "nl");
    let switched = Form::of(&post(&filer, "/file/language", &empty.clone().with(&[("switch", "fr")])));
    assert_eq!(switched.get("language"), "fr");
    let written = switched.with(&[("problem", "Un texte."), ("switch", "en")]);
    assert_eq!(Form::of(&post(&filer, "/file/language", &written)).get("language"), "fr");
}

#[test]
fn the_same_form_sent_twice_is_one_signal() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let form = Form::of(&post(&filer, "/file/check", &fill(&filer)));
    let first = post(&filer, "/file", &form);
    let second = post(&filer, "/file", &form);
    assert_eq!((first.status, second.status), (303, 303));
    assert_eq!(first.location(), second.location());
    assert_eq!(signals_of(&world, "filer"), 1);

    // Gone back, written on, sent again: asked whether it is a new one.
    let other = form.clone().with(&[("impact", "Nog iets.")]);
    let asked = post(&filer, "/file", &other);
    assert_eq!(asked.status, 409);
    assert!(asked.words().contains("al verstuurd"), "{}", asked.words());
    assert_eq!(signals_of(&world, "filer"), 1);
    assert_eq!(post(&filer, "/file", &Form::of(&asked)).status, 303);
    assert_eq!(signals_of(&world, "filer"), 2);
}

#[test]
fn a_reference_that_the_organisation_used_is_told_at_the_field() {
    let world = World::new();
    let filer = world.signed_in("filer");
    file(&filer, &fill(&filer).with(&[("reference", "A-12")]));
    let again = post(&filer, "/file", &fill(&filer).with(&[("reference", "A-12")]));
    assert_eq!(again.status, 422);
    assert!(again.body.contains("id=\"reference-error\""));
}

#[test]
fn a_signal_about_the_own_organisation_goes_past_it_and_a_coordinator_releases_at_once() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let direct = signal(&world, &file(&filer, &fill(&filer).with(&[("direct", "yes"), ("release", "yes")])));
    let line = world.store.signal(direct).unwrap().line;
    assert_eq!((line.state, line.direct), (SignalState::Released, true));
    let own = signal(&world, &file(&filer, &fill(&filer).with(&[("release", "yes")])));
    assert_eq!(
        world.store.signal(own).unwrap().line.state,
        SignalState::PreSignal,
        "a filer releases nothing"
    );

    let coordinator = world.signed_in("coordinator");
    let released = signal(&world, &file(&coordinator, &fill(&coordinator).with(&[("release", "yes")])));
    let line = world.store.signal(released).unwrap().line;
    assert_eq!((line.state, line.direct), (SignalState::Released, false));
}

#[test]
fn a_draft_is_its_writers_alone_and_goes_when_it_is_filed() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let me = world.accounts["filer"];
    let form = Form::of(&filer.get("/file")).with(&[("problem", "Half\r\nklaar"), ("tried", "referred")]);
    let script = filer.post_raw("/file/draft", &form.fields(), &[("accept", "*/*")]);
    assert_eq!(script.status, 200, "unfinished is no obstacle");
    let told: Value = serde_json::from_str(&script.body).unwrap();
    let id = told["draft"].as_str().unwrap().to_owned();

    // The same draft again, by hand.
    let later = form.with(&[("draft", &id), ("problem", "Half\r\nklaar, en verder")]);
    let kept = post(&filer, "/file/draft", &later);
    assert_eq!((kept.status, kept.location()), (303, "/signals"));
    assert_eq!(world.store.drafts(me).unwrap().len(), 1);

    let path = format!("/file?draft={id}");
    let opened = Form::of(&filer.get(&path));
    assert_eq!(opened.answers(), later.answers());
    assert_eq!((opened.get("draft"), opened.get("client_id")), (id.as_str(), later.get("client_id")));

    // Nobody else's.
    let colleague = world.signed_in("colleague");
    assert_eq!(colleague.get(&path).status, 404);
    assert_eq!(world.card().get(&path).status, 404);
    let stolen = Form::of(&colleague.get("/file")).with(&[("draft", &id), ("problem", "Van mij")]);
    assert_eq!(post(&colleague, "/file/draft", &stolen).status, 404);
    assert_eq!(filer.get("/file?draft=nonsense").status, 404);
    let group = world.card();
    assert_eq!(post(&group, "/file/draft", &fill(&group)).status, 403);

    // Another's draft is not deleted by filing with its id.
    file(&colleague, &fill(&colleague).with(&[("draft", &id)]));
    assert_eq!(world.store.drafts(me).unwrap().len(), 1);
    file(&filer, &opened.with(&ANSWERS));
    assert!(world.store.drafts(me).unwrap().is_empty());
    assert_eq!(filer.get(&path).status, 404);
}

#[test]
fn we_see_this_too_is_said_from_the_form_which_stays_as_it_was() {
    let world = World::new();
    let mut with_problem = network();
    with_problem.structural_signals = vec![structural_signal("adres", 2, &[])];
    world.store.import_network(&with_problem).unwrap();
    let filer = world.signed_in("filer");
    let page = filer.get("/file");
    assert!(page.words().contains("Titel van adres"), "{}", page.words());
    let known = world.store.known_problems(Some(&code("alfa"))).unwrap();
    let said = format!("{}:often", known[0].structural);

    let form = fill(&filer).with(&[("domain", "residence-status")]);
    let proposed = post(&filer, "/file/recognise", &form.clone().with(&[("recognise", &said)]));
    assert_eq!(proposed.status, 200);
    assert_eq!(Form::of(&proposed).answers(), form.answers());
    let proposals = world.store.recognition_proposals(&code("alfa")).unwrap();
    assert_eq!((proposals.len(), proposals[0].answer), (1, Recognition::Often));

    // Only what belongs to the chosen domain is shown beside the answers.
    assert!(post(&filer, "/file/check", &form).words().contains("Titel van adres"));
    assert!(!post(&filer, "/file/check", &fill(&filer)).words().contains("Titel van adres"));

    // Whatever the domain, where the words are the same; not in a language that the problem has no text in.
    let alike = fill(&filer).with(&[("problem", "Zonder TITEL geen adressen.")]);
    assert!(post(&filer, "/file/check", &alike).words().contains("Titel van adres"));
    let english = alike.with(&[("language", "en")]);
    assert!(!post(&filer, "/file/check", &english).words().contains("Titel van adres"));

    // A coordinator's word counts at once; a card has none.
    let coordinator = world.signed_in("coordinator");
    let counted = fill(&coordinator).with(&[("recognise", &format!("{}:sometimes", known[0].structural))]);
    assert_eq!(post(&coordinator, "/file/recognise", &counted).status, 200);
    let mine = world.store.known_problems(Some(&code("alfa"))).unwrap()[0].mine;
    assert_eq!(mine, Some(Recognition::Sometimes));
    let group = world.card();
    assert!(!group.get("/file").body.contains("/file/recognise"));
    assert_eq!(post(&group, "/file/recognise", &fill(&group).with(&[("recognise", &said)])).status, 403);
}

#[test]
fn the_form_with_its_style_and_scripts_stays_below_sixty_kilobytes() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("fr");
    let cookie = format!("megafoon-session={}", filer.cookie("megafoon-session").unwrap());
    let compressed = |path: &str| {
        let request = ureq::get(format!("{}{path}", world.base))
            .header("cookie", &cookie)
            .header("accept-encoding", "br");
        let mut answer = request.call().unwrap();
        assert_eq!(answer.headers()["content-encoding"], "br", "{path}");
        answer.body_mut().read_to_vec().unwrap().len()
    };
    let mut total = compressed("/file");
    let list: Value = serde_json::from_str(&filer.get("/file/offline.json").body).unwrap();
    let mut parts = vec![("page".to_owned(), total)];
    for asset in list["assets"].as_array().unwrap().iter().filter_map(Value::as_str) {
        if !asset.ends_with(".woff2") {
            let size = compressed(asset);
            parts.push((asset.rsplit('/').next().unwrap().to_owned(), size));
            total += size;
        }
    }
    assert!(total < 60_000, "{total} bytes: {parts:?}");
}
