//! Two batches at once: only one publishes an edition, the other waits or says so.

use std::time::Duration;

use model::EditionNumber;

use crate::db::Lock;
use crate::{Error, Store};

/// The right to publish one edition; dropping it gives it back, and so does being killed.
pub struct PublishingLock {
    _lock: Lock,
}

impl Store {
    /// Waits at most `wait` for the right to publish this edition; `Conflict` when another process keeps it that long.
    pub fn publishing_lock(&self, number: EditionNumber, wait: Duration) -> Result<PublishingLock, Error> {
        let lock = Lock::take(self.address(), &format!("edition-{number}"), wait)?;
        Ok(PublishingLock { _lock: lock })
    }
}
