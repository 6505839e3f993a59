//! Rows of the first sheet of an XLSX workbook, one at a time.

use std::io::{BufReader, Read, Seek};

use calamine::{DataRef, ExcelDateTime, Reader, SheetType, Xlsx};
use model::Field;

use crate::archive;
use crate::header::Columns;
use crate::problem::{FileProblem, RowNumber, RowProblem};
use crate::read::{RawRow, Stop, row_of};
use crate::record::LONGEST_RECORD;

/// Hands on each row under the header, and says how many there were.
pub(crate) fn read_sheet<S: Read + Seek>(
    mut source: S,
    each: &mut dyn FnMut(RowNumber, RawRow) -> Result<(), Stop>,
) -> Result<(u64, bool), FileProblem> {
    archive::weigh(&mut source)?;
    source.rewind().map_err(|_| FileProblem::Unreadable)?;
    let mut workbook = Xlsx::new(BufReader::new(source)).map_err(|_| FileProblem::NotASpreadsheet)?;
    let first = workbook.sheets_metadata().iter().find(|sheet| sheet.typ == SheetType::WorkSheet);
    let name = first.map(|sheet| sheet.name.clone()).ok_or(FileProblem::NotASpreadsheet)?;
    let mut cells = workbook.worksheet_cells_reader(&name).map_err(|_| FileProblem::NotASpreadsheet)?;

    let mut columns: Option<Columns> = None;
    let mut rows = 0;
    let mut row: Vec<Value> = Vec::new();
    let mut line = 0;
    loop {
        let cell = cells.next_cell().map_err(|_| FileProblem::NotASpreadsheet)?;
        let next = cell.as_ref().map(|cell| cell.get_position());
        if next.is_none_or(|(at, _)| u64::from(at) + 1 != line) {
            if row.iter().any(|value| !value.is_blank()) {
                match &columns {
                    None => columns = Some(header(&row)?),
                    Some(columns) => {
                        rows += 1;
                        let raw = raw_row(columns, &row);
                        if each(RowNumber { row: rows, line }, raw).is_err() {
                            return Ok((rows, true));
                        }
                    }
                }
            }
            row.clear();
        }
        let (Some(cell), Some((at, column))) = (cell, next) else { break };
        if u64::from(at) + 1 < line {
            return Err(FileProblem::NotASpreadsheet);
        }
        line = u64::from(at) + 1;
        let column = usize::try_from(column).unwrap_or(usize::MAX);
        // A cell far to the right costs no memory: beyond the header one blank more says enough.
        let widest = columns.as_ref().map_or(LONGEST_RECORD, |columns| columns.width() + 1);
        let column = column.min(widest - 1);
        if row.len() <= column {
            row.resize(column + 1, Value::Text(String::new()));
        }
        let value = Value::of(cell.get_value());
        if matches!(&value, Value::Text(text) if text.len() > LONGEST_RECORD) {
            return Err(FileProblem::LineTooLong { line });
        }
        if !value.is_blank() {
            row[column] = value;
        }
    }
    if columns.is_none() { Err(FileProblem::Empty) } else { Ok((rows, false)) }
}

fn header(row: &[Value]) -> Result<Columns, FileProblem> {
    let filled = row.iter().rposition(|value| !value.is_blank()).map_or(0, |at| at + 1);
    Columns::of_header(row[..filled].iter().map(|value| match value {
        Value::Text(text) => text.as_str(),
        _ => "",
    }))
}

fn raw_row(columns: &Columns, row: &[Value]) -> RawRow {
    let expected = columns.width();
    let found = row.iter().rposition(|value| !value.is_blank()).map_or(0, |at| at + 1);
    if found > expected {
        return RawRow::Refused(RowProblem::Columns { expected, found });
    }
    let broken = columns.fields().iter().zip(row).find(|(_, value)| matches!(value, Value::Error));
    if let Some((field, _)) = broken {
        return RawRow::Refused(RowProblem::ErrorCell(*field));
    }
    let texts: Vec<String> =
        columns.fields().iter().zip(row).map(|(field, value)| value.text(*field)).collect();
    RawRow::Row(row_of(columns, texts.iter().map(String::as_str)))
}

/// What a cell holds, of the kinds that differ here.
#[derive(Debug, Clone, PartialEq)]
enum Value {
    Text(String),
    Number(f64),
    YesNo(bool),
    Date { year: u16, month: u8, day: u8 },
    Error,
}

impl Value {
    fn of(cell: &DataRef<'_>) -> Self {
        match cell {
            DataRef::Int(number) => Self::Text(number.to_string()),
            DataRef::Float(number) => Self::Number(*number),
            DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
                Self::Text(text.clone())
            }
            DataRef::SharedString(text) => Self::Text((*text).to_owned()),
            DataRef::Bool(value) => Self::YesNo(*value),
            DataRef::DateTime(value) if value.is_datetime() => Self::of_date(*value),
            DataRef::DateTime(value) => Self::Number(value.as_f64()),
            DataRef::Error(_) => Self::Error,
            DataRef::Empty => Self::Text(String::new()),
        }
    }

    fn of_date(value: ExcelDateTime) -> Self {
        let (year, month, day, ..) = value.to_ymd_hms_milli();
        Self::Date { year, month, day }
    }

    fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// The text a CSV file would hold for it in this field.
    fn text(&self, field: Field) -> String {
        match (self, field) {
            // An ISO date, as some programs store it, is a day of the month observed.
            (Self::Text(text), Field::Observed) if is_iso_day(text) => text[..7].to_owned(),
            (Self::Text(text), _) => text.clone(),
            (Self::Number(number), _) => number.to_string(),
            (Self::YesNo(value), _) => if *value { "yes" } else { "no" }.to_owned(),
            // Typed as "2-4" or "5-9", a recurrence becomes a day in spring or autumn, in either order.
            (
                Self::Date { month: 4, day: 2, .. } | Self::Date { month: 2, day: 4, .. },
                Field::Recurrence,
            ) => "2-4".to_owned(),
            (
                Self::Date { month: 9, day: 5, .. } | Self::Date { month: 5, day: 9, .. },
                Field::Recurrence,
            ) => "5-9".to_owned(),
            (Self::Date { year, month, .. }, Field::Observed) => format!("{year:04}-{month:02}"),
            (Self::Date { year, month, day }, _) => format!("{year:04}-{month:02}-{day:02}"),
            (Self::Error, _) => String::new(),
        }
    }
}

fn is_iso_day(text: &str) -> bool {
    let day = text.as_bytes().get(..10).unwrap_or(&[]);
    let shaped =
        |(at, byte): (usize, &u8)| if at == 4 || at == 7 { *byte == b'-' } else { byte.is_ascii_digit() };
    day.len() == 10
        && day.iter().enumerate().all(shaped)
        && matches!(text.as_bytes().get(10), None | Some(b'T' | b' '))
}
