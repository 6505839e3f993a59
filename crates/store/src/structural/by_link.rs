//! One-time links by which an organisation answers for all chapters of an edition, without an account.
//!
//! Of a token only its SHA-256 is kept. A link counts while its edition is open, up to and with the day until which is
//! asked; it is used up by the answers, not by being opened.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, Agreement, AgreementEntry, Code, EditionNumber, EditionState, StructuralSignalId};
use serde_json::json;

use super::agreement::{NOT_ASKED, Said, Voice, agree, is_in};
use super::chapter::{EDITION_CLOSED, WRITTEN_MEANWHILE};
use super::recommending::{Signature, short_code, sign};
use super::workbench::{StructuralFile, files};
use crate::columns::Id;
use crate::editions::{column, number};
use crate::events::Event;
use crate::filing::one;
use crate::schema::{agreement_links, agreement_rounds, editions};
use crate::writer::Writing;
use crate::{Error, Store};

/// A link by which an organisation answers once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgreementLink {
    /// The edition that it is about.
    pub edition: EditionNumber,
    /// The organisation.
    pub organisation: Code,
    /// Who made it.
    pub made_by: AccountId,
    /// When.
    pub made_on: NaiveDate,
    /// When the answers came.
    pub answered_on: Option<NaiveDate>,
}

/// What is said of one chapter by a link.
#[derive(Clone, PartialEq, Eq)]
pub struct LinkAnswer {
    /// Which.
    pub structural: StructuralSignalId,
    /// The version that was read.
    pub version: i32,
    /// What is said.
    pub stance: Agreement,
    /// The remark or the reason.
    pub remark: String,
    /// What is said of its recommendations.
    pub signatures: Vec<Signature>,
    /// What the organisation had said when it was read: [`said_code`].
    pub was: String,
}

/// What an organisation said of a chapter and which of its recommendations it signed, as a short code: another one as soon as
/// it says something else.
pub fn said_code(file: &StructuralFile, edition: EditionNumber, organisation: &Code) -> String {
    let entry = &file.entry;
    let chapter = entry.chapters.iter().find(|chapter| chapter.edition == edition);
    let given = chapter
        .and_then(|chapter| chapter.agreements.iter().find(|given| given.organisation == *organisation))
        .map(|given| json!([given.stance.code(), given.remark]));
    let version = file.agreed_versions.get(&(edition, organisation.clone()));
    let signed = entry.recommendations.iter().zip(&file.recommendations);
    let signed: Vec<i32> = signed
        .filter(|(one, _)| one.edition == edition && one.signed_by.contains(organisation))
        .map(|(_, (at, _))| at.0)
        .collect();
    short_code(&json!([given, version, signed]))
}

/// Never what it says.
impl std::fmt::Debug for LinkAnswer {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LinkAnswer").field("structural", &self.structural).finish_non_exhaustive()
    }
}

impl Store {
    /// Makes links for these organisations (each token arrives as SHA-256). An earlier one of an organisation counts no
    /// more. `Conflict` where nobody is asked now.
    pub fn make_agreement_links(
        &self,
        edition: EditionNumber,
        tokens: Vec<(Code, [u8; 32])>,
        by: AccountId,
    ) -> Result<(), Error> {
        self.writer()
            .send_alone(move |writing| {
                is_in(writing, edition, EditionState::Open, EDITION_CLOSED)?;
                let number = column(edition)?;
                let until: Option<NaiveDate> = agreement_rounds::table
                    .find(number)
                    .select(agreement_rounds::deadline)
                    .first(writing.db)
                    .optional()?;
                if until.is_none_or(|until| until < writing.today) {
                    return Err(Error::Conflict(NOT_ASKED.to_owned()));
                }
                for (organisation, token) in tokens {
                    diesel::delete(agreement_links::table.find((number, organisation.as_str())))
                        .execute(writing.db)?;
                    diesel::insert_into(agreement_links::table)
                        .values((
                            agreement_links::edition.eq(number),
                            agreement_links::organisation.eq(organisation.as_str()),
                            agreement_links::token.eq(token.to_vec()),
                            agreement_links::made_by.eq(Id(by.uuid())),
                            agreement_links::made_on.eq(writing.today),
                        ))
                        .execute(writing.db)?;
                    tell(writing, "agreement-link-made", edition, &organisation, by);
                }
                Ok(())
            })?
            .wait()
    }

    /// Ends the link of an organisation before it was used. `NotFound` where there is none.
    pub fn revoke_agreement_link(
        &self,
        edition: EditionNumber,
        organisation: &Code,
        by: AccountId,
    ) -> Result<(), Error> {
        let organisation = organisation.clone();
        self.writer()
            .send(move |writing| {
                let link = agreement_links::table
                    .find((column(edition)?, organisation.as_str()))
                    .filter(agreement_links::answered_on.is_null());
                if diesel::delete(link).execute(writing.db)? == 0 {
                    return Err(not_there());
                }
                tell(writing, "agreement-link-revoked", edition, &organisation, by);
                Ok(())
            })?
            .wait()
    }

