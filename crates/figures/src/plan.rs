//! Which tables an edition publishes, as data.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::{Deserialize, Serialize};

use crate::acyclic::left_over;
use crate::space::Space;

/// The code that stands for the total over a dimension.
pub const TOTAL: &str = "*";

/// The tables of an edition and the dimensions they are made of.
///
/// The tables stand in the order in which they are decided; a later one never closes a cell of an earlier one.
/// Every number that an edition prints about signals must be a cell of one of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Plan {
    /// The dimensions, by code.
    pub dimensions: BTreeMap<String, Dimension>,
    /// The tables, in the order of tiers.
    pub tables: Vec<TablePlan>,
    /// Whether tables that form a cycle are wanted all the same. They are then protected over the full cross of
    /// their dimensions, which no table shows and which grows with their product.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub cyclic: bool,
}

/// One way of dividing the signals: every signal has exactly one of its values.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dimension {
    /// Which property of a record it counts.
    #[serde(default)]
    pub kind: Kind,
    /// The values, in the order in which people see them.
    pub values: Vec<String>,
    /// Groups of values, which may nest or overlap. A group never has the code of a value.
    #[serde(default)]
    pub groups: BTreeMap<String, Vec<String>>,
    /// Always no: what may have many values at once is one yes/no dimension per value (`guard.md`, "acyclic").
    #[serde(default)]
    pub multiple: bool,
    /// The dimension it refines: there is one group here for each value there, of the same code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<String>,
}

/// The property of a record that a dimension counts.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// The printed structural signal, or the rest of its domain.
    Topic,
    /// The main domain; where a topic is printed, the topic's domain.
    Domain,
    /// The main cause.
    Cause,
    /// Where it happens.
    Place,
    /// Formal, in between or informal.
    Formality,
    /// Whether no municipality accepts responsibility.
    NoMunicipality,
    /// Whether it is an exclusion from a right that the law never gave.
    NeverEligible,
    /// Whether it concerns one target group: the dimension's code is that of
    /// [`target_dimension`](crate::target_dimension).
    TargetGroup,
    /// The competent level.
    Authority,
    /// How often it was seen.
    Recurrence,
    /// Something else, given by its code with each record.
    #[default]
    Other,
}

/// One table: the cross of its dimensions, with all their totals. Without a dimension it is the total.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TablePlan {
    /// 1 the total, 2 one-way, 3 group × group, 4 group × fine, 5 fine × fine.
    pub tier: u8,
    /// The dimensions crossed.
    pub columns: Vec<Column>,
}

/// A dimension in a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// The dimension's code.
    pub dimension: String,
    /// How finely.
    pub level: Level,
}

/// How finely a dimension stands in a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// Every value, every group, the total.
    Fine,
    /// Only the outermost groups, the values that lie in no group, the total.
    Groups,
}

/// Why a plan cannot be published from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PlanError {
    /// A dimension is empty, repeats a code, has a group without known values, or one named like a value.
    Dimension(String),
    /// A dimension with many values at once: make one yes/no dimension per value.
    Multiple(String),
    /// The dimension it refines is missing, refines another, is refined twice, or its groups are not that one's
    /// values.
    Within(String),
    /// A table names a dimension that is not there, or two that divide the same thing.
    Table(String),
    /// Groups that overlap cannot stand without their values.
    OverlappingGroups(String),
    /// A crossing that is never published.
    Forbidden(String),
    /// Two tables with the same columns.
    Repeated(String),
    /// This table closes a cycle: the tables would bind each other in ways that no single one shows.
    Cyclic(String),
    /// The table has more cells than can be kept.
    TooLarge(String),
}

impl fmt::Display for PlanError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (what, name) = match self {
            Self::Dimension(name) => ("dimension badly formed", name),
            Self::Multiple(name) => ("dimension with several values at once", name),
            Self::Within(name) => ("dimension does not refine the one it names", name),
            Self::Table(name) => ("table names unknown or repeated dimensions", name),
            Self::OverlappingGroups(name) => ("overlapping groups without their values", name),
            Self::Forbidden(name) => ("crossing that is never published", name),
            Self::Repeated(name) => ("table planned twice", name),
            Self::Cyclic(name) => ("table closes a cycle", name),
            Self::TooLarge(name) => ("table too large", name),
        };
        write!(f, "{what}: {name}")
    }
}

