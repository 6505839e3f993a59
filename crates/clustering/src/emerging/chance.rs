//! How likely a count is where nothing changed.
//!
//! Where two counts are Poisson with the same rate, one of them given their sum is binomial by the months of each
//! (Przyborowski and Wilenski, *Biometrika* 31, 1940). Where a series keeps its share in all filing, its count given all
//! sums is hypergeometric (Fisher's exact test). In both the unknown rate is gone, and with it the error of estimating it.
//! Months that differ more than Poisson counts do are taken as negative binomial, with a variance that is a constant times
//! the mean: given the same sums, the chance of a table is then the product of a negative binomial term for each of its
//! cells. All are summed exactly, by the ratio of neighbouring terms.

/// What share of mistakes the ranges allow, on each side.
const TAIL: f64 = 0.025;

/// Terms smaller than this beside the largest change no sum.
const NOTHING: f64 = 1e-40;

/// What was expected in a window, and by how much it was surpassed.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Compared {
    /// How many the past lets expect.
    pub expected: f64,
    /// From and to how many would be nothing special: what lies outside comes by chance in one of forty windows, on
    /// either side.
    pub usual: (u32, u32),
    /// The chance of as many or more where nothing changed.
    pub p: f64,
    /// How many times the expected; none where nothing was expected.
    pub factor: Option<f64>,
    /// Where that factor lies, with 95 % confidence; without an upper end where the past is empty.
    pub factor_range: (f64, Option<f64>),
}

/// A count in a window beside the count of the past.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Split {
    /// How many were in the window.
    pub observed: u32,
    /// How many were in the past.
    pub past: u32,
    /// What both are measured by.
    pub beside: Beside,
    /// The variance as a multiple of the mean, at least 1.
    pub dispersion: f64,
}

/// What counts are measured by, in the window and in the past.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Beside {
    /// So many months.
    Months(u32, u32),
    /// So many other signals.
    Others(u32, u32),
}

impl Beside {
    /// How much of the past the window is; none where one of them is empty.
    fn ratio(self) -> Option<f64> {
        let (Self::Months(now, before) | Self::Others(now, before)) = self;
        (now > 0 && before > 0).then(|| f64::from(now) / f64::from(before))
    }
}

impl Split {
    /// The chance of as many or more in the window where nothing changed; 1 where there is nothing to measure by.
    pub fn p(&self) -> f64 {
        if self.beside.ratio().is_some() { self.upper(1.0, self.observed) } else { 1.0 }
    }

    /// What was expected, and how far the count is from it.
    pub fn compared(&self) -> Compared {
        let Some(ratio) = self.beside.ratio() else {
            return Compared {
                expected: 0.0,
                usual: (0, 0),
                p: 1.0,
                factor: None,
                factor_range: (0.0, None),
            };
        };
        let expected = f64::from(self.past) * ratio;
        let low = || self.solve(|factor| self.upper(factor, self.observed) < TAIL);
        let high = || self.solve(|factor| 1.0 - self.upper(factor, self.observed + 1) >= TAIL);
        Compared {
            expected,
            usual: self.usual(expected),
            p: self.p(),
            factor: (expected > 0.0).then(|| f64::from(self.observed) / expected),
            factor_range: (if self.observed > 0 { low() } else { 0.0 }, (self.past > 0).then(high)),
        }
    }

    /// The counts of a window that the same test would find nothing in, on either side: a prediction interval by
    /// inverting the test, as Krishnamoorthy and Peng do (*Journal of Statistical Planning and Inference* 141, 2011).
    fn usual(&self, expected: f64) -> (u32, u32) {
        let with = |observed| Self { observed, ..*self };
        let middle = whole(expected);
        let mut from = middle;
        while from > 0 && 1.0 - with(from - 1).upper(1.0, from) > TAIL {
            from -= 1;
        }
        let mut to = middle;
        while with(to + 1).upper(1.0, to + 1) > TAIL {
            to += 1;
        }
        (from, to)
    }

    /// The factor up to which something holds, by halving.
    fn solve(&self, holds: impl Fn(f64) -> bool) -> f64 {
        let (mut low, mut high) = (-9.0_f64, 9.0_f64);
        for _ in 0..40 {
            let middle = f64::midpoint(low, high);
            if holds(middle.exp()) { low = middle } else { high = middle }
        }
        low.exp()
    }

