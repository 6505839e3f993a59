//! The guard at work: which tables are kept, in which form, with which cells published.

use std::collections::{BTreeMap, BTreeSet};

use model::{OrganisationType, Period};

use crate::beside::Beside;
use crate::document::Earlier;
use crate::limits::Limits;
use crate::plan::{Column, Kind, Level, Plan, TablePlan};
use crate::primary::judge;
use crate::publication::{Cell, Certified, Dropped, Publication, PublishedTable, Reason};
use crate::publishable::Publishable;
use crate::restate::Restated;
use crate::rules::{Protection, Rules};
use crate::secondary::{Guard, NewCell, Refusal};
use crate::space::{At, Region, Space};
use crate::tally::Tally;

/// The figures of an edition that may be published; nothing of what is protected follows from them.
///
/// Tables are decided in the order of the plan, by tier. A table that cannot be made safe, or that would hold
/// too many protected cells, is replaced by a coarser form (place → zone, domain → group) or dropped; the
/// total stands in every publication, at worst protected, unless it cannot stand beside earlier ones. `earlier` are
/// the published editions, every revision of each: where their period overlaps, what was protected stays protected, a
/// count that differs by less than the threshold is protected, and a table must be safe beside all that they say.
/// Fails closed: a table that does not pass the last check of the whole is dropped.
pub fn protect(tally: &Tally, rules: &Rules, period: Period, earlier: &[Earlier]) -> Publication {
    protect_within(tally, rules, period, earlier, &Limits::DEFAULT)
}

/// [`protect`], within limits: a table that is not certified by then is not published.
pub fn protect_within(
    tally: &Tally,
    rules: &Rules,
    period: Period,
    earlier: &[Earlier],
    limits: &Limits<'_>,
) -> Publication {
    let space = tally.space();
    let silent_sectors = tally.silent_sectors();
    let structural = structural_zeros(tally, &silent_sectors);
    let restated = Restated::new(period, earlier);
    let mut beside = Beside::new(tally, rules, period, earlier, limits);

    let mut tables: Vec<&TablePlan> = tally.plan().tables.iter().collect();
    tables.sort_by_key(|table| table.tier);
    let mut guard = Guard::new(space, rules, limits);
    let mut kept: Vec<PublishedTable> = Vec::new();
    let mut tried: BTreeSet<Vec<Column>> = BTreeSet::new();
    let mut dropped: Vec<Dropped> = Vec::new();
    for table in tables {
        let mut reason = None;
        for columns in forms(tally.plan(), space, &table.columns) {
            if !tried.insert(columns.clone()) {
                continue;
            }
            let form = TablePlan { tier: table.tier, columns };
            if !cross(&mut guard, tally, rules, &kept, &form) {
                reason = reason.or(Some(Reason::NotSafe));
                continue;
            }
            let judged = |at: &At, region: &Region| {
                let silent = structural.iter().any(|zero| space.lies_in(region, zero));
                let count = judge(tally.by_organisation(region), space, region, rules, silent);
                let mut cell =
                    NewCell { region: region.clone(), count, stays_protected: false, public_before: false };
                restated.apply(&mut cell, at);
                cell
            };
            match admit(&mut guard, &mut beside, &kept, &form, judged) {
                Ok(printed) => {
                    if let Some(reason) = reason.take() {
                        dropped.push(Dropped { table: table.id(), reason, instead: Some(form.id()) });
                    }
                    kept.push(printed);
                    break;
                }
                Err(refusal) => {
                    reason = reason.or(Some(match refusal {
                        Refusal::TooManyProtected => Reason::TooManyProtected,
                        Refusal::NotSafe => Reason::NotSafe,
                    }));
                }
            }
        }
        if let Some(reason) = reason {
            dropped.push(Dropped { table: table.id(), reason, instead: None });
        }
    }

    // The last word is another reading of the result, from nothing but what it publishes.
    loop {
        let mut names: BTreeMap<Region, At> = BTreeMap::new();
        for (at, region) in kept.iter().flat_map(|table| space.cells(table.columns())) {
            names.entry(region).or_insert(at);
        }
        let certified = Certified {
            programs: guard.programs() + beside.programs(),
            primary: guard.primary(),
            limited: guard.was_limited() || beside.was_limited(),
            witnesses: guard.witnesses(|region| names.get(region).cloned()),
            why: names.keys().filter_map(|region| Some((region.clone(), guard.why(region)?))).collect(),
        };
        let publication = Publication::new(
            tally.plan().dimensions.clone(),
            space.clone(),
            rules.clone(),
            period,
            kept.clone(),
            dropped.clone(),
            (silent_sectors.clone(), certified),
        );
        let asked = rules.protection == Protection::Safe;
        if !asked || publication.self_check().is_ok() {
            return publication;
        }
        match kept.pop() {
            Some(table) => {
                dropped.push(Dropped { table: table.id().to_owned(), reason: Reason::NotSafe, instead: None })
            }
            None => return publication,
        }
    }
}

