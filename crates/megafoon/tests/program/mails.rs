//! Mails from the command line and from the running service: links, and the mail of the week.

use model::Role;
use store::{Filing, Store, Via};
use testkit::{Database, MailServer};
use uuid::Uuid;

use crate::run::Program;
use crate::service::Service;
use crate::world::{small, write_network};

/// A word that stands in a signal, and nowhere else.
const WORD: &str = "waterkruik";

/// A network whose settings name this mail server.
fn program(database: &Database, server: &MailServer) -> Program {
    let program = Program::new(&database.folder(), database.url());
    write_network(&program.folder, &small());
    program.run(&["import", "network", "network.json"]).ends(0);
    let settings = format!(
        "smtp = \"{}\"\nmail_from = \"noreply@example.org\"\npublic_url = \"https://signals.example.org\"\n",
        server.setting()
    );
    std::fs::write(program.folder.join("megafoon.toml"), settings).unwrap();
    program
}

/// A filer who asks for the mail of the week, a signal coordinator who does, and one who does not; a signal waits.
fn settle(program: &Program, store: &Store) {
    for (address, role, language, digest) in [
        ("filer@example.org", Role::Filer, "nl", true),
        ("coordinator@example.org", Role::SignalCoordinator, "fr", true),
        ("other@example.org", Role::SignalCoordinator, "nl", false),
    ] {
        let arguments = ["--role", role.code(), "--organisation", "alfa", "--language", language];
        let mut all = vec!["user", "add", address, "--name", "Iemand"];
        all.extend_from_slice(&arguments);
        program.run(&all).ends(0);
        let account = store.account_by_address(address).unwrap().unwrap();
        store.set_digest(account.id, digest).unwrap();
    }
    let filer = store.account_by_address("filer@example.org").unwrap().unwrap();
    for number in 1..=2 {
        let mut submission = testkit::submission("alfa", "", "2025-02");
        submission.problem = format!("Het loket vraagt een {WORD} ({number}).");
        let via = Via::Account(filer.id);
        let client_id = Uuid::from_u128(number);
        store
            .file(Filing { client_id, submission, via, direct: false, release: false, draft: None })
            .unwrap();
    }
}

#[test]
fn a_link_is_sent_where_that_is_asked_and_a_server_is_set() {
    let database = Database::sqlite();
    let server = MailServer::start();
    let program = program(&database, &server);
    let add = |address: &str, language: &str| {
        program.run(&[
            "user",
            "add",
            address,
            "--name",
            "An",
            "--role",
            "filer",
            "--organisation",
            "alfa",
            "--language",
            language,
            "--send",
        ])
    };
    let ran = add("an@example.org", "fr").ends(0);
    assert!(!ran.said().contains("/link/"), "{}", ran.said());
    let ran = program.run(&["user", "reset", "an@example.org", "--send"]).ends(0);
    assert!(!ran.said().contains("/link/"), "{}", ran.said());
    let subjects: Vec<String> = server.arrived().iter().map(testkit::Arrived::subject).collect();
    assert_eq!(
        subjects,
        [
            "Bienvenue sur Megafoon\u{a0}: choisissez votre mot de passe",
            "Megafoon\u{a0}: choisissez un nouveau mot de passe"
        ]
    );
    assert_ne!(server.arrived()[0].link(), server.arrived()[1].link());

    // Refused: the link is printed, and why.
    server.refuse(&["550 unknown"]);
    let ran = program.run(&["user", "reset", "an@example.org", "--send"]).ends(3);
    assert!(ran.out.contains("/link/") && ran.err.contains("550"), "{}", ran.said());

    // Without a server nothing is sent, and no account is made.
    std::fs::remove_file(program.folder.join("megafoon.toml")).unwrap();
    add("bo@example.org", "nl").ends(2);
    assert!(!program.run(&["user", "list"]).ends(0).out.contains("bo@example.org"));
    assert_eq!(server.arrived().len(), 2);
}

#[test]
fn a_full_letter_box_keeps_nobody_elses_mail() {
    let database = Database::sqlite();
    let server = MailServer::start();
    let program = program(&database, &server);
    let store = database.open();
    settle(&program, &store);
    let other = store.account_by_address("other@example.org").unwrap().unwrap();
    store.set_digest(other.id, true).unwrap();
    server.refuse(&["452 the letter box is full"]);
    let ran = program.run(&["--json", "digest"]).ends(1);
    assert!(ran.out.contains("\"sent\":1") && ran.out.contains("\"later\":1"), "{}", ran.said());
    assert_eq!(server.arrived()[0].to, "other@example.org");
    // It is due still, and comes when there is room.
    program.run(&["digest"]).ends(0);
    let to: Vec<String> = server.arrived().into_iter().map(|mail| mail.to).collect();
    assert_eq!(to, ["other@example.org", "coordinator@example.org"]);
}

#[test]
fn the_mail_of_the_week_counts_leaves_once_and_holds_no_content() {
    let database = Database::sqlite();
    let server = MailServer::start();
    let program = program(&database, &server);
    settle(&program, &database.open());
    let dry = program.run(&["--json", "digest", "--dry-run"]).ends(0);
    let json: serde_json::Value = serde_json::from_str(&dry.out).unwrap();
    assert_eq!((&json[0]["address"], &json[0]["to_release"]), (&"coordinator@example.org".into(), &2.into()));
    assert_eq!(json.as_array().unwrap().len(), 1, "nothing waits for the filer");
    assert_eq!(server.arrived(), []);

    // The server takes nothing now: it is due still.
    server.refuse(&["421 going down"]);
    program.run(&["digest"]).ends(3);
    assert_eq!(server.arrived(), []);
    program.run(&["digest"]).ends(0);
    program.run(&["digest"]).ends(0);
    let arrived = server.arrived();
    assert_eq!(arrived.len(), 1, "once a week");
    assert_eq!(arrived[0].to, "coordinator@example.org");
    let text = arrived[0].text();
    assert!(text.contains("- 2 signaux de votre organisation attendent que vous les transmettiez"), "{text}");
    assert!(text.contains("https://signals.example.org"), "{text}");
    for word in [WORD, "Iemand", "alfa", "Alfa"] {
        assert!(!arrived[0].everything().contains(word), "{word} in {}", arrived[0].everything());
    }
}

#[test]
fn the_running_service_sends_the_mail_of_the_week_by_itself() {
    let database = Database::sqlite();
    let server = MailServer::start();
    let program = program(&database, &server);
    settle(&program, &database.open());
    let service = Service::start(&program);
    assert_eq!(server.wait_for(1)[0].to, "coordinator@example.org");
    service.kill();
    let service = Service::start(&program);
    service.kill();
    program.run(&["digest"]).ends(0);
    assert_eq!(server.arrived().len(), 1, "once a week, whoever sends it");
}
