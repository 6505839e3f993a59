//! Numbers, dates, lists and the order of names, as each language writes them: ICU for nl-BE, fr-BE and en-GB.

use std::cmp::Ordering;
use std::sync::OnceLock;

use chrono::{Datelike, NaiveDate};
use icu::calendar::{Date, Gregorian};
use icu::collator::CollatorBorrowed;
use icu::collator::options::CollatorOptions;
use icu::datetime::FixedCalendarDateTimeFormatter;
use icu::datetime::fieldsets::{M, YM, YMD};
use icu::decimal::DecimalFormatter;
use icu::decimal::input::{Decimal, SignDisplay};
use icu::decimal::options::DecimalFormatterOptions;
use icu::list::ListFormatter;
use icu::list::options::{ListFormatterOptions, ListLength};
use icu::locale::locale;
use model::{Language, Month};

/// The formatters of one language. Where ICU has no data for it (the tests see that it has), the plain form is used.
pub(crate) struct Locale {
    language: Language,
    decimal: Option<DecimalFormatter>,
    day: Option<FixedCalendarDateTimeFormatter<Gregorian, YMD>>,
    year_month: Option<FixedCalendarDateTimeFormatter<Gregorian, YM>>,
    month: Option<FixedCalendarDateTimeFormatter<Gregorian, M>>,
    and: Option<ListFormatter>,
    collator: Option<CollatorBorrowed<'static>>,
}

impl Locale {
    /// The formatters of this language; made at the first call, shared by all.
    pub(crate) fn of(language: Language) -> &'static Self {
        static NL: OnceLock<Locale> = OnceLock::new();
        static FR: OnceLock<Locale> = OnceLock::new();
        static EN: OnceLock<Locale> = OnceLock::new();
        match language {
            Language::Nl => NL.get_or_init(|| Self::new(language, &locale!("nl-BE"))),
            Language::Fr => FR.get_or_init(|| Self::new(language, &locale!("fr-BE"))),
            Language::En => EN.get_or_init(|| Self::new(language, &locale!("en-GB"))),
        }
    }

    fn new(language: Language, locale: &icu::locale::Locale) -> Self {
        let wide = ListFormatterOptions::default().with_length(ListLength::Wide);
        Self {
            language,
            decimal: DecimalFormatter::try_new(locale.into(), DecimalFormatterOptions::default()).ok(),
            day: FixedCalendarDateTimeFormatter::try_new(locale.into(), YMD::long()).ok(),
            year_month: FixedCalendarDateTimeFormatter::try_new(locale.into(), YM::long()).ok(),
            month: FixedCalendarDateTimeFormatter::try_new(locale.into(), M::long()).ok(),
            and: ListFormatter::try_new_and(locale.into(), wide).ok(),
            collator: CollatorBorrowed::try_new(locale.into(), CollatorOptions::default()).ok(),
        }
    }

    #[cfg(test)]
    pub(crate) fn is_complete(&self) -> bool {
        self.decimal.is_some()
            && self.day.is_some()
            && self.year_month.is_some()
            && self.month.is_some()
            && self.and.is_some()
            && self.collator.is_some()
    }

    pub(crate) fn number(&self, number: i64) -> String {
        self.decimal(&Decimal::from(number))
    }

    /// With its sign, also where it is positive: a true minus (U+2212), never a hyphen.
    pub(crate) fn signed(&self, number: i64) -> String {
        self.decimal(&Decimal::from(number).with_sign_display(SignDisplay::ExceptZero))
            .replace('-', "\u{2212}")
    }

    /// With `decimals` digits after the comma.
    pub(crate) fn fraction(&self, number: f64, decimals: u8) -> String {
        let printed = format!("{number:.*}", usize::from(decimals));
        Decimal::try_from_str(&printed).map_or(printed, |decimal| self.decimal(&decimal))
    }

    /// `share` (0 to 1) as a percentage with `decimals` digits after the comma.
    pub(crate) fn percent(&self, share: f64, decimals: u8) -> String {
        let number = self.fraction(share * 100.0, decimals);
        match self.language {
            Language::Fr => format!("{number}\u{202F}%"),
            Language::Nl | Language::En => format!("{number}%"),
        }
    }

    pub(crate) fn day(&self, day: NaiveDate) -> String {
        let plain = || day.to_string();
        let date = u8::try_from(day.month())
            .ok()
            .zip(u8::try_from(day.day()).ok())
            .and_then(|(month, of_month)| Date::try_new_gregorian(day.year(), month, of_month).ok());
        let printed =
            self.day.as_ref().zip(date).map_or_else(plain, |(format, date)| format.format(&date).to_string());
        // French counts the first day of a month: "1er mars"; CLDR's pattern does not.
        match (self.language, printed.strip_prefix("1 ")) {
            (Language::Fr, Some(rest)) => format!("1er {rest}"),
            _ => printed,
        }
    }

    pub(crate) fn month(&self, month: Month) -> String {
        let plain = || month.to_string();
        self.year_month
            .as_ref()
            .zip(first_day(month))
            .map_or_else(plain, |(format, date)| format.format(&date).to_string())
    }

    /// The month without its year: "maart".
    pub(crate) fn month_alone(&self, month: Month) -> String {
        let plain = || month.month().to_string();
        self.month
            .as_ref()
            .zip(first_day(month))
            .map_or_else(plain, |(format, date)| format.format(&date).to_string())
    }

    pub(crate) fn list(&self, items: &[&str]) -> String {
        self.and.as_ref().map_or_else(|| items.join(", "), |and| and.format_to_string(items.iter()))
    }

    pub(crate) fn compare(&self, a: &str, b: &str) -> Ordering {
        // Equal for the collator is not equal for the reader: "a" and "a" with a mark the language ignores.
        self.collator
            .as_ref()
            .map_or(Ordering::Equal, |collator| collator.compare(a, b))
            .then_with(|| a.cmp(b))
    }

    fn decimal(&self, number: &Decimal) -> String {
        self.decimal.as_ref().map_or_else(|| number.to_string(), |format| format.format_to_string(number))
    }
}

fn first_day(month: Month) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(month.year(), u8::try_from(month.month()).ok()?, 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all() -> impl Iterator<Item = &'static Locale> {
        Language::ALL.iter().map(|language| Locale::of(*language))
    }

    #[test]
    fn icu_has_every_formatter_for_every_language() {
        assert!(all().all(Locale::is_complete));
    }
}
