//! What each number in a text is: a published count, no count at all, or a stray.
//!
//! **A number is a count unless its form or its place says what else it is**; a count must be published. No counts are:
//! years, days and dates; numbers after the word for a page, chapter, table, figure, article, edition or revision;
//! measures of time, age and money; the numbers of a table of contents, of headings one after the other and of pages;
//! names that have a number (listed); codes, checksums and versions; labels of the tables themselves; what a rule in a
//! list says is compared, and its number is in the rules; a paragraph whose next paragraph is its source, with title
//! and year; and what the file itself lists one by one (chapters, structural signals).

use std::collections::{BTreeMap, BTreeSet};

use super::Kind;
use super::document::{Block, Document, Place};
use super::known::{Columns, Coordinate, Known, fact, is_cell, is_fact};
use super::numbers::{Form, NAMED, Number, Token, is_year, numbers, plain, sole, tokens};
use super::tables::{Verdict, judged};
use super::vocabulary::{
    AND, BY, CHAPTERS, COMPARED, EDITIONS, MEASURES, MONTHS, NAMES, PAGES, PROMISED, REFERENCES, Unit,
    WITHIN, unit,
};
use crate::published::Published;

/// What a number turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Sense {
    /// A published count, or what follows openly from two.
    Count,
    /// No count.
    Other,
    /// A count that is not published.
    Stray(Kind),
}

/// A number with its sense.
#[derive(Debug)]
pub(super) struct Reading {
    pub block: usize,
    pub number: String,
    pub words: String,
    pub sense: Sense,
}

/// Every number of a document.
pub(super) fn readings(document: &Document, known: &Known<'_>) -> Vec<Reading> {
    let verdicts = judged(document, known);
    let numbered = Numbered::of(document, known);
    let mut readings = Vec::new();
    // The whole numbers that the words of the last image name.
    let mut told: BTreeSet<u64> = BTreeSet::new();
    // What the chapter is about, and the level of its heading.
    let mut chapter: Option<(&BTreeSet<Coordinate>, u8)> = None;
    for (at, block) in document.blocks.iter().enumerate() {
        let text = unnamed(&block.words, known);
        let words = tokens(&text);
        let found = numbers(&words);
        if block.place == Place::Alternative {
            let whole = found.iter().filter(|number| number.form == Form::Whole);
            told = whole.map(|number| number.value as u64).collect();
        }
        if let Place::Heading(level) = block.place {
            if numbered.ordinals.contains(&(at, 0)) {
                chapter = known.coordinates(&block.words).map(|topic| (topic, level));
            } else if chapter.is_some_and(|(_, open)| level < open) {
                chapter = None;
            }
        }
        let next = document.blocks.get(at + 1);
        let elsewhere = next.is_some_and(|next| is_source(next, known)) || is_source(block, known);
        let reader = Text {
            block,
            words: &words,
            known,
            numbered: &numbered,
            pages: document.pages,
            elsewhere,
            topic: chapter.map(|(topic, _)| topic),
            heads: next.filter(|_| sole(&block.words).is_some() && block.place == Place::Text),
        };
        let mut references = BTreeSet::new();
        for (order, number) in found.iter().enumerate() {
            let sense = match verdicts.get(&at) {
                Some(Verdict::Published) => Sense::Count,
                Some(Verdict::Stray) => Sense::Stray(Kind::Cell),
                Some(Verdict::Listed) => Sense::Other,
                None if numbered.ordinals.contains(&(at, order)) => Sense::Other,
                // A chart draws what its words tell, and those are judged.
                None if block.place == Place::Drawn
                    && number.form == Form::Whole
                    && words.len() == 1
                    && !is_year(number.value as u64) =>
                {
                    let told = told.contains(&(number.value as u64));
                    if told { Sense::Count } else { Sense::Stray(Kind::Count) }
                }
                None => {
                    let before = order.checked_sub(1).filter(|before| references.contains(before));
                    let before = before.and_then(|before| found.get(before));
                    if reader.is_reference(number, before) {
                        references.insert(order);
                        Sense::Other
                    } else {
                        reader.sense(number)
                    }
                }
            };
            readings.push(Reading {
                block: at,
                number: number.text.clone(),
                words: around(&words, number.at),
                sense,
            });
        }
    }
    readings
}

struct Text<'a> {
    block: &'a Block,
    words: &'a [Token],
    known: &'a Known<'a>,
    numbered: &'a Numbered,
    pages: usize,
    elsewhere: bool,
    /// What the chapter is about.
    topic: Option<&'a BTreeSet<Coordinate>>,
    /// The block that says what is counted, where this one is a number alone.
    heads: Option<&'a Block>,
}

