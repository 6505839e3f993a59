//! What became of each signal in an edition, for the letter to its organisation.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use model::{Code, EditionNumber, EditionState, Localised, Month, SignalState};
use serde_json::Value;

use crate::columns::Id;
use crate::db::Db;
use crate::editions::{self, column};
use crate::filing::{month, one};
use crate::schema::{events, reasons, signals, structural_members};
use crate::signal_file::{Printed, title};
use crate::structural;
use crate::texts::current;
use crate::{Error, Store};

/// A signal and what became of it. Of what somebody wrote it holds the reason alone.
#[derive(Clone, PartialEq, Eq)]
pub struct Returned {
    /// Whose signal it is.
    pub organisation: Code,
    /// The organisation's own running number, or the receipt where it gave none; none where a file had neither.
    pub reference: Option<String>,
    /// The month in which it was observed.
    pub observed: Month,
    /// Its domain, as decided.
    pub domain: Code,
    /// What became of it.
    pub fate: Fate,
}

/// Never the reason.
impl std::fmt::Debug for Returned {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Returned").field("organisation", &self.organisation).finish_non_exhaustive()
    }
}

/// What became of a signal.
#[derive(Clone, PartialEq, Eq)]
pub enum Fate {
    /// It counts, and stands under this chapter: its number from 1, and its title.
    Chapter(u32, Localised),
    /// It counts; its structural signal is not printed, for the reason with this code.
    Withheld(String),
    /// It counts; no structural signal of this edition says what it says.
    Counted,
    /// It was not taken up, for this reason; none where the words were wiped.
    Declined(Option<String>),
    /// It was handed to whoever can help better, with this reason.
    Referred(Option<String>),
    /// It was released, and nobody decided yet.
    Waiting,
}

impl Store {
    /// What became of the signals of each organisation in a frozen edition: those that it took, those that were declined or
    /// referred since the edition before was frozen, and those that waited for the network when it was. By organisation, month
    /// and reference. `NotFound` where it is not frozen.
    pub fn returned(&self, edition: EditionNumber) -> Result<Vec<Returned>, Error> {
        self.read(|db| load(db, edition))
    }
}

#[derive(Queryable, Selectable)]
#[diesel(table_name = signals)]
struct Row {
    id: Id,
    organisation: String,
    reference: Option<String>,
    observed: i32,
    state: String,
    edition: Option<i32>,
    decided_domain: String,
}

