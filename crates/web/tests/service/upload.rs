//! Many signals from a file: looked through first, stored when somebody says so, and never with a family in them.

use crate::actor::{Actor, Answer};
use crate::world::World;

const HEADER: &str = "organisation,observed,problem,tried,domain,place,reference";

fn file(rows: &[&str]) -> String {
    format!("{HEADER}\n{}\n", rows.join("\n"))
}

fn row(problem: &str, reference: &str) -> String {
    format!("alfa,2025-03,{problem},referred,housing,21004,{reference}")
}

/// Sends a file; the page one is led to, or the answer itself.
fn upload(actor: &Actor, content: &[u8]) -> Answer {
    let sent =
        actor.post_file("/upload", &[("csrf", &actor.mark())], "Familie Janssens 0477 12 34 56.csv", content);
    if sent.status == 303 { actor.get(sent.location()) } else { sent }
}

/// The address to which the button of this page sends.
fn store_at(page: &Answer) -> String {
    let (_, rest) = page.body.split_once("action=\"/upload/").expect("a button");
    format!("/upload/{}", rest.split('"').next().unwrap())
}

fn stored(world: &World) -> u64 {
    let all = store::Slice::first(1);
    world.store.signals_of_organisation(&testkit::code("alfa"), model::SignalState::ALL, all).unwrap().total
}

#[test]
fn a_file_is_shown_first_and_stored_once() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("en");
    let rows = [row("Geen loket in de buurt.", "1"), row("Geen plaats in de opvang.", "2")];
    let content = file(&[&rows[0], &rows[1]]);
    let looked = upload(&filer, content.as_bytes());
    assert_eq!(looked.status, 200);
    assert!(looked.words().contains("2 rows are in order."), "{}", looked.words());
    assert!(looked.words().contains("Geen plaats in de opvang"));
    assert!(!looked.body.contains("Janssens"), "the name of the file is read by nobody");
    assert_eq!(stored(&world), 0);
    let address = store_at(&looked);
    for _ in 0..2 {
        let answer = filer.post(&address, &[]);
        assert_eq!((answer.status, answer.location()), (303, address.as_str()));
        let done = filer.get(&address);
        assert!(done.words().contains("2 signals were added."), "{}", done.words());
        assert_eq!(stored(&world), 2);
    }
    let mine = filer.get("/signals").words();
    assert!(mine.contains("Geen loket in de buurt") && mine.contains("Geen plaats in de opvang"), "{mine}");
    // The same file again is the same signals.
    let again = upload(&filer, content.as_bytes());
    let address = store_at(&again);
    filer.post(&address, &[]);
    assert!(filer.get(&address).words().contains("2 rows were there already."));
    assert_eq!(stored(&world), 2);
    assert!(world.log.lock().unwrap().is_empty());
}

#[test]
fn each_refused_row_says_why_and_repeats_nothing() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("en");
    let rows = [
        row("Geen loket in de buurt.", "1"),
        row("Bel mevrouw op 0477 12 34 56.", "2"),
        row("Geen loket.", "3").replace("alfa", "beta"),
        row("Geen loket.", "4").replace("housing", "cooking-verboden"),
        row("Geen loket.", "85.07.30-033.28"),
    ];
    let rows: Vec<&str> = rows.iter().map(String::as_str).collect();
    let looked = upload(&filer, file(&rows).as_bytes());
    let words = looked.words();
    assert!(words.contains("One row is in order. 4 rows are refused."), "{words}");
    for told in ["does not belong to", "not in the list", "can be recognised"] {
        assert!(words.contains(told), "{told}: {words}");
    }
    for (written, line) in [("0477", 3), ("cooking", 5), ("85.07", 6)] {
        assert!(!looked.body.contains(written), "{written}");
        assert!(looked.body.contains(&format!("<th scope=\"row\">{line}</th>")), "{line}");
    }
    filer.post(&store_at(&looked), &[]);
    assert_eq!(stored(&world), 1);
}

#[test]
fn a_reference_that_names_another_signal_is_told_by_its_line() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("en");
    let first = upload(&filer, file(&[&row("Geen loket.", "1")]).as_bytes());
    filer.post(&store_at(&first), &[]);
    let (good, other) = (row("Nog iets.", "2"), row("Iets anders.", "1"));
    let second = upload(&filer, file(&[&good, &other]).as_bytes());
    let address = store_at(&second);
    filer.post(&address, &[]);
    let words = filer.get(&address).words();
    assert!(words.contains("One signal was added.") && words.contains("Line 3: this reference"), "{words}");
    assert_eq!(stored(&world), 2);
}

