//! A file in words: what is wrong with a row, and the first good rows as they were read.

use exchange::{RefusedRow, Spool};
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
    let reasons = row.problem.said(wording, |problem| said(wording, own, problem));
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
