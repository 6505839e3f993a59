//! Signals out, in the form in which they come in: CSV, XLSX or JSON.
//!
//! What is written reads back as the same signals. In CSV and XLSX a text that a spreadsheet would run as a
//! formula is disarmed with an apostrophe (see `formula`), which the import takes back; JSON needs none of this.

use std::borrow::{Borrow, Cow};
use std::fmt;
use std::io::{self, Write};

use model::{Field, Submission};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::formula;

/// Why nothing, or not all, could be written.
#[derive(Debug)]
pub enum WriteProblem {
    /// The sink refused.
    Io(io::Error),
    /// More rows than a sheet of XLSX holds (1,048,576 with the header).
    TooManyRows,
    /// A name or a value that the form does not allow.
    NotWritable,
}

impl fmt::Display for WriteProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "cannot write: {error}"),
            Self::TooManyRows => f.write_str("more rows than a sheet holds"),
            Self::NotWritable => f.write_str("a value that the form does not allow"),
        }
    }
}

impl std::error::Error for WriteProblem {}

impl From<io::Error> for WriteProblem {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<csv::Error> for WriteProblem {
    fn from(error: csv::Error) -> Self {
        match error.into_kind() {
            csv::ErrorKind::Io(error) => Self::Io(error),
            _ => Self::NotWritable,
        }
    }
}

impl From<serde_json::Error> for WriteProblem {
    fn from(error: serde_json::Error) -> Self {
        Self::Io(error.into())
    }
}

impl From<XlsxError> for WriteProblem {
    fn from(error: XlsxError) -> Self {
        match error {
            XlsxError::IoError(error) => Self::Io(error),
            XlsxError::RowColumnLimitError => Self::TooManyRows,
            _ => Self::NotWritable,
        }
    }
}

/// How separated values are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CsvForm {
    /// Commas and plain line ends, for programs.
    Plain,
    /// Semicolons, Windows line ends and a byte order mark, for spreadsheet programs set to Dutch or French.
    Spreadsheet,
}

impl CsvForm {
    pub(crate) fn builder(self) -> csv::WriterBuilder {
        let mut builder = csv::WriterBuilder::new();
        builder.flexible(true).buffer_capacity(256 * 1024);
        if self == Self::Spreadsheet {
            builder.delimiter(b';').terminator(csv::Terminator::CRLF);
        }
        builder
    }

    pub(crate) fn write_mark<W: Write>(self, sink: &mut W) -> io::Result<()> {
        if self == Self::Spreadsheet { sink.write_all(b"\xEF\xBB\xBF") } else { Ok(()) }
    }
}

/// The form of a file of signals.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignalFormat {
    /// Separated values.
    Csv(CsvForm),
    /// A workbook of one sheet; every cell is text.
    Xlsx,
    /// An array of objects, a line each.
    Json,
}

/// Writes signals one by one; memory does not grow with their number.
pub struct SignalWriter<W: Write> {
    target: Target<W>,
}

enum Target<W: Write> {
    Csv(Box<csv::Writer<W>>, csv::StringRecord),
    Xlsx { workbook: Box<Workbook>, row: u32, sink: W },
    Json { sink: W, any: bool },
}

impl<W: Write + Send> SignalWriter<W> {
    /// Writes the header. A workbook reaches the sink only with [`finish`](Self::finish).
    pub fn new(format: SignalFormat, sink: W) -> Result<Self, WriteProblem> {
        let mut sink = sink;
        let codes = Field::ALL.iter().map(|field| field.code());
        let target = match format {
            SignalFormat::Csv(form) => {
                form.write_mark(&mut sink)?;
                let mut writer = form.builder().from_writer(sink);
                writer.write_record(codes)?;
                Target::Csv(Box::new(writer), csv::StringRecord::new())
            }
            SignalFormat::Xlsx => {
                let mut workbook = Workbook::new();
                workbook.set_properties(&fixed_properties()?);
                let sheet = workbook.add_worksheet_with_constant_memory()?;
                sheet.set_name("signals")?;
                sheet.set_freeze_panes(1, 0)?;
                for (column, field) in (0..).zip(Field::ALL) {
                    sheet.set_column_width(column, width_of(*field))?;
                }
                let bold = Format::new().set_bold();
                for (column, code) in (0..).zip(codes) {
                    sheet.write_string_with_format(0, column, code, &bold)?;
                }
                Target::Xlsx { workbook: Box::new(workbook), row: 0, sink }
            }
            SignalFormat::Json => Target::Json { sink, any: false },
        };
        Ok(Self { target })
    }

