//! The attack: how far each protected count can be narrowed down.

use std::collections::BTreeMap;

use microlp::{ComparisonOp, OptimizationDirection, Problem, SolveOptions, Variable};
use serde::Serialize;

use crate::company::{smaller, spell_out_rests};
use crate::months::together;
use crate::printed::Why;
use crate::published::{Own, Published};
use crate::unknowns::{Protected, Unknowns};

/// What came of an attack.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Report {
    /// Editions read.
    pub editions: usize,
    /// Protected cells attacked, each once for each edition that prints it.
    pub protected: usize,
    /// Linear programmes run.
    pub programs: u64,
    /// Protected counts that can be narrowed down too far.
    pub findings: Vec<Finding>,
    /// Editions that contradict each other if no signal was corrected, late or withdrawn: they were attacked in smaller
    /// companies that do not, and each alone.
    pub apart: Vec<u32>,
}

/// A protected count that can be narrowed down too far.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Finding {
    /// The edition that prints it as protected.
    pub edition: u32,
    /// Its revision.
    pub revision: u32,
    /// The table.
    pub table: String,
    /// The cell.
    pub at: BTreeMap<String, String>,
    /// Whether it is published though it is small; then it is no protected count that follows from others.
    pub small: bool,
    /// The smallest count that it can have; for whoever has own records, of what the others contribute.
    pub low: f64,
    /// The largest; nothing, where nothing bounds it.
    pub high: Option<f64>,
    /// The published counts that give it away, with their factors: they add up to the bound.
    pub sum: Vec<Term>,
}

/// A published count, so many times.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Term {
    /// The factor, mostly 1 or −1.
    pub factor: f64,
    /// What was published.
    #[serde(flatten)]
    pub said: Statement,
}

/// A published count.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Statement {
    /// The edition that prints it.
    pub edition: u32,
    /// Its revision.
    pub revision: u32,
    /// The cell.
    pub at: BTreeMap<String, String>,
    /// The count.
    pub count: u64,
}

/// Why no audit could be done: that never means that all is well.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// This table names a code that its dimensions lack, or a status that does not fit the count.
    Unreadable(String),
    /// The tables form a cycle, and their full cross is too large.
    TooLarge,
    /// The published counts contradict each other: no table agrees with them all.
    Contradiction(u32),
    /// The solver gave no answer, or one that does not add up.
    Unsolved,
    /// The threshold that this edition states is so low that a protected count would say next to nothing.
    LooseRules(u32),
    /// A published file is not known or cannot be read.
    File {
        /// Its path from the folder of the edition.
        name: String,
        /// Why.
        why: Why,
    },
}

impl std::fmt::Display for Refused {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Unreadable(table) => write!(f, "table {table} cannot be read"),
            Self::TooLarge => f.write_str("tables form a cycle whose full cross is too large"),
            Self::Contradiction(edition) => {
                write!(f, "the counts of edition {edition} contradict each other")
            }
            Self::Unsolved => f.write_str("the solver gave no answer"),
            Self::LooseRules(edition) => {
                write!(f, "the threshold of edition {edition} protects next to nothing")
            }
            Self::File { name, why } => write!(f, "{name} cannot be audited: {}", why.code()),
        }
    }
}

impl std::error::Error for Refused {}

/// Nearer than this is the same count.
pub(crate) const NEAR: f64 = 1e-5;
/// Below this no threshold protects.
const LEAST_THRESHOLD: u64 = 3;
/// So many branches are looked at for whole counts.
const MAX_NODES: u64 = 100_000;
/// A bound this high is none.
const NO_BOUND: f64 = 1e7;

/// Attacks everything that some editions publish, taken together: as a stranger, or as whoever filed some of it
/// (`own`), for whom it is what the others contribute to a protected count that must be able to be nothing and large.
pub fn attack(editions: &[Published], own: &[Own]) -> Result<Report, Refused> {
    let mut report = Report { editions: editions.len(), ..Report::default() };
    for group in together(editions) {
        let mut members: Vec<Published> = group.iter().map(|at| editions[*at].clone()).collect();
        spell_out_rests(&mut members);
        let members: Vec<&Published> = members.iter().collect();
        match attack_together(&members, own, &mut report) {
            Err(Refused::Contradiction(_)) if members.len() > 1 => {
                report.apart.extend(members.iter().map(|edition| edition.edition));
                attack_apart(&members, own, &mut report)?;
            }
            other => other?,
        }
    }
    Ok(report)
}

