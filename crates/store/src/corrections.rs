//! What a coordinator puts right or notes on a signal that stays where it stands: its codes, the three questions, the
//! day on which it comes back.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    AccountId, Cause, CauseChoice, Code, Decided, Place, SignalId, SignalState, Weighing, WeighingAnswer,
};
use serde_json::{Value, json};

use crate::columns::Id;
use crate::db::Db;
use crate::decide::{WRONG_STATE, state_of};
use crate::events::Event;
use crate::filing::{joined, many, one, read_json};
use crate::schema::{postponements, signals, standings, weighings};
use crate::writer::Writing;
use crate::{Error, Store};

/// Who weighs: the organisation, before it releases; or the network.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WeighingSide {
    /// The organisation's signal coordinator.
    Organisation,
    /// A network coordinator.
    Network,
}

impl WeighingSide {
    /// The code as the database and the log have it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::Network => "network",
        }
    }
}

/// The detail of the `Conflict` for a day that is over, on which nothing can come back.
pub const NOT_LATER: &str = "the day is not after today";

pub(crate) const CORRECTED: &str = "signal-corrected";
pub(crate) const WEIGHED: &str = "signal-weighed";
pub(crate) const POSTPONED: &str = "signal-postponed";

/// The states in which something may still be put right.
const OPEN: &[SignalState] = &[SignalState::PreSignal, SignalState::Released, SignalState::Accepted];

impl Store {
    /// A coordinator decides the codes of a signal; what was filed stays beside it. Whether anything changed. `Conflict`
    /// once an edition took the signal, or it went no further.
    pub fn correct(&self, signal: SignalId, decided: Decided, by: AccountId) -> Result<bool, Error> {
        let signal = Id(signal.uuid());
        self.writer()
            .send_alone(move |writing| {
                is_open(writing, signal)?;
                let before = decided_of(writing.db, signal)?;
                if before == decided {
                    return Ok(false);
                }
                set_decided(writing.db, signal, &decided)?;
                let detail =
                    json!({ "by": by.to_string(), "before": value(&before)?, "after": value(&decided)? });
                writing.record(Event::new(CORRECTED, "signal", signal, detail));
                Ok(true)
            })?
            .wait()
    }

    /// A coordinator answers the three questions. Whether anything changed.
    pub fn weigh(
        &self,
        signal: SignalId,
        side: WeighingSide,
        weighing: Weighing,
        by: AccountId,
    ) -> Result<bool, Error> {
        let signal = Id(signal.uuid());
        self.writer()
            .send_alone(move |writing| {
                is_open(writing, signal)?;
                let before = weighing_of(writing.db, signal, side.code())?;
                if before == Some(weighing) {
                    return Ok(false);
                }
                set_weighing(writing.db, signal, side.code(), Some(weighing))?;
                let detail = json!({
                    "by": by.to_string(), "side": side.code(), "before": value(&before)?, "after": value(&weighing)?,
                });
                writing.record(Event::new(WEIGHED, "signal", signal, detail));
                Ok(true)
            })?
            .wait()
    }

    /// How the three questions were answered, by the organisation and by the network.
    pub fn weighings(&self, signal: SignalId) -> Result<(Option<Weighing>, Option<Weighing>), Error> {
        let signal = Id(signal.uuid());
        self.read(|db| {
            let of = |db: &mut Db, side: WeighingSide| weighing_of(db, signal, side.code());
            Ok((of(db, WeighingSide::Organisation)?, of(db, WeighingSide::Network)?))
        })
    }

    /// A coordinator puts a waiting signal aside until a day, on which it is in its queue again.
    pub fn postpone(&self, signal: SignalId, until: NaiveDate, by: AccountId) -> Result<(), Error> {
        let signal = Id(signal.uuid());
        self.writer()
            .send_alone(move |writing| {
                if !matches!(state_of(writing, signal)?, SignalState::PreSignal | SignalState::Released) {
                    return Err(Error::Conflict(WRONG_STATE.to_owned()));
                }
                if until <= writing.today {
                    return Err(Error::Conflict(NOT_LATER.to_owned()));
                }
                let before = postponed_until(writing.db, signal)?;
                set_postponed(writing.db, signal, Some(until))?;
                let detail = json!({
                    "by": by.to_string(), "before": before.map(|day| day.to_string()), "after": until.to_string(),
                });
                writing.record(Event::new(POSTPONED, "signal", signal, detail));
                Ok(())
            })?
            .wait()
    }

    /// Until which day a signal is put aside; none where it is not.
    pub fn postponed_until(&self, signal: SignalId) -> Result<Option<NaiveDate>, Error> {
        self.read(|db| postponed_until(db, Id(signal.uuid())))
    }
}

/// Puts back what such an event changed, where it still stands as the event left it; whether it did.
pub(crate) fn put_back(
    writing: &mut Writing<'_>,
    kind: &str,
    signal: Id,
    detail: &Value,
) -> Result<bool, Error> {
    let (before, after) = (&detail["before"], &detail["after"]);
    match kind {
        CORRECTED => {
            let stands = value(&decided_of(writing.db, signal)?)? == *after;
            if stands {
                set_decided(writing.db, signal, &from_value(before)?)?;
            }
            Ok(stands)
        }
        WEIGHED => {
            let side = detail["side"].as_str().unwrap_or_default();
            let stands = value(&weighing_of(writing.db, signal, side)?)? == *after;
            if stands {
                set_weighing(writing.db, signal, side, from_value(before)?)?;
            }
            Ok(stands)
        }
        POSTPONED => {
            let day = |text: &Value| text.as_str().and_then(|text| text.parse::<NaiveDate>().ok());
            let stands = postponed_until(writing.db, signal)? == day(after);
            if stands {
                set_postponed(writing.db, signal, day(before))?;
            }
            Ok(stands)
        }
        _ => Ok(false),
    }
}

