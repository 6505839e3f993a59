//! Which further counts must be protected, so that nobody can narrow down the small ones.
//!
//! One model for everything: the cells of all tables kept so far and every sum between them. A table is added to
//! it whole, or not at all; only its own new cells may be closed to make it safe, so that a later table never
//! costs an earlier one anything. The way of a table: programmes certify a first pattern for every attacker, or name
//! a cell that is held too tightly; the cheapest other table in which that cell moves names the cells to close; what
//! turned out not to be needed is published again, dearest first. It is gone twice, from the primary cells alone and from
//! what elimination finds, and the better result stays.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use crate::engine::is_dear;
use crate::limits::{Budget, Limits};
use crate::need::{Attacker, Need};
use crate::part::{Facts, Failure, Narrow, Part};
use crate::plan::Column;
use crate::primary::{Count, Verdict};
use crate::publication::Why;
use crate::repair::{Equation, Movable, Nearest};
use crate::rules::{Protection, Rules};
use crate::space::{At, Region, Relation, Space};
use crate::tableau::{Stopped, Tableau, Way};
use crate::witness::Witnesses;

/// The cells of all tables kept so far, with what is decided of each.
pub(crate) struct Guard<'a> {
    space: &'a Space,
    rules: &'a Rules,
    number: BTreeMap<Region, usize>,
    /// First those that tables show, then the hidden ones.
    cells: Vec<Decided>,
    shown: usize,
    hidden: Vec<Region>,
    relations: Vec<Relation>,
    of_cell: Vec<Vec<usize>>,
    /// Tied-together protected cells, certified.
    parts: Vec<Part>,
    budget: Budget<'a>,
    /// The axes crossed by hidden cells.
    cyclic: BTreeSet<usize>,
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
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Refusal {
    TooManyProtected,
    NotSafe,
}

impl From<Stopped> for Refusal {
    fn from(_: Stopped) -> Self {
        Self::NotSafe
    }
}

struct Decided {
    count: Count,
    /// In no table: a finest cell of a cross of tables that bind each other in a cycle.
    hidden: bool,
    /// Protected whatever the sums say.
    primary: bool,
    public_before: bool,
    open: bool,
}

impl<'a> Guard<'a> {
    pub(crate) fn new(space: &'a Space, rules: &'a Rules, limits: &'a Limits<'a>) -> Self {
        Self {
            space,
            rules,
            number: BTreeMap::new(),
            cells: Vec::new(),
            shown: 0,
            hidden: Vec::new(),
            relations: Vec::new(),
            of_cell: Vec::new(),
            parts: Vec::new(),
            budget: Budget::new(limits),
            cyclic: BTreeSet::new(),
        }
    }

    /// The axes of its cells.
    pub(crate) const fn space(&self) -> &'a Space {
        self.space
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

    /// How many programmes were run.
    pub(crate) fn programs(&self) -> u64 {
        self.budget.spent()
    }

    /// Whether a limit was reached: less may be published than could be, and with a limit of time not the same
    /// everywhere.
    pub(crate) const fn was_limited(&self) -> bool {
        self.budget.is_over()
    }

    /// How many of the cells kept are protected for their own sake.
    pub(crate) fn primary(&self) -> usize {
        self.cells.iter().filter(|cell| cell.primary).count()
    }

    /// Why a cell is protected; nothing where it is not.
    pub(crate) fn why(&self, region: &Region) -> Option<Why> {
        let cell = &self.cells[*self.number.get(region)?];
        let network = i64::try_from(self.rules.threshold).unwrap_or(i64::MAX);
        (!cell.open).then_some(match cell.count.verdict {
            Verdict::Small if cell.count.total >= network => Why::Sensitive,
            Verdict::Small => Why::Small,
            Verdict::Concentrated => Why::Concentrated,
            _ if cell.primary => Why::Before,
            _ => Why::Beside,
        })
    }

