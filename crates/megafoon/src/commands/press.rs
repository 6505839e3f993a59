//! What typesets for the web service: the batch, which has the typesetter.

use std::sync::Arc;

use model::{EditionNumber, Language};
use store::Store;
use web::{Error, Press};

/// The press of `serve` and `demo`.
pub fn bundles() -> Arc<dyn Press> {
    Arc::new(Bundles)
}

#[derive(Debug)]
struct Bundles;

impl Press for Bundles {
    fn pack(&self, store: &Store, edition: EditionNumber, language: Language) -> Result<Vec<u8>, Error> {
        bundle::pack(store, edition, language).map_err(|error| match error {
            bundle::Error::Store(error) => Error::Store(error),
            other => Error::Broken(other.to_string()),
        })
    }
}
