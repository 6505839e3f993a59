//! Rows of signals from a file, whatever its form, in memory that does not grow with it.

use std::fs::File;
use std::io::{ErrorKind, Read, Seek};
use std::path::Path;

use model::{Field, RawSubmission};

use crate::encoding::{Decoded, TextEncoding, text_form};
use crate::formula;
use crate::header::Columns;
use crate::problem::{FileProblem, RowNumber, RowProblem};
use crate::record::Records;
use crate::sheet;

/// Said by the one who takes the rows: enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stop;

/// A row as it stands in the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RawRow {
    /// Its cells, by field.
    Row(RawSubmission),
    /// Cells that cannot be told apart by field.
    Refused(RowProblem),
}

/// What may be chosen about reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadOptions {
    /// Whether a cell may hold a label instead of a code ("Huisvesting", "oui"). Without it only codes are
    /// read, and yes and no in Dutch and French.
    pub labels: bool,
}

impl Default for ReadOptions {
    fn default() -> Self {
        Self { labels: true }
    }
}

/// The form in which a file was found to be written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileForm {
    /// Separated values.
    Csv {
        /// The encoding.
        encoding: TextEncoding,
        /// The character between cells.
        delimiter: char,
    },
    /// A workbook.
    Xlsx,
}

/// What was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReadReport {
    /// The number of rows handed on; 0 where the file holds a header alone.
    pub rows: u64,
    /// The form of the file.
    pub form: FileForm,
    /// Whether the taker of the rows stopped before the end.
    pub stopped: bool,
}

/// Hands each row of the file at `path` to `each`, in order.
///
/// Reads CSV (comma, semicolon or tab; UTF-8, UTF-16 with a byte order mark, Windows-1252) and the first sheet
/// of an XLSX workbook, told apart by content. A file may turn out to be broken after rows of it were handed on:
/// keep nothing of it before this returns `Ok`.
pub fn read_signals(
    path: &Path,
    options: ReadOptions,
    each: &mut dyn FnMut(RowNumber, RawRow) -> Result<(), Stop>,
) -> Result<ReadReport, FileProblem> {
    let file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => FileProblem::NotFound,
        _ => FileProblem::Unreadable,
    })?;
    read_signals_from(file, options, each)
}

/// The same for anything that can be read twice; a caller that shows progress wraps its file.
pub fn read_signals_from<S: Read + Seek>(
    mut source: S,
    options: ReadOptions,
    each: &mut dyn FnMut(RowNumber, RawRow) -> Result<(), Stop>,
) -> Result<ReadReport, FileProblem> {
    let mut each = |number, mut raw: RawRow| {
        if let RawRow::Row(submission) = &mut raw {
            codes_for_words(submission, options);
        }
        each(number, raw)
    };
    match first_bytes(&mut source)? {
        [b'P', b'K', 3, 4, ..] => {
            let (rows, stopped) = sheet::read_sheet(source, &mut each)?;
            Ok(ReadReport { rows, form: FileForm::Xlsx, stopped })
        }
        // An old binary workbook, or a workbook with a password.
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Err(FileProblem::Unsupported),
        _ => {
            let form = text_form(&mut source)?;
            source.rewind().map_err(|_| FileProblem::Unreadable)?;
            let records = Records::new(Decoded::new(source, form.encoding), form.delimiter);
            let (rows, stopped) = read_records(records, &mut each)?;
            let form = FileForm::Csv { encoding: form.encoding, delimiter: char::from(form.delimiter) };
            Ok(ReadReport { rows, form, stopped })
        }
    }
}

fn first_bytes<S: Read + Seek>(source: &mut S) -> Result<[u8; 8], FileProblem> {
    let mut bytes = Vec::with_capacity(8);
    let mut first = [0; 8];
    source.rewind().map_err(|_| FileProblem::Unreadable)?;
    source.by_ref().take(8).read_to_end(&mut bytes).map_err(|_| FileProblem::Unreadable)?;
    source.rewind().map_err(|_| FileProblem::Unreadable)?;
    first[..bytes.len()].copy_from_slice(&bytes);
    Ok(first)
}

fn read_records<R: Read>(
    mut records: Records<R>,
    each: &mut dyn FnMut(RowNumber, RawRow) -> Result<(), Stop>,
) -> Result<(u64, bool), FileProblem> {
    if records.advance()?.is_none() {
        return Err(FileProblem::Empty);
    }
    let columns = Columns::of_header(records.cells())?;
    let expected = columns.fields().len();
    let mut rows = 0;
    while let Some(line) = records.advance()? {
        rows += 1;
        let found = records.width();
        let beyond = records.cells().skip(expected).any(|cell| !cell.trim().is_empty());
        let raw = if found != expected && found != columns.width() || beyond {
            RawRow::Refused(RowProblem::Columns { expected, found })
        } else {
            RawRow::Row(row_of(&columns, records.cells()))
        };
        if each(RowNumber { row: rows, line }, raw).is_err() {
            return Ok((rows, true));
        }
    }
    Ok((rows, false))
}

/// The cells by field, with what an export did to formulas taken back. Blank cells stay absent.
pub(crate) fn row_of<'a>(columns: &Columns, cells: impl Iterator<Item = &'a str>) -> RawSubmission {
    let mut raw = RawSubmission::default();
    for (field, cell) in columns.fields().iter().zip(cells) {
        let text = formula::as_written(cell);
        if !text.is_empty() {
            raw.set(*field, text);
        }
    }
    raw
}

fn codes_for_words(raw: &mut RawSubmission, options: ReadOptions) {
    for field in Field::ALL {
        let cell = raw.get(*field);
        let code = match field {
            Field::NeverEligible | Field::NoMunicipality | Field::Generated => match cell {
                "" | "yes" | "no" => continue,
                _ => match cell.to_lowercase().as_str() {
                    "ja" | "oui" | "yes" | "true" => "yes".to_owned(),
                    "nee" | "neen" | "non" | "no" | "false" => "no".to_owned(),
                    _ => continue,
                },
            },
            _ if cell.is_empty() || !options.labels => continue,
            _ => match wording::cell_code(*field, cell) {
                code if code == cell => continue,
                code => code.into_owned(),
            },
        };
        raw.set(*field, code);
    }
}