    /// The chance of `least` or more in the window, where its rate is `factor` times that of the past, given all sums.
    fn upper(&self, factor: f64, least: u32) -> f64 {
        let terms = self.terms(factor);
        if least <= terms.from {
            return 1.0;
        }
        if least > terms.to {
            return 0.0;
        }
        // Terms rise to the mode and fall behind it: from there on, no sum grows too large.
        let (mut low, mut high) = (terms.from, terms.to);
        while low < high {
            let middle = low.midpoint(high);
            if terms.ratio(middle) > 1.0 { low = middle + 1 } else { high = middle }
        }
        let mode = low;
        let (mut all, mut tail) = (0.0, 0.0);
        let mut take = |k: u32, term: f64| {
            all += term;
            if k >= least {
                tail += term;
            }
            term > NOTHING
        };
        let (mut k, mut term) = (mode, 1.0);
        while take(k, term) && k < terms.to {
            term *= terms.ratio(k);
            k += 1;
        }
        (k, term) = (mode, 1.0);
        while k > terms.from {
            k -= 1;
            term /= terms.ratio(k);
            if !take(k, term) {
                break;
            }
        }
        tail / all
    }

    fn terms(&self, factor: f64) -> Terms {
        let sum = self.observed + self.past;
        let n = f64::from(sum);
        let excess = self.dispersion - 1.0;
        match self.beside {
            Beside::Months(now, before) => {
                let (now, before) = (f64::from(now), f64::from(before));
                let mean = n / (now + before);
                Terms {
                    from: 0,
                    to: sum,
                    n,
                    own: [mean * now * factor / excess, mean * before / excess],
                    odds: factor * now / before,
                    others: None,
                }
            }
            Beside::Others(now, before) => {
                let (in_window, in_past) = (self.observed + now, self.past + before);
                let all = f64::from(in_window + in_past);
                let mean = |row: f64, column: u32| row * f64::from(column) / all / excess;
                let rest = f64::from(now + before);
                Terms {
                    from: sum.saturating_sub(in_past),
                    to: sum.min(in_window),
                    n,
                    own: [mean(n, in_window) * factor, mean(n, in_past)],
                    odds: factor,
                    others: Some(Others {
                        in_window: f64::from(in_window),
                        in_past: f64::from(in_past),
                        sizes: [mean(rest, in_window), mean(rest, in_past)],
                    }),
                }
            }
        }
    }
}

/// How the chances of the counts of a window stand to each other, given the sums.
struct Terms {
    /// The least and the most that the window can have.
    from: u32,
    to: u32,
    /// Window and past together.
    n: f64,
    /// The sizes of the negative binomial counts of the window and of the past; infinite for Poisson counts.
    own: [f64; 2],
    /// The odds of window against past where counts are Poisson.
    odds: f64,
    others: Option<Others>,
}

/// What else was filed.
struct Others {
    /// Everything in the window and in the past.
    in_window: f64,
    in_past: f64,
    sizes: [f64; 2],
}

impl Terms {
    /// The chance of `k + 1` as a multiple of that of `k`.
    fn ratio(&self, k: u32) -> f64 {
        let k = f64::from(k);
        let is_poisson = !self.own[0].is_finite();
        let own = (self.n - k) / (k + 1.0)
            * if is_poisson { self.odds } else { (k + self.own[0]) / (self.n - k - 1.0 + self.own[1]) };
        let Some(others) = &self.others else { return own };
        let (window, past) = (others.in_window - k, others.in_past - self.n + k);
        own * window / (past + 1.0)
            * if is_poisson { 1.0 } else { (past + others.sizes[1]) / (window - 1.0 + others.sizes[0]) }
    }
}

