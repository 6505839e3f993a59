//! The start, the help page, the language, and whether the service lives.

use actix_web::HttpRequest;
use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{Language, Role};
use wording::args;

use crate::access::FILERS;
use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::gate::{Held, cookie};
use crate::routes::page_above;
use crate::signin::keep;
use crate::site::Site;
use crate::visit::{Caller, Visit};

/// `GET /`: everyone's first page.
pub async fn start(visit: Visit) -> HttpResponse {
    on_to(match visit.caller() {
        Caller::Card(_) => "/file",
        caller => match caller.person() {
            None => "/sign-in",
            Some(person) if person.has_any(&[Role::NetworkCoordinator]) => "/network",
            Some(person) if person.has_any(&[Role::SignalCoordinator]) => "/organisation",
            Some(person) if person.has_any(FILERS) => "/file",
            Some(person) if person.has_any(&[Role::Reader]) => "/problems",
            Some(_) => "/administration",
        },
    })
}

/// What a signal is, what a machine cannot see, what happens next.
#[derive(Template)]
#[template(path = "help.html")]
pub struct HelpPage {
    /// Around it.
    pub frame: Frame,
    /// Whether somebody of an authority reads it, who files nothing.
    reader: bool,
}

impl HelpPage {
    /// The page for this visit.
    pub fn new(site: &Site, visit: &Visit) -> Self {
        let title = visit.wording().say("help-title", &args![]);
        let person = visit.caller().person();
        let reader = person.is_some_and(|person| person.has_any(&[Role::Reader]) && !person.has_any(FILERS));
        Self { frame: Frame::new(site, visit, &title).at("/help"), reader }
    }
}

/// `GET /help`
pub async fn help(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&HelpPage::new(&site, &visit))
}

/// `GET /language/{code}`: the language from now on; back to where one came from.
pub async fn language(
    site: Data<Site>,
    visit: Visit,
    code: Path<String>,
    request: HttpRequest,
) -> Result<HttpResponse, Failure> {
    let language = Language::parse(&code).map_err(|_| Failure::NotFound)?;
    let mut response = on_to(&back(&request));
    keep(&mut response, cookie(&site, Held::Language, language.code().to_owned()))?;
    if let Caller::Person(person) = visit.caller() {
        let id = person.account.id;
        site.ask(move |store| store.set_language(id, language)).await?;
    }
    Ok(response)
}

/// The path of this site that the browser came from.
fn back(request: &HttpRequest) -> String {
    let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
    let (Some(from), Some(host)) = (header(header::REFERER), header(header::HOST)) else {
        return "/".to_owned();
    };
    let path = from
        .split_once("://")
        .and_then(|(_, rest)| rest.strip_prefix(host))
        .and_then(crate::signin::safe_path)
        .unwrap_or("/");
    // The page of a form that was sent has the address of the form, which cannot be opened.
    match path.split_once('?') {
        Some((before, _)) if page_above(before) == before => path.to_owned(),
        Some((before, _)) => page_above(before),
        None => page_above(path),
    }
}

/// `GET /health`: whether the database answers.
pub async fn health(site: Data<Site>) -> Result<HttpResponse, Failure> {
    site.ask(store::Store::network).await?;
    Ok(HttpResponse::Ok().content_type("text/plain; charset=utf-8").body("ok"))
}
