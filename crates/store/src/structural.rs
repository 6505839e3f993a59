//! Structural signals as stored: what a network file says of each, and which texts say it.

pub(crate) mod agreement;
pub(crate) mod by_link;
mod changes;
pub(crate) mod chapter;
pub(crate) mod clearance;
pub(crate) mod completing;
pub(crate) mod members;
pub(crate) mod priorities;
pub(crate) mod recommending;
mod save;
mod trace;
pub(crate) mod workbench;

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::sql;
use diesel::prelude::*;
use diesel::sql_types::{Bool, Nullable};
use model::{
    Agreement, AgreementEntry, Answer, AnswerState, Authority, Cause, ChapterEntry, ChapterText, Code,
    Criteria, EditionNumber, EditionState, Evidence, FieldVerdict, Language, Localised, Recognition,
    RecognitionEntry, Recommendation, SignalReference, Stance, StructuralEntry, Verdict,
};

use serde::{Deserialize, Serialize};

use crate::Error;
use crate::columns::{Id, SqlUuid};
use crate::db::Db;
use crate::editions::number;
use crate::filing::{many, month, one, read_json};
use crate::schema::{
    agreements, answers, chapters, editions, recognitions, recommendations, signals, standings,
    structural_members, structural_signals, verdicts,
};
use crate::texts::{Current, current};
use crate::writer::Writing;

pub(crate) use save::save;

/// What one version of a chapter says: all that the organisations are asked about.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(crate) struct Body {
    /// Its text, by language.
    #[serde(flatten)]
    pub text: BTreeMap<Language, ChapterText>,
    /// What stands beside the text.
    #[serde(default, skip_serializing_if = "Evidence::is_empty")]
    pub evidence: Evidence,
}

impl Body {
    /// As a version of the text has it; nothing where its words were wiped.
    pub fn read(body: &str) -> Result<Self, Error> {
        if body.is_empty() { Ok(Self::default()) } else { read_json(body) }
    }
}

/// A structural signal with everything that hangs on it.
pub(crate) struct Stored {
    pub id: Id,
    pub trace: String,
    /// As a network file would say it.
    pub entry: StructuralEntry,
    /// The version of the chapter that each agreement is about, by edition and organisation.
    pub agreed_versions: BTreeMap<(EditionNumber, Code), i32>,
    /// The recognitions that the organisations gave here themselves: no network file takes them back.
    pub own: BTreeSet<(EditionNumber, Code)>,
    /// Changed in the workbench: no network file changes it any more.
    pub kept_here: bool,
    /// Its signals are in this one now, and it is printed no longer.
    pub merged_into: Option<Id>,
    /// What it goes on from.
    pub predecessor: Option<Id>,
    /// The texts, by what they say.
    pub texts: BTreeMap<Slot, Current>,
    /// Where each recommendation stands in its table, and its revision, in the order of the entry.
    pub recommendation_rows: Vec<(i32, i32)>,
}

/// What a text of a structural signal says.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Slot {
    /// The chapter of an edition, all languages together.
    Chapter(EditionNumber),
    /// The working group's notes on the criteria.
    Note(EditionNumber),
    /// An organisation's remark or reason.
    Remark(EditionNumber, Code),
    /// The recommendation at this place in the list.
    Recommendation(usize),
    /// An authority's answer, to the whole or to one recommendation.
    Answer(EditionNumber, Authority, Option<u32>),
    /// Why the field gave its verdict.
    Reason(EditionNumber),
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = structural_signals)]
struct StructuralRow {
    id: Id,
    key: String,
    trace: String,
    domain: String,
    cause: Option<String>,
    never_eligible: bool,
    rights: String,
    authorities: String,
    owner: String,
    kept_here: bool,
    merged_into: Option<Id>,
    predecessor: Option<Id>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = chapters)]
struct ChapterRow {
    structural_id: Id,
    edition: i32,
    text_id: Id,
    clear: bool,
    neutral: bool,
    recognised: bool,
    shared: bool,
    note_id: Option<Id>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = agreements)]
