//! Taking a passage out of a signal's words, for good: the text gets a version without it, and every earlier version is
//! wiped with its key. There is no way back.

use diesel::prelude::*;
use model::{AccountId, SignalId};
use serde_json::json;

use crate::columns::Id;
use crate::decide::{WRONG_STATE, state_of};
use crate::events::Event;
use crate::filing::SignalText;
use crate::retention::wipe;
use crate::schema::signals;
use crate::texts::{current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// A text of a signal from which something can be taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum SignalField {
    /// The headline.
    Headline,
    /// The problem.
    Problem,
    /// What it does to people.
    Impact,
    /// What was tried.
    TriedNote,
}

impl SignalField {
    /// The code as the log has it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Problem => "problem",
            Self::Impact => "impact",
            Self::TriedNote => "tried_note",
        }
    }
}

/// A passage to take out.
#[derive(Clone, PartialEq, Eq)]
pub struct Passage {
    /// Of which text.
    pub field: SignalField,
    /// Its words, as they stand there; every place where they stand is taken out.
    pub words: String,
}

/// Never its words.
impl std::fmt::Debug for Passage {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Passage").field("field", &self.field).finish_non_exhaustive()
    }
}

/// The detail of the `Conflict` for a passage that does not stand in the text.
pub const NOTHING_TO_REDACT: &str = "the passage does not stand in the text";

/// What stands in the place of a passage that was taken out.
pub const REDACTED: &str = "[…]";

impl Passage {
    /// A text without this passage; none where it does not stand there.
    pub fn removed_from(&self, text: &str) -> Option<String> {
        let words = self.words.trim();
        (!words.is_empty() && text.contains(words)).then(|| text.replace(words, REDACTED))
    }
}

impl Store {
    /// Takes a passage out of a signal, for good. Whatever state the signal is in: words that must not be there must go
    /// from a signal that an edition counts as well.
    pub fn redact(&self, signal: SignalId, passage: Passage, by: AccountId) -> Result<(), Error> {
        let signal = Id(signal.uuid());
        self.writer().send_alone(move |writing| redact(writing, signal, &passage, by))?.wait()
    }
}

fn redact(writing: &mut Writing<'_>, signal: Id, passage: &Passage, by: AccountId) -> Result<(), Error> {
    state_of(writing, signal)?;
    let text_id: Id = signals::table.find(signal).select(signals::text_id).first(writing.db)?;
    let Some(now) = current(writing.db, &[text_id])?.remove(&text_id).filter(|now| !now.body.is_empty())
    else {
        return Err(Error::Conflict(WRONG_STATE.to_owned()));
    };
    let mut text = SignalText::read(&now.body)?;
    let field = text.field(passage.field);
    let removed = passage.removed_from(field);
    *field = removed.ok_or_else(|| Error::Conflict(NOTHING_TO_REDACT.to_owned()))?;
    put(writing, "signal", Some(&now), &text.written()?)?;
    for version in 1..=now.version {
        wipe(writing, text_id, version)?;
    }
    crate::search::renew(writing, signal)?;
    let detail = json!({
        "by": by.to_string(), "field": passage.field.code(), "version": now.version + 1,
    });
    writing.record(Event::new("signal-redacted", "signal", signal, detail));
    Ok(())
}
