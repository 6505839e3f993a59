//! The guard at work: which tables are kept, in which form, with which cells published.

use std::collections::{BTreeMap, BTreeSet};

use model::{OrganisationType, Period};

use crate::document::Earlier;
use crate::limits::Limits;
use crate::plan::{Column, Kind, Level, Plan, TablePlan};
use crate::primary::judge;
use crate::publication::{Cell, Certified, Dropped, Publication, PublishedTable, Reason};
use crate::publishable::Publishable;
use crate::rules::{Protection, Rules};
use crate::secondary::{Guard, NewCell, Refusal};
use crate::space::{At, Region, Space};
use crate::tally::Tally;

/// The figures of an edition that may be published; nothing of what is protected follows from them.
///
/// Tables are decided in the order of the plan, by tier. A table that cannot be made safe, or that would hold
/// too many protected cells, is replaced by a coarser form (place → zone, domain → group) or dropped; the
/// total stands in every publication, at worst protected. `earlier` are the published editions: where their
/// period overlaps, what was protected stays protected, and a count that differs by less than the threshold is
/// protected. Fails closed: a table that does not pass the last check of the whole is dropped.
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
    let overlapping: Vec<&Earlier> =
        earlier.iter().filter(|e| !e.period().is_disjoint_from(period)).collect();

    let mut tables: Vec<&TablePlan> = tally.plan().tables.iter().collect();
    tables.sort_by_key(|table| table.tier);
    let mut guard = Guard::new(space, rules, limits);
    let cyclic = space.axes_of(&tally.plan().cyclic_dimensions());
    if !cyclic.is_empty() {
        let judged = |region: Region| {
            let count = judge(tally.by_organisation(&region), space, &region, rules, false);
            (region, count)
        };
        guard.hide(cyclic.clone(), space.finest(&cyclic).into_iter().map(judged).collect());
    }
    let mut kept: Vec<TablePlan> = Vec::new();
    let mut tried: BTreeSet<Vec<Column>> = BTreeSet::new();
    let mut dropped: Vec<Dropped> = Vec::new();
    for table in tables {
        let mut reason = None;
        for columns in forms(tally.plan(), space, &table.columns) {
            if !tried.insert(columns.clone()) {
                continue;
            }
            let cells = space.cells(&columns);
            let mut new: BTreeMap<&Region, NewCell> = BTreeMap::new();
            for (at, region) in cells.iter().filter(|(_, region)| !guard.has(region)) {
                let silent = structural.iter().any(|zero| space.lies_in(region, zero));
                let cell = new.entry(region).or_insert_with(|| NewCell {
                    region: region.clone(),
                    count: judge(tally.by_organisation(region), space, region, rules, silent),
                    stays_protected: false,
                    public_before: false,
                });
                restate(cell, at, period, &overlapping);
            }
            let new: Vec<NewCell> = new.into_values().collect();
            let regions: Vec<Region> = cells.into_iter().map(|(_, region)| region).collect();
            match guard.add(&columns, &regions, new) {
                Ok(()) => {
                    let form = TablePlan { tier: table.tier, columns };
                    if let Some(reason) = reason.take() {
                        dropped.push(Dropped { table: table.id(), reason, instead: Some(form.id()) });
                    }
                    kept.push(form);
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
        for (at, region) in kept.iter().flat_map(|table| space.cells(&table.columns)) {
            names.entry(region).or_insert(at);
        }
        let certified = Certified {
            programs: guard.programs(),
            primary: guard.primary(),
            limited: guard.was_limited(),
            witnesses: guard.witnesses(|region| names.get(region).cloned()),
            why: names.keys().filter_map(|region| Some((region.clone(), guard.why(region)?))).collect(),
        };
        let tables = kept.iter().map(|table| published(space, &guard, table)).collect();
        let publication = Publication::new(
            tally.plan().dimensions.clone(),
            space.clone(),
            rules.clone(),
            period,
            tables,
            dropped.clone(),
            (silent_sectors.clone(), certified),
        );
        let asked = rules.protection == Protection::Safe;
        if !asked || publication.self_check().is_ok() {
            return publication;
        }
        match kept.pop() {
            Some(table) => {
                dropped.push(Dropped { table: table.id(), reason: Reason::NotSafe, instead: None })
            }
            None => return publication,
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

/// What earlier statements about the same months mean for a cell (`guard.md`: protected once stays protected; two
/// statements differ by 0 or by at least the threshold).
fn restate(cell: &mut NewCell, at: &At, period: Period, overlapping: &[&Earlier]) {
    for earlier in overlapping {
        let Some(figure) = earlier.stated(at) else { continue };
        let Some(before) = figure.count() else {
            cell.stays_protected = true;
            continue;
        };
        let difference = cell.count.total.abs_diff(i64::try_from(before).unwrap_or(i64::MAX));
        if difference == 0 {
            cell.public_before |= earlier.period() == period;
        } else if difference < cell.count.threshold.unsigned_abs() {
            cell.stays_protected = true;
        }
    }
}

fn published(space: &Space, guard: &Guard<'_>, table: &TablePlan) -> PublishedTable {
    let cells = space.cells(&table.columns).into_iter().map(|(at, region)| Cell {
        at,
        figure: guard.published(&region).map_or(Publishable::PROTECTED, Publishable::published),
    });
    PublishedTable::new(table.clone(), cells.collect())
}
