//! A proposal of clusters: which texts belong together, by average linkage among neighbours.

use std::collections::BTreeMap;

use kodama::{Method, linkage};

use crate::index::Index;

/// A proposal: for each text its cluster, or none where it stands alone.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Clusters {
    /// The cluster of each text, by the text's number.
    pub of: BTreeMap<usize, usize>,
    /// The texts of each cluster, at least two, in order; clusters by their first text.
    pub texts: Vec<Vec<usize>>,
}

/// So alike two texts must be for the one to lead to the other.
const LINK: f64 = 0.10;
/// So alike the texts of a cluster are on average.
const TOGETHER: f64 = 0.20;
/// The most texts that are compared each with each; where more hang together, weaker links are cut first.
const MOST: usize = 2_500;
/// By how much the bar for a link rises where too many hang together.
const STEP: f64 = 0.02;

/// How alike pairs are, the smaller number first.
type Links = BTreeMap<(usize, usize), f64>;

impl Index {
    /// Proposes clusters of all texts. The same texts give the same proposal.
    pub fn clusters(&self) -> Clusters {
        let links = self.links();
        let mut whole: Vec<(Vec<usize>, f64)> = vec![(self.numbers().collect(), LINK)];
        let mut clusters = Vec::new();
        while let Some((texts, bar)) = whole.pop() {
            for group in connected(&texts, &links, bar) {
                if group.len() > MOST {
                    whole.push((group, bar + STEP));
                } else if group.len() > 1 {
                    clusters.extend(agglomerated(&group, &links));
                }
            }
        }
        clusters.sort();
        let of = clusters.iter().enumerate();
        let of = of.flat_map(|(cluster, texts)| texts.iter().map(move |text| (*text, cluster))).collect();
        Clusters { of, texts: clusters }
    }

    /// The mean of how alike two texts find each other; who does not find the other finds it not alike at all.
    fn links(&self) -> Links {
        let mut links = Links::new();
        for number in self.numbers() {
            for (other, score) in
                self.entry(number).into_iter().flat_map(|entry| self.ranked(entry, Some(number)))
            {
                *links.entry((number.min(other), number.max(other))).or_insert(0.0) += score / 2.0;
            }
        }
        links
    }
}

/// The clusters among these texts: average linkage, cut where the average likeness falls under the bar.
fn agglomerated(texts: &[usize], links: &Links) -> Vec<Vec<usize>> {
    let mut distances = Vec::with_capacity(texts.len() * (texts.len() - 1) / 2);
    for (at, one) in texts.iter().enumerate() {
        let others = texts.iter().skip(at + 1);
        distances.extend(others.map(|other| 1.0 - links.get(&(*one, *other)).copied().unwrap_or(0.0)));
    }
    let steps = linkage(&mut distances, texts.len(), Method::Average);
    let mut groups: Vec<Option<Vec<usize>>> = texts.iter().map(|text| Some(vec![*text])).collect();
    for step in steps.steps() {
        // Steps come by rising distance, so that whatever follows is further apart.
        if step.dissimilarity > 1.0 - TOGETHER {
            break;
        }
        let mut joined = Vec::new();
        for part in [step.cluster1, step.cluster2] {
            joined.extend(groups.get_mut(part).and_then(Option::take).unwrap_or_default());
        }
        joined.sort_unstable();
        groups.push(Some(joined));
    }
    groups.into_iter().flatten().filter(|group| group.len() > 1).collect()
}

/// The texts that hang together over links at least this strong, each group in order.
fn connected(texts: &[usize], links: &Links, bar: f64) -> Vec<Vec<usize>> {
    let places: BTreeMap<usize, usize> =
        texts.iter().enumerate().map(|(place, text)| (*text, place)).collect();
    let mut leads: Vec<usize> = (0..texts.len()).collect();
    for ((one, other), _) in links.iter().filter(|(_, score)| **score >= bar) {
        if let (Some(one), Some(other)) = (places.get(one), places.get(other)) {
            let (one, other) = (root(&mut leads, *one), root(&mut leads, *other));
            leads[one.max(other)] = one.min(other);
        }
    }
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (place, text) in texts.iter().enumerate() {
        groups.entry(root(&mut leads, place)).or_default().push(*text);
    }
    groups.into_values().collect()
}

fn root(leads: &mut [usize], mut place: usize) -> usize {
    while leads[place] != place {
        leads[place] = leads[leads[place]];
        place = leads[place];
    }
    place
}
