//! What an edition is made of: which structural signals it prints or leaves out, and which signals it takes.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{
    Authority, Cause, CauseChoice, ChapterEntry, Code, Edition, EditionNumber, EditionState, Language, Month,
    Office, Place, Quote, Recognition, Recurrence, SignalReference, SignalState, TargetGroup,
};

use crate::Error;
use crate::columns::Id;
use crate::db::Db;
use crate::editions::{self, column};
use crate::filing::{many, month, one, visible};
use crate::material::{
    CountRow, Material, OrganisationHere, Past, PrintedStructural, Withheld, WithheldReason,
};
use crate::schema::{
    agreement_rounds, chapters, clearances, frozen_topics, same_cases, signals, structural_members,
};
use crate::structural::clearance::Cleared;
use crate::structural::workbench::signed_recommendations;
use crate::structural::{self, Stored, of_member};
use crate::view::{self, NetworkView};

/// The material, and the ids of what it prints, in the same order.
pub(super) struct Collected {
    pub material: Material,
    pub printed_ids: Vec<Id>,
}

/// Collects what an open edition is made of; or the signals that its structural signals name and nobody imported.
pub(super) fn collect(
    db: &mut Db,
    number: EditionNumber,
    today: NaiveDate,
) -> Result<Result<Collected, Vec<SignalReference>>, Error> {
    let all = editions::load_all(db)?;
    let Some(edition) = all.iter().find(|edition| edition.number == number) else {
        return Err(Error::NotFound(format!("edition {number}")));
    };
    if edition.state != EditionState::Open {
        return Err(Error::Conflict(format!("edition {number} is frozen already")));
    }
    let earlier = || all.iter().filter(|edition| edition.number < number);
    // It would take the signals of the earlier one.
    if let Some(open) = earlier().find(|edition| edition.state == EditionState::Open) {
        return Err(Error::Conflict(format!("edition {} is still open", open.number)));
    }
    // What was never published is no public statement: nothing is compared with it.
    let previous = earlier().rfind(|edition| edition.state == EditionState::Published);
    let all_structural = structural::load_all(db)?;
    let printed_before = printed_in(db, previous)?;
    let follow_up = previous
        .map(|edition| follow_up(&all_structural, &printed_before, edition.number))
        .unwrap_or_default();
    let candidates: Vec<Stored> = all_structural
        .into_iter()
        .filter(|stored| stored.merged_into.is_none())
        .filter(|stored| stored.entry.chapters.iter().any(|chapter| chapter.edition == number))
        .collect();
    let unresolved = unresolved(db, &candidates)?;
    if !unresolved.is_empty() {
        return Ok(Err(unresolved));
    }
    let network = view::load(db)?;
    let checks = Checks::load(db, number, today)?;
    let mut printed = Vec::new();
    let mut printed_ids = Vec::new();
    let mut withheld = Vec::new();
    for stored in candidates {
        let Some(chapter) = stored.entry.chapters.iter().find(|chapter| chapter.edition == number) else {
            continue;
        };
        match obstacle(&stored, chapter, &network, &checks) {
            Some(reason) => {
                withheld.push(Withheld { missing: incomplete(chapter), key: stored.entry.key, reason });
            }
            None => {
                printed_ids.push(stored.id);
                let before = printed_before.contains(&stored.id);
                printed.push(to_print(&stored, chapter, before));
            }
        }
    }
    // Only those to which something printed is addressed.
    let addressed = |office: &Office| {
        let mut all = printed.iter().flat_map(|one: &PrintedStructural| &one.recommendations);
        all.any(|one| one.office.as_ref() == Some(&office.code))
    };
    let offices = network.offices.iter().filter(|office| addressed(office)).cloned().collect();
    let consents: BTreeSet<Code> = editions::load_consents(db, number)?.into_iter().collect();
    let organisations = network
        .organisations
        .into_iter()
        .map(|organisation| OrganisationHere {
            consented: consents.contains(&organisation.code),
            organisation,
        })
        .collect();
    let material = Material {
        number,
        period: edition.period,
        revision: edition.revision,
        network: network.name,
        rules: network.rules,
        domains: network.domains,
        rights: network.rights,
        offices,
        organisations,
        printed,
        withheld,
        follow_up,
        previous_edition: previous.map(|edition| edition.number),
        chain_head: crate::events::head(db)?,
    };
    Ok(Ok(Collected { material, printed_ids }))
}

/// What people checked before the freeze of chapters that were written in the workbench.
struct Checks {
    /// How much of each chapter somebody looked through for whom one could recognise, in the version that it has.
    cleared: BTreeMap<Id, usize>,
    /// Whether the day is over until which organisations are asked; none where they are not asked here.
    deadline_is_over: Option<bool>,
}

