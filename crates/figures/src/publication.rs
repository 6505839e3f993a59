//! What the guard lets out: tables of publishable figures, and how to look one up.

use std::collections::{BTreeMap, BTreeSet};

use model::{OrganisationType, Period};
use serde::Serialize;

use crate::attack::Sums;
use crate::plan::{Column, Dimension, Plan, TOTAL, TablePlan};
use crate::publishable::Publishable;
use crate::rules::Rules;
use crate::space::{At, Region, Side, Space};
use crate::witness::Witnesses;

/// The figures of an edition, protected. Made only by [`protect`](crate::protect()).
#[derive(Debug, Clone)]
pub struct Publication {
    dimensions: BTreeMap<String, Dimension>,
    space: Space,
    rules: Rules,
    period: Period,
    tables: Vec<PublishedTable>,
    dropped: Vec<Dropped>,
    silent_sectors: Vec<OrganisationType>,
    figures: BTreeMap<Region, Publishable>,
    certified: Certified,
}

/// What certification left behind.
#[derive(Debug, Clone, Default)]
pub(crate) struct Certified {
    pub(crate) programs: u64,
    pub(crate) primary: usize,
    pub(crate) limited: bool,
    pub(crate) witnesses: Witnesses,
    /// Why each protected cell is protected.
    pub(crate) why: BTreeMap<Region, Why>,
}

/// Why a cell is protected. Not for publication: it tells which counts are small.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// Below the network's threshold.
    Small,
    /// Below the higher threshold of what it names.
    Sensitive,
    /// Large enough, but too much one organisation's, or of too few.
    Concentrated,
    /// Protected, or nearly the same, in an earlier statement about these months.
    Before,
    /// For the sake of others, which would follow from it.
    Beside,
}

impl Why {
    /// All reasons, in the order in which people read them.
    pub const ALL: &'static [Self] =
        &[Self::Small, Self::Sensitive, Self::Concentrated, Self::Before, Self::Beside];

    /// Its code in sentences' keys.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Small => "small",
            Self::Sensitive => "sensitive",
            Self::Concentrated => "concentrated",
            Self::Before => "before",
            Self::Beside => "beside",
        }
    }
}

/// A table as published: each of its cells is there, some protected.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PublishedTable {
    plan: TablePlan,
    id: String,
    dimensions: Vec<String>,
    cells: Vec<Cell>,
}

/// A figure and what it counts: dimension → value, group or `*`. What `at` does not name is summed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Cell {
    /// The coordinates.
    pub at: BTreeMap<String, String>,
    /// The figure.
    #[serde(flatten)]
    pub figure: Publishable,
}

/// A planned table that is not published as planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Dropped {
    /// The planned table.
    pub table: String,
    /// Why.
    pub reason: Reason,
    /// The coarser form that stands in its place.
    pub instead: Option<String>,
}

/// Why a table is not published as planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reason {
    /// More of its cells would be protected than the network's settings allow.
    TooManyProtected,
    /// It could not be published without revealing a protected cell.
    NotSafe,
}

/// How many different cells the tables hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct CellNumbers {
    /// Published.
    pub published: usize,
    /// Protected.
    pub protected: usize,
}

/// A protected cell that follows from published ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// The protected cell.
    pub cell: BTreeMap<String, String>,
    /// The published cells that add up to it; empty where bounds betray it, or the factors are no integers.
    pub sum: Vec<Term>,
    /// The least and the largest count that it can still have.
    pub between: (i64, i64),
}

/// A published cell, so many times.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Term {
    /// The factor, mostly 1 or −1.
    pub factor: i64,
    /// The coordinates.
    pub cell: BTreeMap<String, String>,
    /// The published count.
    pub count: u64,
}

impl Publication {
    pub(crate) fn new(
        dimensions: BTreeMap<String, Dimension>,
        space: Space,
        rules: Rules,
        period: Period,
        tables: Vec<PublishedTable>,
        dropped: Vec<Dropped>,
        (silent_sectors, certified): (Vec<OrganisationType>, Certified),
    ) -> Self {
        let cells = tables.iter().flat_map(|table| &table.cells);
        let figures = cells.filter_map(|cell| Some((region(&space, &cell.at)?, cell.figure))).collect();
        Self { dimensions, space, rules, period, tables, dropped, silent_sectors, figures, certified }
    }

