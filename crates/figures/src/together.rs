//! All live editions that share months, as one model (`guard.md`, A3).
//!
//! Whoever supposes that no signal was corrected, late or withdrawn lays all editions on top of each other: for each
//! stretch of time into which they cut each other there is one count for each cell, and every published count is the sum
//! of those of its stretches. A new table is let in only if every protected cell of every edition keeps its tables of
//! whole numbers in that model too. The true counts need not agree with it (some signals may have been corrected, and
//! nobody counts an edition by another's stretches), so it starts from any table that does, found by
//! [`feasible`] and checked by adding. Where there is none, the editions themselves refute the supposition.

mod model;

use std::collections::{BTreeMap, BTreeSet};

use crate::acyclic::left_over;
use crate::document::Earlier;
use crate::feasible::{Equation, Feasible, feasible};
use crate::limits::{Budget, Limits};
use crate::need::Attacker;
use crate::part::{Facts, Failure, Narrow, Part};
use crate::publication::{Cell, PublishedTable, region, space_of};
use crate::repair::{self, Movable, Nearest};
use crate::rules::{Rules, Zeros, threshold_of};
use crate::space::{Region, Relation, Side, Space};
use crate::stretches::Stretches;
use crate::tableau::{Stopped, Way};
use crate::tally::Tally;
use crate::universe::{Dimensions, Universe};
use model::{Key, Model, Stand, Tied, TiedPart};

/// What the earlier editions say, ready for new tables to be laid beside it.
pub(crate) struct Together<'a> {
    rules: &'a Rules,
    tally: &'a Tally,
    universe: Universe,
    stretches: Stretches,
    /// The tables of earlier editions.
    said: Vec<Said>,
    /// What a protected cell must be able to fall to.
    smallest: i64,
    /// Whether all editions are about the very same months: then what an organisation filed is known.
    same_months: bool,
    budget: Budget<'a>,
    /// Tied-together cells that were looked at before: certified, or no worse than without any new table.
    settled: BTreeSet<Tied>,
}

/// A table, whoever prints it.
struct Said {
    stretches: Vec<usize>,
    sides: Vec<Side>,
    /// Each with its count, where it is published, and its threshold.
    cells: Vec<(Region, Option<u64>, i64)>,
    /// Whether it is a table of the edition being made.
    new: bool,
}

/// Why the new tables cannot stand beside the earlier ones.
pub(crate) enum Conflict {
    /// Closing these cells of the last table would help.
    Close(Vec<usize>),
    /// Nothing that was found would.
    Refused,
}

/// A table from which certification starts, for some attackers: what each cell holds at least for each of them, and
/// what each filed of it.
struct Start {
    attackers: Vec<Attacker>,
    least: Vec<Vec<i64>>,
    owned: Vec<Vec<i64>>,
    base: Vec<i64>,
}

/// The full cross of tables that form a cycle may have so many cells in each stretch.
const LARGEST_CROSS: usize = 5_000;

impl<'a> Together<'a> {
    /// The earlier editions that share months with a period, directly or through others; nothing where there are none.
    /// An error where they cannot be read side by side: then nothing can be published.
    pub(crate) fn new(
        tally: &'a Tally,
        rules: &'a Rules,
        stretches: Stretches,
        earlier: &[&Earlier],
        limits: &'a Limits<'a>,
    ) -> Option<Self> {
        let all: Vec<&Dimensions> =
            std::iter::once(&tally.plan().dimensions).chain(earlier.iter().map(|e| e.dimensions())).collect();
        let universe = Universe::of(&all)?;
        let positive =
            rules.zeros == Zeros::Publish || earlier.iter().any(|e| e.rules().zeros == Zeros::Publish);
        let mut said = Vec::new();
        for (number, edition) in earlier.iter().enumerate() {
            let space = space_of(edition.dimensions())?;
            for (dimensions, cells) in edition.tables() {
                let among = stretches.of(number + 1).to_vec();
                said.push(read(
                    &universe,
                    number + 1,
                    (&space, edition.rules()),
                    among,
                    (dimensions, cells),
                )?);
            }
        }
        let same_months = (0..=earlier.len()).all(|at| stretches.of(at) == stretches.of(0));
        let mut together = Self {
            rules,
            tally,
            universe,
            stretches,
            said,
            smallest: i64::from(positive),
            same_months,
            budget: Budget::new(limits),
            settled: BTreeSet::new(),
        };
        // What the earlier editions give away by themselves cannot be mended; new tables may not touch it.
        let mut model = together.model(&[])?;
        for part in std::mem::take(&mut model.parts) {
            together.settled.insert(part.tied);
        }
        Some(together)
    }