/// The nearest whole number that is not negative.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is rounded, and a count")]
fn whole(number: f64) -> u32 {
    number.round().clamp(0.0, f64::from(u32::MAX / 4)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(observed: u32, past: u32, beside: Beside, dispersion: f64) -> Split {
        Split { observed, past, beside, dispersion }
    }

    fn months(observed: u32, past: u32, dispersion: f64) -> Split {
        split(observed, past, Beside::Months(1, 12), dispersion)
    }

    fn near(found: f64, known: f64) {
        assert!((found - known).abs() < 1e-9 * known.abs().max(1e-3), "{found}, not {known}");
    }

    fn choose(n: u32, k: u32) -> f64 {
        (0..k).fold(1.0, |c, i| c * f64::from(n - i) / f64::from(i + 1))
    }

    #[test]
    fn the_chance_by_months_is_binomial() {
        // P(X ≥ 3), X binomial with 4 tries of chance 1/4: 13/256.
        near(split(3, 1, Beside::Months(1, 3), 1.0).p(), 13.0 / 256.0);
        // P(X ≥ 12), 24 tries of chance 1/3, by the sum of its terms.
        let terms = (12_u32..=24).map(|k| choose(24, k) * 2_f64.powi(24 - k.cast_signed()) / 3_f64.powi(24));
        near(split(12, 12, Beside::Months(6, 12), 1.0).p(), terms.sum());
    }

    #[test]
    fn the_chance_by_share_is_that_of_fishers_exact_test() {
        // The lady tasting tea: 3 of her 4 right, of 8 cups: 17/70.
        near(split(3, 1, Beside::Others(1, 3), 1.0).p(), 17.0 / 70.0);
        let terms = (9_u32..=20).map(|k| choose(45, k) * choose(300, 29 - k) / choose(345, 29));
        near(split(9, 20, Beside::Others(36, 280), 1.0).p(), {
            let rest = (21_u32..=29).map(|k| choose(45, k) * choose(300, 29 - k) / choose(345, 29));
            terms.sum::<f64>() + rest.sum::<f64>()
        });
    }

    #[test]
    fn the_chance_is_beta_binomial_where_counts_vary_more() {
        // The mean of a month is 4/3 and the size (4/3) / (7/3 − 1) = 1: beta-binomial(4; 1, 2),
        // whose terms for 0 … 4 are 5, 4, 3, 2, 1 of 15.
        near(split(2, 2, Beside::Months(1, 2), 7.0 / 3.0).p(), 6.0 / 15.0);
        near(split(4, 0, Beside::Months(1, 2), 7.0 / 3.0).p(), 1.0 / 15.0);
    }

    #[test]
    fn others_that_vary_more_leave_more_to_chance_and_endless_others_are_as_months() {
        let others = |dispersion| split(9, 36, Beside::Others(20, 240), dispersion).p();
        assert!(others(1.0) < others(1.5) && others(1.5) < others(2.5));
        let endless = split(9, 36, Beside::Others(1_000_000, 12_000_000), 1.5).p();
        assert!((endless - months(9, 36, 1.5).p()).abs() < 1e-3 * endless);
    }

    #[test]
    fn more_signals_and_less_spread_leave_less_to_chance() {
        let p = |observed, dispersion| months(observed, 36, dispersion).p();
        assert!((1..30).all(|count| p(count + 1, 1.0) < p(count, 1.0)));
        assert!(p(9, 1.0) < p(9, 1.3) && p(9, 1.3) < p(9, 2.0));
        assert!(months(30_000, 120_000, 1.0).p() < 1e-12, "no sum overflows");
        assert!(split(9_000, 50_000, Beside::Others(20_000, 240_000), 1.2).p() < 1e-12);
    }

    #[test]
    fn the_range_of_the_factor_is_that_of_the_exact_test() {
        // Clopper and Pearson for 10 of 40 are 0.12691 and 0.41196: as odds, times twelve months.
        let compared = months(10, 30, 1.0).compared();
        let (low, high) = compared.factor_range;
        assert!((low - 0.126_91 / (1.0 - 0.126_91) * 12.0).abs() < 2e-3, "{low}");
        assert!((high.unwrap() - 0.411_96 / (1.0 - 0.411_96) * 12.0).abs() < 2e-3, "{high:?}");
        assert_eq!(compared.factor, Some(4.0));
    }

    #[test]
    fn what_is_usual_is_what_the_test_finds_nothing_in() {
        let compared = months(9, 36, 1.0).compared();
        assert!((compared.expected - 3.0).abs() < 1e-12);
        let (from, to) = compared.usual;
        assert!(from <= 3 && to >= 3);
        assert!(months(to, 36, 1.0).p() > TAIL && months(to + 1, 36, 1.0).p() <= TAIL);
    }

    #[test]
    fn a_window_in_which_nobody_else_filed_says_nothing() {
        near(split(3, 12, Beside::Others(0, 120), 1.0).p(), 1.0);
        assert_eq!(split(0, 12, Beside::Others(0, 120), 1.0).compared().factor, None);
    }
}
