//! Speaks the protocol of `megafoon similar` and `megafoon cluster` without the rest of the program: JSON lines
//! `{"id","text","language"?,"cause"?,"domain"?,"right"?}` in; `similar` writes `{"id","neighbours":[{"id","score","why"}]}`,
//! `cluster` writes `{"id","cluster"}`.
//!
//! `cargo run --release -p clustering --example neighbours -- similar --many 10 signals.jsonl`

use std::error::Error;
use std::io::{BufRead, BufReader, Read, Write};

use clustering::{Index, Lexicon, Neighbour, Text};
use model::Language;
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
struct Line {
    id: Value,
    text: String,
    language: Option<String>,
    #[serde(default)]
    cause: String,
    #[serde(default)]
    domain: String,
    #[serde(default)]
    right: String,
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1).peekable();
    let what = arguments.next().unwrap_or_else(|| "similar".to_owned());
    let mut many = 10;
    if arguments.next_if_eq("--many").is_some() {
        many = arguments.next().ok_or("--many takes a number")?.parse()?;
    }
    let input: Box<dyn Read> = match arguments.next() {
        Some(path) => Box::new(std::fs::File::open(path)?),
        None => Box::new(std::io::stdin()),
    };
    let mut lines = Vec::new();
    for line in BufReader::new(input).lines() {
        lines.push(serde_json::from_str::<Line>(&line?)?);
    }
    let mut index = Index::new(Lexicon::own()?);
    index.add_all(lines.iter().map(text));
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let clusters = if what == "cluster" { index.clusters() } else { Default::default() };
    for (number, line) in lines.iter().enumerate() {
        let answer = if what == "cluster" {
            json!({ "id": line.id, "cluster": clusters.of.get(&number) })
        } else {
            let near = index.neighbours(number, many);
            json!({ "id": line.id, "neighbours": near.iter().map(|near| told(near, &lines)).collect::<Vec<_>>() })
        };
        writeln!(out, "{answer}")?;
    }
    Ok(())
}

fn text(line: &Line) -> Text<'_> {
    Text {
        text: &line.text,
        language: line.language.as_deref().and_then(|code| Language::parse(code).ok()),
        cause: &line.cause,
        domain: &line.domain,
        right: &line.right,
    }
}

fn told(near: &Neighbour, lines: &[Line]) -> Value {
    let why = &near.why;
    json!({
        "id": lines.get(near.number).map(|line| &line.id),
        "score": near.score,
        "why": {
            "concepts": why.concepts, "themes": why.themes, "words": why.words,
            "cause": why.cause, "domain": why.domain, "right": why.right,
        },
    })
}
