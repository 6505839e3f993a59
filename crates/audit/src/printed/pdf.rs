//! The words and charts of a PDF, in the order of its structure.
//!
//! The structure of a tagged PDF says what is a table, a heading, an image or an ornament; without it nothing could be
//! said of a number, so an untagged PDF is refused. So are an encrypted or broken one, images made of pixels, and
//! fonts whose characters the file does not name.

mod content;
mod fonts;

use std::collections::BTreeMap;

use hayro_syntax::Pdf;
use hayro_syntax::object::{Dict, MaybeRef, Name, Number, ObjRef, Object, ObjectIdentifier, Stream};

use self::content::{Mark, marks};
use super::Why;
use super::document::{At, Block, Chart, Document, Place, Word, lines, running};

/// Reads a PDF; the files attached to it are handed out by name, to be compared with those published beside it.
pub(super) fn read(bytes: &[u8]) -> Result<(Document, BTreeMap<String, Vec<u8>>), Why> {
    let tail = &bytes[bytes.len().saturating_sub(1024)..];
    if !holds(tail, b"%%EOF") || !holds(tail, b"startxref") {
        return Err(Why::Broken);
    }
    // The library opens what is encrypted with an empty password; nothing published has a reason to be.
    if holds(bytes, b"/Encrypt") {
        return Err(Why::Encrypted);
    }
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| Why::Broken)?;
    let root: Dict<'_> = pdf.xref().get(pdf.xref().root_id()).ok_or(Why::Broken)?;
    let structure: Dict<'_> = root.get("StructTreeRoot").ok_or(Why::Untagged)?;

    let mut reader = Reader::default();
    for (at, page) in pdf.pages().iter().enumerate() {
        let id = page.raw().obj_id().ok_or(Why::Broken)?;
        reader.pages.insert(id, at + 1);
        for mark in marks(page)? {
            match mark.number {
                Some(number) => {
                    reader.marks.insert((at + 1, number), mark);
                }
                None => reader.ornaments.push((at + 1, mark)),
            }
        }
    }
    reader.document.pages = reader.pages.len();
    for child in children(&structure) {
        if let Kid::Dict(child) = child {
            reader.element(&child, &Inside::default(), 0)?;
        }
    }
    reader.flush();
    reader.leftovers();
    reader.unseen(&pdf)?;
    Ok((reader.document, attached(&pdf)?))
}

/// Elements within elements, at most so deep.
const DEEPEST: usize = 60;

#[derive(Default)]
struct Reader {
    document: Document,
    pages: BTreeMap<ObjectIdentifier, usize>,
    /// By page and number; taken out as the structure names them.
    marks: BTreeMap<(usize, i64), Mark>,
    ornaments: Vec<(usize, Mark)>,
    /// What the open block holds so far.
    pieces: Vec<Word>,
    said: Vec<String>,
    page: Option<usize>,
    place: Option<Place>,
    tables: usize,
}

/// Where in the structure one is.
#[derive(Clone, Default)]
struct Inside {
    page: Option<usize>,
    place: Option<Place>,
    table: Option<usize>,
}

enum Kid<'a> {
    Dict(Dict<'a>),
    Number(i64),
}

fn children<'a>(element: &Dict<'a>) -> Vec<Kid<'a>> {
    let kid = |object: Object<'a>| match object {
        Object::Dict(dict) => Some(Kid::Dict(dict)),
        Object::Number(number) => Some(Kid::Number(number.as_i64())),
        _ => None,
    };
    match element.get::<Object<'a>>("K") {
        Some(Object::Array(all)) => all.iter::<Object<'a>>().filter_map(kid).collect(),
        Some(one) => kid(one).into_iter().collect(),
        None => Vec::new(),
    }
}

