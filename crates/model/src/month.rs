//! Months and periods of whole months: the only time an observation carries.

use std::fmt;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

/// A text that is not a month, or two months that are no period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonthError;

impl fmt::Display for MonthError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a month (YYYY-MM)")
    }
}

impl std::error::Error for MonthError {}

/// A calendar month, from 1900-01 to 2199-12, written `YYYY-MM`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month(i32);

impl Month {
    /// The month `month` (1 to 12) of `year` (1900 to 2199).
    pub fn new(year: i32, month: u32) -> Result<Self, MonthError> {
        let month = i32::try_from(month).map_err(|_| MonthError)?;
        if (1900..=2199).contains(&year) && (1..=12).contains(&month) {
            Ok(Self(year * 12 + month - 1))
        } else {
            Err(MonthError)
        }
    }

    /// The month of a day; the first or the last there is for a day outside 1900 to 2199.
    pub fn of(day: NaiveDate) -> Self {
        let year = day.year().clamp(1900, 2199);
        Self(year * 12 + day.month0().cast_signed())
    }

    /// The month written `YYYY-MM`; an error for any other form.
    pub fn parse(text: &str) -> Result<Self, MonthError> {
        let bytes = text.as_bytes();
        let shaped = bytes.len() == 7
            && bytes.iter().enumerate().all(|(i, c)| if i == 4 { *c == b'-' } else { c.is_ascii_digit() });
        if !shaped {
            return Err(MonthError);
        }
        let year = text[..4].parse().map_err(|_| MonthError)?;
        let month = text[5..].parse().map_err(|_| MonthError)?;
        Self::new(year, month)
    }

    /// The year.
    pub const fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    /// The month of the year, 1 to 12.
    pub const fn month(self) -> u32 {
        self.0.rem_euclid(12) as u32 + 1
    }

    /// Months since the year 0: consecutive months have consecutive numbers.
    pub const fn number(self) -> i32 {
        self.0
    }

    /// The month with this number; an error outside 1900 to 2199.
    pub fn from_number(number: i32) -> Result<Self, MonthError> {
        Self::new(number.div_euclid(12), number.rem_euclid(12) as u32 + 1)
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl TryFrom<String> for Month {
    type Error = MonthError;
    fn try_from(text: String) -> Result<Self, MonthError> {
        Self::parse(&text)
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

/// Whole months from `from` to `to`, both included. `to` is never before `from`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "Bounds", into = "Bounds")]
pub struct Period {
    from: Month,
    to: Month,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Bounds {
    from: Month,
    to: Month,
}

impl Period {
    /// The period from `from` to `to`; an error when `to` is before `from`.
    pub fn new(from: Month, to: Month) -> Result<Self, MonthError> {
        if from <= to { Ok(Self { from, to }) } else { Err(MonthError) }
    }

    /// The calendar year: the period of an edition unless another is chosen.
    pub fn year(year: i32) -> Result<Self, MonthError> {
        Self::new(Month::new(year, 1)?, Month::new(year, 12)?)
    }

    /// The first month.
    pub const fn from(self) -> Month {
        self.from
    }

    /// The last month.
    pub const fn to(self) -> Month {
        self.to
    }

    /// Number of months, at least 1.
    pub const fn months(self) -> i32 {
        self.to.number() - self.from.number() + 1
    }

    /// Whether the month lies in it.
    pub fn contains(self, month: Month) -> bool {
        (self.from..=self.to).contains(&month)
    }

    /// Whether the two share no month.
    pub fn is_disjoint_from(self, other: Self) -> bool {
        self.to < other.from || other.to < self.from
    }

    /// The year, where the period is exactly one calendar year.
    pub fn calendar_year(self) -> Option<i32> {
        let year = self.from.year();
        (Self::year(year) == Ok(self)).then_some(year)
    }
}

impl TryFrom<Bounds> for Period {
    type Error = MonthError;
    fn try_from(bounds: Bounds) -> Result<Self, MonthError> {
        Self::new(bounds.from, bounds.to)
    }
}

impl From<Period> for Bounds {
    fn from(period: Period) -> Self {
        Self { from: period.from, to: period.to }
    }
}
