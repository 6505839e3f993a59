//! JSON lines `{"id","text","language"?}` in, JSON lines `{"id","findings":[…]}` out, by the screen alone.
//!
//! `cargo run --release -p screening --example screen < texts.jsonl`

use std::borrow::Cow;
use std::io::{BufRead, Write};

use model::Language;
use screening::Screen;
use serde::{Deserialize, Serialize};

#[derive(Deserialize)]
struct Asked<'a> {
    id: serde_json::Value,
    #[serde(borrow)]
    text: Cow<'a, str>,
    language: Option<Language>,
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

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let screen = Screen::new()?;
    let mut out = std::io::BufWriter::new(std::io::stdout().lock());
    let mut given = std::io::stdin().lock();
    let mut line = String::new();
    while given.read_line(&mut line)? > 0 {
        let asked: Asked = serde_json::from_str(&line)?;
        let found = screen.findings(&asked.text, asked.language).into_iter().map(|finding| Found {
            kind: finding.kind.code(),
            start: finding.start,
            end: finding.end,
            certainty: finding.certainty.code(),
        });
        serde_json::to_writer(&mut out, &Answer { id: asked.id, findings: found.collect() })?;
        out.write_all(b"\n")?;
        line.clear();
    }
    out.flush()?;
    Ok(())
}
