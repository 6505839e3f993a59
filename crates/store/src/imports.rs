//! `import signals`: checked rows come in batches between other commands, and become visible all at once.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use diesel::prelude::*;
use model::{AccountId, SignalState, Submission};
use serde_json::json;

use crate::columns::{Id, Sealed};
use crate::db::{Lock, insert_all};
use crate::events::Event;
use crate::filing::{DONE, SignalRow, SignalText, digest_key, visible, written};
use crate::schema::{filings, imports, search_waiting, signals, text_versions, texts};
use crate::submit::attribute;
use crate::texts::{TextRow, VersionRow, keyed};
use crate::writer::{Answer, Writing};
use crate::{Error, Store};

/// How an import takes its rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ImportHow {
    /// Coordinators: the signals are accepted as filed. Otherwise they are pre-signals.
    pub accept: bool,
    /// Keeps the good rows of a file in which others are refused. Otherwise such a file leaves nothing.
    pub accept_valid: bool,
    /// Who files them, where somebody does: that account sees what becomes of each, and each gets a receipt.
    pub filer: Option<AccountId>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ImportReport {
    /// Signals that are now there and were not. None where a refused row kept the whole file out.
    pub added: u64,
    /// Rows that were there already, word for word.
    pub already_there: u64,
    /// Of those, the pre-signals with a reference that this import accepted.
    pub accepted_now: u64,
    /// Refused rows, by index from 0: their organisation used their reference before, for something else.
    pub repeated_differently: Vec<u64>,
}

/// The lock that keeps two imports apart.
pub(crate) const LOCK: &str = "import";

/// Rows per command: few enough that a filing between two of them does not wait long.
const BATCH: usize = 1_000;

/// The state of an import whose rows nobody sees yet.
pub(crate) const RUNNING: &str = "running";

impl Store {
    /// Imports checked rows. Nothing of them is visible before all of them are.
    ///
    /// `progress` hears how many rows are done. One import runs at a time; a second one is a `Conflict`.
    /// A row is known again by organisation and reference, or without a reference by a keyed digest of the
    /// whole row and its occurrence in the file.
    pub fn import_signals(
        &self,
        how: ImportHow,
        rows: &mut dyn Iterator<Item = Result<Submission, Error>>,
        progress: &mut dyn FnMut(u64),
    ) -> Result<ImportReport, Error> {
        let lock = Lock::take(self.address(), LOCK, Duration::ZERO)?;
        self.remove_unfinished_imports()?;
        let import = self.writer().send(move |writing| begin(writing, how))?.wait()?;
        let mut pre_signals = Vec::new();
        let outcome = self.take_rows(import, how, rows, progress, &mut pre_signals).and_then(|mut report| {
            if report.repeated_differently.is_empty() || how.accept_valid {
                let (added, already) = (report.added, report.already_there);
                let waiting = std::mem::take(&mut pre_signals);
                let finished =
                    move |writing: &mut Writing<'_>| finish(writing, import, added, already, &waiting);
                report.accepted_now = self.writer().send(finished)?.wait()?;
            } else {
                report.added = 0;
                self.remove_unfinished_imports()?;
            }
            Ok(report)
        });
        if outcome.is_err() {
            // The first error is the one to tell; what stays behind is removed by the next import or start.
            let _ = self.remove_unfinished_imports();
        }
        drop(lock);
        outcome
    }

