//! Which signals say the same thing: put in, taken out, moved, split off, merged; each with a reason, none for good.

use std::collections::BTreeSet;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use model::{SignalId, StructuralSignalId};
use store::{ATTACHED_ELSEWHERE, MOVED_ON, SignalLine};
use wording::args;

use super::acts::{done, refused};
use super::choose::{Offer, Wanted, chosen, posted_ids, shown};
use super::describe::Chosen;
use super::members::is_printed;
use super::new::{choose_for, title, title_boxes, title_errors, typed_titles};
use super::one::{Again, again};
use super::{Choice, LIST, find, structural_id};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "structural/move.html")]
struct MovePage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    lead: String,
    /// What is done.
    act: &'static str,
    button: String,
    offers: Vec<Offer>,
    titles: Vec<FreeText>,
    reason: FreeText,
}

#[derive(Template)]
#[template(path = "structural/merge.html")]
struct MergePage {
    frame: Frame,
    errors: Vec<FieldError>,
    id: StructuralSignalId,
    title: Words,
    others: Vec<Choice>,
    reason: FreeText,
    /// What will happen, once it was read: with the reason as it was typed.
    preview: Option<Preview>,
}

struct Preview {
    into: StructuralSignalId,
    into_title: Words,
    moves: String,
    reason: String,
    sure: String,
}

/// `GET /structural/{id}/add`
pub async fn add_page(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let file = find(&site, structural_id(&id)?).await?;
    let id = file.line.id;
    let wanted = Wanted::read(&request)?;
    if wanted.is_made && !wanted.chosen.is_empty() {
        return draw(&site, &visit, id, &wanted.chosen, Asking::new(Step::Add)).await;
    }
    choose_for(&site, &visit, format!("{LIST}/{id}/add"), format!("{LIST}/{id}#signals"), &wanted).await
}

/// What is done with chosen signals on a page of its own.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    Add,
    Split,
}

/// `POST /structural/{id}/signals`: what `act` says is done with the ticked signals.
pub async fn signals(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = structural_id(&id)?;
    let ids = posted_ids(&posted)?;
    if ids.is_empty() {
        find(&site, id).await?;
        return refused(&site, &visit, id, "signals", "bench-tick-needed").await;
    }
    let act = posted.get("act");
    if act != "add" && leads_from_print(&site, id, Some(&ids)).await? {
        return refused(&site, &visit, id, "signals", "bench-taken-some").await;
    }
    match act {
        "add" => add(&site, &visit, id, &ids, &posted).await,
        "split" => split(&site, &visit, id, &ids, &posted).await,
        "take-out" | "move" => take_out(&site, &visit, id, &ids, &posted).await,
        _ => Err(Failure::Unreadable),
    }
}

/// Whether a printed chapter leads to one of these signals, or to any that it names: those stay where they are.
async fn leads_from_print(
    site: &Site,
    id: StructuralSignalId,
    ids: Option<&[SignalId]>,
) -> Result<bool, Failure> {
    let ids: Option<BTreeSet<SignalId>> = ids.map(|ids| ids.iter().copied().collect());
    site.ask(move |store| {
        let file = store.structural_signal(id)?;
        let all = u32::try_from(file.line.signals).unwrap_or(u32::MAX);
        let members = store.signals_of(id, all)?;
        let asked = |line: &&SignalLine| ids.as_ref().is_none_or(|ids| ids.contains(&line.id));
        Ok(members.iter().filter(asked).any(|line| is_printed(&file, line)))
    })
    .await
}

async fn add(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    ids: &[SignalId],
    posted: &Posted,
) -> Result<HttpResponse, Failure> {
    let typed = Typed::read(site, visit, posted, "reason", false);
    let Some(reason) = typed.text().map(str::to_owned) else {
        let errors = typed.error(visit.wording()).into_iter().collect();
        let asking = Asking { errors, reason: Some(typed), ..Asking::new(Step::Add) };
        return draw(site, visit, id, ids, asking).await;
    };
    chosen(site, ids).await?;
    let (ids, by) = (ids.to_vec(), visit.person()?.account.id);
    match site.try_ask(move |store| store.attach(id, &ids, &reason, by)).await? {
        Ok(()) => Ok(done(id, "added", "signals")),
        Err(store::Error::Conflict(detail)) if detail == ATTACHED_ELSEWHERE => {
            refused(site, visit, id, "signals", "bench-attached-elsewhere").await
        }
        Err(error) => Err(error.into()),
    }
}

