//! The same tables as sheets: CSV, and the workbook.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use zip::ZipArchive;

use super::document::{At, Block, Document, Place};
use super::known::Coordinate;
use super::{Kind, Stray, Why};
use crate::published::Published;

/// A row of `tables.csv`.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Row {
    table: String,
    at: BTreeMap<String, String>,
    count: Option<u64>,
    status: String,
    /// What its coordinates are called, in every language.
    pub labels: Vec<(Coordinate, Vec<String>)>,
}

/// Reads `tables.csv`, or the same with semicolons; a column that is not known is refused.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<Row>, Why> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let first = bytes.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let delimiter = if first.contains(&b';') { b';' } else { b',' };
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter).from_reader(bytes);
    let heads: Vec<String> = reader.headers().map_err(|_| Why::Broken)?.iter().map(str::to_owned).collect();
    let known = |head: &String| {
        ["table", "count", "status"].contains(&head.as_str())
            || ["dimension_", "value_", "label_"].iter().any(|kind| head.starts_with(kind))
    };
    if !heads.iter().all(known) {
        return Err(Why::Broken);
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|_| Why::Broken)?;
        let cell = |head: &str| {
            let at = heads.iter().position(|name| name == head);
            at.and_then(|at| record.get(at)).unwrap_or_default()
        };
        let mut row = Row {
            table: cell("table").to_owned(),
            at: BTreeMap::new(),
            count: None,
            status: cell("status").to_owned(),
            labels: Vec::new(),
        };
        if !cell("count").is_empty() {
            row.count = Some(cell("count").parse().map_err(|_| Why::Broken)?);
        }
        for number in heads.iter().filter_map(|head| head.strip_prefix("dimension_")) {
            let (dimension, value) = (cell(&format!("dimension_{number}")), cell(&format!("value_{number}")));
            if dimension.is_empty() {
                continue;
            }
            row.at.insert(dimension.to_owned(), value.to_owned());
            let start = format!("label_{number}_");
            let labels =
                heads.iter().filter(|head| head.starts_with(&start)).map(|head| cell(head).to_owned());
            row.labels.push(((dimension.to_owned(), value.to_owned()), labels.collect()));
        }
        rows.push(row);
    }
    Ok(rows)
}

/// Where the rows of a CSV and the cells of `tables.json` differ.
pub(super) fn differences(file: &str, rows: &[Row], edition: &Published) -> Vec<Stray> {
    let cells = edition.tables.iter().flat_map(|table| table.cells.iter().map(move |cell| (table, cell)));
    let mut cells: BTreeMap<_, _> = cells
        .map(|(table, cell)| ((table.id.as_str(), &cell.at), (cell.count, cell.status.as_str())))
        .collect();
    let stray = |table: &str, at: &BTreeMap<String, String>, count: Option<u64>| {
        let at: Vec<String> = at.iter().map(|(dimension, code)| format!("{dimension}={code}")).collect();
        Stray {
            file: file.to_owned(),
            page: None,
            words: format!("{table}: {}", at.join(", ")),
            number: count.map_or_else(|| "×".to_owned(), |count| count.to_string()),
            kind: Kind::Sheet,
        }
    };
    let mut strays = Vec::new();
    for row in rows {
        let cell = cells.remove(&(row.table.as_str(), &row.at));
        if cell != Some((row.count, row.status.as_str())) {
            strays.push(stray(&row.table, &row.at, row.count));
        }
    }
    // What the sheet lacks, or holds twice.
    strays.extend(cells.into_iter().map(|((table, at), (count, _))| stray(table, at, count)));
    strays
}

/// A workbook larger than this when unpacked is not opened.
const LARGEST: u64 = 64 << 20;

/// The cells of a workbook, sheet by sheet; drawings, notes and links to other files are refused.
pub(super) fn workbook(bytes: &[u8]) -> Result<Document, Why> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Why::Broken)?;
    let mut size = 0;
    for at in 0..archive.len() {
        let entry = archive.by_index(at).map_err(|_| Why::Broken)?;
        if !entry.name().is_ok_and(|name| is_part(&name)) {
            return Err(Why::Unknown);
        }
        // The size that the archive states may be a lie.
        let left = LARGEST - size;
        size += std::io::copy(&mut entry.take(left + 1), &mut std::io::sink()).map_err(|_| Why::Broken)?;
        if size > LARGEST {
            return Err(Why::Broken);
        }
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|_| Why::Broken)?;
    let names = workbook.sheet_names();
    let mut sheets = Vec::new();
    let mut said = BTreeSet::new();
    for name in &names {
        let range = workbook.worksheet_range(name).map_err(|_| Why::Broken)?;
        let cells: Vec<(u32, u32, String)> = range
            .used_cells()
            .map(|(row, column, data)| {
                let words = match data {
                    Data::Float(number) => number.to_string(),
                    other => other.to_string(),
                };
                (row as u32, column as u32, words)
            })
            .collect();
        said.extend(cells.iter().map(|(_, _, words)| words.clone()));
        sheets.push((name, cells));
    }
    let mut document = Document::default();
    for (table, (name, cells)) in sheets.into_iter().enumerate() {
        // The list of sheets names each with the title of its table: "3  Table 3. Signals by …".
        let title = said.iter().find_map(|words| words.strip_prefix(&format!("{name}  ")));
        let title =
            title.map_or(name.as_str(), |title| title.split_once(". ").map_or(title, |(_, title)| title));
        let block = |place: Place, words: String| Block { page: None, place, words };
        document.blocks.push(block(Place::Heading(1), title.to_owned()));
        let columns = cells.iter().map(|(_, column, _)| column).max().copied().unwrap_or_default();
        for (row, column, words) in cells {
            // The list of sheets: the name of a sheet is no count.
            let listed = names.iter().find_map(|name| words.strip_prefix(&format!("{name}  ")));
            let words = listed.unwrap_or(&words).to_owned();
            let at = At { table, row: row as usize, column: column as usize, header: row == 0 };
            // A sheet of one column is a text, line by line.
            let place = if columns == 0 { Place::Text } else { Place::Cell(at) };
            document.blocks.push(block(place, words));
        }
    }
    Ok(document)
}

/// A part that holds nothing but cells and how they look.
fn is_part(name: &str) -> bool {
    let numbered = name.strip_prefix("xl/worksheets/sheet").and_then(|rest| rest.strip_suffix(".xml"));
    numbered.is_some_and(|number| number.chars().all(|c| c.is_ascii_digit()))
        || [
            "[Content_Types].xml",
            "_rels/.rels",
            "xl/_rels/workbook.xml.rels",
            "xl/theme/theme1.xml",
            "xl/styles.xml",
            "xl/workbook.xml",
            "xl/sharedStrings.xml",
            "xl/metadata.xml",
            "docProps/core.xml",
            "docProps/app.xml",
        ]
        .contains(&name)
}