    fn take_rows(
        &self,
        import: Id,
        how: ImportHow,
        rows: &mut dyn Iterator<Item = Result<Submission, Error>>,
        progress: &mut dyn FnMut(u64),
        pre_signals: &mut Vec<Id>,
    ) -> Result<ImportReport, Error> {
        let key = self.read(digest_key)?;
        let mut report = ImportReport::default();
        // How often each row without a reference came by in this file: 64 bits of its digest are enough, since
        // the same file always meets the same numbers.
        let mut occurrences: BTreeMap<u64, i32> = BTreeMap::new();
        let mut index = 0;
        let mut batches = 0_u32;
        let mut waiting: Option<(Answer<Batch>, u64)> = None;
        loop {
            let mut batch = Vec::with_capacity(BATCH);
            for submission in (&mut *rows).take(BATCH) {
                let submission = submission?;
                let digest = keyed(&key, written(&submission)?.as_bytes());
                let occurrence = submission.reference.is_none().then(|| {
                    let start =
                        digest.iter().take(8).fold(0, |number, byte| (number << 8) | u64::from(*byte));
                    let count = occurrences.entry(start).or_insert(0);
                    *count += 1;
                    *count
                });
                batch.push(Incoming { index, digest, occurrence, submission });
                index += 1;
            }
            // The next batch was read while this one was being written.
            if let Some((answer, done)) = waiting.take() {
                let Batch { added, already_there, repeated_differently, waiting } = answer.wait()?;
                pre_signals.extend(waiting);
                report.added += added;
                report.already_there += already_there;
                report.repeated_differently.extend(repeated_differently);
                progress(done);
            }
            if batch.is_empty() {
                return Ok(report);
            }
            batches += 1;
            // After 2, 16, 128, 1,024 … batches the tables are other ones than those that queries were planned for.
            let grown = batches.is_power_of_two() && batches.trailing_zeros() % 3 == 1;
            let answer = self.writer().send(move |writing| {
                let stored = store(writing, import, how, batch)?;
                if grown {
                    writing.db.survey_signals()?;
                }
                Ok(stored)
            })?;
            waiting = Some((answer, index));
        }
    }

    /// Removes the rows of imports that never ended. Only for the holder of the import lock.
    pub(crate) fn remove_unfinished_imports(&self) -> Result<(), Error> {
        while self.writer().send(remove_some)?.wait()? {}
        Ok(())
    }
}

struct Incoming {
    index: u64,
    digest: Vec<u8>,
    occurrence: Option<i32>,
    submission: Submission,
}

#[derive(Default)]
struct Batch {
    added: u64,
    already_there: u64,
    repeated_differently: Vec<u64>,
    /// Pre-signals that were there already, where the import accepts.
    waiting: Vec<Id>,
}

fn begin(writing: &mut Writing<'_>, how: ImportHow) -> Result<Id, Error> {
    let id = Id::from_random(writing.random());
    diesel::insert_into(imports::table)
        .values((
            imports::id.eq(id),
            imports::state.eq(RUNNING),
            imports::accepted.eq(how.accept),
            imports::day.eq(writing.today),
        ))
        .execute(writing.db)?;
    let detail = json!({ "accepted": how.accept, "by": how.filer });
    writing.record(Event::new("import-begun", "import", id, detail));
    Ok(id)
}

/// Makes the rows of an import visible, and accepts the pre-signals it met; how many.
fn finish(
    writing: &mut Writing<'_>,
    import: Id,
    added: u64,
    already_there: u64,
    waiting: &[Id],
) -> Result<u64, Error> {
    let mut accepted = 0;
    for ids in waiting.chunks(BATCH) {
        let waiting = signals::table
            .filter(signals::id.eq_any(ids))
            .filter(signals::state.eq(SignalState::PreSignal.code()));
        accepted += diesel::update(waiting)
            .set(signals::state.eq(SignalState::Accepted.code()))
            .execute(writing.db)?;
        for id in ids {
            let detail = json!({ "import": import.to_string(), "state": SignalState::Accepted.code() });
            writing.record(Event::new("signal-accepted", "signal", *id, detail));
        }
    }
    diesel::update(imports::table.filter(imports::id.eq(import)))
        .set(imports::state.eq(DONE))
        .execute(writing.db)?;
    crate::structural::meet_import(writing, import)?;
    crate::search::renew_import(writing, import)?;
    let detail = json!({ "added": added, "already_there": already_there });
    writing.record(Event::new("import-done", "import", import, detail));
    Ok(accepted as u64)
}

