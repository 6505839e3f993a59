//! Which signals say the same thing: put into a structural signal, taken out, merged, split; each with a reason, and each
//! to be taken back from the log. The signals themselves never change.

use std::collections::BTreeMap;

use diesel::prelude::*;
use model::{AccountId, SignalId, StructuralSignalId};
use serde_json::{Value, json};

use super::of_member;
use super::workbench::{Frame, add, keep_here, stands};
use crate::columns::Id;
use crate::events::{Event, taken_back};
use crate::schema::{events, signals, standings, structural_members, structural_signals};
use crate::submit::receipt_code;
use crate::texts::put;
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for a signal that another structural signal names already.
pub const ATTACHED_ELSEWHERE: &str = "another structural signal names one of these signals";
/// The detail of the `Conflict` for a structural signal that was merged into another, or with itself.
pub const MERGED: &str = "the structural signal was merged into another";
/// The detail of the `Conflict` for signals that have moved on since.
pub const MOVED_ON: &str = "the signals are not there any more";

/// What a structural signal is named in the log.
pub(crate) const SUBJECT: &str = "structural-signal";
const MOVED: &str = "signals-moved";
const MERGE: &str = "structural-signals-merged";
const SPLIT: &str = "structural-signal-split";
const UNDONE: &str = "structural-step-undone";

/// Whether an event of this kind can be taken back.
pub(crate) fn is_undoable(kind: &str) -> bool {
    [MOVED, MERGE, SPLIT].contains(&kind)
}

impl Store {
    /// Puts signals into a structural signal. `Conflict` where another names one of them.
    pub fn attach(
        &self,
        structural: StructuralSignalId,
        signals: &[SignalId],
        reason: &str,
        by: AccountId,
    ) -> Result<(), Error> {
        let (to, signals, reason) = (Id(structural.uuid()), ids(signals), reason.to_owned());
        self.writer()
            .send_alone(move |writing| {
                stands(writing, to)?;
                if !places(writing, &signals)?.is_empty() {
                    return Err(Error::Conflict(ATTACHED_ELSEWHERE.to_owned()));
                }
                relocate(writing, &signals, Some(to))?;
                let moves = signals.iter().map(|signal| (*signal, None)).collect();
                tell(writing, MOVED, to, Some(to), &moves, &reason, by)
            })?
            .wait()
    }

    /// Takes signals out of a structural signal. `Conflict` where one of them is not in it.
    pub fn detach(
        &self,
        structural: StructuralSignalId,
        signals: &[SignalId],
        reason: &str,
        by: AccountId,
    ) -> Result<(), Error> {
        let (from, signals, reason) = (Id(structural.uuid()), ids(signals), reason.to_owned());
        self.writer()
            .send_alone(move |writing| {
                stands(writing, from)?;
                let moves = moves_from(writing, from, &signals)?;
                relocate(writing, &signals, None)?;
                tell(writing, MOVED, from, None, &moves, &reason, by)
            })?
            .wait()
    }

    /// Merges one structural signal into another: its signals go there, it is printed no longer and stays to be read.
    pub fn merge(
        &self,
        from: StructuralSignalId,
        into: StructuralSignalId,
        reason: &str,
        by: AccountId,
    ) -> Result<(), Error> {
        let (from, into, reason) = (Id(from.uuid()), Id(into.uuid()), reason.to_owned());
        self.writer()
            .send_alone(move |writing| {
                if from == into {
                    return Err(Error::Conflict(MERGED.to_owned()));
                }
                stands(writing, from)?;
                stands(writing, into)?;
                let signals = members(writing, from)?;
                let moves = signals.iter().map(|signal| (*signal, Some(from))).collect();
                relocate(writing, &signals, Some(into))?;
                set_merged(writing, from, Some(into))?;
                tell(writing, MERGE, from, Some(into), &moves, &reason, by)
            })?
            .wait()
    }

