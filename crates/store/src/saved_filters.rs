//! Searches that people keep: an organisation's or the network's, with a name; and the last one that somebody typed, which
//! has an address of its own because its words may stand in none.

use diesel::prelude::*;
use model::{AccountId, Code};
use serde_json::json;
use uuid::Uuid;

use crate::columns::{Id, Sealed};
use crate::db::Db;
use crate::events::Event;
use crate::schema::saved_filters;
use crate::writer::Writing;
use crate::{Error, Store};

/// A search that is kept.
#[derive(Clone, PartialEq, Eq)]
pub struct SavedFilter {
    /// Its id: a random UUID, of which its address is made.
    pub id: Uuid,
    /// The organisation that shares it; none where the network's coordinators do, or where it is one account's.
    pub organisation: Option<Code>,
    /// Whose it is alone; none where it is shared.
    pub account: Option<AccountId>,
    /// The code of the list it is for.
    pub queue: String,
    /// Its name; empty for one account's last search.
    pub name: String,
    /// What it looks for, as whoever saved it wrote it down.
    pub query: String,
}

/// Never its name, nor what it looks for.
impl std::fmt::Debug for SavedFilter {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SavedFilter")
            .field("id", &self.id)
            .field("queue", &self.queue)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Keeps a search for all who work on this list. It is known by the id that this returns.
    pub fn save_filter(
        &self,
        organisation: Option<&Code>,
        queue: &str,
        name: &str,
        query: &str,
        by: AccountId,
    ) -> Result<Uuid, Error> {
        let row = New {
            organisation: organisation.map(ToString::to_string),
            account: None,
            ..New::of(queue, name, query)
        };
        self.writer()
            .send(move |writing| {
                let id = insert(writing, row)?;
                let detail = json!({ "by": by.to_string() });
                writing.record(Event::new("filter-saved", "filter", id, detail));
                Ok(id.0)
            })?
            .wait()
    }

    /// Remembers what an account looks for in a list now, in place of what it looked for before.
    pub fn remember_search(&self, queue: &str, query: &str, by: AccountId) -> Result<Uuid, Error> {
        let account = Id(by.uuid());
        let row = New { organisation: None, account: Some(account), ..New::of(queue, "", query) };
        self.writer()
            .send(move |writing| {
                let earlier = saved_filters::table
                    .filter(saved_filters::account.eq(account))
                    .filter(saved_filters::queue.eq(&row.queue));
                if diesel::delete(earlier).execute(writing.db)? > 0 {
                    writing.forget_deleted("saved_filters");
                }
                Ok(insert(writing, row)?.0)
            })?
            .wait()
    }

    /// A search by its id; `NotFound` where there is none.
    pub fn filter(&self, id: Uuid) -> Result<SavedFilter, Error> {
        self.read(|db| {
            let row: Row = saved_filters::table.find(Id(id)).select(Row::as_select()).first(db)?;
            row.filter()
        })
    }

    /// The searches that are shared in a list, in the order in which they were saved.
    pub fn shared_filters(
        &self,
        organisation: Option<&Code>,
        queue: &str,
    ) -> Result<Vec<SavedFilter>, Error> {
        self.read(|db| {
            let mut rows: Vec<Row> = shared(db, queue)?;
            rows.retain(|row| row.organisation.as_deref() == organisation.map(Code::as_str));
            rows.into_iter().map(Row::filter).collect()
        })
    }

    /// Forgets a shared search.
    pub fn delete_filter(&self, id: Uuid, by: AccountId) -> Result<(), Error> {
        self.writer()
            .send(move |writing| {
                if diesel::delete(saved_filters::table.find(Id(id))).execute(writing.db)? == 0 {
                    return Err(Error::NotFound("filter".to_owned()));
                }
                writing.forget_deleted("saved_filters");
                let detail = json!({ "by": by.to_string() });
                writing.record(Event::new("filter-deleted", "filter", Id(id), detail));
                Ok(())
            })?
            .wait()
    }
}

struct New {
    organisation: Option<String>,
    account: Option<Id>,
    queue: String,
    name: Sealed,
    query: Sealed,
}

impl New {
    fn of(queue: &str, name: &str, query: &str) -> Self {
        Self {
            organisation: None,
            account: None,
            queue: queue.to_owned(),
            name: Sealed::seal(name.trim()),
            query: Sealed::seal(query),
        }
    }
}

fn insert(writing: &mut Writing<'_>, new: New) -> Result<Id, Error> {
    let id = Id::from_random(writing.random());
    diesel::insert_into(saved_filters::table)
        .values((
            saved_filters::id.eq(id),
            saved_filters::organisation.eq(new.organisation),
            saved_filters::account.eq(new.account),
            saved_filters::queue.eq(new.queue),
            saved_filters::name.eq(new.name),
            saved_filters::query.eq(new.query),
            saved_filters::made_on.eq(writing.today),
        ))
        .execute(writing.db)?;
    Ok(id)
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = saved_filters)]
struct Row {
    id: Id,
    organisation: Option<String>,
    account: Option<Id>,
    queue: String,
    name: Sealed,
    query: Sealed,
}

impl Row {
    fn filter(self) -> Result<SavedFilter, Error> {
        Ok(SavedFilter {
            id: self.id.0,
            organisation: self
                .organisation
                .as_deref()
                .map(|code| crate::filing::one(code, Code::parse))
                .transpose()?,
            account: self.account.map(|id| AccountId::from_uuid(id.0)),
            queue: self.queue,
            name: self.name.unseal()?,
            query: self.query.unseal()?,
        })
    }
}

fn shared(db: &mut Db, queue: &str) -> Result<Vec<Row>, Error> {
    let order: (saved_filters::made_on, saved_filters::id) = (saved_filters::made_on, saved_filters::id);
    Ok(saved_filters::table
        .filter(saved_filters::account.is_null())
        .filter(saved_filters::queue.eq(queue))
        .select(Row::as_select())
        .order(order)
        .load(db)?)
}