    /// How many programmes were run.
    pub(crate) const fn programs(&self) -> u64 {
        self.budget.spent()
    }

    /// Whether a limit was reached.
    pub(crate) const fn was_limited(&self) -> bool {
        self.budget.is_over()
    }

    /// Whether these tables may stand beside the earlier editions. `closable` says of a cell of the last of them, by its
    /// place, whether it may be closed.
    pub(crate) fn admit(
        &mut self,
        tables: &[&PublishedTable],
        closable: impl Fn(usize) -> bool,
    ) -> Result<(), Conflict> {
        let model = self.model(tables).ok_or(Conflict::Refused)?;
        let mut open: Vec<(&TiedPart, Vec<Start>)> = Vec::new();
        for part in &model.parts {
            if self.settled.contains(&part.tied) {
                continue;
            }
            open.push((part, self.starts(&model, part).map_err(|_| Conflict::Refused)?));
        }
        for (part, starts) in &open {
            for start in starts {
                match self.certify(&model, part, start) {
                    Ok(()) => {}
                    Err(Failure::Stopped) => return Err(Conflict::Refused),
                    Err(Failure::Narrow(narrow)) => {
                        self.budget.spend().map_err(|_| Conflict::Refused)?;
                        let narrow = narrow.into_iter().next().ok_or(Conflict::Refused)?;
                        let key = &part.keys[narrow.cell];
                        let bases = places_of(&open, narrow.attacker);
                        return Err(self.repair(&model, (key, narrow), &bases, tables, closable));
                    }
                }
            }
            self.settled.insert(part.tied.clone());
        }
        Ok(())
    }

    /// The tables from which certification starts: the truth for everybody, where it agrees with what all editions say;
    /// otherwise for each attacker one that does. None for whom there is none: what is published, or what was filed,
    /// refutes the supposition that nothing was corrected.
    fn starts(&mut self, model: &Model, part: &TiedPart) -> Result<Vec<Start>, Stopped> {
        let counted: Vec<Option<Vec<u64>>> = part.keys.iter().map(|key| self.counted(key)).collect();
        let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let own = |counts: &Option<Vec<u64>>, organisation: usize| {
            counts.as_ref().and_then(|counts| counts.get(organisation)).map_or(0, |own| signed(*own))
        };
        let filed = |organisation: &usize| counted.iter().any(|counts| own(counts, *organisation) > 0);
        let organisations = counted.iter().flatten().map(Vec::len).max().unwrap_or(0);
        let insiders = (0..organisations).filter(|_| self.rules.insiders).filter(filed).map(Some);
        let attackers: Vec<Attacker> = std::iter::once(None).chain(insiders).collect();
        let least = |attacker: &Attacker| -> Vec<i64> {
            let of = |(key, counts): (&Key, &Option<Vec<u64>>)| {
                let least = model.least(key, self.smallest);
                attacker.map_or(least, |organisation| least.max(own(counts, organisation)))
            };
            part.keys.iter().zip(&counted).map(of).collect()
        };
        let owned = |attacker: &Attacker| -> Vec<i64> {
            counted
                .iter()
                .map(|counts| attacker.map_or(0, |organisation| own(counts, organisation)))
                .collect()
        };
        let least: Vec<Vec<i64>> = attackers.iter().map(least).collect();
        let owned: Vec<Vec<i64>> = attackers.iter().map(owned).collect();
        let equations = part.equations();
        let truth: Option<Vec<i64>> =
            counted.iter().map(|counts| Some(signed(counts.as_ref()?.iter().sum()))).collect();
        let agrees = |truth: &Vec<i64>| {
            let adds_up = |(terms, sum): &Equation| {
                terms.iter().map(|(at, factor)| truth[*at] * factor).sum::<i64>() == *sum
            };
            equations.iter().all(adds_up) && truth.iter().zip(&least[0]).all(|(count, least)| count >= least)
        };
        if let Some(base) = truth.filter(agrees) {
            return Ok(vec![Start { attackers, least, owned, base }]);
        }
        let mut starts = Vec::new();
        for ((attacker, least), owned) in attackers.into_iter().zip(least).zip(owned) {
            self.budget.spend()?;
            match feasible(&least, &equations) {
                Feasible::Table(base) => starts.push(Start {
                    attackers: vec![attacker],
                    least: vec![least],
                    owned: vec![owned],
                    base,
                }),
                Feasible::Nowhere => {}
                Feasible::Unknown => return Err(Stopped::Limit),
            }
        }
        Ok(starts)
    }

