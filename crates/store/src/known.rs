//! "Known already?": the problems that the network has in hand, and which organisations see them too.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    AccountId, Answer, Cause, ChapterText, Code, EditionNumber, EditionState, Language, Localised,
    Recognition, StructuralSignalId,
};
use serde_json::json;

use crate::columns::Id;
use crate::db::Db;
use crate::editions::column;
use crate::events::Event;
use crate::filing::one;
use crate::schema::{
    accounts, recognition_proposals, recognitions, recognitions_waiting, structural_signals,
};
use crate::signal_file::{Printed, title};
use crate::structural::{self, Stored};
use crate::writer::Writing;
use crate::{Error, Store};

/// A structural signal that people may see: published, or written for an edition that is still open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KnownProblem {
    /// The structural signal.
    pub structural: StructuralSignalId,
    /// Its title, in the newest edition that shows it.
    pub title: Localised,
    /// Its text there, by language.
    pub text: BTreeMap<Language, ChapterText>,
    /// Its domain.
    pub domain: Code,
    /// Its main cause.
    pub cause: Option<Cause>,
    /// The rights in play.
    pub rights: Vec<Code>,
    /// The newest edition that shows it.
    pub edition: EditionNumber,
    /// Whether that edition is published; else it is open for agreement.
    pub published: bool,
    /// What authorities answered to that edition, once it is published.
    pub answers: Vec<Answer>,
    /// What the organisation that asks said of it last.
    pub mine: Option<Recognition>,
}

/// What a filer answered, waiting for the signal coordinator.
#[derive(Clone, PartialEq, Eq)]
pub struct RecognitionProposal {
    /// The structural signal.
    pub structural: StructuralSignalId,
    /// Its title.
    pub title: Localised,
    /// Who answered.
    pub account: AccountId,
    /// The name of who answered.
    pub name: String,
    /// The answer.
    pub answer: Recognition,
    /// The day of the answer.
    pub day: NaiveDate,
}

