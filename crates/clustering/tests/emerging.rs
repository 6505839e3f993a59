//! A rise beyond chance: what is told, what is not, and how often wrongly. The whole simulation is an example.
#![expect(clippy::panic, clippy::unwrap_used, reason = "a test may stop at once")]

#[path = "../examples/emerging/network.rs"]
mod network;

use clustering::emerging::{Emerging, Filed, Found, Key, Series, Settings, series, watch};
use model::{Cause, CauseChoice, Code, Month, Place, Zone};
use network::{Habits, Network, is_watched};

fn compared<K: Clone + std::fmt::Debug>(all: &[u32], series: &[Series<K>]) -> Emerging<K> {
    match watch(all, series, &Settings::default()) {
        Found::Compared(emerging) => emerging,
        Found::TooShort { months, .. } => panic!("{months} months are too few"),
    }
}

/// Two years of about three a month in 25, then this many of so many.
fn after_two_years(last: u32, all_last: u32) -> Emerging<&'static str> {
    let mut counts = [3, 2, 4, 3, 3, 2, 5, 3, 1, 4, 3, 3].repeat(2);
    let mut all = [25, 22, 27, 24, 26, 23, 28, 25, 24, 26, 25, 25].repeat(2);
    counts.push(last);
    all.push(all_last);
    compared(&all, &[Series { key: "this", counts }])
}

#[test]
fn what_rises_beyond_everything_else_is_told_with_what_was_expected() {
    let found = after_two_years(14, 36);
    assert_eq!(found.alarms.len(), 1);
    let alarm = &found.alarms[0];
    assert_eq!((alarm.key, alarm.window, alarm.observed), ("this", 1, 14));
    assert!((alarm.by_month.expected - 3.0).abs() < 1e-9);
    assert!((2.9..3.1).contains(&alarm.by_share.expected), "22 others, as in every month");
    assert!(alarm.by_share.usual.1 < 14 && alarm.by_share.factor_range.0 > 1.0);
    assert!(alarm.adjusted <= 0.05 && alarm.adjusted >= alarm.by_share.p);
    assert!(after_two_years(5, 27).alarms.is_empty(), "five are nothing special");
}

#[test]
fn where_everything_rises_nothing_does() {
    let found = after_two_years(14, 14 * 25 / 3);
    assert!(found.alarms.is_empty());
    assert_eq!(found.with_all, ["this"], "it is told apart");
    assert!(found.all.is_some_and(|all| all.p < 0.001));
}

#[test]
fn where_everything_else_falls_silent_nothing_rises() {
    let found = after_two_years(3, 4);
    assert!(found.alarms.is_empty() && found.with_all.is_empty());
}

#[test]
fn a_slow_rise_shows_in_several_months_together() {
    let mut counts = vec![5; 24];
    let mut all = vec![30; 24];
    counts.extend([10, 9, 10]);
    all.extend([35, 34, 35]);
    let found = compared(&all, &[Series { key: "slow", counts }]);
    assert_eq!(found.alarms.first().map(|alarm| (alarm.window, alarm.observed)), Some((3, 29)));
}

#[test]
fn a_past_outbreak_does_not_hide_the_next() {
    let months = |outbreak: u32| {
        let mut counts = [3, 2, 4, 3, 3, 2, 5, 3, 1, 4, 3, 3].repeat(2);
        counts[10] = outbreak;
        counts.push(14);
        let all: Vec<u32> = counts.iter().map(|count| count + 22).collect();
        compared(&all, &[Series { key: "again", counts }]).alarms[0].by_month.expected
    };
    assert!((months(40) - months(3)).abs() < 0.2, "{} and {}", months(40), months(3));
}

#[test]
fn with_less_than_a_year_before_nothing_is_told_but_that() {
    let counts = vec![1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 30];
    let found = watch(&counts.clone(), &[Series { key: (), counts }], &Settings::default());
    assert_eq!(found, Found::TooShort { months: 12, needed: 13 });
}

