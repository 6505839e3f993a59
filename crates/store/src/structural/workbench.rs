//! Structural signals as the coordinators' workbench makes, describes and reads them.

use std::collections::BTreeMap;

use diesel::prelude::*;
use model::{
    AccountId, Agreement, Authority, Cause, Code, Criteria, Edition, EditionNumber, EditionState, Localised,
    Recognition, Recommendation, StructuralEntry, StructuralSignalId,
};
use serde_json::json;

use super::members::{MERGED, SUBJECT};
use super::recommending::RecommendationAt;
use super::save::trace_code;
use super::{Stored, load_these, load_without_members, of_member};
use crate::columns::Id;
use crate::db::Db;
use crate::editions::{self, column};
use crate::events::Event;
use crate::filing::{hidden, joined, visible, written};
use crate::follow_up::{SignalLine, lines};
use crate::schema::{
    chapter_authors, chapters, domains, organisations, signals, standings, structural_members,
    structural_signals,
};
use crate::signal_file::{Printed, title};
use crate::texts::put;
use crate::writer::Writing;
use crate::{Error, Store};

/// What surrounds the text of a structural signal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Frame {
    /// Its domain: figures count its signals there.
    pub domain: Code,
    /// Its main cause; none where no right is in play.
    pub cause: Option<Cause>,
    /// No right in law at all; only with *exclusion*.
    pub never_eligible: bool,
    /// The rights in play.
    pub rights: Vec<Code>,
    /// The competent levels as the coordinator decides.
    pub authorities: Vec<Authority>,
    /// The owner (trekker).
    pub owner: Code,
    /// The structural signal that it goes on from.
    pub predecessor: Option<StructuralSignalId>,
    /// Its working title, in the languages it has; only for a new one.
    pub title: Localised,
}

/// The detail of the `Conflict` for a structural signal that is made while no edition is open to hold its chapter.
pub const NO_OPEN_EDITION: &str = "no edition is open";
/// The detail of the `Conflict` for a domain or an owner that the network does not have.
pub const UNKNOWN_CODE: &str = "the network has no such domain or organisation";

/// A structural signal in a list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StructuralLine {
    /// Its id.
    pub id: StructuralSignalId,
    /// Its code on paper.
    pub trace: String,
    /// The title of its newest chapter.
    pub title: Localised,
    /// Its domain.
    pub domain: Code,
    /// Its main cause.
    pub cause: Option<Cause>,
    /// The owner.
    pub owner: Code,
    /// How many signals it names that are there.
    pub signals: u64,
    /// The newest edition that has a chapter of it, and where that edition stands.
    pub edition: Option<(EditionNumber, EditionState)>,
    /// The criteria of that chapter.
    pub criteria: Option<Criteria>,
    /// How many organisations see it often, and sometimes, as asked for that edition.
    pub recognised: (u64, u64),
    /// How many agree with that chapter as it is now, and how many refuse.
    pub agreed: (u64, u64),
    /// The editions that print it.
    pub printed_in: Vec<EditionNumber>,
    /// It was merged into this one.
    pub merged_into: Option<StructuralSignalId>,
}

/// A structural signal, whole but for its signals.
#[derive(Debug, Clone, PartialEq)]
pub struct StructuralFile {
    /// As it stands in lists.
    pub line: StructuralLine,
    /// What it says, as a network file would say it; without its signals.
    pub entry: StructuralEntry,
    /// The version of each chapter's text.
    pub versions: BTreeMap<EditionNumber, i32>,
    /// Of which version each organisation spoke, by edition.
    pub agreed_versions: BTreeMap<(EditionNumber, Code), i32>,
    /// What it goes on from.
    pub predecessor: Option<StructuralSignalId>,
    /// Which recommendation each one of the entry is, and its revision.
    pub recommendations: Vec<(RecommendationAt, i32)>,
}

impl StructuralFile {
    /// In which edition it has its newest chapter, where it was not merged into another.
    pub fn asked_in(&self) -> Option<EditionNumber> {
        self.line.edition.map(|(edition, _)| edition).filter(|_| self.line.merged_into.is_none())
    }

    /// The title of its chapter in this edition.
    pub fn title_in(&self, edition: EditionNumber) -> Localised {
        let chapter = self.entry.chapters.iter().find(|chapter| chapter.edition == edition);
        chapter.map(|chapter| title(&chapter.text)).unwrap_or_default()
    }
}

