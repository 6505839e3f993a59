//! What a new table must stand beside: the earlier editions about the same months, and all that share some.

use model::Period;

use crate::document::Earlier;
use crate::limits::Limits;
use crate::publication::PublishedTable;
use crate::rules::{Protection, Rules};
use crate::secondary::Refusal;
use crate::stretches::{Stretches, connected};
use crate::tally::Tally;
use crate::together::{Conflict, Together};

/// The earlier editions, in each company in which somebody may suppose that nothing was corrected: those about the very
/// same months; the newest revision of each other one; and all that share months. Where the last refute themselves, the
/// first may still hold.
pub(crate) struct Beside<'a> {
    companies: Vec<Together<'a>>,
    /// Whether some cannot be read side by side: then nothing is let in.
    unreadable: bool,
}

impl<'a> Beside<'a> {
    pub(crate) fn new(
        tally: &'a Tally,
        rules: &'a Rules,
        period: Period,
        earlier: &[Earlier],
        limits: &'a Limits<'a>,
    ) -> Self {
        let mut beside = Self { companies: Vec::new(), unreadable: false };
        if rules.protection != Protection::Safe {
            return beside;
        }
        let periods: Vec<Period> =
            std::iter::once(period).chain(earlier.iter().map(Earlier::period)).collect();
        let sharing: Vec<&Earlier> =
            connected(&periods).iter().skip(1).filter_map(|at| earlier.get(at - 1)).collect();
        let same: Vec<&Earlier> = sharing.iter().copied().filter(|e| e.period() == period).collect();
        let superseded = |old: &Earlier| {
            old.period() == period
                || sharing.iter().any(|e| e.edition() == old.edition() && e.revision() > old.revision())
        };
        let newest: Vec<&Earlier> = sharing.iter().copied().filter(|old| !superseded(old)).collect();
        let mut companies: Vec<Vec<&Earlier>> = Vec::new();
        for company in [same, newest, sharing] {
            let is = |other: &Vec<&Earlier>| {
                other.len() == company.len() && other.iter().zip(&company).all(|(a, b)| std::ptr::eq(*a, *b))
            };
            if !company.is_empty() && !companies.iter().any(is) {
                companies.push(company);
            }
        }
        for company in companies {
            let periods: Vec<Period> =
                std::iter::once(period).chain(company.iter().map(|e| e.period())).collect();
            match Together::new(tally, rules, Stretches::new(&periods), &company, limits) {
                Some(together) => beside.companies.push(together),
                None => beside.unreadable = true,
            }
        }
        beside
    }

    /// The cells of a table, by place, that must be closed for it to stand beside the earlier editions, as far as
    /// `closable` allows; none, where it may stand as it is.
    pub(crate) fn admit(
        &mut self,
        kept: &[PublishedTable],
        table: &PublishedTable,
        closable: impl Fn(usize) -> bool,
    ) -> Result<Vec<usize>, Refusal> {
        if self.unreadable {
            return Err(Refusal::NotSafe);
        }
        let tables: Vec<&PublishedTable> = kept.iter().chain([table]).collect();
        for company in &mut self.companies {
            match company.admit(&tables, &closable) {
                Ok(()) => {}
                Err(Conflict::Close(cells)) => return Ok(cells),
                Err(Conflict::Refused) => return Err(Refusal::NotSafe),
            }
        }
        Ok(Vec::new())
    }

    /// How many programmes were run.
    pub(crate) fn programs(&self) -> u64 {
        self.companies.iter().map(Together::programs).sum()
    }

    /// Whether a limit was reached.
    pub(crate) fn was_limited(&self) -> bool {
        self.companies.iter().any(Together::was_limited)
    }
}
