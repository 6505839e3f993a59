//! Reads the tables of the lexicon, and says where one is broken.

use csv::StringRecord;
use model::Language;

use crate::listed::WrongTerm;
use crate::words::words;

/// A lexicon that cannot be read: the line, and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrokenLexicon {
    /// The line, from 1.
    pub line: u64,
    /// What is wrong.
    pub what: String,
}

impl std::fmt::Display for BrokenLexicon {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "line {}: {}", self.line, self.what)
    }
}

impl std::error::Error for BrokenLexicon {}

/// A concept with its terms.
pub struct ConceptRow {
    pub code: String,
    pub group: String,
    pub terms: Vec<(Language, String)>,
}

/// A theme with its text.
pub struct ThemeRow {
    pub line: u64,
    pub code: String,
    pub language: Language,
    pub text: String,
}

/// The group whose concepts are everyday words.
pub const EVERYDAY: &str = "everyday";

/// The rows of a table of concepts.
pub fn concepts(table: &str) -> Result<Vec<ConceptRow>, BrokenLexicon> {
    let languages = [(Language::Nl, 2), (Language::Fr, 3), (Language::En, 4)];
    rows(table, &["concept", "group", "nl", "fr", "en"], |row, _| {
        let code = code(cell(row, 0))?;
        let mut terms = Vec::new();
        for (language, at) in languages {
            for term in cell(row, at).split('|').map(str::trim).filter(|term| !term.is_empty()) {
                check(term).map_err(|wrong| match wrong {
                    WrongTerm::Empty => "a term without a letter",
                    _ => "a star stands at the beginning or at the end of one word",
                })?;
                terms.push((language, term.to_owned()));
            }
        }
        if terms.is_empty() {
            return Err("a concept without terms");
        }
        Ok(ConceptRow { code, group: cell(row, 1).to_owned(), terms })
    })
}

/// The rows of a table of themes.
pub fn themes(table: &str) -> Result<Vec<ThemeRow>, BrokenLexicon> {
    rows(table, &["theme", "language", "text"], |row, line| {
        let language = Language::parse(cell(row, 1)).map_err(|_| "the language is not nl, fr or en")?;
        Ok(ThemeRow { line, code: code(cell(row, 0))?, language, text: cell(row, 2).to_owned() })
    })
}

fn rows<R>(
    table: &str,
    columns: &[&str],
    read: impl Fn(&StringRecord, u64) -> Result<R, &'static str>,
) -> Result<Vec<R>, BrokenLexicon> {
    let mut reader = csv::ReaderBuilder::new().from_reader(table.trim_start_matches('\u{feff}').as_bytes());
    let unreadable = |error: &csv::Error, line: u64| {
        let line = error.position().map_or(line, csv::Position::line);
        BrokenLexicon { line, what: format!("the row does not have the {} cells", columns.len()) }
    };
    let header = reader.headers().map_err(|error| unreadable(&error, 1))?;
    if header.iter().ne(columns.iter().copied()) {
        return Err(BrokenLexicon { line: 1, what: format!("the columns are not {}", columns.join(",")) });
    }
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| unreadable(&error, 1))?;
        let line = record.position().map_or(1, csv::Position::line);
        rows.push(read(&record, line).map_err(|what| BrokenLexicon { line, what: what.to_owned() })?);
    }
    Ok(rows)
}

fn cell(row: &StringRecord, at: usize) -> &str {
    row.get(at).unwrap_or_default().trim()
}

fn code(cell: &str) -> Result<String, &'static str> {
    let fits = |letter: char| letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-';
    if cell.is_empty() || !cell.chars().all(fits) {
        return Err("a code has small letters, digits and hyphens");
    }
    Ok(cell.to_owned())
}

/// Whether this can be a term.
pub fn check(term: &str) -> Result<(), WrongTerm> {
    let stars = term.matches('*').count();
    let at_an_end = term.starts_with('*') || term.ends_with('*');
    match (words(term).len(), stars) {
        (0, _) => Err(WrongTerm::Empty),
        (_, 0) => Ok(()),
        (1, 1) if at_an_end => Ok(()),
        _ => Err(WrongTerm::Star),
    }
}
