//! What leaves by mail: invitations and links to a new password, and nothing that anybody wrote.

use std::time::Duration;

use mail::{Mailer, Patience, Relay, Sender};
use store::{Filing, Via};
use testkit::{Database, MailServer};
use uuid::Uuid;
use web::Settings;

use crate::world::World;

const PASSWORD: &str = "vier gewone woorden samen";
/// A word that stands in a signal, and nowhere else.
const WORD: &str = "waterkruik";

/// A service that sends its mails to this server.
fn world_with(server: &MailServer) -> World {
    let relay = Relay::parse(&server.setting()).unwrap();
    let sender = Sender::parse("noreply@example.org").unwrap();
    let patience = Patience { timeout: Duration::from_secs(2), waits: vec![Duration::from_millis(50); 2] };
    let mailer = Mailer::new(&relay, &sender, patience, Box::new(|_| ())).unwrap();
    World::on(
        Database::sqlite(),
        Settings { requests_per_minute: 0, mailer: Some(mailer), ..Settings::default() },
    )
}

fn give_password(world: &World, name: &str) {
    let phc = web::password_hash(PASSWORD, &[5; 16]).unwrap();
    world.store.set_password(world.accounts[name], &phc).unwrap();
}

/// Something that no mail may hold.
fn file_a_signal(world: &World) {
    let mut submission = testkit::submission("alfa", "", "2025-02");
    submission.problem = format!("Het loket vraagt een bewijs dat niemand heeft, en een {WORD}.");
    submission.headline = format!("Een bewijs en een {WORD}");
    let via = Via::Account(world.accounts["filer"]);
    let filing =
        Filing { client_id: Uuid::from_u128(1), submission, via, direct: false, release: false, draft: None };
    world.store.file(filing).unwrap();
}

fn assert_without_content(server: &MailServer) {
    for arrived in server.arrived() {
        let everything = arrived.everything();
        for word in [WORD, "Somebody", "Alfa", "alfa", "bewijs"] {
            assert!(!everything.contains(word), "{word} in {everything}");
        }
    }
}

#[test]
fn an_invitation_leaves_in_the_language_of_the_account_and_its_link_works_once() {
    let server = MailServer::start();
    let world = world_with(&server);
    file_a_signal(&world);
    let administrator = world.signed_in("administrator");
    for (language, subject) in [
        ("nl", "Welkom bij Megafoon: kies uw wachtwoord"),
        ("fr", "Bienvenue sur Megafoon\u{a0}: choisissez votre mot de passe"),
        ("en", "Welcome to Megafoon: choose your password"),
    ] {
        let address = format!("new-{language}@example.org");
        let answer = administrator.post(
            "/administration/accounts",
            &[
                ("name", "Somebody new"),
                ("address", &address),
                ("role", "filer"),
                ("organisation", "alfa"),
                ("language", language),
            ],
        );
        assert_eq!(answer.status, 200, "{}", answer.words());
        assert!(
            answer.words().contains(&format!("De link is gestuurd naar {address}")),
            "{}",
            answer.words()
        );
        assert!(!answer.body.contains("/link/"), "the administrator does not see the link");
        let arrived = server.arrived().pop().unwrap();
        assert_eq!((arrived.to.as_str(), arrived.subject().as_str()), (address.as_str(), subject));
        let link = arrived.link();
        let guest = world.visitor();
        assert_eq!(guest.get(&link).status, 200);
        let fields = [("password", PASSWORD), ("again", PASSWORD)];
        assert_eq!(guest.post(&link, &fields).status, 303);
        assert_eq!(world.visitor().get(&link).status, 404, "it works once");
        let sign_in = guest.post("/sign-in", &[("address", &address), ("password", PASSWORD)]);
        assert_eq!(sign_in.status, 303);
    }
    assert_eq!(server.arrived().len(), 3);
    assert_without_content(&server);
}

