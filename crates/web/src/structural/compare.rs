//! Two to four structural signals beside each other, with the words that they share.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use model::{ChapterText, Language, StructuralSignalId};
use store::{NetworkView, SignalLine, StructuralFile};
use wording::{Wording, args};

use super::standing::met;
use super::{Choice, LIST, chapter_text, newest};
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::signals::{Words, domain, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// How many stand beside each other.
const AT_ONCE: std::ops::RangeInclusive<usize> = 2..=4;

/// Words that are shorter say little of what a text is about.
const SHORTEST: usize = 5;

/// Longer words that every text has.
const COMMON: [&str; 48] = [
    "aussi", "avoir", "autre", "autres", "avant", "cette", "comme", "dans", "depuis", "encore", "entre",
    "etait", "faire", "leurs", "lorsque", "meme", "parce", "quand", "quelque", "sans", "selon", "souvent",
    "toujours", "toutes", "altijd", "andere", "daarom", "dezelfde", "elkaar", "hebben", "hierdoor",
    "iedereen", "kunnen", "maken", "mensen", "moeten", "nergens", "nooit", "omdat", "onder", "wanneer",
    "waardoor", "waren", "wordt", "worden", "zonder", "zoals", "zullen",
];

#[derive(Template)]
#[template(path = "structural/compare.html")]
struct ComparePage {
    frame: Frame,
    columns: Vec<Column>,
    choices: Vec<Choice>,
    shared: Option<String>,
}

struct Column {
    id: StructuralSignalId,
    title: Words,
    facts: Vec<String>,
    lang: &'static str,
    parts: Vec<(String, Vec<Vec<Piece>>)>,
    signals: Vec<(String, Words)>,
}

/// A piece of a text: shared with another column, or not.
struct Piece {
    text: String,
    is_shared: bool,
}

/// `GET /structural/compare`: `ids=ID,ID`, or `id=ID` as often as there are ticks; else they are chosen here.
pub async fn compare(site: Data<Site>, visit: Visit, request: HttpRequest) -> Result<HttpResponse, Failure> {
    let ids = read(&request)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let wanted = ids.clone();
    let (all, files, signals) = site
        .ask(move |store| {
            let all = store.structural_files()?;
            let files: Result<Vec<StructuralFile>, _> =
                wanted.iter().map(|id| store.structural_signal(*id)).collect();
            let signals: Result<Vec<_>, _> = wanted.iter().map(|id| store.signals_of(*id, 20)).collect();
            Ok((all, files?, signals?))
        })
        .await?;
    let is_enough = AT_ONCE.contains(&ids.len());
    let texts: Vec<Shown> = files.iter().map(|file| shown_text(file, wording.language())).collect();
    let shared = shared(&texts);
    let show = Show { wording, network: &network, shared: &shared };
    let columns: Vec<Column> = if is_enough {
        let shown = files.iter().zip(&texts).zip(&signals);
        shown.map(|((file, text), lines)| show.column(file, text, lines)).collect()
    } else {
        Vec::new()
    };
    let choice = |file: &StructuralFile| Choice {
        code: file.line.id.to_string(),
        label: localised(&file.line.title, wording.language()).text,
        chosen: ids.contains(&file.line.id),
    };
    let number = shared.len();
    page(&ComparePage {
        frame: Frame::new(&site, &visit, &wording.say("compare-title", &args![])).at(LIST),
        shared: is_enough.then(|| wording.say("compare-shared", &args![count = number])),
        columns,
        choices: all.iter().filter(|file| file.line.merged_into.is_none()).map(choice).collect(),
    })
}

/// The text of a chapter in the language in which it is shown; none where it has none.
type Shown = (Language, Option<ChapterText>);

struct Show<'a> {
    wording: Wording,
    network: &'a NetworkView,
    shared: &'a BTreeSet<String>,
}

impl Show<'_> {
    fn column(&self, file: &StructuralFile, (language, text): &Shown, lines: &[SignalLine]) -> Column {
        let wording = self.wording;
        let owner = organisation(self.network, wording.language(), &file.line.owner);
        let signal = |line: &SignalLine| {
            let words = Words { text: line.headline.clone(), lang: line.language.code() };
            (format!("/signals/{}", line.id), words)
        };
        Column {
            id: file.line.id,
            title: localised(&file.line.title, wording.language()),
            facts: vec![
                domain(wording, self.network, &file.entry.domain),
                wording.say("bench-signals-count", &args![count = file.line.signals]),
                wording.say("bench-owner-is", &args![owner = owner]),
                wording.say("bench-criteria-met", &args![count = met(file.line.criteria.as_ref())]),
            ],
            lang: language.code(),
            parts: text.as_ref().map(|text| parts(wording, text, self.shared)).unwrap_or_default(),
            signals: lines.iter().map(signal).collect(),
        }
    }
}

