//! Mails as they arrive: at once, later, again, and not at all.

#![expect(clippy::panic, clippy::unwrap_used, reason = "a test stops where it cannot go on")]

use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use mail::{Counts, LinkFor, Mail, Mailer, Patience, Relay, Sender, Undelivered};
use model::Language;
use testkit::MailServer;

const URL: &str = "https://signals.example.org/link/one-time-token-of-forty-three-characters-xx";

fn mailer(setting: &str) -> (Mailer, Arc<Mutex<Vec<String>>>) {
    let log = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&log);
    let patience =
        Patience { timeout: Duration::from_millis(500), waits: vec![Duration::from_millis(20); 2] };
    let relay = Relay::parse(setting).unwrap();
    let sender = Sender::parse("Megafoon <noreply@example.org>").unwrap();
    let log_line = Box::new(move |line: &str| kept.lock().unwrap().push(line.to_owned()));
    (Mailer::new(&relay, &sender, patience, log_line).unwrap(), log)
}

fn invitation(language: Language) -> Mail {
    Mail::link("somebody@example.org", language, LinkFor::Invitation, URL, 7)
}

/// Waits until the log has this line.
fn logged(log: &Mutex<Vec<String>>, wanted: &str) {
    for _ in 0..200 {
        if log.lock().unwrap().iter().any(|line| line == wanted) {
            return;
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    panic!("{wanted} is not in {:?}", log.lock().unwrap());
}

#[test]
fn a_mail_arrives_in_the_language_of_the_account_with_its_link_whole() {
    let server = MailServer::start();
    let (mailer, log) = mailer(&server.setting());
    for (language, subject) in [
        (Language::Nl, "Welkom bij Megafoon: kies uw wachtwoord"),
        (Language::Fr, "Bienvenue sur Megafoon\u{a0}: choisissez votre mot de passe"),
        (Language::En, "Welcome to Megafoon: choose your password"),
    ] {
        mailer.now(&invitation(language)).unwrap();
        let arrived = server.arrived().pop().unwrap();
        assert_eq!(arrived.subject(), subject);
        assert_eq!(arrived.to, "somebody@example.org");
        assert!(arrived.text().lines().any(|line| line == URL), "{}", arrived.text());
        assert!(arrived.raw.contains("Content-Type: text/plain; charset=utf-8\r\n"), "{}", arrived.raw);
        assert!(arrived.raw.contains("Auto-Submitted: auto-generated\r\n"));
        assert!(arrived.raw.contains("From: Megafoon <noreply@example.org>\r\n"));
        assert!(arrived.raw.lines().all(|line| line.len() <= 78), "{}", arrived.raw);
    }
    assert_eq!(*log.lock().unwrap(), Vec::<String>::new());
}

#[test]
fn a_digest_says_only_what_there_is() {
    let server = MailServer::start();
    let (mailer, _) = mailer(&server.setting());
    let counts = Counts { questions: 2, to_release: 5, decided: 1, ..Counts::default() };
    mailer
        .now(&Mail::digest("somebody@example.org", Language::En, counts, "https://signals.example.org"))
        .unwrap();
    let text = server.arrived()[0].text();
    let lines: Vec<&str> = text.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(
        lines,
        [
            "- 2 questions wait for your answer",
            "- 5 signals of your organisation wait for release",
            "- 1 of your signals was decided"
        ]
    );
    assert!(text.contains("\nhttps://signals.example.org\n"));
}

#[test]
fn a_server_that_says_later_is_asked_again_and_one_that_says_no_is_not() {
    let server = MailServer::start();
    let (mailer, log) = mailer(&server.setting());
    server.refuse(&["451 later", "421 later"]);
    mailer.later(|| Some(invitation(Language::Nl)));
    assert_eq!(server.wait_for(1).len(), 1);
    logged(&log, "mail: attempt 1: refused-451, again");
    logged(&log, "mail: attempt 2: refused-421, again");

    server.refuse(&["550 unknown"]);
    mailer.later(|| Some(invitation(Language::Nl)));
    logged(&log, "mail: attempt 1: refused-550, given-up");
    server.refuse(&["451 later"; 3]);
    mailer.later(|| Some(invitation(Language::Nl)));
    logged(&log, "mail: attempt 3: refused-451, given-up");
    mailer.later(|| None);
    mailer.later(|| Some(invitation(Language::Fr)));
    assert_eq!(server.wait_for(2).len(), 2);
    assert_eq!(server.conversations(), 3 + 1 + 3 + 1);
    let log = log.lock().unwrap().join("\n");
    assert!(!log.contains("example.org") && !log.contains("one-time"), "{log}");
}

#[test]
fn whoever_waits_is_told_why_it_did_not_leave() {
    let server = MailServer::start();
    let (mailer_here, _) = mailer(&server.setting());
    server.refuse(&["550 unknown"]);
    let refused = mailer_here.now(&invitation(Language::Nl)).unwrap_err();
    assert_eq!(refused, Undelivered::Refused(550));
    assert!(refused.say(wording::Wording::new(Language::Nl)).contains("550"));
    let nowhere = Mail::link("no address", Language::Nl, LinkFor::Reset, URL, 1);
    assert_eq!(mailer_here.now(&nowhere), Err(Undelivered::Address));

    // A port where nobody listens any more.
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let (gone, log) = mailer(&format!("smtp://{free}"));
    assert_eq!(gone.now(&invitation(Language::Nl)), Err(Undelivered::Unreachable));
    assert_eq!(*log.lock().unwrap(), ["mail: unreachable"]);

    // Somebody takes the call and says nothing.
    let silent = TcpListener::bind("127.0.0.1:0").unwrap();
    let (waiting, _) = mailer(&format!("smtp://{}", silent.local_addr().unwrap()));
    assert_eq!(waiting.now(&invitation(Language::Nl)), Err(Undelivered::Timeout));

    // STARTTLS is required, and the server has none: nothing is sent.
    let (private, _) = mailer(&format!("{}?tls=required", server.setting()));
    let before = server.arrived().len();
    assert_eq!(private.now(&invitation(Language::Nl)), Err(Undelivered::Encryption));
    assert_eq!(server.arrived().len(), before);
}
