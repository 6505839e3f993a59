//! What went wrong while typesetting, with its place in the template.

use std::fmt;

use typst::World;
use typst::WorldExt;
use typst::diag::SourceDiagnostic;

use crate::world::EmbeddedWorld;

/// Why a document could not be typeset: at least one fault.
///
/// The messages are those of the typesetter on the *template*; a template only ever inserts a document's texts
/// as values, so they hold nothing that a person wrote.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    faults: Vec<Fault>,
}

/// One thing wrong, with its place where it has one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The template file.
    pub file: Option<String>,
    /// Line, from 1.
    pub line: Option<usize>,
    /// Column, from 1.
    pub column: Option<usize>,
    /// What is wrong.
    pub message: String,
    /// What may help.
    pub hints: Vec<String>,
}

impl Error {
    /// The faults, in the order in which they were found.
    pub fn faults(&self) -> &[Fault] {
        &self.faults
    }

    pub(crate) fn single(message: String) -> Self {
        Self { faults: vec![Fault { file: None, line: None, column: None, message, hints: Vec::new() }] }
    }

    pub(crate) fn of(world: &EmbeddedWorld, diagnostics: &[SourceDiagnostic]) -> Self {
        Self { faults: diagnostics.iter().map(|diagnostic| fault(world, diagnostic)).collect() }
    }
}

fn fault(world: &EmbeddedWorld, diagnostic: &SourceDiagnostic) -> Fault {
    let file = diagnostic.span.id();
    let place = file.and_then(|id| {
        let source = world.source(id).ok()?;
        let range = world.range(diagnostic.span)?;
        source.lines().byte_to_line_column(range.start)
    });
    Fault {
        file: file.map(|id| id.vpath().get_without_slash().to_owned()),
        line: place.map(|(line, _)| line + 1),
        column: place.map(|(_, column)| column + 1),
        message: diagnostic.message.to_string(),
        hints: diagnostic.hints.iter().map(|hint| hint.v.to_string()).collect(),
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, fault) in self.faults.iter().enumerate() {
            if index > 0 {
                f.write_str("; ")?;
            }
            if let (Some(file), Some(line), Some(column)) = (&fault.file, fault.line, fault.column) {
                write!(f, "{file}:{line}:{column}: ")?;
            }
            f.write_str(&fault.message)?;
            for hint in &fault.hints {
                write!(f, " (hint: {hint})")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
