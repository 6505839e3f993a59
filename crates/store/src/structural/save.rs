//! Writing a structural signal as a network file describes it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use model::{ChapterEntry, Code, StructuralEntry};

use super::changes::{Versions, changes};
use super::{Body, Slot, Stored};
use crate::Error;
use crate::columns::Id;
use crate::editions::column;
use crate::filing::{joined, written};
use crate::schema::{
    agreements, answers, chapters, recognitions, recommendations, standings, structural_members,
    structural_signals, verdicts,
};
use crate::texts::put;
use crate::writer::Writing;

/// Makes the stored structural signal say what `entry` says. Texts that changed get a new version; rows around
/// them are written anew; the events tell only what differs.
pub(crate) fn save(
    writing: &mut Writing<'_>,
    before: Option<&Stored>,
    position: i32,
    entry: &StructuralEntry,
) -> Result<(), Error> {
    let id = match before {
        Some(stored) => stored.id,
        None => Id::from_random(writing.random()),
    };
    if before.is_some() {
        clear(writing, id)?;
    }
    save_frame(writing, id, before.is_none(), position, entry)?;
    let mut texts = Texts { before, kept: BTreeSet::new() };
    save_links(writing, id, entry)?;
    let versions = save_chapters(writing, id, entry, &mut texts)?;
    save_recommendations(writing, id, entry, &mut texts)?;
    save_answers(writing, id, entry, &mut texts)?;
    for event in changes(before, id, entry, &versions) {
        writing.record(event);
    }
    crate::known::settle_waiting(writing, id)?;
    texts.wipe_the_rest(writing)
}

/// Which texts say what, before and after.
struct Texts<'a> {
    before: Option<&'a Stored>,
    kept: BTreeSet<Id>,
}

impl Texts<'_> {
    fn put(
        &mut self,
        writing: &mut Writing<'_>,
        slot: &Slot,
        kind: &'static str,
        body: &str,
    ) -> Result<Option<(Id, i32)>, Error> {
        let before = self.before.and_then(|stored| stored.texts.get(slot));
        if body.is_empty() {
            // A text that is taken back is wiped with the others that nothing says any more.
            return Ok(None);
        }
        let text = put(writing, kind, before, body)?;
        self.kept.extend(text.map(|(id, _)| id));
        Ok(text)
    }

    /// Like `put`, for a text that is always there.
    fn require(
        &mut self,
        writing: &mut Writing<'_>,
        slot: &Slot,
        kind: &'static str,
        body: &str,
    ) -> Result<(Id, i32), Error> {
        self.put(writing, slot, kind, body)?
            .ok_or_else(|| Error::Broken("a required text is empty".to_owned()))
    }

    fn wipe_the_rest(self, writing: &mut Writing<'_>) -> Result<(), Error> {
        let gone = self.before.into_iter().flat_map(|stored| stored.texts.values());
        for text in gone.filter(|text| !self.kept.contains(&text.id)) {
            for version in 1..=text.version {
                crate::retention::wipe(writing, text.id, version)?;
            }
        }
        Ok(())
    }
}

fn clear(writing: &mut Writing<'_>, id: Id) -> Result<(), Error> {
    let db = &mut *writing.db;
    diesel::delete(structural_members::table.filter(structural_members::structural_id.eq(id))).execute(db)?;
    diesel::update(standings::table.filter(standings::structural_id.eq(id)))
        .set(standings::structural_id.eq(None::<Id>))
        .execute(db)?;
    // What organisations answered here themselves stays.
    let from_files = recognitions::table
        .filter(recognitions::structural_id.eq(id))
        .filter(recognitions::confirmed.eq(false));
    diesel::delete(from_files).execute(db)?;
    diesel::delete(agreements::table.filter(agreements::structural_id.eq(id))).execute(db)?;
    diesel::delete(chapters::table.filter(chapters::structural_id.eq(id))).execute(db)?;
    diesel::delete(recommendations::table.filter(recommendations::structural_id.eq(id))).execute(db)?;
    diesel::delete(answers::table.filter(answers::structural_id.eq(id))).execute(db)?;
    diesel::delete(verdicts::table.filter(verdicts::structural_id.eq(id))).execute(db)?;
    Ok(())
}

