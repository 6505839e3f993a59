//! The words by which a network's signals find each other, beside those that the program brings: which were added to
//! which concept, which of the program's own were switched off, by whom and when.

use chrono::NaiveDate;
use diesel::prelude::*;
use model::{AccountId, Language};
use serde_json::json;
use uuid::Uuid;

use crate::columns::Id;
use crate::db::Db;
use crate::events::Event;
use crate::filing::one;
use crate::schema::{accounts, lexicon_words};
use crate::writer::Writing;
use crate::{Error, Store};

/// How the code of a network's own concept begins: the program's own never begin so.
pub const OWN_CONCEPT: &str = "own-";

/// The detail of the `Conflict` for words that do not fit those that stand by now.
pub const WORDS_DO_NOT_FIT: &str = "the words do not fit those that stand";

/// A word of a concept.
#[derive(Clone, PartialEq, Eq)]
pub struct LexiconWord {
    /// Its id.
    pub id: Uuid,
    /// The code of the concept.
    pub concept: String,
    /// The language.
    pub language: Language,
    /// The word or phrase.
    pub word: String,
    /// Whether it is one of the program's own that was switched off; else it was added.
    pub is_off: bool,
    /// The name of whoever did that.
    pub by: String,
    /// The day.
    pub on: NaiveDate,
}

/// Never what it says.
impl std::fmt::Debug for LexiconWord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("LexiconWord").field("id", &self.id).finish_non_exhaustive()
    }
}

#[derive(Queryable)]
struct Row {
    id: Id,
    concept: String,
    language: String,
    word: String,
    is_off: bool,
    by: String,
    on: NaiveDate,
}

impl Store {
    /// All words that were added or switched off, by concept and language in the order of the alphabet.
    pub fn lexicon_words(&self) -> Result<Vec<LexiconWord>, Error> {
        self.read(all)
    }

    /// Makes a concept of the network's own with these words; its code. `fits` is asked within the transaction, of the words
    /// that stand then, so that of two who add the same word at once one is refused: `Conflict` with `WORDS_DO_NOT_FIT`.
    pub fn add_concept(
        &self,
        words: Vec<(Language, String)>,
        by: AccountId,
        fits: impl FnOnce(&[LexiconWord]) -> bool + Send + 'static,
    ) -> Result<String, Error> {
        self.writer()
            .send(move |writing| {
                check(writing, fits)?;
                let random = Id::from_random(writing.random()).0.simple().to_string();
                let code = format!("{OWN_CONCEPT}{}", random.get(..12).unwrap_or_default());
                tell(writing, "concept-added", &code, None, by);
                for (language, word) in words {
                    insert(writing, Word { concept: code.clone(), language, word, is_off: false }, by)?;
                }
                Ok(code)
            })?
            .wait()
    }

    /// Adds words to a concept, where they fit as in `add_concept`. What is there already stays as it is. `NotFound` where it
    /// was one of the network's own that was taken away: words alone do not bring it back.
    pub fn add_words(
        &self,
        concept: &str,
        words: Vec<(Language, String)>,
        by: AccountId,
        fits: impl FnOnce(&[LexiconWord]) -> bool + Send + 'static,
    ) -> Result<(), Error> {
        self.put_words(concept, words, false, by, fits)
    }

    /// Switches words of the program's own off in a concept. What is off already stays so.
    pub fn switch_words_off(
        &self,
        concept: &str,
        words: Vec<(Language, String)>,
        by: AccountId,
    ) -> Result<(), Error> {
        self.put_words(concept, words, true, by, |_| true)
    }

    fn put_words(
        &self,
        concept: &str,
        words: Vec<(Language, String)>,
        is_off: bool,
        by: AccountId,
        fits: impl FnOnce(&[LexiconWord]) -> bool + Send + 'static,
    ) -> Result<(), Error> {
        let concept = concept.to_owned();
        self.writer()
            .send(move |writing| {
                let its = lexicon_words::table.filter(lexicon_words::concept.eq(&concept));
                if concept.starts_with(OWN_CONCEPT) && its.count().get_result::<i64>(writing.db)? == 0 {
                    return Err(not_there());
                }
                check(writing, fits)?;
                let kind = if is_off { "concept-word-switched-off" } else { "concept-word-added" };
                for (language, word) in words {
                    if insert(writing, Word { concept: concept.clone(), language, word, is_off }, by)? {
                        tell(writing, kind, &concept, Some(language.code()), by);
                    }
                }
                Ok(())
            })?
            .wait()
    }