fn is_open(writing: &mut Writing<'_>, signal: Id) -> Result<(), Error> {
    let state = state_of(writing, signal)?;
    let taken: Option<i32> = signals::table.find(signal).select(signals::edition).first(writing.db)?;
    if OPEN.contains(&state) && taken.is_none() {
        Ok(())
    } else {
        Err(Error::Conflict(WRONG_STATE.to_owned()))
    }
}

fn value<T: serde::Serialize>(thing: &T) -> Result<Value, Error> {
    serde_json::to_value(thing).map_err(|_| Error::Broken("a value that JSON cannot hold".to_owned()))
}

fn from_value<T: serde::de::DeserializeOwned>(value: &Value) -> Result<T, Error> {
    read_json(&value.to_string())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signals)]
struct DecidedRow {
    decided_cause: String,
    decided_other_causes: String,
    decided_never_eligible: bool,
    decided_domain: String,
    decided_other_domains: String,
    decided_right: Option<String>,
    decided_place: String,
    decided_authority: Option<String>,
}

/// What was decided of a signal.
pub(crate) fn decided_of(db: &mut Db, signal: Id) -> Result<Decided, Error> {
    let row: DecidedRow = signals::table.find(signal).select(DecidedRow::as_select()).first(db)?;
    Ok(Decided {
        cause: one(&row.decided_cause, CauseChoice::parse)?,
        other_causes: many(&row.decided_other_causes, Cause::parse)?,
        never_eligible: row.decided_never_eligible,
        domain: one(&row.decided_domain, Code::parse)?,
        other_domains: many(&row.decided_other_domains, Code::parse)?,
        right: row.decided_right.as_deref().map(|code| one(code, Code::parse)).transpose()?,
        place: one(&row.decided_place, Place::parse)?,
        authority: row
            .decided_authority
            .as_deref()
            .map(|code| one(code, model::Authority::parse))
            .transpose()?,
    })
}

fn set_decided(db: &mut Db, signal: Id, decided: &Decided) -> Result<(), Error> {
    diesel::update(signals::table.find(signal))
        .set((
            signals::decided_cause.eq(decided.cause.code()),
            signals::decided_other_causes.eq(joined(decided.other_causes.iter())),
            signals::decided_never_eligible.eq(decided.never_eligible),
            signals::decided_domain.eq(decided.domain.as_str()),
            signals::decided_other_domains.eq(joined(decided.other_domains.iter().map(Code::as_str))),
            signals::decided_right.eq(decided.right.as_ref().map(Code::as_str)),
            signals::decided_place.eq(decided.place.code()),
            signals::decided_authority.eq(decided.authority.map(model::Authority::code)),
        ))
        .execute(db)?;
    Ok(())
}

fn weighing_of(db: &mut Db, signal: Id, side: &str) -> Result<Option<Weighing>, Error> {
    let row: Option<(String, String, String)> = weighings::table
        .find((signal, side))
        .select((weighings::recurring, weighings::beyond_one, weighings::solvable))
        .first(db)
        .optional()?;
    let Some((recurring, beyond_one, solvable)) = row else { return Ok(None) };
    Ok(Some(Weighing {
        recurring: one(&recurring, WeighingAnswer::parse)?,
        beyond_one: one(&beyond_one, WeighingAnswer::parse)?,
        solvable: one(&solvable, WeighingAnswer::parse)?,
    }))
}

fn set_weighing(db: &mut Db, signal: Id, side: &str, weighing: Option<Weighing>) -> Result<(), Error> {
    diesel::delete(weighings::table.find((signal, side))).execute(db)?;
    if let Some(weighing) = weighing {
        diesel::insert_into(weighings::table)
            .values((
                weighings::signal_id.eq(signal),
                weighings::side.eq(side),
                weighings::recurring.eq(weighing.recurring.code()),
                weighings::beyond_one.eq(weighing.beyond_one.code()),
                weighings::solvable.eq(weighing.solvable.code()),
            ))
            .execute(db)?;
    }
    Ok(())
}

fn postponed_until(db: &mut Db, signal: Id) -> Result<Option<NaiveDate>, Error> {
    Ok(postponements::table.find(signal).select(postponements::until).first(db).optional()?)
}

pub(crate) fn set_postponed(db: &mut Db, signal: Id, until: Option<NaiveDate>) -> Result<(), Error> {
    diesel::delete(postponements::table.find(signal)).execute(db)?;
    diesel::update(standings::table.find(signal)).set(standings::aside_until.eq(until)).execute(db)?;
    if let Some(until) = until {
        diesel::insert_into(postponements::table)
            .values((postponements::signal_id.eq(signal), postponements::until.eq(until)))
            .execute(db)?;
    }
    Ok(())
}
