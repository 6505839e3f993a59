//! The rules of protection, applied to cells.

pub use model::{Protection, Rules, Threshold, UnknownProtection, Zeros};

use crate::space::{Region, Space};

/// The threshold of a cell: the network's, or a higher one for what the cell names.
pub(crate) fn threshold_of(rules: &Rules, space: &Space, region: &Region) -> u64 {
    let applies =
        |t: &&Threshold| t.when.iter().all(|(dimension, codes)| space.names(region, dimension, codes));
    rules.thresholds.iter().filter(applies).map(|t| t.threshold).fold(rules.threshold, u64::max)
}
