//! What an organisation says of the chapters of the edition that is being written, each in the version that it read.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use askama::Template;
use model::{Agreement, AgreementEntry, Code, EditionNumber, StructuralSignalId};
use serde::Deserialize;
use store::{RecommendationAt, Signature, WRITTEN_MEANWHILE};
use wording::args;

use super::asked::{Item, ask, invitation};
use super::done::Done;
use super::sections::{Recommended, recommendations};
use super::structural_id;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// The page of a signal coordinator.
const HERE: &str = "/agreement";

/// What the address may ask for.
#[derive(Deserialize)]
pub struct AgreementQuery {
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/agreement.html")]
struct AgreementPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    /// Until when, and what silence means; none where nobody is asked.
    asked: Option<String>,
    /// Whether the texts can be had as a PDF.
    has_pack: bool,
    waiting: Vec<Item>,
    answered: Vec<Item>,
}

#[derive(Template)]
#[template(path = "structural/agree_all.html")]
struct PreviewPage {
    frame: Frame,
    agreed: Vec<Item>,
    left_out: Vec<Item>,
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

/// `GET /agreement`
pub async fn agreement_page(
    site: Data<Site>,
    visit: Visit,
    query: Query<AgreementQuery>,
) -> Result<HttpResponse, Failure> {
    let mut drawn = draw(&site, &visit, Vec::new()).await?;
    drawn.done = Done::said(visit.wording(), query.done.as_deref());
    page(&drawn)
}

/// `POST /agreement`: agrees to all that were read except those that are marked; first it is shown which.
pub async fn agree_to_all(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let organisation = own_organisation(&visit)?;
    let asked = ask(&site).await?.ok_or(Failure::Conflict)?;
    let read = read_versions(&posted)?;
    if posted.get("act") == "agree" {
        let (edition, by) = (asked.edition, visit.person()?.account.id);
        let changed = site
            .ask(move |store| {
                let mut changed = false;
                for (id, version) in read {
                    let said = AgreementEntry {
                        organisation: organisation.clone(),
                        stance: Agreement::Agrees,
                        remark: String::new(),
                    };
                    match store.agree(id, edition, version, said, by) {
                        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => changed = true,
                        outcome => outcome?,
                    }
                }
                Ok(changed)
            })
            .await?;
        return Ok(on_to(&format!("{HERE}?done={}", if changed { "agreed-some" } else { "agreed" })));
    }
    let marked: Vec<String> = posted.all("except").map(str::to_owned).collect();
    let (wording, network) = (visit.wording(), site.network().await?);
    let show = asked.show(wording, &network, &organisation);
    let shown = read.iter().filter_map(|(id, version)| {
        let file = asked.files.iter().find(|file| file.line.id == *id)?;
        Some(Item { version: *version, ..show.item(file) })
    });
    let (left_out, agreed): (Vec<Item>, Vec<Item>) =
        shown.partition(|item| marked.contains(&item.id.to_string()));
    if agreed.is_empty() {
        let text = wording.say("agreement-nothing", &args![]);
        let errors = vec![FieldError { field: "waiting".to_owned(), text }];
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &draw(&site, &visit, errors).await?);
    }
    page(&PreviewPage {
        frame: Frame::new(&site, &visit, &wording.say("agreement-preview", &args![])).at(HERE),
        agreed,
        left_out,
    })
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
fn own_organisation(visit: &Visit) -> Result<Code, Failure> {
    visit.person()?.account.organisation.clone().ok_or(Failure::Forbidden)
}

/// The versions that were on the page, as `ID:VERSION`.
fn read_versions(posted: &Posted) -> Result<Vec<(StructuralSignalId, i32)>, Failure> {
    let read = |text: &str| {
        let (id, version) = text.split_once(':')?;
        Some((StructuralSignalId::parse(id).ok()?, version.parse().ok()?))
    };
    posted.all("read").map(|text| read(text).ok_or(Failure::Unreadable)).collect()
}

async fn draw(site: &Site, visit: &Visit, errors: Vec<FieldError>) -> Result<AgreementPage, Failure> {
    let organisation = own_organisation(visit)?;
    let (wording, network) = (visit.wording(), site.network().await?);
    let asked = ask(site).await?;
    let items: Vec<Item> = asked
        .iter()
        .flat_map(|asked| {
            let show = asked.show(wording, &network, &organisation);
            asked.files.iter().map(move |file| show.item(file)).collect::<Vec<_>>()
        })
        .collect();
    let until = asked.and_then(|asked| asked.round);
    let (answered, waiting): (Vec<Item>, Vec<Item>) = items.into_iter().partition(|item| item.said.is_some());
    Ok(AgreementPage {
        frame: Frame::new(site, visit, &wording.say("agreement-title", &args![]))
            .at(HERE)
            .with_errors(&errors),
        errors,
        done: None,
        asked: until.map(|(_, until)| invitation(wording, &network, until)),
        has_pack: site.settings().press.is_some() && !(waiting.is_empty() && answered.is_empty()),
        waiting,
        answered,
    })
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
