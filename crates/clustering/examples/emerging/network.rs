//! A simulated network that files signals month by month, with nothing in it that rises, or one domain that doubles.

use clustering::emerging::{Filed, Found, Key, Months, Series, Settings, series, watch};
use model::{CauseChoice, Code, Month, Place};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha8Rng;

/// How a network files.
#[derive(Clone, Copy)]
pub struct Habits {
    /// Signals a month, on average, in every domain but the watched one.
    pub a_month: f64,
    /// The variance of counts as a multiple of their mean; 1 for Poisson. Above it, signals come in batches that say the same.
    pub dispersion: f64,
    /// Whether the year has quiet and busy months, as in the demo's signals.
    pub seasonal: bool,
    /// Whether two domains have a winter of their own: twice as many from November to February.
    pub own_season: bool,
    /// By how much all filing grows from month to month.
    pub growth: f64,
    /// From which month on everybody files so many times as much.
    pub campaign: Option<(usize, f64)>,
    /// Signals a month in the watched domain, and from which month on it has twice as many.
    pub doubling: Option<(f64, usize)>,
}

impl Habits {
    /// A steady network of so many signals a month.
    pub const fn steady(a_month: f64) -> Self {
        Self {
            a_month,
            dispersion: 1.0,
            seasonal: false,
            own_season: false,
            growth: 0.0,
            campaign: None,
            doubling: None,
        }
    }
}

/// How many signals of hundred speak of each domain, cause and zone; the rest of the zones has none.
const DOMAINS: [(&str, f64); 15] = [
    ("housing", 21.0),
    ("residence-status", 9.0),
    ("health", 8.0),
    ("child-rights", 8.0),
    ("childcare-family", 8.0),
    ("language", 7.0),
    ("mental-health", 6.0),
    ("digital", 6.0),
    ("income-debts", 6.0),
    ("education", 5.0),
    ("service-access", 5.0),
    ("material-needs", 4.0),
    ("energy", 3.0),
    ("violence-safety", 2.0),
    ("work", 2.0),
];
const CAUSES: [(&str, f64); 7] = [
    ("not-obtained", 52.0),
    ("not-known", 12.0),
    ("not-requested", 9.0),
    ("exclusion", 9.0),
    ("not-proposed", 9.0),
    ("unknown", 5.0),
    ("", 4.0),
];
const PLACES: [(&str, f64); 7] = [
    ("21004", 15.0),
    ("21012", 25.0),
    ("21010", 9.0),
    ("21015", 20.0),
    ("21013", 15.0),
    ("21005", 4.0),
    ("region", 12.0),
];
/// The domain that may double; nothing else falls into it.
pub const WATCHED: &str = "watched";
/// How much of an average month each month of the year has, from January: that of the demo's signals.
const YEAR: [f64; 12] = [1.02, 1.15, 1.29, 0.96, 1.04, 0.83, 0.38, 0.44, 1.35, 1.11, 1.19, 0.77];
/// The domains with a winter of their own.
const WINTER: [&str; 2] = ["energy", "housing"];

/// A network's months, counted.
pub struct Network {
    all: Vec<u32>,
    series: Vec<Series<Key>>,
}

impl Network {
    /// So many months of a network with these habits. Equal seeds give equal months.
    pub fn new(seed: u64, habits: Habits, months: usize) -> Self {
        let mut rng = ChaCha8Rng::seed_from_u64(seed);
        let first = Month::new(2020, 1 + rng.random_range(0..12)).unwrap();
        let after = |at: usize| Month::from_number(first.number() + i32::try_from(at).unwrap()).unwrap();
        let mut filed = Vec::new();
        for at in 0..months {
            let month = after(at);
            let mut level = (1.0 + habits.growth).powi(i32::try_from(at).unwrap());
            if habits.seasonal {
                level *= YEAR[month.month() as usize - 1];
            }
            if let Some((_, times)) = habits.campaign.filter(|(from, _)| at >= *from) {
                level *= times;
            }
            for (name, share) in DOMAINS {
                let winter = habits.own_season && WINTER.contains(&name);
                let own = match (winter, [11, 12, 1, 2].contains(&month.month())) {
                    (true, true) => 1.5,
                    (true, false) => 0.75,
                    (false, _) => 1.0,
                };
                file(&mut rng, &mut filed, month, name, habits.a_month * share / 100.0 * level * own, habits);
            }
            if let Some((a_month, from)) = habits.doubling {
                let twice = if at >= from { 2.0 } else { 1.0 };
                file(&mut rng, &mut filed, month, WATCHED, a_month * level * twice, habits);
            }
        }
        let Months { all, series, .. } = series(&filed, first, after(months - 1)).unwrap();
        assert_eq!(all.len(), months, "a network that files nothing in its first month");
        Self { all, series }
    }

    /// What is found at the end of this month, counted from 0.
    pub fn found(&self, at: usize, settings: &Settings) -> Found<Key> {
        let seen = (at + 1).saturating_sub(settings.months())..=at;
        let cut =
            |one: &Series<Key>| Series { key: one.key.clone(), counts: one.counts[seen.clone()].to_vec() };
        let series: Vec<_> = self.series.iter().map(cut).collect();
        watch(&self.all[seen.clone()], &series, settings)
    }
}

/// Whether a key speaks of the watched domain.
pub fn is_watched(key: &Key) -> bool {
    match key {
        Key::Domain(domain) | Key::CauseDomain(_, domain) | Key::DomainZone(domain, _) => {
            domain.as_str() == WATCHED
        }
        _ => false,
    }
}

/// Files signals of a domain: so many on average, in batches whose sizes make their sum negative binomial (a Poisson number
/// of logarithmic ones; Quenouille, *Biometrics* 5, 1949).
fn file(rng: &mut ChaCha8Rng, filed: &mut Vec<Filed>, month: Month, domain: &str, mean: f64, habits: Habits) {
    let q = 1.0 - 1.0 / habits.dispersion;
    let size = if q > 0.0 { -q / ((1.0 - q) * (1.0 - q).ln()) } else { 1.0 };
    for _ in 0..poisson(rng, mean / size) {
        filed.push(Filed {
            month,
            cause: CauseChoice::parse(drawn(rng, &CAUSES)).unwrap(),
            domain: Code::parse(domain).unwrap(),
            place: Place::parse(drawn(rng, &PLACES)).unwrap(),
            structural: None,
            count: logarithmic(rng, q),
        });
    }
}

/// A Poisson count (Knuth's way: the means here are small).
fn poisson(rng: &mut ChaCha8Rng, mean: f64) -> u32 {
    let (limit, mut product, mut count) = ((-mean).exp(), rng.random::<f64>(), 0);
    while product > limit {
        product *= rng.random::<f64>();
        count += 1;
    }
    count
}

/// A logarithmic count, by adding up its chances.
fn logarithmic(rng: &mut ChaCha8Rng, q: f64) -> u32 {
    let mut left = rng.random::<f64>();
    let (mut count, mut chance) = (1, if q > 0.0 { -q / (1.0 - q).ln() } else { 1.0 });
    while left > chance && count < 1_000 {
        left -= chance;
        chance *= q * f64::from(count) / f64::from(count + 1);
        count += 1;
    }
    count
}

fn drawn<'a>(rng: &mut ChaCha8Rng, weights: &[(&'a str, f64)]) -> &'a str {
    let total: f64 = weights.iter().map(|(_, weight)| weight).sum();
    let mut left = rng.random::<f64>() * total;
    for (name, weight) in weights {
        left -= weight;
        if left < 0.0 {
            return name;
        }
    }
    weights.last().map_or("", |(name, _)| name)
}
