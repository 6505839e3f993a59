//! The store on both databases, one file per file of `src`; one program, because linking two databases takes longer than the tests.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod events;
mod freeze;
mod imports;
mod network;
mod raw;
mod retention;
mod schema;
mod transfer;
mod writer;
