//! Everything of one structural signal on one page, in sections.

use std::collections::{BTreeMap, BTreeSet};

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{AccountId, CauseChoice, EditionNumber, EditionState, StructuralSignalId};
use serde::Deserialize;
use store::{
    Action, Clearance, Cleared, DOTS, MissingText, NetworkView, SignalLine, StructuralFile, StructuralLine,
};
use wording::{Wording, args};

use super::done::Done;
use super::history::{History, Line};
use super::members::Members;
use super::owned::Noted;
use super::sections::{
    Recommended, Sides, TextShown, Voices, agreement, recognition, recommendations, sides, texts,
};
use super::standing::{Dots, Open, dots, elsewhere, missing_now, open_with_missing};
use super::{Choice, LIST, beside, left_out, newest, structural_id};
use crate::failure::Failure;
use crate::forums::{Discussed, discussed};
use crate::frame::{FieldError, Frame, page, page_with};
use crate::free_text::{FreeText, Typed};
use crate::signals::{Words, localised, organisation};
use crate::site::Site;
use crate::visit::Visit;

/// How many signals the page shows at most.
const SHOWN: u32 = 300;

/// What the address may ask for.
#[derive(Deserialize)]
pub struct OneQuery {
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/one.html")]
struct OnePage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    /// The move of signals that was just made, where it can be taken back.
    undo: Option<i64>,
    id: StructuralSignalId,
    title: Words,
    edition: Option<String>,
    number: u32,
    version: i32,
    /// Whether the chapter may still be changed.
    is_open: bool,
    merged_into: Option<Titled>,
    /// That its edition was frozen without it, and why.
    left_out: Option<String>,
    predecessor: Option<Titled>,
    open: Vec<Open>,
    /// What the edition waits for elsewhere.
    elsewhere: Option<String>,
    facts: Vec<(String, String)>,
    members: Members,
    members_count: String,
    reason: FreeText,
    others: Vec<Choice>,
    texts: Vec<TextShown>,
    evidence: Vec<beside::Shown>,
    criteria: Vec<Choice>,
    note: FreeText,
    clearance: Vec<ToClear>,
    written_by: String,
    may_clear: bool,
    voices: Vec<Voices>,
    asked: String,
    recognition: Vec<Voices>,
    recommendations: Vec<Recommended>,
    sides: Vec<Sides>,
    dots: String,
    own_dots: u32,
    most_dots: u32,
    actions: Vec<Noted>,
    forums: Vec<Discussed>,
    action: FreeText,
    next_on: String,
    history: Vec<Line>,
}

/// Another structural signal, with its title.
struct Titled {
    id: StructuralSignalId,
    title: Words,
}

/// A part of the chapter that somebody else clears.
struct ToClear {
    /// 0 for the text, or the number of the quote.
    number: u32,
    /// What it is called.
    name: String,
    /// The words of a quote.
    quote: Option<Words>,
    /// Each point, with who cleared it.
    points: Vec<(Choice, Option<String>)>,
}

/// What the store says of one structural signal.
struct Asked {
    file: StructuralFile,
    members: Vec<SignalLine>,
    all: Vec<StructuralLine>,
    cleared: BTreeMap<Cleared, AccountId>,
    /// The structural signal and what it goes on from, the latest first.
    chain: Vec<StructuralFile>,
    authors: BTreeSet<AccountId>,
    round: Option<(chrono::NaiveDate, chrono::NaiveDate)>,
    dots: Dots,
    actions: Vec<Action>,
    forums: Vec<store::HeldForum>,
    history: History,
    left_out: Option<String>,
    /// The texts for which the next edition cannot be frozen yet.
    missing: Vec<MissingText>,
}

/// What was sent and may not stay: it comes back on the page.
#[derive(Default)]
pub struct Again {
    /// The box with what was typed.
    pub typed: Option<Typed>,
    /// What else is wrong.
    pub errors: Vec<FieldError>,
    /// The form that it came from, and where that is sent.
    pub form: Option<(&'static str, &'static str)>,
    /// The ticks that were set: codes of criteria, of what was checked, or ids of signals.
    pub ticked: Option<Vec<String>>,
    /// The day of the next step.
    pub next_on: String,
}

/// `GET /structural/{id}`
pub async fn one(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<OneQuery>,
) -> Result<HttpResponse, Failure> {
    let mut drawn = draw(&site, &visit, structural_id(&id)?, Again::default()).await?;
    drawn.done = Done::said(visit.wording(), query.done.as_deref());
    drawn.undo = drawn.undo.filter(|_| Done::is_move(query.done.as_deref()));
    page(&drawn)
}

/// The page once more, with what was sent and may not stay.
pub async fn again(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    again: Again,
) -> Result<HttpResponse, Failure> {
    let drawn = draw(site, visit, id, again).await?;
    let status = if drawn.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    page_with(status, &drawn)
}

