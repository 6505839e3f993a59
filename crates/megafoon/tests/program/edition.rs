//! The life of an edition: what stops a freeze, what a bundle leaves behind, what verification finds.

use std::fs;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use model::{Agreement, Language};
use serde_json::Value;
use tempfile::TempDir;
use testkit::{Database, on_each_database};
use wording::{Wording, args};

use crate::run::{Program, argument, files, put};
use crate::world;

const SAY: fn() -> Wording = || Wording::new(Language::En);

fn on_sqlite() -> (TempDir, Program) {
    let folder = TempDir::new().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let program = Program::new(folder.path(), &url);
    (folder, program)
}

/// A frozen edition with its files in `out`, in Dutch alone where one language is enough.
fn bundled(program: &Program, language: &str) -> PathBuf {
    world::frozen(program);
    program.run(&["bundle", "--edition", "1", "--language", language, "--out", "out"]).ends(0);
    program.folder.join("out/edition-1")
}

#[test]
fn an_edition_is_not_frozen_while_a_named_signal_is_missing_and_it_is_named() {
    on_each_database("missing_signal", |database| {
        let program = Program::new(&database.folder(), database.url());
        world::write_network(&program.folder, &world::small());
        world::write_signals(&program.folder, &[("beta", "24-03"), ("gamma", "24-07"), ("gamma", "24-19")]);
        world::filled(&program);
        let ran = program.run(&["edition", "freeze", "1"]).ends(1);
        let named = |organisation: &str, reference: &str| {
            SAY().say("freeze-missing-signal", &args![organisation = organisation, reference = reference])
        };
        assert!(ran.err.contains(&SAY().say("freeze-missing-signals", &args![])), "{}", ran.err);
        assert!(ran.err.contains(&named("beta", "24-03")), "{}", ran.err);
        assert!(ran.err.contains(&named("gamma", "24-07")), "{}", ran.err);
        // No structural signal names this one: nobody waits for it.
        assert!(!ran.err.contains("24-19"), "{}", ran.err);
        // It attaches when it arrives.
        world::write_signals(&program.folder, &[]);
        program.run(&["import", "signals", "signals.csv", "--accept"]).ends(0);
        program.run(&["edition", "freeze", "1"]).ends(0);
    });
}

#[test]
fn an_edition_is_not_frozen_while_a_text_lacks_french_and_the_list_says_where() {
    let (_folder, program) = on_sqlite();
    let mut network = world::small();
    network.structural_signals[0].chapters[0].text.remove(&Language::Fr);
    network.structural_signals[1].recommendations[0].text.fr.clear();
    network.domains[0].label.fr.clear();
    world::write_network(&program.folder, &network);
    world::write_signals(&program.folder, &[]);
    world::filled(&program);
    let french = Wording::new(Language::Fr);
    let ran = program.run(&["--messages", "fr", "edition", "freeze", "1"]).ends(1);
    assert!(ran.err.contains(&french.say("freeze-missing-texts", &args![])), "{}", ran.err);
    let title =
        |at: usize, language| network.structural_signals[at].chapters[0].text[&language].title.clone();
    let places = [
        // What has no French title is named by its Dutch one.
        french.say("missing-chapter", &args![title = title(0, Language::Nl)]),
        french.say("missing-domain", &args![name = french.domain(&network.domains[0])]),
        french.say("missing-recommendation", &args![number = 1, title = title(1, Language::Fr)]),
    ];
    for place in &places {
        let language = french.language_inside(Language::Fr);
        let said = french.say("missing-text", &args![place = place, language = language]);
        assert!(ran.err.contains(&said), "not said: {said}\n{}", ran.err);
    }
    assert_eq!(ran.err.lines().count(), 2 + places.len(), "{}", ran.err);
    let ran = program.run(&["bundle", "--edition", "1", "--out", "out"]).ends(1);
    assert!(ran.err.contains(&SAY().say("edition-not-frozen", &args![edition = "1"])), "{}", ran.err);
}

