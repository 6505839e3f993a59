//! Throw-away databases, builders and a fixed clock for the tests of the other crates.
//!
//! Every storage test runs on both databases from one definition: [`on_both`].
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot be set up has to fail, loudly")]

mod databases;
mod surroundings;
mod world;

pub use databases::{Database, on_both, on_each_database};
pub use surroundings::{surroundings, surroundings_on, today};
pub use world::{code, month, network, structural_signal, submission};
