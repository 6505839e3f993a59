//! Valid rows of a file, kept on disk until it is known whether they may be stored.

use std::fs::File;
use std::io::{self, BufRead, BufReader, BufWriter, Seek, SeekFrom, Write};

use model::Submission;
use serde::{Deserialize, Serialize};

use crate::problem::RowNumber;

/// Submissions in a temporary file without a name: what people wrote is gone when the spool is.
#[derive(Debug)]
pub struct Spool {
    file: BufWriter<File>,
    rows: u64,
    at_end: bool,
}

/// A submission with the row it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SpooledRow {
    /// Where it stood in the file.
    pub number: RowNumber,
    /// The signal.
    pub submission: Submission,
}

#[derive(Serialize)]
struct LineOut<'a>(u64, u64, &'a Submission);

#[derive(Deserialize)]
struct LineIn(u64, u64, Submission);

impl Spool {
    /// An empty spool; an error where no temporary file can be made.
    pub fn new() -> io::Result<Self> {
        Ok(Self { file: BufWriter::with_capacity(256 * 1024, tempfile::tempfile()?), rows: 0, at_end: true })
    }

    /// Adds a submission at the end.
    pub fn push(&mut self, number: RowNumber, submission: &Submission) -> io::Result<()> {
        if !self.at_end {
            self.file.seek(SeekFrom::End(0))?;
            self.at_end = true;
        }
        serde_json::to_writer(&mut self.file, &LineOut(number.row, number.line, submission))?;
        self.file.write_all(b"\n")?;
        self.rows += 1;
        Ok(())
    }

    /// The number of submissions in it.
    pub const fn len(&self) -> u64 {
        self.rows
    }

    /// Whether nothing is in it.
    pub const fn is_empty(&self) -> bool {
        self.rows == 0
    }

    /// The submissions from the first, in the order in which they were added; may be asked for again. An error
    /// is one of the disk.
    pub fn rows(&mut self) -> io::Result<impl Iterator<Item = io::Result<SpooledRow>> + '_> {
        self.file.flush()?;
        self.at_end = false;
        let file = self.file.get_mut();
        file.seek(SeekFrom::Start(0))?;
        let mut reader = BufReader::with_capacity(256 * 1024, file);
        let mut line = Vec::new();
        let mut left = self.rows;
        Ok(std::iter::from_fn(move || {
            if left == 0 {
                return None;
            }
            left -= 1;
            line.clear();
            Some(reader.read_until(b'\n', &mut line).and_then(|_| {
                let LineIn(row, at, submission) = serde_json::from_slice(&line)?;
                Ok(SpooledRow { number: RowNumber { row, line: at }, submission })
            }))
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::{Code, Field, Lists, Month, RawSubmission};

    fn submission(problem: &str) -> Submission {
        let code = |text| Code::parse(text).unwrap();
        let lists = Lists {
            organisations: vec![code("het-kompas")],
            domains: [(code("housing"), false)].into(),
            rights: Vec::new(),
            this_month: Month::parse("2025-12").unwrap(),
        };
        let mut raw = RawSubmission::default();
        for (field, text) in [
            (Field::Organisation, "het-kompas"),
            (Field::Observed, "2025-03"),
            (Field::Problem, problem),
            (Field::Tried, "referred"),
            (Field::Domain, "housing"),
            (Field::Place, "region"),
        ] {
            raw.set(field, text);
        }
        Submission::check(&raw, &lists).unwrap()
    }

    #[test]
    fn rows_come_back_in_order_however_often_and_whenever_asked_for() {
        let mut spool = Spool::new().unwrap();
        assert!(spool.is_empty());
        for row in 1..=3 {
            spool.push(RowNumber { row, line: row * 2 }, &submission("Eén\nprobleem \"met\" €")).unwrap();
            // Asking for a part and leaving off must not disturb what is added later.
            assert_eq!(spool.rows().unwrap().next().unwrap().unwrap().number.row, 1);
        }
        let rows: Vec<_> = spool.rows().unwrap().map(Result::unwrap).collect();
        assert_eq!(rows.iter().map(|row| row.number.line).collect::<Vec<_>>(), [2, 4, 6]);
        assert!(rows.iter().all(|row| row.submission == submission("Eén\nprobleem \"met\" €")));
        assert_eq!(spool.len(), 3);
    }
}