    /// Takes back what was done with a word of a concept: one that was added goes, one that was switched off counts again,
    /// where it fits as in `add_concept`.
    pub fn take_word_back(
        &self,
        concept: &str,
        id: Uuid,
        by: AccountId,
        fits: impl FnOnce(&[LexiconWord]) -> bool + Send + 'static,
    ) -> Result<(), Error> {
        let concept = concept.to_owned();
        self.writer()
            .send(move |writing| {
                let found: Option<(String, bool)> = lexicon_words::table
                    .find(Id(id))
                    .filter(lexicon_words::concept.eq(&concept))
                    .select((lexicon_words::language, lexicon_words::is_off))
                    .first(writing.db)
                    .optional()?;
                let (language, was_off) = found.ok_or_else(not_there)?;
                if was_off {
                    check(writing, fits)?;
                }
                diesel::delete(lexicon_words::table.find(Id(id))).execute(writing.db)?;
                let kind = if was_off { "concept-word-switched-on" } else { "concept-word-removed" };
                tell(writing, kind, &concept, Some(&language), by);
                Ok(())
            })?
            .wait()
    }

    /// Takes a concept of the network's own away, with all its words. `NotFound` where there is none of this code.
    pub fn remove_concept(&self, code: &str, by: AccountId) -> Result<(), Error> {
        let code = code.to_owned();
        self.writer()
            .send(move |writing| {
                if !code.starts_with(OWN_CONCEPT) {
                    return Err(not_there());
                }
                let its = lexicon_words::table.filter(lexicon_words::concept.eq(&code));
                if diesel::delete(its).execute(writing.db)? == 0 {
                    return Err(not_there());
                }
                tell(writing, "concept-removed", &code, None, by);
                Ok(())
            })?
            .wait()
    }
}

fn all(db: &mut Db) -> Result<Vec<LexiconWord>, Error> {
    let rows: Vec<Row> = lexicon_words::table
        .inner_join(accounts::table.on(accounts::id.eq(lexicon_words::made_by)))
        .select((
            lexicon_words::id,
            lexicon_words::concept,
            lexicon_words::language,
            lexicon_words::word,
            lexicon_words::is_off,
            accounts::name,
            lexicon_words::made_on,
        ))
        .order((lexicon_words::concept, lexicon_words::language, lexicon_words::word))
        .load(db)?;
    let word = |row: Row| {
        Ok(LexiconWord {
            id: row.id.0,
            concept: row.concept,
            language: one(&row.language, Language::parse)?,
            word: row.word,
            is_off: row.is_off,
            by: row.by,
            on: row.on,
        })
    };
    rows.into_iter().map(word).collect()
}

/// Whether words fit those that stand now.
fn check(writing: &mut Writing<'_>, fits: impl FnOnce(&[LexiconWord]) -> bool) -> Result<(), Error> {
    if fits(&all(writing.db)?) { Ok(()) } else { Err(Error::Conflict(WORDS_DO_NOT_FIT.to_owned())) }
}

struct Word {
    concept: String,
    language: Language,
    word: String,
    is_off: bool,
}

/// Writes a word, where it is not there yet; whether it was not.
fn insert(writing: &mut Writing<'_>, word: Word, by: AccountId) -> Result<bool, Error> {
    let there: i64 = lexicon_words::table
        .filter(lexicon_words::concept.eq(&word.concept))
        .filter(lexicon_words::language.eq(word.language.code()))
        .filter(lexicon_words::word.eq(&word.word))
        .count()
        .get_result(writing.db)?;
    if there > 0 {
        return Ok(false);
    }
    let id = Id::from_random(writing.random());
    diesel::insert_into(lexicon_words::table)
        .values((
            lexicon_words::id.eq(id),
            lexicon_words::concept.eq(word.concept),
            lexicon_words::language.eq(word.language.code()),
            lexicon_words::word.eq(word.word),
            lexicon_words::is_off.eq(word.is_off),
            lexicon_words::made_by.eq(Id(by.uuid())),
            lexicon_words::made_on.eq(writing.today),
        ))
        .execute(writing.db)?;
    Ok(true)
}

/// Which concept and which language, never the word.
fn tell(writing: &mut Writing<'_>, kind: &'static str, concept: &str, language: Option<&str>, by: AccountId) {
    let mut detail = json!({ "by": by.to_string() });
    if let Some(language) = language {
        detail["language"] = language.into();
    }
    writing.record(Event::new(kind, "concept", concept, detail));
}

fn not_there() -> Error {
    Error::NotFound("concept".to_owned())
}