    /// The links of an edition, by organisation.
    pub fn agreement_links(&self, edition: EditionNumber) -> Result<Vec<AgreementLink>, Error> {
        self.read(|db| {
            let rows: Vec<LinkRow> = agreement_links::table
                .filter(agreement_links::edition.eq(column(edition)?))
                .select(LinkRow::as_select())
                .order(agreement_links::organisation)
                .load(db)?;
            rows.into_iter().map(LinkRow::link).collect()
        })
    }

    /// Whose link this is; none where it counts no more on this day. A used one is told, with the day.
    pub fn agreement_link(&self, token: [u8; 32], today: NaiveDate) -> Result<Option<AgreementLink>, Error> {
        self.read(|db| find(db, token, today)?.map(LinkRow::link).transpose())
    }

    /// Says of all these chapters what the organisation thinks, and uses the link up: all or nothing. `NotFound` where the
    /// link counts no more or was used; `Conflict` where a chapter
    /// or a recommendation was written anew since it was read, where one is not answered, and where somebody of the organisation
    /// said something else meanwhile.
    pub fn agree_by_link(&self, token: [u8; 32], answers: Vec<LinkAnswer>) -> Result<(), Error> {
        self.writer()
            .send_alone(move |writing| {
                let link = find(writing.db, token, writing.today)?.ok_or_else(not_there)?;
                let unused = agreement_links::table
                    .find((link.edition, link.organisation.as_str()))
                    .filter(agreement_links::token.eq(token.to_vec()))
                    .filter(agreement_links::answered_on.is_null());
                // Whoever marks the row has used the link: of two at once, one.
                let mark = agreement_links::answered_on.eq(Some(writing.today));
                if diesel::update(unused).set(mark).execute(writing.db)? == 0 {
                    return Err(not_there());
                }
                let voice = Voice::Link(AccountId::from_uuid(link.made_by.0));
                let organisation = one(&link.organisation, Code::parse)?;
                let was_read = |file: &StructuralFile| {
                    let read = answers.iter().find(|answer| answer.structural == file.line.id);
                    read.is_some_and(|answer| {
                        answer.was == said_code(file, number(link.edition), &organisation)
                    })
                };
                let mut asked = files(writing.db)?;
                asked.retain(|file| file.asked_in() == Some(number(link.edition)));
                if !asked.iter().all(was_read) {
                    return Err(Error::Conflict(WRITTEN_MEANWHILE.to_owned()));
                }
                for LinkAnswer { structural, version, stance, remark, signatures, was: _ } in answers {
                    let id = Id(structural.uuid());
                    let entry = AgreementEntry { organisation: organisation.clone(), stance, remark };
                    let said = Said::new(entry, version, voice);
                    agree(writing, id, number(link.edition), &said)?;
                    for signature in &signatures {
                        sign(writing, id, &organisation, signature, &voice)?;
                    }
                }
                Ok(())
            })?
            .wait()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = agreement_links)]
struct LinkRow {
    edition: i32,
    organisation: String,
    made_by: Id,
    made_on: NaiveDate,
    answered_on: Option<NaiveDate>,
}

impl LinkRow {
    fn link(self) -> Result<AgreementLink, Error> {
        Ok(AgreementLink {
            edition: number(self.edition),
            organisation: one(&self.organisation, Code::parse)?,
            made_by: AccountId::from_uuid(self.made_by.0),
            made_on: self.made_on,
            answered_on: self.answered_on,
        })
    }
}

/// The link with this token, where its edition is open and the day until which is asked is not over.
fn find(db: &mut crate::db::Db, token: [u8; 32], today: NaiveDate) -> Result<Option<LinkRow>, Error> {
    Ok(agreement_links::table
        .inner_join(agreement_rounds::table.on(agreement_rounds::edition.eq(agreement_links::edition)))
        .inner_join(editions::table.on(editions::number.eq(agreement_links::edition)))
        .filter(agreement_links::token.eq(token.to_vec()))
        .filter(agreement_rounds::deadline.ge(today))
        .filter(editions::state.eq(EditionState::Open.code()))
        .select(LinkRow::as_select())
        .first(db)
        .optional()?)
}

fn tell(
    writing: &mut Writing<'_>,
    kind: &'static str,
    edition: EditionNumber,
    organisation: &Code,
    by: AccountId,
) {
    let detail = json!({ "by": by.to_string(), "organisation": organisation.as_str() });
    writing.record(Event::new(kind, "edition", edition, detail));
}

fn not_there() -> Error {
    Error::NotFound("agreement link".to_owned())
}
