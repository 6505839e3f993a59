//! Freezing: the store hands over what an edition is made of; here it becomes the frozen record.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use figures::{Plan, Topic};
use model::{DomainGroup, EditionNumber, Language, Localised};
use store::{CountRow, FreezeError, FreezeReport, Material, Parts, Rows, Store};

use crate::edition::{protected, published_tables};
use crate::record::{Chapter, FollowUp, Header, Line, Member, Previous, SCHEMA, write_end, write_witnesses};
use crate::{Error, SOFTWARE, edition};

/// How an edition is frozen.
#[derive(Debug, Clone, Copy)]
pub struct Freezing {
    /// The day, printed as the edition's date.
    pub date: NaiveDate,
    /// Whether the edition is marked *demonstration*.
    pub demonstration: bool,
}

/// Why the record could not be made, kept while the store undoes its transaction.
struct Refused(Option<Error>);

/// Freezes an edition: from then on, nothing changes what it prints.
///
/// Refuses with the list of what is missing where a text lacks Dutch or French. The chapters without every
/// agreement, or without the four criteria, are left out by the store itself.
pub fn freeze(store: &Store, number: EditionNumber, how: Freezing) -> Result<FreezeReport, FreezeFailure> {
    let mut refused = Refused(None);
    let frozen = store.freeze(number, &mut |material, rows, parts| {
        encode(store, material, how, rows, parts).map_err(|error| match error {
            Error::Store(error) => error,
            other => {
                refused.0 = Some(other);
                store::Error::Conflict("the record was refused".to_owned())
            }
        })
    });
    frozen.map_err(|error| match (refused.0.take(), error) {
        (Some(why), _) => FreezeFailure::Refused(why),
        (None, FreezeError::Unresolved(references)) => FreezeFailure::MissingSignals(references),
        (None, FreezeError::Store(error)) => FreezeFailure::Refused(Error::Store(error)),
    })
}

/// Why an edition was not frozen.
#[derive(Debug)]
pub enum FreezeFailure {
    /// Structural signals name signals that were never imported.
    MissingSignals(Vec<model::SignalReference>),
    /// Anything else.
    Refused(Error),
}

fn encode(
    store: &Store,
    material: &Material,
    how: Freezing,
    rows: &mut dyn Rows,
    parts: &mut dyn Parts,
) -> Result<(), Error> {
    let missing = material.missing_texts();
    if !missing.is_empty() {
        return Err(Error::MissingTexts(missing));
    }
    let previous = material.previous_edition.map(|previous| edition::read(store, previous)).transpose()?;
    let header = header(material, how, previous.as_ref())?;
    let mut line =
        serde_json::to_vec(&header).map_err(|_| Error::Internal("the header cannot be written"))?;
    line.push(b'\n');
    parts.write(&line)?;
    let places: BTreeMap<_, _> =
        header.organisations.iter().enumerate().map(|(at, m)| (m.code.clone(), at)).collect();
    let mut buffer = Vec::with_capacity(1 << 16);
    let mut tally = header.tally()?;
    let mut count = 0u64;
    while let Some(row) = rows.next()? {
        let organisation = *places.get(&row.organisation).ok_or(Error::Internal("a signal of no member"))?;
        let line = line_of(organisation, row);
        line.write(&mut buffer);
        tally.add(&line.counted()).map_err(|unknown| Error::Plan(unknown.to_string()))?;
        count += 1;
        if buffer.len() > (1 << 16) - 512 {
            parts.write(&buffer)?;
            buffer.clear();
        }
    }
    if count == 0 {
        return Err(Error::NoSignals(material.number));
    }
    // Kept with the edition, never published: what shows that every protected count can be small and can be large.
    write_witnesses(protected(&header, &tally)?.publication.witnesses(), &mut buffer)?;
    write_end(count, &mut buffer);
    parts.write(&buffer)?;
    Ok(())
}

/// A signal as the record keeps it.
pub(crate) fn line_of(organisation: usize, row: CountRow) -> Line {
    Line {
        organisation,
        cause: row.cause,
        never_eligible: row.never_eligible,
        domain: row.domain,
        topic: row.topic,
        place: row.place,
        no_municipality: row.no_municipality,
        target_groups: row.target_groups,
        authority: row.authority,
        recurrence: row.recurrence,
        generated: row.generated,
    }
}

