//! The web service: filing, review, reading, administration, JSON API.
//!
//! `routes` shows the whole URL tree on one screen, with who may go where. Every request passes one door (`gate`):
//! it finds out who is there, refuses whoever may not enter, and turns every failure into a page in the reader's
//! language or into JSON. Pages are drawn on the server and work without scripts; no address of a client and nothing
//! a person wrote reaches a log.

mod access;
mod account;
mod administration;
mod api;
mod assets;
mod begins;
mod days;
mod editions;
mod error;
mod failure;
mod filing;
mod findings;
mod foreseen;
mod forums;
mod frame;
mod free_text;
mod gate;
mod home;
mod kept;
mod latest;
mod lexicon;
mod limits;
mod links;
mod log;
mod network;
mod organisation;
mod paging;
mod posted;
mod press;
mod problems;
mod qr;
mod queue;
mod reminders;
mod rising;
mod routes;
mod sealed;
mod secrets;
mod server;
mod signals;
mod signin;
mod similar;
mod site;
mod structural;
mod turns;
mod upload;
mod visit;
mod words;

pub use access::Access;
pub use administration::{LabelProblem, fit_label};
pub use error::Error;
pub use links::{LINK_DAYS, Maker, NewLink, OneTimeLink, make_link};
pub use press::{Foreseeing, Press};
pub use routes::{Public, table};
pub use secrets::{hash_of_token, new_token, password_hash};
pub use server::{Running, start};
pub use site::{DemoAccount, Settings, Site, Surroundings};
pub use structural::missing_text;
