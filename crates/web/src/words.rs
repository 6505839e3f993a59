//! How words become what the search compares: the only place that knows.
//!
//! They are the stems by which signals are compared as well: *gezinnen* finds *gezin*, *régularisations* finds
//! *regularisation*. A form of four letters and more also finds every word that begins so.

use std::sync::LazyLock;

use clustering::Searching;
use model::Language;
use store::Wanted;

static SEARCHING: LazyLock<Searching> = LazyLock::new(Searching::default);

/// The words of a text as the search keeps them.
pub fn of_text(language: Language, text: &str) -> String {
    SEARCHING.words(language, text)
}

/// What somebody looks for, from what was typed.
pub fn wanted(typed: &str) -> Wanted {
    Wanted::new(SEARCHING.forms(typed))
}
