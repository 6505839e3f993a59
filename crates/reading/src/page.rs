//! An edition as pages: the same document that is typeset, with the same anchors, as static HTML.
//!
//! No page needs a script, a server or another site. Links are relative, so that a folder can be opened, copied or served
//! anywhere. Nothing is computed here: every number stands in the [`Document`] as it is printed.

use std::collections::BTreeMap;

use askama::Template;
use model::Language;
use wording::{Wording, args};

use crate::document::{Answer, Chapter, Chart, Document, Quote, Recommendations, Reference, Table};
use crate::palette::Colour;

/// The four subsets of the page's font by file name, as WOFF2.
pub const FONTS: [(&str, &[u8]); 4] = [
    (
        "megafoon-sans-regular-latin.woff2",
        include_bytes!("../assets/fonts/megafoon-sans-regular-latin.woff2"),
    ),
    (
        "megafoon-sans-regular-latin-ext.woff2",
        include_bytes!("../assets/fonts/megafoon-sans-regular-latin-ext.woff2"),
    ),
    (
        "megafoon-sans-semibold-latin.woff2",
        include_bytes!("../assets/fonts/megafoon-sans-semibold-latin.woff2"),
    ),
    (
        "megafoon-sans-semibold-latin-ext.woff2",
        include_bytes!("../assets/fonts/megafoon-sans-semibold-latin-ext.woff2"),
    ),
];

/// How the comment in the page of a chapter begins in whose place a service may put a way to answer, for whoever may
/// answer for an authority. The trace code of the chapter follows. A reader of the file never sees it.
pub const ANSWER_BEGINS: &str = "<!--answer ";
/// How it ends.
pub const ANSWER_ENDS: &str = "-->";

const STYLE: &str = include_str!("../assets/style.css");
/// The folder of what all pages share.
const SHARED: &str = "style";

const START: &str = "index.html";
const FIGURES: &str = "figures.html";
const FOLLOW_UP: &str = "follow-up.html";
const ABOUT: &str = "about.html";

/// What the pages of one language are made of.
#[derive(Clone, Copy)]
pub struct Source<'a> {
    /// Every word and number.
    pub document: &'a Document,
    /// The charts as SVG, by the path that the document names, without a slash in front.
    pub charts: &'a BTreeMap<String, String>,
    /// The sentences of the pages themselves.
    pub wording: Wording,
    /// The languages of the edition.
    pub languages: &'a [Language],
    /// The briefs in this language: the path from the folder of the edition, and the authority.
    pub briefs: &'a [(String, String)],
}

/// The pages of an edition in one language, by path from its folder: `nl/index.html`, `nl/signal-1.html` and so on.
///
/// # Errors
/// Where a page cannot be written; only a fault of the program makes that happen.
pub fn pages(source: Source<'_>) -> Result<BTreeMap<String, Vec<u8>>, askama::Error> {
    let document = source.document;
    let mut pages = BTreeMap::new();
    let mut put = |file: &str, page: Result<String, askama::Error>| {
        pages.insert(format!("{}/{file}", source.wording.language()), page?.into_bytes());
        Ok::<_, askama::Error>(())
    };
    put(START, Start { frame: Frame::new(source, START, None) }.render())?;
    for (at, chapter) in document.chapters.iter().enumerate() {
        let neighbour = |at: Option<usize>| at.and_then(|at| document.chapters.get(at));
        let file = chapter_file(&chapter.number);
        let page = ChapterPage {
            chapter,
            previous: neighbour(at.checked_sub(1)),
            next: neighbour(at.checked_add(1)),
            frame: Frame::new(source, &file, Some(chapter)),
        };
        put(&file, page.render())?;
    }
    let frame = |file| Frame::new(source, file, None);
    if document.figures.is_some() || document.tables.is_some() {
        put(FIGURES, FiguresPage::new(frame(FIGURES), source).render())?;
    }
    if document.follow_up.is_some() {
        put(FOLLOW_UP, FollowUpPage { frame: frame(FOLLOW_UP) }.render())?;
    }
    put(ABOUT, AboutPage { frame: frame(ABOUT) }.render())?;
    Ok(pages)
}

/// What the pages of all languages share: the choice of a language, style and fonts, by path from the folder of the edition.
///
/// # Errors
/// As [`pages`].
pub fn shared(documents: &[(Wording, &Document)]) -> Result<BTreeMap<String, Vec<u8>>, askama::Error> {
    let mut files = BTreeMap::new();
    files.insert(START.to_owned(), Choice { documents }.render()?.into_bytes());
    files.insert(format!("{SHARED}/style.css"), style().into_bytes());
    files.extend(FONTS.iter().map(|(name, bytes)| (format!("{SHARED}/{name}"), bytes.to_vec())));
    Ok(files)
}