#[test]
fn what_had_less_than_one_a_month_is_not_watched() {
    let mut rare = [0, 1].repeat(12);
    rare.push(9);
    let mut all = vec![25; 24];
    all.push(34);
    let found = compared(&all, &[Series { key: "rare", counts: rare }]);
    assert_eq!((found.watched, found.alarms.len()), (0, 0));
}

#[test]
fn a_signal_counts_in_its_cause_its_domain_and_their_pairs() {
    let month = |text: &str| Month::parse(text).unwrap();
    let one = |when: &str, cause: &str, place: &str, count| Filed {
        month: month(when),
        cause: CauseChoice::parse(cause).unwrap(),
        domain: Code::parse("housing").unwrap(),
        place: Place::parse(place).unwrap(),
        structural: None,
        count,
    };
    let filed = [
        one("2025-01", "not-known", "21001", 2),
        one("2025-03", "unknown", "region", 1),
        one("2025-04", "exclusion", "21004", 9),
    ];
    let months = series(&filed, month("2024-06"), month("2025-03")).unwrap();
    assert_eq!((months.first, months.all.as_slice()), (month("2025-01"), &[2, 0, 1][..]));
    let counts =
        |key: &Key| months.series.iter().find(|series| series.key == *key).map(|one| one.counts.clone());
    let housing = Code::parse("housing").unwrap();
    assert_eq!(counts(&Key::Domain(housing.clone())), Some(vec![2, 0, 1]));
    assert_eq!(counts(&Key::Cause(Cause::NotKnown)), Some(vec![2, 0, 0]));
    assert_eq!(counts(&Key::CauseDomain(Cause::NotKnown, housing.clone())), Some(vec![2, 0, 0]));
    assert_eq!(counts(&Key::CauseZone(Cause::NotKnown, Zone::West)), Some(vec![2, 0, 0]));
    assert_eq!(counts(&Key::DomainZone(housing, Zone::West)), Some(vec![2, 0, 0]));
    assert_eq!(months.series.len(), 5, "nothing of a later month, an unknown cause or no zone");
    assert_eq!(series(&filed, month("2024-01"), month("2024-12")), None);
}

/// The share of months with any alarm among so many networks, judged for half a year each.
fn alarmed(habits: Habits, networks: u64) -> f64 {
    let settings = Settings::default();
    let start = settings.months();
    let mut alarms = 0_u32;
    for seed in 0..networks {
        let network = Network::new(seed, habits, start + 6);
        for at in start..start + 6 {
            let Found::Compared(found) = network.found(at, &settings) else { panic!("a long past") };
            alarms += u32::from(!found.alarms.is_empty());
        }
    }
    f64::from(alarms) / (6 * networks) as f64
}

#[test]
fn false_alarms_stay_within_what_is_promised() {
    let nominal = Settings::default().nominal;
    let steady = Habits::steady(25.0);
    let start = Settings::default().months();
    for (name, habits) in [
        ("Poisson", steady),
        ("varying", Habits { dispersion: 1.5, ..steady }),
        ("quiet summers", Habits { seasonal: true, ..steady }),
        ("growing", Habits { growth: 0.03, ..steady }),
        ("a campaign", Habits { campaign: Some((start, 2.0)), ..steady }),
    ] {
        let share = alarmed(habits, 10);
        assert!(share <= nominal, "{name}: {share}");
    }
}

#[test]
fn a_doubling_from_ten_a_month_is_told_within_a_quarter_more_often_than_not() {
    let settings = Settings::default();
    let start = settings.months();
    let habits = Habits { doubling: Some((10.0, start)), ..Habits::steady(25.0) };
    let told = (0..20).filter(|seed| {
        let network = Network::new(*seed, habits, start + 3);
        (start..start + 3).any(|at| match network.found(at, &settings) {
            Found::Compared(found) => found.alarms.iter().any(|alarm| is_watched(&alarm.key)),
            Found::TooShort { .. } => false,
        })
    });
    let told = told.count();
    assert!(told > 10, "{told} of 20");
}
