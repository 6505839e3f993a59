//! The concepts of the field: what is said in Dutch, French and English by different words and means the same.

use std::collections::BTreeMap;

use model::Language;

use crate::stems::Stems;
use crate::tables::{self, BrokenLexicon};
use crate::terms::Terms;
use crate::words::{Word, words};

/// The two layers of the lexicon. A text is read once for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// What the field speaks of: rights, papers, procedures, what goes wrong.
    Field,
    /// Everyday words: bed, morning, letter. Each says little; many together tell a scene.
    Everyday,
}

/// What the program knows of the field: concepts with their terms in three languages, and themes. It is data that
/// coordinators extend; `lexicon/README.md` says how a table is made.
#[derive(Default)]
pub struct Lexicon {
    concepts: Vec<Concept>,
    numbers: BTreeMap<String, u32>,
    layers: BTreeMap<(Layer, Language), Terms>,
    /// By theme, the concepts of its texts, each with how often it is named.
    themes: BTreeMap<String, BTreeMap<u32, u32>>,
    stems: Stems,
}

struct Concept {
    code: String,
    layer: Layer,
    /// The usual term by language.
    usual: BTreeMap<Language, String>,
}

/// A text cut into words, each with its stem in the three languages, the text's own first.
pub(crate) struct Stemmed {
    pub words: Vec<Word>,
    pub stems: Vec<(Language, Vec<String>)>,
}

impl Stemmed {
    /// The language of the text.
    pub fn language(&self) -> Language {
        self.stems.first().map_or(Language::Nl, |(language, _)| *language)
    }

    /// The stems in the text's own language.
    pub fn own(&self) -> &[String] {
        self.stems.first().map_or(&[], |(_, stems)| stems)
    }
}

impl Lexicon {
    /// The project's own.
    ///
    /// # Errors
    ///
    /// Where a table of the project is broken, which a test excludes.
    pub fn own() -> Result<Self, BrokenLexicon> {
        let mut lexicon = Self::parse(include_str!("../lexicon/concepts.csv"))?;
        lexicon.extend(include_str!("../lexicon/everyday.csv"))?;
        lexicon.extend_themes(include_str!("../lexicon/themes.csv"))?;
        Ok(lexicon)
    }

    /// The concepts of a table with the columns `concept`, `group`, `nl`, `fr`, `en`.
    ///
    /// # Errors
    ///
    /// Says the first line that is no concept, and why.
    pub fn parse(table: &str) -> Result<Self, BrokenLexicon> {
        let mut lexicon = Self::default();
        lexicon.extend(table)?;
        Ok(lexicon)
    }

    /// Adds the concepts of a table of the same form; a concept that is known gets its terms too.
    ///
    /// # Errors
    ///
    /// Says the first line that is no concept, and why. Nothing of a broken table is added.
    pub fn extend(&mut self, table: &str) -> Result<(), BrokenLexicon> {
        for row in tables::concepts(table)? {
            let number = *self.numbers.entry(row.code.clone()).or_insert(self.concepts.len() as u32);
            let layer = if row.everyday { Layer::Everyday } else { Layer::Field };
            if number as usize == self.concepts.len() {
                self.concepts.push(Concept { code: row.code, layer, usual: BTreeMap::new() });
            }
            let Some(concept) = self.concepts.get_mut(number as usize) else { continue };
            for (language, term) in row.terms {
                let terms = self.layers.entry((concept.layer, language)).or_default();
                terms.add(&self.stems, language, &term, number);
                if !term.contains('*') {
                    concept.usual.entry(language).or_insert(term);
                }
            }
        }
        Ok(())
    }

    /// Adds the themes of a table with the columns `theme`, `language`, `text`. The text is read with the concepts that
    /// the lexicon holds now; a theme may have several rows.
    ///
    /// # Errors
    ///
    /// Says the first line that is no theme, and why. Nothing of a broken table is added.
    pub fn extend_themes(&mut self, table: &str) -> Result<(), BrokenLexicon> {
        let rows = tables::themes(table)?;
        let mut read = Vec::new();
        for row in rows {
            let stemmed = self.stemmed(Some(row.language), &row.text);
            let named: Vec<u32> = [Layer::Field, Layer::Everyday]
                .iter()
                .flat_map(|layer| self.named(*layer, &stemmed))
                .collect();
            if named.is_empty() {
                return Err(BrokenLexicon {
                    line: row.line,
                    what: "no word of the theme is a term".to_owned(),
                });
            }
            read.push((row.code, named));
        }
        for (code, named) in read {
            let theme = self.themes.entry(code).or_default();
            for concept in named {
                *theme.entry(concept).or_insert(0) += 1;
            }
        }
        Ok(())
    }

    /// The usual term of a concept, in a language or else in another; its code where it has none.
    pub fn term<'a>(&'a self, code: &'a str, language: Language) -> &'a str {
        let concept = self.numbers.get(code).and_then(|number| self.concepts.get(*number as usize));
        concept
            .and_then(|concept| concept.usual.get(&language).or(concept.usual.values().next()))
            .map_or(code, String::as_str)
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    pub(crate) fn code(&self, concept: u32) -> &str {
        self.concepts.get(concept as usize).map_or("", |concept| &concept.code)
    }

    pub(crate) fn layer(&self, concept: u32) -> Layer {
        self.concepts.get(concept as usize).map_or(Layer::Field, |concept| concept.layer)
    }

    pub(crate) fn themes(&self) -> &BTreeMap<String, BTreeMap<u32, u32>> {
        &self.themes
    }

    /// A text as the layers read it; its language is found out where it is not said.
    pub(crate) fn stemmed(&self, language: Option<Language>, text: &str) -> Stemmed {
        let words = words(text);
        let own = language.unwrap_or_else(|| crate::words::language_of(&words));
        let others = Language::ALL.iter().copied().filter(|other| *other != own);
        let stems = std::iter::once(own)
            .chain(others)
            .map(|language| (language, words.iter().map(|word| self.stems.stem(language, word)).collect()))
            .collect();
        Stemmed { words, stems }
    }

    /// The concepts of a layer that a text names, in its order. Terms of its own language go before those of others:
    /// workers mix them.
    pub(crate) fn named(&self, layer: Layer, text: &Stemmed) -> Vec<u32> {
        let read: Vec<(&Terms, &[String])> = text
            .stems
            .iter()
            .filter_map(|(language, stems)| Some((self.layers.get(&(layer, *language))?, stems.as_slice())))
            .collect();
        let own = self.layers.get(&(layer, text.language()));
        let mut named = Vec::new();
        let mut at = 0;
        while let Some(word) = text.words.get(at) {
            let whole = read
                .iter()
                .find_map(|(terms, stems)| terms.phrase_at(stems, at).or_else(|| terms.starred(word)));
            if let Some((concepts, many)) = whole {
                named.extend(concepts);
                at += many.max(1);
                continue;
            }
            // What is no term in any language may be made of terms of its own, or be one that is misspelt.
            named.extend(own.into_iter().flat_map(|own| own.within(&self.stems, text.language(), word)));
            at += 1;
        }
        named
    }
}
