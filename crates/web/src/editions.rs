//! What was published, for everyone: a list of the editions, and their files as they were published.
//!
//! A file is served only where the manifest beside it is the one that the store recorded at publication, and the file is what
//! that manifest says: nothing frozen and unpublished, nothing changed on disk afterwards.

use std::fs;
use std::path::Path as FilePath;

use actix_web::http::header::{self, HeaderValue};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use data_encoding::HEXLOWER;
use model::{Edition, EditionNumber, EditionState, Language, Role, StructuralSignalId};
use reading::page::{ANSWER_BEGINS, ANSWER_ENDS};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::Store;
use wording::{Wording, args};

use crate::assets::content_type;
use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::site::Site;
use crate::visit::{Person, Visit};

const MANIFEST: &str = "manifest.json";

/// What is read of a manifest.
#[derive(Deserialize)]
struct Manifest {
    files: Vec<Listed>,
}

#[derive(Deserialize)]
struct Listed {
    name: String,
    sha256: String,
}

/// A published edition with its manifest, byte by byte.
struct Published {
    edition: Edition,
    manifest: Vec<u8>,
    files: Vec<Listed>,
}

fn hash(bytes: &[u8]) -> String {
    HEXLOWER.encode(&Sha256::digest(bytes))
}

/// The edition, where it is published and its files stand in this folder.
fn published(store: &Store, folder: &FilePath, edition: Edition) -> Result<Option<Published>, store::Error> {
    if edition.state != EditionState::Published {
        return Ok(None);
    }
    let Some(recorded) = store.published_manifest(edition.number, edition.revision)? else { return Ok(None) };
    let Ok(manifest) = fs::read(folder.join(format!("edition-{}", edition.number)).join(MANIFEST)) else {
        return Ok(None);
    };
    if hash(&manifest) != recorded {
        return Ok(None);
    }
    let Ok(Manifest { files }) = serde_json::from_slice(&manifest) else { return Ok(None) };
    Ok(Some(Published { edition, manifest, files }))
}

/// A file as it was published, with its SHA-256.
fn file_of(
    store: &Store,
    folder: &FilePath,
    number: EditionNumber,
    name: &str,
) -> Result<Option<(Vec<u8>, String)>, store::Error> {
    let Some(edition) = store.editions()?.into_iter().find(|edition| edition.number == number) else {
        return Ok(None);
    };
    let Some(published) = published(store, folder, edition)? else { return Ok(None) };
    if name == MANIFEST {
        let hash = hash(&published.manifest);
        return Ok(Some((published.manifest, hash)));
    }
    // Only what the manifest names is looked for on disk.
    let Some(listed) = published.files.into_iter().find(|listed| listed.name == name) else {
        return Ok(None);
    };
    let read = fs::read(folder.join(format!("edition-{number}")).join(&listed.name));
    Ok(read.ok().filter(|bytes| hash(bytes) == listed.sha256).map(|bytes| (bytes, listed.sha256)))
}

#[derive(Template)]
#[template(path = "editions/editions.html")]
struct EditionsPage {
    frame: Frame,
    lead: String,
    editions: Vec<EditionLine>,
}

struct EditionLine {
    name: String,
    period: String,
    /// Its pages and PDFs, the language of the visit first.
    languages: Vec<LanguageLine>,
}

struct LanguageLine {
    code: &'static str,
    read: String,
    pages: String,
    pdf_label: String,
    pdf: String,
}

/// `GET /editions`
pub async fn list(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let folder = site.settings().editions.clone();
    let found = site
        .ask(move |store| {
            let Some(folder) = folder else { return Ok(Vec::new()) };
            let editions = store.editions()?.into_iter();
            editions.filter_map(|edition| published(store, &folder, edition).transpose()).collect()
        })
        .await?;
    let wording = visit.wording();
    let line = |published: &Published| {
        let number = published.edition.number;
        let mut languages: Vec<Language> = Language::ALL.to_vec();
        languages.sort_by_key(|language| *language != visit.language());
        let has = |name: &str| published.files.iter().any(|listed| listed.name == name);
        languages.retain(|language| has(&format!("bundle.{language}.pdf")));
        let line = |language: Language| {
            let wording = Wording::new(language);
            LanguageLine {
                code: language.code(),
                read: wording.say("editions-read", &args![]),
                pages: format!("/editions/{number}/{language}/index.html"),
                pdf_label: wording.say("reading-pdf", &args![]),
                pdf: format!("/editions/{number}/bundle.{language}.pdf"),
            }
        };
        EditionLine {
            name: wording.say("edition-name", &args![edition = number.to_string()]),
            period: wording.say("cover-period", &args![period = wording.period(published.edition.period)]),
            languages: languages.into_iter().map(line).collect(),
        }
    };
    let title = wording.say("editions-title", &args![]);
    page(&EditionsPage {
        frame: Frame::new(&site, &visit, &title).at("/editions"),
        lead: wording.say("editions-lead", &args![]),
        editions: found.iter().rev().map(line).collect(),
    })
}

