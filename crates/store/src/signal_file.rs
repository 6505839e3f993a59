//! One signal with everything that belongs to it, and what became of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    Answer, AnswerState, ChapterText, Code, Decided, Domain, DomainGroup, Edition, EditionNumber,
    EditionState, FieldVerdict, Language, Localised, SignalId, StructuralSignalId, Submission,
};

use crate::columns::Id;
use crate::corrections::decided_of;
use crate::db::Db;
use crate::decide::WITHDRAWABLE;
use crate::editions::{self, number};
use crate::filing::{FiledRow, SignalText, one};
use crate::follow_up::{SignalLine, lines};
use crate::messages::{Message, thread};
use crate::schema::{agreement_rounds, filing_cards, filings, frozen_topics, reasons, signals};
use crate::structural::workbench::signed_recommendations;
use crate::structural::{self, Stored};
use crate::texts::current;
use crate::{Error, Store};

/// A signal, whole.
#[derive(Clone, PartialEq)]
pub struct SignalFile {
    /// As it stands in lists.
    pub line: SignalLine,
    /// As it was filed; without words when they were wiped.
    pub submission: Submission,
    /// What a coordinator decided.
    pub decided: Decided,
    /// Why it was not taken up, or how it was solved.
    pub reason: Option<String>,
    /// Question and reply, in order.
    pub messages: Vec<Message>,
    /// The chapters it became part of, one per edition, the newest first.
    pub became: Vec<Became>,
    /// The organisation that releases it for a group that files by card.
    pub sponsor: Option<Code>,
    /// Whether it may still be taken back.
    pub may_withdraw: bool,
}

/// Never a word of it.
impl std::fmt::Debug for SignalFile {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SignalFile").field("line", &self.line).finish_non_exhaustive()
    }
}

/// The chapter of an edition that says what a signal says.
#[derive(Debug, Clone, PartialEq)]
pub struct Became {
    /// The structural signal.
    pub structural: StructuralSignalId,
    /// Its code on paper.
    pub trace: String,
    /// The chapter's title.
    pub title: Localised,
    /// The edition.
    pub edition: EditionNumber,
    /// Whether that edition is published and prints it.
    pub published: bool,
    /// Still being written, and no organisation is asked about it: only network coordinators read it.
    pub in_work: bool,
    /// The number of the chapter, from 1; none where the edition does not print it, or is not frozen.
    pub position: Option<u32>,
    /// What authorities answered.
    pub answers: Vec<Answer>,
    /// The sentences of the signed recommendations: an answer names one by its number, from 1.
    pub recommended: Vec<Localised>,
    /// What the field sees.
    pub verdict: Option<FieldVerdict>,
}

impl Store {
    /// A signal with all that belongs to it.
    pub fn signal(&self, id: SignalId) -> Result<SignalFile, Error> {
        self.read(|db| load(db, Id(id.uuid())))
    }
}

impl Store {
    /// Those of these signals whose problem an authority answered in a published edition, with the day of its last answer.
    pub fn answered(&self, signals: &[SignalId]) -> Result<BTreeMap<SignalId, Option<NaiveDate>>, Error> {
        let ids: Vec<Id> = signals.iter().map(|signal| Id(signal.uuid())).collect();
        self.read(|db| {
            let rows: Vec<(Id, String, Option<String>)> = signals::table
                .filter(signals::id.eq_any(&ids))
                .filter(signals::edition.is_not_null())
                .select((signals::id, signals::organisation, signals::reference))
                .load(db)?;
            if rows.is_empty() {
                return Ok(BTreeMap::new());
            }
            let printed = Printed::load(db)?;
            let mut named = Vec::new();
            for (id, organisation, reference) in rows {
                let Some(reference) = reference else { continue };
                named.extend(structural::naming(db, &organisation, &reference)?.map(|naming| (id, naming)));
            }
            let naming: BTreeSet<Id> = named.iter().map(|(_, naming)| *naming).collect();
            let all = structural::load_these(db, &naming.into_iter().collect::<Vec<_>>())?;
            let mut answered = BTreeMap::new();
            for (id, naming) in named {
                let Some(stored) = all.iter().find(|stored| stored.id == naming) else { continue };
                let given = stored.entry.answers.iter().filter(|answer| {
                    answer.state != AnswerState::None && printed.publishes(answer.edition, stored.id)
                });
                if let Some(last) = given.map(|answer| answer.date).max() {
                    answered.insert(SignalId::from_uuid(id.0), last);
                }
            }
            Ok(answered)
        })
    }
}

fn load(db: &mut Db, id: Id) -> Result<SignalFile, Error> {
    let Some(line) = lines(db, &[id])?.pop() else { return Err(Error::NotFound("signal".to_owned())) };
    let filed: FiledRow = signals::table.find(id).select(FiledRow::as_select()).first(db)?;
    let words = current(db, &[filed.text_id])?;
    let body = words.get(&filed.text_id).map_or("", |text| text.body.as_str());
    let submission = filed.submission(SignalText::read(body)?)?;
    let reason: Option<Id> = reasons::table.find(id).select(reasons::text_id).first(db).optional()?;
    let reason = match reason {
        Some(text) => current(db, &[text])?.remove(&text).map(|text| text.body),
        None => None,
    };
    let sponsor: Option<Option<String>> = filings::table
        .inner_join(filing_cards::table.on(filings::card.eq(filing_cards::id.nullable())))
        .filter(filings::signal_id.eq(id))
        .select(filing_cards::sponsor)
        .first(db)
        .optional()?;
    let sponsor = sponsor.flatten().as_deref().map(|code| one(code, Code::parse)).transpose()?;
    Ok(SignalFile {
        became: became(db, &submission)?,
        messages: thread(db, id)?,
        may_withdraw: line.edition.is_none() && WITHDRAWABLE.contains(&line.state),
        decided: decided_of(db, id)?,
        reason: reason.filter(|reason| !reason.is_empty()),
        sponsor,
        submission,
        line,
    })
}

