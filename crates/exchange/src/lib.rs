//! Signals in from, and tables out to, CSV and XLSX.
//!
//! In: [`read_signals`] streams the rows of a file, [`check_file`] screens them and turns them into submissions, spooled so
//! that a file with a refused row stores nothing. Out: [`SignalWriter`] and [`write_signals`] for signals,
//! [`write_tables_csv`] and [`write_workbook`] for tables. Errors are codes with a line or a column, never a
//! word of the file: the sentence for each stands in `wording`.
#![warn(missing_docs)]

mod archive;
mod check;
mod encoding;
mod formula;
mod header;
mod problem;
mod read;
mod record;
mod said;
mod sheet;
mod spool;
mod tables;
mod write;

pub use check::{Checked, check_file, check_from, check_row};
pub use encoding::TextEncoding;
pub use header::Columns;
pub use problem::{FileProblem, RefusedRow, RowNumber, RowProblem, WrongHeader};
pub use read::{FileForm, RawRow, ReadOptions, ReadReport, Stop, read_signals, read_signals_from};
pub use spool::{Spool, SpooledRow};
pub use tables::{
    CellOut, SheetText, TableOut, WorkbookOut, write_tables_csv, write_tables_xlsx, write_workbook,
};
pub use write::{CsvForm, SignalFormat, SignalWriter, WriteProblem, write_signals};
