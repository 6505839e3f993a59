//! The pack: the texts of an open edition about which the organisations are asked, as a PDF to read together before they
//! answer. It holds no count of signals, and says on every page that it is a draft.

use chrono::{Datelike, NaiveDate};
use model::{ChapterText, EditionNumber, Evidence, Language, Recommendation, Stance};
use serde::Serialize;
use sha2::{Digest, Sha256};
use store::{NetworkView, Store, StructuralFile};
use wording::{Wording, args};

use crate::Error;
use crate::edition::{hex, json};
use reading::document::About;

/// The languages without which nothing is printed, in the order in which they stand beside each other.
const SIDES: [Language; 2] = [Language::Nl, Language::Fr];

/// The pack of an edition as it stands, for readers of this language. `NotFound` where the organisations are not asked.
///
/// The same versions give the same bytes.
pub fn pack(store: &Store, edition: EditionNumber, language: Language) -> Result<Vec<u8>, Error> {
    let not_asked = || store::Error::NotFound("agreement round".to_owned());
    let (asked_on, until) = store.agreement_round(edition)?.ok_or_else(not_asked)?;
    let network = store.network()?;
    let mut files = store.structural_files()?;
    files.retain(|file| {
        file.line.edition.is_some_and(|(newest, _)| newest == edition) && file.line.merged_into.is_none()
    });
    let round = Round { edition, asked_on, until };
    let data = json(&compose(Wording::new(language), &network, &round, &files))?;
    let day = |number: u32| u8::try_from(number).unwrap_or(1);
    let document = typeset::Document {
        template: "pack.typ".to_owned(),
        identity: format!("megafoon-pack-{edition}-{language}-{}", hex(&Sha256::digest(&data))),
        data,
        files: std::collections::BTreeMap::new(),
        date: (asked_on.year(), day(asked_on.month()), day(asked_on.day())),
    };
    Ok(typeset::pdf(&document).map_err(|error| Error::Typeset(language, error))?.pdf)
}

/// What is asked, since when, until when.
struct Round {
    edition: EditionNumber,
    asked_on: NaiveDate,
    until: NaiveDate,
}

#[derive(Serialize)]
struct Pack {
    schema: u32,
    document: About,
    opening: Opening,
    /// The heading above the texts.
    texts: String,
    chapters: Vec<Chapter>,
}

#[derive(Serialize)]
struct Opening {
    kicker: String,
    heading: String,
    paragraphs: Vec<String>,
    contents: String,
    texts: Vec<Entry>,
}

/// A text in the list on the first page.
#[derive(Serialize)]
struct Entry {
    number: String,
    anchor: String,
    titles: Vec<Title>,
}

#[derive(Serialize)]
struct Title {
    language: String,
    title: String,
}

#[derive(Serialize)]
struct Chapter {
    anchor: String,
    heading: String,
    version: String,
    running: String,
    sides: Vec<Side>,
}

/// A text in one language.
#[derive(Serialize)]
struct Side {
    language: String,
    name: String,
    missing: Option<String>,
    title: String,
    summary: String,
    parts: Vec<Part>,
}

#[derive(Serialize)]
struct Part {
    heading: String,
    paragraphs: Vec<String>,
}

fn compose(wording: Wording, network: &NetworkView, round: &Round, files: &[StructuralFile]) -> Pack {
    let edition = round.edition.to_string();
    let name = network.name.get_or_fallback(wording.language()).to_owned();
    let mark = wording.say("pack-mark", &args![]);
    let title = wording.say("pack-title", &args![]);
    let until =
        if network.rules.silence_is_agreement { "agreement-until-silence" } else { "agreement-until" };
    let chapters: Vec<Chapter> =
        (1..).zip(files).map(|each| chapter(wording, network, round, each)).collect();
    let entries = chapters.iter().enumerate().map(|(at, chapter)| Entry {
        number: (at + 1).to_string(),
        anchor: chapter.anchor.clone(),
        titles: chapter.sides.iter().map(Side::entry).collect(),
    });
    Pack {
        schema: 1,
        document: About {
            description: wording.say("pack-description", &args![network = &name, edition = &edition]),
            authors: vec![name.clone()],
            date: round.asked_on.to_string(),
            language: wording.language().code().to_owned(),
            region: if wording.language() == Language::En { "GB" } else { "BE" }.to_owned(),
            keywords: vec![title.clone()],
            foot: wording.say("pack-foot", &args![network = &name, edition = &edition]),
            mark: Some(mark),
            attachment: String::new(),
            title,
        },
        opening: Opening {
            kicker: wording.say("pack-foot", &args![network = &name, edition = &edition]),
            heading: wording.say("pack-asked", &args![]),
            paragraphs: vec![
                wording.say("pack-ask", &args![]),
                wording.say(until, &args![day = wording.day(round.until)]),
                wording.say("pack-version-counts", &args![]),
                wording.say("pack-sign", &args![]),
                wording.say("pack-how", &args![]),
                wording.say("pack-draft", &args![]),
            ],
            contents: wording.say("pack-texts", &args![]),
            texts: entries.collect(),
        },
        texts: wording.say("pack-texts", &args![]),
        chapters,
    }
}

