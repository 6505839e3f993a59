//! Freezing an edition: one command collects what it is made of, marks the signals it takes, and keeps the
//! record that is made of them. Nothing changes the edition after that.
//!
//! The caller encodes the record in its own thread; the writer hands it pages of rows and takes parts back, all
//! inside one transaction, so that neither side ever holds the whole edition.

mod collect;
mod missing;

use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use diesel::prelude::*;
use hmac::{Hmac, KeyInit, Mac};
use model::{EditionNumber, EditionState, SignalReference};
use serde_json::json;
use sha2::Sha256;

use crate::editions::column;
use crate::events::{Event, to_hex};
use crate::material::{CountRow, Material, Withheld};
use crate::schema::{editions, frozen_parts, frozen_records, frozen_topics};
use crate::writer::Writing;
use crate::{Error, Store};
use collect::{Collected, Pages};
pub use missing::{MissingPlace, MissingText, missing_half};

/// The countable rows of an edition, in an order that says nothing about who filed when.
pub trait Rows {
    /// The next row; none after the last.
    fn next(&mut self) -> Result<Option<CountRow>, Error>;
}

/// Where the bytes of the frozen record go.
pub trait Parts {
    /// Appends bytes, however many.
    fn write(&mut self, bytes: &[u8]) -> Result<(), Error>;
}

/// Makes the bytes of a frozen record from the material and the rows of an edition.
pub type Encode<'a> = dyn FnMut(&Material, &mut dyn Rows, &mut dyn Parts) -> Result<(), Error> + 'a;

/// What a freeze did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreezeReport {
    /// The revision that was frozen.
    pub revision: u32,
    /// How many signals the edition took.
    pub signals: u64,
    /// How many structural signals it prints.
    pub printed: u32,
    /// Which it leaves out, and why.
    pub withheld: Vec<Withheld>,
    /// How many bytes the frozen record has.
    pub length: u64,
    /// HMAC-SHA-256 of the record under its own key, in hexadecimal.
    pub hmac: String,
}

/// Why an edition was not frozen. Nothing changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FreezeError {
    /// Structural signals written for this edition name signals that were never imported.
    Unresolved(Vec<SignalReference>),
    /// The store, or whoever encodes, failed.
    Store(Error),
}

impl std::fmt::Display for FreezeError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unresolved(references) => write!(f, "{} signals named but not imported", references.len()),
            Self::Store(error) => error.fmt(f),
        }
    }
}

impl std::error::Error for FreezeError {}

impl From<Error> for FreezeError {
    fn from(error: Error) -> Self {
        Self::Store(error)
    }
}

/// A frozen record is kept in parts of at most this many bytes.
const PART: usize = 1 << 20;

impl Store {
    /// Freezes an edition into the bytes that `encode` writes.
    ///
    /// It takes every accepted signal observed up to the end of its period that no earlier edition took. A
    /// structural signal without the four criteria, the full text or every agreement is left out. `Conflict`
    /// when it was frozen before, or when an earlier edition is still open. `encode` must not write to the
    /// store itself: the writer is waiting for it.
    pub fn freeze(
        &self,
        number: EditionNumber,
        encode: &mut Encode<'_>,
    ) -> Result<FreezeReport, FreezeError> {
        let (ask, asked) = sync_channel(2);
        let (give, given) = sync_channel(1);
        let answer = self.writer().send_alone(move |writing| work(writing, number, &asked, &give))?;
        // Where the writer refuses, it hands nothing over and its answer says why.
        if let Ok(Given::Material(material)) = given.recv() {
            let mut rows = RowsHere { ask: &ask, given: &given, page: Vec::new().into_iter(), ended: false };
            let mut parts = PartsHere { ask: &ask, buffer: Vec::new() };
            let outcome = encode(&material, &mut rows, &mut parts).and_then(|()| parts.finish());
            if let Err(error) = outcome {
                drop(ask);
                // A writer that failed is the cause of what the encoder saw.
                let cause = answer.wait().err().filter(|error| !is_abandoned(error));
                return Err(cause.unwrap_or(error).into());
            }
        }
        drop(ask);
        answer.wait()?.map_err(FreezeError::Unresolved)
    }
}

enum Ask {
    Page,
    Part(Vec<u8>),
    Done,
}

enum Given {
    Material(Box<Material>),
    Page(Vec<CountRow>),
}

const ABANDONED: &str = "the frozen record was not finished";

fn is_abandoned(error: &Error) -> bool {
    matches!(error, Error::Conflict(detail) if detail == ABANDONED)
}

fn gone() -> Error {
    Error::Unavailable("the writer gave the freeze up".to_owned())
}

struct RowsHere<'a> {
    ask: &'a SyncSender<Ask>,
    given: &'a Receiver<Given>,
    page: std::vec::IntoIter<CountRow>,
    ended: bool,
}

impl Rows for RowsHere<'_> {
    fn next(&mut self) -> Result<Option<CountRow>, Error> {
        if let Some(row) = self.page.next() {
            return Ok(Some(row));
        }
        if self.ended {
            return Ok(None);
        }
        self.ask.send(Ask::Page).map_err(|_| gone())?;
        match self.given.recv() {
            Ok(Given::Page(rows)) => {
                self.ended = rows.is_empty();
                self.page = rows.into_iter();
                Ok(self.page.next())
            }
            _ => Err(gone()),
        }
    }
}

