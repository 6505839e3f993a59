//! Nothing typed is lost: what is sent after a session ended, or with an old mark, comes back and is sent by a click.

use model::SignalState;
use store::Side;

use crate::account::{PASSWORD, code_at, give_password};
use crate::actor::{Actor, Answer};
use crate::filing::{PROBLEM, fill, signals_of};
use crate::form::Form;
use crate::signals::{filed, in_state};
use crate::world::{NOON, World};

/// What a browser says of a form of this site.
const HERE: [(&str, &str); 2] = [("accept", "text/html,*/*"), ("sec-fetch-site", "same-origin")];

const REPLY: &str = "Elke week, \"vooral\" in <kleine> gemeenten.\r\nEn vaker in de winter.";

/// Sends a form with this mark, as a browser does.
fn send(actor: &Actor, path: &str, mark: &str, fields: &[(&str, &str)]) -> Answer {
    let mut all = vec![("csrf", mark)];
    all.extend_from_slice(fields);
    actor.post_raw(path, &all, &HERE)
}

/// Sends what waits in the form of a page, with these fields besides.
fn go_on(actor: &Actor, page: &Answer, path: &str, besides: &[(&str, &str)]) -> Answer {
    let (mark, kept) = (page.hidden("csrf"), page.hidden("kept"));
    let mut fields = vec![("kept", kept.as_str())];
    fields.extend_from_slice(besides);
    send(actor, path, &mark, &fields)
}

/// A signal about which the filer was asked something.
fn asked(world: &World) -> model::SignalId {
    let id = in_state(world, SignalState::Released, 1);
    world.store.write_message(id, Side::Coordinator, Some(world.accounts["network"]), "Hoe vaak?").unwrap();
    id
}

fn replies(world: &World, id: model::SignalId) -> Vec<String> {
    let messages = world.store.signal(id).unwrap().messages;
    messages.into_iter().filter(|said| said.side == Side::Filer).map(|said| said.text).collect()
}