/// The recommendations of an edition that somebody signed: an answer names one of these by its number, from 1.
pub fn signed_recommendations(
    entry: &StructuralEntry,
    edition: EditionNumber,
) -> impl Iterator<Item = &Recommendation> {
    entry.recommendations.iter().filter(move |one| one.edition == edition && !one.signed_by.is_empty())
}

impl Store {
    /// Every structural signal, in the network's order; those that were merged into another as well.
    pub fn structural_signals(&self) -> Result<Vec<StructuralLine>, Error> {
        self.read(|db| {
            let printed = Printed::load(db)?;
            let counts = counts(db, None)?;
            let all = load_without_members(db)?;
            Ok(all.iter().map(|stored| line(stored, &printed, &counts)).collect())
        })
    }

    /// A structural signal.
    pub fn structural_signal(&self, id: StructuralSignalId) -> Result<StructuralFile, Error> {
        self.read(|db| {
            let printed = Printed::load(db)?;
            file_of(db, Id(id.uuid()), &printed)?.ok_or_else(not_there)
        })
    }

    /// A structural signal, and after it what it goes on from, step by step.
    pub fn structural_chain(&self, id: StructuralSignalId) -> Result<Vec<StructuralFile>, Error> {
        self.read(|db| {
            let printed = Printed::load(db)?;
            let mut chain: Vec<StructuralFile> = Vec::new();
            let mut next = Some(id);
            // One that stands in it already ends it: nobody goes round in a circle.
            while let Some(id) = next.filter(|id| chain.iter().all(|file| file.line.id != *id)) {
                let Some(file) = file_of(db, Id(id.uuid()), &printed)? else { break };
                next = file.predecessor;
                chain.push(file);
            }
            Ok(chain)
        })
    }

    /// Every structural signal, whole, in the network's order.
    pub fn structural_files(&self) -> Result<Vec<StructuralFile>, Error> {
        self.read(files)
    }

    /// The signals of a structural signal, in the order in which they were put there; at most `limit`.
    pub fn signals_of(&self, id: StructuralSignalId, limit: u32) -> Result<Vec<SignalLine>, Error> {
        self.read(|db| {
            let ids: Vec<Id> = signals::table
                .inner_join(structural_members::table.on(of_member()))
                .filter(structural_members::structural_id.eq(Id(id.uuid())))
                .filter(visible())
                .select(signals::id)
                .order(structural_members::position)
                .limit(limit.into())
                .load(db)?;
            lines(db, &ids)
        })
    }

    /// Makes a structural signal with a working title, for the edition that is open.
    pub fn make_structural(&self, frame: Frame, by: AccountId) -> Result<StructuralSignalId, Error> {
        let id = self.writer().send_alone(move |writing| add(writing, &frame, by))?.wait()?;
        Ok(StructuralSignalId::from_uuid(id.0))
    }

    /// Describes a structural signal anew; its title and text stay.
    pub fn describe_structural(
        &self,
        id: StructuralSignalId,
        frame: Frame,
        by: AccountId,
    ) -> Result<(), Error> {
        let id = Id(id.uuid());
        self.writer()
            .send_alone(move |writing| {
                stands(writing, id)?;
                check(writing, &frame)?;
                let predecessor = frame.predecessor.map(|id| Id(id.uuid()));
                diesel::update(structural_signals::table.find(id))
                    .set((
                        structural_signals::domain.eq(frame.domain.as_str()),
                        structural_signals::cause.eq(frame.cause.map(Cause::code)),
                        structural_signals::never_eligible.eq(frame.never_eligible),
                        structural_signals::rights.eq(joined(frame.rights.iter())),
                        structural_signals::authorities.eq(joined(frame.authorities.iter())),
                        structural_signals::owner.eq(frame.owner.as_str()),
                        structural_signals::predecessor.eq(predecessor),
                        structural_signals::kept_here.eq(true),
                    ))
                    .execute(writing.db)?;
                described(writing, id, &frame, by);
                Ok(())
            })?
            .wait()
    }
}

/// Every structural signal, whole, in the network's order.
pub(super) fn files(db: &mut Db) -> Result<Vec<StructuralFile>, Error> {
    let printed = Printed::load(db)?;
    let counts = counts(db, None)?;
    let all = load_without_members(db)?;
    Ok(all.into_iter().map(|stored| file(stored, &printed, &counts)).collect())
}

/// One structural signal, whole; none where it is not there.
fn file_of(db: &mut Db, id: Id, printed: &Printed) -> Result<Option<StructuralFile>, Error> {
    let counts = counts(db, Some(id))?;
    Ok(load_these(db, &[id])?.pop().map(|stored| file(stored, printed, &counts)))
}

