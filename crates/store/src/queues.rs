//! What waits for a decision, in the order in which it is worked through.
//!
//! The oldest day first, and of one day what was filed first; what came by import follows, in the order of its ids. A
//! signal about which a question is open waits behind all others: nothing can be decided before the answer.

use std::collections::BTreeSet;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable};
use model::{Code, Role, SignalState};

use crate::columns::Id;
use crate::db::{Db, MultiBackend};
use crate::filing::visible;
use crate::follow_up::{SignalPage, Slice, page};
use crate::messages::Side;
use crate::schema::{filing_cards, filings, signals};
use crate::{Error, Store};

impl Store {
    /// The pre-signals that wait for an organisation: its own, and those filed with a card that it sponsors.
    pub fn signals_to_release(&self, organisation: &Code, slice: Slice) -> Result<SignalPage, Error> {
        self.read(|db| queue(db, || to_release(organisation.as_str()), None, slice))
    }

    /// The signals that wait for a network coordinator. What their organisation asked before it released them is no
    /// open question here.
    pub fn released_signals(&self, slice: Slice) -> Result<SignalPage, Error> {
        self.read(|db| queue(db, released, Some(Role::NetworkCoordinator), slice))
    }
}

/// How many pre-signals wait for an organisation.
pub(crate) fn count_to_release(db: &mut Db, code: &str) -> Result<i64, Error> {
    Ok(signals::table.filter(to_release(code)).count().get_result(db)?)
}

/// How many signals wait for a network coordinator.
pub(crate) fn count_released(db: &mut Db) -> Result<i64, Error> {
    Ok(signals::table.filter(released()).count().get_result(db)?)
}

/// A condition on signals.
type Condition = Box<dyn BoxableExpression<signals::table, MultiBackend, SqlType = Nullable<Bool>>>;

fn to_release(code: &str) -> Condition {
    Box::new(
        signals::state
            .eq(SignalState::PreSignal.code())
            .and(signals::organisation.eq(code.to_owned()).or(signals::id.eq_any(sponsored(code.to_owned()))))
            .and(visible()),
    )
}

fn released() -> Condition {
    Box::new(signals::state.eq(SignalState::Released.code()).and(visible()))
}

/// A part of a queue: first what can be decided, along the index, so that a long queue costs no more than a short one;
/// then the few about which `by` asked something.
fn queue(
    db: &mut Db,
    waiting: impl Fn() -> Condition,
    by: Option<Role>,
    slice: Slice,
) -> Result<SignalPage, Error> {
    let (offset, limit) = (slice.offset as usize, slice.limit as usize);
    let total: i64 = signals::table.filter(waiting()).count().get_result(db)?;
    let asked_about: Vec<Id> = signals::table
        .filter(waiting())
        .filter(asked(by))
        .select(signals::id)
        .order((signals::filed_on, number(), signals::id))
        .load(db)?;
    let mut ids: Vec<Id> = signals::table
        .filter(waiting())
        .filter(diesel::dsl::not(asked(by)))
        .select(signals::id)
        .order((signals::filed_on, number(), signals::id))
        .offset(slice.offset.into())
        .limit(slice.limit.into())
        .load(db)?;
    let clear = usize::try_from(total).unwrap_or(0).saturating_sub(asked_about.len());
    let behind = asked_about.iter().skip(offset.saturating_sub(clear));
    ids.extend(behind.take(limit - ids.len()).copied());
    let mut page = page(db, &ids, total)?;
    let asked_about: BTreeSet<_> = asked_about.into_iter().map(|id| id.0).collect();
    for line in &mut page.lines {
        line.unanswered_question = asked_about.contains(&line.id.uuid());
    }
    Ok(page)
}

/// Whether the last word on a signal is a question, asked in this role.
fn asked(by: Option<Role>) -> SqlLiteral<Bool> {
    let side = Side::Coordinator.code();
    let by = by.map_or_else(String::new, |role| format!("AND asking.asked_as = '{}' ", role.code()));
    // No later message: the query builder would want a second name for the table, in every type that mentions it.
    sql(&format!(
        "signals.id IN (SELECT asking.signal_id FROM messages asking WHERE asking.side = '{side}' {by}AND NOT EXISTS \
         (SELECT 1 FROM messages later WHERE later.signal_id = asking.signal_id AND later.number > asking.number))"
    ))
}

/// The running number of what was filed; what came by import has none, and stands behind it.
fn number() -> SqlLiteral<BigInt> {
    sql(
        "coalesce((SELECT filed.number FROM filings filed WHERE filed.signal_id = signals.id), 9223372036854775807)",
    )
}

/// What was filed with a card that this organisation sponsors.
#[diesel::dsl::auto_type(no_type_alias)]
fn sponsored(organisation: String) -> _ {
    filings::table
        .inner_join(filing_cards::table.on(filings::card.eq(filing_cards::id.nullable())))
        .filter(filing_cards::sponsor.eq(organisation))
        .select(filings::signal_id)
}
