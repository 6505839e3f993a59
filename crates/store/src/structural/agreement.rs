//! What every organisation says of one version of a chapter before it is printed; what authorities answer to it; what the
//! field sees. A changed meaning asks again: an agreement counts only for the version of which it was given.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    AccountId, Agreement, AgreementEntry, Answer, Code, EditionNumber, EditionState, Localised,
    StructuralSignalId, Verdict,
};
use serde_json::json;

use super::chapter::{EDITION_CLOSED, WRITTEN_MEANWHILE};
use super::members::SUBJECT;
use super::workbench::stands;
use crate::columns::Id;
use crate::decide::REASON_NEEDED;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::written;
use crate::schema::{
    agreement_rounds, agreements, answers, chapters, editions as editions_table, recommendations,
    structural_signals, verdicts,
};
use crate::texts::{Current, current, put};
use crate::writer::Writing;
use crate::{Error, Store};

/// The detail of the `Conflict` for an organisation that says something before it is asked, and for a link while nobody is asked
/// yet, or after the day until which was asked.
pub const NOT_ASKED: &str = "the organisations are not asked to agree now";
/// The detail of the `Conflict` for an answer to an edition that is not published.
pub const NOT_PUBLISHED: &str = "the edition is not published";

impl Store {
    /// An organisation says of the chapter, in the version that it read, whether it may be printed. `Conflict` where the
    /// organisations are not asked yet, where the chapter was written anew since, and for a refusal or a remark without words.
    pub fn agree(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        version: i32,
        said: AgreementEntry,
        by: AccountId,
    ) -> Result<(), Error> {
        let said = Said::new(said, version, Voice::Account(by));
        let id = Id(structural.uuid());
        self.writer().send_alone(move |writing| agree(writing, id, edition, &said))?.wait()
    }

    /// Asks the organisations to agree with the chapters of an open edition until a day; saying it again moves the day.
    pub fn ask_agreement(
        &self,
        edition: EditionNumber,
        deadline: NaiveDate,
        by: AccountId,
    ) -> Result<(), Error> {
        self.writer()
            .send_alone(move |writing| {
                is_in(writing, edition, EditionState::Open, EDITION_CLOSED)?;
                if deadline <= writing.today {
                    return Err(Error::Conflict(crate::NOT_LATER.to_owned()));
                }
                let number = column(edition)?;
                diesel::delete(agreement_rounds::table.find(number)).execute(writing.db)?;
                diesel::insert_into(agreement_rounds::table)
                    .values((
                        agreement_rounds::edition.eq(number),
                        agreement_rounds::asked_on.eq(writing.today),
                        agreement_rounds::deadline.eq(deadline),
                    ))
                    .execute(writing.db)?;
                let detail = json!({ "by": by.to_string(), "deadline": deadline.to_string() });
                writing.record(Event::new("agreement-asked", "edition", edition, detail));
                Ok(())
            })?
            .wait()
    }

    /// Since when and until when organisations are asked to agree with an edition; none where they are not yet.
    pub fn agreement_round(&self, edition: EditionNumber) -> Result<Option<(NaiveDate, NaiveDate)>, Error> {
        self.read(|db| {
            Ok(agreement_rounds::table
                .find(column(edition)?)
                .select((agreement_rounds::asked_on, agreement_rounds::deadline))
                .first(db)
                .optional()?)
        })
    }

    /// How many texts of the edition that is being written wait for an answer of this organisation: those of whose version as
    /// it is now it said nothing. None where the organisations are not asked.
    pub fn unanswered_texts(&self, organisation: &Code) -> Result<usize, Error> {
        self.read(|db| {
            let newest: Option<i32> = editions_table::table
                .filter(editions_table::state.eq(EditionState::Open.code()))
                .select(editions_table::number)
                .order(editions_table::number.desc())
                .first(db)
                .optional()?;
            let Some(edition) = newest else { return Ok(0) };
            let asked: i64 = agreement_rounds::table.find(edition).count().get_result(db)?;
            if asked == 0 {
                return Ok(0);
            }
            let texts: Vec<(Id, i32)> = chapters::table
                .inner_join(structural_signals::table.on(structural_signals::id.eq(chapters::structural_id)))
                .filter(chapters::edition.eq(edition))
                .filter(structural_signals::merged_into.is_null())
                .select((chapters::structural_id, chapters::version))
                .load(db)?;
            let answered: Vec<(Id, i32)> = agreements::table
                .filter(agreements::edition.eq(edition))
                .filter(agreements::organisation.eq(organisation.as_str()))
                .select((agreements::structural_id, agreements::version))
                .load(db)?;
            Ok(texts.iter().filter(|text| !answered.contains(text)).count())
        })
    }

