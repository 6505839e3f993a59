//! What was published, for everyone: as it was published, or not at all.

use std::fs;
use std::path::Path;

use data_encoding::HEXLOWER;
use model::{Authority, EditionNumber};
use sha2::{Digest, Sha256};
use testkit::{Database, network, structural_signal};
use web::Settings;

use crate::world::World;

const FIRST: EditionNumber = EditionNumber(1);
const PAGE: &str = "nl/signal-1.html";

/// A folder with an edition of two files, and the hash of its manifest.
fn edition(folder: &Path, trace: &str) -> String {
    let page = format!("<!doctype html><html lang=\"nl\"><h1>1 Titel</h1><!--answer {trace}--><p>Kort.</p>");
    let edition = folder.join("edition-1");
    fs::create_dir_all(edition.join("nl")).unwrap();
    let hash = |bytes: &[u8]| HEXLOWER.encode(&Sha256::digest(bytes));
    let listed: Vec<String> = [(PAGE, page.as_bytes()), ("bundle.nl.pdf", b"%PDF")]
        .into_iter()
        .map(|(name, bytes)| {
            fs::write(edition.join(name), bytes).unwrap();
            format!("{{\"name\":\"{name}\",\"bytes\":{},\"sha256\":\"{}\"}}", bytes.len(), hash(bytes))
        })
        .collect();
    fs::write(edition.join("secret.txt"), "not of the edition").unwrap();
    let manifest = format!("{{\"schema\":1,\"files\":[{}]}}", listed.join(","));
    fs::write(edition.join("manifest.json"), &manifest).unwrap();
    hash(manifest.as_bytes())
}

/// A world with one frozen edition in a folder; what its manifest is, and the trace code of its chapter.
fn world() -> (World, String) {
    let database = Database::of_this_run("editions");
    let folder = database.folder().join("editions");
    let settings = Settings { requests_per_minute: 0, editions: Some(folder.clone()), ..Settings::default() };
    let world = World::on(database, settings);
    let mut file = network();
    let mut structural = structural_signal("address", 1, &[]);
    structural.authorities = vec![Authority::Region];
    file.structural_signals = vec![structural];
    world.store.import_network(&file).unwrap();
    world.store.freeze(FIRST, &mut |_, _, parts| parts.write(&[1])).unwrap();
    let files = world.store.structural_files().unwrap();
    let manifest = edition(&folder, &files[0].line.trace);
    (world, manifest)
}

fn path(name: &str) -> String {
    format!("/editions/1/{name}")
}

#[test]
fn nothing_is_shown_before_it_is_published_and_everyone_reads_it_then() {
    let (world, manifest) = world();
    let visitor = world.visitor();
    assert_eq!(visitor.get(&path(PAGE)).status, 404);
    assert_eq!(visitor.get(&path("manifest.json")).status, 404);
    assert!(visitor.get("/editions").words().contains("nog geen signalenbundel"));
    world.store.mark_published(FIRST, 1, &manifest).unwrap();
    let page = visitor.get(&path(PAGE));
    assert_eq!((page.status, page.header("content-type")), (200, "text/html; charset=utf-8"));
    assert!(page.body.contains("<h1>1 Titel</h1>"));
    assert_eq!(visitor.get(&path("bundle.nl.pdf")).header("content-type"), "application/pdf");
    assert_eq!(visitor.get(&path("manifest.json")).status, 200);
    let list = visitor.get("/editions");
    assert!(list.body.contains("/editions/1/nl/index.html") && !list.body.contains("/editions/1/fr/"));
    // To the choice of a language, and to a language.
    assert_eq!(visitor.get("/editions/1").location(), "/editions/1/index.html");
    assert_eq!(visitor.get("/editions/1/").location(), "/editions/1/index.html");
    assert_eq!(visitor.get("/editions/1/nl").location(), "/editions/1/nl/index.html");
}

#[test]
fn only_what_the_manifest_names_is_served_as_it_was_published() {
    let (world, manifest) = world();
    world.store.mark_published(FIRST, 1, &manifest).unwrap();
    let visitor = world.visitor();
    let folder = world.database.folder().join("editions");
    for absent in
        ["secret.txt", "fr/index.html", "nl/..%2fsecret.txt", "nl/../../../service.db", "%2e%2e/edition-1"]
    {
        assert_eq!(visitor.get(&path(absent)).status, 404, "{absent}");
    }
    for absent in ["/editions/01/manifest.json", "/editions/2/manifest.json", "/editions/x/manifest.json"] {
        assert_eq!(visitor.get(absent).status, 404, "{absent}");
    }
    let before = visitor.get(&path(PAGE));
    assert_eq!(visitor.get_with(&path(PAGE), &[("if-none-match", before.header("etag"))]).status, 304);
    // A word changed on disk, then the manifest with it.
    fs::write(folder.join("edition-1").join(PAGE), "another page").unwrap();
    assert_eq!(visitor.get(&path(PAGE)).status, 404);
    assert_eq!(visitor.get(&path("bundle.nl.pdf")).status, 200);
    fs::write(folder.join("edition-1/manifest.json"), "{\"files\":[]}").unwrap();
    assert_eq!(visitor.get(&path("manifest.json")).status, 404);
    assert!(visitor.get("/editions").words().contains("nog geen signalenbundel"));
}

#[test]
fn an_authority_that_is_signed_in_finds_where_to_answer_and_nobody_else_does() {
    let (world, manifest) = world();
    world.store.mark_published(FIRST, 1, &manifest).unwrap();
    let id = world.store.structural_files().unwrap()[0].line.id;
    let way = format!("<a href=\"/problems/{id}/answer\">Antwoord op dit signaal</a>");
    for (who, finds) in [
        ("reader", true),
        ("network", true),
        ("filer", false),
        ("coordinator", false),
        ("administrator", false),
    ] {
        let page = world.signed_in(who).get(&path(PAGE));
        assert_eq!(page.status, 200, "{who}");
        assert_eq!(page.body.contains(&way), finds, "{who}");
    }
    let page = world.signed_in("reader").get(&path(PAGE));
    assert_eq!((page.header("cache-control"), page.header("etag")), ("no-store", ""));
    let visitor = world.visitor().get(&path(PAGE));
    assert!(!visitor.body.contains("/problems/"));
    assert_eq!(world.signed_in("reader").get(&format!("/problems/{id}/answer")).status, 200);
}
