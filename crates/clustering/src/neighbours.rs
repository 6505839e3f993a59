//! The texts that say much the same as one, and why.

use crate::bags::{Feature, Tag, Text};
use crate::index::{Entry, Index};
use crate::lexicon::Layer;
use crate::vectors::{ONE, product, shared};

/// A text that says much the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Neighbour {
    /// Its number.
    pub number: usize,
    /// How alike, from 0 to 1, seen from those around both. It orders; it is no probability.
    pub score: f64,
    /// Why.
    pub why: Why,
}

/// Why two texts are alike: what they share, the most telling first. Of a neighbour never empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Why {
    /// Codes of concepts, those of the field before everyday words; [`crate::Lexicon::term`] has a word for each.
    pub concepts: Vec<String>,
    /// Words, as one of them writes it.
    pub words: Vec<String>,
    /// Codes of themes.
    pub themes: Vec<String>,
    /// The code of the cause, where both have the same.
    pub cause: Option<String>,
    /// The code of the domain, where both have the same.
    pub domain: Option<String>,
    /// The code of the right, where both have the same.
    pub right: Option<String>,
}

/// How many reasons of a sort are told.
const REASONS: usize = 4;
/// So many candidates are seen in their own neighbourhood.
const CANDIDATES: usize = 60;
/// So many entries of the inverted lists are looked at, the rarest features first; what is in more texts is left for
/// the texts found by then.
const LOOKED_AT: usize = 400_000;
/// So many of the texts found are then compared in full, where something was left out.
const COMPARED: usize = 400;
/// So many neighbours speak for a text.
const SPEAK: usize = 8;
/// So often they are asked.
const ROUNDS: usize = 3;

impl Index {
    /// The texts that are most like one of them, the most alike first.
    pub fn neighbours(&self, number: usize, many: usize) -> Vec<Neighbour> {
        self.entry(number)
            .map_or_else(Vec::new, |entry| self.explained(entry, self.ranked(entry, Some(number)), many))
    }

    /// The texts that are most like one that is not among them.
    pub fn like(&self, text: &Text<'_>, many: usize) -> Vec<Neighbour> {
        let entry = self.outside(text);
        let ranked = self.ranked(&entry, None);
        self.explained(&entry, ranked, many)
    }

    fn explained(&self, entry: &Entry, ranked: Vec<(usize, f64)>, many: usize) -> Vec<Neighbour> {
        let explain = |(number, score)| {
            let other = self.entry(number)?;
            Some(Neighbour { number, score, why: self.why(entry, other) })
        };
        ranked.into_iter().take(many).filter_map(explain).collect()
    }

    /// The candidates for a text, with their scores. The first are seen in their neighbourhood; those behind keep their
    /// order and stay behind.
    pub(crate) fn ranked(&self, entry: &Entry, own: Option<usize>) -> Vec<(usize, f64)> {
        let found = self.found(entry, own);
        let near: Vec<&Entry> =
            found.iter().take(CANDIDATES).filter_map(|(_, _, number)| self.entry(*number)).collect();
        let scores = seen_from_around(entry, &near);
        let mut ranked: Vec<(f64, u64, usize)> =
            found.iter().zip(scores).map(|((_, mark, number), score)| (score, *mark, *number)).collect();
        ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        ranked.into_iter().map(|(score, _, number)| (number, score)).collect()
    }

    /// The texts that share most with one, the most alike first, then by their marks: product, mark, number.
    fn found(&self, entry: &Entry, own: Option<usize>) -> Vec<(u32, u64, usize)> {
        let mut lists: Vec<(&[(u32, u16)], u16)> = entry
            .vector
            .iter()
            .filter_map(|(feature, much)| Some((self.postings.get(*feature as usize)?.as_slice(), *much)))
            .collect();
        lists.sort_by_key(|(texts, _)| texts.len());
        let mut products = vec![0_u32; self.given()];
        let mut touched: Vec<u32> = Vec::new();
        let mut looked_at = 0;
        let mut left_out = false;
        for (texts, much) in lists {
            looked_at += texts.len();
            if looked_at > LOOKED_AT {
                left_out = true;
                break;
            }
            for (text, much_too) in texts {
                if let Some(product) = products.get_mut(*text as usize) {
                    if *product == 0 {
                        touched.push(*text);
                    }
                    *product += u32::from(much) * u32::from(*much_too);
                }
            }
        }
        let product_of = |number: &u32| products.get(*number as usize).copied().unwrap_or(0);
        let other = |number: &&u32| Some(**number as usize) != own;
        let found =
            touched.iter().filter(other).map(|number| (product_of(number), *number as usize)).collect();
        if !left_out {
            return self.first(found, CANDIDATES);
        }
        let compared = self.first(found, COMPARED).into_iter().filter_map(|(_, _, number)| {
            let other = self.entry(number)?;
            Some((product(&entry.vector, &other.vector), number))
        });
        self.first(compared.collect(), CANDIDATES)
    }