fn load(db: &mut Db, edition: EditionNumber) -> Result<Vec<Returned>, Error> {
    let all = editions::load_all(db)?;
    let here = all.iter().find(|one| one.number == edition && one.state != EditionState::Open);
    let here = here.ok_or_else(|| Error::NotFound(format!("frozen edition {edition}")))?;
    let (frozen, withheld) = frozen_event(db, edition)?;
    let before = all.iter().filter(|one| one.number < edition).map(|one| one.number).max();
    let since =
        before.map(|before| frozen_event(db, before)).transpose()?.map_or(0, |(sequence, _)| sequence);

    let structural = structural::load_without_members(db)?;
    let printed = Printed::load(db)?;
    let numbers = printed.chapter_numbers(db, &structural)?;
    let named: Vec<(String, String, Id)> = structural_members::table
        .select((
            structural_members::organisation,
            structural_members::reference,
            structural_members::structural_id,
        ))
        .load(db)?;
    let naming: BTreeMap<(String, String), Id> =
        named.into_iter().map(|(organisation, reference, id)| ((organisation, reference), id)).collect();
    let decided = of_events(db, &["signal-declined", "signal-referred"], since, frozen)?;
    let filed_after = of_events(db, &["signal-filed"], frozen, i64::MAX)?;

    let rows: Vec<Row> = signals::table.select(Row::as_select()).load(db)?;
    let number = column(edition)?;
    let mut kept = Vec::new();
    for row in rows {
        let state = one(&row.state, SignalState::parse)?;
        let taken = row.edition == Some(number);
        let decided_now = matches!(state, SignalState::Declined | SignalState::Referred)
            && decided.contains(&row.id.0.to_string());
        let waiting = state == SignalState::Released
            && row.edition.is_none()
            && month(row.observed)? <= here.period.to()
            && !filed_after.contains(&row.id.0.to_string());
        if taken || decided_now || waiting {
            kept.push((row, state, taken));
        }
    }
    let ids: Vec<Id> = kept.iter().map(|(row, ..)| row.id).collect();
    let mut why = reasons_of(db, &ids)?;
    let mut returned = Vec::new();
    for (row, state, taken) in kept {
        let naming =
            row.reference.clone().and_then(|reference| naming.get(&(row.organisation.clone(), reference)));
        let fate = match state {
            _ if taken => {
                let stored = naming.and_then(|id| structural.iter().find(|stored| stored.id == *id));
                let chapter = stored.and_then(|stored| {
                    let chapter = stored.entry.chapters.iter().find(|chapter| chapter.edition == edition)?;
                    let number = numbers.get(&(edition, stored.id))?;
                    Some(Fate::Chapter(*number, title(&chapter.text)))
                });
                let left_out = || withheld.get(stored?.entry.key.as_str()).cloned().map(Fate::Withheld);
                chapter.or_else(left_out).unwrap_or(Fate::Counted)
            }
            SignalState::Declined => Fate::Declined(why.remove(&row.id)),
            SignalState::Referred => Fate::Referred(why.remove(&row.id)),
            _ => Fate::Waiting,
        };
        returned.push(Returned {
            organisation: one(&row.organisation, Code::parse)?,
            reference: row.reference,
            observed: month(row.observed)?,
            domain: one(&row.decided_domain, Code::parse)?,
            fate,
        });
    }
    returned.sort_by(|a, b| {
        (&a.organisation, a.observed, &a.reference).cmp(&(&b.organisation, b.observed, &b.reference))
    });
    Ok(returned)
}

/// The number of the event of the freeze, and why structural signals were left out, by key.
fn frozen_event(db: &mut Db, edition: EditionNumber) -> Result<(i64, BTreeMap<String, String>), Error> {
    let row: Option<(i64, String)> = events::table
        .filter(events::kind.eq("edition-frozen"))
        .filter(events::subject_id.eq(edition.to_string()))
        .order(events::sequence.desc())
        .select((events::sequence, events::detail))
        .first(db)
        .optional()?;
    let Some((sequence, detail)) = row else { return Ok((0, BTreeMap::new())) };
    let detail: Value = serde_json::from_str(&detail).map_err(|_| Error::Broken("event".to_owned()))?;
    let left_out = detail["withheld"].as_array().into_iter().flatten();
    let text = |value: &Value| value.as_str().map(str::to_owned);
    let reasons = left_out.filter_map(|one| Some((text(&one["key"])?, text(&one["reason"])?)));
    Ok((sequence, reasons.collect()))
}

/// The signals, by id, of which events of these kinds tell after one event and before another.
fn of_events(db: &mut Db, kinds: &[&str], after: i64, before: i64) -> Result<BTreeSet<String>, Error> {
    let rows: Vec<String> = events::table
        .filter(events::kind.eq_any(kinds))
        .filter(events::sequence.gt(after))
        .filter(events::sequence.lt(before))
        .select(events::subject_id)
        .load(db)?;
    Ok(rows.into_iter().collect())
}

fn reasons_of(db: &mut Db, signals: &[Id]) -> Result<BTreeMap<Id, String>, Error> {
    let mut found = BTreeMap::new();
    for some in signals.chunks(500) {
        let rows: Vec<(Id, Id)> = reasons::table
            .filter(reasons::signal_id.eq_any(some))
            .select((reasons::signal_id, reasons::text_id))
            .load(db)?;
        let texts: Vec<Id> = rows.iter().map(|(_, text)| *text).collect();
        let mut words = current(db, &texts)?;
        found.extend(rows.into_iter().filter_map(|(signal, text)| Some((signal, words.remove(&text)?.body))));
    }
    found.retain(|_, reason| !reason.is_empty());
    Ok(found)
}