    /// The true count of a cell by organisation, where all editions are about the months that are being counted and the
    /// cell can be counted at all.
    fn counted(&self, (_, region): &Key) -> Option<Vec<u64>> {
        let home = (self.tally.space(), &self.tally.plan().dimensions);
        let atoms = self.same_months.then(|| self.universe.at_home(home.0, home.1, region))??;
        self.tally.within(&atoms)
    }

    fn certify(&mut self, model: &Model, part: &TiedPart, start: &Start) -> Result<(), Failure> {
        let needs = |owned: &Vec<i64>| {
            part.keys.iter().zip(owned).map(|(key, own)| model.need(key, self.smallest, *own)).collect()
        };
        let facts = Facts {
            cells: (0..part.keys.len()).collect(),
            counts: start.base.clone(),
            attackers: start.attackers.clone(),
            least: start.least.clone(),
            needs: start.owned.iter().map(needs).collect(),
        };
        Part::new(facts, part.sums.clone())?.certify(&mut self.budget)
    }

    /// The new cells that would be other counts in the cheapest table in which a cell that is held too tightly moves.
    fn repair(
        &self,
        model: &Model,
        (key, narrow): (&Key, Narrow),
        bases: &BTreeMap<&Key, (i64, i64)>,
        tables: &[&PublishedTable],
        closable: impl Fn(usize) -> bool,
    ) -> Conflict {
        let last = tables.len().saturating_sub(1);
        let may_close = |key: &Key| {
            let stand = model.stands.get(key)?;
            let (_, at) = stand.new.filter(|(table, _)| *table == last && !stand.old)?;
            closable(at).then_some(at)
        };
        let mut keys: Vec<&Key> = bases.keys().copied().collect();
        let mut movable: Vec<Movable> =
            bases.values().map(|(base, least)| Movable { down: base - least, cost: 0.0 }).collect();
        let mut closing = vec![None; keys.len()];
        for (key, count) in &model.known {
            if let Some(at) = may_close(key) {
                keys.push(key);
                movable.push(Movable { down: *count, cost: 1.0 + (1.0 + *count as f64).ln() });
                closing.push(Some(at));
            }
        }
        let place: BTreeMap<&Key, usize> = keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
        let sums: Vec<repair::Equation> = model
            .relations
            .iter()
            .map(|(whole, parts)| {
                let whole = place.get(whole).map(|at| (*at, -1));
                whole.into_iter().chain(parts.iter().filter_map(|p| Some((*place.get(p)?, 1)))).collect()
            })
            .filter(|sum: &repair::Equation| !sum.is_empty())
            .collect();
        let (Some(target), Some((count, _))) = (place.get(key), bases.get(key)) else {
            return Conflict::Refused;
        };
        let by = if narrow.way == Way::Up { narrow.goal - count } else { count - narrow.goal };
        let nearest = Nearest::new(movable, sums);
        let changes = nearest.and_then(|mut n| n.cheapest(*target, (narrow.way, by), narrow.whole));
        let changes = changes.unwrap_or_default();
        let changed = closing.iter().zip(&changes).filter(|(_, change)| change.abs() > 1e-6);
        let cells: Vec<usize> = changed.filter_map(|(at, _)| *at).collect();
        if cells.is_empty() { Conflict::Refused } else { Conflict::Close(cells) }
    }