struct AgreementRow {
    structural_id: Id,
    edition: i32,
    organisation: String,
    version: i32,
    stance: String,
    remark_id: Option<Id>,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = recommendations)]
struct RecommendationRow {
    structural_id: Id,
    position: i32,
    edition: i32,
    addressee: String,
    stance: String,
    text_id: Id,
    signed_by: String,
    term: Option<i32>,
    office: Option<String>,
    revision: i32,
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = answers)]
struct AnswerRow {
    structural_id: Id,
    edition: i32,
    authority: String,
    state: String,
    day: Option<chrono::NaiveDate>,
    text_id: Option<Id>,
    /// 0 for the problem as a whole.
    recommendation: i32,
    office: Option<String>,
}

impl AnswerRow {
    fn recommendation(&self) -> Option<u32> {
        (self.recommendation > 0).then_some(self.recommendation.unsigned_abs())
    }

    fn answer(&self, text: &str) -> Result<Answer, Error> {
        Ok(Answer {
            authority: one(&self.authority, Authority::parse)?,
            edition: number(self.edition),
            state: one(&self.state, AnswerState::parse)?,
            date: self.day,
            text: localised(text)?,
            recommendation: self.recommendation(),
            office: optional_code(self.office.as_deref())?,
        })
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = verdicts)]
struct VerdictRow {
    structural_id: Id,
    edition: i32,
    verdict: String,
    day: chrono::NaiveDate,
    given_by: String,
    reason_id: Option<Id>,
}

/// Every structural signal, in the network's order. There are tens of them, and a freeze needs all.
pub(crate) fn load_all(db: &mut Db) -> Result<Vec<Stored>, Error> {
    let mut load = load(db, None)?;
    load.members(db)?;
    Ok(load.all)
}

/// The same without the signals each names: there can be a hundred thousand of those, and a page shows none.
pub(crate) fn load_without_members(db: &mut Db) -> Result<Vec<Stored>, Error> {
    Ok(load(db, None)?.all)
}

/// Of these alone, without the signals each names; those that are not there are left out.
pub(crate) fn load_these(db: &mut Db, ids: &[Id]) -> Result<Vec<Stored>, Error> {
    Ok(load(db, Some(ids))?.all)
}

/// The rows of a table that belong to some structural signals, or else all.
macro_rules! of_these {
    ($query:expr, $structural:expr, $only:expr) => {{
        let query = $query.into_boxed();
        match $only {
            Some(ids) => query.filter($structural.eq_any(ids.to_vec())),
            None => query,
        }
    }};
}

/// A signal and the link that names it meet by organisation and reference.
#[diesel::dsl::auto_type(no_type_alias)]
pub(crate) fn of_member() -> _ {
    signals::organisation
        .eq(structural_members::organisation)
        .and(signals::reference.eq(structural_members::reference.nullable()))
}

/// The structural signal that names the signal with this reference.
pub(crate) fn naming(db: &mut Db, organisation: &str, reference: &str) -> Result<Option<Id>, Error> {
    Ok(structural_members::table
        .find((organisation, reference))
        .select(structural_members::structural_id)
        .first(db)
        .optional()?)
}

/// The structural signal that names a signal, as `structural_members` says it.
const NAMING: &str = "(SELECT member.structural_id FROM structural_members member \
    WHERE member.organisation = signals.organisation AND member.reference = signals.reference)";

/// A signal that arrives meets the structural signal that named it before.
pub(crate) fn meet(writing: &mut Writing<'_>, signal: Id) -> Result<(), Error> {
    diesel::update(standings::table.find(signal))
        .set(standings::structural_id.eq(sql::<Nullable<SqlUuid>>(NAMING)))
        .execute(writing.db)?;
    Ok(())
}

/// The same for all signals of an import.
pub(crate) fn meet_import(writing: &mut Writing<'_>, import: Id) -> Result<(), Error> {
    let named = sql::<Bool>(&format!("{NAMING} IS NOT NULL"));
    diesel::update(standings::table.filter(standings::import_id.eq(import)).filter(named))
        .set(standings::structural_id.eq(sql::<Nullable<SqlUuid>>(NAMING)))
        .execute(writing.db)?;
    Ok(())
}