fn save_frame(
    writing: &mut Writing<'_>,
    id: Id,
    is_new: bool,
    position: i32,
    entry: &StructuralEntry,
) -> Result<(), Error> {
    let values = (
        structural_signals::domain.eq(entry.domain.as_str()),
        structural_signals::cause.eq(entry.cause.map(|cause| cause.code())),
        structural_signals::never_eligible.eq(entry.never_eligible),
        structural_signals::rights.eq(joined(entry.rights.iter().map(Code::as_str))),
        structural_signals::authorities.eq(joined(entry.authorities.iter())),
        structural_signals::owner.eq(entry.owner.as_str()),
        structural_signals::position.eq(position),
    );
    if is_new {
        let trace = trace_code(writing.random());
        diesel::insert_into(structural_signals::table)
            .values((
                structural_signals::id.eq(id),
                structural_signals::key.eq(entry.key.as_str()),
                structural_signals::trace.eq(trace),
                values,
            ))
            .execute(writing.db)?;
    } else {
        diesel::update(structural_signals::table.find(id)).set(values).execute(writing.db)?;
    }
    Ok(())
}

/// Eight characters that nobody confuses on paper (no 0 O 1 I L U), in two groups: 30^8 codes, one per structural signal.
pub(super) fn trace_code(random: [u8; 16]) -> String {
    const ALPHABET: &[u8; 30] = b"23456789ABCDEFGHJKMNPQRSTVWXYZ";
    let mut number = u128::from_be_bytes(random);
    let mut code = String::with_capacity(9);
    for place in 0..8 {
        if place == 4 {
            code.push('-');
        }
        let index = usize::try_from(number % 30).unwrap_or(0);
        code.push(char::from(ALPHABET[index]));
        number /= 30;
    }
    code
}

fn save_links(writing: &mut Writing<'_>, id: Id, entry: &StructuralEntry) -> Result<(), Error> {
    for (position, signal) in (0_i32..).zip(&entry.signals) {
        diesel::insert_into(structural_members::table)
            .values((
                structural_members::structural_id.eq(id),
                structural_members::organisation.eq(signal.organisation.as_str()),
                structural_members::reference.eq(&signal.reference),
                structural_members::position.eq(position),
            ))
            .execute(writing.db)?;
        let named = standings::table
            .filter(standings::organisation.eq(signal.organisation.as_str()))
            .filter(standings::reference.eq(&signal.reference));
        diesel::update(named).set(standings::structural_id.eq(id)).execute(writing.db)?;
    }
    for (position, recognition) in (0_i32..).zip(&entry.recognition) {
        diesel::insert_into(recognitions::table)
            .values((
                recognitions::structural_id.eq(id),
                recognitions::edition.eq(column(recognition.edition)?),
                recognitions::organisation.eq(recognition.organisation.as_str()),
                recognitions::position.eq(position),
                recognitions::answer.eq(recognition.answer.code()),
                recognitions::confirmed.eq(false),
            ))
            .execute(writing.db)?;
    }
    Ok(())
}

fn save_chapters(
    writing: &mut Writing<'_>,
    id: Id,
    entry: &StructuralEntry,
    texts: &mut Texts<'_>,
) -> Result<Versions, Error> {
    let mut versions = BTreeMap::new();
    for (position, chapter) in (0_i32..).zip(&entry.chapters) {
        let ChapterEntry { edition, criteria, text, evidence, agreements: _ } = chapter;
        let body = Body { text: text.clone(), evidence: evidence.clone() };
        let slot = Slot::Chapter(*edition);
        let (text_id, version) = texts.require(writing, &slot, "chapter", &written(&body)?)?;
        versions.insert(edition.0, version);
        let note = texts.put(writing, &Slot::Note(*edition), "criteria-note", &criteria.note)?;
        diesel::insert_into(chapters::table)
            .values((
                chapters::structural_id.eq(id),
                chapters::edition.eq(column(*edition)?),
                chapters::position.eq(position),
                chapters::text_id.eq(text_id),
                chapters::version.eq(version),
                chapters::clear.eq(criteria.clear),
                chapters::neutral.eq(criteria.neutral),
                chapters::recognised.eq(criteria.recognised),
                chapters::shared.eq(criteria.shared),
                chapters::note_id.eq(note.map(|(note, _)| note)),
            ))
            .execute(writing.db)?;
        save_agreements(writing, id, chapter, version, texts)?;
    }
    Ok(versions)
}

