//! The JSON files: `tables.json` itself and `manifest.json`. A number at a place that their form does not know is a
//! stray, however it is called.

use serde_json::Value;

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
