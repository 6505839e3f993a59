//! Tables by name: which ones an edition publishes, as a network's settings list them.

use model::Domain;

use crate::plan::{Column, Level, Plan, PlanError, TablePlan};
use crate::star::Topic;

/// Between the two dimensions of a table's name.
const BY: &str = "-by-";
/// Behind a dimension that stands in a table with its groups only.
const GROUPS: &str = "-groups";

impl Plan {
    /// The plan of a network: the dimensions of its lists and the printed topics, with the tables it names, or those of the
    /// default plan ([`Plan::star`]) where it names none; checked.
    ///
    /// A table is named by its dimensions: `domain`, `place-groups`, `domain-groups-by-cause`. It is decided in the tier of its
    /// fineness, within it in the order of the list; the total stands first in any case.
    pub fn of(domains: &[Domain], topics: &[Topic], tables: &[String]) -> Result<Self, PlanError> {
        let mut plan = Self::star(domains, topics);
        if !tables.is_empty() {
            let total = TablePlan { tier: 1, columns: Vec::new() };
            let named = tables.iter().map(|name| plan.named(name));
            let mut all = vec![total.clone()];
            for table in named {
                all.extend(Some(table?).filter(|table| *table != total));
            }
            plan.tables = all;
        }
        plan.check()?;
        Ok(plan)
    }

    /// The table with this name.
    fn named(&self, name: &str) -> Result<TablePlan, PlanError> {
        if name == "total" {
            return Ok(TablePlan { tier: 1, columns: Vec::new() });
        }
        let column = |part: &str| {
            let groups = part.strip_suffix(GROUPS).filter(|code| self.dimensions.contains_key(*code));
            match groups {
                Some(code) => Some(Column { dimension: code.to_owned(), level: Level::Groups }),
                None if self.dimensions.contains_key(part) => {
                    Some(Column { dimension: part.to_owned(), level: Level::Fine })
                }
                None => None,
            }
        };
        let columns: Option<Vec<Column>> = name.split(BY).map(column).collect();
        let columns = columns.ok_or_else(|| PlanError::Table(name.to_owned()))?;
        let tier = match columns.as_slice() {
            [_] => 2,
            columns => 3 + columns.iter().map(|column| self.fineness(column)).sum::<u8>().min(2),
        };
        Ok(TablePlan { tier, columns })
    }

    /// 0 for groups, or where there are none; 1 for values; 2 for those that refine another dimension.
    fn fineness(&self, column: &Column) -> u8 {
        match self.dimensions.get(&column.dimension) {
            Some(dimension) if column.level == Level::Fine && dimension.within.is_some() => 2,
            Some(dimension) if column.level == Level::Fine && !dimension.groups.is_empty() => 1,
            _ => 0,
        }
    }
}
