//! Everything published as one set of linear equations between unknown counts.

use std::collections::{BTreeMap, BTreeSet};

use crate::atoms::{Axes, Cut, Region, Values, common, split};
use crate::attack::{Finding, Refused, Statement, Term};
use crate::months::{at_month, stretches};
use crate::published::{Cell, Own, Published};

/// The unknowns of editions that share months, and what is known of them.
pub(crate) struct Unknowns {
    /// How many.
    pub(crate) number: usize,
    /// What they are known to add up to.
    pub(crate) equations: Vec<Equation>,
    /// The protected cells, each once for each edition that prints it.
    pub(crate) protected: Vec<Protected>,
    /// What each unknown holds at least: the attacker's own records.
    pub(crate) least: Vec<f64>,
    /// Counts that are published though they are small.
    pub(crate) small: Vec<Finding>,
    /// Where the unknowns of each table stand.
    pub(crate) blocks: Vec<Block>,
}

/// Unknowns, each times a factor, that add up to a known count.
pub(crate) struct Equation {
    pub(crate) terms: Vec<(usize, f64)>,
    pub(crate) count: f64,
    /// The published cell that says so; nothing where it is so by nature.
    pub(crate) said: Option<Statement>,
}

/// A protected cell: the sum of some unknowns.
pub(crate) struct Protected {
    pub(crate) edition: u32,
    pub(crate) revision: u32,
    pub(crate) table: String,
    pub(crate) at: BTreeMap<String, String>,
    /// What it counts, whatever it is called: the same in every table.
    pub(crate) region: Region,
    pub(crate) sum: Vec<usize>,
    pub(crate) threshold: f64,
}

/// The full cross of tables that form a cycle may have so many cells.
const LARGEST_CROSS: usize = 20_000;

/// One table in one stretch of time: where its unknowns begin, and how its axes are cut.
pub(crate) struct Block {
    stretch: usize,
    first: usize,
    pub(crate) cut: Cut,
}

impl Block {
    fn size(&self) -> usize {
        self.cut.axes.values().map(Vec::len).product()
    }

    /// The unknown that counts a record, where the record says enough.
    pub(crate) fn holding(&self, record: &BTreeMap<String, String>) -> Option<usize> {
        let (mut at, mut stride) = (self.first, 1);
        for (axis, pieces) in &self.cut.axes {
            let value = record.get(axis)?;
            at += stride * pieces.iter().position(|piece| piece.contains(value))?;
            stride *= pieces.len();
        }
        Some(at)
    }

    /// The unknowns that lie within these values on these axes.
    pub(crate) fn within(&self, region: &BTreeMap<&str, &Values>) -> Vec<usize> {
        let mut found = vec![self.first];
        let mut stride = 1;
        for (axis, pieces) in &self.cut.axes {
            let wanted = region.get(axis.as_str());
            let inside = |piece: &Values| wanted.is_none_or(|wanted| piece.is_subset(wanted));
            let places: Vec<usize> = (0..pieces.len()).filter(|place| inside(&pieces[*place])).collect();
            found = found.iter().flat_map(|at| places.iter().map(move |place| at + place * stride)).collect();
            stride *= pieces.len();
        }
        found
    }
}

