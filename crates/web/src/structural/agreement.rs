//! What an organisation says of one chapter of the edition that is being written, in the version that it read.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{Agreement, AgreementEntry, Code, EditionNumber, StructuralSignalId};
use serde::Deserialize;
use store::{RecommendationAt, Signature, WRITTEN_MEANWHILE};
use wording::args;

use super::asked::{Item, ask};
use super::done::Done;
use super::sections::{Recommended, recommendations};
use super::structural_id;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// The page of a signal coordinator.
pub const HERE: &str = "/agreement";

/// What the address may ask for.
#[derive(Deserialize)]
pub struct AgreementQuery {
    /// What was just done, as a code.
    pub done: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/agree_one.html")]
struct OnePage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    item: Item,
    edition: EditionNumber,
    stances: Vec<(Agreement, String, bool)>,
    remark: FreeText,
    /// Somebody wrote it anew since it was read.
    changed: bool,
    recommendations: Vec<Recommended>,
}

/// `GET /agreement/{id}`
pub async fn agreement_one(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    query: Query<AgreementQuery>,
) -> Result<HttpResponse, Failure> {
    let done = Done::said(visit.wording(), query.done.as_deref());
    draw_one(&site, &visit, structural_id(&id)?, Answer { done, ..Answer::default() }).await
}

/// `POST /agreement/{id}`
pub async fn agree(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = structural_id(&id)?;
    let organisation = own_organisation(&visit)?;
    let edition = super::acts::edition(&posted)?;
    let version: i32 = posted.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let stance = Agreement::parse(posted.get("stance")).ok();
    let words_needed = stance.is_some_and(|stance| stance != Agreement::Agrees);
    let typed = Typed::read(&site, &visit, &posted, "remark", words_needed);
    let (Some(stance), Some(remark)) = (stance, typed.text().map(str::to_owned)) else {
        let answer = Answer { stance, typed: Some(typed), is_sent: !visit.switches(), ..Answer::default() };
        return draw_one(&site, &visit, id, answer).await;
    };
    // Whoever simply agrees has no remark to keep.
    let remark = if stance == Agreement::Agrees { String::new() } else { remark };
    let by = visit.person()?.account.id;
    let said = AgreementEntry { organisation, stance, remark };
    match site.try_ask(move |store| store.agree(id, edition, version, said, by)).await? {
        Ok(()) => Ok(on_to(&format!("{HERE}?done=agreed"))),
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
            let answer =
                Answer { stance: Some(stance), typed: Some(typed), changed: true, ..Answer::default() };
            draw_one(&site, &visit, id, answer).await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /agreement/{id}/sign`: the organisation signs a recommendation of the chapter, or takes its signature back.
pub async fn sign(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = structural_id(&id)?;
    let organisation = own_organisation(&visit)?;
    let at: i32 = posted.get("at").parse().map_err(|_| Failure::Unreadable)?;
    let signature = Signature {
        at: RecommendationAt(at),
        asks: posted.get("asks").to_owned(),
        signs: posted.get("act") == "sign",
    };
    let asked = ask(&site).await?.ok_or(Failure::NotFound)?;
    if !asked.files.iter().any(|file| file.line.id == id) {
        return Err(Failure::NotFound);
    }
    let by = visit.person()?.account.id;
    let signing =
        site.try_ask(move |store| store.sign_recommendation(id, organisation, signature, by)).await?;
    match signing {
        Ok(()) => Ok(on_to(&format!("{HERE}/{id}?done=signed#recommendations"))),
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => {
            draw_one(&site, &visit, id, Answer { changed: true, ..Answer::default() }).await
        }
        Err(error) => Err(error.into()),
    }
}

/// What was chosen on the page of one chapter.
#[derive(Default)]
struct Answer {
    stance: Option<Agreement>,
    typed: Option<Typed>,
    is_sent: bool,
    changed: bool,
    done: Option<String>,
}

/// The organisation for which somebody speaks.
pub fn own_organisation(visit: &Visit) -> Result<Code, Failure> {
    visit.person()?.account.organisation.clone().ok_or(Failure::Forbidden)
}

async fn draw_one(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    answer: Answer,
) -> Result<HttpResponse, Failure> {
    let organisation = own_organisation(visit)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let asked = ask(site).await?.ok_or(Failure::NotFound)?;
    let file = asked.files.iter().find(|file| file.line.id == id).ok_or(Failure::NotFound)?;
    let item = asked.show(wording, &network, &organisation).item(file);
    let mut errors = Vec::new();
    if answer.is_sent && answer.stance.is_none() {
        let text = wording.say("agreement-stance-needed", &args![]);
        errors.push(FieldError { field: "stance-agrees".to_owned(), text });
    }
    errors.extend(answer.typed.as_ref().filter(|_| answer.is_sent).and_then(|typed| typed.error(wording)));
    let status = match () {
        () if answer.changed => StatusCode::CONFLICT,
        () if errors.is_empty() => StatusCode::OK,
        () => StatusCode::UNPROCESSABLE_ENTITY,
    };
    let stance = |one: &Agreement| (*one, wording.label(*one), answer.stance == Some(*one));
    let page = OnePage {
        frame: Frame::new(site, visit, &item.title.text)
            .at(HERE)
            .with_errors(&errors)
            .with_switch("agree", &format!("{HERE}/{id}")),
        errors,
        item,
        edition: asked.edition,
        stances: Agreement::ALL.iter().map(stance).collect(),
        remark: FreeText::new(wording, "remark", "agreement-remark")
            .may_be_empty(wording)
            .with(wording, answer.typed.as_ref()),
        changed: answer.changed,
        done: answer.done,
        recommendations: recommendations(
            wording,
            &network,
            file,
            asked.edition,
            (Some(&organisation), site.today()),
        ),
    };
    page_with(status, &page)
}