impl Reader {
    fn element(&mut self, element: &Dict<'_>, inside: &Inside, depth: usize) -> Result<(), Why> {
        if depth > DEEPEST {
            return Err(Why::Broken);
        }
        let page = element.get_ref("Pg").map(|page| self.page_of(page)).transpose()?;
        let mut inside = Inside { page: page.or(inside.page), ..inside.clone() };
        let Some(kind) = element.get::<Name<'_>>("S") else {
            // Content on another page than its element, or an annotation.
            if let Some(number) = element.get::<Number>("MCID") {
                self.content(inside.page.ok_or(Why::Broken)?, number.as_i64(), &inside)?;
            }
            return Ok(());
        };
        let kind = kind.as_ref().to_vec();
        if kind == b"Figure" {
            return self.figure(element, &inside);
        }
        self.said.extend(["ActualText", "Alt", "E", "T"].into_iter().filter_map(|key| string(element, key)));
        let inline =
            matches!(kind.as_slice(), b"Span" | b"Link" | b"Reference" | b"Em" | b"Strong" | b"Datetime")
                && !element.contains_key("A");
        let whole = matches!(inside.place, Some(Place::Cell(_) | Place::Heading(_)));
        let block = !inline && !whole;
        if block {
            self.flush();
        }
        match kind.as_slice() {
            b"TOC" | b"TOCI" => inside.place = Some(Place::Contents),
            b"L" | b"LI" => inside.place = Some(Place::Item),
            b"Title" if block => inside.place = Some(Place::Heading(0)),
            [b'H', level @ ..] if block => {
                inside.place =
                    Some(Place::Heading(level.first().map_or(1, |level| level.saturating_sub(b'0'))));
            }
            b"Table" => {
                let table = self.tables;
                self.tables += 1;
                let mut rows = 0;
                return self.rows(element, &Inside { table: Some(table), ..inside }, &mut rows, depth);
            }
            _ => {}
        }
        for child in children(element) {
            match child {
                Kid::Dict(child) => self.element(&child, &inside, depth + 1)?,
                Kid::Number(number) => self.content(inside.page.ok_or(Why::Broken)?, number, &inside)?,
            }
        }
        if block {
            self.flush();
        }
        Ok(())
    }

    /// The rows of a table, wherever they stand in it.
    fn rows(
        &mut self,
        element: &Dict<'_>,
        inside: &Inside,
        rows: &mut usize,
        depth: usize,
    ) -> Result<(), Why> {
        if depth > DEEPEST {
            return Err(Why::Broken);
        }
        for child in children(element) {
            let Kid::Dict(child) = child else { continue };
            let kind = child.get::<Name<'_>>("S").map(|kind| kind.as_ref().to_vec()).unwrap_or_default();
            if kind != b"TR" {
                self.rows(&child, inside, rows, depth + 1)?;
                continue;
            }
            let mut column = 0;
            for cell in children(&child) {
                let Kid::Dict(cell) = cell else { continue };
                let header = cell.get::<Name<'_>>("S").is_some_and(|kind| kind.as_ref() == b"TH");
                let at = At { table: inside.table.unwrap_or_default(), row: *rows, column, header };
                self.flush();
                let place = Some(Place::Cell(at));
                self.place = place.clone();
                self.element(&cell, &Inside { place, ..inside.clone() }, depth + 1)?;
                self.flush();
                column += span(&cell);
            }
            *rows += 1;
        }
        Ok(())
    }

    fn figure(&mut self, element: &Dict<'_>, inside: &Inside) -> Result<(), Why> {
        let alternative = string(element, "Alt").unwrap_or_default();
        let mut chart = Chart { page: inside.page, ..Chart::default() };
        let mut queue = children(element);
        while let Some(kid) = queue.pop() {
            let (page, number) = match kid {
                Kid::Number(number) => (inside.page.ok_or(Why::Broken)?, number),
                Kid::Dict(kid) => {
                    let page = kid.get_ref("Pg").map(|page| self.page_of(page)).transpose()?.or(inside.page);
                    queue.extend(children(&kid));
                    match kid.get::<Number>("MCID") {
                        Some(number) => (page.ok_or(Why::Broken)?, number.as_i64()),
                        None => continue,
                    }
                }
            };
            chart.page = Some(page);
            let mark = self.marks.remove(&(page, number)).unwrap_or_default();
            chart.words.extend(lines(&mark.pieces));
            chart.shapes.extend(mark.shapes);
            if mark.said.iter().any(|said| *said != alternative) {
                self.said.extend(mark.said);
            }
        }
        if matches!(inside.place, Some(Place::Cell(_))) {
            // A sign in a cell, such as the one for a protected count.
            self.said.push(alternative.clone());
            self.document.charts.push(Chart { alternative, ..chart });
            return Ok(());
        }
        self.flush();
        let block = |place: Place, words: String| Block { page: chart.page, place, words };
        self.document.blocks.push(block(Place::Alternative, alternative.clone()));
        for word in &chart.words {
            self.document.blocks.push(block(Place::Drawn, word.text.clone()));
        }
        self.document.charts.push(Chart { alternative, ..chart });
        Ok(())
    }

    fn content(&mut self, page: usize, number: i64, inside: &Inside) -> Result<(), Why> {
        let mark = self.marks.remove(&(page, number)).unwrap_or_default();
        if self.page.is_none() {
            self.page = Some(page);
        }
        if self.place.is_none() {
            self.place.clone_from(&inside.place);
        }
        self.pieces.extend(mark.pieces);
        self.said.extend(mark.said);
        Ok(())
    }

    fn flush(&mut self) {
        let words = running(&std::mem::take(&mut self.pieces));
        let said = std::mem::take(&mut self.said);
        let place = self.place.take().unwrap_or(Place::Text);
        let page = self.page.take();
        let cell = matches!(place, Place::Cell(_));
        if !words.is_empty() || (cell && said.is_empty()) {
            self.document.blocks.push(Block { page, place: place.clone(), words });
        }
        for words in said {
            let place = if cell { place.clone() } else { Place::Unseen };
            self.document.blocks.push(Block { page, place, words });
        }
    }

    fn page_of(&self, page: ObjRef) -> Result<usize, Why> {
        self.pages.get(&page.into()).copied().ok_or(Why::Broken)
    }

    /// What the structure does not name: ornaments, and content that hides from it.
    fn leftovers(&mut self) {
        let hidden = std::mem::take(&mut self.marks).into_iter().map(|((page, _), mark)| (page, mark));
        let ornaments = std::mem::take(&mut self.ornaments);
        for (page, mark) in hidden.chain(ornaments) {
            for word in lines(&mark.pieces) {
                let words = word.text.trim().to_owned();
                self.document.blocks.push(Block { page: Some(page), place: Place::Furniture, words });
            }
            for words in mark.said {
                self.document.blocks.push(Block { page: Some(page), place: Place::Unseen, words });
            }
        }
    }

    /// Every string that some reader may read out or search, of every object: bookmarks, links, titles, keywords.
    fn unseen(&mut self, pdf: &Pdf) -> Result<(), Why> {
        let mut all = Vec::new();
        for object in pdf.objects() {
            match &object {
                Object::Dict(dict) => strings(dict, 0, &mut all),
                Object::Stream(stream) => {
                    let dict = stream.dict();
                    if dict.get::<Name<'_>>("Type").is_some_and(|kind| kind.as_ref() == b"Metadata") {
                        let data = stream.decoded().map_err(|_| Why::Broken)?;
                        all.extend(super::metadata::words(&data)?);
                    }
                    strings(dict, 0, &mut all);
                }
                _ => {}
            }
        }
        all.sort();
        all.dedup();
        let block = |words: String| Block { page: None, place: Place::Unseen, words };
        self.document.blocks.extend(all.into_iter().map(block));
        Ok(())
    }
}

