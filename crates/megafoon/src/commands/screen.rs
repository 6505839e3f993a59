//! `screen`: personal data in texts, JSON lines in and out.

use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use model::Language;
use screening::Screen;
use serde::Deserialize;
use serde_json::json;
use wording::args;

use crate::commands::Context;
use crate::console;
use crate::failure::{Failure, Outcome};

#[derive(Deserialize)]
struct Line {
    id: serde_json::Value,
    text: String,
    language: Option<String>,
}

pub fn run(context: &Context, file: Option<&Path>) -> Result<Outcome, Failure> {
    let screen = Screen::new().map_err(|error| Failure::Unavailable(error.to_string()))?;
    let input: Box<dyn Read> = match file {
        Some(path) => Box::new(
            File::open(path)
                .map_err(|error| Failure::Usage(format!("{}: {}", path.display(), error.kind())))?,
        ),
        None => Box::new(std::io::stdin()),
    };
    for (at, line) in BufReader::new(input).lines().enumerate() {
        let wrong = || Failure::Usage(context.wording.say("screen-wrong-line", &args![line = at + 1]));
        let line = line.map_err(|_| wrong())?;
        if line.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&line).map_err(|_| wrong())?;
        let language = match line.language.as_deref() {
            Some(code) => Some(Language::parse(code).map_err(|_| wrong())?),
            None => None,
        };
        let findings: Vec<serde_json::Value> = screen
            .findings(&line.text, language)
            .into_iter()
            .map(|finding| {
                json!({
                    "kind": finding.kind.code(),
                    "start": finding.start,
                    "end": finding.end,
                    "certainty": finding.certainty.code(),
                })
            })
            .collect();
        console::say(&json!({ "id": line.id, "findings": findings }).to_string());
    }
    Ok(Outcome::Done)
}
