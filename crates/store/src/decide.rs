//! The steps of one signal: released or solved by its organisation, accepted or not by the network, taken back.

use diesel::prelude::*;
use model::{AccountId, SignalId, SignalState};
use serde_json::json;

use crate::columns::Id;
use crate::events::Event;
use crate::filing::{one, visible};
use crate::schema::{reasons, same_cases, signals};
use crate::texts::put;
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for a step that the state of a signal does not permit.
pub const WRONG_STATE: &str = "the state of the signal does not permit this";
/// The detail of the `Conflict` for a signal that is not taken up without saying why.
pub const REASON_NEEDED: &str = "a reason is needed";

/// A step: from which states, to which, under which name in the log.
struct Step {
    kind: &'static str,
    from: &'static [SignalState],
    to: SignalState,
}

const RELEASE: Step =
    Step { kind: "signal-released", from: &[SignalState::PreSignal], to: SignalState::Released };
const SOLVE: Step = Step {
    kind: "signal-solved-internally",
    from: &[SignalState::PreSignal],
    to: SignalState::SolvedInternally,
};
const ACCEPT: Step =
    Step { kind: "signal-accepted", from: &[SignalState::Released], to: SignalState::Accepted };
const DECLINE: Step =
    Step { kind: "signal-declined", from: &[SignalState::Released], to: SignalState::Declined };
const REFER: Step = Step {
    kind: "signal-referred",
    from: &[SignalState::PreSignal, SignalState::Released],
    to: SignalState::Referred,
};
const SAME_CASE: Step = Step {
    kind: "signal-same-case",
    from: &[SignalState::Released, SignalState::Accepted],
    to: SignalState::Accepted,
};
const WITHDRAW: Step = Step { kind: "signal-withdrawn", from: WITHDRAWABLE, to: SignalState::Withdrawn };

/// The states from which a signal may be withdrawn, as long as no edition took it.
pub(crate) const WITHDRAWABLE: &[SignalState] =
    &[SignalState::PreSignal, SignalState::Released, SignalState::Accepted];

/// The steps that whoever took them may take back, by their names in the log. A withdrawal is the filer's last word.
pub(crate) const UNDOABLE: [&str; 6] =
    [RELEASE.kind, SOLVE.kind, ACCEPT.kind, DECLINE.kind, REFER.kind, SAME_CASE.kind];

/// The detail of the `Conflict` for a signal that is said to tell the case of itself, or of one that tells another's.
pub const NO_SAME_CASE: &str = "the other signal cannot stand for this one";

impl Store {
    /// The organisation releases a pre-signal to the network.
    pub fn release(&self, signal: SignalId, by: AccountId) -> Result<(), Error> {
        self.step(signal, Some(by), RELEASE, "")
    }

    /// The organisation solved a pre-signal itself; the note says how, and may be empty.
    pub fn solve_internally(&self, signal: SignalId, by: AccountId, note: &str) -> Result<(), Error> {
        self.step(signal, Some(by), SOLVE, note)
    }

    /// A signal is taken back, until an edition that took it is frozen. `by` is none where it is done with a receipt.
    pub fn withdraw(&self, signal: SignalId, by: Option<AccountId>) -> Result<(), Error> {
        self.step(signal, by, WITHDRAW, "")
    }

    /// A network coordinator takes a released signal up: it counts.
    pub fn accept(&self, signal: SignalId, by: AccountId) -> Result<(), Error> {
        self.step(signal, Some(by), ACCEPT, "")
    }

    /// A network coordinator does not take a released signal up, and says why.
    pub fn decline(&self, signal: SignalId, by: AccountId, reason: &str) -> Result<(), Error> {
        if reason.trim().is_empty() {
            return Err(Error::Conflict(REASON_NEEDED.to_owned()));
        }
        self.step(signal, Some(by), DECLINE, reason)
    }

    /// A coordinator refers a signal elsewhere, and says where.
    pub fn refer(&self, signal: SignalId, by: AccountId, where_to: &str) -> Result<(), Error> {
        if where_to.trim().is_empty() {
            return Err(Error::Conflict(REASON_NEEDED.to_owned()));
        }
        self.step(signal, Some(by), REFER, where_to)
    }

    /// A network coordinator takes a signal up as another report of a case that `other` tells: both stay, it counts once.
    /// `Conflict` where `other` is not accepted, is the same signal, or tells the case of a third one; and where another
    /// signal tells the case of this one.
    pub fn same_case(&self, signal: SignalId, other: SignalId, by: AccountId) -> Result<(), Error> {
        let (signal, other) = (Id(signal.uuid()), Id(other.uuid()));
        self.writer().send_alone(move |writing| same_case(writing, signal, other, &by.to_string()))?.wait()
    }