    /// The figure with these coordinates, whatever table it stands in; protected where no table holds it.
    /// `*` and an unnamed dimension are the same.
    pub fn figure(&self, at: &[(&str, &str)]) -> Publishable {
        let region = self.space.region(at.iter().copied());
        region.and_then(|region| self.figures.get(&region)).copied().unwrap_or(Publishable::PROTECTED)
    }

    /// The number of all signals.
    pub fn total(&self) -> Publishable {
        self.figure(&[])
    }

    /// The tables, in the order of the plan.
    pub fn tables(&self) -> &[PublishedTable] {
        &self.tables
    }

    /// The table with this id.
    pub fn table(&self, id: &str) -> Option<&PublishedTable> {
        self.tables.iter().find(|table| table.id == id)
    }

    /// The planned tables that are not published as planned.
    pub fn dropped(&self) -> &[Dropped] {
        &self.dropped
    }

    /// The dimensions of the plan.
    pub const fn dimensions(&self) -> &BTreeMap<String, Dimension> {
        &self.dimensions
    }

    /// The rules it was protected by.
    pub const fn rules(&self) -> &Rules {
        &self.rules
    }

    /// The period it is about.
    pub const fn period(&self) -> Period {
        self.period
    }

    /// The sectors of which no member filed: published in words.
    pub fn silent_sectors(&self) -> &[OrganisationType] {
        &self.silent_sectors
    }

    /// How many programmes it took to certify it.
    pub const fn programs(&self) -> u64 {
        self.certified.programs
    }

    /// How many of its cells are protected for their own sake. Not for publication.
    pub const fn primary(&self) -> usize {
        self.certified.primary
    }

    /// Whether a limit was reached before all was tried.
    pub const fn was_limited(&self) -> bool {
        self.certified.limited
    }

    /// The tables that show what stays possible. Not for publication.
    pub const fn witnesses(&self) -> &Witnesses {
        &self.certified.witnesses
    }

    /// Why a cell is protected; nothing where it is published, or in no table. Not for publication.
    pub fn why(&self, at: &At) -> Option<Why> {
        self.certified.why.get(&region(&self.space, at)?).copied()
    }

    /// How many different cells are published and protected.
    pub fn cells(&self) -> CellNumbers {
        let protected = self.figures.values().filter(|figure| figure.is_protected()).count();
        CellNumbers { published: self.figures.len() - protected, protected }
    }

    /// Whether every cell of a table is published: only then may it be drawn as a chart.
    pub fn is_whole(&self, table: &str) -> bool {
        self.table(table).is_some_and(|table| table.cells.iter().all(|cell| !cell.figure.is_protected()))
    }

    /// Confirms from nothing but the published cells that no protected one is determined by them, nor held
    /// within bounds that are too narrow; the leak otherwise.
    ///
    /// It knows the network's threshold, not which cells are small, nor who filed them.
    pub fn self_check(&self) -> Result<(), Box<Leak>> {
        self_check(
            &self.space,
            &self.rules,
            self.tables.iter().map(|t| (t.dimensions.as_slice(), t.cells.as_slice())),
        )
    }

    pub(crate) const fn space(&self) -> &Space {
        &self.space
    }
}

impl PublishedTable {
    pub(crate) fn new(plan: TablePlan, cells: Vec<Cell>) -> Self {
        let dimensions = plan.columns.iter().map(|column| column.dimension.clone()).collect();
        Self { id: plan.id(), dimensions, plan, cells }
    }

    /// Its name in files.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The dimensions crossed, by code.
    pub fn dimensions(&self) -> &[String] {
        &self.dimensions
    }

    /// As what it was kept: the form of the plan's table, or a coarser one.
    pub(crate) const fn plan(&self) -> &TablePlan {
        &self.plan
    }

    /// The dimensions crossed, with how finely each stands in the table.
    pub fn columns(&self) -> &[Column] {
        &self.plan.columns
    }

    /// Its tier, 1 to 5.
    pub const fn tier(&self) -> u8 {
        self.plan.tier
    }

