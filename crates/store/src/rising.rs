//! What came in month by month: the counts in which a rise is looked for, and the signals behind one.
//!
//! Counted is what reached the network's desk and was not turned away there: released or accepted, with the codes as
//! decided; reports of a case that another signal tells are left out. The month is that of the filing. What came with a
//! file counts in the month in which it was observed: a file holds the work of many months, and its own day says nothing.

use chrono::{Months, NaiveDate};
use diesel::dsl::{count_star, sql};
use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::{Integer, Nullable, Text};
use model::{CauseChoice, Code, Month, Period, Place, SignalId, SignalState, StructuralSignalId};

use crate::columns::{Id, SqlUuid};
use crate::filing::{month, one, visible};
use crate::follow_up::{SignalLine, lines};
use crate::queues::Condition;
use crate::schema::{same_cases, signals};
use crate::{Error, Store};

/// How many signals of a month have all this in common.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthlyCount {
    /// The month in which they came in.
    pub month: Month,
    /// The main cause, as decided.
    pub cause: CauseChoice,
    /// The main domain, as decided.
    pub domain: Code,
    /// Where it happens, as decided.
    pub place: Place,
    /// The structural signal that names them.
    pub structural: Option<StructuralSignalId>,
    /// How many; never 0.
    pub count: u64,
}

/// Which signals are counted together: those that fit all that is said.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CountedBy {
    /// With this main cause.
    pub cause: Option<CauseChoice>,
    /// In this main domain.
    pub domain: Option<Code>,
    /// In one of these places; anywhere where none is named.
    pub places: Vec<Place>,
    /// Named by this structural signal.
    pub structural: Option<StructuralSignalId>,
}

/// A signal behind a count.
#[derive(Debug, Clone)]
pub struct CountedSignal {
    /// As in lists.
    pub line: SignalLine,
    /// Whether a structural signal can begin with it: accepted, and named by none yet.
    pub is_free: bool,
}

impl Store {
    /// What came in during these months, in an order that does not matter.
    pub fn monthly_counts(&self, period: Period) -> Result<Vec<MonthlyCount>, Error> {
        type Row = (i32, String, String, String, Option<Id>, i64);
        let wanted = counted(period, &CountedBy::default());
        self.read(|db| {
            let rows: Vec<Row> = signals::table
                .filter(wanted)
                .group_by(sql::<Integer>("1, 2, 3, 4, 5"))
                .select((
                    came_in(),
                    sql::<Text>("signals.decided_cause"),
                    sql::<Text>("signals.decided_domain"),
                    sql::<Text>("signals.decided_place"),
                    named_by(),
                    count_star(),
                ))
                .load(db)?;
            rows.into_iter()
                .map(|(number, cause, domain, place, structural, count)| {
                    Ok(MonthlyCount {
                        month: month(number)?,
                        cause: one(&cause, CauseChoice::parse)?,
                        domain: one(&domain, Code::parse)?,
                        place: one(&place, Place::parse)?,
                        structural: structural.map(|id| StructuralSignalId::from_uuid(id.0)),
                        count: count.unsigned_abs(),
                    })
                })
                .collect()
        })
    }

    /// The signals behind a count, the newest first, at most `limit`.
    pub fn signals_behind(
        &self,
        period: Period,
        by: &CountedBy,
        limit: u32,
    ) -> Result<Vec<CountedSignal>, Error> {
        let wanted = counted(period, by);
        self.read(|db| {
            let rows: Vec<(Id, Option<Id>)> = signals::table
                .filter(wanted)
                .select((signals::id, named_by()))
                .order((signals::filed_on.desc(), signals::id))
                .limit(limit.into())
                .load(db)?;
            let ids: Vec<Id> = rows.iter().map(|(id, _)| *id).collect();
            let named = |id: SignalId| rows.iter().any(|(one, by)| one.0 == id.uuid() && by.is_some());
            let with = |line: SignalLine| CountedSignal {
                is_free: line.state == SignalState::Accepted && line.edition.is_none() && !named(line.id),
                line,
            };
            Ok(lines(db, &ids)?.into_iter().map(with).collect())
        })
    }
}

/// The months since the year 0 of the month in which a signal came in. Both databases write a day as YYYY-MM-DD.
fn came_in() -> SqlLiteral<Integer> {
    sql("(CASE WHEN signals.import_id IS NOT NULL THEN signals.observed ELSE \
         CAST(substr(CAST(signals.filed_on AS TEXT), 1, 4) AS INTEGER) * 12 + \
         CAST(substr(CAST(signals.filed_on AS TEXT), 6, 2) AS INTEGER) - 1 END)")
}

/// Whether a signal came in during these months, and counts.
fn counted(period: Period, by: &CountedBy) -> Condition {
    let states = [SignalState::Released.code(), SignalState::Accepted.code()];
    let (from, to) = (period.from().number(), period.to().number());
    let mut wanted: Condition = Box::new(
        signals::state
            .eq_any(states)
            // Nothing is observed after it was filed: the index leaves out what is older.
            .and(signals::filed_on.ge(first_day(period.from())))
            .and(came_in().between(from, to))
            .and(visible())
            .and(signals::id.ne_all(same_cases::table.select(same_cases::signal_id))),
    );
    if let Some(cause) = by.cause {
        wanted = Box::new(wanted.and(signals::decided_cause.eq(cause.code())));
    }
    if let Some(domain) = &by.domain {
        wanted = Box::new(wanted.and(signals::decided_domain.eq(domain.as_str().to_owned())));
    }
    if !by.places.is_empty() {
        let codes: Vec<String> = by.places.iter().map(|place| place.code()).collect();
        wanted = Box::new(wanted.and(signals::decided_place.eq_any(codes)));
    }
    if let Some(structural) = by.structural {
        wanted = Box::new(wanted.and(named_by().eq(Id(structural.uuid()))));
    }
    wanted
}

/// The structural signal that names a signal.
fn named_by() -> SqlLiteral<Nullable<SqlUuid>> {
    sql("(SELECT naming.structural_id FROM structural_members naming \
         WHERE naming.organisation = signals.organisation AND naming.reference = signals.reference)")
}

fn first_day(month: Month) -> NaiveDate {
    let from_the_first = Months::new(month.number().unsigned_abs());
    NaiveDate::from_ymd_opt(0, 1, 1)
        .and_then(|day| day.checked_add_months(from_the_first))
        .unwrap_or_default()
}
