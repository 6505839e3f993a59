//! Protected cells that sums tie together, and the tables that show what stays possible for them.
//!
//! A part is certified by *tables*: whole counts for all its cells that agree with everything published. Each need
//! of each attacker is met by one of them (a witness), or by the proof that a cell cannot be small. The same table
//! serves many cells and every attacker whose own signals fit into it.

use std::collections::BTreeSet;

use crate::engine::{Engine, Found, engine};
use crate::limits::Budget;
use crate::need::{Attacker, Need};
use crate::repair::{Equation, Movable, Nearest};
use crate::space::Relation;
use crate::tableau::{Pushed, Stopped, Way};

/// What the guard knows of the cells of a part, cell by cell.
pub(crate) struct Facts {
    /// The number of each cell in the guard's list.
    pub(crate) cells: Vec<usize>,
    /// The true counts.
    pub(crate) counts: Vec<i64>,
    /// The attackers; the outsider first.
    pub(crate) attackers: Vec<Attacker>,
    /// For each attacker, the least that each cell can be.
    pub(crate) least: Vec<Vec<i64>>,
    /// For each attacker, what each cell needs.
    pub(crate) needs: Vec<Vec<Option<Need>>>,
}

/// A cell that an attacker could narrow down too far, and the way in which it cannot move.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Narrow {
    pub(crate) cell: usize,
    pub(crate) attacker: Attacker,
    pub(crate) way: Way,
    /// The count that it would have to reach.
    pub(crate) goal: i64,
    /// Whether fractions get there, and no whole counts that were found.
    pub(crate) whole: bool,
}

/// Why a part is not certified.
pub(crate) enum Failure {
    /// Cells that are held too tightly against one attacker.
    Narrow(Vec<Narrow>),
    /// A limit was reached.
    Stopped,
}

impl From<Stopped> for Failure {
    fn from(_: Stopped) -> Self {
        Self::Stopped
    }
}

/// Cells that sums tie together.
pub(crate) struct Part {
    pub(crate) facts: Facts,
    engine: Box<dyn Engine>,
    sums: Vec<Relation>,
    tables: Vec<Table>,
    /// For each attacker and cell, what shows that it can be small, and that it can be large.
    shown: Vec<Vec<[Shown; 2]>>,
}

/// Whole counts for every cell.
struct Table {
    counts: Vec<i64>,
    /// For which attackers no count lies below what they know.
    fits: Vec<bool>,
    /// How many cells that are published again it has otherwise than they are.
    wrong: usize,
}

/// What meets a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Nothing,
    /// The table of this number.
    Table(usize),
    /// This table, and the proof that nothing smaller than the need's `above` is possible. More sums known only
    /// strengthen the proof.
    Bound(usize),
}

const DOWN: usize = 0;
const UP: usize = 1;

impl Part {
    /// A part of cells with the sums between them (by place in `facts.cells`; the rest of each sum is published).
    pub(crate) fn new(facts: Facts, sums: Vec<Relation>) -> Result<Self, Stopped> {
        let engine = engine(&facts.counts, &sums)?;
        let shown = vec![vec![[Shown::Nothing; 2]; facts.cells.len()]; facts.attackers.len()];
        let truth = facts.counts.clone();
        let mut part = Self { facts, engine, sums, tables: Vec::new(), shown };
        part.keep(truth);
        Ok(part)
    }

    /// Takes over a table found before, given by count of each cell.
    pub(crate) fn keep(&mut self, counts: Vec<i64>) -> usize {
        let fits = |least: &Vec<i64>| counts.iter().zip(least).all(|(count, least)| count >= least);
        let fits = self.facts.least.iter().map(fits).collect();
        let wrong = self.wrong(&counts);
        self.tables.push(Table { counts, fits, wrong });
        self.tables.len() - 1
    }

    /// The tables found so far, the truth first.
    pub(crate) fn tables(&self) -> impl Iterator<Item = &[i64]> {
        self.tables.iter().map(|table| table.counts.as_slice())
    }

    /// The tables that some need leans on: counts by place in `facts.cells`.
    pub(crate) fn witnesses(&self) -> Vec<&[i64]> {
        let used: BTreeSet<usize> = self
            .shown
            .iter()
            .flatten()
            .flatten()
            .filter_map(|shown| match shown {
                Shown::Table(table) | Shown::Bound(table) => Some(*table),
                Shown::Nothing => None,
            })
            .collect();
        used.into_iter().map(|table| self.tables[table].counts.as_slice()).collect()
    }

    /// Finds a witness for every need of every attacker; the first cells that have none.
    pub(crate) fn certify(&mut self, budget: &mut Budget<'_>) -> Result<(), Failure> {
        self.certify_until(self.engine.at_once(), budget)
    }

    fn certify_until(&mut self, at_once: usize, budget: &mut Budget<'_>) -> Result<(), Failure> {
        for attacker in 0..self.facts.attackers.len() {
            let mut narrow = Vec::new();
            for cell in self.in_order() {
                match self.meet(attacker, cell, budget) {
                    Err(Failure::Narrow(more)) => narrow.extend(more),
                    other => other?,
                }
                if narrow.len() >= at_once {
                    break;
                }
            }
            if !narrow.is_empty() {
                return Err(Failure::Narrow(narrow));
            }
        }
        Ok(())
    }

