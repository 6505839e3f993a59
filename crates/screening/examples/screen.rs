//! JSON lines `{"id","text","language"?}` in, JSON lines `{"id","findings":[…]}` out, by the screen alone.
//!
//! `cargo run --release -p screening --example screen < texts.jsonl`

use std::io::{BufRead, Write};

use model::Language;
use screening::Screen;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Asked {
    id: serde_json::Value,
    text: String,
    language: Option<Language>,
}

#[derive(Serialize)]
struct Found {
    kind: &'static str,
    start: usize,
    end: usize,
    certainty: &'static str,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let screen = Screen::new()?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    for line in std::io::stdin().lock().lines() {
        let asked: Asked = serde_json::from_str(&line?)?;
        let found = screen.findings(&asked.text, asked.language).into_iter().map(|finding| Found {
            kind: finding.kind.code(),
            start: finding.start,
            end: finding.end,
            certainty: finding.certainty.code(),
        });
        let answer = serde_json::json!({ "id": asked.id, "findings": found.collect::<Vec<_>>() });
        writeln!(out, "{answer}")?;
    }
    Ok(())
}
