//! Words that somebody typed for a concept: one box for each language, several words in a box.

use clustering::{Concept, NetworkWord, OF_NETWORK, WrongTerm, owned_term};
use model::{Language, Localised};
use store::LexiconWord;
use wording::{Wording, args};

use super::known::network_word;
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
    match clash(standing, concept, language, &term) {
        None => Ok(term),
        Some(Clash::Off) => Err(said("lexicon-wrong-off")),
        Some(Clash::There) => Err(said("lexicon-wrong-there")),
        Some(Clash::Elsewhere(other)) => Err(elsewhere(wording, &term, other)),
    }
}

/// What stands in the way of a word.
enum Clash<'a> {
    /// It was switched off in this concept.
    Off,
    /// It stands there already.
    There,
    /// It belongs to this other one.
    Elsewhere(&'a Concept),
}

fn clash<'a>(
    standing: &'a Standing,
    concept: Option<&Concept>,
    language: Language,
    term: &str,
) -> Option<Clash<'a>> {
    let is_off = |code: &str| {
        standing
            .words
            .iter()
            .any(|kept| kept.is_off && kept.concept == code && kept.language == language && kept.word == term)
    };
    if concept.is_some_and(|concept| is_off(concept.code())) {
        return Some(Clash::Off);
    }
    let having = standing.lexicon.having(language, term);
    if having.iter().any(|other| concept.is_some_and(|concept| concept.code() == other.code())) {
        return Some(Clash::There);
    }
    of_another(&having, concept).map(Clash::Elsewhere)
}

/// Of those that have a term, the one to which it belongs: an everyday word may have several meanings; a term of the field has
/// one.
fn of_another<'a>(having: &[&'a Concept], concept: Option<&Concept>) -> Option<&'a Concept> {
    let everyday = concept.is_some_and(|concept| concept.group() == EVERYDAY);
    let is_other = |other: &&&Concept| {
        concept.is_none_or(|concept| concept.code() != other.code()) && other.group() != EVERYDAY
    };
    having.iter().find(is_other).copied().filter(|_| !everyday)
}

/// That a word belongs to another concept.
pub fn elsewhere(wording: Wording, term: &str, other: &Concept) -> String {
    let of = name(wording, other);
    wording.say("lexicon-wrong-elsewhere", &args![word = shown(term), of = of])
}

/// Whether these words can be added to the concept of this code, or to a new one, beside the words that stand. What stands
/// there already is no obstacle.
pub fn fit(standing: &Standing, concept: Option<&str>, words: &Words) -> bool {
    let concept = concept.and_then(|code| standing.lexicon.concept(code));
    words.iter().all(|(language, term)| {
        matches!(clash(standing, concept, *language, term), None | Some(Clash::There))
    })
}

/// The concept to which a word belongs that was switched off in this one, so that it cannot count here again.
pub fn taken<'a>(standing: &'a Standing, concept: &str, kept: &LexiconWord) -> Option<&'a Concept> {
    of_another(&standing.lexicon.having(kept.language, &kept.word), standing.lexicon.concept(concept))
}

/// The words as if they had been added to this concept.
pub fn tried(standing: &Standing, concept: Option<&Concept>, words: &Words) -> Vec<NetworkWord> {
    let kept = standing.words.iter().map(network_word);
    let of = concept.map_or(OF_NETWORK, Concept::code);
    let added = words.iter().map(|(language, word)| NetworkWord {
        concept: of.to_owned(),
        language: *language,
        word: word.clone(),
        is_off: false,
    });
    kept.chain(added).collect()
}
