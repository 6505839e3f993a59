//! Throw-away databases, builders, a fixed clock and a mail server for the tests of the other crates.
//!
//! Every storage test runs on both databases from one definition: [`on_both`].
#![expect(clippy::expect_used, clippy::panic, reason = "a test that cannot be set up has to fail, loudly")]

mod databases;
mod mail_server;
mod surroundings;
mod world;

pub use databases::{Database, on_both, on_each_database};
pub use mail_server::{Arrived, MailServer};
pub use surroundings::{surroundings, surroundings_on, today};
pub use world::{code, localised, month, network, structural_signal, submission};
