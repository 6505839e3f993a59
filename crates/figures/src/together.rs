//! All live editions that share months, as one model (`guard.md`, A3).
//!
//! Whoever supposes that no signal was corrected, late or withdrawn lays all editions on top of each other: for each
//! stretch of time into which they cut each other there is one count for each cell, and every published count is the sum
//! of those of its stretches. A new table is let in only if every protected cell of every edition keeps its tables of
//! whole numbers in that model too. The true counts need not agree with it (some signals may have been corrected, and
//! nobody counts an edition by another's stretches), so it starts from any table that does, found by
//! [`feasible`] and checked by adding. Where there is none, the editions themselves refute the supposition.

use std::collections::{BTreeMap, BTreeSet};

use crate::acyclic::left_over;
use crate::document::Earlier;
use crate::feasible::{Equation, Feasible, feasible};
use crate::limits::{Budget, Limits};
use crate::need::Need;
use crate::part::{Facts, Failure, Narrow, Part};
use crate::publication::{Cell, PublishedTable, region, space_of};
use crate::repair::{Movable, cheapest};
use crate::rules::{Rules, Zeros};
use crate::space::{Region, Relation, Side, Space};
use crate::stretches::Stretches;
use crate::tableau::Way;
use crate::universe::{Dimensions, Universe};

/// What the earlier editions say, ready for new tables to be laid beside it.
pub(crate) struct Together<'a> {
    rules: &'a Rules,
    space: &'a Space,
    universe: Universe,
    stretches: Stretches,
    /// The tables of earlier editions.
    said: Vec<Said>,
    /// What a protected cell must be able to fall to.
    smallest: i64,
    cyclic: bool,
    budget: Budget<'a>,
    /// Tied-together cells that were looked at before: certified, or no worse than without any new table.
    settled: BTreeSet<Tied>,
}

/// A count of signals of some stretches of time.
type Key = (Vec<usize>, Region);
/// Sums over unknown cells, each with what its published cells leave.
type Tied = Vec<(Vec<(Key, i64)>, i64)>;

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

/// What the editions say of one cell.
#[derive(Default)]
struct Stand {
    counts: BTreeSet<u64>,
    protected: bool,
    threshold: i64,
    /// Where it is published, and nowhere else but in new tables.
    new: Option<(usize, usize)>,
    old: bool,
}

/// The full cross of tables that form a cycle may have so many cells in each stretch.
const LARGEST_CROSS: usize = 5_000;

