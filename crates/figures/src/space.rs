//! What a cell *is*: the set of signals that its coordinates describe, whatever table it stands in.
//!
//! Dimensions that refine each other share an axis; a cell is a set of the axis's finest values (atoms) for each
//! axis it restricts. So `topic: housing` and `domain: housing`, or `place: city` and `place: 21004`, are one
//! cell, and sums hold across tables.

use std::collections::{BTreeMap, BTreeSet};

use crate::plan::{Column, Dimension, Level, Plan, PlanError, TOTAL, TablePlan};

/// Sets of atoms per restricted axis, sorted by axis; empty for the total.
pub(crate) type Region = Vec<(usize, usize)>;
/// Coordinates as printed: dimension → value, group or `*`.
pub(crate) type At = BTreeMap<String, String>;

/// The axes of a plan, and every set of atoms that a code stands for.
#[derive(Debug, Clone)]
pub(crate) struct Space {
    pub(crate) axes: Vec<Axis>,
    pub(crate) dimensions: BTreeMap<String, DimensionSpace>,
}

/// The finest division that one or two dimensions share.
#[derive(Debug, Clone)]
pub(crate) struct Axis {
    /// The dimension whose values are the atoms.
    pub(crate) finest: String,
    pub(crate) atoms: usize,
    /// Set number → sorted atoms. Set 0 is all of them.
    sets: Vec<Vec<usize>>,
}

/// A dimension's codes as sets on its axis.
#[derive(Debug, Clone)]
pub(crate) struct DimensionSpace {
    pub(crate) axis: usize,
    pub(crate) codes: BTreeMap<String, usize>,
    fine: Vec<String>,
    coarse: Option<Vec<String>>,
}

/// A whole that is the sum of disjoint parts, by number of cell (or of set, within one dimension).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Relation {
    pub(crate) whole: usize,
    pub(crate) parts: Vec<usize>,
}

impl Relation {
    /// In a list of places in which what is published has none (`usize::MAX`): the cells, with their factors, whose changes
    /// add up to nothing.
    pub(crate) fn equation(&self) -> Vec<(usize, i64)> {
        let whole = (self.whole != usize::MAX).then_some((self.whole, -1));
        whole.into_iter().chain(self.parts.iter().map(|part| (*part, 1))).collect()
    }
}

/// The sets of one axis that stand along one dimension of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Side {
    pub(crate) axis: usize,
    pub(crate) sets: BTreeSet<usize>,
}

impl Space {
    /// The space of a plan; an error where the plan is badly formed.
    pub(crate) fn new(plan: &Plan) -> Result<Self, PlanError> {
        let mut refined_by: BTreeMap<&str, &str> = BTreeMap::new();
        for (code, dimension) in &plan.dimensions {
            well_formed(code, dimension)?;
            if let Some(parent) = &dimension.within {
                let fits = plan.dimensions.get(parent).is_some_and(|p| {
                    p.within.is_none() && p.values.iter().all(|value| dimension.groups.contains_key(value))
                });
                if !fits || refined_by.insert(parent, code).is_some() {
                    return Err(PlanError::Within(code.clone()));
                }
            }
        }
        let mut space = Self { axes: Vec::new(), dimensions: BTreeMap::new() };
        for (code, dimension) in &plan.dimensions {
            if refined_by.contains_key(code.as_str()) {
                continue;
            }
            let axis = space.axes.len();
            let atoms = dimension.values.len();
            space.axes.push(Axis { finest: code.clone(), atoms, sets: vec![(0..atoms).collect()] });
            let atom_of: BTreeMap<&str, Vec<usize>> =
                dimension.values.iter().enumerate().map(|(i, value)| (value.as_str(), vec![i])).collect();
            space.add_dimension(code, dimension, axis, &atom_of);
            if let Some((parent, shape)) =
                dimension.within.as_ref().and_then(|parent| Some((parent, plan.dimensions.get(parent)?)))
            {
                let mut of_parent: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
                let mut taken = BTreeSet::new();
                for value in &shape.values {
                    let members = dimension.groups.get(value).map(Vec::as_slice).unwrap_or_default();
                    let atoms: Vec<usize> =
                        members.iter().filter_map(|m| atom_of.get(m.as_str())).flatten().copied().collect();
                    if !atoms.iter().all(|atom| taken.insert(*atom)) {
                        return Err(PlanError::Within(code.clone()));
                    }
                    of_parent.insert(value, atoms);
                }
                if taken.len() != dimension.values.len() {
                    return Err(PlanError::Within(code.clone()));
                }
                space.add_dimension(parent, shape, axis, &of_parent);
            }
        }
        for table in &plan.tables {
            space.check_columns(table)?;
        }
        Ok(space)
    }

