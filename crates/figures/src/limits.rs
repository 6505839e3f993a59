//! How much the guard may do.

use crate::tableau::Stopped;

/// How much the guard may do before it gives up; giving up means unsafe.
pub struct Limits<'a> {
    /// Linear programmes. A number, so that the same plan gives the same publication everywhere.
    pub programs: u64,
    /// Asked before each programme; what was not certified by the time it says yes is not published.
    pub stop: &'a dyn Fn() -> bool,
}

impl Limits<'static> {
    /// A million programmes, and no other limit.
    pub const DEFAULT: Self = Self { programs: 1_000_000, stop: &|| false };
}

/// What was done of what may be.
pub(crate) struct Budget<'a> {
    limits: &'a Limits<'a>,
    spent: u64,
    over: bool,
}

impl<'a> Budget<'a> {
    pub(crate) const fn new(limits: &'a Limits<'a>) -> Self {
        Self { limits, spent: 0, over: false }
    }

    /// One programme more, where it may be.
    pub(crate) fn spend(&mut self) -> Result<(), Stopped> {
        self.over |= self.spent >= self.limits.programs || (self.limits.stop)();
        if self.over {
            return Err(Stopped::Limit);
        }
        self.spent += 1;
        Ok(())
    }

    /// Programmes run.
    pub(crate) const fn spent(&self) -> u64 {
        self.spent
    }

    /// Whether more would have been needed than may be.
    pub(crate) const fn is_over(&self) -> bool {
        self.over
    }
}