#[test]
fn a_structural_signal_without_every_agreement_is_left_out_and_no_file_names_it() {
    let (_folder, program) = on_sqlite();
    let mut network = world::small();
    network.structural_signals[1].chapters[0].agreements[2].stance = Agreement::Refuses;
    world::write_network(&program.folder, &network);
    world::write_signals(&program.folder, &[]);
    world::filled(&program);
    let ran = program.run(&["--json", "edition", "freeze", "1"]).ends(0);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert_eq!(report["structural_signals"], 1);
    assert_eq!(report["withheld"][0]["key"], "counter");
    assert_eq!(report["withheld"][0]["reason"], "no-agreement");
    program.run(&["bundle", "--edition", "1", "--language", "nl", "--out", "out"]).ends(0);
    let made = files(&program.folder.join("out/edition-1"));
    let text = String::from_utf8(made["tables.json"].clone()).unwrap();
    assert!(text.contains("address"), "the chapter that is agreed on is not there");
    assert!(!text.contains("counter"), "a structural signal that was left out is named in tables.json");
}

#[test]
fn a_bundle_made_twice_is_left_unchanged_and_verifies() {
    on_each_database("bundle_twice", |database| {
        let program = Program::new(&database.folder(), database.url());
        let folder = bundled(&program, "all");
        let made = files(&folder);
        let ran = program.run(&["--json", "bundle", "--edition", "1", "--out", "out"]).ends(0);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        assert_eq!(report["unchanged"], true);
        assert_eq!(files(&folder), made);
        program.run(&["verify", argument(&folder)]).ends(0);
        program.run(&["edition", "publish", "1", "--out", "out"]).ends(0);
        program.run(&["edition", "publish", "1", "--out", "out"]).ends(0);
        program.run(&["verify", argument(&folder)]).ends(0);
        assert_eq!(files(&folder), made, "publishing changed a file");
        program.run(&["edition", "freeze", "1"]).ends(1);
    });
}

#[test]
fn verification_finds_and_names_every_kind_of_tampering() {
    let (_folder, program) = on_sqlite();
    let folder = bundled(&program, "nl");
    let made = files(&folder);
    let restore = || {
        fs::remove_dir_all(&folder).unwrap();
        fs::create_dir(&folder).unwrap();
        put(&folder, &made);
    };
    let differences = || -> Vec<Value> {
        let ran = program.run(&["--json", "verify", argument(&folder)]).ends(1);
        let report: Value = serde_json::from_str(&ran.out).unwrap();
        report["differences"].as_array().unwrap().clone()
    };

    // One bit in the middle of every file; the manifest, from which the others are found, by itself.
    for manifest in [false, true] {
        for (name, bytes) in made.iter().filter(|(name, _)| (*name == "manifest.json") == manifest) {
            let mut bytes = bytes.clone();
            let at = bytes.len() / 2;
            bytes[at] ^= 1;
            fs::write(folder.join(name), bytes).unwrap();
        }
        let found = differences();
        for (name, bytes) in made.iter().filter(|(name, _)| (*name == "manifest.json") == manifest) {
            let this = found.iter().find(|difference| difference["differs"] == name.as_str());
            assert_eq!(
                this.unwrap_or_else(|| panic!("{name}: {found:?}"))["byte"],
                bytes.len() / 2,
                "{name}"
            );
        }
        restore();
    }

    let mut tables: Value = serde_json::from_slice(&made["tables.json"]).unwrap();
    let cell = &mut tables["tables"][0]["cells"][0]["count"];
    *cell = (cell.as_u64().unwrap() + 1).into();
    let mut bytes = serde_json::to_vec_pretty(&tables).unwrap();
    bytes.push(b'\n');
    fs::write(folder.join("tables.json"), bytes).unwrap();
    let found = differences();
    assert!(found.iter().any(|one| one["figure"] == "/tables/0/cells/0/count"), "{found:?}");
    restore();

    // A file that is longer but equal as far as it went, and things that never belonged there.
    fs::write(folder.join("tables.csv"), [made["tables.csv"].as_slice(), b"\n"].concat()).unwrap();
    fs::write(folder.join("tables.old.csv"), "").unwrap();
    fs::create_dir(folder.join("more")).unwrap();
    let found = differences();
    let has = |field: &str, name: &str| found.iter().any(|one| one[field] == name);
    assert_eq!(found.len(), 3, "{found:?}");
    assert!(
        has("differs", "tables.csv") && has("extra", "tables.old.csv") && has("extra", "more"),
        "{found:?}"
    );
    restore();

    let others: Vec<&String> = made.keys().filter(|name| *name != "manifest.json").collect();
    others.iter().for_each(|name| fs::remove_file(folder.join(name)).unwrap());
    let found = differences();
    assert_eq!(found.len(), others.len(), "{found:?}");
    for name in others {
        assert!(found.iter().any(|one| one["missing"] == name.as_str()), "{name}: {found:?}");
    }
    restore();

    // People read the same in words.
    fs::write(folder.join("bundle.nl.pdf"), "%PDF").unwrap();
    let ran = program.run(&["verify", argument(&folder)]).ends(1);
    assert!(
        ran.out.contains(&SAY().say("verify-differs-at", &args![file = "bundle.nl.pdf", byte = "4"])),
        "{}",
        ran.out
    );
    restore();
    program.run(&["verify", argument(&folder)]).ends(0);
    fs::remove_file(folder.join("manifest.json")).unwrap();
    program.run(&["verify", argument(&folder)]).ends(2);
}