fn store(writing: &mut Writing<'_>, import: Id, how: ImportHow, rows: Vec<Incoming>) -> Result<Batch, Error> {
    let state = if how.accept { SignalState::Accepted } else { SignalState::PreSignal };
    let mut by_reference = known_references(writing, &rows)?;
    let mut by_digest = known_digests(writing, &rows)?;
    let waiting = if state == SignalState::Accepted {
        waiting_pre_signals(writing, &by_reference)?
    } else {
        BTreeMap::new()
    };
    let mut batch = Batch::default();
    let mut new_texts = Vec::with_capacity(rows.len());
    let mut new_versions = Vec::with_capacity(rows.len());
    let mut new_signals = Vec::with_capacity(rows.len());
    for Incoming { index, digest, occurrence, submission } in rows {
        let already_there = match (&submission.reference, occurrence) {
            (Some(reference), _) => {
                let place = (submission.organisation.as_str().to_owned(), reference.clone());
                match by_reference.get(&place) {
                    // A wiped row has no digest left: that its organisation filed it is all that is known.
                    Some(Some(before)) if *before != digest => {
                        batch.repeated_differently.push(index);
                        continue;
                    }
                    Some(_) => true,
                    None => {
                        by_reference.insert(place, Some(digest.clone()));
                        false
                    }
                }
            }
            (None, number) => !by_digest.insert((digest.clone(), number.unwrap_or(1))),
        };
        if already_there {
            batch.already_there += 1;
            let place = submission
                .reference
                .map(|reference| (submission.organisation.as_str().to_owned(), reference));
            batch.waiting.extend(place.and_then(|place| waiting.get(&place)).copied());
            continue;
        }
        let id = Id::from_random(writing.random());
        batch.added += 1;
        let text_id = Id::from_random(writing.random());
        let commitment_key: [u8; 32] = writing.random();
        let body = SignalText::of(&submission).written()?;
        let detail = json!({ "import": import.to_string(), "state": state.code(), "version": 1 });
        let mut event = Event::new("signal-filed", "signal", id, detail);
        event.commitment = Some(keyed(&commitment_key, body.as_bytes()));
        writing.record(event);
        new_texts.push(TextRow { id: text_id, kind: "signal" });
        new_versions.push(VersionRow {
            text_id,
            number: 1,
            body: Some(Sealed::seal(&body)),
            commitment_key: Some(commitment_key.to_vec()),
            digest: Some(digest),
            occurrence,
            day: writing.today,
            wiped_on: None,
        });
        new_signals.push(SignalRow::new(id, text_id, Some(import), state, writing.today, &submission));
    }
    insert_all!(&mut *writing.db, texts::table, &new_texts)?;
    insert_all!(&mut *writing.db, text_versions::table, &new_versions)?;
    insert_all!(&mut *writing.db, signals::table, &new_signals)?;
    if let Some(filer) = how.filer {
        let ids: Vec<Id> = new_signals.iter().map(|signal| signal.id).collect();
        attribute(writing, &ids, Id(filer.uuid()))?;
    }
    Ok(batch)
}

/// The pre-signals of earlier imports among the known references.
fn waiting_pre_signals(
    writing: &mut Writing<'_>,
    known: &ByReference,
) -> Result<BTreeMap<(String, String), Id>, Error> {
    let mut wanted: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (organisation, reference) in known.keys() {
        wanted.entry(organisation).or_default().push(reference);
    }
    let mut waiting = BTreeMap::new();
    for (organisation, references) in wanted {
        let found: Vec<(Option<String>, Id)> = signals::table
            .select((signals::reference, signals::id))
            .filter(signals::organisation.eq(organisation))
            .filter(signals::reference.eq_any(references))
            .filter(signals::state.eq(SignalState::PreSignal.code()))
            .filter(visible())
            .load(writing.db)?;
        let places =
            found.into_iter().filter_map(|(reference, id)| Some(((organisation.to_owned(), reference?), id)));
        waiting.extend(places);
    }
    Ok(waiting)
}

type ByReference = BTreeMap<(String, String), Option<Vec<u8>>>;