impl Checks {
    fn load(db: &mut Db, number: EditionNumber, today: NaiveDate) -> Result<Self, Error> {
        let number = column(number)?;
        let items: Vec<Id> = clearances::table
            .inner_join(
                chapters::table.on(chapters::structural_id
                    .eq(clearances::structural_id)
                    .and(chapters::edition.eq(clearances::edition))
                    .and(chapters::version.eq(clearances::version))),
            )
            .filter(clearances::edition.eq(number))
            .select(clearances::structural_id)
            .load(db)?;
        let mut cleared = BTreeMap::new();
        for id in items {
            *cleared.entry(id).or_insert(0) += 1;
        }
        let deadline: Option<NaiveDate> =
            agreement_rounds::table.find(number).select(agreement_rounds::deadline).first(db).optional()?;
        Ok(Self { cleared, deadline_is_over: deadline.map(|deadline| deadline < today) })
    }

    fn are_whole(&self, stored: &Stored, chapter: &ChapterEntry) -> bool {
        let quotes = chapter.evidence.quotes.len();
        self.cleared.get(&stored.id).copied().unwrap_or(0) == Cleared::all(quotes).len()
    }
}

/// The first thing that keeps a chapter from being printed. What a network file brings was checked before it was written.
fn obstacle(
    stored: &Stored,
    chapter: &ChapterEntry,
    network: &NetworkView,
    checks: &Checks,
) -> Option<WithheldReason> {
    if !chapter.criteria.all_met() {
        return Some(WithheldReason::Criteria);
    }
    if !incomplete(chapter).is_empty() {
        return Some(WithheldReason::Incomplete);
    }
    let spoken = chapter.evidence.quotes.iter().all(Quote::may_be_printed);
    if !spoken || (stored.kept_here && !checks.are_whole(stored, chapter)) {
        return Some(WithheldReason::NotCleared);
    }
    // Where organisations are asked here, silence says nothing before the day that they were told.
    let silence_agrees =
        network.rules.silence_is_agreement && checks.deadline_is_over.unwrap_or(!stored.kept_here);
    let everyone_agrees =
        network.organisations.iter().all(|member| agrees(stored, chapter, &member.code, silence_agrees));
    (!everyone_agrees).then_some(WithheldReason::NoAgreement)
}

/// Of Dutch and French, those in which a part of the chapter is missing, or of what stands beside it.
fn incomplete(chapter: &ChapterEntry) -> Vec<Language> {
    let complete = |language: &Language| {
        chapter.text.get(language).is_some_and(model::ChapterText::is_complete)
            && chapter.evidence.texts().all(|text| !text.lacks(*language))
    };
    [Language::Nl, Language::Fr].into_iter().filter(|language| !complete(language)).collect()
}

/// What became of each structural signal that the previous edition printed; of one it left out, nothing is told.
fn follow_up(all: &[Stored], printed_before: &BTreeSet<Id>, previous: EditionNumber) -> Vec<Past> {
    all.iter()
        .filter(|stored| printed_before.contains(&stored.id))
        .map(|stored| Past {
            key: stored.entry.key.clone(),
            answers: stored
                .entry
                .answers
                .iter()
                .filter(|answer| answer.edition == previous)
                .cloned()
                .collect(),
            verdict: stored.entry.verdicts.iter().find(|verdict| verdict.edition == previous).cloned(),
        })
        .collect()
}

/// Whether an organisation lets this version be printed.
fn agrees(stored: &Stored, chapter: &ChapterEntry, organisation: &Code, silence_agrees: bool) -> bool {
    let asked = (chapter.edition, organisation.clone());
    let current = stored.texts.get(&structural::Slot::Chapter(chapter.edition)).map(|text| text.version);
    let said = chapter.agreements.iter().find(|agreement| agreement.organisation == *organisation);
    match said {
        // What was said of another version asks again.
        Some(agreement) if stored.agreed_versions.get(&asked).copied() == current => {
            agreement.stance.permits_printing()
        }
        // Whoever refused an earlier one is not won over by saying nothing.
        Some(agreement) if !agreement.stance.permits_printing() => false,
        _ => silence_agrees,
    }
}

fn to_print(stored: &Stored, chapter: &ChapterEntry, printed_in_previous: bool) -> PrintedStructural {
    let entry = &stored.entry;
    let recognising = |answer: Recognition| {
        let those =
            entry.recognition.iter().filter(|one| one.edition == chapter.edition && one.answer == answer);
        u32::try_from(those.count()).unwrap_or(u32::MAX)
    };
    PrintedStructural {
        key: entry.key.clone(),
        trace: stored.trace.clone(),
        domain: entry.domain.clone(),
        cause: entry.cause,
        never_eligible: entry.never_eligible,
        rights: entry.rights.clone(),
        authorities: entry.authorities.clone(),
        owner: entry.owner.clone(),
        text: chapter.text.clone(),
        evidence: chapter.evidence.clone(),
        often: recognising(Recognition::Often),
        sometimes: recognising(Recognition::Sometimes),
        // What nobody signed is nobody's recommendation yet.
        recommendations: signed_recommendations(entry, chapter.edition).cloned().collect(),
        printed_in_previous,
    }
}