    /// What shows that every protected cell can be small and can be large: each part's tables, the other parts as they
    /// truly are, so that a table that serves an organisation in one part does so in all.
    pub(crate) fn witnesses(&self, name: impl Fn(&Region) -> Option<At>) -> Witnesses {
        let mut regions: Vec<(usize, &Region)> =
            self.number.iter().map(|(region, cell)| (*cell, region)).collect();
        regions.sort_unstable();
        let shown: Vec<(usize, At)> = regions
            .into_iter()
            .filter(|(cell, _)| self.is_unknown(*cell))
            .filter_map(|(cell, region)| Some((cell, name(region)?)))
            .collect();
        let local = places(&shown.iter().map(|(cell, _)| *cell).collect::<Vec<_>>(), self.cells.len());
        let truth: Vec<u64> = shown.iter().map(|(cell, _)| unsigned(self.cells[*cell].count.total)).collect();
        let mut tables: Vec<Vec<u64>> = Vec::new();
        for part in &self.parts {
            for counts in part.witnesses() {
                let mut table = truth.clone();
                for (cell, count) in part.facts.cells.iter().zip(counts) {
                    if let Some(at) = local.get(*cell).copied().flatten() {
                        table[at] = unsigned(*count);
                    }
                }
                tables.push(table);
            }
        }
        Witnesses::new(shown.into_iter().map(|(_, at)| at).collect(), tables)
    }

    /// Adds a table: all its cells (`regions`), of which `new` are not there yet; `admit` has the last word. On refusal
    /// everything stays as it was. A table without columns, the total, is kept even when it is protected.
    pub(crate) fn add(
        &mut self,
        columns: &[Column],
        regions: &[Region],
        new: Vec<NewCell>,
        admit: impl FnOnce(&Self) -> Result<(), Refusal>,
    ) -> Result<(), Refusal> {
        let first = self.shown;
        let before = self.relations.clone();
        let mut brought: Vec<(usize, Region)> = Vec::with_capacity(new.len());
        let mut decided = Vec::with_capacity(new.len());
        for cell in new {
            let number = first + decided.len();
            brought.push((number, cell.region.clone()));
            let primary =
                matches!(cell.count.verdict, Verdict::Small | Verdict::Concentrated) || cell.stays_protected;
            self.number.insert(cell.region, number);
            let public_before = cell.public_before;
            decided.push(Decided {
                count: cell.count,
                hidden: false,
                primary,
                public_before,
                open: !primary,
            });
        }
        self.shown += decided.len();
        self.cells.splice(first..first, decided);
        let moved = |cell: usize| if cell < first { cell } else { cell + self.shown - first };
        let before_moved = before.iter().map(|sum| Relation {
            whole: sum.whole,
            parts: sum.parts.iter().map(|part| moved(*part)).collect(),
        });
        let relations = self.space.relations(&self.space.sides(columns), &self.number);
        // What is a sum of shown cells is bound to the finest cells through them.
        let summed = self.summed(&relations);
        let bound: Vec<Relation> = brought
            .iter()
            .filter(|(whole, _)| !summed.contains(whole))
            .filter_map(|(whole, region)| Some(Relation { whole: *whole, parts: self.hidden_parts(region)? }))
            .collect();
        let kept = |relation: &&Relation| !(self.is_of_hidden(relation) && summed.contains(&relation.whole));
        let all: BTreeSet<Relation> =
            before_moved.filter(|sum| kept(&sum)).chain(relations).chain(bound).collect();
        self.set_relations(all.into_iter().collect());

        match self.settle(columns, regions, first).and_then(|parts| admit(self).map(|()| parts)) {
            Ok(parts) => {
                self.parts = parts;
                Ok(())
            }
            Err(refusal) => {
                self.number.retain(|_, cell| *cell < first);
                self.cells.drain(first..self.shown);
                self.shown = first;
                self.set_relations(before);
                Err(refusal)
            }
        }
    }