impl std::error::Error for PlanError {}

impl Plan {
    /// Confirms that the plan can be protected: well formed, no forbidden crossing, acyclic.
    ///
    /// Forbidden (`guard.md`, "Never published"): organisation type × place, and *no municipality* × place.
    /// An organisation is no dimension at all, and neither is a date. Acyclic by Graham reduction, unless the plan
    /// says that it may be cyclic.
    pub fn check(&self) -> Result<(), PlanError> {
        Space::new(self)?;
        let mut seen = BTreeSet::new();
        for table in &self.tables {
            if !seen.insert(table.columns.iter().collect::<BTreeSet<_>>()) {
                return Err(PlanError::Repeated(table.id()));
            }
            let kinds: BTreeSet<Kind> =
                table.columns.iter().filter_map(|c| Some(self.dimensions.get(&c.dimension)?.kind)).collect();
            let with_place = kinds.contains(&Kind::Place);
            if with_place && (kinds.contains(&Kind::Formality) || kinds.contains(&Kind::NoMunicipality)) {
                return Err(PlanError::Forbidden(table.id()));
            }
        }
        match self.cycle(&self.tables).pop() {
            Some((id, _)) if !self.cyclic => Err(PlanError::Cyclic(id)),
            _ => Ok(()),
        }
    }

    /// The code under which a group of a dimension stands: its own, or with `-group` behind it where a value
    /// has that code (the domain `health` lies in the group `health`).
    pub fn group_code(&self, dimension: &str, group: &str) -> String {
        let clash =
            self.dimensions.get(dimension).is_some_and(|d| d.values.iter().any(|value| value == group));
        if clash { format!("{group}-group") } else { group.to_owned() }
    }

    /// The dimensions over which some tables bind each other in a cycle; none where they do not.
    pub(crate) fn cycle_of<'t>(&self, tables: impl IntoIterator<Item = &'t TablePlan>) -> BTreeSet<String> {
        let cycle = self.cycle(tables).into_iter().flat_map(|(_, edge)| edge);
        cycle.map(|(dimension, _)| dimension).collect()
    }

    /// The tables that form a cycle, with what they share.
    fn cycle<'t>(
        &self,
        tables: impl IntoIterator<Item = &'t TablePlan>,
    ) -> Vec<(String, BTreeSet<(String, Level)>)> {
        left_over(tables.into_iter().map(|table| (table.id(), self.attributes(table))).collect())
    }

    /// A level is an attribute, present wherever a finer one is.
    fn attributes(&self, table: &TablePlan) -> BTreeSet<(String, Level)> {
        let mut attributes = BTreeSet::new();
        for column in &table.columns {
            attributes.insert((column.dimension.clone(), Level::Groups));
            let parent = self.dimensions.get(&column.dimension).and_then(|d| d.within.clone());
            if column.level == Level::Fine {
                attributes.insert((column.dimension.clone(), Level::Fine));
            }
            if let Some(parent) = parent {
                attributes.insert((parent.clone(), Level::Fine));
                attributes.insert((parent, Level::Groups));
            }
        }
        attributes
    }
}

impl TablePlan {
    /// The table's name in files: `total`, `cause`, `domain-groups-by-cause`.
    pub fn id(&self) -> String {
        if self.columns.is_empty() {
            return "total".to_owned();
        }
        let names = self.columns.iter().map(|column| match column.level {
            Level::Fine => column.dimension.clone(),
            Level::Groups => format!("{}-groups", column.dimension),
        });
        names.collect::<Vec<_>>().join("-by-")
    }
}

impl Dimension {
    /// Whether the code is a value, a group, or the total.
    pub fn has(&self, code: &str) -> bool {
        code == TOTAL || self.groups.contains_key(code) || self.values.iter().any(|value| value == code)
    }

    /// Whether it is the rest of a domain, which holds other signals in each edition.
    pub(crate) fn is_rest(&self, code: &str) -> bool {
        let domain = code.strip_prefix(crate::star::REST);
        self.kind == Kind::Topic && domain.is_some_and(|domain| self.groups.contains_key(domain))
    }
}
