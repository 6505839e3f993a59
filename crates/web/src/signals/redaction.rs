//! Taking a passage out of a signal for good: first before and after, then the confirmation.

use actix_web::HttpResponse;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{Field, SignalId, Submission};
use store::{NOTHING_TO_REDACT, Passage, SignalField};
use wording::args;

use crate::failure::Failure;
use crate::frame::{Frame, on_to, page};
use crate::posted::Posted;
use crate::site::Site;
use crate::visit::Visit;

use super::actions::permitted;
use super::done::Done;
use super::line::headline;
use super::one::{find, refused};

/// The texts from which something can be taken out.
pub const TEXTS: [(SignalField, Field); 4] = [
    (SignalField::Headline, Field::Headline),
    (SignalField::Problem, Field::Problem),
    (SignalField::Impact, Field::Impact),
    (SignalField::TriedNote, Field::TriedNote),
];

#[derive(Template)]
#[template(path = "signals/redact.html")]
struct RedactPage {
    frame: Frame,
    id: SignalId,
    field: &'static str,
    name: String,
    words: String,
    lang: &'static str,
    before: String,
    after: String,
}

/// `POST /signals/{id}/redact`: a look first; with `sure`, for good. The words are compared and never kept.
pub async fn redact(
    site: Data<Site>,
    visit: Visit,
    id: Path<String>,
    posted: Posted,
) -> Result<HttpResponse, Failure> {
    let wording = visit.wording();
    let found = find(&site, &visit, &id).await?;
    permitted(found.standing.coordinates(), true)?;
    let chosen = TEXTS.into_iter().find(|(field, _)| field.code() == posted.get("field"));
    // Every line end of a form is two characters; in the text it is one.
    let words = posted.get("passage").replace("\r\n", "\n");
    let looked = chosen.and_then(|(field, label)| {
        let passage = Passage { field, words: words.clone() };
        let before = text(&found.file.submission, label)?.to_owned();
        let after = passage.removed_from(&before)?;
        Some((passage, label, before, after))
    });
    let Some((passage, label, before, after)) = looked else {
        return refused(&site, &visit, &found, &posted, "passage", "redact-missing").await;
    };
    let signal = found.id;
    if posted.get("sure") != "yes" {
        let frame = Frame::new(&site, &visit, &wording.say("redact-title", &args![]));
        return page(&RedactPage {
            frame,
            id: signal,
            field: passage.field.code(),
            name: wording.label(label),
            words,
            lang: headline(wording, &found.file.line).1,
            before,
            after,
        });
    }
    let by = visit.person()?.account.id;
    match site.try_ask(move |store| store.redact(signal, passage, by)).await? {
        Err(store::Error::Conflict(detail)) if detail == NOTHING_TO_REDACT => {
            refused(&site, &visit, &found, &posted, "passage", "redact-missing").await
        }
        outcome => {
            outcome?;
            Ok(on_to(&format!("/signals/{signal}?done={}", Done::Redacted.code())))
        }
    }
}

fn text(submission: &Submission, field: Field) -> Option<&str> {
    submission.texts().into_iter().find(|(known, _)| *known == field).map(|(_, text)| text)
}