    /// Makes a structural signal of some signals of another; the rest stays where it is.
    pub fn split(
        &self,
        from: StructuralSignalId,
        signals: &[SignalId],
        frame: Frame,
        reason: &str,
        by: AccountId,
    ) -> Result<StructuralSignalId, Error> {
        let (from, signals, reason) = (Id(from.uuid()), ids(signals), reason.to_owned());
        self.writer()
            .send_alone(move |writing| {
                stands(writing, from)?;
                let moves = moves_from(writing, from, &signals)?;
                let to = add(writing, &frame, by)?;
                relocate(writing, &signals, Some(to))?;
                tell(writing, SPLIT, to, Some(to), &moves, &reason, by)?;
                Ok(StructuralSignalId::from_uuid(to.0))
            })?
            .wait()
    }

    /// Takes back a change of which signals a structural signal names, as long as all of them still are where it put
    /// them. `Conflict` where they are not, where it was taken back before, and for any other event.
    pub fn undo_structural(&self, sequence: i64, by: AccountId) -> Result<(), Error> {
        self.writer().send_alone(move |writing| undo(writing, sequence, by))?.wait()
    }
}

/// Where signals came from, by signal.
type Moves = BTreeMap<Id, Option<Id>>;

fn ids(signals: &[SignalId]) -> Vec<Id> {
    signals.iter().map(|signal| Id(signal.uuid())).collect()
}

/// The signals that a structural signal names and that are there.
fn members(writing: &mut Writing<'_>, structural: Id) -> Result<Vec<Id>, Error> {
    Ok(signals::table
        .inner_join(structural_members::table.on(of_member()))
        .filter(structural_members::structural_id.eq(structural))
        .select(signals::id)
        .order(structural_members::position)
        .load(writing.db)?)
}

/// Which of these signals are in which structural signal.
fn places(writing: &mut Writing<'_>, signals: &[Id]) -> Result<BTreeMap<Id, Id>, Error> {
    let rows: Vec<(Id, Id)> = signals::table
        .inner_join(structural_members::table.on(of_member()))
        .filter(signals::id.eq_any(signals))
        .select((signals::id, structural_members::structural_id))
        .load(writing.db)?;
    Ok(rows.into_iter().collect())
}

fn moves_from(writing: &mut Writing<'_>, from: Id, signals: &[Id]) -> Result<Moves, Error> {
    let places = places(writing, signals)?;
    if signals.is_empty() || signals.iter().any(|signal| places.get(signal) != Some(&from)) {
        return Err(Error::Conflict(MOVED_ON.to_owned()));
    }
    Ok(signals.iter().map(|signal| (*signal, Some(from))).collect())
}

/// Puts these signals into a structural signal and into no other; or into none.
fn relocate(writing: &mut Writing<'_>, moved: &[Id], to: Option<Id>) -> Result<(), Error> {
    let mut position = match to {
        Some(to) => structural_members::table
            .filter(structural_members::structural_id.eq(to))
            .select(structural_members::position)
            .order(structural_members::position.desc())
            .first::<i32>(writing.db)
            .optional()?
            .map_or(0, |last| last + 1),
        None => 0,
    };
    for signal in moved {
        let (organisation, reference) = named(writing, *signal)?;
        diesel::delete(structural_members::table.find((&organisation, &reference))).execute(writing.db)?;
        diesel::update(standings::table.find(signal))
            .set(standings::structural_id.eq(to))
            .execute(writing.db)?;
        let Some(to) = to else { continue };
        diesel::insert_into(structural_members::table)
            .values((
                structural_members::structural_id.eq(to),
                structural_members::organisation.eq(organisation),
                structural_members::reference.eq(reference),
                structural_members::position.eq(position),
            ))
            .execute(writing.db)?;
        position += 1;
    }
    Ok(())
}

