//! Which signals say the same thing: for texts in Dutch, French and English with their tags, the nearest neighbours of
//! one and a proposal of clusters for all, each explained. It only proposes; people decide.
//!
//! A text becomes four bags: the concepts of the field that it names (the same in every language: [`Lexicon`]), the stems
//! of its words (of its own language), letters in fours (spelling, names and words that languages share), and the tags
//! that people gave it. Two texts are as alike as their bags, each weighed by how rare its content is.

mod bags;
mod clusters;
mod features;
mod index;
mod lexicon;
mod stems;
mod words;

pub use clusters::Clusters;
pub use index::{Index, Neighbour, Text, Why};
pub use lexicon::{BrokenLexicon, Lexicon};
