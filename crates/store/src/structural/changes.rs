//! Which changes of state a new description of a structural signal makes: one event each, codes only.

use std::collections::BTreeMap;

use model::{Answer, ChapterEntry, Code, FieldVerdict, Recommendation, SignalReference, StructuralEntry};
use serde_json::{Value, json};

use super::Stored;
use crate::events::Event;

/// The events that lead from what was stored to `new`. `versions` holds the version of each chapter's text.
pub(super) fn changes(
    before: Option<&Stored>,
    id: impl ToString,
    new: &StructuralEntry,
    versions: &Versions,
) -> Vec<Event> {
    let id = id.to_string();
    let old = before.map(|stored| &stored.entry);
    let mut events = Vec::new();
    let mut tell = |kind, detail| events.push(Event::new(kind, "structural-signal", &id, detail));
    if old.map(frame) != Some(frame(new)) {
        tell("structural-signal-described", frame(new));
    }
    let members = |entry: Option<&StructuralEntry>| -> BTreeMap<SignalReference, ()> {
        entry.into_iter().flat_map(|entry| &entry.signals).map(|signal| (signal.clone(), ())).collect()
    };
    let (had, has) = (members(old), members(Some(new)));
    let attached = has.keys().filter(|member| !had.contains_key(*member)).count();
    let detached = had.keys().filter(|member| !has.contains_key(*member)).count();
    if attached + detached > 0 {
        tell("signals-linked", json!({ "attached": attached, "detached": detached }));
    }
    for (kind, part) in PARTS {
        let had = old.map(|entry| part(entry, &stored_versions(before))).unwrap_or_default();
        let has = part(new, versions);
        for (place, detail) in &has {
            if had.get(place) != Some(detail) {
                tell(kind, detail.clone());
            }
        }
        for (place, detail) in &had {
            if !has.contains_key(place) {
                tell("structural-signal-part-removed", json!({ "part": kind, "was": detail }));
            }
        }
    }
    events
}

/// The version of each chapter's text, by edition.
pub(super) type Versions = BTreeMap<u32, i32>;

fn stored_versions(before: Option<&Stored>) -> Versions {
    let Some(stored) = before else { return Versions::new() };
    stored
        .texts
        .iter()
        .filter_map(|(slot, text)| match slot {
            super::Slot::Chapter(edition) => Some((edition.0, text.version)),
            _ => None,
        })
        .collect()
}

/// The parts of one kind, each under what distinguishes it.
type Part = fn(&StructuralEntry, &Versions) -> BTreeMap<String, Value>;

const PARTS: [(&str, Part); 6] = [
    ("recognition-given", recognitions),
    ("criteria-judged", criteria),
    ("agreement-given", agreements),
    ("recommendation-made", recommendations),
    ("answer-received", answers),
    ("verdict-given", verdicts),
];

fn frame(entry: &StructuralEntry) -> Value {
    json!({
        "key": entry.key.as_str(),
        "domain": entry.domain.as_str(),
        "cause": entry.cause.map(|cause| cause.code()),
        "never_eligible": entry.never_eligible,
        "rights": entry.rights.iter().map(Code::as_str).collect::<Vec<_>>(),
        "authorities": entry.authorities.iter().map(|authority| authority.code()).collect::<Vec<_>>(),
        "owner": entry.owner.as_str(),
    })
}

fn recognitions(entry: &StructuralEntry, _: &Versions) -> BTreeMap<String, Value> {
    let part = |one: &model::RecognitionEntry| {
        let detail = json!({
            "edition": one.edition.0, "organisation": one.organisation.as_str(), "answer": one.answer.code(),
        });
        (format!("{}:{}", one.edition, one.organisation), detail)
    };
    entry.recognition.iter().map(part).collect()
}

fn criteria(entry: &StructuralEntry, versions: &Versions) -> BTreeMap<String, Value> {
    let part = |chapter: &ChapterEntry| {
        let criteria = &chapter.criteria;
        let detail = json!({
            "edition": chapter.edition.0, "version": versions.get(&chapter.edition.0), "clear": criteria.clear,
            "neutral": criteria.neutral, "recognised": criteria.recognised, "shared": criteria.shared,
        });
        (chapter.edition.to_string(), detail)
    };
    entry.chapters.iter().map(part).collect()
}

fn agreements(entry: &StructuralEntry, versions: &Versions) -> BTreeMap<String, Value> {
    let of_chapter = |chapter: &ChapterEntry| {
        let (edition, version) = (chapter.edition, versions.get(&chapter.edition.0).copied());
        let part = |one: &model::AgreementEntry| {
            let detail = json!({
                "edition": edition.0, "version": version, "organisation": one.organisation.as_str(),
                "stance": one.stance.code(),
            });
            (format!("{edition}:{}", one.organisation), detail)
        };
        chapter.agreements.iter().map(part).collect::<Vec<_>>()
    };
    entry.chapters.iter().flat_map(of_chapter).collect()
}

fn recommendations(entry: &StructuralEntry, _: &Versions) -> BTreeMap<String, Value> {
    let part = |(place, one): (usize, &Recommendation)| {
        let detail = json!({
            "place": place, "edition": one.edition.0, "addressee": one.addressee.code(), "stance": one.stance.code(),
            "office": one.office.as_ref().map(Code::as_str),
            "signed_by": one.signed_by.iter().map(Code::as_str).collect::<Vec<_>>(),
            "term": one.term.map(|month| month.to_string()),
        });
        (place.to_string(), detail)
    };
    entry.recommendations.iter().enumerate().map(part).collect()
}

fn answers(entry: &StructuralEntry, _: &Versions) -> BTreeMap<String, Value> {
    let part = |one: &Answer| {
        let detail = json!({
            "edition": one.edition.0, "authority": one.authority.code(), "state": one.state.code(),
            "date": one.date.map(|date| date.to_string()), "recommendation": one.recommendation,
            "office": one.office.as_ref().map(Code::as_str),
        });
        (format!("{}:{}:{}", one.edition, one.authority, one.recommendation.unwrap_or(0)), detail)
    };
    entry.answers.iter().map(part).collect()
}

fn verdicts(entry: &StructuralEntry, _: &Versions) -> BTreeMap<String, Value> {
    let part = |one: &FieldVerdict| {
        let detail = json!({
            "edition": one.edition.0, "verdict": one.verdict.code(), "date": one.date.to_string(),
            "by": one.by.as_str(),
        });
        (one.edition.to_string(), detail)
    };
    entry.verdicts.iter().map(part).collect()
}
