//! What typesets for the web service: the batch, which has the typesetter.

use std::sync::Arc;

use bundle::FreezeFailure;
use chrono::NaiveDate;
use model::{EditionNumber, Language};
use store::Store;
use web::{Error, Foreseeing, Press};

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

    fn foresee(&self, store: &Store, today: NaiveDate) -> Result<Foreseeing, Error> {
        match bundle::foresee(store, today) {
            Ok(None) => Ok(Foreseeing::Nothing),
            Ok(Some(seen)) => Ok(Foreseeing::Seen(Box::new(seen))),
            Err(FreezeFailure::MissingSignals(signals)) => Ok(Foreseeing::MissingSignals(signals.len())),
            Err(FreezeFailure::Refused(bundle::Error::Store(error))) => Err(Error::Store(error)),
            Err(FreezeFailure::Refused(other)) => Err(Error::Broken(other.to_string())),
        }
    }
}
