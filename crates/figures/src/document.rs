//! The file `tables.json`: every published figure, once; and reading it back as an earlier edition.

use std::collections::BTreeMap;

use model::{Localised, Period};
use serde::{Deserialize, Deserializer, Serialize, de::Error};

use crate::plan::{Dimension, TOTAL};
use crate::publication::{Cell, Leak, Publication, self_check, space_of};
use crate::publishable::Publishable;
use crate::rules::Rules;
use crate::space::At;

/// What `tables.json` holds (`conventions.md`).
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Document {
    schema: u32,
    edition: u32,
    revision: u32,
    period: Period,
    rules: Rules,
    dimensions: BTreeMap<String, Dimension>,
    tables: Vec<DocumentTable>,
    #[serde(default)]
    facts: Vec<Fact>,
}

/// A title per table id.
pub type Titles = BTreeMap<String, Localised>;

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct DocumentTable {
    id: String,
    title: Localised,
    dimensions: Vec<String>,
    cells: Vec<Cell>,
}

/// A count that is not of signals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in files.
    pub id: String,
    /// The number.
    pub value: u64,
    /// What is counted.
    pub unit: Unit,
}

/// What a [`Fact`] counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Organisations.
    Organisations,
    /// Structural signals.
    StructuralSignals,
    /// Cells of tables.
    Cells,
}

/// The published tables of an earlier edition, as its `tables.json` states them.
#[derive(Debug, Clone)]
pub struct Earlier {
    document: Document,
    figures: BTreeMap<At, Publishable>,
}

impl Publication {
    /// The content of `tables.json`. The facts about cells are added here, the others come from the caller.
    pub fn document(&self, edition: u32, revision: u32, titles: &Titles, facts: &[Fact]) -> Document {
        let tables = self.tables().iter().map(|table| DocumentTable {
            id: table.id().to_owned(),
            title: titles.get(table.id()).cloned().unwrap_or_default(),
            dimensions: table.dimensions().to_vec(),
            cells: table.cells().to_vec(),
        });
        let cells = self.cells();
        let counted = [("cells-published", cells.published), ("cells-protected", cells.protected)];
        let counted = counted.map(|(id, n)| Fact { id: id.to_owned(), value: n as u64, unit: Unit::Cells });
        Document {
            schema: 1,
            edition,
            revision,
            period: self.period(),
            rules: self.rules().clone(),
            dimensions: self.dimensions().clone(),
            tables: tables.collect(),
            facts: facts.iter().cloned().chain(counted).collect(),
        }
    }
}

impl Document {
    /// The check of [`Publication::self_check`], from the file alone.
    pub fn self_check(&self) -> Result<(), Box<Leak>> {
        let unreadable = || Box::new(Leak { cell: At::new(), sum: Vec::new(), between: (0, 0) });
        let space = space_of(&self.dimensions).ok_or_else(unreadable)?;
        self_check(
            &space,
            &self.rules,
            self.tables.iter().map(|t| (t.dimensions.as_slice(), t.cells.as_slice())),
        )
    }

    /// The edition's number.
    pub const fn edition(&self) -> u32 {
        self.edition
    }

    /// The facts beside the tables.
    pub fn facts(&self) -> &[Fact] {
        &self.facts
    }

    /// The tables, each with its id, title, dimensions and cells.
    pub fn tables(&self) -> impl Iterator<Item = (&str, &Localised, &[String], &[Cell])> {
        self.tables.iter().map(|t| (t.id.as_str(), &t.title, t.dimensions.as_slice(), t.cells.as_slice()))
    }
}

impl From<Document> for Earlier {
    fn from(document: Document) -> Self {
        let cells = document.tables.iter().flat_map(|table| &table.cells);
        let figures = cells.map(|cell| (without_totals(&cell.at), cell.figure)).collect();
        Self { document, figures }
    }
}

impl<'de> Deserialize<'de> for Earlier {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Document::deserialize(deserializer).map(Self::from)
    }
}

impl Earlier {
    /// The edition's number.
    pub const fn edition(&self) -> u32 {
        self.document.edition
    }

    /// The period it is about.
    pub const fn period(&self) -> Period {
        self.document.period
    }

    /// The facts beside its tables.
    pub fn facts(&self) -> &[Fact] {
        &self.document.facts
    }

    /// The figure with these coordinates; protected where no table holds it.
    pub fn figure(&self, at: &[(&str, &str)]) -> Publishable {
        let at = at.iter().map(|(dimension, code)| ((*dimension).to_owned(), (*code).to_owned())).collect();
        self.stated(&at).unwrap_or(Publishable::PROTECTED)
    }

    /// Whether one of its tables holds this cell, open or protected.
    pub fn states(&self, at: &[(&str, &str)]) -> bool {
        let at = at.iter().map(|(dimension, code)| ((*dimension).to_owned(), (*code).to_owned())).collect();
        self.stated(&at).is_some()
    }

    /// What it states of a cell, where it states something.
    pub(crate) fn stated(&self, at: &At) -> Option<Publishable> {
        self.figures.get(&without_totals(at)).copied()
    }

    pub(crate) const fn dimensions(&self) -> &BTreeMap<String, Dimension> {
        &self.document.dimensions
    }

    pub(crate) const fn revision(&self) -> u32 {
        self.document.revision
    }

    pub(crate) const fn rules(&self) -> &Rules {
        &self.document.rules
    }

    /// Its tables: dimensions and cells.
    pub(crate) fn tables(&self) -> impl Iterator<Item = (&[String], &[Cell])> {
        self.document.tables.iter().map(|table| (table.dimensions.as_slice(), table.cells.as_slice()))
    }
}

fn without_totals(at: &At) -> At {
    at.iter().filter(|(_, code)| *code != TOTAL).map(|(d, code)| (d.clone(), code.clone())).collect()
}

/// Reads `{"at":{…},"count":12,"status":"published"}`; refuses a status that does not fit the count.
impl<'de> Deserialize<'de> for Cell {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Written {
            at: At,
            count: Option<u64>,
            status: String,
        }
        let Written { at, count, status } = Written::deserialize(deserializer)?;
        let figure = count.map_or(Publishable::PROTECTED, Publishable::published);
        if figure.status() == status {
            Ok(Self { at, figure })
        } else {
            Err(D::Error::custom("count and status differ"))
        }
    }
}
