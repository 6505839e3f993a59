//! What programs send and get: JSON of the right kind, and errors that all have one shape.

use std::future::Future;
use std::pin::Pin;

use actix_web::dev::Payload;
use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{FromRequest, HttpRequest, HttpResponse};
use model::{Language, Localised};
use serde::Serialize;
use serde::de::DeserializeOwned;
use store::ApiToken;
use utoipa::ToSchema;

use crate::failure::Failure;
use crate::visit::{Caller, Visit};

/// The body of a request, read as JSON of type `T`.
pub struct Sent<T>(pub T);

impl<T: DeserializeOwned + 'static> FromRequest for Sent<T> {
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Failure>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        use actix_web::HttpMessage;
        let is_json = request.content_type().eq_ignore_ascii_case("application/json");
        let body = Bytes::from_request(request, payload);
        Box::pin(async move {
            if !is_json {
                return Err(Failure::WrongContentType);
            }
            let body = body.await.map_err(|error| match error.as_response_error().status_code() {
                StatusCode::PAYLOAD_TOO_LARGE => Failure::TooLarge,
                _ => Failure::Unreadable,
            })?;
            // The parser's message may repeat what was sent.
            serde_json::from_slice(&body).map(Self).map_err(|_| Failure::Unreadable)
        })
    }
}

/// The token with which a program asks.
pub fn token(visit: &Visit) -> Result<&ApiToken, Failure> {
    match visit.caller() {
        Caller::Program(token) => Ok(token),
        _ => Err(Failure::SignIn),
    }
}

/// What went wrong.
#[derive(Serialize, ToSchema)]
#[schema(as = Error)]
pub struct ErrorJson {
    /// The error.
    pub error: ErrorDetail,
}

/// What went wrong, for a program and for people.
#[derive(Serialize, ToSchema)]
pub struct ErrorDetail {
    /// A code that does not change.
    #[schema(examples("conflict"))]
    pub code: String,
    /// What happened and what to do, in the language of `Accept-Language` (nl, fr or en). Repeats nothing of the request.
    pub message: String,
}

/// An error as an answer.
pub fn error(status: StatusCode, code: &str, message: String) -> HttpResponse {
    let error = ErrorDetail { code: code.to_owned(), message };
    HttpResponse::build(status).json(ErrorJson { error })
}

/// Words in three languages.
#[derive(Debug, Serialize, ToSchema)]
#[schema(as = Words)]
pub struct WordsJson {
    /// Dutch; empty where there is none.
    pub nl: String,
    /// French; empty where there is none.
    pub fr: String,
    /// English; empty where there is none.
    pub en: String,
}

impl WordsJson {
    /// The words that each language has.
    pub fn by(words: impl Fn(Language) -> String) -> Self {
        Self { nl: words(Language::Nl), fr: words(Language::Fr), en: words(Language::En) }
    }

    /// The words that a network wrote.
    pub fn of(written: &Localised) -> Self {
        Self::by(|language| written.get(language).to_owned())
    }
}