/// Attacks editions that contradict each other in every smaller company in which they do not.
fn attack_apart(editions: &[&Published], own: &[Own], report: &mut Report) -> Result<(), Refused> {
    let mut found: Vec<Finding> = Vec::new();
    for company in smaller(editions) {
        let alone = company.len() == 1;
        let mut part = Report::default();
        match attack_together(&company.iter().collect::<Vec<_>>(), own, &mut part) {
            Err(Refused::Contradiction(_)) if !alone => {}
            other => other?,
        }
        report.programs += part.programs;
        // Each protected cell counts once, and once each is what follows of it.
        report.protected += if alone { part.protected } else { 0 };
        for finding in part.findings {
            let same = |other: &Finding| other.is_about(&finding);
            if !found.iter().any(same) {
                found.push(finding);
            }
        }
    }
    report.findings.extend(found);
    Ok(())
}

impl Finding {
    fn is_about(&self, other: &Self) -> bool {
        (self.edition, self.revision, self.small) == (other.edition, other.revision, other.small)
            && (&self.table, &self.at) == (&other.table, &other.at)
    }
}

fn attack_together(editions: &[&Published], own: &[Own], report: &mut Report) -> Result<(), Refused> {
    let unknowns = Unknowns::of(editions, own)?;
    let positive = editions.iter().any(|edition| edition.rules.zeros == "publish");
    let smallest = if positive { 1.0 } else { 0.0 };
    let contradiction = Refused::Contradiction(editions.first().map_or(0, |edition| edition.edition));
    if let Some(edition) = editions.iter().find(|edition| edition.rules.threshold < LEAST_THRESHOLD) {
        return Err(Refused::LooseRules(edition.edition));
    }
    let mut tables: Vec<Vec<f64>> = Vec::new();
    let mut push =
        |sum: &[usize], up: Option<bool>| best(&unknowns, sum, (up, positive), &mut report.programs);
    tables.push(push(&[], None).map_err(|refused| match refused {
        Refused::Contradiction(_) => contradiction,
        other => other,
    })?);
    let mut findings: Vec<Finding> = unknowns.small.clone();
    for cell in &unknowns.protected {
        let count = |table: &Vec<f64>| -> f64 {
            cell.sum.iter().map(|unknown| table[*unknown] - unknowns.least[*unknown]).sum()
        };
        let mut low = tables.iter().map(count).fold(f64::INFINITY, f64::min);
        let mut high = tables.iter().map(count).fold(f64::NEG_INFINITY, f64::max);
        if high < cell.threshold - NEAR {
            let table = push(&cell.sum, Some(true))?;
            high = count(&table);
            tables.push(table);
        }
        if low > smallest + NEAR {
            let table = push(&cell.sum, Some(false))?;
            low = count(&table);
            tables.push(table);
        }
        let can_be_large = high >= cell.threshold - NEAR;
        let can_be_small = low <= smallest + NEAR || low >= cell.threshold - NEAR;
        if !can_be_large || !can_be_small {
            findings.push(finding(&unknowns, cell, low, high, !can_be_large));
        }
    }
    report.protected += unknowns.protected.len();
    report.findings.extend(findings);
    Ok(())
}

/// A table of whole counts that agrees with everything known and has this sum as large (as small) as it can be; without a
/// direction, any. `positive`: a protected count holds at least one.
pub(crate) fn best(
    unknowns: &Unknowns,
    sum: &[usize],
    (up, positive): (Option<bool>, bool),
    programs: &mut u64,
) -> Result<Vec<f64>, Refused> {
    let mut table = Programme::new(unknowns, sum, up, (positive, false)).solve()?;
    *programs += 1;
    // Signals are whole: where the best table is in fractions, the best one in whole counts is sought.
    if table.iter().any(|count| (count - count.round()).abs() > NEAR) {
        table = Programme::new(unknowns, sum, up, (positive, true)).solve()?;
        *programs += 1;
    }
    // What a solver says is a proof only where it adds up.
    let table: Vec<f64> = table.iter().map(|count| count.round()).collect();
    let adds_up = unknowns.equations.iter().all(|equation| {
        let sum: f64 = equation.terms.iter().map(|(unknown, factor)| table[*unknown] * factor).sum();
        (sum - equation.count).abs() < NEAR
    });
    let holds = table.iter().zip(&unknowns.least).all(|(count, least)| count >= least);
    if adds_up && holds { Ok(table) } else { Err(Refused::Unsolved) }
}

pub(crate) fn finding(
    unknowns: &Unknowns,
    cell: &Protected,
    low: f64,
    high: f64,
    from_above: bool,
) -> Finding {
    Finding {
        edition: cell.edition,
        revision: cell.revision,
        table: cell.table.clone(),
        at: cell.at.clone(),
        small: false,
        low,
        high: (high < NO_BOUND).then_some(high),
        sum: betrayal(unknowns, cell, from_above).unwrap_or_default(),
    }
}