    /// Writes one signal.
    pub fn write(&mut self, submission: &Submission) -> Result<(), WriteProblem> {
        match &mut self.target {
            Target::Csv(writer, record) => {
                record.clear();
                for field in Field::ALL {
                    record.push_field(&cell(submission, *field));
                }
                writer.write_record(&*record)?;
            }
            Target::Xlsx { workbook, row, .. } => {
                *row += 1;
                let sheet = workbook.worksheet_from_index(0)?;
                for (column, field) in (0..).zip(Field::ALL) {
                    let cell = cell(submission, *field);
                    if !cell.is_empty() {
                        sheet.write_string(*row, column, cell)?;
                    }
                }
            }
            Target::Json { sink, any } => {
                sink.write_all(if *any { b",\n" } else { b"[\n" })?;
                *any = true;
                serde_json::to_writer(sink, submission)?;
            }
        }
        Ok(())
    }

    /// Writes what is left, and gives the sink back.
    pub fn finish(self) -> Result<W, WriteProblem> {
        match self.target {
            Target::Csv(writer, _) => {
                writer.into_inner().map_err(|error| WriteProblem::Io(error.into_error()))
            }
            Target::Xlsx { mut workbook, mut sink, .. } => {
                workbook.save_to_writer(&mut sink)?;
                Ok(sink)
            }
            Target::Json { mut sink, any } => {
                sink.write_all(if any { b"\n]\n" } else { b"[]\n" })?;
                sink.flush()?;
                Ok(sink)
            }
        }
    }
}

/// Writes all the signals; gives the sink back.
pub fn write_signals<W: Write + Send, S: Borrow<Submission>>(
    format: SignalFormat,
    sink: W,
    signals: impl IntoIterator<Item = S>,
) -> Result<W, WriteProblem> {
    let mut writer = SignalWriter::new(format, sink)?;
    for signal in signals {
        writer.write(signal.borrow())?;
    }
    writer.finish()
}

/// A workbook says when it was made: always the same moment, so that the same signals give the same bytes.
pub(crate) fn fixed_properties() -> Result<DocProperties, WriteProblem> {
    Ok(DocProperties::new().set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?))
}

const fn width_of(field: Field) -> f64 {
    match field {
        Field::Problem | Field::Impact => 60.0,
        Field::Headline | Field::TriedNote => 40.0,
        Field::Organisation | Field::Tried | Field::TargetGroups => 24.0,
        _ => 16.0,
    }
}

fn cell(submission: &Submission, field: Field) -> Cow<'_, str> {
    let yes_or_no = |value| Cow::Borrowed(if value { "yes" } else { "no" });
    match field {
        Field::Reference => formula::disarmed(submission.reference.as_deref().unwrap_or("")),
        Field::Organisation => Cow::Borrowed(submission.organisation.as_str()),
        Field::Observed => Cow::Owned(submission.observed.to_string()),
        Field::Language => Cow::Borrowed(submission.language.code()),
        Field::Headline => formula::disarmed(&submission.headline),
        Field::Problem => formula::disarmed(&submission.problem),
        Field::Impact => formula::disarmed(&submission.impact),
        Field::Tried => list(submission.tried.iter().map(|code| code.code())),
        Field::TriedNote => formula::disarmed(&submission.tried_note),
        Field::Cause => Cow::Borrowed(submission.cause.code()),
        Field::OtherCauses => list(submission.other_causes.iter().map(|code| code.code())),
        Field::NeverEligible => yes_or_no(submission.never_eligible),
        Field::Domain => Cow::Borrowed(submission.domain.as_str()),
        Field::OtherDomains => list(submission.other_domains.iter().map(|code| code.as_str())),
        Field::Right => Cow::Borrowed(submission.right.as_ref().map_or("", |code| code.as_str())),
        Field::TargetGroups => list(submission.target_groups.iter().map(|code| code.code())),
        Field::Place => Cow::Owned(submission.place.code()),
        Field::OtherPlaces => {
            let codes: Vec<String> = submission.other_places.iter().map(|place| place.code()).collect();
            Cow::Owned(codes.join("|"))
        }
        Field::NoMunicipality => yes_or_no(submission.no_municipality),
        Field::Authority => Cow::Borrowed(submission.authority.map_or("", |code| code.code())),
        Field::Recurrence => Cow::Borrowed(submission.recurrence.map_or("", |code| code.code())),
        Field::Source => formula::disarmed(&submission.source),
        Field::Generated => yes_or_no(submission.generated),
    }
}

fn list<'a>(mut codes: impl Iterator<Item = &'a str>) -> Cow<'a, str> {
    let Some(first) = codes.next() else { return Cow::Borrowed("") };
    codes.fold(Cow::Borrowed(first), |mut joined, code| {
        let text = joined.to_mut();
        text.push('|');
        text.push_str(code);
        joined
    })
}