    fn step(&self, signal: SignalId, by: Option<AccountId>, step: Step, words: &str) -> Result<(), Error> {
        let words = words.trim().to_owned();
        let by = by.map(|by| by.to_string());
        self.writer()
            .send(move |writing| take(writing, Id(signal.uuid()), by.as_deref(), &step, &words))?
            .wait()
    }
}

fn same_case(writing: &mut Writing<'_>, signal: Id, other: Id, by: &str) -> Result<(), Error> {
    let refused = || Error::Conflict(NO_SAME_CASE.to_owned());
    if signal == other || state_of(writing, other)? != SignalState::Accepted {
        return Err(refused());
    }
    let entangled: i64 = same_cases::table
        .filter(same_cases::signal_id.eq_any([signal, other]).or(same_cases::same_as.eq(signal)))
        .count()
        .get_result(writing.db)?;
    if entangled > 0 {
        return Err(refused());
    }
    let from = moved(writing, signal, &SAME_CASE)?;
    diesel::insert_into(same_cases::table)
        .values((same_cases::signal_id.eq(signal), same_cases::same_as.eq(other)))
        .execute(writing.db)?;
    let detail = json!({
        "by": by, "from": from.code(), "state": SAME_CASE.to.code(), "same_as": other.to_string(),
    });
    writing.record(Event::new(SAME_CASE.kind, "signal", signal, detail));
    Ok(())
}

fn take(
    writing: &mut Writing<'_>,
    signal: Id,
    by: Option<&str>,
    step: &Step,
    words: &str,
) -> Result<(), Error> {
    let state = moved(writing, signal, step)?;
    let text = put(writing, "reason", None, words)?;
    if let Some((text_id, _)) = text {
        diesel::insert_into(reasons::table)
            .values((reasons::signal_id.eq(signal), reasons::text_id.eq(text_id)))
            .execute(writing.db)?;
    }
    let detail = json!({
        "by": by, "from": state.code(), "state": step.to.code(), "text": text.map(|(id, _)| id.to_string()),
    });
    writing.record(Event::new(step.kind, "signal", signal, detail));
    if step.kind == WITHDRAW.kind { hand_case_on(writing, signal) } else { Ok(()) }
}

/// Where other signals tell the case of one that is withdrawn, the first of them stands for it from now on.
fn hand_case_on(writing: &mut Writing<'_>, signal: Id) -> Result<(), Error> {
    diesel::delete(same_cases::table.find(signal)).execute(writing.db)?;
    let others: Vec<Id> = same_cases::table
        .filter(same_cases::same_as.eq(signal))
        .select(same_cases::signal_id)
        .order(same_cases::signal_id)
        .load(writing.db)?;
    let Some((first, rest)) = others.split_first() else { return Ok(()) };
    diesel::delete(same_cases::table.find(first)).execute(writing.db)?;
    diesel::update(same_cases::table.filter(same_cases::signal_id.eq_any(rest)))
        .set(same_cases::same_as.eq(first))
        .execute(writing.db)?;
    let detail = json!({ "instead_of": signal.to_string(), "others": rest.len() });
    writing.record(Event::new("signal-stands-for-case", "signal", *first, detail));
    Ok(())
}

/// Brings a signal from where it stands to where a step leads; where it stood.
fn moved(writing: &mut Writing<'_>, signal: Id, step: &Step) -> Result<SignalState, Error> {
    let state = state_of(writing, signal)?;
    let wrong = || Error::Conflict(WRONG_STATE.to_owned());
    if !step.from.contains(&state) {
        return Err(wrong());
    }
    // The state once more: on another server it may have changed since. What an edition took stays as it is.
    let still = signals::table
        .filter(signals::id.eq(signal))
        .filter(signals::state.eq(state.code()))
        .filter(signals::edition.is_null());
    let changed = diesel::update(still).set(signals::state.eq(step.to.code())).execute(writing.db)?;
    if changed == 0 {
        return Err(wrong());
    }
    // Whatever was decided, it is put aside no longer.
    crate::corrections::set_postponed(writing.db, signal, None)?;
    Ok(state)
}

/// Where a signal stands; `NotFound` for one that is not there, or not yet visible.
pub(crate) fn state_of(writing: &mut Writing<'_>, signal: Id) -> Result<SignalState, Error> {
    let code: Option<String> = signals::table
        .filter(signals::id.eq(signal))
        .filter(visible())
        .select(signals::state)
        .first(writing.db)
        .optional()?;
    one(&code.ok_or_else(|| Error::NotFound("signal".to_owned()))?, SignalState::parse)
}