    /// Its cells: along each dimension the total, the groups, the values; the last dimension fastest.
    pub fn cells(&self) -> &[Cell] {
        &self.cells
    }
}

pub(crate) fn region(space: &Space, at: &At) -> Option<Region> {
    space.region(at.iter().map(|(dimension, code)| (dimension.as_str(), code.as_str())))
}

/// The space of dimensions alone, as a file names them.
pub(crate) fn space_of(dimensions: &BTreeMap<String, Dimension>) -> Option<Space> {
    Space::new(&Plan { dimensions: dimensions.clone(), tables: Vec::new(), cyclic: false }).ok()
}

/// The check of [`Publication::self_check`] on tables from anywhere.
pub(crate) fn self_check<'a>(
    space: &Space,
    rules: &Rules,
    tables: impl Iterator<Item = (&'a [String], &'a [Cell])> + Clone,
) -> Result<(), Box<Leak>> {
    let mut number: BTreeMap<Region, usize> = BTreeMap::new();
    let mut cells: Vec<&Cell> = Vec::new();
    for cell in tables.clone().flat_map(|(_, cells)| cells) {
        let unreadable = || Box::new(Leak { cell: cell.at.clone(), sum: Vec::new(), between: (0, 0) });
        let region = region(space, &cell.at).ok_or_else(unreadable)?;
        match number.get(&region).map(|known| cells[*known]) {
            // One cell, protected here and published there, is a leak by itself.
            Some(other) if other.figure != cell.figure => {
                let (open, closed) = if cell.figure.is_protected() { (other, cell) } else { (cell, other) };
                let count = open.figure.count().unwrap_or(0);
                let value = i64::try_from(count).unwrap_or(i64::MAX);
                let sum = vec![Term { factor: 1, cell: open.at.clone(), count }];
                return Err(Box::new(Leak { cell: closed.at.clone(), sum, between: (value, value) }));
            }
            Some(_) => {}
            None => {
                number.insert(region, cells.len());
                cells.push(cell);
            }
        }
    }
    let mut relations = BTreeSet::new();
    for (dimensions, table) in tables {
        let side = |dimension: &String| {
            let shape = space.dimensions.get(dimension)?;
            let codes = table.iter().map(|cell| cell.at.get(dimension).map_or(TOTAL, String::as_str));
            Some(Side {
                axis: shape.axis,
                sets: codes.filter_map(|code| shape.codes.get(code).copied()).collect(),
            })
        };
        let sides: Vec<Side> = dimensions.iter().filter_map(side).collect();
        relations.extend(space.relations(&sides, &number));
    }
    let sums = Sums::new(relations.into_iter().collect());
    let count = |cell: usize| cells[cell].figure.count();
    let signed = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);

    let known: Vec<bool> = (0..cells.len()).map(|cell| count(cell).is_some()).collect();
    if let Some((cell, combination)) = sums.determined(&known).into_iter().next() {
        let term =
            |(at, factor): (usize, i64)| Some(Term { factor, cell: cells[at].at.clone(), count: count(at)? });
        let sum: Vec<Term> = combination.into_iter().filter_map(term).collect();
        let value = sum.iter().map(|term| term.factor * signed(term.count)).sum();
        return Err(Box::new(Leak { cell: cells[cell].at.clone(), sum, between: (value, value) }));
    }
    let counts: Vec<Option<i64>> = (0..cells.len()).map(|cell| count(cell).map(signed)).collect();
    let bounds = sums.bounds(&counts, &vec![rules.smallest(); cells.len()]);
    for (at, cell) in cells.iter().enumerate().filter(|(at, _)| !known[*at]) {
        let threshold = signed(rules.threshold);
        let (low, high) = bounds[at];
        let may_lie = |low, high| sums.may_lie(at, (low, high), &counts, &bounds);
        // That a cell cannot be nothing accuses it only where it cannot be large either: passed-on bounds may lie
        // lower than the true ones. The certificate is finer; this is another reading of the result.
        if !may_lie(threshold, i64::MAX) || low == high {
            return Err(Box::new(Leak { cell: cell.at.clone(), sum: Vec::new(), between: (low, high) }));
        }
    }
    Ok(())
}