/// The digests of the signals that bear one of the references of these rows.
fn known_references(writing: &mut Writing<'_>, rows: &[Incoming]) -> Result<ByReference, Error> {
    let mut wanted: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for row in rows {
        if let Some(reference) = &row.submission.reference {
            wanted.entry(row.submission.organisation.as_str()).or_default().insert(reference);
        }
    }
    // In two steps, each along one index: a join of the two is planned badly while the tables grow.
    let mut found = Vec::new();
    for (organisation, references) in wanted {
        let rows: Vec<(Option<String>, Id)> = signals::table
            .select((signals::reference, signals::text_id))
            .filter(signals::organisation.eq(organisation))
            .filter(signals::reference.eq_any(references))
            .load(writing.db)?;
        found.extend(
            rows.into_iter().filter_map(|(reference, id)| Some(((organisation.to_owned(), reference?), id))),
        );
    }
    if found.is_empty() {
        return Ok(ByReference::new());
    }
    let digests: Vec<(Id, Option<Vec<u8>>)> = text_versions::table
        .select((text_versions::text_id, text_versions::digest))
        .filter(text_versions::text_id.eq_any(found.iter().map(|(_, id)| *id)))
        .filter(text_versions::number.eq(1))
        .load(writing.db)?;
    let digests: BTreeMap<Id, Option<Vec<u8>>> = digests.into_iter().collect();
    Ok(found.into_iter().map(|(place, id)| (place, digests.get(&id).cloned().flatten())).collect())
}

/// Which of the digests of rows without a reference are there, with the occurrences they have.
fn known_digests(writing: &mut Writing<'_>, rows: &[Incoming]) -> Result<BTreeSet<(Vec<u8>, i32)>, Error> {
    let wanted: BTreeSet<&Vec<u8>> =
        rows.iter().filter(|row| row.occurrence.is_some()).map(|row| &row.digest).collect();
    if wanted.is_empty() {
        return Ok(BTreeSet::new());
    }
    let found: Vec<(Option<Vec<u8>>, Option<i32>)> = text_versions::table
        .select((text_versions::digest, text_versions::occurrence))
        .filter(text_versions::digest.eq_any(wanted))
        .filter(text_versions::occurrence.is_not_null())
        .load(writing.db)?;
    Ok(found.into_iter().filter_map(|(digest, occurrence)| digest.zip(occurrence)).collect())
}

/// Removes some rows of an unfinished import; whether more may be left.
fn remove_some(writing: &mut Writing<'_>) -> Result<bool, Error> {
    let unfinished: Option<Id> =
        imports::table.select(imports::id).filter(imports::state.eq(RUNNING)).first(writing.db).optional()?;
    let Some(import) = unfinished else { return Ok(false) };
    let rows: Vec<(Id, Id)> = signals::table
        .select((signals::id, signals::text_id))
        .filter(signals::import_id.eq(import))
        .limit(2_000)
        .load(writing.db)?;
    let (ids, text_ids): (Vec<Id>, Vec<Id>) = rows.into_iter().unzip();
    if ids.is_empty() {
        diesel::update(imports::table.filter(imports::id.eq(import)))
            .set(imports::state.eq("removed"))
            .execute(writing.db)?;
        writing.record(Event::new("import-removed", "import", import, json!({})));
        return Ok(true);
    }
    writing.forget_deleted("text_versions");
    diesel::delete(filings::table.filter(filings::signal_id.eq_any(&ids))).execute(writing.db)?;
    diesel::delete(search_waiting::table.filter(search_waiting::signal_id.eq_any(&ids)))
        .execute(writing.db)?;
    diesel::delete(signals::table.filter(signals::id.eq_any(&ids))).execute(writing.db)?;
    diesel::delete(text_versions::table.filter(text_versions::text_id.eq_any(&text_ids)))
        .execute(writing.db)?;
    diesel::delete(texts::table.filter(texts::id.eq_any(&text_ids))).execute(writing.db)?;
    Ok(true)
}