async fn ask(site: &Site, id: StructuralSignalId) -> Result<Asked, Failure> {
    let today = site.today();
    site.ask(move |store| {
        let file = store.structural_signal(id)?;
        let edition = newest(&file);
        let mut asked = Asked {
            members: store.signals_of(id, SHOWN)?,
            all: store.structural_signals()?,
            cleared: BTreeMap::new(),
            chain: store.structural_chain(id)?,
            authors: BTreeSet::new(),
            round: None,
            dots: BTreeMap::new(),
            actions: store.actions(id)?,
            forums: store.forums_on(id)?,
            history: History::load(store, id)?,
            left_out: None,
            missing: missing_now(store, today)?,
            file,
        };
        if let Some(edition) = edition {
            asked.cleared = store.clearances(id, edition)?;
            asked.authors = store.chapter_authors(id, edition)?;
            asked.round = store.agreement_round(edition)?;
            asked.dots = store.dots(edition)?;
            asked.left_out = left_out::why(store, &asked.file, edition)?;
        }
        Ok(asked)
    })
    .await
}

async fn draw(site: &Site, visit: &Visit, id: StructuralSignalId, again: Again) -> Result<OnePage, Failure> {
    let asked = ask(site, id).await?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let (file, by) = (&asked.file, visit.person()?.account.id);
    let number = newest(file);
    let edition = number.unwrap_or(EditionNumber(0));
    let is_open = file.line.merged_into.is_none()
        && file.line.edition.is_some_and(|(_, state)| state == EditionState::Open);
    let mut errors = again.errors;
    errors.extend(again.typed.as_ref().and_then(|typed| typed.error(wording)));
    let title = localised(&file.line.title, wording.language());
    let titled = |id: StructuralSignalId| {
        let line = asked.all.iter().find(|line| line.id == id)?;
        Some(Titled { id, title: localised(&line.title, wording.language()) })
    };
    let mut frame = Frame::new(site, visit, &title.text).at(LIST).with_errors(&errors);
    if let Some((form, action)) = again.form {
        frame = frame.with_switch(form, &format!("{LIST}/{id}/{action}"));
    }
    let typed = again.typed.as_ref();
    let ticked = again.ticked.as_deref();
    let (own_dots, spent) = own_dots(&asked.dots, id, by);
    Ok(OnePage {
        errors,
        done: None,
        undo: asked.history.last_move(by),
        id,
        edition: file.line.edition.map(|(edition, state)| {
            let state = wording.label(state).to_lowercase();
            wording.say("bench-edition", &args![edition = edition.to_string(), state = state])
        }),
        number: edition.0,
        version: file.versions.get(&edition).copied().unwrap_or(0),
        is_open,
        merged_into: file.line.merged_into.and_then(titled),
        left_out: asked.left_out.as_deref().map(|reason| left_out::say(wording, edition, reason)),
        predecessor: file.predecessor.and_then(titled),
        elsewhere: elsewhere(wording, file, &asked.missing),
        open: open_with_missing(
            wording,
            &network,
            file,
            is_open.then_some((asked.cleared.len(), asked.round.is_some())),
            &asked.missing,
        ),
        facts: facts(wording, &network, file),
        members: Members::of(wording, &network, file, &asked.members, ticked),
        members_count: wording.say("bench-signals-count", &args![count = file.line.signals]),
        reason: FreeText::new(wording, "reason", "bench-reason").with(wording, typed),
        others: others(wording, &asked.all, id),
        texts: texts(wording, &network, file, edition),
        evidence: beside::shown(wording, &network, file, edition),
        criteria: criteria(wording, file, edition, ticked),
        note: note(wording, file, edition).with(wording, typed),
        clearance: clearance(wording, &asked, edition, ticked),
        written_by: written_by(wording, &asked),
        may_clear: !asked.authors.contains(&by),
        voices: agreement(wording, &network, file, edition),
        asked: match asked.round {
            None => wording.say("bench-agreement-not-asked", &args![]),
            Some((_, until)) => wording.say("bench-agreement-until", &args![day = wording.day(until)]),
        },
        recognition: recognition(wording, &network, file, edition),
        recommendations: recommendations(wording, &network, file, edition, (None, site.today())),
        sides: sides(wording, &network, &asked.chain),
        dots: dots(wording, &asked.dots, id).unwrap_or_else(|| wording.say("bench-dots-none", &args![])),
        own_dots,
        most_dots: DOTS.saturating_sub(spent),
        actions: asked
            .actions
            .iter()
            .map(|action| {
                let by = asked.history.names().get(&action.account).cloned();
                Noted::new(wording, action, by.unwrap_or_default())
            })
            .collect(),
        forums: discussed(wording, id, &asked.forums),
        action: FreeText::new(wording, "text", "bench-action").with(wording, typed),
        next_on: again.next_on,
        history: asked.history.lines(wording, id),
        title,
        frame,
    })
}

/// What an account gave this one, and what it gave others.
fn own_dots(
    all: &BTreeMap<StructuralSignalId, BTreeMap<AccountId, u32>>,
    id: StructuralSignalId,
    by: AccountId,
) -> (u32, u32) {
    let given = |one: &BTreeMap<AccountId, u32>| one.get(&by).copied().unwrap_or(0);
    let here = all.get(&id).map_or(0, given);
    let elsewhere = all.iter().filter(|(other, _)| **other != id).map(|(_, one)| given(one)).sum();
    (here, elsewhere)
}

