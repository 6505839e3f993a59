//! Searching in the words of signals: which texts have these words, in one of their forms.
//!
//! The database keeps the stems of a text without their order; how a word becomes a stem is the caller's business. The
//! index follows the texts: what is written waits to be taken in (`index_words`), what is wiped is gone from it at once.

use diesel::expression::SqlLiteral;
use diesel::prelude::*;
use diesel::sql_types::Bool;
use model::Language;

use crate::columns::Id;
use crate::db::Db;
use crate::filing::{SignalText, one, visible};
use crate::queues::Condition;
use crate::schema::{search_rows, search_waiting, signals, standings};
use crate::texts::current;
use crate::writer::Writing;
use crate::{Error, Store};

/// What is looked for: every word, each in one of its forms. A form of four signs and more also finds what begins so.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Wanted {
    words: Vec<Vec<String>>,
}

/// Never a word: a person typed it.
impl std::fmt::Debug for Wanted {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Wanted({} words)", self.words.len())
    }
}

impl Wanted {
    /// Each word as the forms it may have. Forms are letters and digits in lower case; others are left out, and words
    /// without a form with them. At most 16 words of 16 forms count.
    pub fn new(words: impl IntoIterator<Item = Vec<String>>) -> Self {
        let sound = |form: &String| !form.is_empty() && form.chars().all(char::is_alphanumeric);
        let words = words
            .into_iter()
            .map(|forms| forms.into_iter().filter(sound).take(16).collect::<Vec<_>>())
            .filter(|forms| !forms.is_empty())
            .take(16)
            .collect();
        Self { words }
    }

    /// Whether nothing is looked for.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// The question as SQLite's FTS5 reads it.
    fn fts5(&self) -> String {
        self.joined(
            " AND ",
            " OR ",
            |form, begins| {
                if begins { format!("\"{form}\"*") } else { format!("\"{form}\"") }
            },
        )
    }

    /// The question as PostgreSQL's `to_tsquery` reads it.
    fn tsquery(&self) -> String {
        self.joined(
            " & ",
            " | ",
            |form, begins| if begins { format!("'{form}':*") } else { format!("'{form}'") },
        )
    }

    fn joined(&self, and: &str, or: &str, form: impl Fn(&str, bool) -> String) -> String {
        let of_word = |forms: &Vec<String>| {
            let forms: Vec<String> = forms.iter().map(|text| form(text, text.chars().count() >= 4)).collect();
            format!("({})", forms.join(or))
        };
        self.words.iter().map(of_word).collect::<Vec<_>>().join(and)
    }
}

/// Makes the words of a text, as the search keeps them, from what a person wrote in this language.
pub type Words<'a> = &'a dyn Fn(Language, &str) -> String;

impl Store {
    /// Takes up to `limit` signals into the search that it does not know yet, or not as they are now; how many it took.
    pub fn index_words(&self, limit: u32, words: Words<'_>) -> Result<usize, Error> {
        let pending = self.read(|db| pending(db, limit))?;
        let rows: Vec<(Id, Id, i32, String)> = pending
            .into_iter()
            .map(|one| {
                let text = SignalText::read(&one.body)?;
                Ok((one.signal, one.text, one.version, words(one.language, &text.all())))
            })
            .collect::<Result<_, Error>>()?;
        if rows.is_empty() {
            return Ok(0);
        }
        self.writer().send(move |writing| take_in(writing, &rows))?.wait()
    }
}

struct Pending {
    signal: Id,
    text: Id,
    version: i32,
    language: Language,
    body: String,
}

fn pending(db: &mut Db, limit: u32) -> Result<Vec<Pending>, Error> {
    // In two steps: asked for both at once, SQLite looks through all signals for the few that wait.
    let waiting: Vec<Id> =
        search_waiting::table.select(search_waiting::signal_id).limit(limit.into()).load(db)?;
    let rows: Vec<(Id, Id, String)> = signals::table
        .filter(signals::id.eq_any(&waiting))
        .filter(visible())
        .select((signals::id, signals::text_id, signals::language))
        .load(db)?;
    let texts = current(db, &rows.iter().map(|row| row.1).collect::<Vec<_>>())?;
    rows.into_iter()
        .map(|(signal, text, language)| {
            let found = texts.get(&text);
            Ok(Pending {
                signal,
                text,
                version: found.map_or(0, |found| found.version),
                language: one(&language, Language::parse)?,
                body: found.map_or_else(String::new, |found| found.body.clone()),
            })
        })
        .collect()
}

