//! Drawing: one of several, by weight, from a seeded source.

use rand::RngExt;
use rand_chacha::ChaCha8Rng;

/// Numbers drawn in proportion to their weights.
#[derive(Debug, Clone)]
pub(crate) struct Weighted {
    ends: Vec<u32>,
}

impl Weighted {
    pub(crate) fn new(weights: impl IntoIterator<Item = u32>) -> Self {
        let ends = weights.into_iter().scan(0u32, |sum, weight| {
            *sum = sum.saturating_add(weight);
            Some(*sum)
        });
        Self { ends: ends.collect() }
    }

    /// The place of one of the weights; 0 where all are 0.
    pub(crate) fn draw(&self, rng: &mut ChaCha8Rng) -> usize {
        let total = self.ends.last().copied().unwrap_or(0);
        if total == 0 {
            return 0;
        }
        let at = rng.random_range(0..total);
        self.ends.partition_point(|end| *end <= at)
    }
}

/// Whether something happens that does so this often in a hundred.
pub(crate) fn happens(rng: &mut ChaCha8Rng, percent: u32) -> bool {
    rng.random_range(0..100) < percent
}

/// One of the items; `None` of none.
pub(crate) fn one<'a, T>(rng: &mut ChaCha8Rng, items: &'a [T]) -> Option<&'a T> {
    if items.is_empty() { None } else { items.get(rng.random_range(0..items.len())) }
}

/// Each of the items with this chance, at most `most`, in their order.
pub(crate) fn some<T: Copy>(rng: &mut ChaCha8Rng, items: &[T], percent: u32, most: usize) -> Vec<T> {
    items.iter().copied().filter(|_| happens(rng, percent)).take(most).collect()
}