/// The organisation and the reference of a signal; one that came without a reference gets one.
fn named(writing: &mut Writing<'_>, signal: Id) -> Result<(String, String), Error> {
    crate::decide::state_of(writing, signal)?;
    let (organisation, reference): (String, Option<String>) =
        signals::table.find(signal).select((signals::organisation, signals::reference)).first(writing.db)?;
    let reference = match reference {
        Some(reference) => reference,
        None => {
            let drawn = receipt_code(writing.random());
            diesel::update(signals::table.find(signal))
                .set(signals::reference.eq(Some(&drawn)))
                .execute(writing.db)?;
            drawn
        }
    };
    Ok((organisation, reference))
}

fn set_merged(writing: &mut Writing<'_>, structural: Id, into: Option<Id>) -> Result<(), Error> {
    diesel::update(structural_signals::table.find(structural))
        .set(structural_signals::merged_into.eq(into))
        .execute(writing.db)?;
    Ok(())
}

/// Tells what moved from where to where, and why. The structural signals that take part are this workbench's from now on.
fn tell(
    writing: &mut Writing<'_>,
    kind: &'static str,
    subject: Id,
    to: Option<Id>,
    moves: &Moves,
    reason: &str,
    by: AccountId,
) -> Result<(), Error> {
    for structural in moves.values().flatten().chain(&to).chain([&subject]) {
        keep_here(writing, *structural)?;
    }
    let reason = put(writing, "structural-reason", None, reason.trim())?;
    let moves: BTreeMap<String, Option<String>> =
        moves.iter().map(|(signal, from)| (signal.to_string(), from.map(|from| from.to_string()))).collect();
    let detail = json!({
        "by": by.to_string(), "to": to.map(|to| to.to_string()), "moves": moves,
        "text": reason.map(|(id, _)| id.to_string()),
    });
    writing.record(Event::new(kind, SUBJECT, subject, detail));
    Ok(())
}

fn undo(writing: &mut Writing<'_>, sequence: i64, by: AccountId) -> Result<(), Error> {
    let moved_on = || Error::Conflict(MOVED_ON.to_owned());
    let found: Option<(String, String, String)> = events::table
        .filter(events::sequence.eq(sequence))
        .filter(events::subject.eq(SUBJECT))
        .select((events::kind, events::subject_id, events::detail))
        .first(writing.db)
        .optional()?;
    let (kind, subject, detail) = found.filter(|(kind, ..)| is_undoable(kind)).ok_or_else(moved_on)?;
    if taken_back(writing.db, UNDONE, [&subject])?.contains(&sequence) {
        return Err(moved_on());
    }
    let detail: Value = serde_json::from_str(&detail).unwrap_or_default();
    let id = |value: &Value| value.as_str().and_then(|text| text.parse().ok()).map(Id);
    let (subject_id, to) = (id(&subject.as_str().into()).ok_or_else(moved_on)?, id(&detail["to"]));
    let moves: Moves = detail["moves"]
        .as_object()
        .into_iter()
        .flatten()
        .filter_map(|(signal, from)| Some((Id(signal.parse().ok()?), id(from))))
        .collect();
    let signals: Vec<Id> = moves.keys().copied().collect();
    let places = places(writing, &signals)?;
    if signals.iter().any(|signal| places.get(signal).copied() != to) {
        return Err(moved_on());
    }
    match kind.as_str() {
        MERGE => set_merged(writing, subject_id, None)?,
        // What was split off has nothing left, and is merged back.
        SPLIT => {
            let left = members(writing, subject_id)?.len();
            if left != signals.len() {
                return Err(moved_on());
            }
            set_merged(writing, subject_id, moves.values().copied().flatten().next())?;
        }
        _ => {}
    }
    for (signal, from) in &moves {
        if let Some(from) = from {
            stands(writing, *from)?;
        }
        relocate(writing, &[*signal], *from)?;
    }
    let detail = json!({ "by": by.to_string(), "event": sequence, "undone": kind });
    writing.record(Event::new(UNDONE, SUBJECT, subject_id, detail));
    Ok(())
}
