//! Counts, trends, and the guard that decides which may be published.
//!
//! The promise: a number leaves this crate only as a [`Publishable`], and only the guard makes one. Records go
//! into a [`Tally`], which has no getter; [`protect`] takes the tally and gives a [`Publication`], in which
//! for every protected cell, whoever reads it and each organisation that filed must reckon with nothing and with a
//! large count: there are whole-number tables that agree with everything published ([`Witnesses`]) and show both
//! (`guard.md`, "What safe means").
//!
//! How far it goes: everything that one edition publishes, attackers A0, A1, A2 and A4; and beside the earlier editions
//! that share months with it, laid on top of each other, A3 (and each organisation, where the months are the same).
//!
//! The way of a count: [`Plan`] (which tables, data) → [`Tally`] (streaming, memory flat in the number of
//! records) → primary rules ([`Rules`]) → complementary protection over one model for all tables → look-ups
//! ([`Publication::figure`]), trends ([`Publication::change`]) and the file `tables.json` ([`Document`]). A plan with
//! its records in one file is a [`Request`].
//!
//! Pure: no I/O, no clock, no randomness; the same records and rules give the same publication.
#![warn(missing_docs)]

mod acyclic;
mod attack;
mod beside;
mod document;
mod engine;
mod feasible;
#[cfg(feature = "highs")]
mod highs;
mod limits;
mod named;
mod need;
mod outlook;
mod part;
mod plan;
mod primary;
mod protect;
mod publication;
mod publishable;
mod repair;
mod request;
mod restate;
mod rules;
mod secondary;
mod space;
mod star;
mod stretches;
mod tableau;
mod tally;
mod together;
mod trend;
mod universe;
mod witness;

pub use document::{Document, Earlier, Fact, Titles, Unit};
pub use limits::Limits;
pub use outlook::{Foreseen, Foresight, Outlook, Rule, outlook, outlook_without_costs};
pub use plan::{Column, Dimension, Kind, Level, Plan, PlanError, TOTAL, TablePlan};
pub use protect::{protect, protect_within};
pub use publication::{Cell, CellNumbers, Dropped, Leak, Publication, PublishedTable, Reason, Term, Why};
pub use publishable::Publishable;
pub use request::{Answer, Audit, Request, RequestError};
pub use rules::{Protection, Rules, Threshold, UnknownProtection, Zeros};
pub use star::{NO_CAUSE, NO_RIGHT, Topic, UNSTATED, target_dimension};
pub use tally::{Record, Tally, UnknownValue};
pub use trend::{Change, Direction, MIN_BASE_FOR_PERCENT, Share};
pub use witness::Witnesses;
