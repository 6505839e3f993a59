//! What an attacker may not be able to rule out (`guard.md`, "What safe means").

use crate::primary::{Count, Verdict};
use crate::rules::{Protection, Rules};

/// Who attacks: everybody who reads, or an organisation that also knows what it filed.
pub(crate) type Attacker = Option<usize>;

/// The counts of a protected cell that must stay possible for an attacker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// As small as `down` and as large as `up`. Instead of `down` it will do that nothing below `above` is
    /// possible, if a count of at most `loose` is.
    Range { down: i64, up: i64, above: i64, loose: i64 },
    /// Two counts so far apart.
    Width(i64),
}

impl Need {
    /// What a protected cell needs against an attacker; nothing, where the rules ask for nothing.
    ///
    /// For an organisation the rule is on what the others contribute: `own` is added to each bound.
    pub(crate) fn of(rules: &Rules, count: &Count, primary: bool, attacker: Attacker) -> Option<Self> {
        match rules.protection {
            Protection::Exact => return None,
            Protection::Width(_) | Protection::Interval if !primary => return None,
            Protection::Width(width) => {
                return attacker.is_none().then(|| Self::Width(i64::try_from(width).unwrap_or(i64::MAX)));
            }
            Protection::Interval | Protection::Safe => {}
        }
        let smallest = rules.smallest();
        let network = i64::try_from(rules.threshold).unwrap_or(i64::MAX);
        let threshold = count.threshold.max(network);
        let Some(organisation) = attacker else {
            // So is what is protected for its filers alone, and what would tell of the few signals by which it differs from
            // an earlier statement about the same months.
            let vague = count.verdict == Verdict::Concentrated || (primary && count.verdict == Verdict::Open);
            return Some(Self::Range {
                down: smallest,
                up: if vague { threshold.max((count.total * 12 + 9) / 10) } else { threshold },
                above: count.threshold,
                loose: if vague { count.total * 8 / 10 } else { i64::MAX },
            });
        };
        let own = count.own(organisation);
        Some(Self::Range {
            down: smallest + own,
            up: threshold + own,
            above: count.threshold + own,
            loose: i64::MAX,
        })
    }
}
