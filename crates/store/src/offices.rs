//! The offices to which recommendations are addressed, with their mandates.

use diesel::prelude::*;
use model::{AccountId, Authority, Code, Office};
use serde_json::json;

use crate::columns::Id;
use crate::db::Db;
use crate::events::Event;
use crate::filing::{one, read_json, written};
use crate::schema::{answers, offices, recommendations};
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for a mandate that ends before it begins.
pub const MANDATE_BACKWARDS: &str = "a mandate that ends before it begins";

/// The detail of the `Conflict` for another level of an office that something is addressed to, or that answered.
pub const OFFICE_IN_USE: &str = "the level of an office that is named already";

#[derive(Queryable, Selectable)]
#[diesel(table_name = offices)]
struct OfficeRow {
    code: String,
    authority: String,
    name: String,
    mandate_from: chrono::NaiveDate,
    mandate_until: Option<chrono::NaiveDate>,
}

impl Store {
    /// Adds an office, or describes the one with this code anew: a mandate that ended gets its last day that way, and what
    /// was addressed to it keeps naming it. `Conflict` for a mandate that ends before it begins.
    pub fn put_office(&self, office: Office, by: AccountId) -> Result<(), Error> {
        self.writer()
            .send_alone(move |writing| {
                let is_new = save(writing, &office)?;
                let detail = json!({
                    "by": by.to_string(), "change": if is_new { "added" } else { "changed" },
                });
                writing.record(Event::new("list-changed", "office", office.code.as_str(), detail));
                Ok(())
            })?
            .wait()
    }

    /// A code that no office has.
    pub fn new_office_code(&self) -> Result<Code, Error> {
        self.writer()
            .send(|writing| {
                let random = Id::from_random(writing.random()).0.simple().to_string();
                one(&format!("office-{}", random.get(..8).unwrap_or_default()), Code::parse)
            })?
            .wait()
    }
}

/// The offices, in the order of the network.
pub(crate) fn load(db: &mut Db) -> Result<Vec<Office>, Error> {
    let rows: Vec<OfficeRow> =
        offices::table.select(OfficeRow::as_select()).order((offices::position, offices::code)).load(db)?;
    rows.into_iter()
        .map(|row| {
            Ok(Office {
                code: one(&row.code, Code::parse)?,
                authority: one(&row.authority, Authority::parse)?,
                name: read_json(&row.name)?,
                from: row.mandate_from,
                until: row.mandate_until,
            })
        })
        .collect()
}

/// Writes an office; whether it was not there before.
pub(crate) fn save(writing: &mut Writing<'_>, office: &Office) -> Result<bool, Error> {
    if office.until.is_some_and(|until| until < office.from) {
        return Err(Error::Conflict(MANDATE_BACKWARDS.to_owned()));
    }
    let code = office.code.as_str();
    let other_level = offices::authority.ne(office.authority.code());
    let moved: i64 =
        offices::table.filter(offices::code.eq(code)).filter(other_level).count().get_result(writing.db)?;
    let addressed: i64 =
        recommendations::table.filter(recommendations::office.eq(code)).count().get_result(writing.db)?;
    let answered: i64 = answers::table.filter(answers::office.eq(code)).count().get_result(writing.db)?;
    if moved > 0 && addressed + answered > 0 {
        return Err(Error::Conflict(OFFICE_IN_USE.to_owned()));
    }
    let values = (
        offices::authority.eq(office.authority.code()),
        offices::name.eq(written(&office.name)?),
        offices::mandate_from.eq(office.from),
        offices::mandate_until.eq(office.until),
    );
    if diesel::update(offices::table.find(code)).set(values.clone()).execute(writing.db)? > 0 {
        return Ok(false);
    }
    let last: Option<i32> = offices::table
        .select(offices::position)
        .order(offices::position.desc())
        .first(writing.db)
        .optional()?;
    let position = offices::position.eq(last.map_or(0, |last| last + 1));
    diesel::insert_into(offices::table)
        .values((offices::code.eq(code), position, values))
        .execute(writing.db)?;
    Ok(true)
}