#[test]
fn an_edition_that_was_tampered_with_is_not_published_and_a_published_one_not_replaced() {
    let (_folder, program) = on_sqlite();
    let folder = bundled(&program, "all");
    let pdf = fs::read(folder.join("bundle.nl.pdf")).unwrap();
    let state = || {
        let ran = program.run(&["--json", "edition", "list"]).ends(0);
        serde_json::from_str::<Value>(&ran.out).unwrap()[0]["state"].clone()
    };
    fs::write(folder.join("bundle.nl.pdf"), [pdf.as_slice(), b" "].concat()).unwrap();
    let ran = program.run(&["edition", "publish", "1", "--out", "out"]).ends(1);
    assert!(ran.out.contains(&SAY().say("publish-refused", &args![edition = "1"])), "{}", ran.out);
    assert_eq!(state(), "frozen");
    fs::write(folder.join("bundle.nl.pdf"), pdf).unwrap();
    program.run(&["edition", "publish", "1", "--out", "out"]).ends(0);
    assert_eq!(state(), "published");
    let published = files(&folder);
    // The same revision with other files is another publication: neither made in its place, nor published beside it.
    program.run(&["bundle", "--edition", "1", "--language", "nl", "--out", "out"]).ends(1);
    assert_eq!(files(&folder), published);
    program.run(&["bundle", "--edition", "1", "--language", "nl", "--out", "elsewhere"]).ends(0);
    program.run(&["edition", "publish", "1", "--out", "elsewhere"]).ends(1);
    program.run(&["verify", argument(&folder)]).ends(0);
}

#[test]
fn a_killed_batch_leaves_no_half_edition_and_the_next_one_cleans_up() {
    on_each_database("killed_batch", |database| {
        let program = Program::new(&database.folder(), database.url());
        let folder = bundled(&program, "nl");
        let whole = files(&folder);
        // The same edition in another language: the only thing that a batch may replace.
        program.run(&["bundle", "--edition", "1", "--language", "fr", "--out", "french"]).ends(0);
        let french = files(&program.folder.join("french/edition-1"));
        let out = program.folder.join("out");
        let bundle = ["bundle", "--edition", "1", "--language", "nl", "--out", "out"];
        let began = Instant::now();
        fs::remove_dir_all(&out).unwrap();
        program.run(&bundle).ends(0);
        let took = began.elapsed();

        let mut killed_while_writing = 0;
        for round in 0_u32..7 {
            // Half of the rounds make the edition where none stands; half replace another.
            fs::remove_dir_all(&out).unwrap();
            let before = if round % 2 == 0 {
                None
            } else {
                fs::create_dir_all(&folder).unwrap();
                put(&folder, &french);
                Some(french.clone())
            };
            let mut batch = program.start(&bundle);
            if round < 2 {
                sleep(took * (round + 1) / 3);
            } else {
                // The moment of writing: from the first byte beside the folder on, a little later each round.
                while !unfinished(&out) && batch.try_wait().unwrap().is_none() {}
                sleep(Duration::from_micros(u64::from(round - 2) * 2500));
            }
            batch.kill().unwrap();
            batch.wait().unwrap();
            killed_while_writing += u32::from(unfinished(&out));
            if folder.exists() {
                let standing = files(&folder);
                assert!(
                    standing == whole || Some(standing) == before,
                    "round {round}: half an edition stands"
                );
            }
            program.run(&bundle).ends(0);
            let beside = files(&out).into_keys().filter(|name| !name.starts_with("edition-1-private/"));
            assert_eq!(beside.count(), whole.len(), "round {round}: something was left behind");
            assert_eq!(files(&folder), whole, "round {round}");
        }
        assert!(killed_while_writing > 0, "no batch was killed while it wrote: the test proves nothing");
        program.run(&["verify", argument(&folder)]).ends(0);
        program.run(&["database", "check"]).ends(0);
    });
}

