//! What is published: the counts, by cell and by label, and what follows from two of them openly.

use std::collections::{BTreeMap, BTreeSet};

use super::numbers::plain;
use super::sheet::Row;
use crate::published::{Cell, Published, Table};

/// A dimension and a value, group or `*` of it.
pub(super) type Coordinate = (String, String);

/// An edition and those beside which it may name figures.
pub(super) struct Known<'a> {
    pub now: &'a Published,
    pub earlier: Vec<&'a Published>,
    /// What a label stands for, in any language.
    labels: BTreeMap<String, BTreeSet<Coordinate>>,
    /// Labels with digits in them, longest first: their digits are no counts.
    pub names: Vec<String>,
    /// Titles of tables, in any language.
    titles: BTreeMap<String, BTreeSet<String>>,
}

impl<'a> Known<'a> {
    pub fn new(now: &'a Published, earlier: &'a [Published], rows: &[Row]) -> Self {
        let mut labels: BTreeMap<String, BTreeSet<Coordinate>> = BTreeMap::new();
        let mut names = BTreeSet::new();
        for (coordinate, said) in rows.iter().flat_map(|row| &row.labels) {
            for label in said {
                labels.entry(plain(label)).or_default().insert(coordinate.clone());
                if label.contains(|c: char| c.is_ascii_digit()) {
                    names.insert(label.clone());
                }
            }
        }
        let mut titles: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for table in now.tables.iter().chain(earlier.iter().flat_map(|edition| &edition.tables)) {
            for title in table.title.values() {
                titles.entry(plain(title)).or_default().insert(table.id.clone());
                // A table of one yes or no is printed as one row: its title names the row after a colon.
                if let ([dimension], Some((group, name))) =
                    (table.dimensions.as_slice(), title.split_once(':'))
                {
                    let coordinate = (dimension.clone(), "yes".to_owned());
                    labels.entry(plain(name)).or_default().insert(coordinate);
                    titles.entry(plain(group)).or_default().insert(table.id.clone());
                }
            }
        }
        let mut names: Vec<String> = names.into_iter().collect();
        names.sort_by_key(|name| std::cmp::Reverse(name.len()));
        Self { now, earlier: earlier.iter().collect(), labels, names, titles }
    }

    pub fn editions(&self) -> impl Iterator<Item = &'a Published> {
        std::iter::once(self.now).chain(self.earlier.iter().copied())
    }

    /// The edition of this number.
    pub fn edition(&self, number: u64) -> Option<&'a Published> {
        self.editions().find(|edition| u64::from(edition.edition) == number)
    }

    /// The edition that is about this year alone.
    pub fn of_year(&self, year: u64) -> Option<&'a Published> {
        let mut of = self.editions().filter(|edition| edition.period.years() == (year, year));
        let edition = of.next()?;
        of.next().is_none().then_some(edition)
    }

    /// What a label stands for.
    pub fn coordinates(&self, label: &str) -> Option<&BTreeSet<Coordinate>> {
        self.labels.get(&plain(label))
    }

    /// The tables of this title.
    pub fn titled(&self, title: &str) -> Option<&BTreeSet<String>> {
        self.titles.get(&plain(title))
    }

    /// The cells at one of `rows` and, of what else they name, at one of `columns`, or at totals.
    pub fn cells(
        &self,
        edition: &'a Published,
        tables: Option<&BTreeSet<String>>,
        rows: &BTreeSet<Coordinate>,
        columns: Columns<'_>,
    ) -> Vec<&'a Cell> {
        let asked = |table: &&Table| tables.is_none_or(|tables| tables.contains(&table.id));
        let cells = edition.tables.iter().filter(asked).flat_map(|table| &table.cells);
        let fits = |cell: &&Cell| {
            let total_asked = rows.iter().any(|(_, code)| code == "*");
            let mut at: Vec<Coordinate> = cell.at.clone().into_iter().collect();
            let row = at.iter().position(|coordinate| rows.contains(coordinate));
            match row {
                Some(row) => {
                    at.remove(row);
                }
                // The total of everything names no dimension.
                None if total_asked && at.is_empty() => {}
                None => return false,
            }
            at.iter().all(|coordinate| match columns {
                Columns::Any => true,
                Columns::Total => coordinate.1 == "*",
                Columns::At(columns) => columns.contains(coordinate),
            })
        };
        cells.filter(fits).collect()
    }

    /// Whether this share of a hundred is, to the decimals printed, that of a published count in a coarser one of the
    /// same table.
    pub fn is_share(&self, percent: f64, step: f64) -> bool {
        self.editions().flat_map(|edition| edition.tables.iter().map(move |table| (edition, table))).any(
            |(edition, table)| {
                let counts: Vec<(&Cell, u64)> =
                    table.cells.iter().filter_map(|cell| Some((cell, cell.count?))).collect();
                counts.iter().any(|(part, some)| {
                    counts.iter().any(|(whole, all)| {
                        *all > 0
                            && within(edition, part, whole)
                            && ((*some as f64 / *all as f64) * 100.0 - percent).abs() <= step / 2.0 + 1e-9
                    })
                })
            },
        )
    }

    /// Whether a published count of this edition differs by this much from the same count of an earlier one.
    pub fn is_change(&self, change: f64) -> bool {
        self.earlier.iter().any(|before| {
            let tables = self.now.tables.iter().flat_map(|now| {
                before.tables.iter().filter(|then| then.id == now.id).map(move |then| (now, then))
            });
            tables.into_iter().any(|(now, then)| {
                now.cells.iter().any(|cell| {
                    let same = then.cells.iter().find(|same| same.at == cell.at);
                    let then = same.and_then(|same| same.count);
                    matches!((cell.count, then), (Some(now), Some(then)) if now as f64 - then as f64 == change)
                })
            })
        })
    }
}

/// What a cell of a printed table may name besides its row.
#[derive(Debug, Clone, Copy)]
pub(super) enum Columns<'a> {
    /// Whatever: the column says nothing known.
    Any,
    /// Nothing.
    Total,
    /// One of these.
    At(&'a BTreeSet<Coordinate>),
}

/// Whether some published count of signals of this edition is this.
pub(super) fn is_cell(edition: &Published, value: f64) -> bool {
    edition
        .tables
        .iter()
        .flat_map(|table| &table.cells)
        .any(|cell| cell.count.is_some_and(|count| count as f64 == value))
}

/// A fact of this edition by its name.
pub(super) fn fact(edition: &Published, id: &str) -> Option<u64> {
    edition.facts.iter().find(|fact| fact.id == id).map(|fact| fact.value)
}

/// Whether some fact of this edition, in this unit where one is given, is this.
pub(super) fn is_fact(edition: &Published, unit: Option<&str>, value: f64) -> bool {
    edition.facts.iter().any(|fact| unit.is_none_or(|unit| fact.unit == unit) && fact.value as f64 == value)
}

/// Whether `whole` counts everything that `part` counts, by the dimensions and groups of their table.
fn within(edition: &Published, part: &Cell, whole: &Cell) -> bool {
    part.at.iter().all(|(dimension, code)| {
        let Some(coarse) = whole.at.get(dimension) else { return true };
        let members = || edition.dimensions.get(dimension).and_then(|all| all.groups.get(coarse));
        code == coarse || coarse == "*" || members().is_some_and(|members| members.contains(code))
    })
}
