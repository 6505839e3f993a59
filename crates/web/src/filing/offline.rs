//! What a page needs to work without network: a copy of the form that belongs to nobody, the list of what to keep,
//! the key to seal to, who is there, and the page of what waits.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::header;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use data_encoding::BASE64URL_NOPAD;
use model::Language;
use serde_json::json;
use wording::args;

use super::filer::Filer;
use super::form::FormPage;
use super::{sealed, words};
use crate::failure::Failure;
use crate::frame::{Frame, page};
use crate::home::HelpPage;
use crate::secrets::form_mark;
use crate::site::Site;
use crate::visit::{Caller, Visit};

/// `GET /file/session`: who is there, the mark for what a script sends, and the key to seal to.
pub async fn session(site: Data<Site>, visit: Visit) -> HttpResponse {
    let filer = Filer::of(&visit).ok();
    HttpResponse::Ok().json(json!({
        "csrf": form_mark(site.visit_key(), visit.key(), site.random()),
        "signed_in": filer.is_some(),
        "filer": filer.map(|filer| filer.mark()),
        "key": public_key(&site),
        "key_id": sealed::key_id(&site),
    }))
}

/// `GET /file/key`: the key to seal to.
pub async fn key(site: Data<Site>) -> HttpResponse {
    HttpResponse::Ok().json(json!({ "key": public_key(&site), "key_id": sealed::key_id(&site) }))
}

/// `GET /file/offline.json?language=nl`: what the worker keeps. Another version, another copy.
pub async fn offline_list(
    site: Data<Site>,
    visit: Visit,
    query: Query<BTreeMap<String, String>>,
) -> Result<HttpResponse, Failure> {
    let language =
        query.get("language").and_then(|code| Language::parse(code).ok()).unwrap_or(visit.language());
    let mut copies = Vec::new();
    for (_, name) in COPIES {
        copies.push(draw_copy(&site, language, name).await?);
    }
    let assets = site.assets();
    // The lists of the network are in the page: when one changes, the copy is another.
    let parts: Vec<&str> =
        std::iter::once(assets.version()).chain(copies.iter().map(String::as_str)).collect();
    let content = sealed::short_hash(&parts);
    let pages = COPIES.map(|(path, name)| (path, format!("/file/offline/{language}/{name}")));
    let names = assets.names().filter(|name| is_of_the_form(name));
    Ok(HttpResponse::Ok().json(json!({
        "version": format!("{language}-{content}"),
        "pages": BTreeMap::from(pages),
        "assets": names.map(|name| assets.url(name)).collect::<Vec<_>>(),
    })))
}

/// `GET /file/offline/{code}/{name}`: the copies themselves. Nothing of anybody is in them.
pub async fn offline_copy(site: Data<Site>, path: Path<(String, String)>) -> Result<HttpResponse, Failure> {
    let (language, name) = path.into_inner();
    let language = Language::parse(&language).map_err(|_| Failure::NotFound)?;
    let body = draw_copy(&site, language, &name).await?;
    // Fetched again whenever the list says so; kept by the worker, not by the browser.
    Ok(HttpResponse::Ok()
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .content_type("text/html; charset=utf-8")
        .body(body))
}

/// What opens without network, and the name of its copy. The last one stands in for every other page.
const COPIES: [(&str, &str); 4] =
    [("/file", "form"), ("/file/queue", "queue"), ("/help", "help"), ("/file/offline", "any")];

#[derive(Template)]
#[template(path = "filing/away.html")]
struct AwayPage {
    frame: Frame,
}

#[derive(Template)]
#[template(path = "filing/queue.html")]
pub struct QueuePage {
    pub frame: Frame,
    pub words: String,
    pub copy: bool,
    /// What became of each item of a file that was uploaded.
    pub results: Vec<ItemResult>,
}

/// What became of one item.
pub struct ItemResult {
    /// The receipt, where it was taken.
    pub receipt: Option<String>,
    /// Why it was not.
    pub why: String,
}

/// `GET /file/queue`: what waits on this phone. The list is the phone's own; the server knows nothing of it.
pub async fn queue(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&queue_page(&site, &visit, Vec::new()))
}

/// The page of what waits, with what became of a file.
pub fn queue_page(site: &Site, visit: &Visit, results: Vec<ItemResult>) -> QueuePage {
    let frame = Frame::new(site, visit, &visit.wording().say("filing-queue-title", &args![]));
    let frame = frame.with_script(site, "queue.js");
    QueuePage { frame, words: words::of_queue(visit.wording()), copy: false, results }
}

/// `GET /manifest.webmanifest`: by which a phone installs the form.
pub async fn manifest(site: Data<Site>, visit: Visit) -> HttpResponse {
    let wording = visit.wording();
    let icon = |name: &str, sizes: &str, kind: &str, purpose: &str| json!({ "src": site.assets().url(name), "sizes": sizes, "type": kind, "purpose": purpose });
    let manifest = json!({
        "id": "/file",
        "name": wording.say("filing-app.name", &args![]),
        "short_name": wording.say("filing-app", &args![]),
        "description": wording.say("filing-app.description", &args![]),
        "lang": visit.language().code(),
        "start_url": "/file",
        "scope": "/",
        "display": "standalone",
        "icons": [
            icon("mark.svg", "any", "image/svg+xml", "any"),
            icon("icon-192.png", "192x192", "image/png", "any"),
            icon("icon-512.png", "512x512", "image/png", "any"),
            icon("icon-maskable-512.png", "512x512", "image/png", "maskable"),
        ],
    });
    HttpResponse::Ok().content_type("application/manifest+json").body(manifest.to_string())
}

fn public_key(site: &Site) -> String {
    BASE64URL_NOPAD.encode(site.sealed_key().public())
}

/// A visit of nobody, for what is kept on phones.
fn nobody(language: Language) -> Visit {
    Visit::new(Caller::Visitor, language, String::new(), String::new(), None)
}

/// A copy by its name.
async fn draw_copy(site: &Site, language: Language, name: &str) -> Result<String, Failure> {
    let visit = nobody(language);
    let wording = visit.wording();
    Ok(match name {
        "form" => {
            let network = site.network().await?;
            FormPage::copy(site, &visit, &network)?.render()?
        }
        "queue" => {
            let mut page = queue_page(site, &visit, Vec::new());
            page.copy = true;
            page.frame = page.frame.kept_offline("/file/queue");
            page.render()?
        }
        "help" => {
            let mut page = HelpPage::new(site, &visit);
            page.frame = page.frame.kept_offline("/help");
            page.render()?
        }
        "any" => {
            let frame = Frame::new(site, &visit, &wording.say("filing-away", &args![]));
            AwayPage { frame: frame.kept_offline("") }.render()?
        }
        _ => return Err(Failure::NotFound),
    })
}

/// What the form and the page of what waits load: not the pictures and papers of other pages.
fn is_of_the_form(name: &str) -> bool {
    let kind = name.rsplit('.').next().unwrap_or_default();
    matches!(kind, "css" | "js" | "woff2") && name != "service-worker.js"
        || matches!(name, "rules.json" | "mark.svg")
}
