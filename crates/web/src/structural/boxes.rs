//! A text in several languages: one box each.

use model::{Language, Localised};
use wording::{Wording, args};

use crate::frame::FieldError;
use crate::free_text::{FreeText, Printed, Typed};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// The boxes of one text that is printed.
pub struct Boxes {
    /// The field of each language, in the order of the page.
    pub fields: &'static [(&'static str, Language)],
    /// The sentence that names the text.
    pub key: &'static str,
    /// The longest it may be in one language, in characters.
    pub longest: usize,
    /// How many lines a box is high.
    pub rows: u8,
}

impl Boxes {
    /// What was typed. `known` is what stands already: what was confirmed in it once is not asked about again.
    pub fn read(&self, site: &Site, visit: &Visit, posted: &Posted, known: &Localised) -> Vec<Typed> {
        let read = |field: &(&'static str, Language)| {
            Typed::printed(site, visit, posted, self.printed(*field, known))
        };
        self.fields.iter().map(read).collect()
    }

    /// What is wrong, box by box; where all are empty, the sentence `needed`.
    pub fn errors(&self, wording: Wording, typed: &[Typed], needed: &str) -> Vec<FieldError> {
        let mut errors: Vec<FieldError> = typed.iter().filter_map(|typed| typed.error(wording)).collect();
        if let Some((first, _)) = self.fields.first().filter(|_| typed.iter().all(Typed::is_empty)) {
            let text = wording.say(needed, &args![]);
            errors.push(FieldError { field: (*first).to_owned(), text });
        }
        errors
    }

    /// The text, where nothing is wrong with it and at least one language has words.
    pub fn text(&self, typed: &[Typed]) -> Option<Localised> {
        let mut text = Localised::default();
        for ((_, language), typed) in self.fields.iter().zip(typed) {
            let typed = typed.text()?.split_whitespace().collect::<Vec<_>>().join(" ");
            match language {
                Language::Nl => text.nl = typed,
                Language::Fr => text.fr = typed,
                Language::En => text.en = typed,
            }
        }
        (text != Localised::default()).then_some(text)
    }

    /// The boxes: with what was typed, or else with what stands.
    pub fn draw(&self, wording: Wording, known: &Localised, typed: &[Typed]) -> Vec<FreeText> {
        let draw = |field: &(&'static str, Language)| {
            let typed = typed.iter().find(|typed| typed.name() == field.0);
            FreeText::new(wording, field.0, self.key)
                .printed(wording, self.printed(*field, known), self.rows)
                .with(wording, typed)
        };
        self.fields.iter().map(draw).collect()
    }

    /// The language of a field of these boxes.
    pub fn language_of(&self, field: &str) -> Option<Language> {
        self.fields.iter().find(|(name, _)| *name == field).map(|(_, language)| *language)
    }

    fn printed<'a>(&self, (name, language): (&'static str, Language), known: &'a Localised) -> Printed<'a> {
        Printed { name, language, longest: self.longest, known: known.get(language) }
    }
}