/// Never a name.
impl std::fmt::Debug for RecognitionProposal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("RecognitionProposal")
            .field("structural", &self.structural)
            .field("answer", &self.answer)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// The problems the network has in hand, in its order; with what this organisation said of each.
    pub fn known_problems(&self, organisation: Option<&Code>) -> Result<Vec<KnownProblem>, Error> {
        self.read(|db| {
            let printed = Printed::load(db)?;
            let waiting: Vec<(Id, String, String)> = recognitions_waiting::table
                .select((
                    recognitions_waiting::structural_id,
                    recognitions_waiting::organisation,
                    recognitions_waiting::answer,
                ))
                .load(db)?;
            let mut known = Vec::new();
            for stored in structural::load_without_members(db)? {
                let Some(Shown { edition, text, published }) = shown(&stored, &printed) else { continue };
                let (title, text) = (title(text), text.clone());
                let waits = waiting.iter().find(|(id, code, _)| {
                    *id == stored.id && Some(code.as_str()) == organisation.map(Code::as_str)
                });
                let mine = match waits {
                    Some((_, _, answer)) => Some(one(answer, Recognition::parse)?),
                    None => said(&stored, organisation),
                };
                known.push(KnownProblem {
                    structural: StructuralSignalId::from_uuid(stored.id.0),
                    title,
                    text,
                    answers: stored
                        .entry
                        .answers
                        .into_iter()
                        .filter(|answer| published && answer.edition == edition)
                        .collect(),
                    domain: stored.entry.domain,
                    cause: stored.entry.cause,
                    rights: stored.entry.rights,
                    edition,
                    published,
                    mine,
                });
            }
            Ok(known)
        })
    }

    /// A filer answers "we see this too": a proposal, the last one of this account counts. `NotFound` for a structural
    /// signal that `known_problems` does not show; so too below.
    pub fn propose_recognition(
        &self,
        structural: StructuralSignalId,
        organisation: &Code,
        account: AccountId,
        answer: Recognition,
    ) -> Result<(), Error> {
        self.recognise(structural, organisation, account, answer, propose)
    }

    /// The signal coordinator answers for the organisation: it counts in the newest open edition that has the
    /// structural signal, or else in the next that will. The proposals for it are settled.
    pub fn confirm_recognition(
        &self,
        structural: StructuralSignalId,
        organisation: &Code,
        account: AccountId,
        answer: Recognition,
    ) -> Result<(), Error> {
        self.recognise(structural, organisation, account, answer, confirm)
    }

    fn recognise(
        &self,
        structural: StructuralSignalId,
        organisation: &Code,
        account: AccountId,
        answer: Recognition,
        work: fn(&mut Writing<'_>, Id, &Code, Id, Recognition) -> Result<(), Error>,
    ) -> Result<(), Error> {
        let organisation = organisation.clone();
        let (structural, account) = (Id(structural.uuid()), Id(account.uuid()));
        self.writer()
            .send(move |writing| {
                is_shown(writing.db, structural)?;
                work(writing, structural, &organisation, account, answer)
            })?
            .wait()
    }

    /// What filers of an organisation answered and its signal coordinator did not yet, by problem and name.
    pub fn recognition_proposals(&self, organisation: &Code) -> Result<Vec<RecognitionProposal>, Error> {
        self.read(|db| {
            let rows: Vec<ProposalRow> = recognition_proposals::table
                .inner_join(accounts::table.on(accounts::id.eq(recognition_proposals::account)))
                .inner_join(
                    structural_signals::table
                        .on(structural_signals::id.eq(recognition_proposals::structural_id)),
                )
                .filter(recognition_proposals::organisation.eq(organisation.as_str()))
                .select((
                    recognition_proposals::structural_id,
                    recognition_proposals::account,
                    accounts::name,
                    recognition_proposals::answer,
                    recognition_proposals::day,
                ))
                .order((structural_signals::position, accounts::name, recognition_proposals::account))
                .load(db)?;
            if rows.is_empty() {
                return Ok(Vec::new());
            }
            let printed = Printed::load(db)?;
            let all = structural::load_without_members(db)?;
            rows.into_iter()
                .map(|(structural, account, name, answer, day)| {
                    let stored = all.iter().find(|stored| stored.id == structural);
                    let shown = stored.and_then(|stored| shown(stored, &printed));
                    Ok(RecognitionProposal {
                        structural: StructuralSignalId::from_uuid(structural.0),
                        title: shown.map(|shown| title(shown.text)).unwrap_or_default(),
                        account: AccountId::from_uuid(account.0),
                        name,
                        answer: one(&answer, Recognition::parse)?,
                        day,
                    })
                })
                .collect()
        })
    }
}

type ProposalRow = (Id, Id, String, String, NaiveDate);

/// The newest edition that shows a structural signal, its text there, and whether it is published.
struct Shown<'a> {
    edition: EditionNumber,
    text: &'a BTreeMap<Language, ChapterText>,
    published: bool,
}

fn shown<'a>(stored: &'a Stored, printed: &Printed) -> Option<Shown<'a>> {
    stored
        .entry
        .chapters
        .iter()
        .filter_map(|chapter| {
            let published = printed.publishes(chapter.edition, stored.id);
            let open = printed.state(chapter.edition) == Some(EditionState::Open);
            (published || open).then_some(Shown { edition: chapter.edition, text: &chapter.text, published })
        })
        .max_by_key(|shown| shown.edition)
}

/// What an organisation said of a structural signal last.
fn said(stored: &Stored, organisation: Option<&Code>) -> Option<Recognition> {
    let own = stored.entry.recognition.iter().filter(|one| Some(&one.organisation) == organisation);
    own.max_by_key(|one| one.edition).map(|one| one.answer)
}

fn propose(
    writing: &mut Writing<'_>,
    structural: Id,
    organisation: &Code,
    account: Id,
    answer: Recognition,
) -> Result<(), Error> {
    let place = (structural, organisation.as_str(), account);
    diesel::delete(recognition_proposals::table.find(place)).execute(writing.db)?;
    diesel::insert_into(recognition_proposals::table)
        .values((
            recognition_proposals::structural_id.eq(structural),
            recognition_proposals::organisation.eq(organisation.as_str()),
            recognition_proposals::account.eq(account),
            recognition_proposals::answer.eq(answer.code()),
            recognition_proposals::day.eq(writing.today),
        ))
        .execute(writing.db)?;
    let detail = json!({
        "organisation": organisation.as_str(), "answer": answer.code(), "by": account.to_string(),
    });
    writing.record(Event::new("recognition-proposed", "structural-signal", structural, detail));
    Ok(())
}

