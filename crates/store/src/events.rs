//! The event log: every change of state, each hashed together with the one before it.
//!
//! Changing, removing or reordering any event breaks the chain from there; cutting off its end shows against a
//! head that was printed before (`chain_contains`).

use chrono::{Datelike, NaiveDate};
use diesel::prelude::*;
use sha2::{Digest, Sha256};

use crate::db::{Db, insert_all};
use crate::schema::{chain_head, events};
use crate::{Error, Store};

/// A change of state, before it has its place in the chain: codes and ids, no text, no time of day.
#[derive(Debug, Clone)]
pub(crate) struct Event {
    /// What happened, as a code.
    pub kind: &'static str,
    /// To which sort of thing.
    pub subject: &'static str,
    /// To which one: an id, a code or a number.
    pub subject_id: String,
    /// Further codes and ids: a JSON object with sorted keys.
    pub detail: serde_json::Value,
    /// HMAC-SHA-256 of what was written or frozen, under a key that is wiped with it.
    pub commitment: Option<Vec<u8>>,
}

impl Event {
    /// An event without a commitment.
    pub fn new(
        kind: &'static str,
        subject: &'static str,
        subject_id: impl ToString,
        detail: serde_json::Value,
    ) -> Self {
        Self { kind, subject, subject_id: subject_id.to_string(), detail, commitment: None }
    }
}

/// What a check of the whole chain found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChainReport {
    /// How many events there are.
    pub events: u64,
    /// The end of the chain, in hexadecimal.
    pub head: String,
    /// The sequence number of the first event that does not follow from the one before; one past the last where the end is missing.
    pub broken_at: Option<i64>,
}

impl Store {
    /// Recomputes the whole chain.
    pub fn check_chain(&self) -> Result<ChainReport, Error> {
        self.read(check)
    }

    /// Whether the chain ever ended in this head (as printed in a manifest, in hexadecimal).
    pub fn chain_contains(&self, head: &str) -> Result<bool, Error> {
        let Some(head) = from_hex(head) else { return Ok(false) };
        if head == ROOT {
            return Ok(true);
        }
        self.read(move |db| {
            let mut after = 0;
            loop {
                // The log is searched in order: an index over every hash would cost each filing for the sake of a rare question.
                let page: Vec<(i64, Vec<u8>)> = events::table
                    .select((events::sequence, events::hash))
                    .filter(events::sequence.gt(after))
                    .order(events::sequence)
                    .limit(PAGE)
                    .load(db)?;
                let Some((last, _)) = page.last() else { return Ok(false) };
                after = *last;
                if page.iter().any(|(_, hash)| *hash == head) {
                    return Ok(true);
                }
            }
        })
    }
}

/// The end of an empty chain.
const ROOT: [u8; 32] = [0; 32];
const PAGE: i64 = 5_000;

#[derive(Queryable, Selectable, Insertable)]
#[diesel(table_name = events)]
#[diesel(treat_none_as_default_value = false)]
struct EventRow {
    sequence: i64,
    day: NaiveDate,
    kind: String,
    subject: String,
    subject_id: String,
    detail: String,
    commitment: Option<Vec<u8>>,
    previous: Vec<u8>,
    hash: Vec<u8>,
}

impl EventRow {
    /// SHA-256 over every other column, each with its length before it, so that no two rows encode alike.
    fn computed_hash(&self) -> Vec<u8> {
        let mut hasher = Sha256::new();
        let mut field = |bytes: &[u8]| {
            hasher.update((bytes.len() as u64).to_be_bytes());
            hasher.update(bytes);
        };
        field(&self.sequence.to_be_bytes());
        field(&self.day.num_days_from_ce().to_be_bytes());
        field(self.kind.as_bytes());
        field(self.subject.as_bytes());
        field(self.subject_id.as_bytes());
        field(self.detail.as_bytes());
        match &self.commitment {
            Some(commitment) => field(commitment),
            // An absent commitment is not an empty one.
            None => hasher.update(u64::MAX.to_be_bytes()),
        }
        hasher.update(&self.previous);
        hasher.finalize().to_vec()
    }
}

