//! "Known already?": the problems that the network has in hand, and which organisations see them too.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    AccountId, Answer, AnswerState, Authority, Cause, ChapterText, Code, EditionNumber, EditionState,
    Language, Localised, Recognition, StructuralSignalId,
};
use serde_json::json;

use crate::columns::Id;
use crate::db::Db;
use crate::editions::{column, number};
use crate::events::Event;
use crate::filing::{many, one};
use crate::schema::{
    accounts, agreement_rounds, chapters, recognition_proposals, recognitions, recognitions_waiting,
    structural_signals,
};
use crate::signal_file::{Printed, title};
use crate::structural;
use crate::structural::Body;
use crate::texts::{Current, current};
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
    /// The competent authorities.
    pub authorities: Vec<Authority>,
    /// The newest edition that shows it.
    pub edition: EditionNumber,
    /// Whether that edition is published; else it is open for agreement.
    pub published: bool,
    /// What authorities answered to that edition, once it is published.
    pub answers: Vec<Answer>,
    /// The sentences of the recommendations that it prints: an answer names one by its number, from 1.
    pub recommended: Vec<Localised>,
    /// What the organisation that asks said of it last.
    pub mine: Option<Recognition>,
}

impl KnownProblem {
    /// Whether it is published and this authority, competent for it, has not answered to that edition.
    pub fn waits_for(&self, authority: Authority) -> bool {
        let answers = || self.answers.iter().filter(|answer| answer.state != AnswerState::None);
        self.published
            && self.authorities.contains(&authority)
            && !answers().any(|answer| answer.authority == authority)
    }
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
        self.known(None, organisation)
    }

    /// Those of these structural signals, as `known_problems` tells them.
    pub fn known_problems_of(
        &self,
        structural: &[StructuralSignalId],
        organisation: Option<&Code>,
    ) -> Result<Vec<KnownProblem>, Error> {
        let ids: Vec<Id> = structural.iter().map(|id| Id(id.uuid())).collect();
        self.known(Some(&ids), organisation)
    }

    fn known(&self, only: Option<&[Id]>, organisation: Option<&Code>) -> Result<Vec<KnownProblem>, Error> {
        self.read(|db| {
            let printed = Printed::load(db)?;
            let mut all = chapters::table.select(CHAPTER).into_boxed();
            if let Some(ids) = only {
                all = all.filter(chapters::structural_id.eq_any(ids.to_vec()));
            }
            let rows = all.load(db)?;
            let shown = newest(db, rows, &printed)?;
            let texts = current(db, &shown.values().map(|shown| shown.text).collect::<Vec<_>>())?;
            let published = shown.iter().filter(|(_, shown)| shown.published);
            let published = published.map(|(id, shown)| (*id, shown.edition)).collect();
            let mut answers = structural::answers_to(db, &published)?;
            let mut recommended = structural::recommended_in(db, &published)?;
            let mut said = match organisation {
                Some(organisation) => said(db, organisation)?,
                None => BTreeMap::new(),
            };
            let rows: Vec<ProblemRow> = structural_signals::table
                .select((
                    structural_signals::id,
                    structural_signals::domain,
                    structural_signals::cause,
                    structural_signals::rights,
                    structural_signals::authorities,
                ))
                .order(structural_signals::position)
                .load(db)?;
            let mut known = Vec::new();
            for (id, domain, cause, rights, authorities) in rows {
                let Some(shown) = shown.get(&id) else { continue };
                let text = shown.read(&texts)?;
                known.push(KnownProblem {
                    structural: StructuralSignalId::from_uuid(id.0),
                    title: title(&text),
                    text,
                    domain: one(&domain, Code::parse)?,
                    cause: cause.as_deref().map(|code| one(code, Cause::parse)).transpose()?,
                    rights: many(&rights, Code::parse)?,
                    authorities: many(&authorities, Authority::parse)?,
                    edition: shown.edition,
                    published: shown.published,
                    answers: answers.remove(&id).unwrap_or_default(),
                    recommended: recommended.remove(&id).unwrap_or_default(),
                    mine: said.remove(&id),
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
            let chapters = chapters::table.select(CHAPTER).load(db)?;
            let mut shown = newest(db, chapters, &printed)?;
            shown.retain(|id, _| rows.iter().any(|(structural, ..)| structural == id));
            let texts = current(db, &shown.values().map(|shown| shown.text).collect::<Vec<_>>())?;
            rows.into_iter()
                .map(|(structural, account, name, answer, day)| {
                    let title = match shown.get(&structural) {
                        Some(shown) => title(&shown.read(&texts)?),
                        None => Localised::default(),
                    };
                    Ok(RecognitionProposal {
                        structural: StructuralSignalId::from_uuid(structural.0),
                        title,
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

type ProblemRow = (Id, String, Option<String>, String, String);

/// What is needed to know whether a chapter is shown.
const CHAPTER: (chapters::structural_id, chapters::edition, chapters::text_id) =
    (chapters::structural_id, chapters::edition, chapters::text_id);

/// The newest edition that shows a structural signal, its text there, and whether it is published.
struct Shown {
    edition: EditionNumber,
    text: Id,
    published: bool,
}

impl Shown {
    /// The text, by language; nothing where it was wiped.
    fn read(&self, texts: &BTreeMap<Id, Current>) -> Result<BTreeMap<Language, ChapterText>, Error> {
        Ok(Body::read(texts.get(&self.text).map_or("", |text| &text.body))?.text)
    }
}

/// Of these chapters the one that is shown of each structural signal. What was merged into another is shown there; what is
/// being written in the workbench is nobody's to read before the organisations are asked to agree.
fn newest(db: &mut Db, rows: Vec<(Id, i32, Id)>, printed: &Printed) -> Result<BTreeMap<Id, Shown>, Error> {
    let merged: BTreeSet<Id> = structural_signals::table
        .filter(structural_signals::merged_into.is_not_null())
        .select(structural_signals::id)
        .load::<Id>(db)?
        .into_iter()
        .collect();
    let in_work: BTreeSet<Id> = structural_signals::table
        .filter(structural_signals::kept_here.eq(true))
        .select(structural_signals::id)
        .load::<Id>(db)?
        .into_iter()
        .collect();
    let asked: Vec<i32> = agreement_rounds::table.select(agreement_rounds::edition).load(db)?;
    let mut newest: BTreeMap<Id, Shown> = BTreeMap::new();
    for (structural, edition, text) in rows {
        let readable = asked.contains(&edition) || !in_work.contains(&structural);
        let edition = number(edition);
        let published = printed.publishes(edition, structural);
        let open = readable && printed.state(edition) == Some(EditionState::Open);
        let later = newest.get(&structural).is_none_or(|shown| shown.edition < edition);
        if (published || open) && later && !merged.contains(&structural) {
            newest.insert(structural, Shown { edition, text, published });
        }
    }
    Ok(newest)
}

/// What an organisation said of each structural signal last; what waits for an edition is later than all of them.
fn said(db: &mut Db, organisation: &Code) -> Result<BTreeMap<Id, Recognition>, Error> {
    let mut rows: Vec<(Id, String)> = recognitions::table
        .filter(recognitions::organisation.eq(organisation.as_str()))
        .select((recognitions::structural_id, recognitions::answer))
        .order(recognitions::edition)
        .load(db)?;
    rows.extend(
        recognitions_waiting::table
            .filter(recognitions_waiting::organisation.eq(organisation.as_str()))
            .select((recognitions_waiting::structural_id, recognitions_waiting::answer))
            .load::<(Id, String)>(db)?,
    );
    rows.into_iter().map(|(id, answer)| Ok((id, one(&answer, Recognition::parse)?))).collect()
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
    let rows = chapters::table.filter(chapters::structural_id.eq(structural)).select(CHAPTER).load(db)?;
    match newest(db, rows, &printed)?.contains_key(&structural) {
        true => Ok(()),
        false => Err(Error::NotFound("structural signal".to_owned())),
    }
}