    /// What all editions say, new tables included; nothing where it cannot be modelled.
    fn model(&self, tables: &[&PublishedTable]) -> Option<Model> {
        let mut new = Vec::with_capacity(tables.len());
        for table in tables {
            let among = self.stretches.of(0).to_vec();
            let mut said = read(
                &self.universe,
                0,
                (self.tally.space(), self.rules),
                among,
                (table.dimensions(), table.cells()),
            )?;
            said.new = true;
            new.push(said);
        }
        let all: Vec<&Said> = self.said.iter().chain(&new).collect();
        let mut stands: BTreeMap<Key, Stand> = BTreeMap::new();
        for (number, said) in all.iter().enumerate() {
            for (place, (region, count, threshold)) in said.cells.iter().enumerate() {
                let stand = stands.entry((said.stretches.clone(), region.clone())).or_default();
                stand.counts.extend(count);
                stand.protected |= count.is_none();
                stand.threshold = stand.threshold.max(*threshold);
                stand.old |= !said.new && count.is_some();
                if said.new && count.is_some() {
                    stand.new = Some((number - self.said.len(), place));
                }
            }
        }
        let cross = self.cross(&all)?;
        let mut relations: BTreeSet<(Key, Vec<Key>)> = BTreeSet::new();
        for stretch in self.stretches.all() {
            let here: Vec<&Said> =
                all.iter().filter(|said| said.stretches.contains(&stretch)).copied().collect();
            let mut regions: Vec<&Region> =
                here.iter().flat_map(|said| said.cells.iter().map(|(region, _, _)| region)).collect();
            regions.extend(&cross);
            regions.sort_unstable();
            regions.dedup();
            let number: BTreeMap<Region, usize> =
                regions.iter().enumerate().map(|(at, region)| ((*region).clone(), at)).collect();
            let key = |at: usize| (vec![stretch], regions[at].clone());
            let mut sums: BTreeSet<Relation> = BTreeSet::new();
            for sides in Self::crossings(&here) {
                sums.extend(self.universe.space.relations(&sides, &number));
            }
            let axes: BTreeSet<usize> = cross.iter().flatten().map(|(axis, _)| *axis).collect();
            for (at, region) in regions.iter().enumerate() {
                if !cross.is_empty()
                    && !cross.contains(region)
                    && region.iter().all(|(axis, _)| axes.contains(axis))
                {
                    let inside = cross.iter().filter(|part| self.universe.space.lies_in(part, region));
                    let parts = inside.filter_map(|part| number.get(part).copied()).collect();
                    sums.insert(Relation { whole: at, parts });
                }
            }
            relations.extend(
                sums.into_iter().map(|sum| (key(sum.whole), sum.parts.into_iter().map(key).collect())),
            );
        }
        for (stretches, region) in stands.keys().filter(|(stretches, _)| stretches.len() > 1) {
            let parts = stretches.iter().map(|stretch| (vec![*stretch], region.clone())).collect();
            relations.insert(((stretches.clone(), region.clone()), parts));
        }
        Some(Model::new(stands, relations))
    }

    /// The sides along which sums are sought: those of each table; and for each choice of axes, all that stands along them
    /// in whatever table crosses them, for a sum may have its whole in one table and its parts in another.
    fn crossings(tables: &[&Said]) -> BTreeSet<Vec<Side>> {
        let mut crossings: BTreeSet<Vec<Side>> = tables.iter().map(|table| table.sides.clone()).collect();
        let choices: BTreeSet<Vec<usize>> =
            crossings.iter().map(|sides| sides.iter().map(|side| side.axis).collect()).collect();
        for axes in choices {
            let crosses =
                |table: &&&Said| axes.iter().all(|axis| table.sides.iter().any(|s| s.axis == *axis));
            let along = |axis: &usize| {
                let sides = tables.iter().filter(crosses).flat_map(|table| &table.sides);
                let sets = sides.filter(|side| side.axis == *axis).flat_map(|side| &side.sets);
                Side { axis: *axis, sets: sets.copied().collect() }
            };
            crossings.insert(axes.iter().map(along).collect());
        }
        crossings
    }