#[test]
fn what_waits_is_for_the_account_that_sent_it_and_for_half_an_hour() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let address = store_at(&upload(&filer, file(&[&row("Geen loket.", "1")]).as_bytes()));
    let colleague = world.signed_in("colleague");
    assert_eq!(colleague.get(&address).status, 404);
    colleague.post(&address, &[]);
    assert_eq!(stored(&world), 0);
    assert_eq!(filer.get(&address).status, 200);
    assert_eq!(filer.post_raw(&address, &[("csrf", "wrong")], &[]).status, 403);
    world.pass(31 * 60);
    assert_eq!(filer.get(&address).status, 404);
    filer.post(&address, &[]);
    assert_eq!(stored(&world), 0);
    assert_eq!(filer.get("/upload/no-such-key").status, 404);
}

#[test]
fn what_is_no_file_of_signals_is_refused_with_a_reason() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("en");
    let table = format!("{HEADER}\n");
    for (content, told) in [
        (&b""[..], "Choose a file."),
        (b"aap,noot\n1,2\n", "The first row does not name"),
        (b"PK\x03\x04 and then nothing", "damaged"),
        (b"\xD0\xCF\x11\xE0 an old workbook", "not read"),
        (b"organisation,observed\0\0", ""),
    ] {
        let answer = upload(&filer, content);
        assert_eq!(answer.status, 422, "{told}");
        assert!(answer.words().contains(told), "{told}: {}", answer.words());
        assert!(answer.body.contains("href=\"#file\""), "the summary leads to the field");
    }
    let large = upload(&filer, format!("{table}{}", "x".repeat(5 * 1024 * 1024)).as_bytes());
    assert_eq!(large.status, 422);
    assert!(large.words().contains("larger than 5 MB"));
    let nothing = upload(&filer, table.as_bytes());
    assert!(nothing.words().contains("nothing to store"), "{}", nothing.words());
    let elsewhere = filer.post_file("/upload", &[("csrf", "wrong")], "a.csv", table.as_bytes());
    assert_eq!(elsewhere.status, 403);
}

#[test]
fn the_empty_table_comes_back_as_a_file_without_signals() {
    let world = World::new();
    let filer = world.signed_in("filer").in_language("nl");
    let table = filer.get("/upload/template.csv");
    assert!(table.header("content-disposition").contains("attachment"));
    assert_eq!(upload(&filer, table.body.as_bytes()).status, 200);
    for language in ["nl", "fr", "en"] {
        let page = world.signed_in("coordinator").in_language(language).get("/upload");
        assert_eq!(page.status, 200);
        for column in table.body.trim_start_matches('\u{feff}').trim().split(';') {
            let own = ["source", "generated"].contains(&column);
            assert_eq!(page.body.contains(&format!("<code>{column}</code>")), !own, "{column}");
        }
    }
}

#[test]
fn of_one_account_three_files_wait_and_the_oldest_goes() {
    let world = World::new();
    let (filer, colleague) = (world.signed_in("filer"), world.signed_in("colleague"));
    let content = file(&[&row("Geen loket.", "1")]);
    let other = store_at(&upload(&colleague, content.as_bytes()));
    let mut addresses = Vec::new();
    for _ in 0..4 {
        world.pass(1);
        addresses.push(store_at(&upload(&filer, content.as_bytes())));
    }
    let found: Vec<u16> = addresses.iter().map(|address| filer.get(address).status).collect();
    assert_eq!(found, [404, 200, 200, 200]);
    assert_eq!(colleague.get(&other).status, 200);
}

#[test]
fn whoever_went_to_another_organisation_stores_nothing_for_the_first() {
    let world = World::new();
    let filer = world.signed_in("filer");
    let address = store_at(&upload(&filer, file(&[&row("Geen loket.", "1")]).as_bytes()));
    let account = world.store.account(world.accounts["filer"]).unwrap();
    let beta = Some(testkit::code("beta"));
    world.store.change_account(account.id, &account.name, beta, None, &account.roles, None).unwrap();
    filer.post(&address, &[]);
    assert_eq!(stored(&world), 0);
}
