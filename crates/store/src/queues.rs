//! What waits for a decision, in the order in which it is worked through.
//!
//! The oldest day first, and of one day what was filed first; what came by import follows, in the order of its ids. A
//! signal about which a question is open waits behind all others: nothing can be decided before the answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Nullable};
use model::{CauseChoice, Code, Language, Place, Role, SignalState};

use crate::columns::Id;
use crate::db::{Db, MultiBackend};
use crate::filing::visible;
use crate::follow_up::{SignalPage, Slice, page};
use crate::messages::Side;
use crate::schema::{filing_cards, filings, postponements, signals};
use crate::search::{Wanted, having};
use crate::{Error, Store};

/// Whose work a list of signals is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Queue {
    /// The pre-signals that wait for an organisation: its own, and those filed with a card that it sponsors.
    Organisation(Code),
    /// What organisations released, waiting for a network coordinator. What an organisation asked before it released a
    /// signal is no open question here.
    Network,
    /// What was accepted and no edition took yet: from these come structural signals.
    Accepted,
}

/// Which signals of a queue are wanted: those that fit all that is said. Codes are as decided.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct QueueFilter {
    /// Of this organisation.
    pub organisation: Option<Code>,
    /// With this main cause.
    pub cause: Option<CauseChoice>,
    /// In this main domain.
    pub domain: Option<Code>,
    /// About this right.
    pub right: Option<Code>,
    /// In this place.
    pub place: Option<Place>,
    /// Written in this language.
    pub language: Option<Language>,
    /// Filed on that day or before, and without a word from a coordinator.
    pub silent_since: Option<NaiveDate>,
    /// Only those about which a question is open, or only those without.
    pub asked: Option<bool>,
    /// What is put aside is left out until its day; none where putting aside shall not count.
    pub today: Option<NaiveDate>,
    /// Only what is put aside beyond `today`.
    pub put_aside: bool,
    /// Only what no structural signal names, or only what one does.
    pub attached: Option<bool>,
    /// With these words.
    pub words: Wanted,
}

/// In which order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum QueueOrder {
    /// As it is worked through; open questions last.
    #[default]
    Oldest,
    /// What came last first.
    Newest,
}

impl Store {
    /// A part of a queue.
    pub fn queue(
        &self,
        queue: &Queue,
        filter: &QueueFilter,
        order: QueueOrder,
        slice: Slice,
    ) -> Result<SignalPage, Error> {
        self.read(|db| match order {
            QueueOrder::Oldest => oldest(db, queue, filter, slice),
            QueueOrder::Newest => newest(db, queue, filter, slice),
        })
    }

    /// How many signals of a queue each of these filters leaves.
    pub fn queue_counts(&self, queue: &Queue, filters: &[QueueFilter]) -> Result<Vec<u64>, Error> {
        self.read(|db| filters.iter().map(|filter| count(db, queue, filter)).collect())
    }

    /// The pre-signals that wait for an organisation: its own, and those filed with a card that it sponsors.
    pub fn signals_to_release(&self, organisation: &Code, slice: Slice) -> Result<SignalPage, Error> {
        let queue = Queue::Organisation(organisation.clone());
        self.queue(&queue, &QueueFilter::default(), QueueOrder::Oldest, slice)
    }

    /// The signals that wait for a network coordinator. What their organisation asked before it released them is no
    /// open question here.
    pub fn released_signals(&self, slice: Slice) -> Result<SignalPage, Error> {
        self.queue(&Queue::Network, &QueueFilter::default(), QueueOrder::Oldest, slice)
    }
}

/// How many pre-signals wait for an organisation.
pub(crate) fn count_to_release(db: &mut Db, code: &str) -> Result<i64, Error> {
    Ok(signals::table.filter(to_release(code)).count().get_result(db)?)
}

/// How many signals wait for a network coordinator.
pub(crate) fn count_released(db: &mut Db) -> Result<i64, Error> {
    Ok(signals::table.filter(in_state(SignalState::Released)).count().get_result(db)?)
}

/// A condition on signals.
pub(crate) type Condition =
    Box<dyn BoxableExpression<signals::table, MultiBackend, SqlType = Nullable<Bool>>>;

fn to_release(code: &str) -> Condition {
    Box::new(
        signals::state
            .eq(SignalState::PreSignal.code())
            .and(signals::organisation.eq(code.to_owned()).or(signals::id.eq_any(sponsored(code.to_owned()))))
            .and(visible()),
    )
}

fn in_state(state: SignalState) -> Condition {
    Box::new(signals::state.eq(state.code()).and(visible()))
}

