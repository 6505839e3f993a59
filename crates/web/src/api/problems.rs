//! `GET /api/v1/problems`: what the network has in hand, so that a program can say "known already".

use actix_web::HttpResponse;
use actix_web::web::Data;
use serde::Serialize;
use store::KnownProblem;
use utoipa::ToSchema;
use uuid::Uuid;

use super::document::Errors;
use super::json::{WordsJson, token};
use crate::failure::Failure;
use crate::site::Site;
use crate::visit::Visit;

/// The problems that the network has in hand.
#[derive(Serialize, ToSchema)]
#[schema(as = KnownProblems)]
pub struct KnownProblemsJson {
    /// Each of them, in the order of the network.
    problems: Vec<KnownProblemJson>,
}

/// A structural signal that is published, or written for an edition that is still open.
#[derive(Serialize, ToSchema)]
#[schema(as = KnownProblem)]
pub struct KnownProblemJson {
    /// The structural signal.
    id: Uuid,
    /// Its title, in the newest edition that shows it.
    title: WordsJson,
    /// Its domain.
    domain: String,
    /// Its main cause; null where no right is in play.
    cause: Option<String>,
    /// The number of the newest edition that shows it.
    edition: u32,
    /// Whether that edition is published; else its text is still open for agreement.
    published: bool,
    /// What the organisation said of it last: `often`, `sometimes` or another code; null where it said nothing.
    recognition: Option<String>,
}

/// The problems that the network knows already.
#[utoipa::path(
    get,
    path = "/api/v1/problems",
    operation_id = "listProblems",
    tag = "network",
    responses((status = 200, description = "The problems.", body = KnownProblemsJson), Errors),
    security(("token" = []))
)]
pub async fn problems(site: Data<Site>, visit: Visit) -> Result<HttpResponse, Failure> {
    let organisation = token(&visit)?.organisation.clone();
    let known = site.ask(move |store| store.known_problems(Some(&organisation))).await?;
    let problems = known.iter().map(KnownProblemJson::of).collect();
    Ok(HttpResponse::Ok().json(KnownProblemsJson { problems }))
}

impl KnownProblemJson {
    fn of(known: &KnownProblem) -> Self {
        Self {
            id: known.structural.uuid(),
            title: WordsJson::of(&known.title),
            domain: known.domain.to_string(),
            cause: known.cause.map(|cause| cause.code().to_owned()),
            edition: known.edition.0,
            published: known.published,
            recognition: known.mine.map(|mine| mine.code().to_owned()),
        }
    }
}
