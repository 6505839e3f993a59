//! Which signals say the same thing: for texts in Dutch, French and English with their tags, the nearest neighbours of
//! one and a proposal of clusters for all, each explained. It only proposes; people decide.
//!
//! A text is read through the [`Lexicon`]: the concepts of the field and everyday words that it names, the same in every
//! language, and the themes that these go with. To that come the stems of its words and the tags that people gave it.
//! Two texts are alike by what they share, the rarer the more, and by what their nearest say of both.
//!
//! Beside it, in [`emerging`]: which problem is filed more often than before, beyond chance.
//!
//! Pure: nothing is read, stored, drawn or logged, and the same texts give the same answers in any order.
#![warn(missing_docs)]

mod bags;
mod clusters;
mod common;
pub mod emerging;
mod features;
mod index;
mod lexicon;
mod listed;
mod neighbours;
mod reading;
mod searching;
mod stems;
mod tables;
mod terms;
mod themes;
mod vectors;
mod words;

pub use bags::Text;
pub use clusters::Clusters;
pub use index::Index;
pub use lexicon::{Lexicon, OF_NETWORK};
pub use listed::{Concept, NetworkWord, WrongTerm, owned_term};
pub use neighbours::{Neighbour, Why};
pub use searching::Searching;
pub use tables::BrokenLexicon;