#[test]
fn a_new_link_for_somebody_with_a_password_leaves_as_a_reset() {
    let server = MailServer::start();
    let world = world_with(&server);
    give_password(&world, "filer");
    let id = world.accounts["filer"];
    let answer = world.signed_in("administrator").post(&format!("/administration/accounts/{id}/link"), &[]);
    assert!(answer.words().contains("De link is gestuurd naar filer@example.org"), "{}", answer.words());
    let arrived = server.arrived();
    assert_eq!(arrived[0].subject(), "Megafoon: kies een nieuw wachtwoord");
    assert!(arrived[0].text().contains("blijft 7 dagen geldig"), "{}", arrived[0].text());
    assert_eq!(world.visitor().get(&arrived[0].link()).status, 200);
}

#[test]
fn a_mail_that_does_not_leave_shows_the_link_and_why() {
    let server = MailServer::start();
    let world = world_with(&server);
    server.refuse(&["550 unknown"]);
    let id = world.accounts["filer"];
    let answer = world.signed_in("administrator").post(&format!("/administration/accounts/{id}/link"), &[]);
    assert_eq!(answer.status, 200);
    assert!(answer.words().contains("De mailserver weigert de mail (code 550)."), "{}", answer.words());
    let at = answer.body.find("/link/").unwrap();
    let link = answer.body[at..].split('<').next().unwrap();
    assert_eq!(world.visitor().get(link).status, 200);
    assert_eq!(server.arrived(), []);
}

#[test]
fn without_a_mailer_the_link_is_shown_and_nobody_is_promised_a_mail() {
    let world = World::new();
    let id = world.accounts["filer"];
    let answer = world.signed_in("administrator").post(&format!("/administration/accounts/{id}/link"), &[]);
    assert!(answer.body.contains("/link/"));
    assert!(!answer.words().contains("gestuurd"), "{}", answer.words());
    let visitor = world.visitor();
    assert!(visitor.get("/sign-in").body.contains("href=\"/forgotten\""));
    let page = visitor.get("/forgotten");
    assert!(page.words().contains("Vraag de beheerder van uw netwerk"), "{}", page.words());
    assert!(!page.body.contains("name=\"address\""));
    assert_eq!(visitor.post("/forgotten", &[("address", "filer@example.org")]).words(), page.words());
}

#[test]
fn a_forgotten_password_is_answered_alike_and_mailed_to_the_one_who_has_an_account() {
    let server = MailServer::start();
    let world = world_with(&server);
    give_password(&world, "filer");
    give_password(&world, "colleague");
    world.store.disable_account(world.accounts["colleague"], None).unwrap();
    let ask = |address: &str| world.visitor().post("/forgotten", &[("address", address)]);
    let unknown = ask("nobody@example.org");
    let locked = ask("colleague@example.org");
    let known = ask(" Filer@Example.org ");
    assert_eq!((unknown.status, locked.status, known.status), (200, 200, 200));
    assert_eq!(unknown.words(), known.words());
    assert_eq!(locked.words(), known.words());
    // They leave in the order in which they were asked: the first two were nothing.
    let arrived = server.wait_for(1);
    assert_eq!(arrived.len(), 1);
    assert_eq!(arrived[0].to, "filer@example.org");
    assert_eq!(arrived[0].subject(), "Megafoon: kies een nieuw wachtwoord");
    assert!(arrived[0].text().contains("blijft één dag geldig"), "{}", arrived[0].text());

    let link = arrived[0].link();
    let fields = [("password", "een heel ander wachtwoord"), ("again", "een heel ander wachtwoord")];
    assert_eq!(world.visitor().post(&link, &fields).status, 303);
    assert_eq!(world.visitor().get(&link).status, 404, "it works once");
    let signed = [("address", "filer@example.org"), ("password", "een heel ander wachtwoord")];
    assert_eq!(world.visitor().post("/sign-in", &signed).status, 303);
    assert_without_content(&server);
}

