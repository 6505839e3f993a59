//! What the codes of several editions mean in common: each is a set of the same finest values.
//!
//! Editions may print other topics, and group values otherwise. A value of any of them is a finest value; the rest of a
//! domain is what that edition does not print, so it holds the topics that only others print.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Dimension, Kind, Plan, TOTAL};
use crate::space::{Region, Space};

/// The dimensions of an edition.
pub(crate) type Dimensions = BTreeMap<String, Dimension>;

/// The finest values of all editions, and what each code of each edition is in them.
pub(crate) struct Universe {
    pub(crate) space: Space,
    /// Dimension → the finest dimension of its axis.
    axes: BTreeMap<String, String>,
    /// For each edition, dimension and code → the code in `space`.
    codes: Vec<BTreeMap<(String, String), String>>,
}

impl Universe {
    /// The universe of some editions; nothing where their dimensions do not fit each other.
    pub(crate) fn of(editions: &[&Dimensions]) -> Option<Self> {
        let mut finer: BTreeMap<&str, &str> = BTreeMap::new();
        for (code, dimension) in editions.iter().flat_map(|dimensions| dimensions.iter()) {
            if let Some(parent) = &dimension.within
                && *finer.entry(parent).or_insert(code) != code
            {
                return None;
            }
        }
        let axis = |dimension: &str| finer.get(dimension).map_or(dimension, |finer| *finer).to_owned();
        let mut atoms: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut meanings: Vec<BTreeMap<(String, String), BTreeSet<String>>> = Vec::new();
        for dimensions in editions {
            let mut meaning = BTreeMap::new();
            for (code, dimension) in *dimensions {
                let value = |value: &String| values(editions, dimensions, &finer, code, value);
                let all = atoms.entry(axis(code)).or_default();
                for name in &dimension.values {
                    let set = value(name);
                    all.extend(set.iter().cloned());
                    meaning.insert((code.clone(), name.clone()), set);
                }
                for (group, members) in &dimension.groups {
                    meaning.insert((code.clone(), group.clone()), members.iter().flat_map(value).collect());
                }
            }
            meanings.push(meaning);
        }
        // The same set has one name, whichever edition names it.
        let mut joint: Dimensions = BTreeMap::new();
        for (code, atoms) in &atoms {
            let (values, groups) = (atoms.iter().cloned().collect(), BTreeMap::new());
            let dimension = Dimension { kind: Kind::Other, values, groups, multiple: false, within: None };
            joint.insert(code.clone(), dimension);
        }
        let mut names: BTreeMap<(String, BTreeSet<String>), String> = BTreeMap::new();
        let mut codes = Vec::new();
        for meaning in meanings {
            let mut named = BTreeMap::new();
            for ((dimension, code), set) in meaning {
                let axis = axis(&dimension);
                let name = match set.first() {
                    None => continue,
                    Some(only) if set.len() == 1 => only.clone(),
                    Some(_) if atoms.get(&axis) == Some(&set) => TOTAL.to_owned(),
                    Some(_) => {
                        let number = names.len();
                        let name = names
                            .entry((axis.clone(), set.clone()))
                            .or_insert_with(|| format!("\u{1f}{number}"));
                        let members = || set.iter().cloned().collect();
                        joint.get_mut(&axis)?.groups.entry(name.clone()).or_insert_with(members);
                        name.clone()
                    }
                };
                named.insert((dimension, code), name);
            }
            codes.push(named);
        }
        let axes = editions.iter().flat_map(|dimensions| dimensions.keys());
        let axes = axes.map(|dimension| (dimension.clone(), axis(dimension))).collect();
        let space = Space::new(&Plan { dimensions: joint, tables: Vec::new(), cyclic: false }).ok()?;
        Some(Self { space, axes, codes })
    }

    /// The cell with these coordinates in an edition; nothing where the edition has no such code.
    pub(crate) fn region(&self, edition: usize, at: &BTreeMap<String, String>) -> Option<Region> {
        let mut named = Vec::new();
        for (dimension, code) in at {
            named.push((self.axes.get(dimension)?.as_str(), self.code(edition, dimension, code)?));
        }
        self.space.region(named)
    }

    /// The axis and the set that a code of an edition stands for.
    pub(crate) fn set(&self, edition: usize, dimension: &str, code: &str) -> Option<(usize, usize)> {
        let shape = self.space.dimensions.get(self.axes.get(dimension)?)?;
        Some((shape.axis, *shape.codes.get(self.code(edition, dimension, code)?)?))
    }

    /// What a cell is in the first edition's own finest values, by axis; nothing where it cuts through one of them, or
    /// that edition does not divide its signals so.
    pub(crate) fn at_home(
        &self,
        home: &Space,
        dimensions: &Dimensions,
        region: &Region,
    ) -> Option<BTreeMap<usize, Vec<usize>>> {
        let mut found = BTreeMap::new();
        for (axis, set) in region {
            let finest = &self.space.axes[*axis].finest;
            let own = home.dimensions.get(finest)?.axis;
            let wanted = self.space.atoms(*axis, *set);
            let mut inside = Vec::new();
            let mut covered = 0;
            for (atom, value) in dimensions.get(finest)?.values.iter().enumerate() {
                let (_, mine) = self.set(0, finest, value)?;
                let mine = self.space.atoms(*axis, mine);
                let shared = mine.iter().filter(|atom| wanted.binary_search(atom).is_ok()).count();
                if shared == mine.len() {
                    inside.push(atom);
                    covered += shared;
                } else if shared > 0 {
                    return None;
                }
            }
            if covered != wanted.len() {
                return None;
            }
            found.insert(own, inside);
        }
        Some(found)
    }

    fn code(&self, edition: usize, dimension: &str, code: &str) -> Option<&str> {
        if code == TOTAL {
            return Some(TOTAL);
        }
        self.codes.get(edition)?.get(&(dimension.to_owned(), code.to_owned())).map(String::as_str)
    }
}

/// The finest values that a value of a dimension stands for.
fn values(
    editions: &[&Dimensions],
    own: &Dimensions,
    finer: &BTreeMap<&str, &str>,
    dimension: &str,
    value: &String,
) -> BTreeSet<String> {
    let Some(shape) = own.get(dimension) else { return BTreeSet::new() };
    if let Some(finest) = finer.get(dimension) {
        // A value of a coarser dimension is all that any edition puts under it.
        let members = |dimensions: &&Dimensions| Some(dimensions.get(*finest)?.groups.get(value)?.clone());
        let own_members = members(&own);
        let all: Vec<String> = match own_members {
            Some(own_members) => own_members,
            None => editions.iter().filter_map(members).flatten().collect(),
        };
        let fine = own.contains_key(*finest);
        let expand = |member: &String| match fine {
            true => values(editions, own, finer, finest, member),
            false => BTreeSet::from([member.clone()]),
        };
        let set: BTreeSet<String> = all.iter().flat_map(expand).collect();
        return if set.is_empty() { BTreeSet::from([value.clone()]) } else { set };
    }
    let mut set = BTreeSet::from([value.clone()]);
    if shape.is_rest(value) {
        let domain = value.strip_prefix(crate::star::REST).unwrap_or_default();
        let elsewhere =
            editions.iter().filter_map(|dimensions| dimensions.get(dimension)?.groups.get(domain));
        set.extend(elsewhere.flatten().filter(|topic| !shape.values.contains(topic)).cloned());
    }
    set
}
