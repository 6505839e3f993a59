//! `screen`: personal data in texts, JSON lines in and out.

use std::borrow::Cow;
use std::io::BufRead;
use std::path::Path;

use model::Language;
use screening::Screen;
use serde::{Deserialize, Serialize};
use wording::args;

use crate::commands::Context;
use crate::console::Results;
use crate::failure::{Failure, Outcome};

#[derive(Deserialize)]
struct Line<'a> {
    id: serde_json::Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    language: Option<&'a str>,
}

#[derive(Serialize)]
struct Answer {
    id: serde_json::Value,
    findings: Vec<Found>,
}

#[derive(Serialize)]
struct Found {
    kind: &'static str,
    start: usize,
    end: usize,
    certainty: &'static str,
}

pub fn run(context: &Context, file: Option<&Path>) -> Result<Outcome, Failure> {
    let screen = Screen::new().map_err(|error| Failure::Unavailable(error.to_string()))?;
    let mut input = super::input(file)?;
    let mut results = Results::new();
    let mut read = String::new();
    for at in 1_u64.. {
        let wrong = || Failure::Usage(context.wording.say("screen-wrong-line", &args![line = at]));
        read.clear();
        if input.read_line(&mut read).map_err(|_| wrong())? == 0 {
            break;
        }
        if read.trim().is_empty() {
            continue;
        }
        let line: Line<'_> = serde_json::from_str(&read).map_err(|_| wrong())?;
        let language = line.language.map(Language::parse).transpose().map_err(|_| wrong())?;
        let findings = screen.findings(&line.text, language).into_iter().map(|finding| Found {
            kind: finding.kind.code(),
            start: finding.start,
            end: finding.end,
            certainty: finding.certainty.code(),
        });
        results.json(&Answer { id: line.id, findings: findings.collect() });
        // Whoever asks line by line gets an answer line by line; whoever sends many at once gets them together.
        if input.buffer().is_empty() {
            results.flush();
        }
    }
    Ok(Outcome::Done)
}