fn printed_in(db: &mut Db, edition: Option<&Edition>) -> Result<BTreeSet<Id>, Error> {
    let Some(edition) = edition else { return Ok(BTreeSet::new()) };
    let ids: Vec<Id> = frozen_topics::table
        .select(frozen_topics::structural_id)
        .filter(frozen_topics::edition.eq(column(edition.number)?))
        .filter(frozen_topics::revision.eq(editions::count(edition.revision)?))
        .load(db)?;
    Ok(ids.into_iter().collect())
}

fn unresolved(db: &mut Db, candidates: &[Stored]) -> Result<Vec<SignalReference>, Error> {
    let present: Vec<(String, String)> = structural_members::table
        .inner_join(signals::table.on(of_member()))
        .filter(visible())
        .select((structural_members::organisation, structural_members::reference))
        .load(db)?;
    let present: BTreeSet<(String, String)> = present.into_iter().collect();
    let mut missing: Vec<SignalReference> = candidates
        .iter()
        .flat_map(|stored| &stored.entry.signals)
        .filter(|signal| {
            !present.contains(&(signal.organisation.as_str().to_owned(), signal.reference.clone()))
        })
        .cloned()
        .collect();
    missing.sort();
    Ok(missing)
}

/// Marks the signals that an edition takes; how many.
pub(super) fn take_signals(db: &mut Db, number: EditionNumber, until: Month) -> Result<u64, Error> {
    let countable = signals::table
        .filter(signals::edition.is_null())
        .filter(signals::state.eq(SignalState::Accepted.code()))
        .filter(signals::observed.le(until.number()))
        .filter(visible())
        .filter(signals::id.ne_all(same_cases::table.select(same_cases::signal_id)));
    let taken = diesel::update(countable).set(signals::edition.eq(column(number)?)).execute(db)?;
    Ok(taken as u64)
}

/// The signals that an edition took, page by page in the order of their random ids.
pub(super) struct Pages {
    edition: i32,
    after: Id,
    /// Key and domain of what is printed.
    topics: BTreeMap<Id, (Code, Code)>,
}

const PAGE: i64 = 4_000;

impl Pages {
    /// Before the first page.
    pub fn new(number: EditionNumber, printed: &[PrintedStructural], ids: &[Id]) -> Result<Self, Error> {
        let topics =
            ids.iter().zip(printed).map(|(id, printed)| (*id, (printed.key.clone(), printed.domain.clone())));
        Ok(Self { edition: column(number)?, after: Id(uuid::Uuid::nil()), topics: topics.collect() })
    }

    /// The next page; empty after the last.
    pub fn next(&mut self, db: &mut Db) -> Result<Vec<CountRow>, Error> {
        let rows: Vec<(CountedRow, Option<Id>)> = signals::table
            .left_join(structural_members::table.on(of_member()))
            .select((CountedRow::as_select(), structural_members::structural_id.nullable()))
            .filter(signals::edition.eq(self.edition))
            .filter(signals::id.gt(self.after))
            .order(signals::id)
            .limit(PAGE)
            .load(db)?;
        if let Some((last, _)) = rows.last() {
            self.after = last.id;
        }
        rows.into_iter()
            .map(|(row, structural)| row.count_row(structural.and_then(|id| self.topics.get(&id))))
            .collect()
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signals)]
struct CountedRow {
    id: Id,
    organisation: String,
    observed: i32,
    language: String,
    target_groups: String,
    no_municipality: bool,
    recurrence: Option<String>,
    generated: bool,
    decided_cause: String,
    decided_other_causes: String,
    decided_never_eligible: bool,
    decided_domain: String,
    decided_right: Option<String>,
    decided_place: String,
    decided_authority: Option<String>,
}

impl CountedRow {
    fn count_row(self, topic: Option<&(Code, Code)>) -> Result<CountRow, Error> {
        let domain = match topic {
            Some((_, domain)) => domain.clone(),
            None => one(&self.decided_domain, Code::parse)?,
        };
        Ok(CountRow {
            organisation: one(&self.organisation, Code::parse)?,
            observed: month(self.observed)?,
            cause: one(&self.decided_cause, CauseChoice::parse)?,
            other_causes: many(&self.decided_other_causes, Cause::parse)?,
            never_eligible: self.decided_never_eligible,
            domain,
            topic: topic.map(|(key, _)| key.clone()),
            right: self.decided_right.as_deref().map(|code| one(code, Code::parse)).transpose()?,
            target_groups: many(&self.target_groups, TargetGroup::parse)?,
            place: one(&self.decided_place, Place::parse)?,
            no_municipality: self.no_municipality,
            authority: self
                .decided_authority
                .as_deref()
                .map(|code| one(code, Authority::parse))
                .transpose()?,
            recurrence: self.recurrence.as_deref().map(|code| one(code, Recurrence::parse)).transpose()?,
            language: one(&self.language, model::Language::parse)?,
            generated: self.generated,
        })
    }
}
