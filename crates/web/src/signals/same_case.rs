//! Another signal tells the same case: found by its receipt code or chosen, shown side by side, then said.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{SignalId, SignalState};
use store::{NO_SAME_CASE, SignalFile};
use wording::{Wording, args};

use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

use super::actions::permitted;
use super::done::Done;
use super::line::headline;
use super::one::{Found, find, refused};
use super::standing::Standing;
use super::toast::said;

#[derive(Template)]
#[template(path = "signals/same_case.html")]
struct SameCasePage {
    frame: Frame,
    id: SignalId,
    other: SignalId,
    sides: [Told; 2],
}

/// A signal as the page shows it beside another.
struct Told {
    title: String,
    headline: String,
    lang: &'static str,
    lines: Vec<String>,
    problem: String,
}

/// `POST /signals/{id}/same-case`: first side by side, then, once it is confirmed, for good until it is taken back.
pub async fn same_case(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.network, found.standing.joins(&found.file))?;
    let Some((other, file)) = other(&site, &visit, &found, &posted).await? else {
        return refused(&site, &visit, &found, &posted, "receipt", "same-wrong").await;
    };
    if posted.get("sure") != "yes" {
        return preview(&site, &visit, &found, other, &file);
    }
    let (signal, by) = (found.id, visit.person()?.account.id);
    match site.try_ask(move |store| store.same_case(signal, other, by)).await? {
        Err(store::Error::Conflict(detail)) if detail == NO_SAME_CASE => {
            refused(&site, &visit, &found, &posted, "receipt", "same-wrong").await
        }
        outcome => {
            outcome?;
            Ok(on_to(&format!("/signals/{signal}?{}", said(&site, &visit, signal, Done::SameCase).await?)))
        }
    }
}

/// The other signal, where it is accepted and may be read; by its code as it was typed, or by the choice.
async fn other(
    site: &Site,
    visit: &Visit,
    found: &Found,
    posted: &Posted,
) -> Result<Option<(SignalId, SignalFile)>, Failure> {
    let typed = posted.get("receipt").trim().to_owned();
    let chosen = SignalId::parse(posted.get("other")).ok();
    let asked = site
        .try_ask(move |store| {
            let id = if typed.is_empty() { chosen } else { store.receipt(&typed)? };
            id.map(|id| Ok((id, store.signal(id)?))).transpose()
        })
        .await?;
    let other = match asked {
        Ok(other) => other,
        Err(store::Error::NotFound(_)) => None,
        Err(error) => return Err(error.into()),
    };
    let person = visit.person()?;
    Ok(other.filter(|(id, file)| {
        let reads = Standing::of(person, file).is_some_and(|standing| standing.network);
        reads && file.line.state == SignalState::Accepted && *id != found.id
    }))
}

fn preview(
    site: &Site,
    visit: &Visit,
    found: &Found,
    other: SignalId,
    file: &SignalFile,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let frame = Frame::new(site, visit, &wording.say("same-title", &args![])).at("/network");
    let sides = [told(wording, "same-this", &found.file), told(wording, "same-other", file)];
    page(&SameCasePage { frame, id: found.id, other, sides })
}

fn told(wording: Wording, key: &str, file: &SignalFile) -> Told {
    let (headline, lang) = headline(wording, &file.line);
    Told {
        title: wording.say(key, &args![]),
        headline,
        lang,
        lines: vec![
            wording.say("signal-filed-on", &args![day = wording.day(file.line.filed_on)]),
            wording.place(file.line.place),
            wording.label(file.line.cause),
        ],
        problem: file.submission.problem.clone(),
    }
}