/// Taking out needs a reason; what is moved is taken out and put into the other in one go.
async fn take_out(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    ids: &[SignalId],
    posted: &Posted,
) -> Result<HttpResponse, Failure> {
    let typed = Typed::read(site, visit, posted, "reason", true);
    let moves = posted.get("act") == "move";
    let target = StructuralSignalId::parse(posted.get("into")).ok().filter(|_| moves);
    let mut errors = Vec::new();
    if moves && target.is_none() {
        let text = visit.wording().say("bench-into-needed", &args![]);
        errors.push(FieldError { field: "into".to_owned(), text });
    }
    let Some(reason) = typed.text().filter(|_| errors.is_empty()).map(str::to_owned) else {
        let ticked = Some(ids.iter().map(SignalId::to_string).collect());
        let form = Some(("members", "signals"));
        let back = Again { typed: Some(typed), errors, form, ticked, ..Again::default() };
        return again(site, visit, id, back).await;
    };
    let (ids, by) = (ids.to_vec(), visit.person()?.account.id);
    let outcome = site
        .try_ask(move |store| {
            if let Some(target) = target {
                // Whether the other stands is known before anything is taken out.
                if store.structural_signal(target)?.line.merged_into.is_some() || target == id {
                    return Err(store::Error::Conflict(store::MERGED.to_owned()));
                }
            }
            store.detach(id, &ids, &reason, by)?;
            target.map_or(Ok(()), |target| store.attach(target, &ids, &reason, by))
        })
        .await?;
    match outcome {
        Ok(()) => Ok(done(id, if moves { "moved" } else { "taken-out" }, "signals")),
        Err(store::Error::Conflict(detail)) if detail == MOVED_ON => {
            refused(site, visit, id, "signals", "bench-moved-on").await
        }
        Err(error) => Err(error.into()),
    }
}

/// Makes another of the ticked signals; first the page that asks for its title.
async fn split(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    ids: &[SignalId],
    posted: &Posted,
) -> Result<HttpResponse, Failure> {
    let file = find(site, id).await?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let reason = Typed::read(site, visit, posted, "reason", true);
    // The first time the page only asks: what is missing is no mistake yet.
    let asked = posted.has("titles");
    let titles = if asked { typed_titles(site, visit, posted) } else { Vec::new() };
    let mut errors = Vec::new();
    if asked || !reason.is_empty() {
        errors.extend(reason.error(wording));
    }
    if asked {
        errors.extend(title_errors(wording, &titles));
    }
    let words = reason.text().filter(|_| asked && errors.is_empty()).map(str::to_owned);
    let Some(words) = words else {
        let reason = Some(reason).filter(|typed| asked || !typed.is_empty());
        let asking = Asking { step: Step::Split, titles, errors, reason };
        return draw(site, visit, id, ids, asking).await;
    };
    // What is split off is about the same: it begins as the other is described.
    let described = Chosen::of(&file).read(wording, &network, title(&titles));
    let description = described.map_err(|_| Failure::Conflict)?;
    let (ids, by) = (ids.to_vec(), visit.person()?.account.id);
    match site.try_ask(move |store| store.split(id, &ids, description, &words, by)).await? {
        Ok(made) => Ok(done(made, "split", "signals")),
        Err(store::Error::Conflict(detail)) if detail == MOVED_ON => {
            refused(site, visit, id, "signals", "bench-moved-on").await
        }
        Err(error) => Err(error.into()),
    }
}

/// What a page asks before chosen signals are moved, with what was typed already.
struct Asking {
    step: Step,
    titles: Vec<Typed>,
    errors: Vec<FieldError>,
    reason: Option<Typed>,
}

impl Asking {
    fn new(step: Step) -> Self {
        Self { step, titles: Vec::new(), errors: Vec::new(), reason: None }
    }
}