fn save_agreements(
    writing: &mut Writing<'_>,
    id: Id,
    chapter: &ChapterEntry,
    version: i32,
    texts: &mut Texts<'_>,
) -> Result<(), Error> {
    for (position, agreement) in (0_i32..).zip(&chapter.agreements) {
        let slot = Slot::Remark(chapter.edition, agreement.organisation.clone());
        let remark = texts.put(writing, &slot, "agreement-remark", &agreement.remark)?;
        diesel::insert_into(agreements::table)
            .values((
                agreements::structural_id.eq(id),
                agreements::edition.eq(column(chapter.edition)?),
                agreements::organisation.eq(agreement.organisation.as_str()),
                agreements::position.eq(position),
                agreements::version.eq(version),
                agreements::stance.eq(agreement.stance.code()),
                agreements::remark_id.eq(remark.map(|(remark, _)| remark)),
            ))
            .execute(writing.db)?;
    }
    Ok(())
}

fn save_recommendations(
    writing: &mut Writing<'_>,
    id: Id,
    entry: &StructuralEntry,
    texts: &mut Texts<'_>,
) -> Result<(), Error> {
    for (place, recommendation) in entry.recommendations.iter().enumerate() {
        let slot = Slot::Recommendation(place);
        let (text_id, _) =
            texts.require(writing, &slot, "recommendation", &written(&recommendation.text)?)?;
        let position =
            i32::try_from(place).map_err(|_| Error::Conflict("too many recommendations".to_owned()))?;
        super::recommending::insert(writing, (id, position), recommendation, text_id)?;
    }
    Ok(())
}

fn save_answers(
    writing: &mut Writing<'_>,
    id: Id,
    entry: &StructuralEntry,
    texts: &mut Texts<'_>,
) -> Result<(), Error> {
    for (position, answer) in (0_i32..).zip(&entry.answers) {
        let body =
            if answer.text == model::Localised::default() { String::new() } else { written(&answer.text)? };
        let slot = Slot::Answer(answer.edition, answer.authority, answer.recommendation);
        let text = texts.put(writing, &slot, "answer", &body)?;
        diesel::insert_into(answers::table)
            .values((
                answers::structural_id.eq(id),
                answers::edition.eq(column(answer.edition)?),
                answers::authority.eq(answer.authority.code()),
                answers::position.eq(position),
                answers::state.eq(answer.state.code()),
                answers::day.eq(answer.date),
                answers::text_id.eq(text.map(|(text, _)| text)),
                answers::recommendation.eq(crate::editions::count(answer.recommendation.unwrap_or(0))?),
                answers::office.eq(answer.office.as_ref().map(Code::as_str)),
            ))
            .execute(writing.db)?;
    }
    for (position, verdict) in (0_i32..).zip(&entry.verdicts) {
        let body = if verdict.reason == model::Localised::default() {
            String::new()
        } else {
            written(&verdict.reason)?
        };
        let reason = texts.put(writing, &Slot::Reason(verdict.edition), "verdict-reason", &body)?;
        diesel::insert_into(verdicts::table)
            .values((
                verdicts::structural_id.eq(id),
                verdicts::edition.eq(column(verdict.edition)?),
                verdicts::position.eq(position),
                verdicts::verdict.eq(verdict.verdict.code()),
                verdicts::day.eq(verdict.date),
                verdicts::given_by.eq(verdict.by.as_str()),
                verdicts::reason_id.eq(reason.map(|(reason, _)| reason)),
            ))
            .execute(writing.db)?;
    }
    Ok(())
}
