//! The JSON files: `tables.json` itself, `manifest.json`, and the catalogue's `dcat.jsonld`. A number at a place that their form does not know is a
//! stray, however it is called.

use serde_json::Value;

use super::document::{Block, Document, Place};
use super::{Kind, Stray, Why};

/// Places in `tables.json` that hold numbers, or strings with numbers; `*` is any name or place in a list.
pub(super) const TABLES: &[&str] = &[
    "schema",
    "edition",
    "revision",
    "period/*",
    "rules/*",
    "rules/thresholds/*/threshold",
    "rules/thresholds/*/when/*/*",
    "dimensions/*/values/*",
    "dimensions/*/groups/*/*",
    "dimensions/*/kind",
    "dimensions/*/within",
    "tables/*/id",
    "tables/*/title/*",
    "tables/*/dimensions/*",
    "tables/*/cells/*/at/*",
    "tables/*/cells/*/count",
    "facts/*/id",
    "facts/*/value",
    "facts/*/unit",
];

/// Places in `manifest.json`.
pub(super) const MANIFEST: &[&str] = &[
    "schema",
    "edition",
    "revision",
    "period/*",
    "software",
    "rules/*",
    "rules/thresholds/*/threshold",
    "rules/thresholds/*/when/*/*",
    "files/*/name",
    "files/*/bytes",
    "files/*/sha256",
    "frozen_record_hmac_sha256",
    "event_chain_head",
];

/// Places in `dcat.jsonld`. What it says in words is judged like all words ([`said`]).
pub(super) const CATALOGUE: &[&str] = &[
    "@context/*",
    "dct:identifier",
    "dcat:version",
    "dct:issued/@type",
    "dct:issued/@value",
    "dct:spatial/@id",
    "dct:temporal/*/@type",
    "dct:temporal/*/@value",
    "dct:title/*/@value",
    "dct:description/*/@value",
    "dcat:keyword/*/@value",
    "dct:publisher/foaf:name/*/@value",
    "dcat:distribution/*/dct:format/@id",
    "dcat:distribution/*/dct:license/@id",
    "dcat:distribution/*/dct:title/*/@value",
    "dcat:distribution/*/dcat:byteSize/@value",
    "dcat:distribution/*/spdx:checksum/spdx:algorithm/@id",
    "dcat:distribution/*/spdx:checksum/spdx:checksumValue/@value",
];

/// The words of `dcat.jsonld`: whatever is in a language.
pub(super) fn said(bytes: &[u8]) -> Result<Document, Why> {
    fn walk(value: &Value, blocks: &mut Vec<Block>) {
        match value {
            Value::Object(members) => {
                if let (Some(_), Some(words)) =
                    (members.get("@language"), members.get("@value").and_then(Value::as_str))
                {
                    blocks.push(Block { page: None, place: Place::Text, words: words.to_owned() });
                }
                members.values().for_each(|value| walk(value, blocks));
            }
            Value::Array(items) => items.iter().for_each(|value| walk(value, blocks)),
            _ => {}
        }
    }
    let mut document = Document::default();
    walk(&serde_json::from_slice(bytes).map_err(|_| Why::Broken)?, &mut document.blocks);
    Ok(document)
}

/// Every number of a JSON file at another place than these, and how many numbers it holds.
pub(super) fn strays(file: &str, bytes: &[u8], places: &[&str]) -> Result<(Vec<Stray>, usize), Why> {
    let value: Value = serde_json::from_slice(bytes).map_err(|_| Why::Broken)?;
    let mut reader = Reader { file, places, strays: Vec::new(), numbers: 0 };
    reader.walk(&value, &mut Vec::new());
    Ok((reader.strays, reader.numbers))
}

struct Reader<'a> {
    file: &'a str,
    places: &'a [&'a str],
    strays: Vec<Stray>,
    numbers: usize,
}

impl Reader<'_> {
    fn walk(&mut self, value: &Value, path: &mut Vec<String>) {
        match value {
            Value::Object(members) => {
                for (name, value) in members {
                    path.push(name.clone());
                    self.walk(value, path);
                    path.pop();
                }
            }
            Value::Array(items) => {
                for (at, value) in items.iter().enumerate() {
                    path.push(at.to_string());
                    self.walk(value, path);
                    path.pop();
                }
            }
            Value::Number(number) => self.number(&number.to_string(), path),
            Value::String(text) if text.contains(|c: char| c.is_numeric()) => self.number(text, path),
            _ => {}
        }
    }

    fn number(&mut self, number: &str, path: &[String]) {
        self.numbers += 1;
        let fits = |place: &&&str| {
            let parts: Vec<&str> = place.split('/').collect();
            parts.len() == path.len()
                && parts.iter().zip(path).all(|(part, name)| *part == "*" || part == name)
        };
        if self.places.iter().any(|place| fits(&place)) {
            return;
        }
        self.strays.push(Stray {
            file: self.file.to_owned(),
            page: None,
            words: path.join("/"),
            number: number.to_owned(),
            kind: Kind::Count,
        });
    }
}