    /// Publishes a cell if everything stays certified; otherwise leaves all as it was.
    pub(crate) fn publish(&mut self, cell: usize, budget: &mut Budget<'_>) -> Result<bool, Stopped> {
        let before = self.shown.clone();
        let needs: Vec<Option<Need>> = self.facts.needs.iter_mut().map(|needs| needs[cell].take()).collect();
        let fixed = self.engine.fix(cell);
        let truth = self.facts.counts[cell];
        self.tables.iter_mut().for_each(|table| table.wrong += usize::from(table.counts[cell] != truth));
        let done = fixed.map_err(Failure::from).and_then(|()| self.certify_again(budget));
        match done {
            Ok(()) => Ok(true),
            Err(_) => {
                self.engine.release(cell);
                self.tables
                    .iter_mut()
                    .for_each(|table| table.wrong -= usize::from(table.counts[cell] != truth));
                self.shown = before;
                self.facts.needs.iter_mut().zip(needs).for_each(|(all, need)| all[cell] = need);
                Ok(false)
            }
        }
    }

    /// After how many programmes nothing more is opened again.
    pub(crate) fn enough(&self) -> u64 {
        self.engine.enough()
    }

    /// Certifies what a table met that is wrong now.
    fn certify_again(&mut self, budget: &mut Budget<'_>) -> Result<(), Failure> {
        for shown in self.shown.iter_mut().flatten().flatten() {
            if let Shown::Table(table) | Shown::Bound(table) = *shown
                && self.tables[table].wrong > 0
            {
                *shown = Shown::Nothing;
            }
        }
        self.certify_until(1, budget)
    }

    /// Small counts first: they are the ones that fail.
    fn in_order(&self) -> Vec<usize> {
        let mut order: Vec<usize> = (0..self.facts.cells.len()).collect();
        order.sort_by_key(|cell| (self.facts.counts[*cell], *cell));
        order
    }

    fn meet(&mut self, attacker: usize, cell: usize, budget: &mut Budget<'_>) -> Result<(), Failure> {
        match self.facts.needs[attacker][cell] {
            None => Ok(()),
            Some(Need::Range { down, up, above, loose }) => {
                self.meet_way((attacker, cell), (Way::Up, up), None, budget)?;
                self.meet_way((attacker, cell), (Way::Down, down), Some((above, loose)), budget)
            }
            Some(Need::Width(width)) => self.meet_width((attacker, cell), width, budget),
        }
    }

    /// How many published cells a table has otherwise than they are.
    fn wrong(&self, counts: &[i64]) -> usize {
        let pairs = counts.iter().zip(&self.facts.counts).enumerate();
        pairs.filter(|(cell, (count, truth))| count != truth && self.engine.is_fixed(*cell)).count()
    }

    fn meet_way(
        &mut self,
        (attacker, cell): (usize, usize),
        (way, goal): (Way, i64),
        instead: Option<(i64, i64)>,
        budget: &mut Budget<'_>,
    ) -> Result<(), Failure> {
        let side = if way == Way::Up { UP } else { DOWN };
        if self.shown[attacker][cell][side] != Shown::Nothing {
            return Ok(());
        }
        let there = |count: i64| if way == Way::Up { count >= goal } else { count <= goal };
        let mut best: Option<usize> = None;
        for (number, table) in self.tables.iter().enumerate().filter(|(_, table)| table.serves(attacker)) {
            let count = table.counts[cell];
            if there(count) {
                self.shown[attacker][cell][side] = Shown::Table(number);
                return Ok(());
            }
            let nearer = |other: usize| {
                let other = self.tables[other].counts[cell];
                if way == Way::Up { count > other } else { count < other }
            };
            if best.is_none_or(nearer) {
                best = Some(number);
            }
        }
        let reached = self.push((attacker, cell), (way, goal), best, budget)?;
        match (reached, instead) {
            (Some(Pushed::Reached), _) => {
                self.shown[attacker][cell][side] = Shown::Table(self.tables.len() - 1);
                Ok(())
            }
            (Some(Pushed::Best), Some((above, loose)))
                if self.last(cell).is_some_and(|n| n >= above && n <= loose) =>
            {
                self.shown[attacker][cell][side] = Shown::Bound(self.tables.len() - 1);
                Ok(())
            }
            (None, Some((above, loose)))
                if self.facts.counts[cell] <= loose
                    && self.engine.is_at_least(&self.facts.least[attacker], cell, above) =>
            {
                // The truth, which is the first of the tables, is as small as asked for.
                self.shown[attacker][cell][side] = Shown::Bound(0);
                Ok(())
            }
            (_, _) => {
                let attacker = self.facts.attackers[attacker];
                Err(Failure::Narrow(vec![Narrow { cell, attacker, way, goal, whole: false }]))
            }
        }
    }