/// The chapters of the structural signal that names this signal.
fn became(db: &mut Db, submission: &Submission) -> Result<Vec<Became>, Error> {
    let Some(reference) = &submission.reference else { return Ok(Vec::new()) };
    let Some(naming) = structural::naming(db, submission.organisation.as_str(), reference)? else {
        return Ok(Vec::new());
    };
    let all = structural::load_without_members(db)?;
    let Some(stored) = all.iter().find(|stored| stored.id == naming) else { return Ok(Vec::new()) };
    let printed = Printed::load(db)?;
    let numbers = printed.chapter_numbers(db, &all)?;
    let asked: Vec<i32> = agreement_rounds::table.select(agreement_rounds::edition).load(db)?;
    let mut chapters: Vec<Became> = stored
        .entry
        .chapters
        .iter()
        .map(|chapter| Became {
            structural: StructuralSignalId::from_uuid(stored.id.0),
            trace: stored.trace.clone(),
            title: title(&chapter.text),
            edition: chapter.edition,
            published: printed.publishes(chapter.edition, stored.id),
            // What is being written in the workbench is nobody's to read before the organisations are asked.
            in_work: stored.kept_here
                && !printed.publishes(chapter.edition, stored.id)
                && !asked.iter().any(|asked| crate::editions::number(*asked) == chapter.edition),
            position: numbers.get(&(chapter.edition, stored.id)).copied(),
            answers: stored
                .entry
                .answers
                .iter()
                .filter(|answer| answer.edition == chapter.edition)
                .cloned()
                .collect(),
            recommended: signed_recommendations(&stored.entry, chapter.edition)
                .map(|one| one.text.clone())
                .collect(),
            verdict: stored.entry.verdicts.iter().find(|verdict| verdict.edition == chapter.edition).cloned(),
        })
        .collect();
    chapters.sort_by_key(|chapter| std::cmp::Reverse(chapter.edition));
    Ok(chapters)
}

/// The titles of a chapter, in every language it has.
pub(crate) fn title(text: &BTreeMap<Language, ChapterText>) -> Localised {
    let of = |language| text.get(&language).map_or_else(String::new, |text| text.title.clone());
    Localised { nl: of(Language::Nl), fr: of(Language::Fr), en: of(Language::En) }
}

/// Which editions there are, and what each of them prints.
pub(crate) struct Printed {
    pub editions: Vec<Edition>,
    topics: BTreeSet<(EditionNumber, Id)>,
}

impl Printed {
    pub fn load(db: &mut Db) -> Result<Self, Error> {
        let editions = editions::load_all(db)?;
        let rows: Vec<(i32, i32, Id)> = frozen_topics::table
            .select((frozen_topics::edition, frozen_topics::revision, frozen_topics::structural_id))
            .order((frozen_topics::edition, frozen_topics::revision, frozen_topics::structural_id))
            .load(db)?;
        let current = |edition: i32, revision: i32| {
            editions
                .iter()
                .any(|one| one.number == number(edition) && i64::from(one.revision) == i64::from(revision))
        };
        let topics = rows
            .into_iter()
            .filter(|(edition, revision, _)| current(*edition, *revision))
            .map(|(edition, _, id)| (number(edition), id))
            .collect();
        Ok(Self { editions, topics })
    }

    /// Where an edition stands; none where there is no such edition.
    pub fn state(&self, edition: EditionNumber) -> Option<EditionState> {
        self.editions.iter().find(|one| one.number == edition).map(|one| one.state)
    }

    /// Whether an edition is published and prints this structural signal.
    pub fn publishes(&self, edition: EditionNumber, structural: Id) -> bool {
        self.state(edition) == Some(EditionState::Published) && self.topics.contains(&(edition, structural))
    }

    /// The numbers of the chapters: by group of domains, domain and key, as a bundle puts them.
    pub fn chapter_numbers(
        &self,
        db: &mut Db,
        all: &[Stored],
    ) -> Result<BTreeMap<(EditionNumber, Id), u32>, Error> {
        let domains: Vec<Domain> = crate::view::load_domains(db)?;
        let place = |stored: &Stored| {
            let at = domains.iter().position(|domain| domain.code == stored.entry.domain);
            let group = at.and_then(|at| domains.get(at)).map(|domain| domain.group);
            (group.and_then(|group| DomainGroup::ALL.iter().position(|other| *other == group)), at)
        };
        let mut ordered: Vec<&Stored> = all.iter().collect();
        ordered.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.entry.key.cmp(&b.entry.key)));
        let mut numbers = BTreeMap::new();
        for edition in &self.editions {
            let chapters = ordered.iter().filter(|stored| self.topics.contains(&(edition.number, stored.id)));
            numbers.extend((1_u32..).zip(chapters).map(|(at, stored)| ((edition.number, stored.id), at)));
        }
        Ok(numbers)
    }
}