    /// Registers what an authority answers to a chapter of a published edition, by somebody of the authority or from a
    /// letter. It takes the place of what the authority answered earlier to the same, the whole or one recommendation; the log
    /// keeps that.
    pub fn answer(&self, structural: StructuralSignalId, answer: Answer, by: AccountId) -> Result<(), Error> {
        let id = Id(structural.uuid());
        let Answer { authority, edition, state, date, text, recommendation, office } = answer;
        self.writer()
            .send_alone(move |writing| {
                stands_printed(writing, id, edition)?;
                if let Some(number) = recommendation {
                    let there: i64 = recommendations::table
                        .filter(recommendations::structural_id.eq(id))
                        .filter(recommendations::edition.eq(column(edition)?))
                        .filter(recommendations::signed_by.ne(""))
                        .count()
                        .get_result(writing.db)?;
                    if number == 0 || i64::from(number) > there {
                        return Err(Error::NotFound("recommendation".to_owned()));
                    }
                }
                let about = editions::count(recommendation.unwrap_or(0))?;
                let key = (id, column(edition)?, authority.code(), about);
                let earlier: Option<(i32, Option<Id>)> = answers::table
                    .find(key)
                    .select((answers::position, answers::text_id))
                    .first(writing.db)
                    .optional()?;
                let before = text_of(writing, earlier.and_then(|(_, text)| text))?;
                let words = if text == Localised::default() { String::new() } else { written(&text)? };
                let text_id = put(writing, "answer", before.as_ref(), &words)?.map(|(id, _)| id);
                diesel::delete(answers::table.find(key)).execute(writing.db)?;
                diesel::insert_into(answers::table)
                    .values((
                        answers::structural_id.eq(id),
                        answers::edition.eq(key.1),
                        answers::authority.eq(key.2),
                        answers::position.eq(match earlier {
                            Some((position, _)) => position,
                            None => last_answer(writing, id)? + 1,
                        }),
                        answers::state.eq(state.code()),
                        answers::day.eq(date),
                        answers::text_id.eq(text_id),
                        answers::recommendation.eq(key.3),
                        answers::office.eq(office.as_ref().map(Code::as_str)),
                    ))
                    .execute(writing.db)?;
                let detail = json!({
                    "by": by.to_string(), "edition": edition.0, "authority": authority.code(),
                    "state": state.code(), "date": date.map(|date| date.to_string()),
                    "recommendation": recommendation, "office": office.as_ref().map(Code::as_str),
                });
                writing.record(Event::new("answer-received", SUBJECT, id, detail));
                Ok(())
            })?
            .wait()
    }

    /// The field says what it sees since an edition was published, and why; only the field closes a structural signal.
    pub fn give_verdict(
        &self,
        structural: StructuralSignalId,
        edition: EditionNumber,
        verdict: Verdict,
        organisation: &Code,
        reason: Localised,
        by: AccountId,
    ) -> Result<(), Error> {
        let (id, organisation) = (Id(structural.uuid()), organisation.to_string());
        self.writer()
            .send_alone(move |writing| {
                if reason == Localised::default() {
                    return Err(Error::Conflict(REASON_NEEDED.to_owned()));
                }
                stands_printed(writing, id, edition)?;
                let key = (id, column(edition)?);
                let earlier: Option<(i32, Option<Id>)> = verdicts::table
                    .find(key)
                    .select((verdicts::position, verdicts::reason_id))
                    .first(writing.db)
                    .optional()?;
                let before = text_of(writing, earlier.and_then(|(_, text)| text))?;
                let text = put(writing, "verdict-reason", before.as_ref(), &written(&reason)?)?;
                diesel::delete(verdicts::table.find(key)).execute(writing.db)?;
                diesel::insert_into(verdicts::table)
                    .values((
                        verdicts::structural_id.eq(id),
                        verdicts::edition.eq(key.1),
                        verdicts::position.eq(earlier.map_or(key.1, |(position, _)| position)),
                        verdicts::verdict.eq(verdict.code()),
                        verdicts::day.eq(writing.today),
                        verdicts::given_by.eq(&organisation),
                        verdicts::reason_id.eq(text.map(|(id, _)| id)),
                    ))
                    .execute(writing.db)?;
                let detail = json!({
                    "by": by.to_string(), "edition": edition.0, "verdict": verdict.code(),
                    "organisation": organisation, "date": writing.today.to_string(),
                });
                writing.record(Event::new("verdict-given", SUBJECT, id, detail));
                Ok(())
            })?
            .wait()
    }
}

/// Who speaks for an organisation.
#[derive(Clone, Copy)]
pub(super) enum Voice {
    /// Somebody of it, signed in.
    Account(AccountId),
    /// Whoever had the one-time link that this account made.
    Link(AccountId),
}

impl Voice {
    /// Puts into the detail of an event who spoke.
    pub(super) fn tell(&self, detail: &mut serde_json::Value) {
        match self {
            Self::Account(account) => detail["by"] = json!(account.to_string()),
            Self::Link(maker) => detail["link_of"] = json!(maker.to_string()),
        }
    }
}

