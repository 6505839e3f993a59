//! Texts that can be asked for their neighbours.

use std::collections::BTreeMap;

use model::Language;

pub use crate::bags::Text;
use crate::bags::bag;
use crate::features::{Features, Sort};
use crate::lexicon::Lexicon;
use crate::stems::Stems;

/// The texts of a network, each under the number it got. Adding and removing is cheap; how rare a content is gets
/// weighed anew when the number of texts has changed by a twentieth, so the same steps in the same order give the same
/// answers, and a text more changes the others' answers hardly at all.
pub struct Index {
    lexicon: Lexicon,
    stems: Stems,
    features: Features,
    texts: Vec<Option<Entry>>,
    /// By feature: the texts that have it, and how much of it.
    postings: Vec<Vec<(u32, f32)>>,
    weighed: Weighed,
    many: usize,
}

struct Entry {
    language: Language,
    /// Features by number, with how often each occurs, dampened.
    bags: [Vec<(u32, f32)>; 4],
    /// The length of each bag, under the weights of the last weighing.
    lengths: [f32; 4],
}

/// How much each feature counts, as it was weighed last.
#[derive(Default)]
struct Weighed {
    weights: Vec<f32>,
    /// The weight of a feature that no text had then.
    new: f32,
    many: usize,
}

/// A text that says much the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Its number.
    pub number: usize,
    /// How alike, from 0 to 1.
    pub score: f32,
    /// Why.
    pub why: Why,
}

/// Why two texts are alike: what they share, the most telling first.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Why {
    /// Codes of concepts.
    pub concepts: Vec<String>,
    /// Words, as one of them writes it.
    pub words: Vec<String>,
    /// Codes of cause, domain and right.
    pub tags: Vec<String>,
}

/// How much each sort of content counts between texts of one language, and between texts of two: there are no words to
/// share then. Chosen on the demo's signals, never on the labelled ones.
const SAME: [f32; 4] = [0.40, 0.30, 0.15, 0.15];
const OTHER: [f32; 4] = [0.62, 0.0, 0.16, 0.22];

/// What stands in more than this share of the texts tells nothing, and is not looked up.
const COMMONEST: f32 = 0.2;

/// How many reasons of a sort are told.
const REASONS: usize = 4;

impl Index {
    /// Without a text.
    pub fn new(lexicon: Lexicon) -> Self {
        Self {
            lexicon,
            stems: Stems::new(),
            features: Features::default(),
            texts: Vec::new(),
            postings: Vec::new(),
            weighed: Weighed::default(),
            many: 0,
        }
    }

    /// How many texts it holds.
    pub fn len(&self) -> usize {
        self.many
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.many == 0
    }

    /// Adds a text; its number.
    pub fn add(&mut self, text: &Text<'_>) -> usize {
        let number = self.texts.len();
        let (language, counted) = bag(&self.lexicon, &self.stems, text);
        let mut bags: [Vec<(u32, f32)>; 4] = Default::default();
        for one in counted {
            let feature = self.features.number(one.sort, &one.key, &one.shown);
            self.features.count(feature, true);
            let often = 1.0 + one.times.ln();
            bags[one.sort as usize].push((feature, often));
            let at = feature as usize;
            if self.postings.len() <= at {
                self.postings.resize_with(at + 1, Vec::new);
            }
            self.postings[at].push((number as u32, often));
        }
        let lengths = self.weighed.lengths(&bags);
        self.texts.push(Some(Entry { language, bags, lengths }));
        self.many += 1;
        self.weigh_if_needed();
        number
    }

    /// Takes a text away. A number is never given again.
    pub fn remove(&mut self, number: usize) {
        let Some(entry) = self.texts.get_mut(number).and_then(Option::take) else { return };
        for (feature, _) in entry.bags.iter().flatten() {
            self.features.count(*feature, false);
            if let Some(texts) = self.postings.get_mut(*feature as usize) {
                texts.retain(|(text, _)| *text as usize != number);
            }
        }
        self.many -= 1;
        self.weigh_if_needed();
    }

    /// The texts that are most like one of them, the most alike first, of two as alike the earlier.
    pub fn neighbours(&self, number: usize, many: usize) -> Vec<Neighbour> {
        let Some(Some(entry)) = self.texts.get(number) else { return Vec::new() };
        self.nearest(entry, Some(number), many)
    }

    /// The texts that are most like one that is not among them.
    pub fn like(&self, text: &Text<'_>, many: usize) -> Vec<Neighbour> {
        let (language, counted) = bag(&self.lexicon, &self.stems, text);
        let mut bags: [Vec<(u32, f32)>; 4] = Default::default();
        for one in counted {
            if let Some(feature) = self.features.known(one.sort, &one.key) {
                bags[one.sort as usize].push((feature, 1.0 + one.times.ln()));
            }
        }
        let lengths = self.weighed.lengths(&bags);
        self.nearest(&Entry { language, bags, lengths }, None, many)
    }

