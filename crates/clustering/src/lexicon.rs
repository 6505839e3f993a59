//! The concepts of the field: what is said in Dutch, French and English by different words and means the same.

use std::collections::BTreeMap;

use model::Language;

use crate::reading::{Reader, named};
use crate::stems::Stems;
use crate::tables::{self, BrokenLexicon};
use crate::terms::Terms;

/// The two layers of the lexicon. A text is read once for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Layer {
    /// What the field speaks of: rights, papers, procedures, what goes wrong.
    Field,
    /// Everyday words: bed, morning, letter. Each says little; many together tell a scene.
    Everyday,
}

impl Layer {
    /// Both, in the order in which a text is read.
    pub const BOTH: [Self; 2] = [Self::Field, Self::Everyday];
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
        let mut reader = Reader::new(self);
        let mut read = Vec::new();
        for row in rows {
            let text = reader.read(Some(row.language), &row.text);
            let named: Vec<u32> =
                Layer::BOTH.into_iter().flat_map(|layer| named(self, layer, &text)).collect();
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

    pub(crate) fn stems(&self) -> &Stems {
        &self.stems
    }

    pub(crate) fn terms(&self, layer: Layer, language: Language) -> Option<&Terms> {
        self.layers.get(&(layer, language))
    }
}
