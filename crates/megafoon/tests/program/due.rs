//! Editions by the calendar: what is due, what a run does, where a broken-off one goes on, and who hears of it.

use testkit::{Arrived, Database, MailServer};

use crate::run::{Program, files};
use crate::world;

/// A network with one signal year, and this calendar.
fn program(database: &Database, settings: &str) -> Program {
    let program = Program::new(&database.folder(), database.url());
    world::write_network(&program.folder, &world::small());
    world::write_signals(&program.folder, &[]);
    world::filled(&program);
    std::fs::write(program.folder.join("megafoon.toml"), settings).unwrap();
    program
}

const FREEZE_AND_MAKE: &str = "freeze_after_days = \"0\"\n";
const ALL: &str = "freeze_after_days = \"0\"\npublish_after_days = \"0\"\nedition_months = \"12\"\n";

#[test]
fn without_a_calendar_nothing_is_done_and_the_settings_are_named() {
    let database = Database::sqlite();
    let program = program(&database, "");
    let ran = program.run(&["run-due"]).ends(2);
    for key in ["edition_months", "freeze_after_days", "publish_after_days"] {
        assert!(ran.err.contains(key), "{}", ran.err);
    }
    for wrong in ["edition_months = \"0\"", "edition_months = \"25\"", "freeze_after_days = \"-1\""] {
        std::fs::write(program.folder.join("megafoon.toml"), wrong).unwrap();
        program.run(&["run-due"]).ends(2);
    }
}

#[test]
fn a_dry_run_lists_the_steps_and_takes_none() {
    let database = Database::sqlite();
    let program = program(&database, ALL);
    let said = program.run(&["run-due", "--dry-run"]).ends(0).out;
    let steps: Vec<&str> = said.lines().collect();
    assert_eq!(steps[..3], ["Freeze edition 1", "Make the files of edition 1", "Publish edition 1"]);
    assert_eq!(program.run(&["run-due", "--dry-run"]).ends(0).out, said);
    assert!(!program.folder.join("editions").exists());
    assert!(program.run(&["edition", "list"]).ends(0).out.contains("Open"));
}

#[test]
fn what_is_not_set_waits_for_people_and_a_run_goes_on_where_another_was_broken_off() {
    let database = Database::sqlite();
    let program = program(&database, FREEZE_AND_MAKE);
    // Broken off between the freeze and the files.
    program.run(&["edition", "freeze", "1"]).ends(0);
    let said = program.run(&["run-due"]).ends(0);
    let made = files(&program.folder.join("editions/edition-1"));
    assert!(made.contains_key("bundle.nl.pdf") && made.contains_key("nl/index.html"), "{}", said.said());
    let letters = program.folder.join("editions/edition-1-private");
    assert_eq!(files(&letters).len(), 9);
    // The files come last: where the letters could not be made, the step is due still.
    std::fs::remove_dir_all(program.folder.join("editions/edition-1")).unwrap();
    std::fs::remove_dir_all(&letters).unwrap();
    std::fs::write(&letters, "in the way").unwrap();
    program.run(&["run-due"]).ends(3);
    assert!(!program.folder.join("editions/edition-1").exists());
    std::fs::remove_file(&letters).unwrap();
    program.run(&["run-due"]).ends(0);
    assert_eq!(files(&letters).len(), 9);
    // Nothing more is due, and a second run changes nothing.
    let again = program.run(&["run-due"]).ends(0);
    assert!(again.out.contains("up to people"), "{}", again.said());
    assert_eq!(files(&program.folder.join("editions/edition-1")), made);
    assert!(program.run(&["edition", "list"]).ends(0).out.lines().next().unwrap().contains("Frozen"));
}

#[test]
fn coordinators_hear_what_was_done_and_where_it_stopped_and_nothing_of_what_it_says() {
    let database = Database::sqlite();
    let server = MailServer::start();
    let settings = format!(
        "{ALL}smtp = \"{}\"\nmail_from = \"noreply@example.org\"\npublic_url = \"https://signals.example.org\"\n",
        server.setting()
    );
    let program = program(&database, &settings);
    for (address, role, language) in [
        ("first@example.org", "network-coordinator", "nl"),
        ("second@example.org", "network-coordinator", "fr"),
        ("gone@example.org", "network-coordinator", "nl"),
        ("administrator@example.org", "administrator", "nl"),
    ] {
        let words = ["user", "add", address, "--name", "Iemand", "--role", role, "--language", language];
        program.run(&words).ends(0);
    }
    program.run(&["user", "disable", "gone@example.org"]).ends(0);
    program.run(&["run-due"]);
    let arrived = server.arrived();
    let mut to: Vec<&str> = arrived.iter().map(|mail| mail.to.as_str()).collect();
    to.sort_unstable();
    assert_eq!(to, ["first@example.org", "second@example.org"]);
    let said: Vec<String> = arrived.iter().map(Arrived::text).collect();
    let nl = said.iter().find(|text| text.contains("Dag,")).unwrap();
    assert!(nl.contains("Editie 1 is bevroren") && nl.contains("https://signals.example.org"), "{nl}");
    assert!(said.iter().any(|text| text.contains("L’édition 1 est gelée")), "{said:?}");
    assert!(said.iter().all(|text| !text.contains("Titel van")), "{said:?}");
}

#[test]
fn a_freeze_that_is_refused_is_told_by_mail_and_by_the_exit_code_and_is_due_again() {
    let database = Database::sqlite();
    let server = MailServer::start();
    let program = Program::new(&database.folder(), database.url());
    world::write_network(&program.folder, &world::small());
    world::write_signals(&program.folder, &[("beta", "24-03")]);
    world::filled(&program);
    let settings = format!(
        "{FREEZE_AND_MAKE}smtp = \"{}\"\nmail_from = \"noreply@example.org\"\npublic_url = \"https://signals.example.org\"\n",
        server.setting()
    );
    std::fs::write(program.folder.join("megafoon.toml"), settings).unwrap();
    let words = [
        "user",
        "add",
        "first@example.org",
        "--name",
        "Iemand",
        "--role",
        "network-coordinator",
        "--language",
        "en",
    ];
    program.run(&words).ends(0);
    let ran = program.run(&["run-due"]).ends(1);
    assert!(ran.err.contains("24-03"), "{}", ran.err);
    let arrived = server.arrived();
    assert_eq!(arrived.len(), 1);
    assert!(arrived[0].subject().contains("stuck"), "{}", arrived[0].subject());
    let text = arrived[0].text();
    assert!(text.contains("Edition 1 could not be frozen") && !text.contains("24-03"), "{text}");
    assert_eq!(program.run(&["run-due", "--dry-run"]).ends(0).out.lines().next(), Some("Freeze edition 1"));
}
