//! From rows to submissions: everything wrong with every row, and the good rows kept aside until all are known.

use std::io::{Read, Seek};
use std::path::Path;

use model::{Field, Lists, Problem, RawSubmission, Reason, Submission};
use screening::Screen;

use crate::problem::{FileProblem, RefusedRow, RowNumber, RowProblem};
use crate::read::{RawRow, ReadOptions, ReadReport, Stop, read_signals, read_signals_from};
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
    screen: &Screen,
    on_refused: &mut dyn FnMut(RefusedRow) -> Result<(), Stop>,
) -> Result<Checked, FileProblem> {
    check(|each| read_signals(path, options, each), lists, screen, on_refused)
}

/// The same for anything that can be read twice: what came over a network is checked without a file of its own.
pub fn check_from<S: Read + Seek>(
    source: S,
    options: ReadOptions,
    lists: &Lists,
    screen: &Screen,
    on_refused: &mut dyn FnMut(RefusedRow) -> Result<(), Stop>,
) -> Result<Checked, FileProblem> {
    check(|each| read_signals_from(source, options, each), lists, screen, on_refused)
}

/// Takes a row.
type Each<'a> = &'a mut dyn FnMut(RowNumber, RawRow) -> Result<(), Stop>;

fn check(
    read: impl FnOnce(Each<'_>) -> Result<ReadReport, FileProblem>,
    lists: &Lists,
    screen: &Screen,
    on_refused: &mut dyn FnMut(RefusedRow) -> Result<(), Stop>,
) -> Result<Checked, FileProblem> {
    let mut spool = Spool::new().map_err(|_| FileProblem::NoRoomToCheck)?;
    let mut refused = 0;
    let mut no_room = false;
    let report = read(&mut |number, raw| match check_row(number, raw, lists, screen) {
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

/// The submission in a row, or everything wrong with it; a text by which somebody can be recognised is wrong too.
pub fn check_row(
    number: RowNumber,
    raw: RawRow,
    lists: &Lists,
    screen: &Screen,
) -> Result<Submission, RefusedRow> {
    let raw = match raw {
        RawRow::Row(raw) => raw,
        RawRow::Refused(problem) => return Err(RefusedRow { number, problem }),
    };
    let checked = Submission::check(&raw, lists);
    let mut problems = personal_data(&raw, screen);
    match checked {
        Ok(submission) if problems.is_empty() => return Ok(submission),
        Ok(_) => {}
        Err(others) => problems.extend(others),
    }
    problems.sort_unstable();
    Err(RefusedRow { number, problem: RowProblem::Fields(problems) })
}

/// What people write in words of their own.
const TEXTS: [Field; 6] =
    [Field::Reference, Field::Headline, Field::Problem, Field::Impact, Field::TriedNote, Field::Source];

fn personal_data(raw: &RawSubmission, screen: &Screen) -> Vec<Problem> {
    let points_at_somebody = |field: &Field| !screen.blocked(raw.get(*field)).is_empty();
    let found = TEXTS.into_iter().filter(points_at_somebody);
    found.map(|field| Problem { field, reason: Reason::PersonalData }).collect()
}