    /// Pushes a cell towards a goal, from the table of this number or the truth; the table it ends in is kept as the
    /// last, and is the best there is in whole counts or in fractions. Nothing where the engine finds no way to the goal.
    fn push(
        &mut self,
        (attacker, cell): (usize, usize),
        (way, goal): (Way, i64),
        from: Option<usize>,
        budget: &mut Budget<'_>,
    ) -> Result<Option<Pushed>, Failure> {
        budget.spend()?;
        let start = from.map_or(&self.facts.counts, |from| &self.tables[from].counts);
        let least = &self.facts.least[attacker];
        let nearest = match self.engine.push(start, least, cell, (way, goal))? {
            Found::Table(counts, pushed) if self.agrees(&counts, attacker) => {
                self.keep(counts);
                return Ok(Some(pushed));
            }
            Found::Table(..) => return Err(Failure::Stopped),
            Found::Fractions(nearest) => nearest,
            Found::Nothing => return Ok(None),
        };
        // There in fractions; anybody's table is in whole counts.
        match self.whole((attacker, cell), (way, nearest), budget)? {
            Some(counts) => {
                let reached = if way == Way::Up { counts[cell] >= goal } else { counts[cell] <= goal };
                self.keep(counts);
                Ok(Some(if reached { Pushed::Reached } else { Pushed::Best }))
            }
            None => {
                let attacker = self.facts.attackers[attacker];
                Err(Failure::Narrow(vec![Narrow { cell, attacker, way, goal, whole: true }]))
            }
        }
    }

    /// The count of a cell in the table found last.
    fn last(&self, cell: usize) -> Option<i64> {
        self.tables.last().map(|table| table.counts[cell])
    }

    /// A table in whole counts where the tableau found one in fractions: sought by branching, and checked.
    fn whole(
        &self,
        (attacker, cell): (usize, usize),
        (way, goal): (Way, i64),
        budget: &mut Budget<'_>,
    ) -> Result<Option<Vec<i64>>, Failure> {
        budget.spend()?;
        let moving: Vec<usize> = (0..self.facts.cells.len()).filter(|c| !self.engine.is_fixed(*c)).collect();
        let mut place = vec![None; self.facts.cells.len()];
        moving.iter().enumerate().for_each(|(at, cell)| place[*cell] = Some(at));
        let least = &self.facts.least[attacker];
        let down = |cell: &usize| self.facts.counts[*cell] - least[*cell];
        let movable: Vec<Movable> =
            moving.iter().map(|cell| Movable { down: down(cell), cost: 0.0 }).collect();
        let inside = |(cell, factor): (usize, i64)| Some((place[cell]?, factor));
        let equation =
            |sum: &Relation| -> Equation { sum.equation().into_iter().filter_map(inside).collect() };
        let sums: Vec<Equation> = self.sums.iter().map(equation).filter(|sum| !sum.is_empty()).collect();
        let by = (goal - self.facts.counts[cell]).abs();
        let changes =
            place[cell].and_then(|target| Nearest::new(movable, sums)?.cheapest(target, (way, by), true));
        let Some(changes) = changes else { return Ok(None) };
        let mut counts = self.facts.counts.clone();
        for (cell, change) in moving.iter().zip(changes) {
            counts[*cell] += change.round() as i64;
        }
        Ok(self.agrees(&counts, attacker).then_some(counts))
    }

    /// Whether a table agrees with everything published and with what an attacker knows: by adding.
    fn agrees(&self, counts: &[i64], attacker: usize) -> bool {
        let change = |cell: usize| counts.get(cell).map_or(0, |count| count - self.facts.counts[cell]);
        let adds_up =
            |sum: &Relation| change(sum.whole) == sum.parts.iter().map(|part| change(*part)).sum::<i64>();
        self.wrong(counts) == 0
            && self.sums.iter().all(adds_up)
            && counts.iter().zip(&self.facts.least[attacker]).all(|(count, least)| count >= least)
    }

    fn meet_width(
        &mut self,
        (attacker, cell): (usize, usize),
        width: i64,
        budget: &mut Budget<'_>,
    ) -> Result<(), Failure> {
        let (mut low, mut high) = self.seen(attacker, cell);
        if high - low >= width {
            return Ok(());
        }
        for way in Way::BOTH {
            let goal = if way == Way::Up { low + width } else { high - width };
            self.push((attacker, cell), (way, goal), None, budget)?;
            (low, high) = self.seen(attacker, cell);
            if high - low >= width {
                return Ok(());
            }
        }
        let goal = low + width;
        let attacker = self.facts.attackers[attacker];
        Err(Failure::Narrow(vec![Narrow { cell, attacker, way: Way::Up, goal, whole: false }]))
    }

    /// The smallest and the largest count of a cell in the tables that serve an attacker; the truth is one.
    fn seen(&self, attacker: usize, cell: usize) -> (i64, i64) {
        let counts =
            self.tables.iter().filter(|table| table.serves(attacker)).map(|table| table.counts[cell]);
        let truth = self.facts.counts[cell];
        counts.fold((truth, truth), |(low, high), count| (low.min(count), high.max(count)))
    }
}

impl Table {
    fn serves(&self, attacker: usize) -> bool {
        self.wrong == 0 && self.fits[attacker]
    }
}
