//! Dimensions as sets of values, and the finest pieces into which the codes of a table cut them.

use std::collections::{BTreeMap, BTreeSet};

use crate::published::{Published, Table};

/// The values of the finest dimension of an axis; a code of any of its dimensions is a set of them.
pub(crate) type Values = BTreeSet<String>;

/// What a cell counts: the values on each axis on which it does not count all.
pub(crate) type Region = BTreeMap<String, Values>;

/// How the codes of dimensions are read: which axis, which values.
pub(crate) struct Axes<'a> {
    edition: &'a Published,
    /// Dimension → the dimension that refines it.
    refined_by: BTreeMap<&'a str, &'a str>,
}

/// A table's axes, each cut into pieces.
pub(crate) struct Cut {
    /// Axis (by the name of its finest dimension) → pieces, in order.
    pub(crate) axes: BTreeMap<String, Vec<Values>>,
}

impl<'a> Axes<'a> {
    pub(crate) fn new(edition: &'a Published) -> Self {
        let refined = edition.dimensions.iter();
        let refined_by =
            refined.filter_map(|(code, d)| Some((d.within.as_deref()?, code.as_str()))).collect();
        Self { edition, refined_by }
    }

    /// The axis of a dimension.
    pub(crate) fn axis<'b>(&'b self, dimension: &'b str) -> &'b str {
        self.refined_by.get(dimension).copied().unwrap_or(dimension)
    }

    /// The values that a code stands for; nothing where it is no code of the dimension.
    pub(crate) fn values(&self, dimension: &str, code: &str) -> Option<Values> {
        let shape = self.edition.dimensions.get(dimension)?;
        let mine: Values = if code == "*" {
            shape.values.iter().cloned().collect()
        } else if let Some(members) = shape.groups.get(code) {
            members.iter().cloned().collect()
        } else {
            shape.values.iter().find(|value| *value == code).into_iter().cloned().collect()
        };
        if mine.is_empty() {
            return None;
        }
        let Some(finer) =
            self.refined_by.get(dimension).and_then(|finer| self.edition.dimensions.get(*finer))
        else {
            return Some(mine);
        };
        Some(mine.iter().filter_map(|value| finer.groups.get(value)).flatten().cloned().collect())
    }

    /// What the cell with these coordinates counts; nothing where a code is unknown.
    pub(crate) fn region(&self, at: &BTreeMap<String, String>) -> Option<Region> {
        let mut region = Region::new();
        for (dimension, code) in at {
            let (values, axis) = (self.values(dimension, code)?, self.axis(dimension));
            if Some(&values) != self.values(axis, "*").as_ref() {
                let both = region.get(axis).map_or_else(|| values.clone(), |other| other & &values);
                region.insert(axis.to_owned(), both);
            }
        }
        Some(region)
    }

    /// The pieces into which a table's codes cut its axes; nothing where a code is unknown.
    pub(crate) fn cut(&self, table: &Table) -> Option<Cut> {
        let mut axes = BTreeMap::new();
        for dimension in &table.dimensions {
            let codes: BTreeSet<&str> =
                table.cells.iter().filter_map(|cell| cell.at.get(dimension)).map(String::as_str).collect();
            let mut pieces = vec![self.values(dimension, "*")?];
            for code in codes {
                pieces = split(pieces, &self.values(dimension, code)?);
            }
            axes.insert(self.axis(dimension).to_owned(), pieces);
        }
        Some(Cut { axes })
    }
}

/// Every piece, cut in two where only a part of it lies in `by`.
pub(crate) fn split(pieces: Vec<Values>, by: &Values) -> Vec<Values> {
    let halves = |piece: Values| {
        let inside: Values = piece.intersection(by).cloned().collect();
        let outside: Values = piece.difference(by).cloned().collect();
        [inside, outside].into_iter().filter(|half| !half.is_empty())
    };
    pieces.into_iter().flat_map(halves).collect()
}

/// The finest pieces that are whole pieces of both: what two ways of cutting have in common.
pub(crate) fn common(a: &[Values], b: &[Values]) -> Vec<Values> {
    let mut joined: Vec<Values> = Vec::new();
    for piece in a.iter().chain(b) {
        let (touching, apart): (Vec<Values>, Vec<Values>) =
            joined.into_iter().partition(|other| !other.is_disjoint(piece));
        joined = apart;
        joined.push(touching.into_iter().fold(piece.clone(), |whole, other| &whole | &other));
    }
    joined.sort();
    joined
}
