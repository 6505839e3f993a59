//! The counts in printed tables, each against the published count of its row and column.

use std::collections::{BTreeMap, BTreeSet};

use super::document::{At, Block, Document, Place};
use super::known::{Columns, Known};
use super::numbers::{is_year, sole, tokens};
use super::vocabulary::{PAGES, Unit, unit};

/// What the place of a number in a table says of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// It is the published count of its row and column.
    Published,
    /// It is none of them.
    Stray,
    /// Its column counts what the file itself lists, or names its pages.
    Listed,
}

/// For each block that is a cell with one number and nothing else, by its place in the document; cells of which row and
/// column say nothing known are left to the words around them.
pub(super) fn judged(document: &Document, known: &Known<'_>) -> BTreeMap<usize, Verdict> {
    let mut tables: BTreeMap<usize, Vec<(usize, At, &Block)>> = BTreeMap::new();
    let mut titles: BTreeMap<usize, &BTreeSet<String>> = BTreeMap::new();
    let mut last = None;
    for (place, block) in document.blocks.iter().enumerate() {
        match block.place {
            Place::Cell(at) => {
                if let Some(title) = last {
                    titles.entry(at.table).or_insert(title);
                }
                tables.entry(at.table).or_default().push((place, at, block));
            }
            Place::Text | Place::Heading(_) => {
                last = known.titled(&block.words).or(last.filter(|_| nearby(block)))
            }
            _ => {}
        }
    }
    let mut verdicts = BTreeMap::new();
    for (table, cells) in &tables {
        let table = Printed { cells, titles: titles.get(table).copied(), pages: document.pages };
        for (place, at, block) in cells {
            if at.header && at.row == 0 {
                continue;
            }
            if let Some(count) = sole(&block.words)
                && let Some(verdict) = table.verdict(*at, count, known)
            {
                verdicts.insert(*place, verdict);
            }
        }
    }
    verdicts
}

/// Between a title and its table stand short lines at most, such as its number.
fn nearby(block: &Block) -> bool {
    block.words.len() < 200
}

struct Printed<'a> {
    cells: &'a [(usize, At, &'a Block)],
    titles: Option<&'a BTreeSet<String>>,
    /// How many pages the document has; none where its format has no pages.
    pages: usize,
}

impl Printed<'_> {
    fn words(&self, row: usize, column: usize) -> Option<&str> {
        let cell = self.cells.iter().find(|(_, at, _)| at.row == row && at.column == column);
        cell.map(|(_, _, block)| block.words.as_str())
    }

    fn verdict(&self, at: At, count: u64, known: &Known<'_>) -> Option<Verdict> {
        // A cell that names its row is a header too, of another column.
        let is_above = |head: &At| head.header && head.row < at.row && head.column == at.column;
        let heads = self.cells.iter().filter(|(_, head, _)| is_above(head));
        let top = heads.map(|(_, head, _)| head.row).max();
        let head = top.and_then(|row| self.words(row, at.column)).unwrap_or_default();
        let counted: Vec<String> = tokens(head).into_iter().map(|token| token.word).collect();
        if let [word] = counted.as_slice()
            && PAGES.contains(&word.as_str())
        {
            let is_page = self.pages == 0 || (1..=self.pages as u64).contains(&count);
            return Some(if is_page { Verdict::Listed } else { Verdict::Stray });
        }
        let counted = unit(counted.iter().map(String::as_str));
        if counted == Some(Unit::Listed) {
            return Some(Verdict::Listed);
        }
        let rows = known.coordinates(self.words(at.row, 0)?)?;
        let year = sole(head).filter(|year| is_year(*year)).and_then(|year| known.of_year(year));
        let column = known.coordinates(head);
        // Where other columns are known, one that is not is their total.
        let crossed = || {
            let all: Vec<usize> =
                self.cells.iter().map(|(_, cell, _)| cell.column).filter(|c| *c > 0).collect();
            let head = |column: &usize| self.words(top?, *column).and_then(|head| known.coordinates(head));
            all.iter().any(|column| head(column).is_some())
        };
        let columns = match column {
            Some(column) => Columns::At(column),
            None if year.is_some() || crossed() || counted.is_some() => Columns::Total,
            None => Columns::Any,
        };
        let edition = year.unwrap_or(known.now);
        // Another edition may have printed the same under another title.
        let titled =
            self.titles.filter(|titles| !known.cells(edition, Some(titles), rows, Columns::Any).is_empty());
        let found = known.cells(edition, titled, rows, columns).iter().any(|cell| cell.count == Some(count));
        Some(if found { Verdict::Published } else { Verdict::Stray })
    }
}
