//! Rights, with who decides and who applies.

use serde::{Deserialize, Serialize};

use crate::authority::Authority;
use crate::code::Code;
use crate::language::Localised;
use crate::month::Month;

/// A right in the network's list; the list is data that coordinators extend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Right {
    /// The code, never reused.
    pub code: Code,
    /// The label people read.
    pub label: Localised,
    /// Who decides on the right: makes its rules.
    pub decides: Vec<Authority>,
    /// Who applies it: decides on one request.
    pub applies: Vec<Authority>,
    /// The legal basis, as cited in print; empty where none is recorded.
    #[serde(default)]
    pub legal_basis: Localised,
    /// The month since which this description holds.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub valid_from: Option<Month>,
}
