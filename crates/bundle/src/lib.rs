//! The batch: freeze → count → protect → typeset → publish, with a manifest; and verify.
//!
//! [`freeze`] makes the frozen record of an edition; [`make`] makes its files from that record alone, so the same
//! record gives the same bytes on any database; [`publish`] confirms them; [`verify`] makes them again and compares.
#![warn(missing_docs)]

mod brief;
mod catalogue;
mod chapters;
mod charts;
mod coded;
mod compose;
mod edition;
mod error;
mod files;
mod foresee;
mod freeze;
mod inside;
mod letters;
mod manifest;
mod method;
mod naming;
mod pack;
mod publish;
mod record;
mod tables;
mod verify;

pub use edition::{EditionFiles, Scope, Step, edition_files, frozen_on, published, typeset_input};
pub use error::Error;
pub use files::{Made, is_made, make};
pub use foresee::foresee;
pub use freeze::{FreezeFailure, Freezing, freeze};
pub use inside::{Audited, audit_frozen};
pub use letters::{letters, private_folder};
pub use manifest::{FileEntry, Manifest};
pub use pack::pack;
pub use publish::{Published, publish};
pub use record::{Frozen, Header};
pub use verify::{Difference, Verified, verify};

/// The version of this program, as manifests and colophons print it.
pub const SOFTWARE: &str = env!("CARGO_PKG_VERSION");
