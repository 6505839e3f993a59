//! What a program of an organisation may ask, and what it is told.

use serde_json::{Value, json};

use crate::actor::Answer;
use crate::world::World;

fn signal(client: u128) -> Value {
    json!({
        "client_id": uuid::Builder::from_random_bytes(client.to_be_bytes()).into_uuid().to_string(),
        "problem": "Het loket aanvaardt geen aanvraag zonder afspraak.",
        "domain": "housing",
        "place": "21004",
        "tried": ["asked-service"],
    })
}

fn with(mut signal: Value, members: Value) -> Value {
    for (name, value) in members.as_object().unwrap() {
        signal[name] = value.clone();
    }
    signal
}

fn read(answer: &Answer) -> Value {
    assert_eq!(answer.header("content-type"), "application/json", "{}", answer.body);
    serde_json::from_str(&answer.body).unwrap()
}

/// The names and codes of the fields that were refused.
fn refused(answer: &Answer) -> Vec<(String, String)> {
    assert_eq!(answer.status, 422, "{}", answer.body);
    let problems = read(answer)["error"]["problems"].as_array().unwrap().clone();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    problems.iter().map(|problem| (text(&problem["field"]), text(&problem["code"]))).collect()
}

fn code_of(answer: &Answer) -> String {
    read(answer)["error"]["code"].as_str().unwrap_or_default().to_owned()
}

#[test]
fn a_signal_sent_twice_is_one_signal() {
    let world = World::new();
    let program = world.program();
    let send = |signal: &Value| program.post_json("/api/v1/signals", &signal.to_string(), &[]);
    let first = send(&signal(1));
    assert_eq!(first.status, 201, "{}", first.body);
    let filed = read(&first);
    assert_eq!(filed["state"], "pre-signal");
    assert_eq!(first.location(), format!("/api/v1/signals/{}", filed["id"].as_str().unwrap()));
    let again = send(&signal(1));
    assert_eq!((again.status, read(&again)), (200, filed));
    let other = send(&with(signal(1), json!({ "problem": "Iets anders." })));
    assert_eq!((other.status, code_of(&other).as_str()), (409, "conflict"));
    let list = read(&program.get("/api/v1/signals"));
    assert_eq!(list["signals"].as_array().unwrap().len(), 1);
}

#[test]
fn a_signal_sent_again_in_the_next_month_is_the_same_signal() {
    let world = World::new();
    let program = world.program();
    let send = |signal: &Value| program.post_json("/api/v1/signals", &signal.to_string(), &[]);
    let first = send(&signal(1));
    world.pass(20 * 86_400);
    let again = send(&signal(1));
    assert_eq!((again.status, &read(&again)), (200, &read(&first)));
    assert_eq!(read(&program.get("/api/v1/signals"))["signals"][0]["observed"], "2026-01");
}

#[test]
fn a_reference_names_one_signal_of_an_organisation() {
    let world = World::new();
    let program = world.program();
    let send = |client| {
        let signal = with(signal(client), json!({ "reference": "2026/14" }));
        program.post_json("/api/v1/signals", &signal.to_string(), &[])
    };
    assert_eq!(send(1).status, 201);
    let second = send(2);
    assert_eq!((second.status, code_of(&second).as_str()), (409, "reference-taken"));
}

#[test]
fn everything_wrong_is_said_at_once_and_in_the_language_asked_for() {
    let world = World::new();
    let program = world.program();
    let wrong = with(
        signal(1),
        json!({
            "problem": " ",
            "domain": "cooking",
            "place": "",
            "tried": ["asked-service|referred"],
            "observed": "2026-02",
            "language": "",
            "cause": "not-known ",
            "never_eligible": true,
            "headline": "x".repeat(81),
            "impact": "a\u{0}b",
            "recurrence": "10+",
        }),
    );
    let answer = program.post_json("/api/v1/signals", &wrong.to_string(), &[("accept-language", "fr")]);
    let expected = [
        ("observed", "in-the-future"),
        ("language", "unknown-code"),
        ("headline", "too-long"),
        ("problem", "missing"),
        ("impact", "control-character"),
        ("tried", "unknown-code"),
        ("cause", "unknown-code"),
        ("never_eligible", "only-with-exclusion"),
        ("domain", "unknown-code"),
        ("place", "unknown-code"),
    ];
    let expected: Vec<_> =
        expected.iter().map(|(field, code)| ((*field).to_owned(), (*code).to_owned())).collect();
    assert_eq!(refused(&answer), expected);
    let message = read(&answer)["error"]["problems"][3]["message"].as_str().unwrap().to_owned();
    assert!(message.contains("n’est pas rempli"), "{message}");
    assert_eq!(read(&program.get("/api/v1/signals"))["signals"], json!([]));
}

