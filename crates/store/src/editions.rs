//! The life of an edition, apart from freezing: opened, listed, published.

use diesel::prelude::*;
use model::{Code, Edition, EditionNumber, EditionState, Period};
use serde_json::json;

use crate::db::Db;
use crate::events::Event;
use crate::filing::{month, one};
use crate::schema::{consents, editions, frozen_records};
use crate::writer::Writing;
use crate::{Error, Store};

impl Store {
    /// Opens an edition; a number that is taken is a `Conflict`.
    pub fn open_edition(&self, number: EditionNumber, period: Period) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                if load(writing.db, number)?.is_some() {
                    return Err(Error::Conflict(format!("edition {number} exists")));
                }
                open(writing, number, period)
            })?
            .wait()
    }

    /// Every edition, by number.
    pub fn editions(&self) -> Result<Vec<Edition>, Error> {
        self.read(load_all)
    }

    /// SHA-256 of the manifest with which a revision was published, in hexadecimal; none before.
    pub fn published_manifest(&self, number: EditionNumber, revision: u32) -> Result<Option<String>, Error> {
        let key = (column(number)?, count(revision)?);
        self.read(|db| {
            let hash: Option<Option<String>> = frozen_records::table
                .find(key)
                .select(frozen_records::manifest_sha256)
                .first(db)
                .optional()?;
            Ok(hash.flatten())
        })
    }

    /// Records that a revision was published with this manifest. Saying the same again changes nothing;
    /// another manifest for it is a `Conflict`.
    pub fn mark_published(
        &self,
        number: EditionNumber,
        revision: u32,
        manifest_sha256: &str,
    ) -> Result<(), Error> {
        let manifest = manifest_sha256.to_owned();
        self.writer().send(move |writing| publish(writing, number, revision, &manifest))?.wait()
    }
}

fn publish(
    writing: &mut Writing<'_>,
    number: EditionNumber,
    revision: u32,
    manifest: &str,
) -> Result<(), Error> {
    let (edition, revision) = (column(number)?, count(revision)?);
    let record = frozen_records::table.find((edition, revision));
    let before: Option<Option<String>> =
        record.select(frozen_records::manifest_sha256).first(writing.db).optional()?;
    match before {
        None => {
            return Err(Error::NotFound(format!("frozen record of edition {number}, revision {revision}")));
        }
        Some(Some(same)) if same == manifest => return Ok(()),
        Some(Some(_)) => {
            return Err(Error::Conflict(format!(
                "edition {number}, revision {revision} was published differently"
            )));
        }
        Some(None) => {}
    }
    diesel::update(record).set(frozen_records::manifest_sha256.eq(manifest)).execute(writing.db)?;
    diesel::update(editions::table.find(edition))
        .set((editions::state.eq(EditionState::Published.code()), editions::revision.eq(revision)))
        .execute(writing.db)?;
    let detail = json!({ "revision": revision, "manifest": manifest });
    writing.record(Event::new("edition-published", "edition", number, detail));
    Ok(())
}

/// The detail of the conflict of an edition whose period does not follow those of the editions before it.
pub const OUT_OF_ORDER: &str = "the periods of editions follow each other as their numbers do";

/// Makes an edition, open from now on. `Conflict` unless periods follow each other as numbers do, from 1 on, and
/// share no month: an edition takes what no earlier one took, so an edition out of order would take another's
/// signals.
pub(crate) fn open(writing: &mut Writing<'_>, number: EditionNumber, period: Period) -> Result<(), Error> {
    let in_order = load_all(writing.db)?.iter().all(|other| {
        if other.number < number {
            other.period.to() < period.from()
        } else {
            period.to() < other.period.from()
        }
    });
    if number.0 == 0 || !in_order {
        return Err(Error::Conflict(OUT_OF_ORDER.to_owned()));
    }
    diesel::insert_into(editions::table)
        .values((
            editions::number.eq(column(number)?),
            editions::period_from.eq(period.from().number()),
            editions::period_to.eq(period.to().number()),
            editions::state.eq(EditionState::Open.code()),
            editions::revision.eq(1),
        ))
        .execute(writing.db)?;
    let detail = json!({ "from": period.from().to_string(), "to": period.to().to_string() });
    writing.record(Event::new("edition-opened", "edition", number, detail));
    Ok(())
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = editions)]
struct EditionRow {
    number: i32,
    period_from: i32,
    period_to: i32,
    state: String,
    revision: i32,
}

impl EditionRow {
    fn edition(self) -> Result<Edition, Error> {
        let period = Period::new(month(self.period_from)?, month(self.period_to)?)
            .map_err(|_| Error::Broken("a period in a row that is none".to_owned()))?;
        Ok(Edition {
            number: number(self.number),
            period,
            state: one(&self.state, EditionState::parse)?,
            revision: self.revision.unsigned_abs(),
        })
    }
}

/// The edition with this number.
pub(crate) fn load(db: &mut Db, number: EditionNumber) -> Result<Option<Edition>, Error> {
    let row = editions::table.find(column(number)?).select(EditionRow::as_select()).first(db).optional()?;
    row.map(EditionRow::edition).transpose()
}

/// Every edition, by number.
pub(crate) fn load_all(db: &mut Db) -> Result<Vec<Edition>, Error> {
    let rows: Vec<EditionRow> =
        editions::table.select(EditionRow::as_select()).order(editions::number).load(db)?;
    rows.into_iter().map(EditionRow::edition).collect()
}

/// The organisations that agree to be named in this edition, in the order of the network file.
pub(crate) fn load_consents(db: &mut Db, number: EditionNumber) -> Result<Vec<Code>, Error> {
    let codes: Vec<String> = consents::table
        .select(consents::organisation)
        .filter(consents::edition.eq(column(number)?))
        .order(consents::position)
        .load(db)?;
    codes.iter().map(|code| one(code, Code::parse)).collect()
}

/// The number as a column holds it.
pub(crate) fn column(number: EditionNumber) -> Result<i32, Error> {
    count(number.0)
}

/// A small count as a column holds it.
pub(crate) fn count(value: u32) -> Result<i32, Error> {
    i32::try_from(value).map_err(|_| Error::Conflict("a number too large for a column".to_owned()))
}

/// The number in a column.
pub(crate) fn number(column: i32) -> EditionNumber {
    EditionNumber(column.unsigned_abs())
}
