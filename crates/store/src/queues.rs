//! What waits for a decision, in the order in which it is worked through.
//!
//! The oldest day first, and of one day what was filed first; what came by import follows, in the order of its ids. A
//! signal about which a question is open waits behind all others: nothing can be decided before the answer.

use std::collections::BTreeSet;

use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool};
use model::{Code, Role, SignalState};

use crate::columns::Id;
use crate::db::Db;
use crate::filing::visible;
use crate::follow_up::{SignalPage, Slice, page};
use crate::messages::Side;
use crate::schema::{filing_cards, filings, signals};
use crate::{Error, Store};

impl Store {
    /// The pre-signals that wait for an organisation: its own, and those filed with a card that it sponsors.
    pub fn signals_to_release(&self, organisation: &Code, slice: Slice) -> Result<SignalPage, Error> {
        let code = organisation.as_str();
        self.read(|db| {
            let ids: Vec<Id> = signals::table
                .filter(signals::state.eq(SignalState::PreSignal.code()))
                .filter(signals::organisation.eq(code).or(signals::id.eq_any(sponsored(code.to_owned()))))
                .filter(visible())
                .select(signals::id)
                .order((asked(None), signals::filed_on, number(), signals::id))
                .offset(slice.offset.into())
                .limit(slice.limit.into())
                .load(db)?;
            let total = count_to_release(db, code)?;
            page(db, &ids, total)
        })
    }

    /// The signals that wait for a network coordinator. What their organisation asked before it released them is no
    /// open question here.
    pub fn released_signals(&self, slice: Slice) -> Result<SignalPage, Error> {
        self.read(|db| {
            let rows: Vec<(Id, bool)> = signals::table
                .filter(signals::state.eq(SignalState::Released.code()))
                .filter(visible())
                .select((signals::id, asked(Some(Role::NetworkCoordinator))))
                .order((asked(Some(Role::NetworkCoordinator)), signals::filed_on, number(), signals::id))
                .offset(slice.offset.into())
                .limit(slice.limit.into())
                .load(db)?;
            let total = count_released(db)?;
            let ids: Vec<Id> = rows.iter().map(|(id, _)| *id).collect();
            let asked: BTreeSet<_> = rows.iter().filter(|(_, asked)| *asked).map(|(id, _)| id.0).collect();
            let mut page = page(db, &ids, total)?;
            for line in &mut page.lines {
                line.unanswered_question = asked.contains(&line.id.uuid());
            }
            Ok(page)
        })
    }
}

/// How many pre-signals wait for an organisation.
pub(crate) fn count_to_release(db: &mut Db, code: &str) -> Result<i64, Error> {
    let total = signals::table
        .filter(signals::state.eq(SignalState::PreSignal.code()))
        .filter(signals::organisation.eq(code).or(signals::id.eq_any(sponsored(code.to_owned()))))
        .filter(visible())
        .count()
        .get_result(db)?;
    Ok(total)
}

/// How many signals wait for a network coordinator.
pub(crate) fn count_released(db: &mut Db) -> Result<i64, Error> {
    let total = signals::table
        .filter(signals::state.eq(SignalState::Released.code()))
        .filter(visible())
        .count()
        .get_result(db)?;
    Ok(total)
}

/// Whether the last word on a signal is a question, of somebody with this role.
fn asked(by: Option<Role>) -> SqlLiteral<Bool> {
    let side = Side::Coordinator.code();
    let by = by.map_or_else(String::new, |role| {
        format!("AND asking.account IN (SELECT id FROM accounts WHERE roles LIKE '%{}%') ", role.code())
    });
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
