//! Recommendations, apart from the problem: written in the workbench, signed by organisations, addressed to an authority.

use diesel::prelude::*;
use model::{AccountId, Authority, Code, Localised, Month, Recommendation, StructuralSignalId};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::RecommendationRow;
use super::agreement::{Voice, is_asked};
use super::chapter::{WRITTEN_MEANWHILE, chapter, no_chapter};
use super::members::SUBJECT;
use super::workbench::keep_here;
use crate::columns::Id;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::{joined, many, one, read_json, written};
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

    /// Writes a recommendation of an open edition anew. `expected` is the revision that the writer read: `Conflict` where
    /// somebody else wrote or signed it since. Where it asks for something else than before, nobody has signed it yet.
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
                let Row { row, text } = stands(writing, (id, at), expected)?;
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

    /// An organisation signs a recommendation of an open edition, or takes its signature back. `Conflict` where the
    /// organisations are not asked yet, and where it asks for something else than what was read; that others signed meanwhile is no hindrance.
    pub fn sign_recommendation(
        &self,
        structural: StructuralSignalId,
        organisation: Code,
        signature: Signature,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(structural.uuid());
        self.writer()
            .send_alone(move |writing| sign(writing, id, &organisation, &signature, &Voice::Account(by)))?
            .wait()
    }
}

/// What an organisation says of a recommendation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    /// Which.
    pub at: RecommendationAt,
    /// What it asked for when it was read: [`asks_code`].
    pub asks: String,
    /// Whether the organisation signs it.
    pub signs: bool,
}

/// What a recommendation asks for, of whom and by when, as a short code: another one as soon as it asks for something else.
pub fn asks_code(recommendation: &Recommendation) -> String {
    Asked {
        addressee: recommendation.addressee.code(),
        stance: recommendation.stance.code(),
        term: recommendation.term.map(Month::number),
        office: recommendation.office.as_ref().map(Code::as_str),
        sentence: &recommendation.text,
    }
    .code()
}

/// What is asked for, as it is stored.
struct Asked<'a> {
    addressee: &'a str,
    stance: &'a str,
    term: Option<i32>,
    office: Option<&'a str>,
    sentence: &'a Localised,
}

impl Asked<'_> {
    fn code(&self) -> String {
        let asked = json!([self.addressee, self.stance, self.term, self.office, self.sentence]);
        short_code(&asked)
    }
}

/// A code of sixteen digits that is another one for another value.
pub(super) fn short_code(value: &Value) -> String {
    let digest = Sha256::digest(value.to_string());
    digest.iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

pub(super) fn sign(
    writing: &mut Writing<'_>,
    id: Id,
    organisation: &Code,
    signature: &Signature,
    by: &Voice,
) -> Result<(), Error> {
    let at = signature.at;
    let stands = load(writing, (id, at))?;
    is_asked(writing, editions::number(stands.row.edition))?;
    if stands.asks()? != signature.asks {
        return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
    }
    let mut signed: Vec<Code> = many(&stands.row.signed_by, Code::parse)?;
    if signed.contains(organisation) == signature.signs {
        return Ok(());
    }
    signed.retain(|one| one != organisation);
    if signature.signs {
        signed.push(organisation.clone());
    }
    let revision = revision(writing);
    diesel::update(recommendations::table.find((id, at.0)))
        .set((recommendations::signed_by.eq(joined(signed.iter())), recommendations::revision.eq(revision)))
        .execute(writing.db)?;
    let mut detail = json!({
        "edition": stands.row.edition, "place": at.0,
        "organisation": organisation.as_str(), "signs": signature.signs,
    });
    by.tell(&mut detail);
    keep_here(writing, id)?;
    writing.record(Event::new("recommendation-signed", SUBJECT, id, detail));
    Ok(())
}

/// Another one than any before, but for one chance in two thousand million: a place that was used before has another, too.
fn revision(writing: &mut Writing<'_>) -> i32 {
    i32::from_be_bytes(writing.random()) & i32::MAX
}

/// A recommendation as it stands, with its sentence.
struct Row {
    row: RecommendationRow,
    text: Current,
}

impl Row {
    /// What it asks for.
    fn asks(&self) -> Result<String, Error> {
        let RecommendationRow { addressee, stance, term, office, .. } = &self.row;
        let (term, office) = (*term, office.as_deref());
        let sentence: Localised = read_json(&self.text.body)?;
        Ok(Asked { addressee, stance, term, office, sentence: &sentence }.code())
    }
}

/// The recommendation as whoever changes it read it: `Conflict` where it has another revision than the expected one.
fn stands(writing: &mut Writing<'_>, place: (Id, RecommendationAt), expected: i32) -> Result<Row, Error> {
    let stands = load(writing, place)?;
    if stands.row.revision == expected {
        Ok(stands)
    } else {
        Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()))
    }
}

/// The recommendation, in an open edition. `NotFound` where it is not there.
fn load(writing: &mut Writing<'_>, (id, at): (Id, RecommendationAt)) -> Result<Row, Error> {
    let row: Option<RecommendationRow> = recommendations::table
        .find((id, at.0))
        .select(RecommendationRow::as_select())
        .first(writing.db)
        .optional()?;
    let row = row.ok_or_else(|| Error::NotFound("recommendation".to_owned()))?;
    chapter(writing, id, editions::number(row.edition))?;
    let text = current(writing.db, &[row.text_id])?.remove(&row.text_id);
    let text = text.ok_or_else(|| Error::Broken("a recommendation without a sentence".to_owned()))?;
    Ok(Row { row, text })
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
    insert(writing, (id, position), recommendation, text_id)?;
    writing.record(Event::new("recommendation-made", SUBJECT, id, detail(recommendation, position, by)));
    keep_here(writing, id)
}

/// Puts a recommendation at this place of its structural signal; its sentence is written already.
pub(super) fn insert(
    writing: &mut Writing<'_>,
    (id, position): (Id, i32),
    recommendation: &Recommendation,
    text_id: Id,
) -> Result<(), Error> {
    let revision = revision(writing);
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
            recommendations::revision.eq(revision),
        ))
        .execute(writing.db)?;
    Ok(())
}

fn change(
    writing: &mut Writing<'_>,
    (id, at): (Id, RecommendationAt),
    expected: i32,
    recommendation: &Recommendation,
    by: AccountId,
) -> Result<(), Error> {
    let before = stands(writing, (id, at), expected)?;
    if column(recommendation.edition)? != before.row.edition {
        return Err(Error::NotFound("recommendation".to_owned()));
    }
    check(writing, recommendation)?;
    let sentence = written(&recommendation.text)?;
    // What was signed asked for something else: whoever signs it now has read it.
    let signed_by: &[Code] =
        if before.asks()? == asks_code(recommendation) { &recommendation.signed_by } else { &[] };
    put(writing, "recommendation", Some(&before.text), &sentence)?;
    let revision = revision(writing);
    diesel::update(recommendations::table.find((id, at.0)))
        .set((
            recommendations::revision.eq(revision),
            recommendations::addressee.eq(recommendation.addressee.code()),
            recommendations::stance.eq(recommendation.stance.code()),
            recommendations::signed_by.eq(joined(signed_by.iter())),
            recommendations::term.eq(recommendation.term.map(Month::number)),
            recommendations::office.eq(recommendation.office.as_ref().map(Code::as_str)),
        ))
        .execute(writing.db)?;
    let recommendation = Recommendation { signed_by: signed_by.to_vec(), ..recommendation.clone() };
    writing.record(Event::new("recommendation-made", SUBJECT, id, detail(&recommendation, at.0, by)));
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
