//! An edition as HTML, and every chart as SVG, the same for page and PDF.
//!
//! [`document`] is what an edition prints, word by word; [`page`] makes its pages.
//!
//! One function per kind of chart: [`charts::bars`], [`charts::change`], [`charts::zone_map`],
//! [`charts::municipality_map`], [`charts::small_multiples`]. Each draws only [`figures::Publishable`] counts and
//! refuses the whole chart where one of them is protected. [`alt`] says in words what a chart shows. The colours
//! are those of [`palette`], shared with the templates.
//!
//! Pure: the same values give the same bytes.
#![warn(missing_docs)]

pub mod alt;
pub mod charts;
pub mod document;
pub mod page;
pub mod palette;

mod advances;
mod scene;
mod text;