/// The style of the pages, with the colours of the one palette.
fn style() -> String {
    let colours: Vec<String> =
        Colour::ALL.iter().map(|colour| format!("--{}: {};", colour.name(), colour.hex())).collect();
    format!(":root {{ {} }}\n{STYLE}", colours.join(" "))
}

fn chapter_file(number: &str) -> String {
    format!("signal-{number}.html")
}

/// A way to another page.
struct Link {
    href: String,
    label: String,
    current: bool,
    language: Option<Language>,
}

/// What stands around each page.
struct Frame<'a> {
    document: &'a Document,
    wording: Wording,
    parts: Vec<Link>,
    languages: Vec<Link>,
    downloads: Vec<Link>,
    briefs: Vec<Link>,
    cite: String,
}

impl<'a> Frame<'a> {
    fn new(source: Source<'a>, file: &str, chapter: Option<&Chapter>) -> Self {
        let Source { document, wording, .. } = source;
        let link = |href: &str, label: String| Link {
            href: href.to_owned(),
            label,
            current: href == file,
            language: None,
        };
        let mut parts = vec![link(START, wording.say("reading-start", &args![]))];
        if document.figures.is_some() || document.tables.is_some() {
            parts.push(link(FIGURES, wording.say("reading-figures", &args![])));
        }
        parts.extend(document.follow_up.as_ref().map(|part| link(FOLLOW_UP, part.running.clone())));
        parts.push(link(ABOUT, wording.say("reading-about", &args![])));
        let language = wording.language();
        let languages = source.languages.iter().map(|other| Link {
            href: format!("../{other}/{file}"),
            label: Wording::new(*other).say("reading-language", &args![]),
            current: *other == language,
            language: Some(*other),
        });
        let bundle = format!("../bundle.{language}.pdf");
        let downloads = [
            (bundle.as_str(), "reading-pdf"),
            ("../tables.xlsx", "catalogue-workbook"),
            ("../tables.csv", "catalogue-csv"),
            ("../tables-excel.csv", "catalogue-spreadsheet"),
            ("../tables.json", "catalogue-json"),
            ("../dcat.jsonld", "reading-catalogue"),
            ("../manifest.json", "reading-manifest"),
        ];
        let briefs = source.briefs.iter().map(|(path, name)| link(&format!("../{path}"), name.clone()));
        let (network, title) = (&document.cover.network, &document.document.title);
        let foot = &document.document.foot;
        let revision = document.cover.lines.last().map_or("", String::as_str);
        let cite = match chapter {
            None => wording.say(
                "reading-cite",
                &args![network = network, title = title, foot = foot, revision = revision],
            ),
            Some(chapter) => wording.say(
                "reading-cite-chapter",
                &args![
                    network = network,
                    title = title,
                    foot = foot,
                    revision = revision,
                    chapter = &chapter.title,
                    number = &chapter.number
                ],
            ),
        };
        Self {
            document,
            wording,
            parts,
            languages: languages.collect(),
            downloads: downloads.map(|(href, key)| link(href, wording.say(key, &args![]))).into(),
            briefs: briefs.collect(),
            cite,
        }
    }

    fn t(&self, key: &str) -> String {
        self.wording.say(key, &args![])
    }

    /// The page of a place of the document, from another page of the same language.
    fn href(&self, reference: &Reference) -> Option<String> {
        let anchor = reference.anchor.as_deref()?;
        Some(match anchor.strip_prefix("signal-") {
            Some(number) => chapter_file(number),
            None => format!("{FIGURES}#{anchor}"),
        })
    }

    fn chapter_href(&self, number: &str) -> String {
        chapter_file(number)
    }

    fn is_protected(&self, text: &str) -> bool {
        text == self.document.labels.protected_symbol
    }

    fn sign(&self, code: &str) -> &'static str {
        match code {
            "worse" => "↓",
            "unchanged" => "=",
            "better" => "↑",
            "solved" => "✓",
            _ => "",
        }
    }

    /// What a mark of the overview says.
    fn role(&self, code: &str) -> &str {
        let labels = &self.document.labels;
        match code {
            "decides" => &labels.competent_decides,
            "applies" => &labels.competent_applies,
            "both" => &labels.competent_both,
            _ => "",
        }
    }

    /// Beside how many answers a verdict stands: its own, and those after it without one.
    fn span(&self, answers: &[Answer], at: &usize) -> usize {
        let after = answers.iter().skip(*at + 1);
        1 + after.take_while(|other| other.verdict.is_empty()).count()
    }

    /// Whether a verdict begins with this answer.
    fn begins(&self, answers: &[Answer], at: &usize) -> bool {
        *at == 0 || answers.get(*at).is_some_and(|answer| !answer.verdict.is_empty())
    }
}

