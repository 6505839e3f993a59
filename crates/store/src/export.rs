//! `export signals`: signals as they were filed, in a fixed order, a page at a time.

use diesel::prelude::*;
use model::{Code, Period, Submission};
use serde_json::json;

use crate::columns::Id;
use crate::db::Db;
use crate::events::Event;
use crate::filing::{FiledRow, SignalText, visible};
use crate::schema::{organisations, signals};
use crate::texts::current;
use crate::{Error, Store};

/// Which signals an export holds; every condition that is given must hold.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct ExportFilter {
    /// Of this organisation.
    pub organisation: Option<Code>,
    /// Observed in this period.
    pub observed: Option<Period>,
}

const PAGE: usize = 1_000;

impl Store {
    /// Hands over each signal, by organisation, then reference; those without a reference follow in an order
    /// that says nothing. How many there were. The export is an event, recorded before the first row leaves.
    pub fn export_signals(
        &self,
        filter: &ExportFilter,
        each: &mut dyn FnMut(&Submission) -> Result<(), Error>,
    ) -> Result<u64, Error> {
        let detail = json!({
            "organisation": filter.organisation.as_ref().map(Code::as_str),
            "from": filter.observed.map(|period| period.from().to_string()),
            "to": filter.observed.map(|period| period.to().to_string()),
        });
        let event = Event::new("exported", "export", "signals", detail);
        self.writer()
            .send(move |writing| {
                writing.record(event);
                Ok(())
            })?
            .wait()?;
        self.read(|db| {
            let codes: Vec<String> = match &filter.organisation {
                Some(code) => vec![code.as_str().to_owned()],
                None => {
                    organisations::table.select(organisations::code).order(organisations::code).load(db)?
                }
            };
            let mut count = 0;
            for organisation in &codes {
                let mut after = Some(After::Beginning);
                while let Some(position) = after.take() {
                    let rows = page(db, organisation, filter, &position)?;
                    after = match (rows.last(), position) {
                        (Some(last), _) => {
                            Some(last.reference.clone().map_or(After::Id(last.id), After::Reference))
                        }
                        (None, After::Id(_)) => None,
                        // No more with a reference: the others begin.
                        (None, _) => Some(After::Id(Id(uuid::Uuid::nil()))),
                    };
                    let ids: Vec<Id> = rows.iter().map(|row| row.text_id).collect();
                    let texts = current(db, &ids)?;
                    for row in rows {
                        let body = texts.get(&row.text_id).map_or("", |text| text.body.as_str());
                        each(&row.submission(SignalText::read(body)?)?)?;
                        count += 1;
                    }
                }
            }
            Ok(count)
        })
    }
}

enum After {
    Beginning,
    Reference(String),
    /// Among those without a reference.
    Id(Id),
}

fn page(
    db: &mut Db,
    organisation: &str,
    filter: &ExportFilter,
    after: &After,
) -> Result<Vec<FiledRow>, Error> {
    let mut query = signals::table
        .select(FiledRow::as_select())
        .filter(signals::organisation.eq(organisation.to_owned()))
        .filter(visible())
        .limit(PAGE as i64)
        .into_boxed();
    if let Some(period) = filter.observed {
        query = query.filter(signals::observed.between(period.from().number(), period.to().number()));
    }
    query = match after {
        After::Beginning => query.filter(signals::reference.is_not_null()).order(signals::reference),
        After::Reference(last) => query.filter(signals::reference.gt(last.clone())).order(signals::reference),
        After::Id(last) => {
            query.filter(signals::reference.is_null()).filter(signals::id.gt(*last)).order(signals::id)
        }
    };
    Ok(query.load(db)?)
}