    /// Makes room for what no table shows: the finest cells of a cross of axes, in place of those of another. The tables
    /// within it bind each other through them, however they overlap.
    pub(crate) fn hide(&mut self, axes: BTreeSet<usize>, finest: impl FnOnce() -> Vec<(Region, Count)>) {
        if axes == self.cyclic {
            return;
        }
        self.cyclic = axes;
        self.cells.truncate(self.shown);
        self.hidden.clear();
        for (region, count) in if self.cyclic.is_empty() { Vec::new() } else { finest() } {
            self.hidden.push(region);
            let (primary, public_before, open) = (false, false, false);
            self.cells.push(Decided { count, hidden: true, primary, public_before, open });
        }
        let shown = |sum: &Relation| sum.parts.iter().all(|part| *part < self.shown);
        let mut relations: Vec<Relation> = self.relations.iter().filter(|sum| shown(sum)).cloned().collect();
        let summed = self.summed(&relations);
        let finest = self.number.iter().filter(|(_, cell)| !summed.contains(cell));
        let bound = |(region, whole): (&Region, &usize)| {
            Some(Relation { whole: *whole, parts: self.hidden_parts(region)? })
        };
        relations.extend(finest.filter_map(bound));
        relations.sort_unstable();
        self.set_relations(relations);
    }

    /// The hidden cells of which a cell is the sum, where there are any.
    fn hidden_parts(&self, region: &Region) -> Option<Vec<usize>> {
        self.is_crossed(region).then(|| {
            let inside = self.hidden.iter().enumerate().filter(|(_, part)| self.space.lies_in(part, region));
            inside.map(|(at, _)| self.shown + at).collect()
        })
    }

    /// Whether a cell is a sum of hidden ones.
    fn is_crossed(&self, region: &Region) -> bool {
        !self.cyclic.is_empty() && region.iter().all(|(axis, _)| self.cyclic.contains(axis))
    }

    /// What the hidden cells give through these sums of shown cells: sums over an axis that is not crossed tie a cell
    /// to what the hidden cells say nothing of.
    fn summed(&self, relations: &[Relation]) -> BTreeSet<usize> {
        let crossed = self.number.iter().filter(|(region, _)| self.is_crossed(region));
        let crossed: BTreeSet<usize> = crossed.map(|(_, cell)| *cell).collect();
        let within = |sum: &&Relation| sum.parts.iter().all(|part| crossed.contains(part));
        relations.iter().filter(within).map(|sum| sum.whole).collect()
    }

    /// Whether a sum is one of hidden cells.
    fn is_of_hidden(&self, relation: &Relation) -> bool {
        relation.parts.iter().any(|part| self.cells[*part].hidden)
    }

    fn set_relations(&mut self, relations: Vec<Relation>) {
        self.of_cell = vec![Vec::new(); self.cells.len()];
        for (number, relation) in relations.iter().enumerate() {
            for cell in relation.cells() {
                self.of_cell[cell].push(number);
            }
        }
        self.relations = relations;
    }

    fn settle(&mut self, columns: &[Column], regions: &[Region], first: usize) -> Result<Vec<Part>, Refusal> {
        if !columns.is_empty() && self.too_many_protected(regions) {
            return Err(Refusal::TooManyProtected);
        }
        let parts = if self.rules.protection == Protection::Exact {
            self.eliminate(first)?;
            Vec::new()
        } else {
            self.cheapest_pattern(regions, first)?
        };
        if !columns.is_empty() && self.too_many_protected(regions) {
            return Err(Refusal::TooManyProtected);
        }
        Ok(parts)
    }

    /// Certified parts of the better of two patterns, which is then in place: the one that grows from the primary cells
    /// alone, and the one that grows from what elimination finds. Each is often much better than the other; where
    /// programmes are dear, only the second is made.
    fn cheapest_pattern(&mut self, regions: &[Region], first: usize) -> Result<Vec<Part>, Refusal> {
        if is_dear(self.cells.len()) {
            return self.eliminate(first).and_then(|()| self.certified(first));
        }
        let primary = self.closed(first);
        let grown =
            self.certified(first).map(|parts| (self.price(regions, first), self.closed(first), parts));
        self.close(first, &primary);
        let eliminated = self.eliminate(first).and_then(|()| self.certified(first));
        match grown {
            Ok((price, closed, parts)) if eliminated.is_err() || price <= self.price(regions, first) => {
                self.close(first, &closed);
                Ok(parts)
            }
            _ => eliminated,
        }
    }

