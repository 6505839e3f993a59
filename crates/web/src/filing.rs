//! Filing a signal: the form, the page where it is read once more, sending it, and keeping it for later.

mod alike;
mod answers;
mod check;
mod fields;
mod filer;
mod follow_up;
mod form;
mod known;
mod look;
mod offline;
mod receipt;
mod sealed;
mod words;

pub use answers::TEXTS;
pub use words::of_any_page as words_of_any_page;

use std::collections::BTreeMap;

use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use actix_web::{HttpRequest, HttpResponse};
use model::{DraftId, Field, Language};
use serde::{Deserialize, Serialize};
use store::{Error, Filed, NetworkView, OTHER_CONTENT, REFERENCE_TAKEN};
use uuid::Uuid;
use wording::args;

use crate::failure::Failure;
use crate::frame::{FieldError, accepts_html, on_to, page_with};
use crate::gate::{Held, cookie};
use crate::posted::Posted;
use crate::signin::keep;
use crate::site::Site;
use crate::visit::{Caller, Visit};

use answers::Answers;
use check::CheckPage;
use filer::Filer;
use form::{Form, FormPage, Said, new_client_id};
use known::{Told, known};
use look::Looked;

pub use follow_up::{receipt_form, receipt_of};
pub use known::known_part;
pub use offline::{key, manifest, offline_copy, offline_list, queue, session};
pub use receipt::{card, filed};
pub use sealed::{send_sealed, upload_queue};

/// `GET /file`, with `?draft=ID` to go on with a draft.
pub async fn form(
    site: Data<Site>,
    visit: Visit,
    query: Query<BTreeMap<String, String>>,
) -> Result<HttpResponse, Failure> {
    let filer = Filer::of(&visit)?;
    let form = match query.get("draft") {
        Some(id) => open_draft(&site, filer, id).await?,
        None => Form::new(&site, filer),
    };
    draw_form(&site, &visit, &form, StatusCode::OK, Said::default()).await
}

/// `POST /file/check`: the answers once more, or the form with what is to be put right.
pub async fn check(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let form = Form::posted(&site, Filer::of(&visit)?, &posted);
    let network = site.network().await?;
    let looked = form.look(&site, &visit, &network);
    draw_check(&site, &visit, &network, &form, &looked, StatusCode::OK, Said::default()).await
}

/// `POST /file/change`: back to the form, at one question.
pub async fn change(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let form = Form::posted(&site, Filer::of(&visit)?, &posted);
    let said = Said { focus: Field::parse(posted.get("change")).ok(), ..Said::default() };
    draw_form(&site, &visit, &form, StatusCode::OK, said).await
}

/// `POST /file/language`: the same step in another language, with every answer as it was.
pub async fn switch_language(
    site: Data<Site>,
    visit: Visit,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let language = Language::parse(posted.get("switch")).map_err(|_| Failure::Unreadable)?;
    let mut form = Form::posted(&site, Filer::of(&visit)?, &posted);
    // Whoever has not written anything yet is going to write in the language that was chosen.
    if form.answers.is_unwritten() && form.answers.text(Field::Language) == visit.language().code() {
        form.answers.set(Field::Language, language.code().to_owned());
    }
    if let Caller::Person(person) = visit.caller() {
        let id = person.account.id;
        site.ask(move |store| store.set_language(id, language)).await?;
    }
    let visit = visit.in_language(language);
    let mut response = same_step(&site, &visit, &form, posted.get("step"), Said::default()).await?;
    keep(&mut response, cookie(&site, Held::Language, language.code().to_owned()))?;
    Ok(response)
}

/// `POST /file/recognise`: "we see this too", said from the form, which stays as it was.
pub async fn recognise(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let form = Form::posted(&site, Filer::of(&visit)?, &posted);
    let done = known::recognise(&site, visit.wording(), &form.filer, posted.get("recognise")).await?;
    let said = Said { recognised: Some(done), ..Said::default() };
    same_step(&site, &visit, &form, posted.get("step"), said).await
}

/// `POST /file`: sends the signal. The same form sent twice is one signal.
pub async fn send(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let form = Form::posted(&site, Filer::of(&visit)?, &posted);
    let network = site.network().await?;
    let looked = form.look(&site, &visit, &network);
    let wording = visit.wording();
    match file(&site, &form, &looked).await? {
        Outcome::Filed(filed) => Ok(on_to(&format!("/filed/{}", filed.signal))),
        Outcome::ToCorrect => {
            draw_form(
                &site,
                &visit,
                &form,
                StatusCode::UNPROCESSABLE_ENTITY,
                Said { looked: Some(&looked), ..Said::default() },
            )
            .await
        }
        Outcome::ReferenceTaken => {
            let text = wording.say("filing-reference-taken", &args![]);
            let errors = vec![FieldError { field: Field::Reference.code().to_owned(), text }];
            let said = Said { looked: Some(&looked), errors, ..Said::default() };
            draw_form(&site, &visit, &form, StatusCode::UNPROCESSABLE_ENTITY, said).await
        }
        Outcome::OtherContent => {
            // Whoever went back and wrote something else may mean a second signal: asked, not guessed.
            let again = Form { client_id: new_client_id(&site), draft: None, ..form };
            let said = Said { done: wording.say("filing-sent-before", &args![]), ..Said::default() };
            draw_check(&site, &visit, &network, &again, &looked, StatusCode::CONFLICT, said).await
        }
    }
}

