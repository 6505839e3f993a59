//! Every sentence people read, in Dutch, French and English; dates, numbers and plurals.
//!
//! The sentences stand in `ftl/{nl,fr,en}/`, one file per subject: `lists` (labels of every code list), `problems`
//! (fields, and what is wrong with one), `command` (the command line), `bundle` (everything the bundle prints that
//! nobody wrote by hand), `mail` (every mail), and one for each part of the pages. Nothing here reads a file, a clock or the environment: the sentences are part of the
//! program.
//!
//! ```
//! use model::{Cause, Language};
//! use wording::{Wording, args};
//!
//! let wording = Wording::new(Language::Nl);
//! assert_eq!(wording.label(Cause::NotKnown), "Niet kennen");
//! assert_eq!(wording.say("count-signals", &args![count = 1_234]), "1.234 signalen");
//! ```
//!
//! A key that does not exist fails the tests of this crate, which read every `.rs` file of the workspace for
//! `say("…")`; where it should happen all the same, a debug build stops, and a release build shows the key between
//! `⟦` and `⟧`.

#![warn(missing_docs)]

mod catalog;
mod label;
mod locale;
mod parse;
mod value;
mod wording;

pub use label::Label;
pub use parse::{cell_code, field_of_header};
pub use value::{Args, Value};
pub use wording::Wording;
