//! Counts, trends, and the guard that decides which may be published.
//!
//! The promise: a number leaves this crate only as a [`Publishable`], and only the guard makes one. Records go
//! into a [`Tally`], which has no getter; [`protect`] takes the tally and gives a [`Publication`], in which
//! no protected cell follows from the published ones by adding, subtracting, or any linear combination of
//! them, nor by the bounds that sums of non-negative counts set (`guard.md`, "What safe means").
//!
//! How far this first guard goes: primary rules whole; elimination exact; bounds by propagation, also from a
//! supposed value, which is exact in one-way tables and may miss what a linear program finds in crossed ones; each organisation as an attacker by the
//! same bounds. Linear programs, integer witnesses and the sums between revisions are not here yet.
//!
//! The way of a count: [`Plan`] (which tables, data) → [`Tally`] (streaming, memory flat in the number of
//! records) → primary rules ([`Rules`]) → complementary protection over one model for all tables → look-ups
//! ([`Publication::figure`]), trends ([`Publication::change`]) and the file `tables.json` ([`Document`]).
//!
//! Pure: no I/O, no clock, no randomness; the same records and rules give the same publication.
#![warn(missing_docs)]

mod attack;
mod document;
mod need;
mod part;
mod plan;
mod primary;
mod protect;
mod publication;
mod publishable;
mod repair;
mod rules;
mod secondary;
mod space;
mod star;
mod tableau;
mod tally;
mod trend;

pub use document::{Document, Earlier, Fact, Titles, Unit};
pub use plan::{Column, Dimension, Kind, Level, Plan, PlanError, TOTAL, TablePlan};
pub use protect::protect;
pub use publication::{Cell, CellNumbers, Dropped, Leak, Publication, PublishedTable, Reason, Term};
pub use publishable::Publishable;
pub use rules::{Protection, Rules, Threshold, UnknownProtection, Zeros};
pub use star::{NO_CAUSE, NO_RIGHT, Topic, UNSTATED, target_dimension};
pub use tally::{Record, Tally, UnknownValue};
pub use trend::{Change, Direction, MIN_BASE_FOR_PERCENT, Share};
