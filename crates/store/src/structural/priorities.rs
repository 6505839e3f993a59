//! What matters most: each coordinator has a limited number of dots for an edition.

use std::collections::BTreeMap;

use diesel::prelude::*;
use model::{AccountId, EditionNumber, StructuralSignalId};
use serde_json::json;

use super::chapter::{chapter, no_chapter};
use super::members::SUBJECT;
use crate::columns::Id;
use crate::editions::{self, column};
use crate::events::Event;
use crate::schema::dots;
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for more dots than there are.
pub const TOO_MANY_DOTS: &str = "more dots than a coordinator has";

/// How many dots a coordinator has for an edition.
pub const DOTS: u32 = 10;

impl Store {
    /// Gives a structural signal so many of an account's dots for an open edition; 0 takes them back.
    pub fn give_dots(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        count: u32,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer().send_alone(move |writing| give(writing, id, edition, count, by))?.wait()
    }

    /// The dots of an edition: by structural signal, what each account gave.
    pub fn dots(
        &self,
        edition: EditionNumber,
    ) -> Result<BTreeMap<StructuralSignalId, BTreeMap<AccountId, u32>>, Error> {
        self.read(|db| {
            let rows: Vec<(Id, Id, i32)> = dots::table
                .filter(dots::edition.eq(column(edition)?))
                .select((dots::structural_id, dots::account, dots::given))
                .load(db)?;
            let mut all: BTreeMap<StructuralSignalId, BTreeMap<AccountId, u32>> = BTreeMap::new();
            for (structural, account, count) in rows {
                let given = all.entry(StructuralSignalId::from_uuid(structural.0)).or_default();
                given.insert(AccountId::from_uuid(account.0), count.unsigned_abs());
            }
            Ok(all)
        })
    }
}

fn give(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
    count: u32,
    by: AccountId,
) -> Result<(), Error> {
    if chapter(writing, id, edition)?.is_none() {
        return Err(no_chapter());
    }
    let (account, edition_column) = (Id(by.uuid()), column(edition)?);
    let others: Vec<i32> = dots::table
        .filter(dots::edition.eq(edition_column))
        .filter(dots::account.eq(account))
        .filter(dots::structural_id.ne(id))
        .select(dots::given)
        .load(writing.db)?;
    let spent: u32 = others.into_iter().map(i32::unsigned_abs).sum();
    if count > DOTS.saturating_sub(spent) {
        return Err(Error::Conflict(TOO_MANY_DOTS.to_owned()));
    }
    diesel::delete(dots::table.find((edition_column, account, id))).execute(writing.db)?;
    if count > 0 {
        diesel::insert_into(dots::table)
            .values((
                dots::edition.eq(edition_column),
                dots::account.eq(account),
                dots::structural_id.eq(id),
                dots::given.eq(editions::count(count)?),
            ))
            .execute(writing.db)?;
    }
    let detail = json!({ "by": by.to_string(), "edition": edition.0, "dots": count });
    writing.record(Event::new("dots-given", SUBJECT, id, detail));
    Ok(())
}