impl Text<'_> {
    fn sense(&self, number: &Number) -> Sense {
        let counted = |is: bool, kind: Kind| if is { Sense::Count } else { Sense::Stray(kind) };
        match number.form {
            Form::Name => Sense::Other,
            Form::Signed => counted(self.known.is_change(number.value), Kind::Change),
            Form::Percent | Form::Broken if self.elsewhere => Sense::Other,
            Form::Percent if self.is_rule(number) => Sense::Other,
            // A list of rules compares with the numbers of the rules only.
            Form::Percent if self.is_compared(number) => Sense::Stray(Kind::Share),
            Form::Percent => {
                let decimals = number.text.trim_end_matches('%').split(['.', ',']).nth(1).map_or(0, str::len);
                let step = 0.1_f64.powi(i32::try_from(decimals).unwrap_or_default());
                counted(self.known.is_share(number.value, step), Kind::Share)
            }
            Form::Broken => Sense::Stray(Kind::Count),
            Form::Whole => self.whole(number),
        }
    }

    fn whole(&self, number: &Number) -> Sense {
        let value = number.value;
        let edition = self.edition(number).unwrap_or(self.known.now);
        let counted = |is: bool| if is { Sense::Count } else { Sense::Stray(Kind::Count) };
        let unit = self.unit(number);
        let month = self.before(number).is_some_and(|word| MONTHS.contains(&word));
        if self.is_rule(number) || self.is_promised(number) || (month && is_year(value as u64)) {
            return Sense::Other;
        }
        if self.is_compared(number) && unit.is_none() && !self.is_measure(number) {
            return Sense::Stray(Kind::Count);
        }
        if let Some(is) = self.of_chapter(number, edition) {
            return counted(is);
        }
        match unit {
            Some(Unit::Signals) => return counted(is_cell(edition, value)),
            Some(Unit::Organisations) => return counted(is_fact(edition, Some("organisations"), value)),
            Some(Unit::Cells) => {
                let all: u64 =
                    edition.facts.iter().filter(|fact| fact.unit == "cells").map(|fact| fact.value).sum();
                return counted(is_fact(edition, Some("cells"), value) || all as f64 == value);
            }
            Some(Unit::Listed) => return Sense::Other,
            None => {}
        }
        if self.elsewhere || self.is_date(number) || self.is_measure(number) || self.is_place(number) {
            return Sense::Other;
        }
        if self.block.place == Place::Alternative
            && let Some(is) = self.labelled(number)
        {
            return counted(is);
        }
        let by = self.before(number).is_some_and(|word| BY.contains(&word));
        if self.block.place == Place::Alternative
            && by
            && (self.known.is_change(value) || self.known.is_change(-value))
        {
            return Sense::Count;
        }
        counted(is_cell(edition, value) || is_fact(edition, None, value))
    }

    /// Whether it is what is published of this chapter: its signals, or the organisations that recognise it.
    fn of_chapter(&self, number: &Number, edition: &Published) -> Option<bool> {
        let topic = self.topic?;
        if let Some(heads) = self.heads {
            let words = tokens(&heads.words);
            let said = || words.iter().map(|token| token.word.as_str());
            let chapter = said().any(|word| CHAPTERS.contains(&word));
            return (chapter && unit(said()) == Some(Unit::Signals)).then(|| {
                let cells = self.known.cells(edition, None, topic, Columns::Total);
                cells.iter().any(|cell| cell.count.is_some_and(|count| count as f64 == number.value))
            });
        }
        // "Recognised by 13 organisations, 6 of them often": one paragraph, two facts of one topic.
        let organisations = numbers(self.words).iter().any(|any| self.unit(any) == Some(Unit::Organisations));
        let named = |id: &str| topic.iter().any(|(_, code)| id.ends_with(&format!("-{code}")));
        let mut facts =
            edition.facts.iter().filter(|fact| fact.unit == "organisations" && named(&fact.id)).peekable();
        (organisations && self.block.place == Place::Text && facts.peek().is_some())
            .then(|| facts.any(|fact| fact.value as f64 == number.value))
    }

    /// The word before, also one glued to the number.
    fn before<'b>(&'b self, number: &'b Number) -> Option<&'b str> {
        if !number.glued.is_empty() {
            return Some(&number.glued);
        }
        number.at.checked_sub(1).and_then(|at| self.words.get(at)).map(|token| token.word.as_str())
    }

    /// The words after, up to a mark or the next number.
    fn after(&self, number: &Number) -> impl Iterator<Item = &str> {
        let ended = self.words.get(number.at).is_none_or(|token| token.ends);
        let after = if ended { &[] } else { self.words.get(number.at + 1..).unwrap_or_default() };
        let mut open = true;
        let within = after.iter().take_while(move |token| {
            let take = open && !token.core.contains(|c: char| c.is_numeric());
            open = !token.ends;
            take
        });
        within.map(|token| token.word.as_str())
    }

    fn unit(&self, number: &Number) -> Option<Unit> {
        unit(self.after(number))
    }

    /// Whether the word before says that it is the number of something, or it follows such a one with an "and".
    fn is_reference(&self, number: &Number, reference: Option<&Number>) -> bool {
        if number.form != Form::Whole && number.form != Form::Name {
            return false;
        }
        let token = number.at.checked_sub(1).and_then(|at| self.words.get(at));
        let direct = self.before(number).is_some_and(|word| REFERENCES.contains(&word));
        let page = self.before(number).is_some_and(|word| PAGES.contains(&word));
        if direct {
            return !page || self.pages == 0 || number.value <= self.pages as f64;
        }
        let Some(reference) = reference else { return false };
        let near =
            number.at == reference.at + 2 && token.is_some_and(|token| AND.contains(&token.word.as_str()));
        near && self.unit(number).is_none()
    }

    /// The edition that the words after name.
    fn edition(&self, number: &Number) -> Option<&Published> {
        let after = self.words.get(number.at + 1..)?;
        let until = after.iter().position(|token| token.core.contains(|c: char| c.is_numeric()))?;
        let named = after.get(until)?;
        let words: Vec<&str> = after.get(..until)?.iter().map(|token| token.word.as_str()).collect();
        let says = matches!(words.as_slice(), [.., within, edition] if WITHIN.contains(within) && EDITIONS.contains(edition));
        let number = says.then(|| sole(&named.core)).flatten()?;
        self.known.edition(number)
    }

    /// A number of the rules, compared, in a list.
    fn is_rule(&self, number: &Number) -> bool {
        let rules = &self.known.now.rules;
        let counts = [rules.threshold, rules.min_organisations, rules.min_others];
        let counts = counts.into_iter().chain(rules.thresholds.iter().map(|rule| rule.threshold));
        let is = match number.form {
            Form::Percent => (rules.max_share * 100.0 - number.value).abs() < 1e-9,
            _ => counts.into_iter().any(|count| count as f64 == number.value),
        };
        self.is_compared(number) && is
    }

    /// What the promise says must stay possible: the smallest count and the threshold, where whole-number tables are named.
    fn is_promised(&self, number: &Number) -> bool {
        let rules = &self.known.now.rules;
        let smallest = if rules.zeros == "publish" { 1.0 } else { 0.0 };
        let promised = number.value == smallest || number.value == rules.threshold as f64;
        promised && self.words.iter().any(|token| PROMISED.contains(&token.word.as_str()))
    }

    fn is_compared(&self, number: &Number) -> bool {
        let near = self.words.get(number.at.saturating_sub(2)..number.at).unwrap_or_default();
        let compared = near.iter().any(|token| COMPARED.contains(&token.word.as_str()));
        self.block.place == Place::Item && compared
    }

    fn is_date(&self, number: &Number) -> bool {
        let value = number.value as u64;
        let month = |word: &str| MONTHS.contains(&word);
        let beside = self.before(number).is_some_and(month) || self.after(number).next().is_some_and(month);
        is_year(value) || (beside && (1..=31).contains(&value))
    }

    fn is_measure(&self, number: &Number) -> bool {
        self.after(number).next().is_some_and(|word| MEASURES.contains(&word))
    }

    /// The number of the page it stands on, of an entry of the contents, of a chapter in a running head.
    fn is_place(&self, number: &Number) -> bool {
        let alone = self.words.len() == 1;
        match self.block.place {
            Place::Contents => {
                let most = self.pages.max(self.numbered.chapters);
                alone && (self.pages == 0 || number.value <= most as f64)
            }
            Place::Furniture => {
                let page = self.block.page.is_some_and(|page| page as f64 == number.value);
                let chapter = number.at == 0
                    && self.words.first().is_some_and(|token| token.ends)
                    && number.value <= self.numbered.chapters as f64;
                (alone && page) || (!alone && chapter)
            }
            _ => false,
        }
    }

    /// Whether it is the published count of the label before it, where a known label stands there.
    fn labelled(&self, number: &Number) -> Option<bool> {
        let start = self.words.get(..number.at)?.iter().rposition(|token| token.ends).map_or(0, |at| at + 1);
        let words = self.words.get(start..number.at)?;
        for length in (1..=words.len()).rev() {
            for run in words.windows(length) {
                let label: Vec<&str> = run.iter().map(|token| token.core.as_str()).collect();
                let Some(rows) = self.known.coordinates(&label.join(" ")) else { continue };
                let cells = self
                    .known
                    .editions()
                    .flat_map(|edition| self.known.cells(edition, None, rows, Columns::Total));
                let mut counts = cells.map(|cell| cell.count);
                return Some(counts.any(|count| count.is_some_and(|count| count as f64 == number.value)));
            }
        }
        None
    }
}

