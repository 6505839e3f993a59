//! Who may go where: every route, every actor, cell by cell.

use std::collections::BTreeMap;

use testkit::Database;
use web::Settings;

use crate::actor::Actor;
use crate::world::World;

/// What one is told at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Door {
    /// In: whatever the page says then, it is the page that says it.
    In,
    /// Sign in first.
    SignIn,
    /// Not for this role.
    No,
}

use Door::{In, No, SignIn};

/// The actors, in the order of the columns.
const ACTORS: [&str; 9] =
    ["visitor", "half", "filer", "coordinator", "network", "reader", "administrator", "card", "program"];

/// The table of `routes.rs`, written a second time by what each actor meets.
fn expected(access: &str) -> [Door; 9] {
    match access {
        "Everyone" => [In; 9],
        "HalfSignedIn" => [SignIn, In, In, In, In, In, In, No, No],
        "SignedIn" => [SignIn, SignIn, In, In, In, In, In, No, No],
        "Filing" => [SignIn, SignIn, In, In, No, No, No, In, No],
        "Token" => [SignIn, SignIn, No, No, No, No, No, No, In],
        "Role([Filer, SignalCoordinator])" => [SignIn, SignIn, In, In, No, No, No, No, No],
        "Role([SignalCoordinator])" => [SignIn, SignIn, No, In, No, No, No, No, No],
        "Role([NetworkCoordinator])" => [SignIn, SignIn, No, No, In, No, No, No, No],
        "Role([Administrator])" => [SignIn, SignIn, No, No, No, No, In, No, No],
        other => expected_of_several(other),
    }
}

/// A list of roles that stands in no line above: whoever has one of them is in.
fn expected_of_several(access: &str) -> [Door; 9] {
    let has = |roles: &[&str]| if roles.iter().any(|role| access.contains(role)) { In } else { No };
    [
        SignIn,
        SignIn,
        has(&["Filer"]),
        has(&["Filer", "SignalCoordinator"]),
        has(&["NetworkCoordinator"]),
        has(&["Reader"]),
        has(&["Administrator"]),
        No,
        No,
    ]
}

#[test]
fn every_route_admits_exactly_the_actors_it_should() {
    let world = World::new();
    let actors: BTreeMap<&str, Actor> = ACTORS
        .iter()
        .map(|name| {
            let actor = match *name {
                "visitor" => world.visitor(),
                "half" => world.half_signed_in("network"),
                "card" => world.card(),
                "program" => world.program(),
                name => world.signed_in(name),
            };
            (*name, actor)
        })
        .collect();
    let mut cells = 0;
    let mut wrong = Vec::new();
    for (method, path, access) in web::table() {
        // Ending a session or signing out would change the actor.
        if ["/sign-out", "/account/sessions"].contains(&path) && method == "POST" {
            continue;
        }
        let address = path
            .replace("{version}", "none")
            .replace("{name}", "none")
            .replace("{code}", "nl")
            .replace("{id}", "00000000-0000-4000-8000-000000000000")
            .replace("{token}", "none")
            .replace("{receipt}", "none")
            .replace("{kind}", "quote");
        for (name, door) in ACTORS.iter().zip(expected(&format!("{access:?}"))) {
            let actor = &actors[name];
            // A program has no cookie and no form: elsewhere than in the API it is a visitor.
            let door = if *name == "program" && !path.starts_with("/api/") {
                expected(&format!("{access:?}"))[0]
            } else {
                door
            };
            let answer = match method.as_str() {
                "GET" => actor.get(&address),
                _ => actor.post(&address, &[]),
            };
            let met = match (answer.status, answer.location()) {
                (401, _) => SignIn,
                (303, to) if to.starts_with("/sign-in") && door != In => SignIn,
                (403, _) => No,
                _ => In,
            };
            cells += 1;
            if met != door {
                wrong.push(format!("{method} {path} ({access:?}) for {name}: {met:?}, not {door:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(cells > 200, "{cells} cells");
}

#[test]
fn what_stands_in_no_line_does_not_exist() {
    let world = World::new();
    for path in ["/admin", "/signals/../etc", "/api/v0", "/.env", "/File"] {
        assert_eq!(world.signed_in("administrator").get(path).status, 404, "{path}");
    }
    assert_eq!(world.signed_in("filer").post("/help", &[]).status, 405);
}

#[test]
fn a_form_of_another_visit_or_another_site_changes_nothing() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let other = world.signed_in("colleague").mark();
    let password = [("current", "x"), ("password", "y"), ("again", "y")];
    let with = |mark: &str| {
        let mut fields = vec![("csrf", mark.to_owned())];
        fields.extend(password.iter().map(|(name, value)| (*name, (*value).to_owned())));
        fields
    };
    let send = |mark: &str, headers: &[(&str, &str)]| {
        let fields = with(mark);
        let fields: Vec<(&str, &str)> = fields.iter().map(|(n, v)| (*n, v.as_str())).collect();
        filer.post_raw("/account/password", &fields, headers).status
    };
    assert_eq!(send("", &[]), 403);
    assert_eq!(send(&other, &[]), 403);
    let own = filer.mark();
    assert_eq!(send(&own, &[("sec-fetch-site", "cross-site")]), 403);
    assert_eq!(send(&own, &[("origin", "https://elsewhere.example")]), 403);
    assert_eq!(
        send(&own, &[("sec-fetch-site", "same-origin")]),
        422,
        "the form itself is read, and found wanting"
    );
}

#[test]
fn every_answer_carries_the_policy_and_no_page_is_kept() {
    let settings = Settings { requests_per_minute: 30, ..Settings::default() };
    let world = World::on(Database::of_this_run("policy"), settings);
    let visitor = world.visitor();
    let here = [("sec-fetch-site", "same-origin"), ("accept", "text/html")];
    let typed = [("csrf", ""), ("problem", "Niemand krijgt een afspraak.")];
    let mut answers: Vec<(&str, _)> = ["/sign-in", "/help", "/nothing", "/file"]
        .into_iter()
        .map(|path| (path, visitor.get(path)))
        .collect();
    answers.push(("a form sent too late", visitor.post_raw("/file/check", &typed, &here)));
    answers.push(("a form of nobody", visitor.post_raw("/signals", &typed, &here)));
    while visitor.get("/help").status != 429 {}
    answers.push(("too many", visitor.get("/help")));
    let late = visitor.post_raw("/file/check", &typed, &here);
    assert_eq!(late.status, 429);
    assert!(late.words().contains("Niemand krijgt een afspraak."), "what was typed can be copied");
    assert!(!late.body.contains("type=\"password\""), "nobody was looked up, so nobody is asked to sign in");
    answers.push(("a form among too many", late));
    for (path, answer) in answers {
        let policy = answer.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{path}: {policy}");
        assert!(!policy.contains("unsafe"), "{path}: {policy}");
        assert_eq!(answer.header("cache-control"), "no-store", "{path}");
        assert_eq!(answer.header("x-content-type-options"), "nosniff", "{path}");
    }
}
