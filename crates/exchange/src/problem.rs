//! What can be wrong with a file or a row: codes and places, never a word of the file.

use std::fmt;

use model::{Field, Problem};

/// Why a file was refused as a whole. Nothing of it may be stored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FileProblem {
    /// There is no such file.
    NotFound,
    /// The file cannot be opened or read to its end.
    Unreadable,
    /// The temporary file for checked rows could not be written (disk full, no permission).
    NoRoomToCheck,
    /// Nothing is in it.
    Empty,
    /// It holds bytes that no text has.
    Binary,
    /// The first row does not name the columns of a signal.
    WrongHeader(WrongHeader),
    /// It ends in the middle of a quoted cell or of a character.
    CutInTheMiddle {
        /// The line on which the unfinished row starts.
        line: u64,
    },
    /// A row is longer than any signal can be.
    LineTooLong {
        /// The line on which it starts.
        line: u64,
    },
    /// A byte sequence that its encoding does not have.
    BadEncoding {
        /// The line it stands on.
        line: u64,
    },
    /// An archive that unpacks to far more than a file of signals can hold, or that declares XML entities.
    Bomb,
    /// A spreadsheet file that cannot be read as one: damaged, or another archive.
    NotASpreadsheet,
    /// A spreadsheet in a form that is not read here: `.xls`, `.xlsb`, `.ods`, or one with a password.
    Unsupported,
}

impl FileProblem {
    /// The code under which the sentence for it is kept.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotFound => "not-found",
            Self::Unreadable => "unreadable",
            Self::NoRoomToCheck => "no-room-to-check",
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::WrongHeader(_) => "wrong-header",
            Self::CutInTheMiddle { .. } => "cut-in-the-middle",
            Self::LineTooLong { .. } => "line-too-long",
            Self::BadEncoding { .. } => "bad-encoding",
            Self::Bomb => "bomb",
            Self::NotASpreadsheet => "not-a-spreadsheet",
            Self::Unsupported => "unsupported",
        }
    }

    /// The line it is about, where it is about one.
    pub const fn line(&self) -> Option<u64> {
        match self {
            Self::CutInTheMiddle { line } | Self::LineTooLong { line } | Self::BadEncoding { line } => {
                Some(*line)
            }
            _ => None,
        }
    }
}

impl fmt::Display for FileProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())?;
        self.line().map_or(Ok(()), |line| write!(f, " at line {line}"))
    }
}

impl std::error::Error for FileProblem {}

/// What is wrong with the first row. Columns are named by their position, counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WrongHeader {
    /// Required fields that no column holds, in the order of the fields.
    pub missing: Vec<Field>,
    /// Columns whose name is no field.
    pub unknown: Vec<usize>,
    /// Columns that hold a field an earlier column holds already.
    pub repeated: Vec<usize>,
}

/// Where a row stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct RowNumber {
    /// The number of the row of data, counted from 1; the header and blank rows do not count.
    pub row: u64,
    /// The line of the file on which it starts (in a spreadsheet: the row of the sheet), counted from 1.
    pub line: u64,
}

/// Why a row was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowProblem {
    /// More or fewer cells than the header has columns.
    Columns {
        /// The number of columns of the header.
        expected: usize,
        /// The number of cells of the row.
        found: usize,
    },
    /// A spreadsheet cell that holds an error instead of a value.
    ErrorCell(Field),
    /// Fields that no signal may have so; every one at once, in the order of the fields.
    Fields(Vec<Problem>),
}

/// A row that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedRow {
    /// Where it stands.
    pub number: RowNumber,
    /// Why.
    pub problem: RowProblem,
}
