//! The words of a text: lower case, without accents, cut at everything that is no letter or digit.

use model::Language;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words in their order. Of a French `l’adresse` the article goes.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    for letter in text.nfkd().filter(|letter| !is_combining_mark(*letter)).flat_map(char::to_lowercase) {
        match letter {
            'œ' => word.push_str("oe"),
            'æ' => word.push_str("ae"),
            letter if letter.is_alphanumeric() => word.push(letter),
            // `l’adresse`, `qu’on`: what stands before is no word that says something.
            '\'' | '’' if word.chars().count() <= 2 => word.clear(),
            _ if word.is_empty() => {}
            _ => words.push(std::mem::take(&mut word)),
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// The language of a text that does not say it: the one of which it has most of the commonest words, else Dutch.
pub fn language_of(words: &[String]) -> Language {
    let count = |common: &[&str]| words.iter().filter(|word| common.contains(&word.as_str())).count();
    let found = Language::ALL.iter().map(|language| (count(common(*language)), *language));
    // The first of the list where several have as many.
    let best = found.rev().max_by_key(|(many, _)| *many);
    best.filter(|(many, _)| *many > 0).map_or(Language::Nl, |(_, language)| language)
}

/// Whether a word is one of the commonest of a language and says nothing of the matter.
pub fn is_common(language: Language, word: &str) -> bool {
    word.chars().count() < 2 || common(language).contains(&word)
}

/// Articles, pronouns, prepositions, conjunctions, auxiliaries; folded.
const fn common(language: Language) -> &'static [&'static str] {
    match language {
        Language::Nl => &[
            "aan", "al", "alle", "alleen", "als", "altijd", "anders", "ben", "bij", "ook", "dan", "dat",
            "de", "den", "der", "deze", "die", "dit", "doen", "doet", "door", "dus", "echt", "een", "eens",
            "er", "en", "ergens", "etc", "gaan", "gaat", "geen", "haar", "had", "hadden", "hebben", "heeft",
            "hem", "hen", "het", "hier", "hij", "hoe", "hun", "iets", "ik", "in", "is", "ja", "je", "kan",
            "komen", "komt", "krijgen", "krijgt", "kunnen", "maar", "me", "meer", "men", "met", "mij",
            "moet", "moeten", "na", "naar", "niet", "niets", "nog", "nu", "of", "om", "omdat", "onder",
            "ons", "onze", "ook", "op", "over", "per", "te", "tegen", "terwijl", "tot", "toch", "uit", "van",
            "vaak", "veel", "voor", "waar", "wanneer", "want", "was", "wat", "we", "weer", "wel", "werd",
            "wie", "wij", "wil", "willen", "worden", "wordt", "ze", "zelf", "zich", "zij", "zijn", "zo",
            "zonder", "zou", "zouden", "zien", "ziet", "steeds", "soms", "elke", "elk", "andere",
        ],
        Language::Fr => &[
            "au", "aussi", "aux", "autre", "autres", "avant", "avec", "car", "ce", "cela", "ces", "cet",
            "cette", "ceux", "chez", "comme", "dans", "de", "des", "depuis", "donc", "du", "elle", "elles",
            "en", "encore", "est", "et", "etait", "ete", "etre", "eux", "faire", "fait", "faut", "il", "ils",
            "je", "la", "le", "les", "leur", "leurs", "lui", "ma", "mais", "meme", "mes", "moins", "mon",
            "ne", "ni", "nos", "notre", "nous", "on", "ont", "ou", "par", "parce", "parfois", "pas", "peu",
            "peut", "peuvent", "plus", "pour", "quand", "que", "qui", "quoi", "sa", "sans", "se", "ses",
            "si", "son", "sont", "souvent", "sur", "ta", "tous", "tout", "toute", "toutes", "tres", "trop",
            "un", "une", "va", "vers", "voit", "vont", "vos", "votre", "vous", "avoir", "avons", "chaque",
            "lors", "puis", "rien", "quelque", "ca", "y",
        ],
        Language::En => &[
            "about", "after", "all", "also", "an", "and", "any", "are", "as", "at", "be", "because", "been",
            "before", "being", "but", "by", "can", "cannot", "come", "do", "does", "even", "every", "for",
            "from", "get", "gets", "go", "had", "has", "have", "he", "her", "him", "his", "how", "if", "in",
            "into", "is", "it", "its", "just", "many", "more", "most", "must", "no", "not", "now", "of",
            "often", "on", "one", "only", "or", "other", "our", "out", "over", "own", "she", "so", "some",
            "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this",
            "those", "to", "too", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which",
            "while", "who", "will", "with", "without", "would", "you",
        ],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_cut_at_what_is_no_letter() {
        assert_eq!(words("L’école n’a qu'un guichet : « fermé »."), ["ecole", "a", "un", "guichet", "ferme"]);
        assert_eq!(words("OCMW's, 9bis en e-mail"), ["ocmw", "s", "9bis", "en", "e", "mail"]);
        assert_eq!(words("Cœur"), ["coeur"]);
    }

    #[test]
    fn the_language_is_that_of_the_commonest_words() {
        assert_eq!(language_of(&words("De brief is niet in het Frans.")), Language::Nl);
        assert_eq!(language_of(&words("La lettre est dans une langue que nous…")), Language::Fr);
        assert_eq!(language_of(&words("The letter is in a language they cannot read")), Language::En);
        assert_eq!(language_of(&[]), Language::Nl);
    }
}