    fn add_dimension(
        &mut self,
        code: &str,
        shape: &Dimension,
        axis: usize,
        atoms: &BTreeMap<&str, Vec<usize>>,
    ) {
        let sets = &mut self.axes[axis].sets;
        let mut intern = |members: &[String]| {
            let set: BTreeSet<usize> =
                members.iter().filter_map(|m| atoms.get(m.as_str())).flatten().copied().collect();
            let set: Vec<usize> = set.into_iter().collect();
            sets.iter().position(|other| *other == set).unwrap_or_else(|| {
                sets.push(set);
                sets.len() - 1
            })
        };
        let mut codes = BTreeMap::from([(TOTAL.to_owned(), 0)]);
        for value in &shape.values {
            codes.insert(value.clone(), intern(std::slice::from_ref(value)));
        }
        for (group, members) in &shape.groups {
            codes.insert(group.clone(), intern(members));
        }
        let first = |group: &String| {
            let members = shape.groups.get(group).map(Vec::as_slice).unwrap_or_default();
            shape.values.iter().position(|value| members.contains(value))
        };
        let mut groups: Vec<String> = shape.groups.keys().cloned().collect();
        groups.sort_by_key(|group| (first(group), group.clone()));
        let within = |a: &str, b: &str| {
            let (a, b) = (shape.groups.get(a), shape.groups.get(b));
            a.is_some_and(|a| b.is_some_and(|b| a.len() < b.len() && a.iter().all(|v| b.contains(v))))
        };
        let outermost: Vec<String> =
            groups.iter().filter(|g| !groups.iter().any(|other| within(g, other))).cloned().collect();
        let mut grouped = BTreeSet::new();
        let disjoint = outermost
            .iter()
            .filter_map(|group| shape.groups.get(group))
            .flatten()
            .all(|value| grouped.insert(value.clone()));
        let lone = shape.values.iter().filter(|value| !grouped.contains(*value)).cloned();
        let total = [TOTAL.to_owned()];
        let coarse = (disjoint && !groups.is_empty())
            .then(|| total.iter().cloned().chain(outermost).chain(lone).collect());
        let fine = total.iter().chain(&groups).chain(&shape.values).cloned().collect();
        self.dimensions.insert(code.to_owned(), DimensionSpace { axis, codes, fine, coarse });
    }

    fn check_columns(&self, table: &TablePlan) -> Result<(), PlanError> {
        let mut axes = BTreeSet::new();
        for column in &table.columns {
            let dimension =
                self.dimensions.get(&column.dimension).ok_or_else(|| PlanError::Table(table.id()))?;
            if !axes.insert(dimension.axis) {
                return Err(PlanError::Table(table.id()));
            }
            if column.level == Level::Groups && dimension.coarse.is_none() {
                return Err(PlanError::OverlappingGroups(table.id()));
            }
        }
        Ok(())
    }

    /// Whether the dimension has a coarser form.
    pub(crate) fn has_groups(&self, dimension: &str) -> bool {
        self.dimensions.get(dimension).is_some_and(|d| d.coarse.is_some())
    }

