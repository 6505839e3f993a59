//! The steps of one signal: released or solved by its organisation, accepted or not by the network, taken back.

use diesel::prelude::*;
use model::{AccountId, SignalId, SignalState};
use serde_json::json;

use crate::columns::Id;
use crate::events::Event;
use crate::filing::{one, visible};
use crate::schema::{reasons, signals};
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
const WITHDRAW: Step = Step { kind: "signal-withdrawn", from: WITHDRAWABLE, to: SignalState::Withdrawn };

/// The states from which a signal may be withdrawn, as long as no edition took it.
pub(crate) const WITHDRAWABLE: &[SignalState] =
    &[SignalState::PreSignal, SignalState::Released, SignalState::Accepted];

/// The steps that whoever took them may take back, by their names in the log. A withdrawal is the filer's last word.
pub(crate) const UNDOABLE: [&str; 4] = [RELEASE.kind, SOLVE.kind, ACCEPT.kind, DECLINE.kind];

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

    fn step(&self, signal: SignalId, by: Option<AccountId>, step: Step, words: &str) -> Result<(), Error> {
        let words = words.trim().to_owned();
        let by = by.map(|by| by.to_string());
        self.writer()
            .send(move |writing| take(writing, Id(signal.uuid()), by.as_deref(), &step, &words))?
            .wait()
    }
}

fn take(
    writing: &mut Writing<'_>,
    signal: Id,
    by: Option<&str>,
    step: &Step,
    words: &str,
) -> Result<(), Error> {
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
    Ok(())
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
