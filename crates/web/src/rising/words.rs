//! A rise in words.

use std::collections::BTreeMap;

use clustering::emerging::{Alarm, Compared, Key, Months};
use model::{Localised, Month, Period, StructuralSignalId};
use store::NetworkView;
use wording::{Wording, args};

use crate::signals::domain;

/// What names a series.
pub struct Names<'a> {
    pub wording: Wording,
    pub network: &'a NetworkView,
    pub titles: &'a BTreeMap<StructuralSignalId, Localised>,
}

impl Names<'_> {
    /// The series with this key: "Housing × not knowing".
    pub fn of(&self, key: &Key) -> String {
        let wording = self.wording;
        let domain = |code| domain(wording, self.network, code);
        let pair = |one: String, other: String| format!("{one} × {other}");
        match key {
            Key::Cause(cause) => wording.label(*cause),
            Key::Domain(code) => domain(code),
            Key::Structural(id) => {
                let title = self.titles.get(id).map(|title| title.get_or_fallback(wording.language()));
                title.unwrap_or_default().to_owned()
            }
            Key::CauseDomain(cause, code) => pair(domain(code), wording.label(*cause)),
            Key::CauseZone(cause, zone) => pair(wording.label(*cause), wording.zone(*zone)),
            Key::DomainZone(code, zone) => pair(domain(code), wording.zone(*zone)),
        }
    }
}

/// The last months, so many together.
pub fn when(wording: Wording, months: &Months, window: usize) -> String {
    let last = month_at(months, months.all.len().saturating_sub(1));
    let first = month_at(months, months.all.len().saturating_sub(window));
    match (first, last) {
        (Some(first), Some(last)) => {
            Period::new(first, last).map_or_else(|_| wording.month(last), |period| wording.period(period))
        }
        _ => String::new(),
    }
}

/// The month at this place.
pub fn month_at(months: &Months, at: usize) -> Option<Month> {
    Month::from_number(months.first.number() + i32::try_from(at).ok()?).ok()
}

/// How many, and how many were expected.
pub fn found(wording: Wording, when: &str, alarm: &Alarm<Key>) -> String {
    let (from, to) = alarm.by_share.usual;
    let expected = rounded(wording, alarm.by_share.expected);
    wording.say(
        "rising-found",
        &args![count = alarm.observed, when = when, expected = expected, from = from, to = to],
    )
}

/// How sure a rise is, and what its own past says.
pub fn facts(wording: Wording, alarm: &Alarm<Key>) -> Vec<String> {
    let factor = |compared: &Compared| {
        let (low, high) = compared.factor_range;
        let high = high.map(|high| wording.decimal(high, 1));
        (compared.factor.map(|factor| wording.decimal(factor, 1)), wording.decimal(low, 1), high)
    };
    let mut facts = Vec::new();
    if let (Some(times), low, Some(high)) = factor(&alarm.by_share) {
        facts.push(wording.say("rising-by-share", &args![times = times, low = low, high = high]));
    }
    if let (Some(times), low, Some(high)) = factor(&alarm.by_month) {
        let expected = rounded(wording, alarm.by_month.expected);
        facts.push(
            wording
                .say("rising-by-month", &args![expected = expected, times = times, low = low, high = high]),
        );
    }
    // Below one in a thousand more digits say nothing more.
    let least = 0.001;
    let chance = wording.percent(alarm.adjusted.max(least), 1);
    facts.push(if alarm.adjusted < least {
        wording.say("rising-chance-below", &args![chance = chance])
    } else {
        wording.say("rising-chance", &args![chance = chance])
    });
    facts
}

/// An expected count as people say it: whole, and with one digit where it is small.
pub fn rounded(wording: Wording, expected: f64) -> String {
    wording.decimal(expected, u8::from(expected < 2.95))
}
