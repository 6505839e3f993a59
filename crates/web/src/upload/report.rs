//! A file in words: what is wrong with it, what is wrong with a row, and the first good rows as they were read.

use exchange::{FileProblem, RefusedRow, RowProblem, Spool, WrongHeader};
use model::{Field, Problem, Reason};
use store::NetworkView;
use wording::{Wording, args};

use crate::signals::domain;

/// A refused row.
pub struct RefusedLine {
    /// Its line in the file.
    pub line: String,
    /// What is wrong with it; repeats nothing of what stands there.
    pub reasons: Vec<String>,
}

/// A good row, as it was read.
pub struct Sample {
    /// Its line in the file.
    pub line: String,
    /// The headline.
    pub headline: String,
    /// Its language, for the headline.
    pub language: &'static str,
    /// Month, domain and place.
    pub facts: String,
}

/// How many good rows are shown.
const SAMPLES: usize = 5;

/// What is wrong with a row. `own` is the name of the organisation whose rows are taken.
pub fn refused_line(wording: Wording, own: &str, row: &RefusedRow) -> RefusedLine {
    let reasons = match &row.problem {
        RowProblem::Columns { expected, found } => {
            vec![wording.say("row-problem-columns", &args![found = *found, expected = *expected])]
        }
        RowProblem::ErrorCell(field) => {
            vec![wording.say("row-problem-error-cell", &args![field = wording.label(*field)])]
        }
        RowProblem::Fields(problems) => problems.iter().map(|problem| said(wording, own, *problem)).collect(),
    };
    RefusedLine { line: row.number.line.to_string(), reasons }
}

fn said(wording: Wording, own: &str, problem: Problem) -> String {
    match (problem.field, problem.reason) {
        (Field::Organisation, Reason::UnknownCode) => {
            wording.say("upload-other-organisation", &args![organisation = own])
        }
        _ => wording.problem(problem),
    }
}

/// The first good rows.
pub fn samples(wording: Wording, network: &NetworkView, spool: &mut Spool) -> std::io::Result<Vec<Sample>> {
    let rows = spool.rows()?.take(SAMPLES);
    rows.map(|row| {
        let row = row?;
        let signal = row.submission;
        let facts = [
            wording.month(signal.observed),
            domain(wording, network, &signal.domain),
            wording.place(signal.place),
        ];
        Ok(Sample {
            line: row.number.line.to_string(),
            headline: signal.headline,
            language: signal.language.code(),
            facts: facts.join(" · "),
        })
    })
    .collect()
}

/// The sentence for a file that cannot be read.
pub fn file_problem(wording: Wording, problem: &FileProblem) -> String {
    let line = problem.line().unwrap_or_default().to_string();
    let mut said = wording.say(&format!("file-problem-{}", problem.code()), &args![line = &line]);
    if let FileProblem::WrongHeader(header) = problem {
        for part in wrong_header(wording, header) {
            said.push(' ');
            said.push_str(&part);
        }
    }
    said
}

fn wrong_header(wording: Wording, header: &WrongHeader) -> Vec<String> {
    let numbers = |columns: &[usize]| columns.iter().map(usize::to_string).collect::<Vec<_>>().join(", ");
    let mut said = Vec::new();
    if !header.missing.is_empty() {
        let fields: Vec<&str> = header.missing.iter().map(|field| field.code()).collect();
        said.push(wording.say("header-missing", &args![fields = fields.join(", ")]));
    }
    if !header.unknown.is_empty() {
        let columns = numbers(&header.unknown);
        said.push(wording.say("header-unknown", &args![count = header.unknown.len(), columns = columns]));
    }
    if !header.repeated.is_empty() {
        let columns = numbers(&header.repeated);
        said.push(wording.say("header-repeated", &args![count = header.repeated.len(), columns = columns]));
    }
    said
}
