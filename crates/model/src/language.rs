//! The three languages, and texts that exist in them.

use serde::{Deserialize, Serialize};

use crate::code::closed_list;

closed_list! {
    /// A language people read and write: Dutch and French side by side, English third.
    Language {
        /// Dutch.
        Nl = "nl",
        /// French.
        Fr = "fr",
        /// English.
        En = "en",
    }
}

/// A text in the three languages. Dutch and French are required to print it, English is optional.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Localised {
    /// Dutch.
    #[serde(default)]
    pub nl: String,
    /// French.
    #[serde(default)]
    pub fr: String,
    /// English; empty where it is missing.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub en: String,
}

impl Localised {
    /// The text in this language; empty where it is missing.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Nl => &self.nl,
            Language::Fr => &self.fr,
            Language::En => &self.en,
        }
    }

    /// The text in this language, or else in French, or else in Dutch.
    pub fn get_or_fallback(&self, language: Language) -> &str {
        [self.get(language), &self.fr, &self.nl]
            .into_iter()
            .find(|text| !text.trim().is_empty())
            .unwrap_or("")
    }

    /// Whether this language has no text.
    pub fn lacks(&self, language: Language) -> bool {
        self.get(language).trim().is_empty()
    }
}