fn load<'a>(db: &mut Db, only: Option<&'a [Id]>) -> Result<Load<'a>, Error> {
    let query =
        structural_signals::table.select(StructuralRow::as_select()).order(structural_signals::position);
    let rows: Vec<StructuralRow> = of_these!(query, structural_signals::id, only).load(db)?;
    let mut all = Vec::with_capacity(rows.len());
    let mut places = BTreeMap::new();
    for row in rows {
        places.insert(row.id, all.len());
        all.push(Stored {
            id: row.id,
            trace: row.trace,
            entry: StructuralEntry {
                key: one(&row.key, Code::parse)?,
                domain: one(&row.domain, Code::parse)?,
                cause: row.cause.as_deref().map(|code| one(code, Cause::parse)).transpose()?,
                never_eligible: row.never_eligible,
                rights: many(&row.rights, Code::parse)?,
                authorities: many(&row.authorities, Authority::parse)?,
                owner: one(&row.owner, Code::parse)?,
                signals: Vec::new(),
                recognition: Vec::new(),
                chapters: Vec::new(),
                recommendations: Vec::new(),
                answers: Vec::new(),
                verdicts: Vec::new(),
            },
            agreed_versions: BTreeMap::new(),
            own: BTreeSet::new(),
            kept_here: row.kept_here,
            merged_into: row.merged_into,
            predecessor: row.predecessor,
            texts: BTreeMap::new(),
            recommendation_rows: Vec::new(),
        });
    }
    let mut load = Load { all, places, only };
    load.recognitions(db)?;
    load.chapters(db)?;
    load.agreements(db)?;
    load.recommendations(db)?;
    load.answers(db)?;
    load.verdicts(db)?;
    Ok(load)
}

/// The newest open edition that has a chapter of this structural signal.
pub(crate) fn newest_open_edition(db: &mut Db, structural: Id) -> Result<Option<EditionNumber>, Error> {
    let newest: Option<i32> = chapters::table
        .inner_join(editions::table.on(editions::number.eq(chapters::edition)))
        .filter(chapters::structural_id.eq(structural))
        .filter(editions::state.eq(EditionState::Open.code()))
        .select(chapters::edition)
        .order(chapters::edition.desc())
        .first(db)
        .optional()?;
    Ok(newest.map(number))
}

/// What authorities answered to these editions of structural signals.
pub(crate) fn answers_to(
    db: &mut Db,
    printed: &BTreeMap<Id, EditionNumber>,
) -> Result<BTreeMap<Id, Vec<Answer>>, Error> {
    let mut rows: Vec<AnswerRow> = answers::table
        .filter(answers::structural_id.eq_any(printed.keys().copied().collect::<Vec<Id>>()))
        .select(AnswerRow::as_select())
        .order((answers::structural_id, answers::position))
        .load(db)?;
    rows.retain(|row| printed.get(&row.structural_id) == Some(&number(row.edition)));
    let texts = texts_of(db, rows.iter().map(|row| row.text_id))?;
    let mut given: BTreeMap<Id, Vec<Answer>> = BTreeMap::new();
    for row in rows {
        let text = row.text_id.and_then(|id| texts.get(&id)).map_or("", |text| text.body.as_str());
        given.entry(row.structural_id).or_default().push(row.answer(text)?);
    }
    Ok(given)
}

/// The sentences of the recommendations that these editions of structural signals print, in the order in which answers number
/// them.
pub(crate) fn recommended_in(
    db: &mut Db,
    printed: &BTreeMap<Id, EditionNumber>,
) -> Result<BTreeMap<Id, Vec<Localised>>, Error> {
    let mut rows: Vec<(Id, i32, Id)> = recommendations::table
        .filter(recommendations::structural_id.eq_any(printed.keys().copied().collect::<Vec<Id>>()))
        .filter(recommendations::signed_by.ne(""))
        .select((recommendations::structural_id, recommendations::edition, recommendations::text_id))
        .order((recommendations::structural_id, recommendations::position))
        .load(db)?;
    rows.retain(|(id, edition, _)| printed.get(id) == Some(&number(*edition)));
    let texts = texts_of(db, rows.iter().map(|(.., text)| Some(*text)))?;
    let mut sentences: BTreeMap<Id, Vec<Localised>> = BTreeMap::new();
    for (id, _, text) in rows {
        let sentence = localised(texts.get(&text).map_or("", |text| text.body.as_str()))?;
        sentences.entry(id).or_default().push(sentence);
    }
    Ok(sentences)
}

