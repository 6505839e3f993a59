//! Whether tables bind each other in a cycle.

use std::collections::{BTreeMap, BTreeSet};

/// Graham reduction of tables, each with the attributes that it crosses: drop what stands in one table only, drop a
/// table that lies in another, repeat. What is left over is a cycle.
pub(crate) fn left_over<A: Ord + Clone>(mut edges: Vec<(String, BTreeSet<A>)>) -> Vec<(String, BTreeSet<A>)> {
    loop {
        let mut uses: BTreeMap<A, usize> = BTreeMap::new();
        for attribute in edges.iter().flat_map(|(_, edge)| edge) {
            *uses.entry(attribute.clone()).or_default() += 1;
        }
        let before: usize = edges.iter().map(|(_, edge)| edge.len() + 1).sum();
        for (_, edge) in &mut edges {
            edge.retain(|attribute| uses.get(attribute).is_some_and(|n| *n > 1));
        }
        let mut at = edges.len();
        while at > 0 {
            at -= 1;
            if edges.iter().enumerate().any(|(i, (_, edge))| i != at && edges[at].1.is_subset(edge)) {
                edges.remove(at);
            }
        }
        let after: usize = edges.iter().map(|(_, edge)| edge.len() + 1).sum();
        if edges.len() <= 1 {
            return Vec::new();
        }
        if after == before {
            return edges;
        }
    }
}
