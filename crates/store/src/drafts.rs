//! Unfinished signals: sealed, their owner's alone, gone after 30 days.

use chrono::{Days, NaiveDate};
use diesel::prelude::*;
use model::{AccountId, DraftId};

use crate::columns::{Id, Sealed};
use crate::schema::drafts;
use crate::writer::Writing;
use crate::{Error, Store};

/// How many days a draft is kept after it was last saved.
pub const DRAFT_DAYS: u64 = 30;

/// An unfinished signal.
#[derive(Clone, PartialEq, Eq)]
pub struct Draft {
    /// Its id.
    pub id: DraftId,
    /// What it says, in the form its writer chose.
    pub body: String,
    /// The day it was last saved.
    pub saved_on: NaiveDate,
    /// The day it is removed.
    pub expires_on: NaiveDate,
}

/// Never what it says.
impl std::fmt::Debug for Draft {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Draft")
            .field("id", &self.id)
            .field("saved_on", &self.saved_on)
            .finish_non_exhaustive()
    }
}

/// How many drafts an account keeps at most.
const MOST_DRAFTS: i64 = 50;

/// The detail of the `Conflict` for one draft too many.
pub const TOO_MANY_DRAFTS: &str = "an account keeps fifty drafts at most";

impl Store {
    /// Saves a draft, new or again. `NotFound` where the id is another account's: nobody learns of it.
    pub fn save_draft(&self, account: AccountId, id: DraftId, body: &str) -> Result<(), Error> {
        let body = Sealed::seal(body);
        self.writer().send(move |writing| save(writing, Id(account.uuid()), Id(id.uuid()), body))?.wait()
    }

    /// The drafts of an account, the last saved first.
    pub fn drafts(&self, account: AccountId) -> Result<Vec<Draft>, Error> {
        self.read(|db| {
            let rows: Vec<DraftRow> = drafts::table
                .filter(drafts::account.eq(Id(account.uuid())))
                .select(DraftRow::as_select())
                .order((drafts::saved_on.desc(), drafts::id))
                .load(db)?;
            rows.into_iter().map(DraftRow::draft).collect()
        })
    }

    /// A draft of this account; none where it is another's, or nobody's.
    pub fn draft(&self, account: AccountId, id: DraftId) -> Result<Option<Draft>, Error> {
        self.read(|db| {
            let row: Option<DraftRow> = drafts::table
                .filter(drafts::id.eq(Id(id.uuid())))
                .filter(drafts::account.eq(Id(account.uuid())))
                .select(DraftRow::as_select())
                .first(db)
                .optional()?;
            row.map(DraftRow::draft).transpose()
        })
    }

    /// Deletes a draft of this account, from the files too. One that is not there stays so.
    pub fn delete_draft(&self, account: AccountId, id: DraftId) -> Result<(), Error> {
        self.writer().send(move |writing| delete(writing, Id(account.uuid()), Id(id.uuid())))?.wait()
    }

    /// Deletes the drafts that nobody saved for 30 days, from the files too; how many.
    pub fn remove_old_drafts(&self) -> Result<u64, Error> {
        self.writer()
            .send(|writing| {
                let Some(last) = writing.today.checked_sub_days(Days::new(DRAFT_DAYS)) else {
                    return Ok(0);
                };
                let old = drafts::table.filter(drafts::saved_on.le(last));
                let removed = diesel::delete(old).execute(writing.db)?;
                if removed > 0 {
                    writing.forget_deleted("drafts");
                }
                Ok(removed as u64)
            })?
            .wait()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = drafts)]
struct DraftRow {
    id: Id,
    body: Sealed,
    saved_on: NaiveDate,
}

impl DraftRow {
    fn draft(self) -> Result<Draft, Error> {
        let expires_on = self
            .saved_on
            .checked_add_days(Days::new(DRAFT_DAYS))
            .ok_or_else(|| Error::Broken("a day in a column that no calendar has".to_owned()))?;
        Ok(Draft {
            id: DraftId::from_uuid(self.id.0),
            body: self.body.unseal()?,
            saved_on: self.saved_on,
            expires_on,
        })
    }
}

fn count(writing: &mut Writing<'_>, account: Id) -> Result<i64, Error> {
    Ok(drafts::table.filter(drafts::account.eq(account)).count().get_result(writing.db)?)
}

fn save(writing: &mut Writing<'_>, account: Id, id: Id, body: Sealed) -> Result<(), Error> {
    let owner: Option<Id> = drafts::table.find(id).select(drafts::account).first(writing.db).optional()?;
    match owner {
        Some(owner) if owner != account => return Err(Error::NotFound("draft".to_owned())),
        Some(_) => diesel::update(drafts::table.find(id))
            .set((drafts::body.eq(body), drafts::saved_on.eq(writing.today)))
            .execute(writing.db)?,
        None if count(writing, account)? >= MOST_DRAFTS => {
            return Err(Error::Conflict(TOO_MANY_DRAFTS.to_owned()));
        }
        None => diesel::insert_into(drafts::table)
            .values((
                drafts::id.eq(id),
                drafts::account.eq(account),
                drafts::body.eq(body),
                drafts::saved_on.eq(writing.today),
            ))
            .execute(writing.db)?,
    };
    Ok(())
}

/// Deletes a draft inside a command.
pub(crate) fn delete(writing: &mut Writing<'_>, account: Id, id: Id) -> Result<(), Error> {
    let own = drafts::table.filter(drafts::id.eq(id)).filter(drafts::account.eq(account));
    if diesel::delete(own).execute(writing.db)? > 0 {
        writing.forget_deleted("drafts");
    }
    Ok(())
}
