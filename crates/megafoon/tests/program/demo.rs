//! The demo, whole: what it makes, in which words, and whether it can be made and checked again.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

use model::{Authority, Language};
use serde_json::Value;
use tempfile::TempDir;
use wording::{Wording, args};

use crate::pdf;
use crate::run::{Program, argument, files, project};

/// What a public edition consists of, beside a brief for each authority.
const FILES: [&str; 9] = [
    "bundle.en.pdf",
    "bundle.fr.pdf",
    "bundle.nl.pdf",
    "dcat.jsonld",
    "manifest.json",
    "tables-excel.csv",
    "tables.csv",
    "tables.json",
    "tables.xlsx",
];

/// The files of an edition of the demo, which concerns all authorities, by their paths.
fn expected_files(edition: u32) -> Vec<String> {
    let briefs = Authority::ALL.iter().flat_map(|authority| {
        Language::ALL.iter().map(move |language| format!("briefs/{authority}.{language}.pdf"))
    });
    // The first has nothing to follow up, and a chapter less.
    let mut pages: Vec<String> = ["index", "figures", "about"].map(str::to_owned).into();
    pages.extend((edition > 1).then(|| "follow-up".to_owned()));
    pages.extend((1..=8 + edition).map(|chapter| format!("signal-{chapter}")));
    let reading = Language::ALL
        .iter()
        .flat_map(|language| pages.iter().map(move |page| format!("{language}/{page}.html")));
    let style = reading::page::FONTS.iter().map(|(name, _)| format!("style/{name}"));
    let shared = ["index.html", "style/style.css"].map(str::to_owned).into_iter().chain(style);
    FILES.into_iter().map(str::to_owned).chain(briefs).chain(reading).chain(shared).collect()
}

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
fn the_demo_makes_two_editions_with_briefs_for_all_and_the_same_bytes_every_time() {
    let again = TempDir::new().unwrap();
    let said = make(again.path());
    let made = files(&again.path().join("editions"));
    // A letter to each organisation that filed, in each language, apart from what is published.
    let letters: Vec<&String> = made.keys().filter(|name| name.starts_with("edition-2-private/")).collect();
    assert_eq!(letters.len(), 19 * Language::ALL.len());
    let public = made.keys().filter(|name| !name.contains("-private/"));
    let of = |number: &u32| {
        let number = *number;
        expected_files(number).into_iter().map(move |file| format!("edition-{number}/{file}"))
    };
    let expected: BTreeSet<String> = EDITIONS.iter().flat_map(of).collect();
    assert_eq!(public.cloned().collect::<BTreeSet<_>>(), expected);
    for name in &expected {
        let within = name.rsplit_once('/').map_or("", |(folder, _)| folder);
        let named = if within.contains('/') { within } else { name };
        assert!(said.contains(named), "{named} is not named:\n{said}");
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
fn a_brief_has_at_most_four_pages_and_tells_only_what_concerns_its_authority() {
    for number in EDITIONS {
        for authority in Authority::ALL {
            for &language in Language::ALL {
                let wording = Wording::new(language);
                let pages = pdf::pages(&edition(number).join(format!("briefs/{authority}.{language}.pdf")));
                assert!((1..=4).contains(&pages.len()), "{authority} {language}: {} pages", pages.len());
                let addressed = wording.say("recommendation-to", &args![]);
                let own = format!("{addressed} {}", wording.label(*authority));
                for words in pages.iter().flat_map(|page| page.lines()) {
                    let others = Authority::ALL.iter().filter(|other| *other != authority);
                    let asked = |other: &Authority| format!("{addressed} {}", wording.label(*other));
                    let stray =
                        others.map(asked).find(|asked| words.contains(asked) && !own.starts_with(asked));
                    assert_eq!(stray, None, "edition {number}, {authority} {language}");
                }
            }
        }
    }
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
        assert_eq!(named.len(), expected_files(number).len() - 1);
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
    let valid = |file: &Path| {
        let output = Command::new(&validator).arg(file).args(["ua1", "3a"]).output().unwrap();
        let said =
            String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{}: {said}", file.display());
    };
    for &language in Language::ALL {
        let file = edition(2).join(format!("bundle.{language}.pdf"));
        valid(&file);
        assert_eq!(pdf::attachments(&file), ["tables.csv"]);
        // One with all that a brief can have.
        valid(&edition(2).join(format!("briefs/cocom.{language}.pdf")));
    }
}

#[test]
fn the_catalogue_entry_names_every_form_of_the_edition_as_it_is() {
    for number in EDITIONS {
        let folder = edition(number);
        let entry = json(&folder.join("dcat.jsonld"));
        let manifest = json(&folder.join("manifest.json"));
        let sizes =
            |list: &Value, name: &str, bytes: &str, hash: &str| -> BTreeMap<String, (String, String)> {
                let text = |value: &Value| value.as_str().map_or_else(|| value.to_string(), str::to_owned);
                let at = |one: &Value, path: &str| text(one.pointer(path).unwrap());
                let one = |one: &Value| (at(one, name), (at(one, bytes), at(one, hash)));
                list.as_array().unwrap().iter().map(one).collect()
            };
        let listed = sizes(
            &entry["dcat:distribution"],
            "/dcat:downloadURL/@id",
            "/dcat:byteSize/@value",
            "/spdx:checksum/spdx:checksumValue/@value",
        );
        let mut there = sizes(&manifest["files"], "/name", "/bytes", "/sha256");
        there.remove("dcat.jsonld").unwrap();
        // A brief is a part of the edition, and so is a page.
        there.retain(|name, _| !name.contains('/') && !name.ends_with(".html"));
        assert_eq!(listed, there);
        // Mandatory in DCAT-AP 3.0.1: title and description, and an address for each distribution.
        for text in ["dct:title", "dct:description"] {
            let languages: Vec<&str> = entry[text]
                .as_array()
                .unwrap()
                .iter()
                .map(|text| text["@language"].as_str().unwrap())
                .collect();
            assert_eq!(languages, ["nl", "fr", "en"]);
        }
        for one in entry["dcat:distribution"].as_array().unwrap() {
            assert_eq!(one["dcat:accessURL"]["@id"], one["dcat:downloadURL"]["@id"]);
            assert!(one["dct:license"]["@id"].as_str().unwrap().ends_with("/licence/CC_BY_4_0"));
        }
    }
}

#[test]
fn both_csv_files_hold_the_same_and_one_opens_in_a_dutch_or_french_spreadsheet() {
    for number in EDITIONS {
        let read = |name: &str| fs::read(edition(number).join(name)).unwrap();
        let (plain, excel) = (read("tables.csv"), read("tables-excel.csv"));
        let excel = excel.strip_prefix(b"\xef\xbb\xbf").expect("no byte order mark");
        let rows = |bytes: &[u8], delimiter: u8| -> Vec<csv::StringRecord> {
            let mut reader =
                csv::ReaderBuilder::new().has_headers(false).delimiter(delimiter).from_reader(bytes);
            reader.records().map(Result::unwrap).collect()
        };
        assert_eq!(rows(&plain, b','), rows(excel, b';'));
        assert!(rows(excel, b';').len() > 100);
        assert!(excel.ends_with(b"\r\n"));
    }
}
