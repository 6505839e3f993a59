//! Words as a search keeps them and as it looks for them: the same stems that are compared.

use model::Language;

use crate::stems::Stems;
use crate::words::{is_common, words};

/// Makes stems of texts, and the forms that a typed word may have there.
#[derive(Default)]
pub struct Searching {
    stems: Stems,
}

impl Searching {
    /// The words of a text that say something, each as its stem and as it is written, without accents, one space between.
    pub fn words(&self, language: Language, text: &str) -> String {
        let mut all: Vec<String> = Vec::new();
        for word in words(text) {
            if !is_common(language, &word.folded) {
                all.push(self.stems.stem(language, &word));
                all.push(word.folded);
            }
        }
        all.sort_unstable();
        all.dedup();
        all.join(" ")
    }

    /// What somebody typed, word by word, each in the forms that it may have in a text of any language. Words that every
    /// text has are left out.
    pub fn forms(&self, typed: &str) -> Vec<Vec<String>> {
        let forms = |word: crate::words::Word| {
            let common = Language::ALL.iter().any(|language| is_common(*language, &word.folded));
            let mut forms: Vec<String> =
                Language::ALL.iter().map(|language| self.stems.stem(*language, &word)).collect();
            forms.push(word.folded.clone());
            forms.sort_unstable();
            forms.dedup();
            (!common).then_some(forms)
        };
        words(typed).into_iter().filter_map(forms).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_typed_finds_what_is_written_in_other_forms_and_with_other_accents() {
        let searching = Searching::default();
        for (language, text, typed) in [
            (Language::Nl, "Gezinnen wachten op een uithuiszetting.", "gezin"),
            (Language::Nl, "Het gezin wacht.", "gezinnen"),
            (Language::Fr, "La régularisation a été refusée.", "regularisation refuse"),
            (Language::Fr, "Des familles expulsées", "famille"),
            (Language::En, "Families were refused medical cards.", "family card"),
        ] {
            let words = searching.words(language, text);
            let words: Vec<&str> = words.split(' ').collect();
            for forms in searching.forms(typed) {
                assert!(forms.iter().any(|form| words.contains(&form.as_str())), "{typed} in {text}");
            }
        }
        assert_eq!(searching.forms("de het een"), Vec::<Vec<String>>::new());
    }
}
