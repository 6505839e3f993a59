//! The offices to which recommendations are addressed: what they are called, of which level, and how long the mandate runs.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Query};
use askama::Template;
use chrono::NaiveDate;
use model::{Authority, Code, Language, Localised, Office};
use serde::Deserialize;
use store::OFFICE_IN_USE;
use wording::{Wording, args};

use super::boxes::Boxes;
use super::done::Done;
use super::{Choice, LIST};
use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, on_to, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::signals::{Words, localised};
use crate::site::Site;
use crate::visit::Visit;

/// The address of the page.
const HERE: &str = "/structural/offices";

/// What an office is called.
pub const NAME: Boxes = Boxes {
    fields: &[("office-nl", Language::Nl), ("office-fr", Language::Fr), ("office-en", Language::En)],
    key: "offices-name",
    longest: 160,
    rows: 2,
};

/// What the address may ask for.
#[derive(Deserialize)]
pub struct OfficesQuery {
    code: Option<String>,
    done: Option<String>,
}

#[derive(Template)]
#[template(path = "structural/offices.html")]
struct OfficesPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: Option<String>,
    offices: Vec<Line>,
    /// The one that is changed; empty for a new one.
    code: String,
    names: Vec<FreeText>,
    authorities: Vec<Choice>,
    from: String,
    until: String,
}

struct Line {
    code: String,
    name: Words,
    authority: String,
    mandate: String,
    is_over: bool,
}

/// What was filled in.
#[derive(Default)]
struct Filled {
    code: String,
    names: Vec<Typed>,
    authority: String,
    from: String,
    until: String,
    errors: Vec<FieldError>,
}

/// `GET /structural/offices`: all of them, and a form for a new one or, with `?code=…`, for one that is there.
pub async fn offices_page(
    site: Data<Site>,
    visit: Visit,
    query: Query<OfficesQuery>,
) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let filled = match &query.code {
        None => Filled::default(),
        Some(code) => {
            let office = network.offices.iter().find(|office| office.code.as_str() == code);
            let office = office.ok_or(Failure::NotFound)?;
            Filled {
                code: code.clone(),
                authority: office.authority.code().to_owned(),
                from: office.from.to_string(),
                until: office.until.map(|until| until.to_string()).unwrap_or_default(),
                ..Filled::default()
            }
        }
    };
    draw(&site, &visit, filled, query.done.as_deref()).await
}

/// `POST /structural/offices`
pub async fn put_office(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let code = posted.get("code").to_owned();
    let stands = network.offices.iter().find(|office| office.code.as_str() == code);
    if stands.is_none() && !code.is_empty() {
        return Err(Failure::NotFound);
    }
    let known = stands.map(|office| office.name.clone()).unwrap_or_default();
    let mut filled = Filled {
        names: NAME.read(&site, &visit, &posted, &known),
        authority: posted.get("authority").to_owned(),
        from: posted.get("from").trim().to_owned(),
        until: posted.get("until").trim().to_owned(),
        code,
        errors: Vec::new(),
    };
    if visit.switches() {
        return draw(&site, &visit, filled, None).await;
    }
    let (wording, existing) = (visit.wording(), stands.map(|office| office.code.clone()));
    let (authority, name, from, until) = match checked(wording, &filled) {
        Ok(checked) => checked,
        Err(errors) => {
            filled.errors = errors;
            return draw(&site, &visit, filled, None).await;
        }
    };
    let by = visit.person()?.account.id;
    let put = site.try_ask(move |store| {
        let code: Code = match existing {
            Some(code) => code,
            None => store.new_office_code()?,
        };
        store.put_office(Office { code, authority, name, from, until }, by)
    });
    match put.await? {
        Ok(()) => site.forget_network(),
        Err(store::Error::Conflict(detail)) if detail == OFFICE_IN_USE => {
            let text = wording.say("bench-office-in-use", &args![]);
            filled.errors.push(FieldError { field: "authority".to_owned(), text });
            return draw(&site, &visit, filled, None).await;
        }
        Err(error) => return Err(error.into()),
    }
    Ok(on_to(&format!("{HERE}?done=office")))
}

type Checked = (Authority, Localised, NaiveDate, Option<NaiveDate>);

fn checked(wording: Wording, filled: &Filled) -> Result<Checked, Vec<FieldError>> {
    let mut errors = NAME.errors(wording, &filled.names, "offices-name-needed");
    let mut wrong = |field: &str, key: &str| {
        errors.push(FieldError { field: field.to_owned(), text: wording.say(key, &args![]) });
    };
    let authority = Authority::parse(&filled.authority).ok();
    if authority.is_none() {
        wrong("authority", "bench-addressee-needed");
    }
    let from = day(&filled.from);
    if from.is_none() {
        wrong("from", "bench-day-wrong");
    }
    let until = (!filled.until.is_empty()).then(|| day(&filled.until));
    match (from, until) {
        (_, Some(None)) => wrong("until", "bench-day-wrong"),
        (Some(from), Some(Some(until))) if until < from => wrong("until", "offices-backwards"),
        _ => {}
    }
    match (authority, NAME.text(&filled.names), from) {
        (Some(authority), Some(name), Some(from)) if errors.is_empty() => {
            Ok((authority, name, from, until.flatten()))
        }
        _ => Err(errors),
    }
}

async fn draw(
    site: &Site,
    visit: &Visit,
    filled: Filled,
    done: Option<&str>,
) -> Result<HttpResponse, Failure> {
    let (wording, network) = (visit.wording(), site.network().await?);
    let today = site.today();
    let line = |office: &Office| Line {
        code: office.code.to_string(),
        name: localised(&office.name, wording.language()),
        authority: wording.label(office.authority),
        mandate: match office.until {
            None => wording.say("offices-since", &args![from = wording.day(office.from)]),
            Some(until) => wording
                .say("offices-mandate", &args![from = wording.day(office.from), until = wording.day(until)]),
        },
        is_over: office.until.is_some_and(|until| until < today),
    };
    let known = network.offices.iter().find(|office| office.code.as_str() == filled.code);
    let known = known.map(|office| office.name.clone()).unwrap_or_default();
    let status = if filled.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let page = OfficesPage {
        frame: Frame::new(site, visit, &wording.say("offices-title", &args![]))
            .at(LIST)
            .with_errors(&filled.errors)
            .with_switch("office", HERE),
        done: Done::said(wording, done),
        offices: network.offices.iter().map(line).collect(),
        names: NAME.draw(wording, &known, &filled.names),
        authorities: Authority::ALL
            .iter()
            .map(|one| Choice {
                code: one.code().to_owned(),
                label: wording.label(*one),
                chosen: one.code() == filled.authority,
            })
            .collect(),
        code: filled.code,
        from: filled.from,
        until: filled.until,
        errors: filled.errors,
    };
    page_with(status, &page)
}
