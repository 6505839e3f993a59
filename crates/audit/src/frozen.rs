//! The attack from inside: with the records that the counts were made of, which are never published.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::atoms::{Axes, Region};
use crate::attack::{Finding, NEAR, Refused, best, finding};
use crate::published::{Published, Rules};
use crate::unknowns::{Protected, Unknowns, borrowed};

/// Tables that were kept to show that every protected count can be small and can be large.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Witnesses {
    schema: u32,
    /// The protected cells: dimension → value, group or `*`.
    cells: Vec<BTreeMap<String, String>>,
    /// Counts of those cells, in their order; every other cell is as published.
    tables: Vec<Vec<u64>>,
}

/// An edition with its records, as it is counted: who filed what.
pub struct Frozen<'a> {
    edition: &'a Published,
    unknowns: Unknowns,
    /// Organisation → unknown → how many signals it filed of it.
    filed: Vec<Vec<u64>>,
}

/// What came of the attack from inside.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Inside {
    /// Published cells counted again.
    pub published: usize,
    /// Protected cells.
    pub protected: usize,
    /// Those that are protected for their own sake.
    pub primary: usize,
    /// A stranger, and each organisation that filed.
    pub attackers: usize,
    /// Tables that were checked by adding, and agree with everything published.
    pub witnesses: usize,
    /// Linear programmes run for what no table showed.
    pub programs: u64,
    /// What is wrong.
    pub wrong: Vec<Wrong>,
}

/// Something that is wrong.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "kebab-case", tag = "wrong")]
pub enum Wrong {
    /// A published count is not what the records add up to.
    Count {
        /// The cell.
        at: BTreeMap<String, String>,
        /// What is published.
        published: u64,
        /// What the records say.
        counted: u64,
    },
    /// A count is published that the rules protect: too small, or too much one organisation's.
    Primary {
        /// The cell.
        at: BTreeMap<String, String>,
        /// What is published.
        published: u64,
    },
    /// A protected count can be narrowed down too far.
    Follows {
        /// By this organisation (its place in the list); by anybody, where there is none.
        organisation: Option<usize>,
        /// What follows, and from what.
        #[serde(flatten)]
        finding: Box<Finding>,
    },
    /// No kept table shows a small count to be possible as small, or as large, as it must be.
    Unshown {
        /// For this organisation; for a stranger, where there is none.
        organisation: Option<usize>,
        /// The cell.
        at: BTreeMap<String, String>,
    },
    /// A kept table does not agree with what is published (counted from 1).
    Witness {
        /// Which.
        number: usize,
    },
}

impl<'a> Frozen<'a> {
    /// An edition of which no record was read yet, in a network of so many organisations.
    pub fn new(edition: &'a Published, organisations: usize) -> Result<Self, Refused> {
        let unknowns = Unknowns::of(&[edition], &[])?;
        let filed = vec![vec![0; unknowns.number]; organisations];
        Ok(Self { edition, unknowns, filed })
    }

    /// Counts a record: the value of every finest dimension. Refuses one that does not say enough.
    pub fn add(&mut self, organisation: usize, record: &BTreeMap<String, String>) -> Result<(), Refused> {
        let unreadable = || Refused::Unreadable("records".to_owned());
        let filed = self.filed.get_mut(organisation).ok_or_else(unreadable)?;
        for block in &self.unknowns.blocks {
            let unknown = block.holding(record).ok_or_else(unreadable)?;
            filed[unknown] += 1;
        }
        Ok(())
    }

    /// Counts every cell again, judges it by the rules that the edition states, and looks at each protected one as a stranger
    /// and as each organisation would: by adding up the kept tables, and by programmes where none of them shows it.
    pub fn attack(&self, witnesses: &Witnesses) -> Result<Inside, Refused> {
        let mut inside = Inside { protected: self.unknowns.protected.len(), ..Inside::default() };
        self.count(&mut inside);
        if inside.wrong.iter().any(|wrong| matches!(wrong, Wrong::Count { .. })) {
            // Of counts that are not true, no table can be the proof.
            return Ok(inside);
        }
        let tables = self.tables(witnesses, &mut inside);
        let filers = (0..self.filed.len()).filter(|one| self.filed[*one].iter().any(|count| *count > 0));
        for attacker in std::iter::once(None).chain(filers.map(Some)) {
            inside.attackers += 1;
            self.attack_as(attacker, &tables, &mut inside)?;
        }
        Ok(inside)
    }

