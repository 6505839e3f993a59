//! Reads texts word by word, and remembers the words it has met: what a word alone names takes longest to find out.

use std::collections::BTreeMap;
use std::rc::Rc;

use model::Language;

use crate::lexicon::{Layer, Lexicon};
use crate::words::{Word, is_common, language_of, words};

/// A word with all that does not depend on the words around it.
pub struct Seen {
    /// As it is written, and without accents.
    pub word: Word,
    /// Its stem by language, that of the text first.
    pub stems: Vec<(Language, String)>,
    /// What it is in each layer.
    pub layers: [SeenIn; 2],
}

/// What a word is in a layer; by language in the order of its stems.
pub struct SeenIn {
    /// Whether a term begins with it.
    leads: Vec<bool>,
    /// The concept of the term with a star that it fits.
    starred: Vec<Option<u32>>,
    /// What it names by its parts or with one letter wrong, in the language of the text.
    within: Vec<u32>,
}

/// A text, read.
pub struct Reading {
    /// Its language.
    pub language: Language,
    /// Its words in their order.
    pub words: Vec<Rc<Seen>>,
}

/// Reads one text after the other.
pub struct Reader<'a> {
    lexicon: &'a Lexicon,
    seen: BTreeMap<(Language, String), Rc<Seen>>,
}

/// So many words are remembered at a time.
const REMEMBERED: usize = 50_000;

impl<'a> Reader<'a> {
    /// A reader that has met no word yet.
    pub fn new(lexicon: &'a Lexicon) -> Self {
        Self { lexicon, seen: BTreeMap::new() }
    }

    /// Reads a text; its language is found out where it is not said.
    pub fn read(&mut self, language: Option<Language>, text: &str) -> Reading {
        let words = words(text);
        let language = language.unwrap_or_else(|| language_of(&words));
        Reading { language, words: words.into_iter().map(|word| self.seen(language, word)).collect() }
    }

    fn seen(&mut self, own: Language, word: Word) -> Rc<Seen> {
        let key = (own, word.accented.clone());
        if let Some(seen) = self.seen.get(&key) {
            return Rc::clone(seen);
        }
        if self.seen.len() >= REMEMBERED {
            self.seen.clear();
        }
        // Dutch *van* and French *car* are no vehicles: a word that every text has is not looked up elsewhere.
        let is_common = is_common(own, &word.folded);
        let others = Language::ALL.iter().copied().filter(|other| *other != own && !is_common);
        let languages: Vec<Language> = std::iter::once(own).chain(others).collect();
        let stems: Vec<(Language, String)> = languages
            .iter()
            .map(|language| (*language, self.lexicon.stems().stem(*language, &word)))
            .collect();
        let layers = Layer::BOTH.map(|layer| {
            let leads = |(language, stem): &(Language, String)| {
                self.lexicon.terms(layer, *language).is_some_and(|terms| terms.lead(stem))
            };
            let starred = |language: &Language| self.lexicon.terms(layer, *language)?.starred(&word);
            let own_terms = self.lexicon.terms(layer, own);
            SeenIn {
                leads: stems.iter().map(leads).collect(),
                starred: languages.iter().map(starred).collect(),
                within: own_terms
                    .map_or_else(Vec::new, |terms| terms.within(self.lexicon.stems(), own, &word)),
            }
        });
        let seen = Rc::new(Seen { word, stems, layers });
        self.seen.insert(key, Rc::clone(&seen));
        seen
    }
}

/// The concepts of a layer that a text names, in its order. Terms of its own language go before those of others: workers
/// mix them. What is no term in any language may be made of terms of its own, or be one that is misspelt.
pub fn named(lexicon: &Lexicon, layer: Layer, text: &Reading) -> Vec<u32> {
    let mut named = Vec::new();
    let mut at = 0;
    while let Some(seen) = text.words.get(at) {
        let rest = text.words.get(at..).unwrap_or_default();
        let is = &seen.layers[layer as usize];
        let whole = seen.stems.iter().enumerate().find_map(|(place, (language, _))| {
            let stems = rest.iter().filter_map(|seen| seen.stems.get(place).map(|(_, stem)| stem.as_str()));
            let phrase = || lexicon.terms(layer, *language)?.phrase(stems);
            let leads = is.leads.get(place).is_some_and(|leads| *leads);
            let phrase = leads.then(phrase).flatten();
            phrase.or_else(|| is.starred.get(place).copied().flatten().map(|concept| (vec![concept], 1)))
        });
        match whole {
            Some((concepts, many)) => {
                named.extend(concepts);
                at += many.max(1);
            }
            None => {
                named.extend(&is.within);
                at += 1;
            }
        }
    }
    named
}