    /// Closes what must be, and opens what need not be, until every cell is certified.
    fn certified(&mut self, first: usize) -> Result<Vec<Part>, Refusal> {
        let mut parts = self.parts(Vec::new())?;
        loop {
            match certify(&mut parts, &mut self.budget) {
                Ok(()) => break,
                Err(Failure::Stopped) => return Err(Refusal::NotSafe),
                Err(Failure::Narrow(narrow)) => {
                    for _ in &narrow {
                        self.budget.spend()?;
                    }
                    for cell in self.repair(&narrow, first).ok_or(Refusal::NotSafe)? {
                        self.cells[cell].open = false;
                    }
                    parts = self.parts(parts)?;
                }
            }
        }
        self.clean_up(&mut parts, first)?;
        Ok(parts)
    }

    /// The closed ones of the new cells.
    fn closed(&self, first: usize) -> BTreeSet<usize> {
        (first..self.shown).filter(|cell| !self.cells[*cell].open).collect()
    }

    /// Closes just these of the new cells.
    fn close(&mut self, first: usize, closed: &BTreeSet<usize>) {
        (first..self.shown).for_each(|cell| self.cells[cell].open = !closed.contains(&cell));
    }

    /// What the pattern in place costs: first the number of cells that a reader misses, then what they would have said,
    /// in thousandths, so that no rounding decides.
    fn price(&self, regions: &[Region], first: usize) -> (usize, i64) {
        let cost = |cell: &usize| (self.cost(*cell) * 1000.0).round() as i64;
        (self.protected(regions), self.closed(first).iter().map(cost).sum())
    }

    fn protected(&self, regions: &[Region]) -> usize {
        regions.iter().filter(|region| self.published(region).is_none()).count()
    }

    fn too_many_protected(&self, regions: &[Region]) -> bool {
        let protected = self.protected(regions) as u64;
        Rules::exceeds(self.rules.max_protected_share, protected, regions.len() as u64)
    }

    /// The first pattern, by exact elimination: everything new is closed, and opened again in turn, dearest
    /// first, as long as no cell that must stay protected follows from what is open. Hidden cells are left out: tables
    /// that agree on what they share have a joint table, if counts below nothing may stand in it, so that linear
    /// combinations learn nothing from the finest cells.
    fn eliminate(&mut self, first: usize) -> Result<(), Refusal> {
        let mut dearest: Vec<usize> = (first..self.shown).filter(|cell| self.may_close(*cell)).collect();
        let closed: Vec<usize> = (0..self.shown).filter(|cell| self.is_unknown(*cell)).collect();
        if closed.is_empty() {
            return Ok(());
        }
        dearest.sort_by_key(|cell| (Reverse(self.cells[*cell].count.total), *cell));
        let unknown: Vec<usize> = closed.iter().chain(&dearest).copied().collect();
        let local = places(&unknown, self.cells.len());
        let sums = self.sums_among(&local);
        let mut tableau = Tableau::new(unknown.len(), sums.iter().map(Relation::equation))?;
        if (0..closed.len()).any(|cell| tableau.is_settled(cell)) {
            return Err(Refusal::NotSafe);
        }
        for (at, cell) in dearest.iter().enumerate() {
            let at = closed.len() + at;
            let opens = !(0..closed.len()).any(|kept| tableau.would_settle(at, kept));
            self.cells[*cell].open = opens;
            if opens {
                tableau.fix(at)?;
            }
        }
        Ok(())
    }

    /// Opens again what was closed for others and turned out not to be needed, dearest first; and once more, as long as
    /// some open: a cell that would have been left with a few at least may by then be left with many.
    fn clean_up(&mut self, parts: &mut [Part], first: usize) -> Result<(), Stopped> {
        let mut place = vec![None; self.cells.len()];
        for (number, part) in parts.iter().enumerate() {
            part.facts.cells.iter().enumerate().for_each(|(at, cell)| place[*cell] = Some((number, at)));
        }
        let until =
            parts.iter().map(Part::enough).min().map_or(0, |more| self.budget.spent().saturating_add(more));
        let closed = |cell: &usize| !self.cells[*cell].open && self.may_close(*cell);
        let mut dearest: Vec<usize> = (first..self.shown).filter(closed).collect();
        dearest.sort_by_key(|cell| (Reverse(self.cells[*cell].count.total), *cell));
        loop {
            let before = dearest.len();
            let mut needed = Vec::with_capacity(before);
            for cell in dearest {
                if self.budget.spent() >= until {
                    return Ok(());
                }
                match place[cell] {
                    Some((part, at)) if parts[part].publish(at, &mut self.budget)? => {
                        self.cells[cell].open = true;
                    }
                    _ => needed.push(cell),
                }
            }
            if needed.len() == before {
                return Ok(());
            }
            dearest = needed;
        }
    }