async fn draw(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    ids: &[SignalId],
    asking: Asking,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let file = find(site, id).await?;
    let files = chosen(site, ids).await?;
    let (key, act) = match asking.step {
        Step::Add => ("bench-add", "add"),
        Step::Split => ("bench-split", "split"),
    };
    let say = |part: &str| wording.say(&format!("{key}-{part}"), &args![]);
    let mut reason = FreeText::new(wording, "reason", "bench-reason").with(wording, asking.reason.as_ref());
    if asking.step == Step::Add {
        reason = reason.may_be_empty(wording);
    }
    let status = if asking.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let offers = files.iter().map(|file| Offer {
        id: file.line.id,
        line: shown(wording, &network, &file.line),
        chosen: true,
        may: true,
    });
    let titles = match asking.step {
        Step::Add => Vec::new(),
        Step::Split => title_boxes(wording, &asking.titles),
    };
    let page = MovePage {
        frame: Frame::new(site, visit, &say("title"))
            .at(LIST)
            .with_errors(&asking.errors)
            .with_switch("move", &format!("{LIST}/{id}/signals")),
        id,
        title: localised(&file.line.title, visit.language()),
        lead: say("lead"),
        act,
        button: say("do"),
        offers: offers.collect(),
        titles,
        reason,
        errors: asking.errors,
    };
    page_with(status, &page)
}

/// `GET /structural/{id}/merge`
pub async fn merge_page(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    draw_merge(&site, &visit, structural_id(&id)?, Merging::default()).await
}

/// `POST /structural/{id}/merge`: first what will happen, then, confirmed, it happens.
pub async fn merge(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = structural_id(&id)?;
    let typed = Typed::read(&site, &visit, &posted, "reason", true);
    let into = StructuralSignalId::parse(posted.get("into")).ok().filter(|into| *into != id);
    let mut errors: Vec<FieldError> = Vec::new();
    if into.is_none() {
        let text = visit.wording().say("bench-into-needed", &args![]);
        errors.push(FieldError { field: "into".to_owned(), text });
    }
    errors.extend(typed.error(visit.wording()));
    let (Some(into), Some(reason)) = (into, typed.text().map(str::to_owned)) else {
        let merging = Merging { errors, typed: Some(typed), into, is_read: false };
        return draw_merge(&site, &visit, id, merging).await;
    };
    if posted.get("act") != "merge" {
        let is_read = posted.get("act") != "change";
        let merging = Merging { errors, typed: Some(typed), into: Some(into), is_read };
        return draw_merge(&site, &visit, id, merging).await;
    }
    if leads_from_print(&site, id, None).await? {
        return refused(&site, &visit, id, "signals", "bench-taken-some").await;
    }
    let by = visit.person()?.account.id;
    site.ask(move |store| store.merge(id, into, &reason, by)).await?;
    Ok(done(into, "merged", "signals"))
}

/// What the page of a merge has been told already.
#[derive(Default)]
struct Merging {
    errors: Vec<FieldError>,
    typed: Option<Typed>,
    into: Option<StructuralSignalId>,
    /// Whether all is there, and what will happen is shown.
    is_read: bool,
}

async fn draw_merge(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    merging: Merging,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let file = find(site, id).await?;
    let all = site.ask(store::Store::structural_signals).await?;
    let others = super::one::others(wording, &all, id);
    let Merging { errors, typed, into, is_read } = merging;
    let words = |id| {
        let line = all.iter().find(|line| line.id == id)?;
        Some(localised(&line.title, wording.language()))
    };
    let preview = into.filter(|_| is_read).and_then(|into| {
        let text = typed.as_ref()?.typed().to_owned();
        let moves = wording.say("bench-merge-moves", &args![count = file.line.signals]);
        let sure = typed.as_ref().map(|typed| typed.doubts().to_string())?;
        Some(Preview { into, into_title: words(into)?, moves, reason: text, sure })
    });
    let chosen = into.map(|into| into.to_string());
    let pick = |choice: Choice| Choice { chosen: Some(&choice.code) == chosen.as_ref(), ..choice };
    let status = if errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = MergePage {
        frame: Frame::new(site, visit, &wording.say("bench-merge-title", &args![]))
            .at(LIST)
            .with_errors(&errors)
            .with_switch("merge", &format!("{LIST}/{id}/merge")),
        id,
        title: localised(&file.line.title, visit.language()),
        others: others.into_iter().map(pick).collect(),
        reason: FreeText::new(wording, "reason", "bench-reason").with(wording, typed.as_ref()),
        preview,
        errors,
    };
    page_with(status, &page)
}
