//! What a text has of each sort of content, and how often.

use std::collections::BTreeMap;

use model::Language;

use crate::features::Sort;
use crate::lexicon::Lexicon;
use crate::stems::Stems;
use crate::words::{is_common, language_of, words};

/// A text as it is compared.
#[derive(Debug, Clone, Copy, Default)]
pub struct Text<'a> {
    /// What it says.
    pub text: &'a str,
    /// The language; found out where absent.
    pub language: Option<Language>,
    /// The cause, as a code; empty where none was chosen.
    pub cause: &'a str,
    /// The domain, as a code.
    pub domain: &'a str,
    /// The right, as a code.
    pub right: &'a str,
}

/// A feature of a text: its sort, its key, how it is shown, how often it occurs.
pub struct Counted {
    pub sort: Sort,
    pub key: String,
    pub shown: String,
    pub times: f32,
}

/// Tags that say nothing: what nobody chose, and what stands for none of the list.
const NO_TAGS: [&str; 4] = ["", "unknown", "none", "other"];

/// The language of a text and its features, each once, in a fixed order.
pub fn bag(lexicon: &Lexicon, stems: &Stems, text: &Text<'_>) -> (Language, Vec<Counted>) {
    let words = words(text.text);
    let language = text.language.unwrap_or_else(|| language_of(&words));
    let mut counts: BTreeMap<(Sort, String), (String, f32)> = BTreeMap::new();
    let mut count = |sort: Sort, key: String, shown: &str| {
        counts.entry((sort, key)).or_insert_with(|| (shown.to_owned(), 0.0)).1 += 1.0;
    };
    for named in lexicon.named(stems, language, &words) {
        let code = lexicon.code(named.concept);
        count(Sort::Concept, code.to_owned(), code);
    }
    for word in words.iter().filter(|word| !is_common(language, word)) {
        count(Sort::Stem, format!("{}:{}", language.code(), stems.stem(language, word)), word);
        let letters: Vec<char> = std::iter::once(' ').chain(word.chars()).chain([' ']).collect();
        for four in letters.windows(4) {
            count(Sort::Letters, four.iter().collect(), "");
        }
    }
    for (sort, code) in [("cause", text.cause), ("domain", text.domain), ("right", text.right)] {
        if !NO_TAGS.contains(&code) {
            count(Sort::Tag, format!("{sort}:{code}"), code);
        }
    }
    let counted = counts.into_iter().map(|((sort, key), (shown, times))| Counted { sort, key, shown, times });
    (language, counted.collect())
}