#[test]
fn a_reply_typed_after_the_session_ended_waits_for_the_sign_in_and_for_one_click() {
    let world = World::new();
    give_password(&world, "filer");
    let id = asked(&world);
    let filer = world.signed_in("filer");
    let mark = filer.mark();
    world.signed_out(&filer);
    let path = format!("/signals/{id}/messages");
    let out = send(&filer, &path, &mark, &[("text", REPLY)]);
    assert_eq!(out.status, 401);
    assert!(out.words().contains("U bent afgemeld. Wat u schreef, staat er nog."), "{}", out.words());
    assert!(out.words().contains("vooral"), "{}", out.words());
    assert_eq!(out.hidden("text"), REPLY, "every character");
    assert!(!out.body.contains("<kleine>"));

    // A wrong password loses nothing, and comes back to nobody.
    let address = ("address", "filer@example.org");
    let wrong = go_on(&filer, &out, "/sign-in", &[address, ("password", "niet dat wachtwoord")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.words().contains("horen niet samen"), "{}", wrong.words());
    assert!(!wrong.body.contains("niet dat wachtwoord"));
    assert_eq!(wrong.hidden("text"), REPLY);

    let back = go_on(&filer, &wrong, "/sign-in", &[address, ("password", PASSWORD)]);
    assert_eq!(back.status, 200);
    assert!(back.words().contains("U bent aangemeld als Somebody filer."), "{}", back.words());
    assert!(!back.body.contains(PASSWORD));
    assert_eq!(replies(&world, id).len(), 0, "nothing goes by itself");
    assert!(!world.stores("kleine"));

    let sent = send(&filer, &path, &back.hidden("csrf"), &[("text", &back.hidden("text"))]);
    assert_eq!(sent.status, 303, "{}", sent.words());
    assert_eq!(replies(&world, id), [REPLY.replace("\r\n", "\n")]);
    assert!(world.log.lock().unwrap().iter().all(|line| !line.contains("winter")));
}

#[test]
fn an_old_mark_of_the_same_person_brings_the_text_back_with_a_new_one() {
    let world = World::new();
    let id = asked(&world);
    let old = world.signed_in("filer").mark();
    let filer = world.signed_in("filer");
    let path = format!("/signals/{id}/messages");
    let stale = send(&filer, &path, &old, &[("text", REPLY)]);
    assert_eq!(stale.status, 403);
    assert!(stale.words().contains("Wat u schreef, staat er nog"), "{}", stale.words());
    assert!(stale.words().contains("U bent aangemeld als Somebody filer."));
    assert_eq!(replies(&world, id).len(), 0);
    let sent = send(&filer, &path, &stale.hidden("csrf"), &[("text", &stale.hidden("text"))]);
    assert_eq!((sent.status, replies(&world, id).len()), (303, 1));
}

#[test]
fn the_form_of_a_signal_comes_back_as_the_form_it_was() {
    let world = World::new();
    give_password(&world, "filer");
    let filer = world.signed_in("filer");
    let form = fill(&filer).with(&[("impact", "Zorg komt te laat."), ("cause", "not-obtained")]);
    world.signed_out(&filer);
    for path in ["/file", "/file/check", "/file/draft", "/file/language"] {
        let out = filer.post_raw(path, &form.fields(), &HERE);
        assert_eq!(out.status, 401, "{path}");
        assert!(out.words().contains(PROBLEM) && out.words().contains("Zorg komt te laat."), "{path}");
    }
    let out = filer.post_raw("/file", &form.fields(), &HERE);
    let fields = [("address", "filer@example.org"), ("password", PASSWORD)];
    let back = go_on(&filer, &out, "/sign-in", &fields);
    assert!(back.body.contains("action=\"/file/change\""), "{}", back.body);
    let mark = back.hidden("csrf");
    let again = filer.post_raw("/file/change", &form.clone().with(&[("csrf", &mark)]).fields(), &HERE);
    assert_eq!(again.status, 200, "{}", again.words());
    let without_mark = |form: &Form| {
        let fields = form.fields();
        let kept = fields.iter().filter(|(name, _)| !["csrf", "step"].contains(name));
        kept.map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<Vec<_>>()
    };
    let (before, after) = (without_mark(&form), without_mark(&Form::of(&again)));
    for field in &before {
        assert!(after.contains(field), "{field:?} is in the form again");
    }
    assert_eq!(signals_of(&world, "filer"), 0, "nothing was filed");
}

#[test]
fn a_form_of_another_site_is_never_drawn_again() {
    let world = World::new();
    let id = asked(&world);
    let path = format!("/signals/{id}/messages");
    for actor in [world.visitor(), world.signed_in("filer")] {
        for said in [
            vec![("sec-fetch-site", "cross-site")],
            vec![("sec-fetch-site", "same-site")],
            vec![("origin", "https://elsewhere.example")],
            vec![("origin", "null")],
            // A browser that says nothing is not believed.
            vec![],
        ] {
            let headers: Vec<_> = said.iter().copied().chain([("accept", "text/html")]).collect();
            let answer = actor.post_raw(&path, &[("text", "Van elders.")], &headers);
            assert!([401, 403].contains(&answer.status), "{said:?}: {}", answer.status);
            assert!(!answer.body.contains("Van elders."), "{said:?}");
            assert!(answer.header("set-cookie").is_empty(), "{said:?}");
        }
    }
    assert_eq!(replies(&world, id).len(), 0);
}

#[test]
fn somebody_else_at_the_same_browser_sees_whose_name_stands_under_the_text() {
    let world = World::new();
    give_password(&world, "coordinator");
    let id = filed(&world, 1);
    let coordinator = world.signed_in("coordinator");
    let path = format!("/signals/{id}/solve");
    let old = world.signed_in("colleague").mark();
    let stale = send(&coordinator, &path, &old, &[("note", "Zelf geregeld met het OCMW.")]);
    assert!(stale.words().contains("U bent aangemeld als Somebody coordinator."), "{}", stale.words());
    // Whoever may not do this reads and copies, and gets no button that sends it.
    let colleague = world.signed_in("colleague");
    let refused = send(&colleague, &path, &colleague.mark(), &[("note", "Zelf geregeld met het OCMW.")]);
    assert_eq!(refused.status, 403);
    assert!(refused.words().contains("Zelf geregeld met het OCMW."), "{}", refused.words());
    assert!(!refused.words().contains("Nu versturen"), "{}", refused.words());
}

#[test]
fn what_can_no_longer_be_done_does_not_take_the_words_along() {
    let world = World::new();
    let id = in_state(&world, SignalState::Released, 1);
    let network = world.signed_in("network");
    let mark = network.mark();
    world.store.accept(id, world.accounts["network"]).unwrap();
    let late =
        send(&network, &format!("/signals/{id}/decline"), &mark, &[("reason", "Staat al in editie 1.")]);
    assert_eq!(late.status, 409);
    assert!(late.words().contains("Staat al in editie 1."), "{}", late.words());
    assert!(!late.words().contains("Nu versturen"), "{}", late.words());
}

#[test]
fn a_second_factor_is_asked_on_the_way_and_the_code_comes_back_to_nobody() {
    let world = World::new();
    give_password(&world, "network");
    let secret = vec![9; 20];
    world.store.set_second_factor(world.accounts["network"], Some(secret.clone()), None).unwrap();
    let id = in_state(&world, SignalState::Released, 1);
    let network = world.signed_in("network");
    let mark = network.mark();
    world.signed_out(&network);
    let path = format!("/signals/{id}/decline");
    let out = send(&network, &path, &mark, &[("reason", "Staat al in editie 1.")]);
    let fields = [("address", "network@example.org"), ("password", PASSWORD)];
    let half = go_on(&network, &out, "/sign-in", &fields);
    assert!(half.body.contains("action=\"/sign-in/code\""), "{}", half.body);
    let wrong = go_on(&network, &half, "/sign-in/code", &[("code", "000000")]);
    assert_eq!(wrong.status, 422);
    assert!(!wrong.body.contains("000000"));
    let code = code_at(&secret, NOON);
    let back = go_on(&network, &wrong, "/sign-in/code", &[("code", &code)]);
    assert_eq!(back.status, 200, "{}", back.words());
    assert!(!back.body.contains(&code));
    let sent = send(&network, &path, &back.hidden("csrf"), &[("reason", &back.hidden("reason"))]);
    assert_eq!(sent.status, 303, "{}", sent.words());
    assert_eq!(world.store.signal(id).unwrap().line.state, SignalState::Declined);
}

#[test]
fn whoever_signed_in_in_another_tab_goes_on_in_this_one() {
    let world = World::new();
    let id = asked(&world);
    let filer = world.signed_in("filer");
    let mark = filer.mark();
    world.signed_out(&filer);
    let path = format!("/signals/{id}/messages");
    let out = send(&filer, &path, &mark, &[("text", REPLY)]);
    let other_tab = world.signed_in("filer");
    let token = other_tab.cookie("megafoon-session").unwrap();
    let filer = filer.with_cookie("megafoon-session", &token);
    let fields = [("text", out.hidden("text"))];
    let fields: Vec<_> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let read = send(&filer, &path, &out.hidden("csrf"), &fields);
    assert_eq!(
        (read.status, replies(&world, id).len()),
        (403, 0),
        "read first, under the name of who sends it"
    );
    assert_eq!(send(&filer, &path, &read.hidden("csrf"), &fields).status, 303);
}

#[test]
fn a_label_typed_by_an_administrator_comes_back_with_its_choices_in_words() {
    let world = World::new();
    let administrator = world.signed_in("administrator");
    let mark = administrator.mark();
    world.signed_out(&administrator);
    let fields = [("organisation", "gamma"), ("sponsor", "alfa"), ("label", "Inloophuis")];
    let out = send(&administrator, "/administration/cards", &mark, &fields);
    assert!(out.words().contains("Inloophuis"), "{}", out.words());
    assert!(out.words().contains("Organisatie die vrijgeeft"), "{}", out.words());
    assert_eq!(out.hidden("sponsor"), "alfa");
}

#[test]
fn no_password_ever_comes_back() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let fields = [
        ("current", "het oude wachtwoord"),
        ("password", "het nieuwe wachtwoord"),
        ("again", "het nieuwe wachtwoord"),
    ];
    for (actor, mark) in [(world.visitor(), String::new()), (filer, "AAAA".to_owned())] {
        let answer = send(&actor, "/account/password", &mark, &fields);
        assert!([401, 403].contains(&answer.status));
        assert!(!answer.body.contains("wachtwoord\""), "{}", answer.body);
        assert!(!answer.body.contains("het oude") && !answer.body.contains("het nieuwe"));
    }
}