/// Makes a structural signal for the edition that is open, the newest of them.
pub(crate) fn add(writing: &mut Writing<'_>, frame: &Frame, by: AccountId) -> Result<Id, Error> {
    check(writing, frame)?;
    let editions: Vec<Edition> = editions::load_all(writing.db)?;
    let open = editions.iter().rfind(|edition| edition.state == EditionState::Open);
    let edition = open.ok_or_else(|| Error::Conflict(NO_OPEN_EDITION.to_owned()))?.number;
    let id = Id::from_random(writing.random());
    let trace = trace_code(writing.random());
    let last: Option<i32> = structural_signals::table
        .select(structural_signals::position)
        .order(structural_signals::position.desc())
        .first(writing.db)
        .optional()?;
    diesel::insert_into(structural_signals::table)
        .values((
            structural_signals::id.eq(id),
            structural_signals::key.eq(trace.to_lowercase()),
            structural_signals::trace.eq(&trace),
            structural_signals::position.eq(last.map_or(0, |last| last + 1)),
            structural_signals::domain.eq(frame.domain.as_str()),
            structural_signals::cause.eq(frame.cause.map(Cause::code)),
            structural_signals::never_eligible.eq(frame.never_eligible),
            structural_signals::rights.eq(joined(frame.rights.iter())),
            structural_signals::authorities.eq(joined(frame.authorities.iter())),
            structural_signals::owner.eq(frame.owner.as_str()),
            structural_signals::kept_here.eq(true),
            structural_signals::predecessor.eq(frame.predecessor.map(|id| Id(id.uuid()))),
        ))
        .execute(writing.db)?;
    described(writing, id, frame, by);
    let text: BTreeMap<model::Language, model::ChapterText> = model::Language::ALL
        .iter()
        .filter(|language| !frame.title.lacks(**language))
        .map(|language| {
            let title = frame.title.get(*language).to_owned();
            (*language, model::ChapterText { title, ..model::ChapterText::default() })
        })
        .collect();
    let (text_id, version) = put(writing, "chapter", None, &written(&text)?)?
        .ok_or_else(|| Error::Broken("a required text is empty".to_owned()))?;
    diesel::insert_into(chapters::table)
        .values((
            chapters::structural_id.eq(id),
            chapters::edition.eq(column(edition)?),
            chapters::position.eq(0),
            chapters::text_id.eq(text_id),
            chapters::version.eq(version),
            chapters::clear.eq(false),
            chapters::neutral.eq(false),
            chapters::recognised.eq(false),
            chapters::shared.eq(false),
        ))
        .execute(writing.db)?;
    author(writing, id, edition, version, by)?;
    Ok(id)
}

/// Remembers who wrote a version of a chapter.
pub(crate) fn author(
    writing: &mut Writing<'_>,
    id: Id,
    edition: EditionNumber,
    version: i32,
    by: AccountId,
) -> Result<(), Error> {
    diesel::insert_into(chapter_authors::table)
        .values((
            chapter_authors::structural_id.eq(id),
            chapter_authors::edition.eq(column(edition)?),
            chapter_authors::version.eq(version),
            chapter_authors::account.eq(Id(by.uuid())),
        ))
        .execute(writing.db)?;
    Ok(())
}

/// `NotFound` for a structural signal that is not there, `Conflict` for one that was merged into another.
pub(crate) fn stands(writing: &mut Writing<'_>, id: Id) -> Result<(), Error> {
    let merged: Option<Option<Id>> = structural_signals::table
        .find(id)
        .select(structural_signals::merged_into)
        .first(writing.db)
        .optional()?;
    match merged {
        None => Err(not_there()),
        Some(Some(_)) => Err(Error::Conflict(MERGED.to_owned())),
        Some(None) => Ok(()),
    }
}

/// No network file changes it from now on.
pub(crate) fn keep_here(writing: &mut Writing<'_>, id: Id) -> Result<(), Error> {
    diesel::update(structural_signals::table.find(id))
        .set(structural_signals::kept_here.eq(true))
        .execute(writing.db)?;
    Ok(())
}

fn not_there() -> Error {
    Error::NotFound("structural signal".to_owned())
}

fn check(writing: &mut Writing<'_>, frame: &Frame) -> Result<(), Error> {
    let domains: i64 =
        domains::table.filter(domains::code.eq(frame.domain.as_str())).count().get_result(writing.db)?;
    let owners: i64 = organisations::table
        .filter(organisations::code.eq(frame.owner.as_str()))
        .count()
        .get_result(writing.db)?;
    if domains == 1 && owners == 1 { Ok(()) } else { Err(Error::Conflict(UNKNOWN_CODE.to_owned())) }
}