fn chapter(
    wording: Wording,
    network: &NetworkView,
    round: &Round,
    (number, file): (usize, &StructuralFile),
) -> Chapter {
    let version = file.versions.get(&round.edition).copied().unwrap_or(0);
    let entry = file.entry.chapters.iter().find(|chapter| chapter.edition == round.edition);
    let side = |language: &Language| {
        let beside = entry.map(|entry| beside(network, &entry.evidence, *language)).unwrap_or_default();
        let asks = recommendations(network, file, round.edition, *language);
        Side::new(*language, entry.and_then(|entry| entry.text.get(language)), beside, asks)
    };
    let heading = wording.say("pack-text", &args![number = number]);
    Chapter {
        anchor: format!("text-{number}"),
        version: wording.say("pack-version", &args![version = version, trace = &file.line.trace]),
        running: heading.clone(),
        heading,
        sides: SIDES.iter().map(side).collect(),
    }
}

/// What stands beside the text in one language: quotes, then figures and practices, each with where it comes from.
fn beside(network: &NetworkView, evidence: &Evidence, language: Language) -> Vec<String> {
    let (open, close) = match language {
        Language::Fr => ("«\u{a0}", "\u{a0}»"),
        Language::Nl | Language::En => ("‘", "’"),
    };
    let quotes = evidence.quotes.iter().map(|one| (&one.text, None));
    let figures =
        evidence.figures.iter().map(|one| (&one.text, Some(format!("{}, {}", one.source, one.year))));
    let practices = evidence.practices.iter().map(|one| {
        let of = network.organisations.iter().find(|member| Some(&member.code) == one.organisation.as_ref());
        (&one.text, Some(of.map_or_else(String::new, |of| of.name.get_or_fallback(language).to_owned())))
    });
    let all = quotes.chain(figures).chain(practices).filter(|(text, _)| !text.lacks(language));
    all.map(|(text, origin)| match origin {
        None => format!("{open}{}{close}", text.get(language)),
        Some(origin) if origin.is_empty() => text.get(language).to_owned(),
        Some(origin) => format!("{} ({origin})", text.get(language)),
    })
    .collect()
}

/// What is asked for beside the text, which organisations sign apart: do or don't, to whom, by when. One without words in
/// this language stands there as missing, so that both columns name the same ones.
fn recommendations(
    network: &NetworkView,
    file: &StructuralFile,
    edition: EditionNumber,
    language: Language,
) -> Vec<String> {
    let wording = Wording::new(language);
    let mut here: Vec<&Recommendation> =
        file.entry.recommendations.iter().filter(|one| one.edition == edition).collect();
    here.sort_by_key(|one| one.stance != Stance::Do);
    let say = |one: &&Recommendation| {
        let office = network.offices.iter().find(|office| Some(&office.code) == one.office.as_ref());
        let level = wording.label(one.addressee);
        let to = office.map_or_else(
            || level.clone(),
            |office| format!("{} ({level})", office.name.get_or_fallback(language)),
        );
        let mut parts = vec![if one.text.lacks(language) {
            wording.say("bench-text-none", &args![])
        } else {
            one.text.get(language).to_owned()
        }];
        parts.push(wording.say("bench-recommendation-to", &args![addressee = to]));
        parts.extend(one.term.map(|term| wording.say("bench-term-by", &args![month = wording.month(term)])));
        wording.say("pack-recommendation", &args![kind = wording.label(one.stance), asks = parts.join(" ")])
    };
    here.iter().map(say).collect()
}

impl Side {
    /// In the words of its own language, whoever reads the rest.
    fn new(language: Language, text: Option<&ChapterText>, beside: Vec<String>, asks: Vec<String>) -> Self {
        let wording = Wording::new(language);
        let missing = match text {
            None => Some("bench-text-none"),
            Some(text) if !text.is_complete() => Some("bench-text-unfinished"),
            Some(_) => None,
        };
        let text = text.cloned().unwrap_or_default();
        let part = |key: &str, paragraphs| Part { heading: wording.say(key, &args![]), paragraphs };
        Self {
            language: language.code().to_owned(),
            name: wording.label(language),
            missing: missing.map(|key| wording.say(key, &args![])),
            title: text.title,
            summary: text.summary,
            parts: vec![
                part("bench-part-see", text.see),
                part("bench-part-exists", text.exists),
                part("bench-part-structural", text.structural),
                part("bench-evidence", beside),
                part("bench-recommendations", asks),
            ],
        }
    }

    fn entry(&self) -> Title {
        let missing = self.missing.clone().unwrap_or_default();
        let title = if self.title.is_empty() { missing } else { self.title.clone() };
        Title { language: self.language.clone(), title }
    }
}