/// The numbers that number: of chapters, of the entries of a list, of what repeats a heading.
#[derive(Default)]
struct Numbered {
    /// Block, and which of its numbers.
    ordinals: BTreeSet<(usize, usize)>,
    chapters: usize,
}

impl Numbered {
    fn of(document: &Document, known: &Known<'_>) -> Self {
        let mut numbered = Self::default();
        let mut headings = BTreeSet::new();
        let mut titles: BTreeMap<usize, String> = BTreeMap::new();
        let mut chapters = 0;
        // A part has some of the chapters, under the numbers that they have in the whole.
        let most = if document.is_part { fact(known.now, "structural-signals").unwrap_or(0) } else { 0 };
        for (at, block) in document.blocks.iter().enumerate() {
            let text = unnamed(&block.words, known);
            let words = tokens(&text);
            let first = numbers(&words).into_iter().next().filter(|number| number.at == 0);
            let (Place::Heading(_), Some(number)) = (&block.place, first) else { continue };
            let next = chapters + 1;
            let follows = number.value == next as f64
                || (next as f64..=most as f64).contains(&number.value) && document.is_part;
            if words.len() > 1 && number.form == Form::Whole && follows {
                chapters = number.value as usize;
                numbered.ordinals.insert((at, 0));
                headings.insert(plain(&block.words));
                let title: Vec<&str> = words.iter().skip(1).map(|token| token.core.as_str()).collect();
                titles.insert(chapters, plain(&title.join(" ")));
            }
        }
        numbered.chapters = chapters;
        // The number of a chapter beside its title.
        for (at, pair) in document.blocks.windows(2).enumerate() {
            let [number, title] = pair else { continue };
            let chapter = sole(&number.words).and_then(|number| usize::try_from(number).ok());
            let of = chapter.and_then(|number| titles.get(&number));
            if of.is_some_and(|of| plain(&title.words).starts_with(of.as_str())) {
                numbered.ordinals.insert((at, 0));
            }
        }
        // What is not seen repeats headings; what adorns numbers from one on, at least to two.
        let mut run: Vec<(usize, Option<usize>)> = Vec::new();
        for (at, block) in document.blocks.iter().enumerate() {
            match block.place {
                Place::Unseen if headings.contains(&plain(&block.words)) => {
                    numbered.ordinals.insert((at, 0));
                }
                Place::Furniture => {
                    let Some(number) = sole(&block.words) else { continue };
                    if number != 1 && number != run.len() as u64 + 1 {
                        continue;
                    }
                    if run.last().is_some_and(|(_, page)| *page != block.page) || number == 1 {
                        run.clear();
                    }
                    if number == run.len() as u64 + 1 {
                        run.push((at, block.page));
                    }
                    if run.len() > 1 {
                        numbered.ordinals.extend(run.iter().map(|(at, _)| (*at, 0)));
                    }
                }
                _ => {}
            }
        }
        numbered
    }
}

