//! Everything that can go wrong with a request: one type, one table from failure to status and code.

use std::fmt;

use actix_web::http::StatusCode;
use actix_web::{HttpResponse, ResponseError};

/// Why a request was not answered as asked. The gate turns it into a page or into JSON.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Failure {
    /// There is no such page or thing, or it is not yours to know of.
    NotFound,
    /// The page is there, for another method.
    WrongMethod,
    /// Nobody is signed in.
    SignIn,
    /// Somebody is, who may not enter here.
    Forbidden,
    /// The form was not made by this site, or too long ago.
    StaleForm,
    /// What was asked contradicts what became of the thing meanwhile.
    Conflict,
    /// The request cannot be read.
    Unreadable,
    /// Its body is of a kind that is not read here.
    WrongContentType,
    /// It is larger than it may be.
    TooLarge,
    /// Too many requests; try again after so many seconds.
    TooMany(u64),
    /// The database or the disk cannot be reached now.
    Unavailable,
    /// The program is wrong. The detail is for the log.
    Broken(String),
}

impl Failure {
    /// Status and code: `problem` sentences and the API's `error.code` are named by it.
    pub const fn table(&self) -> (StatusCode, &'static str) {
        match self {
            Self::NotFound => (StatusCode::NOT_FOUND, "not-found"),
            Self::WrongMethod => (StatusCode::METHOD_NOT_ALLOWED, "wrong-method"),
            Self::SignIn => (StatusCode::UNAUTHORIZED, "sign-in"),
            Self::Forbidden => (StatusCode::FORBIDDEN, "forbidden"),
            Self::StaleForm => (StatusCode::FORBIDDEN, "stale-form"),
            Self::Conflict => (StatusCode::CONFLICT, "conflict"),
            Self::Unreadable => (StatusCode::BAD_REQUEST, "unreadable"),
            Self::WrongContentType => (StatusCode::UNSUPPORTED_MEDIA_TYPE, "wrong-content-type"),
            Self::TooLarge => (StatusCode::PAYLOAD_TOO_LARGE, "too-large"),
            Self::TooMany(_) => (StatusCode::TOO_MANY_REQUESTS, "too-many"),
            Self::Unavailable => (StatusCode::SERVICE_UNAVAILABLE, "unavailable"),
            Self::Broken(_) => (StatusCode::INTERNAL_SERVER_ERROR, "broken"),
        }
    }
}

impl fmt::Display for Failure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.table().1)
    }
}

impl ResponseError for Failure {
    fn status_code(&self) -> StatusCode {
        self.table().0
    }

    fn error_response(&self) -> HttpResponse {
        // The body is the gate's: only it knows the reader's language.
        HttpResponse::new(self.table().0)
    }
}

impl From<store::Error> for Failure {
    fn from(error: store::Error) -> Self {
        match error {
            store::Error::NotFound(_) => Self::NotFound,
            store::Error::Conflict(_) => Self::Conflict,
            store::Error::Unavailable(_) => Self::Unavailable,
            store::Error::Broken(detail) => Self::Broken(detail),
        }
    }
}

impl From<actix_web::error::BlockingError> for Failure {
    fn from(_: actix_web::error::BlockingError) -> Self {
        Self::Unavailable
    }
}

impl From<askama::Error> for Failure {
    fn from(error: askama::Error) -> Self {
        Self::Broken(error.to_string())
    }
}
