//! What the owner of a structural signal did about it, where somebody of that organisation reads and notes it.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{Role, StructuralSignalId};
use serde::Deserialize;
use store::{Account, Action, KnownProblem};
use wording::{Wording, args};

use super::acts::ActionForm;
use super::done::Done;
use super::structural_id;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::free_text::FreeText;
use crate::posted::Posted;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

/// The list in which it stands for who is no network coordinator.
const PROBLEMS: &str = "/problems";

#[derive(Template)]
#[template(path = "structural/owned.html")]
struct OwnedPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    id: StructuralSignalId,
    title: Words,
    actions: Vec<Noted>,
    action: FreeText,
    next_on: String,
}

/// What was done.
pub struct Noted {
    /// When.
    pub day: String,
    /// Who noted it.
    pub by: String,
    /// What was done, and with whom.
    pub text: String,
    /// By when the next step is due.
    pub next: Option<String>,
}

impl Noted {
    /// As it is read.
    pub fn new(wording: Wording, action: &Action, by: String) -> Self {
        Self {
            day: wording.day(action.day),
            by,
            text: action.text.clone(),
            next: action.next_on.map(|day| wording.say("bench-next-on", &args![day = wording.day(day)])),
        }
    }
}

/// Where this is read and noted.
pub fn path_of(id: StructuralSignalId) -> String {
    format!("{PROBLEMS}/{id}/actions")
}

/// What the address may ask for.
#[derive(Deserialize)]
pub struct OwnedQuery {
    done: Option<String>,
}

/// `GET /problems/{id}/actions`: for the signal coordinators of the organisation that owns it.
pub async fn owned(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<OwnedQuery>,
) -> Result<HttpResponse, Failure> {
    let known = own(&site, &visit, structural_id(&id)?).await?;
    let mut drawn = draw(&site, &visit, &known, ActionForm::default()).await?;
    drawn.done = Done::said(visit.wording(), query.done.as_deref());
    page(&drawn)
}

/// `POST /problems/{id}/actions`
pub async fn note_owned(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let known = own(&site, &visit, structural_id(&id)?).await?;
    let form = ActionForm::read(&site, &visit, &posted);
    let Some((text, next_on)) = form.filled() else {
        let drawn = draw(&site, &visit, &known, form).await?;
        let status = if drawn.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
        return page_with(status, &drawn);
    };
    let (id, by) = (known.structural, visit.person()?.account.id);
    site.ask(move |store| store.note_action(id, &text, next_on, by)).await?;
    Ok(on_to(&format!("{}?done={}", path_of(id), Done::Noted.code())))
}

/// The problem, where this person speaks for the organisation that owns it. `NotFound` too for what nobody of it reads yet.
async fn own(site: &Site, visit: &Visit, id: StructuralSignalId) -> Result<KnownProblem, Failure> {
    let person = visit.person()?;
    let organisation = person.account.organisation.clone().ok_or(Failure::Forbidden)?;
    if !person.has_any(&[Role::SignalCoordinator]) {
        return Err(Failure::Forbidden);
    }
    let (owner, known) = site
        .ask(move |store| {
            let owner = store.structural_signal(id)?.line.owner;
            let known = store.known_problems_of(&[id], Some(&organisation))?;
            Ok((owner == organisation, known.into_iter().next()))
        })
        .await?;
    match known {
        None => Err(Failure::NotFound),
        Some(_) if !owner => Err(Failure::Forbidden),
        Some(known) => Ok(known),
    }
}

async fn draw(
    site: &Site,
    visit: &Visit,
    known: &KnownProblem,
    form: ActionForm,
) -> Result<OwnedPage, Failure> {
    let (wording, id) = (visit.wording(), known.structural);
    let (actions, accounts) = site.ask(move |store| Ok((store.actions(id)?, store.accounts()?))).await?;
    let accounts: BTreeMap<_, Account> = accounts.into_iter().map(|account| (account.id, account)).collect();
    let own = visit.person()?.account.organisation.as_ref();
    // Names of one's own house; the others are the network.
    let name = |action: &Action| match accounts.get(&action.account) {
        Some(account) if account.organisation.as_ref() == own => account.name.clone(),
        _ => wording.say("owned-by-network", &args![]),
    };
    let errors = if form.typed.is_some() && !visit.switches() { form.errors(wording) } else { Vec::new() };
    Ok(OwnedPage {
        frame: Frame::new(site, visit, &wording.say("bench-actions", &args![]))
            .at(PROBLEMS)
            .with_errors(&errors)
            .with_switch("act", &path_of(id)),
        errors,
        done: None,
        id,
        title: localised(&known.title, wording.language()),
        actions: actions.iter().map(|action| Noted::new(wording, action, name(action))).collect(),
        action: FreeText::new(wording, "text", "bench-action").with(wording, form.typed.as_ref()),
        next_on: form.next_on,
    })
}