    /// The finest cells of the axes on which the tables bind each other in a cycle; nothing at all where there are too
    /// many, or where no cycle was allowed.
    fn cross(&self, tables: &[&Said]) -> Option<Vec<Region>> {
        let space = &self.universe.space;
        let sides: BTreeSet<&Side> = tables.iter().flat_map(|table| &table.sides).collect();
        let coarser = |side: &Side| {
            let of_axis = sides.iter().filter(|other| other.axis == side.axis);
            of_axis.filter(|other| refines(space, side, other)).copied().cloned().collect::<Vec<Side>>()
        };
        let edge = |table: &&Said| (String::new(), table.sides.iter().flat_map(coarser).collect());
        let cycle: BTreeSet<usize> = left_over::<Side>(tables.iter().map(edge).collect())
            .into_iter()
            .flat_map(|(_, edge)| edge)
            .map(|side| side.axis)
            .collect();
        if cycle.is_empty() {
            return Some(Vec::new());
        }
        let size = cycle.iter().map(|axis| space.axes[*axis].atoms).try_fold(1usize, usize::checked_mul);
        (self.tally.plan().cyclic || cycle.len() < 3)
            .then_some(size)
            .flatten()
            .filter(|size| *size <= LARGEST_CROSS)
            .map(|_| space.finest(&cycle))
    }
}

/// Where an attacker starts from in each part: the count, and the least it can be.
fn places_of<'b>(open: &[(&'b TiedPart, Vec<Start>)], attacker: Attacker) -> BTreeMap<&'b Key, (i64, i64)> {
    let mut places = BTreeMap::new();
    for (part, starts) in open {
        let of = |wanted: Attacker| {
            let at = |start: &Start| start.attackers.iter().position(|other| *other == wanted);
            starts.iter().find_map(|start| Some((start, at(start)?)))
        };
        if let Some((start, at)) = of(attacker).or_else(|| of(None)) {
            let counts = start.base.iter().copied().zip(start.least[at].iter().copied());
            places.extend(part.keys.iter().zip(counts));
        }
    }
    places
}

/// Whether every set of a coarser side is a sum of pieces into which the finer one cuts its axis.
fn refines(space: &Space, fine: &Side, coarse: &Side) -> bool {
    let piece = |side: &Side, atom: usize| -> Vec<bool> {
        side.sets.iter().map(|set| space.atoms(side.axis, *set).binary_search(&atom).is_ok()).collect()
    };
    let mut of_piece: BTreeMap<Vec<bool>, Vec<bool>> = BTreeMap::new();
    (0..space.axes[fine.axis].atoms).all(|atom| {
        let outer = piece(coarse, atom);
        *of_piece.entry(piece(fine, atom)).or_insert_with(|| outer.clone()) == outer
    })
}

/// A table as an edition prints it, in the universe of all.
fn read(
    universe: &Universe,
    edition: usize,
    (space, rules): (&Space, &Rules),
    stretches: Vec<usize>,
    (dimensions, cells): (&[String], &[Cell]),
) -> Option<Said> {
    let mut sides = Vec::new();
    for dimension in dimensions {
        let codes = cells.iter().filter_map(|cell| cell.at.get(dimension));
        let sets: Option<Vec<(usize, usize)>> =
            codes.map(|code| universe.set(edition, dimension, code)).collect();
        let sets = sets?;
        let axis = sets.first()?.0;
        sides.push(Side { axis, sets: sets.into_iter().map(|(_, set)| set).collect() });
    }
    sides.sort_unstable_by_key(|side| side.axis);
    let cells = cells.iter().map(|cell| {
        let threshold = threshold_of(rules, space, &region(space, &cell.at)?).max(rules.threshold);
        let threshold = i64::try_from(threshold).unwrap_or(i64::MAX);
        Some((universe.region(edition, &cell.at)?, cell.figure.count(), threshold))
    });
    Some(Said { stretches, sides, cells: cells.collect::<Option<_>>()?, new: false })
}
