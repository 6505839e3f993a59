//! From rows to submissions: everything wrong with every row, and the good rows kept aside until all are known.

use std::path::Path;

use model::{Lists, Submission};

use crate::problem::{FileProblem, RefusedRow, RowNumber, RowProblem};
use crate::read::{RawRow, ReadOptions, ReadReport, Stop, read_signals};
use crate::spool::Spool;

/// A file of which every row was checked.
#[derive(Debug)]
pub struct Checked {
    /// The rows that are valid signals, in the order of the file.
    pub spool: Spool,
    /// The number of rows refused; unless it is 0 or the caller said otherwise, nothing may be stored.
    pub refused: u64,
    /// What was read.
    pub report: ReadReport,
}

/// Checks every row of a file, hands on each refused one as it is found, and keeps the valid ones in a temporary
/// file without a name: memory does not grow with the file, and nothing is left behind when the program ends.
/// `Err(Stop)` from `on_refused` ends the reading (`report.stopped`), for instance after too many.
pub fn check_file(
    path: &Path,
    options: ReadOptions,
    lists: &Lists,
    on_refused: &mut dyn FnMut(RefusedRow) -> Result<(), Stop>,
) -> Result<Checked, FileProblem> {
    let mut spool = Spool::new().map_err(|_| FileProblem::NoRoomToCheck)?;
    let mut refused = 0;
    let mut no_room = false;
    let report = read_signals(path, options, &mut |number, raw| match check_row(number, raw, lists) {
        Ok(submission) => spool.push(number, &submission).map_err(|_| {
            no_room = true;
            Stop
        }),
        Err(row) => {
            refused += 1;
            on_refused(row)
        }
    })?;
    if no_room { Err(FileProblem::NoRoomToCheck) } else { Ok(Checked { spool, refused, report }) }
}

/// The submission in a row, or everything wrong with it.
pub fn check_row(number: RowNumber, raw: RawRow, lists: &Lists) -> Result<Submission, RefusedRow> {
    match raw {
        RawRow::Row(raw) => Submission::check(&raw, lists)
            .map_err(|problems| RefusedRow { number, problem: RowProblem::Fields(problems) }),
        RawRow::Refused(problem) => Err(RefusedRow { number, problem }),
    }
}
