//! The published tables as they are printed, and as files.

use exchange::{CellOut, TableOut};
use figures::{Column, Earlier, Level, Publication, Publishable, PublishedTable, TOTAL, Titles};
use model::{Language, Localised, Place};
use wording::args;

use crate::naming::{Naming, target_group};
use reading::document;

/// A cell before it becomes text or a number of a spreadsheet.
#[derive(Clone)]
enum Shown {
    Words(String),
    Figure(Publishable),
}

/// A row before its cells become text.
struct Line {
    kind: &'static str,
    cells: Vec<Shown>,
}

/// A table before its cells become text.
struct Laid {
    title: String,
    columns: Vec<document::Column>,
    rows: Vec<Line>,
    notes: Vec<String>,
}

/// The printed tables of an edition, in the order of the plan, numbered from 1.
pub struct Printed<'a> {
    naming: Naming<'a>,
    publication: &'a Publication,
    earlier: Option<&'a Earlier>,
    tables: Vec<Shape<'a>>,
}

/// A printed table: mostly one published table; the yes/no tables of all target groups make one together.
enum Shape<'a> {
    One(&'a PublishedTable),
    Two(&'a PublishedTable),
    TargetGroups(Vec<&'a PublishedTable>),
}

impl<'a> Printed<'a> {
    /// The tables worth printing: of those published, all with at least one open cell besides the total.
    pub fn new(naming: Naming<'a>, publication: &'a Publication, earlier: Option<&'a Earlier>) -> Self {
        let mut tables = Vec::new();
        let mut groups = Vec::new();
        for table in publication.tables() {
            match table.columns() {
                [one] if target_group(&one.dimension).is_some() => groups.push(table),
                [_] if has_open_cell(table) => tables.push(Shape::One(table)),
                [_, _] if has_open_cell(table) => tables.push(Shape::Two(table)),
                _ => {}
            }
        }
        if groups.iter().any(|table| !yes(publication, table).is_protected()) {
            let after_one_way = tables.iter().take_while(|shape| matches!(shape, Shape::One(_))).count();
            tables.insert(after_one_way, Shape::TargetGroups(groups));
        }
        Self { naming, publication, earlier, tables }
    }

    /// The place of a published table in the printed list: its number and its anchor.
    pub fn reference(&self, id: &str) -> Option<document::Reference> {
        let at = self.tables.iter().position(|shape| match shape {
            Shape::One(table) | Shape::Two(table) => table.id() == id,
            Shape::TargetGroups(tables) => tables.iter().any(|table| table.id() == id),
        })?;
        Some(document::Reference { text: self.number(at), anchor: Some(anchor(at)) })
    }

    /// The tables as the document holds them.
    pub fn tables(&self) -> Vec<document::Table> {
        let laid = self.laid().enumerate();
        laid.map(|(at, Laid { title, columns, rows, notes })| document::Table {
            anchor: Some(anchor(at)),
            number: Some(self.number(at)),
            title: Some(title),
            columns,
            rows: rows
                .into_iter()
                .map(|row| document::Row {
                    kind: row.kind.into(),
                    cells: row.cells.into_iter().map(|cell| self.text(cell)).collect(),
                })
                .collect(),
            notes,
        })
        .collect()
    }

    /// The tables as sheets of a workbook: a published figure is a number there.
    pub fn sheets(&self) -> Vec<TableOut> {
        let cell = |cell| match cell {
            Shown::Figure(figure) if !figure.is_protected() => {
                figure.count().map_or(CellOut::Blank, CellOut::Count)
            }
            other => CellOut::Text(self.text(other)),
        };
        let laid = self.laid().enumerate();
        laid.map(|(at, table)| TableOut {
            title: format!("{}. {}", self.number(at), table.title),
            header: table.columns.into_iter().map(|column| column.label).collect(),
            rows: table.rows.into_iter().map(|row| row.cells.into_iter().map(cell).collect()).collect(),
        })
        .collect()
    }

    fn laid(&self) -> impl Iterator<Item = Laid> + '_ {
        self.tables.iter().map(|shape| {
            let mut laid = match shape {
                Shape::One(table) => self.one_way(table),
                Shape::Two(table) => self.two_way(table),
                Shape::TargetGroups(tables) => self.target_groups(tables),
            };
            let protected = |cell: &Shown| matches!(cell, Shown::Figure(figure) if figure.is_protected());
            let dash = self.naming.wording.say("no-value", &args![]);
            let dashed = |cell: &Shown| matches!(cell, Shown::Words(words) if *words == dash);
            if laid.rows.iter().any(|row| row.cells.iter().any(dashed)) {
                laid.notes.push(self.naming.wording.say("table-note-dash", &args![]));
            }
            if laid.rows.iter().any(|row| row.cells.iter().any(protected)) {
                laid.notes.push(self.naming.wording.say("table-note-protected", &args![]));
            }
            laid
        })
    }

    fn number(&self, at: usize) -> String {
        self.naming.wording.say("table-number", &args![number = (at + 1).to_string()])
    }

    fn one_way(&self, table: &PublishedTable) -> Laid {
        let naming = self.naming;
        let column = &table.columns()[0];
        let rows = self.rows_of(column).into_iter().map(|(kind, code)| {
            let at = [(column.dimension.as_str(), code.as_str())];
            let mut cells = vec![
                Shown::Words(naming.value(&column.dimension, &code)),
                Shown::Figure(self.publication.figure(&at)),
            ];
            cells.extend(self.earlier.map(|earlier| self.before(earlier, &at)));
            Line { kind, cells }
        });
        Laid {
            title: naming.table(table.columns()),
            columns: self.count_columns(naming.dimension(column)),
            rows: rows.collect(),
            notes: self.notes(&column.dimension),
        }
    }

    fn target_groups(&self, tables: &[&PublishedTable]) -> Laid {
        let wording = self.naming.wording;
        let rows = tables.iter().filter_map(|table| {
            let dimension = table.dimensions().first()?;
            let at = [(dimension.as_str(), "yes")];
            let mut cells = vec![
                Shown::Words(wording.label(target_group(dimension)?)),
                Shown::Figure(self.publication.figure(&at)),
            ];
            cells.extend(self.earlier.map(|earlier| self.before(earlier, &at)));
            Some(Line { kind: "row", cells })
        });
        let per = wording.say("dimension-target-groups.per", &args![]);
        Laid {
            title: wording.say("table-title-one", &args![first = per]),
            columns: self.count_columns(wording.say("dimension-target-groups", &args![])),
            rows: rows.collect(),
            notes: self.notes("target-group"),
        }
    }

    fn two_way(&self, table: &PublishedTable) -> Laid {
        let naming = self.naming;
        let (down, across) = (&table.columns()[0], &table.columns()[1]);
        let across_codes: Vec<String> = self.rows_of(across).into_iter().map(|(_, code)| code).collect();
        let mut columns = vec![document::Column { label: naming.dimension(down), numeric: false }];
        for code in &across_codes {
            let label = if code == TOTAL {
                naming.wording.say("table-column-total", &args![])
            } else {
                naming.value(&across.dimension, code)
            };
            columns.push(document::Column { label, numeric: true });
        }
        let rows = self.rows_of(down).into_iter().map(|(kind, code)| {
            let mut cells = vec![Shown::Words(naming.value(&down.dimension, &code))];
            for other in &across_codes {
                let at =
                    [(down.dimension.as_str(), code.as_str()), (across.dimension.as_str(), other.as_str())];
                cells.push(Shown::Figure(self.publication.figure(&at)));
            }
            Line { kind, cells }
        });
        let rows = rows.collect();
        let mut notes = self.notes(&down.dimension);
        notes.extend(self.notes(&across.dimension));
        Laid { title: naming.table(table.columns()), columns, rows, notes }
    }

    /// Codes down a table, with the kind of their row, in the order of the values: a group stands before the first
    /// of its values, the total last.
    fn rows_of(&self, column: &Column) -> Vec<(&'static str, String)> {
        let Some(dimension) = self.publication.dimensions().get(&column.dimension) else { return Vec::new() };
        let mut rows = Vec::new();
        let mut done: Vec<&String> = Vec::new();
        let mut values: Vec<&String> = dimension.values.iter().collect();
        if column.dimension == "place" {
            // The NIS codes would mix the zones; what lies in no zone comes last.
            let zone = |code: &&String| Place::parse(code).ok().and_then(Place::zone);
            values.sort_by_key(|code| (zone(code).is_none(), zone(code)));
        }
        for value in values {
            let group = dimension.groups.iter().find(|(_, members)| members.contains(value));
            match group {
                None => rows.push(("row", value.clone())),
                Some((group, _)) if done.contains(&group) => {}
                Some((group, members)) => {
                    done.push(group);
                    rows.extend(self.rows_of_group(column, group, members));
                }
            }
        }
        rows.push(("total", TOTAL.to_owned()));
        rows
    }

    fn rows_of_group(&self, column: &Column, group: &str, members: &[String]) -> Vec<(&'static str, String)> {
        if column.level == Level::Groups {
            return vec![("row", group.to_owned())];
        }
        let mut members = members.to_vec();
        match column.dimension.as_str() {
            // Places read as names; the other lists have an order of their own. The City of Brussels is a zone of
            // one municipality: one row says it.
            "place" => {
                let name = |code: &String| self.naming.value("place", code);
                members.sort_by(|a, b| self.naming.wording.collate(&name(a), &name(b)));
                if members.len() == 1 {
                    members.clear();
                }
            }
            // A domain without a chapter is one row.
            "topic" if members.len() == 1 => members.clear(),
            _ => {}
        }
        let mut rows = vec![("group", group.to_owned())];
        rows.extend(members.into_iter().map(|code| ("row", code)));
        rows
    }

    fn count_columns(&self, heading: String) -> Vec<document::Column> {
        let wording = self.naming.wording;
        let mut columns = vec![document::Column { label: heading, numeric: false }];
        columns.push(document::Column { label: wording.period(self.publication.period()), numeric: true });
        if let Some(earlier) = self.earlier {
            columns.push(document::Column { label: wording.period(earlier.period()), numeric: true });
        }
        columns
    }

    /// The earlier count; a dash where it would mean something else, or where no table stated it.
    fn before(&self, earlier: &Earlier, at: &[(&str, &str)]) -> Shown {
        // A domain is the same group of signals whatever chapters it holds.
        let domain = at.iter().map(|(dimension, code)| match *dimension {
            "topic" if self.naming.is_domain(code) => ("domain", *code),
            other => (other, *code),
        });
        let at: &[(&str, &str)] = &domain.collect::<Vec<_>>();
        if self.publication.is_comparable(earlier, at) && earlier.states(at) {
            Shown::Figure(earlier.figure(at))
        } else {
            Shown::Words(self.naming.wording.say("no-value", &args![]))
        }
    }

    fn notes(&self, dimension: &str) -> Vec<String> {
        let wording = self.naming.wording;
        let mut notes: Vec<String> = wording
            .try_say(&format!("table-note-{}", dimension.replace('_', "-")), &args![])
            .into_iter()
            .collect();
        if dimension == "place" {
            let zones: Vec<String> = model::Zone::ALL
                .iter()
                .filter(|zone| **zone != model::Zone::City)
                .map(|zone| {
                    let places = wording.zone_members(*zone);
                    wording.say("table-note-zone-item", &args![zone = wording.zone(*zone), places = places])
                })
                .collect();
            notes.push(wording.say("table-note-zone", &args![zones = zones.join("; ")]));
        }
        notes
    }

    fn text(&self, cell: Shown) -> String {
        match cell {
            Shown::Words(words) => words,
            Shown::Figure(figure) => printed_figure(self.naming, figure),
        }
    }
}

/// A figure as it is printed: the count, or the neutral symbol.
pub fn printed_figure(naming: Naming<'_>, figure: Publishable) -> String {
    match figure.count() {
        Some(count) => naming.wording.number(i64::try_from(count).unwrap_or(i64::MAX)),
        None => naming.wording.say("protected-symbol", &args![]),
    }
}

fn anchor(at: usize) -> String {
    format!("table-{}", at + 1)
}

fn yes(publication: &Publication, table: &PublishedTable) -> Publishable {
    table.dimensions().first().map_or(Publishable::PROTECTED, |d| publication.figure(&[(d, "yes")]))
}

fn has_open_cell(table: &PublishedTable) -> bool {
    let beside_total =
        |at: &std::collections::BTreeMap<String, String>| at.values().any(|code| code != TOTAL);
    table.cells().iter().any(|cell| beside_total(&cell.at) && !cell.figure.is_protected())
}

/// The title of each published table in the three languages.
pub fn titles(namings: &[Naming<'_>], publication: &Publication) -> Titles {
    let title = |table: &PublishedTable| {
        let mut title = Localised::default();
        for naming in namings {
            let text = naming.table(table.columns());
            match naming.wording.language() {
                Language::Nl => title.nl = text,
                Language::Fr => title.fr = text,
                Language::En => title.en = text,
            }
        }
        title
    };
    publication.tables().iter().map(|table| (table.id().to_owned(), title(table))).collect()
}

/// Every published cell, a row each, with codes and with labels in the three languages: the form for programs.
pub fn flat(namings: &[Naming<'_>], publication: &Publication) -> TableOut {
    let mut header: Vec<String> = vec!["table".to_owned()];
    for number in 1..=2 {
        header.push(format!("dimension_{number}"));
        header.push(format!("value_{number}"));
        for naming in namings {
            header.push(format!("label_{number}_{}", naming.wording.language()));
        }
    }
    header.extend(["count".to_owned(), "status".to_owned()]);
    let mut rows = Vec::new();
    for table in publication.tables() {
        for cell in table.cells() {
            let mut row = vec![CellOut::Text(table.id().to_owned())];
            for number in 0..2 {
                match table.dimensions().get(number) {
                    Some(dimension) => {
                        let code = cell.at.get(dimension).map_or(TOTAL, String::as_str);
                        row.push(CellOut::Text(dimension.clone()));
                        row.push(CellOut::Text(code.to_owned()));
                        row.extend(namings.iter().map(|naming| CellOut::Text(naming.value(dimension, code))));
                    }
                    None => row.extend(std::iter::repeat_n(CellOut::Blank, 2 + namings.len())),
                }
            }
            row.push(cell.figure.count().map_or(CellOut::Blank, CellOut::Count));
            row.push(CellOut::Text(
                if cell.figure.is_protected() { "protected" } else { "published" }.to_owned(),
            ));
            rows.push(row);
        }
    }
    TableOut { title: "tables".to_owned(), header, rows }
}