fn confirm(
    writing: &mut Writing<'_>,
    structural: Id,
    organisation: &Code,
    account: Id,
    answer: Recognition,
) -> Result<(), Error> {
    let code = organisation.as_str();
    let settled = recognition_proposals::table
        .filter(recognition_proposals::structural_id.eq(structural))
        .filter(recognition_proposals::organisation.eq(code));
    diesel::delete(settled).execute(writing.db)?;
    diesel::delete(recognitions_waiting::table.find((structural, code))).execute(writing.db)?;
    let edition = structural::newest_open_edition(writing.db, structural)?;
    match edition {
        Some(edition) => put(writing, structural, edition, code, answer.code())?,
        None => {
            diesel::insert_into(recognitions_waiting::table)
                .values((
                    recognitions_waiting::structural_id.eq(structural),
                    recognitions_waiting::organisation.eq(code),
                    recognitions_waiting::answer.eq(answer.code()),
                ))
                .execute(writing.db)?;
        }
    }
    let detail = json!({
        "edition": edition.map(|edition| edition.0), "organisation": code, "answer": answer.code(),
        "by": account.to_string(),
    });
    writing.record(Event::new("recognition-given", "structural-signal", structural, detail));
    Ok(())
}

/// Lets the answers that waited for an edition with this structural signal count in one that has it.
pub(crate) fn settle_waiting(writing: &mut Writing<'_>, structural: Id) -> Result<(), Error> {
    let Some(edition) = structural::newest_open_edition(writing.db, structural)? else { return Ok(()) };
    let waiting = recognitions_waiting::table.filter(recognitions_waiting::structural_id.eq(structural));
    let rows: Vec<(String, String)> = waiting
        .select((recognitions_waiting::organisation, recognitions_waiting::answer))
        .order(recognitions_waiting::organisation)
        .load(writing.db)?;
    for (organisation, answer) in rows {
        put(writing, structural, edition, &organisation, &answer)?;
        let detail = json!({ "edition": edition.0, "organisation": organisation, "answer": answer });
        writing.record(Event::new("recognition-given", "structural-signal", structural, detail));
    }
    diesel::delete(waiting).execute(writing.db)?;
    Ok(())
}

/// Puts an organisation's own answer in the place of what stood there.
fn put(
    writing: &mut Writing<'_>,
    structural: Id,
    edition: EditionNumber,
    organisation: &str,
    answer: &str,
) -> Result<(), Error> {
    let edition = column(edition)?;
    diesel::delete(recognitions::table.find((structural, edition, organisation))).execute(writing.db)?;
    let last: Option<i32> = recognitions::table
        .filter(recognitions::structural_id.eq(structural))
        .select(recognitions::position)
        .order(recognitions::position.desc())
        .first(writing.db)
        .optional()?;
    diesel::insert_into(recognitions::table)
        .values((
            recognitions::structural_id.eq(structural),
            recognitions::edition.eq(edition),
            recognitions::organisation.eq(organisation),
            recognitions::position.eq(last.map_or(0, |last| last + 1)),
            recognitions::answer.eq(answer),
            recognitions::confirmed.eq(true),
        ))
        .execute(writing.db)?;
    Ok(())
}

/// `NotFound` for a structural signal that is not there, or that nobody may see yet.
fn is_shown(db: &mut Db, structural: Id) -> Result<(), Error> {
    let printed = Printed::load(db)?;
    let all = structural::load_without_members(db)?;
    let stored = all.iter().find(|stored| stored.id == structural);
    let shown = stored.and_then(|stored| shown(stored, &printed));
    shown.map(|_| ()).ok_or_else(|| Error::NotFound("structural signal".to_owned()))
}
