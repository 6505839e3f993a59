//! A proposal of clusters: which texts belong together, by what label most of their nearest bear.

use std::collections::BTreeMap;

use crate::index::Index;

/// A proposal: for each text its cluster, or none where it stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clusters {
    /// The cluster of each text, by the text's number.
    pub of: BTreeMap<usize, usize>,
    /// The texts of each cluster, at least two, in order; clusters by their first text.
    pub texts: Vec<Vec<usize>>,
}

/// So many of the nearest lead from a text to others. Few, so that a cluster holds together and does not grow by what is
/// merely near.
const NEAREST: usize = 4;
/// So alike two texts must find each other for the one to lead to the other.
const LINK: f64 = 0.18;
/// Labels have come to rest long before; two texts could exchange theirs for ever.
const ROUNDS: usize = 50;

impl Index {
    /// Proposes clusters of all texts. Each begins with a label of its own, and takes over the one that its links speak
    /// for most, until nothing changes (label propagation). The same texts give the same proposal in any order.
    pub fn clusters(&self) -> Clusters {
        let mut numbers: Vec<usize> = self.numbers().collect();
        // Not by number: that would be the order in which they came.
        numbers.sort_by_key(|number| (self.entry(*number).map(|entry| entry.mark), *number));
        let links = self.links(&numbers);
        let mut labels: Vec<usize> = (0..numbers.len()).collect();
        for _ in 0..ROUNDS {
            let mut changed = false;
            for (at, links) in links.iter().enumerate() {
                let wanted = wanted(labels[at], links, &labels);
                changed |= wanted != labels[at];
                labels[at] = wanted;
            }
            if !changed {
                break;
            }
        }
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (number, label) in numbers.iter().zip(labels) {
            groups.entry(label).or_default().push(*number);
        }
        let mut texts: Vec<Vec<usize>> = groups.into_values().filter(|group| group.len() > 1).collect();
        for group in &mut texts {
            group.sort_unstable();
        }
        texts.sort();
        let of = texts.iter().enumerate();
        let of = of.flat_map(|(cluster, texts)| texts.iter().map(move |text| (*text, cluster))).collect();
        Clusters { of, texts }
    }

    /// Whom each text leads to and how strongly, by place in `numbers`: the mean of how alike both find each other, where
    /// one is among the nearest of the other. Who does not find the other finds it not alike at all.
    fn links(&self, numbers: &[usize]) -> Vec<BTreeMap<usize, f64>> {
        let places: BTreeMap<usize, usize> = numbers.iter().copied().zip(0..).collect();
        let mut means: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        let mut near: Vec<(usize, usize)> = Vec::new();
        for (place, number) in numbers.iter().enumerate() {
            let ranked = self.entry(*number).map_or_else(Vec::new, |entry| self.ranked(entry, Some(*number)));
            for (rank, (other, score)) in ranked.into_iter().enumerate() {
                let Some(other) = places.get(&other) else { continue };
                let pair = (place.min(*other), place.max(*other));
                *means.entry(pair).or_insert(0.0) += score / 2.0;
                if rank < NEAREST {
                    near.push(pair);
                }
            }
        }
        let mut links = vec![BTreeMap::new(); numbers.len()];
        for (one, other) in near {
            let mean = means.get(&(one, other)).copied().unwrap_or_default();
            if mean >= LINK {
                links[one].insert(other, mean);
                links[other].insert(one, mean);
            }
        }
        links
    }
}

/// The label that the links of a text speak for most: its own where none speaks for more, else the first of the best.
fn wanted(own: usize, links: &BTreeMap<usize, f64>, labels: &[usize]) -> usize {
    let mut spoken: BTreeMap<usize, f64> = BTreeMap::new();
    for (other, mean) in links {
        *spoken.entry(labels[*other]).or_insert(0.0) += mean;
    }
    let for_own = spoken.get(&own).copied().unwrap_or_default();
    let best = spoken.into_iter().rev().max_by(|a, b| a.1.total_cmp(&b.1));
    best.filter(|(_, most)| *most > for_own).map_or(own, |(label, _)| label)
}
