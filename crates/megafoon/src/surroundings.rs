//! Randomness and the date: the real ones, or those of the demo, which are always the same.

use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use model::{Month, MonthError};
use rand::{Rng, SeedableRng, TryRng};
use rand_chacha::ChaCha20Rng;
use store::Surroundings;

/// Random numbers of the operating system, and today's date (UTC).
pub fn real() -> Surroundings {
    Surroundings { random: Box::new(random), today: Box::new(today) }
}

/// The web service's: random numbers and the time of day; what it tells the operator goes to standard error.
pub fn service() -> web::Surroundings {
    web::Surroundings {
        now: Box::new(now),
        random: Box::new(random),
        log: Box::new(crate::console::complain),
    }
}

/// Random numbers of the operating system.
pub fn random(bytes: &mut [u8]) {
    // Without randomness nothing may be stored: ids and keys would repeat.
    if rand::rngs::SysRng.try_fill_bytes(bytes).is_err() {
        crate::console::complain("the operating system gives no random numbers");
        std::process::abort();
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
pub fn today() -> NaiveDate {
    clock().date_naive()
}

/// Unix seconds.
pub fn now() -> i64 {
    clock().timestamp()
}

#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
fn clock() -> DateTime<Utc> {
    DateTime::<Utc>::from(std::time::SystemTime::now())
}

/// The current month: nothing is observed after it. An error where the clock stands outside 1900 to 2199.
pub fn this_month() -> Result<Month, MonthError> {
    let today = today();
    Month::new(today.year(), today.month())
}
