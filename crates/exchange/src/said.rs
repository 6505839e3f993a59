//! A problem with a file or a row in words: where, and what to do; nothing of what was written there.

use model::Problem;
use wording::{Wording, args};

use crate::problem::{FileProblem, RowProblem, WrongHeader};

impl FileProblem {
    /// The sentence for a file that cannot be read; for a wrong header, with what is wrong in it.
    pub fn said(&self, wording: Wording) -> String {
        let line = self.line().unwrap_or_default().to_string();
        let mut said = wording.say(&format!("file-problem-{}", self.code()), &args![line = &line]);
        if let Self::WrongHeader(header) = self {
            for part in wrong_header(wording, header) {
                said.push(' ');
                said.push_str(&part);
            }
        }
        said
    }
}

impl RowProblem {
    /// A sentence for each thing that is wrong with a row. `of_field` says what is wrong with a field, as the reader
    /// of the report needs it.
    pub fn said(&self, wording: Wording, of_field: impl Fn(Problem) -> String) -> Vec<String> {
        match self {
            Self::Columns { expected, found } => {
                vec![wording.say("row-problem-columns", &args![found = *found, expected = *expected])]
            }
            Self::ErrorCell(field) => {
                vec![wording.say("row-problem-error-cell", &args![field = wording.label(*field)])]
            }
            Self::Fields(problems) => problems.iter().map(|problem| of_field(*problem)).collect(),
        }
    }
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
