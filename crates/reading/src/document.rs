//! The document that the templates of `report-templates/` typeset: every word and every number as it is printed.
//!
//! Field by field the same as `report-templates/README.md` says. A number stands here as text, already formatted;
//! it came from a published figure or from a fact.

#![allow(missing_docs, reason = "a field says what is printed where; report-templates/README.md tells each")]

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Document {
    pub schema: u32,
    pub document: About,
    pub labels: Labels,
    pub cover: Cover,
    pub key_page: Option<KeyPage>,
    pub contents: Contents,
    pub changes: Option<Prose>,
    pub how_to_read: Option<Prose>,
    pub signals: Signals,
    pub chapters: Vec<Chapter>,
    pub figures: Option<Charts>,
    pub tables: Option<Tables>,
    pub follow_up: Option<FollowUp>,
    pub method: Option<Prose>,
    pub filers: Option<Filers>,
    pub colophon: Colophon,
}

/// What `brief.typ` typesets: what concerns one authority.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Brief {
    pub schema: u32,
    pub document: About,
    pub labels: Labels,
    pub opening: BriefOpening,
    pub chapters: Vec<BriefChapter>,
    pub others: Option<String>,
    pub follow_up: Option<FollowUp>,
    pub closing: BriefClosing,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BriefOpening {
    pub kicker: String,
    pub lines: Vec<String>,
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub columns: Vec<String>,
    pub rows: Vec<BriefRow>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BriefRow {
    pub number: String,
    pub title: String,
    pub role: String,
    /// Whether a chapter of the brief follows.
    pub detailed: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BriefChapter {
    pub number: String,
    pub title: String,
    pub running: String,
    pub lead: String,
    pub figures: Vec<Figure>,
    /// The heading above `reasons` and `competent`.
    pub why: String,
    pub reasons: Vec<String>,
    pub competent: Vec<Competent>,
    pub answers: Vec<Answer>,
    pub recommendations: Vec<Recommendations>,
    /// Where the whole chapter stands, and who follows it up.
    pub source: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BriefClosing {
    pub heading: String,
    pub paragraphs: Vec<String>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct About {
    pub title: String,
    pub authors: Vec<String>,
    pub date: String,
    pub language: String,
    pub region: String,
    pub description: String,
    pub keywords: Vec<String>,
    pub foot: String,
    pub mark: Option<String>,
    pub attachment: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Labels {
    pub page: String,
    pub protected_symbol: String,
    pub protected_read: String,
    pub domain: String,
    pub cause: String,
    pub causes: String,
    pub right: String,
    pub recognised: String,
    pub owner: String,
    pub trace: String,
    pub seen: String,
    pub quotes: String,
    pub practices: String,
    pub exists: String,
    pub structural: String,
    pub competent: String,
    pub competent_subject: String,
    pub competent_decides: String,
    pub competent_applies: String,
    pub competent_both: String,
    pub competent_basis: String,
    pub answers: String,
    pub answers_authority: String,
    pub answers_says: String,
    pub answers_sees: String,
    pub recommendations: String,
    pub recommendations_note: Option<String>,
    pub signed_by: String,
    pub addressed_to: String,
    pub term: String,
    #[serde(rename = "do")]
    pub do_: String,
    pub dont: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Cover {
    pub kicker: String,
    pub subtitle: String,
    pub network: String,
    pub lines: Vec<String>,
    pub mark: Option<String>,
    pub mark_note: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Reference {
    pub text: String,
    pub anchor: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct KeyPage {
    pub heading: String,
    pub running: String,
    pub messages: Vec<Message>,
    pub figures_heading: Option<String>,
    pub figures: Vec<Figure>,
    pub note: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Message {
    pub title: String,
    pub text: String,
    pub reference: Option<Reference>,
}

/// A number large, what it counts, and what it is compared with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Figure {
    pub value: String,
    pub label: String,
    pub comparison: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Contents {
    pub heading: String,
    pub running: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Prose {
    pub heading: String,
    pub running: String,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Block {
    pub heading: Option<String>,
    pub paragraphs: Vec<String>,
    pub bullets: Vec<String>,
    pub items: Vec<Item>,
    pub table: Option<Table>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Item {
    pub term: String,
    pub text: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Signals {
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub competence: Option<Competence>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Competence {
    pub heading: String,
    pub paragraphs: Vec<String>,
    pub number: String,
    pub title: String,
    pub page: String,
    pub columns: Vec<String>,
    pub rows: Vec<CompetenceRow>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CompetenceRow {
    pub number: String,
    pub title: String,
    /// Empty, `decides`, `applies` or `both`.
    pub cells: Vec<Cow<'static, str>>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Chapter {
    pub number: String,
    pub title: String,
    pub running: String,
    pub domain: String,
    pub causes: Vec<String>,
    pub right: Option<String>,
    pub recognised: Option<String>,
    pub owner: Option<String>,
    pub trace: String,
    pub lead: String,
    pub seen: Vec<String>,
    pub figures: Vec<Figure>,
    pub figures_source: Option<Reference>,
    pub outside: Vec<Sourced>,
    pub quotes: Vec<Quote>,
    pub practices: Vec<Sourced>,
    pub exists: Vec<String>,
    pub structural: Vec<String>,
    pub competent: Vec<Competent>,
    pub answers: Vec<Answer>,
    pub recommendations: Vec<Recommendations>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Quote {
    pub text: String,
    pub source: Option<String>,
    pub language: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Sourced {
    pub text: String,
    pub source: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Competent {
    pub subject: Option<String>,
    pub decides: String,
    pub applies: String,
    pub basis: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Answer {
    pub authority: String,
    pub about: Option<String>,
    pub answer_code: Cow<'static, str>,
    pub answer: String,
    pub answer_text: Option<String>,
    pub date: String,
    pub verdict_code: Cow<'static, str>,
    pub verdict: String,
    pub verdict_text: Option<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Recommendations {
    pub addressed: Vec<String>,
    pub signed: Vec<String>,
    pub term: Option<String>,
    #[serde(rename = "do")]
    pub do_: Vec<String>,
    pub dont: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Charts {
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub charts: Vec<Chart>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Chart {
    pub number: String,
    pub anchor: String,
    pub title: String,
    pub subtitle: Option<String>,
    pub image: String,
    pub wide: bool,
    pub alt: String,
    pub source: Option<Reference>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Tables {
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub tables: Vec<Table>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Table {
    pub anchor: Option<String>,
    pub number: Option<String>,
    pub title: Option<String>,
    pub columns: Vec<Column>,
    pub rows: Vec<Row>,
    pub notes: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Column {
    pub label: String,
    pub numeric: bool,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Row {
    /// `row`, `group` or `total`.
    pub kind: Cow<'static, str>,
    pub cells: Vec<String>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FollowUp {
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub signal: String,
    pub rows: Vec<FollowUpRow>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FollowUpRow {
    pub reference: Reference,
    pub answers: Vec<Answer>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Filers {
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub columns: Vec<String>,
    pub groups: Vec<FilerGroup>,
    pub blocks: Vec<Block>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct FilerGroup {
    pub heading: String,
    pub note: Option<String>,
    pub rows: Vec<Filer>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Filer {
    pub name: String,
    pub sector: String,
    pub language: String,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Colophon {
    pub heading: String,
    pub running: String,
    pub paragraphs: Vec<String>,
    pub items: Vec<ColophonItem>,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ColophonItem {
    pub term: String,
    pub text: String,
    pub code: bool,
}