#[test]
fn a_text_that_points_at_somebody_is_refused_at_its_place_and_not_repeated() {
    let world = World::new();
    let program = world.program();
    for (field, text, start) in [
        ("problem", "é bel 0477 12 34 56 maar", 6),
        ("headline", "0477 12 34 56", 0),
        ("impact", "Mail jan@example.org", 5),
        ("tried_note", "85.07.30-033.28", 0),
        ("reference", "85.07.30-033.28", 0),
    ] {
        let answer =
            program.post_json("/api/v1/signals", &with(signal(1), json!({ field: text })).to_string(), &[]);
        assert_eq!(refused(&answer), [(field.to_owned(), "personal-data".to_owned())]);
        let finding = &read(&answer)["error"]["problems"][0]["findings"][0];
        assert_eq!(finding["start"], start, "{finding}");
        assert!(finding["end"].as_u64().unwrap() <= text.chars().count() as u64);
        for word in ["0477", "jan@", "85.07"] {
            assert!(!answer.body.contains(word), "{}", answer.body);
        }
    }
    // What is only marked is for the coordinator to weigh.
    let marked = with(signal(2), json!({ "problem": "Mevrouw Delcourt kreeg geen antwoord van het loket." }));
    assert_eq!(program.post_json("/api/v1/signals", &marked.to_string(), &[]).status, 201);
}

#[test]
fn what_is_no_signal_in_json_is_refused_by_its_kind() {
    let world = World::new();
    let program = world.program();
    let send = |body: &str| program.post_json("/api/v1/signals", body, &[]);
    let bodies = [
        String::new(),
        "{".to_owned(),
        "[]".to_owned(),
        "null".to_owned(),
        signal(1).to_string().replace("\"housing\"", "7"),
        signal(1).to_string().replace("[\"asked-service\"]", "\"asked-service\""),
        signal(1).to_string().replace("\"domain\"", "\"domains\""),
        signal(1).to_string().replacen("{", "{\"domain\":\"housing\",", 1),
        with(signal(1), json!({ "organisation": "beta" })).to_string(),
        with(signal(1), json!({ "client_id": "1" })).to_string(),
        with(signal(1), json!({ "generated": true })).to_string(),
        "[".repeat(100_000),
        "{\"a\":".repeat(50_000),
    ];
    for body in bodies {
        let answer = send(&body);
        let start: String = body.chars().take(60).collect();
        assert_eq!((answer.status, code_of(&answer).as_str()), (400, "unreadable"), "{start}");
    }
    let large = send(&with(signal(1), json!({ "problem": "a".repeat(300_000) })).to_string());
    assert_eq!((large.status, code_of(&large).as_str()), (413, "too-large"));
    let form = program.post_raw("/api/v1/signals", &[("problem", "x")], &[]);
    assert_eq!((form.status, code_of(&form).as_str()), (415, "wrong-content-type"));
    let method = program.post_json("/api/v1/lists", "{}", &[]);
    assert_eq!((method.status, code_of(&method).as_str()), (405, "wrong-method"));
    assert_eq!(method.header("allow"), "GET, HEAD");
    let nothing = program.get("/api/v1/nothing");
    assert_eq!((nothing.status, code_of(&nothing).as_str()), (404, "not-found"));
}