/// The published counts whose sum bounds a cell, by duality: the multipliers of the equations that together lie
/// above (below) the cell everywhere and come as near to it as they can; of those, about the fewest.
fn betrayal(unknowns: &Unknowns, cell: &Protected, from_above: bool) -> Option<Vec<Term>> {
    let direction =
        if from_above { OptimizationDirection::Minimize } else { OptimizationDirection::Maximize };
    let mut problem = Problem::new(direction);
    let little = if from_above { 1e-4 } else { -1e-4 };
    let unbounded = (0.0, f64::INFINITY);
    let multipliers: Vec<(Variable, Variable)> = unknowns
        .equations
        .iter()
        .map(|equation| {
            let cost = if equation.said.is_some() { little } else { 0.0 };
            // Less what the attacker filed: what is left over begins at nothing.
            let own: f64 =
                equation.terms.iter().map(|(unknown, factor)| unknowns.least[*unknown] * factor).sum();
            let left = equation.count - own;
            let plus = problem.add_var(left + cost, unbounded);
            (plus, problem.add_var(-left + cost, unbounded))
        })
        .collect();
    let mut rows: Vec<Vec<(Variable, f64)>> = vec![Vec::new(); unknowns.number];
    for (equation, (plus, minus)) in unknowns.equations.iter().zip(&multipliers) {
        for (unknown, factor) in &equation.terms {
            rows[*unknown].push((*plus, *factor));
            rows[*unknown].push((*minus, -factor));
        }
    }
    for (unknown, row) in rows.into_iter().enumerate() {
        let wanted = if cell.sum.contains(&unknown) { 1.0 } else { 0.0 };
        let side = if from_above { ComparisonOp::Ge } else { ComparisonOp::Le };
        problem.add_constraint(row, side, wanted);
    }
    let solution = problem.solve().ok()?.into_solution().ok()?;
    let mut terms: BTreeMap<Statement, f64> = BTreeMap::new();
    for (equation, (plus, minus)) in unknowns.equations.iter().zip(&multipliers) {
        let factor = solution.var_value(*plus) - solution.var_value(*minus);
        if let Some(said) = &equation.said
            && factor.abs() > NEAR
        {
            *terms.entry(said.clone()).or_default() += factor;
        }
    }
    let rounded = |factor: f64| (factor * 1e6).round() / 1e6;
    let terms = terms.into_iter().filter(|(_, factor)| factor.abs() > NEAR);
    Some(terms.map(|(said, factor)| Term { factor: rounded(factor), said }).collect())
}

/// A linear programme over the unknowns.
struct Programme {
    problem: Problem,
    variables: Vec<Variable>,
}

impl Programme {
    /// Pushes the sum of some unknowns up or down; without a direction, looks for any table.
    fn new(unknowns: &Unknowns, sum: &[usize], up: Option<bool>, (positive, whole): (bool, bool)) -> Self {
        let direction =
            if up == Some(true) { OptimizationDirection::Maximize } else { OptimizationDirection::Minimize };
        let mut problem = Problem::new(direction);
        let mut costs = vec![0.0; unknowns.number];
        sum.iter().for_each(|unknown| costs[*unknown] = 1.0);
        let known = costs.iter().zip(&unknowns.least);
        let variables: Vec<Variable> = known
            .map(|(cost, least)| match whole {
                true => problem.add_integer_var(*cost, (*least as i32, NO_BOUND as i32)),
                false => problem.add_var(*cost, (*least, NO_BOUND)),
            })
            .collect();
        for equation in &unknowns.equations {
            let terms: Vec<(Variable, f64)> =
                equation.terms.iter().map(|(unknown, factor)| (variables[*unknown], *factor)).collect();
            problem.add_constraint(terms, ComparisonOp::Eq, equation.count);
        }
        if positive {
            for cell in &unknowns.protected {
                let terms: Vec<(Variable, f64)> =
                    cell.sum.iter().map(|unknown| (variables[*unknown], 1.0)).collect();
                problem.add_constraint(terms, ComparisonOp::Ge, 1.0);
            }
        }
        Self { problem, variables }
    }

    /// A best table; anything but an answer counts as none.
    fn solve(&self) -> Result<Vec<f64>, Refused> {
        let mut options = SolveOptions::default();
        options.node_limit = Some(MAX_NODES);
        let outcome = self.problem.solve_with(options).map_err(|error| match error {
            microlp::Error::Infeasible => Refused::Contradiction(0),
            _ => Refused::Unsolved,
        })?;
        let solution = outcome.into_solution().map_err(|_| Refused::Unsolved)?;
        Ok(self.variables.iter().map(|variable| solution.var_value(*variable)).collect())
    }
}

#[cfg(all(test, feature = "highs"))]
mod second_opinion;