    /// The new cells whose closing lets some cells of one part move as far as they must, at the least cost, one cell after the
    /// other.
    fn repair(&self, narrow: &[Narrow], first: usize) -> Option<BTreeSet<usize>> {
        let one = narrow.first()?;
        let near = self.reachable(one.cell, |cell| {
            self.is_unknown(cell) || (cell >= first && self.cells[cell].open && self.may_close(cell))
        });
        let local = places(&near, self.cells.len());
        let own = |cell: usize| one.attacker.map_or(0, |own| self.cells[cell].count.own(own));
        let movable: Vec<Movable> = near
            .iter()
            .map(|cell| {
                let decided = &self.cells[*cell];
                let least = self.least(*cell).max(own(*cell));
                let cost = if decided.open { self.cost(*cell) } else { 0.0 };
                Movable { down: (decided.count.total - least).max(0), cost }
            })
            .collect();
        let sums: Vec<Equation> = self.sums_among(&local).iter().map(Relation::equation).collect();
        let mut nearest = Nearest::new(movable, sums)?;
        let mut closing = BTreeSet::new();
        for Narrow { cell, way, goal, whole, .. } in narrow {
            let count = self.cells[*cell].count.total;
            let by = if *way == Way::Up { goal - count } else { count - goal };
            let changes = nearest.cheapest(local[*cell]?, (*way, by), *whole)?;
            for (at, _) in changes.iter().enumerate().filter(|(_, change)| change.abs() > 1e-6) {
                if self.cells[near[at]].open && closing.insert(near[at]) {
                    nearest.close(at);
                }
            }
        }
        (!closing.is_empty()).then_some(closing)
    }

    /// What it costs to close a cell: a large count says more, but any count lost is a cell lost.
    fn cost(&self, cell: usize) -> f64 {
        1.0 + (1.0 + self.cells[cell].count.total.max(0) as f64).ln()
    }

    /// The cells that tie to this one through sums, itself included, walking only over those allowed; in order.
    fn reachable(&self, from: usize, allowed: impl Fn(usize) -> bool) -> Vec<usize> {
        let mut seen = vec![false; self.cells.len()];
        let mut walked = vec![false; self.relations.len()];
        seen[from] = true;
        let mut next = vec![from];
        while let Some(cell) = next.pop() {
            for relation in &self.of_cell[cell] {
                if !std::mem::replace(&mut walked[*relation], true) {
                    for other in self.relations[*relation].cells() {
                        if !seen[other] && allowed(other) {
                            seen[other] = true;
                            next.push(other);
                        }
                    }
                }
            }
        }
        (0..seen.len()).filter(|cell| seen[*cell]).collect()
    }

    /// The protected cells, divided by what sums tie together; tables found before are taken over.
    fn parts(&self, old: Vec<Part>) -> Result<Vec<Part>, Stopped> {
        let mut parts = Vec::new();
        let mut done = vec![false; self.cells.len()];
        let mut old: Vec<Option<Part>> = old.into_iter().map(Some).collect();
        for cell in 0..self.cells.len() {
            if done[cell] || !self.is_unknown(cell) {
                continue;
            }
            let cells = self.reachable(cell, |cell| self.is_unknown(cell));
            cells.iter().for_each(|cell| done[*cell] = true);
            let same =
                old.iter_mut().find(|part| part.as_ref().is_some_and(|part| part.facts.cells == cells));
            if let Some(part) = same.and_then(Option::take) {
                parts.push(part);
                continue;
            }
            let local = places(&cells, self.cells.len());
            let mut part = Part::new(self.facts(cells), self.sums_among(&local))?;
            for before in old.iter().flatten() {
                let inside: Option<Vec<usize>> = before.facts.cells.iter().map(|cell| local[*cell]).collect();
                let Some(inside) = inside else { continue };
                for table in before.tables().skip(1) {
                    let mut counts = part.facts.counts.clone();
                    inside.iter().zip(table).for_each(|(at, count)| counts[*at] = *count);
                    part.keep(counts);
                }
            }
            parts.push(part);
        }
        Ok(parts)
    }