#[test]
fn whoever_only_has_to_sign_in_is_led_back_to_the_page_and_to_the_draft() {
    let world = World::new();
    give_password(&world, "filer");
    let draft = "/file?draft=0e1e7a4c-5f0e-4a4e-9a55-3d1f5e5c0a11";
    let somebody = world.visitor();
    let door = somebody.get(draft);
    assert_eq!(door.location(), format!("/sign-in?to={draft}"));
    let page = somebody.get(door.location());
    assert_eq!(page.hidden("to"), draft);
    let fields = [("address", "filer@example.org"), ("password", PASSWORD), ("to", draft)];
    assert_eq!(somebody.post("/sign-in", &fields).location(), draft);

    // What holds no words is not kept: the page says where to sign in, and where that leads.
    let id = filed(&world, 1);
    let out = world.visitor().post_raw(&format!("/signals/{id}/release"), &[], &HERE);
    assert_eq!(out.status, 401);
    assert!(out.body.contains(&format!("href=\"/sign-in?to=/signals/{id}\"")), "{}", out.body);
}

/// Where the button for another language sends a page's form, and which form that is.
fn switch_of(page: &Answer, language: &str) -> (String, String) {
    let end = format!("name=\"switch\" value=\"{language}\"");
    let (before, _) = page.body.split_once(&end).expect("a switch that keeps the text");
    let button = before.rsplit('<').next().unwrap_or_default();
    let attribute = |name: &str| {
        let (_, rest) = button.split_once(&format!(" {name}=\"")).expect("an attribute");
        rest.split('"').next().unwrap_or_default().to_owned()
    };
    (attribute("form"), attribute("formaction"))
}

