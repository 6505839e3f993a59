//! Randomness and the date: the real ones, or those of the demo, which are always the same.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use model::{Month, MonthError};
use rand::{Rng, SeedableRng, TryRng};
use rand_chacha::ChaCha20Rng;
use store::Surroundings;

/// Random numbers of the operating system, and today's date (UTC).
pub fn real() -> Surroundings {
    Surroundings {
        random: Box::new(|bytes: &mut [u8]| {
            // Without randomness nothing may be stored: ids and keys would repeat.
            if rand::rngs::SysRng.try_fill_bytes(bytes).is_err() {
                crate::console::complain("the operating system gives no random numbers");
                std::process::abort();
            }
        }),
        today: Box::new(today),
    }
}

/// The demo's: from a fixed seed, on the day that the demo says it is, so that the same version gives the same bytes.
pub fn fixed(seed: u64, day: Arc<Mutex<NaiveDate>>) -> Surroundings {
    let mut random = ChaCha20Rng::seed_from_u64(seed);
    Surroundings {
        random: Box::new(move |bytes: &mut [u8]| random.fill_bytes(bytes)),
        today: Box::new(move || *day.lock().unwrap_or_else(PoisonError::into_inner)),
    }
}

/// Today's date (UTC).
#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
pub fn today() -> NaiveDate {
    DateTime::<Utc>::from(std::time::SystemTime::now()).date_naive()
}

/// The current month: nothing is observed after it. An error where the clock stands outside 1900 to 2199.
pub fn this_month() -> Result<Month, MonthError> {
    let today = today();
    Month::new(today.year(), today.month())
}
