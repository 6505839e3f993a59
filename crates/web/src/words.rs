//! How words become what the search compares: the only place that knows.
//!
//! Case and accents are folded, and words of one or two letters are dropped. There is no stemming: a form of four
//! letters and more finds every word that begins so, and of a longer word that was typed a plural ending is also left
//! off, so that *wachtlijsten* finds *wachtlijst* and *refus répétés* finds *refus répété*.

use model::Language;
use store::Wanted;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The shortest word that is looked for, in letters.
const SHORTEST: usize = 3;

/// The shortest form that is left of a word without its ending, in letters: shorter ones find too much.
const SHORTEST_FORM: usize = 5;

/// The endings of plurals in Dutch, French and English, the longest first.
const ENDINGS: [&str; 4] = ["en", "es", "s", "x"];

/// The words of a text as the search keeps them.
pub fn of_text(_language: Language, text: &str) -> String {
    folded(text).join(" ")
}

/// What somebody looks for, from what was typed.
pub fn wanted(typed: &str) -> Wanted {
    Wanted::new(folded(typed).into_iter().map(|word| {
        let shorter = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending)).map(str::to_owned);
        let shorter = shorter.filter(|form| form.chars().count() >= SHORTEST_FORM);
        std::iter::once(word).chain(shorter).collect()
    }))
}

fn folded(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .flat_map(|c| match c {
            'œ' => ['o', 'e'].into_iter().take(2),
            'æ' => ['a', 'e'].into_iter().take(2),
            'ß' => ['s', 's'].into_iter().take(2),
            other => [other, ' '].into_iter().take(1),
        })
        .collect();
    let words = plain.split(|c: char| !c.is_alphanumeric());
    words.filter(|word| word.chars().count() >= SHORTEST).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_short_words_do_not_count() {
        let kept = of_text(Language::Fr, "L’Été, à Bruxelles: SŒUR d'un élève n°3");
        assert_eq!(kept, "ete bruxelles soeur eleve");
    }

    #[test]
    fn a_plural_finds_its_singular_and_a_short_word_keeps_its_end() {
        let one = |typed: &str| wanted(typed);
        let forms = |words: &[&[&str]]| {
            Wanted::new(words.iter().map(|forms| forms.iter().map(|form| (*form).to_owned()).collect()))
        };
        assert_eq!(one("wachtlijsten"), forms(&[&["wachtlijsten", "wachtlijst"]]));
        assert_eq!(one("huis"), forms(&[&["huis"]]));
        assert!(one("de – à").is_empty());
    }
}
