//! All structural signals, by edition: where each stands, what waits for its owner, and the way to a new one.

use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use model::{EditionNumber, EditionState, Language, StructuralSignalId};
use serde::Deserialize;
use store::{MissingText, NetworkView, StructuralFile};
use wording::{Wording, args};

use super::done::Done;
use super::missing::{Waited, waited};
use super::standing::{Dots, Open, dots, met, missing_now, next_edition, open_with_missing, silent};
use super::{LIST, left_out, newest};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::reminders::{self, Reminder};
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// What the address may ask for.
#[derive(Deserialize)]
pub struct ListQuery {
    done: Option<String>,
    /// The code that stands in print beside a chapter: where it leads is shown at once.
    trace: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/list.html")]
struct ListPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    /// A code that leads nowhere, as it was typed.
    trace: String,
    due: Vec<Reminder>,
    /// That the edition which is frozen next waits for these texts.
    waits_said: String,
    waits: Vec<Waited>,
    editions: Vec<EditionPart>,
    merged: Vec<MergedLine>,
}

/// What was merged into another: it stays to be read.
struct MergedLine {
    id: StructuralSignalId,
    title: Words,
}

/// The structural signals whose newest chapter is of one edition.
struct EditionPart {
    number: EditionNumber,
    name: String,
    lines: Vec<Line>,
}

struct Line {
    id: StructuralSignalId,
    title: Words,
    /// The languages without a title.
    missing: Vec<String>,
    facts: Vec<String>,
    open: Vec<Open>,
    is_open: bool,
    /// That a frozen edition does not print it, and why.
    left_out: Option<String>,
}

/// What the store says of all of them.
struct Asked {
    files: Vec<StructuralFile>,
    cleared: BTreeMap<StructuralSignalId, usize>,
    rounds: BTreeMap<EditionNumber, bool>,
    dots: Dots,
    /// The edition that is frozen next, and the texts for which it cannot be yet.
    next: Option<EditionNumber>,
    missing: Vec<MissingText>,
    /// What each edition that is frozen left out, by key, and why.
    left_out: BTreeMap<EditionNumber, BTreeMap<String, String>>,
}

/// `GET /structural`
pub async fn list(site: Data<Site>, visit: Visit, query: Query<ListQuery>) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let network = site.network().await?;
    let today = site.today();
    let asked = site
        .ask(move |store| {
            let files = store.structural_files()?;
            let mut asked = Asked {
                cleared: BTreeMap::new(),
                rounds: BTreeMap::new(),
                dots: BTreeMap::new(),
                next: next_edition(store)?,
                missing: missing_now(store, today)?,
                left_out: BTreeMap::new(),
                files: Vec::new(),
            };
            for file in &files {
                let Some((edition, state)) = file.line.edition else { continue };
                if state != EditionState::Open {
                    if let Entry::Vacant(frozen) = asked.left_out.entry(edition) {
                        frozen.insert(left_out::all(store, edition)?);
                    }
                    continue;
                }
                asked.cleared.insert(file.line.id, store.clearances(file.line.id, edition)?.len());
                if let Entry::Vacant(round) = asked.rounds.entry(edition) {
                    round.insert(store.agreement_round(edition)?.is_some());
                    asked.dots.extend(store.dots(edition)?);
                }
            }
            asked.files = files;
            Ok(asked)
        })
        .await?;
    let trace = query.trace.as_deref().map(str::trim).unwrap_or_default();
    if let Some(file) = asked.files.iter().find(|file| bare(&file.line.trace) == bare(trace)) {
        return Ok(on_to(&format!("{LIST}/{}", file.line.id)));
    }
    let errors: Vec<FieldError> = query
        .trace
        .iter()
        .map(|_| FieldError { field: "trace".to_owned(), text: wording.say("bench-trace-unknown", &args![]) })
        .collect();
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let show = Show { wording, network: &network, asked: &asked };
    let title = |file: &StructuralFile| localised(&file.line.title, wording.language());
    let standing = asked.files.iter().filter(|file| file.line.merged_into.is_none());
    let mut parts: BTreeMap<EditionNumber, EditionPart> = BTreeMap::new();
    for file in standing {
        let Some((number, state)) = file.line.edition else { continue };
        let part = parts.entry(number).or_insert_with(|| EditionPart {
            number,
            name: wording.say(
                "bench-edition",
                &args![edition = number.to_string(), state = wording.label(state).to_lowercase()],
            ),
            lines: Vec::new(),
        });
        part.lines.push(show.line(file));
    }
    let merged = asked.files.iter().filter(|file| file.line.merged_into.is_some());
    let list = ListPage {
        frame: Frame::new(&site, &visit, &wording.say("bench-title", &args![])).at(LIST).with_errors(&errors),
        errors,
        trace: trace.to_owned(),
        done: Done::said(wording, query.done.as_deref()),
        due: reminders::of_network(&site, wording).await?,
        merged: merged.map(|file| MergedLine { id: file.line.id, title: title(file) }).collect(),
        waits_said: asked
            .next
            .map_or_else(String::new, |next| wording.say("bench-waits", &args![edition = next.to_string()])),
        waits: waited(wording, &network, &asked.files, &asked.missing),
        editions: parts.into_values().rev().collect(),
    };
    page_with(status, &list)
}

/// A code without what people leave out when they copy it.
fn bare(code: &str) -> String {
    code.chars().filter(char::is_ascii_alphanumeric).map(|one| one.to_ascii_uppercase()).collect()
}

struct Show<'a> {
    wording: Wording,
    network: &'a NetworkView,
    asked: &'a Asked,
}

impl Show<'_> {
    fn line(&self, file: &StructuralFile) -> Line {
        let (wording, line) = (self.wording, &file.line);
        let missing = Language::ALL.iter().filter(|language| line.title.lacks(**language));
        let is_open = line.edition.is_some_and(|(_, state)| state == EditionState::Open);
        let cleared = self.asked.cleared.get(&line.id).copied().unwrap_or(0);
        let round = line.edition.and_then(|(edition, _)| self.asked.rounds.get(&edition).copied());
        let (agreed, refused) = line.agreed;
        let silent = newest(file).map_or(0, |edition| silent(self.network, file, edition).len());
        let owner = organisation(self.network, wording.language(), &line.owner);
        let mut facts = vec![
            wording.say("bench-signals-count", &args![count = line.signals]),
            wording.say("bench-owner-is", &args![owner = owner]),
            wording.say("bench-recognised", &args![often = line.recognised.0, sometimes = line.recognised.1]),
            wording.say("bench-criteria-met", &args![count = met(line.criteria.as_ref())]),
            wording.say("bench-agreed", &args![agreed = agreed, refused = refused, silent = silent]),
        ];
        facts.extend(dots(wording, &self.asked.dots, line.id));
        Line {
            id: line.id,
            title: localised(&line.title, wording.language()),
            missing: missing
                .map(|language| {
                    wording.say("bench-title-missing", &args![language = wording.language_inside(*language)])
                })
                .collect(),
            facts,
            open: open_with_missing(
                wording,
                self.network,
                file,
                is_open.then_some((cleared, round == Some(true))),
                &self.asked.missing,
            ),
            is_open,
            left_out: line.edition.and_then(|(edition, _)| {
                let reason = self.asked.left_out.get(&edition)?.get(file.entry.key.as_str())?;
                Some(left_out::say(wording, edition, reason))
            }),
        }
    }
}
