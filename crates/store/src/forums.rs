//! Forums: the days on which structural signals were discussed with authorities, and what was decided.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, Authority, ForumId, StructuralSignalId};
use serde_json::json;

use crate::columns::Id;
use crate::db::Db;
use crate::events::Event;
use crate::filing::{joined, many};
use crate::schema::{forum_topics, forums, structural_signals};
use crate::texts::{current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for a forum that somebody else changed since it was read.
pub const CHANGED_MEANWHILE: &str = "somebody else changed this forum meanwhile";

/// What is kept of a forum.
#[derive(Clone, PartialEq, Eq)]
pub struct Forum {
    /// The day.
    pub day: NaiveDate,
    /// Where, where that was noted.
    pub place: String,
    /// The authorities that were invited.
    pub authorities: Vec<Authority>,
    /// What was discussed, and what was decided on each; empty where nothing was.
    pub topics: BTreeMap<StructuralSignalId, String>,
    /// What was decided besides.
    pub decisions: String,
}

/// Never what it says.
impl std::fmt::Debug for Forum {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Forum").field("day", &self.day).finish_non_exhaustive()
    }
}

/// A forum as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HeldForum {
    /// Its id.
    pub id: ForumId,
    /// How often it was written.
    pub version: i32,
    /// What is kept of it.
    pub forum: Forum,
}

