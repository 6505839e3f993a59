//! Randomness from a seed, and a day that does not pass.

use chrono::NaiveDate;
use rand::{Rng, SeedableRng};
use rand_chacha::ChaCha8Rng;
use store::Surroundings;

/// The day of every test.
pub fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 1, 15).expect("a day of the calendar")
}

/// Surroundings that draw everything random from this seed.
pub fn surroundings(seed: u64) -> Surroundings {
    surroundings_on(seed, today())
}

/// The same, on another day.
pub fn surroundings_on(seed: u64, day: NaiveDate) -> Surroundings {
    let mut random = ChaCha8Rng::seed_from_u64(seed);
    Surroundings { random: Box::new(move |bytes| random.fill_bytes(bytes)), today: Box::new(move || day) }
}