#[test]
fn the_language_is_switched_on_a_page_with_errors_and_the_text_stays() {
    let world = World::new();
    let id = in_state(&world, SignalState::Released, 1);
    world.store.write_message(id, Side::Coordinator, Some(world.accounts["network"]), "Hoe vaak?").unwrap();
    let weighed = filed(&world, 2);
    for (name, path, form, field) in [
        ("filer", format!("/signals/{id}/messages"), "speak", "text"),
        ("coordinator", format!("/signals/{weighed}/solve"), "solve", "note"),
        ("network", format!("/signals/{id}/decline"), "decline", "reason"),
    ] {
        let actor = world.signed_in(name).in_language("nl");
        let blocked = "Bel 0477 12 34 56 maar.";
        let wrong = send(&actor, &path, &actor.mark(), &[(field, blocked)]);
        assert_eq!(wrong.status, 422, "{path}");
        assert!(wrong.body.contains(&format!("id=\"{form}\"")), "{path}");
        let (switches, action) = switch_of(&wrong, "fr");
        assert_eq!((switches.as_str(), action.as_str()), (form, format!("{path}?switch=fr").as_str()));
        let french = send(&actor, &action, &actor.mark(), &[(field, blocked), ("switch", "fr")]);
        assert_eq!(french.status, 422, "{path}");
        assert!(french.body.contains("<html lang=\"fr\">") && french.body.contains(blocked), "{path}");
        assert_eq!(actor.cookie("megafoon-language").as_deref(), Some("fr"));
        // A text with nothing wrong in it is not sent by a switch either.
        let good = "Dit kan algemener gezegd worden.";
        let again = send(&actor, &action, &actor.mark(), &[(field, good), ("switch", "fr")]);
        assert_eq!(again.status, 200, "{path}");
        assert!(again.body.contains(good), "{path}");
    }
    assert_eq!(replies(&world, id).len(), 0);
    assert_eq!(world.store.signal(id).unwrap().line.state, SignalState::Released);
    assert_eq!(world.store.signal(weighed).unwrap().line.state, SignalState::PreSignal);
}