impl Store {
    /// Keeps a forum. `NotFound` where a structural signal that was discussed is not there.
    pub fn hold_forum(&self, forum: Forum, by: AccountId) -> Result<ForumId, Error> {
        let write = move |writing: &mut Writing<'_>| {
            let id = Id::from_random(writing.random());
            let place_id = text(writing, "forum-place", None, &forum.place)?;
            let decisions_id = text(writing, "forum-decisions", None, &forum.decisions)?;
            diesel::insert_into(forums::table)
                .values((
                    forums::id.eq(id),
                    forums::version.eq(1),
                    forums::day.eq(forum.day),
                    forums::authorities.eq(joined(forum.authorities.iter())),
                    forums::place_id.eq(place_id),
                    forums::decisions_id.eq(decisions_id),
                ))
                .execute(writing.db)?;
            put_topics(writing, id, &forum)?;
            tell(writing, "forum-held", id, 1, &forum, by);
            Ok(id)
        };
        Ok(ForumId::from_uuid(self.writer().send_alone(write)?.wait()?.0))
    }

    /// Changes a forum. `expected` is the version that was read: `Conflict` where somebody else changed it since, and
    /// nothing is changed.
    pub fn change_forum(&self, id: ForumId, expected: i32, forum: Forum, by: AccountId) -> Result<(), Error> {
        let id = Id(id.uuid());
        self.writer()
            .send_alone(move |writing| {
                let now: Option<(i32, Option<Id>, Option<Id>)> = forums::table
                    .find(id)
                    .select((forums::version, forums::place_id, forums::decisions_id))
                    .first(writing.db)
                    .optional()?;
                let (version, place, decisions) = now.ok_or_else(not_there)?;
                if version != expected {
                    return Err(Error::Conflict(CHANGED_MEANWHILE.to_owned()));
                }
                let place_id = text(writing, "forum-place", place, &forum.place)?;
                let decisions_id = text(writing, "forum-decisions", decisions, &forum.decisions)?;
                diesel::update(forums::table.find(id))
                    .set((
                        forums::version.eq(version + 1),
                        forums::day.eq(forum.day),
                        forums::authorities.eq(joined(forum.authorities.iter())),
                        forums::place_id.eq(place_id),
                        forums::decisions_id.eq(decisions_id),
                    ))
                    .execute(writing.db)?;
                put_topics(writing, id, &forum)?;
                tell(writing, "forum-changed", id, version + 1, &forum, by);
                Ok(())
            })?
            .wait()
    }

    /// A forum.
    pub fn forum(&self, id: ForumId) -> Result<HeldForum, Error> {
        let mut found = self.read(|db| load(db, Some(&[Id(id.uuid())])))?;
        found.pop().ok_or_else(not_there)
    }

    /// All forums, the last one first.
    pub fn forums(&self) -> Result<Vec<HeldForum>, Error> {
        self.read(|db| load(db, None))
    }

    /// The forums in which a structural signal was discussed, the last one first.
    pub fn forums_on(&self, structural: StructuralSignalId) -> Result<Vec<HeldForum>, Error> {
        self.read(|db| {
            let ids: Vec<Id> = forum_topics::table
                .filter(forum_topics::structural_id.eq(Id(structural.uuid())))
                .select(forum_topics::forum)
                .load(db)?;
            load(db, Some(&ids))
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = forums)]
struct ForumRow {
    id: Id,
    version: i32,
    day: NaiveDate,
    authorities: String,
    place_id: Option<Id>,
    decisions_id: Option<Id>,
}

/// These forums, or all: there are some a year.
fn load(db: &mut Db, ids: Option<&[Id]>) -> Result<Vec<HeldForum>, Error> {
    let mut query =
        forums::table.select(ForumRow::as_select()).order((forums::day.desc(), forums::id)).into_boxed();
    if let Some(ids) = ids {
        query = query.filter(forums::id.eq_any(ids));
    }
    let rows: Vec<ForumRow> = query.load(db)?;
    let topics: Vec<(Id, Id, Option<Id>)> = forum_topics::table
        .filter(forum_topics::forum.eq_any(rows.iter().map(|row| row.id)))
        .select((forum_topics::forum, forum_topics::structural_id, forum_topics::decision_id))
        .load(db)?;
    let of_rows = rows.iter().flat_map(|row| [row.place_id, row.decisions_id]);
    let ids: Vec<Id> = of_rows.chain(topics.iter().map(|topic| topic.2)).flatten().collect();
    let texts = current(db, &ids)?;
    let words =
        |id: Option<Id>| id.and_then(|id| texts.get(&id)).map_or_else(String::new, |text| text.body.clone());
    let forum = |row: ForumRow| {
        let here = topics.iter().filter(|(forum, ..)| *forum == row.id);
        Ok(HeldForum {
            id: ForumId::from_uuid(row.id.0),
            version: row.version,
            forum: Forum {
                day: row.day,
                place: words(row.place_id),
                authorities: many(&row.authorities, Authority::parse)?,
                topics: here
                    .map(|(_, structural, decision)| {
                        (StructuralSignalId::from_uuid(structural.0), words(*decision))
                    })
                    .collect(),
                decisions: words(row.decisions_id),
            },
        })
    };
    rows.into_iter().map(forum).collect()
}

/// Sees to it that exactly these topics were discussed. What was decided on one that is taken off goes with its row.
fn put_topics(writing: &mut Writing<'_>, forum: Id, said: &Forum) -> Result<(), Error> {
    let rows: Vec<(Id, Option<Id>)> = forum_topics::table
        .filter(forum_topics::forum.eq(forum))
        .select((forum_topics::structural_id, forum_topics::decision_id))
        .load(writing.db)?;
    let before: BTreeMap<Id, Option<Id>> = rows.into_iter().collect();
    diesel::delete(forum_topics::table.filter(forum_topics::forum.eq(forum))).execute(writing.db)?;
    for (structural, decision) in &said.topics {
        let structural = Id(structural.uuid());
        let there: i64 = structural_signals::table.find(structural).count().get_result(writing.db)?;
        if there == 0 {
            return Err(Error::NotFound("structural signal".to_owned()));
        }
        let decision = text(writing, "forum-decision", before.get(&structural).copied().flatten(), decision)?;
        diesel::insert_into(forum_topics::table)
            .values((
                forum_topics::forum.eq(forum),
                forum_topics::structural_id.eq(structural),
                forum_topics::decision_id.eq(decision),
            ))
            .execute(writing.db)?;
    }
    Ok(())
}

/// The text that says this: the one that stands, a new version of it, or a new one; none for no words at all.
fn text(
    writing: &mut Writing<'_>,
    kind: &'static str,
    stands: Option<Id>,
    words: &str,
) -> Result<Option<Id>, Error> {
    let before = match stands {
        Some(id) => current(writing.db, &[id])?.remove(&id),
        None => None,
    };
    Ok(put(writing, kind, before.as_ref(), words.trim())?.map(|(id, _)| id))
}

fn tell(writing: &mut Writing<'_>, kind: &'static str, id: Id, version: i32, forum: &Forum, by: AccountId) {
    let detail = json!({
        "by": by.to_string(),
        "version": version,
        "day": forum.day.to_string(),
        "authorities": forum.authorities.iter().map(|authority| authority.code()).collect::<Vec<_>>(),
        "structural_signals": forum.topics.keys().map(ToString::to_string).collect::<Vec<_>>(),
    });
    writing.record(Event::new(kind, "forum", id, detail));
}

fn not_there() -> Error {
    Error::NotFound("forum".to_owned())
}
