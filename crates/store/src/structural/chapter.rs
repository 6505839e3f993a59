//! The chapter of an edition that is open: its text and what stands beside it, written by one at a time; the criteria; what
//! the owner did.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    AccountId, ChapterText, Criteria, EditionNumber, EditionState, Evidence, Language, StructuralSignalId,
};
use serde_json::json;

use super::Body;
use super::members::SUBJECT;
use super::workbench::{author, keep_here, stands};
use crate::columns::Id;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::written;
use crate::schema::{actions, chapters};
use crate::texts::{current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for a text that somebody else changed since it was read.
pub const WRITTEN_MEANWHILE: &str = "somebody else wrote this chapter meanwhile";
/// The detail of the `Conflict` for an edition that is not open.
pub const EDITION_CLOSED: &str = "the edition is not open";
/// The detail of the `Conflict` for an action that says nothing.
pub const EMPTY_ACTION: &str = "an action without words";

/// Something that the owner did.
#[derive(Clone, PartialEq, Eq)]
pub struct Action {
    /// The day.
    pub day: NaiveDate,
    /// Who.
    pub account: AccountId,
    /// What, and with whom.
    pub text: String,
    /// When the next step is due.
    pub next_on: Option<NaiveDate>,
}

/// Never what it says.
impl std::fmt::Debug for Action {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Action").field("day", &self.day).finish_non_exhaustive()
    }
}

/// The text of a chapter, by language.
pub type Text = BTreeMap<Language, ChapterText>;

impl Store {
    /// Writes the chapter of an open edition; the version that it now has. `expected` is the version that the writer read,
    /// 0 for a chapter that is not there yet: `Conflict` where somebody else wrote it since, and nothing is changed.
    pub fn write_chapter(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        expected: i32,
        text: Text,
        by: AccountId,
    ) -> Result<i32, Error> {
        let id = Id(structural.uuid());
        let change = move |body: &mut Body| body.text = text;
        self.writer().send_alone(move |writing| write(writing, (id, edition), expected, change, by))?.wait()
    }

    /// Writes what stands beside the text of a chapter of an open edition; the version that the chapter now has. `expected`
    /// as for `write_chapter`. `NotFound` for a chapter that is not there yet.
    pub fn write_evidence(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        expected: i32,
        evidence: Evidence,
        by: AccountId,
    ) -> Result<i32, Error> {
        let id = Id(structural.uuid());
        self.writer()
            .send_alone(move |writing| {
                if chapter(writing, id, edition)?.is_none() {
                    return Err(no_chapter());
                }
                write(writing, (id, edition), expected, move |body| body.evidence = evidence, by)
            })?
            .wait()
    }

    /// Judges the four criteria of the chapter of an open edition.
    pub fn judge(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        criteria: Criteria,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer().send_alone(move |writing| judge(writing, id, edition, &criteria, by))?.wait()
    }

    /// Notes what the owner did, and when the next step is due.
    pub fn note_action(
        &self,
        structural: StructuralSignalId,
        text: &str,
        next_on: Option<NaiveDate>,
        by: AccountId,
    ) -> Result<(), Error> {
        let (id, text) = (Id(structural.uuid()), text.trim().to_owned());
        self.writer().send_alone(move |writing| note(writing, id, &text, next_on, by))?.wait()
    }

    /// What the owner did, the last first.
    pub fn actions(&self, structural: StructuralSignalId) -> Result<Vec<Action>, Error> {
        self.read(|db| {
            let rows: Vec<(NaiveDate, Id, Id, Option<NaiveDate>)> = actions::table
                .filter(actions::structural_id.eq(Id(structural.uuid())))
                .select((actions::day, actions::account, actions::text_id, actions::next_on))
                .order(actions::number.desc())
                .load(db)?;
            let mut texts = current(db, &rows.iter().map(|row| row.2).collect::<Vec<_>>())?;
            let action = |(day, account, text, next_on): (NaiveDate, Id, Id, Option<NaiveDate>)| Action {
                day,
                account: AccountId::from_uuid(account.0),
                text: texts.remove(&text).map_or_else(String::new, |text| text.body),
                next_on,
            };
            Ok(rows.into_iter().map(action).collect())
        })
    }
}

/// The text and the version of a chapter.
pub(super) type Now = (Id, i32);

/// Where a chapter stands; none where it is not there. `Conflict` unless its edition is open.
pub(super) fn chapter(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
) -> Result<Option<Now>, Error> {
    stands(writing, id)?;
    let open =
        editions::load(writing.db, edition)?.is_some_and(|edition| edition.state == EditionState::Open);
    if !open {
        return Err(Error::Conflict(EDITION_CLOSED.to_owned()));
    }
    Ok(chapters::table
        .find((id, column(edition)?))
        .select((chapters::text_id, chapters::version))
        .first(writing.db)
        .optional()?)
}

