//! A plan with its records in one file, and the protected tables that come of it (`guard.md`, "`megafoon protect`").

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use model::{Code, OrganisationType, Period};
use serde::{Deserialize, Serialize};

use crate::document::{Document, Earlier, Titles};
use crate::limits::Limits;
use crate::plan::{Column, Dimension, Level, Plan, PlanError, TablePlan};
use crate::protect::protect_within;
use crate::publication::Dropped;
use crate::rules::{Protection, Rules};
use crate::tally::Tally;
use crate::witness::Witnesses;

/// What is to be protected: rules, dimensions, tables in the order of tiers, and records.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Request {
    schema: u32,
    #[serde(default)]
    rules: Rules,
    dimensions: BTreeMap<String, Dimension>,
    /// Each a list of dimensions; an empty one is the total.
    tables: Vec<Vec<String>>,
    records: Vec<BTreeMap<String, Entry>>,
    #[serde(default)]
    earlier: Vec<Earlier>,
    /// The months that the records are about. Without it, those of the last earlier edition: the same months
    /// stated again ask the most.
    #[serde(default)]
    period: Option<Period>,
    /// Whether tables that form a cycle are wanted (see [`Plan::cyclic`]).
    #[serde(default)]
    cyclic: bool,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(untagged)]
enum Entry {
    Number(u64),
    Text(String),
}

/// Why a request cannot be worked on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RequestError {
    /// A form of the file that this version does not know.
    Schema(u32),
    /// The dimensions and tables do not make a plan.
    Plan(PlanError),
    /// A record (counted from 1) has no value, or an unknown one, in this dimension.
    Record(usize, String),
    /// A record (counted from 1) has a count that is no whole number below 2³².
    Count(usize),
    /// A limit was reached before everything was certified.
    Limits,
    /// The months are none that this version knows.
    Period,
    /// Some records name an organisation and this one (counted from 1) does not.
    Organisation(usize),
}

/// The protected tables, and what it took.
#[derive(Debug, Clone, Serialize)]
pub struct Answer {
    #[serde(flatten)]
    document: Document,
    /// Tables that are not published as planned.
    dropped: Vec<Dropped>,
    /// What was tried.
    pub audit: Audit,
    #[serde(skip)]
    witnesses: Witnesses,
}

/// What was tried on the tables before they were let out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Audit {
    /// Who attacked, by the names of `guard.md`.
    pub attackers: Vec<&'static str>,
    /// Different cells.
    pub cells: usize,
    /// Those protected for their own sake.
    pub primary: usize,
    /// Those protected for the others' sake.
    pub secondary: usize,
    /// Linear programmes run.
    pub programs: u64,
    /// The time it took; left at nothing here, filled in by who has a clock.
    pub seconds: f64,
    /// Whether every protected cell is certified. Nothing else is ever let out.
    pub safe: bool,
}

/// The year that the answer names where the request names no months.
const UNDATED: i32 = 2000;