fn strings(dict: &Dict<'_>, depth: usize, all: &mut Vec<String>) {
    // The words of an image are read with the image.
    let figure = dict.get::<Name<'_>>("S").is_some_and(|kind| kind.as_ref() == b"Figure");
    for key in ["ActualText", "E", "T", "Title", "Contents", "TU", "Subject", "Keywords", "Author", "Desc"] {
        all.extend(string(dict, key));
    }
    if !figure {
        all.extend(string(dict, "Alt"));
    }
    if depth < 4 {
        for (_, value) in dict.entries() {
            if let MaybeRef::NotRef(Object::Dict(inner)) = value {
                strings(&inner, depth + 1, all);
            }
        }
    }
}

/// The files in the file.
fn attached(pdf: &Pdf) -> Result<BTreeMap<String, Vec<u8>>, Why> {
    let mut files = BTreeMap::new();
    for object in pdf.objects() {
        let Object::Dict(dict) = object else { continue };
        let Some(embedded) = dict.get::<Dict<'_>>("EF") else { continue };
        let name = string(&dict, "UF").or_else(|| string(&dict, "F")).ok_or(Why::Broken)?;
        for key in ["F", "UF"] {
            if let Some(stream) = embedded.get::<Stream<'_>>(key) {
                let data = stream.decoded().map_err(|_| Why::Broken)?;
                files.insert(name.clone(), data.into_owned());
            }
        }
    }
    Ok(files)
}

/// How many columns a cell takes.
fn span(cell: &Dict<'_>) -> usize {
    let of = |dict: &Dict<'_>| dict.get::<Number>("ColSpan").and_then(|n| usize::try_from(n.as_i64()).ok());
    let span = match cell.get::<Object<'_>>("A") {
        Some(Object::Dict(dict)) => of(&dict),
        Some(Object::Array(all)) => all.iter::<Dict<'_>>().find_map(|dict| of(&dict)),
        _ => None,
    };
    span.unwrap_or(1).max(1)
}

/// A text string: UTF-16 with its mark, or the eight-bit encoding, which is Latin-1 for letters and digits.
fn string(dict: &Dict<'_>, key: &str) -> Option<String> {
    let text = dict.get::<hayro_syntax::object::String<'_>>(key)?;
    Some(match text.as_bytes() {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|unit| u16::from_be_bytes([unit[0], unit[1]]));
            char::decode_utf16(units).map(|unit| unit.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().copied().map(char::from).collect(),
    })
}

fn holds(bytes: &[u8], what: &[u8]) -> bool {
    bytes.windows(what.len()).any(|window| window == what)
}
