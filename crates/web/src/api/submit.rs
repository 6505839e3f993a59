//! `POST /api/v1/signals`: files a signal, once, however often it is sent.

use actix_web::HttpResponse;
use actix_web::http::{StatusCode, header};
use actix_web::web::Data;
use model::{Lists, Month, SignalState};
use screening::Finding;
use serde::Serialize;
use store::{Error, Filed, Filing, NetworkView, OTHER_CONTENT, REFERENCE_TAKEN, Via};
use utoipa::ToSchema;
use uuid::Uuid;
use wording::{Wording, args};

use super::json::{Sent, error, token};
use super::sent::{SignalSent, Wrong};
use crate::failure::Failure;
use crate::site::Site;
use crate::visit::Visit;

/// A signal that is on record.
#[derive(Serialize, ToSchema)]
#[schema(as = Filed)]
pub struct FiledJson {
    /// The signal.
    id: Uuid,
    /// By which people find it again.
    #[schema(examples("K7QMW-2F9XR"))]
    receipt: String,
    /// Where it stands now.
    #[schema(examples("pre-signal"))]
    state: String,
}

/// What is wrong with a signal.
#[derive(Serialize, ToSchema)]
#[schema(as = Invalid)]
pub struct InvalidJson {
    /// The error.
    error: InvalidDetail,
}

/// Everything that is wrong with a signal, at once.
#[derive(Serialize, ToSchema)]
pub struct InvalidDetail {
    /// Always `invalid`.
    #[schema(examples("invalid"))]
    code: String,
    /// What to do, in words.
    message: String,
    /// Each problem, in the order of the fields.
    problems: Vec<ProblemJson>,
}

/// One thing wrong with one field.
#[derive(Serialize, ToSchema)]
#[schema(as = Problem)]
pub struct ProblemJson {
    /// The name of the field.
    #[schema(examples("problem"))]
    field: String,
    /// Why it was refused.
    #[schema(examples("personal-data"))]
    code: String,
    /// What is wrong and what to do, in the language of `Accept-Language`.
    message: String,
    /// For `personal-data`: where somebody can be recognised.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    findings: Vec<FindingJson>,
}

/// A place in a text by which somebody can be recognised.
#[derive(Serialize, ToSchema)]
#[schema(as = Finding)]
pub struct FindingJson {
    /// What it looks like.
    #[schema(examples("nrn"))]
    kind: String,
    /// Where it begins, in Unicode characters of the text as it was sent.
    start: usize,
    /// Where it ends: the character after the last.
    end: usize,
}

/// Files a signal for the organisation of the token. It is answered once it is durable. Sending the same signal again
/// under the same `client_id` gives the first answer again, so a request in doubt is simply repeated.
#[utoipa::path(
    post,
    path = "/api/v1/signals",
    operation_id = "fileSignal",
    tag = "signals",
    request_body = SignalSent,
    responses(
        (status = 201, description = "Filed. `Location` names the signal.", body = FiledJson),
        (status = 200, description = "It was filed before, exactly so: the first answer again.", body = FiledJson),
        (status = 409, description = "`conflict`: another signal was filed under this `client_id`. `reference-taken`: \
            the organisation has another signal with this reference.", body = super::json::ErrorJson),
        (status = 422, description = "The signal breaks a rule of the form, or somebody could be recognised by it. \
            Nothing was stored.", body = InvalidJson),
        super::document::BodyErrors,
        super::document::Errors,
    ),
    security(("token" = []))
)]
pub async fn submit(site: Data<Site>, visit: Visit, sent: Sent<SignalSent>) -> Result<HttpResponse, Failure> {
    let token = token(&visit)?;
    let Sent(sent) = sent;
    let network = site.network().await?;
    let this_month = site.this_month();
    let check =
        |month| sent.check(site.screen(), &token.organisation, &lists_of(&network, month), visit.language());
    let submission = match check(this_month) {
        Ok(submission) => submission,
        Err(wrong) => return Ok(invalid(visit.wording(), &wrong)),
    };
    let via = Via::Token(token.id);
    let client_id = sent.client_id;
    let filing =
        |submission| Filing { client_id, submission, via, direct: false, release: false, draft: None };
    let mut outcome = file(&site, filing(submission)).await?;
    if matches!(&outcome, Err(Error::Conflict(detail)) if detail == OTHER_CONTENT)
        && sent.observed.is_none()
        && let Ok(before) = Month::from_number(this_month.number() - 1)
        && let Ok(submission) = check(before)
    {
        // The first sending may have been in the month before, and the month is ours to fill in: that is the same
        // signal. The client id is taken, so nothing can be added by asking.
        outcome = file(&site, filing(submission)).await?;
    }
    let wording = visit.wording();
    match outcome {
        Ok(filed) => Ok(answer(&filed)),
        Err(Error::Conflict(detail)) if detail == REFERENCE_TAKEN => {
            Ok(error(StatusCode::CONFLICT, "reference-taken", wording.say("api-reference-taken", &args![])))
        }
        Err(Error::Conflict(detail)) if detail == OTHER_CONTENT => {
            Ok(error(StatusCode::CONFLICT, "conflict", wording.say("api-other-content", &args![])))
        }
        // Revoked since the gate looked.
        Err(Error::Conflict(_)) => Err(Failure::SignIn),
        Err(error) => Err(error.into()),
    }
}

async fn file(site: &Site, filing: Filing) -> Result<Result<Filed, Error>, Failure> {
    site.try_ask(move |store| store.file(filing)).await
}

fn answer(filed: &Filed) -> HttpResponse {
    let id = filed.signal.uuid();
    let state: SignalState = filed.state;
    let body = FiledJson { id, receipt: filed.receipt.clone(), state: state.code().to_owned() };
    let mut response = if filed.repeated { HttpResponse::Ok() } else { HttpResponse::Created() };
    response.insert_header((header::LOCATION, format!("/api/v1/signals/{id}"))).json(body)
}

fn invalid(wording: Wording, wrong: &[Wrong]) -> HttpResponse {
    let problems = wrong.iter().map(|Wrong { problem, findings }| ProblemJson {
        field: problem.field.code().to_owned(),
        code: problem.reason.code().to_owned(),
        message: wording.problem(*problem),
        findings: findings.iter().map(FindingJson::of).collect(),
    });
    let message = wording.say("api-invalid", &args![]);
    let error = InvalidDetail { code: "invalid".to_owned(), message, problems: problems.collect() };
    HttpResponse::UnprocessableEntity().json(InvalidJson { error })
}

impl FindingJson {
    fn of(finding: &Finding) -> Self {
        Self { kind: finding.kind.code().to_owned(), start: finding.start, end: finding.end }
    }
}

fn lists_of(network: &NetworkView, this_month: Month) -> Lists {
    Lists {
        organisations: network.organisations.iter().map(|organisation| organisation.code.clone()).collect(),
        domains: network.domains.iter().map(|domain| (domain.code.clone(), domain.retired)).collect(),
        rights: network.rights.iter().map(|right| right.code.clone()).collect(),
        this_month,
    }
}