impl Request {
    /// Protects the records, within limits; an error where the request makes no sense.
    pub fn protect(self, limits: &Limits<'_>) -> Result<Answer, RequestError> {
        if self.schema != 1 {
            return Err(RequestError::Schema(self.schema));
        }
        let (organisations, named) = self.organisations()?;
        let table = |(number, dimensions): (usize, &Vec<String>)| TablePlan {
            tier: u8::try_from(number + 1).unwrap_or(u8::MAX),
            columns: dimensions
                .iter()
                .map(|dimension| Column { dimension: dimension.clone(), level: Level::Fine })
                .collect(),
        };
        let plan = Plan {
            tables: self.tables.iter().enumerate().map(table).collect(),
            dimensions: self.dimensions,
            cyclic: self.cyclic,
        };
        let codes = (0..organisations.len().max(1))
            .filter_map(|number| Code::parse(&format!("o{number}")).ok())
            .map(|code| (code, OrganisationType::PublicService));
        let mut tally = Tally::new(plan, codes.collect()).map_err(RequestError::Plan)?;
        for (number, record) in self.records.iter().enumerate() {
            let text = |(name, entry): (&'_ String, &'_ Entry)| match entry {
                Entry::Text(text) => Some((name.clone(), text.clone())),
                Entry::Number(_) => None,
            };
            let at: Vec<(String, String)> = record.iter().filter_map(text).collect();
            let at: Vec<(&str, &str)> =
                at.iter().map(|(name, code)| (name.as_str(), code.as_str())).collect();
            let count = match record.get("count") {
                None => 1,
                Some(Entry::Number(count)) => {
                    u32::try_from(*count).map_err(|_| RequestError::Count(number + 1))?
                }
                Some(Entry::Text(_)) => return Err(RequestError::Count(number + 1)),
            };
            let organisation = organisation(record).and_then(|name| organisations.get(name)).copied();
            tally
                .add_coded(&at, organisation.unwrap_or(0), count)
                .map_err(|unknown| RequestError::Record(number + 1, unknown.dimension))?;
        }
        let mut rules = self.rules;
        if !named {
            (rules.min_organisations, rules.max_share, rules.min_others) = (0, 1.0, 0);
            rules.insiders = false;
        }
        let period = self.period.or_else(|| self.earlier.iter().map(Earlier::period).next_back());
        let period = period.map_or_else(|| Period::year(UNDATED), Ok).map_err(|_| RequestError::Period)?;
        let publication = protect_within(&tally, &rules, period, &self.earlier, limits);
        if publication.was_limited() {
            return Err(RequestError::Limits);
        }
        let cells = publication.cells();
        let primary = publication.primary();
        let mut attackers = vec!["A0", "A1"];
        attackers.extend(rules.insiders.then_some("A2"));
        attackers.extend((!self.earlier.is_empty() && rules.protection == Protection::Safe).then_some("A3"));
        if matches!(rules.protection, Protection::Safe | Protection::Interval) {
            attackers.push("A4");
        }
        Ok(Answer {
            document: publication.document(0, 0, &Titles::new(), &[]),
            dropped: publication.dropped().to_vec(),
            audit: Audit {
                attackers,
                cells: cells.published + cells.protected,
                primary,
                secondary: cells.protected - primary,
                programs: publication.programs(),
                seconds: 0.0,
                safe: true,
            },
            witnesses: publication.witnesses().clone(),
        })
    }

    /// The organisations by name, in order, and whether the records name any.
    fn organisations(&self) -> Result<(BTreeMap<String, usize>, bool), RequestError> {
        let names: BTreeSet<&str> = self.records.iter().filter_map(organisation).collect();
        let missing = self.records.iter().position(|record| organisation(record).is_none());
        match missing {
            Some(number) if !names.is_empty() => Err(RequestError::Organisation(number + 1)),
            _ => {
                let numbered = names.iter().enumerate().map(|(number, name)| ((*name).to_owned(), number));
                Ok((numbered.collect(), !names.is_empty()))
            }
        }
    }
}

impl Answer {
    /// The whole-number tables that show what stays possible: never to be published.
    pub const fn witnesses(&self) -> &Witnesses {
        &self.witnesses
    }

    /// Whether any table is published.
    pub fn is_empty(&self) -> bool {
        self.document.tables().next().is_none()
    }
}

fn organisation(record: &BTreeMap<String, Entry>) -> Option<&str> {
    match record.get("organisation") {
        Some(Entry::Text(name)) => Some(name),
        _ => None,
    }
}

impl fmt::Display for RequestError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Schema(schema) => write!(f, "schema {schema} is not known; this version reads 1"),
            Self::Plan(error) => error.fmt(f),
            Self::Record(number, dimension) => write!(f, "record {number}: no known value for {dimension}"),
            Self::Count(number) => write!(f, "record {number}: the count is no whole number below 2^32"),
            Self::Limits => f.write_str("nothing was certified within the limits"),
            Self::Period => write!(f, "the period is none that this version knows"),
            Self::Organisation(number) => {
                write!(
                    f,
                    "record {number} names no organisation, though others do: name it in all or in none"
                )
            }
        }
    }
}

impl std::error::Error for RequestError {}