/// Whether something lies beside the edition that is not yet, or no longer, the edition.
fn unfinished(out: &Path) -> bool {
    let entries = fs::read_dir(out).into_iter().flatten().flatten();
    entries.into_iter().any(|entry| entry.file_name().to_string_lossy().ends_with(".part"))
}

#[test]
fn two_batches_at_once_end_with_one_whole_edition() {
    on_each_database("two_batches", |database| {
        let program = Program::new(&database.folder(), database.url());
        world::frozen(&program);
        let bundle = ["bundle", "--edition", "1", "--language", "all", "--out", "out"];
        let mut batches: Vec<_> = (0..3).map(|_| program.start(&bundle)).collect();
        for batch in &mut batches {
            assert_eq!(batch.wait().unwrap().code(), Some(0));
        }
        let left: Vec<_> = fs::read_dir(program.folder.join("out")).unwrap().collect();
        assert_eq!(left.len(), 2, "beside the edition and its letters something was left behind");
        program.run(&["verify", "out/edition-1"]).ends(0);
        let mut publishers: Vec<_> =
            (0..2).map(|_| program.start(&["edition", "publish", "1", "--out", "out"])).collect();
        for publisher in &mut publishers {
            assert_eq!(publisher.wait().unwrap().code(), Some(0));
        }
        program.run(&["database", "check", "--against", "out"]).ends(0);
    });
}

#[test]
fn a_manifest_of_another_database_is_found_by_the_check_of_the_chain() {
    let (_folder, program) = on_sqlite();
    let folder = bundled(&program, "nl");
    program.run(&["database", "check"]).ends(0);
    program.run(&["database", "check", "--against", "out"]).ends(0);
    program.run(&["database", "check", "--against", argument(&folder)]).ends(0);

    // The same network and signals in another database: another chain, since ids and keys are random.
    let (_other_folder, other) = on_sqlite();
    world::frozen(&other);
    let ran = other
        .run(&["--json", "database", "check", "--against", argument(&program.folder.join("out"))])
        .ends(1);
    let report: Value = serde_json::from_str(&ran.out).unwrap();
    assert!(report["not_in_chain"][0].as_str().unwrap().ends_with("edition-1/manifest.json"), "{report}");
    assert_eq!(report["broken_at"], Value::Null);
    // Nor does the other database take the first one's files for its own.
    other.run(&["verify", argument(&folder)]).ends(1);

    fs::write(folder.join("manifest.json"), "{}").unwrap();
    program.run(&["database", "check", "--against", "out"]).ends(1);
}

#[test]
fn a_folder_without_any_manifest_proves_nothing_about_the_chain() {
    let (folder, program) = on_sqlite();
    program.run(&["database", "migrate"]).ends(0);
    program.run(&["database", "check", "--against", "not-there"]).ends(2);
    fs::create_dir(folder.path().join("empty")).unwrap();
    program.run(&["database", "check", "--against", "empty"]).ends(2);
}

#[test]
fn a_restored_backup_gives_the_same_bytes_on_either_database() {
    on_each_database("restored", |database| {
        let program = Program::new(&database.folder(), database.url());
        let folder = bundled(&program, "all");
        let made = files(&folder);
        program.run(&["database", "backup", "copy.db"]).ends(0);
        program.run(&["database", "backup", "copy.db"]).ends(1);
        let restored = |target: &Program| {
            target.run(&["database", "restore", argument(&program.folder.join("copy.db"))]).ends(0);
            target.run(&["database", "check", "--against", argument(&program.folder.join("out"))]).ends(0);
            target.run(&["verify", argument(&folder)]).ends(0);
            target.run(&["bundle", "--edition", "1", "--out", "again"]).ends(0);
            assert_eq!(files(&target.folder.join("again/edition-1")), made);
            // A database that holds something is never filled over.
            target.run(&["database", "restore", argument(&program.folder.join("copy.db"))]).ends(1);
        };
        let (_folder, sqlite) = on_sqlite();
        restored(&sqlite);
        if !database.is_sqlite() {
            let empty = Database::postgres("restore_into");
            restored(&Program::new(&empty.folder(), empty.url()));
        }
    });
}

