//! Offices: whom a recommendation is addressed to, for as long as a mandate lasts.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::authority::Authority;
use crate::code::Code;
use crate::language::Localised;

/// An office of an authority, such as a minister's or an alderman's. It says what the office is, never who holds it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Office {
    /// The code, never reused.
    pub code: Code,
    /// The level it belongs to.
    pub authority: Authority,
    /// What it is called.
    pub name: Localised,
    /// The first day of the mandate.
    pub from: NaiveDate,
    /// The last day of the mandate, as far as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
}

impl Office {
    /// Whether its mandate runs on this day.
    pub fn is_held_on(&self, day: NaiveDate) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mandate_runs_from_its_first_day_to_its_last() {
        let day = |day: u32| NaiveDate::from_ymd_opt(2026, 1, day).unwrap_or_default();
        let mut office = Office {
            code: Code::parse("minister-housing").expect("a code"),
            authority: Authority::Region,
            name: Localised::default(),
            from: day(2),
            until: Some(day(4)),
        };
        let held = |office: &Office| [1, 2, 4, 5].map(|at| office.is_held_on(day(at)));
        assert_eq!(held(&office), [false, true, true, false]);
        office.until = None;
        assert_eq!(held(&office), [false, true, true, true]);
    }
}