#[derive(Template)]
#[template(path = "choice.html")]
struct Choice<'a> {
    documents: &'a [(Wording, &'a Document)],
}

#[derive(Template)]
#[template(path = "start.html")]
struct Start<'a> {
    frame: Frame<'a>,
}

#[derive(Template)]
#[template(path = "chapter.html")]
struct ChapterPage<'a> {
    frame: Frame<'a>,
    chapter: &'a Chapter,
    previous: Option<&'a Chapter>,
    next: Option<&'a Chapter>,
}

impl ChapterPage<'_> {
    fn cause_label(&self) -> &str {
        let labels = &self.frame.document.labels;
        if self.chapter.causes.len() == 1 { &labels.cause } else { &labels.causes }
    }

    fn neighbour(&self, key: &str, chapter: &Chapter) -> String {
        self.frame.wording.say(key, &args![title = &chapter.title])
    }

    /// In the quotation marks of its language, as in print.
    fn quoted(&self, quote: &Quote) -> String {
        let (open, close) = if quote.language == "fr" { ("«\u{a0}", "\u{a0}»") } else { ("‘", "’") };
        format!("{open}{}{close}", quote.text)
    }

    /// Recommendations that follow each other and go to the same authorities, under one name.
    fn groups(&self) -> Vec<(&[String], Vec<&Recommendations>)> {
        let mut groups: Vec<(&[String], Vec<&Recommendations>)> = Vec::new();
        for one in &self.chapter.recommendations {
            match groups.last_mut() {
                Some((addressed, list)) if *addressed == one.addressed.as_slice() => list.push(one),
                _ => groups.push((&one.addressed, vec![one])),
            }
        }
        groups
    }

    /// The answers of a chapter need not say of what they are.
    fn signal(&self) -> Option<&Reference> {
        None
    }

    fn has_subject(&self) -> bool {
        self.chapter.competent.iter().any(|row| row.subject.is_some())
    }
}

/// The picture of a chart; HTML allows no `lang` on one, and the page says its language.
fn within_page(source: Source<'_>, chart: &Chart) -> String {
    let language = source.wording.language();
    let own = format!(" lang=\"{language}\" xml:lang=\"{language}\"");
    let svg = source.charts.get(chart.image.trim_start_matches('/'));
    svg.map_or_else(String::new, |svg| svg.replacen(&own, "", 1))
}

/// A chart with its picture and the table that it draws.
struct Shown<'a> {
    chart: &'a Chart,
    svg: String,
    table: Option<&'a Table>,
}

#[derive(Template)]
#[template(path = "figures.html")]
struct FiguresPage<'a> {
    frame: Frame<'a>,
    charts: Vec<Shown<'a>>,
    tables: Vec<&'a Table>,
}

impl<'a> FiguresPage<'a> {
    fn new(frame: Frame<'a>, source: Source<'a>) -> Self {
        let tables = || source.document.tables.iter().flat_map(|part| &part.tables);
        let charts = source.document.figures.iter().flat_map(|part| &part.charts).map(|chart| {
            let anchor = chart.source.as_ref().and_then(|reference| reference.anchor.as_ref());
            Shown {
                chart,
                svg: within_page(source, chart),
                table: anchor.and_then(|anchor| tables().find(|table| table.anchor.as_ref() == Some(anchor))),
            }
        });
        Self { frame, charts: charts.collect(), tables: tables().collect() }
    }
}

#[derive(Template)]
#[template(path = "follow-up.html")]
struct FollowUpPage<'a> {
    frame: Frame<'a>,
}

#[derive(Template)]
#[template(path = "about.html")]
struct AboutPage<'a> {
    frame: Frame<'a>,
}

impl AboutPage<'_> {
    /// An entry of the colophon; what it says of the PDF is said here of the pages.
    fn said(&self, term: &str, text: &str) -> String {
        let of_pages = [
            ("colophon-data", "reading-data-value"),
            ("colophon-accessibility", "reading-accessibility-value"),
        ];
        let own = of_pages.into_iter().find(|(key, _)| self.frame.t(key) == term);
        own.map_or_else(|| text.to_owned(), |(_, value)| self.frame.t(value))
    }
}
