//! Words that somebody typed for a concept: one box for each language, several words in a box.

use clustering::{Concept, Lexicon, NetworkWord, OF_NETWORK, WrongTerm, owned_term};
use model::{Language, Localised};
use wording::{Wording, args};

use super::{Standing, name, shown};
use crate::frame::FieldError;
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::site::Site;
use crate::structural::Boxes;
use crate::visit::Visit;

/// The boxes.
const WORDS: Boxes = Boxes {
    fields: &[("words-nl", Language::Nl), ("words-fr", Language::Fr), ("words-en", Language::En)],
    key: "lexicon-words",
    longest: 300,
    rows: 2,
};

/// The group of everyday words, which may have several meanings.
const EVERYDAY: &str = "everyday";

/// What was typed.
pub struct TypedWords {
    typed: Vec<Typed>,
}

/// Words with their languages.
pub type Words = Vec<(Language, String)>;

impl TypedWords {
    /// Nothing yet.
    pub const fn nothing() -> Self {
        Self { typed: Vec::new() }
    }

    /// Reads the boxes.
    pub fn read(site: &Site, visit: &Visit, posted: &Posted) -> Self {
        Self { typed: WORDS.read(site, visit, posted, &Localised::default()) }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.typed.iter().all(Typed::is_empty)
    }

    /// The boxes with what was typed, and what is wrong with it.
    pub fn draw(&self, wording: Wording, errors: &[FieldError]) -> Vec<FreeText> {
        let boxes = WORDS.draw(wording, &Localised::default(), &self.typed);
        boxes.into_iter().map(|one| one.refused(errors)).collect()
    }

    /// The words for this concept, or for a new one; else all that is wrong with them, box by box.
    pub fn words(
        &self,
        wording: Wording,
        standing: &Standing,
        concept: Option<&Concept>,
    ) -> Result<Words, Vec<FieldError>> {
        let mut errors = WORDS.errors(wording, &self.typed, "lexicon-nothing");
        let mut words = Words::new();
        for (typed, (field, language)) in self.typed.iter().zip(WORDS.fields) {
            for typed in parts(typed.text().unwrap_or_default()) {
                match judged(wording, standing, concept, *language, typed) {
                    Ok(term) if words.contains(&(*language, term.clone())) => {}
                    Ok(term) => words.push((*language, term)),
                    Err(text) => errors.push(FieldError { field: (*field).to_owned(), text }),
                }
            }
        }
        if errors.is_empty() { Ok(words) } else { Err(errors) }
    }
}

/// The words in a box: separated as people do it.
fn parts(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';', '|', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

/// A word as it is kept, or why it cannot be one of this concept.
fn judged(
    wording: Wording,
    standing: &Standing,
    concept: Option<&Concept>,
    language: Language,
    typed: &str,
) -> Result<String, String> {
    let said = |key: &str| wording.say(key, &args![word = typed]);
    let term = owned_term(language, typed).map_err(|wrong| {
        said(match wrong {
            WrongTerm::Empty => "lexicon-wrong-empty",
            WrongTerm::Long => "lexicon-wrong-long",
            WrongTerm::Star => "lexicon-wrong-star",
            WrongTerm::Common => "lexicon-wrong-common",
        })
    })?;
    let lexicon: &Lexicon = &standing.lexicon;
    if let Some(concept) = concept {
        let is_off = standing.words.iter().any(|kept| {
            kept.is_off && kept.concept == concept.code() && kept.language == language && kept.word == term
        });
        if is_off {
            return Err(said("lexicon-wrong-off"));
        }
    }
    let everyday = concept.is_some_and(|concept| concept.group() == EVERYDAY);
    for other in lexicon.having(language, &term) {
        if concept.is_some_and(|concept| concept.code() == other.code()) {
            return Err(said("lexicon-wrong-there"));
        }
        // An everyday word may have several meanings; a term of the field has one.
        if !everyday && other.group() != EVERYDAY {
            let of = name(wording, other);
            return Err(wording.say("lexicon-wrong-elsewhere", &args![word = shown(&term), of = of]));
        }
    }
    Ok(term)
}

/// The words as if they had been added to this concept.
pub fn tried(standing: &Standing, concept: Option<&Concept>, words: &Words) -> Vec<NetworkWord> {
    let kept = standing.words.iter().map(|kept| NetworkWord {
        concept: kept.concept.clone(),
        language: kept.language,
        word: kept.word.clone(),
        is_off: kept.is_off,
    });
    let of = concept.map_or(OF_NETWORK, Concept::code);
    let added = words.iter().map(|(language, word)| NetworkWord {
        concept: of.to_owned(),
        language: *language,
        word: word.clone(),
        is_off: false,
    });
    kept.chain(added).collect()
}