impl<'a> Together<'a> {
    /// The earlier editions that share months with a period, directly or through others; nothing where there are none.
    /// An error where they cannot be read side by side: then nothing can be published.
    pub(crate) fn new(
        (dimensions, space, cyclic): (&Dimensions, &'a Space, bool),
        rules: &'a Rules,
        stretches: Stretches,
        earlier: &[&Earlier],
        limits: &'a Limits<'a>,
    ) -> Option<Self> {
        let all: Vec<&Dimensions> =
            std::iter::once(dimensions).chain(earlier.iter().map(|e| e.dimensions())).collect();
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
        let mut together = Self {
            rules,
            space,
            universe,
            stretches,
            said,
            smallest: i64::from(positive),
            cyclic,
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
        let mut bases: BTreeMap<Key, i64> = BTreeMap::new();
        let mut open = Vec::new();
        for part in &model.parts {
            if self.settled.contains(&part.tied) {
                continue;
            }
            self.budget.spend().map_err(|_| Conflict::Refused)?;
            let least: Vec<i64> = part.keys.iter().map(|key| model.least(key, self.smallest)).collect();
            match feasible(&least, &part.equations()) {
                Feasible::Table(base) => {
                    bases.extend(part.keys.iter().cloned().zip(base.iter().copied()));
                    open.push((part, least, base));
                }
                // Refuted by what is published: nobody can suppose it.
                Feasible::Nowhere => {}
                Feasible::Unknown => return Err(Conflict::Refused),
            }
        }
        for (part, least, base) in open {
            match self.certify(&model, part, least, base) {
                Ok(()) => {
                    self.settled.insert(part.tied.clone());
                }
                Err(Failure::Stopped) => return Err(Conflict::Refused),
                Err(Failure::Narrow(narrow)) => {
                    self.budget.spend().map_err(|_| Conflict::Refused)?;
                    let key = &part.keys[narrow.cell];
                    return Err(self.repair(&model, (key, narrow), &bases, tables, closable));
                }
            }
        }
        Ok(())
    }

    fn certify(
        &mut self,
        model: &Model,
        part: &TiedPart,
        least: Vec<i64>,
        base: Vec<i64>,
    ) -> Result<(), Failure> {
        let needs = part.keys.iter().map(|key| model.need(key, self.smallest)).collect();
        let facts = Facts {
            cells: (0..part.keys.len()).collect(),
            counts: base,
            attackers: vec![None],
            least: vec![least],
            needs: vec![needs],
        };
        Part::new(facts, part.sums.clone())?.certify(&mut self.budget)
    }

    /// The new cells that would be other counts in the cheapest table in which a cell that is held too tightly moves.
    fn repair(
        &self,
        model: &Model,
        (key, narrow): (&Key, Narrow),
        bases: &BTreeMap<Key, i64>,
        tables: &[&PublishedTable],
        closable: impl Fn(usize) -> bool,
    ) -> Conflict {
        let last = tables.len().saturating_sub(1);
        let may_close = |key: &Key| {
            let stand = model.stands.get(key)?;
            let (_, at) = stand.new.filter(|(table, _)| *table == last && !stand.old)?;
            closable(at).then_some(at)
        };
        let mut keys: Vec<&Key> = bases.keys().collect();
        let mut movable: Vec<Movable> = bases
            .iter()
            .map(|(key, base)| Movable { down: base - model.least(key, self.smallest), cost: 0.0 })
            .collect();
        let mut closing = vec![None; keys.len()];
        for (key, count) in &model.known {
            if let Some(at) = may_close(key) {
                keys.push(key);
                movable.push(Movable { down: *count, cost: 1.0 + (1.0 + *count as f64).ln() });
                closing.push(Some(at));
            }
        }
        let place: BTreeMap<&Key, usize> = keys.iter().enumerate().map(|(at, key)| (*key, at)).collect();
        let sums: Vec<Vec<(usize, f64)>> = model
            .relations
            .iter()
            .map(|(whole, parts)| {
                let whole = place.get(whole).map(|at| (*at, -1.0));
                whole.into_iter().chain(parts.iter().filter_map(|p| Some((*place.get(p)?, 1.0)))).collect()
            })
            .filter(|sum: &Vec<(usize, f64)>| !sum.is_empty())
            .collect();
        let (Some(target), Some(count)) = (place.get(key), bases.get(key)) else { return Conflict::Refused };
        let by = if narrow.way == Way::Up { narrow.goal - count } else { count - narrow.goal };
        let changes = cheapest(&movable, &sums, *target, (narrow.way, by), narrow.whole).unwrap_or_default();
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
                (self.space, self.rules),
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
            for sides in self.crossings(&here) {
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

    /// The sides along which sums are sought: those of each table, and of all tables on the same axes together.
    fn crossings(&self, tables: &[&Said]) -> Vec<Vec<Side>> {
        let mut joined: BTreeMap<Vec<usize>, Vec<Side>> = BTreeMap::new();
        let mut crossings: BTreeSet<Vec<Side>> = BTreeSet::new();
        for table in tables {
            let axes = table.sides.iter().map(|side| side.axis).collect();
            let sides = joined.entry(axes).or_insert_with(|| table.sides.clone());
            for (side, mine) in sides.iter_mut().zip(&table.sides) {
                side.sets.extend(&mine.sets);
            }
            crossings.insert(table.sides.clone());
        }
        crossings.extend(joined.into_values());
        crossings.into_iter().collect()
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
        (self.cyclic || cycle.len() < 3)
            .then_some(size)
            .flatten()
            .filter(|size| *size <= LARGEST_CROSS)
            .map(|_| space.finest(&cycle))
    }
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
        let threshold = rules.threshold_of(space, &region(space, &cell.at)?).max(rules.threshold);
        let threshold = i64::try_from(threshold).unwrap_or(i64::MAX);
        Some((universe.region(edition, &cell.at)?, cell.figure.count(), threshold))
    });
    Some(Said { stretches, sides, cells: cells.collect::<Option<_>>()?, new: false })
}

/// The sums that hold if nothing was corrected, and what is known in them.
struct Model {
    stands: BTreeMap<Key, Stand>,
    known: BTreeMap<Key, i64>,
    relations: BTreeSet<(Key, Vec<Key>)>,
    parts: Vec<TiedPart>,
}

/// Unknown cells that sums tie together.
struct TiedPart {
    keys: Vec<Key>,
    sums: Vec<Relation>,
    /// For each sum what the published cells leave: the parts together less the whole.
    rests: Vec<i64>,
    tied: Tied,
}

impl Model {
    fn new(stands: BTreeMap<Key, Stand>, relations: BTreeSet<(Key, Vec<Key>)>) -> Self {
        // Published twice with two counts it was corrected, for everybody to see: nobody knows which still holds.
        let only = |stand: &Stand| (stand.counts.len() == 1).then(|| stand.counts.first().copied()).flatten();
        let known = stands
            .iter()
            .filter_map(|(key, stand)| Some((key.clone(), i64::try_from(only(stand)?).unwrap_or(i64::MAX))))
            .collect();
        let mut model = Self { stands, known, relations, parts: Vec::new() };
        model.parts = model.tied();
        model
    }

    /// What a cell must be able to be: nothing is asked of what no edition prints, or one prints openly.
    fn need(&self, key: &Key, smallest: i64) -> Option<Need> {
        let stand = self.stands.get(key).filter(|stand| stand.protected && stand.counts.is_empty())?;
        Some(Need::Range { down: smallest, up: stand.threshold, above: stand.threshold, loose: i64::MAX })
    }

    fn least(&self, key: &Key, smallest: i64) -> i64 {
        if self.need(key, smallest).is_some() { smallest } else { 0 }
    }

    fn tied(&self) -> Vec<TiedPart> {
        let mut of_key: BTreeMap<&Key, Vec<usize>> = BTreeMap::new();
        let relations: Vec<&(Key, Vec<Key>)> = self.relations.iter().collect();
        let unknown = |key: &&Key| !self.known.contains_key(*key);
        for (number, (whole, parts)) in relations.iter().enumerate() {
            for key in std::iter::once(whole).chain(parts).filter(unknown) {
                of_key.entry(key).or_default().push(number);
            }
        }
        for key in self.stands.keys().filter(unknown) {
            of_key.entry(key).or_default();
        }
        let mut done: BTreeSet<&Key> = BTreeSet::new();
        let mut found = Vec::new();
        for key in of_key.keys() {
            if done.contains(*key) {
                continue;
            }
            let (mut keys, mut sums, mut next) = (BTreeSet::from([*key]), BTreeSet::new(), vec![*key]);
            while let Some(key) = next.pop() {
                for number in &of_key[key] {
                    sums.insert(*number);
                    let (whole, parts) = relations[*number];
                    let tied = std::iter::once(whole).chain(parts).filter(unknown);
                    next.extend(tied.filter(|other| keys.insert(other)));
                }
            }
            done.extend(&keys);
            // What no edition prints as protected is of no concern.
            if keys.iter().any(|key| self.need(key, 0).is_some()) {
                found.push(self.part(keys.into_iter().cloned().collect(), sums, &relations));
            }
        }
        found
    }

    fn part(&self, keys: Vec<Key>, numbers: BTreeSet<usize>, relations: &[&(Key, Vec<Key>)]) -> TiedPart {
        let place: BTreeMap<&Key, usize> = keys.iter().enumerate().map(|(at, key)| (key, at)).collect();
        let (mut sums, mut rests, mut tied) = (Vec::new(), Vec::new(), Tied::new());
        for number in numbers {
            let (whole, parts) = relations[number];
            let known = |key: &Key| self.known.get(key).copied().unwrap_or(0);
            let rest = known(whole) - parts.iter().map(known).sum::<i64>();
            let inside: Vec<usize> = parts.iter().filter_map(|part| place.get(part).copied()).collect();
            let at = place.get(whole).copied();
            let terms = at.into_iter().map(|at| (keys[at].clone(), -1));
            tied.push((terms.chain(inside.iter().map(|at| (keys[*at].clone(), 1))).collect(), rest));
            sums.push(Relation { whole: at.unwrap_or(usize::MAX), parts: inside });
            rests.push(rest);
        }
        // What must stay possible belongs to it: a cell that a new table prints as protected asks more.
        let asked = keys.iter().filter_map(|key| Some((key.clone(), self.stands.get(key)?)));
        let asked = asked.filter(|(_, stand)| stand.protected && stand.counts.is_empty());
        tied.extend(asked.map(|(key, stand)| (vec![(key, 0)], stand.threshold)));
        tied.sort_unstable();
        tied.dedup();
        TiedPart { keys, sums, rests, tied }
    }
}

impl TiedPart {
    fn equations(&self) -> Vec<Equation> {
        let equation = |(sum, rest): (&Relation, &i64)| {
            let whole = (sum.whole != usize::MAX).then_some((sum.whole, -1));
            (whole.into_iter().chain(sum.parts.iter().map(|part| (*part, 1))).collect(), *rest)
        };
        self.sums.iter().zip(&self.rests).map(equation).collect()
    }
}