/// What an organisation says of one version of a chapter.
pub(super) struct Said {
    organisation: String,
    version: i32,
    stance: Agreement,
    remark: String,
    by: Voice,
}

impl Said {
    /// Without the space around a remark.
    pub(super) fn new(said: AgreementEntry, version: i32, by: Voice) -> Self {
        let (organisation, remark) = (said.organisation.to_string(), said.remark.trim().to_owned());
        Self { organisation, version, stance: said.stance, remark, by }
    }
}

pub(super) fn agree(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
    said: &Said,
) -> Result<(), Error> {
    stands(writing, id)?;
    is_in(writing, edition, EditionState::Open, EDITION_CLOSED)?;
    is_asked(writing, edition)?;
    if said.stance != Agreement::Agrees && said.remark.is_empty() {
        return Err(Error::Conflict(REASON_NEEDED.to_owned()));
    }
    let edition_column = column(edition)?;
    let now: Option<i32> =
        chapters::table.find((id, edition_column)).select(chapters::version).first(writing.db).optional()?;
    if now != Some(said.version) {
        return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
    }
    let key = (id, edition_column, said.organisation.as_str());
    let earlier: Option<(i32, Option<Id>)> = agreements::table
        .find(key)
        .select((agreements::position, agreements::remark_id))
        .first(writing.db)
        .optional()?;
    let before = text_of(writing, earlier.and_then(|(_, text)| text))?;
    let remark = put(writing, "agreement-remark", before.as_ref(), &said.remark)?.map(|(id, _)| id);
    let last: Option<i32> = agreements::table
        .filter(agreements::structural_id.eq(id))
        .filter(agreements::edition.eq(edition_column))
        .select(agreements::position)
        .order(agreements::position.desc())
        .first(writing.db)
        .optional()?;
    diesel::delete(agreements::table.find(key)).execute(writing.db)?;
    diesel::insert_into(agreements::table)
        .values((
            agreements::structural_id.eq(id),
            agreements::edition.eq(edition_column),
            agreements::organisation.eq(&said.organisation),
            agreements::position.eq(match earlier {
                Some((position, _)) => position,
                None => last.map_or(0, |last| last + 1),
            }),
            agreements::version.eq(said.version),
            agreements::stance.eq(said.stance.code()),
            agreements::remark_id.eq(remark),
        ))
        .execute(writing.db)?;
    let mut detail = json!({
        "edition": edition.0, "version": said.version, "organisation": said.organisation,
        "stance": said.stance.code(),
    });
    said.by.tell(&mut detail);
    writing.record(Event::new("agreement-given", SUBJECT, id, detail));
    Ok(())
}

/// `NotFound` where the edition has no chapter of it, `Conflict` unless that edition is published.
pub(super) fn stands_printed(writing: &mut Writing<'_>, id: Id, edition: EditionNumber) -> Result<(), Error> {
    is_in(writing, edition, EditionState::Published, NOT_PUBLISHED)?;
    let there: i64 = chapters::table
        .filter(chapters::structural_id.eq(id))
        .filter(chapters::edition.eq(column(edition)?))
        .count()
        .get_result(writing.db)?;
    if there == 1 { Ok(()) } else { Err(Error::NotFound("chapter".to_owned())) }
}

pub(super) fn is_in(
    writing: &mut Writing<'_>,
    edition: EditionNumber,
    state: EditionState,
    otherwise: &str,
) -> Result<(), Error> {
    let edition = editions::load(writing.db, edition)?;
    if edition.is_some_and(|edition| edition.state == state) {
        Ok(())
    } else {
        Err(Error::Conflict(otherwise.to_owned()))
    }
}

/// `Conflict` where the organisations are not asked about this edition yet: nobody agrees before.
pub(super) fn is_asked(writing: &mut Writing<'_>, edition: EditionNumber) -> Result<(), Error> {
    let rounds: i64 = agreement_rounds::table.find(column(edition)?).count().get_result(writing.db)?;
    if rounds == 1 { Ok(()) } else { Err(Error::Conflict(NOT_ASKED.to_owned())) }
}

pub(super) fn text_of(writing: &mut Writing<'_>, id: Option<Id>) -> Result<Option<Current>, Error> {
    match id {
        Some(id) => Ok(current(writing.db, &[id])?.remove(&id)),
        None => Ok(None),
    }
}

fn last_answer(writing: &mut Writing<'_>, id: Id) -> Result<i32, Error> {
    let last: Option<i32> = answers::table
        .filter(answers::structural_id.eq(id))
        .select(answers::position)
        .order(answers::position.desc())
        .first(writing.db)
        .optional()?;
    Ok(last.unwrap_or(-1))
}
