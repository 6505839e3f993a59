//! `similar` and `cluster`: which texts say the same thing, JSON lines in and out.

use std::io::BufRead;
use std::path::Path;

use clustering::{Index, Lexicon, Text, Why};
use model::Language;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use wording::args;

use crate::commands::Context;
use crate::console::Results;
use crate::failure::{Failure, Outcome};

#[derive(Deserialize)]
struct Line {
    id: Value,
    text: String,
    language: Option<String>,
    cause: Option<String>,
    domain: Option<String>,
    right: Option<String>,
}

#[derive(Serialize)]
struct Similar<'a> {
    id: &'a Value,
    neighbours: Vec<Near<'a>>,
}

#[derive(Serialize)]
struct Near<'a> {
    id: &'a Value,
    score: f64,
    why: Reasons,
}

/// Only what there is: who reads it need not skip empty lists.
#[derive(Serialize)]
struct Reasons {
    #[serde(skip_serializing_if = "Vec::is_empty")]
    concepts: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    themes: Vec<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    words: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    cause: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    right: Option<String>,
}

#[derive(Serialize)]
struct Belongs<'a> {
    id: &'a Value,
    cluster: Option<usize>,
}

pub fn similar(context: &Context, file: Option<&Path>, many: usize) -> Result<Outcome, Failure> {
    let lines = lines(context, file)?;
    let index = index(&lines)?;
    let mut results = Results::new();
    for (number, line) in lines.iter().enumerate() {
        let near = index.neighbours(number, many).into_iter().filter_map(|near| {
            Some(Near { id: &lines.get(near.number)?.id, score: near.score, why: near.why.into() })
        });
        results.json(&Similar { id: &line.id, neighbours: near.collect() });
    }
    Ok(Outcome::Done)
}

pub fn cluster(context: &Context, file: Option<&Path>) -> Result<Outcome, Failure> {
    let lines = lines(context, file)?;
    let clusters = index(&lines)?.clusters();
    let mut results = Results::new();
    for (number, line) in lines.iter().enumerate() {
        results.json(&Belongs { id: &line.id, cluster: clusters.of.get(&number).copied() });
    }
    Ok(Outcome::Done)
}

/// All lines: what is near a text is known when all have been read.
fn lines(context: &Context, file: Option<&Path>) -> Result<Vec<Line>, Failure> {
    let input = super::input(file)?;
    let mut lines = Vec::new();
    for (at, read) in (1_u64..).zip(input.lines()) {
        let wrong = || Failure::Usage(context.wording.say("similar-wrong-line", &args![line = at]));
        let read = read.map_err(|_| wrong())?;
        if read.trim().is_empty() {
            continue;
        }
        let line: Line = serde_json::from_str(&read).map_err(|_| wrong())?;
        if line.language.as_deref().is_some_and(|language| Language::parse(language).is_err()) {
            return Err(wrong());
        }
        lines.push(line);
    }
    Ok(lines)
}

fn index(lines: &[Line]) -> Result<Index, Failure> {
    let lexicon = Lexicon::own().map_err(|error| Failure::Unavailable(error.to_string()))?;
    let mut index = Index::new(lexicon);
    index.add_all(lines.iter().map(|line| Text {
        text: &line.text,
        language: line.language.as_deref().and_then(|language| Language::parse(language).ok()),
        cause: line.cause.as_deref().unwrap_or_default(),
        domain: line.domain.as_deref().unwrap_or_default(),
        right: line.right.as_deref().unwrap_or_default(),
    }));
    Ok(index)
}

impl From<Why> for Reasons {
    fn from(why: Why) -> Self {
        let Why { concepts, themes, words, cause, domain, right } = why;
        Self { concepts, themes, words, cause, domain, right }
    }
}