/// What a queue holds of what a filter wants.
fn waiting(db: &Db, queue: &Queue, filter: &QueueFilter) -> Condition {
    let mut wanted = match queue {
        Queue::Organisation(code) => to_release(code.as_str()),
        Queue::Network => in_state(SignalState::Released),
        Queue::Accepted => {
            Box::new(in_state(SignalState::Accepted).and(signals::edition.is_null().nullable()))
        }
    };
    if let Some(code) = &filter.organisation {
        wanted = Box::new(wanted.and(signals::organisation.eq(code.as_str().to_owned())));
    }
    if let Some(cause) = filter.cause {
        wanted = Box::new(wanted.and(signals::decided_cause.eq(cause.code())));
    }
    if let Some(code) = &filter.domain {
        wanted = Box::new(wanted.and(signals::decided_domain.eq(code.as_str().to_owned())));
    }
    if let Some(code) = &filter.right {
        wanted = Box::new(wanted.and(signals::decided_right.eq(Some(code.as_str().to_owned()))));
    }
    if let Some(place) = filter.place {
        wanted = Box::new(wanted.and(signals::decided_place.eq(place.code())));
    }
    if let Some(language) = filter.language {
        wanted = Box::new(wanted.and(signals::language.eq(language.code())));
    }
    if let Some(day) = filter.silent_since {
        wanted = Box::new(wanted.and(signals::filed_on.le(day)).and(unanswered_by_anybody()));
    }
    if let Some(open) = filter.asked {
        let asked = asked(asking(queue));
        wanted =
            if open { Box::new(wanted.and(asked)) } else { Box::new(wanted.and(diesel::dsl::not(asked))) };
    }
    if let Some(today) = filter.today {
        let aside = || {
            let beyond = postponements::table.filter(postponements::until.gt(today));
            signals::id.eq_any(beyond.select(postponements::signal_id))
        };
        wanted = if filter.put_aside {
            Box::new(wanted.and(aside()))
        } else {
            Box::new(wanted.and(diesel::dsl::not(aside())))
        };
    }
    if let Some(attached) = filter.attached {
        wanted = if attached {
            Box::new(wanted.and(named()))
        } else {
            Box::new(wanted.and(diesel::dsl::not(named())))
        };
    }
    if !filter.words.is_empty() {
        wanted = Box::new(wanted.and(having(db, &filter.words)));
    }
    wanted
}

/// Whose questions count as open in a queue: anybody's, or those of one role.
fn asking(queue: &Queue) -> Option<Role> {
    match queue {
        Queue::Organisation(_) => None,
        Queue::Network | Queue::Accepted => Some(Role::NetworkCoordinator),
    }
}

fn count(db: &mut Db, queue: &Queue, filter: &QueueFilter) -> Result<u64, Error> {
    let condition = waiting(db, queue, filter);
    let total: i64 = signals::table.filter(condition).count().get_result(db)?;
    Ok(total.unsigned_abs())
}

/// First what can be decided, along the index, so that a long queue costs no more than a short one; then the few about
/// which somebody asked something.
fn oldest(db: &mut Db, queue: &Queue, filter: &QueueFilter, slice: Slice) -> Result<SignalPage, Error> {
    let (offset, limit) = (slice.offset as usize, slice.limit as usize);
    let total = count(db, queue, filter)?;
    let by = asking(queue);
    let condition = waiting(db, queue, filter);
    let asked_about: Vec<Id> = signals::table
        .filter(condition)
        .filter(asked(by))
        .select(signals::id)
        .order((signals::filed_on, number(), signals::id))
        .load(db)?;
    let condition = waiting(db, queue, filter);
    let mut ids: Vec<Id> = signals::table
        .filter(condition)
        .filter(diesel::dsl::not(asked(by)))
        .select(signals::id)
        .order((signals::filed_on, number(), signals::id))
        .offset(slice.offset.into())
        .limit(slice.limit.into())
        .load(db)?;
    let clear = usize::try_from(total).unwrap_or(0).saturating_sub(asked_about.len());
    let behind = asked_about.iter().skip(offset.saturating_sub(clear));
    ids.extend(behind.take(limit - ids.len()).copied());
    shown(db, &ids, total, &asked_about)
}

fn newest(db: &mut Db, queue: &Queue, filter: &QueueFilter, slice: Slice) -> Result<SignalPage, Error> {
    let total = count(db, queue, filter)?;
    let condition = waiting(db, queue, filter);
    let ids: Vec<Id> = signals::table
        .filter(condition)
        .select(signals::id)
        .order((signals::filed_on.desc(), number().desc(), signals::id.desc()))
        .offset(slice.offset.into())
        .limit(slice.limit.into())
        .load(db)?;
    let asked_about: Vec<Id> = signals::table
        .filter(signals::id.eq_any(&ids))
        .filter(asked(asking(queue)))
        .select(signals::id)
        .load(db)?;
    shown(db, &ids, total, &asked_about)
}

fn shown(db: &mut Db, ids: &[Id], total: u64, asked_about: &[Id]) -> Result<SignalPage, Error> {
    let mut page = page(db, ids, i64::try_from(total).unwrap_or(i64::MAX))?;
    let asked_about: BTreeSet<_> = asked_about.iter().map(|id| id.0).collect();
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

/// Whether no coordinator wrote anything about a signal.
fn unanswered_by_anybody() -> SqlLiteral<Bool> {
    let side = Side::Coordinator.code();
    sql(&format!(
        "NOT EXISTS (SELECT 1 FROM messages word WHERE word.signal_id = signals.id AND word.side = '{side}')"
    ))
}

/// Whether a structural signal names a signal.
fn named() -> SqlLiteral<Bool> {
    sql("EXISTS (SELECT 1 FROM structural_members member WHERE member.organisation = signals.organisation \
         AND member.reference = signals.reference)")
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
