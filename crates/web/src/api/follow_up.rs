//! What became of the signals of an organisation, and taking one back.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use actix_web::web::{Data, Path, Query};
use model::{SignalId, SignalState};
use serde::{Deserialize, Serialize};
use store::{Became, Error, Side, SignalFile, SignalLine};
use utoipa::{IntoParams, ToSchema};
use uuid::Uuid;
use wording::args;

use super::document::{Errors, NotFound, WrongQuery};
use super::json::{ErrorJson, WordsJson, error, token};
use crate::failure::Failure;
use crate::site::Site;
use crate::visit::Visit;

/// Which part of the list is wanted.
#[derive(Deserialize, IntoParams)]
#[serde(deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ListQuery {
    /// `next` of the part before: a signal of the organisation. Absent: from the newest.
    #[param(value_type = Uuid, required = false)]
    after: Option<String>,
    /// How many at most; 20 where nothing is said.
    #[param(value_type = u32, required = false, minimum = 1, maximum = 100)]
    limit: Option<String>,
}

/// A part of the list of signals.
#[derive(Serialize, ToSchema)]
#[schema(as = Signals)]
pub struct SignalsJson {
    /// The signals, newest first.
    signals: Vec<LineJson>,
    /// What `after` is for the next part; null at the end.
    next: Option<Uuid>,
}

/// A signal in a list. Codes are as a coordinator decided, or else as filed.
#[derive(Serialize, ToSchema)]
#[schema(as = SignalLine)]
pub struct LineJson {
    /// The signal.
    id: Uuid,
    /// Its receipt; null where it was imported from a file.
    receipt: Option<String>,
    /// Its headline; empty when its words were wiped.
    headline: String,
    /// Where it stands: a code of the list `states`.
    state: String,
    /// The month of observation.
    #[schema(examples("2025-03"))]
    observed: String,
    /// The day it came in.
    #[schema(format = "date")]
    filed_on: String,
    /// The language it is written in.
    language: String,
    /// The main domain.
    domain: String,
    /// The main cause; `unknown` while nobody decided, `none` where no right is in play.
    cause: String,
    /// Where it happens.
    place: String,
    /// A coordinator asked something, and nobody replied yet.
    question_waits: bool,
    /// The number of the edition that took it.
    edition: Option<u32>,
}

/// A signal, and what became of it.
#[derive(Serialize, ToSchema)]
#[schema(as = SignalFile)]
pub struct FileJson {
    /// As it stands in the list.
    #[serde(flatten)]
    line: LineJson,
    /// How many times a coordinator asked something. The words are for people, on the signal's page.
    questions: usize,
    /// Whether it may still be taken back.
    may_withdraw: bool,
    /// The chapters it became part of, one per edition, newest first.
    became: Vec<BecameJson>,
}

/// The chapter of an edition that says what the signal says.
#[derive(Serialize, ToSchema)]
#[schema(as = Became)]
pub struct BecameJson {
    /// The structural signal.
    structural_signal: Uuid,
    /// Its code on paper.
    trace: String,
    /// The chapter's title.
    title: WordsJson,
    /// The number of the edition.
    edition: u32,
    /// Whether that edition is published.
    published: bool,
    /// The number of the chapter, from 1; null before the edition is printed.
    chapter: Option<u32>,
    /// What authorities answered.
    answers: Vec<AnswerJson>,
    /// What the field sees since.
    verdict: Option<VerdictJson>,
}

/// An answer of an authority.
#[derive(Serialize, ToSchema)]
#[schema(as = Answer)]
pub struct AnswerJson {
    /// Who answers: a code of the list `authorities`.
    authority: String,
    /// Which recommendation of the chapter it answers, from 1; null for the problem as a whole.
    recommendation: Option<u32>,
    /// What it says, as a code of the list `answers`.
    state: String,
    /// The day of the answer; null for `none`.
    #[schema(format = "date")]
    date: Option<String>,
    /// What it says, in words.
    text: WordsJson,
}

/// What the field sees of a problem since an edition.
#[derive(Serialize, ToSchema)]
#[schema(as = Verdict)]
pub struct VerdictJson {
    /// A code of the list `verdicts`.
    verdict: String,
    /// The day it was given.
    #[schema(format = "date")]
    date: String,
    /// Why, in words.
    reason: WordsJson,
}

/// Where a signal stands after a step.
#[derive(Serialize, ToSchema)]
#[schema(as = State)]
pub struct StateJson {
    /// The signal.
    id: Uuid,
    /// Where it stands now.
    #[schema(examples("withdrawn"))]
    state: String,
}

const LIMIT: u32 = 20;
const HIGHEST_LIMIT: u32 = 100;

/// The signals of the organisation, newest first, however they were filed; without those that a worker sent straight
/// to a network coordinator. Of the texts, the headline alone.
#[utoipa::path(
    get,
    path = "/api/v1/signals",
    operation_id = "listSignals",
    tag = "signals",
    params(ListQuery),
    responses((status = 200, description = "A part of the list.", body = SignalsJson), WrongQuery, NotFound, Errors),
    security(("token" = []))
)]
pub async fn list(site: Data<Site>, visit: Visit, query: Query<ListQuery>) -> Result<HttpResponse, Failure> {
    let organisation = token(&visit)?.organisation.clone();
    let after = match query.after.as_deref() {
        None => None,
        // What is a UUID and none of ours is a signal that is not there.
        Some(text) => {
            Uuid::try_parse(text).map_err(|_| Failure::Unreadable)?;
            Some(SignalId::parse(text).map_err(|_| Failure::NotFound)?)
        }
    };
    let limit = match query.limit.as_deref() {
        None => LIMIT,
        Some(limit) if limit.bytes().all(|byte| byte.is_ascii_digit()) => limit
            .parse()
            .ok()
            .filter(|limit| (1..=HIGHEST_LIMIT).contains(limit))
            .ok_or(Failure::Unreadable)?,
        Some(_) => return Err(Failure::Unreadable),
    };
    let (lines, more) = site.ask(move |store| store.signals_after(&organisation, after, limit)).await?;
    let next = lines.last().filter(|_| more).map(|line| line.id.uuid());
    Ok(HttpResponse::Ok().json(SignalsJson { signals: lines.iter().map(LineJson::of).collect(), next }))
}

