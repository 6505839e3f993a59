//! The numbers printed in everything that an edition publishes.
//!
//! Each file is read into blocks of words and charts (`document`); each number is explained or is a stray
//! (`explain`); each length and shade of a chart must say what the number beside it says (`chart`); the sheets hold
//! the same cells as `tables.json` (`sheet`). A file that is not known, or that cannot be read whole, is refused.

mod chart;
mod document;
mod explain;
mod html;
mod known;
mod metadata;
mod numbers;
mod pdf;
mod record;
mod sheet;
mod tables;
mod vocabulary;

use std::collections::BTreeMap;

use serde::Serialize;

use self::document::Document;
use self::explain::{Sense, readings};
use self::known::Known;
use crate::attack::Refused;
use crate::published::Published;

/// What came of reading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Printed {
    /// Files read.
    pub files: usize,
    /// Numbers found in them.
    pub numbers: usize,
    /// Of these, the ones read as counts.
    pub counts: usize,
    /// Shapes of charts measured.
    pub shapes: usize,
    /// What stands in no table.
    pub strays: Vec<Stray>,
}

/// A number that is printed or drawn and does not follow from what is published.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Stray {
    /// The file, from the folder of the edition.
    pub file: String,
    /// The page, from 1, where the file has pages.
    pub page: Option<usize>,
    /// The words around it; for a cell of a sheet, its coordinates.
    pub words: String,
    /// The number as printed, or as measured.
    pub number: String,
    /// What is wrong.
    pub kind: Kind,
}

/// What is wrong with a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// It reads as a count, and no published cell or fact is so large.
    Count,
    /// In a table: not the published count of its row and column.
    Cell,
    /// A share of a hundred that no published count makes with a coarser one.
    Share,
    /// A change that no two published counts make.
    Change,
    /// A length or a place in a chart that says another number than the one beside it.
    Length,
    /// A shade that says more than the numbers do.
    Shade,
    /// A cell of a sheet that differs from `tables.json`.
    Sheet,
}

impl Kind {
    /// A word for it, for programs and for sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Cell => "cell",
            Self::Share => "share",
            Self::Change => "change",
            Self::Length => "length",
            Self::Shade => "shade",
            Self::Sheet => "sheet",
        }
    }
}

/// Why a file could not be audited.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// No such file belongs to an edition.
    Unknown,
    /// An edition has this file.
    Missing,
    /// It cannot be read whole.
    Broken,
    /// It is encrypted.
    Encrypted,
    /// A PDF without the structure that says what is a table and what is not.
    Untagged,
    /// A font whose characters the file does not name.
    Font,
    /// An image, a script or a drawing that cannot be judged.
    Picture,
    /// It is of another edition than its tables.
    Edition,
}

impl Why {
    /// A word for it, for programs and for sentences.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::Missing => "missing",
            Self::Broken => "broken",
            Self::Encrypted => "encrypted",
            Self::Untagged => "untagged",
            Self::Font => "font",
            Self::Picture => "picture",
            Self::Edition => "edition",
        }
    }
}

/// Reads every file of the folder of `edition` (by path from that folder), beside the earlier editions that it may name.
pub fn printed(
    edition: &Published,
    earlier: &[Published],
    files: &BTreeMap<String, Vec<u8>>,
) -> Result<Printed, Refused> {
    let refused = |name: &str| {
        let name = name.to_owned();
        move |why: Why| Refused::File { name, why }
    };
    let file = |name: &str| files.get(name).ok_or_else(|| refused(name)(Why::Missing));
    let rows = sheet::rows(file(CSV)?).map_err(refused(CSV))?;
    let tables: Published =
        serde_json::from_slice(file(TABLES)?).map_err(|_| refused(TABLES)(Why::Broken))?;
    if (tables.edition, tables.revision) != (edition.edition, edition.revision) {
        return Err(refused(TABLES)(Why::Edition));
    }
    let known = Known::new(edition, earlier, &rows);
    let mut printed = Printed::default();
    for (name, bytes) in files {
        read(&mut printed, name, bytes, files, &known, &rows).map_err(refused(name))?;
        printed.files += 1;
    }
    printed.strays.sort();
    printed.strays.dedup();
    Ok(printed)
}

const TABLES: &str = "tables.json";
const CSV: &str = "tables.csv";
/// The folder of the files that hold some of the chapters.
const BRIEFS: &str = "briefs/";
const CATALOGUE: &str = "dcat.jsonld";

fn read(
    printed: &mut Printed,
    name: &str,
    bytes: &[u8],
    files: &BTreeMap<String, Vec<u8>>,
    known: &Known<'_>,
    rows: &[sheet::Row],
) -> Result<(), Why> {
    match name.rsplit_once('.').map(|(_, kind)| kind) {
        Some("pdf") => {
            let (mut document, attached) = pdf::read(bytes)?;
            document.is_part = name.starts_with(BRIEFS);
            // An attachment is one of the published files, to the byte: there it is read.
            let same = |(name, data): (&String, &Vec<u8>)| files.get(name).is_some_and(|file| file == data);
            if !attached.iter().all(same) {
                return Err(Why::Unknown);
            }
            judge(printed, name, &document, known);
        }
        Some("html" | "svg") => {
            let mut document = html::read(bytes)?;
            // The chapters of an edition stand on a page each.
            document.is_part = true;
            judge(printed, name, &document, known);
        }
        Some("xlsx") => judge(printed, name, &sheet::workbook(bytes)?, known),
        Some("csv") => {
            // The same rows, whatever parts their columns.
            let other = if name == CSV { None } else { Some(sheet::rows(bytes)?) };
            let here = other.as_deref().unwrap_or(rows);
            printed.numbers += here.len();
            printed.counts += here.len();
            let differences = sheet::differences(name, here, known.now);
            // The same cells under other words.
            if differences.is_empty() && here != rows {
                return Err(Why::Broken);
            }
            printed.strays.extend(differences);
        }
        _ if [TABLES, "manifest.json", CATALOGUE].contains(&name) => {
            let places = match name {
                TABLES => record::TABLES,
                CATALOGUE => record::CATALOGUE,
                _ => record::MANIFEST,
            };
            if name == CATALOGUE {
                judge(printed, name, &record::said(bytes)?, known);
            }
            let (strays, numbers) = record::strays(name, bytes, places)?;
            printed.numbers += numbers;
            printed.strays.extend(strays);
        }
        // Letters and colours; a style sheet that prints is read in the page that names it.
        Some("woff2" | "css") if !bytes.windows(8).any(|part| part == b"content:") => {}
        _ => return Err(Why::Unknown),
    }
    Ok(())
}

fn judge(printed: &mut Printed, file: &str, document: &Document, known: &Known<'_>) {
    let stray = |page: Option<usize>, words: String, number: String, kind: Kind| Stray {
        file: file.to_owned(),
        page,
        words,
        number,
        kind,
    };
    for reading in readings(document, known) {
        printed.numbers += 1;
        match reading.sense {
            Sense::Other => {}
            Sense::Count => printed.counts += 1,
            Sense::Stray(kind) => {
                printed.counts += 1;
                let page = document.blocks.get(reading.block).and_then(|block| block.page);
                printed.strays.push(stray(page, reading.words, reading.number, kind));
            }
        }
    }
    for chart in &document.charts {
        let (gives, shapes) = chart::given(chart);
        printed.shapes += shapes;
        let gives = gives.into_iter().map(|gives| stray(chart.page, gives.words, gives.number, gives.kind));
        printed.strays.extend(gives);
    }
}
