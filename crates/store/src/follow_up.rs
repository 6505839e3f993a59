//! What became of signals: the lists that people see, each in the order in which it is worked through.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, CauseChoice, Code, EditionNumber, Language, Month, Place, SignalId, SignalState};

use crate::columns::Id;
use crate::db::Db;
use crate::editions::number;
use crate::filing::{SignalText, month, one, visible};
use crate::messages::Side;
use crate::schema::{filings, messages, signals};
use crate::texts::current;
use crate::{Error, Store};

/// A signal in a list. Codes are as decided.
#[derive(Clone, PartialEq, Eq)]
pub struct SignalLine {
    /// Its id.
    pub id: SignalId,
    /// Its receipt; none where it was imported.
    pub receipt: Option<String>,
    /// The headline; empty when its words were wiped.
    pub headline: String,
    /// The organisation.
    pub organisation: Code,
    /// Where it stands.
    pub state: SignalState,
    /// The month of observation.
    pub observed: Month,
    /// The day it came in.
    pub filed_on: NaiveDate,
    /// The language it is written in.
    pub language: Language,
    /// The main domain.
    pub domain: Code,
    /// The main cause.
    pub cause: CauseChoice,
    /// Where it happens.
    pub place: Place,
    /// Straight to a network coordinator.
    pub direct: bool,
    /// A coordinator asked something, and nobody replied yet.
    pub unanswered_question: bool,
    /// The account that filed it; none where it came by card, token or import.
    pub filer: Option<AccountId>,
    /// The edition that took it.
    pub edition: Option<EditionNumber>,
}

/// Never the headline.
impl std::fmt::Debug for SignalLine {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignalLine").field("id", &self.id).field("state", &self.state).finish_non_exhaustive()
    }
}

/// Which part of a list is wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Slice {
    /// How many to leave out at the beginning.
    pub offset: u32,
    /// How many at most.
    pub limit: u32,
}

impl Slice {
    /// The first so many.
    pub const fn first(limit: u32) -> Self {
        Self { offset: 0, limit }
    }
}

/// A part of a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignalPage {
    /// The signals.
    pub lines: Vec<SignalLine>,
    /// How many the whole list has.
    pub total: u64,
}

impl Store {
    /// The signals that an account filed, newest first.
    pub fn signals_of_account(&self, account: AccountId, slice: Slice) -> Result<SignalPage, Error> {
        let account = Id(account.uuid());
        self.read(|db| {
            let ids: Vec<Id> = filings::table
                .inner_join(signals::table.on(signals::id.eq(filings::signal_id)))
                .filter(filings::account.eq(account))
                .filter(visible())
                .select(filings::signal_id)
                .order(filings::number.desc())
                .offset(slice.offset.into())
                .limit(slice.limit.into())
                .load(db)?;
            let total: i64 = filings::table
                .inner_join(signals::table.on(signals::id.eq(filings::signal_id)))
                .filter(filings::account.eq(account))
                .filter(visible())
                .count()
                .get_result(db)?;
            page(db, &ids, total)
        })
    }

    /// The lines of these signals, in this order; those that are not there are left out.
    pub fn lines_of(&self, signals: &[SignalId]) -> Result<Vec<SignalLine>, Error> {
        let ids: Vec<Id> = signals.iter().map(|id| Id(id.uuid())).collect();
        self.read(|db| lines(db, &ids))
    }

    /// The signals of an organisation in these states, newest first; those that went straight to a network
    /// coordinator are not among them.
    pub fn signals_of_organisation(
        &self,
        organisation: &Code,
        states: &[SignalState],
        slice: Slice,
    ) -> Result<SignalPage, Error> {
        let states: Vec<&str> = states.iter().map(|state| state.code()).collect();
        self.read(|db| {
            let ids: Vec<Id> = signals::table
                .filter(signals::organisation.eq(organisation.as_str()))
                .filter(signals::state.eq_any(&states))
                .filter(visible())
                .filter(not_direct())
                .select(signals::id)
                .order((signals::filed_on.desc(), signals::id))
                .offset(slice.offset.into())
                .limit(slice.limit.into())
                .load(db)?;
            let total: i64 = signals::table
                .filter(signals::organisation.eq(organisation.as_str()))
                .filter(signals::state.eq_any(&states))
                .filter(visible())
                .filter(not_direct())
                .count()
                .get_result(db)?;
            page(db, &ids, total)
        })
    }