    /// The cell with these coordinates; `None` where a code is unknown or two of them meet on one axis.
    pub(crate) fn region<'a>(&self, at: impl IntoIterator<Item = (&'a str, &'a str)>) -> Option<Region> {
        let mut region = Region::new();
        for (dimension, code) in at {
            let dimension = self.dimensions.get(dimension)?;
            let set = *dimension.codes.get(code)?;
            if set == 0 {
                continue;
            }
            match region.iter().find(|(axis, _)| *axis == dimension.axis) {
                Some((_, other)) if *other == set => {}
                Some(_) => return None,
                None => region.push((dimension.axis, set)),
            }
        }
        region.sort_unstable();
        Some(region)
    }

    /// Every cell of a table, with its coordinates in order of print.
    pub(crate) fn cells(&self, columns: &[Column]) -> Vec<(At, Region)> {
        let mut cells: Vec<(At, Region)> = vec![(At::new(), Region::new())];
        for column in columns {
            let elements = self.elements(column);
            let mut next = Vec::with_capacity(cells.len() * elements.len());
            for (at, region) in &cells {
                for (code, axis, set) in &elements {
                    let mut at = at.clone();
                    at.insert(column.dimension.clone(), (*code).to_owned());
                    next.push((at, with(region, *axis, *set)));
                }
            }
            cells = next;
        }
        cells
    }

    /// The sides of a table: the sets that stand along each of its dimensions.
    pub(crate) fn sides(&self, columns: &[Column]) -> Vec<Side> {
        let side = |column: &Column| {
            let elements = self.elements(column);
            let axis = elements.first().map(|(_, axis, _)| *axis)?;
            Some(Side { axis, sets: elements.iter().map(|(_, _, set)| *set).collect() })
        };
        columns.iter().filter_map(side).collect()
    }

    /// The codes of a column with their sets, in order of print. A value that is all of its parent's value (a
    /// domain without topics) is left out of a refining dimension: the parent's row says it.
    fn elements(&self, column: &Column) -> Vec<(&str, usize, usize)> {
        let Some(dimension) = self.dimensions.get(&column.dimension) else { return Vec::new() };
        let codes = match column.level {
            Level::Fine => &dimension.fine,
            Level::Groups => dimension.coarse.as_ref().unwrap_or(&dimension.fine),
        };
        let refines = self.dimensions.iter().any(|(code, other)| {
            *code != column.dimension
                && other.axis == dimension.axis
                && self.axes[dimension.axis].finest == column.dimension
        });
        let mut elements: Vec<(&str, usize, usize)> = Vec::new();
        for code in codes {
            if let Some(set) = dimension.codes.get(code)
                && !(refines && elements.iter().any(|(_, _, other)| other == set))
            {
                elements.push((code, dimension.axis, *set));
            }
        }
        elements
    }

    /// Every sum that holds within a table with these sides, between cells numbered by `number`.
    pub(crate) fn relations(&self, sides: &[Side], number: &BTreeMap<Region, usize>) -> Vec<Relation> {
        let mut relations = Vec::new();
        for (at, side) in sides.iter().enumerate() {
            let mut rests = vec![Region::new()];
            for (_, other) in sides.iter().enumerate().filter(|(i, _)| *i != at) {
                let cross = |rest| other.sets.iter().map(move |set| with(rest, other.axis, *set));
                rests = rests.iter().flat_map(cross).collect();
            }
            let sums = self.sums(side);
            for rest in &rests {
                let cell = |set: &usize| number.get(&with(rest, side.axis, *set)).copied();
                relations.extend(sums.iter().filter_map(|sum| {
                    let parts: Option<Vec<usize>> = sum.parts.iter().map(cell).collect();
                    Some(Relation { whole: cell(&sum.whole)?, parts: parts? })
                }));
            }
        }
        relations.sort_unstable();
        relations.dedup();
        relations
    }

    /// Each set of a side as the sum of its largest proper parts, or of its smallest where those overlap.
    fn sums(&self, side: &Side) -> Vec<Relation> {
        let sets = &self.axes[side.axis].sets;
        let inside =
            |a: usize, b: usize| a != b && sets[a].iter().all(|atom| sets[b].binary_search(atom).is_ok());
        let mut sums = Vec::new();
        for whole in &side.sets {
            let below: Vec<usize> = side.sets.iter().copied().filter(|set| inside(*set, *whole)).collect();
            let largest = below.iter().copied().filter(|set| !below.iter().any(|other| inside(*set, *other)));
            let smallest =
                below.iter().copied().filter(|set| !below.iter().any(|other| inside(*other, *set)));
            let adds_up = |parts: &BTreeSet<usize>| {
                let mut atoms: Vec<usize> =
                    parts.iter().flat_map(|part| sets[*part].iter().copied()).collect();
                atoms.sort_unstable();
                atoms == sets[*whole]
            };
            if let Some(parts) = [largest.collect(), smallest.collect()].into_iter().find(adds_up) {
                sums.push(Relation { whole: *whole, parts: parts.into_iter().collect() });
            }
        }
        sums
    }

    /// The axes of some dimensions.
    pub(crate) fn axes_of(&self, dimensions: &BTreeSet<String>) -> BTreeSet<usize> {
        dimensions.iter().filter_map(|code| Some(self.dimensions.get(code)?.axis)).collect()
    }

    /// Every finest cell of the cross of some axes.
    pub(crate) fn finest(&self, axes: &BTreeSet<usize>) -> Vec<Region> {
        let mut regions = vec![Region::new()];
        for axis in axes {
            let single = |set: &usize| self.axes[*axis].sets[*set].len() == 1;
            let sets: Vec<usize> = (0..self.axes[*axis].sets.len()).filter(single).collect();
            regions =
                regions.iter().flat_map(|rest| sets.iter().map(|set| with(rest, *axis, *set))).collect();
        }
        regions
    }

    /// The atoms of a set.
    pub(crate) fn atoms(&self, axis: usize, set: usize) -> &[usize] {
        &self.axes[axis].sets[set]
    }

    /// Whether every signal of `part` is one of `whole`.
    pub(crate) fn lies_in(&self, part: &Region, whole: &Region) -> bool {
        whole.iter().all(|(axis, outer)| {
            part.iter().any(|(other, inner)| {
                let outer = self.atoms(*axis, *outer);
                other == axis
                    && self.atoms(*axis, *inner).iter().all(|atom| outer.binary_search(atom).is_ok())
            })
        })
    }

    /// Whether the cell names, in this dimension, one of the codes or a group that holds one; with no codes,
    /// whether it names the dimension at all.
    pub(crate) fn names(&self, region: &Region, dimension: &str, codes: &[String]) -> bool {
        let Some(dimension) = self.dimensions.get(dimension) else { return false };
        let Some((axis, set)) = region.iter().find(|(axis, _)| *axis == dimension.axis) else { return false };
        let atoms = self.atoms(*axis, *set);
        codes.is_empty()
            || codes
                .iter()
                .filter_map(|code| dimension.codes.get(code))
                .any(|listed| self.atoms(*axis, *listed).iter().any(|atom| atoms.binary_search(atom).is_ok()))
    }
}

/// The region, restricted on one more axis.
fn with(region: &Region, axis: usize, set: usize) -> Region {
    let mut region = region.clone();
    if set != 0 {
        region.push((axis, set));
        region.sort_unstable();
    }
    region
}

fn well_formed(code: &str, dimension: &Dimension) -> Result<(), PlanError> {
    if dimension.multiple {
        return Err(PlanError::Multiple(code.to_owned()));
    }
    let values: BTreeSet<&str> = dimension.values.iter().map(String::as_str).collect();
    let named = |text: &str| !text.is_empty() && text != TOTAL;
    let groups = dimension.groups.iter().all(|(group, members)| {
        let distinct: BTreeSet<&str> = members.iter().map(String::as_str).collect();
        named(group)
            && !values.contains(group.as_str())
            && !members.is_empty()
            && distinct.len() == members.len()
            && distinct.is_subset(&values)
    });
    let distinct = values.len() == dimension.values.len() && !values.is_empty();
    if distinct && groups && values.iter().all(|value| named(value)) {
        Ok(())
    } else {
        Err(PlanError::Dimension(code.to_owned()))
    }
}
