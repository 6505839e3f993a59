//! What somebody who did not write a chapter checks in it before it is printed, so that nobody is recognised.

use std::collections::BTreeMap;

use diesel::prelude::*;
use model::{AccountId, EditionNumber, StructuralSignalId};
use serde_json::json;

use super::Body;
use super::chapter::{WRITTEN_MEANWHILE, chapter, no_chapter};
use super::members::SUBJECT;
use crate::columns::Id;
use crate::editions::column;
use crate::events::Event;
use crate::filing::one;
use crate::schema::{chapter_authors, chapters, clearances};
use crate::texts::current;
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for clearing a text that the same account wrote.
pub const OWN_TEXT: &str = "whoever wrote a text does not clear it";

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

/// One point of one part of a chapter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Cleared {
    /// Which quote, from 0; none for the text with its figures and practices.
    pub quote: Option<u32>,
    /// Which point.
    pub item: Clearance,
}

impl Cleared {
    /// All points of a chapter with so many quotes, as they stand on the page.
    pub fn all(quotes: usize) -> Vec<Self> {
        let quotes = (0_u32..).take(quotes).map(Some);
        let parts = std::iter::once(None).chain(quotes);
        parts.flat_map(|quote| Clearance::ALL.map(|item| Self { quote, item })).collect()
    }

    /// The code as the database and the log have it: `no-building`, or `quote-1/no-building` for the first quote.
    pub fn code(&self) -> String {
        match self.quote {
            None => self.item.code().to_owned(),
            Some(quote) => format!("quote-{}/{}", quote + 1, self.item.code()),
        }
    }

    /// The one with this code.
    pub fn parse(code: &str) -> Option<Self> {
        let Some((part, item)) = code.split_once('/') else {
            return Some(Self { quote: None, item: Clearance::parse(code)? });
        };
        let number: u32 = part.strip_prefix("quote-")?.parse().ok()?;
        Some(Self { quote: Some(number.checked_sub(1)?), item: Clearance::parse(item)? })
    }
}

impl Store {
    /// Says of the chapter as it is now what was checked, and by this account. `Conflict` for whoever wrote any version of
    /// it for this edition.
    pub fn clear_chapter(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        version: i32,
        items: Vec<Cleared>,
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
    ) -> Result<BTreeMap<Cleared, AccountId>, Error> {
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
                    let item = one(&item, |code| Cleared::parse(code).ok_or(()))?;
                    Ok((item, AccountId::from_uuid(account.0)))
                })
                .collect()
        })
    }
}

fn clear(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
    version: i32,
    items: &[Cleared],
    by: AccountId,
) -> Result<(), Error> {
    let Some((text_id, now)) = chapter(writing, id, edition)? else { return Err(no_chapter()) };
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
    let body = current(writing.db, &[text_id])?.remove(&text_id);
    let quotes = Body::read(body.as_ref().map_or("", |text| &text.body))?.evidence.quotes.len();
    if items.iter().any(|item| item.quote.is_some_and(|quote| quote as usize >= quotes)) {
        return Err(no_chapter());
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
    let codes: Vec<String> = items.iter().map(Cleared::code).collect();
    let detail = json!({ "by": by.to_string(), "edition": edition.0, "version": version, "items": codes });
    writing.record(Event::new("chapter-cleared", SUBJECT, id, detail));
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_point_of_every_part_is_known_by_its_code() {
        let all = Cleared::all(2);
        assert_eq!(all.len(), 12);
        assert_eq!(all.iter().filter_map(|one| Cleared::parse(&one.code())).collect::<Vec<_>>(), all);
        for none in ["", "quote-0/no-building", "quote-x/no-building", "quote-1/", "quote-1/else", "else"] {
            assert_eq!(Cleared::parse(none), None, "{none}");
        }
    }
}