fn described(writing: &mut Writing<'_>, id: Id, frame: &Frame, by: AccountId) {
    let detail = json!({
        "by": by.to_string(),
        "domain": frame.domain.as_str(),
        "cause": frame.cause.map(Cause::code),
        "never_eligible": frame.never_eligible,
        "rights": frame.rights.iter().map(Code::as_str).collect::<Vec<_>>(),
        "authorities": frame.authorities.iter().map(|authority| authority.code()).collect::<Vec<_>>(),
        "owner": frame.owner.as_str(),
        "predecessor": frame.predecessor.map(|id| id.to_string()),
    });
    writing.record(Event::new("structural-signal-described", SUBJECT, id, detail));
}

/// How many signals that are there each structural signal names.
fn counts(db: &mut Db, only: Option<Id>) -> Result<BTreeMap<Id, i64>, Error> {
    let hidden = hidden(db)?;
    let mut named = standings::table
        .filter(standings::structural_id.is_not_null())
        .group_by(standings::structural_id)
        .select((standings::structural_id, diesel::dsl::count_star()))
        .into_boxed();
    if let Some(id) = only {
        named = named.filter(standings::structural_id.eq(id));
    }
    if !hidden.is_empty() {
        named = named.filter(standings::import_id.is_null().or(standings::import_id.ne_all(hidden)));
    }
    let rows: Vec<(Option<Id>, i64)> = named.load(db)?;
    Ok(rows.into_iter().filter_map(|(id, count)| Some((id?, count))).collect())
}

fn file(stored: Stored, printed: &Printed, counts: &BTreeMap<Id, i64>) -> StructuralFile {
    let versions = stored.entry.chapters.iter().filter_map(|chapter| {
        let text = stored.texts.get(&super::Slot::Chapter(chapter.edition))?;
        Some((chapter.edition, text.version))
    });
    let rows = stored.recommendation_rows.iter();
    let recommendations = rows.map(|(position, revision)| (RecommendationAt(*position), *revision)).collect();
    StructuralFile {
        recommendations,
        line: line(&stored, printed, counts),
        versions: versions.collect(),
        agreed_versions: stored.agreed_versions,
        predecessor: stored.predecessor.map(|id| StructuralSignalId::from_uuid(id.0)),
        entry: stored.entry,
    }
}

fn line(stored: &Stored, printed: &Printed, counts: &BTreeMap<Id, i64>) -> StructuralLine {
    let entry = &stored.entry;
    let newest = entry.chapters.iter().max_by_key(|chapter| chapter.edition);
    let edition = newest.map(|chapter| chapter.edition);
    let recognising = |answer: Recognition| {
        entry.recognition.iter().filter(|one| Some(one.edition) == edition && one.answer == answer).count()
            as u64
    };
    let said = |test: fn(Agreement) -> bool| {
        let Some(chapter) = newest else { return 0 };
        let now = stored.texts.get(&super::Slot::Chapter(chapter.edition)).map(|text| text.version);
        let of_now =
            |code: &Code| stored.agreed_versions.get(&(chapter.edition, code.clone())).copied() == now;
        let fitting = chapter.agreements.iter().filter(|one| test(one.stance) && of_now(&one.organisation));
        fitting.count() as u64
    };
    StructuralLine {
        id: StructuralSignalId::from_uuid(stored.id.0),
        trace: stored.trace.clone(),
        title: newest.map(|chapter| title(&chapter.text)).unwrap_or_default(),
        domain: entry.domain.clone(),
        cause: entry.cause,
        owner: entry.owner.clone(),
        signals: counts.get(&stored.id).copied().unwrap_or(0).unsigned_abs(),
        edition: edition.and_then(|number| Some((number, printed.state(number)?))),
        criteria: newest.map(|chapter| chapter.criteria.clone()),
        recognised: (recognising(Recognition::Often), recognising(Recognition::Sometimes)),
        agreed: (said(Agreement::permits_printing), said(|stance| !stance.permits_printing())),
        printed_in: entry
            .chapters
            .iter()
            .map(|chapter| chapter.edition)
            .filter(|edition| printed.publishes(*edition, stored.id))
            .collect(),
        merged_into: stored.merged_into.map(|id| StructuralSignalId::from_uuid(id.0)),
    }
}