    /// The first of these by their products, then by their marks, which are looked up for those alone that may be among
    /// them.
    fn first(&self, mut found: Vec<(u32, usize)>, many: usize) -> Vec<(u32, u64, usize)> {
        if found.len() > many {
            let (_, (least, _), _) = found.select_nth_unstable_by(many - 1, |a, b| b.0.cmp(&a.0));
            let least = *least;
            found.retain(|(product, _)| *product >= least);
        }
        let mark = |number: usize| self.entry(number).map_or(0, |entry| entry.mark);
        let mut first: Vec<_> =
            found.into_iter().map(|(product, number)| (product, mark(number), number)).collect();
        first.sort_unstable_by(|a, b| b.0.cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
        first.truncate(many);
        first
    }

    /// Whether it tells something that two texts have this feature. What was chosen from a list, and themes, tell it always.
    fn tells(&self, feature: u32) -> bool {
        let everyday = match self.features.get(feature) {
            Some((Feature::Concept(concept), _)) => self.lexicon().layer(*concept) != Layer::Field,
            Some((Feature::Stem(..), _)) => true,
            _ => false,
        };
        let texts = self.postings.get(feature as usize).map_or(0, Vec::len);
        !everyday || texts <= FEW || texts * ONE_IN <= self.len()
    }

    fn why(&self, entry: &Entry, other: &Entry) -> Why {
        let mut both: Vec<(u32, u32)> = shared(&entry.vector, &other.vector).collect();
        both.sort_by(|a, b| b.1.cmp(&a.1).then(a.0.cmp(&b.0)));
        // What so many texts have tells nothing of these two, unless it is all that they share.
        let telling: Vec<u32> =
            both.iter().map(|(number, _)| *number).filter(|one| self.tells(*one)).collect();
        let all = || both.iter().map(|(number, _)| *number).collect();
        let told = if telling.is_empty() { all() } else { telling };
        let mut why = Why::default();
        let mut everyday = Vec::new();
        for (feature, word) in told.iter().filter_map(|number| self.features.get(*number)) {
            match feature {
                Feature::Concept(concept) => {
                    let of_the_field = self.lexicon().layer(*concept) == Layer::Field;
                    let told = if of_the_field { &mut why.concepts } else { &mut everyday };
                    tell(told, self.lexicon().code(*concept));
                }
                Feature::Theme(theme) => tell(&mut why.themes, self.themes.code(*theme)),
                Feature::Stem(..) => tell(&mut why.words, word),
                Feature::Tag(Tag::Cause, code) => why.cause = Some(code.clone()),
                Feature::Tag(Tag::Domain, code) => why.domain = Some(code.clone()),
                Feature::Tag(Tag::Right, code) => why.right = Some(code.clone()),
            }
        }
        // What the field speaks of tells people more than everyday words.
        for concept in &everyday {
            tell(&mut why.concepts, concept);
        }
        why
    }
}

/// What more than one in so many texts has tells nothing of two of them; of few texts each word tells.
const ONE_IN: usize = 10;
const FEW: usize = 10;

fn tell(reasons: &mut Vec<String>, reason: &str) {
    if reasons.len() < REASONS {
        reasons.push(reason.to_owned());
    }
}

/// How alike a text is to each of the candidates, seen from around: a text is near where the neighbours of the one are
/// near the other. In each round the likeness of two becomes the mean of their own, and of what the nearest of each say.
fn seen_from_around(entry: &Entry, near: &[&Entry]) -> Vec<f64> {
    let all: Vec<&Entry> = std::iter::once(entry).chain(near.iter().copied()).collect();
    let full = f64::from(ONE) * f64::from(ONE);
    let alike = |one: &Entry, other: &Entry| f64::from(product(&one.vector, &other.vector)) / full;
    let many = all.len();
    let mut table = vec![vec![0.0; many]; many];
    for (at, one) in all.iter().enumerate() {
        for (beside, other) in all.iter().enumerate().skip(at) {
            let likeness = alike(one, other);
            table[at][beside] = likeness;
            table[beside][at] = likeness;
        }
    }
    for _ in 0..ROUNDS {
        let said: Vec<Vec<f64>> = (0..many).map(|at| said_by_nearest(&table, at)).collect();
        for at in 0..many {
            for beside in 0..many {
                table[at][beside] = (table[at][beside] + said[at][beside] + said[beside][at]) / 3.0;
            }
        }
    }
    table.swap_remove(0).into_iter().skip(1).collect()
}

/// What the nearest of a text say of all: their likeness to each, by the square of how near they are.
fn said_by_nearest(table: &[Vec<f64>], at: usize) -> Vec<f64> {
    let mut nearest: Vec<(usize, f64)> =
        table[at].iter().copied().enumerate().filter(|(other, _)| *other != at).collect();
    nearest.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    nearest.truncate(SPEAK);
    let whole: f64 = nearest.iter().map(|(_, likeness)| likeness * likeness).sum();
    let mut said = vec![0.0; table.len()];
    if whole > 0.0 {
        for (other, likeness) in nearest {
            for (sum, of_other) in said.iter_mut().zip(&table[other]) {
                *sum += likeness * likeness / whole * of_other;
            }
        }
    }
    said
}
