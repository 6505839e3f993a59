//! The JSON API for programs of an organisation: the rules of the form, with codes where the form has sentences.
//!
//! A program shows the token of its organisation; what it files, sees and takes back is that organisation's. The
//! document at `/api/v1/openapi.json` is made from the types here, and `/api` shows it to people.

mod document;
mod follow_up;
mod json;
mod lists;
mod page;
mod problems;
mod sent;
mod submit;

pub use document::document;
pub use follow_up::{list, one, withdraw};
pub use lists::lists;
pub use page::page_of;
pub use problems::problems;
pub use submit::submit;