fn write(
    writing: &mut Writing<'_>,
    (id, edition): (Id, EditionNumber),
    expected: i32,
    change: impl FnOnce(&mut Body),
    by: AccountId,
) -> Result<i32, Error> {
    let now = chapter(writing, id, edition)?;
    if now.map_or(0, |(_, version)| version) != expected {
        return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
    }
    let before = match now {
        Some((text_id, _)) => current(writing.db, &[text_id])?.remove(&text_id),
        None => None,
    };
    let mut body = Body::read(before.as_ref().map_or("", |text| &text.body))?;
    change(&mut body);
    let (text_id, version) = put(writing, "chapter", before.as_ref(), &written(&body)?)?
        .ok_or_else(|| Error::Broken("a required text is empty".to_owned()))?;
    if version == expected {
        return Ok(version);
    }
    let edition_column = column(edition)?;
    if now.is_some() {
        diesel::update(chapters::table.find((id, edition_column)))
            .set(chapters::version.eq(version))
            .execute(writing.db)?;
    } else {
        let last: Option<i32> = chapters::table
            .filter(chapters::structural_id.eq(id))
            .select(chapters::position)
            .order(chapters::position.desc())
            .first(writing.db)
            .optional()?;
        diesel::insert_into(chapters::table)
            .values((
                chapters::structural_id.eq(id),
                chapters::edition.eq(edition_column),
                chapters::position.eq(last.map_or(0, |last| last + 1)),
                chapters::text_id.eq(text_id),
                chapters::version.eq(version),
                chapters::clear.eq(false),
                chapters::neutral.eq(false),
                chapters::recognised.eq(false),
                chapters::shared.eq(false),
            ))
            .execute(writing.db)?;
    }
    author(writing, id, edition, version, by)?;
    keep_here(writing, id)?;
    let detail = json!({ "by": by.to_string(), "edition": edition.0, "version": version });
    writing.record(Event::new("chapter-written", SUBJECT, id, detail));
    crate::known::settle_waiting(writing, id)?;
    Ok(version)
}

fn judge(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
    criteria: &Criteria,
    by: AccountId,
) -> Result<(), Error> {
    let Some((_, version)) = chapter(writing, id, edition)? else { return Err(no_chapter()) };
    let key = (id, column(edition)?);
    let note: Option<Id> = chapters::table.find(key).select(chapters::note_id).first(writing.db)?;
    let before = match note {
        Some(note) => current(writing.db, &[note])?.remove(&note),
        None => None,
    };
    let note = put(writing, "criteria-note", before.as_ref(), criteria.note.trim())?.map(|(id, _)| id);
    diesel::update(chapters::table.find(key))
        .set((
            chapters::clear.eq(criteria.clear),
            chapters::neutral.eq(criteria.neutral),
            chapters::recognised.eq(criteria.recognised),
            chapters::shared.eq(criteria.shared),
            chapters::note_id.eq(note),
        ))
        .execute(writing.db)?;
    keep_here(writing, id)?;
    let detail = json!({
        "by": by.to_string(), "edition": edition.0, "version": version, "clear": criteria.clear,
        "neutral": criteria.neutral, "recognised": criteria.recognised, "shared": criteria.shared,
    });
    writing.record(Event::new("criteria-judged", SUBJECT, id, detail));
    Ok(())
}

fn note(
    writing: &mut Writing<'_>,
    id: Id,
    text: &str,
    next_on: Option<NaiveDate>,
    by: AccountId,
) -> Result<(), Error> {
    stands(writing, id)?;
    let Some((text_id, _)) = put(writing, "action", None, text)? else {
        return Err(Error::Conflict(EMPTY_ACTION.to_owned()));
    };
    let last: Option<i32> = actions::table
        .filter(actions::structural_id.eq(id))
        .select(actions::number)
        .order(actions::number.desc())
        .first(writing.db)
        .optional()?;
    let action = Id::from_random(writing.random());
    diesel::insert_into(actions::table)
        .values((
            actions::id.eq(action),
            actions::structural_id.eq(id),
            actions::number.eq(last.map_or(1, |last| last + 1)),
            actions::account.eq(Id(by.uuid())),
            actions::day.eq(writing.today),
            actions::text_id.eq(text_id),
            actions::next_on.eq(next_on),
        ))
        .execute(writing.db)?;
    let detail = json!({
        "by": by.to_string(), "text": text_id.to_string(), "next": next_on.map(|day| day.to_string()),
    });
    writing.record(Event::new("action-noted", SUBJECT, id, detail));
    Ok(())
}

pub(super) fn no_chapter() -> Error {
    Error::NotFound("chapter".to_owned())
}