/// A source: words in quotation marks, and at the end a year before the end of this edition's period.
fn is_source(block: &Block, known: &Known<'_>) -> bool {
    if block.place != Place::Text || !block.words.contains(['‘', '“', '«', '„']) {
        return false;
    }
    let words = tokens(&block.words);
    let year = words.last().and_then(|token| sole(&token.core));
    let comma = words.len() > 1 && words.get(words.len() - 2).is_some_and(|token| token.ends);
    let (_, last) = known.now.period.years();
    comma && year.is_some_and(|year| is_year(year) && year <= last)
}

/// A text without the names and labels that have digits.
fn unnamed(text: &str, known: &Known<'_>) -> String {
    let mut text = text.replace('\u{ad}', "");
    if !text.contains(|c: char| c.is_numeric()) {
        return text;
    }
    for name in NAMES.iter().copied().chain(known.names.iter().map(String::as_str)) {
        while let Some(at) = whole_word(&text, name) {
            text.replace_range(at..at + name.len(), NAMED);
        }
    }
    text
}

/// Where a name stands, not as a part of a longer word or number.
fn whole_word(text: &str, name: &str) -> Option<usize> {
    text.match_indices(name).map(|(at, _)| at).find(|at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    })
}

/// Some words on either side.
fn around(words: &[Token], at: usize) -> String {
    let from = at.saturating_sub(6);
    let words: Vec<&str> = words.iter().skip(from).take(13).map(|token| token.core.as_str()).collect();
    words.join(" ")
}