#[test]
fn a_language_switch_makes_no_account_no_card_and_no_token() {
    let world = World::new();
    let administrator = world.signed_in("administrator").in_language("nl");
    let before = world.store.accounts().unwrap().len();
    for (path, fields) in [
        (
            "/administration/accounts",
            vec![
                ("name", "Robin"),
                ("address", "robin@example.org"),
                ("role", "filer"),
                ("organisation", "alfa"),
            ],
        ),
        (
            "/administration/cards",
            vec![("organisation", "gamma"), ("sponsor", "alfa"), ("label", "Inloophuis")],
        ),
        ("/administration/tokens", vec![("organisation", "alfa"), ("label", "Inloophuis")]),
    ] {
        let wrong = send(&administrator, path, &administrator.mark(), &fields[..1]);
        assert_eq!(wrong.status, 422, "{path}");
        let (form, action) = switch_of(&wrong, "fr");
        assert!(wrong.body.contains(&format!("id=\"{form}\"")), "{path}");
        let french = send(&administrator, &action, &administrator.mark(), &fields);
        assert_eq!(french.status, 200, "{path}");
        assert!(french.body.contains("<html lang=\"fr\">"), "{path}");
        let typed = fields.iter().find(|(name, _)| ["name", "label"].contains(name)).unwrap().1;
        assert!(french.body.contains(&format!("value=\"{typed}\"")), "{path}");
    }
    assert_eq!(world.store.accounts().unwrap().len(), before);
    assert!(world.store.cards().unwrap().is_empty());
    assert!(world.store.tokens(None).unwrap().is_empty());
}

#[test]
fn every_page_with_an_error_offers_the_languages_and_none_leads_nowhere() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("nl");
    let wrong = filer.post("/account/password", &[("current", "x"), ("password", "y"), ("again", "y")]);
    assert_eq!(wrong.status, 422);
    assert!(wrong.body.contains("href=\"/language/fr\""), "{}", wrong.body);
    let host = world.base.strip_prefix("http://").unwrap();
    let from = [("referer", format!("{}/account/password", world.base)), ("host", host.to_owned())];
    let from: Vec<_> = from.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert_eq!(filer.get_with("/language/fr", &from[..1]).location(), "/account");

    let somebody = world.visitor();
    let wrong = somebody.post("/sign-in", &[("address", "filer@example.org"), ("password", "nee")]);
    let (_, action) = switch_of(&wrong, "en");
    let english =
        send(&somebody, &action, &somebody.mark(), &[("address", "filer@example.org"), ("password", "nee")]);
    assert_eq!(english.status, 200);
    assert!(english.body.contains("value=\"filer@example.org\"") && !english.body.contains("\"nee\""));
}

#[test]
fn a_page_that_holds_a_text_is_read_in_another_language_with_the_text() {
    let world = World::new();
    give_password(&world, "filer");
    let id = asked(&world);
    let filer = world.signed_in("filer").in_language("nl");
    let mark = filer.mark();
    world.signed_out(&filer);
    let out = send(&filer, &format!("/signals/{id}/messages"), &mark, &[("text", REPLY)]);
    let (_, action) = switch_of(&out, "fr");
    assert_eq!(action, "/sign-in?switch=fr");
    let french = go_on(&filer, &out, &action, &[("address", "filer@example.org"), ("password", "")]);
    assert!(french.words().contains("Votre texte est toujours là."), "{}", french.words());
    assert_eq!(french.hidden("text"), REPLY);
    assert!(french.body.contains("value=\"filer@example.org\""));
}