impl Unknowns {
    /// The unknowns of some editions, supposing that a signal counted in a month is the same in each of them, as seen by
    /// whoever has some records of their own.
    pub(crate) fn of(editions: &[&Published], own: &[Own]) -> Result<Self, Refused> {
        let mut unknowns = Self {
            number: 0,
            equations: Vec::new(),
            protected: Vec::new(),
            least: Vec::new(),
            small: Vec::new(),
            blocks: Vec::new(),
        };
        let mut blocks: Vec<Block> = Vec::new();
        let stretches = stretches(editions);
        let crosses = crosses(editions)?;
        for (edition, stretches) in editions.iter().zip(&stretches) {
            let axes = Axes::new(edition);
            for table in &edition.tables {
                let cut = || axes.cut(table).ok_or_else(|| Refused::Unreadable(table.id.clone()));
                let mine = blocks.len();
                for stretch in stretches {
                    let block = Block { stretch: *stretch, first: unknowns.number, cut: cut()? };
                    unknowns.number += block.size();
                    blocks.push(block);
                }
                for cell in &table.cells {
                    let region =
                        axes.region(&cell.at).ok_or_else(|| Refused::Unreadable(table.id.clone()))?;
                    let sum: Vec<usize> =
                        blocks[mine..].iter().flat_map(|block| block.within(&borrowed(&region))).collect();
                    let said = Statement {
                        edition: edition.edition,
                        revision: edition.revision,
                        at: cell.at.clone(),
                        count: cell.count.unwrap_or_default(),
                    };
                    match (cell.count, cell.status.as_str()) {
                        (Some(count), "published") => {
                            if is_small(edition, &axes, cell, count) {
                                unknowns.small.push(Finding {
                                    edition: edition.edition,
                                    revision: edition.revision,
                                    table: table.id.clone(),
                                    at: cell.at.clone(),
                                    small: true,
                                    low: count as f64,
                                    high: Some(count as f64),
                                    sum: vec![Term { factor: 1.0, said: said.clone() }],
                                });
                            }
                            unknowns.equations.push(Equation {
                                terms: sum.into_iter().map(|unknown| (unknown, 1.0)).collect(),
                                count: count as f64,
                                said: Some(said),
                            });
                        }
                        (None, "protected") => unknowns.protected.push(Protected {
                            edition: edition.edition,
                            revision: edition.revision,
                            table: table.id.clone(),
                            at: cell.at.clone(),
                            region,
                            sum,
                            threshold: threshold(edition, &axes, &cell.at) as f64,
                        }),
                        _ => return Err(Refused::Unreadable(table.id.clone())),
                    }
                }
            }
        }
        let last = stretches.iter().flatten().max().map_or(0, |stretch| stretch + 1);
        for stretch in 0..last {
            for cross in &crosses {
                let block = Block { stretch, first: unknowns.number, cut: Cut { axes: cross.clone() } };
                unknowns.number += block.size();
                blocks.push(block);
            }
        }
        unknowns.least = vec![0.0; unknowns.number];
        for record in own {
            let months = stretches_of(editions, record);
            for block in blocks.iter().filter(|block| months.contains(&block.stretch)) {
                if let Some(unknown) = block.holding(&record.at) {
                    unknowns.least[unknown] += record.count as f64;
                }
            }
        }
        for (at, block) in blocks.iter().enumerate() {
            for other in blocks[..at].iter().filter(|other| other.stretch == block.stretch) {
                unknowns.agree(block, other);
            }
        }
        unknowns.blocks = blocks;
        Ok(unknowns)
    }

    /// Two tables agree on what they share: on the axes of both, in the pieces of both.
    fn agree(&mut self, a: &Block, b: &Block) {
        let shared: Vec<(&str, Vec<Values>)> = a
            .cut
            .axes
            .iter()
            .filter_map(|(axis, pieces)| Some((axis.as_str(), common(pieces, b.cut.axes.get(axis)?))))
            .collect();
        let mut regions: Vec<BTreeMap<&str, &Values>> = vec![BTreeMap::new()];
        for (axis, pieces) in &shared {
            let mut finer = Vec::with_capacity(regions.len() * pieces.len());
            for region in regions {
                for piece in pieces {
                    let mut region = region.clone();
                    region.insert(axis, piece);
                    finer.push(region);
                }
            }
            regions = finer;
        }
        for region in regions {
            let plus = a.within(&region).into_iter().map(|unknown| (unknown, 1.0));
            let minus = b.within(&region).into_iter().map(|unknown| (unknown, -1.0));
            self.equations.push(Equation { terms: plus.chain(minus).collect(), count: 0.0, said: None });
        }
    }
}

pub(crate) fn borrowed(region: &Region) -> BTreeMap<&str, &Values> {
    region.iter().map(|(axis, values)| (axis.as_str(), values)).collect()
}

/// The stretch of time in which a record lies: that of its month, or the only one.
fn stretches_of(editions: &[&Published], record: &Own) -> BTreeSet<usize> {
    let all: BTreeSet<usize> = stretches(editions).into_iter().flatten().collect();
    match record.month {
        Some(month) => at_month(editions, month).into_iter().collect(),
        None if all.len() == 1 => all,
        None => BTreeSet::new(),
    }
}

