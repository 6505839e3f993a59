//! The store on both databases, one file per file of `src`; one program, because linking two databases takes longer than the tests.
#![expect(clippy::unwrap_used, reason = "a test may stop at the first surprise")]

mod accounts;
mod by_link;
mod cards;
mod decide;
mod digest;
mod drafts;
mod events;
mod evidence;
mod follow_up;
mod forums;
mod freeze;
mod hand_over;
mod imports;
mod keys;
mod known;
mod lexicon;
mod links;
mod messages;
mod network;
mod organisations;
mod people;
mod raw;
mod retention;
mod review;
mod rising;
mod schema;
mod sessions;
mod signal_file;
mod standings;
mod submit;
mod tokens;
mod trace;
mod transfer;
mod workbench;
mod writer;