#[test]
fn what_is_not_this_edition_is_never_replaced() {
    let (_folder, program) = on_sqlite();
    let folder = bundled(&program, "nl");
    fs::write(folder.join("letter.txt"), "kept by a coordinator").unwrap();
    let before = files(&folder);
    program.run(&["bundle", "--edition", "1", "--out", "out"]).ends(1);
    assert_eq!(files(&folder), before);
    // Nor is the edition of another network, whose number is the same.
    let (_other_folder, other) = on_sqlite();
    world::frozen(&other);
    fs::remove_file(folder.join("letter.txt")).unwrap();
    let before = files(&folder);
    let out = program.folder.join("out");
    other.run(&["bundle", "--edition", "1", "--language", "nl", "--out", argument(&out)]).ends(1);
    assert_eq!(files(&folder), before);
}

#[test]
fn an_edition_without_dutch_and_french_is_not_published() {
    let (_folder, program) = on_sqlite();
    bundled(&program, "nl");
    program.run(&["edition", "publish", "1", "--out", "out"]).ends(1);
    program.run(&["bundle", "--edition", "1", "--out", "out"]).ends(0);
    program.run(&["edition", "publish", "1", "--out", "out"]).ends(0);
}

#[test]
fn a_period_that_is_not_over_is_not_frozen() {
    let (_folder, program) = on_sqlite();
    world::frozen(&program);
    program.run(&["edition", "open", "9", "--from", "2190-01"]).ends(0);
    let ran = program.run(&["edition", "freeze", "9"]).ends(1);
    assert!(ran.err.contains("2190"), "{}", ran.err);
}

#[test]
fn a_manifest_that_names_fewer_files_does_not_vouch_for_itself() {
    let (_folder, program) = on_sqlite();
    let folder = bundled(&program, "all");
    program.run(&["edition", "publish", "1", "--out", "out"]).ends(0);
    program.run(&["bundle", "--edition", "1", "--language", "nl", "--out", "dutch"]).ends(0);
    // The files of Dutch alone, with a manifest that fits them, in the place of what was published.
    let dutch = files(&program.folder.join("dutch/edition-1"));
    fs::remove_dir_all(&folder).unwrap();
    fs::create_dir_all(&folder).unwrap();
    put(&folder, &dutch);
    let ran = program.run(&["verify", argument(&folder)]).ends(1);
    assert!(ran.out.contains("manifest.json"), "{}", ran.out);
}

#[test]
fn the_briefs_of_one_authority_are_made_alone_verified_and_not_published() {
    let (_folder, program) = on_sqlite();
    world::frozen(&program);
    let bundle = |authority: &str| {
        program.run(&[
            "bundle",
            "--edition",
            "1",
            "--language",
            "all",
            "--authority",
            authority,
            "--out",
            "out",
        ])
    };
    assert!(bundle("brussels").ends(2).err.contains("municipality"));
    bundle("cpas").ends(0);
    let folder = program.folder.join("out/edition-1");
    let briefs =
        || -> Vec<String> { files(&folder).into_keys().filter(|name| name.starts_with("briefs/")).collect() };
    assert_eq!(briefs(), ["briefs/cpas.en.pdf", "briefs/cpas.fr.pdf", "briefs/cpas.nl.pdf"]);
    program.run(&["verify", argument(&folder)]).ends(0);
    let ran = program.run(&["edition", "publish", "1", "--out", "out"]).ends(1);
    assert!(ran.err.contains("--authority all"), "{}", ran.err);
    bundle("all").ends(0);
    assert!(briefs().len() > 3);
    program.run(&["verify", argument(&folder)]).ends(0);
}