    fn count(&self, inside: &mut Inside) {
        for equation in &self.unknowns.equations {
            let Some(said) = &equation.said else { continue };
            inside.published += 1;
            let sum: Vec<usize> = equation.terms.iter().map(|(unknown, _)| *unknown).collect();
            let parts = self.parts(&sum);
            let counted: u64 = parts.iter().sum();
            if counted != said.count {
                let at = said.at.clone();
                inside.wrong.push(Wrong::Count { at, published: said.count, counted });
            }
            // A zero is public where nobody of that kind filed at all.
            if counted == 0 && self.edition.rules.zeros != "publish" && !self.is_silent(&said.at) {
                inside.wrong.push(Wrong::Primary { at: said.at.clone(), published: said.count });
            }
            // A zero has no filers, and what is too small is said below.
            let small = self.unknowns.small.iter().any(|finding| finding.at == said.at);
            if counted > 0 && !small && is_concentrated(&self.edition.rules, &parts) {
                inside.wrong.push(Wrong::Primary { at: said.at.clone(), published: said.count });
            }
        }
        let small = self.unknowns.small.iter().filter(|finding| finding.low > 0.0);
        inside.wrong.extend(small.map(|finding| Wrong::Primary {
            at: finding.at.clone(),
            published: finding.sum.first().map_or(0, |term| term.said.count),
        }));
        let primary = |cell: &&Protected| {
            let parts = self.parts(&cell.sum);
            (parts.iter().sum::<u64>() as f64) < cell.threshold
                || is_concentrated(&self.edition.rules, &parts)
        };
        inside.primary = self.unknowns.protected.iter().filter(primary).count();
    }

    /// Whether a cell is about a kind of organisations of which no member filed anything.
    fn is_silent(&self, at: &BTreeMap<String, String>) -> bool {
        let kinds = at.iter().filter(|(dimension, _)| {
            self.edition.dimensions.get(*dimension).is_some_and(|dimension| dimension.kind == "formality")
        });
        let axes = Axes::new(self.edition);
        let mut kinds = kinds.filter(|(_, code)| *code != "*");
        kinds.any(|(dimension, code)| {
            let kind = BTreeMap::from([(dimension.clone(), code.clone())]);
            let Some(kind) = axes.region(&kind) else { return false };
            self.unknowns.blocks.iter().any(|block| {
                block.cut.axes.contains_key(axes.axis(dimension))
                    && self.parts(&block.within(&borrowed(&kind))).iter().sum::<u64>() == 0
            })
        })
    }

    /// The kept tables that agree with everything published, as counts of the unknowns.
    fn tables(&self, witnesses: &Witnesses, inside: &mut Inside) -> Vec<Vec<u64>> {
        let axes = Axes::new(self.edition);
        let names = witnesses.cells.iter().enumerate();
        let place: BTreeMap<Region, usize> =
            names.filter_map(|(place, at)| Some((axes.region(at)?, place))).collect();
        let mut tables = Vec::new();
        for (number, table) in witnesses.tables.iter().enumerate() {
            match self.whole(table, &place) {
                Some(counts) => tables.push(counts),
                None => inside.wrong.push(Wrong::Witness { number: number + 1 }),
            }
        }
        inside.witnesses = tables.len();
        tables
    }

    /// A kept table as counts of the unknowns; nothing where it does not agree with what is published.
    fn whole(&self, table: &[u64], place: &BTreeMap<Region, usize>) -> Option<Vec<u64>> {
        let kept = |cell: &Protected| table.get(*place.get(&cell.region)?).copied();
        let mut counts: Vec<Option<u64>> = vec![None; self.unknowns.number];
        for equation in &self.unknowns.equations {
            if let ([(unknown, _)], Some(said)) = (equation.terms.as_slice(), &equation.said) {
                counts[*unknown] = Some(said.count);
            }
        }
        for cell in &self.unknowns.protected {
            if let [unknown] = cell.sum.as_slice() {
                counts[*unknown] = kept(cell);
            }
        }
        let counts: Vec<u64> = counts.into_iter().collect::<Option<_>>()?;
        let sum = |cells: &[usize]| cells.iter().map(|unknown| counts[*unknown]).sum::<u64>();
        let adds_up = self.unknowns.equations.iter().all(|equation| {
            let terms = equation.terms.iter();
            let sum: f64 = terms.map(|(unknown, factor)| counts[*unknown] as f64 * factor).sum();
            (sum - equation.count).abs() < NEAR
        });
        let smallest = u64::from(self.edition.rules.zeros == "publish");
        let agrees = |cell: &Protected| {
            let sum = sum(&cell.sum);
            kept(cell) == Some(sum) && sum >= smallest
        };
        (adds_up && self.unknowns.protected.iter().all(agrees)).then_some(counts)
    }

