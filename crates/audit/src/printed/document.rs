//! What a file prints, whatever its format: blocks of words, each with its place, and charts.

/// A file, read.
#[derive(Debug, Default)]
pub(super) struct Document {
    /// How many pages; none where the format has no pages.
    pub pages: usize,
    /// It holds some of the chapters, under the numbers that they have in the whole.
    pub is_part: bool,
    /// In reading order.
    pub blocks: Vec<Block>,
    /// In reading order.
    pub charts: Vec<Chart>,
}

/// Words that belong together: a paragraph, a heading, a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Block {
    /// From 1.
    pub page: Option<usize>,
    pub place: Place,
    pub words: String,
}

/// Where a block stands; it decides what a number in it can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Place {
    /// Running text.
    Text,
    /// A heading of this level; 0 is the title of the whole.
    Heading(u8),
    /// An item of a list.
    Item,
    /// An entry of a table of contents.
    Contents,
    /// A cell of a table.
    Cell(At),
    /// The words that stand for an image.
    Alternative,
    /// Words drawn in an image.
    Drawn,
    /// A running head, a page number, an ornament: no part of the content.
    Furniture,
    /// What is not seen: titles of bookmarks, descriptions of links, keywords.
    Unseen,
}

/// The place of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct At {
    /// The table in the file, from 0.
    pub table: usize,
    /// From 0; the header is a row too.
    pub row: usize,
    /// From 0.
    pub column: usize,
    /// Whether it names a row or a column.
    pub header: bool,
}

/// An image made of shapes and words, in points; y grows downwards.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Chart {
    pub page: Option<usize>,
    /// Its words for those who do not see it.
    pub alternative: String,
    pub words: Vec<Word>,
    pub shapes: Vec<Shape>,
}

/// Words on one line.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub text: String,
    pub left: f64,
    pub right: f64,
    pub baseline: f64,
    pub size: f64,
}

/// A filled shape.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Shape {
    pub form: Form,
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
    /// How light, from 0 to 1.
    pub light: f64,
}

/// What kind of shape.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Box,
    Disc,
    Line,
}

impl Shape {
    pub fn width(&self) -> f64 {
        self.right - self.left
    }

    pub fn height(&self) -> f64 {
        self.bottom - self.top
    }

    pub fn middle(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }
}

/// Pieces on one baseline that touch each other become words on one line: charts are drawn letter by letter.
pub(super) fn lines(pieces: &[Word]) -> Vec<Word> {
    let mut lines: Vec<Word> = Vec::new();
    for piece in pieces {
        if let Some(last) = lines.last_mut() {
            let gap = piece.left - last.right;
            let level = (piece.baseline - last.baseline).abs() < 0.2 * piece.size;
            if level && gap.abs() < 0.35 * piece.size && (piece.size - last.size).abs() < 0.1 {
                // Where a space is not drawn, it is left out.
                if gap > 0.12 * piece.size {
                    last.text.push(' ');
                }
                last.text.push_str(&piece.text);
                last.right = piece.right;
                continue;
            }
        }
        lines.push(piece.clone());
    }
    lines
}

/// Pieces in reading order as running text.
pub(super) fn running(pieces: &[Word]) -> String {
    let mut text = String::new();
    let mut last: Option<&Word> = None;
    for piece in pieces {
        if let Some(last) = last {
            let level = (piece.baseline - last.baseline).abs() < 0.3 * piece.size.max(last.size);
            let touches = level && (piece.left - last.right).abs() < 0.12 * piece.size;
            if text.ends_with('\u{ad}') {
                // The hyphen may be a piece of its own, at whatever distance.
                while text.ends_with(['\u{ad}', ' ']) {
                    text.pop();
                }
            } else if !touches
                && piece.text != "\u{ad}"
                && !text.is_empty()
                && !text.ends_with(char::is_whitespace)
            {
                text.push(' ');
            }
        }
        text.push_str(&piece.text);
        last = Some(piece);
    }
    text.trim().to_owned()
}