/// `GET /editions/{number}`: to the choice of a language.
pub async fn front(number: Path<String>) -> Result<HttpResponse, Failure> {
    Ok(on_to(&format!("/editions/{}/index.html", edition_number(&number)?)))
}

/// `GET /editions/{number}/{name}`
pub async fn top(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    path: Path<(String, String)>,
) -> Result<HttpResponse, Failure> {
    let (number, name) = path.into_inner();
    if Language::parse(&name).is_ok() {
        return Ok(on_to(&format!("/editions/{}/{name}/index.html", edition_number(&number)?)));
    }
    serve(&site, &visit, &request, &number, name).await
}

/// `GET /editions/{number}/{folder}/{name}`
pub async fn within(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    path: Path<(String, String, String)>,
) -> Result<HttpResponse, Failure> {
    let (number, folder, name) = path.into_inner();
    serve(&site, &visit, &request, &number, format!("{folder}/{name}")).await
}

fn edition_number(text: &str) -> Result<EditionNumber, Failure> {
    let number = text.parse().map(EditionNumber).map_err(|_| Failure::NotFound)?;
    if number.to_string() == text { Ok(number) } else { Err(Failure::NotFound) }
}

async fn serve(
    site: &Site,
    visit: &Visit,
    request: &HttpRequest,
    number: &str,
    name: String,
) -> Result<HttpResponse, Failure> {
    let number = edition_number(number)?;
    let folder = site.settings().editions.clone().ok_or(Failure::NotFound)?;
    let wanted = name.clone();
    let found = site.ask(move |store| file_of(store, &folder, number, &wanted)).await?;
    let (bytes, hash) = found.ok_or(Failure::NotFound)?;
    if let Some(page) = with_answer(site, visit, number, &name, &bytes).await? {
        // For this reader alone.
        return Ok(HttpResponse::Ok().content_type(content_type(&name)).body(page));
    }
    let tag = format!("\"{hash}\"");
    let fresh =
        request.headers().get(header::IF_NONE_MATCH).map(HeaderValue::as_bytes) == Some(tag.as_bytes());
    let mut response = if fresh { HttpResponse::NotModified() } else { HttpResponse::Ok() };
    // The button of a chapter depends on who asks: a browser asks each time.
    response
        .insert_header((header::CACHE_CONTROL, "private, no-cache"))
        .insert_header((header::ETAG, tag))
        .content_type(content_type(&name));
    Ok(if fresh { response.finish() } else { response.body(bytes) })
}

/// The page of a chapter with a way to answer, where whoever asks may answer.
async fn with_answer(
    site: &Site,
    visit: &Visit,
    number: EditionNumber,
    name: &str,
    bytes: &[u8],
) -> Result<Option<String>, Failure> {
    let answers = |person: &&Person| person.has_any(&[Role::NetworkCoordinator, Role::Reader]);
    let Some(person) = visit.caller().person().filter(answers) else { return Ok(None) };
    let language = name.split('/').next().and_then(|folder| Language::parse(folder).ok());
    let text = std::str::from_utf8(bytes).ok().filter(|_| name.ends_with(".html"));
    let (Some(language), Some(text)) = (language, text) else { return Ok(None) };
    let parts = text.split_once(ANSWER_BEGINS);
    let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once(ANSWER_ENDS)?)));
    let Some((before, (trace, after))) = parts else { return Ok(None) };
    let authority = person.account.authority.filter(|_| !person.has_any(&[Role::NetworkCoordinator]));
    let trace = trace.to_owned();
    let found: Option<StructuralSignalId> = site
        .ask(move |store| {
            let Some(id) = store.structural_by_trace(&trace)? else { return Ok(None) };
            let known = store.known_problems(None)?;
            let here = known.iter().find(|known| known.structural == id && known.edition == number);
            let competent = here.filter(|known| {
                known.published
                    && authority.map_or(!known.authorities.is_empty(), |authority| {
                        known.authorities.contains(&authority)
                    })
            });
            Ok(competent.map(|_| id))
        })
        .await?;
    let Some(id) = found else { return Ok(None) };
    let label = Wording::new(language).say("reading-answer", &args![]);
    Ok(Some(format!(
        "{before}<p class=\"answer-here\"><a href=\"/problems/{id}/answer\">{label}</a></p>{after}"
    )))
}
