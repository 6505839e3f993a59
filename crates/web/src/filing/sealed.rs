//! What waited on a phone: opened here, and then looked at exactly as a form is.

use std::collections::BTreeMap;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::Data;
use data_encoding::{BASE64URL_NOPAD, HEXLOWER};
use model::{DraftId, Reason};
use serde::Deserialize;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use store::Filed;
use wording::args;

use super::answers::Answers;
use super::filer::Filer;
use super::form::{Form, client_id};
use super::look::Looked;
use super::offline::{ItemResult, queue_page};
use super::{Outcome, file};
use crate::failure::Failure;
use crate::frame::page_with;
use crate::posted::{PostedFile, PostedJson};
use crate::secrets::hash_of_token;
use crate::site::Site;
use crate::visit::Visit;

/// A sealed signal as a phone sends it; the bytes are written in base64url.
#[derive(Deserialize)]
pub struct SealedItem {
    client_id: String,
    key_id: String,
    enc: String,
    ciphertext: String,
}

/// What is in it.
#[derive(Deserialize)]
struct Opened {
    schema: u32,
    /// The token of the card with which it was filed.
    #[serde(default)]
    card: Option<String>,
    /// Who was signed in: nobody else may send it under their own name.
    #[serde(default)]
    filer: Option<String>,
    #[serde(default)]
    draft: Option<String>,
    answers: BTreeMap<String, String>,
}

/// Why an item was not taken.
pub struct Refusal {
    status: StatusCode,
    /// The code that the page's script knows.
    pub code: &'static str,
    looked: Option<Looked>,
}

/// `POST /file/sealed`: one item. 201 with its receipt, 200 when it was there already.
pub async fn send_sealed(
    site: Data<Site>,
    visit: Visit,
    item: PostedJson<SealedItem>,
) -> Result<HttpResponse, Failure> {
    match take(&site, &visit, &item.0).await? {
        Ok(filed) => {
            let status = if filed.repeated { StatusCode::OK } else { StatusCode::CREATED };
            Ok(HttpResponse::build(status).json(json!({ "receipt": filed.receipt })))
        }
        Err(refusal) => {
            let message = visit.wording().say(&sentence(refusal.code), &args![]);
            let body = match &refusal.looked {
                Some(looked) => self::refusal(refusal.code, &message, looked),
                None => json!({ "error": { "code": refusal.code, "message": message, "fields": [] } }),
            };
            Ok(HttpResponse::build(refusal.status).json(body))
        }
    }
}

/// A file of sealed items, as the page of what waits saves it.
#[derive(Deserialize)]
struct SealedFile {
    megafoon: String,
    schema: u32,
    items: Vec<SealedItem>,
}

/// How many items a file may have.
const MANY: usize = 1000;

/// `POST /file/queue`: a file of sealed items from another device. Each is taken at most once.
pub async fn upload_queue(
    site: Data<Site>,
    visit: Visit,
    posted: PostedFile,
) -> Result<HttpResponse, Failure> {
    let file = serde_json::from_slice::<SealedFile>(&posted.0).ok();
    let wording = visit.wording();
    let Some(file) =
        file.filter(|file| file.megafoon == "sealed filings" && file.schema == 1 && file.items.len() <= MANY)
    else {
        let why = wording.say("filing-queue-upload.refused", &args![]);
        let page = queue_page(&site, &visit, vec![ItemResult { receipt: None, why }]);
        return page_with(StatusCode::UNPROCESSABLE_ENTITY, &page);
    };
    let mut results = Vec::new();
    for item in &file.items {
        results.push(match take(&site, &visit, item).await? {
            Ok(filed) => ItemResult { receipt: Some(filed.receipt), why: String::new() },
            Err(refusal) => ItemResult { receipt: None, why: wording.say(&sentence(refusal.code), &args![]) },
        });
    }
    page_with(StatusCode::OK, &queue_page(&site, &visit, results))
}

/// The key of the sentence for a code.
fn sentence(code: &str) -> String {
    format!("filing-sealed-{code}")
}

