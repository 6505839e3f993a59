//! A template and a JSON document in, an accessible PDF out; this crate knows no signal.
//!
//! The templates and fonts of `report-templates/` are embedded. A template sees those, its document as
//! `/data.json`, and the files handed over with it; it reaches no disk, network or clock, so the same document
//! gives the same bytes. The PDF conforms to PDF/UA-1 and PDF/A-3a together.
#![warn(missing_docs)]

mod coverage;
mod error;
mod world;

use std::collections::BTreeMap;

use typst_layout::PagedDocument;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};

pub use coverage::covered_ranges;
pub use error::{Error, Fault};
pub use world::font_files;

/// What is to be typeset.
#[derive(Debug, Clone)]
pub struct Document {
    /// The entry template, such as `bundle.typ`.
    pub template: String,
    /// The document: JSON, read by the template as `/data.json`.
    pub data: Vec<u8>,
    /// Further files by virtual path, such as `charts/causes.svg` or `tables.csv`.
    pub files: BTreeMap<String, Vec<u8>>,
    /// The date that stands for *today*: year, month 1 to 12, day 1 to 31.
    pub date: (i32, u8, u8),
    /// A name that stays the same for the same document; becomes the PDF's identifier.
    pub identity: String,
}

/// A typeset PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Typeset {
    /// The file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
}

/// The PDF of `document`.
///
/// A warning of the typesetter (an unknown font, a missing character, a missing alternative text) is an error
/// here: what would look wrong to a reader is not handed out.
pub fn pdf(document: &Document) -> Result<Typeset, Error> {
    let world = world::EmbeddedWorld::new(document)?;
    let compiled = typst::compile::<PagedDocument>(&world);
    let result = finish(&world, compiled, &document.identity);
    // The compiler remembers everything it laid out; a long-running process must not.
    typst::comemo::evict(2);
    result
}

/// Forgets everything that earlier documents left in the compiler's memory.
pub fn forget() {
    typst::comemo::evict(0);
}

fn finish(
    world: &world::EmbeddedWorld,
    compiled: typst::diag::Warned<typst::diag::SourceResult<PagedDocument>>,
    identity: &str,
) -> Result<Typeset, Error> {
    let paged = compiled.output.map_err(|diagnostics| Error::of(world, &diagnostics))?;
    if !compiled.warnings.is_empty() {
        return Err(Error::of(world, &compiled.warnings));
    }
    let standards = PdfStandards::new(&[PdfStandard::Ua_1, PdfStandard::A_3a])
        .map_err(|refused| Error::single(refused.message().to_string()))?;
    let options = PdfOptions {
        ident: typst::foundations::Smart::Custom(identity.to_owned()),
        creator: typst::foundations::Smart::Custom(Some("Megafoon".to_owned())),
        standards,
        ..PdfOptions::default()
    };
    let pdf = typst_pdf::pdf(&paged, &options).map_err(|diagnostics| Error::of(world, &diagnostics))?;
    Ok(Typeset { pdf, pages: paged.pages().len() })
}
