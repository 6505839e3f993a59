//! The sample document of the templates is typeset without a warning, the same every time.
#![expect(clippy::unwrap_used, reason = "a test may stop at once")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use typeset::{Document, pdf};

fn templates() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../report-templates")
}

fn sample() -> Document {
    let folder = templates().join("sample");
    let mut files = BTreeMap::new();
    files.insert("tables.csv".to_owned(), std::fs::read(folder.join("tables.csv")).unwrap());
    for entry in std::fs::read_dir(folder.join("charts")).unwrap() {
        let path = entry.unwrap().path();
        let name = format!("charts/{}", path.file_name().unwrap().to_str().unwrap());
        files.insert(name, std::fs::read(&path).unwrap());
    }
    Document {
        template: "bundle.typ".to_owned(),
        data: std::fs::read(folder.join("data.nl.json")).unwrap(),
        files,
        date: (2026, 1, 31),
        identity: "sample".to_owned(),
    }
}

#[test]
fn the_sample_document_is_typeset_without_a_warning() {
    let typeset = pdf(&sample()).unwrap_or_else(|error| panic!("{error}"));
    assert!(typeset.pdf.starts_with(b"%PDF-"));
    assert!(typeset.pages > 10, "{} pages", typeset.pages);
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(pdf(&sample()).unwrap().pdf, pdf(&sample()).unwrap().pdf);
}

#[test]
fn a_missing_chart_is_an_error_with_its_place() {
    let mut document = sample();
    document.files.retain(|path, _| !path.starts_with("charts/"));
    let error = pdf(&document).unwrap_err();
    assert!(error.faults()[0].file.is_some(), "{error}");
    assert!(error.faults()[0].line.is_some(), "{error}");
}

#[test]
fn a_template_cannot_leave_its_world() {
    let mut document = sample();
    document.template = "../Cargo.toml".to_owned();
    assert!(pdf(&document).is_err());
}
