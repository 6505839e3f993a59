//! The concepts of the field: what is said in Dutch, French and English by different words and means the same.

use std::collections::{BTreeMap, BTreeSet};

use model::Language;

use crate::listed::{Concept, NetworkWord, owned_term};
use crate::reading::{Reader, named};
use crate::stems::Stems;
use crate::tables::{self, BrokenLexicon, ConceptRow, EVERYDAY};
use crate::terms::Terms;
use crate::words::words;

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
    /// Terms of the tables that a network does not want, by their concepts.
    off: BTreeMap<String, BTreeSet<(Language, Form)>>,
}

/// A term as texts are compared with it: whether a star stands before and behind, and its stems.
type Form = (bool, bool, Vec<String>);

/// The group of a concept that a network made.
pub const OF_NETWORK: &str = "network";

impl Lexicon {
    /// The project's own.
    ///
    /// # Errors
    ///
    /// Where a table of the project is broken, which a test excludes.
    pub fn own() -> Result<Self, BrokenLexicon> {
        Self::of_network([])
    }

    /// The project's own, as a network changed it: with the words that it added, without those that it switched off. What
    /// is no term by the rules of this version is left out.
    ///
    /// # Errors
    ///
    /// Where a table of the project is broken, which a test excludes.
    pub fn of_network(words: impl IntoIterator<Item = NetworkWord>) -> Result<Self, BrokenLexicon> {
        let mut lexicon = Self::default();
        let mut added = Vec::new();
        for word in words {
            if word.is_off {
                let form = (word.language, lexicon.form(word.language, &word.word));
                lexicon.off.entry(word.concept).or_default().insert(form);
            } else {
                added.push(word);
            }
        }
        lexicon.extend(include_str!("../lexicon/concepts.csv"))?;
        lexicon.extend(include_str!("../lexicon/everyday.csv"))?;
        for word in added {
            if let Ok(term) = owned_term(word.language, &word.word) {
                let terms = vec![(word.language, term)];
                lexicon.take(ConceptRow { code: word.concept, group: OF_NETWORK.to_owned(), terms });
            }
        }
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
            self.take(row);
        }
        Ok(())
    }

    fn take(&mut self, row: ConceptRow) {
        let number = *self.numbers.entry(row.code.clone()).or_insert(self.concepts.len() as u32);
        if number as usize == self.concepts.len() {
            let layer = if row.group == EVERYDAY { Layer::Everyday } else { Layer::Field };
            let terms = BTreeMap::new();
            self.concepts.push(Concept { code: row.code.clone(), group: row.group, layer, terms });
        }
        let Some(concept) = self.concepts.get_mut(number as usize) else { return };
        let off = self.off.get(&row.code);
        for (language, term) in row.terms {
            // What is switched off goes in all its forms: with the singular its plural.
            if off.is_some_and(|off| off.contains(&(language, form(&self.stems, language, &term)))) {
                continue;
            }
            let terms = self.layers.entry((concept.layer, language)).or_default();
            terms.add(&self.stems, language, &term, number);
            concept.terms.entry(language).or_default().push(term);
        }
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
            // Without the words that a network does not want, nothing may be left of a theme.
            if named.is_empty() && self.off.is_empty() {
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
        self.concept(code).and_then(|concept| concept.usual(language)).unwrap_or(code)
    }

    /// The concept of a code.
    pub fn concept(&self, code: &str) -> Option<&Concept> {
        self.numbers.get(code).and_then(|number| self.concepts.get(*number as usize))
    }

    /// All concepts, in the order of the tables; those of a network behind them.
    pub fn concepts(&self) -> &[Concept] {
        &self.concepts
    }

    /// How many concepts there are.
    pub fn len(&self) -> usize {
        self.concepts.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.concepts.is_empty()
    }

    /// A term of a language as texts are compared with it.
    pub(crate) fn form(&self, language: Language, term: &str) -> Form {
        form(&self.stems, language, term)
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

fn form(stems: &Stems, language: Language, term: &str) -> Form {
    let stems = words(term).iter().map(|word| stems.stem(language, word)).collect();
    (term.starts_with('*'), term.ends_with('*'), stems)
}
