//! Domains of life that signals are about, and the groups they belong to.

use serde::{Deserialize, Serialize};

use crate::code::{Code, closed_list};
use crate::language::Localised;

closed_list! {
    /// A group of domains: the coarser form in which figures are published when the finer one must be protected.
    DomainGroup {
        /// Housing, energy, material needs.
        Living = "living",
        /// Residence status, access to services, language, digital access.
        Rights = "rights",
        /// Child rights, education, childcare and family support, violence and safety.
        Family = "family",
        /// Health care, mental health.
        Health = "health",
        /// Income and debts, work.
        Income = "income",
    }
}

/// The codes of the three domains that every network has and that nobody can retire.
pub const GIVEN_DOMAINS: [&str; 3] = ["housing", "residence-status", "child-rights"];

/// A domain in the network's list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Domain {
    /// The code, never reused.
    pub code: Code,
    /// The group it belongs to.
    pub group: DomainGroup,
    /// The label people read, in nl and fr at least.
    pub label: Localised,
    /// Retired: no new signal may bear it, old ones keep it.
    #[serde(default)]
    pub retired: bool,
}

impl Domain {
    /// Whether it is one of the three given domains.
    pub fn is_given(&self) -> bool {
        GIVEN_DOMAINS.contains(&self.code.as_str())
    }
}
