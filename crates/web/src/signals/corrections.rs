//! What a coordinator puts right, weighs, puts aside, refers elsewhere, or takes back from the log.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use model::{Authority, Cause, CauseChoice, Code, Decided, Place, Weighing, WeighingAnswer};
use store::{LogFilter, NetworkView, Store};

use crate::days::day;
use crate::failure::Failure;
use crate::frame::on_to;
use crate::free_text::Typed;
use crate::posted::Posted;
use crate::queue::cause;
use crate::site::Site;
use crate::visit::Visit;

use super::actions::{permitted, step, step_with_words};
use super::done::Done;
use super::one::{Found, find, refused};
use super::toast::said;

/// `POST /signals/{id}/weigh`: the three questions.
pub async fn weigh(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.coordinates(), true)?;
    let side = found.standing.puts_right(&found.file).ok_or(Failure::Conflict)?;
    let answer = |name: &str| WeighingAnswer::parse(posted.get(name)).ok();
    let (Some(recurring), Some(beyond_one), Some(solvable)) =
        (answer("recurring"), answer("beyond_one"), answer("solvable"))
    else {
        return refused(&site, &visit, &found, &posted, "recurring", "weigh-missing").await;
    };
    let weighing = Weighing { recurring, beyond_one, solvable };
    let (signal, by) = (found.id, visit.person()?.account.id);
    let changed = site.ask(move |store| store.weigh(signal, side, weighing, by)).await?;
    stay(&site, &visit, &found, Done::Weighed, changed).await
}

/// `POST /signals/{id}/correct`: what was decided, beside what was filed.
pub async fn correct(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.coordinates(), found.standing.puts_right(&found.file).is_some())?;
    let network = site.network().await?;
    let decided = match decided(&network, &found, &posted) {
        Ok(decided) => decided,
        Err(field) => return refused(&site, &visit, &found, &posted, field, "correct-wrong").await,
    };
    let (signal, by) = (found.id, visit.person()?.account.id);
    let changed = site.ask(move |store| store.correct(signal, decided, by)).await?;
    stay(&site, &visit, &found, Done::Corrected, changed).await
}

/// `POST /signals/{id}/postpone`: puts aside until a day.
pub async fn postpone(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.coordinates(), found.standing.passes_on(&found.file))?;
    let Some(until) = day(posted.get("until")).filter(|day| *day > site.today()) else {
        return refused(&site, &visit, &found, &posted, "until", "aside-wrong").await;
    };
    let take = move |store: &Store, signal, by| store.postpone(signal, until, by);
    step(&site, &visit, found, Done::Postponed, &posted, take).await
}

/// `POST /signals/{id}/refer`: elsewhere, with where and why, which the filer reads.
pub async fn refer(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.coordinates(), found.standing.passes_on(&found.file))?;
    let typed = Typed::read(&site, &visit, &posted, "where", true);
    step_with_words(&site, &visit, found, &typed, &posted, Done::Referred, Store::refer).await
}

/// `POST /signals/{id}/undo-event`: takes back what the log tells, whenever it was; of an organisation, only what the
/// same person decided, before the network did.
pub async fn undo_event(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.takes_back(&found.file), true)?;
    let sequence: i64 = posted.get("event").parse().map_err(|_| Failure::NotFound)?;
    let (signal, by) = (found.id, visit.person()?.account.id);
    let network = found.standing.network;
    site.ask(move |store| {
        if !network {
            let filter = LogFilter {
                subject: Some("signal".to_owned()),
                subject_id: Some(signal.to_string()),
                by: Some(by.to_string()),
                ..LogFilter::default()
            };
            let own = store.log(&filter, super::review::HISTORY)?.0;
            if !own.iter().any(|entry| entry.sequence == sequence) {
                return Err(store::Error::NotFound("event".to_owned()));
            }
        }
        store.undo_event(signal, sequence, by)
    })
    .await?;
    // What was undone may be what let this person read the signal.
    Ok(on_to(&match find(&site, &visit, &id).await {
        Ok(_) => format!("/signals/{signal}?done={}", Done::Undone.code()),
        Err(_) => format!("/network?done={}", Done::Undone.code()),
    }))
}

/// Back on the page of the signal, with the way back where something changed.
async fn stay(
    site: &Site,
    visit: &Visit,
    found: &Found,
    done: Done,
    changed: bool,
) -> Result<HttpResponse, Failure> {
    let signal = found.id;
    Ok(on_to(&if changed {
        format!("/signals/{signal}?{}", said(site, visit, signal, done).await?)
    } else {
        format!("/signals/{signal}?done={}", done.code())
    }))
}

/// The codes of the form, where the network has them; else the name of the field that is wrong. What the form does not
/// ask stays as it was, unless the new main code says it already.
fn decided(network: &NetworkView, found: &Found, posted: &Posted) -> Result<Decided, &'static str> {
    let now = &found.file.decided;
    let optional = |name: &'static str| Some(posted.get(name)).filter(|code| !code.is_empty());
    let main = cause(posted.get("cause")).ok_or("cause")?;
    let domain = Code::parse(posted.get("domain")).map_err(|_| "domain")?;
    // A retired domain stays where it stands, and is not chosen anew.
    let known = |code: &Code| network.domains.iter().any(|one| one.code == *code && !one.retired);
    if domain != now.domain && !known(&domain) {
        return Err("domain");
    }
    let right = optional("right").map(Code::parse).transpose().map_err(|_| "right")?;
    let has = |code: &Code| network.rights.iter().any(|one| one.code == *code);
    if right.as_ref().is_some_and(|code| !has(code)) {
        return Err("right");
    }
    let place = Place::parse(posted.get("place")).map_err(|_| "place")?;
    let authority = optional("authority").map(Authority::parse).transpose().map_err(|_| "authority")?;
    Ok(Decided {
        cause: main,
        other_causes: now.other_causes.iter().copied().filter(|one| CauseChoice::Of(*one) != main).collect(),
        never_eligible: now.never_eligible && main == CauseChoice::Of(Cause::Exclusion),
        other_domains: now.other_domains.iter().filter(|one| **one != domain).cloned().collect(),
        domain,
        right,
        place,
        authority,
    })
}