/// Files one item.
pub async fn take(site: &Site, visit: &Visit, item: &SealedItem) -> Result<Result<Filed, Refusal>, Failure> {
    let refused = |status, code| Ok(Err(Refusal { status, code, looked: None }));
    if item.key_id != key_id(site) {
        return refused(StatusCode::GONE, "changed-key");
    }
    let (Some(client_id), Some(opened)) = (client_id(&item.client_id), open(site, item)) else {
        return refused(StatusCode::UNPROCESSABLE_ENTITY, "unreadable");
    };
    let filer = match &opened.card {
        Some(token) => {
            let hash = hash_of_token(token);
            match site.ask(move |store| store.card(hash)).await? {
                Some(card) if card.revoked_on.is_none() => Filer::with_card(&card),
                _ => return refused(StatusCode::UNPROCESSABLE_ENTITY, "card-revoked"),
            }
        }
        None => match Filer::of(visit) {
            Ok(filer) => filer,
            Err(_) => return refused(StatusCode::UNAUTHORIZED, "sign-in"),
        },
    };
    if opened.card.is_none() && opened.filer.is_some_and(|mark| mark != filer.mark()) {
        return refused(StatusCode::FORBIDDEN, "other-account");
    }
    let form = Form {
        unsaved: false,
        filer,
        answers: Answers::joined(&opened.answers),
        client_id,
        draft: opened.draft.and_then(|id| DraftId::parse(&id).ok()),
    };
    let network = site.network().await?;
    let looked = form.look(site, visit, &network);
    Ok(match file(site, &form, &looked).await? {
        Outcome::Filed(filed) => Ok(filed),
        Outcome::ToCorrect => {
            let code = if looked.is_blocked() { "personal-data" } else { "invalid" };
            Err(Refusal { status: StatusCode::UNPROCESSABLE_ENTITY, code, looked: Some(looked) })
        }
        Outcome::ReferenceTaken => {
            Err(Refusal { status: StatusCode::CONFLICT, code: "reference-taken", looked: None })
        }
        Outcome::OtherContent => {
            Err(Refusal { status: StatusCode::CONFLICT, code: "other-content", looked: None })
        }
    })
}

/// By what a page knows whether the key is still the one it sealed to.
pub fn key_id(site: &Site) -> String {
    HEXLOWER.encode(&Sha256::digest(site.sealed_key().public())[..8])
}

/// The first half of a hash of texts, each with its length before it.
pub fn short_hash(parts: &[&str]) -> String {
    let mut hasher = Sha256::new();
    for part in parts {
        hasher.update((part.len() as u64).to_be_bytes());
        hasher.update(part.as_bytes());
    }
    HEXLOWER.encode(&hasher.finalize()[..16])
}

/// What must be put right, for a program: fields and codes, never a word of what was written. `reason` is the kind of
/// a finding, or the code again.
pub fn refusal(code: &str, message: &str, looked: &Looked) -> Value {
    let mut fields = Vec::new();
    for problem in looked.signal.as_ref().err().into_iter().flatten() {
        let reason = problem.reason.code();
        fields.push(json!({ "field": problem.field.code(), "code": reason, "reason": reason }));
    }
    for (field, findings) in &looked.findings {
        for finding in findings.iter().filter(|finding| finding.certainty == screening::Certainty::Blocked) {
            let (code, reason) = (Reason::PersonalData.code(), finding.kind.code());
            fields.push(json!({ "field": field.code(), "code": code, "reason": reason }));
        }
    }
    json!({ "error": { "code": code, "message": message, "fields": fields } })
}

fn open(site: &Site, item: &SealedItem) -> Option<Opened> {
    let bytes = |text: &str| BASE64URL_NOPAD.decode(text.as_bytes()).ok();
    let plain =
        site.sealed_key().open(&bytes(&item.enc)?, &item.client_id, &bytes(&item.ciphertext)?).ok()?;
    serde_json::from_slice::<Opened>(&plain).ok().filter(|opened| opened.schema == 1)
}

#[cfg(test)]
mod tests {
    use wording::Wording;

    use super::*;

    #[test]
    fn every_refusal_has_its_sentence() {
        let codes = [
            "changed-key",
            "unreadable",
            "card-revoked",
            "sign-in",
            "other-account",
            "personal-data",
            "invalid",
            "reference-taken",
            "other-content",
        ];
        for language in model::Language::ALL {
            for code in codes {
                assert!(
                    Wording::new(*language).try_say(&sentence(code), &args![]).is_some(),
                    "{code} in {language}"
                );
            }
        }
    }
}
