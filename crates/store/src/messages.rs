//! Question and reply: one thread per signal.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, MessageId, Role, SignalId, SignalState};
use serde_json::json;

use crate::columns::Id;
use crate::db::Db;
use crate::decide::state_of;
use crate::events::Event;
use crate::filing::one;
use crate::schema::{messages, standings};
use crate::texts::{current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// Who speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// A coordinator, who asks.
    Coordinator,
    /// The filer or the filer's organisation, which replies.
    Filer,
}

impl Side {
    /// The code as the database and the log have it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Coordinator => "coordinator",
            Self::Filer => "filer",
        }
    }

    fn parse(code: &str) -> Result<Self, ()> {
        [Self::Coordinator, Self::Filer].into_iter().find(|side| side.code() == code).ok_or(())
    }
}

/// A message of a thread.
#[derive(Clone, PartialEq, Eq)]
pub struct Message {
    /// Its id.
    pub id: MessageId,
    /// Who speaks.
    pub side: Side,
    /// The day it was written.
    pub day: NaiveDate,
    /// What it says; empty when it was wiped.
    pub text: String,
}

/// Never what it says.
impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Message").field("id", &self.id).field("side", &self.side).finish_non_exhaustive()
    }
}

/// The detail of the `Conflict` for a message that says nothing.
pub const EMPTY_MESSAGE: &str = "an empty message";

impl Store {
    /// Writes a message. `Conflict` for an empty one, and on a signal that was withdrawn.
    ///
    /// `by` is the account; none where the filer writes with a receipt.
    pub fn write_message(
        &self,
        signal: SignalId,
        side: Side,
        by: Option<AccountId>,
        text: &str,
    ) -> Result<MessageId, Error> {
        let text = text.trim().to_owned();
        let by = by.map(|by| Id(by.uuid()));
        self.writer().send(move |writing| write(writing, Id(signal.uuid()), side, by, &text))?.wait()
    }
}

fn write(
    writing: &mut Writing<'_>,
    signal: Id,
    side: Side,
    by: Option<Id>,
    text: &str,
) -> Result<MessageId, Error> {
    let state = state_of(writing, signal)?;
    if state == SignalState::Withdrawn {
        return Err(Error::Conflict(crate::WRONG_STATE.to_owned()));
    }
    if let Some(last) = thread(writing.db, signal)?.pop()
        && last.side == side
        && last.text == text
    {
        // A form that was sent twice says it once.
        return Ok(last.id);
    }
    let Some((text_id, _)) = put(writing, "message", None, text)? else {
        return Err(Error::Conflict(EMPTY_MESSAGE.to_owned()));
    };
    let last: Option<i32> = messages::table
        .filter(messages::signal_id.eq(signal))
        .select(messages::number)
        .order(messages::number.desc())
        .first(writing.db)
        .optional()?;
    let id = Id::from_random(writing.random());
    diesel::insert_into(messages::table)
        .values((
            messages::id.eq(id),
            messages::signal_id.eq(signal),
            messages::number.eq(last.unwrap_or(0) + 1),
            messages::side.eq(side.code()),
            messages::account.eq(by),
            messages::text_id.eq(text_id),
            messages::day.eq(writing.today),
            messages::asked_as.eq(asked_as(side, state).map(Role::code)),
        ))
        .execute(writing.db)?;
    let asked = asked_as(side, state).map(Role::code);
    diesel::update(standings::table.find(signal)).set(standings::asked_as.eq(asked)).execute(writing.db)?;
    if side == Side::Coordinator {
        diesel::update(standings::table.find(signal))
            .set(standings::answered.eq(true))
            .execute(writing.db)?;
    }
    let detail = json!({
        "by": by.map(|by| by.to_string()), "message": id.to_string(), "side": side.code(), "text": text_id.to_string(),
    });
    writing.record(Event::new("message-written", "signal", signal, detail));
    Ok(MessageId::from_uuid(id.0))
}

/// In which role somebody asks: before the release the organisation's coordinator does, after it the network's. Not what
/// the account may do: one may hold both roles, and roles change.
fn asked_as(side: Side, state: SignalState) -> Option<Role> {
    match (side, state) {
        (Side::Filer, _) => None,
        (Side::Coordinator, SignalState::PreSignal) => Some(Role::SignalCoordinator),
        (Side::Coordinator, _) => Some(Role::NetworkCoordinator),
    }
}

/// The thread of a signal, in order.
pub(crate) fn thread(db: &mut Db, signal: Id) -> Result<Vec<Message>, Error> {
    let rows: Vec<(Id, String, NaiveDate, Id)> = messages::table
        .filter(messages::signal_id.eq(signal))
        .select((messages::id, messages::side, messages::day, messages::text_id))
        .order(messages::number)
        .load(db)?;
    let mut texts = current(db, &rows.iter().map(|row| row.3).collect::<Vec<_>>())?;
    rows.into_iter()
        .map(|(id, side, day, text)| {
            Ok(Message {
                id: MessageId::from_uuid(id.0),
                side: one(&side, Side::parse)?,
                day,
                text: texts.remove(&text).map_or_else(String::new, |text| text.body),
            })
        })
        .collect()
}