/// Lets the guard reckon with the finest cells behind what a table and those kept form a cycle of. As long as there is
/// none, tables that agree on what they share have a joint table, and need no cell that none of them shows. No where
/// those cells were not counted: tables in a coarser form may bind each other otherwise than planned.
fn cross(
    guard: &mut Guard<'_>,
    tally: &Tally,
    rules: &Rules,
    kept: &[PublishedTable],
    form: &TablePlan,
) -> bool {
    if !tally.plan().cyclic {
        return true;
    }
    let space = tally.space();
    let tables = kept.iter().map(PublishedTable::plan).chain([form]);
    let axes = space.axes_of(&tally.plan().cycle_of(tables));
    let counted = tally.counts(&axes);
    if counted {
        let judged = |region: Region| {
            let count = judge(tally.by_organisation(&region), space, &region, rules, false);
            (region, count)
        };
        guard.hide(axes.clone(), || space.finest(&axes).into_iter().map(judged).collect());
    }
    counted
}

/// Adds a table to what is kept, with cells closed until it can also stand beside the earlier editions.
fn admit(
    guard: &mut Guard<'_>,
    beside: &mut Beside<'_>,
    kept: &[PublishedTable],
    form: &TablePlan,
    judged: impl Fn(&At, &Region) -> NewCell,
) -> Result<PublishedTable, Refusal> {
    let space = guard.space();
    let cells = space.cells(&form.columns);
    let regions: Vec<Region> = cells.iter().map(|(_, region)| region.clone()).collect();
    let mut closed: BTreeSet<Region> = BTreeSet::new();
    loop {
        let mut new: BTreeMap<&Region, NewCell> = BTreeMap::new();
        for (at, region) in cells.iter().filter(|(_, region)| !guard.has(region)) {
            // A cell may have two names in one table, and have been stated under either.
            let mut cell = judged(at, region);
            cell.stays_protected |= closed.contains(region);
            new.entry(region)
                .and_modify(|other| {
                    other.stays_protected |= cell.stays_protected;
                    other.public_before |= cell.public_before;
                })
                .or_insert(cell);
        }
        let bringing: BTreeSet<Region> = new.keys().map(|region| (*region).clone()).collect();
        let mut closing = Vec::new();
        let mut printed = None;
        let added = guard.add(&form.columns, &regions, new.into_values().collect(), |guard| {
            let table = published(space, guard, form);
            let may_close = |at: usize| bringing.contains(&regions[at]);
            closing = beside.admit(kept, &table, may_close)?;
            printed = Some(table);
            if closing.is_empty() { Ok(()) } else { Err(Refusal::NotSafe) }
        });
        match (added, printed) {
            (Ok(()), Some(table)) => return Ok(table),
            (Err(_), _) if !closing.is_empty() => {
                let before = closed.len();
                closed.extend(closing.iter().map(|at| regions[*at].clone()));
                if closed.len() == before {
                    return Err(Refusal::NotSafe);
                }
            }
            (Err(refusal), _) => return Err(refusal),
            (Ok(()), None) => return Err(Refusal::NotSafe),
        }
    }
}

/// The table's forms, from as planned to coarser: first its last dimension, then the one before, then all.
fn forms(plan: &Plan, space: &Space, columns: &[Column]) -> Vec<Vec<Column>> {
    let mut forms = vec![columns.to_vec()];
    let fine: Vec<usize> = (0..columns.len())
        .rev()
        .filter(|i| columns[*i].level == Level::Fine && space.has_groups(&columns[*i].dimension))
        .collect();
    let coarser = |which: &[usize]| {
        let mut columns = columns.to_vec();
        for at in which {
            // What refines another dimension is coarsened to that one, so that the same table has one name.
            let parent = plan.dimensions.get(&columns[*at].dimension).and_then(|d| d.within.clone());
            match parent {
                Some(parent) => columns[*at].dimension = parent,
                None => columns[*at].level = Level::Groups,
            }
        }
        columns
    };
    forms.extend(fine.iter().map(|i| coarser(&[*i])));
    if fine.len() > 1 {
        forms.push(coarser(&fine));
    }
    forms
}

/// The cells of formality of which no sector filed: only *that* is public of organisation types, in words.
fn structural_zeros(tally: &Tally, silent: &[OrganisationType]) -> Vec<Region> {
    let mut zeros = Vec::new();
    for (code, dimension) in tally.plan().dimensions.iter().filter(|(_, d)| d.kind == Kind::Formality) {
        for value in &dimension.values {
            let sectors = || OrganisationType::ALL.iter().filter(|kind| kind.formality().code() == value);
            if sectors().next().is_some() && sectors().all(|kind| silent.contains(kind)) {
                zeros.extend(tally.space().region([(code.as_str(), value.as_str())]));
            }
        }
    }
    zeros
}

fn published(space: &Space, guard: &Guard<'_>, table: &TablePlan) -> PublishedTable {
    let cells = space.cells(&table.columns).into_iter().map(|(at, region)| Cell {
        at,
        figure: guard.published(&region).map_or(Publishable::PROTECTED, Publishable::published),
    });
    PublishedTable::new(table.clone(), cells.collect())
}