    fn facts(&self, cells: Vec<usize>) -> Facts {
        let organisations = cells.first().map_or(0, |cell| self.cells[*cell].count.parts.len());
        let filed = |organisation: &usize| {
            cells
                .iter()
                .any(|cell| self.cells[*cell].count.parts.get(*organisation).is_some_and(|own| *own > 0))
        };
        let insiders = (0..organisations).filter(|_| self.rules.insiders).filter(filed).map(Some);
        let attackers: Vec<Attacker> = std::iter::once(None).chain(insiders).collect();
        let each = |cell: &usize| &self.cells[*cell];
        let own = |cell: &usize, attacker: &Attacker| attacker.map_or(0, |own| each(cell).count.own(own));
        let least = |attacker: &Attacker| {
            cells.iter().map(|cell| self.least(*cell).max(own(cell, attacker))).collect()
        };
        let needs = |attacker: &Attacker| {
            let need = |cell| {
                let Decided { count, primary, hidden, .. } = each(cell);
                if *hidden { None } else { Need::of(self.rules, count, *primary, *attacker) }
            };
            cells.iter().map(need).collect()
        };
        Facts {
            counts: cells.iter().map(|cell| each(cell).count.total).collect(),
            least: attackers.iter().map(least).collect(),
            needs: attackers.iter().map(needs).collect(),
            attackers,
            cells,
        }
    }

    /// The sums in which any of the cells stands, by place in the list; the rest of each is published. Sums of hidden cells
    /// that are not in the list are left out.
    fn sums_among(&self, local: &[Option<usize>]) -> Vec<Relation> {
        let place = |cell: usize| local[cell];
        let told = |relation: &&Relation| {
            relation.parts.iter().all(|part| local[*part].is_some() || !self.cells[*part].hidden)
        };
        let sums = self.relations.iter().filter(told).map(|relation| Relation {
            whole: place(relation.whole).unwrap_or(usize::MAX),
            parts: relation.parts.iter().filter_map(|part| place(*part)).collect(),
        });
        sums.filter(|sum| sum.whole != usize::MAX || !sum.parts.is_empty()).collect()
    }

    /// The least that an attacker who reads must reckon with in a protected cell.
    fn least(&self, cell: usize) -> i64 {
        let cell = &self.cells[cell];
        if cell.hidden { 0 } else { self.rules.smallest().min(cell.count.total) }
    }

    /// Whether an attacker does not know it: neither published here, nor before, nor in words.
    fn is_unknown(&self, cell: usize) -> bool {
        let decided = &self.cells[cell];
        !decided.open && !decided.public_before
    }

    /// Whether closing it would hide anything. Where zeros are public, a protected cell is known to hold something,
    /// so no zero may help.
    fn may_close(&self, cell: usize) -> bool {
        let decided = &self.cells[cell];
        !decided.primary
            && !decided.hidden
            && !decided.public_before
            && decided.count.verdict == Verdict::Open
            && decided.count.total >= self.rules.smallest()
    }
}

fn unsigned(count: i64) -> u64 {
    u64::try_from(count).unwrap_or(0)
}

/// Certifies every part; the first failure.
fn certify(parts: &mut [Part], budget: &mut Budget<'_>) -> Result<(), Failure> {
    for part in parts {
        part.certify(budget).map_err(|failure| match failure {
            Failure::Narrow(narrow) => {
                let named = |narrow: Narrow| Narrow { cell: part.facts.cells[narrow.cell], ..narrow };
                Failure::Narrow(narrow.into_iter().map(named).collect())
            }
            Failure::Stopped => Failure::Stopped,
        })?;
    }
    Ok(())
}

/// The place in the list of each cell that is in it.
fn places(list: &[usize], cells: usize) -> Vec<Option<usize>> {
    let mut places = vec![None; cells];
    for (place, cell) in list.iter().enumerate() {
        places[*cell] = Some(place);
    }
    places
}