#[test]
fn another_site_cannot_switch_the_language_of_a_form() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("nl");
    let path = format!("/signals/{}/messages?switch=fr", asked(&world));
    let answer =
        filer.post_raw(&path, &[("text", "x")], &[("accept", "text/html"), ("sec-fetch-site", "cross-site")]);
    assert_eq!(answer.status, 403);
    assert_eq!(filer.cookie("megafoon-language").as_deref(), Some("nl"));
}

/// Forms in which nobody writes: choices of a moment, files, passwords and codes, and what scripts and programs send. What
/// is to be taken out of a text for good is not repeated either.
const WORDLESS: [&str; 53] = [
    "/sign-in",
    "/sign-in/code",
    "/sign-out",
    "/forgotten",
    "/link/{token}",
    "/account/password",
    "/account/digest",
    "/account/sessions",
    "/account/second-factor",
    "/administration/accounts/{id}/lock",
    "/administration/accounts/{id}/link",
    "/administration/accounts/{id}/second-factor",
    "/administration/cards/{id}",
    "/administration/tokens/{id}",
    "/file/known",
    "/file/queue",
    "/file/sealed",
    "/signals/{id}/withdraw",
    "/signals/{id}/release",
    "/signals/{id}/undo",
    "/signals/{id}/accept",
    "/signals/{id}/weigh",
    "/signals/{id}/correct",
    "/signals/{id}/postpone",
    "/signals/{id}/redact",
    "/signals/{id}/undo-event",
    "/organisation/release",
    "/organisation/postpone",
    "/organisation/undo",
    "/organisation/views/{id}/delete",
    "/network/accept",
    "/network/postpone",
    "/network/same-case",
    "/network/undo",
    "/network/views/{id}/delete",
    "/drafts/{id}/delete",
    "/problems/{id}/recognise",
    "/agreement",
    "/agreement/{id}/sign",
    "/structural/board",
    "/structural/board/links",
    "/structural/board/links/revoke",
    "/structural/{id}/undo",
    "/structural/{id}/clearance",
    "/structural/{id}/dots",
    "/lexicon/concepts/{code}/off",
    "/lexicon/concepts/{code}/back",
    "/lexicon/concepts/{code}/remove",
    "/signals/{id}/similar",
    "/upload",
    "/upload/{id}",
    "/api/v1/signals",
    "/api/v1/signals/{id}/withdraw",
];

/// The fields in which people write, in whichever form.
const WRITTEN: [&str; 11] =
    ["problem", "text", "note", "reason", "name", "address", "label", "receipt", "where", "words", "called"];

#[test]
fn of_every_form_of_the_table_the_words_come_back_or_it_has_none() {
    let world = World::new();
    let visitor = world.visitor();
    let words = "Woorden die niemand opnieuw wil typen";
    let mut walked = Vec::new();
    for (method, path, _) in web::table() {
        if method != "POST" {
            continue;
        }
        let address = path
            .replace("{id}", "00000000-0000-4000-8000-000000000000")
            .replace("{token}", "none")
            .replace("{code}", "none")
            .replace("{kind}", "quote");
        let fields = WRITTEN.map(|name| (name, words));
        let answer = send(&visitor, &address, "a mark of another day", &fields);
        assert!([400, 401, 403, 415].contains(&answer.status), "{path}: {}", answer.status);
        if WORDLESS.contains(&path) {
            assert!(!answer.body.contains(words), "{path} is not to repeat anything");
        } else {
            for name in WRITTEN {
                assert_eq!(answer.hidden(name), words, "{path} brings {name} back");
            }
            let read = answer.words().matches(words).count();
            assert!(read >= 1, "{path}: what was written can be read and copied");
        }
        walked.push(path);
    }
    assert!(walked.len() > 40, "{}", walked.len());
    for path in WORDLESS {
        assert!(walked.contains(&path), "{path} is a form of the table");
    }
}
