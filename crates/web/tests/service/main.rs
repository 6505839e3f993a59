//! The service as its people meet it: a real server on a loopback port, and actors who send requests.

#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test stops where it cannot go on"
)]

mod access;
mod account;
mod actor;
mod agreement;
mod api;
mod bulk;
mod by_link;
mod completing;
mod desks;
mod editions;
mod evidence;
mod filing;
mod foreseen;
mod form;
mod forums;
mod kept;
mod lexicon;
mod mails;
mod moves;
mod problems;
mod review;
mod rising;
mod sealed;
mod signals;
mod similar;
mod structural;
mod upload;
mod world;
