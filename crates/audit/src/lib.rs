//! What a stranger can work out from what is published.
//!
//! The second pair of eyes of the guard (`guard.md`): it reads what is published and nothing else, shares no code and no model
//! with the crate that protects, and attacks with linear programmes of a floating-point library. A [`Finding`] is a
//! protected count that can be narrowed down too far, with the published counts that give it away.
//!
//! The model: one unknown for each finest cell of each table; tables that share dimensions agree on what they share; editions
//! that share months share the unknowns of those months. Where the tables form a cycle that is not enough, and
//! the full cross of their dimensions is added; where that is too large, the audit refuses ([`Refused`]) and never says
//! that all is well.
//!
//! [`attack`] is that of somebody outside. [`Frozen`] is the same with the records that were counted: every count again,
//! every organisation as an attacker, and the tables that were kept as proof, added up.
//!
//! [`printed`] reads everything else that is published, as bytes: each number printed in a PDF, a page or a sheet, and each
//! length and shade of a chart, must be a published count or no count at all; what cannot be read is refused.
//!
//! Pure: no I/O, no clock, no randomness.
#![warn(missing_docs)]

mod atoms;
mod attack;
mod company;
mod frozen;
mod months;
mod printed;
mod published;
mod unknowns;

// The random plans of the tests name this crate as anybody would.
#[cfg(all(test, feature = "highs"))]
extern crate self as audit;

pub use attack::{Finding, Refused, Report, Statement, Term, attack};
pub use frozen::{Frozen, Inside, Witnesses, Wrong};
pub use months::Month;
pub use printed::{Kind, Printed, Stray, Why, printed};
pub use published::{Cell, Dimension, Fact, Own, Period, Published, Rules, Table, Threshold};
