//! The program as people run it, from the command line; one test program, because linking takes longer than the tests.
#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may stop at the first surprise")]

mod demo;
mod due;
mod edition;
mod figures;
mod import;
mod mails;
mod pdf;
mod protect;
mod run;
mod service;
mod world;