pub(crate) fn header(
    material: &Material,
    how: Freezing,
    previous: Option<&edition::Read>,
) -> Result<Header, Error> {
    let mut organisations: Vec<Member> = material
        .organisations
        .iter()
        .map(|here| Member {
            code: here.organisation.code.clone(),
            name: here.organisation.name.clone(),
            kind: here.organisation.kind,
            consents: here.consented,
        })
        .collect();
    organisations.sort_by(|a, b| a.code.cmp(&b.code));
    let chapters = chapters(material);
    let topics: Vec<Topic> = chapters
        .iter()
        .map(|chapter| Topic { key: chapter.key.clone(), domain: chapter.domain.clone() })
        .collect();
    let mut withheld = BTreeMap::new();
    for left_out in &material.withheld {
        *withheld.entry(left_out.reason.code().to_owned()).or_insert(0) += 1;
    }
    let publication = &material.rules.publication;
    let plan = Plan::of(&material.domains, &topics, &publication.tables)
        .map_err(|error| Error::Plan(error.to_string()))?;
    if !publication.guard.may_stand() {
        return Err(Error::LooseRules);
    }
    Ok(Header {
        schema: SCHEMA,
        software: SOFTWARE.to_owned(),
        edition: material.number,
        revision: material.revision,
        period: material.period,
        date: how.date,
        demonstration: how.demonstration,
        network: material.network.clone(),
        network_rules: material.rules.clone(),
        offices: material.offices.clone(),
        domains: material.domains.clone(),
        rights: material.rights.clone(),
        organisations,
        chapters,
        withheld,
        follow_up: previous.map(|previous| follow_up(material, previous)).unwrap_or_default(),
        plan,
        rules: publication.guard.clone(),
        previous: previous.map(previous_edition).transpose()?,
        chain_head: material.chain_head.clone(),
    })
}

fn previous_edition(previous: &edition::Read) -> Result<Previous, Error> {
    let header = &previous.frozen.header;
    let tables = serde_json::to_value(published_tables(&previous.frozen)?.document)
        .map_err(|_| Error::Internal("the previous tables cannot be written"))?;
    Ok(Previous { edition: header.edition, revision: header.revision, period: header.period, tables })
}

/// The chapters by group of domains, domain, and key: an order that says nothing of their weight.
fn chapters(material: &Material) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = material
        .printed
        .iter()
        .map(|printed| Chapter {
            key: printed.key.clone(),
            trace: printed.trace.clone(),
            domain: printed.domain.clone(),
            cause: printed.cause,
            never_eligible: printed.never_eligible,
            rights: printed.rights.clone(),
            authorities: printed.authorities.clone(),
            owner: printed.owner.clone(),
            often: printed.often,
            sometimes: printed.sometimes,
            text: printed.text.clone(),
            evidence: printed.evidence.clone(),
            recommendations: printed.recommendations.clone(),
        })
        .collect();
    let place = |chapter: &Chapter| {
        let at = material.domains.iter().position(|domain| domain.code == chapter.domain);
        let group = at.map(|at| material.domains[at].group);
        (group.and_then(|group| DomainGroup::ALL.iter().position(|other| *other == group)), at)
    };
    chapters.sort_by(|a, b| place(a).cmp(&place(b)).then_with(|| a.key.cmp(&b.key)));
    chapters
}

/// Every chapter of the previous edition with what became of it; one that nobody answered too.
fn follow_up(material: &Material, previous: &edition::Read) -> Vec<FollowUp> {
    let chapters = previous.frozen.header.chapters.iter();
    chapters
        .map(|chapter| {
            let now = material.follow_up.iter().find(|past| past.key == chapter.key);
            let mut title = Localised::default();
            for (language, text) in &chapter.text {
                let words = text.title.clone();
                match language {
                    Language::Nl => title.nl = words,
                    Language::Fr => title.fr = words,
                    Language::En => title.en = words,
                }
            }
            let answers = now.map(|past| past.answers.clone()).unwrap_or_default();
            let named = |number: u32| {
                let at = usize::try_from(number).ok()?.checked_sub(1)?;
                Some((number, chapter.recommendations.get(at)?.text.clone()))
            };
            FollowUp {
                key: chapter.key.clone(),
                title,
                authorities: chapter.authorities.clone(),
                recommended: answers.iter().filter_map(|answer| named(answer.recommendation?)).collect(),
                answers,
                verdict: now.and_then(|past| past.verdict.clone()),
            }
        })
        .collect()
}
