//! The chapter of an edition that is open: its text, written by one at a time; the criteria; what somebody else checked so
//! that nobody is recognised; what matters most; what the owner did.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, ChapterText, Criteria, EditionNumber, EditionState, Language, StructuralSignalId};
use serde_json::json;

use super::members::SUBJECT;
use super::workbench::{author, keep_here, stands};
use crate::columns::Id;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::{one, written};
use crate::schema::{actions, chapter_authors, chapters, clearances, dots};
use crate::texts::{current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for a text that somebody else changed since it was read.
pub const WRITTEN_MEANWHILE: &str = "somebody else wrote this chapter meanwhile";
/// The detail of the `Conflict` for an edition that is not open.
pub const EDITION_CLOSED: &str = "the edition is not open";
/// The detail of the `Conflict` for clearing a text that the same account wrote.
pub const OWN_TEXT: &str = "whoever wrote a text does not clear it";
/// The detail of the `Conflict` for more dots than there are.
pub const TOO_MANY_DOTS: &str = "more dots than a coordinator has";
/// The detail of the `Conflict` for an action that says nothing.
pub const EMPTY_ACTION: &str = "an action without words";

/// How many dots a coordinator has for an edition.
pub const DOTS: u32 = 10;

/// What somebody who did not write a chapter checks in it, so that nobody is recognised.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Clearance {
    /// No event that happened once.
    NoUniqueEvent,
    /// No nationality or illness together with a place and the size of a family.
    NoRareCombination,
    /// Nothing that was in the press.
    NotInThePress,
    /// No building that people could find.
    NoBuilding,
}

impl Clearance {
    /// All of them, as they stand on the page.
    pub const ALL: [Self; 4] =
        [Self::NoUniqueEvent, Self::NoRareCombination, Self::NotInThePress, Self::NoBuilding];

    /// The code as the database and the log have it.
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoUniqueEvent => "no-unique-event",
            Self::NoRareCombination => "no-rare-combination",
            Self::NotInThePress => "not-in-the-press",
            Self::NoBuilding => "no-building",
        }
    }

    /// The one with this code.
    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

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
        self.writer().send_alone(move |writing| write(writing, id, edition, expected, &text, by))?.wait()
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

    /// Says of the chapter as it is now what was checked, and by this account. `Conflict` for whoever wrote any version of
    /// it for this edition.
    pub fn clear_chapter(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        version: i32,
        items: Vec<Clearance>,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer().send_alone(move |writing| clear(writing, id, edition, version, &items, by))?.wait()
    }

    /// What was checked of the chapter as it is now, and by whom.
    pub fn clearances(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
    ) -> Result<BTreeMap<Clearance, AccountId>, Error> {
        self.read(|db| {
            let key = (Id(structural.uuid()), column(edition)?);
            let rows: Vec<(String, Id)> = clearances::table
                .inner_join(
                    chapters::table.on(chapters::structural_id
                        .eq(clearances::structural_id)
                        .and(chapters::edition.eq(clearances::edition))
                        .and(chapters::version.eq(clearances::version))),
                )
                .filter(clearances::structural_id.eq(key.0))
                .filter(clearances::edition.eq(key.1))
                .select((clearances::item, clearances::account))
                .load(db)?;
            rows.into_iter()
                .map(|(item, account)| {
                    let item = one(&item, |code| Clearance::parse(code).ok_or(()))?;
                    Ok((item, AccountId::from_uuid(account.0)))
                })
                .collect()
        })
    }

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
type Now = (Id, i32);

/// Where a chapter stands; none where it is not there. `Conflict` unless its edition is open.
fn chapter(writing: &mut Writing<'_>, id: Id, edition: EditionNumber) -> Result<Option<Now>, Error> {
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
    id: Id,
    edition: EditionNumber,
    expected: i32,
    text: &Text,
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
    let (text_id, version) = put(writing, "chapter", before.as_ref(), &written(text)?)?
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

fn clear(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
    version: i32,
    items: &[Clearance],
    by: AccountId,
) -> Result<(), Error> {
    let Some((_, now)) = chapter(writing, id, edition)? else { return Err(no_chapter()) };
    if now != version {
        return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
    }
    let (account, edition_column) = (Id(by.uuid()), column(edition)?);
    let own: i64 = chapter_authors::table
        .filter(chapter_authors::structural_id.eq(id))
        .filter(chapter_authors::edition.eq(edition_column))
        .filter(chapter_authors::account.eq(account))
        .count()
        .get_result(writing.db)?;
    if own > 0 {
        return Err(Error::Conflict(OWN_TEXT.to_owned()));
    }
    let of_version = clearances::table
        .filter(clearances::structural_id.eq(id))
        .filter(clearances::edition.eq(edition_column))
        .filter(clearances::version.eq(version));
    diesel::delete(of_version).execute(writing.db)?;
    for item in items {
        diesel::insert_into(clearances::table)
            .values((
                clearances::structural_id.eq(id),
                clearances::edition.eq(edition_column),
                clearances::version.eq(version),
                clearances::item.eq(item.code()),
                clearances::account.eq(account),
                clearances::day.eq(writing.today),
            ))
            .execute(writing.db)?;
    }
    let codes: Vec<&str> = items.iter().map(|item| item.code()).collect();
    let detail = json!({ "by": by.to_string(), "edition": edition.0, "version": version, "items": codes });
    writing.record(Event::new("chapter-cleared", SUBJECT, id, detail));
    Ok(())
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
    if spent + count > DOTS {
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

fn no_chapter() -> Error {
    Error::NotFound("chapter".to_owned())
}