/// Appends the events of a transaction; the last thing it does before the commit.
pub(crate) fn chain(db: &mut Db, day: NaiveDate, collected: &[Event]) -> Result<(), Error> {
    if collected.is_empty() {
        return Ok(());
    }
    let (mut sequence, mut previous) = db.lock_head()?;
    let rows: Vec<EventRow> = collected
        .iter()
        .map(|event| {
            sequence += 1;
            let mut row = EventRow {
                sequence,
                day,
                kind: event.kind.to_owned(),
                subject: event.subject.to_owned(),
                subject_id: event.subject_id.clone(),
                // The keys of a JSON object are sorted: the same detail is the same text.
                detail: event.detail.to_string(),
                commitment: event.commitment.clone(),
                previous: previous.clone(),
                hash: Vec::new(),
            };
            row.hash = row.computed_hash();
            previous.clone_from(&row.hash);
            row
        })
        .collect();
    insert_all!(db, events::table, &rows)?;
    diesel::update(chain_head::table)
        .set((chain_head::sequence.eq(sequence), chain_head::hash.eq(previous)))
        .execute(db)?;
    Ok(())
}

/// What happened last to a thing: its number in the log, the code of it and its detail; none where the log does not
/// mention the thing.
pub(crate) fn last_of(
    db: &mut Db,
    subject: &str,
    id: impl ToString,
) -> Result<Option<(i64, String, serde_json::Value)>, Error> {
    let last: Option<(i64, String, String)> = events::table
        .filter(events::subject.eq(subject))
        .filter(events::subject_id.eq(id.to_string()))
        .select((events::sequence, events::kind, events::detail))
        .order(events::sequence.desc())
        .first(db)
        .optional()?;
    // The log holds JSON that this store wrote: what is none is a log that was tampered with, and says nothing.
    Ok(last
        .map(|(sequence, kind, detail)| (sequence, kind, serde_json::from_str(&detail).unwrap_or_default())))
}

/// The numbers of the events of these things that were taken back: events of this kind name them.
pub(crate) fn taken_back<'a>(
    db: &mut Db,
    kind: &str,
    ids: impl IntoIterator<Item = &'a String>,
) -> Result<std::collections::BTreeSet<i64>, Error> {
    let details: Vec<String> = events::table
        .filter(events::subject_id.eq_any(ids.into_iter().collect::<Vec<_>>()))
        .filter(events::kind.eq(kind))
        .select(events::detail)
        .load(db)?;
    let event = |detail: &String| serde_json::from_str::<serde_json::Value>(detail).ok()?["event"].as_i64();
    Ok(details.iter().filter_map(event).collect())
}

/// The number of the last event as this connection sees it.
pub(crate) fn last_sequence(db: &mut Db) -> Result<i64, Error> {
    Ok(chain_head::table.select(chain_head::sequence).first(db)?)
}

/// The end of the chain as this connection sees it, in hexadecimal.
pub(crate) fn head(db: &mut Db) -> Result<String, Error> {
    Ok(to_hex(&head_bytes(db)?))
}

/// The end of the chain as this connection sees it.
pub(crate) fn head_bytes(db: &mut Db) -> Result<Vec<u8>, Error> {
    Ok(chain_head::table.select(chain_head::hash).first(db)?)
}

pub(crate) fn check(db: &mut Db) -> Result<ChainReport, Error> {
    let (end, head): (i64, Vec<u8>) =
        chain_head::table.select((chain_head::sequence, chain_head::hash)).first(db)?;
    let count: i64 = events::table.count().get_result(db)?;
    let mut report = ChainReport { events: count.unsigned_abs(), head: to_hex(&head), broken_at: None };
    let mut sequence = 0;
    let mut previous = ROOT.to_vec();
    loop {
        let page: Vec<EventRow> = events::table
            .select(EventRow::as_select())
            .filter(events::sequence.gt(sequence))
            .order(events::sequence)
            .limit(PAGE)
            .load(db)?;
        if page.is_empty() {
            break;
        }
        for row in page {
            if row.sequence != sequence + 1 || row.previous != previous || row.hash != row.computed_hash() {
                report.broken_at = Some(sequence + 1);
                return Ok(report);
            }
            sequence = row.sequence;
            previous = row.hash;
        }
    }
    if sequence != end || previous != head {
        report.broken_at = Some(sequence + 1);
    }
    Ok(report)
}

pub(crate) fn to_hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing into a String does not fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if !text.is_ascii() || !text.len().is_multiple_of(2) {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}
