//! What waits for a decision, in the order in which it is worked through.
//!
//! The oldest day first, and of one day what was filed first; what came by import follows, in the order of its ids. A
//! signal about which a question is open waits behind all others: nothing can be decided before the answer.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use diesel::dsl::sql;
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Bool, Date, Nullable};
use model::{CauseChoice, Code, Language, Place, Role, SignalId, SignalState};

use crate::columns::Id;
use crate::db::{Db, MultiBackend};
use crate::filing::{hidden, visible};
use crate::follow_up::{SignalLine, SignalPage, Slice, lines};
use crate::schema::{filing_cards, filings, signals};
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
    /// Only these signals, or all but these.
    pub among: Option<Among>,
    /// With these words.
    pub words: Wanted,
}

/// Signals that are named one by one: at most some ten thousand, as many as a question to a database can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Among {
    /// Only these.
    Only(Vec<SignalId>),
    /// All but these.
    Without(Vec<SignalId>),
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
        self.read(|db| {
            let asked = Asked::new(db, queue, filter)?;
            if filter.words.is_empty() {
                return Ok(SignalPage { total: asked.count(db)?, lines: asked.lines(db, order, slice)? });
            }
            let found = asked.found(db, order)?;
            let ids: Vec<Id> =
                found.iter().skip(slice.offset as usize).take(slice.limit as usize).copied().collect();
            Ok(SignalPage { total: found.len() as u64, lines: asked.told(db, &ids)? })
        })
    }

    /// A part of a queue for whoever need not know how long it is.
    pub fn queue_lines(
        &self,
        queue: &Queue,
        filter: &QueueFilter,
        order: QueueOrder,
        slice: Slice,
    ) -> Result<Vec<SignalLine>, Error> {
        self.read(|db| Asked::new(db, queue, filter)?.lines(db, order, slice))
    }

    /// How many signals of a queue each of these filters leaves.
    pub fn queue_counts(&self, queue: &Queue, filters: &[QueueFilter]) -> Result<Vec<u64>, Error> {
        self.read(|db| filters.iter().map(|filter| Asked::new(db, queue, filter)?.count(db)).collect())
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

/// A state as it is written in the indexes of one state: a value that is handed over says nothing to the planner.
fn stands(state: SignalState) -> Condition {
    Box::new(sql::<Nullable<Bool>>(&format!("signals.state = '{}'", state.code())))
}

fn in_state(state: SignalState) -> Condition {
    Box::new(stands(state).and(visible()))
}

fn to_release(code: &str) -> Condition {
    Box::new(in_state(SignalState::PreSignal).and(of_desk(code.to_owned())))
}

/// Of an organisation, or filed with a card that it sponsors.
fn of_desk(code: String) -> Condition {
    let own = signals::organisation.eq(code.clone());
    Box::new(own.or(signals::id.eq_any(sponsored(code))).nullable())
}

/// What is asked of a queue, with all that an answer depends on.
struct Asked<'a> {
    queue: &'a Queue,
    filter: &'a QueueFilter,
    /// The imports whose signals nobody sees yet.
    hidden: Vec<Id>,
    /// Whether the organisation sponsors a card: without one its queue is read along an index.
    sponsors: bool,
}

impl<'a> Asked<'a> {
    fn new(db: &mut Db, queue: &'a Queue, filter: &'a QueueFilter) -> Result<Self, Error> {
        let sponsors = match queue {
            Queue::Organisation(code) => {
                let cards = filing_cards::table.filter(filing_cards::sponsor.eq(code.as_str()));
                cards.count().get_result::<i64>(db)? > 0
            }
            Queue::Network | Queue::Accepted => false,
        };
        Ok(Self { queue, filter, hidden: hidden(db)?, sponsors })
    }

    /// What the queue holds of what the filter wants.
    fn wanted(&self, db: &Db) -> Condition {
        let mut wanted = match self.queue {
            Queue::Organisation(code) => {
                let code = code.to_string();
                let of_desk = if self.sponsors {
                    of_desk(code)
                } else {
                    Box::new(signals::organisation.eq(code).nullable())
                };
                Box::new(stands(SignalState::PreSignal).and(of_desk))
            }
            Queue::Network => stands(SignalState::Released),
            Queue::Accepted => {
                Box::new(stands(SignalState::Accepted).and(signals::edition.is_null().nullable()))
            }
        };
        if !self.hidden.is_empty() {
            let seen = signals::import_id.is_null().or(signals::import_id.ne_all(self.hidden.clone()));
            wanted = Box::new(wanted.and(seen));
        }
        self.filtered(db, wanted)
    }

