//! Rows of separated values, one at a time, from a text of any length.
//!
//! RFC 4180, read as spreadsheets write it: a cell in quotes may hold the delimiter, line ends and doubled
//! quotes. Not the `csv` crate: that one lets a row grow without limit and takes a file that ends within quotes
//! for a whole one.

use std::io::Read;

use crate::encoding::Decoded;
use crate::problem::FileProblem;

/// The longest a row may be, in bytes. Every field at its limit, in four-byte characters, needs a fifth of it.
pub(crate) const LONGEST_RECORD: usize = 64 * 1024;

/// The rows of a text.
pub(crate) struct Records<R> {
    source: Decoded<R>,
    delimiter: u8,
    chunk: Vec<u8>,
    at: usize,
    line: u64,
    after_return: bool,
    text: Vec<u8>,
    ends: Vec<usize>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    CellStart,
    Plain,
    Quoted,
    QuoteInQuoted,
}

impl<R: Read> Records<R> {
    pub(crate) fn new(source: Decoded<R>, delimiter: u8) -> Self {
        let (chunk, text, ends) = (Vec::new(), Vec::new(), Vec::new());
        Self { source, delimiter, chunk, at: 0, line: 1, after_return: false, text, ends }
    }

    /// Takes the next row that holds anything, and gives the line on which it starts; `None` at the end.
    pub(crate) fn advance(&mut self) -> Result<Option<u64>, FileProblem> {
        loop {
            match self.take_record()? {
                None => return Ok(None),
                Some(_) if self.text.iter().all(u8::is_ascii_whitespace) => {}
                Some(line) => {
                    if std::str::from_utf8(&self.text).is_err() {
                        // The first reading found none: the file changed while it was read.
                        return Err(FileProblem::BadEncoding { line });
                    }
                    return Ok(Some(line));
                }
            }
        }
    }

    /// The cells of the row taken last.
    pub(crate) fn cells(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| std::str::from_utf8(&self.text[start..*end]).unwrap_or(""))
    }

    /// The number of cells of the row taken last.
    pub(crate) fn width(&self) -> usize {
        self.ends.len()
    }

    fn take_record(&mut self) -> Result<Option<u64>, FileProblem> {
        self.text.clear();
        self.ends.clear();
        let start = self.line;
        let mut state = State::CellStart;
        loop {
            if self.at == self.chunk.len() {
                let chunk = self.source.next_chunk()?;
                self.chunk.clear();
                self.chunk.extend_from_slice(chunk);
                self.at = 0;
                if self.chunk.is_empty() {
                    return match state {
                        State::Quoted => Err(FileProblem::CutInTheMiddle { line: start }),
                        State::CellStart if self.ends.is_empty() => Ok(None),
                        _ => {
                            self.ends.push(self.text.len());
                            Ok(Some(start))
                        }
                    };
                }
            }
            let byte = self.chunk[self.at];
            self.at += 1;
            if std::mem::take(&mut self.after_return) && byte == b'\n' {
                // The second half of a Windows line end, which the first half has already ended.
                if state == State::Quoted {
                    self.text.push(byte);
                }
                continue;
            }
            if byte == b'\n' || byte == b'\r' {
                self.line += 1;
                self.after_return = byte == b'\r';
            }
            state = match (state, byte) {
                (State::CellStart, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::QuoteInQuoted,
                (State::QuoteInQuoted, b'"') => {
                    self.text.push(byte);
                    State::Quoted
                }
                (State::Quoted, _) => {
                    self.text.push(byte);
                    State::Quoted
                }
                (_, b'\n' | b'\r') => {
                    self.ends.push(self.text.len());
                    return Ok(Some(start));
                }
                (_, _) if byte == self.delimiter => {
                    self.ends.push(self.text.len());
                    State::CellStart
                }
                (_, _) => {
                    self.text.push(byte);
                    self.take_plain_run();
                    State::Plain
                }
            };
            if self.text.len() > LONGEST_RECORD || self.ends.len() > LONGEST_RECORD {
                return Err(FileProblem::LineTooLong { line: start });
            }
        }
    }

    /// Takes what follows in the same cell without a byte that means something: most of a file, in one copy.
    fn take_plain_run(&mut self) {
        let rest = &self.chunk[self.at..];
        let special = |byte: &u8| matches!(*byte, b'\n' | b'\r' | b'"') || *byte == self.delimiter;
        let length = rest.iter().position(special).unwrap_or(rest.len());
        self.text.extend_from_slice(&rest[..length]);
        self.at += length;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoding::TextEncoding;

    fn rows(text: &str) -> Result<Vec<(u64, Vec<String>)>, FileProblem> {
        let mut records = Records::new(Decoded::new(text.as_bytes(), TextEncoding::Utf8), b',');
        let mut rows = Vec::new();
        while let Some(line) = records.advance()? {
            rows.push((line, records.cells().map(str::to_owned).collect()));
        }
        Ok(rows)
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|cell| (*cell).to_owned()).collect())
    }

    #[test]
    fn cells_in_quotes_hold_delimiters_line_ends_and_quotes() {
        let read = rows("a,b\r\n\"1,\"\"2\"\"\r\n3\",x\r\n\n\"\",é\n").unwrap();
        assert_eq!(read, [row(1, &["a", "b"]), row(2, &["1,\"2\"\r\n3", "x"]), row(5, &["", "é"])]);
    }

    #[test]
    fn a_last_row_needs_no_line_end() {
        assert_eq!(rows("a,b\n1,").unwrap(), [row(1, &["a", "b"]), row(2, &["1", ""])]);
        assert_eq!(rows("a\n\"1\"").unwrap(), [row(1, &["a"]), row(2, &["1"])]);
    }

    #[test]
    fn a_quote_in_the_middle_of_a_cell_is_a_quote() {
        assert_eq!(rows("5\" pijp,x\n").unwrap(), [row(1, &["5\" pijp", "x"])]);
    }

    #[test]
    fn old_line_ends_separate_rows_too() {
        assert_eq!(rows("a\r1\r2\r").unwrap(), [row(1, &["a"]), row(2, &["1"]), row(3, &["2"])]);
    }

    #[test]
    fn a_text_that_ends_within_quotes_was_cut() {
        assert_eq!(rows("a,b\n1,2\n3,\"four"), Err(FileProblem::CutInTheMiddle { line: 3 }));
    }

    #[test]
    fn an_open_quote_does_not_swallow_the_rest_of_the_file() {
        let text = format!("a,b\n1,\"{}", "x,y\n".repeat(100_000));
        assert_eq!(rows(&text), Err(FileProblem::LineTooLong { line: 2 }));
    }

    #[test]
    fn rows_of_blank_cells_are_passed_over() {
        assert_eq!(rows("a,b\n,\n  ,\t\n1,2\n").unwrap(), [row(1, &["a", "b"]), row(4, &["1", "2"])]);
    }
}
