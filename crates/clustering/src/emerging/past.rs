//! The months before a window: how many signals they had, and how much the months differ from each other.

use super::Settings;
use super::chance::{Beside, Split};

/// The past of a series before a window, measured by months and by what else was filed.
pub struct Past {
    pub by_month: Side,
    pub by_share: Side,
}

/// A past, measured in one way.
pub struct Side {
    observed: u32,
    past: u32,
    beside: Beside,
    /// How much its months differ from each other.
    pub own: Spread,
}

/// How much months differ: the variance as a multiple of the mean, from so many months.
#[derive(Clone, Copy, Default)]
pub struct Spread {
    squares: f64,
    freedom: f64,
}

/// The spread of all series together counts like so many months of one's own: a single series shows it too poorly.
const TOGETHER: f64 = 96.0;

/// A month of the past: the count of the series, and of everything.
type Counted = (u32, u32);

impl Past {
    /// The months before the last `window`. Those that stand out are left out of it: a past outbreak would hide the next
    /// (Farrington et al. give them less weight; to leave them out keeps counts whole). None where the past has too few
    /// signals to be watched.
    pub fn new(counts: &[u32], all: &[u32], window: usize, settings: &Settings) -> Option<Self> {
        let months: Vec<Counted> = counts.iter().copied().zip(all.iter().copied()).collect();
        let (before, now) = months.split_at(months.len().saturating_sub(window));
        let before = &before[before.len().saturating_sub(settings.longest_past)..];
        let total: u32 = before.iter().map(|(count, _)| count).sum();
        if f64::from(total) < settings.fewest_a_month * f64::from(length(before)) {
            return None;
        }
        let observed = now.iter().map(|(count, _)| count).sum();
        let others = |months: &[Counted]| months.iter().map(|(count, all)| all.saturating_sub(*count)).sum();
        let quiet = without_outliers(before, |_| 1.0, settings.outlier);
        let by_month = Side {
            observed,
            past: quiet.iter().map(|(count, _)| count).sum(),
            beside: Beside::Months(length(now), length(&quiet)),
            own: Spread::of(&quiet, |_| 1.0, false),
        };
        let quiet = without_outliers(before, |(_, all)| f64::from(*all), settings.outlier);
        let by_share = Side {
            observed,
            past: quiet.iter().map(|(count, _)| count).sum(),
            beside: Beside::Others(others(now), others(&quiet)),
            own: Spread::of(&quiet, |(_, all)| f64::from(*all), true),
        };
        Some(Self { by_month, by_share })
    }
}

impl Side {
    /// The counts to compare, where months differ so much.
    pub fn split(&self, spread: Spread) -> Split {
        let Self { observed, past, beside, .. } = *self;
        Split { observed, past, beside, dispersion: spread.dispersion() }
    }
}

impl Spread {
    /// Pearson's sum of squares around the common rate, where a month has so much exposure; for a share, beside the
    /// variance that a share has.
    fn of(months: &[Counted], exposure: impl Fn(&Counted) -> f64, is_share: bool) -> Self {
        let rate = rate(months, &exposure);
        let variance = if is_share { 1.0 - rate } else { 1.0 };
        let used = || months.iter().filter(|month| rate * exposure(month) * variance > 0.0);
        let square = |month: &Counted| {
            let expected = rate * exposure(month);
            (f64::from(month.0) - expected).powi(2) / (expected * variance)
        };
        let count = u32::try_from(used().count()).unwrap_or(u32::MAX);
        Self { squares: used().map(square).sum(), freedom: f64::from(count.saturating_sub(1)) }
    }

    /// One's own months, and what all series show beside them; never less than these do: that one's months differ little
    /// is mostly chance.
    pub fn beside(self, together: Self) -> Self {
        let share = if together.freedom > 0.0 { TOGETHER / together.freedom } else { 0.0 };
        let both = Self {
            squares: self.squares + together.squares * share,
            freedom: self.freedom + together.freedom * share,
        };
        if both.dispersion() < together.dispersion() { together } else { both }
    }

    /// The variance as a multiple of the mean; never less than chance alone gives.
    fn dispersion(self) -> f64 {
        if self.freedom > 0.0 { (self.squares / self.freedom).max(1.0) } else { 1.0 }
    }
}

/// The spread of several together.
pub fn spread(several: impl Iterator<Item = Spread>) -> Spread {
    several.fold(Spread::default(), |sum, one| Spread {
        squares: sum.squares + one.squares,
        freedom: sum.freedom + one.freedom,
    })
}

/// The months that do not stand out above the others, by Anscombe's residual of a Poisson count over the spread of the
/// months, as Farrington et al. take it. Each is held against the others alone: an outbreak would widen its own measure.
fn without_outliers(months: &[Counted], exposure: impl Fn(&Counted) -> f64, outlier: f64) -> Vec<Counted> {
    let stands_out = |at: usize| {
        let others: Vec<Counted> = [&months[..at], &months[at + 1..]].concat();
        let expected = rate(&others, &exposure) * exposure(&months[at]);
        let spread = Spread::of(&others, &exposure, false).dispersion().sqrt();
        let power = f64::from(months[at].0).powf(2.0 / 3.0) - expected.powf(2.0 / 3.0);
        expected > 0.0 && 1.5 * power / expected.powf(1.0 / 6.0) / spread > outlier
    };
    (0..months.len()).filter(|at| !stands_out(*at)).map(|at| months[at]).collect()
}

/// How many a unit of exposure has.
fn rate(months: &[Counted], exposure: impl Fn(&Counted) -> f64) -> f64 {
    let all: f64 = months.iter().map(exposure).sum();
    let count: f64 = months.iter().map(|(count, _)| f64::from(*count)).sum();
    if all > 0.0 { count / all } else { 0.0 }
}

fn length(months: &[Counted]) -> u32 {
    u32::try_from(months.len()).unwrap_or(u32::MAX)
}
