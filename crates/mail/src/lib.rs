//! Mails: what they say and how they leave.
//!
//! A mail carries no content: a link or a few counts, in the language of the account. What a person wrote stands in
//! none, neither names, nor titles, nor texts. This is the only crate that knows SMTP.

#![warn(missing_docs)]

mod mailer;
mod mails;
mod relay;
mod undelivered;

pub use mailer::{Log, Mailer, Patience};
pub use mails::{BatchStep, Counts, LinkFor, Mail};
pub use relay::{BadSetting, Relay, Sender};
pub use undelivered::Undelivered;
