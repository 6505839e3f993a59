//! The walls of the house: which crate may know which, and who alone may touch database, typesetter, web and mail.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// What each crate may depend on inside the house: the table of `docs/architecture.md`, less the crates that do not
/// exist yet. `generate` stands beside the program: it makes signals from a seed and knows no more than their form.
const MAY: [(&str, &[&str]); 16] = [
    ("model", &[]),
    ("wording", &["model"]),
    ("screening", &["model"]),
    ("clustering", &["model"]),
    ("figures", &["model"]),
    ("audit", &[]),
    ("generate", &["model"]),
    ("store", &["model"]),
    ("mail", &["model", "wording"]),
    ("exchange", &["model", "wording", "figures", "screening"]),
    ("typeset", &[]),
    ("reading", &["model", "wording", "figures"]),
    ("bundle", &["model", "wording", "figures", "audit", "store", "exchange", "typeset", "reading"]),
    (
        "web",
        &["model", "wording", "screening", "clustering", "figures", "store", "mail", "exchange", "reading"],
    ),
    (
        "megafoon",
        &[
            "model",
            "wording",
            "screening",
            "clustering",
            "figures",
            "audit",
            "generate",
            "store",
            "mail",
            "exchange",
            "typeset",
            "reading",
            "bundle",
            "web",
        ],
    ),
    ("testkit", &["model", "store"]),
];

/// What the pure crates may depend on outside the house: nothing that reads, writes, waits or draws by itself.
const PURE: [(&str, &[&str]); 7] = [
    ("model", &["chrono", "serde", "uuid"]),
    ("wording", &["chrono", "fluent-bundle", "icu", "unic-langid"]),
    (
        "screening",
        &["aho-corasick", "regex-automata", "regex-syntax", "serde", "serde_json", "unicode-normalization"],
    ),
    ("clustering", &["csv", "snowball_stemmers_rs", "unicode-normalization"]),
    ("figures", &["highs", "microlp", "serde"]),
    // It reads what is published: PDF, pages and sheets, as bytes that it is given.
    (
        "audit",
        &[
            "calamine",
            "csv",
            "hayro-cmap",
            "hayro-syntax",
            "highs",
            "html5gum",
            "microlp",
            "roxmltree",
            "serde",
            "serde_json",
            "zip",
        ],
    ),
    ("generate", &["rand", "rand_chacha"]),
];

/// Packages, by the beginning of their name, that these crates alone may use. The audit reads spreadsheets for itself, so that it
/// shares no code with what writes them.
const ALONE: [(&str, &[&str]); 13] = [
    ("diesel", &["store"]),
    ("libsqlite3", &["store"]),
    ("pq-sys", &["store"]),
    ("rusqlite", &["store"]),
    ("postgres", &["store"]),
    ("typst", &["typeset"]),
    ("calamine", &["exchange", "audit"]),
    ("rust_xlsxwriter", &["exchange", "audit"]),
    ("clap", &["megafoon"]),
    ("indicatif", &["megafoon"]),
    ("toml", &["megafoon"]),
    ("actix", &["web"]),
    ("lettre", &["mail"]),
];

/// What the sources of a pure crate never name: disk, network, environment, clock, threads, an order by chance.
const NEVER: [&str; 14] = [
    "std::fs",
    "std::io",
    "std::net",
    "std::env",
    "std::process",
    "std::thread",
    "SystemTime",
    "Instant::",
    "Utc::now",
    "Local::now",
    "new_v4",
    "async fn",
    "HashMap",
    "HashSet",
];

#[test]
fn each_crate_knows_only_those_it_may_know() {
    let crates = crates();
    for (name, manifest) in &crates {
        let (_, may) = MAY
            .iter()
            .find(|(known, _)| known == name)
            .unwrap_or_else(|| panic!("{name} stands in no table of walls: say what it may depend on"));
        for dependency in manifest.inside(&crates) {
            assert!(may.contains(&dependency.as_str()), "{name} depends on {dependency}");
        }
    }
    // A name without a crate would be a wall that nobody meets.
    for (name, _) in MAY {
        assert!(crates.contains_key(name), "{name} stands in the table of walls, but is no crate");
    }
}