    /// How alike two texts are, from 0 to 1.
    pub fn score(&self, one: usize, other: usize) -> f32 {
        let (Some(Some(one)), Some(Some(other))) = (self.texts.get(one), self.texts.get(other)) else {
            return 0.0;
        };
        let mut shared = [0.0; 4];
        for sort in Sort::ALL {
            let at = sort as usize;
            shared[at] = self.shared(&one.bags[at], &other.bags[at]).map(|(_, product)| product).sum();
        }
        combined(one, other, shared)
    }

    /// The numbers of the texts, in order.
    pub fn numbers(&self) -> impl Iterator<Item = usize> {
        self.texts.iter().enumerate().filter(|(_, entry)| entry.is_some()).map(|(number, _)| number)
    }

    fn nearest(&self, entry: &Entry, own: Option<usize>, many: usize) -> Vec<Neighbour> {
        let mut products: Vec<[f32; 4]> = vec![[0.0; 4]; self.texts.len()];
        let commonest = (COMMONEST * self.many as f32).max(50.0) as usize;
        for sort in Sort::ALL {
            let at = sort as usize;
            for (feature, often) in &entry.bags[at] {
                let Some(texts) = self.postings.get(*feature as usize) else { continue };
                if sort == Sort::Letters && texts.len() > commonest {
                    continue;
                }
                let weight = self.weighed.weight(*feature);
                let much = often * weight * weight;
                for (text, often) in texts {
                    products[*text as usize][at] += much * often;
                }
            }
        }
        let mut found: Vec<(f32, usize)> = self
            .texts
            .iter()
            .zip(products)
            .enumerate()
            .filter(|(number, (_, products))| {
                Some(*number) != own && products.iter().any(|product| *product > 0.0)
            })
            .filter_map(|(number, (other, products))| {
                Some((combined(entry, other.as_ref()?, products), number))
            })
            .collect();
        let best_first = |a: &(f32, usize), b: &(f32, usize)| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1));
        if found.len() > many {
            found.select_nth_unstable_by(many, best_first);
            found.truncate(many);
        }
        found.sort_by(best_first);
        found
            .into_iter()
            .map(|(score, number)| Neighbour { number, score, why: self.why(entry, number) })
            .collect()
    }

    fn why(&self, entry: &Entry, other: usize) -> Why {
        let Some(Some(other)) = self.texts.get(other) else { return Why::default() };
        let told = |sort: Sort| {
            let at = sort as usize;
            let mut shared: Vec<(u32, f32)> = self.shared(&entry.bags[at], &other.bags[at]).collect();
            shared.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
            shared
                .into_iter()
                .take(REASONS)
                .map(|(feature, _)| self.features.shown(feature).to_owned())
                .collect()
        };
        Why { concepts: told(Sort::Concept), words: told(Sort::Stem), tags: told(Sort::Tag) }
    }

    /// What two bags share, with what it adds to their product. The bags are sorted by no common order: the smaller is
    /// looked up in a map.
    fn shared<'a>(
        &'a self,
        one: &'a [(u32, f32)],
        other: &'a [(u32, f32)],
    ) -> impl Iterator<Item = (u32, f32)> + 'a {
        let other: BTreeMap<u32, f32> = other.iter().copied().collect();
        one.iter().filter_map(move |(feature, often)| {
            let weight = self.weighed.weight(*feature);
            other.get(feature).map(|much| (*feature, often * much * weight * weight))
        })
    }

    fn weigh_if_needed(&mut self) {
        let (now, then) = (self.many, self.weighed.many);
        if now.abs_diff(then) * 20 <= then {
            return;
        }
        let many = now as f32;
        let weight = |texts: &u32| (1.0 + many / (*texts as f32).max(1.0)).ln();
        self.weighed = Weighed {
            weights: self.features.texts().iter().map(weight).collect(),
            new: (1.0 + many).ln(),
            many: now,
        };
        for entry in self.texts.iter_mut().flatten() {
            entry.lengths = self.weighed.lengths(&entry.bags);
        }
    }
}

impl Weighed {
    fn weight(&self, feature: u32) -> f32 {
        self.weights.get(feature as usize).copied().unwrap_or(self.new)
    }

    fn lengths(&self, bags: &[Vec<(u32, f32)>; 4]) -> [f32; 4] {
        let mut lengths = [0.0; 4];
        for (length, bag) in lengths.iter_mut().zip(bags) {
            let squares = bag.iter().map(|(feature, often)| (often * self.weight(*feature)).powi(2));
            *length = squares.sum::<f32>().sqrt();
        }
        lengths
    }
}

/// How alike two texts are, from the products of their bags.
fn combined(one: &Entry, other: &Entry, products: [f32; 4]) -> f32 {
    let parts = if one.language == other.language { SAME } else { OTHER };
    let mut score = 0.0;
    for (at, part) in parts.iter().enumerate() {
        let lengths = one.lengths[at] * other.lengths[at];
        if lengths > 0.0 {
            score += part * products[at] / lengths;
        }
    }
    score.clamp(0.0, 1.0)
}
