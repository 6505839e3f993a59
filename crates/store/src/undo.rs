//! Taking back what a coordinator decided: at once, by whoever decided it; or later, from the log.
//!
//! The log knows what was decided. Nothing is removed from it: that something was taken back is an event of its own, which
//! names the event it takes back. What happened since stays: a decision whose result no longer stands cannot be taken back.

use diesel::prelude::*;
use model::{AccountId, SignalId, SignalState};
use serde_json::{Value, json};

use crate::columns::Id;
use crate::corrections::{self, CORRECTED, POSTPONED, WEIGHED};
use crate::db::Db;
use crate::decide::{UNDOABLE, WRONG_STATE, state_of};
use crate::events::{Event, last_of, taken_back};
use crate::filing::one;
use crate::retention::wipe;
use crate::schema::{events, reasons, same_cases, signals, text_versions};
use crate::writer::Writing;
use crate::{Error, Store};

/// The event that says that another was taken back.
pub(crate) const UNDONE: &str = "signal-step-undone";

/// Whether events of this kind can be taken back at all.
pub(crate) fn is_undoable(kind: &str) -> bool {
    UNDOABLE.contains(&kind) || [CORRECTED, WEIGHED, POSTPONED].contains(&kind)
}

impl Store {
    /// What was done with a signal last, by its number in the log, where this account did it and may take it back.
    pub fn last_step(&self, signal: SignalId, by: AccountId) -> Result<Option<i64>, Error> {
        self.read(|db| Ok(last_decision(db, Id(signal.uuid()), by)?.map(|decision| decision.sequence)))
    }

    /// Takes back what this account decided of a signal; words that went with it are wiped. `Conflict` for whoever did not
    /// decide it, and once anything else happened to the signal, by the same account too.
    pub fn undo(&self, signal: SignalId, event: i64, by: AccountId) -> Result<(), Error> {
        let signal = Id(signal.uuid());
        // Alone: between the look into the log and the step nothing can happen.
        let work = move |writing: &mut Writing<'_>| {
            state_of(writing, signal)?;
            let last = last_decision(writing.db, signal, by)?.filter(|last| last.sequence == event);
            undo(writing, signal, last.ok_or_else(refused)?, by)
        };
        self.writer().send_alone(work)?.wait()
    }

    /// Takes back one event of a signal's log, whoever decided it and however long ago, as long as what it led to still
    /// stands. `Conflict` where it does not, where it was taken back before, and for an event that is no decision.
    pub fn undo_event(&self, signal: SignalId, sequence: i64, by: AccountId) -> Result<(), Error> {
        let signal = Id(signal.uuid());
        let work = move |writing: &mut Writing<'_>| {
            state_of(writing, signal)?;
            let found: Option<(String, String)> = events::table
                .filter(events::sequence.eq(sequence))
                .filter(events::subject.eq("signal"))
                .filter(events::subject_id.eq(signal.to_string()))
                .select((events::kind, events::detail))
                .first(writing.db)
                .optional()?;
            let (kind, detail) = found.ok_or_else(refused)?;
            if taken_back(writing.db, UNDONE, [&signal.to_string()])?.contains(&sequence) {
                return Err(refused());
            }
            let detail = serde_json::from_str(&detail).unwrap_or_default();
            undo(writing, signal, Decision { sequence, kind, detail }, by)
        };
        self.writer().send_alone(work)?.wait()
    }
}

/// A decision as the log has it.
struct Decision {
    sequence: i64,
    kind: String,
    detail: Value,
}

impl Decision {
    fn text(&self, name: &str) -> &str {
        self.detail[name].as_str().unwrap_or_default()
    }
}

fn refused() -> Error {
    Error::Conflict(WRONG_STATE.to_owned())
}

/// What was decided of a signal last, where this account decided it and it still stands.
fn last_decision(db: &mut Db, signal: Id, by: AccountId) -> Result<Option<Decision>, Error> {
    let Some((sequence, kind, detail)) = last_of(db, "signal", signal)? else { return Ok(None) };
    let decision = Decision { sequence, kind, detail };
    if !is_undoable(&decision.kind) || decision.text("by") != by.to_string() {
        return Ok(None);
    }
    let stands = !UNDOABLE.contains(&decision.kind.as_str()) || step_stands(db, signal, &decision)?;
    Ok(stands.then_some(decision))
}

/// Whether a signal stands where a step led it, and no edition took it.
fn step_stands(db: &mut Db, signal: Id, step: &Decision) -> Result<bool, Error> {
    let stands: i64 = signals::table
        .filter(signals::id.eq(signal))
        .filter(signals::state.eq(step.text("state")))
        .filter(signals::edition.is_null())
        .count()
        .get_result(db)?;
    Ok(stands == 1)
}

fn undo(writing: &mut Writing<'_>, signal: Id, decision: Decision, by: AccountId) -> Result<(), Error> {
    let mut detail = json!({ "by": by.to_string(), "undone": decision.kind, "event": decision.sequence });
    if UNDOABLE.contains(&decision.kind.as_str()) {
        step_back(writing, signal, &decision)?;
        detail["from"] = decision.text("state").into();
        detail["state"] = decision.text("from").into();
    } else {
        // What an edition took stays as it is.
        let taken: Option<i32> = signals::table.find(signal).select(signals::edition).first(writing.db)?;
        if taken.is_some() || !corrections::put_back(writing, &decision.kind, signal, &decision.detail)? {
            return Err(refused());
        }
    }
    writing.record(Event::new(UNDONE, "signal", signal, detail));
    Ok(())
}

fn step_back(writing: &mut Writing<'_>, signal: Id, step: &Decision) -> Result<(), Error> {
    if !step_stands(writing.db, signal, step)? {
        return Err(refused());
    }
    // Others that tell this case count through this signal.
    let others: i64 =
        same_cases::table.filter(same_cases::same_as.eq(signal)).count().get_result(writing.db)?;
    let same: Option<Id> =
        same_cases::table.find(signal).select(same_cases::same_as).first(writing.db).optional()?;
    // Of two steps that led to the same state, the one that made it another's case left a row behind.
    if others > 0 || same.map(|id| id.to_string()).unwrap_or_default() != step.text("same_as") {
        return Err(refused());
    }
    diesel::delete(same_cases::table.find(signal)).execute(writing.db)?;
    let from = one(step.text("from"), SignalState::parse)?;
    diesel::update(signals::table.find(signal)).set(signals::state.eq(from.code())).execute(writing.db)?;
    let reason: Option<Id> =
        reasons::table.find(signal).select(reasons::text_id).first(writing.db).optional()?;
    if let Some(text) = reason {
        diesel::delete(reasons::table.find(signal)).execute(writing.db)?;
        wipe_all(writing, text)?;
    }
    Ok(())
}

/// Wipes every version of a text.
pub(crate) fn wipe_all(writing: &mut Writing<'_>, text: Id) -> Result<(), Error> {
    let versions: Vec<i32> = text_versions::table
        .filter(text_versions::text_id.eq(text))
        .select(text_versions::number)
        .load(writing.db)?;
    versions.into_iter().try_for_each(|number| wipe(writing, text, number))
}
