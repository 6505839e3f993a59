//! Recommendations, apart from the problem: written in the workbench, signed by organisations, addressed to an authority.

use diesel::prelude::*;
use model::{AccountId, Authority, Code, Month, Recommendation, StructuralSignalId};
use serde_json::{Value, json};

use super::chapter::{WRITTEN_MEANWHILE, chapter, no_chapter};
use super::members::SUBJECT;
use super::workbench::keep_here;
use crate::columns::Id;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::{joined, many, one, written};
use crate::retention::wipe;
use crate::schema::{offices, organisations, recommendations};
use crate::structural::workbench::UNKNOWN_CODE;
use crate::texts::{Current, current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for an office of another authority.
pub const OFFICE_ELSEWHERE: &str = "the office belongs to another authority";

/// Which recommendation of a structural signal is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RecommendationAt(pub i32);

impl Store {
    /// Adds a recommendation to the chapter of an open edition. One that nobody signed is kept, and not printed.
    pub fn add_recommendation(
        &self,
        structural: StructuralSignalId,
        recommendation: Recommendation,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer().send_alone(move |writing| add(writing, id, &recommendation, by))?.wait()
    }

    /// Writes a recommendation of an open edition anew. `expected` is the version of its sentence that the writer read:
    /// `Conflict` where somebody else wrote it since.
    pub fn change_recommendation(
        &self,
        structural: StructuralSignalId,
        at: RecommendationAt,
        expected: i32,
        recommendation: Recommendation,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer()
            .send_alone(move |writing| change(writing, (id, at), expected, &recommendation, by))?
            .wait()
    }

    /// Takes a recommendation out of the chapter of an open edition; its words are wiped. `expected` as for a change.
    pub fn remove_recommendation(
        &self,
        structural: StructuralSignalId,
        at: RecommendationAt,
        expected: i32,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer()
            .send_alone(move |writing| {
                let row = stands(writing, (id, at), Some(expected))?;
                let text = row.text.clone();
                diesel::delete(recommendations::table.find((id, at.0))).execute(writing.db)?;
                for version in 1..=text.version {
                    wipe(writing, text.id, version)?;
                }
                let detail = json!({ "by": by.to_string(), "edition": row.edition, "place": at.0 });
                keep_here(writing, id)?;
                writing.record(Event::new("recommendation-removed", SUBJECT, id, detail));
                Ok(())
            })?
            .wait()
    }

    /// An organisation signs a recommendation of an open edition, or takes its signature back. `expected`: the version
    /// that it read.
    pub fn sign_recommendation(
        &self,
        structural: StructuralSignalId,
        at: RecommendationAt,
        expected: i32,
        (organisation, signs): (Code, bool),
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer()
            .send_alone(move |writing| {
                let row = stands(writing, (id, at), Some(expected))?;
                let mut signed: Vec<Code> = many(&row.signed_by, Code::parse)?;
                if signed.contains(&organisation) == signs {
                    return Ok(());
                }
                signed.retain(|one| *one != organisation);
                if signs {
                    signed.push(organisation.clone());
                }
                diesel::update(recommendations::table.find((id, at.0)))
                    .set(recommendations::signed_by.eq(joined(signed.iter())))
                    .execute(writing.db)?;
                let detail = json!({
                    "by": by.to_string(), "edition": row.edition, "place": at.0,
                    "organisation": organisation.as_str(), "signs": signs,
                });
                keep_here(writing, id)?;
                writing.record(Event::new("recommendation-signed", SUBJECT, id, detail));
                Ok(())
            })?
            .wait()
    }
}

/// A recommendation as it stands.
struct Row {
    edition: i32,
    signed_by: String,
    text: Current,
}

/// The recommendation, in an open edition. `NotFound` where it is not there, `Conflict` where its sentence has another
/// version than the expected one.
fn stands(
    writing: &mut Writing<'_>,
    (id, at): (Id, RecommendationAt),
    expected: Option<i32>,
) -> Result<Row, Error> {
    let row: Option<(i32, String, Id)> = recommendations::table
        .find((id, at.0))
        .select((recommendations::edition, recommendations::signed_by, recommendations::text_id))
        .first(writing.db)
        .optional()?;
    let (edition, signed_by, text_id) = row.ok_or_else(|| Error::NotFound("recommendation".to_owned()))?;
    chapter(writing, id, editions::number(edition))?;
    let text = current(writing.db, &[text_id])?.remove(&text_id);
    let text = text.ok_or_else(|| Error::Broken("a recommendation without a sentence".to_owned()))?;
    if expected.is_some_and(|expected| expected != text.version) {
        return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
    }
    Ok(Row { edition, signed_by, text })
}

/// `Conflict` for an organisation that is no member, and for an office that is not there or of another authority.
fn check(writing: &mut Writing<'_>, recommendation: &Recommendation) -> Result<(), Error> {
    let signed: Vec<&str> = recommendation.signed_by.iter().map(Code::as_str).collect();
    let members: i64 =
        organisations::table.filter(organisations::code.eq_any(&signed)).count().get_result(writing.db)?;
    if members.unsigned_abs() as usize != signed.len() {
        return Err(Error::Conflict(UNKNOWN_CODE.to_owned()));
    }
    let Some(office) = &recommendation.office else { return Ok(()) };
    let authority: Option<String> =
        offices::table.find(office.as_str()).select(offices::authority).first(writing.db).optional()?;
    match authority.map(|code| one(&code, Authority::parse)).transpose()? {
        None => Err(Error::Conflict(UNKNOWN_CODE.to_owned())),
        Some(authority) if authority != recommendation.addressee => {
            Err(Error::Conflict(OFFICE_ELSEWHERE.to_owned()))
        }
        Some(_) => Ok(()),
    }
}

fn add(
    writing: &mut Writing<'_>,
    id: Id,
    recommendation: &Recommendation,
    by: AccountId,
) -> Result<(), Error> {
    if chapter(writing, id, recommendation.edition)?.is_none() {
        return Err(no_chapter());
    }
    check(writing, recommendation)?;
    let (text_id, _) = put(writing, "recommendation", None, &written(&recommendation.text)?)?
        .ok_or_else(|| Error::Broken("a required text is empty".to_owned()))?;
    let last: Option<i32> = recommendations::table
        .filter(recommendations::structural_id.eq(id))
        .select(recommendations::position)
        .order(recommendations::position.desc())
        .first(writing.db)
        .optional()?;
    let position = last.map_or(0, |last| last + 1);
    diesel::insert_into(recommendations::table)
        .values((
            recommendations::structural_id.eq(id),
            recommendations::position.eq(position),
            recommendations::edition.eq(column(recommendation.edition)?),
            recommendations::addressee.eq(recommendation.addressee.code()),
            recommendations::stance.eq(recommendation.stance.code()),
            recommendations::text_id.eq(text_id),
            recommendations::signed_by.eq(joined(recommendation.signed_by.iter())),
            recommendations::term.eq(recommendation.term.map(Month::number)),
            recommendations::office.eq(recommendation.office.as_ref().map(Code::as_str)),
        ))
        .execute(writing.db)?;
    writing.record(Event::new("recommendation-made", SUBJECT, id, detail(recommendation, position, by)));
    keep_here(writing, id)
}

fn change(
    writing: &mut Writing<'_>,
    (id, at): (Id, RecommendationAt),
    expected: i32,
    recommendation: &Recommendation,
    by: AccountId,
) -> Result<(), Error> {
    let row = stands(writing, (id, at), Some(expected))?;
    if column(recommendation.edition)? != row.edition {
        return Err(Error::NotFound("recommendation".to_owned()));
    }
    check(writing, recommendation)?;
    put(writing, "recommendation", Some(&row.text), &written(&recommendation.text)?)?;
    diesel::update(recommendations::table.find((id, at.0)))
        .set((
            recommendations::addressee.eq(recommendation.addressee.code()),
            recommendations::stance.eq(recommendation.stance.code()),
            recommendations::signed_by.eq(joined(recommendation.signed_by.iter())),
            recommendations::term.eq(recommendation.term.map(Month::number)),
            recommendations::office.eq(recommendation.office.as_ref().map(Code::as_str)),
        ))
        .execute(writing.db)?;
    writing.record(Event::new("recommendation-made", SUBJECT, id, detail(recommendation, at.0, by)));
    keep_here(writing, id)
}

fn detail(recommendation: &Recommendation, position: i32, by: AccountId) -> Value {
    json!({
        "by": by.to_string(), "place": position, "edition": recommendation.edition.0,
        "addressee": recommendation.addressee.code(), "stance": recommendation.stance.code(),
        "office": recommendation.office.as_ref().map(Code::as_str),
        "signed_by": recommendation.signed_by.iter().map(Code::as_str).collect::<Vec<_>>(),
        "term": recommendation.term.map(|month| month.to_string()),
    })
}
