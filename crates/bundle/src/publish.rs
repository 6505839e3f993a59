//! Publishing: the files that stand in a folder become the edition, once.

use std::fs;
use std::path::Path;
use std::time::Duration;

use audit::{Printed, Published as Tables, Report};
use model::{EditionNumber, EditionState, Language};
use sha2::{Digest, Sha256};
use store::Store;
use wording::Wording;

use crate::brief;
use crate::edition::{Scope, hex, published as recounted, read};
use crate::inside::{Audited, audit_frozen};
use crate::naming::Naming;
use crate::verify::{Verified, verify_files};
use crate::{Error, manifest};

/// What was tried on an edition before it was published. It is published only where nothing was found.
#[derive(Debug, Clone)]
pub struct Published {
    /// Every byte and figure, made again from the frozen record.
    pub verified: Verified,
    /// The attack of a stranger on all editions that share months with it; none where the files differ.
    pub outside: Option<Report>,
    /// Every number of every file; none where the files differ.
    pub printed: Option<Printed>,
    /// The attack with the record; none where the files differ.
    pub inside: Option<Audited>,
}

impl Published {
    /// Whether it was published.
    pub fn is_published(&self) -> bool {
        self.outside.as_ref().is_some_and(|report| report.findings.is_empty())
            && self.printed.as_ref().is_some_and(|printed| printed.strays.is_empty())
            && self.inside.as_ref().is_some_and(|audited| audited.inside.wrong.is_empty())
    }
}

/// Publishes the files that [`make`](crate::make) made in `out/edition-N`.
///
/// The checks come first: every byte and figure must follow from the frozen record; and by the audit, which shares nothing
/// with what made them, no protected figure may follow from published ones, for a stranger or for any organisation, no
/// number may be printed that stands in no table, and no kept table may fail to add up. Publishing the same again changes nothing.
pub fn publish(store: &Store, number: EditionNumber, out: &Path) -> Result<Published, Error> {
    let _lock = store.publishing_lock(number, Duration::from_secs(60)).map_err(|error| match error {
        store::Error::Conflict(_) => Error::Busy,
        other => Error::Store(other),
    })?;
    let folder = out.join(format!("edition-{number}"));
    let verified = verify_files(store, &folder)?;
    if verified.edition != number {
        return Err(Error::NotAnEdition);
    }
    if !["nl", "fr"].iter().all(|language| folder.join(format!("bundle.{language}.pdf")).is_file()) {
        return Err(Error::LanguageMissing);
    }
    let header = read(store, number)?.frozen.header;
    let naming = Naming { header: &header, wording: Wording::new(Language::Nl) };
    let authorities = Scope::ALL.authorities(naming);
    if !authorities.iter().all(|authority| folder.join(brief::name(*authority, naming)).is_file()) {
        return Err(Error::BriefMissing);
    }
    let mut tried = Published { verified, outside: None, printed: None, inside: None };
    if !tried.verified.differences.is_empty() {
        return Ok(tried);
    }
    let unreadable = |_| Error::Internal("tables.json cannot be read");
    let tables: Tables =
        serde_json::from_slice(&fs::read(folder.join("tables.json"))?).map_err(unreadable)?;
    let mut live = earlier(store, number)?;
    live.push(tables.clone());
    tried.outside = Some(audit::attack(&live, &[]).map_err(Error::Audit)?);
    // What an edition prints of the one before, that one published.
    let previous = header.previous;
    let previous: Option<Tables> =
        previous.map(|previous| serde_json::from_value(previous.tables)).transpose().map_err(unreadable)?;
    let read = |name: &String| Ok::<_, Error>((name.clone(), fs::read(folder.join(name))?));
    let files = tried.verified.files.iter().map(read).collect::<Result<_, _>>()?;
    tried.printed = Some(audit::printed(&tables, previous.as_slice(), &files).map_err(Error::Audit)?);
    tried.inside = Some(audit_frozen(store, &tables)?);
    if tried.is_published() {
        let manifest = fs::read(folder.join(manifest::NAME))?;
        let hash = hex(&Sha256::digest(manifest));
        store.mark_published(number, tried.verified.revision, &hash).map_err(|error| match error {
            store::Error::Conflict(_) => Error::PublishedOtherwise,
            other => Error::Store(other),
        })?;
    }
    Ok(tried)
}

/// The tables of the published editions that share months with this one, as their records give them.
fn earlier(store: &Store, number: EditionNumber) -> Result<Vec<Tables>, Error> {
    let editions = store.editions()?;
    let Some(this) = editions.iter().find(|edition| edition.number == number) else { return Ok(Vec::new()) };
    let lives = |edition: &&model::Edition| {
        edition.number != number
            && edition.state == EditionState::Published
            && !edition.period.is_disjoint_from(this.period)
    };
    let read = |edition: &model::Edition| {
        let document = recounted(store, edition.number)?;
        let tables = serde_json::to_value(&document).and_then(serde_json::from_value);
        tables.map_err(|_| Error::Internal("tables.json cannot be read"))
    };
    editions.iter().filter(lives).map(read).collect()
}
