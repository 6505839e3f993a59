//! Frozen records: read back in parts, never changed.

use diesel::prelude::*;
use hmac::{Hmac, KeyInit, Mac};
use model::EditionNumber;
use sha2::Sha256;

use crate::editions::{column, count};
use crate::events::to_hex;
use crate::schema::{events, frozen_parts, frozen_records};
use crate::{Error, Store};

/// What stands beside the bytes of a frozen record.
#[derive(Clone, PartialEq, Eq)]
pub struct FrozenMeta {
    /// The revision.
    pub revision: u32,
    /// HMAC-SHA-256 of all its bytes under `key`, in hexadecimal.
    pub hmac: String,
    /// The record's own random key. Never published.
    pub key: Vec<u8>,
    /// The end of the event chain before the freeze, in hexadecimal.
    pub chain_head_at_freeze: String,
    /// How many bytes it has.
    pub length: u64,
}

/// Without the key.
impl std::fmt::Debug for FrozenMeta {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("FrozenMeta")
            .field("revision", &self.revision)
            .field("hmac", &self.hmac)
            .field("chain_head_at_freeze", &self.chain_head_at_freeze)
            .field("length", &self.length)
            .finish_non_exhaustive()
    }
}

/// Record key, HMAC, head of the chain, length.
type RecordRow = (Vec<u8>, Vec<u8>, Vec<u8>, i64);

const RECORD: &str = "the frozen record is not the one that was frozen";

impl Store {
    /// Hands the bytes of a frozen record over, in order, in pieces of at most 1 MiB.
    ///
    /// `Broken`, once all is handed over, where the bytes are not those that were frozen: their HMAC is not the one
    /// kept beside them, or that one is not the commitment of the event of the freeze.
    pub fn read_frozen(
        &self,
        number: EditionNumber,
        revision: u32,
        sink: &mut dyn FnMut(&[u8]) -> Result<(), Error>,
    ) -> Result<FrozenMeta, Error> {
        let (edition, revision) = (column(number)?, count(revision)?);
        self.read(|db| {
            let row: Option<RecordRow> = frozen_records::table
                .find((edition, revision))
                .select((
                    frozen_records::record_key,
                    frozen_records::hmac,
                    frozen_records::chain_head,
                    frozen_records::length,
                ))
                .first(db)
                .optional()?;
            let Some((key, hmac, chain_head, length)) = row else {
                return Err(Error::NotFound(format!(
                    "frozen record of edition {number}, revision {revision}"
                )));
            };
            let committed: Option<Option<Vec<u8>>> = events::table
                .select(events::commitment)
                .filter(events::kind.eq("edition-frozen"))
                .filter(events::subject_id.eq(number.to_string()))
                .order(events::sequence.desc())
                .first(db)
                .optional()?;
            let mut mac =
                Hmac::<Sha256>::new_from_slice(&key).map_err(|_| Error::Broken(RECORD.to_owned()))?;
            let mut part = 0;
            loop {
                let bytes: Option<Vec<u8>> = frozen_parts::table
                    .find((edition, revision, part))
                    .select(frozen_parts::bytes)
                    .first(db)
                    .optional()?;
                let Some(bytes) = bytes else { break };
                mac.update(&bytes);
                sink(&bytes)?;
                part += 1;
            }
            if mac.verify_slice(&hmac).is_err() || committed.flatten().as_ref() != Some(&hmac) {
                return Err(Error::Broken(RECORD.to_owned()));
            }
            Ok(FrozenMeta {
                revision: revision.unsigned_abs(),
                hmac: to_hex(&hmac),
                key,
                chain_head_at_freeze: to_hex(&chain_head),
                length: length.unsigned_abs(),
            })
        })
    }
}
