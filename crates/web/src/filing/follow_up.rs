//! What became of a signal, by its receipt: for groups that file with a card, and for whoever kept the code.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use askama::Template;
use model::{AnswerState, SignalState};
use store::{Side, SignalFile};
use wording::{Wording, args};

use super::filer::Filer;
use super::receipt::{by_receipt, filed_by};
use crate::failure::Failure;
use crate::frame::{FieldError, Frame, page, page_with};
use crate::free_text::{FreeText, Typed};
use crate::posted::Posted;
use crate::problems::answer_state;
use crate::signin::attempt;
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "filing/receipt.html")]
struct ReceiptPage {
    frame: Frame,
    errors: Vec<FieldError>,
    done: String,
    typed: String,
    found: Option<Found>,
}

/// What is told of a signal to whoever has its receipt: never what was written in it.
struct Found {
    receipt: String,
    state: &'static str,
    label: String,
    meaning: String,
    filed: String,
    reason: Option<String>,
    messages: Vec<Said>,
    became: Vec<Chapter>,
    reply: Option<FreeText>,
}

struct Said {
    who: String,
    own: bool,
    day: String,
    paragraphs: Vec<String>,
}

struct Chapter {
    title: String,
    edition: String,
    answers: Vec<String>,
    verdict: Option<String>,
}

/// `GET /receipt`: where a code is typed.
pub async fn receipt_form(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    page(&ReceiptPage::new(&site, &visit))
}

/// `POST /receipt`: what became of the signal with this code, and the reply to a question about it. The code stands in
/// the body: an address would be kept by the browser and by whatever lies between.
pub async fn receipt_of(site: Data<Site>, visit: Visit, posted: Posted) -> Result<HttpResponse, Failure> {
    attempt(&site, &visit, "")?;
    let wording = visit.wording();
    let mut shown = ReceiptPage::new(&site, &visit);
    shown.typed = posted.get("receipt").chars().take(40).collect();
    let Some(mut file) = by_receipt(&site, posted.get("receipt")).await? else {
        let text = wording.say("filing-receipt-unknown", &args![]);
        shown.errors = vec![FieldError { field: "receipt".to_owned(), text }];
        shown.frame = shown.frame.with_errors(&shown.errors).with_switch("form-code", "/receipt");
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &shown);
    };
    // A reply is the group's own: whoever only found the code may read, not write.
    let may_reply = Filer::of(&visit).is_ok_and(|filer| filer.has_card() && filed_by(&filer, &file))
        && file.line.state != SignalState::Withdrawn;
    let mut typed = None;
    if posted.has("reply") {
        if !may_reply {
            return Err(Failure::Forbidden);
        }
        let reply = Typed::read(&site, &visit, &posted, "reply", true);
        match reply.text() {
            Some(text) => {
                // The same reply sent twice is one reply.
                let last = file.messages.last();
                if last.is_none_or(|last| last.side != Side::Filer || last.text != text) {
                    let (signal, text) = (file.line.id, text.to_owned());
                    site.ask(move |store| store.write_message(signal, Side::Filer, None, &text)).await?;
                    let signal = file.line.id;
                    file = site.ask(move |store| store.signal(signal)).await?;
                }
                shown.done = wording.say("filing-receipt-replied", &args![]);
            }
            None => {
                shown.errors.extend(reply.error(wording));
                shown.frame = shown.frame.with_errors(&shown.errors);
                typed = Some(reply);
            }
        }
    }
    let status = if shown.errors.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let form = if typed.is_some() { "form-reply" } else { "form-again" };
    shown.frame = shown.frame.with_switch(form, "/receipt");
    let mut found = found(wording, &file);
    if may_reply && (file.line.unanswered_question || typed.is_some()) {
        found.reply = Some(FreeText::new(wording, "reply", "filing-reply").with(wording, typed.as_ref()));
    }
    shown.found = Some(found);
    page_with(status, &shown)
}

impl ReceiptPage {
    fn new(site: &Site, visit: &Visit) -> Self {
        let frame =
            Frame::new(site, visit, &visit.wording().say("filing-receipt-title", &args![])).at("/receipt");
        Self { frame, errors: Vec::new(), done: String::new(), typed: String::new(), found: None }
    }
}

fn found(wording: Wording, file: &SignalFile) -> Found {
    let messages = file.messages.iter().map(|message| {
        let own = message.side == Side::Filer;
        Said {
            who: wording.say(if own { "filing-receipt-you" } else { "filing-receipt-coordinator" }, &args![]),
            own,
            day: wording.day(message.day),
            paragraphs: message
                .text
                .lines()
                .filter(|line| !line.trim().is_empty())
                .map(str::to_owned)
                .collect(),
        }
    });
    let became = file.became.iter().filter(|became| became.published).map(|became| Chapter {
        title: became.title.get_or_fallback(wording.language()).to_owned(),
        edition: wording.say("filing-receipt-edition", &args![number = became.edition.to_string()]),
        answers: became
            .answers
            .iter()
            .filter(|answer| answer.state != AnswerState::None)
            .map(|answer| {
                format!(
                    "{}: {}",
                    wording.label(answer.authority),
                    answer_state(wording, answer, &became.recommended)
                )
            })
            .collect(),
        verdict: became.verdict.as_ref().map(|verdict| wording.label(verdict.verdict)),
    });
    let state = file.line.state;
    Found {
        receipt: file.line.receipt.clone().unwrap_or_default(),
        state: if state == SignalState::SolvedInternally { "solved" } else { state.code() },
        label: wording.label(state),
        meaning: wording.say(&format!("filing-state-{}", state.code()), &args![]),
        filed: wording.say("filing-receipt-filed", &args![day = wording.day(file.line.filed_on)]),
        reason: file.reason.clone(),
        messages: messages.collect(),
        became: became.collect(),
        reply: None,
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::*;

    #[test]
    fn every_state_is_explained_in_every_language() {
        for language in Language::ALL {
            for state in SignalState::ALL {
                let key = format!("filing-state-{state}");
                assert!(Wording::new(*language).try_say(&key, &args![]).is_some(), "{key} in {language}");
            }
        }
    }
}
