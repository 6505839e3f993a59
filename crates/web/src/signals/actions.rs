//! The steps that people take with a signal. Each is checked against where the signal stands when it is taken.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{AccountId, SignalId, SignalState};
use store::{Side, Store};
use wording::args;

use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::free_text::Typed;
use crate::posted::Posted;
use crate::queue::Desk;
use crate::site::Site;
use crate::visit::Visit;

use super::done::Done;
use super::line::headline;
use super::next::after;
use super::one::{Found, again, find};
use super::toast::{event_of, said};

/// `POST /signals/{id}/messages`: a question or a reply, by who writes it.
pub async fn message(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    let side = found.standing.speaks(&found.file).ok_or(Failure::Conflict)?;
    let typed = match side {
        Side::Coordinator => Typed::question(&site, &visit, &posted, "text"),
        Side::Filer => Typed::read(&site, &visit, &posted, "text", true),
    };
    let Some(text) = typed.text().map(str::to_owned) else {
        return again(&site, &visit, &found, &typed, &posted).await;
    };
    let (signal, by) = (found.id, visit.person()?.account.id);
    site.ask(move |store| store.write_message(signal, side, Some(by), &text)).await?;
    let queue = queue(&visit, &found)?;
    let asked = said(&site, &visit, signal, Done::Asked).await?;
    Ok(on_to(&match (side, queue) {
        (Side::Coordinator, Some(queue)) => onwards(&site, queue, signal, &posted, &asked).await?,
        (Side::Coordinator, None) => format!("/signals/{signal}?{asked}"),
        (Side::Filer, _) => format!("/signals/{signal}?done={}", Done::Replied.code()),
    }))
}

/// `POST /signals/{id}/release`
pub async fn release(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.organisation, found.standing.weighs(&found.file))?;
    step(&site, &visit, found, Done::Released, &posted, Store::release).await
}

/// `POST /signals/{id}/solve`: the organisation solved it itself; a note may say how.
pub async fn solve(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.organisation, found.standing.weighs(&found.file))?;
    let typed = Typed::read(&site, &visit, &posted, "note", false);
    step_with_words(&site, &visit, found, &typed, &posted, Done::Solved, Store::solve_internally).await
}

/// `POST /signals/{id}/accept`
pub async fn accept(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.network, found.standing.judges(&found.file))?;
    step(&site, &visit, found, Done::Accepted, &posted, Store::accept).await
}

/// `POST /signals/{id}/decline`: with the reason, which the filer reads.
pub async fn decline(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.network, found.standing.judges(&found.file))?;
    let typed = Typed::read(&site, &visit, &posted, "reason", true);
    step_with_words(&site, &visit, found, &typed, &posted, Done::Declined, Store::decline).await
}

/// `POST /signals/{id}/undo`: takes back a step that was taken in this visit, as long as nothing else happened.
pub async fn undo(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    let (signal, by) = (found.id, visit.person()?.account.id);
    let event = event_of(&site, &visit, signal, posted.get("undo")).ok_or(Failure::Conflict)?;
    // Whoever may no longer take a step may not take it back either.
    permitted(found.standing.takes_back(&found.file), true)?;
    site.ask(move |store| store.undo(signal, event, by)).await?;
    Ok(on_to(&format!("/signals/{signal}?done={}", Done::Undone.code())))
}

#[derive(Template)]
#[template(path = "signals/withdraw.html")]
struct WithdrawPage {
    frame: Frame,
    id: SignalId,
    headline: String,
    lang: &'static str,
}

/// `GET /signals/{id}/withdraw`: asks once more.
pub async fn withdraw_page(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.is_own(), found.standing.withdraws(&found.file))?;
    let wording = visit.wording();
    let (headline, lang) = headline(wording, &found.file.line);
    let frame = Frame::new(&site, &visit, &wording.say("withdraw-title", &args![])).at("/signals");
    page(&WithdrawPage { frame, id: found.id, headline, lang })
}

/// `POST /signals/{id}/withdraw`
pub async fn withdraw(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    _: Posted,
) -> Result<HttpResponse, Failure> {
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.is_own(), found.standing.withdraws(&found.file))?;
    let (signal, by) = (found.id, visit.person()?.account.id);
    site.ask(move |store| store.withdraw(signal, Some(by))).await?;
    Ok(on_to(&format!("/signals/{signal}?done={}", Done::Withdrawn.code())))
}

/// Whether a step may be taken: by this person at all, and from where the signal stands.
pub(super) fn permitted(may: bool, now: bool) -> Result<(), Failure> {
    match (may, now) {
        (false, _) => Err(Failure::Forbidden),
        (true, false) => Err(Failure::Conflict),
        (true, true) => Ok(()),
    }
}

/// Takes a step with words that were screened; shows the page again where they have to be reworded or are missing.
pub(super) async fn step_with_words(
    site: &Site,
    visit: &Visit,
    found: Found,
    typed: &Typed,
    posted: &Posted,
    done: Done,
    take: fn(&Store, SignalId, AccountId, &str) -> Result<(), store::Error>,
) -> Result<HttpResponse, Failure> {
    let Some(words) = typed.text().map(str::to_owned) else {
        return again(site, visit, &found, typed, posted).await;
    };
    step(site, visit, found, done, posted, move |store, signal, by| take(store, signal, by, &words)).await
}

/// Takes the step, and leads back to the list from which it was taken, or on to the next signal of the queue.
pub(super) async fn step(
    site: &Site,
    visit: &Visit,
    found: Found,
    done: Done,
    posted: &Posted,
    take: impl FnOnce(&Store, SignalId, AccountId) -> Result<(), store::Error> + Send + 'static,
) -> Result<HttpResponse, Failure> {
    let (signal, by) = (found.id, visit.person()?.account.id);
    let desk = queue(visit, &found)?;
    site.ask(move |store| take(store, signal, by)).await?;
    let said = said(site, visit, signal, done).await?;
    Ok(on_to(&match desk {
        Some(desk) => onwards(site, desk, signal, posted, &said).await?,
        None => format!("/signals/{signal}?{said}"),
    }))
}

/// The list from which a signal of this desk was opened, or the next signal of its queue; each with what was done.
async fn onwards(
    site: &Site,
    desk: Desk,
    signal: SignalId,
    posted: &Posted,
    said: &str,
) -> Result<String, Failure> {
    match desk.list(posted.get("back")) {
        Some(list) => Ok(format!("{list}{}{said}", if list.contains('?') { '&' } else { '?' })),
        None => after(site, desk, signal, said).await,
    }
}

/// The list that `back` names, of the desk at which the signal waits for this person.
pub(super) fn list_of(visit: &Visit, found: &Found, back: &str) -> Result<Option<String>, Failure> {
    Ok(queue(visit, found)?.and_then(|desk| desk.list(back).map(str::to_owned)))
}

/// The queue in which a signal waits for this person; none where it does not wait.
fn queue(visit: &Visit, found: &Found) -> Result<Option<Desk>, Failure> {
    let organisation = visit.person()?.account.organisation.clone();
    Ok(match found.file.line.state {
        SignalState::PreSignal if found.standing.organisation => organisation.map(Desk::Organisation),
        SignalState::Released if found.standing.network => Some(Desk::Network),
        _ => None,
    })
}