/// Where a signal stands, how many questions there are, and what became of it.
#[utoipa::path(
    get,
    path = "/api/v1/signals/{id}",
    operation_id = "readSignal",
    tag = "signals",
    params(("id" = Uuid, Path, description = "The signal.")),
    responses((status = 200, description = "The signal.", body = FileJson), NotFound, Errors),
    security(("token" = []))
)]
pub async fn one(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let file = own(&site, &visit, &id).await?;
    Ok(HttpResponse::Ok().json(FileJson {
        line: LineJson::of(&file.line),
        questions: file.messages.iter().filter(|message| message.side == Side::Coordinator).count(),
        may_withdraw: file.may_withdraw,
        became: file.became.iter().filter(|one| !one.in_work).map(BecameJson::of).collect(),
    }))
}

/// Takes a signal back, until the edition that took it is frozen. Taking it back twice is the same as once.
#[utoipa::path(
    post,
    path = "/api/v1/signals/{id}/withdraw",
    operation_id = "withdrawSignal",
    tag = "signals",
    params(("id" = Uuid, Path, description = "The signal.")),
    responses(
        (status = 200, description = "It is withdrawn.", body = StateJson),
        (status = 409, description = "`wrong-state`: it is closed, or an edition took it.", body = ErrorJson),
        NotFound,
        Errors,
    ),
    security(("token" = []))
)]
pub async fn withdraw(site: Data<Site>, visit: Visit, id: Path<String>) -> Result<HttpResponse, Failure> {
    let file = own(&site, &visit, &id).await?;
    let id = file.line.id;
    if file.line.state != SignalState::Withdrawn
        && let Err(problem) = site.try_ask(move |store| store.withdraw(id, None)).await?
    {
        return match problem {
            // Two requests at once: the other one did it.
            Error::Conflict(_)
                if own(&site, &visit, &id.to_string()).await?.line.state == SignalState::Withdrawn =>
            {
                Ok(withdrawn(id))
            }
            Error::Conflict(_) => {
                let message = visit.wording().say("api-wrong-state", &args![]);
                Ok(error(StatusCode::CONFLICT, "wrong-state", message))
            }
            problem => Err(problem.into()),
        };
    }
    Ok(withdrawn(id))
}

fn withdrawn(id: SignalId) -> HttpResponse {
    let state = SignalState::Withdrawn.code().to_owned();
    HttpResponse::Ok().json(StateJson { id: id.uuid(), state })
}

/// A signal that the organisation of the token may see; any other is not there for it.
async fn own(site: &Site, visit: &Visit, id: &str) -> Result<SignalFile, Failure> {
    let organisation = &token(visit)?.organisation;
    let id = SignalId::parse(id).map_err(|_| Failure::NotFound)?;
    let file = site.ask(move |store| store.signal(id)).await?;
    let theirs = file.line.organisation == *organisation && !file.line.direct;
    if theirs { Ok(file) } else { Err(Failure::NotFound) }
}

impl LineJson {
    fn of(line: &SignalLine) -> Self {
        Self {
            id: line.id.uuid(),
            receipt: line.receipt.clone(),
            headline: line.headline.clone(),
            state: line.state.code().to_owned(),
            observed: line.observed.to_string(),
            filed_on: line.filed_on.to_string(),
            language: line.language.code().to_owned(),
            domain: line.domain.to_string(),
            cause: match line.cause.code() {
                "" => super::sent::NO_RIGHT.to_owned(),
                code => code.to_owned(),
            },
            place: line.place.code(),
            question_waits: line.unanswered_question,
            edition: line.edition.map(|edition| edition.0),
        }
    }
}

impl BecameJson {
    fn of(became: &Became) -> Self {
        Self {
            structural_signal: became.structural.uuid(),
            trace: became.trace.clone(),
            title: WordsJson::of(&became.title),
            edition: became.edition.0,
            published: became.published,
            chapter: became.position,
            answers: became.answers.iter().map(AnswerJson::of).collect(),
            verdict: became.verdict.as_ref().map(VerdictJson::of),
        }
    }
}

impl AnswerJson {
    pub(super) fn of(answer: &model::Answer) -> Self {
        Self {
            authority: answer.authority.code().to_owned(),
            recommendation: answer.recommendation,
            state: answer.state.code().to_owned(),
            date: answer.date.map(|date| date.to_string()),
            text: WordsJson::of(&answer.text),
        }
    }
}

impl VerdictJson {
    pub(super) fn of(verdict: &model::FieldVerdict) -> Self {
        Self {
            verdict: verdict.verdict.code().to_owned(),
            date: verdict.date.to_string(),
            reason: WordsJson::of(&verdict.reason),
        }
    }
}