#[test]
fn a_token_opens_what_is_of_its_organisation_and_nothing_else() {
    let world = World::new();
    let program = world.program();
    let id = read(&program.post_json("/api/v1/signals", &signal(1).to_string(), &[]))["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let address = format!("/api/v1/signals/{id}");
    assert_eq!(program.get(&address).status, 200);
    let nobody = world.visitor().get(&address);
    assert_eq!((nobody.status, code_of(&nobody).as_str()), (401, "sign-in"));
    assert_eq!(nobody.header("www-authenticate"), "Bearer");
    assert_eq!(world.visitor().with_bearer("wrong").get(&address).status, 401);
    assert_eq!(world.signed_in("filer").get(&address).status, 403);

    let token = world.token();
    world.store.add_token(&testkit::code("beta"), "other", web::hash_of_token(&token), None).unwrap();
    let other = world.visitor().with_bearer(&token);
    let hidden = other.get(&address);
    assert_eq!((hidden.status, code_of(&hidden).as_str()), (404, "not-found"));
    assert_eq!(other.post_json(&format!("{address}/withdraw"), "", &[]).status, 404);
    assert_eq!(read(&other.get("/api/v1/signals"))["signals"], json!([]));
    let tokens = world.store.tokens(Some(&testkit::code("beta"))).unwrap();
    world.store.revoke_token(tokens[0].id, None).unwrap();
    assert_eq!(other.get("/api/v1/signals").status, 401);
}

#[test]
fn what_a_worker_sent_past_the_organisation_is_not_there_for_its_programs() {
    let world = World::new();
    let program = world.program();
    let id = read(&program.post_json("/api/v1/signals", &signal(1).to_string(), &[]))["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let id = model::SignalId::parse(&id).unwrap();
    let direct = world
        .store
        .file(store::Filing {
            client_id: uuid::Builder::from_random_bytes([9; 16]).into_uuid(),
            submission: model::Submission { reference: None, ..world.store.signal(id).unwrap().submission },
            via: store::Via::Account(world.accounts["filer"]),
            direct: true,
            release: false,
            draft: None,
        })
        .unwrap();
    assert_eq!(program.get(&format!("/api/v1/signals/{}", direct.signal)).status, 404);
    assert_eq!(
        program.post_json(&format!("/api/v1/signals/{}/withdraw", direct.signal), "", &[]).status,
        404
    );
    assert_eq!(read(&program.get("/api/v1/signals"))["signals"].as_array().unwrap().len(), 1);
}

#[test]
fn a_signal_is_taken_back_once_and_not_when_it_is_closed() {
    let world = World::new();
    let program = world.program();
    let file = |client| {
        let filed = read(&program.post_json("/api/v1/signals", &signal(client).to_string(), &[]));
        filed["id"].as_str().unwrap().to_owned()
    };
    let withdraw = |id: &str| program.post_json(&format!("/api/v1/signals/{id}/withdraw"), "", &[]);
    let id = file(1);
    for _ in 0..2 {
        let answer = withdraw(&id);
        assert_eq!((answer.status, read(&answer)), (200, json!({ "id": id, "state": "withdrawn" })));
    }
    let closed = file(2);
    let coordinator = world.accounts["coordinator"];
    world.store.solve_internally(model::SignalId::parse(&closed).unwrap(), coordinator, "").unwrap();
    let answer = withdraw(&closed);
    assert_eq!((answer.status, code_of(&answer).as_str()), (409, "wrong-state"));
    assert_eq!(read(&program.get(&format!("/api/v1/signals/{closed}")))["state"], "solved-internally");
}

#[test]
fn a_list_comes_in_parts_and_without_texts() {
    let world = World::new();
    let program = world.program();
    let file = |client| {
        let answer = program.post_json("/api/v1/signals", &signal(client).to_string(), &[]);
        read(&answer)["id"].as_str().unwrap().to_owned()
    };
    let before: std::collections::BTreeSet<String> = (0..5).map(file).collect();
    let mut seen = std::collections::BTreeSet::new();
    let mut address = "/api/v1/signals?limit=2".to_owned();
    let mut parts = 0;
    loop {
        let answer = program.get(&address);
        let part = read(&answer);
        parts += 1;
        for line in part["signals"].as_array().unwrap() {
            assert!(line.get("problem").is_none());
            assert!(seen.insert(line["id"].as_str().unwrap().to_owned()), "no signal twice");
        }
        // What comes in meanwhile moves nothing.
        file(100 + parts);
        match part["next"].as_str() {
            Some(next) => address = format!("/api/v1/signals?limit=2&after={next}"),
            None => break,
        }
    }
    assert!(seen.is_superset(&before), "none is left out");
    for query in
        ["limit=0", "limit=101", "limit=x", "limit=", "after=x", "after=-1", "other=1", "limit=1&limit=2"]
    {
        let answer = program.get(&format!("/api/v1/signals?{query}"));
        assert_eq!((answer.status, code_of(&answer).as_str()), (400, "unreadable"), "{query}");
    }
}

#[test]
fn the_question_of_a_coordinator_is_counted_and_not_shown() {
    let world = World::new();
    let program = world.program();
    let id = read(&program.post_json("/api/v1/signals", &signal(1).to_string(), &[]))["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let network = world.accounts["network"];
    let signal = model::SignalId::parse(&id).unwrap();
    world
        .store
        .write_message(signal, store::Side::Coordinator, Some(network), "Geldt dit ook elders?")
        .unwrap();
    let answer = program.get(&format!("/api/v1/signals/{id}"));
    let file = read(&answer);
    assert_eq!((&file["questions"], &file["question_waits"]), (&json!(1), &json!(true)));
    assert!(!answer.body.contains("elders"));
}

#[test]
fn every_code_that_the_document_names_is_in_a_list_with_its_words() {
    let world = World::new();
    let lists = read(&world.program().get("/api/v1/lists"));
    let document = read(&world.visitor().get("/api/v1/openapi.json"));
    let members = &document["components"]["schemas"]["Signal"]["properties"];
    for (member, list) in [
        ("place", "places"),
        ("cause", "causes"),
        ("tried", "tried"),
        ("target_groups", "target_groups"),
        ("authority", "authorities"),
        ("recurrence", "recurrences"),
        ("language", "languages"),
    ] {
        let form =
            if members[member]["items"].is_object() { &members[member]["items"] } else { &members[member] };
        let named: Vec<&str> = form["enum"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
        let listed: Vec<&str> =
            lists[list].as_array().unwrap().iter().map(|entry| entry["code"].as_str().unwrap()).collect();
        assert_eq!(named, listed, "{member}");
    }
    for (list, entries) in lists.as_object().unwrap() {
        for entry in entries.as_array().unwrap() {
            for language in ["nl", "fr", "en"] {
                assert!(!entry["label"][language].as_str().unwrap().is_empty(), "{list}: {entry}");
            }
        }
    }
}

#[test]
fn the_document_names_every_route_of_the_api_and_no_other() {
    let world = World::new();
    let document = read(&world.visitor().get("/api/v1/openapi.json"));
    let mut named: Vec<(String, String)> = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        named.extend(methods.as_object().unwrap().keys().map(|method| (method.to_uppercase(), path.clone())));
    }
    let mut routes: Vec<(String, String)> = web::table()
        .into_iter()
        .filter(|(_, path, _)| path.starts_with("/api/"))
        .map(|(method, path, _)| (method.to_string(), path.to_owned()))
        .collect();
    named.sort();
    routes.sort();
    assert_eq!(named, routes);
}

#[test]
fn the_document_is_a_page_in_the_language_of_the_reader() {
    let world = World::new();
    for (language, word) in [("nl", "verplicht"), ("fr", "obligatoire"), ("en", "required")] {
        let page = world.visitor().in_language(language).get("/api");
        assert_eq!(page.status, 200);
        assert!(page.words().contains(word), "{language}");
        for path in ["POST /api/v1/signals", "GET /api/v1/lists", "client_id"] {
            assert!(page.words().contains(path), "{path}");
        }
        // Every link to an object leads to it.
        for link in page.body.split("href=\"#").skip(1) {
            let id = link.split('"').next().unwrap();
            assert!(page.body.contains(&format!("id=\"{id}\"")), "{id}");
        }
    }
}

#[test]
#[expect(clippy::disallowed_methods, reason = "the script says where the program is")]
#[ignore = "needs schemathesis, which crates/web/tests/api/schemathesis.sh brings"]
fn nothing_that_the_document_allows_or_forbids_breaks_the_api() {
    let world = World::new();
    let token = world.token();
    world.store.add_token(&testkit::code("alfa"), "schemathesis", web::hash_of_token(&token), None).unwrap();
    // Something to read, so that a signal's own page is not always missing.
    let program = world.visitor().with_bearer(&token);
    for client in 0..3 {
        assert_eq!(program.post_json("/api/v1/signals", &signal(client).to_string(), &[]).status, 201);
    }
    let tool = std::env::var("SCHEMATHESIS").expect("SCHEMATHESIS names the program");
    let config = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/api/schemathesis.toml");
    let ended = std::process::Command::new(tool)
        .args(["--config-file", config, "run", &format!("{}/api/v1/openapi.json", world.base)])
        .args([
            "--header",
            &format!("Authorization: Bearer {token}"),
            "--checks",
            "all",
            "--max-examples",
            "50",
        ])
        .args(["--seed", "7", "--request-timeout", "10", "--continue-on-failure"])
        .status()
        .expect("schemathesis runs");
    assert!(ended.success(), "schemathesis found something");
    assert!(world.log.lock().unwrap().is_empty(), "{:?}", world.log.lock().unwrap());
}
