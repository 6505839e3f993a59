//! "Thank you, it has arrived": the receipt, and what happens next. And the link of a filing card.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path};
use askama::Template;
use model::{SignalId, SignalState};
use store::SignalFile;
use wording::{Wording, args};

use super::filer::Filer;
use crate::failure::Failure;
use crate::frame::{Frame, on_to, page, page_with};
use crate::gate::{Held, cookie};
use crate::secrets::hash_of_token;
use crate::signin::{attempt, keep};
use crate::site::Site;
use crate::visit::Visit;

#[derive(Template)]
#[template(path = "filing/filed.html")]
struct FiledPage {
    frame: Frame,
    receipt: String,
    keep: String,
    steps: Vec<Step>,
    /// The page of the signal, for whoever has an account.
    signal: Option<String>,
}

/// What happens next.
struct Step {
    title: String,
    text: String,
}

/// `GET /filed/{id}`: for whoever filed it. The receipt stands on the page, not in its address, which a browser keeps.
pub async fn filed(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let filer = Filer::of(&visit)?;
    let id = SignalId::parse(&id).map_err(|_| Failure::NotFound)?;
    let file = site.ask(move |store| store.signal(id)).await?;
    if !filed_by(&filer, &file) {
        return Err(Failure::NotFound);
    }
    let wording = visit.wording();
    let frame = Frame::new(&site, &visit, &wording.say("filing-done-title", &args![])).at("/file");
    let keep = if filer.has_card() { "filing-done-keep.card" } else { "filing-done-keep" };
    page(&FiledPage {
        frame,
        receipt: file.line.receipt.clone().unwrap_or_default(),
        keep: wording.say(keep, &args![]),
        steps: steps(wording, &file, &filer),
        signal: filer.account().map(|_| format!("/signals/{}", file.line.id)),
    })
}

#[derive(Template)]
#[template(path = "filing/no_card.html")]
struct NoCardPage {
    frame: Frame,
    text: String,
}

/// `GET /card/{token}`: from now on this browser files with the card.
pub async fn card(site: Data<Site>, visit: Visit, token: Path<String>) -> Result<HttpResponse, Failure> {
    let hash = hash_of_token(&token);
    let card = site.ask(move |store| store.card(hash)).await?;
    if card.is_none() {
        // Only who guesses is counted: a whole room may open the same card.
        attempt(&site, &visit, "")?;
    }
    let (status, key) = match card {
        Some(card) if card.revoked_on.is_none() => {
            let mut response = on_to("/file");
            keep(&mut response, cookie(&site, Held::Card, token.into_inner()))?;
            return Ok(response);
        }
        Some(_) => (StatusCode::GONE, "filing-card-revoked"),
        None => (StatusCode::NOT_FOUND, "filing-card-unknown"),
    };
    let wording = visit.wording();
    let frame = Frame::new(&site, &visit, &wording.say(&format!("{key}.title"), &args![]));
    page_with(status, &NoCardPage { frame, text: wording.say(key, &args![]) })
}

/// The signal with this receipt.
pub async fn by_receipt(site: &Site, receipt: &str) -> Result<Option<SignalFile>, Failure> {
    let receipt = receipt.to_owned();
    site.ask(move |store| match store.receipt(&receipt)? {
        Some(signal) => store.signal(signal).map(Some),
        None => Ok(None),
    })
    .await
}

/// Whether this filer filed it: by account, or by a card of the same group.
pub fn filed_by(filer: &Filer, file: &SignalFile) -> bool {
    match filer.account() {
        Some(account) => file.line.filer == Some(account),
        None => file.line.filer.is_none() && file.line.organisation == filer.organisation,
    }
}

fn steps(wording: Wording, file: &SignalFile, filer: &Filer) -> Vec<Step> {
    let first = match file.line.state {
        _ if file.line.direct => "filing-next-direct",
        SignalState::Released => "filing-next-released",
        _ if filer.has_card() => "filing-next-card",
        _ => "filing-next-own",
    };
    let answered = if filer.has_card() { "filing-next-human-card" } else { "filing-next-human" };
    let step = |key: &str| Step {
        title: wording.say(key, &args![]),
        text: wording.say(&format!("{key}.text"), &args![]),
    };
    [first, answered, "filing-next-together", "filing-next-answer"].into_iter().map(step).collect()
}
