//! Which further counts must be protected, so that the small ones do not follow from sums.
//!
//! One model for everything: the cells of all tables kept so far and every sum between them. A table is added to
//! it whole, or not at all; only its own new cells may be closed to make it safe, so that a later table never
//! costs an earlier one anything.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::attack::{Bounds, Sums};
use crate::plan::Column;
use crate::primary::{Count, Verdict};
use crate::rules::Rules;
use crate::space::{Region, Relation, Space};

/// The cells of all tables kept so far, with what is decided of each.
pub(crate) struct Guard<'a> {
    space: &'a Space,
    rules: &'a Rules,
    number: BTreeMap<Region, usize>,
    cells: Vec<Decided>,
    sums: Sums,
}

/// A cell that a table brings, judged.
pub(crate) struct NewCell {
    pub(crate) region: Region,
    pub(crate) count: Count,
    /// Protected in an earlier edition of this period, or too near to what that one published.
    pub(crate) stays_protected: bool,
    /// Published with this very count in an earlier edition of this period: closing it hides nothing.
    pub(crate) public_before: bool,
}

/// Why a table cannot be added.
pub(crate) enum Refusal {
    TooManyProtected,
    NotSafe,
}

struct Decided {
    count: Count,
    /// Protected whatever the sums say.
    primary: bool,
    public_before: bool,
    open: bool,
}

/// An unsafe cell, and the sums that give it away; all of its sums where no single one does.
struct Finding<'s> {
    cell: usize,
    sums: Vec<&'s Relation>,
}

/// What each organisation knew while every cell of a new table is closed: the bounds of every cell. Where already that is too much, because an earlier tier's margin holds little, or little
/// besides an organisation's own signals, the new table may not add to it, but is not to blame.
struct Before {
    insiders: Vec<Vec<Bounds>>,
}

impl<'a> Guard<'a> {
    pub(crate) fn new(space: &'a Space, rules: &'a Rules) -> Self {
        Self { space, rules, number: BTreeMap::new(), cells: Vec::new(), sums: Sums::default() }
    }

    /// Whether a cell stands in a table kept so far.
    pub(crate) fn has(&self, region: &Region) -> bool {
        self.number.contains_key(region)
    }

    /// The count of a cell, where it is published.
    pub(crate) fn published(&self, region: &Region) -> Option<u64> {
        let cell = &self.cells[*self.number.get(region)?];
        cell.open.then(|| u64::try_from(cell.count.total).unwrap_or(0))
    }

    /// Adds a table: all its cells (`regions`), of which `new` are not there yet. On refusal everything stays as
    /// it was. A table without columns, the total, is kept even when it is protected.
    pub(crate) fn add(
        &mut self,
        columns: &[Column],
        regions: &[Region],
        new: Vec<NewCell>,
    ) -> Result<(), Refusal> {
        let first = self.cells.len();
        let before: Vec<Relation> = self.sums.relations().to_vec();
        for cell in new {
            let primary =
                matches!(cell.count.verdict, Verdict::Small | Verdict::Concentrated) || cell.stays_protected;
            self.number.insert(cell.region, self.cells.len());
            let public_before = cell.public_before;
            self.cells.push(Decided { count: cell.count, primary, public_before, open: !primary });
        }
        let relations = self.space.relations(&self.space.sides(columns), &self.number);
        let all: BTreeSet<Relation> = before.iter().cloned().chain(relations).collect();
        self.sums = Sums::new(self.cells.len(), all.into_iter().collect());

        let settled = self.settle(columns, regions, first);
        if settled.is_err() {
            self.number.retain(|_, cell| *cell < first);
            self.cells.truncate(first);
            self.sums = Sums::new(first, before);
        }
        settled
    }

    fn settle(&mut self, columns: &[Column], regions: &[Region], first: usize) -> Result<(), Refusal> {
        if !columns.is_empty() && self.too_many_protected(regions) {
            return Err(Refusal::TooManyProtected);
        }
        let before = self.known_before(first);
        // Closes new cells, the cheapest that helps first, until nobody finds an unsafe cell.
        while let Some(finding) = self.unsafe_cell(&before) {
            let cell = self.helper(&finding, first).ok_or(Refusal::NotSafe)?;
            self.cells[cell].open = false;
        }
        // Opens again what was closed for others and turned out not to be needed, dearest first.
        let closed = |cell: &usize| !self.cells[*cell].open && !self.cells[*cell].primary;
        let mut dearest: Vec<usize> = (first..self.cells.len()).filter(closed).collect();
        dearest.sort_by_key(|cell| (Reverse(self.cells[*cell].count.total), *cell));
        for cell in dearest {
            self.cells[cell].open = true;
            if self.unsafe_cell(&before).is_some() {
                self.cells[cell].open = false;
            }
        }
        if !columns.is_empty() && self.too_many_protected(regions) {
            return Err(Refusal::TooManyProtected);
        }
        Ok(())
    }