fn facts(wording: Wording, network: &NetworkView, file: &StructuralFile) -> Vec<(String, String)> {
    let entry = &file.entry;
    let list = |items: Vec<String>| wording.list(&items.iter().map(String::as_str).collect::<Vec<_>>());
    let cause = match entry.cause {
        None => wording.label(CauseChoice::NoRight),
        Some(cause) if entry.never_eligible => {
            format!(
                "{} ({})",
                wording.label(cause),
                wording.say("field-never_eligible", &args![]).to_lowercase()
            )
        }
        Some(cause) => wording.label(cause),
    };
    let rights = network.rights.iter().filter(|right| entry.rights.contains(&right.code));
    let mut facts = vec![
        ("bench-trace", file.line.trace.clone()),
        ("field-domain", crate::signals::domain(wording, network, &entry.domain)),
        ("field-cause", cause),
        ("bench-rights", list(rights.map(|right| wording.right(right)).collect())),
        ("bench-authorities", list(entry.authorities.iter().map(|one| wording.label(*one)).collect())),
        ("bench-owner", organisation(network, wording.language(), &entry.owner)),
    ];
    facts.retain(|(_, value)| !value.is_empty());
    facts.into_iter().map(|(key, value)| (wording.say(key, &args![]), value)).collect()
}

/// The other structural signals of open editions.
pub fn others(wording: Wording, all: &[StructuralLine], id: StructuralSignalId) -> Vec<Choice> {
    let stands = |line: &&StructuralLine| {
        line.id != id
            && line.merged_into.is_none()
            && line.edition.is_some_and(|(_, state)| state == EditionState::Open)
    };
    let choice = |line: &StructuralLine| Choice {
        code: line.id.to_string(),
        label: localised(&line.title, wording.language()).text,
        chosen: false,
    };
    all.iter().filter(stands).map(choice).collect()
}

fn criteria(
    wording: Wording,
    file: &StructuralFile,
    edition: EditionNumber,
    ticked: Option<&[String]>,
) -> Vec<Choice> {
    let stands = file.entry.chapters.iter().find(|chapter| chapter.edition == edition);
    let stands = stands.map(|chapter| &chapter.criteria);
    let met = |test: fn(&model::Criteria) -> bool| stands.is_some_and(test);
    let all = [
        ("clear", met(|one| one.clear)),
        ("neutral", met(|one| one.neutral)),
        ("recognised", met(|one| one.recognised)),
        ("shared", met(|one| one.shared)),
    ];
    let choice = |(code, met): (&str, bool)| Choice {
        code: code.to_owned(),
        label: wording.say(&format!("criterion-{code}"), &args![]),
        chosen: ticked.map_or(met, |ticked| ticked.iter().any(|one| one == code)),
    };
    all.into_iter().map(choice).collect()
}

fn note(wording: Wording, file: &StructuralFile, edition: EditionNumber) -> FreeText {
    let stands = file.entry.chapters.iter().find(|chapter| chapter.edition == edition);
    let stands = stands.map_or("", |chapter| chapter.criteria.note.as_str());
    FreeText::new(wording, "note", "bench-note").may_be_empty(wording).holding(stands)
}

fn clearance(
    wording: Wording,
    asked: &Asked,
    edition: EditionNumber,
    ticked: Option<&[String]>,
) -> Vec<ToClear> {
    let quotes = beside::evidence(&asked.file, edition).quotes;
    let point = |item: &Cleared| {
        let (by, code) = (asked.cleared.get(item), item.code());
        let name = by.and_then(|by| asked.history.names().get(by));
        let choice = Choice {
            label: wording.say(&format!("bench-clear-{}", item.item.code()), &args![]),
            chosen: ticked.map_or(by.is_some(), |ticked| ticked.contains(&code)),
            code,
        };
        (choice, name.map(|name| wording.say("bench-cleared-by", &args![name = name])))
    };
    let mut parts: Vec<ToClear> = Vec::new();
    for points in Cleared::all(quotes.len()).chunks(Clearance::ALL.len()) {
        let at = points.first().and_then(|point| point.quote);
        let quote = at.and_then(|at| quotes.get(at as usize));
        parts.push(ToClear {
            number: at.map_or(0, |at| at + 1),
            name: match at {
                None => wording.say("bench-clearance-ask", &args![]),
                Some(at) => wording.say("bench-clearance-quote", &args![number = at + 1]),
            },
            quote: quote.map(|quote| localised(&quote.text, wording.language())),
            points: points.iter().map(point).collect(),
        });
    }
    parts
}

fn written_by(wording: Wording, asked: &Asked) -> String {
    let names: Vec<&str> =
        asked.authors.iter().filter_map(|by| asked.history.names().get(by).map(String::as_str)).collect();
    if names.is_empty() {
        wording.say("bench-written-elsewhere", &args![])
    } else {
        wording.say("bench-written-by", &args![names = wording.list(&names)])
    }
}
