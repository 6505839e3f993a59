//! What the guard promises, tried from outside the crate.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod attacked;
mod document;
mod named;
mod network;
mod plan;
mod primary_rules;
mod properties;
mod requests;
mod star;
mod subtraction;
mod trends;
mod world;