/// `POST /file/draft`: keeps the form for later. A script gets JSON.
pub async fn save_draft(
    site: Data<Site>,
    visit: Visit,
    request: HttpRequest,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let form = Form::posted(&site, Filer::of(&visit)?, &posted);
    let account = form.filer.account().ok_or(Failure::Forbidden)?;
    let network = site.network().await?;
    let looked = form.look(&site, &visit, &network);
    let a_script_asks = !accepts_html(request.headers());
    if looked.is_blocked() {
        let text = visit.wording().say("filing-draft-blocked", &args![]);
        if a_script_asks {
            return Ok(HttpResponse::UnprocessableEntity().json(sealed::refusal(
                "personal-data",
                &text,
                &looked,
            )));
        }
        let blocked = Looked { signal: looked.signal.map_err(|_| Vec::new()), ..looked };
        let said = Said { looked: Some(&blocked), done: text, ..Said::default() };
        return draw_form(&site, &visit, &form, StatusCode::UNPROCESSABLE_ENTITY, said).await;
    }
    let id = form.draft.unwrap_or_else(|| DraftId::from_random(site.random()));
    let kept = KeptForm { client_id: form.client_id, answers: form.answers.to_keep() };
    let body = serde_json::to_string(&kept).map_err(|error| Failure::Broken(error.to_string()))?;
    site.ask(move |store| store.save_draft(account, id, &body)).await?;
    if a_script_asks {
        return Ok(HttpResponse::Ok().json(serde_json::json!({ "draft": id.to_string() })));
    }
    Ok(on_to("/signals"))
}

/// By which words a list of drafts names one: its headline, or the beginning of what was written; may be empty.
pub fn title_of_draft(body: &str) -> String {
    let answers =
        serde_json::from_str::<KeptForm>(body).map(|kept| Answers::kept(&kept.answers)).unwrap_or_default();
    let headline = answers.text(Field::Headline).trim();
    let text = if headline.is_empty() { answers.text(Field::Problem).trim() } else { headline };
    let first = text.lines().next().unwrap_or_default();
    let short: String = first.chars().take(model::limits::HEADLINE).collect();
    if short.len() < first.len() { format!("{}…", short.trim_end()) } else { short }
}

/// A form as a draft keeps it.
#[derive(Serialize, Deserialize)]
struct KeptForm {
    client_id: Uuid,
    answers: BTreeMap<String, Vec<String>>,
}

async fn open_draft(site: &Site, filer: Filer, id: &str) -> Result<Form, Failure> {
    let account = filer.account().ok_or(Failure::NotFound)?;
    let id = DraftId::parse(id).map_err(|_| Failure::NotFound)?;
    let draft = site.ask(move |store| store.draft(account, id)).await?.ok_or(Failure::NotFound)?;
    let kept: KeptForm =
        serde_json::from_str(&draft.body).map_err(|_| Failure::Broken("a draft".to_owned()))?;
    Ok(Form {
        filer,
        answers: Answers::kept(&kept.answers),
        client_id: kept.client_id,
        draft: Some(id),
        unsaved: false,
    })
}

/// What became of a form that was sent.
enum Outcome {
    Filed(Filed),
    ToCorrect,
    ReferenceTaken,
    OtherContent,
}

/// Files a form where nothing is wrong with it.
async fn file(site: &Site, form: &Form, looked: &Looked) -> Result<Outcome, Failure> {
    let Some(signal) = looked.fileable() else { return Ok(Outcome::ToCorrect) };
    let filing = store::Filing {
        client_id: form.client_id,
        submission: signal.clone(),
        via: form.filer.via(),
        direct: form.filer.goes_direct(&form.answers),
        release: form.filer.releases(&form.answers),
        draft: form.draft,
    };
    match site.ask(move |store| Ok(store.file(filing))).await? {
        Ok(filed) => Ok(Outcome::Filed(filed)),
        Err(Error::Conflict(detail)) if detail == REFERENCE_TAKEN => Ok(Outcome::ReferenceTaken),
        Err(Error::Conflict(detail)) if detail == OTHER_CONTENT => Ok(Outcome::OtherContent),
        Err(error) => Err(error.into()),
    }
}

async fn draw_form(
    site: &Site,
    visit: &Visit,
    form: &Form,
    status: StatusCode,
    said: Said<'_>,
) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let told = Told::of(&form.answers, visit.language());
    let known = known(site, visit.wording(), Some(&form.filer), told).await?.after(said.recognised.as_ref());
    page_with(status, &FormPage::new(site, visit, &network, form, known, said)?)
}

/// The page of the answers, where they are a signal; else the form, with status 422.
async fn draw_check(
    site: &Site,
    visit: &Visit,
    network: &NetworkView,
    form: &Form,
    looked: &Looked,
    status: StatusCode,
    said: Said<'_>,
) -> Result<HttpResponse, Failure> {
    let Some(signal) = looked.fileable() else {
        let said = Said { looked: Some(looked), ..said };
        return draw_form(site, visit, form, StatusCode::UNPROCESSABLE_ENTITY, said).await;
    };
    let told = Told::of(&form.answers, visit.language());
    let known = known(site, visit.wording(), Some(&form.filer), told).await?.after(said.recognised.as_ref());
    page_with(status, &CheckPage::new(site, visit, network, form, signal, looked, known, said.done))
}

/// The step at which the form is; what was said to be wrong is said again, and nothing of answers that nobody asked to
/// check.
async fn same_step(
    site: &Site,
    visit: &Visit,
    form: &Form,
    step: &str,
    said: Said<'_>,
) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let looked = form.look(site, visit, &network);
    match step {
        "check" => draw_check(site, visit, &network, form, &looked, StatusCode::OK, said).await,
        "wrong" => {
            let said = Said { looked: Some(&looked), ..said };
            draw_form(site, visit, form, StatusCode::OK, said).await
        }
        _ => draw_form(site, visit, form, StatusCode::OK, said).await,
    }
}
