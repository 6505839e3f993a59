//! The charts of an edition, one function per kind.
//!
//! A chart is drawn only where every one of its counts may be published. Everything that people read in it comes
//! from the caller, in the reader's language: a count as [`Figure`], the count for its length or shade beside the
//! words that say it. No colour says anything that a number, a shape or a place does not say too.

use figures::Publishable;
use model::Language;

mod bars;
mod change;
mod multiples;
mod municipalities;
mod tiles;
mod zones;

#[cfg(test)]
pub(crate) mod check;

pub use bars::{Bar, Bars, bars};
pub use change::{Change, Shift, change};
pub use multiples::{Group, SmallMultiples, small_multiples};
pub use municipalities::{MunicipalityMap, municipality_map};
pub use tiles::{Shades, Tile};
pub use zones::{ZoneMap, zone_map};

/// The words of a chart as an image, for those who do not see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The finding, in one line.
    pub title: String,
    /// What the chart shows, with its figures.
    pub description: String,
    /// The language of every word of the chart.
    pub language: Language,
}

/// A count, and how the reader's language writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    /// What decides a length or a shade.
    pub value: Publishable,
    /// What is printed.
    pub text: String,
}

impl Figure {
    /// A count with its words.
    pub fn new(value: Publishable, text: impl Into<String>) -> Self {
        Self { value, text: text.into() }
    }

    pub(crate) fn count(&self) -> Result<u64, NoChart> {
        self.value.count().ok_or(NoChart::Protected)
    }
}

/// How wide a chart is drawn. It may be scaled, but its letters with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Width {
    /// The text column of the page: 346 pt.
    Column,
    /// The whole width of the page: 482 pt.
    Page,
    /// A narrow screen: 236 pt, so that the letters stay readable where the chart fills a telephone.
    Phone,
}

impl Width {
    /// The width in points.
    pub const fn points(self) -> f64 {
        match self {
            Self::Column => 346.0,
            Self::Page => 482.0,
            Self::Phone => 236.0,
        }
    }
}

/// Why there is no chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoChart {
    /// One of its counts is protected, and a chart appears only where its whole table is published.
    Protected,
    /// It has nothing to show.
    Empty,
    /// A map lacks one of its tiles.
    Incomplete,
}

impl std::fmt::Display for NoChart {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Protected => "no chart: one of its counts is protected",
            Self::Empty => "no chart: nothing to show",
            Self::Incomplete => "no chart: a tile of the map is missing",
        })
    }
}

impl std::error::Error for NoChart {}

/// Sizes and weights of the words in charts.
mod style {
    use crate::scene::Style;
    use crate::text::Weight;

    pub const LABEL: Style = Style::new(9.5, Weight::Regular);
    pub const STRONG: Style = Style::new(9.5, Weight::Semibold);
    pub const SMALL: Style = Style::new(8.5, Weight::Regular);
    pub const TINY: Style = Style::new(7.5, Weight::Regular);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::check::figures;
    use super::*;

    fn one(label: &str, words: Words) -> String {
        let row = Bar { label: label.to_owned(), figure: figures(&[50]).remove(0), leads: false };
        bars(&Bars { words, width: Width::Column, axis: None, rows: vec![row] }).unwrap()
    }

    #[test]
    fn the_same_chart_is_the_same_bytes() {
        let expected = concat!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" role="img" lang="nl" xml:lang="nl" width="346pt" height="21pt" "##,
            r##"viewBox="0 0 346 21" font-family="'Source Sans 3', sans-serif"><title>De bevinding</title>"##,
            r##"<desc>De cijfers</desc><text x="0" y="12.18" font-size="9.5" fill="#17252b">Werk</text>"##,
            r##"<rect x="29" y="3" width="302.25" height="14" fill="#2f7d8c"/>"##,
            r##"<text x="336.25" y="13.23" font-weight="600" font-size="9.5" fill="#17252b">50</text>"##,
            r##"<line x1="29" y1="0" x2="29" y2="20" stroke="#4f6067" stroke-width="0.75"/></svg>"##,
        );
        assert_eq!(one("Werk", check::words()), expected);
    }

    #[test]
    fn a_chart_is_an_image_with_a_title_and_a_description_in_its_language() {
        let words =
            Words { title: "Constat".into(), description: "Les chiffres".into(), language: Language::Fr };
        let svg = one("Emploi", words);
        let document = roxmltree::Document::parse(&svg).unwrap();
        let image = document.root_element();
        assert_eq!((image.attribute("role"), image.attribute("lang")), (Some("img"), Some("fr")));
        let said =
            |name: &str| image.children().find(|node| node.has_tag_name(name)).and_then(|node| node.text());
        assert_eq!((said("title"), said("desc")), (Some("Constat"), Some("Les chiffres")));
    }

    proptest! {
        #[test]
        fn whatever_the_words_the_chart_is_well_formed_and_holds_them_as_text(words in "\\PC{0,40}[<>&'\"\u{0}\u{1b}]?") {
            let svg = one(&words, Words { title: words.clone(), description: words.clone(), language: Language::Nl });
            let document = roxmltree::Document::parse(&svg).unwrap();
            let seen: Vec<&str> =
                document.descendants().filter(|n| n.is_element()).map(|n| n.tag_name().name()).collect();
            prop_assert!(seen.iter().all(|name| ["svg", "title", "desc", "text", "rect", "line"].contains(name)));
        }
    }
}
