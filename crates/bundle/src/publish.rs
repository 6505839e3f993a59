//! Publishing: the files that stand in a folder become the edition, once.

use std::fs;
use std::path::Path;
use std::time::Duration;

use model::EditionNumber;
use sha2::{Digest, Sha256};
use store::Store;

use crate::edition::hex;
use crate::verify::{Verified, verify_files};
use crate::{Error, manifest};

/// Publishes the files that [`make`](crate::make) made in `out/edition-N`.
///
/// Its own checks come first: every byte and figure must follow from the frozen record, and no protected figure
/// from the published ones. Publishing the same again changes nothing.
pub fn publish(store: &Store, number: EditionNumber, out: &Path) -> Result<Verified, Error> {
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
    if verified.differences.is_empty() {
        let manifest = fs::read(folder.join(manifest::NAME))?;
        let hash = hex(&Sha256::digest(manifest));
        store.mark_published(number, verified.revision, &hash).map_err(|error| match error {
            store::Error::Conflict(_) => Error::PublishedOtherwise,
            other => Error::Store(other),
        })?;
    }
    Ok(verified)
}
