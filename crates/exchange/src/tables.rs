//! Tables out: figures that may be published, as CSV for programs and as a workbook for people.
//!
//! What a cell says is decided by the caller; here it is only laid out. A sheet has its header in the first
//! row, which stays in view, one table, no merged cells and no blank row or column, so that a screen reader and
//! a program find the same.

use std::io::Write;

use rust_xlsxwriter::{Format, FormatAlign, Url, Workbook, Worksheet};

use crate::formula;
use crate::write::{CsvForm, WriteProblem, fixed_properties};

/// A table to write.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableOut {
    /// What it shows, in the reader's language.
    pub title: String,
    /// The names of its columns.
    pub header: Vec<String>,
    /// Its rows, each as wide as the header.
    pub rows: Vec<Vec<CellOut>>,
}

/// A cell of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CellOut {
    /// A label, or the symbol of a protected figure.
    Text(String),
    /// A number; a spreadsheet can count with it.
    Count(u64),
    /// Nothing.
    Blank,
}

/// A sheet of text: the name on its tab, and its lines, the first of which is its heading.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct SheetText {
    /// The name of the sheet (31 characters at most, none of `[]:*?/\`).
    pub name: String,
    /// Its lines, one per row of the first column.
    pub lines: Vec<String>,
}

/// A workbook: what it is, how to read it, and a sheet per table, numbered from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WorkbookOut {
    /// The title in the properties of the file.
    pub title: String,
    /// The first sheet; a list of the tables with links to them follows its lines.
    pub cover: SheetText,
    /// The second sheet.
    pub notes: SheetText,
    /// The tables.
    pub tables: Vec<TableOut>,
}

/// Writes tables one below the other. One table alone is its header and rows; of several each is preceded by a
/// row with its title, and an empty line stands between them.
pub fn write_tables_csv<W: Write>(form: CsvForm, sink: W, tables: &[TableOut]) -> Result<W, WriteProblem> {
    let mut sink = sink;
    form.write_mark(&mut sink)?;
    for (at, table) in tables.iter().enumerate() {
        if at > 0 {
            sink.write_all(if form == CsvForm::Spreadsheet { b"\r\n" } else { b"\n" })?;
        }
        let mut writer = form.builder().from_writer(&mut sink);
        if tables.len() > 1 {
            writer.write_record([formula::disarmed(&table.title).as_ref()])?;
        }
        writer.write_record(table.header.iter().map(|name| formula::disarmed(name).into_owned()))?;
        for row in &table.rows {
            writer.write_record(row.iter().map(|cell| match cell {
                CellOut::Text(text) => formula::disarmed(text).into_owned(),
                CellOut::Count(count) => count.to_string(),
                CellOut::Blank => String::new(),
            }))?;
        }
        writer.flush()?;
    }
    Ok(sink)
}

/// Writes tables as a workbook without words of its own: see [`write_workbook`] for one with cover and notes.
pub fn write_tables_xlsx<W: Write + Send>(sink: W, tables: &[TableOut]) -> Result<W, WriteProblem> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&fixed_properties()?);
    add_tables(&mut workbook, tables)?;
    let mut sink = sink;
    workbook.save_to_writer(&mut sink)?;
    Ok(sink)
}

/// Writes a workbook: a cover with the list of tables, notes, and a sheet per table. The same workbook gives the
/// same bytes.
pub fn write_workbook<W: Write + Send>(sink: W, out: &WorkbookOut) -> Result<W, WriteProblem> {
    let mut workbook = Workbook::new();
    workbook.set_properties(&fixed_properties()?.set_title(&out.title));
    let cover = workbook.add_worksheet();
    add_lines(cover, &out.cover)?;
    let first = u32::try_from(out.cover.lines.len()).map_err(|_| WriteProblem::TooManyRows)?;
    for (at, table) in (0..).zip(&out.tables) {
        let number = at + 1;
        let link = Url::new(format!("internal:'{number}'!A1")).set_text(format!("{number}  {}", table.title));
        cover.write_url(first + at, 0, link)?;
    }
    add_lines(workbook.add_worksheet(), &out.notes)?;
    add_tables(&mut workbook, &out.tables)?;
    let mut sink = sink;
    workbook.save_to_writer(&mut sink)?;
    Ok(sink)
}

fn add_lines(sheet: &mut Worksheet, text: &SheetText) -> Result<(), WriteProblem> {
    sheet.set_name(&text.name)?;
    sheet.set_column_width(0, 100.0)?;
    let heading = Format::new().set_bold().set_font_size(14);
    let line = Format::new().set_text_wrap().set_align(FormatAlign::Top);
    for (row, words) in (0..).zip(&text.lines) {
        sheet.write_string_with_format(row, 0, words, if row == 0 { &heading } else { &line })?;
    }
    Ok(())
}

fn add_tables(workbook: &mut Workbook, tables: &[TableOut]) -> Result<(), WriteProblem> {
    let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
    let symbol = Format::new().set_align(FormatAlign::Right);
    for (at, table) in tables.iter().enumerate() {
        let sheet = workbook.add_worksheet();
        sheet.set_name((at + 1).to_string())?;
        sheet.set_freeze_panes(1, 0)?;
        let columns: Vec<Column> = (0..table.header.len()).map(|at| Column::of(table, at)).collect();
        for ((at, name), column) in (0..).zip(&table.header).zip(&columns) {
            sheet.write_string_with_format(0, at, name, &bold)?;
            sheet.set_column_width(at, column.width)?;
        }
        for (row, cells) in (1..).zip(&table.rows) {
            for ((at, cell), column) in (0..).zip(cells).zip(&columns) {
                match cell {
                    // Among counts a text is the symbol of a protected one: it stands where they do.
                    CellOut::Text(text) if column.counts => {
                        sheet.write_string_with_format(row, at, text, &symbol)?
                    }
                    CellOut::Text(text) => sheet.write_string(row, at, text)?,
                    CellOut::Count(count) => match u32::try_from(*count) {
                        Ok(count) => sheet.write_number(row, at, count)?,
                        // A spreadsheet would round the very largest.
                        Err(_) => sheet.write_string(row, at, count.to_string())?,
                    },
                    CellOut::Blank => sheet,
                };
            }
        }
    }
    Ok(())
}

struct Column {
    counts: bool,
    width: f64,
}

impl Column {
    fn of(table: &TableOut, at: usize) -> Self {
        let cells = || table.rows.iter().filter_map(|row| row.get(at));
        let length = |cell: &CellOut| match cell {
            CellOut::Text(text) => text.chars().count(),
            CellOut::Count(count) => count.to_string().len(),
            CellOut::Blank => 0,
        };
        let name = table.header.get(at).map_or(0, |name| name.chars().count());
        let longest = cells().map(length).chain([name]).max().unwrap_or(0).clamp(8, 58);
        Self {
            counts: cells().any(|cell| matches!(cell, CellOut::Count(_))),
            width: f64::from(u32::try_from(longest).unwrap_or(58)) + 2.0,
        }
    }
}
