//! The themes that a text comes near to: problems of the field, each told by the concepts it goes with. Two texts that
//! share no concept can still speak of the same theme (explicit semantic analysis over our own short texts).

use std::collections::BTreeMap;

use crate::lexicon::Lexicon;

/// The themes of a lexicon, by number in the order of their codes.
pub struct Themes {
    codes: Vec<String>,
    /// By concept: the themes it belongs to, and how much.
    by_concept: BTreeMap<u32, Vec<(u32, f32)>>,
}

/// How many themes of a text count.
const NEAREST: usize = 12;

impl Themes {
    /// The themes of a lexicon. A concept counts by how few themes have it.
    pub fn new(lexicon: &Lexicon) -> Self {
        let themes = lexicon.themes();
        let mut having: BTreeMap<u32, u32> = BTreeMap::new();
        for concept in themes.values().flat_map(BTreeMap::keys) {
            *having.entry(*concept).or_insert(0) += 1;
        }
        let many = themes.len() as f32;
        let mut by_concept: BTreeMap<u32, Vec<(u32, f32)>> = BTreeMap::new();
        for (theme, concepts) in themes.values().enumerate() {
            let weigh = |(concept, times): (&u32, &u32)| {
                let rare = (1.0 + many / having.get(concept).map_or(1.0, |having| *having as f32)).ln();
                (*concept, (1.0 + (*times as f32).ln()) * rare)
            };
            let weights: Vec<(u32, f32)> = concepts.iter().map(weigh).collect();
            let length = weights.iter().map(|(_, weight)| weight * weight).sum::<f32>().sqrt();
            for (concept, weight) in weights {
                by_concept.entry(concept).or_default().push((theme as u32, weight / length));
            }
        }
        Self { codes: themes.keys().cloned().collect(), by_concept }
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// The code of a theme.
    pub fn code(&self, theme: u32) -> &str {
        self.codes.get(theme as usize).map_or("", String::as_str)
    }

    /// The themes nearest to these concepts. What is near counts more than by its share: the square.
    pub fn of(&self, concepts: impl Iterator<Item = (u32, f32)>) -> Vec<(u32, f32)> {
        let mut near = vec![0.0_f32; self.codes.len()];
        for (concept, much) in concepts {
            for (theme, weight) in self.by_concept.get(&concept).into_iter().flatten() {
                if let Some(sum) = near.get_mut(*theme as usize) {
                    *sum += much * weight;
                }
            }
        }
        let mut near: Vec<(u32, f32)> = near
            .into_iter()
            .enumerate()
            .filter(|(_, much)| *much > 0.0)
            .map(|(theme, much)| (theme as u32, much * much))
            .collect();
        near.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        near.truncate(NEAREST);
        near
    }
}
