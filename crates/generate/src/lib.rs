//! Synthetic signals, the same for the same seed: realistic in skew, text and language, always marked as generated.
//!
//! [`Generator`] is an endless iterator. What is realistic about it: a few organisations file most; an
//! organisation files what its kind sees, in its languages, mostly where it works; poor municipalities weigh
//! more; shelter and energy are winter problems, school ones come in autumn; cause, right, authority and groups
//! follow from the problem. Texts come from a grammar per language (`texts/`); nobody is named in them.
#![warn(missing_docs)]

mod chance;
mod generator;
mod grammar;
mod personal;
mod problems;
mod skew;

pub use generator::{GeneratedSignal, Generator};
pub use problems::{problem_key, problem_keys};

use model::{Language, Localised};

/// The languages that an organisation is taken to write in, the first most: both where its name differs between
/// Dutch and French, else French with some Dutch and English.
pub fn languages_of(name: &Localised) -> Vec<Language> {
    if name.nl == name.fr {
        vec![Language::Fr, Language::Nl, Language::En]
    } else {
        vec![Language::Nl, Language::Fr]
    }
}