    /// The signals of an organisation, newest first, that stand after this one in the list, or the first ones; those that
    /// went straight to a network coordinator are not among them. Also whether there are more. However many come in
    /// meanwhile, none is told twice and none is left out. `NotFound` where the organisation has no such signal.
    pub fn signals_after(
        &self,
        organisation: &Code,
        after: Option<SignalId>,
        limit: u32,
    ) -> Result<(Vec<SignalLine>, bool), Error> {
        self.read(|db| {
            let of_organisation = || {
                signals::table
                    .filter(signals::organisation.eq(organisation.as_str()))
                    .filter(visible())
                    .filter(not_direct())
            };
            let mut rest = of_organisation()
                .select(signals::id)
                .order((signals::filed_on.desc(), signals::id))
                .limit(i64::from(limit) + 1)
                .into_boxed();
            if let Some(after) = after.map(|id| Id(id.uuid())) {
                let day: NaiveDate =
                    of_organisation().filter(signals::id.eq(after)).select(signals::filed_on).first(db)?;
                let same_day = signals::filed_on.eq(day).and(signals::id.gt(after));
                rest = rest.filter(signals::filed_on.lt(day).or(same_day));
            }
            let mut ids: Vec<Id> = rest.load(db)?;
            let more = ids.len() > limit as usize;
            ids.truncate(limit as usize);
            Ok((lines(db, &ids)?, more))
        })
    }
}

/// Not sent past the own organisation's coordinators.
#[diesel::dsl::auto_type(no_type_alias)]
fn not_direct() -> _ {
    let direct: bool = true;
    signals::id.ne_all(filings::table.filter(filings::direct.eq(direct)).select(filings::signal_id))
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signals)]
struct LineRow {
    id: Id,
    text_id: Id,
    organisation: String,
    state: String,
    observed: i32,
    filed_on: NaiveDate,
    language: String,
    edition: Option<i32>,
    decided_domain: String,
    decided_cause: String,
    decided_place: String,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = filings)]
struct FiledBy {
    signal_id: Id,
    receipt: String,
    account: Option<Id>,
    direct: bool,
}

/// The lines of these signals as a part of a list of so many.
pub(crate) fn page(db: &mut Db, ids: &[Id], total: i64) -> Result<SignalPage, Error> {
    Ok(SignalPage { lines: lines(db, ids)?, total: total.unsigned_abs() })
}

/// The lines of these signals, in this order; those that are not there are left out.
pub(crate) fn lines(db: &mut Db, ids: &[Id]) -> Result<Vec<SignalLine>, Error> {
    let rows: Vec<LineRow> = signals::table
        .filter(signals::id.eq_any(ids))
        .filter(visible())
        .select(LineRow::as_select())
        .load(db)?;
    let filed: Vec<FiledBy> =
        filings::table.filter(filings::signal_id.eq_any(ids)).select(FiledBy::as_select()).load(db)?;
    let mut filed: BTreeMap<Id, FiledBy> = filed.into_iter().map(|row| (row.signal_id, row)).collect();
    let texts = current(db, &rows.iter().map(|row| row.text_id).collect::<Vec<_>>())?;
    let asked = unanswered(db, ids)?;
    let mut found = BTreeMap::new();
    for row in rows {
        let body = texts.get(&row.text_id).map_or("", |text| text.body.as_str());
        let filed = filed.remove(&row.id);
        let line = SignalLine {
            id: SignalId::from_uuid(row.id.0),
            headline: SignalText::read(body)?.headline,
            organisation: one(&row.organisation, Code::parse)?,
            state: one(&row.state, SignalState::parse)?,
            observed: month(row.observed)?,
            filed_on: row.filed_on,
            language: one(&row.language, Language::parse)?,
            domain: one(&row.decided_domain, Code::parse)?,
            cause: one(&row.decided_cause, CauseChoice::parse)?,
            place: one(&row.decided_place, Place::parse)?,
            direct: filed.as_ref().is_some_and(|filed| filed.direct),
            unanswered_question: asked.contains(&row.id),
            filer: filed.as_ref().and_then(|filed| filed.account).map(|id| AccountId::from_uuid(id.0)),
            receipt: filed.map(|filed| filed.receipt),
            edition: row.edition.map(number),
        };
        found.insert(row.id, line);
    }
    Ok(ids.iter().filter_map(|id| found.remove(id)).collect())
}

/// Those of these signals whose last message is a coordinator's.
pub(crate) fn unanswered(db: &mut Db, ids: &[Id]) -> Result<BTreeSet<Id>, Error> {
    let rows: Vec<(Id, String)> = messages::table
        .filter(messages::signal_id.eq_any(ids))
        .select((messages::signal_id, messages::side))
        .order((messages::signal_id, messages::number))
        .load(db)?;
    // In the order of the thread: the last one stays.
    let last: BTreeMap<Id, String> = rows.into_iter().collect();
    Ok(last.into_iter().filter(|(_, side)| side == Side::Coordinator.code()).map(|(id, _)| id).collect())
}