    fn attack_as(
        &self,
        attacker: Option<usize>,
        tables: &[Vec<u64>],
        inside: &mut Inside,
    ) -> Result<(), Refused> {
        let positive = self.edition.rules.zeros == "publish";
        let smallest = if positive { 1.0 } else { 0.0 };
        let nothing = vec![0; self.unknowns.number];
        let own = attacker.map_or(&nothing, |organisation| &self.filed[organisation]);
        let fits = |table: &&Vec<u64>| table.iter().zip(own).all(|(count, own)| count >= own);
        let mut fitting: Vec<Vec<f64>> = tables
            .iter()
            .filter(fits)
            .map(|table| table.iter().map(|count| *count as f64).collect())
            .collect();
        let known: Vec<f64> = own.iter().map(|count| *count as f64).collect();
        let mut as_known = None;
        for cell in &self.unknowns.protected {
            let others = |table: &Vec<f64>| cell.sum.iter().map(|at| table[*at] - known[*at]).sum::<f64>();
            let goal = self.goal(cell, attacker, smallest);
            let mut low = fitting.iter().map(others).fold(f64::INFINITY, f64::min);
            let mut high = fitting.iter().map(others).fold(f64::NEG_INFINITY, f64::max);
            if low > goal.down + NEAR || high < goal.up - NEAR {
                // The promise is that of each small count these tables are kept.
                if (self.parts(&cell.sum).iter().sum::<u64>() as f64) < cell.threshold {
                    let at = cell.at.clone();
                    inside.wrong.push(Wrong::Unshown { organisation: attacker, at });
                }
                // The unknowns once more, for whoever knows its own records.
                let unknowns = match &mut as_known {
                    Some(unknowns) => unknowns,
                    none => {
                        none.insert(Unknowns { least: known.clone(), ..Unknowns::of(&[self.edition], &[])? })
                    }
                };
                if high < goal.up - NEAR {
                    let table = best(unknowns, &cell.sum, (Some(true), positive), &mut inside.programs)?;
                    high = others(&table);
                    fitting.push(table);
                }
                if low > goal.down + NEAR {
                    let table = best(unknowns, &cell.sum, (Some(false), positive), &mut inside.programs)?;
                    low = others(&table);
                    fitting.push(table);
                }
                let is_large = low >= cell.threshold - NEAR && low <= goal.loose + NEAR;
                if high < goal.up - NEAR || (low > goal.down + NEAR && !is_large) {
                    let finding = finding(unknowns, cell, low, high, high < goal.up - NEAR);
                    let finding = Box::new(finding);
                    inside.wrong.push(Wrong::Follows { organisation: attacker, finding });
                }
            }
        }
        Ok(())
    }

    /// How small and how large a protected count must be able to be. Where it is protected for its filers alone, a stranger
    /// must not come near to it either (`guard.md`, "What safe means").
    fn goal(&self, cell: &Protected, attacker: Option<usize>, smallest: f64) -> Goal {
        let parts = self.parts(&cell.sum);
        let count = parts.iter().sum::<u64>() as f64;
        let concentrated = count >= cell.threshold && is_concentrated(&self.edition.rules, &parts);
        let mut goal = Goal { down: smallest, up: cell.threshold, loose: f64::INFINITY };
        if concentrated && attacker.is_none() {
            goal.up = goal.up.max((count * 1.2).ceil());
            goal.loose = (count * 0.8).floor();
        }
        goal
    }

    /// What each organisation filed of a sum.
    fn parts(&self, sum: &[usize]) -> Vec<u64> {
        self.filed.iter().map(|filed| sum.iter().map(|unknown| filed[*unknown]).sum()).collect()
    }
}

/// How far a protected count must be able to go; `loose`: how low at least, where it can never be small.
struct Goal {
    down: f64,
    up: f64,
    loose: f64,
}

/// Whether too few organisations stand behind a count, or one of them stands behind too much of it.
fn is_concentrated(rules: &Rules, parts: &[u64]) -> bool {
    let total: u64 = parts.iter().sum();
    let largest = parts.iter().copied().max().unwrap_or(0);
    let organisations = parts.iter().filter(|part| **part > 0).count() as u64;
    organisations < rules.min_organisations
        || largest as f64 > rules.max_share * total as f64 + NEAR
        || total - largest < rules.min_others
}
