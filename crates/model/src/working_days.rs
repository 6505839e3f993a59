//! Working days in Belgium: for the term within which a filer hears from a person.

use chrono::{Datelike, Days, NaiveDate, Weekday};

/// How many working days a filer waits at most for a first word from a person.
pub const FIRST_REPLY_WITHIN: u32 = 10;

/// Whether people work on this day: from Monday to Friday, but for the ten public holidays (Royal Decree of 18 April
/// 1974). A day that replaces a holiday in the weekend differs by employer and is counted as worked.
pub fn is_working_day(day: NaiveDate) -> bool {
    !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_holiday(day)
}

/// The latest day such that `count` working days lie after it, up to and with `day`: what came in on that day or
/// before has waited for at least so many.
pub fn working_days_before(day: NaiveDate, count: u32) -> NaiveDate {
    let mut left = count;
    let mut at = day;
    while left > 0 {
        if is_working_day(at) {
            left -= 1;
        }
        let Some(before) = at.checked_sub_days(Days::new(1)) else { return at };
        at = before;
    }
    at
}

fn is_holiday(day: NaiveDate) -> bool {
    let fixed = matches!((day.month(), day.day()), (1 | 5 | 11, 1) | (7, 21) | (8, 15) | (11, 11) | (12, 25));
    // Easter Monday, Ascension Day, Whit Monday.
    let after_easter = easter(day.year()).map(|easter| (day - easter).num_days());
    fixed || matches!(after_easter, Some(1 | 39 | 50))
}

/// Easter Sunday, by the rule of Meeus, Jones and Butcher (J. Meeus, Astronomical Algorithms, chapter 8).
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let days = h + l - 7 * m + 114;
    let (month, day) = (u32::try_from(days / 31).ok()?, u32::try_from(days % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_falls_where_the_calendars_of_those_years_have_it() {
        for (year, sunday) in [
            (2024, "2024-03-31"),
            (2025, "2025-04-20"),
            (2026, "2026-04-05"),
            (2027, "2027-03-28"),
            (2038, "2038-04-25"),
        ] {
            assert_eq!(easter(year), Some(day(sunday)));
        }
    }

    #[test]
    fn weekends_and_the_ten_holidays_are_no_working_days() {
        let year_2026 = (0..365).filter_map(|n| day("2026-01-01").checked_add_days(Days::new(n)));
        let holidays: Vec<String> = year_2026
            .filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !is_working_day(*day))
            .map(|day| day.to_string())
            .collect();
        let expected = [
            "2026-01-01",
            "2026-04-06",
            "2026-05-01",
            "2026-05-14",
            "2026-05-25",
            "2026-07-21",
            "2026-11-11",
            "2026-12-25",
        ];
        assert_eq!(holidays, expected);
        assert!(!is_working_day(day("2026-08-15")) && !is_working_day(day("2026-11-01")));
    }

    #[test]
    fn the_term_passes_over_weekends_and_holidays() {
        // Ten working days up to Friday 22 May 2026 begin on Friday 8 May: Ascension Day lies between.
        assert_eq!(working_days_before(day("2026-05-22"), 10), day("2026-05-07"));
        assert_eq!(working_days_before(day("2026-05-22"), 0), day("2026-05-22"));
        assert_eq!(working_days_before(day("2026-11-23"), 1), day("2026-11-22"));
    }
}
