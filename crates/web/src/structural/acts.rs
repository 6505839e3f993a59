//! What is decided on one structural signal: criteria, what a second person checks, dots, what the owner did, a step back.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use chrono::NaiveDate;
use model::{Criteria, EditionNumber, StructuralSignalId};
use store::{Cleared, OWN_TEXT, TOO_MANY_DOTS, WRITTEN_MEANWHILE};
use wording::{Wording, args};

use super::history::History;
use super::one::{Again, again};
use super::{LIST, structural_id};
use crate::days::day;
use crate::failure::Failure;
use crate::frame::{FieldError, on_to};
use crate::free_text::Typed;
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

/// `POST /structural/{id}/criteria`
pub async fn judge(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (id, edition) = (structural_id(&id)?, edition(&posted)?);
    let ticked: Vec<String> = posted.all("criterion").map(str::to_owned).collect();
    let typed = Typed::read(&site, &visit, &posted, "note", false);
    let Some(note) = typed.text().map(str::to_owned) else {
        let form = Some(("judge", "criteria"));
        let typed = Some(typed);
        return again(&site, &visit, id, Again { typed, form, ticked: Some(ticked), ..Again::default() })
            .await;
    };
    let met = |code: &str| ticked.iter().any(|one| one == code);
    let criteria = Criteria {
        clear: met("clear"),
        neutral: met("neutral"),
        recognised: met("recognised"),
        shared: met("shared"),
        note,
    };
    let by = visit.person()?.account.id;
    site.ask(move |store| store.judge(id, edition, criteria, by)).await?;
    Ok(done(id, "judged", "criteria"))
}

/// `POST /structural/{id}/clearance`: by somebody who wrote no version of the text.
pub async fn clear(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (id, edition) = (structural_id(&id)?, edition(&posted)?);
    let version: i32 = posted.get("version").parse().map_err(|_| Failure::Unreadable)?;
    let items: Vec<Cleared> = posted.all("item").filter_map(Cleared::parse).collect();
    let by = visit.person()?.account.id;
    let key = match site.try_ask(move |store| store.clear_chapter(id, edition, version, items, by)).await? {
        Ok(()) => return Ok(done(id, "cleared", "clearance")),
        Err(store::Error::Conflict(detail)) if detail == OWN_TEXT => "bench-own-text",
        Err(store::Error::Conflict(detail)) if detail == WRITTEN_MEANWHILE => "bench-text-changed",
        Err(error) => return Err(error.into()),
    };
    refused(&site, &visit, id, "clearance", key).await
}

/// `POST /structural/{id}/dots`
pub async fn give_dots(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let (id, edition) = (structural_id(&id)?, edition(&posted)?);
    let by = visit.person()?.account.id;
    let Ok(count) = posted.get("dots").trim().parse::<u32>() else {
        return refused(&site, &visit, id, "dots", "bench-dots-number").await;
    };
    match site.try_ask(move |store| store.give_dots(id, edition, count, by)).await? {
        Ok(()) => Ok(done(id, "dots", "priority")),
        Err(store::Error::Conflict(detail)) if detail == TOO_MANY_DOTS => {
            refused(&site, &visit, id, "dots", "bench-dots-too-many").await
        }
        Err(error) => Err(error.into()),
    }
}

/// `POST /structural/{id}/actions`
pub async fn note_action(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = structural_id(&id)?;
    let form = ActionForm::read(&site, &visit, &posted);
    let Some((text, next_on)) = form.filled() else {
        let mut errors = form.errors(visit.wording());
        // The box says by itself what is wrong in it.
        errors.retain(|error| error.field == "next_on");
        let ActionForm { typed, next_on } = form;
        let back = Again { typed, errors, form: Some(("act", "actions")), next_on, ..Again::default() };
        return again(&site, &visit, id, back).await;
    };
    let by = visit.person()?.account.id;
    site.ask(move |store| store.note_action(id, &text, next_on, by)).await?;
    Ok(done(id, "noted", "actions"))
}

/// What an owner fills in: what was done, and by when the next step is due.
#[derive(Default)]
pub struct ActionForm {
    /// The box with the words; none where nothing was sent.
    pub typed: Option<Typed>,
    /// The day as it was sent.
    pub next_on: String,
}

impl ActionForm {
    /// What was sent.
    pub fn read(site: &Site, visit: &Visit, posted: &Posted) -> Self {
        let typed = Some(Typed::read(site, visit, posted, "text", true));
        Self { typed, next_on: posted.get("next_on").trim().to_owned() }
    }

    /// The words and the day, where both may stay.
    pub fn filled(&self) -> Option<(String, Option<NaiveDate>)> {
        Some((self.typed.as_ref()?.text()?.to_owned(), self.day()?))
    }

    /// What is wrong with it.
    pub fn errors(&self, wording: Wording) -> Vec<FieldError> {
        let mut errors: Vec<FieldError> =
            self.typed.as_ref().and_then(|typed| typed.error(wording)).into_iter().collect();
        if self.day().is_none() {
            let text = wording.say("bench-day-wrong", &args![]);
            errors.push(FieldError { field: "next_on".to_owned(), text });
        }
        errors
    }

    /// The day of the next step, if any; none where it is no day.
    fn day(&self) -> Option<Option<NaiveDate>> {
        if self.next_on.is_empty() {
            return Some(None);
        }
        day(&self.next_on).map(Some)
    }
}

/// `POST /structural/{id}/undo`: takes back a move of signals that this page tells of.
pub async fn undo(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let id = structural_id(&id)?;
    let event: i64 = posted.get("event").parse().map_err(|_| Failure::Unreadable)?;
    let by = visit.person()?.account.id;
    let outcome = site
        .try_ask(move |store| {
            store.structural_signal(id)?;
            if !History::load(store, id)?.offers(event) {
                return Err(store::Error::Conflict(store::MOVED_ON.to_owned()));
            }
            store.undo_structural(event, by)?;
            // What was split off is empty now: one goes back to where it was split from.
            Ok(store.structural_signal(id)?.line.merged_into.unwrap_or(id))
        })
        .await?;
    match outcome {
        Ok(id) => Ok(done(id, "undone", "signals")),
        Err(store::Error::Conflict(_)) => refused(&site, &visit, id, "history", "bench-undo-too-late").await,
        Err(error) => Err(error.into()),
    }
}

/// On to the section in which it was done.
pub fn done(id: StructuralSignalId, code: &str, section: &str) -> HttpResponse {
    on_to(&format!("{LIST}/{id}?done={code}#{section}"))
}

/// The page once more, with the sentence that says why nothing was done.
pub async fn refused(
    site: &Site,
    visit: &Visit,
    id: StructuralSignalId,
    field: &str,
    key: &str,
) -> Result<HttpResponse, Failure> {
    let text = visit.wording().say(key, &args![]);
    let errors = vec![FieldError { field: field.to_owned(), text }];
    again(site, visit, id, Again { errors, ..Again::default() }).await
}

/// The edition that a form is about.
pub fn edition(posted: &Posted) -> Result<EditionNumber, Failure> {
    posted.get("edition").parse().map(EditionNumber).map_err(|_| Failure::Unreadable)
}