    fn too_many_protected(&self, regions: &[Region]) -> bool {
        let protected = regions.iter().filter(|region| self.published(region).is_none());
        Rules::exceeds(self.rules.max_protected_share, protected.count() as u64, regions.len() as u64)
    }

    /// The smallest protected cell that is not safe (`guard.md`, "What safe means"), sought by the outsider first:
    /// alone in a sum, by bounds, by elimination; then by each organisation. Ties by the order of the tables.
    fn unsafe_cell(&self, before: &Before) -> Option<Finding<'_>> {
        let closed: Vec<usize> =
            (0..self.cells.len()).filter(|cell| !self.cells[*cell].open && !self.known(*cell)).collect();
        if closed.is_empty() {
            return None;
        }
        let order = |cell: &usize| (self.cells[*cell].count.total, *cell);
        let alone = |relation: &Relation| {
            let mut unknown = relation.cells().filter(|cell| !self.known(*cell));
            unknown.next().filter(|_| unknown.next().is_none())
        };
        let bare = self.sums.relations().iter().filter_map(|relation| Some((alone(relation)?, relation)));
        if let Some((cell, sum)) = bare.min_by_key(|(cell, _)| order(cell)) {
            return Some(Finding { cell, sums: vec![sum] });
        }
        let bounds = self.bounds(None);
        let safe = |cell: usize, own: Bounds| self.is_safe(cell, own);
        let narrow = closed.iter().copied().filter(|cell| !safe(*cell, bounds[*cell]));
        if let Some(cell) = narrow.min_by_key(order) {
            return Some(self.finding(cell, |own| safe(cell, own), &bounds));
        }
        let known: Vec<bool> = (0..self.cells.len()).map(|cell| self.known(cell)).collect();
        if let Some(cell) = self.sums.determined(&known).into_iter().map(|(cell, _)| cell).min_by_key(order) {
            return Some(Finding { cell, sums: self.sums.of(cell).collect() });
        }
        let mut supposed: Vec<usize> =
            closed.iter().copied().filter(|cell| !self.holds_when_supposed(*cell, &bounds)).collect();
        supposed.sort_by_key(order);
        if let Some(cell) = supposed.first() {
            return Some(Finding { cell: *cell, sums: self.sums.of(*cell).collect() });
        }
        for (organisation, before) in before.insiders.iter().enumerate() {
            let bounds = self.bounds(Some(organisation));
            let safe = |cell: usize, own: Bounds| self.is_safe_from_insider(cell, own, before[cell]);
            let narrow = closed.iter().copied().filter(|cell| !safe(*cell, bounds[*cell]));
            if let Some(cell) = narrow.min_by_key(order) {
                return Some(self.finding(cell, |own| safe(cell, own), &bounds));
            }
        }
        None
    }

    /// Whether a cell can still be nothing, and still be large, when that is supposed and followed through the sums.
    fn holds_when_supposed(&self, cell: usize, bounds: &[Bounds]) -> bool {
        let count = &self.cells[cell].count;
        let known = self.known_counts(None);
        let may_lie = |low, high| self.sums.may_lie(cell, (low, high), &known, bounds);
        let (smallest, reach) = (self.rules.smallest(), self.reach(cell));
        may_lie(reach, i64::MAX) && (may_lie(i64::MIN, smallest) || !may_lie(i64::MIN, count.threshold - 1))
    }

    fn finding(&self, cell: usize, safe: impl Fn(Bounds) -> bool, bounds: &[Bounds]) -> Finding<'_> {
        let betrays = |relation: &&Relation| {
            let (low, high) = relation.bounds_of(cell, bounds);
            !safe((low.max(0), high))
        };
        let mut sums: Vec<&Relation> = self.sums.of(cell).filter(betrays).collect();
        if sums.is_empty() {
            sums = self.sums.of(cell).collect();
        }
        Finding { cell, sums }
    }

    fn known_before(&mut self, first: usize) -> Before {
        let open: Vec<bool> = self.cells[first..].iter().map(|cell| cell.open).collect();
        self.cells[first..].iter_mut().for_each(|cell| cell.open = false);
        let organisations = self.cells.first().map_or(0, |cell| cell.count.parts.len());
        let insiders = if self.rules.insiders { 0..organisations } else { 0..0 };
        let insiders = insiders.map(|organisation| self.bounds(Some(organisation))).collect();
        let before = Before { insiders };
        self.cells[first..].iter_mut().zip(open).for_each(|(cell, open)| cell.open = open);
        before
    }

    /// What the attacker knows: published here or before.
    fn known(&self, cell: usize) -> bool {
        self.cells[cell].open || self.cells[cell].public_before
    }

    fn own(&self, cell: usize, organisation: usize) -> i64 {
        self.cells[cell].count.parts.get(organisation).map_or(0, |own| i64::try_from(*own).unwrap_or(0))
    }

    /// The bounds of every cell; for an organisation, of what the others contribute to it.
    fn bounds(&self, organisation: Option<usize>) -> Vec<Bounds> {
        let known = self.known_counts(organisation);
        let own = |cell| organisation.map_or(0, |organisation| self.own(cell, organisation));
        let cells = 0..self.cells.len();
        let least: Vec<i64> = cells.map(|c| (self.rules.smallest() - own(c)).max(0)).collect();
        self.sums.bounds(&known, &least)
    }

    /// The known counts; for an organisation, what the others contribute to them.
    fn known_counts(&self, organisation: Option<usize>) -> Vec<Option<i64>> {
        let own = |cell| organisation.map_or(0, |organisation| self.own(cell, organisation));
        (0..self.cells.len()).map(|c| self.known(c).then(|| self.cells[c].count.total - own(c))).collect()
    }

    /// What a protected cell must be able to reach: its own threshold, whatever its margins leave room for. A table
    /// in which a margin leaves none is refused.
    fn reach(&self, cell: usize) -> i64 {
        let least = i64::try_from(self.rules.threshold).unwrap_or(i64::MAX);
        self.cells[cell].count.threshold.max(least)
    }

    fn is_safe(&self, cell: usize, (low, high): Bounds) -> bool {
        let count = &self.cells[cell].count;
        let reach = self.reach(cell);
        let wide = high >= reach && (low <= self.rules.smallest() || low >= count.threshold);
        // A count that is protected for its filers alone may not be known to within a fifth.
        let vague = count.verdict != Verdict::Concentrated
            || (low * 10 <= count.total * 8 && high * 10 >= count.total * 12);
        wide && vague && low < high
    }

    fn is_safe_from_insider(&self, cell: usize, (low, high): Bounds, before: Bounds) -> bool {
        let threshold = self.cells[cell].count.threshold;
        high >= threshold.min(before.1) && (low <= self.rules.smallest().max(before.0) || low >= threshold)
    }

    /// The new published cell whose closing helps an unsafe one most cheaply: in the sums that give it away, or
    /// else in those of the protected cells that it shares a sum with, and so on outwards. Among those equally
    /// near, the one that leaves the fewest protected cells alone in a sum, then the smallest, then the first.
    fn helper(&self, finding: &Finding<'_>, first: usize) -> Option<usize> {
        let mut sums = finding.sums.clone();
        let mut seen: BTreeSet<usize> = BTreeSet::from([finding.cell]);
        loop {
            let near: BTreeSet<usize> = sums.iter().flat_map(|relation| relation.cells()).collect();
            let may_close = |cell: &&usize| {
                let decided = &self.cells[**cell];
                let free = decided.open && !decided.public_before && decided.count.verdict == Verdict::Open;
                // Where zeros are public, a protected cell is known to hold something; so no zero may help.
                let holds = decided.count.total >= self.rules.smallest();
                **cell >= first && free && holds
            };
            let cost = |cell: &&usize| (self.left_alone(**cell), self.cells[**cell].count.total, **cell);
            if let Some(cell) = near.iter().filter(may_close).min_by_key(cost) {
                return Some(*cell);
            }
            let next: Vec<usize> =
                near.into_iter().filter(|cell| !self.known(*cell) && seen.insert(*cell)).collect();
            if next.is_empty() {
                return None;
            }
            sums = next.iter().flat_map(|cell| self.sums.of(*cell)).collect();
        }
    }

    /// In how many of its sums the cell would be the only protected one.
    fn left_alone(&self, cell: usize) -> usize {
        let alone = |relation: &&Relation| relation.cells().all(|other| other == cell || self.known(other));
        self.sums.of(cell).filter(alone).count()
    }
}