/// Reads each table once, of those that are wanted, and hangs its rows where they belong.
struct Load<'a> {
    all: Vec<Stored>,
    places: BTreeMap<Id, usize>,
    /// Those that are wanted; none where all are.
    only: Option<&'a [Id]>,
}

impl Load<'_> {
    fn of(&mut self, id: Id) -> Result<&mut Stored, Error> {
        let place = self.places.get(&id).copied();
        place
            .and_then(|place| self.all.get_mut(place))
            .ok_or_else(|| Error::Broken("a row of a structural signal that is not there".to_owned()))
    }

    fn members(&mut self, db: &mut Db) -> Result<(), Error> {
        let rows: Vec<(Id, String, String)> = structural_members::table
            .select((
                structural_members::structural_id,
                structural_members::organisation,
                structural_members::reference,
            ))
            .order((structural_members::structural_id, structural_members::position))
            .load(db)?;
        for (id, organisation, reference) in rows {
            let organisation = one(&organisation, Code::parse)?;
            self.of(id)?.entry.signals.push(SignalReference { organisation, reference });
        }
        Ok(())
    }

    fn recognitions(&mut self, db: &mut Db) -> Result<(), Error> {
        let query = recognitions::table
            .select((
                recognitions::structural_id,
                recognitions::edition,
                recognitions::organisation,
                recognitions::answer,
                recognitions::confirmed,
            ))
            .order((recognitions::structural_id, recognitions::position));
        let rows: Vec<(Id, i32, String, String, bool)> =
            of_these!(query, recognitions::structural_id, self.only).load(db)?;
        for (id, edition, organisation, answer, confirmed) in rows {
            let entry = RecognitionEntry {
                organisation: one(&organisation, Code::parse)?,
                answer: one(&answer, Recognition::parse)?,
                edition: number(edition),
            };
            let stored = self.of(id)?;
            if confirmed {
                stored.own.insert((entry.edition, entry.organisation.clone()));
            }
            stored.entry.recognition.push(entry);
        }
        Ok(())
    }

    fn chapters(&mut self, db: &mut Db) -> Result<(), Error> {
        let query = chapters::table
            .select(ChapterRow::as_select())
            .order((chapters::structural_id, chapters::position));
        let rows: Vec<ChapterRow> = of_these!(query, chapters::structural_id, self.only).load(db)?;
        let texts = texts_of(db, rows.iter().flat_map(|row| [Some(row.text_id), row.note_id]))?;
        for row in rows {
            let edition = number(row.edition);
            let stored = self.of(row.structural_id)?;
            let body = stored.take(Slot::Chapter(edition), Some(row.text_id), &texts);
            let note = stored.take(Slot::Note(edition), row.note_id, &texts);
            let Body { text, evidence } = Body::read(&body)?;
            stored.entry.chapters.push(ChapterEntry {
                edition,
                criteria: Criteria {
                    clear: row.clear,
                    neutral: row.neutral,
                    recognised: row.recognised,
                    shared: row.shared,
                    note,
                },
                text,
                evidence,
                agreements: Vec::new(),
            });
        }
        Ok(())
    }

    fn agreements(&mut self, db: &mut Db) -> Result<(), Error> {
        let query = agreements::table.select(AgreementRow::as_select()).order((
            agreements::structural_id,
            agreements::edition,
            agreements::position,
        ));
        let rows: Vec<AgreementRow> = of_these!(query, agreements::structural_id, self.only).load(db)?;
        let texts = texts_of(db, rows.iter().map(|row| row.remark_id))?;
        for row in rows {
            let edition = number(row.edition);
            let organisation = one(&row.organisation, Code::parse)?;
            let stored = self.of(row.structural_id)?;
            let remark = stored.take(Slot::Remark(edition, organisation.clone()), row.remark_id, &texts);
            stored.agreed_versions.insert((edition, organisation.clone()), row.version);
            let stance = one(&row.stance, Agreement::parse)?;
            if let Some(chapter) = stored.entry.chapters.iter_mut().find(|chapter| chapter.edition == edition)
            {
                chapter.agreements.push(AgreementEntry { organisation, stance, remark });
            }
        }
        Ok(())
    }

    fn recommendations(&mut self, db: &mut Db) -> Result<(), Error> {
        let query = recommendations::table
            .select(RecommendationRow::as_select())
            .order((recommendations::structural_id, recommendations::position));
        let rows: Vec<RecommendationRow> =
            of_these!(query, recommendations::structural_id, self.only).load(db)?;
        let texts = texts_of(db, rows.iter().map(|row| Some(row.text_id)))?;
        for row in rows {
            let stored = self.of(row.structural_id)?;
            let place = stored.entry.recommendations.len();
            let text = stored.take(Slot::Recommendation(place), Some(row.text_id), &texts);
            stored.recommendation_rows.push((row.position, row.revision));
            stored.entry.recommendations.push(Recommendation {
                edition: number(row.edition),
                addressee: one(&row.addressee, Authority::parse)?,
                office: optional_code(row.office.as_deref())?,
                stance: one(&row.stance, Stance::parse)?,
                text: localised(&text)?,
                signed_by: many(&row.signed_by, Code::parse)?,
                term: row.term.map(month).transpose()?,
            });
        }
        Ok(())
    }

    fn answers(&mut self, db: &mut Db) -> Result<(), Error> {
        let query =
            answers::table.select(AnswerRow::as_select()).order((answers::structural_id, answers::position));
        let rows: Vec<AnswerRow> = of_these!(query, answers::structural_id, self.only).load(db)?;
        let texts = texts_of(db, rows.iter().map(|row| row.text_id))?;
        for row in rows {
            let edition = number(row.edition);
            let authority = one(&row.authority, Authority::parse)?;
            let stored = self.of(row.structural_id)?;
            let slot = Slot::Answer(edition, authority, row.recommendation());
            let text = stored.take(slot, row.text_id, &texts);
            stored.entry.answers.push(row.answer(&text)?);
        }
        Ok(())
    }

    fn verdicts(&mut self, db: &mut Db) -> Result<(), Error> {
        let query = verdicts::table
            .select(VerdictRow::as_select())
            .order((verdicts::structural_id, verdicts::position));
        let rows: Vec<VerdictRow> = of_these!(query, verdicts::structural_id, self.only).load(db)?;
        let texts = texts_of(db, rows.iter().map(|row| row.reason_id))?;
        for row in rows {
            let edition = number(row.edition);
            let stored = self.of(row.structural_id)?;
            let reason = stored.take(Slot::Reason(edition), row.reason_id, &texts);
            stored.entry.verdicts.push(FieldVerdict {
                edition,
                verdict: one(&row.verdict, Verdict::parse)?,
                date: row.day,
                by: one(&row.given_by, Code::parse)?,
                reason: localised(&reason)?,
            });
        }
        Ok(())
    }
}

impl Stored {
    /// Keeps which text fills a slot, and gives its words.
    fn take(&mut self, slot: Slot, id: Option<Id>, texts: &BTreeMap<Id, Current>) -> String {
        let Some(text) = id.and_then(|id| texts.get(&id)) else { return String::new() };
        self.texts.insert(slot, text.clone());
        text.body.clone()
    }
}

fn texts_of(db: &mut Db, ids: impl Iterator<Item = Option<Id>>) -> Result<BTreeMap<Id, Current>, Error> {
    current(db, &ids.flatten().collect::<Vec<Id>>())
}

fn optional_code(code: Option<&str>) -> Result<Option<Code>, Error> {
    code.map(|code| one(code, Code::parse)).transpose()
}

fn localised(body: &str) -> Result<Localised, Error> {
    if body.is_empty() { Ok(Localised::default()) } else { read_json(body) }
}
