//! A day as somebody types it in a form.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

/// The years that somebody can mean; any other is a slip of the hand, such as a fifth digit. The sentences beside the fields
/// name them.
const YEARS: RangeInclusive<i32> = 2000..=2099;

/// The day that was typed; none where it is no day that anybody means.
pub fn day(typed: &str) -> Option<NaiveDate> {
    typed.trim().parse().ok().filter(|day: &NaiveDate| YEARS.contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_one_that_somebody_can_mean() {
        for typed in ["2000-01-01", " 2026-03-31 ", "2099-12-31"] {
            assert_eq!(day(typed).map(|day| day.to_string()).as_deref(), Some(typed.trim()));
        }
        for typed in [
            "",
            "morgen",
            "2026-02-30",
            "1999-12-31",
            "2100-01-01",
            "20266-03-31",
            "+20266-03-31",
            "0026-03-31",
        ] {
            assert_eq!(day(typed), None, "{typed}");
        }
    }
}
