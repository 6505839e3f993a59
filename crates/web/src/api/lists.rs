//! `GET /api/v1/lists`: every code that a signal may hold, with its words in the three languages.

use actix_web::HttpResponse;
use actix_web::web::Data;
use model::{
    AnswerState, Authority, Cause, CauseChoice, Domain, Language, Place, Recurrence, Right, SignalState,
    TargetGroup, Tried, Verdict,
};
use serde::Serialize;
use utoipa::ToSchema;
use wording::{Label, Wording};

use super::document::Errors;
use super::json::WordsJson;
use super::sent::NO_RIGHT;
use crate::failure::Failure;
use crate::site::Site;

/// Every list, each in the order in which people see it.
#[derive(Serialize, ToSchema)]
#[schema(as = Lists)]
pub struct ListsJson {
    /// What a signal is about.
    domains: Vec<DomainJson>,
    /// The rights that may be in play.
    rights: Vec<RightJson>,
    /// The municipalities by NIS code, the region, and unknown.
    places: Vec<PlaceJson>,
    /// The five causes, `unknown`, and `none` where no right is in play.
    causes: Vec<EntryJson>,
    /// What was tried.
    tried: Vec<EntryJson>,
    /// The groups concerned.
    target_groups: Vec<EntryJson>,
    /// The competent levels.
    authorities: Vec<EntryJson>,
    /// How often it was seen.
    recurrences: Vec<EntryJson>,
    /// The languages.
    languages: Vec<EntryJson>,
    /// Where a signal stands.
    states: Vec<EntryJson>,
    /// What an authority answers.
    answers: Vec<EntryJson>,
    /// What the field sees.
    verdicts: Vec<EntryJson>,
}

/// A code and its words.
#[derive(Serialize, ToSchema)]
#[schema(as = Entry)]
pub struct EntryJson {
    /// The code.
    code: String,
    /// Its words.
    label: WordsJson,
}

/// A domain.
#[derive(Serialize, ToSchema)]
#[schema(as = Domain)]
pub struct DomainJson {
    /// The code.
    code: String,
    /// Its words.
    label: WordsJson,
    /// Whether new signals may no longer use it.
    retired: bool,
}

/// A right.
#[derive(Serialize, ToSchema)]
#[schema(as = Right)]
pub struct RightJson {
    /// The code.
    code: String,
    /// Its words.
    label: WordsJson,
    /// The levels that decide on it.
    decides: Vec<String>,
    /// The levels that apply it.
    applies: Vec<String>,
}

/// A place.
#[derive(Serialize, ToSchema)]
#[schema(as = Place)]
pub struct PlaceJson {
    /// The code.
    code: String,
    /// Its name.
    label: WordsJson,
    /// The zone of a municipality.
    zone: Option<String>,
}

/// The lists that signals are checked against. They change rarely: ask once a day, and when a code is refused.
#[utoipa::path(
    get,
    path = "/api/v1/lists",
    operation_id = "readLists",
    tag = "network",
    responses((status = 200, description = "The lists.", body = ListsJson), Errors),
    security(("token" = []))
)]
pub async fn lists(site: Data<Site>) -> Result<HttpResponse, Failure> {
    let network = site.network().await?;
    let causes = Cause::ALL
        .iter()
        .map(|cause| CauseChoice::Of(*cause))
        .chain([CauseChoice::Unknown, CauseChoice::NoRight]);
    let code_of_cause = |cause: CauseChoice| match cause.code() {
        "" => NO_RIGHT.to_owned(),
        code => code.to_owned(),
    };
    Ok(HttpResponse::Ok().json(ListsJson {
        domains: network.domains.iter().map(DomainJson::of).collect(),
        rights: network.rights.iter().map(RightJson::of).collect(),
        places: Place::all().map(PlaceJson::of).collect(),
        causes: causes.map(|cause| EntryJson { code: code_of_cause(cause), label: label(cause) }).collect(),
        tried: entries(Tried::ALL, Tried::code),
        target_groups: entries(TargetGroup::ALL, TargetGroup::code),
        authorities: entries(Authority::ALL, Authority::code),
        recurrences: entries(Recurrence::ALL, Recurrence::code),
        languages: entries(Language::ALL, Language::code),
        states: entries(SignalState::ALL, SignalState::code),
        answers: entries(AnswerState::ALL, AnswerState::code),
        verdicts: entries(Verdict::ALL, Verdict::code),
    }))
}

fn label(code: impl Label + Copy) -> WordsJson {
    WordsJson::by(|language| Wording::new(language).label(code))
}

fn entries<T: Label + Copy>(all: &[T], code: fn(T) -> &'static str) -> Vec<EntryJson> {
    all.iter().map(|one| EntryJson { code: code(*one).to_owned(), label: label(*one) }).collect()
}

impl DomainJson {
    fn of(domain: &Domain) -> Self {
        let label = WordsJson::by(|language| Wording::new(language).domain(domain));
        Self { code: domain.code.to_string(), label, retired: domain.retired }
    }
}

impl RightJson {
    fn of(right: &Right) -> Self {
        let levels = |levels: &[Authority]| levels.iter().map(|level| level.code().to_owned()).collect();
        Self {
            code: right.code.to_string(),
            label: WordsJson::by(|language| Wording::new(language).right(right)),
            decides: levels(&right.decides),
            applies: levels(&right.applies),
        }
    }
}

impl PlaceJson {
    fn of(place: Place) -> Self {
        Self {
            code: place.code(),
            label: label(place),
            zone: place.zone().map(|zone| zone.code().to_owned()),
        }
    }
}
