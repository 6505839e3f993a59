//! What can stand in a chapter beside its text, and how it is shown: quotes, figures from elsewhere, good practices.

use model::{Code, EditionNumber, Evidence, Language, Localised, OutsideFigure, Quote};
use store::{NetworkView, StructuralFile};
use wording::{Wording, args};

use super::boxes::Boxes;
use crate::failure::Failure;
use crate::signals::{Words, organisation};

/// What can stand beside the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What somebody said.
    Quote,
    /// A figure that somebody else published.
    Figure,
    /// Something that works already.
    Practice,
}

/// The words of a quote.
pub const QUOTE: Boxes = Boxes {
    fields: &[("quote-nl", Language::Nl), ("quote-fr", Language::Fr), ("quote-en", Language::En)],
    key: "bench-quote",
    longest: 400,
    rows: 4,
};
/// The sentence with a figure.
pub const FIGURE: Boxes = Boxes {
    fields: &[("figure-nl", Language::Nl), ("figure-fr", Language::Fr), ("figure-en", Language::En)],
    key: "bench-figure",
    longest: 400,
    rows: 3,
};
/// What is done, and what comes of it.
pub const PRACTICE: Boxes = Boxes {
    fields: &[("practice-nl", Language::Nl), ("practice-fr", Language::Fr), ("practice-en", Language::En)],
    key: "bench-practice",
    longest: 800,
    rows: 5,
};

impl Kind {
    /// Every one of them, as they stand on the page.
    pub const ALL: [Self; 3] = [Self::Quote, Self::Figure, Self::Practice];

    /// The code in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Quote => "quote",
            Self::Figure => "figure",
            Self::Practice => "practice",
        }
    }

    /// The kind of this code.
    pub fn parse(code: &str) -> Result<Self, Failure> {
        Self::ALL.into_iter().find(|kind| kind.code() == code).ok_or(Failure::NotFound)
    }

    /// The boxes in which it is written.
    pub const fn boxes(self) -> &'static Boxes {
        match self {
            Self::Quote => &QUOTE,
            Self::Figure => &FIGURE,
            Self::Practice => &PRACTICE,
        }
    }

    /// How many of them there are.
    pub fn count(self, evidence: &Evidence) -> usize {
        match self {
            Self::Quote => evidence.quotes.len(),
            Self::Figure => evidence.figures.len(),
            Self::Practice => evidence.practices.len(),
        }
    }

    /// The words of the one at this place.
    pub fn words(self, evidence: &Evidence, at: usize) -> Option<&Localised> {
        match self {
            Self::Quote => evidence.quotes.get(at).map(|one| &one.text),
            Self::Figure => evidence.figures.get(at).map(|one| &one.text),
            Self::Practice => evidence.practices.get(at).map(|one| &one.text),
        }
    }
}

/// What stands beside the text of an edition's chapter.
pub fn evidence(file: &StructuralFile, edition: EditionNumber) -> Evidence {
    let chapter = file.entry.chapters.iter().find(|chapter| chapter.edition == edition);
    chapter.map(|chapter| chapter.evidence.clone()).unwrap_or_default()
}

/// What stands beside the text, as a page that changes it shows it: all languages of each.
pub struct Shown {
    /// The kind.
    pub kind: Kind,
    /// What it is called.
    pub name: String,
    /// How one adds one.
    pub add: String,
    /// Each of them.
    pub items: Vec<Item>,
}

/// One of them.
pub struct Item {
    /// Its place, from 1.
    pub at: usize,
    /// Its words, language by language.
    pub words: Vec<Words>,
    /// Where it comes from.
    pub origin: Option<String>,
    /// What is still missing.
    pub missing: Vec<String>,
}

/// Everything that stands beside the text of a chapter.
pub fn shown(
    wording: Wording,
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
) -> Vec<Shown> {
    let evidence = evidence(file, edition);
    let words = |text: &Localised| -> Vec<Words> {
        let written = Language::ALL.iter().filter(|language| !text.lacks(**language));
        written.map(|one| Words { text: text.get(*one).to_owned(), lang: one.code() }).collect()
    };
    let missing = |text: &Localised| -> Vec<String> {
        let lacking = [Language::Nl, Language::Fr].into_iter().filter(|one| text.lacks(*one));
        lacking
            .map(|one| wording.say("bench-evidence-missing", &args![language = wording.language_inside(one)]))
            .collect()
    };
    let item = |at: usize, text: &Localised, origin: Option<String>| Item {
        at: at + 1,
        words: words(text),
        origin,
        missing: missing(text),
    };
    let items = |kind: Kind| -> Vec<Item> {
        match kind {
            Kind::Quote => {
                let quotes = evidence.quotes.iter().enumerate();
                let show = |(at, quote): (usize, &Quote)| {
                    let mut item = item(at, &quote.text, None);
                    if !quote.agreed {
                        item.missing.push(wording.say("bench-quote-not-agreed", &args![]));
                    }
                    if !quote.reworded {
                        item.missing.push(wording.say("bench-quote-not-reworded", &args![]));
                    }
                    item
                };
                quotes.map(show).collect()
            }
            Kind::Figure => {
                let figures = evidence.figures.iter().enumerate();
                figures.map(|(at, one)| item(at, &one.text, Some(origin(one)))).collect()
            }
            Kind::Practice => {
                let practices = evidence.practices.iter().enumerate();
                let of = |code: &Code| organisation(network, wording.language(), code);
                practices.map(|(at, one)| item(at, &one.text, one.organisation.as_ref().map(of))).collect()
            }
        }
    };
    let show = |kind: Kind| Shown {
        kind,
        name: wording.say(&format!("bench-{}-many", kind.code()), &args![]),
        add: wording.say(&format!("bench-{}-add", kind.code()), &args![]),
        items: items(kind),
    };
    Kind::ALL.into_iter().map(show).collect()
}

/// Who published a figure, and the year it is about.
pub fn origin(figure: &OutsideFigure) -> String {
    format!("{}, {}", figure.source, figure.year)
}
