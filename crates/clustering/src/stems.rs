//! The stem of a word: what its forms share.

use model::Language;
use snowball_stemmers_rs::{Algorithm, Stemmer};

use crate::words::{Word, folded};

/// The stemmers of the three languages.
pub struct Stems {
    nl: Stemmer,
    fr: Stemmer,
    en: Stemmer,
}

impl Default for Stems {
    fn default() -> Self {
        Self {
            // Snowball's present Dutch stemmer takes `ge-` off nouns too: *gezinnen* and *zin*, *gezondheid* and *zon*.
            nl: Stemmer::create(Algorithm::DutchPorter),
            fr: Stemmer::create(Algorithm::French),
            en: Stemmer::create(Algorithm::English),
        }
    }
}

impl Stems {
    /// The stem of a word, without accents.
    pub fn stem(&self, language: Language, word: &Word) -> String {
        match language {
            Language::Nl => respelled(&self.nl.stem(&word.folded)),
            Language::Fr => folded(&self.fr.stem(&word.accented)),
            Language::En => self.en.stem(&word.folded).into_owned(),
        }
    }
}

/// Undoes what Dutch spelling does to a stem when an ending follows: *huizen* and *huis*, *brieven* and *brief*, *gezinnen*
/// and *gezin*, *aanvragen* and *aanvraag*.
fn respelled(stem: &str) -> String {
    let mut letters: Vec<char> = Vec::with_capacity(stem.len());
    for letter in stem.chars() {
        let doubled = letters.last() == Some(&letter) && "aeou".contains(letter);
        if !doubled {
            letters.push(letter);
        }
    }
    if let [.., before, last] = letters[..]
        && before == last
    {
        letters.pop();
    }
    if let Some(last) = letters.last_mut() {
        *last = match *last {
            'v' => 'f',
            'z' => 's',
            other => other,
        };
    }
    letters.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::words;

    #[test]
    fn the_forms_of_a_word_have_one_stem_and_other_words_another() {
        let stems = Stems::default();
        let stem = |language, word: &str| stems.stem(language, &words(word)[0]);
        let nl = |word: &str| stem(Language::Nl, word);
        for (one, other) in [
            ("gezinnen", "gezin"),
            ("huizen", "huis"),
            ("brieven", "brief"),
            ("aanvragen", "aanvraag"),
            ("wachtlijsten", "wachtlijst"),
            ("gemeenten", "gemeente"),
        ] {
            assert_eq!(nl(one), nl(other));
        }
        for (one, other) in [("gezinnen", "zin"), ("gezondheid", "zon"), ("geboorte", "boren")] {
            assert_ne!(nl(one), nl(other));
        }
        assert_eq!(stem(Language::Fr, "expulsions"), stem(Language::Fr, "expulsion"));
        assert_eq!(stem(Language::Fr, "fermées"), stem(Language::Fr, "fermé"));
    }
}