/// Lets the search take in the words of these signals, as they are now.
pub(crate) fn renew(writing: &mut Writing<'_>, signal: Id) -> Result<(), Error> {
    diesel::delete(search_waiting::table.find(signal)).execute(writing.db)?;
    diesel::insert_into(search_waiting::table)
        .values(search_waiting::signal_id.eq(signal))
        .execute(writing.db)?;
    Ok(())
}

/// The same for all signals of an import.
pub(crate) fn renew_import(writing: &mut Writing<'_>, import: Id) -> Result<(), Error> {
    let of_import = signals::table.filter(signals::import_id.eq(import)).select(signals::id);
    of_import
        .insert_into(search_waiting::table)
        .into_columns(search_waiting::signal_id)
        .execute(writing.db)?;
    Ok(())
}

fn take_in(writing: &mut Writing<'_>, rows: &[(Id, Id, i32, String)]) -> Result<usize, Error> {
    let texts: Vec<Id> = rows.iter().map(|row| row.1).collect();
    let now = current(writing.db, &texts)?;
    let last: Option<i64> = search_rows::table
        .select(search_rows::row)
        .order(search_rows::row.desc())
        .first(writing.db)
        .optional()?;
    let mut row = last.unwrap_or(0);
    for (signal, text, version, words) in rows {
        // Written anew meanwhile: it waits for the next time.
        if now.get(text).map_or(0, |now| now.version) != *version {
            continue;
        }
        forget(writing, *text)?;
        let mut found_by = None;
        if !words.is_empty() && now.get(text).is_some_and(|now| !now.body.is_empty()) {
            row += 1;
            diesel::insert_into(search_rows::table)
                .values((search_rows::text_id.eq(text), search_rows::row.eq(row)))
                .execute(writing.db)?;
            writing.db.put_words(row, words)?;
            found_by = Some(row);
        }
        diesel::update(standings::table.find(signal))
            .set(standings::search_row.eq(found_by))
            .execute(writing.db)?;
        diesel::delete(search_waiting::table.find(signal)).execute(writing.db)?;
    }
    Ok(rows.len())
}

/// Takes the words of a text out of the search.
pub(crate) fn forget(writing: &mut Writing<'_>, text: Id) -> Result<(), Error> {
    let row: Option<i64> =
        search_rows::table.find(text).select(search_rows::row).first(writing.db).optional()?;
    if let Some(row) = row {
        writing.db.forget_words(row)?;
        diesel::update(standings::table.filter(standings::search_row.eq(row)))
            .set(standings::search_row.eq(None::<i64>))
            .execute(writing.db)?;
        diesel::delete(search_rows::table.find(text)).execute(writing.db)?;
        writing.forget_deleted("search_words");
    }
    Ok(())
}

/// The signals that have these words. The sign before the column keeps SQLite from reading signals word by word: frequent words
/// have more signals than any queue.
pub(crate) fn having(db: &Db, wanted: &Wanted) -> Condition {
    use diesel::sql_types::{Nullable, Text};
    let (rows, question) = match db {
        Db::Postgres(_) => (
            "SELECT search_words.row FROM search_words WHERE search_words.words @@ to_tsquery('simple', ",
            wanted.tsquery(),
        ),
        Db::Sqlite(_) => ("SELECT rowid FROM search_words WHERE search_words MATCH (", wanted.fts5()),
    };
    let found: SqlLiteral<Nullable<Bool>> = diesel::dsl::sql(&format!("+signals.search_row IN ({rows}"));
    let found: Condition = Box::new(found.bind::<Text, _>(question).sql("))"));
    found
}
