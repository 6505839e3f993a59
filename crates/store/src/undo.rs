//! Taking back the last step of a signal: by whoever took it, as long as nothing else happened to the signal.
//!
//! The log knows what happened last. Nothing is removed from it: that a step was taken back is an event of its own.

use diesel::prelude::*;
use model::{AccountId, SignalId, SignalState};
use serde_json::{Value, json};

use crate::columns::Id;
use crate::db::Db;
use crate::decide::{UNDOABLE, WRONG_STATE, state_of};
use crate::events::{Event, last_of};
use crate::filing::one;
use crate::retention::wipe;
use crate::schema::{reasons, signals, text_versions};
use crate::writer::Writing;
use crate::{Error, Store};

impl Store {
    /// Whether this account may take back what was done with a signal last.
    pub fn may_undo(&self, signal: SignalId, by: AccountId) -> Result<bool, Error> {
        self.read(|db| Ok(last_step(db, Id(signal.uuid()), by)?.is_some()))
    }

    /// Takes back a release, a solution, an acceptance or a refusal; words that went with it are wiped. `Conflict` for
    /// whoever did not take that step, and once anything else happened to the signal.
    pub fn undo(&self, signal: SignalId, by: AccountId) -> Result<(), Error> {
        // Alone: between the look into the log and the step nothing can happen.
        self.writer().send_alone(move |writing| undo(writing, Id(signal.uuid()), by))?.wait()
    }
}

/// The step that a signal took last, where this account took it and may take it back.
struct LastStep {
    kind: &'static str,
    from: SignalState,
    to: SignalState,
}

fn last_step(db: &mut Db, signal: Id, by: AccountId) -> Result<Option<LastStep>, Error> {
    let Some((kind, detail)) = last_of(db, "signal", signal)? else { return Ok(None) };
    let Some(kind) = UNDOABLE.into_iter().find(|known| *known == kind) else { return Ok(None) };
    let text = |name: &str| detail.get(name).and_then(Value::as_str).unwrap_or_default();
    if text("by") != by.to_string() {
        return Ok(None);
    }
    let (from, to) = (one(text("from"), SignalState::parse)?, one(text("state"), SignalState::parse)?);
    let stands: i64 = signals::table
        .filter(signals::id.eq(signal))
        .filter(signals::state.eq(to.code()))
        // What an edition took stays as it is.
        .filter(signals::edition.is_null())
        .count()
        .get_result(db)?;
    Ok((stands == 1).then_some(LastStep { kind, from, to }))
}

fn undo(writing: &mut Writing<'_>, signal: Id, by: AccountId) -> Result<(), Error> {
    state_of(writing, signal)?;
    let Some(LastStep { kind, from, to }) = last_step(writing.db, signal, by)? else {
        return Err(Error::Conflict(WRONG_STATE.to_owned()));
    };
    diesel::update(signals::table.find(signal)).set(signals::state.eq(from.code())).execute(writing.db)?;
    let reason: Option<Id> =
        reasons::table.find(signal).select(reasons::text_id).first(writing.db).optional()?;
    if let Some(text) = reason {
        diesel::delete(reasons::table.find(signal)).execute(writing.db)?;
        let versions: Vec<i32> = text_versions::table
            .filter(text_versions::text_id.eq(text))
            .select(text_versions::number)
            .load(writing.db)?;
        for number in versions {
            wipe(writing, text, number)?;
        }
    }
    let detail = json!({ "by": by.to_string(), "from": to.code(), "state": from.code(), "undone": kind });
    writing.record(Event::new("signal-step-undone", "signal", signal, detail));
    Ok(())
}
