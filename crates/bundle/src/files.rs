//! Files on disk: an edition's folder appears whole or not at all.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use model::{EditionNumber, Language};
use store::Store;

use crate::Error;
use crate::edition::{Scope, Step, edition_files, read};
use crate::manifest::{self, Manifest};

/// What [`make`] made.
#[derive(Debug, Clone)]
pub struct Made {
    /// The folder, `OUT/edition-N`.
    pub folder: PathBuf,
    /// The names of the files in it.
    pub names: Vec<String>,
    /// Pages per language.
    pub pages: BTreeMap<Language, usize>,
    /// The same files stood there already.
    pub unchanged: bool,
}

/// How long a second batch waits for the first.
const WAIT: Duration = Duration::from_secs(60);

/// Makes the files of a frozen edition in `out/edition-N`.
///
/// They are written beside it first and appear by one rename: a batch that is killed leaves no half edition. A
/// second batch on the same edition waits for the first, or says that it is busy. A published revision is never
/// replaced by other content.
pub fn make(
    store: &Store,
    number: EditionNumber,
    scope: Scope<'_>,
    out: &Path,
    progress: &mut dyn FnMut(Step),
) -> Result<Made, Error> {
    let lock = store.publishing_lock(number, WAIT).map_err(|error| match error {
        store::Error::Conflict(_) => Error::Busy,
        other => Error::Store(other),
    })?;
    let record = read(store, number)?;
    let edition = edition_files(&record, scope, progress)?;
    let folder = out.join(format!("edition-{number}"));
    let standing = standing_manifest(&folder);
    // Also where nothing has to be written: a batch may have been killed after its files stood.
    clear_leftovers(out, &folder)?;
    let unchanged = same_files(&folder, &edition.files);
    if !unchanged {
        let published = store
            .editions()?
            .iter()
            .any(|other| other.number == number && other.state == model::EditionState::Published);
        let revision = record.frozen.header.revision;
        if published && standing.as_ref().is_some_and(|manifest| manifest.revision == revision) {
            return Err(Error::PublishedOtherwise);
        }
        if folder.exists() && !is_ours(&folder, standing.as_ref(), &record.meta.hmac) {
            return Err(Error::ForeignFolder(folder));
        }
        put(out, &folder, &edition.files)?;
    }
    progress(Step::Written);
    drop(lock);
    Ok(Made { folder, names: edition.files.into_keys().collect(), pages: edition.pages, unchanged })
}

/// Whether files of this revision of an edition stand in `out/edition-N`; whether they are right is for
/// [`verify`](crate::verify()) to say.
pub fn is_made(out: &Path, number: EditionNumber, revision: u32) -> bool {
    let standing = standing_manifest(&out.join(format!("edition-{number}")));
    standing.is_some_and(|manifest| (manifest.edition, manifest.revision) == (number, revision))
}

fn standing_manifest(folder: &Path) -> Option<Manifest> {
    serde_json::from_slice(&fs::read(folder.join(manifest::NAME)).ok()?).ok()
}

/// Whether a folder holds an edition of this record and nothing else: only that is ever replaced.
fn is_ours(folder: &Path, standing: Option<&Manifest>, hmac: &str) -> bool {
    let Ok(names) = names(folder) else { return false };
    let known = |name: &str| {
        name == manifest::NAME
            || standing.is_some_and(|manifest| manifest.files.iter().any(|file| file.name == name))
    };
    let same_record = standing.is_none_or(|manifest| manifest.frozen_record_hmac_sha256 == hmac);
    same_record && names.iter().all(|name| known(name))
}

fn same_files(folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> bool {
    files.iter().all(|(name, bytes)| fs::read(folder.join(name)).is_ok_and(|there| there == *bytes))
        && names(folder).is_ok_and(|names| names.len() == files.len())
}

/// Every file in a folder and in the folders within it, by its path from there with slashes; an empty folder counts as a file.
pub fn names(folder: &Path) -> std::io::Result<Vec<String>> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let inside = if entry.file_type()?.is_dir() { names(&entry.path())? } else { Vec::new() };
        if inside.is_empty() {
            found.push(name);
        } else {
            found.extend(inside.into_iter().map(|file| format!("{name}/{file}")));
        }
    }
    Ok(found)
}

/// Writes all files into a hidden folder beside `folder`, makes them durable, and renames.
fn put(out: &Path, folder: &Path, files: &BTreeMap<String, Vec<u8>>) -> Result<(), Error> {
    fs::create_dir_all(out)?;
    let name = name_of(folder);
    let beside = tempfile::Builder::new().prefix(&format!(".{name}.")).suffix(".part").tempdir_in(out)?;
    let mut folders = BTreeSet::new();
    for (file, bytes) in files {
        let path = beside.path().join(file);
        if let Some(within) = path.parent().filter(|within| *within != beside.path()) {
            fs::create_dir_all(within)?;
            folders.insert(within.to_owned());
        }
        let mut opened = File::create(path)?;
        opened.write_all(bytes)?;
        opened.sync_all()?;
    }
    for within in folders {
        set_readable(&within)?;
        File::open(within)?.sync_all()?;
    }
    set_readable(beside.path())?;
    File::open(beside.path())?.sync_all()?;
    let replaced = out.join(format!(".{name}.replaced.part"));
    if folder.exists() {
        fs::rename(folder, &replaced)?;
    }
    fs::rename(beside.keep(), folder)?;
    File::open(out)?.sync_all()?;
    if replaced.exists() {
        fs::remove_dir_all(replaced)?;
    }
    Ok(())
}

/// Removes what a killed batch on the same edition left behind; the publishing lock says that nobody is at work on it.
fn clear_leftovers(out: &Path, folder: &Path) -> Result<(), Error> {
    if !out.exists() {
        return Ok(());
    }
    let prefix = format!(".{}.", name_of(folder));
    for entry in fs::read_dir(out)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|file| file.to_str());
        if name.is_some_and(|file| file.starts_with(&prefix) && file.ends_with(".part")) {
            fs::remove_dir_all(path)?;
        }
    }
    Ok(())
}

fn name_of(folder: &Path) -> &str {
    folder.file_name().and_then(|name| name.to_str()).unwrap_or("edition")
}

/// A temporary folder is private; an edition is not.
#[cfg(unix)]
fn set_readable(folder: &Path) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    Ok(fs::set_permissions(folder, fs::Permissions::from_mode(0o755))?)
}

#[cfg(not(unix))]
fn set_readable(_folder: &Path) -> Result<(), Error> {
    Ok(())
}
