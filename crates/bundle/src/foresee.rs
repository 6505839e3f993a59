//! What the next edition would show if it were frozen today: for coordinators, before they freeze.
//!
//! The freeze is rehearsed in full and undone, so that what is foreseen is what would be.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use figures::{Earlier, Foresight, Outlook, TablePlan, Titles, outlook, outlook_without_costs};
use model::{EditionNumber, EditionState, Language, Localised, Period};
use store::{FreezeError, Material, Rows, Store};
use wording::Wording;

use crate::edition::{self, read_with};
use crate::freeze::{self, Freezing};
use crate::naming::Naming;
use crate::record::{Header, Line, Reader};
use crate::{Error, FreezeFailure};

/// What the next edition would show if it were frozen on this day; none where no edition is open, or nothing would be
/// counted.
pub fn foresee(store: &Store, today: NaiveDate) -> Result<Option<Foresight>, FreezeFailure> {
    let failed = |error: store::Error| FreezeFailure::Refused(Error::Store(error));
    let editions = store.editions().map_err(failed)?;
    let Some(next) = editions.iter().find(|edition| edition.state == EditionState::Open) else {
        return Ok(None);
    };
    let Some((header, lines)) = rehearse(store, next.number, today)? else { return Ok(None) };
    foreseen(store, &header, &lines).map_err(FreezeFailure::Refused)
}

/// Everything that a freeze would take. Nothing is frozen: the last step is refused, and the store undoes the rest.
fn rehearse(
    store: &Store,
    number: EditionNumber,
    today: NaiveDate,
) -> Result<Option<(Header, Vec<Line>)>, FreezeFailure> {
    let how = Freezing { date: today, demonstration: false };
    let mut taken = None;
    let mut refused = None;
    let outcome = store.freeze(number, &mut |material: &Material, rows: &mut dyn Rows, _| {
        match take(store, material, rows, how) {
            Ok(all) => taken = Some(all),
            Err(Error::Store(error)) => return Err(error),
            Err(error) => refused = Some(error),
        }
        Err(store::Error::Conflict("a rehearsal freezes nothing".to_owned()))
    });
    match (taken, refused, outcome) {
        (Some((header, lines)), _, _) => Ok((!lines.is_empty()).then_some((header, lines))),
        (None, Some(error), _) => Err(FreezeFailure::Refused(error)),
        (None, None, Err(FreezeError::Unresolved(signals))) => Err(FreezeFailure::MissingSignals(signals)),
        (None, None, Err(FreezeError::Store(error))) => Err(FreezeFailure::Refused(Error::Store(error))),
        (None, None, Ok(_)) => Err(FreezeFailure::Refused(Error::Internal("a rehearsal froze an edition"))),
    }
}

fn take(
    store: &Store,
    material: &Material,
    rows: &mut dyn Rows,
    how: Freezing,
) -> Result<(Header, Vec<Line>), Error> {
    let previous = material.previous_edition.map(|previous| edition::read(store, previous)).transpose()?;
    let header = freeze::header(material, how, previous.as_ref())?;
    let mut lines = Vec::new();
    while let Some(row) = rows.next()? {
        let organisation = header.organisations.iter().position(|member| member.code == row.organisation);
        let organisation = organisation.ok_or(Error::Internal("a signal of no member"))?;
        lines.push(freeze::line_of(organisation, row));
    }
    Ok((header, lines))
}

fn foreseen(store: &Store, header: &Header, lines: &[Line]) -> Result<Option<Foresight>, Error> {
    let earlier = earlier(header)?;
    let mut tally = header.tally()?;
    for line in lines {
        tally.add(&line.counted()).map_err(|unknown| Error::Plan(unknown.to_string()))?;
    }
    let outlook = outlook(&tally, &header.rules, header.period, earlier.as_slice());
    let namings = Language::ALL.iter().map(|language| Naming { header, wording: Wording::new(*language) });
    let namings: Vec<Naming<'_>> = namings.collect();
    Ok(Some(Foresight {
        edition: header.edition,
        period: header.period,
        signals: lines.len(),
        titles: titles(&namings, &outlook),
        labels: labels(&namings, &outlook),
        together: together(store, header, lines)?,
        outlook,
    }))
}

fn earlier(header: &Header) -> Result<Option<Earlier>, Error> {
    let earlier =
        header.previous.as_ref().map(|previous| serde_json::from_value::<Earlier>(previous.tables.clone()));
    earlier.transpose().map_err(|_| Error::BrokenRecord)
}

/// The same tables over this edition and the one before.
fn together(
    store: &Store,
    header: &Header,
    lines: &[Line],
) -> Result<Option<(EditionNumber, usize, Outlook)>, Error> {
    let Some(previous) = &header.previous else { return Ok(None) };
    let mut both = header.clone();
    let Ok(period) = Period::new(previous.period.from(), header.period.to()) else { return Ok(None) };
    let mut before: Vec<Line> = Vec::new();
    let mut members = Vec::new();
    let mut keep = |then: &Header, line: &Line| {
        members.clone_from(&then.organisations);
        before.push(line.clone());
        Ok(())
    };
    read_with(store, previous.edition, Reader::watched(&mut keep))?;
    for line in &mut before {
        let member = members.get(line.organisation).ok_or(Error::BrokenRecord)?;
        let place = both.organisations.iter().position(|other| other.code == member.code);
        line.organisation = place.unwrap_or(both.organisations.len());
        if place.is_none() {
            both.organisations.push(member.clone());
        }
    }
    let mut tally = both.tally()?;
    for line in lines.iter().chain(&before) {
        // What the lists of today do not know any more cannot be counted by them.
        if tally.add(&line.counted()).is_err() {
            return Ok(None);
        }
    }
    let outlook = outlook_without_costs(&tally, &both.rules, period, earlier(header)?.as_slice());
    Ok(Some((previous.edition, lines.len() + before.len(), outlook)))
}

/// The names of all tables, as planned and as published.
fn titles(namings: &[Naming<'_>], outlook: &Outlook) -> Titles {
    let tables = outlook.tables.iter().flat_map(|table| [Some(&table.planned), table.form.as_ref()]);
    let title = |table: &TablePlan| localised(namings, |naming| naming.table(&table.columns));
    tables.flatten().map(|table| (table.id(), title(table))).collect()
}

/// The labels of the codes that protected cells name.
fn labels(namings: &[Naming<'_>], outlook: &Outlook) -> BTreeMap<String, BTreeMap<String, Localised>> {
    let mut labels: BTreeMap<String, BTreeMap<String, Localised>> = BTreeMap::new();
    let cells = outlook.tables.iter().flat_map(|table| &table.protected);
    let named: BTreeSet<(&String, &String)> = cells.flat_map(|(at, _)| at).collect();
    for (dimension, code) in named {
        let label = localised(namings, |naming| naming.value(dimension, code));
        labels.entry(dimension.clone()).or_default().insert(code.clone(), label);
    }
    labels
}

fn localised(namings: &[Naming<'_>], say: impl Fn(&Naming<'_>) -> String) -> Localised {
    let mut words = Localised::default();
    for naming in namings {
        match naming.wording.language() {
            Language::Nl => words.nl = say(naming),
            Language::Fr => words.fr = say(naming),
            Language::En => words.en = say(naming),
        }
    }
    words
}