fn read(request: &HttpRequest) -> Result<Vec<StructuralSignalId>, Failure> {
    let pairs = Query::<Vec<(String, String)>>::from_query(request.query_string());
    let pairs = pairs.map_err(|_| Failure::NotFound)?.into_inner();
    let named = pairs.iter().filter(|(name, _)| name == "ids" || name == "id");
    let mut ids = Vec::new();
    for text in named.flat_map(|(_, value)| value.split(',')).filter(|text| !text.is_empty()) {
        let id = super::structural_id(text)?;
        if !ids.contains(&id) {
            ids.push(id);
        }
    }
    // More than fit are as good as too few: they are chosen again.
    Ok(ids)
}

/// The text in the reader's language, or in another that it has.
fn shown_text(file: &StructuralFile, language: Language) -> Shown {
    let Some(edition) = newest(file) else { return (language, None) };
    let languages = [language, Language::Nl, Language::Fr, Language::En];
    let found = languages.iter().find_map(|one| Some((*one, chapter_text(file, edition, *one)?.clone())));
    found.map_or((language, None), |(language, text)| (language, Some(text)))
}

fn parts(wording: Wording, text: &ChapterText, shared: &BTreeSet<String>) -> Vec<(String, Vec<Vec<Piece>>)> {
    let summary = std::slice::from_ref(&text.summary);
    let all = [
        ("bench-part-summary", summary),
        ("bench-part-see", &text.see),
        ("bench-part-exists", &text.exists),
        ("bench-part-structural", &text.structural),
    ];
    let written = all.into_iter().filter(|(_, texts)| texts.iter().any(|text| !text.is_empty()));
    written
        .map(|(key, texts)| {
            (wording.say(key, &args![]), texts.iter().map(|text| pieces(text, shared)).collect())
        })
        .collect()
}

/// The words that at least two texts have.
fn shared(texts: &[Shown]) -> BTreeSet<String> {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for (_, text) in texts {
        let Some(text) = text else { continue };
        let all = [&text.title, &text.summary].into_iter().chain(&text.see).chain(&text.exists);
        let all = all.chain(&text.structural);
        let words: BTreeSet<String> =
            all.flat_map(|text| text.split(|c: char| !c.is_alphanumeric())).filter_map(telling).collect();
        for word in words {
            *counts.entry(word).or_insert(0) += 1;
        }
    }
    counts.into_iter().filter(|(_, count)| *count > 1).map(|(word, _)| word).collect()
}

/// A word as it is compared; none where it tells nothing.
fn telling(word: &str) -> Option<String> {
    let folded: String = word.to_lowercase().chars().map(unaccented).collect();
    (folded.chars().count() >= SHORTEST && !COMMON.contains(&folded.as_str())).then_some(folded)
}

const fn unaccented(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'á' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' => 'i',
        'ô' | 'ö' | 'ó' => 'o',
        'û' | 'ù' | 'ü' | 'ú' => 'u',
        'ç' => 'c',
        other => other,
    }
}

/// A text in pieces, the shared words apart.
fn pieces(text: &str, shared: &BTreeSet<String>) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut push = |text: &str, is_shared: bool| match pieces.last_mut() {
        Some(last) if !is_shared && !last.is_shared => last.text.push_str(text),
        _ if text.is_empty() => {}
        _ => pieces.push(Piece { text: text.to_owned(), is_shared }),
    };
    let mut rest = text;
    while let Some(start) = rest.find(char::is_alphanumeric) {
        let (before, from) = rest.split_at(start);
        let end = from.find(|c: char| !c.is_alphanumeric()).unwrap_or(from.len());
        let (word, after) = from.split_at(end);
        push(before, false);
        push(word, telling(word).is_some_and(|word| shared.contains(&word)));
        rest = after;
    }
    push(rest, false);
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(see: &str) -> Shown {
        (Language::Fr, Some(ChapterText { see: vec![see.to_owned()], ..ChapterText::default() }))
    }

    #[test]
    fn the_words_that_two_texts_share_are_marked_whatever_their_accents_and_their_case() {
        let texts =
            [text("Une ADRESSE de référence, toujours."), text("Sans adresse de reference toujours.")];
        let shared = shared(&texts);
        assert_eq!(shared.iter().map(String::as_str).collect::<Vec<_>>(), ["adresse", "reference"]);
        let marked = pieces("Une ADRESSE de référence, toujours.", &shared);
        let words: Vec<&str> = marked.iter().filter(|piece| piece.is_shared).map(|one| &*one.text).collect();
        assert_eq!(words, ["ADRESSE", "référence"]);
        let whole: String = marked.iter().map(|piece| piece.text.as_str()).collect();
        assert_eq!(whole, "Une ADRESSE de référence, toujours.");
    }
}