    fn filtered(&self, db: &Db, mut wanted: Condition) -> Condition {
        let filter = self.filter;
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
            wanted = Box::new(wanted.and(signals::filed_on.le(day)).and(sql::<Bool>("NOT signals.answered")));
        }
        if let Some(open) = filter.asked {
            wanted = Box::new(wanted.and(self.asked(open)));
        }
        if let Some(today) = filter.today {
            let aside = sql::<Bool>("signals.aside_until > ").bind::<Date, _>(today);
            let here = sql::<Bool>("(signals.aside_until IS NULL OR signals.aside_until <= ")
                .bind::<Date, _>(today)
                .sql(")");
            wanted = if filter.put_aside { Box::new(wanted.and(aside)) } else { Box::new(wanted.and(here)) };
        }
        if let Some(attached) = filter.attached {
            let named = if attached { "IS NOT NULL" } else { "IS NULL" };
            wanted = Box::new(wanted.and(sql::<Bool>(&format!("signals.structural_id {named}"))));
        }
        let ids = |ids: &[SignalId]| ids.iter().map(|id| Id(id.uuid())).collect::<Vec<_>>();
        wanted = match &filter.among {
            Some(Among::Only(only)) => Box::new(wanted.and(signals::id.eq_any(ids(only)))),
            Some(Among::Without(without)) => Box::new(wanted.and(signals::id.ne_all(ids(without)))),
            None => wanted,
        };
        if !filter.words.is_empty() {
            wanted = Box::new(wanted.and(having(db, &filter.words)));
        }
        wanted
    }

    /// Whether the last word on a signal is a question: anybody's, or for the network its own.
    fn asked(&self, open: bool) -> SqlLiteral<Bool> {
        let own = Role::NetworkCoordinator.code();
        sql(&match (self.queue, open) {
            (Queue::Organisation(_), true) => "signals.asked_as IS NOT NULL".to_owned(),
            (Queue::Organisation(_), false) => "signals.asked_as IS NULL".to_owned(),
            (_, true) => format!("signals.asked_as = '{own}'"),
            (_, false) => format!("(signals.asked_as IS NULL OR signals.asked_as <> '{own}')"),
        })
    }

    /// The same as a value: no word at all is no question.
    fn asked_or_not(&self) -> SqlLiteral<Bool> {
        let own = Role::NetworkCoordinator.code();
        sql(&match self.queue {
            Queue::Organisation(_) => "signals.asked_as IS NOT NULL".to_owned(),
            _ => format!("COALESCE(signals.asked_as = '{own}', FALSE)"),
        })
    }

    fn count(&self, db: &mut Db) -> Result<u64, Error> {
        let total: i64 = signals::table.filter(self.wanted(db)).count().get_result(db)?;
        Ok(total.unsigned_abs())
    }

    /// A part of the queue, along the index, so that a long queue costs no more than a short one: first what can be decided,
    /// then the few about which somebody asked something.
    fn oldest(&self, db: &mut Db, slice: Slice) -> Result<Vec<Id>, Error> {
        let (offset, limit) = (i64::from(slice.offset), i64::from(slice.limit));
        let part = |db: &mut Db, open, offset: i64, limit: i64| -> Result<Vec<Id>, Error> {
            Ok(signals::table
                .filter(self.wanted(db))
                .filter(self.asked(open))
                .select(signals::id)
                .order((signals::filed_on, number(), signals::id))
                .offset(offset)
                .limit(limit)
                .load(db)?)
        };
        let mut ids = part(db, false, offset, limit)?;
        let found = i64::try_from(ids.len()).unwrap_or(limit);
        if found < limit {
            let clear = if found > 0 || offset == 0 {
                offset + found
            } else {
                signals::table.filter(self.wanted(db)).filter(self.asked(false)).count().get_result(db)?
            };
            ids.extend(part(db, true, (offset - clear).max(0), limit - found)?);
        }
        Ok(ids)
    }

    fn newest(&self, db: &mut Db, slice: Slice) -> Result<Vec<Id>, Error> {
        Ok(signals::table
            .filter(self.wanted(db))
            .select(signals::id)
            .order((signals::filed_on.desc(), number().desc(), signals::id.desc()))
            .offset(slice.offset.into())
            .limit(slice.limit.into())
            .load(db)?)
    }

    /// All that has the wanted words, in order: the words are looked up once, and not again for the count and each part.
    fn found(&self, db: &mut Db, order: QueueOrder) -> Result<Vec<Id>, Error> {
        let rows: Vec<(Id, bool)> = signals::table
            .filter(self.wanted(db))
            .select((signals::id, self.asked_or_not()))
            .order((signals::filed_on, number(), signals::id))
            .load(db)?;
        Ok(match order {
            QueueOrder::Newest => rows.into_iter().rev().map(|(id, _)| id).collect(),
            QueueOrder::Oldest => {
                let (open, clear): (Vec<_>, Vec<_>) = rows.into_iter().partition(|(_, open)| *open);
                clear.into_iter().chain(open).map(|(id, _)| id).collect()
            }
        })
    }

    fn lines(&self, db: &mut Db, order: QueueOrder, slice: Slice) -> Result<Vec<SignalLine>, Error> {
        let ids = match order {
            QueueOrder::Oldest => self.oldest(db, slice)?,
            QueueOrder::Newest => self.newest(db, slice)?,
        };
        self.told(db, &ids)
    }

    /// The lines of these signals, each with whether a question is open at this desk.
    fn told(&self, db: &mut Db, ids: &[Id]) -> Result<Vec<SignalLine>, Error> {
        let open: Vec<Id> = signals::table
            .filter(signals::id.eq_any(ids))
            .filter(self.asked(true))
            .select(signals::id)
            .load(db)?;
        let open: BTreeSet<_> = open.iter().map(|id| id.0).collect();
        let mut lines = lines(db, ids)?;
        for line in &mut lines {
            line.unanswered_question = open.contains(&line.id.uuid());
        }
        Ok(lines)
    }
}

/// The running number of what was filed; what came by import has none, and stands behind it.
fn number() -> SqlLiteral<BigInt> {
    sql("signals.number")
}

/// What was filed with a card that this organisation sponsors.
#[diesel::dsl::auto_type(no_type_alias)]
fn sponsored(organisation: String) -> _ {
    filings::table
        .inner_join(filing_cards::table.on(filings::card.eq(filing_cards::id.nullable())))
        .filter(filing_cards::sponsor.eq(organisation))
        .select(filings::signal_id)
}