#[test]
fn nothing_but_a_test_depends_on_the_testkit() {
    for (name, manifest) in crates() {
        assert!(!manifest.dependencies.contains("testkit"), "{name} depends on testkit");
    }
}

#[test]
fn database_typesetter_spreadsheets_and_mail_each_have_one_crate_that_knows_them() {
    let mut used = BTreeSet::new();
    for (name, manifest) in crates() {
        for dependency in manifest.dependencies.iter().chain(&manifest.for_tests) {
            let owner = ALONE.iter().find(|(prefix, _)| dependency.starts_with(prefix));
            if let Some((prefix, owners)) = owner {
                assert!(owners.contains(&name.as_str()), "{name} depends on {dependency}");
                used.insert(*prefix);
            }
        }
    }
    for needed in ["diesel", "typst", "calamine", "actix", "lettre"] {
        assert!(used.contains(needed), "no crate depends on {needed}: is it still called so?");
    }
}

#[test]
fn the_pure_crates_read_write_and_draw_nothing_by_themselves() {
    let crates = crates();
    for (name, may) in PURE {
        let manifest = &crates[name];
        let inside = manifest.inside(&crates);
        for dependency in manifest.dependencies.difference(&inside) {
            assert!(may.contains(&dependency.as_str()), "{name} depends on {dependency}");
        }
        let sources = sources(&manifest.folder.join("src"));
        assert!(!sources.is_empty(), "{name} has no source");
        for (path, text) in sources {
            for word in NEVER {
                // Unpacking what it is given goes through readers of memory.
                if name == "audit" && word == "std::io" {
                    continue;
                }
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

#[test]
fn no_crate_but_the_store_writes_sql() {
    for (name, manifest) in crates() {
        if name == "store" {
            continue;
        }
        for (path, text) in sources(&manifest.folder.join("src")) {
            for word in ["diesel", "SELECT ", "INSERT INTO", "DELETE FROM", "CREATE TABLE", "PRAGMA "] {
                assert!(!text.contains(word), "{}: {word}", path.display());
            }
        }
    }
}

/// What a crate's manifest says.
struct Manifest {
    folder: PathBuf,
    /// Of the crate and of its build.
    dependencies: BTreeSet<String>,
    /// Of its tests.
    for_tests: BTreeSet<String>,
}

impl Manifest {
    /// The crates of the house among the dependencies.
    fn inside(&self, crates: &BTreeMap<String, Self>) -> BTreeSet<String> {
        self.dependencies.iter().filter(|name| crates.contains_key(*name)).cloned().collect()
    }
}

/// Every crate of the house, by name.
fn crates() -> BTreeMap<String, Manifest> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned();
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let manifests = entries.filter(|path| path.join("Cargo.toml").exists()).map(|folder| {
        let text = fs::read_to_string(folder.join("Cargo.toml")).unwrap();
        let table: toml::Table = toml::from_str(&text).unwrap();
        let name = table["package"]["name"].as_str().unwrap().to_owned();
        assert_eq!(folder.file_name().unwrap().to_str(), Some(name.as_str()), "folder and package differ");
        let mut dependencies = named(&table, &["dependencies", "build-dependencies"]);
        // Dependencies for one platform count as well.
        for (_, platform) in table.get("target").and_then(toml::Value::as_table).into_iter().flatten() {
            dependencies.extend(named(platform.as_table().unwrap(), &["dependencies", "build-dependencies"]));
        }
        let for_tests = named(&table, &["dev-dependencies"]);
        (name, Manifest { folder, dependencies, for_tests })
    });
    manifests.collect()
}

/// The packages in these tables; a renamed one by the name it has outside.
fn named(table: &toml::Table, sections: &[&str]) -> BTreeSet<String> {
    let sections = sections.iter().filter_map(|section| table.get(*section)?.as_table());
    let entries = sections.flatten().map(|(name, value)| {
        let renamed = value.get("package").and_then(toml::Value::as_str);
        renamed.unwrap_or(name).to_owned()
    });
    entries.collect()
}

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).unwrap();
            found.push((path, text));
        }
    }
    found
}