/// Whether a published count should have been protected. A zero is public by name where zeros are, and of a kind of
/// organisations of which no member filed.
fn is_small(edition: &Published, axes: &Axes<'_>, cell: &Cell, count: u64) -> bool {
    let of_kind = |dimension: &String| {
        edition.dimensions.get(dimension).is_some_and(|dimension| dimension.kind == "formality")
    };
    let named = count == 0 && (edition.rules.zeros == "publish" || cell.at.keys().any(of_kind));
    count < threshold(edition, axes, &cell.at) && !named
}

/// The threshold of a cell: the highest of those that apply.
fn threshold(edition: &Published, axes: &Axes<'_>, at: &BTreeMap<String, String>) -> u64 {
    let names = |dimension: &str, codes: &[String]| {
        let all = axes.values(dimension, "*");
        at.iter().any(|(other, code)| {
            axes.axis(other) == axes.axis(dimension)
                && axes.values(other, code).is_some_and(|mine| {
                    Some(&mine) != all.as_ref()
                        && (codes.is_empty()
                            || codes.iter().any(|listed| {
                                axes.values(dimension, listed).is_some_and(|l| !l.is_disjoint(&mine))
                            }))
                })
        })
    };
    let higher = edition.rules.thresholds.iter();
    let applies = higher.filter(|t| t.when.iter().all(|(dimension, codes)| names(dimension, codes)));
    applies.map(|t| t.threshold).fold(edition.rules.threshold, u64::max)
}

/// The axes, cut into pieces, whose full cross is needed because the tables on them form a cycle. By Graham
/// reduction; an attribute is an axis at one way of cutting it, and a table has all that are no finer than its own.
fn crosses(editions: &[&Published]) -> Result<Vec<BTreeMap<String, Vec<Values>>>, Refused> {
    let mut cuts: Vec<Cut> = Vec::new();
    for edition in editions {
        let axes = Axes::new(edition);
        for table in &edition.tables {
            cuts.push(axes.cut(table).ok_or_else(|| Refused::Unreadable(table.id.clone()))?);
        }
    }
    let mut ways: BTreeMap<&str, BTreeSet<Vec<Values>>> = BTreeMap::new();
    for (axis, pieces) in cuts.iter().flat_map(|cut| &cut.axes) {
        let mut pieces = pieces.clone();
        pieces.sort();
        ways.entry(axis).or_default().insert(pieces);
    }
    let refines = |fine: &[Values], coarse: &[Values]| {
        fine.iter().all(|piece| coarse.iter().any(|whole| piece.is_subset(whole)))
    };
    let mut edges: Vec<BTreeSet<(&str, usize)>> = cuts
        .iter()
        .map(|cut| {
            let of_axis = |(axis, pieces): (&String, &Vec<Values>)| {
                let (name, ways) = ways.get_key_value(axis.as_str())?;
                let coarser = ways.iter().enumerate().filter(|(_, way)| refines(pieces, way));
                Some(coarser.map(|(number, _)| (*name, number)).collect::<Vec<_>>())
            };
            cut.axes.iter().filter_map(of_axis).flatten().collect()
        })
        .collect();
    loop {
        let before: usize = edges.iter().map(|edge| edge.len() + 1).sum();
        let mut uses: BTreeMap<(&str, usize), usize> = BTreeMap::new();
        edges.iter().flatten().for_each(|attribute| *uses.entry(*attribute).or_default() += 1);
        edges.iter_mut().for_each(|edge| edge.retain(|attribute| uses.get(attribute) > Some(&1)));
        let mut at = edges.len();
        while at > 0 {
            at -= 1;
            if edges.iter().enumerate().any(|(other, edge)| other != at && edges[at].is_subset(edge)) {
                edges.remove(at);
            }
        }
        if edges.len() <= 1 {
            return Ok(Vec::new());
        }
        if edges.iter().map(|edge| edge.len() + 1).sum::<usize>() == before {
            break;
        }
    }
    let mut cross: BTreeMap<String, Vec<Values>> = BTreeMap::new();
    for axis in edges.iter().flatten().map(|(axis, _)| *axis).collect::<BTreeSet<_>>() {
        let all: Values = ways[axis].iter().flatten().flatten().cloned().collect();
        let pieces = ways[axis].iter().flatten().fold(vec![all], split);
        cross.insert(axis.to_owned(), pieces);
    }
    if cross.values().map(Vec::len).try_fold(1, |size: usize, n| size.checked_mul(n)) > Some(LARGEST_CROSS) {
        return Err(Refused::TooLarge);
    }
    Ok(vec![cross])
}
