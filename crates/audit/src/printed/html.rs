//! The words and charts of a page in HTML, and of an SVG image.
//!
//! Scripts, frames and images made of pixels cannot be judged and are refused. A style written on an element is read as
//! words: a width in it may be a count.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

use super::Why;
use super::document::{At, Block, Chart, Document, Form, Place, Shape, Word};

/// Reads a page.
pub(super) fn read(bytes: &[u8]) -> Result<Document, Why> {
    let text = std::str::from_utf8(bytes).map_err(|_| Why::Broken)?;
    let mut reader = Reader::default();
    for token in Tokenizer::new(text) {
        match token {
            Ok(Token::StartTag(tag)) => {
                let name = said(&tag.name);
                let attributes =
                    tag.attributes.iter().map(|(name, value)| (said(name), said(value))).collect();
                reader.begin(&name, &attributes)?;
                if tag.self_closing || VOID.contains(&name.as_str()) {
                    reader.end(&name);
                }
            }
            Ok(Token::EndTag(tag)) => reader.end(&said(&tag.name)),
            Ok(Token::String(text)) => reader.text(&said(&text)),
            Ok(Token::Comment(text)) => reader.unseen(&said(&text)),
            _ => {}
        }
    }
    if !reader.open.is_empty() && reader.open.iter().any(|name| name == "svg" || name == "table") {
        return Err(Why::Broken);
    }
    reader.flush();
    Ok(reader.document)
}

const VOID: [&str; 10] = ["br", "hr", "meta", "link", "input", "col", "wbr", "area", "base", "source"];
/// Elements that stand within a line.
const INLINE: [&str; 20] = [
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "data", "em", "i", "kbd", "mark", "q", "s",
    "small", "span", "strong", "time", "wbr",
];
/// What a reader hears or a search finds, though it is not shown.
const HEARD: [&str; 9] = [
    "alt",
    "title",
    "aria-label",
    "aria-valuenow",
    "aria-valuetext",
    "aria-description",
    "value",
    "placeholder",
    "style",
];

#[derive(Default)]
struct Reader {
    document: Document,
    open: Vec<String>,
    words: String,
    tables: usize,
    /// The open tables: its number, the row and the next column.
    table: Vec<(usize, Option<usize>, usize)>,
    cell: Option<At>,
    chart: Option<Chart>,
    word: Option<Word>,
    ends: bool,
}

impl Reader {
    fn begin(&mut self, name: &str, attributes: &BTreeMap<String, String>) -> Result<(), Why> {
        if ["script", "iframe", "object", "embed", "canvas", "img", "video", "audio"].contains(&name) {
            return Err(Why::Picture);
        }
        if self.chart.is_some() {
            self.shape(name, attributes)?;
        } else if !INLINE.contains(&name) && self.cell.is_none() {
            self.flush();
        }
        for (key, value) in attributes {
            let data =
                key.starts_with("data-") || (name == "meta" && key == "content" && !is_technical(attributes));
            if HEARD.contains(&key.as_str()) || data {
                self.unseen(value);
            }
        }
        match name {
            "svg" => self.chart = Some(Chart::default()),
            "table" => {
                self.table.push((self.tables, None, 0));
                self.tables += 1;
            }
            "tr" => {
                if let Some((_, row, column)) = self.table.last_mut() {
                    *row = Some(row.map_or(0, |row| row + 1));
                    *column = 0;
                }
            }
            "td" | "th" => {
                self.flush();
                if let Some((table, Some(row), column)) = self.table.last_mut() {
                    self.cell = Some(At { table: *table, row: *row, column: *column, header: name == "th" });
                    let span = attributes.get("colspan").and_then(|span| span.parse::<usize>().ok());
                    *column += span.unwrap_or(1).clamp(1, 1000);
                }
            }
            _ => {}
        }
        self.open.push(name.to_owned());
        Ok(())
    }

    fn end(&mut self, name: &str) {
        let Some(at) = self.open.iter().rposition(|open| open == name) else { return };
        if matches!(name, "td" | "th") {
            self.flush();
            self.cell = None;
        } else if self.chart.is_none() && !INLINE.contains(&name) && self.cell.is_none() {
            self.flush();
        }
        match name {
            "table" => {
                self.table.pop();
            }
            "text" => {
                if let (Some(chart), Some(word)) = (&mut self.chart, self.word.take()) {
                    let width = 0.5 * word.size * word.text.chars().count() as f64;
                    let left = if self.ends { word.left - width } else { word.left };
                    chart.words.push(Word { left, right: left + width, ..word });
                }
            }
            "svg" => {
                if let Some(chart) = self.chart.take() {
                    let block =
                        |place: Place, words: &str| Block { page: None, place, words: words.to_owned() };
                    self.document.blocks.push(block(Place::Alternative, &chart.alternative));
                    for word in &chart.words {
                        self.document.blocks.push(block(Place::Drawn, &word.text));
                    }
                    self.document.charts.push(chart);
                }
            }
            _ => {}
        }
        self.open.truncate(at);
    }

