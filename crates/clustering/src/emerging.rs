//! Which problem is emerging: what is filed more often than its own past and all filing together explain.
//!
//! Every series of monthly counts (a cause, a domain, a structural signal, a pair of them) is compared with its past in
//! the manner of Farrington et al. (*Journal of the Royal Statistical Society A* 159, 1996): the last month, the last
//! three and the last six, each against the months before, by exact tests. A rise is told where a series takes more of all
//! filing than before, so that a rise in filing alone is none; and where it also has more signals than before, so that
//! silence elsewhere is none. What is told stays rare over all series together (Holm).
//!
//! Pure: counts in, alarms out. Why it is done so stands in `docs/decisions/0016-a-rise-beyond-chance.md`.

mod chance;
mod past;
mod series;
mod several;

pub use chance::Compared;
pub use series::{Filed, Key, Months, Series, series};

use chance::Split;
use past::{Past, spread};
use several::holm;

/// How much is looked at, and how rare a false alarm shall be.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The share of months, at most, with an alarm although nothing changed.
    pub nominal: f64,
    /// How many of the last months are compared with what was before: one after the other.
    pub windows: &'static [usize],
    /// So many months of past are looked at, where there are that many.
    pub longest_past: usize,
    /// With fewer months of past nothing is told.
    pub shortest_past: usize,
    /// So many signals a month, on average, a series has in its past; those with fewer are not watched.
    pub fewest_a_month: f64,
    /// A month of the past stands out, and is left out, from so many standard deviations on.
    pub outlier: f64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            nominal: 0.05,
            windows: &[1, 3, 6],
            longest_past: 24,
            shortest_past: 12,
            fewest_a_month: 1.0,
            // 2.58 with Noufaily et al. (*Statistics in Medicine* 32, 2013), who only give such months less weight. To
            // leave out what is merely high makes what comes look higher: simulated, twice as many false alarms.
            outlier: 4.0,
        }
    }
}

impl Settings {
    /// How many finished months are looked at, at most.
    pub fn months(&self) -> usize {
        self.longest_past + self.windows.iter().copied().max().unwrap_or(0)
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Found<K> {
    /// There are too few finished months to compare with.
    TooShort {
        /// So many there are.
        months: usize,
        /// So many it takes.
        needed: usize,
    },
    /// The series were compared.
    Compared(Emerging<K>),
}

/// What a comparison of all series told.
#[derive(Debug, Clone, PartialEq)]
pub struct Emerging<K> {
    /// What rises beyond chance, the surest first.
    pub alarms: Vec<Alarm<K>>,
    /// What rose beyond its own past, but no more than all filing did.
    pub with_all: Vec<K>,
    /// How many series had enough of a past to be watched.
    pub watched: usize,
    /// All filing in the last month, against its own past; none where that has too few signals.
    pub all: Option<Compared>,
}

/// A series that rises.
#[derive(Debug, Clone, PartialEq)]
pub struct Alarm<K> {
    /// Which.
    pub key: K,
    /// In how many of the last months together it shows best.
    pub window: usize,
    /// How many signals were in these.
    pub observed: u32,
    /// Against its share in all that was filed: how far it rises beyond everything else.
    pub by_share: Compared,
    /// Against its own past, month for month.
    pub by_month: Compared,
    /// The chance of `by_share` over everything that was compared (Holm): at most `Settings::nominal`.
    pub adjusted: f64,
}

/// Compares each series with its past. `all` counts everything that was filed; the months are finished ones without a
/// gap, the same in all series, and begin with the first in which anything was filed.
pub fn watch<K: Clone>(all: &[u32], series: &[Series<K>], settings: &Settings) -> Found<K> {
    let needed = settings.shortest_past + settings.windows.iter().copied().min().unwrap_or(1);
    if all.len() < needed {
        return Found::TooShort { months: all.len(), needed };
    }
    let mut tests = Vec::new();
    for window in settings.windows {
        if all.len() >= settings.shortest_past + window {
            tests.extend(compare(all, series, *window, settings));
        }
    }
    let by_share: Vec<f64> = tests.iter().map(|test| test.by_share.p()).collect();
    let by_month: Vec<f64> = tests.iter().map(|test| test.by_month.p()).collect();
    let (adjusted, adjusted_month) = (holm(&by_share), holm(&by_month));
    let mut alarms = Vec::new();
    let mut with_all = Vec::new();
    for (at, one) in series.iter().enumerate() {
        let mine = || (0..tests.len()).filter(|test| tests[*test].series == at);
        let rises = |test: &usize| adjusted[*test] <= settings.nominal && by_month[*test] <= settings.nominal;
        if let Some(best) = mine().filter(rises).min_by(|a, b| by_share[*a].total_cmp(&by_share[*b])) {
            let test = &tests[best];
            alarms.push(Alarm {
                key: one.key.clone(),
                window: test.window,
                observed: test.by_share.observed,
                by_month: test.by_month.compared(),
                by_share: test.by_share.compared(),
                adjusted: adjusted[best],
            });
        } else if mine().any(|test| adjusted_month[test] <= settings.nominal) {
            with_all.push(one.key.clone());
        }
    }
    alarms.sort_by(|a, b| a.by_share.p.total_cmp(&b.by_share.p));
    let watched = (0..series.len()).filter(|at| tests.iter().any(|test| test.series == *at)).count();
    let all = Past::new(all, all, 1, settings).map(|past| past.by_month.split(past.by_month.own).compared());
    Found::Compared(Emerging { alarms, with_all, watched, all })
}

/// A series in a window, compared twice.
struct Test {
    series: usize,
    window: usize,
    by_month: Split,
    by_share: Split,
}

/// The tests of the series that have enough of a past before this window.
fn compare<K>(all: &[u32], series: &[Series<K>], window: usize, settings: &Settings) -> Vec<Test> {
    let pasts: Vec<(usize, Past)> = series
        .iter()
        .enumerate()
        .filter_map(|(at, one)| Some((at, Past::new(&one.counts, all, window, settings)?)))
        .collect();
    let month = spread(pasts.iter().map(|(_, past)| past.by_month.own));
    let share = spread(pasts.iter().map(|(_, past)| past.by_share.own));
    let test = |(at, past): (usize, Past)| Test {
        series: at,
        window,
        by_month: past.by_month.split(past.by_month.own.beside(month)),
        by_share: past.by_share.split(past.by_share.own.beside(share)),
    };
    pasts.into_iter().map(test).collect()
}
