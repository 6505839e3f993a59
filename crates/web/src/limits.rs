//! How many requests one client may make: counted in memory, by a hash that is salted anew each day. No address is kept.

use std::num::NonZeroU32;
use std::sync::Mutex;
use std::time::Duration;

use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::secrets::keyed;
use crate::site::{Settings, Surroundings};

/// What is counted apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Limited {
    /// Any request.
    Request,
    /// A password, a code or a link that was tried, by client.
    Attempt,
    /// A link to agree by that counts no more, by client: an office that opens one again can still sign in.
    AgreementLink,
    /// A password or code tried for one account by one client.
    Account,
    /// A password or code tried for one account, by whomever.
    Everywhere,
    /// A one-time code tried for one account, by whomever: whoever gets so far knows the password.
    Code,
    /// A mail that somebody asked for without signing in, by address.
    Mail,
}

/// The counters.
pub struct Limits {
    requests: Option<DefaultKeyedRateLimiter<[u8; 16]>>,
    attempts: DefaultKeyedRateLimiter<[u8; 16]>,
    agreement_links: DefaultKeyedRateLimiter<[u8; 16]>,
    accounts: DefaultKeyedRateLimiter<[u8; 16]>,
    everywhere: DefaultKeyedRateLimiter<[u8; 16]>,
    codes: DefaultKeyedRateLimiter<[u8; 16]>,
    mails: DefaultKeyedRateLimiter<[u8; 16]>,
    key: [u8; 32],
    counted: Mutex<u32>,
}

/// After so many counts the counters of clients that went away are dropped.
const TIDY: u32 = 4096;
/// How often one address is mailed a link that anybody may ask for.
const MAILS_PER_HOUR: NonZeroU32 = NonZeroU32::MIN.saturating_add(2);

impl Limits {
    /// Counters under a key of this start.
    pub fn new(settings: &Settings, surroundings: &Surroundings) -> Self {
        let mut key = [0; 32];
        (surroundings.random)(&mut key);
        let requests = NonZeroU32::new(settings.requests_per_minute)
            .map(|many| RateLimiter::keyed(Quota::per_minute(many)));
        Self {
            requests,
            attempts: RateLimiter::keyed(per_minute(20)),
            agreement_links: RateLimiter::keyed(per_minute(20)),
            accounts: RateLimiter::keyed(per_minute(6)),
            everywhere: RateLimiter::keyed(per_minute(60)),
            codes: RateLimiter::keyed(codes()),
            mails: RateLimiter::keyed(Quota::per_hour(MAILS_PER_HOUR)),
            key,
            counted: Mutex::new(0),
        }
    }

    /// Counts one; where it is too many, the seconds to wait. `who` is hashed with the day at once.
    pub fn count(&self, what: Limited, who: &str, day: i64) -> Result<(), u64> {
        let limiter = match what {
            Limited::Request => match &self.requests {
                Some(limiter) => limiter,
                None => return Ok(()),
            },
            Limited::Attempt => &self.attempts,
            Limited::AgreementLink => &self.agreement_links,
            Limited::Account => &self.accounts,
            Limited::Everywhere => &self.everywhere,
            Limited::Code => &self.codes,
            Limited::Mail => &self.mails,
        };
        self.tidy();
        let hash = keyed(&self.key, &[&day.to_be_bytes(), who.as_bytes()]);
        let mut short = [0; 16];
        short.copy_from_slice(&hash[..16]);
        limiter.check_key(&short).map_err(|until| {
            until.wait_time_from(DefaultClock::default().now()).max(Duration::from_secs(1)).as_secs()
        })
    }

    fn tidy(&self) {
        let Ok(mut counted) = self.counted.lock() else { return };
        *counted += 1;
        if *counted < TIDY {
            return;
        }
        *counted = 0;
        drop(counted);
        let always = [&self.attempts, &self.accounts, &self.everywhere, &self.codes, &self.mails];
        for limiter in self.requests.iter().chain(always) {
            limiter.retain_recent();
            limiter.shrink_to_fit();
        }
    }
}

fn per_minute(many: u32) -> Quota {
    Quota::per_minute(positive(many))
}

/// Ten codes at once, and twelve an hour after that: with three of a million right at any moment, whoever knows the
/// password and tries a day without rest is in with less than one chance in a thousand.
fn codes() -> Quota {
    Quota::per_hour(positive(12)).allow_burst(positive(10))
}

fn positive(many: u32) -> NonZeroU32 {
    NonZeroU32::new(many).unwrap_or(NonZeroU32::MIN)
}
