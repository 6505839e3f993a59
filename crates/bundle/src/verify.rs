//! Verifying: a published edition is made again from its frozen record, and every byte and figure compared.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use model::{Authority, EditionNumber, Language};
use serde_json::Value;
use sha2::{Digest, Sha256};
use store::Store;

use crate::Error;
use crate::edition::{Scope, edition_files, hex, read};
use crate::files::names;
use crate::manifest::{self, Manifest};

/// What [`verify`] found.
#[derive(Debug, Clone)]
pub struct Verified {
    /// The edition.
    pub edition: EditionNumber,
    /// Its revision.
    pub revision: u32,
    /// The files that were compared.
    pub files: Vec<String>,
    /// What differs; nothing where the edition is true.
    pub differences: Vec<Difference>,
}

/// One thing that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// A file is missing.
    Missing(String),
    /// A file does not belong to the edition.
    Extra(String),
    /// A file has other bytes, from this one on (counted from 0).
    Bytes(String, usize),
    /// A figure of `tables.json` is another one; its place in the file.
    Figure(String),
}

/// Makes the edition whose files stand in `folder` again from its frozen record, and compares.
pub fn verify(store: &Store, folder: &Path) -> Result<Verified, Error> {
    verify_files(store, folder)
}

pub(crate) fn verify_files(store: &Store, folder: &Path) -> Result<Verified, Error> {
    let manifest = fs::read(folder.join(manifest::NAME)).map_err(|_| Error::NotAnEdition)?;
    let number = edition_of(&manifest, folder)?;
    let record = read(store, number)?;
    // Which languages and whose briefs were made is what stands there; that it is what the manifest names is compared below.
    let languages: Vec<Language> = Language::ALL
        .iter()
        .copied()
        .filter(|language| folder.join(format!("bundle.{language}.pdf")).exists())
        .collect();
    let (languages, authority) = match serde_json::from_slice::<Manifest>(&manifest) {
        Ok(manifest) => (languages_of(&manifest), authority_of(&manifest)),
        Err(_) => (languages, None),
    };
    let scope = Scope { languages: &languages, authority };
    let made = edition_files(&record, scope, &mut |_| {})?;
    let mut differences = Vec::new();
    for (name, bytes) in &made.files {
        match fs::read(folder.join(name)) {
            Ok(there) if there == *bytes => {}
            Ok(there) => {
                let at = there.iter().zip(bytes).take_while(|(a, b)| a == b).count();
                differences.push(Difference::Bytes(name.clone(), at));
                if name == "tables.json" {
                    differences.extend(figures_that_differ(&there, bytes));
                }
            }
            Err(_) => differences.push(Difference::Missing(name.clone())),
        }
    }
    // A manifest that names fewer files would otherwise vouch for itself.
    let revision = record.frozen.header.revision;
    let published = store.published_manifest(number, revision)?;
    if published.is_some_and(|hash| hash != hex(&Sha256::digest(&manifest))) {
        let bytes = Difference::Bytes(manifest::NAME.to_owned(), 0);
        if !differences.iter().any(|one| matches!(one, Difference::Bytes(name, _) if name == manifest::NAME))
        {
            differences.push(bytes);
        }
    }
    let known: BTreeSet<&str> = made.files.keys().map(String::as_str).collect();
    for name in names(folder)? {
        // A folder from which all is missing is no more than that.
        let emptied = || known.iter().any(|file| file.starts_with(&format!("{name}/")));
        if !known.contains(name.as_str()) && !emptied() {
            differences.push(Difference::Extra(name));
        }
    }
    Ok(Verified {
        edition: number,
        revision: record.frozen.header.revision,
        files: made.files.keys().cloned().collect(),
        differences,
    })
}

fn languages_of(manifest: &Manifest) -> Vec<Language> {
    let has = |language: &Language| {
        let name = format!("bundle.{language}.pdf");
        manifest.files.iter().any(|file| file.name == name)
    };
    Language::ALL.iter().copied().filter(has).collect()
}

/// The authority, where briefs of one alone were made.
fn authority_of(manifest: &Manifest) -> Option<Authority> {
    let has = |authority: &Authority| {
        let begin = format!("briefs/{authority}.");
        manifest.files.iter().any(|file| file.name.starts_with(&begin))
    };
    let mut made = Authority::ALL.iter().copied().filter(has);
    made.next().filter(|_| made.next().is_none())
}

/// The edition by the manifest, or, where that was damaged, by the folder's name.
fn edition_of(manifest: &[u8], folder: &Path) -> Result<EditionNumber, Error> {
    if let Ok(manifest) = serde_json::from_slice::<Manifest>(manifest) {
        return Ok(manifest.edition);
    }
    let name = folder.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let number = name.strip_prefix("edition-").and_then(|number| number.parse().ok());
    number.map(EditionNumber).ok_or(Error::NotAnEdition)
}

/// The places of the values that differ between two JSON files, at most twenty.
fn figures_that_differ(there: &[u8], expected: &[u8]) -> Vec<Difference> {
    let (Ok(there), Ok(expected)) = (serde_json::from_slice(there), serde_json::from_slice(expected)) else {
        return Vec::new();
    };
    let mut places = Vec::new();
    compare("", &there, &expected, &mut places);
    places.truncate(20);
    places.into_iter().map(Difference::Figure).collect()
}

fn compare(place: &str, there: &Value, expected: &Value, places: &mut Vec<String>) {
    match (there, expected) {
        (Value::Object(a), Value::Object(b)) => {
            let keys: BTreeSet<&String> = a.keys().chain(b.keys()).collect();
            for key in keys {
                let nothing = Value::Null;
                let (a, b) = (a.get(key).unwrap_or(&nothing), b.get(key).unwrap_or(&nothing));
                compare(&format!("{place}/{key}"), a, b, places);
            }
        }
        (Value::Array(a), Value::Array(b)) if a.len() == b.len() => {
            for (at, (a, b)) in a.iter().zip(b).enumerate() {
                compare(&format!("{place}/{at}"), a, b, places);
            }
        }
        (a, b) if a != b => places.push(place.to_owned()),
        _ => {}
    }
}