struct PartsHere<'a> {
    ask: &'a SyncSender<Ask>,
    buffer: Vec<u8>,
}

impl Parts for PartsHere<'_> {
    fn write(&mut self, mut bytes: &[u8]) -> Result<(), Error> {
        while !bytes.is_empty() {
            let (fits, rest) = bytes.split_at(bytes.len().min(PART - self.buffer.len()));
            self.buffer.extend_from_slice(fits);
            bytes = rest;
            if self.buffer.len() == PART {
                self.ask.send(Ask::Part(std::mem::take(&mut self.buffer))).map_err(|_| gone())?;
            }
        }
        Ok(())
    }
}

impl PartsHere<'_> {
    fn finish(self) -> Result<(), Error> {
        if !self.buffer.is_empty() {
            self.ask.send(Ask::Part(self.buffer)).map_err(|_| gone())?;
        }
        self.ask.send(Ask::Done).map_err(|_| gone())
    }
}

fn work(
    writing: &mut Writing<'_>,
    number: EditionNumber,
    asked: &Receiver<Ask>,
    give: &SyncSender<Given>,
) -> Result<Result<FreezeReport, Vec<SignalReference>>, Error> {
    let Collected { material, printed_ids } = match collect::collect(writing.db, number, writing.today)? {
        Ok(collected) => collected,
        Err(unresolved) => return Ok(Err(unresolved)),
    };
    let taken = collect::take_signals(writing.db, number, material.period.to())?;
    let mut pages = Pages::new(number, &material.printed, &printed_ids)?;
    let (edition, revision) = (column(number)?, crate::editions::count(material.revision)?);
    let (printed, withheld) = (material.printed.len(), material.withheld.clone());
    let keys: Vec<String> = material.printed.iter().map(|printed| printed.key.to_string()).collect();

    let record_key: [u8; 32] = writing.random();
    diesel::insert_into(frozen_records::table)
        .values((
            frozen_records::edition.eq(edition),
            frozen_records::revision.eq(revision),
            frozen_records::record_key.eq(record_key.to_vec()),
            frozen_records::hmac.eq(Vec::<u8>::new()),
            frozen_records::chain_head.eq(crate::events::head_bytes(writing.db)?),
            frozen_records::length.eq(0_i64),
        ))
        .execute(writing.db)?;
    let mut mac = Hmac::<Sha256>::new_from_slice(&record_key)
        .map_err(|_| Error::Broken("a record key of the wrong length".to_owned()))?;
    let mut length = 0_i64;
    let mut part = 0;

    give.send(Given::Material(Box::new(material))).map_err(|_| abandoned())?;
    loop {
        match asked.recv().map_err(|_| abandoned())? {
            Ask::Page => {
                let page = pages.next(writing.db)?;
                give.send(Given::Page(page)).map_err(|_| abandoned())?;
            }
            Ask::Part(bytes) => {
                mac.update(&bytes);
                length +=
                    i64::try_from(bytes.len()).map_err(|_| Error::Broken("a part too long".to_owned()))?;
                diesel::insert_into(frozen_parts::table)
                    .values((
                        frozen_parts::edition.eq(edition),
                        frozen_parts::revision.eq(revision),
                        frozen_parts::part.eq(part),
                        frozen_parts::bytes.eq(bytes),
                    ))
                    .execute(writing.db)?;
                part += 1;
            }
            Ask::Done => break,
        }
    }

    let hmac = mac.finalize().into_bytes().to_vec();
    diesel::update(frozen_records::table.find((edition, revision)))
        .set((frozen_records::hmac.eq(&hmac), frozen_records::length.eq(length)))
        .execute(writing.db)?;
    for id in &printed_ids {
        diesel::insert_into(frozen_topics::table)
            .values((
                frozen_topics::edition.eq(edition),
                frozen_topics::revision.eq(revision),
                frozen_topics::structural_id.eq(*id),
            ))
            .execute(writing.db)?;
    }
    diesel::update(editions::table.find(edition))
        .set((editions::state.eq(EditionState::Frozen.code()), editions::revision.eq(revision)))
        .execute(writing.db)?;
    let left_out: Vec<_> =
        withheld.iter().map(|one| json!({ "key": one.key.as_str(), "reason": one.reason.code() })).collect();
    let detail = json!({ "revision": revision, "signals": taken, "printed": keys, "withheld": left_out });
    let mut event = Event::new("edition-frozen", "edition", number, detail);
    event.commitment = Some(hmac.clone());
    writing.record(event);
    Ok(Ok(FreezeReport {
        revision: revision.unsigned_abs(),
        signals: taken,
        printed: u32::try_from(printed).unwrap_or(u32::MAX),
        withheld,
        length: length.unsigned_abs(),
        hmac: to_hex(&hmac),
    }))
}

/// Whoever encodes stopped: its own error says why.
fn abandoned() -> Error {
    Error::Conflict(ABANDONED.to_owned())
}
