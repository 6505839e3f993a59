//! A text that exists in several languages, with the language it is shown in.

use model::{Language, Localised};

/// A text with its language, for `lang`.
pub struct Words {
    /// The text.
    pub text: String,
    /// Its language.
    pub lang: &'static str,
}

/// The text in this language, or in another one that it has.
pub fn localised(text: &Localised, language: Language) -> Words {
    let shown = [language, Language::Fr, Language::Nl].into_iter().find(|language| !text.lacks(*language));
    let language = shown.unwrap_or(language);
    Words { text: text.get(language).to_owned(), lang: language.code() }
}