    fn text(&mut self, text: &str) {
        let inside = self.open.last().map(String::as_str).unwrap_or_default();
        if let Some(word) = &mut self.word {
            word.text.push_str(text);
        } else if let Some(chart) = &mut self.chart {
            chart.alternative.push_str(text);
            chart.alternative.push(' ');
        } else if inside == "style" {
            // Only what a style sheet makes appear is read.
            for made in text.split("content:").skip(1) {
                let made = made.split([';', '}']).next().unwrap_or_default().to_owned();
                self.unseen(&made);
            }
        } else {
            self.words.push_str(text);
        }
    }

    fn unseen(&mut self, words: &str) {
        let block = Block { page: None, place: Place::Unseen, words: words.trim().to_owned() };
        self.document.blocks.push(block);
    }

    fn flush(&mut self) {
        let words = std::mem::take(&mut self.words);
        let words = words.split_ascii_whitespace().collect::<Vec<_>>().join(" ");
        let within = |names: &[&str]| self.open.iter().any(|open| names.contains(&open.as_str()));
        let heads = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = (1..).zip(heads).find(|(_, head)| within(&[head])).map(|(level, _)| level);
        let place = match self.cell {
            Some(at) => Place::Cell(at),
            None if level.is_some() => Place::Heading(level.unwrap_or_default()),
            None if within(&["li"]) => Place::Item,
            None => Place::Text,
        };
        if !words.is_empty() || self.cell.is_some() {
            self.document.blocks.push(Block { page: None, place, words });
        }
    }

    fn shape(&mut self, name: &str, attributes: &BTreeMap<String, String>) -> Result<(), Why> {
        // A shape moved or drawn point by point is not judged here.
        if attributes.contains_key("transform")
            || ["path", "polygon", "polyline", "use", "image", "foreignobject", "ellipse"].contains(&name)
        {
            return Err(Why::Picture);
        }
        let number = |key: &str| -> Result<f64, Why> {
            let text = attributes.get(key).map_or("0", String::as_str);
            text.trim_end_matches("px").trim_end_matches("pt").parse().map_err(|_| Why::Picture)
        };
        let light = attributes.get("fill").map_or(0.0, |fill| lightness(fill));
        let shape = match name {
            "rect" => {
                let (left, top) = (number("x")?, number("y")?);
                let (right, bottom) = (left + number("width")?, top + number("height")?);
                Shape { form: Form::Box, left, top, right, bottom, light }
            }
            "circle" => {
                let (x, y, radius) = (number("cx")?, number("cy")?, number("r")?);
                let (left, right) = (x - radius, x + radius);
                Shape { form: Form::Disc, left, top: y - radius, right, bottom: y + radius, light }
            }
            "line" => {
                let (x, y) = ((number("x1")?, number("x2")?), (number("y1")?, number("y2")?));
                let (left, right) = (x.0.min(x.1), x.0.max(x.1));
                Shape { form: Form::Line, left, top: y.0.min(y.1), right, bottom: y.0.max(y.1), light }
            }
            "text" => {
                self.ends = attributes.get("text-anchor").is_some_and(|anchor| anchor == "end");
                let (left, baseline) = (number("x")?, number("y")?);
                let size = number("font-size")?;
                self.word = Some(Word { text: String::new(), left, right: left, baseline, size });
                return Ok(());
            }
            _ => return Ok(()),
        };
        if let Some(chart) = &mut self.chart {
            chart.shapes.push(shape);
        }
        Ok(())
    }
}

/// `#rrggbb`; anything else counts as black.
fn lightness(fill: &str) -> f64 {
    let part = |at: usize| fill.get(at..at + 2).and_then(|part| u8::from_str_radix(part, 16).ok());
    match (part(1), part(3), part(5)) {
        (Some(red), Some(green), Some(blue)) => {
            (0.2126 * f64::from(red) + 0.7152 * f64::from(green) + 0.0722 * f64::from(blue)) / 255.0
        }
        _ => 0.0,
    }
}

/// How a page is laid out or by what program it was made.
fn is_technical(attributes: &BTreeMap<String, String>) -> bool {
    let name = attributes.get("name").map(String::as_str).unwrap_or_default();
    ["viewport", "theme-color", "color-scheme", "generator"].contains(&name)
}

fn said(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}
