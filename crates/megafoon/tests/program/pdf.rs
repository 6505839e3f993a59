//! What a reader finds in a PDF: its pages as text, its tables as rows.

use std::path::{Path, PathBuf};
use std::process::Command;

/// Whether the PDF tools are there; where they are required, their absence is a failure.
///
/// `MEGAFOON_TEST_PDFCHECK` names the validator. Without it the checks are left out only in the quick run, which
/// says so itself by `MEGAFOON_TEST_DATABASES=sqlite`.
#[expect(clippy::disallowed_methods, reason = "tests are told their tools by the environment alone")]
pub fn validator() -> Option<PathBuf> {
    match std::env::var_os("MEGAFOON_TEST_PDFCHECK") {
        Some(path) => Some(PathBuf::from(path)),
        None if std::env::var("MEGAFOON_TEST_DATABASES").as_deref() == Ok("sqlite") => None,
        None => panic!(
            "MEGAFOON_TEST_PDFCHECK names no PDF validator: run ./test, or ./test --quick to do without the PDF checks"
        ),
    }
}

/// Each page as text in its layout.
pub fn pages(file: &Path) -> Vec<String> {
    let text = tool("pdftotext", &["-layout", "-enc", "UTF-8", file.to_str().unwrap(), "-"]);
    let mut pages: Vec<String> = text.split('\u{c}').map(str::to_owned).collect();
    pages.pop_if(|last| last.trim().is_empty());
    pages
}

/// The whole text as sentences: every white space one space, words that were broken over lines whole again.
pub fn sentences(file: &Path) -> String {
    let text = tool("pdftotext", &["-enc", "UTF-8", file.to_str().unwrap(), "-"]);
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace("\u{ad} ", "").replace('\u{ad}', "")
}

/// The names of the attached files.
pub fn attachments(file: &Path) -> Vec<String> {
    let listed = tool("pdfdetach", &["-list", file.to_str().unwrap()]);
    listed.lines().filter_map(|line| line.split_once(": ")).map(|(_, name)| name.to_owned()).collect()
}

fn tool(name: &str, arguments: &[&str]) -> String {
    let output =
        Command::new(name).args(arguments).output().unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(output.status.success(), "{name} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// A row of a printed table: its label without any white space, its figures as they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Everything printed since the last empty line or row: ends with the label.
    pub label: String,
    pub figures: Vec<String>,
}

/// The rows among these lines: words, then figures (`12`, `×`, `–`) two or more spaces apart to the end of the line.
pub fn rows<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut label = String::new();
    for line in lines {
        if line.trim().is_empty() {
            label.clear();
            continue;
        }
        let mut columns: Vec<&str> =
            line.trim().split("  ").map(str::trim).filter(|part| !part.is_empty()).collect();
        let mut figures = Vec::new();
        while columns.len() > 1 && columns.last().is_some_and(|last| is_figure(last)) {
            figures.insert(0, columns.pop().unwrap().to_owned());
        }
        label.push_str(&bare(&columns.join(" ")));
        if !figures.is_empty() {
            rows.push(Row { label: std::mem::take(&mut label), figures });
        }
    }
    rows
}

/// Text without white space and soft hyphens, so that a line break in a label makes no difference.
pub fn bare(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '\u{ad}').collect()
}

fn is_figure(text: &str) -> bool {
    text == "×" || text == "–" || (!text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit()))
}

/// The lines of a page without its running head and foot.
pub fn body(page: &str) -> Vec<&str> {
    let lines: Vec<&str> = page.lines().collect();
    let first = lines.iter().position(|line| !line.trim().is_empty()).map_or(0, |at| at + 1);
    let last = lines.iter().rposition(|line| !line.trim().is_empty()).unwrap_or(first);
    lines.get(first..last.max(first)).unwrap_or_default().to_vec()
}
