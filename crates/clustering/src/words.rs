//! The words of a text: lower case, cut at everything that is no letter or digit; and the language they are of.

use model::Language;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::common::{COMMON_EN, COMMON_FR, COMMON_NL};

/// A word, as it is looked up and as it is stemmed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Without accents.
    pub folded: String,
    /// With its accents: the endings of French are told by them.
    pub accented: String,
}

/// So many bytes a word has at most.
const LONGEST: usize = 100;

/// The words in their order. Of a French `l’adresse` the article goes.
pub fn words(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.nfkc().flat_map(char::to_lowercase) {
        match letter {
            'œ' => word.push_str("oe"),
            'æ' => word.push_str("ae"),
            letter if letter.is_alphanumeric() || is_combining_mark(letter) => word.push(letter),
            // `l’adresse`, `qu’on`: what stands before is no word that says something.
            '\'' | '’' if word.chars().count() <= 2 => word.clear(),
            _ => words.extend(finished(&mut word)),
        }
    }
    words.extend(finished(&mut word));
    words
}

fn finished(word: &mut String) -> Option<Word> {
    let accented = std::mem::take(word);
    let folded = folded(&accented);
    // What is only marks is no word, and what no language could say is not read: it would only cost time.
    (!folded.is_empty() && accented.len() <= LONGEST).then_some(Word { folded, accented })
}

/// Without accents.
pub fn folded(word: &str) -> String {
    if word.is_ascii() {
        return word.to_owned();
    }
    word.nfkd().filter(|letter| !is_combining_mark(*letter)).collect()
}

/// The language of a text that does not say it: the one of which it has most of the commonest words, else Dutch.
pub fn language_of(words: &[Word]) -> Language {
    let count = |language| {
        words.iter().filter(|word| common(language).binary_search(&word.folded.as_str()).is_ok()).count()
    };
    let found = Language::ALL.iter().map(|language| (count(*language), *language));
    // The first of the list where several have as many.
    let best = found.rev().max_by_key(|(many, _)| *many);
    best.filter(|(many, _)| *many > 0).map_or(Language::Nl, |(_, language)| language)
}

/// Whether a word is one of the commonest of a language and says nothing of the matter.
pub fn is_common(language: Language, folded: &str) -> bool {
    folded.chars().nth(1).is_none() || common(language).binary_search(&folded).is_ok()
}

/// In the order of the alphabet.
const fn common(language: Language) -> &'static [&'static str] {
    match language {
        Language::Nl => COMMON_NL,
        Language::Fr => COMMON_FR,
        Language::En => COMMON_EN,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded_words(text: &str) -> Vec<String> {
        words(text).into_iter().map(|word| word.folded).collect()
    }

    #[test]
    fn words_are_folded_and_cut_at_what_is_no_letter() {
        assert_eq!(
            folded_words("L’école n’a qu'un guichet : « fermé »."),
            ["ecole", "a", "un", "guichet", "ferme"]
        );
        assert_eq!(folded_words("OCMW's, 9bis en e-mail"), ["ocmw", "s", "9bis", "en", "e", "mail"]);
        assert_eq!(folded_words("Cœur"), ["coeur"]);
    }

    #[test]
    fn a_word_keeps_its_accents_for_the_stemmer() {
        assert_eq!(words("Fermées")[0].accented, "fermées");
        // Written with a mark of its own, it is the same word.
        assert_eq!(words("Ferme\u{301}es"), words("Fermées"));
    }

    #[test]
    fn the_commonest_words_stand_in_the_order_they_are_looked_up_in() {
        for language in Language::ALL {
            assert!(common(*language).is_sorted(), "{language:?}");
        }
    }

    #[test]
    fn the_language_is_that_of_the_commonest_words() {
        assert_eq!(language_of(&words("De brief is niet in het Frans.")), Language::Nl);
        assert_eq!(language_of(&words("La lettre est dans une langue que nous…")), Language::Fr);
        assert_eq!(language_of(&words("The letter is in a language they cannot read")), Language::En);
        assert_eq!(language_of(&[]), Language::Nl);
    }
}