#[test]
fn the_mail_of_the_week_is_asked_for_with_a_tick_and_ended_without() {
    let server = MailServer::start();
    let world = world_with(&server);
    let coordinator = world.signed_in("coordinator");
    let wants = || world.store.account(world.accounts["coordinator"]).unwrap().digest;
    assert!(
        !coordinator.get("/account").body.contains("value=\"yes\" aria-describedby=\"digest-hint\" checked")
    );
    let answer = coordinator.post("/account/digest", &[("digest", "yes")]);
    assert!(answer.words().contains("U krijgt voortaan een mail als er iets wacht"), "{}", answer.words());
    assert!(wants());
    assert!(
        coordinator.get("/account").body.contains("value=\"yes\" aria-describedby=\"digest-hint\" checked")
    );
    let answer = coordinator.post("/account/digest", &[]);
    assert!(answer.words().contains("U krijgt geen mail van de week meer."), "{}", answer.words());
    assert!(!wants());
    // Where no mail can be sent, none is promised.
    assert!(!World::new().signed_in("coordinator").get("/account").body.contains("/account/digest"));
}

#[test]
fn whoever_says_to_have_forgotten_takes_no_link_away() {
    let server = MailServer::start();
    let world = world_with(&server);
    give_password(&world, "filer");
    let token = world.token();
    let (account, end) = (world.accounts["filer"], world.now() + 600);
    world.store.make_link(web::hash_of_token(&token), account, store::LinkPurpose::Reset, end, None).unwrap();
    let given = format!("/link/{token}");
    assert_eq!(world.visitor().post("/forgotten", &[("address", "filer@example.org")]).status, 200);
    server.wait_for(1);
    assert_eq!(world.visitor().get(&given).status, 200, "the administrator's link works still");
    // The first that is used ends them all.
    let asked = server.arrived()[0].link();
    let asked = &asked[asked.find("/link/").unwrap()..];
    let password = [("password", PASSWORD), ("again", PASSWORD)];
    assert_eq!(world.visitor().post(asked, &password).status, 303);
    assert_eq!(world.visitor().get(&given).status, 404);
}

#[test]
fn the_page_of_a_forgotten_password_waits_for_no_mail() {
    // A server that takes every call and never says a word: whoever waited for it would wait long.
    let silent = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let relay = Relay::parse(&format!("smtp://{}", silent.local_addr().unwrap())).unwrap();
    let patience = Patience { timeout: Duration::from_secs(30), waits: Vec::new() };
    let sender = Sender::parse("noreply@example.org").unwrap();
    let mailer = Mailer::new(&relay, &sender, patience, Box::new(|_| ())).unwrap();
    let settings = Settings { requests_per_minute: 0, mailer: Some(mailer), ..Settings::default() };
    let world = World::on(Database::sqlite(), settings);
    give_password(&world, "filer");
    let visitor = world.visitor();
    let start = std::time::Instant::now();
    for address in ["filer@example.org", "nobody@example.org", "filer@example.org"] {
        assert_eq!(visitor.post("/forgotten", &[("address", address)]).status, 200);
    }
    assert!(start.elapsed() < Duration::from_secs(10), "{:?}", start.elapsed());
}

#[test]
fn asking_again_and_again_fills_no_letter_box_and_is_counted() {
    let server = MailServer::start();
    let world = world_with(&server);
    give_password(&world, "filer");
    let visitor = world.visitor();
    let mut answers = Vec::new();
    for _ in 0..8 {
        answers.push(visitor.post("/forgotten", &[("address", "filer@example.org")]).status);
    }
    assert_eq!(answers, [200, 200, 200, 200, 200, 200, 429, 429]);
    // Another address comes after them all.
    assert_eq!(visitor.post("/forgotten", &[("address", "coordinator@example.org")]).status, 200);
    let arrived = server.wait_for(4);
    let to: Vec<&str> = arrived.iter().map(|arrived| arrived.to.as_str()).collect();
    assert_eq!(
        to,
        ["filer@example.org"; 3].into_iter().chain(["coordinator@example.org"]).collect::<Vec<_>>()
    );
    // Whoever never took the invitation gets one.
    assert_eq!(arrived[3].subject(), "Welkom bij Megafoon: kies uw wachtwoord");
    assert!(arrived[3].text().contains("blijft 7 dagen geldig"), "{}", arrived[3].text());
    assert_eq!(visitor.post("/forgotten", &[("address", "no address")]).status, 422);
}
