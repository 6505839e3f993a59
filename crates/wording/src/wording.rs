//! What the rest of the program asks: a sentence, a label, a number, a date.

use std::cmp::Ordering;

use chrono::NaiveDate;
use model::{
    Authority, Cause, Code, Domain, Field, Formality, Language, Localised, Month, Municipality,
    OrganisationType, Period, Place, Problem, Reason, Right, Zone, limits,
};

use crate::args;
use crate::catalog::Catalog;
use crate::label::Label;
use crate::locale::Locale;
use crate::value::Args;

/// Every sentence in one language. Cheap to make and to copy; the sentences are parsed once per language.
#[derive(Clone, Copy)]
pub struct Wording {
    language: Language,
    catalog: &'static Catalog,
    locale: &'static Locale,
}

impl Wording {
    /// The sentences of this language.
    pub fn new(language: Language) -> Self {
        Self { language, catalog: Catalog::of(language), locale: Locale::of(language) }
    }

    /// The language.
    pub const fn language(self) -> Language {
        self.language
    }

    /// The sentence `key` (or `key.attribute`) with its values filled in.
    ///
    /// A key or a value that is missing stops a debug build; a release build shows `⟦key⟧`.
    pub fn say(self, key: &str, args: &Args<'_>) -> String {
        let sentence = self.catalog.sentence(key, args);
        debug_assert!(
            sentence.is_some(),
            "no sentence {key:?} in {} with the values {args:?}",
            self.language
        );
        sentence.unwrap_or_else(|| format!("⟦{key}⟧"))
    }

    /// The sentence `key`, where there is one: for keys made of codes that a network may add.
    pub fn try_say(self, key: &str, args: &Args<'_>) -> Option<String> {
        self.catalog.sentence(key, args)
    }

    /// The words for a code: "Niet kennen".
    #[expect(clippy::needless_pass_by_value, reason = "codes are small and copied")]
    pub fn label(self, code: impl Label) -> String {
        self.say(&code.key(), &args![])
    }

    /// What a cause means, in one sentence.
    pub fn meaning(self, cause: Cause) -> String {
        self.say(&format!("{}.meaning", cause.key()), &args![])
    }

    /// The short name of an authority, for narrow columns: "GGC".
    pub fn short(self, authority: Authority) -> String {
        self.say(&format!("{}.short", authority.key()), &args![])
    }

    /// Which organisations are formal, in between or informal, in one sentence.
    pub fn note(self, formality: Formality) -> String {
        self.say(&format!("{}.note", formality.key()), &args![])
    }

    /// An organisation type as a sector, in the plural: "Geloofsgemeenschappen".
    pub fn sector(self, kind: OrganisationType) -> String {
        self.say(&format!("{}.plural", kind.key()), &args![])
    }

    /// The name of a language inside a sentence, after "in": "en néerlandais".
    pub fn language_inside(self, language: Language) -> String {
        self.say(&format!("{}.inside", language.key()), &args![])
    }

    /// The name of a place.
    pub fn place(self, place: Place) -> String {
        self.label(place)
    }

    /// The name of a zone.
    pub fn zone(self, zone: Zone) -> String {
        self.label(zone)
    }

    /// The municipalities of a zone, sorted and listed: "Anderlecht en Sint-Jans-Molenbeek".
    pub fn zone_members(self, zone: Zone) -> String {
        let mut names: Vec<String> =
            Municipality::all().filter(|place| place.zone() == zone).map(|place| self.label(place)).collect();
        self.sort_by_label(&mut names, String::as_str);
        self.list(&names.iter().map(String::as_str).collect::<Vec<_>>())
    }

    /// The label of a domain as the network wrote it.
    pub fn domain(self, domain: &Domain) -> String {
        self.written(&domain.label, "domain", &domain.code)
    }

    /// The label of a right as the network wrote it.
    pub fn right(self, right: &Right) -> String {
        self.written(&right.label, "right", &right.code)
    }

    /// The label that a domain has where the network wrote none; none for a domain this program does not know.
    pub fn default_domain(self, code: &str) -> Option<String> {
        self.try_say(&format!("domain-{code}"), &args![])
    }

    /// The label that a right has where the network wrote none; none for a right this program does not know.
    pub fn default_right(self, code: &str) -> Option<String> {
        self.try_say(&format!("right-{code}"), &args![])
    }

    /// What is wrong with a field and what to do, in one sentence that repeats nothing of what was filled in.
    pub fn problem(self, problem: Problem) -> String {
        let field = self.label(problem.field);
        let key = format!("problem-{}", problem.reason.code());
        match problem.reason {
            Reason::TooLong => self.say(&key, &args![field = field, limit = limit_of(problem.field)]),
            _ => self.say(&key, &args![field = field]),
        }
    }

    /// A whole number: "1.234".
    pub fn number(self, number: i64) -> String {
        self.locale.number(number)
    }

    /// A change, with its sign: "+12", "−3", "0".
    pub fn signed(self, number: i64) -> String {
        self.locale.signed(number)
    }

    /// A share (0 to 1) as a percentage: "12,5%".
    pub fn percent(self, share: f64, decimals: u8) -> String {
        self.locale.percent(share, decimals)
    }

    /// A number with `decimals` digits after the comma: "2,5".
    pub fn decimal(self, number: f64, decimals: u8) -> String {
        self.locale.fraction(number, decimals)
    }

    /// A day: "3 maart 2025".
    pub fn day(self, day: NaiveDate) -> String {
        self.locale.day(day)
    }

    /// A month: "maart 2025".
    pub fn month(self, month: Month) -> String {
        self.locale.month(month)
    }

    /// A month without its year: "maart".
    pub fn month_alone(self, month: Month) -> String {
        self.locale.month_alone(month)
    }

    /// A period: "2025" for a calendar year, "maart 2025" for one month, else "maart 2025 – juni 2025".
    pub fn period(self, period: Period) -> String {
        match period.calendar_year() {
            Some(year) => year.to_string(),
            None if period.months() == 1 => self.month(period.from()),
            None => format!("{} – {}", self.month(period.from()), self.month(period.to())),
        }
    }

    /// Several things in a sentence: "a, b en c".
    pub fn list(self, items: &[&str]) -> String {
        self.locale.list(items)
    }

    /// The order of two names in a list that people read.
    pub fn collate(self, a: &str, b: &str) -> Ordering {
        self.locale.compare(a, b)
    }

    /// Sorts things by the words people read.
    pub fn sort_by_label<T>(self, items: &mut [T], label: impl Fn(&T) -> &str) {
        items.sort_by(|a, b| self.collate(label(a), label(b)));
    }

    /// English may be missing in a network's lists; the program's own label comes before another language.
    fn written(self, label: &Localised, prefix: &str, code: &Code) -> String {
        if !label.lacks(self.language) {
            return label.get(self.language).to_owned();
        }
        self.try_say(&format!("{prefix}-{code}"), &args![])
            .unwrap_or_else(|| label.get_or_fallback(self.language).to_owned())
    }
}

/// The longest a field may be, in characters; 0 for a field without a limit, which no problem names.
const fn limit_of(field: Field) -> usize {
    match field {
        Field::Reference => limits::REFERENCE,
        Field::Headline => limits::HEADLINE,
        Field::Problem => limits::PROBLEM,
        Field::Impact => limits::IMPACT,
        Field::TriedNote => limits::TRIED_NOTE,
        Field::Source => limits::SOURCE,
        _ => 0,
    }
}
