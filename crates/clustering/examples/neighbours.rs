//! Speaks the protocol of `megafoon similar` and `megafoon cluster` without the rest of the program: JSON lines
//! `{"id","text","language"?,"cause"?,"domain"?,"right"?}` in; `similar` writes `{"id","neighbours":[{"id","score","why"}]}`,
//! `cluster` writes `{"id","cluster"}`.
//!
//! `cargo run --release -p clustering --example neighbours -- similar 10 < signals.jsonl`

use std::error::Error;
use std::io::{BufRead, Write};

use clustering::{Index, Lexicon, Text};
use model::Language;
use serde::Deserialize;
use serde_json::json;

#[derive(Deserialize)]
struct Line {
    id: String,
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
    let mut arguments = std::env::args().skip(1);
    let what = arguments.next().unwrap_or_else(|| "similar".to_owned());
    let many: usize = arguments.next().map_or(Ok(10), |many| many.parse())?;
    let mut index = Index::new(Lexicon::own()?);
    let mut ids = Vec::new();
    for line in std::io::stdin().lock().lines() {
        let line: Line = serde_json::from_str(&line?)?;
        index.add(&Text {
            text: &line.text,
            language: line.language.as_deref().and_then(|code| Language::parse(code).ok()),
            cause: &line.cause,
            domain: &line.domain,
            right: &line.right,
        });
        ids.push(line.id);
    }
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    if what == "cluster" {
        let clusters = index.clusters();
        for (number, id) in ids.iter().enumerate() {
            writeln!(out, "{}", json!({ "id": id, "cluster": clusters.of.get(&number) }))?;
        }
        return Ok(());
    }
    for (number, id) in ids.iter().enumerate() {
        let near: Vec<_> = index
            .neighbours(number, many)
            .into_iter()
            .map(|near| {
                let why =
                    json!({ "concepts": near.why.concepts, "words": near.why.words, "themes": near.why.themes, "cause": near.why.cause, "domain": near.why.domain, "right": near.why.right });
                json!({ "id": ids.get(near.number), "score": near.score, "why": why })
            })
            .collect();
        writeln!(out, "{}", json!({ "id": id, "neighbours": near }))?;
    }
    Ok(())
}
