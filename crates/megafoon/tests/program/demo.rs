//! The demo, whole: what it makes, in which words, and whether it can be made and checked again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use model::Language;
use serde_json::Value;
use tempfile::TempDir;

use crate::pdf;
use crate::run::{Program, argument, files, project};

/// What a public edition consists of.
const FILES: [&str; 7] = [
    "bundle.en.pdf",
    "bundle.fr.pdf",
    "bundle.nl.pdf",
    "manifest.json",
    "tables.csv",
    "tables.json",
    "tables.xlsx",
];
/// Its editions.
pub const EDITIONS: [u32; 2] = [1, 2];

/// The folder of the demo, made once for all tests.
pub fn demo() -> &'static Path {
    static DEMO: OnceLock<TempDir> = OnceLock::new();
    DEMO.get_or_init(|| {
        let folder = TempDir::new().unwrap();
        make(folder.path());
        folder
    })
    .path()
}

fn make(folder: &Path) -> String {
    let program = Program::new(folder, "sqlite://not-used.db");
    program.run(&["demo", "--no-serve", "--data", argument(folder)]).ends(0).out
}

/// The folder of an edition.
pub fn edition(number: u32) -> PathBuf {
    demo().join(format!("editions/edition-{number}"))
}

/// A file as JSON.
pub fn json(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap()).unwrap()
}

#[test]
fn the_demo_makes_two_editions_of_seven_files_and_the_same_bytes_every_time() {
    let again = TempDir::new().unwrap();
    let said = make(again.path());
    let made = files(&again.path().join("editions"));
    let expected: BTreeSet<String> =
        EDITIONS.iter().flat_map(|number| FILES.map(|file| format!("edition-{number}/{file}"))).collect();
    assert_eq!(made.keys().cloned().collect::<BTreeSet<_>>(), expected);
    for name in &expected {
        assert!(said.contains(name.as_str()), "{name} is not named:\n{said}");
    }
    let first = files(&demo().join("editions"));
    for (name, bytes) in &made {
        assert!(first[name] == *bytes, "{name} differs between two runs");
    }
    // A third run in the same folder replaces what the first made there.
    make(again.path());
    for (name, bytes) in files(&again.path().join("editions")) {
        assert!(made[&name] == bytes, "{name} differs after a run in the same folder");
    }
    assert!(!again.path().join("not-used.db").exists(), "the demo touched a database that is not its own");
}

#[test]
fn the_demo_leaves_a_database_alone_that_it_did_not_make() {
    let folder = TempDir::new().unwrap();
    let database = folder.path().join("megafoon.db");
    fs::write(&database, "precious").unwrap();
    let program = Program::new(folder.path(), "sqlite://not-used.db");
    program.run(&["demo", "--no-serve", "--data", argument(folder.path())]).ends(2);
    assert_eq!(fs::read(&database).unwrap(), b"precious");
}

#[test]
fn the_demo_verifies_from_its_database() {
    let url = format!("sqlite://{}", demo().join("megafoon.db").display());
    let program = Program::new(demo(), &url);
    for number in EDITIONS {
        program.run(&["verify", argument(&edition(number))]).ends(0);
    }
    program.run(&["database", "check", "--against", "editions"]).ends(0);
}

#[test]
fn the_manifest_names_every_other_file_with_its_hash() {
    use sha2::{Digest, Sha256};
    for number in EDITIONS {
        let manifest = json(&edition(number).join("manifest.json"));
        let named = manifest["files"].as_array().unwrap();
        assert_eq!(named.len(), FILES.len() - 1);
        for file in named {
            let bytes = fs::read(edition(number).join(file["name"].as_str().unwrap())).unwrap();
            let hash: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            assert_eq!(file["sha256"], hash.as_str(), "{}", file["name"]);
            assert_eq!(file["bytes"], bytes.len(), "{}", file["name"]);
        }
    }
}

#[test]
fn no_bundle_holds_a_word_that_is_not_the_fields_own_or_a_sentence_of_another_language() {
    if pdf::validator().is_none() {
        return;
    }
    let sentences: BTreeMap<Language, BTreeMap<String, String>> =
        Language::ALL.iter().map(|&language| (language, whole_sentences(language))).collect();
    for number in EDITIONS {
        for &language in Language::ALL {
            let text = pdf::sentences(&edition(number).join(format!("bundle.{language}.pdf")));
            let lower = text.to_lowercase();
            for word in lower.split(|letter: char| !letter.is_alphabetic()) {
                for stem in ["signalement", "melding", "klacht", "plainte", "dossier"] {
                    assert!(!word.starts_with(stem), "edition {number}, {language}: {word}");
                }
            }
            let own = &sentences[&language];
            let found = own.values().filter(|sentence| text.contains(sentence.as_str())).count();
            assert!(found > 40, "edition {number}, {language}: only {found} of its own sentences were found");
            for other in Language::ALL.iter().filter(|other| **other != language) {
                for (key, sentence) in &sentences[other] {
                    let elsewhere = own.values().any(|here| here.contains(sentence.as_str()));
                    assert!(
                        elsewhere || !text.contains(sentence.as_str()),
                        "edition {number}, {language}: {key} stands there in {other}: {sentence}"
                    );
                }
            }
        }
    }
}

/// The sentences of the bundle that hold nothing to fill in and are long enough to be told apart.
fn whole_sentences(language: Language) -> BTreeMap<String, String> {
    let text = fs::read_to_string(project(&format!("crates/wording/ftl/{language}/bundle.ftl"))).unwrap();
    let pairs = text.lines().filter_map(|line| line.split_once(" = "));
    let whole = pairs.filter(|(key, value)| {
        !key.starts_with('#') && !value.contains('{') && value.chars().count() > 11 && value.contains(' ')
    });
    whole.map(|(key, value)| (key.trim().to_owned(), value.trim().to_owned())).collect()
}

#[test]
fn the_second_edition_is_valid_pdf_ua_and_pdf_a_with_its_tables_attached() {
    let Some(validator) = pdf::validator() else { return };
    for &language in Language::ALL {
        let file = edition(2).join(format!("bundle.{language}.pdf"));
        let output = Command::new(&validator).arg(&file).args(["ua1", "3a"]).output().unwrap();
        let said =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", file.display());
        assert_eq!(pdf::attachments(&file), ["tables.csv"]);
    }
}
